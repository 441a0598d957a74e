"""The open requests in call-back order, two lines each. Only what changed is painted again when a minute is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.records import label as enum_label
from app.domain.text import tr
from app.ui import theme
from app.ui.icons import icon
from app.ui.support.words import URGENCY_LOOKS, Said, due, waiting

if TYPE_CHECKING:
    from app.domain.values.support import RequestRow

Index = QModelIndex | QPersistentModelIndex
_LINE = int(Qt.ItemDataRole.UserRole)
_PAD = theme.SPACE.small


@dataclass(frozen=True)
class QueueLine:
    """A request and what is said of its times now."""

    row: RequestRow
    waiting: str
    due: Said

    @property
    def detail(self) -> str:
        """The second line."""
        return " · ".join(filter(None, (self.row.number, self.row.equipment_designation, self.row.contact, self.row.site_name)))

    @property
    def spoken(self) -> str:
        """The whole line for a screen reader."""
        parts = (
            enum_label(self.row.urgency).render(),
            self.row.subject,
            self.detail,
            tr("attend depuis {t}", t=self.waiting) if self.waiting else "",
            self.due.text,
        )
        return ", ".join(filter(None, parts))


class QueueList(QListView):
    """`current_changed(id)` when another request is chosen; `opened(id)` on Enter and double click."""

    current_changed = Signal(object)
    opened = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("File d’attente"))
        self.lines = QueueModel(language, self)
        self.setModel(self.lines)
        self.setItemDelegate(_LineDelegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda: self._open())
        self.selectionModel().currentChanged.connect(self._tell)
        self._silent = False

    @property
    def current_id(self) -> UUID | None:
        """The request chosen."""
        place = self.currentIndex().row()
        return self.lines.lines[place].row.id if 0 <= place < len(self.lines.lines) else None

    def show_rows(self, rows: Sequence[RequestRow], now: datetime) -> None:
        """Show these requests; the one that was chosen stays chosen."""
        kept = self.current_id
        self._silent = True
        self.lines.replace(rows, now)
        found = kept is not None and self.choose(kept)
        self._silent = False
        if kept is not None and not found:
            self.current_changed.emit(None)

    def choose(self, request_id: UUID) -> bool:
        """Go to a request; whether it is in the list."""
        for place, line in enumerate(self.lines.lines):
            if line.row.id == request_id:
                self.setCurrentIndex(self.lines.index(place))
                return True
        return False

    def _tell(self) -> None:
        if not self._silent:
            self.current_changed.emit(self.current_id)

    def _open(self) -> None:
        if self.current_id is not None:
            self.opened.emit(self.current_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class QueueModel(QAbstractListModel):
    """The lines. `tick` makes the texts of another moment; `changed` counts the lines it changed the last time."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self.lines: tuple[QueueLine, ...] = ()
        self.changed = 0

    def replace(self, rows: Sequence[RequestRow], now: datetime) -> None:
        """Show other requests."""
        lines = tuple(self._line(row, now) for row in rows)
        if [line.row.id for line in lines] == [line.row.id for line in self.lines]:
            self._update(lines)
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def tick(self, now: datetime) -> None:
        """Say the times of `now`; lines that say the same stay untouched."""
        self._update(tuple(self._line(line.row, now) for line in self.lines))

    def _update(self, lines: tuple[QueueLine, ...]) -> None:
        before, self.lines = self.lines, lines
        changed = [place for place, line in enumerate(lines) if line != before[place]]
        self.changed = len(changed)
        for place in changed:
            self.dataChanged.emit(self.index(place), self.index(place))

    def _line(self, row: RequestRow, now: datetime) -> QueueLine:
        return QueueLine(row, waiting(row, now), due(row, now, self._language))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{line.row.subject}\n{line.detail}"
        return line if role == _LINE else None


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, view: QueueList) -> None:
        super().__init__(view)
        self._view = view
        words = [enum_label(urgency).render() for urgency in URGENCY_LOOKS]
        self._badge = max(QFontMetrics(theme.font()).horizontalAdvance(word) for word in words) + 34

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, 2 * QFontMetrics(theme.font(bold=True)).height() + 2 * _PAD + theme.SPACE.tiny)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: QueueLine = index.data(_LINE)
        colours, rect = theme.current(), option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(colours.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.hover))
        high = QFontMetrics(theme.font(bold=True)).height()
        upper = QRect(rect.left() + _PAD, rect.top() + _PAD, rect.width() - 2 * _PAD, high)
        lower = upper.translated(0, high + theme.SPACE.tiny)
        self._paint_badge(painter, line, upper)
        left = self._badge + _PAD
        strong, muted = (colours.on_accent_soft, colours.on_accent_soft) if selected else (colours.text, colours.text_muted)
        right = self._paint_right(painter, line, upper, lower, muted)
        self._words(painter, upper.adjusted(left, 0, -right[0], 0), line.row.subject, theme.font(bold=True), strong)
        self._words(painter, lower.adjusted(left, 0, -right[1], 0), line.detail, theme.font(), muted)
        painter.setPen(QColor(colours.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_badge(self, painter: QPainter, line: QueueLine, upper: QRect) -> None:
        state, icon_name = URGENCY_LOOKS[line.row.urgency]
        colours = theme.current().state(state)
        place = QRect(upper.left(), upper.top() - 2, self._badge, upper.height() + 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.soft))
        painter.drawRoundedRect(place, theme.RADIUS, theme.RADIUS)
        icon(icon_name, state).paint(painter, place.left() + 6, place.center().y() - 6, 14, 14)
        self._words(painter, place.adjusted(25, 0, -4, 0), enum_label(line.row.urgency).render(), theme.font(), colours.text)

    def _paint_right(self, painter: QPainter, line: QueueLine, upper: QRect, lower: QRect, muted: str) -> tuple[int, int]:
        """Due time above, waiting time below; the widths they took."""
        font = theme.font(tabular=True, bold=line.due.state == "danger")
        colour = theme.current().state(line.due.state).text if line.due.state is not None else muted
        above = min(QFontMetrics(font).horizontalAdvance(line.due.text), upper.width() // 2) + 2
        taken = above
        self._words(painter, QRect(upper.right() - above, upper.top(), above + 1, upper.height()), line.due.text, font, colour, right=True)
        if line.due.icon is not None:
            taken += 18
            icon(line.due.icon, line.due.state or "text_muted").paint(painter, upper.right() - taken, upper.center().y() - 6, 14, 14)
        if not line.waiting:
            return taken + _PAD, 0
        figures = theme.font(tabular=True)
        below = QFontMetrics(figures).horizontalAdvance(line.waiting) + 2
        self._words(painter, QRect(lower.right() - below, lower.top(), below + 1, lower.height()), line.waiting, figures, muted, right=True)
        icon("hourglass", "text_muted").paint(painter, lower.right() - below - 18, lower.center().y() - 6, 14, 14)
        return taken + _PAD, below + 18 + _PAD

    @staticmethod
    def _words(painter: QPainter, place: QRect, text: str, font: Any, colour: str, *, right: bool = False) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0, place.width()))
        painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
