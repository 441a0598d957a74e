"""What the home screen and the window's frame read: a few small statements on a plain connection, whatever the office's size."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from sqlite3 import Connection, Row
from typing import NamedTuple
from uuid import UUID

from app.domain.records import (
    ContractStatus,
    EquipmentStatus,
    HolidayZone,
    OfferKind,
    RatingValue,
    Renewal,
    RequestStatus,
    ResignationStatus,
)

_OPEN = (RequestStatus.NEW, RequestStatus.CALL_BACK_PLANNED, RequestStatus.IN_PROGRESS, RequestStatus.WAITING_FOR_CUSTOMER)


@dataclass(frozen=True)
class ContractFacts:
    """A contract as the home screen needs it; amounts a month in euros. `send_by` and `resignation` belong to the letter under way."""

    id: UUID
    number: str
    kind: OfferKind
    provider: str
    provider_id: str
    status: ContractStatus
    start: date
    commitment_months: int
    offer_name: str
    offer_name_en: str
    phone: str
    renewal: Renewal
    renewal_months: int | None
    notice_days: int
    monthly: Decimal
    monthly_vat: Decimal
    resignation: ResignationStatus | None
    send_by: date | None

    @property
    def readable(self) -> bool:
        """Whether this program could read and price it; without that, what is derived from its offer and lines is empty."""
        return bool(self.provider_id)


def organisation(connection: Connection) -> tuple[str, str] | None:
    """Name and SIREN of the office, `None` before the first run is done."""
    row = connection.execute("SELECT name, siren FROM organisation WHERE deleted_at IS NULL ORDER BY id LIMIT 1").fetchone()
    return None if row is None else (row["name"], row["siren"])


def sites(connection: Connection) -> list[tuple[UUID, str]]:
    """The living sites by name."""
    return [
        (UUID(row["id"]), row["name"]) for row in connection.execute("SELECT id, name FROM site WHERE deleted_at IS NULL ORDER BY name")
    ]


def contracts(connection: Connection, site_id: UUID | None = None) -> list[ContractFacts]:
    """Living contracts by number, each with its newest resignation; with a site, those of that site and those of none."""
    query = """
        SELECT c.*, r.status AS resignation, r.send_by AS send_by
        FROM contract c
        LEFT JOIN resignation r ON r.id = (
            SELECT id FROM resignation WHERE contract_id = c.id AND deleted_at IS NULL ORDER BY created_at DESC LIMIT 1
        )
        WHERE c.deleted_at IS NULL AND (:site IS NULL OR c.site_id = :site OR c.site_id IS NULL)
        ORDER BY c.number
    """
    return [_facts(row) for row in connection.execute(query, {"site": site_id.hex if site_id else None})]


class SupportHours(NamedTuple):
    """The support rules that a contract keeps, as JSON (`None` without any), the holidays of its site, and whose offer it is."""

    support: str | None
    zone: HolidayZone
    offer_id: str
    provider_id: str


def support_hours(connection: Connection, contract_id: UUID) -> SupportHours:
    """When support is open under a contract.

    A contract of no site keeps those of the only zone there is, or else the mainland's.
    """
    query = "SELECT offer_copy, (SELECT holiday_zone FROM site WHERE id = contract.site_id) AS zone FROM contract WHERE id = ?"
    row = connection.execute(query, [contract_id.hex]).fetchone()
    zones = connection.execute("SELECT DISTINCT holiday_zone FROM site WHERE deleted_at IS NULL").fetchall()
    copy = json.loads(row["offer_copy"])
    support = copy.get("support")
    zone = row["zone"] or (zones[0]["holiday_zone"] if len(zones) == 1 else HolidayZone.MAINLAND)
    return SupportHours(None if support is None else json.dumps(support), HolidayZone(zone), copy["id"], copy["provider"]["id"])


def machines_by_status(connection: Connection, site_id: UUID | None = None) -> dict[EquipmentStatus, int]:
    """How many living machines stand where, for one site or all."""
    condition = " AND site_id = :site" if site_id else ""
    query = f"SELECT status, count(*) AS n FROM equipment WHERE deleted_at IS NULL{condition} GROUP BY status"
    return {EquipmentStatus(row["status"]): row["n"] for row in connection.execute(query, {"site": site_id.hex} if site_id else {})}


def ratings(connection: Connection) -> dict[RatingValue, int]:
    """How many ratings of each smiley there are, from the figures of the months."""
    query = "SELECT sum(great) AS great, sum(neutral) AS neutral, sum(poor) AS poor FROM support_month"
    months = connection.execute(query).fetchone()
    return {value: months[value.value] for value in RatingValue if months[value.value]}


def open_requests(connection: Connection) -> int:
    """How many support requests wait for an end."""
    holes = ", ".join("?" * len(_OPEN))
    query = f"SELECT count(*) FROM support_request INDEXED BY ix_support_request_status WHERE status IN ({holes}) AND deleted_at IS NULL"
    found: int = connection.execute(query, [status.value for status in _OPEN]).fetchone()[0]
    return found


def _facts(row: Row) -> ContractFacts:
    return ContractFacts(
        id=UUID(row["id"]),
        number=row["number"],
        kind=OfferKind(row["kind"]),
        provider=row["provider"],
        provider_id=row["provider_id"],
        status=ContractStatus(row["status"]),
        start=date.fromisoformat(row["start"]),
        commitment_months=row["commitment_months"],
        offer_name=row["offer_name"],
        offer_name_en=row["offer_name_en"],
        phone=row["phone"],
        renewal=Renewal(row["renewal"]),
        renewal_months=row["renewal_months"],
        notice_days=row["notice_days"],
        monthly=Decimal(row["monthly"]).scaleb(-2),
        monthly_vat=Decimal(row["monthly_vat"]).scaleb(-2),
        resignation=ResignationStatus(row["resignation"]) if row["resignation"] else None,
        send_by=date.fromisoformat(row["send_by"]) if row["send_by"] else None,
    )
