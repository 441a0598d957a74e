"""The technician's card in the real window: what it shows, copies and opens; all in sight."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from app.domain.text import set_language
from app.system.teamviewer import ThisPc
from app.ui import theme
from app.ui.screen import Route
from app.ui.support.machine_picker import MachinePicker
from app.ui.support.machine_search import Choice
from app.ui.technician.card import TechnicianCardDialog
from tests.offices import StandingClock
from tests.ui.conftest import MemorySettings
from tests.ui.technician_desk import CTRL, START, Desk, MakeContext, open_desk, reading


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock(START)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, clock: StandingClock, make_context: MakeContext, ui_settings: MemorySettings) -> Iterator[Desk]:
    with open_desk(tmp_path / "data", clock, make_context, ui_settings, qtbot) as opened:
        yield opened


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
    (picker,) = [widget for widget in QApplication.allWidgets() if isinstance(widget, MachinePicker)]
    picker.chosen.emit(Choice(desk.till, "Caisse comptoir"))
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
    panel.card_action.trigger()
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
        assert row.height() >= max(24, row.minimumSizeHint().height())  # WCAG 2.5.8


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
