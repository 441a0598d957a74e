"""The figures beside the pictures: small tables with their totals on top. Thread: Qt's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QStaticText,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from app.domain import formatting
from app.domain.records import RatingValue, label
from app.domain.text import language, tr
from app.ui import theme
from app.ui.support.statistics_series import (
    band_names,
    band_totals,
    mean_wait,
    minutes,
    of_rating,
    percent,
    short_month,
)

if TYPE_CHECKING:
    from app.domain.values.statistics import Share, SupportFigures

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_MARGIN = 7
_FIRST_LEAST = 72


class Head(NamedTuple):
    """A column: its title, and the whole of it as a tool tip where the title is short."""

    title: str
    tip: str = ""


class FiguresTable(QTableView):
    """Rows of words; the first column at the left, figures at the right, the first row (the total) in bold. Ctrl+C copies what is selected.

    It is as high as its rows, up to `most` of them (a year and its total, as on paper): the page around it scrolls, and so does the wheel over
    the table. Only more rows than that scroll by themselves.
    """

    def __init__(self, name: str, heads: Sequence[Head], most: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Words(heads, self)
        self._most = most
        self._least, self._head_height = [0] * len(heads), 0
        self._painter = _Painter(self, self._model)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(theme.ROW_HEIGHT - 4)
        rows.setDefaultSectionSize(theme.ROW_HEIGHT - 4)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setMinimumSectionSize(32)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other words."""
        self._model.replace(rows)
        self._painter.forget()
        # Columns only grow: another period moves nothing on the page.
        self._least = [max(widths) for widths in zip(self._least, self._widths(), strict=True)]
        self._head_height = self.horizontalHeader().sizeHint().height()
        self.updateGeometry()
        self._fit()

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """What is shown, the total first."""
        return self._model.rows

    def least_width(self) -> int:
        """How wide it must be for nothing to be cut but names."""
        return sum(self._least) + self._around()

    def sizeHint(self) -> QSize:
        shown = max(2, min(len(self._model.rows), self._most))
        height = self._head_height + shown * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth()
        return QSize(self.least_width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.least_width(), 280), self.sizeHint().height())

    def _around(self) -> int:
        bar = self.verticalScrollBar().sizeHint().width() if len(self._model.rows) > self._most else 0
        return 2 * self.frameWidth() + bar

    def _widths(self) -> list[int]:
        """The least width of every column: its longest words; names, in the first one, may be cut."""
        bold, plain = QFontMetrics(theme.font(bold=True, tabular=True)), QFontMetrics(theme.font(tabular=True))
        found = []
        for number, head in enumerate(self._model.heads):
            words = {row[number] for row in self._model.rows[1:]}
            total = self._model.rows[0][number] if self._model.rows else ""
            widest = max((plain.horizontalAdvance(each) for each in words), default=0)
            found.append(max(widest, bold.horizontalAdvance(total), plain.horizontalAdvance(head.title)) + 2 * _MARGIN + 2)
        if found:
            found[0] = min(max(found[0], _FIRST_LEAST), 180)
        return found

    def _fit(self) -> None:
        """The figures as wide as they need, what is left to the names."""
        widths = list(self._least)
        spare = self.viewport().width() - sum(widths)
        if spare > 0:
            widths[0] += spare
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()  # the page scrolls

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painter.paint(event.rect())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setCurrentIndex(self._model.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_painter"):
            self._painter.forget()
            self._least, self._head_height = self._widths(), self.horizontalHeader().sizeHint().height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
            lines = [[head.title for head in self._model.heads], *(self._model.rows[number] for number in chosen)]
            QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))
        else:
            super().keyPressEvent(event)


class _Words(QAbstractTableModel):
    def __init__(self, heads: Sequence[Head], parent: QWidget) -> None:
        super().__init__(parent)
        self.heads, self.rows = tuple(heads), tuple[tuple[str, ...], ...]()

    def replace(self, rows: Sequence[Sequence[str]]) -> None:
        self.beginResetModel()
        self.rows = tuple(tuple(row) for row in rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return self.rows[index.row()][0]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.heads[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _side(section)
            if role == Qt.ItemDataRole.ToolTipRole:
                return self.heads[section].tip or None
        return None


class _Laid(NamedTuple):
    text: QStaticText
    width: int
    height: int


class _Painter:
    """Paints the rows, each text laid out once: Qt's delegates ask and lay out anew for every cell."""

    def __init__(self, view: FiguresTable, model: _Words) -> None:
        self._view, self._model = view, model
        self._texts: dict[tuple[str, bool, int], _Laid] = {}
        self._fonts = (QFont(), QFont())
        self.forget()

    def forget(self) -> None:
        """Other words, or another font."""
        self._texts.clear()
        self._fonts = (theme.font(tabular=True), theme.font(bold=True, tabular=True))

    def paint(self, dirty: QRect) -> None:
        """Paint the rows in `dirty`."""
        view, colours = self._view, theme.current()
        painter = QPainter(view.viewport())
        painter.fillRect(dirty, QColor(colours.surface))
        first, last = view.rowAt(dirty.top()), view.rowAt(dirty.bottom())
        rows = range(first, (len(self._model.rows) - 1 if last < 0 else last) + 1) if first >= 0 else range(0)
        selection, root, high = view.selectionModel(), view.rootIndex(), view.verticalHeader().defaultSectionSize()
        lefts = [(view.columnViewportPosition(column), view.columnWidth(column)) for column in range(len(self._model.heads))]
        for row in rows:
            top, chosen = view.rowViewportPosition(row), selection.isRowSelected(row, root)
            if chosen or row % 2:
                painter.fillRect(dirty.left(), top, dirty.width(), high, QColor(colours.accent_soft if chosen else colours.stripe))
            painter.setPen(QColor(colours.on_accent_soft if chosen else colours.text))
            painter.setFont(self._fonts[row == 0])
            for column, (left, width) in enumerate(lefts):
                laid = self._lay(self._model.rows[row][column], row == 0, 0 if column else width - 2 * _MARGIN)
                x = left + width - _MARGIN - laid.width if column else left + _MARGIN
                painter.drawStaticText(QPointF(x, top + (high - laid.height) // 2), laid.text)
        current = view.currentIndex().row()
        if view.hasFocus() and current in rows:
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRect(QRect(1, view.rowViewportPosition(current) + 1, view.viewport().width() - 2, high - 2))
        painter.end()

    def _lay(self, words: str, bold: bool, room: int) -> _Laid:
        """`words` laid out, cut to `room` pixels where there is one."""
        laid = self._texts.get((words, bold, room))
        if laid is None:
            font = self._fonts[bold]
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room) if room else words
            text = QStaticText(shown)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=font)
            size = text.size().toSize()
            laid = self._texts[words, bold, room] = _Laid(text, size.width(), size.height())
        return laid


def _side(column: int) -> Qt.AlignmentFlag:
    return (Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter


# The four tables -----------------------------------------------------------------------------------------------------------------------


def ratings_heads() -> list[Head]:
    """Ratings by month."""
    smileys = [Head(label(value).render()) for value in RatingValue]
    return [Head(tr("Mois")), Head(tr("Interventions")), *smileys, _top_head()]


def ratings_rows(figures: SupportFigures) -> list[list[str]]:
    """The total, then the months, newest first."""
    found = figures.satisfaction
    total = [sum(of_rating(month, value) for month in found.by_month) for value in RatingValue]
    rows = [[tr("Total"), _count(found.interventions), *map(_count, total), percent(found.top_share)]]
    for month in reversed(found.by_month):
        counts = [of_rating(month, value) for value in RatingValue]
        share = month.great / month.ratings if month.ratings else None
        rows.append([short_month(month.month), _count(month.interventions), *map(_count, counts), percent(share)])
    return rows


def waits_heads() -> list[Head]:
    """First answers by month and waiting time."""
    bands = [Head(name, tr("Premières réponses, par attente en minutes d’ouverture")) for name in band_names()]
    return [Head(tr("Mois")), *bands, Head(tr("Moyenne"), tr("Attente moyenne en minutes d’ouverture"))]


def waits_rows(figures: SupportFigures) -> list[list[str]]:
    """The total, then the months that have first answers, newest first."""
    rows = [[tr("Total"), *map(_count, band_totals(figures)), minutes(mean_wait(figures))]]
    for each in sorted(figures.waits, key=lambda wait: wait.month, reverse=True):
        rows.append([short_month(each.month), *map(_count, each.within), minutes(each.mean_minutes)])
    return rows


def shares_heads(title: str) -> list[Head]:
    """Interventions and ratings by kind or technician."""
    return [
        Head(title),
        Head(tr("Interventions")),
        Head(tr("Avis")),
        Head(tr("Réponse"), tr("Taux de réponse")),
        _top_head(),
    ]


def shares_rows(figures: SupportFigures, shares: Sequence[Share]) -> list[list[str]]:
    """The total, then the parts as the figures order them."""
    found = figures.satisfaction
    rows = [[tr("Total"), _count(found.interventions), _count(found.ratings), percent(found.response_rate), percent(found.top_share)]]
    for share in shares:
        rows.append(
            [share.name, _count(share.interventions), _count(share.ratings), percent(share.response_rate), percent(share.top_share)]
        )
    return rows


def _top_head() -> Head:
    return Head(tr("% très bien"), tr("Part des avis «\u00a0Très bien\u00a0»"))


def _count(value: int) -> str:
    return formatting.integer(value, language())
