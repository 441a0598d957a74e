"""Contracts with the frozen copy of their offer, their lines, their history and their resignation."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index, Integer, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.records import Channel, ContractStatus, EquipmentKind, OfferKind, Renewal, ResignationStatus
from app.store.base import Base, Record
from app.store.types import Cents, Choice, Day


class Contract(Record, Base):
    """A contract. From signature on, `offer_copy` is the only source of its prices and rules.

    The derived columns repeat what the home screen needs of that copy and of the lines, so that it is there at once.
    """

    __tablename__ = "contract"

    derived: ClassVar[tuple[str, ...]] = (
        "provider_id",
        "offer_name",
        "offer_name_en",
        "phone",
        "renewal",
        "renewal_months",
        "notice_days",
        "monthly",
        "monthly_vat",
    )

    number: Mapped[str] = mapped_column(String(60))
    offer: Mapped[str] = mapped_column(String(80))
    kind: Mapped[OfferKind] = mapped_column(Choice(OfferKind))
    provider: Mapped[str] = mapped_column(String(200))
    offer_copy: Mapped[dict[str, Any]] = mapped_column(JSON())
    status: Mapped[ContractStatus] = mapped_column(Choice(ContractStatus), default=ContractStatus.DRAFT)
    start: Mapped[date] = mapped_column(Day())
    commitment_months: Mapped[int] = mapped_column(Integer)
    device_kind: Mapped[EquipmentKind | None] = mapped_column(Choice(EquipmentKind), default=None)
    follows_fleet: Mapped[bool] = mapped_column(default=False)
    linked_contract_id: Mapped[UUID | None] = mapped_column(ForeignKey("contract.id"), default=None, index=True)
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("site.id"), default=None)
    signed_on: Mapped[date | None] = mapped_column(Day(), default=None)
    signed_place: Mapped[str] = mapped_column(String(120), default="")
    ended_on: Mapped[date | None] = mapped_column(Day(), default=None)
    notes: Mapped[str] = mapped_column(Text, default="")

    provider_id: Mapped[str] = mapped_column(String(80), default="")
    offer_name: Mapped[str] = mapped_column(String(200), default="")
    offer_name_en: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    renewal: Mapped[Renewal] = mapped_column(Choice(Renewal), default=Renewal.NONE)
    renewal_months: Mapped[int | None] = mapped_column(Integer, default=None)
    notice_days: Mapped[int] = mapped_column(Integer, default=0)
    monthly: Mapped[Decimal] = mapped_column(Cents(), default=Decimal(0))
    monthly_vat: Mapped[Decimal] = mapped_column(Cents(), default=Decimal(0))

    __table_args__ = (
        Index("uq_contract_number", "number", unique=True, sqlite_where=text("deleted_at IS NULL")),
        Index("ix_contract_status", "status"),
    )


class ContractLine(Record, Base):
    """One priced line: what, how many, at which unit price excluding tax a month."""

    __tablename__ = "contract_line"

    contract_id: Mapped[UUID] = mapped_column(ForeignKey("contract.id"), index=True)
    position: Mapped[int] = mapped_column(Integer)
    item: Mapped[str] = mapped_column(String(80))
    quantity: Mapped[int] = mapped_column(Integer)
    unit_price: Mapped[Decimal] = mapped_column(Cents())


class Resignation(Record, Base):
    """A letter that ends a contract, and how far it has come."""

    __tablename__ = "resignation"

    contract_id: Mapped[UUID] = mapped_column(ForeignKey("contract.id"), index=True)
    channel: Mapped[Channel] = mapped_column(Choice(Channel))
    reason: Mapped[str] = mapped_column(Text, default="")
    recipient_address: Mapped[str] = mapped_column(Text, default="")
    notice_received: Mapped[date] = mapped_column(Day())
    effective_date: Mapped[date] = mapped_column(Day())
    send_by: Mapped[date | None] = mapped_column(Day(), default=None)
    status: Mapped[ResignationStatus] = mapped_column(Choice(ResignationStatus), default=ResignationStatus.TO_SEND)
    sent_on: Mapped[date | None] = mapped_column(Day(), default=None)
    received_on: Mapped[date | None] = mapped_column(Day(), default=None)
    confirmed_on: Mapped[date | None] = mapped_column(Day(), default=None)
    tracking_number: Mapped[str] = mapped_column(String(80), default="")
