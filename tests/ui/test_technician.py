"""A technician on this PC, in the real window: the session and its banner, its end, and the card."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QScrollArea
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.domain.records import InterventionKind, RatingValue, Urgency
from app.domain.text import msg, set_language
from app.domain.values.support import NewRequest
from app.services.technicians import TechnicianService
from app.system.teamviewer import ThisPc
from app.ui import theme
from app.ui.main_window import MainWindow
from app.ui.screen import Route, ScreenContext
from app.ui.screens import registry
from app.ui.support.rating import RatingDialog
from app.ui.technician.card import TechnicianCardDialog
from app.ui.technician.session import TechnicianSessionHost
from app.ui.technician.start_dialog import StartDialog
from tests.offices import StandingClock, add_three_contracts, open_office
from tests.ui.conftest import MemorySettings

START = datetime(2026, 11, 10, 13, 5, tzinfo=UTC)
OWNER, NAME = "Claire Morel", "Nadège R."
CTRL = Qt.KeyboardModifier.ControlModifier
NOWHERE = ThisPc(None, why=msg("TeamViewer n’est pas installé sur ce PC"))
MakeContext = Callable[..., ScreenContext]


class Desk:
    """A window on an office with one machine, and hands to use it."""

    def __init__(self, office: OpenFolder, window: MainWindow, context: ScreenContext, clock: StandingClock) -> None:
        self.office, self.window, self.context, self.clock = office, window, context, clock
        self.services = office.services
        self.till = office.services.equipment.add(
            {
                "designation": "Caisse comptoir",
                "kind": "till",
                "serial": "YN2-690",
                "teamviewer_id": "986 801 296",
                "os_name": "Windows 11 Pro",
                "os_version": "24H2",
                "licence_number": "GC-0042",
            }
        )

    @property
    def host(self) -> TechnicianSessionHost:
        assert self.window.technician is not None
        return self.window.technician

    def is_running(self) -> bool:
        """Whether the window says that a session runs."""
        return self.host.state is not None

    def ask(self) -> UUID:
        return self.services.support.add(NewRequest("Plus de tickets", Urgency.BLOCKED, equipment_id=self.till)).id

    def begin(self, request: UUID | None = None) -> None:
        self.services.technicians.start(NAME, OWNER, request)
        self.window.data_changed()

    def card(self) -> TechnicianCardDialog:
        QTest.keyClick(self.window, Qt.Key.Key_T, CTRL)
        dialog = self.host.dialog
        assert isinstance(dialog, TechnicianCardDialog)
        return dialog

    def later(self, **passed: float) -> None:
        self.clock.moment += timedelta(**passed)

    def press(self) -> None:
        """A key, as the system gives it to the window."""
        handle = self.window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, Qt.Key.Key_Shift)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock(START)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, clock: StandingClock, make_context: MakeContext, ui_settings: MemorySettings) -> Iterator[Desk]:
    office = open_office(tmp_path / "data", clock)
    add_three_contracts(office)
    reading(office, NOWHERE)
    window = MainWindow(registry(), ui_settings)
    context = make_context(office.services)._replace(
        navigate=window.navigate,
        notify=window.notify,
        report_error=window.report_error,
        data_changed=window.data_changed,
        today=clock.today,
    )
    window.resize(1280, 720)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    window.attach(context, office.services.shell)
    window.follow_technician()
    yield Desk(office, window, context, clock)
    window.close()
    window.deleteLater()
    office.close()


def reading(office: OpenFolder, pc: ThisPc) -> None:
    """Let the office's services find `pc` in the registry."""
    office.services.__dict__["technicians"] = TechnicianService(office.services.context, lambda: pc)


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
    assert desk.host.banner.text == "Session technicien\u00a0: Nadège R. depuis 14:05 — tout ce qui est fait est inscrit sous ce nom"
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
    assert desk.window.banner.text == "La session de Nadège R. s’est terminée à 14:45, après 30 minutes sans activité."


def test_whoever_wakes_a_computer_that_slept_is_not_the_technician(desk: Desk) -> None:
    desk.begin()
    desk.later(hours=9)
    desk.press()
    assert not desk.is_running()
    assert "14:35" in desk.window.banner.text


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
    assert desk.host.banner.text.startswith("Intervention terminée\u00a0: la session de Nadège R. se ferme à 14:22")
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


# The card ----------------------------------------------------------------------------------------------------------------------------


def test_the_card_of_the_sessions_request(desk: Desk) -> None:
    desk.begin(desk.ask())
    desk.host.banner.card_button.click()
    card = desk.host.dialog
    assert isinstance(card, TechnicianCardDialog)
    shown = {row.fact.key: row.fact.shown for row in card.rows}
    assert shown["teamviewer_id"] == "986 801 296"
    assert (shown["serial"], shown["os"], shown["licence_number"]) == ("YN2-690", "Windows 11 Pro 24H2", "GC-0042")
    assert (shown["warranty_end"], shown["backup"]) == ("non renseignée", "aucune sauvegarde connue")
    assert shown["cover"].startswith("Couvert par le contrat")
    assert [line.text() for line in card.requests] == ["Plus de tickets"]
    card.requests[0].click()
    assert desk.window.route is not None
    assert desk.window.route.screen == "support"


def test_every_value_is_copied_by_click_and_by_key(desk: Desk, qapp: QApplication) -> None:
    desk.begin(desk.ask())
    card = desk.card()
    serial = next(row for row in card.rows if row.fact.key == "serial")
    serial.click()
    assert qapp.clipboard().text() == "YN2-690"
    assert card.toast.text == "Copié\u00a0: N° de série"
    teamviewer = next(row for row in card.rows if row.fact.key == "teamviewer_id")
    teamviewer.setFocus()
    QTest.keyClick(teamviewer, Qt.Key.Key_C, CTRL)
    assert qapp.clipboard().text() == "986 801 296"
    unknown = next(row for row in card.rows if row.fact.key == "model")
    unknown.click()
    QTest.keyClick(unknown, Qt.Key.Key_C, CTRL)
    assert qapp.clipboard().text() == "986 801 296"
    QTest.keyClick(card.requests[0], Qt.Key.Key_C, CTRL)
    assert qapp.clipboard().text().endswith("D26-A-0001 · Plus de tickets · Nouvelle")
    card.copy_button.click()
    lines = qapp.clipboard().text().splitlines()
    assert lines[0] == "Caisse comptoir"
    assert "N° de série\u00a0: YN2-690" in lines
    assert "Sauvegarde\u00a0: aucune sauvegarde connue" in lines


def test_arrows_walk_through_the_values(desk: Desk) -> None:
    card = desk.card()
    card.rows[0].setFocus()
    for row in card.rows[1:]:
        focus = card.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Down)
        if card.focusWidget() is not row:  # « Pourquoi ? » stands beside the first value
            focus = card.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, Qt.Key.Key_Down)
        assert card.focusWidget() is row


def test_an_unknown_pc_says_why_and_a_machine_can_be_chosen(desk: Desk) -> None:
    card = desk.card()
    shown = {row.fact.key: row.fact.shown for row in card.rows}
    assert card._title.text() == "Machine inconnue de l’inventaire"
    assert shown["teamviewer_id"] == "inconnu\u00a0: TeamViewer n’est pas installé sur ce PC"
    assert not card.open_button.isEnabled()
    assert "n’a pas été trouvé" in card.open_button.toolTip()
    card.other_button.click()
    from app.ui.support.machine_picker import Machine, MachinePicker

    (picker,) = [widget for widget in QApplication.allWidgets() if isinstance(widget, MachinePicker)]
    picker.chosen.emit(Machine(desk.till, "Caisse comptoir"))
    assert card._title.text() == "Caisse comptoir"


@pytest.mark.parametrize(
    ("program", "handles", "started", "opened", "said"),
    [
        (r"C:\TeamViewer.exe", True, [(r"C:\TeamViewer.exe", ["-i", "986801296"])], [], ""),
        ("", True, [], ["teamviewer10://control?device=986801296"], ""),
        (
            "",
            False,
            [],
            ["teamviewer10://control?device=986801296"],
            "TeamViewer ne s’ouvre pas sur ce PC\u00a0: l’ID 986 801 296 est copié.",
        ),
    ],
)
def test_teamviewer_is_opened_by_its_program_or_its_link(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, program: str, handles: bool, started: list[Any], opened: list[str], said: str
) -> None:
    monkeypatch.setattr(desk.services.technicians, "program", lambda: program)
    desk.begin(desk.ask())
    card = desk.card()
    ran: list[Any] = []
    asked: list[str] = []

    def start(path: str, arguments: list[str]) -> bool:
        ran.append((path, arguments))
        return True

    def open_url(url: QUrl) -> bool:
        asked.append(url.toString())
        return handles

    card.start_program, card.open_url = start, open_url
    card.open_button.click()
    assert (ran, asked, card.toast.text) == (started, opened, said)


def test_on_its_own_card_this_pc_only_opens_the_program(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    reading(desk.office, ThisPc("986801296"))
    monkeypatch.setattr(desk.services.technicians, "program", lambda: "tv")
    card = desk.card()
    assert card.card is not None
    assert card.card.this_pc
    ran: list[Any] = []
    card.start_program = lambda path, arguments: ran.append((path, arguments)) or True  # type: ignore[func-returns-value]
    card.open_url = lambda _: pytest.fail("took control of itself")
    card.open_button.click()
    assert ran == [("tv", [])]


def test_the_card_of_the_machine_in_sight_and_from_its_panel(desk: Desk) -> None:
    desk.window.navigate(Route("equipment", desk.till))
    card = desk.card()
    assert card._title.text() == "Caisse comptoir"
    card.reject()
    panel = desk.window.current_screen.panel  # type: ignore[union-attr]
    panel.card_button.click()
    (found,) = [dialog for dialog in desk.window.findChildren(TechnicianCardDialog) if dialog.isVisible()]
    assert found._title.text() == "Caisse comptoir"
    found.reject()


def test_a_machine_that_is_gone_is_said(desk: Desk) -> None:
    card = TechnicianCardDialog(desk.context, desk.window, equipment_id=UUID(int=1))
    assert card.card is None
    assert not card.copy_button.isEnabled()
    assert not card.open_button.isEnabled()


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (853, 480), (853, 424)])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_whole_card_is_in_sight_without_scrolling(desk: Desk, width: int, height: int, language: str) -> None:
    set_language(language)
    for _ in range(6):
        desk.ask()
    desk.window.resize(width, height)
    card = desk.card()
    assert not [area for area in card.findChildren(QScrollArea) if area.isVisible()]
    assert card.height() <= height
    assert card.width() <= width
    assert len(card.requests) == 5
    for row in (*card.rows, *card.requests):
        assert card.rect().contains(QRect(row.mapTo(card, QPoint(0, 0)), row.size()))
        assert row.height() >= row.minimumSizeHint().height()


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_pictures(desk: Desk, qapp: QApplication, pictures: Path, mode: str, language: str) -> None:
    set_language(language)
    theme.apply(qapp, mode)  # type: ignore[arg-type]
    desk.begin(desk.ask())
    assert desk.card().grab().save(str(pictures / f"technician-card-{language}-{mode}.png"))
    assert desk.window.grab().save(str(pictures / f"technician-banner-{language}-{mode}.png"))


def test_everything_that_takes_the_focus_has_a_name(desk: Desk) -> None:
    desk.begin(desk.ask())
    card = desk.card()
    for row in (*card.rows, *card.requests, desk.host.banner.card_button, desk.host.banner.end_button):
        assert row.accessibleName()
    assert "N° de série\u00a0: YN2-690" in [row.accessibleName() for row in card.rows]
