"""A technician on this PC, in the real window: the session, its banner and its end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox
from pytestqt.qtbot import QtBot

from app.domain.records import InterventionKind, RatingValue
from app.ui.main_window import MainWindow
from app.ui.support.rating import RatingDialog
from app.ui.technician.start_dialog import StartDialog
from tests.offices import StandingClock
from tests.ui.conftest import MemorySettings
from tests.ui.technician_desk import NAME, NOWHERE, OWNER, START, Desk, MakeContext, open_desk, reading


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock(START)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, clock: StandingClock, make_context: MakeContext, ui_settings: MemorySettings) -> Iterator[Desk]:
    with open_desk(tmp_path / "data", clock, make_context, ui_settings, qtbot) as opened:
        yield opened


def start_dialog(window: MainWindow) -> StartDialog:
    (dialog,) = window.findChildren(StartDialog)
    return dialog


# Taking over -------------------------------------------------------------------------------------------------------------------------


def test_taking_over_needs_a_name_and_somebody_who_confirms(desk: Desk) -> None:
    desk.services.office.change_organisation({"representative": OWNER})
    card = desk.card()
    assert desk.host.banner.text == ""
    card.session_button.click()
    dialog = start_dialog(desk.window)
    dialog.try_submit()
    assert dialog.form.field("technician").error
    dialog.name.setCurrentText(NAME)
    who = dialog.form.field("confirmed_by").editor
    assert isinstance(who, QComboBox)
    assert who.currentText() == OWNER
    yes = dialog.form.field("confirmed").editor
    assert isinstance(yes, QCheckBox)
    assert yes.text() == "Je confirme que Nadège R. peut intervenir sur ce poste"
    dialog.try_submit()
    assert dialog.form.field("confirmed").error
    assert desk.services.technicians.current() is None
    yes.setChecked(True)
    dialog.name.setCurrentText("Thibault C.")
    assert not yes.isChecked()  # what was ticked was another name
    dialog.name.setCurrentText(NAME)
    yes.setChecked(True)
    dialog.try_submit()
    assert (
        desk.host.banner.text
        == "Session technicien\u00a0: Nadège R. depuis 14\u00a0h\u00a005 — tout ce qui est fait est inscrit sous ce nom"
    )
    assert desk.services.context.store.actor == NAME
    assert not card.session_button.isVisible()


def test_the_technician_cannot_confirm_alone(desk: Desk) -> None:
    desk.card().session_button.click()
    dialog = start_dialog(desk.window)
    dialog.name.setCurrentText(NAME)
    who, yes = dialog.form.field("confirmed_by").editor, dialog.form.field("confirmed").editor
    assert isinstance(who, QComboBox) and isinstance(yes, QCheckBox)
    who.setCurrentText("nadège r.")
    yes.setChecked(True)
    dialog.try_submit()
    assert "lui-même" in (dialog.form.field("confirmed_by").error or "")
    dialog.abandon()


def test_names_are_completed_and_the_request_can_be_chosen(desk: Desk) -> None:
    desk.begin()
    desk.host.end()
    desk.ask()
    desk.card().session_button.click()
    dialog = start_dialog(desk.window)
    assert dialog.name.findText(NAME) == 0
    about = dialog.form.field("request").editor
    assert isinstance(about, QComboBox)
    assert [about.itemText(place) for place in range(about.count())] == ["Aucune en particulier", "D26-A-0001 — Plus de tickets"]
    dialog.abandon()


@pytest.mark.parametrize(("width", "asked"), [(1280, True), (800, True), (640, True), (800, False)])
def test_the_banner_keeps_who_and_what_in_a_narrow_window(desk: Desk, width: int, asked: bool) -> None:
    desk.window.resize(width, 480)
    desk.begin(desk.ask() if asked else None)
    QApplication.processEvents()
    banner = desk.host.banner
    assert NAME in banner.shown
    assert ("D26-A-0001" in banner.shown) is asked
    assert not banner.shown.endswith("…")
    assert banner._label.fontMetrics().horizontalAdvance(banner.shown) <= banner._label.width()
    assert ("tout ce qui est fait" in banner.shown) is (width == 1280)
    assert "tout ce qui est fait" in banner.accessibleName()


# How it ends -------------------------------------------------------------------------------------------------------------------------


def test_ending_by_hand(desk: Desk) -> None:
    desk.begin(desk.ask())
    assert "(D26-A-0001)" in desk.host.banner.text
    assert desk.host.timer.isActive()
    desk.host.banner.end_button.click()
    assert (desk.host.banner.text, desk.host.timer.isActive()) == ("", False)
    assert desk.window.toast.text == "Session de Nadège R. terminée"
    assert desk.services.context.store.actor == OWNER


def test_an_idle_window_is_woken_once_and_the_session_is_over(desk: Desk) -> None:
    desk.begin()
    timer = desk.host.timer
    assert timer.isSingleShot()
    assert timer.remainingTime() >= 29 * 60_000
    desk.later(minutes=10)
    desk.press()  # only a figure changes: the timer stays as it was set
    assert timer.remainingTime() >= 29 * 60_000
    desk.later(minutes=20)
    timer.timeout.emit()
    assert desk.is_running()
    assert 9 * 60_000 < timer.remainingTime() <= 10 * 60_000 + 1_000
    desk.later(minutes=10)
    timer.timeout.emit()
    assert not desk.is_running()
    assert not timer.isActive()
    assert desk.window.banner.text == "La session de Nadège R. s’est terminée à 14\u00a0h\u00a045, après 30 minutes sans activité."


def test_whoever_wakes_a_computer_that_slept_is_not_the_technician(desk: Desk) -> None:
    desk.begin()
    desk.later(hours=9)
    desk.press()
    assert not desk.is_running()
    assert "14\u00a0h\u00a035" in desk.window.banner.text


def test_keys_in_dialogs_count_too(desk: Desk, qtbot: QtBot) -> None:
    desk.begin()
    card = desk.card()
    qtbot.waitUntil(card.isActiveWindow, timeout=5000)
    desk.later(minutes=29)
    handle = card.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    desk.later(minutes=2)
    desk.host.timer.timeout.emit()
    assert desk.is_running()
    current = desk.services.technicians.current()
    assert current is not None
    assert current.ends_at == START + timedelta(minutes=59)


def test_nothing_is_noticed_without_a_session(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.begin()
    desk.host.end()
    monkeypatch.setattr(desk.services.technicians, "touch", lambda: pytest.fail("touched"))
    desk.later(minutes=5)
    desk.press()


def test_the_end_of_its_intervention_asks_for_the_rating(desk: Desk) -> None:
    request = desk.ask()
    desk.begin(request)
    support = desk.services.support
    work = support.start_intervention(request, InterventionKind.REMOTE, NAME)
    desk.window.data_changed()
    desk.later(minutes=12)
    support.stop_intervention(work, "Pilote réinstallé.")
    desk.window.data_changed()
    assert desk.host.banner.text.startswith(
        "Intervention terminée\u00a0: la session de Nadège R. finit à 14\u00a0h\u00a022, ou à la résolution de D26-A-0001"
    )
    assert desk.host.timer.remainingTime() <= 5 * 60_000 + 1_000
    support.resolve(request, "Pilote réinstallé.")
    desk.window.data_changed()
    assert not desk.is_running()
    dialog = desk.host.dialog
    assert isinstance(dialog, RatingDialog)
    dialog.choose(RatingValue.GREAT)
    dialog.validate()
    rating = support.detail(request).rating
    assert rating is not None
    assert rating.value is RatingValue.GREAT
    assert desk.host.dialog is None


def test_a_request_that_was_asked_about_is_not_asked_about_again(desk: Desk) -> None:
    request = desk.ask()
    desk.services.support.resolve(request, "Réglé.")
    desk.begin(request)
    desk.services.support.rating_asked(request)
    desk.host.end()
    assert desk.host.dialog is None


def test_a_session_left_open_is_told_after_a_restart(desk: Desk) -> None:
    desk.begin()
    reading(desk.office, NOWHERE)  # another process: it knows only what was written down
    desk.services.context.store.actor = OWNER
    desk.window.follow_technician()
    assert desk.host.banner.text == ""
    assert desk.window.banner.text == (
        "La session de Nadège R. était restée ouverte\u00a0: elle est terminée, à la dernière activité (10/11/2026 14:05)."
    )
