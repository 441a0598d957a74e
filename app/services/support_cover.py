"""Whether a contract pays for a request, which one, what help costs otherwise, and when the first answer is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from app.domain.errors import RuleError
from app.domain.explain import Explained, Explanation
from app.domain.formatting import PARIS
from app.domain.managed_services import ServiceDecision
from app.domain.offers import Offer
from app.domain.records import RUNNING, HolidayZone, OfferKind, RequestKind
from app.domain.support_clock import SupportClock
from app.domain.support_cover import Finding, KeptContract, Known, Letter, decide, half_hour_price, headline, rates_of
from app.domain.text import Text, msg
from app.domain.values.support import CoverPreview, NewRequest
from app.services.closures import with_closures
from app.services.context import ServiceContext
from app.services.contract_reading import offer_from_copy
from app.services.support_services import decision_of
from app.store import contract_queries, office_queries
from app.store.tables import Contract, Equipment, Site
from app.store.unit_of_work import Session


@dataclass(frozen=True)
class Place:
    """Where help is needed. `site` is none where the office has several and nobody said which."""

    machine: Equipment | None
    site: Site | None
    zone: HolidayZone

    @property
    def site_id(self) -> UUID | None:
        """The site's id."""
        return self.site.id if self.site is not None else None


@dataclass(frozen=True)
class Cover:
    """What is known of a request's cover.

    Attributes:
        offer: the frozen offer of the contract it falls under, with every bridge day known by now; none where it cannot be read.
        rates: the offer whose prices count without a contract.
    """

    preview: CoverPreview
    place: Place
    offer: Offer | None
    rates: Offer | None


def cover_of(session: Session, context: ServiceContext, new: NewRequest, at: datetime, but: UUID | None = None) -> Cover:
    """How a request stands that is made at `at`.

    The machine's own contract comes first; then the managed IT tied to it; then the office's software support. A service is looked for
    in the managed contracts.

    Args:
        session: the open session.
        context: for the offers of today, whose prices count where no contract has any.
        new: the request; its machine, contract and site exist.
        at: aware.
        but: the request itself, when it is kept already.
    """
    place = place_of(session, new)
    steps, found = decide(_known(session, new, place, at, but))
    contract = session.get_one(Contract, UUID(found.contract.id)) if found.contract is not None else None
    kept = offer_from_copy(contract.offer_copy) if contract is not None else None
    offer = with_closures(session, context.offers(), kept) if kept is not None else None
    rates = offer if offer is not None and offer.off_contract is not None else _rates(session, context)
    if contract is not None and new.site_id is None and place.site is None and contract.site_id is not None:
        site = session.get(Site, contract.site_id)
        place = place if site is None else replace(place, site=site, zone=site.holiday_zone)
    due = None if new.kind is RequestKind.QUOTE or offer is None else due_of(offer, place.zone, at)
    half_hour = half_hour_price(rates)
    update = rates.off_contract.version_update if rates is not None and rates.off_contract is not None else None
    rule = msg(
        "Le contrat du matériel passe d’abord, puis l’infogérance liée à sa location, puis le contrat de support du logiciel."
        " Sans contrat qui couvre la demande, l’aide est facturée."
    )
    inputs: list[tuple[Text, object]] = []
    if place.machine is not None:
        inputs.append((msg("Matériel"), place.machine.designation))
    if place.site is not None:
        inputs.append((msg("Site"), place.site.name))
    if contract is not None:
        inputs.append((msg("Contrat"), contract.number))
    said = headline(new.kind, new.service, found, half_hour)
    preview = CoverPreview(
        covered=None if new.kind is RequestKind.QUOTE else found.covered,
        headline=said,
        contract_id=contract.id if contract else None,
        contract_number=contract.number if contract else "",
        offer_name=offer.name.text.render() if offer else "",
        provider=contract.provider if contract else "",
        phone=_phone(offer),
        half_hour=half_hour,
        version_update=update,
        conditions=found.conditions,
        can_ask_quote=bool(new.service) and found.covered is not True and new.kind is not RequestKind.QUOTE,
        due=due.value if due else None,
        due_promised=bool(due and offer and offer.support and offer.support.first_response_promised),
        due_why=due.why if due else None,
        why=Explanation(rule, tuple(inputs), (*steps, *_price_steps(found, rates, half_hour, update), said)),
    )
    return Cover(preview, place, offer, rates)


def place_of(session: Session, new: NewRequest) -> Place:
    """The site of the machine, the one given, or the only one; its holidays, or else those of the only zone, or the mainland's."""
    machine = session.get(Equipment, new.equipment_id) if new.equipment_id else None
    for site_id in (machine.site_id if machine else None, new.site_id):
        site = session.get(Site, site_id) if site_id else None
        if site is not None:
            return Place(machine, site, site.holiday_zone)
    sites = office_queries.sites(session)
    if len(sites) == 1:
        return Place(machine, sites[0], sites[0].holiday_zone)
    zones = {site.holiday_zone for site in sites}
    return Place(machine, None, zones.pop() if len(zones) == 1 else HolidayZone.MAINLAND)


def due_of(offer: Offer, zone: HolidayZone, at: datetime) -> Explained[datetime] | None:
    """When the first answer is due under an offer; none where it sets no aim, or never opens."""
    support = offer.support
    if support is None or support.first_response_minutes is None:
        return None
    try:
        return SupportClock(support, zone).explain_due(at, support.first_response_minutes)
    except RuleError:
        return None


def _known(session: Session, new: NewRequest, place: Place, at: datetime, but: UUID | None) -> Known:
    """What is known where a request is judged that is made at `at`."""
    day = at.astimezone(PARIS).date()
    wanted = max(new.appointment_at.astimezone(PARIS).date(), day) if new.appointment_at is not None else day

    def found(contract_id: UUID | None) -> KeptContract | None:
        row = session.get(Contract, contract_id) if contract_id else None
        return _as_kept(session, row) if row is not None else None

    def running() -> list[KeptContract]:
        return [_as_kept(session, row) for row in contract_queries.contracts(session, site_id=place.site_id, statuses=RUNNING)]

    def judge(contract: KeptContract, _: Offer) -> ServiceDecision:
        return decision_of(session, session.get_one(Contract, UUID(contract.id)), new.service, wanted, place.site, but)

    own = found(place.machine.contract_id) if place.machine is not None else None
    return Known(day, new.service, place.machine is not None, found(new.contract_id), own, running, judge)


def _as_kept(session: Session, row: Contract) -> KeptContract:
    """A contract as the rules of cover read it."""

    def letter() -> Letter | None:
        resignation = contract_queries.current_resignation(session, row.id)
        return Letter(resignation.status, resignation.effective_date) if resignation is not None else None

    return KeptContract(
        id=str(row.id),
        number=row.number,
        kind=row.kind,
        status=row.status,
        start=row.start,
        site_id=str(row.site_id) if row.site_id is not None else None,
        linked_id=str(row.linked_contract_id) if row.linked_contract_id is not None else None,
        letter=letter,
        offer=lambda: offer_from_copy(row.offer_copy),
        deleted=row.deleted_at is not None,
    )


def _rates(session: Session, context: ServiceContext) -> Offer | None:
    kept = contract_queries.contracts(session, kind=OfferKind.SOFTWARE_SUPPORT)
    return rates_of([_as_kept(session, row) for row in kept], context.offers)


def _price_steps(found: Finding, rates: Offer | None, half_hour: Decimal | None, update: Decimal | None) -> Iterator[Text]:
    if rates is None or half_hour is None:
        if found.covered is not True:
            yield msg("Aucune offre connue ne donne de prix hors contrat.")
        return
    if found.covered is True:
        yield msg(
            "Sans contrat, l’aide coûterait {price}\u00a0HT par demi-heure commencée ({offer}).", price=half_hour, offer=rates.name.text
        )
    else:
        yield msg("Hors contrat, {price}\u00a0HT par demi-heure commencée ({offer}).", price=half_hour, offer=rates.name.text)
    if update is not None:
        yield msg("Mise à jour de la version en service, hors contrat\u00a0: {price}\u00a0HT.", price=update)


def _phone(offer: Offer | None) -> str:
    if offer is None:
        return ""
    return (offer.support.phone if offer.support else "") or offer.provider.phone
