"""Enter presses the button that has the focus, in every dialog; in a field it means the main button."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import ClaimType, RatingValue
from app.ui.equipment.dialog import RecordDialog
from app.ui.screen import ScreenContext
from app.ui.support.claim_assistant import ClaimDialog
from app.ui.support.claim_machine import choice_of
from app.ui.support.new_request import NewRequestDialog
from app.ui.support.rating import RatingDialog
from app.ui.technician.card import TechnicianCardDialog
from app.ui.widgets import AskDialog, WhyButton
from app.ui.widgets.basics import ToolButton, button, icon_button
from tests.claim_office import ClaimOffice, claim_office
from tests.ui.support_office import SupportOffice, support_office
from tests.ui.test_support_rating import Recorder, request_row

Context = Callable[..., ScreenContext]
ENTER = Qt.Key.Key_Return


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SupportOffice]:
    with support_office(tmp_path / "data") as made:
        yield made


@pytest.fixture
def claims(tmp_path: Path) -> Iterator[ClaimOffice]:
    with claim_office(tmp_path / "claims") as made:
        yield made


def opened(dialog: QDialog, qtbot: QtBot) -> None:
    if dialog.parentWidget() is None:
        qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=5000)


def enter_on(widget: QWidget) -> None:
    widget.setFocus()
    assert widget.hasFocus()
    QTest.keyClick(widget, ENTER)


# Rating ----------------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def rating(recorder: Recorder, make_context: Context, qtbot: QtBot) -> RatingDialog:
    made = RatingDialog(make_context(SimpleNamespace(support=recorder)), request_row())
    opened(made, qtbot)
    return made


def test_enter_on_later_records_no_rating(rating: RatingDialog, recorder: Recorder) -> None:
    QTest.keyClick(rating, Qt.Key.Key_3)
    enter_on(rating.later_button)
    assert recorder.rated == []
    assert not rating.isVisible()


def test_enter_on_another_face_chooses_it_and_records_nothing(rating: RatingDialog, recorder: Recorder) -> None:
    QTest.keyClick(rating, Qt.Key.Key_3)
    enter_on(rating.faces[0])
    assert recorder.rated == []
    assert rating.value is RatingValue.GREAT
    QTest.keyClick(rating.faces[0], ENTER)
    assert [value for _, value, _ in recorder.rated] == [RatingValue.GREAT]


@pytest.mark.parametrize("shift", [False, True])
@pytest.mark.parametrize(
    ("key", "text", "value"),
    [(Qt.Key.Key_Ampersand, "&", "great"), (Qt.Key.Key_Eacute, "é", "neutral"), (Qt.Key.Key_QuoteDbl, '"', "poor")],
)
def test_the_row_of_figures_of_a_french_keyboard_rates(rating: RatingDialog, key: Qt.Key, text: str, value: str, shift: bool) -> None:
    place = list(RatingValue).index(RatingValue(value))
    if shift:  # with Shift the same key gives the figure
        QTest.keyClick(rating, Qt.Key(Qt.Key.Key_1.value + place), Qt.KeyboardModifier.ShiftModifier)
    else:
        QTest.sendKeyEvent(QTest.KeyAction.Click, rating, key, text, Qt.KeyboardModifier.NoModifier)
    assert rating.value is RatingValue(value)


def test_with_ctrl_or_alt_the_figures_rate_nothing(rating: RatingDialog) -> None:
    for held in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        QTest.sendKeyEvent(QTest.KeyAction.Click, rating, Qt.Key.Key_1, "1", held)
    assert rating.value is None


# New request -----------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def request_dialog(office: SupportOffice, host: QWidget, make_context: Context, qtbot: QtBot) -> NewRequestDialog:
    made = NewRequestDialog(make_context(office.services)._replace(today=office.clock.today), host, None, None, None)
    opened(made, qtbot)
    next(iter(made.urgency.tiles.values())).click()
    return made


def test_enter_on_another_button_sends_no_request(request_dialog: NewRequestDialog, office: SupportOffice, tmp_path: Path) -> None:
    picture = tmp_path / "photo.png"
    QImage(40, 30, QImage.Format.Format_RGB32).save(str(picture))
    strip = request_dialog.strip
    strip.add_files([picture])
    asked: list[str] = []
    strip.browse_button.clicked.disconnect()
    strip.browse_button.clicked.connect(lambda: asked.append("browse"))
    strip.capture_button.clicked.disconnect()
    strip.capture_button.clicked.connect(lambda: asked.append("capture"))
    enter_on(strip.browse_button)
    enter_on(strip.capture_button)
    (why, *_) = [each for each in request_dialog.findChildren(WhyButton) if each.isVisible()]
    enter_on(why)
    assert why.popover is not None
    why.popover.close()
    (cross,) = [each for each in strip.findChildren(ToolButton) if each.isVisible()]
    enter_on(cross)
    assert asked == ["browse", "capture"]
    assert strip.items == ()
    assert office.rows() == []


def test_enter_in_a_field_sends_the_request(request_dialog: NewRequestDialog, office: SupportOffice) -> None:
    enter_on(request_dialog.form.field("subject").editor)
    assert len(office.rows()) == 1


# Claim assistant -------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def decision(claims: ClaimOffice, make_context: Context, qtbot: QtBot) -> ClaimDialog:
    context = make_context(claims.services)._replace(today=lambda: claims.clock.today())
    made = ClaimDialog(context, choice_of(claims.services, claims.laptop))
    qtbot.addWidget(made)
    opened(made, qtbot)
    made.what.tiles.choose(ClaimType.BREAKAGE)
    made.go_on()
    made.go_on()
    assert made.current is made.decided
    return made


def test_the_decision_starts_on_the_main_button_not_on_why(decision: ClaimDialog) -> None:
    assert decision.focusWidget() is decision._next


def test_enter_on_cancel_or_why_declares_no_claim(decision: ClaimDialog, claims: ClaimOffice) -> None:
    (why, *_) = [each for each in decision.findChildren(WhyButton) if each.isVisible()]
    enter_on(why)
    assert why.popover is not None
    why.popover.close()
    enter_on(decision._back)
    assert decision.current is decision.how
    enter_on(decision._cancel)
    assert claims.services.claims.rows(running_only=False) == ()


# Others ----------------------------------------------------------------------------------------------------------------------------


class Saving(RecordDialog):
    """Counts how often it is asked to save."""

    saved = 0

    def submit(self) -> None:
        self.saved += 1


def test_a_record_is_saved_by_the_main_button_and_from_a_field_only(host: QWidget, qtbot: QtBot) -> None:
    dialog = Saving("Machine", "Enregistrer", host)
    field, pressed = QLineEdit(), []
    other, small = button("Autre", lambda: pressed.append("other")), icon_button("x", "Petit", lambda: pressed.append("small"))
    for widget in (field, other, small):
        dialog.content.addWidget(widget)
    opened(dialog, qtbot)
    enter_on(other)
    enter_on(small)
    QTest.keyClick(small, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert (pressed, dialog.saved) == (["other", "small", "small"], 0)
    enter_on(field)
    enter_on(dialog.save_button)
    assert dialog.saved == 2
    QTest.keyClick(other, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert (len(pressed), dialog.saved) == (3, 3)
    enter_on(dialog.cancel_button)
    assert not dialog.isVisible()


def test_passing_a_button_does_not_make_it_the_main_one(host: QWidget, qtbot: QtBot) -> None:
    dialog = Saving("Machine", "Enregistrer", host)
    opened(dialog, qtbot)
    dialog.cancel_button.setFocus()
    assert [each for each in dialog.findChildren(QPushButton) if each.isDefault() or each.autoDefault()] == [dialog.save_button]


def test_a_key_held_down_presses_once(host: QWidget, qtbot: QtBot) -> None:
    pressed: list[str] = []
    made = button("Envoyer", lambda: pressed.append("sent"))
    made.setParent(host)
    made.show()
    for repeated in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, ENTER.value, Qt.KeyboardModifier.NoModifier, "\r", repeated)
        QCoreApplication.sendEvent(made, event)
    assert pressed == ["sent"]


def test_enter_opens_the_menu_of_a_button(host: QWidget, qtbot: QtBot) -> None:
    made = button("Plus")
    made.setParent(host)
    made.setMenu(QMenu(made))
    menu: Any = made.menu()
    menu.addAction("Rouvrir")
    made.show()
    host.activateWindow()
    shown: list[bool] = []
    menu.aboutToShow.connect(lambda: shown.append(True))
    menu.aboutToShow.connect(menu.close)
    made.setFocus()
    QTest.keyClick(made, ENTER)
    assert shown


def test_a_question_that_cannot_be_undone_is_left_with_enter(host: QWidget, qtbot: QtBot) -> None:
    dialog = AskDialog("Clore", "Sans retour.", "Clore", danger=True, parent=host)
    opened(dialog, qtbot)
    QTest.keyClick(dialog.focusWidget(), ENTER)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not dialog.isVisible()


def test_enter_on_close_closes_the_technicians_card(office: SupportOffice, host: QWidget, make_context: Context, qtbot: QtBot) -> None:
    card = TechnicianCardDialog(make_context(office.services), host, equipment_id=office.machines["Convoyeur"])
    opened(card, qtbot)
    left: list[int] = []
    card.finished.connect(left.append)
    enter_on(card.close_button)
    assert left == [0]
