"""What a request falls under: the contract that binds the provider, its hours and prices, the site, and the visits it gives a right to.

The shop's computers judge the same with the same rules; here the records are read from the server's own tables.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from app.domain.formatting import PARIS
from app.domain.managed_services import ON_SITE_VISIT, VisitRequest, on_site_visit, service_due
from app.domain.offers import Offer, read_copy
from app.domain.records import RUNNING, HolidayZone, InterventionKind, OfferKind, RequestKind, RequestStatus, ResignationStatus
from app.domain.text import Text
from app.domain.told import told
from app.domain.visits import VisitAsked, counted_visits, covered_headline, not_due_note
from app.server.pen import Pen
from app.server.problems import MissingError
from app.server.rows import Row, page, with_value
from app.server.staff.closures import bridge_days

#: An office has few sites; of more than these nobody is asked which zone they share.
_MOST_SITES = 500
_LAST = datetime(9990, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Covering:
    """What counts for a request.

    Attributes:
        contract: the one it falls under; none where none did when it was made.
        offer: as that contract froze it, with every bridge day published by now; none where it cannot be read.
        rates: the offer whose prices count without a contract.
        site: none where the office has several and nobody said which.
        zone: whose public holidays close support.
    """

    contract: Row | None
    offer: Offer | None
    rates: Offer | None
    site: Row | None
    zone: HolidayZone


def covering(pen: Pen, request: Row) -> Covering:
    """What counts for a request, as it was when the request was made."""
    contract = _contract(pen, request)
    site, zone = _place(pen, request)
    if site is None and contract is not None and (found := _found(pen, "site", contract.data.get("site_id"))) is not None:
        site, zone = found, HolidayZone(found.data["holiday_zone"])
    kept = _offer(contract) if contract is not None else None
    offer = _with_closures(pen, kept) if kept is not None else None
    rates = offer if offer is not None and offer.off_contract is not None else _rates(pen)
    return Covering(contract, offer, rates, site, zone)


def covered(pen: Pen, request: Row, known: Covering, kind: InterventionKind, at: datetime) -> tuple[bool | None, dict[str, Any]]:
    """Whether a contract pays for work of that kind, and what of the request changes by it.

    On site under managed IT, work is one of the visits, due or not. What is not due is written into the request's note; a request for a
    visit is then not covered itself.
    """
    said: bool | None = request.data.get("covered")
    contract = known.contract
    if said is False or kind is not InterventionKind.ON_SITE or contract is None or contract.data["kind"] != OfferKind.MANAGED_IT:
        return said, {}
    if known.offer is None or known.offer.managed is None:
        return None, {}  # the contract cannot be read here: nobody knows
    due, reason = _visit(pen, request, known, contract, known.offer, at.astimezone(PARIS).date())
    if due is not False:
        return (said if due else None), {}
    note = not_due_note(reason)
    if request.data.get("service") == ON_SITE_VISIT:
        return False, {"covered": False, "cover_note": told(note)}
    return False, {"cover_note": told((covered_headline(said is True, str(contract.data["number"])), note))}


def _visit(pen: Pen, request: Row, known: Covering, contract: Row, offer: Offer, day: date) -> tuple[bool | None, Text]:
    """Whether a visit is due, and if not, why."""
    managed = offer.managed
    if managed is None or managed.on_site_visit is None or all(service.id != ON_SITE_VISIT for service in managed.services):
        due = service_due(offer, ON_SITE_VISIT)
        return due.value, due.why.steps[0]
    start = date.fromisoformat(contract.data["start"])
    asked = list(_asked(pen, contract.id))
    judged = next((one for one in asked if one.id == request.id), None) or _as_asked(request, None)
    running = [row for row in _running(pen) if _provider(row) == offer.provider.id]
    visit = VisitRequest(
        wanted_on=max(day, start),
        city=_city(pen, contract, known.site),
        contracts=sum(row.data["start"] <= day.isoformat() for row in running),
        devices=sum(_quantity(pen, row) for row in running if row.data["kind"] == OfferKind.RENTAL),
        contract_start=start,
        visits=[visit_at.astimezone(PARIS).date() for visit_at in counted_visits(asked, judged)],
    )
    decision = on_site_visit(offer, visit)
    reason = next((condition.why for condition in decision.conditions if condition.met is False), decision.why.steps[0])
    return decision.due, reason


def _contract(pen: Pen, request: Row) -> Row | None:
    """The contract that the request names, where it bound the provider on the day of the request."""
    row = _found(pen, "contract", request.data.get("contract_id"))
    if row is None or (request.data.get("service") and row.data["kind"] != OfferKind.MANAGED_IT):
        return None
    day = moment(request.data["opened_at"]).astimezone(PARIS).date().isoformat()
    if row.data["status"] not in RUNNING or row.data["start"] > day:
        return None
    letters = with_value(pen.connection, pen.organisation, "resignation", "contract_id", [row.id])
    letter = max(letters, key=lambda one: one.id, default=None)
    if letter is None or letter.data["status"] == ResignationStatus.TO_SEND or letter.data["effective_date"] >= day:
        return row
    return None


def _offer(contract: Row) -> Offer | None:
    """The offer as a contract froze it; none where this program cannot read it."""
    return read_copy(json.dumps(contract.data.get("offer_copy")))


def _with_closures(pen: Pen, offer: Offer) -> Offer:
    """The offer with every bridge day of its provider that was published by now."""
    if offer.support is None:
        return offer
    return offer.model_copy(update={"support": offer.support.model_copy(update={"bridge_days": bridge_days(pen, offer)})})


def _rates(pen: Pen) -> Offer | None:
    """The offer of the office's newest software support that has prices off contract, those that run first."""
    rows = with_value(pen.connection, pen.organisation, "contract", "kind", [OfferKind.SOFTWARE_SUPPORT])
    for row in sorted(rows, key=lambda one: (one.data["status"] in RUNNING, one.data["start"]), reverse=True):
        offer = _offer(row)
        if offer is not None and offer.off_contract is not None:
            return offer
    return None


def _place(pen: Pen, request: Row) -> tuple[Row | None, HolidayZone]:
    """The machine's site, the request's, or the only one; its holidays, or else those of the only zone, or the mainland's."""
    machine = _found(pen, "equipment", request.data.get("equipment_id"))
    for known in (machine.data.get("site_id") if machine is not None else None, request.data.get("site_id")):
        if (site := _found(pen, "site", known)) is not None:
            return site, HolidayZone(site.data["holiday_zone"])
    sites = _sites(pen)
    zones = {site.data["holiday_zone"] for site in sites}
    return (sites[0] if len(sites) == 1 else None), HolidayZone(zones.pop()) if len(zones) == 1 else HolidayZone.MAINLAND


def _city(pen: Pen, contract: Row, site: Row | None) -> str:
    """The city of the site, of the contract's, of the only one; or else the office's own."""
    site = site or _found(pen, "site", contract.data.get("site_id"))
    if site is None:
        sites = _sites(pen)
        if len(sites) > 1:
            return ""
        site = sites[0] if sites else None
    if site is not None:
        return str(site.data["city"])
    office = next(iter(page(pen.connection, pen.organisation, "organisation", "", 1)), None)
    return str(office.data["city"]) if office is not None else ""


def _asked(pen: Pen, contract_id: str) -> Iterator[VisitAsked]:
    """The requests under a contract for which somebody came on site, or was asked to."""
    for row in with_value(pen.connection, pen.organisation, "support_request", "contract_id", [contract_id]):
        worked = min(_unbilled_visits(pen, row.id), default=None)
        if row.data["kind"] != RequestKind.QUOTE and (worked is not None or row.data["service"] == ON_SITE_VISIT):
            yield _as_asked(row, worked)


def _as_asked(row: Row, worked: datetime | None) -> VisitAsked:
    data = row.data
    appointment = moment(data["appointment_at"]) if data.get("appointment_at") else None
    status, opened = RequestStatus(data["status"]), moment(data["opened_at"])
    return VisitAsked(row.id, str(data["number"]), status, data.get("covered"), opened, appointment, worked)


def _unbilled_visits(pen: Pen, request_id: str) -> Iterator[datetime]:
    for work in with_value(pen.connection, pen.organisation, "intervention", "request_id", [request_id]):
        if work.data["kind"] == InterventionKind.ON_SITE and work.data["ended_at"] is not None and work.data["billable_minutes"] == 0:
            yield moment(work.data["started_at"])


def _running(pen: Pen) -> list[Row]:
    return list(with_value(pen.connection, pen.organisation, "contract", "status", RUNNING))


def _quantity(pen: Pen, contract: Row) -> int:
    lines = with_value(pen.connection, pen.organisation, "contract_line", "contract_id", [contract.id])
    return sum(int(line.data["quantity"]) for line in lines if line.data["position"] == 0)


def _provider(contract: Row) -> str:
    copy: Any = contract.data.get("offer_copy")
    provider = copy.get("provider") if isinstance(copy, Mapping) else None
    return str(provider.get("id", "")) if isinstance(provider, Mapping) else ""


def _sites(pen: Pen) -> list[Row]:
    return page(pen.connection, pen.organisation, "site", "", _MOST_SITES)


def _found(pen: Pen, kind: str, known: object) -> Row | None:
    try:
        return pen.find(kind, known) if isinstance(known, str) else None
    except MissingError:
        return None


def moment(text: str) -> datetime:
    """A moment of a record. One from the end of time, which older servers took, is brought near enough to be told in any time zone."""
    return min(datetime.fromisoformat(text).astimezone(UTC), _LAST)
