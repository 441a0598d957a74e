"""Offices to test with: a data folder, a clock that stands still, and a few records."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from app.bootstrap import OpenFolder, open_folder
from app.domain.records import ContractStatus
from app.domain.values.contracts import ContractDraft

DAY = date(2026, 11, 22)


class StandingClock:
    """A clock that shows one moment until it is told another."""

    def __init__(self, moment: datetime = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """The moment it was set to."""
        return self.moment

    def today(self) -> date:
        """Its day."""
        return self.moment.date()


def open_office(folder: Path, clock: StandingClock | None = None, *, named: bool = True) -> OpenFolder:
    """An open data folder, with a company in it unless it is to be empty."""
    opened = open_folder(folder, clock=clock or StandingClock(), actor="Claire Morel")
    if named and opened.services.office.organisation() is None:
        opened.services.office.change_organisation({"name": "Pressing des Tilleuls", "siren": "732829320", "city": "Annecy"})
    return opened


def add_three_contracts(opened: OpenFolder) -> tuple[str, str, str]:
    """A support contract, a rental of four computers, and managed IT tied to it; their numbers."""
    contracts = opened.services.contracts
    support = contracts.add(
        ContractDraft("gesticlean-support", date(2026, 1, 31), quantity=2, options=("conveyor_link", "automatic_backup")),
        ContractStatus.ACTIVE,
    )
    rental = contracts.add(
        ContractDraft("commown-rental", date(2025, 3, 10), quantity=4, unit_price=Decimal("45.00")), ContractStatus.ACTIVE
    )
    managed = contracts.add(ContractDraft("commown-managed", date(2025, 3, 10), unit_price=Decimal("12.00")), ContractStatus.ACTIVE)
    return support, rental, managed
