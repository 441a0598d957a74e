"""A bar for each day, and above it a mark for what succeeded and one for what failed. Importing this module imports pyqtgraph: in a worker.

Success and failure differ by place and shape, not by colour alone. Thread: Qt's, but for the import.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import theme
from app.ui.backups.history_looks import BAND, paint_failure, paint_success
from app.ui.backups.history_series import HistoryPicture, Measure, day_ticks
from app.ui.bar_chart import BarChart, Bars, Ticks

#: Behind the last bar, for half of the date below it.
_AFTER = 14


class _Days(Bars):
    """One bar a day."""

    def __init__(self) -> None:
        super().__init__()
        self._rects: list[QRectF] = []

    def show_bars(self, values: Sequence[float], width: float) -> None:
        """Draw bars of `width`; none for a day without a value."""
        self._rects = [QRectF(number - width / 2, 0, width, value) for number, value in enumerate(values) if value]

    def paint_bars(self, painter: QPainter) -> None:
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor(theme.current().accent))
        painter.drawRects(self._rects)


class HistoryChart(BarChart):
    """See the module."""

    usual = QSize(460, 150)
    margins = QMargins(0, BAND, _AFTER, 0)
    bar, widest = 0.66, 28.0
    band = BAND

    def __init__(self, parent: QWidget | None = None) -> None:
        bars = _Days()
        super().__init__(bars, QSizePolicy.Policy.Expanding, parent)
        self._bars, self._picture = bars, HistoryPicture("", Measure.ADDED, ())

    def show_picture(self, picture: HistoryPicture) -> None:
        """Draw other figures."""
        self._picture = picture
        self.tell(picture.name, [each.words for each in picture.days])

    def heights(self) -> tuple[float, Ticks]:
        return self._picture.ticks()

    def names(self, room: float, metrics: QFontMetrics) -> Ticks:
        return day_ticks(self._picture.days, room, metrics.horizontalAdvance)

    def lay_bars(self, top: float, lines: Sequence[float], width: float, pixels: float) -> None:
        values = [each.value for each in self._picture.days]
        self._bars.lay_grid(len(values), top, lines)
        self._bars.show_bars(values, width)

    def paint_marks(self, painter: QPainter) -> None:
        for place, each in zip(self.places(), self._picture.days, strict=True):
            if each.failures:
                paint_failure(painter, QPointF(place.center().x(), BAND * 0.26))
            if each.successes:
                paint_success(painter, QPointF(place.center().x(), BAND * 0.68))

    def outline(self, place: QRectF) -> QRectF:
        return place.adjusted(0, -BAND + 1, 0, 0)
