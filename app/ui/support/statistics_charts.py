"""Stacked bars by month. Importing this module imports pyqtgraph: `statistics_library` does so, in a worker.

Thread: Qt's, but for the import and `configure`.
"""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsGridLayout, QGraphicsView, QSizePolicy, QStyleOptionGraphicsItem, QToolTip, QWidget

from app.ui import theme
from app.ui.support.statistics_looks import outline, series_colour
from app.ui.support.statistics_series import Picture, count_ticks, month_ticks, share_ticks

HEIGHT = 220
_WIDEST_BAR = 36.0
_LEAST_OUTLINED = 6.0
"""Bars of fewer pixels have no line around them: there would be little else."""
_BAR = 0.7
"""How much of a month's place its bar takes."""


def configure() -> None:
    """The library's own settings; any thread, before the first chart."""
    # Its way of ending walks through every object there is; ours needs none.
    pg.setConfigOptions(antialias=True, exitCleanup=False)


class _Stacks(pg.GraphicsObject):  # type: ignore[misc] # the library has no types
    """All bars and the lines behind them, in the picture's own units. One item: the library measures every item of its own anew."""

    def __init__(self) -> None:
        super().__init__()
        self._bounds = QRectF()
        self.width, self._outlined = _BAR, True
        self._bars: list[tuple[QColor, list[QRectF]]] = []
        self._lines: list[QLineF] = []

    def show_bars(self, picture: Picture, top: float, lines: Sequence[float], width: float, *, outlined: bool) -> None:
        """Draw `picture` with bars of `width` below `top`, and `lines` at these heights."""
        self.prepareGeometryChange()
        self.width, self._outlined = width, outlined
        count = len(picture.months)
        self._bounds = QRectF(-0.5, 0, count, top)
        self._lines = [QLineF(-0.5, at, count - 0.5, at) for at in lines]
        self._bars = []
        below = [0.0] * count
        for series in picture.series:
            places = enumerate(zip(below, series.values, strict=True))
            rects = [QRectF(number - width / 2, low, width, value) for number, (low, value) in places if value]
            below = [low + value for low, value in zip(below, series.values, strict=True)]
            self._bars.append((series_colour(series), rects))
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        colours = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(_hair(colours.border))
        painter.drawLines(self._lines)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(_hair(outline()) if self._outlined else QPen(Qt.PenStyle.NoPen))
        for colour, rects in self._bars:
            painter.setBrush(colour)
            painter.drawRects(rects)


def _hair(colour: str) -> QPen:
    """A line of one pixel whatever the picture's units are."""
    pen = QPen(QColor(colour), 1)
    pen.setCosmetic(True)
    return pen


class StackedBars(pg.GraphicsView):  # type: ignore[misc] # the library has no types
    """A picture that says what each bar is to the mouse (tool tip), to Left and Right, Home and End, and to screen readers.

    It never moves: no drag, no wheel, no menu, nothing animated; it paints when its data, size or theme change.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self._picture: Picture | None = None
        self._current = -1
        self.stacks = _Stacks()
        self.setInteractive(False)
        self.setMouseTracking(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The cache would fill itself with the window's colour, on a card of another.
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The focus stays on the picture itself, which has a name.
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self._box.disableAutoRange()
        self._box.addItem(self.stacks, ignoreBounds=True)
        self._left, self._bottom = pg.AxisItem("left"), pg.AxisItem("bottom")
        for axis in (self._left, self._bottom):
            axis.setStyle(
                tickLength=0,
                tickAlpha=0,
                tickTextOffset=6,
                autoExpandTextSpace=False,
                autoReduceTextSpace=False,
                hideOverlappingLabels=False,
            )
            axis.linkToView(self._box)
        holder = pg.GraphicsWidget()
        grid = QGraphicsGridLayout(holder)
        grid.setContentsMargins(0, theme.SPACE.small, theme.SPACE.tiny, 0)
        grid.setSpacing(0)
        grid.addItem(self._left, 0, 0)
        grid.addItem(self._box, 0, 1)
        grid.addItem(self._bottom, 1, 1)
        self._holder = holder
        self.setCentralItem(holder)
        self._dress()

    def show_picture(self, picture: Picture) -> None:
        """Draw other figures."""
        self._picture, self._current = picture, -1
        self.setAccessibleName(picture.name)
        self.viewport().setAccessibleName(picture.name)
        self.setAccessibleDescription("\n".join(picture.words[-1:]))
        self._dress()

    def sizeHint(self) -> QSize:
        return QSize(480, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    # Looks -------------------------------------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        """Colours, fonts, and what they change: room for the words."""
        colours, font = theme.current(), theme.font(theme.SMALL, tabular=True)
        for axis in (self._left, self._bottom):
            axis.setTickFont(font)
            axis.setTextPen(colours.text_muted)
            axis.setPen(pg.mkPen(None))
        self._bottom.setPen(pg.mkPen(colours.border_strong, width=1))
        self._arrange()

    def _arrange(self) -> None:
        """Ranges and words for the present size."""
        picture = self._picture
        if picture is None or not picture.months:
            return
        metrics = QFontMetrics(theme.font(theme.SMALL, tabular=True))
        top, ticks = share_ticks() if picture.shares else count_ticks(max(picture.heights))
        left = max(metrics.horizontalAdvance(words) for _, words in ticks) + theme.SPACE.small
        self._left.setWidth(left)
        self._bottom.setHeight(metrics.height() + theme.SPACE.medium)
        self._left.setTicks([ticks])
        room = max(1.0, self.width() - left - theme.SPACE.tiny)
        self._bottom.setTicks([month_ticks(picture.months, room, metrics.horizontalAdvance)])
        count = len(picture.months)
        self._box.setRange(xRange=(-0.5, count - 0.5), yRange=(0, top), padding=0, disableAutoRange=True)
        width = min(_BAR, _WIDEST_BAR * count / room)
        outlined = width * room / count >= _LEAST_OUTLINED
        self.stacks.show_bars(picture, top, [at for at, _ in ticks if at], width, outlined=outlined)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_holder"):
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_holder"):  # the library's constructor resizes, before there is anything
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().focus), 2))
        places = self.places()
        place = places[self._current] if 0 <= self._current < len(places) else QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(place, theme.RADIUS, theme.RADIUS)
        painter.end()

    # Pointing ----------------------------------------------------------------------------------------------------------------------

    def places(self) -> list[QRectF]:
        """Where each month is, from left to right, in the widget's own pixels."""
        if self._picture is None:
            return []
        area = QRectF(self.mapFromScene(self._box.sceneBoundingRect()).boundingRect())
        slot = area.width() / max(1, len(self._picture.months))
        return [QRectF(area.left() + number * slot, area.top(), slot, area.height()) for number in range(len(self._picture.months))]

    def words_at(self, place: QPointF) -> str:
        """What is told about the month under `place`; empty beside the bars."""
        picture = self._picture
        for number, rect in enumerate(self.places()):
            if picture is not None and rect.contains(place):
                return picture.words[number]
        return ""

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.words_at(QPointF(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return bool(super().viewportEvent(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        picture = self._picture
        last = len(picture.months) - 1 if picture is not None else -1
        moves = {
            Qt.Key.Key_Right: min(self._current + 1, last),
            Qt.Key.Key_Left: max(self._current - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if picture is None or last < 0 or event.key() not in moves:
            event.ignore()
            return
        self._current = moves[Qt.Key(event.key())]
        words, place = picture.words[self._current], self.places()[self._current]
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        QToolTip.showText(self.mapToGlobal(QPoint(int(place.left()), int(place.bottom()))), words, self)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
