"""Support requests, interventions and ratings."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.records import InterventionKind, RatingValue, RequestStatus, Urgency
from app.store.base import Base, Record
from app.store.types import Choice, UtcMoment


class SupportRequest(Record, Base):
    """Somebody asked for help."""

    __tablename__ = "support_request"

    number: Mapped[str] = mapped_column(String(60), unique=True)
    subject: Mapped[str] = mapped_column(String(300))
    description: Mapped[str] = mapped_column(Text, default="")
    urgency: Mapped[Urgency] = mapped_column(Choice(Urgency))
    channel: Mapped[str] = mapped_column(String(20), default="app")
    status: Mapped[RequestStatus] = mapped_column(Choice(RequestStatus), default=RequestStatus.NEW)
    equipment_id: Mapped[UUID | None] = mapped_column(ForeignKey("equipment.id"), default=None, index=True)
    contract_id: Mapped[UUID | None] = mapped_column(ForeignKey("contract.id"), default=None)
    opened_at: Mapped[datetime] = mapped_column(UtcMoment())
    closed_at: Mapped[datetime | None] = mapped_column(UtcMoment(), default=None)

    __table_args__ = (Index("ix_support_request_status", "status", "opened_at"),)


class Intervention(Record, Base):
    """A technician worked on a request."""

    __tablename__ = "intervention"

    request_id: Mapped[UUID] = mapped_column(ForeignKey("support_request.id"), index=True)
    technician: Mapped[str] = mapped_column(String(200), default="")
    kind: Mapped[InterventionKind] = mapped_column(Choice(InterventionKind))
    started_at: Mapped[datetime] = mapped_column(UtcMoment(), index=True)
    ended_at: Mapped[datetime | None] = mapped_column(UtcMoment(), default=None)
    report: Mapped[str] = mapped_column(Text, default="")
    minutes: Mapped[int] = mapped_column(Integer, default=0)


class Rating(Record, Base):
    """What the customer thought of it. Append-only, one a request."""

    __tablename__ = "rating"

    request_id: Mapped[UUID] = mapped_column(ForeignKey("support_request.id"), unique=True)
    value: Mapped[RatingValue] = mapped_column(Choice(RatingValue))
    comment: Mapped[str] = mapped_column(Text, default="")
    origin: Mapped[str] = mapped_column(String(20), default="app")
    rated_at: Mapped[datetime] = mapped_column(UtcMoment())
