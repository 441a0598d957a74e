"""Enter in a search for a machine takes what was found for the text typed, however slow the search is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import Urgency
from app.ui.screen import ScreenContext
from app.ui.support.claim_assistant import ClaimDialog
from app.ui.support.new_request import NewRequestDialog
from tests.claim_office import ClaimOffice, claim_office
from tests.ui.held_tasks import HeldTasks
from tests.ui.support_office import SupportOffice, support_office

Context = Callable[..., ScreenContext]
ENTER = Qt.Key.Key_Return


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SupportOffice]:
    with support_office(tmp_path / "data") as made:
        yield made


@pytest.fixture
def dialog(office: SupportOffice, host: QWidget, slow: HeldTasks, make_context: Context, qtbot: QtBot) -> NewRequestDialog:
    made = NewRequestDialog(make_context(office.services, tasks=slow)._replace(today=office.clock.today), host, None, None, None)
    made.open()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=5000)
    made.urgency.tiles[Urgency.BLOCKED].click()
    return made


def nothing_chosen(dialog: NewRequestDialog) -> bool:
    return dialog.machine.value() is None


def scan(field: QWidget, text: str) -> None:
    """A scanner types a code and Enter before anything could be read."""
    field.setFocus()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, ENTER)


def test_a_scanned_code_chooses_its_machine_when_it_is_found(dialog: NewRequestDialog, slow: HeldTasks, office: SupportOffice) -> None:
    slow.hold()
    scan(dialog.machine.search, "YN2-690")
    assert nothing_chosen(dialog)
    assert dialog.machine.search.hasFocus()
    assert dialog.machine.waiting
    slow.release()
    chosen = dialog.machine.value()
    assert chosen is not None
    assert chosen.id == office.machines["Caisse comptoir"]
    assert dialog.save_button.hasFocus()


def test_nothing_is_chosen_where_nothing_is_found(dialog: NewRequestDialog, slow: HeldTasks) -> None:
    slow.hold()
    scan(dialog.machine.search, "inconnu")
    slow.release()
    assert dialog.machine.value() is None
    assert dialog.machine.search.hasFocus()
    assert not dialog.machine.waiting


def test_another_letter_or_leaving_ends_the_waiting(dialog: NewRequestDialog, slow: HeldTasks) -> None:
    slow.hold()
    scan(dialog.machine.search, "YN2-69")
    QTest.keyClicks(dialog.machine.search, "0")
    slow.release()
    assert dialog.machine.value() is None
    slow.hold()
    dialog.machine.search.clear()
    scan(dialog.machine.search, "Convoyeur")
    dialog.form.field("subject").editor.setFocus()
    slow.release()
    assert dialog.machine.value() is None
    assert dialog.form.field("subject").editor.hasFocus()


def test_a_request_is_not_sent_while_its_machine_is_searched(dialog: NewRequestDialog, slow: HeldTasks, office: SupportOffice) -> None:
    slow.hold()
    scan(dialog.machine.search, "YN2-690")
    QTest.keyClick(dialog, ENTER, Qt.KeyboardModifier.ControlModifier)
    slow.release()
    assert office.rows() == []
    assert "machine" in dialog.wrong
    QTest.keyClick(dialog.save_button, ENTER)
    (row,) = office.rows()
    assert row.equipment_id == office.machines["Caisse comptoir"]


# Claims ----------------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def claims(tmp_path: Path) -> Iterator[ClaimOffice]:
    with claim_office(tmp_path / "claims") as made:
        yield made


@pytest.fixture
def claim(claims: ClaimOffice, slow: HeldTasks, make_context: Context, qtbot: QtBot) -> ClaimDialog:
    made = ClaimDialog(make_context(claims.services, tasks=slow)._replace(today=lambda: claims.clock.today()))
    qtbot.addWidget(made)
    made.open()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=5000)
    return made


def test_a_claims_device_is_the_one_typed(claim: ClaimDialog, claims: ClaimOffice, slow: HeldTasks) -> None:
    chooser = claim.what.chooser
    serial = claims.services.equipment.sheet(claims.laptop).serial
    slow.hold()
    scan(chooser.search, serial)
    before = chooser.value
    assert before is None
    assert claim.what.missing == "", "Enter in the field is not « Suivant »"
    slow.release()
    assert chooser.value is not None
    assert chooser.value.id == claims.laptop
    assert claim.current is claim.what


def test_a_device_that_is_not_in_sight_any_more_is_not_chosen(claim: ClaimDialog) -> None:
    chooser = claim.what.chooser
    chooser.list.setCurrentRow(0)
    before = chooser.value
    assert before is not None
    QTest.keyClicks(chooser.search, "zzzz")
    assert chooser.list.count() == 0
    assert chooser.value is None
    claim.go_on()
    assert claim.what.missing == "Choisissez l’appareil."
