"""The colours of the pictures of the statistics and their legend. Thread: Qt's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
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
    # Where a shade is close to the page's, the line around it (`outline`) tells bar from page.
    near, far = QColor(colours.accent_soft), QColor(colours.accent)
    if not colours.dark:
        far = _between(far, QColor(colours.text), 0.6)
    return _between(near, far, series.band)


def outline() -> str:
    """The line around bars and patches: it stands out from the page, whatever their own colour is, and parts neighbours of like shades."""
    colours = theme.current()
    return colours.text_muted


def _between(one: QColor, other: QColor, part: float) -> QColor:
    made = QColor()
    made.setRgbF(
        one.redF() + (other.redF() - one.redF()) * part,
        one.greenF() + (other.greenF() - one.greenF()) * part,
        one.blueF() + (other.blueF() - one.blueF()) * part,
    )
    return made


class Legend(QWidget):
    """Of each series: a patch of its colour, its smiley if it has one, its name and its total; in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: tuple[Series, ...] = ()
        self._places: dict[int, list[QRect]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def series(self) -> tuple[Series, ...]:
        """What it explains."""
        return self._series

    def show_series(self, series: Sequence[Series]) -> None:
        """Explain other series."""
        self._series, self._places = tuple(series), {}
        self.setAccessibleName(", ".join(f"{each.name}\u00a0: {each.total}" for each in series))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._laid(width)
        return places[-1].bottom() + 1 if places else 0

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._places = {}
            self.updateGeometry()

    def _laid(self, width: int) -> list[QRect]:
        """Where each entry stands in a widget of `width`."""
        if width in self._places:
            return self._places[width]
        metrics = QFontMetrics(theme.font(tabular=True))
        high = max(theme.ICON, metrics.height()) + theme.SPACE.tiny
        places: list[QRect] = []
        x = y = 0
        for series in self._series:
            wide = _indent(series) + metrics.horizontalAdvance(_words(series))
            if x and x + wide > width:
                x, y = 0, y + high
            places.append(QRect(x, y, wide, high))
            x += wide + theme.SPACE.large
        self._places[width] = places
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(tabular=True))
        for series, place in zip(self._series, self._laid(self.width()), strict=True):
            middle = place.top() + place.height() / 2
            painter.setPen(QColor(outline()))
            painter.setBrush(series_colour(series))
            painter.drawRoundedRect(QRectF(place.left() + 0.5, middle - _SWATCH / 2 + 0.5, _SWATCH - 1, _SWATCH - 1), 2, 2)
            if series.rating is not None:
                left = place.left() + _SWATCH + theme.SPACE.tiny
                paint_smiley(painter, QRectF(left, middle - theme.ICON / 2, theme.ICON, theme.ICON), series.rating)
            painter.setPen(QColor(colours.text))
            painter.drawText(place.adjusted(_indent(series), 0, theme.SPACE.small, 0), Qt.AlignmentFlag.AlignVCenter, _words(series))
        painter.end()


def _indent(series: Series) -> int:
    return _SWATCH + theme.SPACE.tiny + (theme.ICON + theme.SPACE.tiny if series.rating is not None else 0)


def _words(series: Series) -> str:
    return f"{series.name}\u2002{series.total}"
