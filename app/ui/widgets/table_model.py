"""A table model over any number of records, of which only the pages in sight are in memory.

Thread: Qt's. `fetch` runs in the database worker, through `tasks`.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor

from app.domain.errors import UserError
from app.ui import theme
from app.ui.icons import STATE_ICONS, icon
from app.ui.tasks import TaskHandle, Tasks
from app.ui.widgets.table_columns import Cell, Column, to_cell

PAGE_ROWS = 100
PAGES_KEPT = 48
#: The one worker is not busy with the pages around while somebody types: the rows of the next letter come first.
NEIGHBOURS_AFTER_MS = 120
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
Index = QModelIndex | QPersistentModelIndex


class PageLike(Protocol[R_co]):
    """What a fetch answers: how many records there are in all, and the ones asked for."""

    @property
    def total(self) -> int:
        """All records that match."""
        ...

    @property
    def rows(self) -> Sequence[R_co]:
        """Those between the offset and the limit."""
        ...


@dataclass(frozen=True)
class Page:
    """A plain `PageLike`."""

    total: int
    rows: Sequence[Any]


Fetch = Callable[[int, int], PageLike[Any]]
"""`fetch(offset, limit)`: runs in the database worker; query and order are already in it."""


class WindowedTableModel(QAbstractTableModel):
    """Rows come in pages of `PAGE_ROWS`, fetched when `show_rows` says they are in sight, with their neighbours.

    A new source keeps the old rows until its first page is there, so typing does not flicker.
    """

    source_shown = Signal()
    page_loaded = Signal(int, int)
    total_changed = Signal(int)
    failed = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Any]],
        row_id: Callable[[Any], UUID],
        tasks: Tasks,
        language: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self._name, self._row_id, self._tasks, self._language = name, row_id, tasks, language
        self._fetch: Fetch | None = None
        self._total = 0
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self._cells: dict[int, list[Cell | None]] = {}
        self._pending: dict[int, TaskHandle] = {}
        self._switching: TaskHandle | None = None
        self._generation = 0
        self._figure_font = theme.font(tabular=True)
        self._neighbours: list[int] = []
        self._neighbour_timer = QTimer(self)
        self._neighbour_timer.setSingleShot(True)
        self._neighbour_timer.setInterval(NEIGHBOURS_AFTER_MS)
        self._neighbour_timer.timeout.connect(self._request_neighbours)
        self._right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

    # What is shown -----------------------------------------------------------------------------------------------------------------

    def set_source(self, fetch: Fetch, first_row: int = 0) -> None:
        """Show other records, or the same ones again; the page with `first_row` is read first."""
        self._generation += 1
        generation = self._generation
        for handle in self._pending.values():
            handle.cancel()
        self._pending.clear()
        self._neighbour_timer.stop()
        page = max(0, first_row) // PAGE_ROWS

        def read() -> tuple[int, int, PageLike[Any]]:
            found = fetch(page * PAGE_ROWS, PAGE_ROWS)
            if page and not found.rows:  # fewer records than before: show the end
                last = max(0, found.total - 1) // PAGE_ROWS
                return generation, last, fetch(last * PAGE_ROWS, PAGE_ROWS)
            return generation, page, found

        self._switching = self._tasks.run(read, lambda found: self._switch(fetch, *found), self._fail, self, latest=f"table.{self._name}")

    def _switch(self, fetch: Fetch, generation: int, page: int, found: PageLike[Any]) -> None:
        if generation != self._generation:
            return
        self._switching = None
        self._fetch = fetch
        same_size = found.total == self._total and self._total > 0
        if not same_size:
            self.beginResetModel()
        self._pages.clear()
        self._cells.clear()
        self._pages[page] = found.rows
        self._total = found.total
        if same_size:
            self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, len(self.columns) - 1))
        else:
            self.endResetModel()
            self.total_changed.emit(self._total)
        self.source_shown.emit()

    @property
    def loading(self) -> bool:
        """Whether a new source was asked for and is not there yet."""
        return self._switching is not None and not self._switching.finished and not self._switching.cancelled

    def show_rows(self, first: int, last: int) -> None:
        """Tell which rows are in sight: their pages are read, a little later the pages before and after; others waiting are given up."""
        if self._fetch is None or self._total == 0 or self.loading:
            return
        end = (self._total - 1) // PAGE_ROWS
        low, high = max(0, first) // PAGE_ROWS, min(max(first, last), self._total - 1) // PAGE_ROWS
        seen = range(low, high + 1)
        self._neighbours = [page for page in (high + 1, low - 1) if 0 <= page <= end and page not in self._pages]
        for page in [page for page in self._pending if page not in seen and page not in self._neighbours]:
            self._pending.pop(page).cancel()
        for page in seen:
            if page in self._pages:
                self._pages.move_to_end(page)
            elif page not in self._pending:
                self._request(page)
        if self._neighbours and not self._neighbour_timer.isActive():
            self._neighbour_timer.start()

    def _request_neighbours(self) -> None:
        for page in self._neighbours:
            if page not in self._pages and page not in self._pending and not self.loading:
                self._request(page)

    def _request(self, page: int) -> None:
        fetch, generation = self._fetch, self._generation
        if fetch is None:
            return

        def store(found: PageLike[Any]) -> None:
            if generation == self._generation:
                self._store(page, found)

        handle = self._tasks.run(lambda: fetch(page * PAGE_ROWS, PAGE_ROWS), store, self._fail, self)
        if not handle.finished:
            self._pending[page] = handle

    def _store(self, page: int, found: PageLike[Any]) -> None:
        self._pending.pop(page, None)
        if found.total != self._total and self._fetch is not None:
            # Records came or went since the first page was read: start over from here, or rows would be shown twice.
            self.set_source(self._fetch, page * PAGE_ROWS)
            return
        self._pages[page] = found.rows
        while len(self._pages) > PAGES_KEPT:
            dropped, _ = self._pages.popitem(last=False)
            for number in range(dropped * PAGE_ROWS, (dropped + 1) * PAGE_ROWS):
                self._cells.pop(number, None)
        first, last = page * PAGE_ROWS, min((page + 1) * PAGE_ROWS, self._total) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self.page_loaded.emit(first, last)

    def _fail(self, error: UserError) -> None:
        self._switching = None
        self._pending.clear()
        self.failed.emit(error)

    # Records -----------------------------------------------------------------------------------------------------------------------

    @property
    def total(self) -> int:
        """How many records there are in all."""
        return self._total

    @property
    def fetch(self) -> Fetch | None:
        """The source shown now."""
        return self._fetch

    def record(self, row: int) -> Any | None:
        """The record in `row`; `None` while its page is not in memory."""
        page = self._pages.get(row // PAGE_ROWS)
        place = row % PAGE_ROWS
        return None if page is None or place >= len(page) else page[place]

    def id_at(self, row: int) -> UUID | None:
        """The record's identifier in `row`, if its page is in memory."""
        record = self.record(row)
        return None if record is None else self._row_id(record)

    def loaded_rows(self) -> Iterable[tuple[int, UUID]]:
        """Row number and identifier of everything in memory."""
        for page, records in self._pages.items():
            for place, record in enumerate(records):
                yield page * PAGE_ROWS + place, self._row_id(record)

    def identifier(self, record: Any) -> UUID:
        """The identifier of `record`."""
        return self._row_id(record)

    # Qt's questions ----------------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._total

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == _DISPLAY:
            return self.cell(index.row(), index.column()).text
        if role == _ALIGNMENT:
            return self._right if self.columns[index.column()].figures else None
        if role == _FONT:
            return self._figure_font if self.columns[index.column()].figures else None
        if role not in _RARE:
            return None
        cell = self.cell(index.row(), index.column())
        if role == _DECORATION:
            if cell.icon is None and cell.state is None:
                return None
            return icon(cell.icon or STATE_ICONS[cell.state or "neutral"], cell.state or "text_muted")
        if role == _FOREGROUND:
            if cell.state is not None and cell.state != "neutral":
                return QColor(theme.current().state(cell.state).text)
            return QColor(theme.current().text_muted) if cell.muted else None
        if role == _TIP:
            return cell.tip or cell.text or None
        return self._spoken(index, cell)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in (_DISPLAY, _TIP, Qt.ItemDataRole.AccessibleTextRole):
            return column.title.render(self._language)
        if role == _ALIGNMENT:
            return self._right if column.figures else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _spoken(self, index: Index, cell: Cell) -> str:
        return f"{self.columns[index.column()].title.render(self._language)}, {cell.text}" if cell.text else ""

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell; `…` while its page is not in memory."""
        cells = self._cells.get(row)
        if cells is None:
            record = self.record(row)
            if record is None:
                return _WAITING
            cells = self._cells[row] = [None] * len(self.columns)
        cell = cells[column]
        if cell is None:
            cell = cells[column] = to_cell(self.columns[column].value(self.record(row)), self._language)
        return cell


_WAITING = Cell("…", muted=True)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_RARE = frozenset({_DECORATION, _FOREGROUND, _TIP, int(Qt.ItemDataRole.AccessibleTextRole)})
