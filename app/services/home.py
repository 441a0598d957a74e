"""The home screen in one reading: what needs somebody now, deadlines, cost, whom to call, satisfaction."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from uuid import UUID

from app.domain.deadlines import alert_level
from app.domain.errors import RuleError
from app.domain.offer_text import Bilingual
from app.domain.records import RUNNING, ContractStatus, EquipmentStatus, OfferKind, RatingValue, Renewal, ResignationStatus, label
from app.domain.term_dates import ContractTerms, PlainRules, commitment_end, day_to_watch
from app.domain.text import Text, msg
from app.domain.values.home import Deadline, HomeSummary, Need, SupportContact, SupportNow, SupportOpening
from app.services.context import ServiceContext
from app.services.home_backups import backup_needs, bad_backups
from app.services.home_support import support_needs
from app.services.home_sync import conflict_needs
from app.store import home_reading, home_support_reading
from app.store.home_reading import ContractFacts

_LEVELS = {"critical": 0, "warning": 1, "info": 2}


class HomeService:
    """Reads the home screen's summary without loading SQLAlchemy or pydantic: it is the first thing anybody sees. Thread: any."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def summary(self, site_id: UUID | None = None) -> HomeSummary:
        """Everything the home screen shows, for one site or all."""
        today = self._context.clock.today()
        with self._context.store.snapshot() as connection:
            office = home_reading.organisation(connection)
            contracts = home_reading.contracts(connection, site_id)
            by_status = home_reading.machines_by_status(connection, site_id)
            smileys = home_reading.ratings(connection)
            waiting = home_reading.open_requests(connection)
            support = list(support_needs(connection, self._context.clock.now(), site_id))
            backups = list(backup_needs(connection, self._context.clock.now(), site_id))
            conflicts = list(conflict_needs(connection))
        running = [facts for facts in contracts if facts.status in RUNNING and facts.readable]
        needs = [*_office_needs(office), *(need for facts in contracts for need in _contract_needs(facts, today))]
        needs += [*conflicts, *support, *backups, *_equipment_needs(by_status)]
        billed = [facts for facts in running if facts.start <= today]
        monthly = sum((facts.monthly for facts in billed), Decimal("0.00"))
        ratings = sum(smileys.values())
        return HomeSummary(
            organisation=office[0] if office else "",
            needs=tuple(sorted(needs, key=lambda need: _LEVELS[need.level])),
            deadlines=tuple(sorted(_deadlines(running, today), key=lambda deadline: deadline.day)),
            contacts=tuple(_contacts(running)),
            monthly_excl_tax=monthly,
            monthly_incl_tax=monthly + sum((facts.monthly_vat for facts in billed), Decimal("0.00")),
            monthly_by_contract=tuple((_offer(facts).render(), facts.monthly) for facts in billed),
            equipment_total=sum(by_status.values()),
            equipment_by_status=tuple((status.value, by_status[status]) for status in EquipmentStatus if by_status.get(status)),
            open_requests=waiting,
            ratings=ratings,
            top_share=smileys.get(RatingValue.GREAT, 0) / ratings if ratings else None,
        )

    def urgent_contracts(self, site_id: UUID | None = None) -> int:
        """How many needs of contracts are more than information: the badge beside the screen's name. Reads no machine."""
        today = self._context.clock.today()
        with self._context.store.snapshot() as connection:
            contracts = home_reading.contracts(connection, site_id)
        return sum(_is_urgent(need) for facts in contracts for need in _contract_needs(facts, today))

    def waiting_requests(self, site_id: UUID | None = None) -> int:
        """How many support requests wait for somebody now: the badge beside the screen's name."""
        with self._context.store.snapshot() as connection:
            return home_support_reading.waiting_count(connection, self._context.clock.now(), site_id)

    def bad_backups(self, site_id: UUID | None = None) -> int:
        """How many machines' backups are critical, failed or late: the badge beside the screen's name."""
        with self._context.store.snapshot() as connection:
            return bad_backups(connection, self._context.clock.now(), site_id)

    def support_now(self, site_id: UUID | None = None) -> SupportNow:
        """Which of the summary's contacts can be called now, and until when.

        Apart from the summary: it loads the calendar of holidays and the offers' schema, and would be waited for.
        """
        from app.domain.offer_schema import Support
        from app.domain.support_clock import SupportClock
        from app.services.closures import support_with_closures

        now = self._context.clock.now()
        openings = []
        with self._context.store.snapshot() as connection:
            running = [facts for facts in home_reading.contracts(connection, site_id) if facts.status in RUNNING]
            contacts = [contact.contract_id for contact in _contacts(running)]
            hours = []
            for contract_id in contacts:
                kept = home_reading.support_hours(connection, contract_id)
                if kept.support is None:
                    continue
                frozen = Support.model_validate_json(kept.support, extra="ignore")
                support = support_with_closures(connection, self._context.offers(), frozen, kept.offer_id, kept.provider_id)
                hours.append((contract_id, SupportClock(support, kept.zone)))
        for contract_id, clock in hours:
            try:
                state = clock.explain_state(now)
            except RuleError:
                continue  # it never opens: there is nothing to tell
            openings.append(SupportOpening(contract_id, state.value.open, state.value.changes_at, state.why))
        return SupportNow(now, tuple(openings))


def _offer(facts: ContractFacts) -> Text:
    return Bilingual(facts.offer_name or facts.provider, english=facts.offer_name_en or facts.provider)


def _terms(facts: ContractFacts) -> ContractTerms:
    return ContractTerms(facts.start, facts.commitment_months, PlainRules(facts.renewal, facts.renewal_months, facts.notice_days))


def _day_to_watch(facts: ContractFacts, today: date) -> date | None:
    return day_to_watch(_terms(facts), facts.kind, facts.status, today)


def _is_urgent(need: Need) -> bool:
    return need.level != "info"


def _office_needs(office: tuple[str, str] | None) -> Iterator[Need]:
    if office is not None and not office[1]:
        yield Need(
            "info", msg("SIREN à compléter"), msg("Il figure sur les contrats et décide de l’éligibilité à la location."), "settings"
        )


def _contract_needs(facts: ContractFacts, today: date) -> Iterator[Need]:
    offer = _offer(facts)
    if not facts.readable and facts.status is not ContractStatus.ENDED:
        title = msg("Contrat illisible ou incomplet\u00a0: {number}", number=facts.number)
        yield Need("warning", title, msg("Ses dates et ses prix manquent ici"), "contracts", facts.id)
    if facts.status is ContractStatus.DRAFT:
        yield Need("info", msg("Brouillon à finir\u00a0: {number}", number=facts.number), offer, "contracts", facts.id)
        return
    if facts.status not in RUNNING:
        return
    if facts.resignation is not None and facts.resignation is not ResignationStatus.CONFIRMED:
        late = facts.resignation is ResignationStatus.TO_SEND and facts.send_by is not None and facts.send_by < today
        detail = (
            msg("À envoyer avant le {day} · {offer}", day=facts.send_by, offer=offer)
            if facts.send_by and facts.resignation is ResignationStatus.TO_SEND
            else msg("{status} · {offer}", status=label(facts.resignation), offer=offer)
        )
        yield Need(
            "critical" if late else "warning",
            msg("Résiliation à suivre\u00a0: {number}", number=facts.number),
            detail,
            "contracts",
            facts.id,
        )
        return
    if not facts.readable:
        return
    day = _day_to_watch(facts, today)
    alert = alert_level(day, today)
    if day is not None and alert is not None:
        level = "critical" if alert <= 7 else "warning" if alert <= 30 else "info"
        left = (day - today).days
        detail = msg("{offer} · {number}", offer=offer, number=facts.number)
        yield Need(level, _in_days(_what(facts), left), detail, "contracts", facts.id)
    elif facts.kind is OfferKind.RENTAL and facts.renewal is Renewal.NONE and commitment_end(_terms(facts)) < today:
        yield Need("warning", msg("Fin de location à décider\u00a0: {number}", number=facts.number), offer, "contracts", facts.id)


def _equipment_needs(by_status: dict[EquipmentStatus, int]) -> Iterator[Need]:
    broken = by_status.get(EquipmentStatus.BROKEN_DOWN, 0)
    if broken:
        yield Need("warning", msg("Matériel en panne\u00a0: {n}", n=broken), msg("À faire réparer ou à remplacer"), "equipment")


def _in_days(what: Text, days: int) -> Text:
    if days < 2:
        return msg("{what} demain", what=what) if days == 1 else msg("{what} aujourd’hui", what=what)
    return msg("{what} dans {n} jours", what=what, n=days)


def _what(facts: ContractFacts) -> Text:
    return msg("Fin de location") if facts.kind is OfferKind.RENTAL else msg("Échéance de préavis")


def _deadlines(running: list[ContractFacts], today: date) -> Iterator[Deadline]:
    for facts in running:
        day = _day_to_watch(facts, today)
        if day is not None:
            yield Deadline(
                contract_id=facts.id,
                number=facts.number,
                offer_name=_offer(facts).render(),
                day=day,
                days_left=(day - today).days,
                alert=alert_level(day, today),
                what=_what(facts),
            )


def _contacts(running: list[ContractFacts]) -> Iterator[SupportContact]:
    seen: set[str] = set()
    for facts in sorted(running, key=lambda each: each.kind is not OfferKind.SOFTWARE_SUPPORT):
        if facts.phone and facts.provider_id not in seen:
            seen.add(facts.provider_id)
            yield SupportContact(facts.id, facts.provider, facts.phone, facts.number)
