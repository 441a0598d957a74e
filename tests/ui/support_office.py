"""An office that needs help: a support contract, four machines, and the real window on them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QDialog, QLabel, QWidget
from sqlalchemy import select

from app.domain.records import ContractStatus, Urgency
from app.domain.values.contracts import ContractDraft
from app.domain.values.support import NewRequest, RequestDetail
from app.services import Services
from app.store.tables import SupportRequest
from app.ui.main_window import MainWindow
from app.ui.screen import Route, ScreenContext
from app.ui.screens import registry
from app.ui.widgets import StateBadge
from tests.offices import StandingClock, open_office

#: A Tuesday morning, 9:20 in Paris: support is open until noon.
MORNING = datetime(2026, 11, 24, 8, 20, tzinfo=UTC)


@dataclass
class SupportOffice:
    """The services, the clock, and what is in there."""

    services: Services
    clock: StandingClock
    machines: dict[str, UUID]

    def ask(self, subject: str, urgency: Urgency = Urgency.QUESTION, *, minutes_ago: int = 0, **more: Any) -> UUID:
        """Record a request that was made some minutes ago."""
        now = self.clock.moment
        self.clock.moment = now - timedelta(minutes=minutes_ago)
        made = self.services.support.add(NewRequest(subject, urgency, **more))
        self.clock.moment = now
        return made.id

    def detail(self, request_id: UUID) -> RequestDetail:
        """What is kept of a request."""
        return self.services.support.detail(request_id)

    def rows(self) -> list[Any]:
        """The table itself, oldest first."""
        with self.services.context.store.reading() as session:
            return list(session.execute(select(SupportRequest.__table__).order_by(SupportRequest.number)))


@contextmanager
def support_office(folder: Path, *, contract: bool = True) -> Iterator[SupportOffice]:
    """One site, four machines, and (unless said otherwise) a GestiClean contract that runs."""
    clock = StandingClock(MORNING)
    opened = open_office(folder, clock)
    try:
        services = opened.services
        site = services.office.add_site({"name": "Annecy", "city": "Annecy"})
        given = [
            {"designation": "Caisse comptoir", "kind": "till", "serial": "YN2-690", "site_id": site},
            {"designation": "Convoyeur", "kind": "conveyor", "site_id": site},
            {"designation": "Imprimante tickets", "kind": "printer", "site_id": site},
            {"designation": "Portable gérance", "kind": "computer", "site_id": site},
        ]
        machines = {one["designation"]: services.equipment.add(one) for one in given}
        if contract:
            draft = ContractDraft("gesticlean-support", date(2026, 1, 31), quantity=2, number="S-1", site_id=site)
            services.contracts.add(draft, ContractStatus.ACTIVE)
        yield SupportOffice(services, clock, {str(name): found for name, found in machines.items()})
    finally:
        opened.close()


def open_window(office: SupportOffice, context: ScreenContext, screen: str = "home") -> MainWindow:
    """The program's own window with all its screens."""
    window = MainWindow(registry(), context.settings)
    window.attach(
        context._replace(
            services=office.services,
            today=office.clock.today,
            navigate=window.navigate,
            notify=window.notify,
            report_error=window.report_error,
            data_changed=window.data_changed,
        ),
        office.services.shell,
    )
    window.resize(1280, 720)
    window.show()
    window.navigate(Route(screen))
    return window


def texts_in(widget: QWidget) -> set[str]:
    """What the labels and badges of a widget say."""
    labels = {label.text() for label in widget.findChildren(QLabel)}
    return labels | {badge.text for badge in widget.findChildren(StateBadge)}


def dialog_of(window: QWidget, kind: type[QDialog] = QDialog) -> Any:
    """The dialog that is open."""
    return [found for found in window.findChildren(kind) if found.isVisible()][-1]
