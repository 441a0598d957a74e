"""The table of every list: any number of records, one window of them in memory."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import StorageError
from app.domain.text import msg
from app.ui.tasks import InlineTaskRunner, TaskRunner
from app.ui.widgets import Cell, Column, DataTable, EmptyState, ErrorState, Page, column
from app.ui.widgets.table_columns import ColumnLayout, to_cell
from app.ui.widgets.table_model import PAGE_ROWS, PAGES_KEPT
from tests.ui.conftest import MemorySettings

PATIENCE = 5000


@dataclass(frozen=True)
class Machine:
    id: UUID
    name: str
    price: Decimal
    bought: date


def machine(number: int, prefix: str = "PC") -> Machine:
    return Machine(UUID(int=number + 1), f"{prefix} {number}", Decimal(number) / 100, date(2026, 1 + number % 12, 1 + number % 28))


class Source:
    """Records made on demand; remembers what was asked."""

    def __init__(self, total: int, prefix: str = "PC", first: int = 0) -> None:
        self.total, self.prefix, self.first, self.asked = total, prefix, first, list[tuple[int, int]]()

    def __call__(self, offset: int, limit: int) -> Page:
        self.asked.append((offset, limit))
        end = min(offset + limit, self.total)
        return Page(self.total, tuple(machine(self.first + number, self.prefix) for number in range(offset, end)))


COLUMNS: list[Column[Machine]] = [
    Column("name", msg("Désignation"), lambda r: r.name, width=160, stretch=True, required=True),
    Column("price", msg("Prix HT"), lambda r: r.price, figures=True),
    Column("bought", msg("Date d’achat"), lambda r: r.bought, figures=True, visible=False),
    Column("state", msg("État"), lambda _: Cell("En panne", state="danger"), sortable=False),
]

MakeTable = Callable[..., DataTable]


@pytest.fixture
def make_table(qtbot: QtBot, tasks: InlineTaskRunner, ui_settings: MemorySettings) -> MakeTable:
    def make(runner: InlineTaskRunner | TaskRunner = tasks) -> DataTable:
        table = DataTable("machines", "Matériel", COLUMNS, lambda r: r.id, runner, ui_settings, "fr")
        qtbot.addWidget(table)
        table.resize(700, 420)
        with qtbot.waitExposed(table):
            table.show()
        return table

    return make


def shown(table: DataTable, row: int, column: int = 0) -> str:
    return str(table.model.index(row, column).data())


def test_shows_the_first_page_and_then_its_neighbour(make_table: MakeTable, qtbot: QtBot) -> None:
    table, source = make_table(), Source(100_000)
    table.set_source(source)
    assert table.total == 100_000
    assert shown(table, 0) == "PC 0"
    assert source.asked == [(0, PAGE_ROWS)]
    qtbot.waitUntil(lambda: source.asked == [(0, PAGE_ROWS), (PAGE_ROWS, PAGE_ROWS)])


def test_scrolling_reads_what_comes_in_sight_and_forgets_the_rest(make_table: MakeTable) -> None:
    table = make_table()
    table.set_source(Source(100_000))
    bar, last = table.view.verticalScrollBar(), 0
    for part in range(1, 41):
        bar.setValue(bar.maximum() * part // 40)
        first, last = table.view.visible_rows()
        assert shown(table, first) == f"PC {first}"
        assert shown(table, last) == f"PC {last}"
    assert last == 99_999
    assert sum(1 for _ in table.model.loaded_rows()) <= PAGES_KEPT * PAGE_ROWS
    assert shown(table, 0) == "…"


def test_values_are_written_the_way_the_language_does(make_table: MakeTable) -> None:
    table = make_table()
    table.set_source(Source(130_000))
    assert shown(table, 99, 1) == "0,99\u00a0€"
    assert shown(table, 4, 2) == "05/05/2026"
    assert to_cell(1234, "fr").text == "1\u202f234"
    assert to_cell(None, "fr").text == ""
    assert to_cell(True, "fr").text == "Oui"
    assert to_cell("deux\nlignes", "fr").text == "deux lignes"


def test_amounts_and_dates_stand_at_the_right(make_table: MakeTable) -> None:
    table = make_table()
    table.set_source(Source(3))
    alignment = table.model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole)
    assert alignment & Qt.AlignmentFlag.AlignRight
    assert table.model.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole) is None


def test_cells_speak_with_their_column(make_table: MakeTable) -> None:
    table = make_table()
    table.set_source(Source(3))
    assert table.model.index(1, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "État, En panne"
    assert table.view.accessibleName() == "Matériel"


def test_old_rows_stay_until_the_new_ones_are_there(qtbot: QtBot, make_table: MakeTable, threaded_tasks: TaskRunner) -> None:
    table = make_table(threaded_tasks)
    table.set_source(Source(500))
    qtbot.waitUntil(lambda: table.total == 500, timeout=PATIENCE)
    table.set_source(Source(3, "Caisse"))
    assert shown(table, 0) == "PC 0"
    qtbot.waitUntil(lambda: table.total == 3, timeout=PATIENCE)
    assert shown(table, 0) == "Caisse 0"


def test_only_the_last_of_many_questions_counts(qtbot: QtBot, make_table: MakeTable, threaded_tasks: TaskRunner) -> None:
    table = make_table(threaded_tasks)
    for number in range(1, 30):
        table.set_source(Source(number, f"n{number}"))
    qtbot.waitUntil(lambda: table.total == 29, timeout=PATIENCE)
    assert shown(table, 0) == "n29 0"


def test_nothing_found_says_what_to_do(make_table: MakeTable) -> None:
    table = make_table()
    table.set_empty(lambda: EmptyState("Aucune machine", "Ajoutez la première.", action="Ajouter"))
    table.set_source(Source(0))
    assert table.findChild(EmptyState) is not None
    assert not table.view.isVisible()
    table.set_source(Source(2))
    assert table.view.isVisible()


def test_a_failure_says_so_and_can_be_retried(make_table: MakeTable) -> None:
    table = make_table()
    table.set_source(Source(5))

    def broken(offset: int, limit: int) -> Page:
        raise StorageError(msg("Brouillon"))

    table.set_source(broken)
    state = table.findChild(ErrorState)
    assert state is not None
    state.buttons[0].click()
    assert table.view.isVisible()
    assert shown(table, 0) == "PC 0"


def test_a_header_click_asks_for_another_order_and_is_remembered(qtbot: QtBot, make_table: MakeTable) -> None:
    table = make_table()
    table.set_source(Source(5))
    header = table.view.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(1) + 20, header.height() // 2)
    for descending in (False, True):
        with qtbot.waitSignal(table.sort_changed) as asked:
            QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert asked.args == ["price", descending]
    assert make_table().sort == ("price", True)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(header.sectionViewportPosition(3) + 20, 5))
    assert table.sort == ("price", True)


def test_columns_are_chosen_and_remembered(make_table: MakeTable) -> None:
    table = make_table()
    assert [column.key for column in table.visible_columns()] == ["name", "price", "state"]
    actions = {action.text(): action for action in table.column_menu().actions()}
    assert not actions["Désignation"].isEnabled()
    actions["Date d’achat"].trigger()
    actions["État"].trigger()
    table.view.horizontalHeader().moveSection(0, 1)
    table.view.horizontalHeader().resizeSection(1, 222)
    again = make_table()
    assert [column.key for column in again.visible_columns()] == ["price", "name", "bought"]
    assert again.view.columnWidth(1) == 222
    again.reset_columns()
    assert [column.key for column in make_table().visible_columns()] == ["name", "price", "state"]


@pytest.fixture
def make_tight(qtbot: QtBot, tasks: InlineTaskRunner, ui_settings: MemorySettings) -> Callable[[int], DataTable]:
    columns = [replace(column, spare=spare) for column, spare in zip(COLUMNS, (0, 1, 0, 2), strict=True)]

    def make(width: int) -> DataTable:
        table = DataTable("tight", "Matériel", columns, lambda r: r.id, tasks, ui_settings, "fr")
        qtbot.addWidget(table)
        table.resize(width, 300)
        with qtbot.waitExposed(table):
            table.show()
        table.set_source(Source(5))
        return table

    return make


def keys(table: DataTable) -> list[str]:
    return [column.key for column in table.visible_columns()]


def test_spare_columns_leave_a_narrow_table_and_come_back(make_tight: Callable[[int], DataTable]) -> None:
    table = make_tight(700)
    assert keys(table) == ["name", "price", "state"]
    for width, left in ((340, ["name", "price"]), (220, ["name"]), (700, ["name", "price", "state"])):
        table.resize(width, 300)
        assert keys(table) == left
    assert keys(make_tight(340)) == ["name", "price"]


def test_a_column_that_was_asked_for_does_not_leave(make_tight: Callable[[int], DataTable]) -> None:
    table = make_tight(340)
    state = {action.text(): action for action in table.column_menu().actions()}["État"]
    assert not state.isChecked()
    state.trigger()
    assert keys(table) == ["name", "state"]
    assert keys(make_tight(700)) == ["name", "price", "state"]
    assert keys(make_tight(220)) == ["name", "state"]
    table.reset_columns()
    assert keys(table) == ["name", "price"]


def test_a_damaged_memory_of_columns_is_as_none() -> None:
    for text in ("", "{", "[]", '{"order": 3}', '{"order": [], "hidden": null, "widths": {"a": "x"}, "sort": null}', '"x"'):
        assert ColumnLayout.parse(text) == ColumnLayout()


def test_the_free_width_goes_to_the_column_that_stretches(make_table: MakeTable) -> None:
    table = make_table()
    table.set_source(Source(5))
    header = table.view.horizontalHeader()
    assert sum(header.sectionSize(i) for i in range(header.count())) == table.view.viewport().width()


def test_selection_survives_a_reload_where_rows_moved(make_table: MakeTable) -> None:
    table = make_table()
    table.set_source(Source(50))
    table.view.selectRow(4)
    assert table.current_id == UUID(int=5)
    table.set_source(Source(48, first=2), keep_position=True)
    assert table.selected_ids() == (UUID(int=5),)
    assert table.view.currentIndex().row() == 2
    assert table.current_id == UUID(int=5)


def test_a_reload_keeps_the_rows_in_sight(make_table: MakeTable) -> None:
    table, source = make_table(), Source(10_000)
    table.set_source(source)
    table.view.verticalScrollBar().setValue(28 * 5000)
    before = table.view.visible_rows()
    source.asked.clear()
    table.reload()
    assert table.view.visible_rows() == before
    assert source.asked[0] == (before[0] // PAGE_ROWS * PAGE_ROWS, PAGE_ROWS)
    assert shown(table, before[0]) == f"PC {before[0]}"


def test_records_that_went_meanwhile_do_not_confuse(make_table: MakeTable) -> None:
    table, source = make_table(), Source(1000)
    table.set_source(source)
    table.view.verticalScrollBar().setValue(table.view.verticalScrollBar().maximum())
    source.total = 300
    table.reload()
    assert table.total == 300
    assert shown(table, 299) == "PC 299"


def test_all_of_a_hundred_thousand_can_be_selected_and_resolved(make_table: MakeTable) -> None:
    table = make_table()
    table.set_source(Source(100_000))
    table.view.setFocus()
    QTest.keySequence(table.view, "Ctrl+A")
    assert table.selected_count() == 100_000
    found: list[Machine] = []
    table.resolve_selection(found.extend)
    assert len({record.id for record in found}) == 100_000


def test_select_goes_to_a_record_far_down(make_table: MakeTable) -> None:
    table = make_table()
    table.set_source(Source(100_000))
    table.select(UUID(int=70_001), row=70_000)
    assert table.current_id == UUID(int=70_001)
    assert table.selected_ids() == (UUID(int=70_001),)
    first, last = table.view.visible_rows()
    assert first <= 70_000 <= last


def test_keys_open_delete_leave_and_search(qtbot: QtBot, make_table: MakeTable) -> None:
    table = make_table()
    table.set_source(Source(5))
    table.view.setFocus()
    table.view.selectRow(0)
    with qtbot.waitSignal(table.activated) as opened:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == [UUID(int=1)]
    with qtbot.waitSignal(table.delete_asked):
        QTest.keyClick(table.view, Qt.Key.Key_Delete)
    with qtbot.waitSignal(table.left_up):
        QTest.keyClick(table.view, Qt.Key.Key_Up)
    with qtbot.waitSignal(table.typed) as typed:
        QTest.keyClicks(table.view, "c")
    assert typed.args == ["c"]


def test_copy_is_for_spreadsheets_and_no_formula(make_table: MakeTable) -> None:
    table = make_table()
    record = Machine(UUID(int=1), "=1+1\tx", Decimal("-2"), date(2026, 11, 22))
    table.set_source(lambda *_: Page(1, (record,)))
    table.view.selectRow(0)
    table.copy()
    assert QGuiApplication.clipboard().text() == "Désignation\tPrix HT\tÉtat\n'=1+1 x\t-2,00\u00a0€\tEn panne\n"


def test_painting_a_window_of_a_hundred_thousand_stays_smooth(make_table: MakeTable) -> None:
    table = make_table()
    table.resize(1280, 720)
    table.set_source(Source(100_000))
    view, bar = table.view, table.view.verticalScrollBar()
    view.viewport().repaint()
    times = []
    for step in range(60):
        bar.setValue(step * 28 * 20)
        start = time.thread_time()  # of this thread alone: other programs on the machine do not count
        view.viewport().repaint()
        times.append(time.thread_time() - start)
    assert sorted(times)[len(times) // 2] < 0.016


def test_the_current_row_has_a_frame_while_the_table_has_the_focus(qtbot: QtBot, make_table: MakeTable) -> None:
    table = make_table()
    table.set_source(Source(5))
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow, timeout=PATIENCE)
    table.view.selectRow(2)
    table.view.clearFocus()

    def picture() -> QImage:
        return table.view.viewport().grab().toImage()

    without = picture()
    table.view.setFocus()
    assert picture() != without


def test_a_header_never_asks_what_is_selected(make_table: MakeTable) -> None:
    """With everything selected, Qt's header asked each column about each of its rows: seconds for one painting."""
    table = make_table()
    table.set_source(Source(100_000))
    table.view.selectAll()
    assert table.selected_count() == 100_000
    assert not table.view.horizontalHeader().selectionModel().hasSelection()


def test_the_last_row_becomes_current_once_its_page_is_read(qtbot: QtBot, make_table: MakeTable, threaded_tasks: TaskRunner) -> None:
    table = make_table(threaded_tasks)
    table.set_source(Source(10_000))
    qtbot.waitUntil(lambda: table.model.record(0) is not None, timeout=PATIENCE)
    table.view.selectRow(0)
    QTest.keyClick(table.view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: table.current_id == machine(9_999).id, timeout=PATIENCE)


def test_a_click_with_control_into_a_table_without_focus_selects_that_row_only(make_table: MakeTable, qtbot: QtBot) -> None:
    table, other, window = make_table(), QLineEdit(), QWidget()
    qtbot.addWidget(window)
    table.set_source(Source(50))
    window.setLayout(column(other, table))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    place = table.view.visualRect(table.model.index(3, 0)).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    assert table.view.hasFocus()
    assert [index.row() for index in table.view.selectionModel().selectedRows()] == [3]
