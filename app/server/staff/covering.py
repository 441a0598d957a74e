"""What a request falls under: the contract that answers for it, its hours and prices, the site, and the visits it gives a right to.

The rules are those of the shop's computers; here the records are read from the server's own tables.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import Any

from app.domain.errors import RuleError
from app.domain.formatting import PARIS
from app.domain.managed_services import ON_SITE_VISIT, ServiceDecision, VisitRequest, service_asked
from app.domain.offers import Offer
from app.domain.records import HolidayZone, InterventionKind, RequestKind
from app.domain.support_cover import Finding, KeptContract, Known, decide, half_hour_price, headline, rates_of, service_not_due
from app.domain.text import Text
from app.domain.told import told
from app.domain.visits import counted_visits, is_visit, visit_cover
from app.server.pen import Pen
from app.server.rows import Row
from app.server.staff.closures import bridge_days
from app.server.staff.reading import Office, as_asked, moment, shipped_offers


class Covering:
    """What counts for a request, as it was when the request was made. Each part is read when something asks for it."""

    def __init__(self, pen: Pen, request: Row, appointment: datetime | None = None) -> None:
        """Look at a request; `appointment`: the one that it is to have, where that is not the one that it has."""
        self._pen = pen
        self._request = request
        self._office = Office(pen)
        kept = request.data.get("appointment_at")
        self._appointment = appointment or (moment(kept) if kept else None)
        self._kind = RequestKind(request.data["kind"])
        self._service = str(request.data.get("service") or "")

    @property
    def covered(self) -> bool | None:
        """Whether the contract pays; none where nobody knows."""
        return self._found.covered

    @property
    def contract(self) -> KeptContract | None:
        """The contract that answers for the request."""
        return self._found.contract

    @cached_property
    def offer(self) -> Offer | None:
        """The offer as the contract froze it, with every bridge day published by now; none where it cannot be read."""
        kept = self.contract.offer() if self.contract is not None else None
        if kept is None or kept.support is None:
            return kept
        return kept.model_copy(update={"support": kept.support.model_copy(update={"bridge_days": bridge_days(self._pen, kept)})})

    @cached_property
    def rates(self) -> Offer | None:
        """The offer whose prices count without a contract."""
        kept = self.contract.offer() if self.contract is not None else None
        return kept if kept is not None and kept.off_contract is not None else rates_of(self._office.support(), shipped_offers)

    @cached_property
    def site(self) -> Row | None:
        """Where help is needed; none where the office has several sites and nobody said which."""
        return self._place or self._contract_site

    @cached_property
    def zone(self) -> HolidayZone:
        """Whose public holidays close support: those of the site, or of the only zone, or the mainland's."""
        if self.site is not None:
            return HolidayZone(self.site.data["holiday_zone"])
        zones = {site.data["holiday_zone"] for site in self._office.sites}
        return HolidayZone(zones.pop()) if len(zones) == 1 else HolidayZone.MAINLAND

    @property
    def headline(self) -> Text:
        """What is said first of the cover, and kept as its note."""
        return headline(self._kind, self._service, self._found, half_hour_price(self.rates))

    def not_due(self) -> RuleError:
        """The refusal of the service that the request asks for; it names the reasons."""
        return service_not_due(self._found.conditions, self._decided[0])

    def of_work(self, kind: InterventionKind, at: datetime) -> tuple[bool | None, dict[str, Any]]:
        """Whether a contract pays for work of that kind, and what of the request changes by it."""
        said: bool | None = self._request.data.get("covered")
        if kind is not InterventionKind.ON_SITE or self.contract is None or not is_visit(said, kind, self.contract.kind):
            return said, {}
        offer, decision = self.contract.offer(), None
        if offer is not None:
            decision = self._judged(self.contract, offer, ON_SITE_VISIT, at.astimezone(PARIS).date(), self.site)
        found = visit_cover(said, self._service, decision, self.headline)
        changed: dict[str, Any] = {"cover_note": told(found.note)} if found.note else {}
        return found.work, changed | ({"covered": False} if found.request_not_covered else {})

    @property
    def _found(self) -> Finding:
        return self._decided[1]

    @cached_property
    def _decided(self) -> tuple[tuple[Text, ...], Finding]:
        day = moment(self._request.data["opened_at"]).astimezone(PARIS).date()
        wanted = max(self._appointment.astimezone(PARIS).date(), day) if self._appointment is not None else day

        known = Known(
            day=day,
            service=self._service,
            on_machine=self._machine is not None,
            named=self._office.contract(self._request.data.get("contract_id")),
            own=self._office.contract(self._machine.data.get("contract_id")) if self._machine is not None else None,
            running=lambda: self._office.running(self._place.id if self._place is not None else None),
            judge=lambda contract, offer: self._judged(contract, offer, self._service, wanted, self._place),
        )
        return decide(known)

    def _judged(self, contract: KeptContract, offer: Offer, service: str, day: date, site: Row | None) -> ServiceDecision:
        """How a service stands under a contract, on a day at a site."""

        def visit() -> VisitRequest:
            visits = counted_visits(self._office.visits(contract.id), as_asked(self._request))
            rule = offer.managed.on_site_visit if offer.managed is not None else None
            return VisitRequest(
                wanted_on=max(day, contract.start),
                city=self._city(contract, site),
                contracts=self._office.running_with(offer.provider.id, day),
                devices=self._office.rented_devices(offer.provider.id) if rule is not None and rule.counted == "devices" else 0,
                contract_start=contract.start,
                visits=[at.astimezone(PARIS).date() for at in visits],
            )

        return service_asked(offer, service, visit)

    def _city(self, contract: KeptContract, site: Row | None) -> str:
        """The city of the site, of the contract's, of the only one; or else the office's own."""
        site = site or self._office.row("site", contract.site_id)
        if site is None:
            if len(self._office.sites) > 1:
                return ""
            site = next(iter(self._office.sites), None)
        return str(site.data["city"]) if site is not None else self._office.city

    @cached_property
    def _machine(self) -> Row | None:
        return self._office.row("equipment", self._request.data.get("equipment_id"))

    @cached_property
    def _place(self) -> Row | None:
        """The machine's site, the request's, or the only one."""
        for known in (self._machine.data.get("site_id") if self._machine is not None else None, self._request.data.get("site_id")):
            if (site := self._office.row("site", known)) is not None:
                return site
        sites = self._office.sites
        return sites[0] if len(sites) == 1 else None

    @property
    def _contract_site(self) -> Row | None:
        return self._office.row("site", self.contract.site_id) if self.contract is not None else None
