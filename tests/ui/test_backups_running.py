"""Backups and verifications begun from the screen: how far they are, how they end or are stopped, and what stands in their way."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.domain.backup_problems import BackupProblem
from app.domain.records import BackupOperation, BackupResult
from app.domain.text import msg
from app.domain.values.backups import BackupPlan, BackupProgress, ReportRow
from app.services.backup_jobs import Job, Watch
from app.ui.backups import closing
from app.ui.backups.dialogs import PasswordDialog
from app.ui.backups.run_bar import figures
from app.ui.backups.runs import Pace, runs_of
from app.ui.tasks import InlineTaskRunner, TaskRunner
from tests.backup_office import PASSWORD, MemoryKeyring, fill, folder_destination, memory_keyring, ready_repository, small_plan
from tests.ui.backups_desk import MakeContext, Show, notices, shows
from tests.ui.backups_office import CANCELLED, NOW, backing_office, here
from tests.ui.conftest import Told


@pytest.fixture(autouse=True)
def ring() -> Iterator[MemoryKeyring]:
    with memory_keyring() as backend:
        yield backend


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenFolder]:
    opened = backing_office(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def plan(tmp_path: Path) -> BackupPlan:
    return small_plan(folder_destination(ready_repository(tmp_path / "repo")), fill(tmp_path / "à sauver"))


@pytest.fixture
def show(qtbot: QtBot, make_context: MakeContext, office: OpenFolder) -> Show:
    """The screen as the window shows it."""
    return shows(qtbot, make_context, office)


def test_a_real_backup_from_the_button(show: Show, office: OpenFolder, plan: BackupPlan, told: Told) -> None:
    office.services.backups.set_plan(plan, PASSWORD)
    screen = show()
    assert screen.card.badge.text == "Jamais faite"
    screen.card.buttons["run"].click()
    assert told.notices[-1][0].startswith("Sauvegarde réussie\u00a0: 20 fichiers") and told.changes
    assert screen.card.badge.text == "À jour" and screen.card.facts.fact("success") == "à l’instant"
    history = office.services.backups.history(here(office))
    assert [one.result for one in history] == [BackupResult.SUCCESS]
    assert screen.detail.history is not None and screen.detail.history.table.total == 1
    screen.card.buttons["verify"].click()
    assert told.notices[-1][0].startswith("Dépôt vérifié")


def test_a_failure_says_what_to_do_and_leads_there(show: Show, office: OpenFolder, plan: BackupPlan, told: Told) -> None:
    office.services.backups.set_plan(plan, PASSWORD)
    assert office.services.backups.run().result is BackupResult.SUCCESS
    office.services.backups.use_password("un autre mot de passe")
    screen = show()
    screen.card.buttons["run"].click()
    assert told.notices[-1][0] == "La sauvegarde a échoué\u00a0: Mot de passe du dépôt refusé"
    assert notices(screen) == ["failed"] and screen.card.badge.text == "En échec"
    shown = screen.card.notice_rows[0]
    assert "fiche de secours" in shown.notice.text
    shown.buttons["password"].click()
    dialog = screen.dialog
    assert isinstance(dialog, PasswordDialog)
    dialog.accept_button.click()
    assert dialog.password.error, "nothing was typed"
    dialog.password.editor.setText(PASSWORD)  # type: ignore[attr-defined]
    dialog.accept_button.click()
    screen.card.buttons["run"].click()
    assert notices(screen) == [] and screen.card.badge.text == "À jour"


def test_without_restic_it_says_how_to_get_it(
    show: Show, office: OpenFolder, plan: BackupPlan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office.services.backups.set_plan(plan, PASSWORD)
    monkeypatch.setattr("app.system.restic.find", lambda _="": None)
    screen = show()
    assert notices(screen) == ["tool"] and not screen.card.buttons["run"].isEnabled()
    assert (
        screen.card.notice_rows[0].notice.text.startswith("restic est introuvable.")
        and "Installez" in screen.card.notice_rows[0].notice.text
    )
    monkeypatch.undo()
    screen.card.notice_rows[0].buttons["look_again"].click()
    assert notices(screen) == [] and screen.card.buttons["run"].isEnabled()


def test_a_run_shows_how_far_it_is_and_is_stopped(
    qtbot: QtBot, show: Show, office: OpenFolder, plan: BackupPlan, threaded_tasks: TaskRunner, monkeypatch: pytest.MonkeyPatch, told: Told
) -> None:
    office.services.backups.set_plan(plan, PASSWORD)
    seen = threading.Event()

    def slow(job: Job, watch: Watch) -> ReportRow:
        watch.tell(BackupProgress(msg("Sauvegarde en cours"), 310_000_000, 1_200_000_000, 1240, 2000, "/c/facture.pdf"))
        while not watch.cancelled():
            seen.wait(0.01)
        return _cancelled(job)

    monkeypatch.setattr("app.services.backup_jobs.backup", slow)
    screen = show(tasks=threaded_tasks)
    qtbot.waitUntil(lambda: screen.card.buttons["run"].isEnabled() and screen.card.buttons["run"].isVisible())
    screen.card.buttons["run"].setFocus()
    screen.card.buttons["run"].click()
    bar = screen.card.run_bar
    qtbot.waitUntil(lambda: "1\u202f240 fichiers sur 2\u202f000 · 310\u00a0Mo sur 1,2\u00a0Go" in bar._figures.text())
    assert bar.isVisible() and not screen.card.buttons["run"].isVisible() and bar.stop_button.hasFocus()
    assert not screen.runs.back_up(), "one at a time"
    QTest.mouseClick(bar.stop_button, Qt.MouseButton.LeftButton)
    assert not bar.stop_button.isEnabled() and bar._stage.text() == "Arrêt en cours…"
    qtbot.waitUntil(lambda: screen.runs.operation is None)
    qtbot.waitUntil(lambda: bool(told.notices))
    assert told.notices[-1][0].startswith("Sauvegarde arrêtée") and not bar.isVisible() and screen.card.buttons["run"].isVisible()


def _cancelled(job: Job) -> ReportRow:
    from app.store.base import new_id

    return ReportRow(
        new_id(), job.equipment_id, "", BackupOperation.BACKUP, CANCELLED, BackupProblem.CANCELLED, "Arrêtée à votre demande.",
        started_at=NOW, finished_at=NOW,
    )  # fmt: skip


def test_closing_over_a_run_asks(show: Show, office: OpenFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = show()
    asked: list[str] = []
    answers = iter([False, True])

    def ask(_: object, title: str, *__: object, **___: object) -> bool:
        asked.append(title)
        return next(answers)

    monkeypatch.setattr(closing, "ask", ask)
    tasks = screen.context.tasks
    assert closing.may_close(screen, tasks) and asked == []
    screen.runs._operation = BackupOperation.BACKUP
    assert not closing.may_close(screen, tasks)
    assert closing.may_close(screen, tasks) and asked == ["Une sauvegarde est en cours"] * 2
    assert screen.runs.stopping and closing.may_close(screen, tasks), "it was given up already"
    screen.runs._operation = None


def test_one_set_of_runs_for_all_screens(show: Show, office: OpenFolder, tasks: InlineTaskRunner) -> None:
    assert show().runs is show().runs is runs_of(office.services, tasks)


def test_the_time_left_follows_the_pace() -> None:
    pace = Pace()
    assert pace.left(0.0, 0, 1000) is None and pace.left(2.0, 100, 1000) is None, "too early to tell"
    assert pace.left(5.0, 500, 1000) == pytest.approx(5.0)
    assert pace.left(6.0, 500, 0) is None and pace.left(7.0, 1000, 1000) is None
    assert pace.left(8.0, 10, 50) is None, "another stage began"
    assert figures(BackupProgress(msg("x")), None) == ""
    progress = replace(BackupProgress(msg("x")), done_bytes=1, total_bytes=10)
    assert figures(progress, 125.0) == "1\u00a0octet sur 10\u00a0octets · encore 2\u00a0min environ"
