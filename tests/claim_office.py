"""An office with a Cleaq rental that runs, its machines, and a clock: what claims are made on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from app.domain.records import ClaimType, ContractStatus, EquipmentKind, TheftCircumstances
from app.domain.values.claims import ClaimDetail, ClaimDraft
from app.domain.values.contracts import ContractDraft
from app.services import Services
from app.store.database import FILE_NAME
from tests.offices import StandingClock, open_office

#: A Tuesday at 17:55 in Paris, the eve of a public holiday.
DECLARED = datetime(2026, 11, 10, 16, 55, tzinfo=UTC)
DAY = date(2026, 11, 10)


@dataclass
class ClaimOffice:
    """`laptop` is rented and Marie's, `till` rented and nobody's, `printer` bought, `orphan` rented without a contract.

    `stock` waits in stock; `phone` too. The rental runs from 2025-01-15 to 2028-01-14.
    """

    services: Services
    clock: StandingClock
    annecy: UUID
    marie: UUID
    laptop: UUID
    till: UUID
    printer: UUID
    orphan: UUID
    stock: UUID
    phone: UUID

    def claim(self, machine: UUID, claim_type: ClaimType, theft: TheftCircumstances | None = None, day: date = DAY) -> ClaimDetail:
        """A claim declared now."""
        return self.services.claims.add(ClaimDraft(machine, claim_type, day, theft))

    def rent(self, machine: UUID) -> None:
        """Make a machine the provider's."""
        self.services.equipment.change(machine, {"ownership": "rented"})

    def status(self, machine: UUID) -> str:
        """Where a machine stands."""
        return self.services.equipment.sheet(machine).status.value

    def person(self, machine: UUID) -> str:
        """Who has it."""
        return self.services.equipment.sheet(machine).person_name


@cache
def _bare_database() -> bytes:
    with TemporaryDirectory() as folder:
        open_office(Path(folder), StandingClock(DECLARED)).close()
        return (Path(folder) / FILE_NAME).read_bytes()


@contextmanager
def claim_office(folder: Path) -> Iterator[ClaimOffice]:
    """The office in `folder`."""
    folder.mkdir(exist_ok=True)
    (folder / FILE_NAME).write_bytes(_bare_database())
    clock = StandingClock(DECLARED)
    opened = open_office(folder, clock)
    try:
        yield furnish(opened.services, clock)
    finally:
        opened.close()


def furnish(services: Services, clock: StandingClock) -> ClaimOffice:
    """Two contracts and six machines."""
    annecy = services.office.add_site({"name": "Annecy"})
    marie = services.office.add_person({"name": "Marie Dubois", "site_id": annecy})
    services.contracts.add(
        ContractDraft(
            "cleaq-rental",
            date(2025, 1, 15),
            quantity=3,
            unit_price=Decimal("39.90"),
            device_kind=EquipmentKind.COMPUTER,
            number="C-1",
        ),
        ContractStatus.ACTIVE,
    )
    rented = {"ownership": "rented", "contract_id": "C-1", "site_id": "Annecy"}
    given = [
        {"designation": "Portable gérance", "kind": "computer", "serial": "PF3-118", **rented},
        {"designation": "Caisse comptoir", "kind": "till", "serial": "YN2-690", "status": "in_use", **rented},
        {"designation": "Imprimante tickets", "kind": "printer", "site_id": "Annecy"},
        {"designation": "Portable sans contrat", "kind": "computer", "ownership": "rented"},
        {"designation": "Portable de prêt", "kind": "computer", "serial": "PR-001"},
        {"designation": "Téléphone de secours", "kind": "smartphone"},
    ]
    ids = [services.equipment.add(one) for one in given]
    services.equipment.assign([ids[0]], marie, date(2026, 3, 1))
    return ClaimOffice(services, clock, annecy, marie, *ids)
