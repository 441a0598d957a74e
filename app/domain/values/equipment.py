"""Equipment as lists, sheets and forms show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Generic, TypeVar
from uuid import UUID

from app.domain.records import EquipmentCondition, EquipmentKind, EquipmentStatus, Ownership

T = TypeVar("T")

#: What a list of equipment can be sorted by, as `EquipmentQuery.sort`.
EQUIPMENT_SORTS = (
    "designation",
    "kind",
    "manufacturer",
    "model",
    "serial",
    "inventory_number",
    "status",
    "ownership",
    "condition",
    "site",
    "person",
    "contract",
    "purchase_date",
    "warranty_end",
    "updated_at",
)


@dataclass(frozen=True)
class Page(Generic[T]):
    """Some rows of a longer list: `rows` start at `offset` (from 0) of `total`."""

    total: int
    offset: int
    rows: tuple[T, ...]


@dataclass(frozen=True)
class EquipmentQuery:
    """Which equipment, in which order. Empty sets mean no filter; every word of `search` must be found."""

    search: str = ""
    site_id: UUID | None = None
    kinds: frozenset[EquipmentKind] = frozenset()
    statuses: frozenset[EquipmentStatus] = frozenset()
    ownerships: frozenset[Ownership] = frozenset()
    contract_id: UUID | None = None
    person_id: UUID | None = None
    sort: str = "designation"
    descending: bool = False


@dataclass(frozen=True)
class EquipmentRow:
    """One line of the table."""

    id: UUID
    designation: str
    kind: EquipmentKind
    manufacturer: str
    model: str
    serial: str
    inventory_number: str
    status: EquipmentStatus
    ownership: Ownership
    condition: EquipmentCondition
    site_name: str
    person_name: str
    contract_number: str
    purchase_date: date | None
    warranty_end: date | None
    updated_at: datetime


@dataclass(frozen=True)
class EquipmentSheet:
    """Everything known of one machine."""

    id: UUID
    designation: str
    kind: EquipmentKind
    manufacturer: str
    model: str
    serial: str
    inventory_number: str
    condition: EquipmentCondition
    ownership: Ownership
    status: EquipmentStatus
    site_id: UUID | None
    site_name: str
    contract_id: UUID | None
    contract_number: str
    person_id: UUID | None
    person_name: str
    os_name: str
    os_version: str
    specs: str
    teamviewer_id: str
    licence_number: str
    purchase_date: date | None
    purchase_price: Decimal | None
    warranty_end: date | None
    notes: str
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True)
class AssignmentEntry:
    """Who had a machine, from when to when; `end` is `None` while it lasts."""

    id: UUID
    person_id: UUID
    person_name: str
    start: date
    end: date | None
