"""Equipment and the whole history of who had it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, String, Text, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.records import EquipmentCondition, EquipmentKind, EquipmentStatus, Ownership
from app.store.base import Base, Record, new_id
from app.store.types import Cents, Choice, Day

#: Columns the list can be sorted by. Each has an index that starts with `deleted_at` (a partial one would not cover the walk):
#: a page of living rows in that order is read from the index alone.
SORTED_COLUMNS = (
    "designation_key",
    "kind",
    "manufacturer_key",
    "model_key",
    "serial_key",
    "inventory_key",
    "status",
    "ownership",
    "condition",
    "site_key",
    "person_key",
    "contract_key",
    "purchase_date",
    "warranty_end",
    "updated_at",
)


class Equipment(Record, Base):
    """A machine. `nr` is a local row number for the full-text index; `id` is its identity."""

    __tablename__ = "equipment"

    derived: ClassVar[tuple[str, ...]] = (
        "nr",
        "search",
        "designation_key",
        "manufacturer_key",
        "model_key",
        "serial_key",
        "inventory_key",
        "site_key",
        "person_key",
        "contract_key",
        "person_id",
    )

    nr: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    id: Mapped[UUID] = mapped_column(Uuid(), unique=True, default=new_id)

    designation: Mapped[str] = mapped_column(String(300))
    kind: Mapped[EquipmentKind] = mapped_column(Choice(EquipmentKind))
    manufacturer: Mapped[str] = mapped_column(String(200), default="")
    model: Mapped[str] = mapped_column(String(200), default="")
    serial: Mapped[str] = mapped_column(String(200), default="")
    inventory_number: Mapped[str] = mapped_column(String(100), default="")
    condition: Mapped[EquipmentCondition] = mapped_column(Choice(EquipmentCondition), default=EquipmentCondition.NEW)
    ownership: Mapped[Ownership] = mapped_column(Choice(Ownership), default=Ownership.OWNED)
    status: Mapped[EquipmentStatus] = mapped_column(Choice(EquipmentStatus), default=EquipmentStatus.IN_STOCK)
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("site.id"), default=None)
    contract_id: Mapped[UUID | None] = mapped_column(ForeignKey("contract.id"), default=None)
    os_name: Mapped[str] = mapped_column(String(120), default="")
    os_version: Mapped[str] = mapped_column(String(120), default="")
    specs: Mapped[str] = mapped_column(Text, default="")
    teamviewer_id: Mapped[str] = mapped_column(String(40), default="")
    licence_number: Mapped[str] = mapped_column(String(120), default="")
    purchase_date: Mapped[date | None] = mapped_column(Day(), default=None)
    purchase_price: Mapped[Decimal | None] = mapped_column(Cents(), default=None)
    warranty_end: Mapped[date | None] = mapped_column(Day(), default=None)
    notes: Mapped[str] = mapped_column(Text, default="")

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), default=None)
    search: Mapped[str] = mapped_column(Text, default="")
    designation_key: Mapped[str] = mapped_column(String(300), default="")
    manufacturer_key: Mapped[str] = mapped_column(String(200), default="")
    model_key: Mapped[str] = mapped_column(String(200), default="")
    serial_key: Mapped[str] = mapped_column(String(200), default="")
    inventory_key: Mapped[str] = mapped_column(String(100), default="")
    site_key: Mapped[str] = mapped_column(String(200), default="")
    person_key: Mapped[str] = mapped_column(String(300), default="")
    contract_key: Mapped[str] = mapped_column(String(60), default="")

    __mapper_args__ = {"primary_key": [id]}  # noqa: RUF012 - the base declares it as an instance variable
    __table_args__ = (
        *(Index(f"ix_equipment_by_{name}", "deleted_at", name) for name in SORTED_COLUMNS),
        Index("ix_equipment_site_id", "site_id", sqlite_where=text("deleted_at IS NULL")),
        Index("ix_equipment_contract_id", "contract_id", sqlite_where=text("deleted_at IS NULL")),
        Index("ix_equipment_person_id", "person_id", sqlite_where=text("deleted_at IS NULL")),
    )


class Assignment(Record, Base):
    """One person had one machine from a day to a day. Ended, never overwritten."""

    __tablename__ = "assignment"

    equipment_id: Mapped[UUID] = mapped_column(ForeignKey("equipment.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    start: Mapped[date] = mapped_column("from_day", Day())
    end: Mapped[date | None] = mapped_column("to_day", Day(), default=None)
