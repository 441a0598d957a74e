"""The window: navigation, search, site filter, notices, keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import RuleError
from app.domain.text import msg, set_language
from app.ui import theme
from app.ui.screen import Route, ScreenContext
from tests.ui.conftest import MemorySettings
from tests.ui.shell_desk import LYON, NICE, Place, Queries, Shell, attach_to, screen, shell_windows


@pytest.fixture
def built() -> list[str]:
    return []


@pytest.fixture
def shell(qtbot: QtBot, make_context: Callable[..., ScreenContext], ui_settings: MemorySettings, built: list[str]) -> Iterator[Shell]:
    with shell_windows(qtbot, make_context, ui_settings, built) as made:
        yield made


def test_only_screens_that_exist_are_in_the_navigation(shell: Shell) -> None:
    window = shell()
    assert list(window.navigation.items) == ["home", "equipment", "contracts", "documents", "settings"]
    assert list(shell(names=("home", "support", "settings")).navigation.items) == ["home", "support", "settings"]


def test_screens_are_built_on_the_first_visit_only(shell: Shell, built: list[str]) -> None:
    window = shell()
    assert built == ["home"]
    window.navigate(Route("contracts"))
    window.navigate(Route("home"))
    window.navigate(Route("contracts"))
    assert built == ["home", "contracts"]
    assert window.windowTitle() == "Contracts – Parclair"
    assert window.navigation.items["contracts"].isChecked()


def test_a_route_reaches_the_screen_after_the_site(shell: Shell) -> None:
    window = shell()
    route = Route("equipment", UUID(int=5), "assign")
    window.navigate(route)
    assert screen(window).calls == [("site", None), route]


def test_the_last_screen_and_the_size_are_remembered(shell: Shell) -> None:
    window = shell()
    window.navigate(Route("documents"))
    window.resize(700, 500)
    window.close()
    again = shell()
    assert screen(again).name == "documents"
    assert (again.width(), again.height()) == (700, 500)


def test_a_remembered_screen_that_is_gone_opens_home(shell: Shell, ui_settings: MemorySettings) -> None:
    ui_settings.set_str("window.screen", "support")
    ui_settings.set_str("window.geometry", "?")
    assert screen(shell()).name == "home"


def test_a_click_before_the_data_is_open_is_not_lost(shell: Shell, make_context: Callable[..., ScreenContext]) -> None:
    window = shell(attach=False)
    window.navigation.items["contracts"].click()
    attach_to(window, make_context(), Queries())
    assert screen(window).name == "contracts"


def test_first_run_covers_the_window_until_it_is_done(shell: Shell) -> None:
    queries = Queries(organisation=False)
    window = shell(queries)
    assert screen(window).name == "first_run"
    assert not window.navigation.isVisible()
    window.navigate(Route("home"))
    assert window.navigation.isVisible()
    assert screen(window).name == "home"
    assert screen(shell(queries)).name == "first_run"


def test_a_screen_with_unsaved_input_is_not_left(shell: Shell) -> None:
    window = shell()
    screen(window).leave = False
    window.navigate(Route("contracts"))
    assert screen(window).name == "home"
    assert window.navigation.items["home"].isChecked()
    assert not window.navigation.items["contracts"].isChecked()
    assert not window.close()
    screen(window).leave = True


def test_keys_reach_every_screen(shell: Shell) -> None:
    window = shell()
    for place, name in enumerate(window.navigation.items, 1):
        QTest.keyClick(window, Qt.Key(int(Qt.Key.Key_0) + place), Qt.KeyboardModifier.ControlModifier)
        assert screen(window).name == name


def test_arrows_and_enter_work_in_the_navigation(shell: Shell) -> None:
    window = shell()
    items = window.navigation.items
    items["home"].setFocus()
    QTest.keyClick(items["home"], Qt.Key.Key_Down)
    assert window.focusWidget() is items["equipment"]
    QTest.keyClick(items["equipment"], Qt.Key.Key_Up)
    assert window.focusWidget() is items["home"]
    QTest.keyClick(items["contracts"], Qt.Key.Key_Return)
    assert screen(window).name == "contracts"


def test_f6_goes_round_the_zones(shell: Shell) -> None:
    window = shell()
    window.navigation.items["home"].setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert window.focusWidget() is window.search
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert window.focusWidget() is screen(window).field
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert window.focusWidget() is window.navigation.items["home"]


def test_f5_and_ctrl_f_go_to_the_screen(shell: Shell) -> None:
    window = shell()
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert screen(window).calls[-1] == "reload"
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is screen(window).field


def test_what_waits_is_counted_and_said(shell: Shell) -> None:
    window = shell()
    item = window.navigation.items["contracts"]
    assert item.count == 2
    assert item.accessibleName() == "Contrats, 2 éléments en attente"
    assert window.navigation.items["home"].accessibleName() == "Accueil"


def test_the_site_filter_reaches_screens_search_and_counts(shell: Shell) -> None:
    queries = Queries()
    window = shell(queries)
    assert [window.site_filter.itemText(i) for i in range(3)] == ["Tous les sites", "Lyon", "Nice"]
    window.site_filter.setCurrentIndex(2)
    window.site_filter.activated.emit(2)
    assert screen(window).calls[-2:] == [("site", NICE), "reload"]
    window.navigate(Route("equipment"))
    assert screen(window).calls[0] == ("site", NICE)
    window.search.begin()
    window.search.setText("x")
    assert queries.asked == [("x", NICE)]
    queries.places = [Place(LYON, "Lyon")]
    window.data_changed()
    assert screen(window).site_id is None
    assert not window.site_filter.isEnabled()


def test_a_notice_can_be_undone_by_button_and_by_key(shell: Shell) -> None:
    window, undone = shell(), list[int]()
    window.notify("« PC » supprimé", lambda: undone.append(1))
    assert window.toast.text == "« PC » supprimé"
    window.toast.undo_button.click()
    window.notify("Encore", lambda: undone.append(2))
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1, 2]
    assert window.toast.text == ""
    window.notify("Enregistré")
    assert not window.toast.can_undo
    assert not window.toast.undo_button.isVisible()


def test_an_error_stays_until_closed_or_left(shell: Shell) -> None:
    window = shell()
    window.report_error(RuleError(msg("Brouillon")))
    assert window.banner.text == "Brouillon"
    window.banner.close_button.click()
    assert window.banner.text == ""
    window.report_error(RuleError(msg("Brouillon")))
    window.navigate(Route("contracts"))
    assert window.banner.text == ""


@pytest.mark.parametrize(("width", "narrow"), [(1280, False), (1000, False), (999, True), (853, True), (640, True)])
def test_the_navigation_narrows_with_the_window(shell: Shell, width: int, narrow: bool) -> None:
    window = shell()
    window.resize(width, 480)
    assert window.navigation.narrow is narrow
    assert window.minimumSizeHint().width() <= 853


def test_everything_that_takes_the_focus_has_a_name(shell: Shell) -> None:
    window = shell()
    window.notify("Test", lambda: None)
    window.report_error(RuleError(msg("Brouillon")))
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_the_sync_chip_says_what_local_means(shell: Shell) -> None:
    window = shell()
    window.sync_chip.click()
    popover = window.sync_chip.popover
    assert popover is not None
    assert popover.isVisible()
    QTest.keyClick(popover, Qt.Key.Key_Escape)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_pictures(shell: Shell, qapp: QApplication, pictures: Path, mode: str, language: str) -> None:
    set_language(language)
    theme.apply(qapp, mode)  # type: ignore[arg-type]
    window = shell()
    window.resize(1280, 720)
    picture = window.grab()
    assert picture.save(str(pictures / f"shell-{language}-{mode}.png"))
    expected = theme.current().sidebar
    assert picture.toImage().pixelColor(5, 400).name() == expected


@pytest.mark.parametrize(("height", "covers"), [(720, False), (400, True)])
def test_what_is_told_stands_below_the_screen_where_there_is_room(shell: Shell, height: int, covers: bool) -> None:
    window = shell()
    window.resize(1280, height)
    window.notify("« PC » supprimé")
    QApplication.processEvents()
    shown = screen(window)
    bottom = shown.mapTo(window, shown.rect().bottomLeft()).y()
    assert (window.toast.mapTo(window, window.toast.rect().topLeft()).y() < bottom) is covers
    window.toast.dismiss()
    QApplication.processEvents()
    assert shown.mapTo(window, shown.rect().bottomLeft()).y() == window.height() - 1
