"""The colours of the pictures of the statistics and their legend. Thread: Qt's."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import theme
from app.ui.support.smiley import STATES, paint_smiley
from app.ui.support.statistics_series import Series

_SWATCH = 12


def series_colour(series: Series) -> QColor:
    """A rating has the colour of its state; a waiting time is the further from the page's colour the longer it is."""
    colours = theme.current()
    if series.rating is not None:
        return QColor(colours.state(STATES[series.rating]).line)
    near, far = QColor(colours.accent_soft), QColor(colours.accent)
    if not colours.dark:
        far = _between(far, QColor(colours.text), 0.45)
    return _between(near, far, series.band)


def _between(one: QColor, other: QColor, part: float) -> QColor:
    made = QColor()
    made.setRgbF(
        one.redF() + (other.redF() - one.redF()) * part,
        one.greenF() + (other.greenF() - one.greenF()) * part,
        one.blueF() + (other.blueF() - one.blueF()) * part,
    )
    return made


class LegendItem(QWidget):
    """A patch of a series' colour, its smiley if it has one, its name and its total."""

    def __init__(self, series: Series, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series = series
        self._words = f"{series.name}\u2002{series.total}"
        self.setAccessibleName(f"{series.name}\u00a0: {series.total}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def _indent(self) -> int:
        return _SWATCH + theme.SPACE.tiny + (theme.ICON + theme.SPACE.tiny if self._series.rating is not None else 0)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font(tabular=True))
        return QSize(self._indent + metrics.horizontalAdvance(self._words) + theme.SPACE.medium, max(theme.ICON, metrics.height()) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.setPen(QColor(colours.border_strong))
        painter.setBrush(series_colour(self._series))
        painter.drawRoundedRect(QRectF(0.5, middle - _SWATCH / 2 + 0.5, _SWATCH - 1, _SWATCH - 1), 2, 2)
        if self._series.rating is not None:
            place = QRectF(_SWATCH + theme.SPACE.tiny, middle - theme.ICON / 2, theme.ICON, theme.ICON)
            paint_smiley(painter, place, self._series.rating)
        painter.setFont(theme.font(tabular=True))
        painter.setPen(QColor(colours.text))
        painter.drawText(self.rect().adjusted(self._indent, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.end()
