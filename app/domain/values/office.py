"""The office, its sites and its people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.records import HolidayZone


@dataclass(frozen=True)
class Organisation:
    """The office's own record. `headcount` and `micro_enterprise` are `None` while unknown."""

    id: UUID
    name: str
    legal_form: str = ""
    siren: str = ""
    siret: str = ""
    vat_number: str = ""
    address: str = ""
    postal_code: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    iban: str = ""
    bic: str = ""
    headcount: int | None = None
    micro_enterprise: bool | None = None
    representative: str = ""


@dataclass(frozen=True)
class Site:
    """A place of work."""

    id: UUID
    name: str
    address: str = ""
    postal_code: str = ""
    city: str = ""
    phone: str = ""
    holiday_zone: HolidayZone = HolidayZone.MAINLAND


@dataclass(frozen=True)
class Person:
    """Somebody who may be given equipment."""

    id: UUID
    name: str
    email: str = ""
    site_id: UUID | None = None
    site_name: str = ""
    active: bool = True
    equipment_count: int = 0


@dataclass(frozen=True)
class SearchHit:
    """One answer of the search across everything. `kind`: equipment, contract, person, site, document, request, claim."""

    kind: str
    id: UUID
    title: str
    detail: str


@dataclass(frozen=True)
class HistoryEntry:
    """One field that somebody changed. `old` and `new` are texts to show; `None` where there was nothing.

    `action`: created, changed, deleted, restored; of equipment also assigned (`new` is the person, `field` the day) and
    returned (`old` is the person, `field` the day).
    """

    at: datetime
    actor: str
    action: str
    field: str
    old: str | None
    new: str | None
