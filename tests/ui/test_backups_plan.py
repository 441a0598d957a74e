"""The plan of the backups: its assistant, its password and where that is kept, the recovery sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.domain.values.backups import BackupPlan, DestinationKind
from app.ui.backups.dialogs import PasswordDialog, SheetDialog
from app.ui.backups.plan_dialog import PlanDialog
from app.ui.screen import Route
from app.ui.widgets import AssistantStep
from tests.backup_office import PASSWORD, MemoryKeyring, fill, folder_destination, memory_keyring, ready_repository, small_plan
from tests.ui.backups_desk import MakeContext, Show, notices, shows
from tests.ui.backups_office import backing_office


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


def step(dialog: PlanDialog) -> AssistantStep:
    return dialog.current


def test_the_assistant_makes_a_plan(show: Show, office: OpenFolder, tmp_path: Path, ring: MemoryKeyring) -> None:
    screen = show(Route("backups", action="plan"))
    dialog = screen.dialog
    assert isinstance(dialog, PlanDialog)
    dialog.what.parclair.setChecked(False)
    dialog.what.gesticlean.setChecked(False)
    dialog.go_on()
    assert step(dialog) is dialog.what, "something must be saved"
    folder = fill(tmp_path / "Comptabilité")
    dialog.what.choose_folder = lambda: str(folder)
    dialog.what._add_button.click()
    dialog.go_on()
    assert step(dialog) is dialog.where
    dialog.go_on()
    assert dialog.where.location.error, "there must be an address"
    dialog.where.choose_folder = lambda: str(tmp_path / "repo")
    dialog.where._browse.click()
    dialog.go_on()
    dialog.when.times.setText("12:30, 25:00")
    dialog.go_on()
    assert step(dialog) is dialog.when
    dialog.when.times.setText("8h, 18:45")
    dialog.go_on()
    assert step(dialog) is dialog.password and dialog.password.new.isChecked() and not dialog.password.keep.isVisible()
    password = dialog.password.password()
    dialog.go_on()
    assert step(dialog) is dialog.sheet and not dialog.sheet.warning.isVisible()
    dialog.sheet.begin.setChecked(False)
    dialog.go_on()
    kept = office.services.backups.plan()
    assert kept is not None and kept.folders == (str(folder),) and [f"{at:%H:%M}" for at in kept.schedule.times] == ["08:00", "18:45"]
    assert password in ring.kept.values() and screen.card.badge.text == "Jamais faite"
    assert screen.card.facts.fact("what") == "1 dossier" and screen.card.facts.fact("success") == "jamais"
    assert screen.card.buttons["run"].isVisible() and screen.dialog is None


def test_a_refused_address_is_told_at_its_field(show: Show, office: OpenFolder) -> None:
    screen = show(Route("backups", action="plan"))
    dialog = screen.dialog
    assert isinstance(dialog, PlanDialog)
    dialog.where.choose_kind(DestinationKind.REST)
    for field, text in ((dialog.where.location, "ftp://serveur/"), (dialog.where.user, "claire"), (dialog.where.secret, "s3cret")):
        assert isinstance(field.editor, QLineEdit)
        field.editor.setText(text)
    for _ in range(4):
        dialog.go_on()
    assert step(dialog) is dialog.where and "https://serveur:8000/commerce/" in (dialog.where.location.error or "")
    assert office.services.backups.plan() is None
    dialog.where.location.editor.setText("https://sauvegarde.exemple.fr/pressing/")  # type: ignore[attr-defined]
    for _ in range(3):
        dialog.go_on()
    assert step(dialog) is dialog.sheet
    dialog.reject()
    assert office.services.backups.plan() is not None and screen.card.facts.fact("where") == "https://sauvegarde.exemple.fr/pressing/"


def test_changing_the_plan_keeps_the_password(show: Show, office: OpenFolder, plan: BackupPlan, ring: MemoryKeyring) -> None:
    office.services.backups.set_plan(plan, PASSWORD)
    screen = show(Route("backups", action="plan"))
    dialog = screen.dialog
    assert isinstance(dialog, PlanDialog) and dialog.what.chosen() == plan.folders
    for _ in range(3):
        dialog.go_on()
    assert dialog.password.keep.isChecked() and not dialog.password.new.isEnabled(), "a repository opens with its own password only"
    dialog.password.lost.setChecked(True)
    assert dialog.password.new.isEnabled()
    dialog.password.lost.setChecked(False)
    dialog.go_on()
    dialog.finish()
    assert list(ring.kept.values()) == [PASSWORD] and screen.runs.operation is None


def test_the_recovery_sheet_is_looked_at_and_printed_without_a_file(show: Show, office: OpenFolder, plan: BackupPlan) -> None:
    office.services.backups.set_plan(plan, PASSWORD)
    screen = show()
    screen.card.buttons["sheet"].click()
    assert isinstance(screen.dialog, SheetDialog)
    assert screen.dialog.preview.content.startswith(b"%PDF")


def test_the_control_code_of_the_sheet_is_shown_while_typing(qtbot: QtBot, show: Show, office: OpenFolder, plan: BackupPlan) -> None:
    from app.domain.recovery import check_code

    office.services.backups.set_plan(plan, PASSWORD)
    screen = show()
    screen.act("password")
    dialog = screen.dialog
    assert isinstance(dialog, PasswordDialog)
    dialog.password.editor.setText(PASSWORD)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: check_code(PASSWORD) in dialog.code.label.text())


def test_without_a_keyring_the_password_lasts_until_the_end(
    show: Show, office: OpenFolder, plan: BackupPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.system.secrets.keyring_backend", lambda: ("keyring.backends.fail.Keyring", False))
    office.services.backups.set_plan(plan, PASSWORD)
    screen = show()
    assert notices(screen) == ["keyring"] and "jusqu’à la fermeture" in screen.card.notice_rows[0].notice.text
    assert screen.card.buttons["run"].isEnabled()
    screen.act("plan")
    dialog = screen.dialog
    assert isinstance(dialog, PlanDialog)
    for _ in range(3):
        dialog.go_on()
    dialog.password.old.setChecked(True)
    dialog.password.typed.editor.setText(PASSWORD)  # type: ignore[attr-defined]
    dialog.go_on()
    assert step(dialog) is dialog.sheet and "jusqu’à la fermeture" in dialog.sheet.warning.text()
