"""What the screen of backups says when something is wrong that no new run would tell: a damaged repository, a password nobody typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.domain.backup_problems import BackupProblem
from app.domain.records import BackupOperation
from app.ui import theme
from app.ui.backups.history import _result
from app.ui.backups.view import BackupsScreen
from app.ui.screen import Route
from tests.backup_office import PASSWORD, MemoryKeyring, folder_destination, memory_keyring, small_plan
from tests.ui.backups_desk import MakeContext, screen_on
from tests.ui.backups_office import FAILED, SUCCESS, add_machine, backing_office, here, report


@pytest.fixture(autouse=True)
def ring() -> Iterator[MemoryKeyring]:
    with memory_keyring() as backend:
        yield backend


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenFolder]:
    opened = backing_office(tmp_path / "data")
    opened.services.backups.set_plan(small_plan(folder_destination(tmp_path / "repo"), tmp_path), PASSWORD)
    yield opened
    opened.close()


@pytest.fixture
def screen(qtbot: QtBot, make_context: MakeContext, office: OpenFolder) -> BackupsScreen:
    return screen_on(make_context(office.services), qtbot)


def test_a_damaged_repository_is_said_with_what_to_do_though_the_backups_go_on(screen: BackupsScreen, office: OpenFolder) -> None:
    machine = here(office)
    report(office, machine, 1)
    report(office, machine, 0.5, FAILED, BackupProblem.DAMAGED, "La relecture trouve des données abîmées.", BackupOperation.CHECK)
    screen.activate(Route("backups"))
    [notice] = [shown for shown in screen.card.notice_rows if shown.notice.key == "damaged"]
    assert notice.notice.text.startswith("Dépôt abîmé, d’après la dernière vérification. La relecture")
    assert "Ne supprimez rien" in notice.notice.text and screen.card.badge.text == "En échec"
    asked: list[str] = []
    screen.card.asked.connect(asked.append)
    screen.runs.verify = lambda: True  # type: ignore[method-assign]
    notice.buttons["verify"].click()
    assert asked == ["verify"]
    report(office, machine, 0.1, SUCCESS, operation=BackupOperation.CHECK)
    screen.reload()
    assert not screen.card.notice_rows and screen.card.badge.text == "À jour"


def test_without_the_password_nothing_is_announced_for_a_time(screen: BackupsScreen, office: OpenFolder, ring: MemoryKeyring) -> None:
    report(office, here(office), 1)
    ring.kept.clear()
    office.services.backups.secrets.forget("backup-password")
    screen.activate(Route("backups"))
    model = screen.table.model
    assert "attend le mot de passe" in [model.index(0, column).data() for column in range(len(model.columns))]


def test_a_verification_does_not_pass_for_a_backup(office: OpenFolder) -> None:
    machine = here(office)
    report(office, machine, 2)
    report(office, machine, 1, operation=BackupOperation.CHECK)
    check, backup = (_result(row) for row in office.services.backups.history(machine))
    assert (check.text, backup.text) == ("Vérification", "Réussie") and check.tip == "Vérification\u00a0: réussie."


def test_the_list_shows_whole_rows(qtbot: QtBot, screen: BackupsScreen, office: OpenFolder) -> None:
    machines = [add_machine(office, f"Poste {number:02}", f"GC-{number}") for number in range(12)]
    screen.activate(Route("backups", machines[6]))
    qtbot.waitUntil(lambda: screen.table.current_id == machines[6])
    bar = screen.table.view.verticalScrollBar()
    assert bar.value() > 0 and bar.value() % theme.ROW_HEIGHT == 0
