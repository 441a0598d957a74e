"""The office itself: its legal identity, its sites and its people."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Boolean, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.records import HolidayZone
from app.store.base import Base, Record
from app.store.types import Choice


class Organisation(Record, Base):
    """The one organisation whose data this folder holds."""

    __tablename__ = "organisation"

    name: Mapped[str] = mapped_column(String(300))
    legal_form: Mapped[str] = mapped_column(String(80), default="")
    siren: Mapped[str] = mapped_column(String(9), default="")
    siret: Mapped[str] = mapped_column(String(14), default="")
    vat_number: Mapped[str] = mapped_column(String(20), default="")
    address: Mapped[str] = mapped_column(String(500), default="")
    postal_code: Mapped[str] = mapped_column(String(10), default="")
    city: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    iban: Mapped[str] = mapped_column(String(34), default="")
    bic: Mapped[str] = mapped_column(String(11), default="")
    headcount: Mapped[int | None] = mapped_column(Integer, default=None)
    micro_enterprise: Mapped[bool | None] = mapped_column(Boolean, default=None)
    representative: Mapped[str] = mapped_column(String(200), default="")


class Site(Record, Base):
    """A place where the office works; it decides which public holidays count."""

    __tablename__ = "site"

    name: Mapped[str] = mapped_column(String(200))
    address: Mapped[str] = mapped_column(String(500), default="")
    postal_code: Mapped[str] = mapped_column(String(10), default="")
    city: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    holiday_zone: Mapped[HolidayZone] = mapped_column(Choice(HolidayZone), default=HolidayZone.MAINLAND)


class Person(Record, Base):
    """Somebody who works here and may be given equipment."""

    __tablename__ = "person"

    name: Mapped[str] = mapped_column(String(300))
    email: Mapped[str] = mapped_column(String(254), default="")
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("site.id"), default=None, index=True)
    active: Mapped[bool] = mapped_column(Boolean, default=True)
