"""The rating dialog: three steps, nothing chosen beforehand, nothing recorded before « Valider »; on real services where it records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.errors import RuleError
from app.domain.records import InterventionKind, RatingValue, RequestKind, RequestStatus, Urgency
from app.domain.text import msg
from app.domain.values.support import NewRequest, RequestRow
from app.ui import theme
from app.ui.screen import ScreenContext
from app.ui.support.rating import COMMENT_LONGEST, RatingDialog, subject_lines
from app.ui.support.smiley import FACE, SmileyButton, paint_smiley
from app.ui.tasks import TaskRunner
from tests.ui.conftest import Told
from tests.ui.contract_office import Office, empty_office

MakeContext = Callable[..., ScreenContext]
GREAT, NEUTRAL, POOR = RatingValue
ENTER = Qt.Key.Key_Return


class Recorder:
    """A support service that only remembers."""

    def __init__(self) -> None:
        self.rated: list[tuple[object, RatingValue, str]] = []
        self.asked: list[object] = []
        self.refusal: RuleError | None = None

    def rate(self, request_id: object, value: RatingValue, comment: str = "") -> None:
        if self.refusal is not None:
            raise self.refusal
        self.rated.append((request_id, value, comment))

    def rating_asked(self, request_id: object) -> None:
        self.asked.append(request_id)


def request_row(**changes: object) -> RequestRow:
    at = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
    values: dict[str, object] = {
        "id": uuid4(), "number": "D26-0012", "subject": "La caisse ne démarre plus", "urgency": Urgency.BLOCKED,
        "kind": RequestKind.HELP, "status": RequestStatus.RESOLVED, "opened_at": at, "due_at": None, "first_response_at": None,
        "appointment_at": None, "equipment_id": None, "equipment_designation": "", "contract_number": "", "site_name": "",
        "contact": "", "covered": None, "closed_at": at + timedelta(hours=5, minutes=5), "rating": None, "technician": "Sophie M.",
    }  # fmt: skip
    return RequestRow(**(values | changes))  # type: ignore[arg-type] # a row with some fields changed


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def dialog(qtbot: QtBot, recorder: Recorder, make_context: MakeContext) -> RatingDialog:
    return shown(qtbot, make_context(SimpleNamespace(support=recorder)))


def shown(qtbot: QtBot, context: ScreenContext, row: RequestRow | None = None, on_done: Callable[[], object] | None = None) -> RatingDialog:
    made = RatingDialog(context, row or request_row(), None, on_done)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def press(dialog: RatingDialog, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key where the focus is, as a keyboard sends it."""
    QTest.keyClick(dialog.focusWidget() or dialog, key, modifier)


def test_nothing_is_chosen_and_nothing_can_be_validated_at_first(dialog: RatingDialog, recorder: Recorder) -> None:
    assert dialog.value is None
    assert not any(face.isChecked() or face.hasFocus() for face in dialog.faces)
    assert not dialog.validate_button.isEnabled() and not dialog.comment.isEnabled()
    press(dialog, ENTER)
    press(dialog, ENTER, Qt.KeyboardModifier.ControlModifier)
    dialog.validate()
    assert dialog.isVisible() and recorder.rated == []


def test_it_says_which_request_this_is_about(dialog: RatingDialog) -> None:
    assert subject_lines(request_row()) == ["D26-0012 · La caisse ne démarre plus", "Avec Sophie M., terminée le 20/11/2026 14:05"]
    assert subject_lines(request_row(technician=""))[1] == "Terminée le 20/11/2026 14:05"
    assert subject_lines(request_row(closed_at=None))[1] == "Avec Sophie M., demandée le 20/11/2026 09:00"
    assert subject_lines(request_row(closed_at=None, technician=""))[1] == "Demandée le 20/11/2026 09:00"


def test_it_is_asked_once(dialog: RatingDialog, recorder: Recorder) -> None:
    dialog.hide()
    dialog.show()
    assert len(recorder.asked) == 1


@pytest.mark.parametrize(("key", "value"), [(Qt.Key.Key_1, GREAT), (Qt.Key.Key_2, NEUTRAL), (Qt.Key.Key_3, POOR)])
def test_the_keys_1_2_3_choose_and_enter_validates(dialog: RatingDialog, recorder: Recorder, key: Qt.Key, value: RatingValue) -> None:
    press(dialog, key)
    assert dialog.value is value and dialog.isVisible()
    press(dialog, ENTER)
    assert [(value, "")] == [each[1:] for each in recorder.rated]
    assert not dialog.isVisible()


def test_by_mouse(dialog: RatingDialog, recorder: Recorder) -> None:
    for face in (dialog.faces[0], dialog.faces[2]):
        QTest.mouseClick(face, Qt.MouseButton.LeftButton, pos=QPoint(face.width() // 2, face.height() - 6))
    assert dialog.value is POOR, "the last one counts, the whole of a face can be clicked"
    QTest.mouseClick(dialog.validate_button, Qt.MouseButton.LeftButton)
    assert [each[1] for each in recorder.rated] == [POOR]


def test_arrows_walk_without_choosing_and_space_chooses(dialog: RatingDialog) -> None:
    press(dialog, Qt.Key.Key_Right)
    assert dialog.faces[0].hasFocus()
    press(dialog, Qt.Key.Key_Right)
    assert dialog.faces[1].hasFocus() and dialog.value is None
    press(dialog, Qt.Key.Key_Left)
    press(dialog, Qt.Key.Key_Left)
    assert dialog.faces[2].hasFocus() and dialog.value is None
    press(dialog, Qt.Key.Key_Space)
    assert dialog.value is POOR


def test_the_comment_comes_right_after_the_choice_and_takes_figures(dialog: RatingDialog, recorder: Recorder) -> None:
    press(dialog, Qt.Key.Key_1)
    press(dialog, Qt.Key.Key_Tab)
    assert dialog.comment.hasFocus()
    QTest.keyClicks(dialog.comment, " pris en 3 minutes ")
    assert dialog.value is GREAT, "a figure in the comment is no choice"
    press(dialog, ENTER)
    assert dialog.isVisible(), "Enter begins a new line there"
    press(dialog, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert recorder.rated[0][1:] == (GREAT, "pris en 3 minutes")


def test_a_comment_that_is_too_long_is_said_and_kept(dialog: RatingDialog, recorder: Recorder) -> None:
    dialog.choose(NEUTRAL)
    dialog.comment.setPlainText("x" * (COMMENT_LONGEST + 12))
    assert dialog._room.text() == "12 caractères de trop" and not dialog.validate_button.isEnabled()
    dialog.validate()
    assert recorder.rated == [] and len(dialog.comment.toPlainText()) == COMMENT_LONGEST + 12
    dialog.comment.setPlainText("x" * (COMMENT_LONGEST - 1))
    assert dialog._room.text() == "encore 1 caractère" and dialog.validate_button.isEnabled()
    assert dialog.comment.accessibleDescription() == "2\u202f000 caractères au plus"


@pytest.mark.parametrize("leave", ["later", "escape"])
def test_later_records_nothing(dialog: RatingDialog, recorder: Recorder, leave: str) -> None:
    dialog.choose(GREAT)
    if leave == "later":
        dialog.later_button.click()
    else:
        press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and recorder.rated == []


def test_a_refusal_is_said_and_the_comment_stays(dialog: RatingDialog, recorder: Recorder) -> None:
    recorder.refusal = RuleError(msg("La demande {number} a déjà un avis.", number="D26-0012"))
    dialog.choose(POOR)
    dialog.comment.setPlainText("Trop long")
    dialog.validate()
    assert dialog.isVisible() and dialog.error_text == "La demande D26-0012 a déjà un avis."
    assert dialog.comment.toPlainText() == "Trop long" and dialog.validate_button.isEnabled()


def test_the_window_is_told(qtbot: QtBot, recorder: Recorder, make_context: MakeContext, told: Told) -> None:
    done: list[bool] = []
    dialog = shown(qtbot, make_context(SimpleNamespace(support=recorder)), on_done=lambda: done.append(True))
    dialog.choose(GREAT)
    dialog.validate()
    assert done == [True] and told.changes == 1 and told.notices[0][0] == "Merci, votre avis est enregistré."


def test_it_cannot_be_left_or_sent_twice_while_it_is_recorded(
    qtbot: QtBot, recorder: Recorder, make_context: MakeContext, threaded_tasks: TaskRunner
) -> None:
    dialog = shown(qtbot, make_context(SimpleNamespace(support=recorder), tasks=threaded_tasks))
    dialog.choose(GREAT)
    dialog.validate()
    dialog.validate()
    dialog.reject()
    assert dialog.isVisible() and not dialog.later_button.isEnabled()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert len(recorder.rated) == 1


def test_screen_readers_hear_radio_buttons_with_words(dialog: RatingDialog) -> None:
    names = []
    for face in dialog.faces:
        heard = QAccessible.queryAccessibleInterface(face)
        assert heard is not None and heard.role() == QAccessible.Role.RadioButton
        assert not heard.state().checked
        names.append(heard.text(QAccessible.Text.Name))
    assert names == ["Très bien", "Moyen", "Mauvais"]
    assert dialog.faces[1].accessibleDescription() == "Touche 2"


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_faces_are_drawn_large_each_its_own(qtbot: QtBot, qapp: QApplication, mode: str) -> None:
    theme.apply(qapp, mode)  # type: ignore[arg-type] # one of the two
    assert FACE >= 72
    pictures = []
    for value in RatingValue:
        picture = QImage(150, 150, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.black)
        painter = QPainter(picture)
        paint_smiley(painter, QRectF(0, 0, 150, 150), value)
        painter.end()
        pictures.append(picture.convertToFormat(QImage.Format.Format_Mono))
    assert all(one != other for number, one in enumerate(pictures) for other in pictures[:number]), "without colours too"
    for name, state in (("ok", theme.current().ok), ("warning", theme.current().warning), ("danger", theme.current().danger)):
        assert theme.contrast(state.text, state.soft) >= 4.5, name


def test_a_choice_and_the_focus_can_be_seen(dialog: RatingDialog) -> None:
    face = dialog.faces[1]
    plain = face.grab().toImage()
    face.setFocus()
    focused = face.grab().toImage()
    face.setChecked(True)
    chosen = face.grab().toImage()
    assert plain != focused != chosen != plain


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with empty_office(tmp_path / "data") as made:
        yield made


def test_on_real_services_once_and_for_good(qtbot: QtBot, office: Office, make_context: MakeContext) -> None:
    support = office.services.support
    office.clock.day -= timedelta(days=1)
    request = support.add(NewRequest("Plus de ticket", Urgency.BLOCKED))
    office.clock.day += timedelta(days=1)
    started = office.clock.now() - timedelta(minutes=40)
    support.log_intervention(request.id, InterventionKind.REMOTE, "Sophie M.", started, started + timedelta(minutes=20), "Pilote remis")
    support.resolve(request.id, "Pilote remis")
    row = support.rating_to_ask()
    assert row is not None and row.id == request.id
    first = shown(qtbot, make_context(office.services), row)
    assert support.rating_to_ask() is None, "offered once"
    second = shown(qtbot, make_context(office.services), row)
    first.choose(GREAT)
    first.comment.setPlainText("Merci\u202f!")
    first.validate()
    kept = support.detail(request.id).rating
    assert kept is not None and (kept.value, kept.comment, kept.origin) == (GREAT, "Merci\u202f!", "app")
    second.choose(POOR)
    second.validate()
    assert second.isVisible() and request.number in second.error_text
    again = support.detail(request.id).rating
    assert again is not None and again.value is GREAT


def test_smileys_tell_their_key(qtbot: QtBot) -> None:
    face = SmileyButton(NEUTRAL)
    qtbot.addWidget(face)
    assert face.toolTip() == "Moyen (touche 2)"
