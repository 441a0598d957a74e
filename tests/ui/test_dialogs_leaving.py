"""Leaving a dialog asks before what was typed or chosen is lost; it waits while what was asked for is being recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import ClaimType, RatingValue
from app.ui.main_window import MINIMUM_SIZE
from app.ui.screen import ScreenContext
from app.ui.support.claim_assistant import ClaimDialog
from app.ui.support.claim_machine import choice_of
from app.ui.support.rating import DEAF_MS, RatingDialog
from app.ui.widgets import AssistantDialog, AssistantStep, StateBadge
from tests.claim_office import ClaimOffice, claim_office
from tests.ui.held_tasks import HeldTasks
from tests.ui.test_support_rating import Recorder, request_row

Context = Callable[..., ScreenContext]
ESCAPE = Qt.Key.Key_Escape


@pytest.fixture
def claims(tmp_path: Path) -> Iterator[ClaimOffice]:
    with claim_office(tmp_path / "claims") as made:
        yield made


@pytest.fixture
def claim(claims: ClaimOffice, slow: HeldTasks, make_context: Context, qtbot: QtBot) -> ClaimDialog:
    context = make_context(claims.services, tasks=slow)._replace(today=lambda: claims.clock.today())
    made = ClaimDialog(context, choice_of(claims.services, claims.laptop))
    qtbot.addWidget(made)
    made.open()
    return made


def asking(dialog: ClaimDialog | RatingDialog) -> bool:
    return dialog.asks


def said(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


# Claims ----------------------------------------------------------------------------------------------------------------------------


def test_a_claim_nobody_began_is_left_at_once(claim: ClaimDialog) -> None:
    QTest.keyClick(claim, ESCAPE)
    assert not claim.isVisible()


@pytest.mark.parametrize("way", ["escape", "cancel", "window"])
def test_a_claim_that_was_begun_asks_first(claim: ClaimDialog, way: str) -> None:
    claim.what.tiles.choose(ClaimType.LOSS)
    claim.go_on()
    claim.how.place.setText("Gare d’Annecy")
    if way == "escape":
        QTest.keyClick(claim, ESCAPE)
    elif way == "cancel":
        claim._cancel.click()
    else:
        claim.close()
    assert claim.isVisible()
    assert asking(claim)
    assert "Le sinistre n’est pas déclaré." in said(claim)
    QTest.keyClick(claim, ESCAPE)
    assert not asking(claim)
    assert claim.how.place.text() == "Gare d’Annecy"
    QTest.keyClick(claim, ESCAPE)
    focused = claim.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert not claim.isVisible()


def test_the_choice_on_the_first_page_counts(claim: ClaimDialog) -> None:
    claim.what.tiles.choose(ClaimType.LOSS)
    claim.reject()
    assert claim.asks


def test_a_claim_on_its_way_is_waited_for(claim: ClaimDialog, claims: ClaimOffice, slow: HeldTasks) -> None:
    claim.what.tiles.choose(ClaimType.BREAKAGE)
    claim.go_on()
    claim.go_on()
    slow.hold()
    claim.go_on()
    QTest.keyClick(claim, ESCAPE)
    assert claim.isVisible()
    assert not claim.asks
    assert not claim._cancel.isEnabled()
    assert "Enregistrement en cours" in said(claim)
    told: list[object] = []
    claim.declared.connect(told.append)
    slow.release()
    assert not claim.isVisible()
    assert len(told) == 1


# Rating ----------------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


def rating(recorder: Recorder, make_context: Context, qtbot: QtBot, **more: object) -> RatingDialog:
    made = RatingDialog(make_context(SimpleNamespace(support=recorder)), request_row(), **more)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.open()
    return made


@pytest.mark.parametrize("way", ["escape", "later"])
def test_a_comment_is_not_lost_without_a_question(recorder: Recorder, make_context: Context, qtbot: QtBot, way: str) -> None:
    dialog = rating(recorder, make_context, qtbot)
    dialog.choose(RatingValue.GREAT)
    dialog.comment.setPlainText("Très rapide")
    if way == "escape":
        QTest.keyClick(dialog, ESCAPE)
    else:
        dialog.later_button.click()
    assert dialog.isVisible()
    assert asking(dialog)
    QTest.keyClick(dialog, ESCAPE)
    assert not asking(dialog)
    assert dialog.comment.toPlainText() == "Très rapide"
    dialog.reject()
    dialog.abandon()
    assert not dialog.isVisible()
    assert recorder.rated == []


def test_the_question_is_in_sight(recorder: Recorder, make_context: Context, qtbot: QtBot) -> None:
    dialog = rating(recorder, make_context, qtbot)
    before = dialog.height()
    dialog.choose(RatingValue.GREAT)
    dialog.comment.setPlainText("Très rapide")
    dialog.reject()
    QApplication.processEvents()
    assert dialog.height() > before
    assert dialog.rect().contains(dialog._confirm.geometry())


def test_a_rating_offered_in_a_session_says_whose_it_is_and_is_deaf_at_first(
    recorder: Recorder, make_context: Context, qtbot: QtBot
) -> None:
    dialog = rating(recorder, make_context, qtbot, offered=True, technician="Paul Étienne")
    for key in (Qt.Key.Key_3, ESCAPE):
        QTest.keyClick(dialog, key)
    assert dialog.value is None
    assert dialog.isVisible()
    assert "À remplir par le client, et non par Paul Étienne" in [badge.text for badge in dialog.findChildren(StateBadge)]
    qtbot.waitUntil(lambda: dialog._shown.elapsed() >= DEAF_MS, timeout=5000)
    QTest.keyClick(dialog, Qt.Key.Key_3)
    assert dialog.value is RatingValue.POOR


def test_it_fits_on_a_small_screen_at_200_percent(recorder: Recorder, make_context: Context, qtbot: QtBot) -> None:
    dialog = rating(recorder, make_context, qtbot)
    dialog.resize(dialog.width(), 320)
    QApplication.processEvents()
    assert dialog.height() == 320
    for made in (dialog.later_button, dialog.validate_button):
        assert dialog.rect().contains(made.geometry())
    dialog.choose(RatingValue.POOR)


def test_the_window_itself_fits_there_too() -> None:
    assert MINIMUM_SIZE.width() <= 640
    assert MINIMUM_SIZE.height() <= 320


# Others ----------------------------------------------------------------------------------------------------------------------------


def test_an_assistant_that_keeps_what_it_did_is_left_as_before(qtbot: QtBot) -> None:
    dialog = AssistantDialog("Essai", [AssistantStep("Un"), AssistantStep("Deux")])
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.go_on()
    dialog.reject()
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not dialog.isVisible()
