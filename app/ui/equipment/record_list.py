"""A quiet list of short records for the tabs of the panel: a line in full words, and a muted line below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui import theme
from app.ui.icons import icon

Index = QModelIndex | QPersistentModelIndex
_ENTRY = int(Qt.ItemDataRole.UserRole)
_PAD = theme.SPACE.small
_LEFT = _PAD + theme.ICON + _PAD


@dataclass(frozen=True)
class Entry:
    """One record of a `RecordList`. `state` colours the icon only; the words say it too."""

    title: str
    detail: str
    icon: str
    state: str = "text_muted"
    record_id: UUID | None = None
    strong: bool = False


class RecordList(QListView):
    """See the module. `opened(id)` on Enter and double click, `delete_asked(id)` on Delete; Ctrl+C copies the line."""

    opened = Signal(object)
    delete_asked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = _EntryModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_EntryDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Five hundred wrapped lines are measured a few at a time, between two paintings.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(40)
        self.setWordWrap(True)
        self.doubleClicked.connect(lambda: self._tell(self.opened))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other records."""
        self._model.replace(entries)

    def entries(self) -> tuple[Entry, ...]:
        """What is shown."""
        return self._model.entries

    def current_entry(self) -> Entry | None:
        """The record the keyboard is on."""
        row = self.currentIndex().row()
        return self._model.entries[row] if 0 <= row < len(self._model.entries) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell(self.opened)
        elif event.key() == Qt.Key.Key_Delete:
            self._tell(self.delete_asked)
        elif event.matches(QKeySequence.StandardKey.Copy) and (entry := self.current_entry()) is not None:
            QGuiApplication.clipboard().setText(f"{entry.title}\t{entry.detail}")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def _tell(self, signal: Any) -> None:
        entry = self.current_entry()
        if entry is not None and entry.record_id is not None:
            signal.emit(entry.record_id)


class _EntryModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def replace(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.title}, {entry.detail}" if entry.detail else entry.title
        return entry if role == _ENTRY else None


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, view: RecordList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(_ENTRY)
        width = self._view.viewport().width()
        title, detail = self._heights(entry, width)
        return QSize(max(40, width), title + detail + 2 * (_PAD - theme.SPACE.hair))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(_ENTRY)
        colours = theme.current()
        rect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        if selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
        icon(entry.icon, entry.state).paint(painter, rect.x() + _PAD, rect.y() + _PAD, theme.ICON, theme.ICON)
        title, detail = self._heights(entry, rect.width())
        top = rect.y() + _PAD - theme.SPACE.hair
        painter.setFont(theme.font(bold=entry.strong))
        painter.setPen(QColor(colours.on_accent_soft if selected else colours.text))
        painter.drawText(QRect(rect.x() + _LEFT, top, rect.width() - _LEFT - _PAD, title), _flags(), entry.title)
        painter.setFont(theme.font(tabular=True))
        painter.setPen(QColor(colours.on_accent_soft if selected else colours.text_muted))
        painter.drawText(QRect(rect.x() + _LEFT, top + title, rect.width() - _LEFT - _PAD, detail), _flags(), entry.detail)
        painter.setPen(QColor(colours.border))
        painter.drawLine(rect.x() + _LEFT, rect.bottom(), rect.right(), rect.bottom())
        if focused:
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _heights(self, entry: Entry, width: int) -> tuple[int, int]:
        room = QRect(0, 0, max(40, width - _LEFT - _PAD), 10_000)
        title = QFontMetrics(theme.font(bold=entry.strong)).boundingRect(room, _flags(), entry.title).height()
        detail = QFontMetrics(theme.font(tabular=True)).boundingRect(room, _flags(), entry.detail).height() if entry.detail else 0
        return title, detail


def _flags() -> int:
    return int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
