"""Assistance: the support clock, the pages, the queue with its moving times, all requests, appointments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QTabBar
from pytestqt.qtbot import QtBot

from app.domain.records import RequestStatus, Urgency
from app.domain.text import set_language
from app.ui.screen import Route, ScreenContext
from app.ui.support.new_request import NewRequestDialog
from app.ui.support.view import PAGES, SupportScreen
from app.ui.widgets import EmptyState, WhyButton
from tests.ui.conftest import Told
from tests.ui.support_office import SupportOffice, dialog_of, open_window, support_office

Context = Callable[..., ScreenContext]
Open = Callable[..., SupportScreen]
HERE = Route("support")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SupportOffice]:
    with support_office(tmp_path / "data") as made:
        yield made


@pytest.fixture
def open_screen(office: SupportOffice, make_context: Context, qtbot: QtBot) -> Open:
    kept: list[SupportScreen] = []

    def make(route: Route = HERE, size: tuple[int, int] = (1080, 660)) -> SupportScreen:
        screen = SupportScreen(make_context(office.services)._replace(today=office.clock.today))
        kept.append(screen)
        qtbot.addWidget(screen)
        screen.resize(*size)
        screen.show()
        screen.set_site(None)
        screen.activate(route)
        QApplication.processEvents()  # a page that was just built is shown by then
        return screen

    return make


def subjects(screen: SupportScreen) -> list[str]:
    return [line.row.subject for line in screen.page("queue").list.lines.lines]


# Clock and pages -------------------------------------------------------------------------------------------------------------------


def test_the_top_says_whom_to_call_and_until_when(open_screen: Open, qtbot: QtBot) -> None:
    screen = open_screen()
    qtbot.waitUntil(lambda: any(line.text for line in screen.strip.lines.values()), timeout=5000)
    (line,) = screen.strip.lines.values()
    assert line.text == "Ouvert jusqu’à 12\u00a0h"
    dialled: list[str] = []

    def dial(url: QUrl) -> bool:
        dialled.append(url.toString())
        return True

    why = line.findChild(WhyButton)
    assert why is not None and why.text() == why.accessibleName() == "Pourquoi\u202f?"
    for width, words in ((300, ""), (900, "Pourquoi\u202f?")):
        screen.strip.resize(width, screen.strip.height())
        assert (why.text(), why.accessibleName()) == (words, "Pourquoi\u202f?")
    screen.strip.open_url = dial
    next(found for found in screen.strip.findChildren(type(screen.new_button)) if found.accessibleName().startswith("Appeler")).click()
    assert dialled == ["tel:0450371529"]


def test_without_a_contract_it_says_how_to_get_there(tmp_path: Path, make_context: Context, qtbot: QtBot) -> None:
    with support_office(tmp_path / "bare", contract=False) as bare:
        screen = SupportScreen(make_context(bare.services))
        qtbot.addWidget(screen)
        screen.show()
        screen.activate(Route("support"))
        assert not screen.strip.lines


@pytest.mark.parametrize("key", PAGES)
def test_every_page_opens_by_its_tab_and_by_its_route(open_screen: Open, key: str) -> None:
    screen = open_screen()
    screen.tabs.setCurrentIndex(PAGES.index(key))
    assert screen.page(key).isVisible()
    again = open_screen(Route("support", None, key))
    assert again.current_page == key


def test_pages_are_built_when_first_shown(open_screen: Open) -> None:
    screen = open_screen()
    assert list(screen._pages) == ["queue"]


def test_the_tabs_answer_the_keyboard(open_screen: Open, qtbot: QtBot) -> None:
    screen = open_screen()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow, timeout=5000)
    assert isinstance(screen.tabs, QTabBar)
    screen.tabs.setFocus()
    QTest.keyClick(screen.tabs, Qt.Key.Key_Right)
    assert screen.current_page == "all"
    QTest.keyClick(screen.tabs, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert screen.current_page == "queue"
    screen.focus_search()
    assert screen.page("all").search.hasFocus()


def test_control_n_asks_for_help(open_screen: Open, qtbot: QtBot) -> None:
    screen = open_screen()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow, timeout=5000)
    QTest.keyClick(screen, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    # A button pressed by its keys is let go a tenth of a second later.
    qtbot.waitUntil(lambda: bool(screen.findChildren(NewRequestDialog)), timeout=5000)


def test_routes_start_a_request(open_screen: Open, office: SupportOffice) -> None:
    screen = open_screen(Route("support", office.machines["Convoyeur"], "new-for-equipment"))
    assert dialog_of(screen, NewRequestDialog).machine.value().name == "Convoyeur"


# Queue -----------------------------------------------------------------------------------------------------------------------------


def test_the_queue_is_in_call_back_order(open_screen: Open, office: SupportOffice) -> None:
    office.ask("question", minutes_ago=200)
    office.ask("bloqué", Urgency.BLOCKED, minutes_ago=5)
    office.ask("gêné", Urgency.DEGRADED, minutes_ago=30)
    screen = open_screen()
    assert subjects(screen) == ["bloqué", "gêné", "question"]
    assert screen.tabs.tabText(0) == "File d’attente (3)"
    assert screen.page("queue").thread_.detail.row.subject == "bloqué"


def test_an_empty_queue_says_what_to_do(open_screen: Open) -> None:
    screen = open_screen()
    (empty,) = screen.page("queue").findChildren(EmptyState, options=Qt.FindChildOption.FindChildrenRecursively)[-1:]
    assert "Personne n’attend" in empty.accessibleName()
    assert empty.button is not None
    empty.button.click()
    assert dialog_of(screen, NewRequestDialog).isVisible()


def test_times_move_and_only_lines_that_changed_are_touched(open_screen: Open, office: SupportOffice) -> None:
    office.ask("récent", Urgency.BLOCKED, minutes_ago=5)
    long_ago = office.ask("ancien", minutes_ago=60 * 24 * 4)
    office.services.support.move(long_ago, RequestStatus.WAITING_FOR_CUSTOMER)
    screen = open_screen()
    page = screen.page("queue")
    lines = page.list.lines
    assert [line.waiting for line in lines.lines] == ["5\u00a0min", "4\u00a0jours"]
    office.clock.moment += timedelta(minutes=1)
    page._minute()
    assert lines.lines[0].waiting == "6\u00a0min"
    assert lines.changed == 1


def test_a_late_request_says_so_in_words(open_screen: Open, office: SupportOffice) -> None:
    office.ask("en retard", Urgency.BLOCKED, minutes_ago=10)
    screen = open_screen()
    page = screen.page("queue")
    due = page.list.lines.lines[0].due
    assert due.text == "Dans 50\u00a0min, à 10\u00a0h\u00a010"
    office.clock.moment += timedelta(minutes=51)
    page._minute()
    due = page.list.lines.lines[0].due
    assert (due.text, due.state, due.icon) == ("En retard depuis 10\u00a0h\u00a010", "danger", "clock-alert")
    assert page._late.isVisible()
    assert page._late.text == "1 en retard"
    assert "En retard" in page.list.lines.lines[0].spoken


def test_nothing_wakes_up_when_nobody_looks_or_waits(open_screen: Open, office: SupportOffice) -> None:
    screen = open_screen()
    page = screen.page("queue")
    assert not page.ticking  # nobody waits
    office.ask("bloqué", Urgency.BLOCKED)
    screen.reload()
    assert page.ticking
    screen.show_page("all")
    assert not page.ticking
    screen.show_page("queue")
    assert page.ticking
    screen.hide()
    assert not page.ticking


def test_an_appointment_stands_at_its_time(open_screen: Open, office: SupportOffice) -> None:
    later = office.ask("plus tard", Urgency.BLOCKED, minutes_ago=30)
    office.services.support.plan(later, datetime(2026, 11, 24, 14, 30, tzinfo=UTC))
    office.ask("maintenant")
    screen = open_screen()
    assert subjects(screen) == ["maintenant", "plus tard"]
    assert screen.page("queue").list.lines.lines[1].due.text == "Rendez-vous à 15\u00a0h\u00a030"
    assert not screen.page("queue")._late.isVisible()


def test_an_appointment_whose_time_has_come_stands_first(open_screen: Open, office: SupportOffice) -> None:
    later = office.ask("rendez-vous", minutes_ago=30)
    office.services.support.plan(later, datetime(2026, 11, 24, 8, 40, tzinfo=UTC))
    office.ask("bloqué", Urgency.BLOCKED)
    screen = open_screen()
    assert subjects(screen) == ["bloqué", "rendez-vous"]
    office.clock.moment += timedelta(minutes=21)
    screen.page("queue")._minute()
    assert subjects(screen) == ["rendez-vous", "bloqué"]
    assert screen.page("queue").list.lines.lines[0].due.text == "Rendez-vous de 9\u00a0h\u00a040, à appeler"


def test_one_timer_is_all_there_is(open_screen: Open, office: SupportOffice) -> None:
    office.ask("bloqué", Urgency.BLOCKED)
    page = open_screen().page("queue")
    assert page.ticking
    assert not page.thread_._tick.running


def test_the_chosen_request_stays_chosen_over_a_reload(open_screen: Open, office: SupportOffice) -> None:
    office.ask("un", Urgency.BLOCKED)
    second = office.ask("deux")
    screen = open_screen()
    page = screen.page("queue")
    assert page.list.choose(second)
    office.ask("trois", Urgency.BLOCKED)
    screen.reload()
    assert page.list.current_id == second
    assert page.thread_.request_id == second


def test_a_route_goes_to_an_open_request_or_finds_a_closed_one(open_screen: Open, office: SupportOffice) -> None:
    waits, done = office.ask("attend"), office.ask("résolue")
    office.services.support.resolve(done, "fait")
    screen = open_screen(Route("support", waits))
    assert screen.current_page == "queue"
    assert screen.page("queue").thread_.request_id == waits
    screen.activate(Route("support", done))
    assert screen.current_page == "all"
    assert screen.page("all").thread_.request_id == done


def test_resolving_keeps_the_thread_in_sight(open_screen: Open, office: SupportOffice) -> None:
    only = office.ask("seule")
    screen = open_screen()
    page = screen.page("queue")
    office.services.support.resolve(only, "fait")
    page.thread_._changed(only)
    assert subjects(screen) == []
    assert "reopen" in page.thread_.buttons
    assert page.thread_.isVisible()


@pytest.mark.parametrize(("width", "orientation"), [(1080, Qt.Orientation.Horizontal), (640, Qt.Orientation.Vertical)])
def test_the_thread_stands_beside_or_below(open_screen: Open, office: SupportOffice, width: int, orientation: Qt.Orientation) -> None:
    office.ask("bloqué", Urgency.BLOCKED)
    screen = open_screen(size=(width, 560))
    QApplication.processEvents()
    assert screen.page("queue").split.orientation() is orientation


def test_a_low_window_shows_the_list_or_the_thread(open_screen: Open, office: SupportOffice) -> None:
    asked = office.ask("bloqué", Urgency.BLOCKED)
    screen = open_screen(size=(785, 436))  # 1280×720 at 150 %, less navigation and search
    page = screen.page("queue")
    assert page.split.alone
    assert page.list.isVisible()
    assert not page.thread_.isVisible()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=page.list.visualRect(page.list.currentIndex()).center())
    QApplication.processEvents()
    assert page.thread_.isVisible()
    assert not page.list.isVisible()
    assert page.thread_.request_id == asked
    page.thread_.buttons["back"].click()
    assert page.list.isVisible()
    screen.resize(1080, 660)
    QApplication.processEvents()
    assert page.list.isVisible()
    assert page.thread_.isVisible()
    assert "back" not in page.thread_.buttons


@pytest.mark.parametrize("size", [(1080, 660), (785, 436), (700, 760), (588, 300)])
def test_nothing_in_the_head_of_a_thread_is_cut(open_screen: Open, office: SupportOffice, size: tuple[int, int]) -> None:
    office.ask("La caisse du comptoir refuse la carte bancaire, affiche une erreur et redémarre toute seule " * 3, Urgency.BLOCKED)
    screen = open_screen(size=size)
    page = screen.page("queue")
    page.split.open_thread()
    for _ in range(3):
        QApplication.processEvents()
    head, layout = page.thread_.head, page.thread_.head.layout()
    assert layout is not None
    assert head.height() >= layout.heightForWidth(head.width())
    assert len(head._title.shown_lines()) <= 2
    composer = page.thread_.composer
    assert screen.rect().contains(composer.geometry().translated(page.thread_.mapTo(screen, composer.parentWidget().pos())))


def test_all_requests_begin_with_the_newest(open_screen: Open, office: SupportOffice) -> None:
    office.ask("une")
    newest = office.ask("deux")
    page = open_screen(Route("support", None, "all")).page("all")
    assert page.table.current_id == newest
    assert page.thread_.request_id == newest


def test_without_requests_the_list_has_the_whole_page(open_screen: Open, office: SupportOffice) -> None:
    page = open_screen(Route("support", None, "all"), size=(700, 760)).page("all")
    assert not page.thread_.isVisible()


# All requests and appointments -----------------------------------------------------------------------------------------------------


def test_all_requests_are_searched_and_filtered(open_screen: Open, office: SupportOffice) -> None:
    done = office.ask("Imprimante muette")
    office.services.support.resolve(done, "fait")
    office.ask("Caisse lente")
    screen = open_screen(Route("support", None, "all"))
    page = screen.page("all")
    assert page.table.total == 2
    page.search.setText("muette")
    assert page.table.total == 1
    page.chips.set_values({"status": ("closed",)})
    assert page.table.total == 0
    page._widen()
    assert page.table.total == 2
    page.table.view.selectRow(0)
    assert page.thread_.request_id == page.table.current_id


def test_the_site_filter_reaches_every_page(open_screen: Open, office: SupportOffice) -> None:
    other = office.services.office.add_site({"name": "Lyon"})
    office.ask("annecy", equipment_id=office.machines["Convoyeur"])
    screen = open_screen()
    screen.set_site(other)
    screen.reload()
    assert subjects(screen) == []
    screen.show_page("all")
    assert screen.page("all").table.total == 0


def test_appointments_are_listed_opened_and_exported(
    open_screen: Open, office: SupportOffice, told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = open_screen(Route("support", None, "appointments"))
    page = screen.page("appointments")
    assert not page.open_button.isVisible()
    asked: UUID = office.ask("Passer au comptoir", contact="Nadia")
    office.services.support.plan(asked, datetime(2026, 11, 25, 9, 0, tzinfo=UTC), 45)
    screen.reload()
    assert page.table.total == 1
    assert [page.table.model.cell(0, column).text for column in range(3)] == ["Demain", "10:00 – 10:45", "45\u00a0min"]
    target = tmp_path / "rdv.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.export_button.click()
    assert b"VALARM" in target.read_bytes()
    page.open_button.click()
    assert told.routes == [Route("support", asked)]


# The real window -------------------------------------------------------------------------------------------------------------------


def test_assistance_is_in_the_navigation(office: SupportOffice, make_context: Context, qtbot: QtBot) -> None:
    window = open_window(office, make_context(office.services), "support")
    assert "support" in window.navigation.items
    assert window.windowTitle() == "Assistance – Parclair"
    window.resize(800, 560)
    QApplication.processEvents()
    assert window.help_button.text() == ""
    assert window.help_button.accessibleName() == "Demander de l’aide"
    window.close()
    window.deleteLater()


def test_it_speaks_english(open_screen: Open, office: SupportOffice) -> None:
    office.ask("blocked", Urgency.BLOCKED, minutes_ago=3)
    set_language("en")
    screen = open_screen()
    assert screen.tabs.tabText(0) == "Queue (1)"
    assert screen.new_button.text().replace("&", "") == "New request"
