"""A window on an office with one machine, for the tests of technicians' sessions and cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.domain.records import Urgency
from app.domain.text import msg
from app.domain.values.support import NewRequest
from app.services.technicians import TechnicianService
from app.system.teamviewer import ThisPc
from app.ui.main_window import MainWindow
from app.ui.screen import ScreenContext
from app.ui.screens import registry
from app.ui.technician.card import TechnicianCardDialog
from app.ui.technician.session import TechnicianSessionHost
from tests.offices import StandingClock, add_three_contracts, open_office
from tests.ui.conftest import MemorySettings

START = datetime(2026, 11, 10, 13, 5, tzinfo=UTC)
OWNER, NAME = "Claire Morel", "Nadège R."
MakeContext = Callable[..., ScreenContext]
CTRL = Qt.KeyboardModifier.ControlModifier
NOWHERE = ThisPc(None, why=msg("TeamViewer n’est pas installé sur ce PC"))


class Desk:
    """A window on an office with one machine, and hands to use it."""

    def __init__(self, office: OpenFolder, window: MainWindow, context: ScreenContext, clock: StandingClock) -> None:
        self.office, self.window, self.context, self.clock = office, window, context, clock
        self.services = office.services
        self.till = office.services.equipment.add(
            {
                "designation": "Caisse comptoir",
                "kind": "till",
                "serial": "YN2-690",
                "teamviewer_id": "986 801 296",
                "os_name": "Windows 11 Pro",
                "os_version": "24H2",
                "licence_number": "GC-0042",
            }
        )

    @property
    def host(self) -> TechnicianSessionHost:
        assert self.window.technician is not None
        return self.window.technician

    def is_running(self) -> bool:
        """Whether the window says that a session runs."""
        return self.host.state is not None

    def ask(self) -> UUID:
        return self.services.support.add(NewRequest("Plus de tickets", Urgency.BLOCKED, equipment_id=self.till)).id

    def begin(self, request: UUID | None = None) -> None:
        self.services.technicians.start(NAME, OWNER, request)
        self.window.data_changed()

    def card(self) -> TechnicianCardDialog:
        QTest.keyClick(self.window, Qt.Key.Key_T, CTRL)
        dialog = self.host.dialog
        assert isinstance(dialog, TechnicianCardDialog)
        return dialog

    def later(self, **passed: float) -> None:
        self.clock.moment += timedelta(**passed)

    def press(self) -> None:
        """A key, as the system gives it to the window."""
        handle = self.window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, Qt.Key.Key_Shift)


def reading(office: OpenFolder, pc: ThisPc) -> None:
    """Let the office's services find `pc` in the registry."""
    office.services.__dict__["technicians"] = TechnicianService(office.services.context, lambda: pc)


@contextmanager
def open_desk(folder: Path, clock: StandingClock, make_context: MakeContext, settings: MemorySettings, qtbot: QtBot) -> Iterator[Desk]:
    """The window, shown and attached."""
    office = open_office(folder, clock)
    add_three_contracts(office)
    reading(office, NOWHERE)
    window = MainWindow(registry(), settings)
    context = make_context(office.services)._replace(
        navigate=window.navigate,
        notify=window.notify,
        report_error=window.report_error,
        data_changed=window.data_changed,
        today=clock.today,
    )
    window.resize(1280, 720)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    window.attach(context, office.services.shell)
    window.follow_technician()
    yield Desk(office, window, context, clock)
    window.close()
    window.deleteLater()
    office.close()
