"""An office that asks for help: its contracts, machines and sites, on a clock that stands still."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from app.bootstrap import OpenFolder
from app.domain.records import ContractStatus, InterventionKind, RequestStatus, Urgency
from app.domain.values.contracts import ContractDraft
from app.domain.values.support import NewRequest, RequestAdded
from tests.offices import StandingClock, open_office

#: Tuesday 10 November 2026, 17:30 in Paris; the day after is a holiday.
TUESDAY = datetime(2026, 11, 10, 16, 30, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 32


class SupportOffice:
    """An open office with short words for what tests do with it."""

    def __init__(self, folder: Path, moment: datetime = TUESDAY) -> None:
        self.clock = StandingClock(moment)
        self.opened: OpenFolder = open_office(folder, self.clock)
        self.services = self.opened.services
        self.support = self.opened.services.support

    def contract(self, offer: str, start: date = date(2026, 1, 31), site_id: UUID | None = None, quantity: int | None = 1) -> UUID:
        """A running contract; the price of the quote where one is needed."""
        price = None if offer == "gesticlean-support" else Decimal("20.00")
        draft = ContractDraft(offer, start, quantity=None if offer == "commown-managed" else quantity, unit_price=price, site_id=site_id)
        number = self.services.contracts.add(draft, ContractStatus.ACTIVE)
        return self.services.contracts.sheet(number).id

    def machine(self, contract_id: UUID | None = None, site_id: UUID | None = None, **fields: str) -> UUID:
        """A computer."""
        given = {"kind": "computer", "designation": "Poste comptoir", **fields}
        row_id: UUID = self.services.equipment.add({**given, "contract_id": self.number(contract_id), "site_id": site_id})
        return row_id

    def number(self, contract_id: UUID | None) -> str | None:
        """The number of a contract."""
        return None if contract_id is None else self.services.contracts.number_of(contract_id)

    def site(self, name: str, city: str = "", zone: str = "mainland") -> UUID:
        """A site."""
        return self.services.office.add_site({"name": name, "city": city, "holiday_zone": zone})

    def ask(self, subject: str = "Caisse bloquée", urgency: Urgency = Urgency.BLOCKED, **more: object) -> RequestAdded:
        """A request."""
        return self.support.add(NewRequest(subject, urgency, **more))  # type: ignore[arg-type]

    def solved(self, subject: str = "Caisse bloquée") -> UUID:
        """A request that somebody worked on and solved."""
        request_id = self.ask(subject).id
        work = self.support.start_intervention(request_id, InterventionKind.REMOTE, "Nadège R.")
        self.support.stop_intervention(work, "Réglé")
        self.support.resolve(request_id, "Réglé")
        assert self.support.detail(request_id).row.status is RequestStatus.RESOLVED
        return request_id
