"""Whether a contract pays for a request, which one, what help costs otherwise, and when the first answer is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from app.domain.eligibility import Condition
from app.domain.errors import RuleError
from app.domain.explain import Explained, Explanation
from app.domain.formatting import PARIS
from app.domain.offers import Offer
from app.domain.pricing import off_contract_price
from app.domain.records import RUNNING, HolidayZone, OfferKind, RequestKind, ResignationStatus, label
from app.domain.support_clock import SupportClock
from app.domain.text import Text, msg
from app.domain.values.support import CoverPreview, NewRequest
from app.domain.visits import covered_headline
from app.services.closures import with_closures
from app.services.context import ServiceContext
from app.services.contract_reading import UnreadableContractError, offer_from_copy
from app.services.support_services import asked_service, unlimited_support
from app.store import contract_queries, office_queries
from app.store.tables import Contract, Equipment, Site
from app.store.unit_of_work import Session

HALF_HOUR = 30


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


@dataclass(frozen=True)
class _Finding:
    """One contract looked at: whether it pays (none: nobody knows), and why. One that is `silent` does not speak of help at all."""

    covered: bool | None
    step: Text
    contract: Contract | None = None
    conditions: tuple[Condition, ...] = ()
    more: tuple[Text, ...] = ()
    silent: bool = False


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
    steps, found = _looked_for(session, new, place, at, but)
    kept = offer_from_copy(found.contract.offer_copy) if found.contract is not None else None
    offer = with_closures(session, context.offers(), kept) if kept is not None else None
    rates = offer if offer is not None and offer.off_contract is not None else rates_of(session, context)
    if found.contract is not None and new.site_id is None and place.site is None and found.contract.site_id is not None:
        site = session.get(Site, found.contract.site_id)
        place = place if site is None else replace(place, site=site, zone=site.holiday_zone)
    due = None if new.kind is RequestKind.QUOTE or found.contract is None or offer is None else due_of(offer, place.zone, at)
    half_hour = off_contract_price(rates, HALF_HOUR).value if rates is not None else None
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
    if found.contract is not None:
        inputs.append((msg("Contrat"), found.contract.number))
    headline = _headline(new, found, half_hour)
    preview = CoverPreview(
        covered=None if new.kind is RequestKind.QUOTE else found.covered,
        headline=headline,
        contract_id=found.contract.id if found.contract else None,
        contract_number=found.contract.number if found.contract else "",
        offer_name=offer.name.text.render() if offer else "",
        provider=found.contract.provider if found.contract else "",
        phone=_phone(offer),
        half_hour=half_hour,
        version_update=update,
        conditions=found.conditions,
        can_ask_quote=bool(new.service) and found.covered is not True and new.kind is not RequestKind.QUOTE,
        due=due.value if due else None,
        due_promised=bool(due and offer and offer.support and offer.support.first_response_promised),
        due_why=due.why if due else None,
        why=Explanation(rule, tuple(inputs), (*steps, *_price_steps(found, rates, half_hour, update), headline)),
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


def runs_on(session: Session, row: Contract, day: date) -> bool:
    """Whether a contract binds the provider on `day`: it runs, has begun, and no resignation that has left ended it before."""
    if row.status not in RUNNING or row.start > day or row.deleted_at is not None:
        return False
    letter = contract_queries.current_resignation(session, row.id)
    return letter is None or letter.status is ResignationStatus.TO_SEND or letter.effective_date >= day


def rates_of(session: Session, context: ServiceContext) -> Offer | None:
    """The offer whose prices count without a contract: that of the office's newest software support, else the only one that has prices."""
    kept = contract_queries.contracts(session, kind=OfferKind.SOFTWARE_SUPPORT)
    for row in sorted(kept, key=lambda each: (each.status in RUNNING, each.start), reverse=True):
        offer = offer_from_copy(row.offer_copy)
        if offer is not None and offer.off_contract is not None:
            return offer
    known = [offer for offer in context.offers().values() if offer.off_contract is not None]
    return known[0] if len(known) == 1 else None


def _looked_for(session: Session, new: NewRequest, place: Place, at: datetime, but: UUID | None) -> tuple[tuple[Text, ...], _Finding]:
    """The contract that decides, and what was found on the way."""
    day = at.astimezone(PARIS).date()
    steps: list[Text] = []
    last: _Finding | None = None
    for finding in _findings(session, new, place, day, but):
        steps += [finding.step, *finding.more]
        if finding.covered is True:
            return tuple(steps), finding
        # Where no contract pays, the answer is the first that is not a plain no, or else the first no, or else a contract's silence.
        if finding.contract is not None and (last is None or last.silent or (last.covered is False and finding.covered is None)):
            last = last if last is not None and finding.silent else finding
    if last is not None:
        return tuple(steps), last
    none = _Finding(False, msg("Aucun contrat en cours ne couvre cette demande."))
    return (*steps, none.step), none


def _findings(session: Session, new: NewRequest, place: Place, day: date, but: UUID | None) -> Iterator[_Finding]:
    named = session.get(Contract, new.contract_id) if new.contract_id else None
    own = session.get(Contract, place.machine.contract_id) if place.machine is not None and place.machine.contract_id else None
    if new.service:
        yield from _service_findings(session, new, place, named, own, day, but)
        return
    if named is not None:
        yield from _one(session, named, day)
        return
    if own is not None:
        yield from _one(session, own, day)
    running = [row for row in contract_queries.contracts(session, site_id=place.site_id, statuses=RUNNING) if runs_on(session, row, day)]
    # A contract of the very site comes before one of the whole office.
    running.sort(key=lambda row: row.site_id is None)
    for row in running:
        if row.kind is OfferKind.MANAGED_IT and own is not None and row.linked_contract_id == own.id and row is not own:
            yield from _one(session, row, day)
    for row in running:
        if row.kind is OfferKind.SOFTWARE_SUPPORT and row is not own:
            yield from _one(session, row, day)
    if place.machine is None:
        for row in running:
            if row.kind is OfferKind.MANAGED_IT:
                yield from _one(session, row, day)


def _service_findings(
    session: Session, new: NewRequest, place: Place, named: Contract | None, own: Contract | None, day: date, but: UUID | None
) -> Iterator[_Finding]:
    wanted = max(new.appointment_at.astimezone(PARIS).date(), day) if new.appointment_at is not None else day
    rows = [named] if named is not None else contract_queries.contracts(session, site_id=place.site_id, statuses=RUNNING)
    managed = [row for row in rows if row.kind is OfferKind.MANAGED_IT]
    managed.sort(key=lambda row: (own is None or row.linked_contract_id != own.id, row.site_id is None))
    for row in managed:
        if not runs_on(session, row, day):
            yield _not_running(row)
            continue
        if offer_from_copy(row.offer_copy) is None:
            yield _unreadable(row)
            continue
        choice = asked_service(session, row, new.service, wanted, place.site, but)
        yield _Finding(choice.due, choice.why.steps[0], row, choice.conditions, choice.why.steps[1:])
    if named is not None and not managed:
        step = msg("Le contrat {number} ne comporte pas de prestations d’infogérance.", number=named.number)
        yield _Finding(False, step, named)


def _one(session: Session, row: Contract, day: date) -> Iterator[_Finding]:
    """What one contract says of a request for help."""
    if not runs_on(session, row, day):
        yield _not_running(row)
        return
    offer = offer_from_copy(row.offer_copy)
    if offer is None:
        yield _unreadable(row)
        return
    name = offer.name.text
    match row.kind:
        case OfferKind.SOFTWARE_SUPPORT:
            yield _Finding(True, msg("Le contrat {number} comprend l’assistance ({offer}).", number=row.number, offer=name), row)
        case OfferKind.RENTAL:
            breakdown = offer.rental.cover_of("breakdown") if offer.rental is not None else None
            if offer.support is not None or (breakdown is not None and breakdown.covered):
                yield _Finding(
                    True, msg("La location {number} comprend l’assistance en cas de panne ({offer}).", number=row.number, offer=name), row
                )
            else:
                yield _Finding(
                    None,
                    msg("La location {number} ne dit rien de l’assistance ({offer}).", number=row.number, offer=name),
                    row,
                    silent=True,
                )
        case OfferKind.MANAGED_IT:
            due = unlimited_support(offer)
            yield _Finding(due.value, due.why.steps[0], row, more=due.why.steps[1:] if due.value is None else ())


def _not_running(row: Contract) -> _Finding:
    step = msg(
        "Le contrat {number} n’est pas en cours ({status})\u00a0: il ne couvre pas la demande.", number=row.number, status=label(row.status)
    )
    return _Finding(False, step)


def _unreadable(row: Contract) -> _Finding:
    return _Finding(None, UnreadableContractError(row.number).text, row)


def _headline(new: NewRequest, found: _Finding, half_hour: Decimal | None) -> Text:
    if new.kind is RequestKind.QUOTE:
        return msg("Demande de devis\u00a0: rien n’est commandé, le prestataire répond par un prix.")
    number = found.contract.number if found.contract is not None else ""
    if found.covered is not False:
        return covered_headline(found.covered is True, number)
    if new.service:
        return msg("Pas dans votre contrat\u00a0: peut partir comme demande de devis")
    if half_hour is None:
        return msg("Hors contrat\u00a0: le prix est à demander au prestataire")
    return msg("Hors contrat\u00a0: {price}\u00a0HT par demi-heure commencée", price=half_hour)


def _price_steps(found: _Finding, rates: Offer | None, half_hour: Decimal | None, update: Decimal | None) -> Iterator[Text]:
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
