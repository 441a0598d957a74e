"""Claims: what happened to a rented device, what was promised, and how it ended."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Boolean, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.records import ClaimStatus, ClaimType, TheftCircumstances
from app.store.base import Base, Record
from app.store.types import Choice, Day, UtcMoment


class Claim(Record, Base):
    """Something happened to a machine, and its rental contract may cover it.

    Attributes:
        theft: how it was stolen; given exactly for a theft.
        circumstances: what happened, in the words of whoever declared it.
        covered: none when the offer does not speak of it. `cover_note` says why, as it was told then (`app.domain.told`).
        call_due_at, replacement_due_at: what was promised, and until when; none where it was not.
        called_at, replaced_at: when the promise was kept.
        loan_equipment_id: the device lent until the own one is back.
        replacement_equipment_id: the device that takes its place for good.
    """

    __tablename__ = "claim"

    number: Mapped[str] = mapped_column(String(60), unique=True)
    equipment_id: Mapped[UUID] = mapped_column(ForeignKey("equipment.id"), index=True)
    contract_id: Mapped[UUID | None] = mapped_column(ForeignKey("contract.id"), default=None)
    request_id: Mapped[UUID | None] = mapped_column(ForeignKey("support_request.id"), default=None)
    type: Mapped[ClaimType] = mapped_column(Choice(ClaimType))
    theft: Mapped[TheftCircumstances | None] = mapped_column(Choice(TheftCircumstances), default=None)
    happened_on: Mapped[date] = mapped_column(Day())
    place: Mapped[str] = mapped_column(String(300), default="")
    circumstances: Mapped[str] = mapped_column(Text, default="")
    declared_at: Mapped[datetime] = mapped_column(UtcMoment())
    status: Mapped[ClaimStatus] = mapped_column(Choice(ClaimStatus), default=ClaimStatus.DECLARED)
    covered: Mapped[bool | None] = mapped_column(Boolean(), default=None)
    cover_note: Mapped[str] = mapped_column(Text, default="")
    call_due_at: Mapped[datetime | None] = mapped_column(UtcMoment(), default=None)
    replacement_due_at: Mapped[datetime | None] = mapped_column(UtcMoment(), default=None)
    called_at: Mapped[datetime | None] = mapped_column(UtcMoment(), default=None)
    replaced_at: Mapped[datetime | None] = mapped_column(UtcMoment(), default=None)
    loan_equipment_id: Mapped[UUID | None] = mapped_column(ForeignKey("equipment.id"), default=None)
    replacement_equipment_id: Mapped[UUID | None] = mapped_column(ForeignKey("equipment.id"), default=None)
    outcome_note: Mapped[str] = mapped_column(Text, default="")
    closed_at: Mapped[datetime | None] = mapped_column(UtcMoment(), default=None)

    __table_args__ = (Index("ix_claim_status", "status", "declared_at"),)
