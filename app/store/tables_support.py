"""Support requests with their messages, interventions and ratings; technicians' sessions on this PC; and the figures of the months."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.records import InterventionKind, RatingValue, RequestKind, RequestStatus, Urgency
from app.store.base import Base, Record
from app.store.types import Choice, UtcMoment


class SupportRequest(Record, Base):
    """Somebody asked for help, for a managed service or for a quote.

    Attributes:
        service: the managed service wanted, as the offer names it; empty for help.
        contact: who is to be called back, at `phone`.
        due_at: when the first answer is due; none where no offer sets an aim.
        first_response_at: when a technician first answered.
        covered: whether a contract pays for it; none when nobody knows. `cover_note` says why, as it was told then (`app.domain.told`).
        rating_offered_at: when the window asked for a rating: it asks once.
        search: number, subject and contact as the search compares them.
    """

    __tablename__ = "support_request"

    derived: ClassVar[tuple[str, ...]] = ("search",)

    number: Mapped[str] = mapped_column(String(60), unique=True)
    subject: Mapped[str] = mapped_column(String(300))
    description: Mapped[str] = mapped_column(Text, default="")
    urgency: Mapped[Urgency] = mapped_column(Choice(Urgency))
    kind: Mapped[RequestKind] = mapped_column(Choice(RequestKind), default=RequestKind.HELP)
    service: Mapped[str] = mapped_column(String(64), default="")
    channel: Mapped[str] = mapped_column(String(20), default="app")
    status: Mapped[RequestStatus] = mapped_column(Choice(RequestStatus), default=RequestStatus.NEW)
    equipment_id: Mapped[UUID | None] = mapped_column(ForeignKey("equipment.id"), default=None, index=True)
    contract_id: Mapped[UUID | None] = mapped_column(ForeignKey("contract.id"), default=None)
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("site.id"), default=None)
    contact: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(60), default="")
    opened_at: Mapped[datetime] = mapped_column(UtcMoment())
    due_at: Mapped[datetime | None] = mapped_column(UtcMoment(), default=None)
    first_response_at: Mapped[datetime | None] = mapped_column(UtcMoment(), default=None)
    appointment_at: Mapped[datetime | None] = mapped_column(UtcMoment(), default=None)
    appointment_minutes: Mapped[int] = mapped_column(Integer, default=30)
    covered: Mapped[bool | None] = mapped_column(Boolean(), default=None)
    cover_note: Mapped[str] = mapped_column(Text, default="")
    resolution: Mapped[str] = mapped_column(Text, default="")
    resolved_at: Mapped[datetime | None] = mapped_column(UtcMoment(), default=None)
    closed_at: Mapped[datetime | None] = mapped_column(UtcMoment(), default=None)
    rating_offered_at: Mapped[datetime | None] = mapped_column(UtcMoment(), default=None)
    search: Mapped[str] = mapped_column(Text, default="")

    __table_args__ = (
        Index("ix_support_request_status", "status", "opened_at"),
        Index("ix_support_request_opened", "deleted_at", "opened_at"),
    )


class RequestMessage(Record, Base):
    """A line of a request's thread, from whoever wrote it. Append-only."""

    __tablename__ = "request_message"

    request_id: Mapped[UUID] = mapped_column(ForeignKey("support_request.id"), index=True)
    author: Mapped[str] = mapped_column(String(200), default="")
    body: Mapped[str] = mapped_column(Text)
    sent_at: Mapped[datetime] = mapped_column(UtcMoment())


class Intervention(Record, Base):
    """A technician worked on a request. Not changed any more once it is closed (`ended_at`).

    Attributes:
        site_id: where the customer is.
        minutes: how long it took.
        covered_minutes: those that a contract pays for.
        billable_minutes: those that are billed, rounded as the offer says.
        waited_minutes: for the first intervention of a request, the minutes of open support from the request to its start.
    """

    __tablename__ = "intervention"

    request_id: Mapped[UUID] = mapped_column(ForeignKey("support_request.id"), index=True)
    technician: Mapped[str] = mapped_column(String(200), default="")
    kind: Mapped[InterventionKind] = mapped_column(Choice(InterventionKind))
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("site.id"), default=None)
    started_at: Mapped[datetime] = mapped_column(UtcMoment(), index=True)
    ended_at: Mapped[datetime | None] = mapped_column(UtcMoment(), default=None, index=True)
    teamviewer_session: Mapped[str] = mapped_column(String(60), default="")
    report: Mapped[str] = mapped_column(Text, default="")
    minutes: Mapped[int] = mapped_column(Integer, default=0)
    covered_minutes: Mapped[int] = mapped_column(Integer, default=0)
    billable_minutes: Mapped[int] = mapped_column(Integer, default=0)
    waited_minutes: Mapped[int | None] = mapped_column(Integer, default=None)


class Rating(Record, Base):
    """What the customer thought of it. Append-only, one a request; it judges the last intervention closed by then."""

    __tablename__ = "rating"

    request_id: Mapped[UUID] = mapped_column(ForeignKey("support_request.id"), unique=True)
    intervention_id: Mapped[UUID | None] = mapped_column(ForeignKey("intervention.id"), default=None, index=True)
    value: Mapped[RatingValue] = mapped_column(Choice(RatingValue))
    comment: Mapped[str] = mapped_column(Text, default="")
    origin: Mapped[str] = mapped_column(String(20), default="app")
    rated_at: Mapped[datetime] = mapped_column(UtcMoment())


class TechnicianSession(Record, Base):
    """A technician took over this PC for a while; what was done in it stands in the journal under that name.

    Attributes:
        end_reason: `closed`, `idle`, `intervention` or `restart`; empty while it runs.
    """

    __tablename__ = "technician_session"

    technician: Mapped[str] = mapped_column(String(200))
    request_id: Mapped[UUID | None] = mapped_column(ForeignKey("support_request.id"), default=None)
    started_at: Mapped[datetime] = mapped_column(UtcMoment())
    ended_at: Mapped[datetime | None] = mapped_column(UtcMoment(), default=None)
    end_reason: Mapped[str] = mapped_column(String(20), default="")


class SupportMonth(Base):
    """How many interventions and ratings of one kind, technician and site fall into a month. Kept by triggers, never written by hand.

    Attributes:
        month: `YYYY-MM` in Europe/Paris of the intervention's end; of the rating itself where it judges no intervention.
        site: the site's id as the database keeps it; empty for none.
        waited_10 … waited_more: first answers within so many minutes of open support, each counted once.
        waited_sum: minutes waited in all, for the mean.
    """

    __tablename__ = "support_month"
    __table_args__ = ({"sqlite_with_rowid": False},)

    month: Mapped[str] = mapped_column(String(7), primary_key=True)
    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    technician: Mapped[str] = mapped_column(String(200), primary_key=True)
    site: Mapped[str] = mapped_column(String(32), primary_key=True)
    interventions: Mapped[int] = mapped_column(Integer)
    great: Mapped[int] = mapped_column(Integer)
    neutral: Mapped[int] = mapped_column(Integer)
    poor: Mapped[int] = mapped_column(Integer)
    waited_10: Mapped[int] = mapped_column(Integer)
    waited_30: Mapped[int] = mapped_column(Integer)
    waited_60: Mapped[int] = mapped_column(Integer)
    waited_120: Mapped[int] = mapped_column(Integer)
    waited_240: Mapped[int] = mapped_column(Integer)
    waited_more: Mapped[int] = mapped_column(Integer)
    waited_sum: Mapped[int] = mapped_column(Integer)
