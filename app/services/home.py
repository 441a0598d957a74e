"""The home screen in one reading: what needs somebody now, deadlines, cost, whom to call, satisfaction."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from uuid import UUID

from app.domain.deadlines import alert_level
from app.domain.records import ContractStatus, EquipmentStatus, OfferKind, RatingValue, Renewal, ResignationStatus, label
from app.domain.text import Text, msg
from app.domain.values.home import Deadline, HomeSummary, Need, SupportContact
from app.services.context import ServiceContext
from app.services.contract_reading import RUNNING, ReadContract, read
from app.services.contracts import next_deadline
from app.services.resignations import resignation_of
from app.store import contract_queries, equipment_rows, journal_queries, office_queries
from app.store.tables import Organisation
from app.store.unit_of_work import Session

_LEVELS = {"critical": 0, "warning": 1, "info": 2}


class HomeService:
    """Reads the home screen's summary. Thread: any."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def summary(self, site_id: UUID | None = None) -> HomeSummary:
        """Everything the home screen shows, for one site or all."""
        today = self._context.clock.today()
        with self._context.store.reading() as session:
            office = office_queries.organisation(session)
            contracts = [read(session, row) for row in contract_queries.contracts(session, site_id=site_id)]
            running = [known for known in contracts if known.row.status in RUNNING]
            needs = [*_office_needs(office), *(need for known in contracts for need in _contract_needs(session, known, today))]
            by_status = equipment_rows.count_by_status(session, site_id)
            needs += _equipment_needs(by_status)
            monthly = sum((known.quote.monthly_excl_tax for known in running), Decimal("0.00"))
            taxes = sum((known.quote.vat for known in running), Decimal("0.00"))
            smileys = journal_queries.ratings(session)
            ratings = sum(smileys.values())
            return HomeSummary(
                organisation=office.name if office else "",
                needs=tuple(sorted(needs, key=lambda need: _LEVELS[need.level])),
                deadlines=tuple(sorted(_deadlines(running, today), key=lambda deadline: deadline.day)),
                contacts=tuple(_contacts(running)),
                monthly_excl_tax=monthly,
                monthly_incl_tax=monthly + taxes,
                monthly_by_contract=tuple((known.offer.name.text.render(), known.quote.monthly_excl_tax) for known in running),
                equipment_total=sum(by_status.values()),
                equipment_by_status=tuple((status.value, by_status[status]) for status in EquipmentStatus if by_status.get(status)),
                open_requests=journal_queries.open_requests(session),
                ratings=ratings,
                top_share=smileys.get(RatingValue.GREAT, 0) / ratings if ratings else None,
            )


def _office_needs(office: Organisation | None) -> Iterator[Need]:
    if office is not None and not office.siren:
        yield Need(
            "info", msg("SIREN à compléter"), msg("Il figure sur les contrats et décide de l’éligibilité à la location."), "settings"
        )


def _contract_needs(session: Session, known: ReadContract, today: date) -> Iterator[Need]:
    row, offer = known.row, known.offer.name.text
    if row.status is ContractStatus.DRAFT:
        yield Need("info", msg("Brouillon à finir : {number}", number=row.number), offer, "contracts", row.id)
        return
    if row.status not in RUNNING:
        return
    resignation = resignation_of(session, row.id)
    if resignation is not None and resignation.status is not ResignationStatus.CONFIRMED:
        late = resignation.status is ResignationStatus.TO_SEND and resignation.send_by is not None and resignation.send_by < today
        detail = (
            msg("À envoyer avant le {day} · {offer}", day=resignation.send_by, offer=offer)
            if resignation.send_by and resignation.status is ResignationStatus.TO_SEND
            else msg("{status} · {offer}", status=label(resignation.status), offer=offer)
        )
        yield Need(
            "critical" if late else "warning", msg("Résiliation à suivre : {number}", number=row.number), detail, "contracts", row.id
        )
        return
    day = next_deadline(known, today)
    alert = alert_level(day, today)
    if day is not None and alert is not None:
        level = "critical" if alert <= 7 else "warning" if alert <= 30 else "info"
        left = (day - today).days
        detail = msg("{offer} · {number}", offer=offer, number=row.number)
        yield Need(level, _in_days(_what(known), left), detail, "contracts", row.id)
    elif row.kind is OfferKind.RENTAL and known.offer.term.renewal is Renewal.NONE and known.commitment_end < today:
        yield Need("warning", msg("Fin de location à décider : {number}", number=row.number), offer, "contracts", row.id)


def _equipment_needs(by_status: dict[EquipmentStatus, int]) -> Iterator[Need]:
    broken = by_status.get(EquipmentStatus.BROKEN_DOWN, 0)
    if broken:
        yield Need("warning", msg("Matériel en panne : {n}", n=broken), msg("À faire réparer ou à remplacer"), "equipment")


def _in_days(what: Text, days: int) -> Text:
    if days < 2:
        return msg("{what} demain", what=what) if days == 1 else msg("{what} aujourd’hui", what=what)
    return msg("{what} dans {n} jours", what=what, n=days)


def _what(known: ReadContract) -> Text:
    return msg("Fin de location") if known.row.kind is OfferKind.RENTAL else msg("Échéance de préavis")


def _deadlines(running: list[ReadContract], today: date) -> Iterator[Deadline]:
    for known in running:
        day = next_deadline(known, today)
        if day is not None:
            yield Deadline(
                contract_id=known.row.id,
                number=known.row.number,
                offer_name=known.offer.name.text.render(),
                day=day,
                days_left=(day - today).days,
                alert=alert_level(day, today),
                what=_what(known),
            )


def _contacts(running: list[ReadContract]) -> Iterator[SupportContact]:
    seen: set[str] = set()
    for known in sorted(running, key=lambda each: each.row.kind is not OfferKind.SOFTWARE_SUPPORT):
        support = known.offer.support
        phone = (support.phone if support else "") or known.offer.provider.phone
        if phone and known.offer.provider.id not in seen:
            seen.add(known.offer.provider.id)
            yield SupportContact(known.offer.provider.name, phone, known.row.number, None, "")
