"""Backups by the clock while the window is open: begun when due, caught up after sleep, told when they fail, asked about never."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.domain.backup_problems import BackupProblem
from app.domain.records import BackupOperation, BackupResult
from app.ui.background import Background
from app.ui.backups import closing
from app.ui.backups.chores import CHECK_EVERY, CHECK_FIRST, BackupChores
from app.ui.backups.notification import SystemNotification
from app.ui.backups.runs import runs_of
from app.ui.main_window import MainWindow
from app.ui.screen import Route
from app.ui.tasks import InlineTaskRunner
from tests.backup_office import PASSWORD, MemoryKeyring, fill, folder_destination, memory_keyring, ready_repository, small_plan
from tests.offices import StandingClock
from tests.ui.backups_office import FAILED, add_machine, backing_office, here, report, subscribe
from tests.ui.conftest import MemorySettings


@pytest.fixture(autouse=True)
def ring() -> Iterator[MemoryKeyring]:
    with memory_keyring() as backend:
        yield backend


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenFolder]:
    opened = backing_office(tmp_path / "data")
    yield opened
    opened.close()


class Window:
    """What chores told the window."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.routes: list[Route] = []
        self.messages: list[tuple[str, str]] = []
        self.changes = 0

    def changed(self) -> None:
        self.changes += 1


@pytest.fixture
def window() -> Window:
    return Window()


@pytest.fixture
def chores(qtbot: QtBot, office: OpenFolder, tasks: InlineTaskRunner, window: Window, monkeypatch: pytest.MonkeyPatch) -> BackupChores:
    made = BackupChores(office.services, tasks, window.changed, window.told.append, window.routes.append, tasks)
    monkeypatch.setattr(made.notification, "show", lambda title, text: window.messages.append((title, text)))
    return made


def planned(office: OpenFolder, tmp_path: Path) -> None:
    plan = small_plan(folder_destination(ready_repository(tmp_path / "repo")), fill(tmp_path / "à sauver", 3))
    office.services.backups.set_plan(plan, PASSWORD)


def later(office: OpenFolder, **time: int) -> None:
    clock = office.services.clock
    assert isinstance(clock, StandingClock)
    clock.moment += timedelta(**time)


def history(office: OpenFolder) -> list[BackupResult]:
    return [one.result for one in office.services.backups.history(here(office))]


def test_without_a_plan_nothing_happens(chores: BackupChores, office: OpenFolder, window: Window) -> None:
    chores.check()
    assert history(office) == [] and (window.told, window.messages, window.changes) == ([], [], 0)


def test_what_is_due_is_done_in_silence_and_once(chores: BackupChores, office: OpenFolder, window: Window, tmp_path: Path) -> None:
    planned(office, tmp_path)
    chores.check()
    chores.check()
    assert history(office) == [BackupResult.SUCCESS] and window.told == [] and window.messages == [] and window.changes
    later(office, days=3)  # asleep: what was missed three times is made good once
    chores.check()
    chores.check()
    assert history(office) == [BackupResult.SUCCESS] * 2


def test_a_failure_is_told_once_until_it_changes(chores: BackupChores, office: OpenFolder, window: Window, tmp_path: Path) -> None:
    planned(office, tmp_path)
    chores.check()
    (tmp_path / "repo").rename(tmp_path / "débranché")
    for _ in range(3):
        later(office, days=1)
        chores.check()
    assert history(office) == [*[BackupResult.FAILED] * 3, BackupResult.SUCCESS]
    assert window.told == ["La sauvegarde prévue a échoué\u00a0: Dépôt injoignable"]
    assert [title for title, _ in window.messages].count("Sauvegarde en échec") == 1
    (tmp_path / "débranché").rename(tmp_path / "repo")
    later(office, days=1)
    chores.check()
    assert history(office)[0] is BackupResult.SUCCESS


def test_without_the_password_it_waits_and_says_so_once(
    chores: BackupChores, office: OpenFolder, window: Window, tmp_path: Path, ring: MemoryKeyring
) -> None:
    planned(office, tmp_path)
    chores.check()
    ring.kept.clear()
    office.services.backups.secrets.forget("backup-password")  # as after a start without a keyring
    for _ in range(3):
        later(office, days=1)
        chores.check()
    assert history(office) == [BackupResult.FAILED, BackupResult.SUCCESS]
    assert window.told == ["La sauvegarde prévue a échoué\u00a0: Mot de passe du dépôt inconnu"]
    assert office.services.backups.waits_for_password(office.services.clock.now())
    office.services.backups.use_password(PASSWORD)
    chores.check()
    assert history(office)[0] is BackupResult.SUCCESS


def test_a_repository_found_damaged_is_told_once(chores: BackupChores, office: OpenFolder, window: Window, tmp_path: Path) -> None:
    planned(office, tmp_path)
    chores.check()
    report(office, here(office), -0.1, FAILED, BackupProblem.DAMAGED, operation=BackupOperation.CHECK)
    chores.check()
    chores.check()
    assert len(window.told) == 1 and window.told[0].startswith("La vérification a trouvé le dépôt abîmé. Ne supprimez rien")
    assert window.messages == [("Dépôt de sauvegarde abîmé", window.told[0])]


def test_what_went_wrong_elsewhere_is_told_once(chores: BackupChores, office: OpenFolder, window: Window) -> None:
    machines = [add_machine(office, name) for name in ("Atelier", "Comptoir")]
    subscribe(office, machines)
    for machine in machines:
        report(office, machine, 30.0)
    chores.check()
    chores.check()
    assert window.messages == [("Sauvegardes à surveiller", "Atelier\u00a0: En retard et 1 autre")]
    report(office, machines[1], 1.0, FAILED, BackupProblem.FULL_DISK)
    chores.check()
    assert window.messages[1:] == [("Sauvegardes à surveiller", "Comptoir\u00a0: En échec")]


def test_one_run_at_a_time(chores: BackupChores, office: OpenFolder, tasks: InlineTaskRunner, tmp_path: Path) -> None:
    planned(office, tmp_path)
    runs = runs_of(office.services, tasks)
    runs._operation = BackupOperation.RESTORE
    chores.check()
    runs._operation = None
    assert history(office) == []


def test_it_takes_its_turns(chores: BackupChores) -> None:
    now = SimpleNamespace(seconds=0.0)
    background = Background(clock=lambda: now.seconds)
    looks: list[float] = []
    chores.check = lambda: looks.append(now.seconds)  # type: ignore[method-assign]
    chores.start(background)
    for _ in range(3):
        now.seconds += background.next_due() or 0.0
        background.wake()
    assert looks == [CHECK_FIRST, CHECK_FIRST + CHECK_EVERY, CHECK_FIRST + 2 * CHECK_EVERY]


# The system's message ------------------------------------------------------------------------------------------------------------------


@pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface")  # the offscreen platform's tray is a stub
def test_the_system_shows_it_where_it_can_and_nobody_looks(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    followed: list[int] = []
    notification = SystemNotification(lambda: followed.append(1))
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: Qt.ApplicationState.ApplicationActive)
    monkeypatch.setattr(SystemNotification, "possible", staticmethod(lambda: True))
    assert not notification.show("Titre", "Texte"), "somebody looks at the window"
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: Qt.ApplicationState.ApplicationInactive)
    shown: list[tuple[Any, ...]] = []
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _, *what: shown.append(what))
    assert notification.show("Titre", "Texte") and shown[0][:2] == ("Titre", "Texte")
    assert notification._tray is not None and notification._tray.isVisible()
    notification._tray.messageClicked.emit()
    assert followed == [1] and not notification._tray.isVisible()
    monkeypatch.setattr(SystemNotification, "possible", staticmethod(lambda: False))
    assert not notification.show("Titre", "Texte"), "a system without messages"


# The window --------------------------------------------------------------------------------------------------------------------------


def test_the_window_stays_open_over_a_run_unless_it_is_given_up(
    qtbot: QtBot, office: OpenFolder, tasks: InlineTaskRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow({}, MemorySettings())
    qtbot.addWidget(window)
    closing.CloseGuard(window, tasks)
    window.show()
    runs = runs_of(office.services, tasks)
    runs._operation = BackupOperation.BACKUP
    monkeypatch.setattr(closing, "ask", lambda *_, **__: False)
    assert (window.close(), runs.stopping) == (False, False)
    monkeypatch.setattr(closing, "ask", lambda *_, **__: True)
    assert (window.close(), runs.stopping) == (True, True)
    runs._operation = None
