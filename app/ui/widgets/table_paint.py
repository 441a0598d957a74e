"""Paints the rows of a table.

Qt's delegates ask some eight questions a cell and lay every text out anew: 30 ms for a full window on a slow PC. Here a text is laid out once and
kept for every row it stands in, so that a letter typed in a search lays out few: kinds, states, sites and people come again and again.

Thread: Qt's.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap, QStaticText
from PySide6.QtWidgets import QTableView

from app.ui import theme
from app.ui.icons import STATE_ICONS, pixmap
from app.ui.widgets.table_columns import Cell
from app.ui.widgets.table_model import WindowedTableModel

MARGIN = 7
GAP = 6
TEXTS_KEPT = 6000


class _Laid(NamedTuple):
    text: QStaticText
    size: QSize


class RowPainter:
    """Paints what `view` shows of its `WindowedTableModel`."""

    def __init__(self, view: QTableView, model: WindowedTableModel) -> None:
        self._view, self._model = view, model
        self._texts: dict[tuple[str, int, bool], _Laid] = {}
        self._fonts = (theme.font(), theme.font(tabular=True))
        self._metrics = (QFontMetrics(self._fonts[0]), QFontMetrics(self._fonts[1]))

    def forget(self) -> None:
        """Font or screen changed: lay all texts out again."""
        self._texts.clear()
        self._fonts = (theme.font(), theme.font(tabular=True))
        self._metrics = (QFontMetrics(self._fonts[0]), QFontMetrics(self._fonts[1]))

    def paint(self, event: QPaintEvent) -> None:
        """Paint the rows that `event` uncovers."""
        view, model, dirty = self._view, self._model, event.rect()
        painter = QPainter(view.viewport())
        tokens = theme.current()
        painter.fillRect(dirty, QColor(tokens.surface))
        first = view.rowAt(dirty.top())
        if model.total and first >= 0:
            last = view.rowAt(dirty.bottom())
            rows = range(first, (model.total - 1 if last < 0 else last) + 1)
            chosen = self._paint_backgrounds(painter, rows, tokens)
            header = view.horizontalHeader()
            for column in range(len(model.columns)):
                left, width = view.columnViewportPosition(column), header.sectionSize(column)
                if not header.isSectionHidden(column) and left + width >= dirty.left() and left <= dirty.right():
                    self._paint_column(painter, column, left, width, rows, chosen)
            self._paint_focus(painter, rows, tokens)
        painter.end()

    def _paint_backgrounds(self, painter: QPainter, rows: range, tokens: theme.Tokens) -> set[int]:
        view = self._view
        selection, root = view.selectionModel(), view.rootIndex()
        chosen = set()
        width, soft, stripe = view.viewport().width(), QColor(tokens.accent_soft), QColor(tokens.stripe)
        for row in rows:
            if selection.isRowSelected(row, root):
                chosen.add(row)
            elif row % 2 == 0:
                continue
            painter.fillRect(0, view.rowViewportPosition(row), width, theme.ROW_HEIGHT, soft if row in chosen else stripe)
        return chosen

    def _paint_column(self, painter: QPainter, column: int, left: int, width: int, rows: range, chosen: set[int]) -> None:
        view, model, tokens = self._view, self._model, theme.current()
        figures = model.columns[column].figures
        painter.setFont(self._fonts[figures])
        plain, muted, marked = QColor(tokens.text), QColor(tokens.text_muted), QColor(tokens.on_accent_soft)
        pen = None
        ratio = view.devicePixelRatioF()
        for row in rows:
            cell = model.cell(row, column)
            if not cell.text and cell.icon is None:
                continue
            top = view.rowViewportPosition(row)
            start = left + MARGIN
            picture = _picture(cell, ratio)
            if picture is not None:
                painter.drawPixmap(start, top + (theme.ROW_HEIGHT - theme.ICON) // 2, picture)
                start += theme.ICON + GAP
            laid = self._lay(cell.text, left + width - MARGIN - start, figures)
            colour = marked if row in chosen else muted if cell.muted else plain
            if cell.state is not None and cell.state != "neutral" and row not in chosen:
                colour = QColor(tokens.state(cell.state).text)
            if colour is not pen:
                painter.setPen(colour)
                pen = colour
            x = left + width - MARGIN - laid.size.width() if figures else start
            painter.drawStaticText(QPointF(x, top + (theme.ROW_HEIGHT - laid.size.height()) // 2), laid.text)

    def _lay(self, shown: str, width: int, figures: bool) -> _Laid:
        laid = self._texts.get((shown, width, figures))
        if laid is None:
            if len(self._texts) > TEXTS_KEPT:
                self._texts.clear()
            laid = _laid(shown, self._fonts[figures])
            if laid.size.width() > width:
                elided = self._metrics[figures].elidedText(shown, Qt.TextElideMode.ElideRight, width)
                laid = _laid(elided, self._fonts[figures])
            self._texts[shown, width, figures] = laid
        return laid

    def _paint_focus(self, painter: QPainter, rows: range, tokens: theme.Tokens) -> None:
        current = self._view.currentIndex()
        if self._view.hasFocus() and current.isValid() and current.row() in rows:
            painter.setPen(QPen(QColor(tokens.focus), 2))
            top = self._view.rowViewportPosition(current.row())
            painter.drawRect(QRect(1, top + 1, self._view.viewport().width() - 2, theme.ROW_HEIGHT - 2))


def _laid(shown: str, font: QFont) -> _Laid:
    text = QStaticText(shown)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    text.prepare(font=font)
    return _Laid(text, text.size().toSize())


def _picture(cell: Cell, ratio: float) -> QPixmap | None:
    if cell.icon is None and cell.state is None:
        return None
    state = cell.state or "neutral"
    return pixmap(cell.icon or STATE_ICONS[state], cell.state or "text_muted", theme.ICON, ratio)
