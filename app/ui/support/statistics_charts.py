"""Stacked bars by month. Importing this module imports pyqtgraph: `ChartLibrary` does so, in a worker.

Thread: Qt's, but for the import.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import theme
from app.ui.bar_chart import BarChart, Bars, Ticks, hair
from app.ui.support.statistics_looks import outline, series_colour
from app.ui.support.statistics_series import Picture, count_ticks, month_ticks, share_ticks

_LEAST_OUTLINED = 6.0
"""Bars of fewer pixels have no line around them: there would be little else."""


class _Stacks(Bars):
    """One stack a month."""

    def __init__(self) -> None:
        super().__init__()
        self.width, self._outlined = 0.0, True
        self._bars: list[tuple[QColor, list[QRectF]]] = []

    def show_bars(self, picture: Picture, width: float, *, outlined: bool) -> None:
        """Draw `picture` with bars of `width`."""
        self.width, self._outlined = width, outlined
        self._bars = []
        below = [0.0] * len(picture.months)
        for series in picture.series:
            places = enumerate(zip(below, series.values, strict=True))
            rects = [QRectF(number - width / 2, low, width, value) for number, (low, value) in places if value]
            below = [low + value for low, value in zip(below, series.values, strict=True)]
            self._bars.append((series_colour(series), rects))

    def paint_bars(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(hair(outline()) if self._outlined else QPen(Qt.PenStyle.NoPen))
        for colour, rects in self._bars:
            painter.setBrush(colour)
            painter.drawRects(rects)


class StackedBars(BarChart):
    """See the module."""

    usual = QSize(480, 220)
    margins = QMargins(0, theme.SPACE.small, theme.SPACE.tiny, 0)
    bar, widest = 0.7, 36.0

    def __init__(self, parent: QWidget | None = None) -> None:
        stacks = _Stacks()
        super().__init__(stacks, QSizePolicy.Policy.Fixed, parent)
        self.stacks, self._picture = stacks, Picture("", (), (), ())

    def show_picture(self, picture: Picture) -> None:
        """Draw other figures."""
        self._picture = picture
        self.tell(picture.name, picture.words)

    def heights(self) -> tuple[float, Ticks]:
        return share_ticks() if self._picture.shares else count_ticks(max(self._picture.heights))

    def names(self, room: float, metrics: QFontMetrics) -> Ticks:
        return month_ticks(self._picture.months, room, metrics.horizontalAdvance)

    def lay_bars(self, top: float, lines: Sequence[float], width: float, pixels: float) -> None:
        self.stacks.lay_grid(len(self._picture.months), top, lines)
        self.stacks.show_bars(self._picture, width, outlined=pixels >= _LEAST_OUTLINED)
