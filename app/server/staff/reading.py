"""What judging a request reads of an organisation: each kind of record once, and only where something asks for it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache, cached_property
from typing import Any

from sqlalchemy import select

from app.domain.managed_services import ON_SITE_VISIT
from app.domain.offers import Offer, read_copy, read_offers
from app.domain.records import RUNNING, ContractStatus, InterventionKind, OfferKind, RequestKind, RequestStatus, ResignationStatus
from app.domain.support_cover import KeptContract, Letter
from app.domain.text import TRANSLATIONS
from app.domain.visits import VisitAsked
from app.server.pen import Pen
from app.server.rows import Row, is_type, page, tombstone, with_value
from app.server.tables import record

#: An office has few sites; of more than these nobody is asked which zone they share.
_MOST_SITES = 500
#: More records than any organisation has of a type.
_ALL = 1_000_000
_LAST = datetime(9990, 1, 1, tzinfo=UTC)


class Office:
    """An organisation's records, as they stand in one transaction."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._contracts: dict[str, KeptContract] = {}

    def row(self, kind: str, known: object) -> Row | None:
        """The record of that type and id, deleted or not: on a shop's computer too, what names a deleted one goes on meaning it."""
        if not isinstance(known, str):
            return None
        c = record.c
        query = select(c.row_id, c.type, c.seq, c.data, c.by, c.at).where(is_type(kind))
        found = self._pen.connection.execute(query.where(c.organisation == self._pen.organisation, c.row_id == known)).one_or_none()
        return Row(found.row_id, found.type, found.seq, json.loads(found.data), found.by, found.at) if found is not None else None

    def contract(self, known: object) -> KeptContract | None:
        """The contract of that id, deleted or not."""
        row = self.row("contract", known)
        if row is None:
            return None
        return self._as_kept(row, deleted=tombstone(self._pen.connection, self._pen.organisation, row.id) is not None)

    def running(self, site_id: str | None) -> list[KeptContract]:
        """The contracts that run, by number: those of a site and of none, or all where the site is none."""
        return [self._as_kept(row) for row in self._running if site_id is None or row.data.get("site_id") in (None, site_id)]

    def support(self) -> list[KeptContract]:
        """Every contract of software support, by number."""
        return [self._as_kept(row) for row in _by_number(self._with("contract", "kind", OfferKind.SOFTWARE_SUPPORT))]

    def running_with(self, provider: str, day: date) -> int:
        """How many contracts run with a provider and have begun on a day."""
        return sum(row.data["start"] <= day.isoformat() for row in self._running if _provider(row) == provider)

    def rented_devices(self, provider: str) -> int:
        """How many devices, of whatever kind, the running rental contracts with a provider hold."""
        rentals = {row.id for row in self._running if row.data["kind"] == OfferKind.RENTAL and _provider(row) == provider}
        lines = self._every("contract_line") if rentals else []
        return sum(int(line.data["quantity"]) for line in lines if line.data["position"] == 0 and line.data["contract_id"] in rentals)

    def visits(self, contract_id: str) -> Iterator[VisitAsked]:
        """The requests under a contract for which somebody came on site, or was asked to; none of those sent for a quote."""
        for row in self._with("support_request", "contract_id", contract_id):
            worked = self._worked.get(row.id)
            if row.data["kind"] != RequestKind.QUOTE and (worked is not None or row.data["service"] == ON_SITE_VISIT):
                yield as_asked(row, worked)

    @cached_property
    def sites(self) -> list[Row]:
        """Its sites."""
        return page(self._pen.connection, self._pen.organisation, "site", "", _MOST_SITES)

    @cached_property
    def city(self) -> str:
        """Its own city."""
        own = next(iter(page(self._pen.connection, self._pen.organisation, "organisation", "", 1)), None)
        return str(own.data["city"]) if own is not None else ""

    @cached_property
    def _running(self) -> list[Row]:
        return _by_number(self._with("contract", "status", *RUNNING))

    @cached_property
    def _letters(self) -> dict[str, Row]:
        """The newest letter of each contract that has one."""
        return {str(row.data["contract_id"]): row for row in self._every("resignation")}

    @cached_property
    def _worked(self) -> dict[str, datetime]:
        """By request: when the first work on site began that is over and was not billed."""
        found: dict[str, list[datetime]] = defaultdict(list)
        for work in self._with("intervention", "kind", InterventionKind.ON_SITE):
            if work.data["ended_at"] is not None and work.data["billable_minutes"] == 0:
                found[str(work.data["request_id"])].append(moment(work.data["started_at"]))
        return {request: min(starts) for request, starts in found.items()}

    def _with(self, kind: str, field: str, *values: str) -> Iterator[Row]:
        return with_value(self._pen.connection, self._pen.organisation, kind, field, values)

    def _every(self, kind: str) -> list[Row]:
        return page(self._pen.connection, self._pen.organisation, kind, "", _ALL)

    def _as_kept(self, row: Row, *, deleted: bool = False) -> KeptContract:
        if row.id not in self._contracts:
            self._contracts[row.id] = KeptContract(
                id=row.id,
                number=str(row.data["number"]),
                kind=OfferKind(row.data["kind"]),
                status=ContractStatus(row.data["status"]),
                start=date.fromisoformat(row.data["start"]),
                site_id=row.data.get("site_id"),
                linked_id=row.data.get("linked_contract_id"),
                letter=lambda: self._letter(row.id),
                offer=cache(lambda: _offer(row)),
                deleted=deleted,
            )
        return self._contracts[row.id]

    def _letter(self, contract_id: str) -> Letter | None:
        row = self._letters.get(contract_id)
        if row is None:
            return None
        return Letter(ResignationStatus(row.data["status"]), date.fromisoformat(row.data["effective_date"]))


@cache
def shipped_offers() -> Mapping[str, Offer]:
    """The offers that come with the program, by id: on a server the same as on a shop's computer."""
    return read_offers(TRANSLATIONS.parent / "offers")[0]


def as_asked(row: Row, worked: datetime | None = None) -> VisitAsked:
    """A request as the rule of visits reads it."""
    data = row.data
    appointment = moment(data["appointment_at"]) if data.get("appointment_at") else None
    status, opened = RequestStatus(data["status"]), moment(data["opened_at"])
    return VisitAsked(row.id, str(data["number"]), status, data.get("covered"), opened, appointment, worked)


def moment(text: str) -> datetime:
    """A moment of a record. One from the end of time, which older servers took, is brought near enough to be told in any time zone."""
    return min(datetime.fromisoformat(text).astimezone(UTC), _LAST)


def _by_number(rows: Iterator[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: str(row.data["number"]))


def _offer(contract: Row) -> Offer | None:
    """The offer as a contract froze it; none where this program cannot read it, or where it is none of a contract of that kind."""
    offer = read_copy(json.dumps(contract.data.get("offer_copy")))
    managed = contract.data["kind"] == OfferKind.MANAGED_IT
    return None if offer is None or (managed and offer.managed is None) else offer


def _provider(contract: Row) -> str:
    copy: Any = contract.data.get("offer_copy")
    provider = copy.get("provider") if isinstance(copy, Mapping) else None
    return str(provider.get("id", "")) if isinstance(provider, Mapping) else ""
