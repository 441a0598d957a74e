"""An office with one contract of each kind, made through the services on a real SQLite file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from app.bootstrap import open_folder
from app.domain.records import ContractStatus, EquipmentKind, HolidayZone
from app.domain.values.contracts import ContractDraft
from app.services import Services

TODAY = date(2026, 11, 22)


class FixedClock:
    """Noon of a Sunday in November, until a test says otherwise."""

    def __init__(self, day: date = TODAY) -> None:
        self.day = day

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 11, 0, tzinfo=UTC)

    def today(self) -> date:
        return self.day


@dataclass(frozen=True)
class Office:
    """The services, and what is in them."""

    services: Services
    clock: FixedClock
    annecy: UUID
    strasbourg: UUID

    def id_of(self, number: str) -> UUID:
        return self.services.contracts.sheet(number).id


@contextmanager
def empty_office(folder: Path) -> Iterator[Office]:
    """A company with two sites and no contract."""
    clock = FixedClock()
    opened = open_folder(folder, actor="Camille", clock=clock)
    try:
        office = opened.services.office
        office.change_organisation(
            {
                "name": "Pressing du Lac",
                "legal_form": "SARL",
                "siren": "552100554",
                "address": "12 rue du Lac",
                "postal_code": "74000",
                "city": "Annecy",
                "iban": "FR7630006000011234567890189",
                "headcount": "5",
                "micro_enterprise": "false",
                "representative": "Camille Morel, gérante",
            }
        )
        annecy = office.add_site({"name": "Annecy", "city": "Annecy"})
        strasbourg = office.add_site({"name": "Strasbourg", "city": "Strasbourg", "holiday_zone": HolidayZone.ALSACE_MOSELLE.value})
        yield Office(opened.services, clock, annecy, strasbourg)
    finally:
        opened.close()


@contextmanager
def three_contracts(folder: Path) -> Iterator[Office]:
    """`S-1` support (deadline 30/01/2027), `L-1` rental, `I-1` managed IT tied to `L-1`, `C-1` Cleaq rental; all active."""
    with empty_office(folder) as office:
        contracts = office.services.contracts
        contracts.add(
            ContractDraft(
                "gesticlean-support",
                date(2026, 1, 31),
                quantity=2,
                options=("conveyor_link", "automatic_backup"),
                number="S-1",
                site_id=office.annecy,
                signed_on=date(2026, 1, 20),
                signed_place="Annecy",
            ),
            ContractStatus.ACTIVE,
        )
        contracts.add(
            ContractDraft(
                "commown-rental",
                date(2025, 3, 10),
                quantity=6,
                unit_price=Decimal("36.00"),
                device_kind=EquipmentKind.COMPUTER,
                number="L-1",
                site_id=office.strasbourg,
            ),
            ContractStatus.ACTIVE,
        )
        contracts.add(
            ContractDraft(
                "commown-managed",
                date(2026, 3, 10),
                price_table=((1, Decimal("19.00")), (6, Decimal("16.50"))),
                linked_number="L-1",
                number="I-1",
                site_id=office.strasbourg,
            ),
            ContractStatus.ACTIVE,
        )
        contracts.add(
            ContractDraft(
                "cleaq-rental",
                date(2024, 1, 15),
                quantity=3,
                unit_price=Decimal("39.90"),
                device_kind=EquipmentKind.COMPUTER,
                number="C-1",
                site_id=office.annecy,
            ),
            ContractStatus.ACTIVE,
        )
        yield office
