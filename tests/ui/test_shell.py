"""The window: navigation, search, site filter, notices, keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import RuleError
from app.domain.text import msg, set_language
from app.domain.values.office import SearchHit
from app.ui import theme
from app.ui.main_window import MainWindow
from app.ui.screen import Route, Screen, ScreenContext
from tests.ui.conftest import MemorySettings

LYON, NICE = UUID(int=1), UUID(int=2)


@dataclass(frozen=True)
class Place:
    id: UUID
    name: str


@dataclass
class Queries:
    """A small office."""

    organisation: bool = True
    places: list[Place] = field(default_factory=lambda: [Place(LYON, "Lyon"), Place(NICE, "Nice")])
    asked: list[tuple[str, UUID | None]] = field(default_factory=list)
    waiting: dict[str, int] = field(default_factory=lambda: {"contracts": 2})

    def has_organisation(self) -> bool:
        return self.organisation

    def sites(self) -> Sequence[Place]:
        return self.places

    def search(self, text: str, site_id: UUID | None) -> Sequence[SearchHit]:
        self.asked.append((text, site_id))
        if text == "rien":
            return []
        return [
            SearchHit("equipment", UUID(int=10), "Caisse comptoir", "SN-1"),
            SearchHit("equipment", UUID(int=11), "Caisse réserve", "SN-2"),
            SearchHit("contract", UUID(int=12), "C-2026-0001", "Actif"),
            SearchHit("person", UUID(int=13), "Nadia Benali", ""),
        ]

    def counts(self, site_id: UUID | None) -> Mapping[str, int]:
        return self.waiting


class Plain(Screen):
    """A screen that remembers what the window asked of it."""

    def __init__(self, context: ScreenContext, name: str) -> None:
        super().__init__(context)
        self.name, self.calls, self.leave = name, list[object](), True
        self.field = QLineEdit()
        self.field.setAccessibleName("Champ")
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(name))
        layout.addWidget(self.field)

    @property
    def title(self) -> str:
        return self.name.capitalize()

    def activate(self, route: Route) -> None:
        self.calls.append(route)

    def set_site(self, site_id: UUID | None) -> None:
        super().set_site(site_id)
        self.calls.append(("site", site_id))

    def reload(self) -> None:
        self.calls.append("reload")

    def focus_search(self) -> None:
        self.field.setFocus()

    def can_leave(self) -> bool:
        return self.leave


NAMES = ("home", "equipment", "contracts", "documents", "settings", "first_run")
Shell = Callable[..., MainWindow]


@pytest.fixture
def built() -> list[str]:
    return []


@pytest.fixture
def shell(qtbot: QtBot, make_context: Callable[..., ScreenContext], ui_settings: MemorySettings, built: list[str]) -> Iterator[Shell]:
    """`shell(queries)`: an attached window."""
    made: list[MainWindow] = []

    def factory(name: str) -> Callable[[ScreenContext], Screen]:
        def build(context: ScreenContext) -> Screen:
            built.append(name)
            return Plain(context, name)

        return build

    def make(queries: Queries | None = None, names: Sequence[str] = NAMES, *, attach: bool = True) -> MainWindow:
        window = MainWindow({name: factory(name) for name in names}, ui_settings)
        made.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=5000)
        if attach:
            attach_to(window, make_context(), queries or Queries())
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()


def attach_to(window: MainWindow, context: ScreenContext, queries: Queries) -> None:
    whole = context._replace(
        navigate=window.navigate,
        notify=window.notify,
        report_error=window.report_error,
        data_changed=window.data_changed,
    )
    window.attach(whole, queries, first_run=not queries.organisation)


def screen(window: MainWindow) -> Plain:
    shown = window.current_screen
    assert isinstance(shown, Plain)
    return shown


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


def test_search_lists_by_kind_and_opens_by_keyboard(shell: Shell) -> None:
    queries = Queries()
    window = shell(queries)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is window.search
    QTest.keyClicks(window.search, "ca")
    assert queries.asked == [("c", None), ("ca", None)]
    rows = window.search.popup.list
    assert [rows.item(i).text() for i in range(rows.count())] == [
        "Matériel",
        "Caisse comptoir",
        "Caisse réserve",
        "Contrats",
        "C-2026-0001",
        "Collaborateurs",
        "Nadia Benali",
    ]
    assert rows.currentItem().text() == "Caisse comptoir"
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    assert rows.currentItem().text() == "C-2026-0001"
    QTest.keyClick(window.search, Qt.Key.Key_Up)
    QTest.keyClick(window.search, Qt.Key.Key_Up)
    QTest.keyClick(window.search, Qt.Key.Key_Up)
    assert rows.currentItem().text() == "Nadia Benali"
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.route == Route("settings", UUID(int=13), "person")
    assert window.search.text() == ""
    assert window.search.popup.isHidden()


def test_search_says_when_nothing_is_found_and_escape_leaves(shell: Shell) -> None:
    window = shell()
    screen(window).field.setFocus()
    window.search.begin()
    QTest.keyClicks(window.search, "rien")
    assert window.search.popup.nothing.text() == "Aucun résultat pour «\u00a0rien\u00a0»"
    assert window.search.popup.isVisible()
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.search.popup.isHidden()
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.focusWidget() is screen(window).field


def test_an_answer_to_an_older_text_is_ignored(shell: Shell) -> None:
    window = shell()
    window.search.begin()
    window.search.setText("nouveau")
    window.search.popup.hide()
    window.search.show_hits("ancien", [])
    assert window.search.popup.isHidden()


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
