"""While what was asked for is being done, a dialog neither closes nor says that it was not done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.errors import RuleError
from app.domain.records import RequestStatus, Urgency
from app.domain.text import msg
from app.ui.equipment.dialog import RecordDialog
from app.ui.screen import ScreenContext
from app.ui.support.new_request import NewRequestDialog
from app.ui.support.request_dialogs import ResolveDialog
from tests.ui.conftest import Told
from tests.ui.held_tasks import HeldTasks
from tests.ui.support_office import SupportOffice, support_office

Context = Callable[..., ScreenContext]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SupportOffice]:
    with support_office(tmp_path / "data") as made:
        yield made


@pytest.fixture
def context(office: SupportOffice, slow: HeldTasks, make_context: Context) -> ScreenContext:
    return make_context(office.services, tasks=slow)._replace(today=office.clock.today)


def said(dialog: RecordDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_escape_while_a_request_is_sent_waits_for_it(
    context: ScreenContext, office: SupportOffice, host: QWidget, slow: HeldTasks, told: Told
) -> None:
    dialog = NewRequestDialog(context, host, None, None, None)
    dialog.open()
    dialog.urgency.tiles[Urgency.BLOCKED].click()
    slow.hold()
    dialog.submit()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    dialog.abandon()
    assert dialog.isVisible()
    assert not dialog.asks
    assert not dialog.cancel_button.isEnabled()
    assert "Envoi en cours" in said(dialog)
    assert "pas envoyée" not in said(dialog)
    assert office.rows() == []
    slow.release()
    (row,) = office.rows()
    assert row.number in told.notices[-1][0]
    assert told.changes == 1


def test_a_refused_request_can_be_left_again(
    context: ScreenContext, host: QWidget, slow: HeldTasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise RuleError(msg("Aucune machine «\u00a0{name}\u00a0»", name="X"))

    dialog = NewRequestDialog(context, host, None, None, None)
    dialog.open()
    dialog.urgency.tiles[Urgency.BLOCKED].click()
    monkeypatch.setattr(context.services.support, "add", refuse)
    slow.hold()
    dialog.submit()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    slow.release()
    assert "Aucune machine" in dialog.wrong
    assert dialog.cancel_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.asks
    dialog.abandon()


def test_the_short_questions_wait_too(context: ScreenContext, office: SupportOffice, host: QWidget, slow: HeldTasks) -> None:
    asked: UUID = office.ask("Plus de tickets")
    done: list[object] = []
    dialog = ResolveDialog(context, office.detail(asked), host, done.append)
    dialog.open()
    dialog.form.field("resolution").editor.setText("Papier remis")  # type: ignore[attr-defined]
    slow.hold()
    dialog.submit()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "Enregistrement en cours" in said(dialog)
    slow.release()
    assert len(done) == 1
    assert office.detail(asked).row.status is RequestStatus.RESOLVED
