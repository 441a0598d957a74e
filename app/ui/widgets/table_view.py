"""The view under `DataTable`: rows as a whole, focus always in sight, keys of a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.ui import theme
from app.ui.widgets.table_model import WindowedTableModel
from app.ui.widgets.table_paint import RowPainter


class TableView(QTableView):
    """Uniform rows, no animation, one focus frame around the current row."""

    scrolled = Signal()
    resized = Signal()
    copy_asked = Signal()
    delete_asked = Signal()
    open_asked = Signal()
    leave_up_asked = Signal()
    typed = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, model: WindowedTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RowPainter(self, model)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(theme.ROW_HEIGHT)
        rows.setDefaultSectionSize(theme.ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        # A header asks of every column whether all its rows are selected: seconds with 100,000 rows. It is shown none.
        header.setSelectionModel(QItemSelectionModel(model, header))
        header.setMinimumSectionSize(32)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalScrollBar().valueChanged.connect(self.scrolled)
        self.verticalScrollBar().setSingleStep(theme.ROW_HEIGHT)
        self.doubleClicked.connect(self.open_asked)

    def settle(self) -> None:
        """Take a change of the number of rows into account now, not when the event loop comes round."""
        self.executeDelayedItemsLayout()
        self.updateGeometries()

    def visible_rows(self) -> tuple[int, int]:
        """First and last row in sight; `(0, -1)` for none."""
        model = self.model()
        count = model.rowCount() if model is not None else 0
        if not count:
            return 0, -1
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        return first, count - 1 if last < 0 else last

    def paintEvent(self, event: QPaintEvent) -> None:
        self._rows.paint(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.ApplicationFontChange):
            self._rows.forget()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._rows.forget()
        return super().event(event)

    def currentChanged(self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        model = self.model()
        # A click chooses its own row: with Ctrl it would be added to one that nobody chose.
        by_key = event.reason() != Qt.FocusReason.MouseFocusReason
        if by_key and not self.currentIndex().isValid() and model is not None and model.rowCount():
            self.setCurrentIndex(model.index(max(0, self.rowAt(0)), 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0 and not event.modifiers():
            self.leave_up_asked.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        # Qt would walk all rows for a match; the screen's own search asks the database.
        if search.strip():
            self.typed.emit(search)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            self.menu_asked.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()))
        else:
            self.menu_asked.emit(event.globalPos())
