"""The equipment screen on a real data folder: list, search, filters, panel, keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.text import set_language
from app.domain.values.equipment import EQUIPMENT_SORTS
from app.services import Services
from app.ui.equipment.bulk_dialog import FIELDS
from app.ui.equipment.columns import columns
from app.ui.equipment.edit_dialog import EditDialog
from app.ui.equipment.record_tabs import DocumentsTab, ListTab
from app.ui.equipment.sheet_tab import SheetTab
from app.ui.equipment.view import EquipmentScreen
from app.ui.equipment.words import TITLES, warranty
from app.ui.screen import Route, ScreenContext
from app.ui.tasks import TaskRunner
from app.ui.widgets import Cell, EmptyState
from app.ui.widgets.table_columns import to_cell
from tests.ui.conftest import TODAY, MemorySettings, Told
from tests.ui.equipment_office import CTRL, Office, bare_office, choose, furnish, press, show_screen, shown


@pytest.fixture
def empty_services(tmp_path: Path) -> Iterator[Services]:
    with bare_office(tmp_path / "data") as services:
        yield services


@pytest.fixture
def office(empty_services: Services) -> Office:
    return furnish(empty_services)


Open = Callable[..., EquipmentScreen]


@pytest.fixture
def open_screen(qtbot: QtBot, make_context: Callable[..., ScreenContext]) -> Open:
    return lambda services, **kwargs: show_screen(make_context(services, **kwargs), qtbot)


@pytest.fixture
def screen(office: Office, open_screen: Open) -> EquipmentScreen:
    return open_screen(office.services)


# The list --------------------------------------------------------------------------------------------------------------------------


def test_the_list_shows_all_machines_and_counts_them(screen: EquipmentScreen) -> None:
    assert shown(screen) == ["Caisse comptoir", "Convoyeur", "Imprimante tickets", "Portable gérance"]
    assert screen.count.text() == "4 machines"


def test_every_column_can_be_sorted_and_every_sort_has_a_column() -> None:
    assert {column.key for column in columns(lambda: TODAY, "fr")} == set(EQUIPMENT_SORTS)


def test_a_click_on_a_header_sorts_and_a_second_one_turns_it_round(screen: EquipmentScreen) -> None:
    header = screen.table.view.horizontalHeader()
    number = [column.key for column in screen.table.model.columns].index("site")
    header.sectionClicked.emit(number)
    assert shown(screen)[:2] == ["Caisse comptoir", "Convoyeur"]
    header.sectionClicked.emit(number)
    assert set(shown(screen)[:2]) == {"Imprimante tickets", "Portable gérance"}


def test_the_search_answers_each_key(screen: EquipmentScreen) -> None:
    screen.focus_search()
    for typed, expected in (("g", 1), ("ger", 1), ("GERANCE", 1), ("marie", 1), ("yn2-690", 1), ("c", 2)):
        screen.search.setText("")
        QTest.keyClicks(screen.search, typed)
        assert screen.table.total == expected, typed


def test_letters_typed_in_the_table_go_to_the_search(screen: EquipmentScreen) -> None:
    choose(screen, "Convoyeur")
    QTest.keyClicks(screen.table.view, "c")
    assert screen.search.text() == "c"


def test_filters_are_chips_and_narrow_the_list(screen: EquipmentScreen) -> None:
    screen.chips.toggle("kinds", "till")
    screen.chips.toggle("kinds", "conveyor")
    assert shown(screen) == ["Caisse comptoir", "Convoyeur"]
    screen.chips.toggle("ownerships", "rented")
    assert shown(screen) == ["Convoyeur"]
    screen.chips.clear()
    screen.chips.toggle("statuses", "in_use")
    assert shown(screen) == ["Caisse comptoir", "Portable gérance"]


def test_the_site_of_the_window_narrows_the_list(screen: EquipmentScreen, office: Office) -> None:
    screen.set_site(office.lyon)
    screen.reload()
    assert shown(screen) == ["Imprimante tickets", "Portable gérance"]


def test_nothing_found_says_so_and_widens_again(screen: EquipmentScreen) -> None:
    screen.chips.toggle("kinds", "till")
    screen.search.setText("xyz")
    state = screen.table.findChild(EmptyState)
    assert isinstance(state, EmptyState)
    assert "«\u00a0xyz\u00a0»" in state.accessibleName()
    assert screen.count.text() == "Aucune machine"
    assert state.button is not None
    state.button.click()
    assert (screen.search.text(), screen.chips.values(), screen.table.total) == ("", {}, 4)


def test_an_empty_office_is_asked_for_its_first_machine(empty_services: Services, open_screen: Open) -> None:
    screen = open_screen(empty_services)
    state = screen.table.findChild(EmptyState)
    assert isinstance(state, EmptyState)
    assert state.accessibleName().startswith("Aucun matériel encore")
    assert state.button is not None
    state.button.click()
    assert isinstance(screen.commands.dialog, EditDialog)
    screen.commands.dialog.reject()


def test_the_columns_chosen_are_remembered(screen: EquipmentScreen, office: Office, open_screen: Open, ui_settings: MemorySettings) -> None:
    screen.resize(1600, 700)
    visible = [column.key for column in screen.table.visible_columns()]
    assert visible == ["designation", "kind", "status", "person", "site", "model", "serial", "warranty_end"]
    keys = [column.key for column in screen.table.model.columns]
    screen.table.show_column(keys.index("purchase_date"), True)
    screen.table.show_column(keys.index("serial"), False)
    again = [column.key for column in open_screen(office.services).table.visible_columns()]
    assert "purchase_date" in again
    assert "serial" not in again


def test_states_and_warranties_are_told_by_icon_and_word(screen: EquipmentScreen) -> None:
    by_key = {column.key: column for column in screen.table.model.columns}
    records = {record.designation: record for row in range(4) if (record := screen.table.model.record(row))}

    def cell(key: str, name: str) -> Cell:
        return to_cell(by_key[key].value(records[name]), "fr")

    status = cell("status", "Caisse comptoir")
    assert (status.text, status.state, bool(status.icon)) == ("En service", "ok", True)
    soon = cell("warranty_end", "Convoyeur")
    assert (soon.text, soon.state, soon.tip) == ("10/12/2026", "warning", "Garantie\u00a0: fin dans 18 j")
    assert cell("warranty_end", "Imprimante tickets").tip == "Garantie expirée"
    assert cell("warranty_end", "Caisse comptoir").text == ""


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (date(2026, 11, 21), "Garantie expirée"),
        (date(2026, 11, 22), "Garantie\u00a0: dernier jour"),
        (date(2027, 1, 21), "Garantie\u00a0: fin dans 60 j"),
        (date(2027, 1, 22), "Sous garantie"),
    ],
)
def test_a_warranty_counts_its_last_day(end: date, words: str) -> None:
    found = warranty(end, TODAY)
    assert found is not None
    assert found.text.render("fr") == words


def test_every_field_of_the_service_has_its_title_and_bulk_fields_are_the_service_s() -> None:
    from app.services.equipment import BULK_FIELDS, EQUIPMENT_FIELDS

    assert set(TITLES) == set(EQUIPMENT_FIELDS)
    assert set(FIELDS) == set(BULK_FIELDS)


# The panel -------------------------------------------------------------------------------------------------------------------------


def test_the_panel_shows_the_machine_under_the_cursor(screen: EquipmentScreen) -> None:
    assert screen.panel.isHidden()
    choose(screen, "Portable gérance")
    tab = screen.panel.detail.tab("sheet")
    assert isinstance(tab, SheetTab)
    assert tab.text("teamviewer_id") == "986 801 296"
    assert tab.text("person") == "Marie Dubois"
    assert tab.text("serial") == ""
    press(screen, Qt.Key.Key_Up)
    assert screen.panel.detail.accessibleName() == "Imprimante tickets"


def test_numbers_are_copied_with_one_button(screen: EquipmentScreen, qtbot: QtBot) -> None:
    choose(screen, "Caisse comptoir")
    tab = screen.panel.detail.tab("sheet")
    assert isinstance(tab, SheetTab)
    tab.copy("serial")
    assert QGuiApplication.clipboard().text() == "YN2-690"


def test_escape_closes_the_panel_and_the_choice_is_kept(screen: EquipmentScreen, office: Office, open_screen: Open) -> None:
    choose(screen, "Convoyeur")
    assert screen.panel.isVisible()
    QTest.keyClick(screen.panel.detail, Qt.Key.Key_Escape)
    assert screen.panel.isHidden()
    assert screen.table.view.hasFocus() or not screen.isActiveWindow()
    other = open_screen(office.services)
    choose(other, "Convoyeur")
    assert other.panel.isHidden()
    other.actions_.panel.trigger()
    assert other.panel.isVisible()


def test_a_machine_that_is_filtered_out_leaves_the_panel(screen: EquipmentScreen) -> None:
    choose(screen, "Convoyeur")
    screen.search.setText("caisse")
    assert screen.panel.isHidden()
    screen.search.setText("")
    assert screen.panel.isVisible()


def test_a_route_goes_to_its_machine_even_through_filters(screen: EquipmentScreen, office: Office) -> None:
    screen.chips.toggle("kinds", "till")
    screen.activate(Route("equipment", office.machines["Convoyeur"]))
    assert screen.table.current_id == office.machines["Convoyeur"]
    assert screen.panel.detail.accessibleName() == "Convoyeur"
    assert screen.chips.values() == {}


def test_a_route_to_another_site_opens_the_panel_alone(screen: EquipmentScreen, office: Office) -> None:
    screen.set_site(office.annecy)
    screen.activate(Route("equipment", office.machines["Portable gérance"]))
    assert screen.panel.isVisible()
    assert screen.panel.detail.accessibleName() == "Portable gérance"
    screen.actions_.edit.trigger()
    assert isinstance(screen.commands.dialog, EditDialog)
    screen.commands.dialog.reject()


def test_a_route_to_nothing_is_told(screen: EquipmentScreen, office: Office, told: Told) -> None:
    office.services.equipment.delete([office.machines["Convoyeur"]])
    screen.activate(Route("equipment", office.machines["Convoyeur"]))
    assert len(told.errors) == 1
    assert screen.panel.isHidden()


def test_the_route_add_asks_for_a_machine(screen: EquipmentScreen) -> None:
    screen.activate(Route("equipment", action="add"))
    assert isinstance(screen.commands.dialog, EditDialog)
    screen.commands.dialog.reject()


def test_assignments_and_history_are_listed(screen: EquipmentScreen, office: Office) -> None:
    machine = office.machines["Portable gérance"]
    office.services.equipment.assign([machine], office.paul, date(2026, 11, 1))
    office.services.equipment.change(machine, {"status": "in_repair"})
    screen.reload()
    choose(screen, "Portable gérance")
    detail = screen.panel.detail
    detail.show_tab("assignments")
    tab = detail.tab("assignments")
    assert isinstance(tab, ListTab)
    assert [(one.title, one.detail) for one in tab.list.entries()] == [
        ("Paul Étienne", "À partir du 01/11/2026, depuis 21 jours"),
        ("Marie Dubois", "Du 01/03/2026 au 01/11/2026"),
    ]
    detail.show_tab("history")
    tab = detail.tab("history")
    assert isinstance(tab, ListTab)
    titles = [one.title for one in tab.list.entries()]
    assert titles[0] == "État\u00a0: En service → En réparation"
    assert "Affectation à Paul Étienne à partir du 01/11/2026" in titles
    assert "Fin de l’affectation à Marie Dubois le 01/11/2026" in titles
    assert titles[-1] == "Ajout de la machine"


def test_files_are_attached_by_dropping_them_and_shown_in_documents(
    screen: EquipmentScreen, office: Office, told: Told, tmp_path: Path
) -> None:
    choose(screen, "Convoyeur")
    screen.panel.detail.show_tab("documents")
    tab = screen.panel.detail.tab("documents")
    assert isinstance(tab, DocumentsTab)
    assert tab.is_empty
    invoice, nothing = tmp_path / "facture.pdf", tmp_path / "vide.pdf"
    invoice.write_bytes(b"%PDF-1.4")
    nothing.write_bytes(b"")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(invoice)), QUrl.fromLocalFile(str(nothing)), QUrl("https://example.org/x.pdf")])
    none = Qt.KeyboardModifier.NoModifier
    tab.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))
    assert [one.title for one in tab.list.entries()] == ["facture.pdf"]
    assert len(told.errors) == 1  # the empty one
    document = office.services.documents.rows()[0]
    assert document.equipment_id == office.machines["Convoyeur"]
    tab.list.setCurrentIndex(tab.list.model().index(0, 0))
    QTest.keyClick(tab.list, Qt.Key.Key_Return)
    assert told.routes == [Route("documents", document.id)]
    QTest.keyClick(tab.list, Qt.Key.Key_Delete)
    assert tab.is_empty
    undo = told.notices[-1][1]
    assert undo is not None
    undo()
    assert not tab.is_empty


# Keys ------------------------------------------------------------------------------------------------------------------------------


def test_the_keys_of_the_table(screen: EquipmentScreen, qtbot: QtBot) -> None:
    screen.activateWindow()
    choose(screen, "Convoyeur")
    press(screen, Qt.Key.Key_Return)
    assert isinstance(screen.commands.dialog, EditDialog)
    screen.commands.dialog.reject()
    for action, keys in (
        (screen.actions_.add, "Ctrl+N"),
        (screen.actions_.edit, "F2"),
        (screen.actions_.duplicate, "Ctrl+D"),
        (screen.actions_.bulk, "Ctrl+E"),
        (screen.actions_.delete, "Del"),
    ):
        assert action.shortcut().toString() == keys


def test_shortcuts_reach_the_screen(screen: EquipmentScreen, office: Office, qtbot: QtBot) -> None:
    screen.activateWindow()
    choose(screen, "Convoyeur")
    press(screen, Qt.Key.Key_D, CTRL)
    assert screen.table.total == 5
    press(screen, Qt.Key.Key_F2)
    assert isinstance(screen.commands.dialog, EditDialog)
    screen.commands.dialog.reject()


def test_actions_follow_the_selection(screen: EquipmentScreen) -> None:
    actions = screen.actions_
    enabled = [actions.edit, actions.duplicate, actions.bulk, actions.assign, actions.take_back, actions.delete]
    assert [action.isEnabled() for action in enabled] == [False] * 6
    choose(screen, "Convoyeur")
    assert [action.isEnabled() for action in enabled] == [True, True, False, True, False, True]
    choose(screen, "Portable gérance")
    assert actions.take_back.isEnabled()
    choose(screen, "Convoyeur", "Portable gérance")
    assert [action.isEnabled() for action in enabled] == [False, False, True, True, True, True]
    assert screen.panel.several.accessibleName() == "2 machines sélectionnées"


def test_everything_has_a_name_for_screen_readers(screen: EquipmentScreen) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

    choose(screen, "Convoyeur")
    unnamed = [
        type(widget).__name__
        for kind in (QAbstractButton, QComboBox, QLineEdit)
        for widget in screen.findChildren(kind)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not (widget.accessibleName() or widget.toolTip())
        if not isinstance(widget, QAbstractButton) or not widget.text()
    ]
    assert unnamed == []


def test_it_speaks_english(office: Office, open_screen: Open) -> None:
    set_language("en")
    screen = open_screen(office.services, language="en")
    assert screen.title == "Equipment"
    assert screen.count.text() == "4 machines"
    texts = [column.title.render("en") for column in screen.table.model.columns]
    assert texts[:3] == ["Description", "Type", "Status"]


def test_with_threads_the_same_things_happen(
    office: Office, open_screen: Open, threaded_tasks: TaskRunner, qtbot: QtBot, told: Told
) -> None:
    screen = open_screen(office.services, tasks=threaded_tasks)
    qtbot.waitUntil(lambda: screen.table.total == 4)
    for typed in ("c", "co", "con"):
        screen.search.setText(typed)
    qtbot.waitUntil(lambda: shown(screen) == ["Convoyeur"])
    choose(screen, "Convoyeur")
    qtbot.waitUntil(lambda: screen.panel.sheet is not None)
    press(screen, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(told.notices) and screen.table.total == 0)
    undo = told.notices[-1][1]
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: shown(screen) == ["Convoyeur"] and screen.table.current_id == office.machines["Convoyeur"])
