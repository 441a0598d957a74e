"""`DataTable`: the table of every list in the program, over any number of records.

Pages come from the database worker; sorting and filtering are the database's work. What the user chose (columns, widths, order) is
kept on this PC. Selection is by record, and survives a reload.

Thread: Qt's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QStackedLayout, QToolButton, QWidget

from app.domain.errors import UserError
from app.domain.text import tr
from app.ui.screen import UiSettings
from app.ui.tasks import TaskHandle, Tasks
from app.ui.widgets.basics import icon_button
from app.ui.widgets.states import Busy, EmptyState, ErrorState
from app.ui.widgets.table_columns import Column, ColumnLayout, tsv
from app.ui.widgets.table_model import PAGE_ROWS, Fetch, WindowedTableModel
from app.ui.widgets.table_selection import find_rows, read_spans, selected_spans
from app.ui.widgets.table_view import TableView

BUSY_AFTER_MS = 250


class DataTable(QWidget):
    """See the module.

    Signals:
        activated(id): Enter or double click on a record.
        current_changed(id): the current record; `None` for none.
        selection_changed(count): how many records are selected.
        sort_changed(key, descending): call `set_source` with the new order.
        total_changed(count): how many records match.
        context_menu(id, place): right click or Menu key.
        delete_asked(): Delete key.
        typed(text): the user types letters in the table: give them to the search field.
        left_up(): Up in the first row: give the focus to the search field.
    """

    activated = Signal(object)
    current_changed = Signal(object)
    selection_changed = Signal(int)
    sort_changed = Signal(str, bool)
    total_changed = Signal(int)
    context_menu = Signal(object, QPoint)
    delete_asked = Signal()
    typed = Signal(str)
    left_up = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        columns: Sequence[Column[Any]],
        row_id: Callable[[Any], UUID],
        tasks: Tasks,
        settings: UiSettings,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """`name` is the key of what is remembered; `title` is what a screen reader says."""
        super().__init__(parent)
        self._name, self._tasks, self._settings, self._language = name, tasks, settings, language
        self._layout_kept = ColumnLayout.parse(settings.get_str(f"table.{name}"))
        self._current_id: UUID | None = None
        self._wanted_ids: set[UUID] = set()
        self._wanted_current: UUID | None = None
        self._restoring = self._fitting = False
        self._first_row = 0
        self.model = WindowedTableModel(name, columns, row_id, tasks, language, self)
        self.view = TableView(self.model)
        self.view.setAccessibleName(title)
        self.setFocusProxy(self.view)
        self._empty: Callable[[], EmptyState] = lambda: EmptyState(tr("Rien à afficher"))
        self._other: QWidget | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._busy_timer = QTimer(self)
        self._busy_timer.setSingleShot(True)
        self._busy_timer.setInterval(BUSY_AFTER_MS)
        self._busy_timer.timeout.connect(self._show_busy)
        self._apply_layout()
        self._connect()

    def _connect(self) -> None:
        view, model, header = self.view, self.model, self.view.horizontalHeader()
        view.scrolled.connect(self._load_visible)
        view.resized.connect(self._fit)
        view.resized.connect(self._load_visible)
        view.copy_asked.connect(self.copy)
        view.delete_asked.connect(self.delete_asked)
        view.open_asked.connect(self._activate)
        view.typed.connect(self.typed)
        view.leave_up_asked.connect(self.left_up)
        view.menu_asked.connect(lambda place: self.context_menu.emit(self._current_id, place))
        view.selectionModel().selectionChanged.connect(self._selection_changed)
        view.selectionModel().currentRowChanged.connect(self._current_changed)
        model.source_shown.connect(self._source_shown)
        model.page_loaded.connect(self._page_loaded)
        model.total_changed.connect(self.total_changed)
        model.failed.connect(self._failed)
        header.sectionClicked.connect(self._sort_by)
        header.sectionResized.connect(self._column_resized)
        header.sectionMoved.connect(self._column_moved)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda place: self.column_menu().popup(header.mapToGlobal(place)))

    # Source ------------------------------------------------------------------------------------------------------------------------

    def set_source(self, fetch: Fetch, *, keep_position: bool = False) -> None:
        """Show what `fetch(offset, limit)` gives. With `keep_position` the same rows stay in sight (a reload)."""
        self._first_row = self.view.visible_rows()[0] if keep_position else 0
        if not self._wanted_ids:
            self._wanted_ids = set(self.selected_ids())
        self._wanted_current = self._wanted_current or self._current_id
        self._busy_timer.start()
        self.model.set_source(fetch, self._first_row)

    def reload(self) -> None:
        """Read the same source again, keeping selection and position."""
        if self.model.fetch is not None:
            self.set_source(self.model.fetch, keep_position=True)

    def set_empty(self, make: Callable[[], EmptyState]) -> None:
        """What to show in place of an empty table; made when needed."""
        self._empty = make

    @property
    def sort(self) -> tuple[str, bool] | None:
        """Key and direction (`True`: descending) the user chose; `None` for the screen's own order."""
        kept = self._layout_kept.sort
        return kept if kept is not None and any(c.key == kept[0] and c.sortable for c in self.model.columns) else None

    @property
    def total(self) -> int:
        """How many records match."""
        return self.model.total

    def _source_shown(self) -> None:
        self._busy_timer.stop()
        if self.model.total == 0:
            self._show_other(self._empty())
        else:
            self._show_table()
        self.view.settle()
        self._restore_selection()
        if self._first_row == 0:
            self.view.scrollToTop()
        self._load_visible()

    def _load_visible(self) -> None:
        if self._stack.currentWidget() is self.view:
            self.model.show_rows(*self.view.visible_rows())

    def _page_loaded(self) -> None:
        if self._wanted_ids or self._wanted_current:
            self._restore_selection()
        elif self._current_id is None:  # the keys went to a row whose page was not there yet
            self._current_changed()

    def _failed(self, error: UserError) -> None:
        self._busy_timer.stop()
        self._show_other(ErrorState.of(error, self.reload if self.model.fetch is not None else None))

    def _show_busy(self) -> None:
        if self.model.loading and self.model.total == 0:
            self._show_other(Busy())

    def _show_other(self, widget: QWidget) -> None:
        self._drop_other()
        self._other = widget
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def _show_table(self) -> None:
        self._stack.setCurrentWidget(self.view)
        self._drop_other()

    def _drop_other(self) -> None:
        if self._other is not None:
            self._stack.removeWidget(self._other)
            self._other.hide()
            self._other.deleteLater()
            self._other = None

    # Selection ---------------------------------------------------------------------------------------------------------------------

    @property
    def current_id(self) -> UUID | None:
        """The current record's identifier; `None` for none."""
        return self._current_id

    def current_record(self) -> Any | None:
        """The current record, if its page is in memory."""
        return self.model.record(self.view.currentIndex().row()) if self.view.currentIndex().isValid() else None

    def selected_count(self) -> int:
        """How many records are selected, in memory or not."""
        return sum(last - first + 1 for first, last in selected_spans(self.view))

    def selected_ids(self) -> tuple[UUID, ...]:
        """Identifiers of the selected records that are in memory; `resolve_selection` gives all."""
        spans = selected_spans(self.view)
        return tuple(i for row, i in sorted(self.model.loaded_rows()) if any(a <= row <= b for a, b in spans)) if spans else ()

    def resolve_selection(
        self, then: Callable[[tuple[Any, ...]], object], on_failure: Callable[[UserError], object] | None = None
    ) -> TaskHandle:
        """Give all selected records, reading in the worker those that are not in memory, to `then` on Qt's thread."""
        spans, fetch = selected_spans(self.view), self.model.fetch
        return self._tasks.run(lambda: read_spans(fetch, spans), then, on_failure, self)

    def select(self, record_id: UUID, row: int | None = None) -> None:
        """Make a record the current one. `row` is its place in the source if known: the table goes there."""
        self._wanted_ids, self._wanted_current = {record_id}, record_id
        if row is not None and self.model.total:
            self._restoring = True
            self.view.scrollTo(self.model.index(min(row, self.model.total - 1), 0), self.view.ScrollHint.PositionAtCenter)
            self._restoring = False
            self._load_visible()
        self._restore_selection()

    def clear_selection(self) -> None:
        """Select nothing."""
        self._wanted_ids, self._wanted_current = set(), None
        self.view.selectionModel().clear()
        self._set_current(None)

    def _restore_selection(self) -> None:
        wanted, current = self._wanted_ids, self._wanted_current
        if not wanted and not current:
            return
        selection, seen, current_row = find_rows(self.model, wanted, current)
        chosen = self.view.selectionModel()
        self._restoring = True
        if current_row >= 0:
            chosen.setCurrentIndex(self.model.index(current_row, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
            self._wanted_current = None
        chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect if seen else QItemSelectionModel.SelectionFlag.Clear)
        self._restoring = False
        self._wanted_ids = wanted - seen
        shown = self.model.id_at(self.view.currentIndex().row()) if self.view.currentIndex().isValid() else None
        self._set_current(shown or self._wanted_current)
        self.selection_changed.emit(self.selected_count())

    def _selection_changed(self) -> None:
        if self._restoring:
            return
        self._wanted_ids = set()
        self.selection_changed.emit(self.selected_count())

    def _current_changed(self) -> None:
        if self._restoring:
            return
        index = self.view.currentIndex()
        self._wanted_current = None
        self._set_current(self.model.id_at(index.row()) if index.isValid() else None)

    def _set_current(self, identifier: UUID | None) -> None:
        if identifier != self._current_id:
            self._current_id = identifier
            self.current_changed.emit(identifier)

    def _activate(self) -> None:
        if self._current_id is not None:
            self.activated.emit(self._current_id)

    def copy(self) -> None:
        """Copy the selected records, visible columns, as a spreadsheet takes them (Ctrl+C)."""
        self.resolve_selection(self._put_on_clipboard)

    def _put_on_clipboard(self, records: tuple[Any, ...]) -> None:
        if records:
            QGuiApplication.clipboard().setText(tsv(self.visible_columns(), records, self._language))

    # Columns -----------------------------------------------------------------------------------------------------------------------

    def visible_columns(self) -> list[Column[Any]]:
        """The columns shown, in their order on screen."""
        header = self.view.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(len(self.model.columns))]
        return [self.model.columns[i] for i in order if not header.isSectionHidden(i)]

    def column_menu(self) -> QMenu:
        """The menu that chooses columns; also on the header's right click."""
        menu = QMenu(self)
        header = self.view.horizontalHeader()
        for number, column in enumerate(self.model.columns):
            action = QAction(column.title.render(self._language).replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(number))
            action.setEnabled(not column.required)
            action.toggled.connect(lambda on, number=number: self.show_column(number, on))
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addSeparator()
        menu.addAction(tr("Remettre les colonnes d’origine"), self.reset_columns)
        return menu

    def column_button(self) -> QToolButton:
        """A button for the screen's toolbar that opens the column menu."""
        made = icon_button("columns-3", tr("Choisir les colonnes"))
        made.clicked.connect(lambda: self.column_menu().popup(made.mapToGlobal(QPoint(0, made.height()))))
        return made

    def show_column(self, number: int, on: bool) -> None:
        """Show or hide a column, and remember it."""
        self._layout_kept.show(self.model.columns, self.model.columns[number].key, on)
        self._keep_layout()
        self._fit()

    def reset_columns(self) -> None:
        """Forget what the user chose for the columns."""
        self._layout_kept = ColumnLayout(sort=self._layout_kept.sort)
        self._keep_layout()
        self._apply_layout()
        self._fit()

    def _apply_layout(self) -> None:
        header, kept = self.view.horizontalHeader(), self._layout_kept
        self._fitting = True
        for number, column in enumerate(self.model.columns):
            header.setSectionHidden(number, not kept.shows(column))
            header.resizeSection(number, kept.widths.get(column.key, column.width))
        keys = [column.key for column in self.model.columns]
        for place, key in enumerate([k for k in kept.order if k in keys] or keys):
            header.moveSection(header.visualIndex(keys.index(key)), place)
        self._fitting = False
        self._show_sort()

    def _show_sort(self) -> None:
        header, sort = self.view.horizontalHeader(), self.sort
        header.setSortIndicatorShown(sort is not None)
        if sort is not None:
            number = next(i for i, c in enumerate(self.model.columns) if c.key == sort[0])
            header.setSortIndicator(number, Qt.SortOrder.DescendingOrder if sort[1] else Qt.SortOrder.AscendingOrder)

    def _sort_by(self, number: int) -> None:
        column = self.model.columns[number]
        if not column.sortable:
            return
        before = self.sort
        descending = before is not None and before[0] == column.key and not before[1]
        self._layout_kept.sort = (column.key, descending)
        self._keep_layout()
        self._show_sort()
        self.sort_changed.emit(column.key, descending)

    def _fit(self) -> None:
        """Let spare columns leave where there is no room, and give the free width to those that stretch, unless the user sized them."""
        header, kept = self.view.horizontalHeader(), self._layout_kept
        in_sight = kept.in_sight(self.model.columns, self.view.viewport().width())
        self._fitting = True
        for number, column in enumerate(self.model.columns):
            header.setSectionHidden(number, column.key not in in_sight)
        self._fitting = False
        stretching = [
            i for i, c in enumerate(self.model.columns) if c.stretch and c.key not in kept.widths and not header.isSectionHidden(i)
        ]
        if not stretching:
            return
        fixed = sum(header.sectionSize(i) for i in range(header.count()) if i not in stretching)
        free = self.view.viewport().width() - fixed - sum(self.model.columns[i].width for i in stretching)
        self._fitting = True
        for i in stretching:
            header.resizeSection(i, self.model.columns[i].width + max(0, free // len(stretching)))
        self._fitting = False

    def _column_resized(self, number: int, _old: int, new: int) -> None:
        if self._fitting or new == 0:
            return
        self._layout_kept.widths[self.model.columns[number].key] = new
        self._keep_layout()

    def _column_moved(self) -> None:
        if self._fitting:
            return
        header = self.view.horizontalHeader()
        self._layout_kept.order = [self.model.columns[header.logicalIndex(i)].key for i in range(header.count())]
        self._keep_layout()

    def _keep_layout(self) -> None:
        self._settings.set_str(f"table.{self._name}", self._layout_kept.dump())


__all__ = ["PAGE_ROWS", "DataTable"]
