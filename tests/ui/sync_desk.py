"""Windows with a real server behind them: each has its own data folder, its own workers and the program's own screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import open_folder
from app.services import Services
from app.ui.main_window import MainWindow
from app.ui.screen import Route, ScreenContext
from app.ui.screens import registry
from app.ui.sync.controller import SyncController
from app.ui.sync.host import SyncHost
from app.ui.sync.pace import Pace
from app.ui.tasks import TaskRunner
from tests.provider import Provider
from tests.ui.conftest import FixedPreferences, MemorySettings

PATIENCE = 30_000


class Seconds:
    """A clock of seconds that is moved by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Impatient(Pace):
    """Tries again at once: tests do not wait for a back-off."""

    def __init__(self) -> None:
        super().__init__(lambda: 0.0, lambda *_: 0.02)

    def left(self, *, waiting: bool) -> float:
        return 0.02 if self.failing or waiting else 3600.0


class Desk:
    """One computer with its window open.

    Attributes:
        stalls: the longest that Qt's thread was away while `wait` waited, in milliseconds.
    """

    def __init__(self, qtbot: QtBot, folder: Path, name: str, *, patient: bool = False) -> None:
        self._qtbot = qtbot
        self._opened = open_folder(folder, actor=name)
        self.services: Services = self._opened.services
        self.tasks = TaskRunner()
        self.bugs: list[BaseException] = []
        self.tasks.on_bug = self.bugs.append
        settings = MemorySettings()
        self.window = MainWindow(registry(), settings)
        self.sync = SyncController(self.services, self.tasks, pace=None if patient else Impatient())
        self.context = ScreenContext(
            services=self.services,
            tasks=self.tasks,
            settings=settings,
            preferences=FixedPreferences(),
            navigate=self.window.navigate,
            notify=self.window.notify,
            report_error=self.window.report_error,
            data_changed=self.window.data_changed,
            language="fr",
            today=self.services.clock.today,
            sync=self.sync,
        )
        self.window.resize(1280, 720)
        self.window.attach(self.context, self.services.shell, first_run=not self.services.shell.has_organisation())
        self.window.show()
        SyncHost(self.window, self.context, self.sync)
        self.sync.refresh()

    def connect(self, server: Provider, name: str) -> None:
        """Become one of the server's computers, without the assistant, and exchange."""
        self.services.sync.meet(server.url, server.code(), name)
        self.services.sync.join()
        self.sync.connection_changed()
        self.wait(lambda: self.sync.view.phase == "calm" and self.at_rest and self.view_time is not None)

    @property
    def view_time(self) -> Any:
        """When the last exchange came through."""
        return None if self.sync.view.status is None else self.sync.view.status.last_at

    @property
    def at_rest(self) -> bool:
        """Whether no exchange is under way."""
        return not self.sync.running

    def exchange(self) -> None:
        """Synchronise now, and wait until it came through."""
        self.wait(lambda: self.at_rest)
        before = self.view_time
        self.sync.now()
        self.wait(lambda: self.at_rest and self.view_time != before)

    def go(self, screen: str, action: str | None = None) -> Any:
        """Open a screen and wait until it is filled."""
        self.window.navigate(Route(screen, action=action))
        self.settle()
        return self.window.current_screen

    def settle(self) -> None:
        """Until nothing is under way."""
        self.wait(lambda: self.tasks._outstanding == 0)

    def wait(self, done: Callable[[], bool]) -> None:
        """Turn Qt's loop until `done`."""
        self._qtbot.waitUntil(done, timeout=PATIENCE)
        assert not self.bugs, self.bugs

    def close(self) -> None:
        """Close window, workers and folder."""
        self.sync.shutdown()
        self.tasks.shutdown()
        self.window.close()
        self.window.deleteLater()
        self._opened.close()


@contextmanager
def desk(qtbot: QtBot, folder: Path, name: str = "Claire Morel", *, patient: bool = False) -> Iterator[Desk]:
    """An open window for the block."""
    found = Desk(qtbot, folder, name, patient=patient)
    try:
        yield found
    finally:
        found.close()


def turn(milliseconds: int) -> None:
    """Turn Qt's loop for so long."""
    ends = QDeadlineTimer(milliseconds)
    while not ends.hasExpired():
        QApplication.processEvents()
