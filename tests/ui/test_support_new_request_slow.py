"""A new request on a slow database: there is something to see at once, and nothing is sent before cover and price were said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import Urgency
from app.ui.screen import ScreenContext
from app.ui.support.new_request import NewRequestDialog
from app.ui.widgets import WhyButton
from tests.ui.held_tasks import HeldTasks
from tests.ui.support_office import SupportOffice, support_office

Context = Callable[..., ScreenContext]


@pytest.fixture(params=[True])
def office(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[SupportOffice]:
    with support_office(tmp_path / "data", contract=request.param) as made:
        yield made


@pytest.fixture
def dialog(office: SupportOffice, host: QWidget, slow: HeldTasks, make_context: Context) -> NewRequestDialog:
    slow.hold()
    made = NewRequestDialog(make_context(office.services, tasks=slow)._replace(today=office.clock.today), host, None, None, None)
    made.open()
    return made


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_it_says_that_it_reads(dialog: NewRequestDialog, slow: HeldTasks) -> None:
    assert [dialog.machine.list.item(0).text(), dialog.machine.list.count()] == ["Aucune machine en particulier", 1]
    assert "Lecture des machines…" in said(dialog)
    assert "Lecture de vos contrats…" in said(dialog)
    slow.release()
    assert "Lecture" not in said(dialog)
    assert dialog.machine.list.count() > 1


def test_a_covered_request_goes_as_soon_as_that_is_known(dialog: NewRequestDialog, slow: HeldTasks, office: SupportOffice) -> None:
    dialog.urgency.tiles[Urgency.BLOCKED].click()
    dialog.submit()
    assert "Vérification de la prise en charge…" in said(dialog)
    assert office.rows() == []
    slow.release()
    (row,) = office.rows()
    assert row.covered is True


@pytest.mark.parametrize("office", [False], indirect=True)
def test_what_it_costs_is_read_first(dialog: NewRequestDialog, slow: HeldTasks, office: SupportOffice) -> None:
    dialog.urgency.tiles[Urgency.BLOCKED].click()
    dialog.submit()
    slow.release()
    assert office.rows() == []
    assert "prise en charge" in dialog.wrong
    assert "Vérification" not in said(dialog)
    dialog.submit()
    assert len(office.rows()) == 1


def test_another_choice_takes_the_sending_back(dialog: NewRequestDialog, slow: HeldTasks, office: SupportOffice) -> None:
    dialog.urgency.tiles[Urgency.BLOCKED].click()
    dialog.submit()
    dialog.urgency.tiles[Urgency.QUESTION].click()
    slow.release()
    assert office.rows() == []


def test_it_is_not_sent_before_its_machine_is_there(
    office: SupportOffice, host: QWidget, slow: HeldTasks, make_context: Context, qtbot: QtBot
) -> None:
    machine = office.machines["Convoyeur"]
    slow.hold()
    dialog = NewRequestDialog(make_context(office.services, tasks=slow)._replace(today=office.clock.today), host, None, None, None)
    dialog.start_from(machine)
    dialog.open()
    dialog.urgency.tiles[Urgency.BLOCKED].click()
    dialog.submit()
    slow.release()
    if not office.rows():  # the machine came after sending was asked for: it is another request now, and asked for again
        dialog.submit()
    (row,) = office.rows()
    assert row.equipment_id == machine


def test_tab_goes_from_the_machines_by_the_reasons_to_what_is_optional(dialog: NewRequestDialog, slow: HeldTasks, qtbot: QtBot) -> None:
    slow.release()
    dialog.urgency.tiles[Urgency.BLOCKED].click()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=5000)
    QApplication.processEvents()
    whys = [each for each in dialog.cover.findChildren(WhyButton) if each.isVisible()]
    assert whys
    dialog.machine.list.setFocus()
    walked = []
    for _ in range(len(whys) + 1):
        focused = dialog.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        walked.append(dialog.focusWidget())
    assert walked[:-1] == whys
    assert walked[-1] is dialog.form.field("subject").editor
