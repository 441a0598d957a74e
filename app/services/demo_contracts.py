"""The demo's contracts, of each kind, with deadlines near and far, and their PDFs among the documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

from app.domain.calendars import add_months
from app.domain.offer_schema import Tier
from app.domain.offers import Offer, find_offer
from app.domain.pricing import quote
from app.domain.records import ContractStatus, EquipmentKind, OfferKind
from app.domain.text import language, msg
from app.services.context import ServiceContext
from app.services.contract_reading import offer_to_copy, read, refresh, written_lines
from app.services.demo_machines import LEASED_PHONES, RENTED_COMPUTERS
from app.services.demo_office import SITES
from app.services.documents import keep
from app.services.numbers import next_number
from app.services.paper import contract_for
from app.store import office_queries
from app.store.tables import Contract, ContractLine
from app.store.unit_of_work import Unit

Identify = Callable[[datetime], UUID]

#: What the managed contract's quote names: no on-site visit, no preparation.
SERVICES = ("configuration_profile", "unlimited_support", "account_creation", "user_change")


@dataclass(frozen=True)
class DemoContracts:
    """The contracts as rows of the open session."""

    support: Contract
    rental: Contract
    managed: Contract
    lease: Contract

    @property
    def all(self) -> tuple[Contract, ...]:
        """All of them, oldest first."""
        return self.support, self.rental, self.managed, self.lease


def add_contracts(
    unit: Unit, offers: Mapping[str, Offer], today: date, sites: tuple[UUID, UUID], identify: Identify, identify_lease: Identify
) -> DemoContracts:
    """Write the contracts: support to be resigned within 25 days, rental within 72, managed IT within about 100.
    The lease of the telephones has months to run; its offer is the one that says what claims are covered.

    Each grew since it was signed, so that its history shows a change of quantity.
    """
    writer = _Writer(unit, identify)
    support = find_offer(offers, "gesticlean-support")
    supported = writer.add(support, 2, ("conveyor_and_arm_link", "automatic_backup"), _started(today, 25, 0, terms=3), "Annecy", None)
    rental = find_offer(offers, "commown-rental").frozen(unit_price=Decimal("36.00"))
    rented = writer.add(rental, RENTED_COMPUTERS - 1, (), _started(today, 72, 15), "Strasbourg", sites[1])
    prices = [Tier(from_quantity=1, unit_price=Decimal("19.00")), Tier(from_quantity=6, unit_price=Decimal("16.50"))]
    managed = find_offer(offers, "commown-managed").frozen(tiers=prices, services=SERVICES)
    looked_after = writer.add(managed, RENTED_COMPUTERS - 1, (), add_months(rented.start, 1), "Strasbourg", sites[1], linked=rented)
    writer.grow(supported, support, 3, today - timedelta(days=200))
    grown = today - timedelta(days=61)
    writer.grow(rented, rental, RENTED_COMPUTERS, grown)
    writer.grow(looked_after, managed, RENTED_COMPUTERS, grown)
    lease = find_offer(offers, "cleaq-rental").frozen(unit_price=Decimal("17.50"))
    leased = _Writer(unit, identify_lease).add(
        lease, LEASED_PHONES, (), add_months(today, -8), "Annecy", None, device=EquipmentKind.SMARTPHONE
    )
    return DemoContracts(supported, rented, looked_after, leased)


def keep_papers(unit: Unit, context: ServiceContext, contracts: DemoContracts, today: date, identify: Identify) -> None:
    """Draw each contract and keep the PDF among the documents."""
    office = office_queries.organisation(unit.session)
    written = language()
    for row in contracts.all:
        linked = contracts.rental.number if row.linked_contract_id else ""
        place = SITES[1]["name"] if row.site_id else ""
        content = contract_for(read(unit.session, row, context.offers()), office, linked, place, today, written)
        title = msg("Contrat {number}", number=row.number).render(written)
        _keep_one(unit, context, content, title, row, identify(_noon(row.signed_on or row.start)))


def _keep_one(unit: Unit, context: ServiceContext, content: bytes, title: str, row: Contract, document_id: UUID) -> None:
    moment = _noon(row.signed_on or row.start)
    unit.recorder.now = lambda: moment
    kept = keep(unit, context.folder, content, "contract", title, f"contrat-{row.number}.pdf", "application/pdf")
    kept.id, kept.contract_id = document_id, row.id
    unit.session.flush()


class _Writer:
    """Writes contracts as of the days they were signed."""

    def __init__(self, unit: Unit, identify: Identify) -> None:
        self._unit = unit
        self._identify = identify

    def add(
        self,
        offer: Offer,
        quantity: int,
        options: tuple[str, ...],
        start: date,
        place: str,
        site_id: UUID | None,
        *,
        linked: Contract | None = None,
        device: EquipmentKind = EquipmentKind.COMPUTER,
    ) -> Contract:
        signed = start - timedelta(days=9)
        moment = _noon(signed)
        self._unit.recorder.now = lambda: moment
        row = Contract(
            id=self._identify(moment),
            number=next_number(self._unit.session, "C", signed),
            offer=offer.id,
            kind=offer.kind,
            provider=offer.provider.name,
            offer_copy=offer_to_copy(offer),
            status=ContractStatus.ACTIVE,
            start=start,
            commitment_months=offer.term.months_for(device if offer.kind is OfferKind.RENTAL else None),
            device_kind=device if offer.kind is OfferKind.RENTAL else None,
            follows_fleet=offer.follows_fleet,
            linked_contract_id=linked.id if linked else None,
            site_id=site_id,
            signed_on=signed,
            signed_place=place,
        )
        self._unit.session.add(row)
        self._unit.session.flush()
        priced = quote(offer, quantity, options)
        for position, (item, count, unit_price) in enumerate(written_lines(offer, priced)):
            self._unit.session.add(
                ContractLine(
                    id=self._identify(moment), contract_id=row.id, position=position, item=item, quantity=count, unit_price=unit_price
                )
            )
        self._unit.session.flush()
        refresh(read(self._unit.session, row))
        return row

    def grow(self, row: Contract, offer: Offer, quantity: int, day: date) -> None:
        """Devices or licences were added on `day`."""
        moment = _noon(day)
        self._unit.recorder.now = lambda: moment
        lines = read(self._unit.session, row).lines
        priced = quote(offer, quantity, [line.item for line in lines[1:]])
        for line, (_, count, unit_price) in zip(lines, written_lines(offer, priced), strict=True):
            line.quantity, line.unit_price = count, unit_price
        self._unit.session.flush()
        refresh(read(self._unit.session, row))


def _started(today: date, days_left: int, notice: int, *, terms: int = 1) -> date:
    """The start of a contract of twelve months at a time, in its term number `terms`, whose deadline is `days_left` days away."""
    after_end = today + timedelta(days=days_left + notice + 1)
    return add_months(after_end, -12 * terms)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(10), UTC)
