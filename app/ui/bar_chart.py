"""What every picture of bars has in common. Importing this module imports pyqtgraph: only from a picture's own module, in a worker.

`ChartLibrary` (`app.ui.chart_library`) imports those modules, so that a start loads none of it. Thread: Qt's, but for the import.
"""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QLineF, QMargins, QPoint, QPointF, QRectF, QSize, Qt
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

Ticks = Sequence[tuple[float, str]]


def configure() -> None:
    """The library's own settings; any thread, before the first chart."""
    # Its way of ending walks through every object there is; ours needs none.
    pg.setConfigOptions(antialias=True, exitCleanup=False)


def hair(colour: str) -> QPen:
    """A line of one pixel whatever the picture's units are."""
    pen = QPen(QColor(colour), 1)
    pen.setCosmetic(True)
    return pen


class Bars(pg.GraphicsObject):  # type: ignore[misc] # the library has no types
    """All bars and the lines behind them, in the picture's own units. One item: the library measures every item of its own anew."""

    def __init__(self) -> None:
        super().__init__()
        self._bounds = QRectF()
        self._lines: list[QLineF] = []

    def lay_grid(self, count: int, top: float, lines: Sequence[float]) -> None:
        """Take the room of `count` places below `top`, with lines at these heights; the bars are laid after it."""
        self.prepareGeometryChange()
        self._bounds = QRectF(-0.5, 0, count, top)
        self._lines = [QLineF(-0.5, at, count - 0.5, at) for at in lines]
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(hair(theme.current().border))
        painter.drawLines(self._lines)
        self.paint_bars(painter)

    def paint_bars(self, painter: QPainter) -> None:
        """Paint the bars before the lines; nothing is smoothed unless asked for."""
        raise NotImplementedError


class BarChart(pg.GraphicsView):  # type: ignore[misc] # the library has no types
    """A picture that says what each bar is to the mouse (tool tip), to Left and Right, Home and End, and to screen readers.

    It never moves: no drag, no wheel, no menu, nothing animated; it paints when its data, size or theme change.

    Attributes:
        usual: the size it asks for; it is never lower.
        margins: what is left free around axes and bars.
        bar, widest: how much of its place a bar takes, and the most pixels.
        band: pixels above the bars that belong to the place below them.
    """

    usual: QSize
    margins: QMargins
    bar: float
    widest: float
    band = 0

    def __init__(self, bars: Bars, stretch: QSizePolicy.Policy, parent: QWidget | None = None) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self._told: tuple[str, ...] = ()
        self._current = -1
        self.setInteractive(False)
        self.setMouseTracking(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The cache would fill itself with the window's colour, on a card of another.
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.viewport().setAutoFillBackground(False)
        # The focus stays on the picture itself, which has a name. In this order: Qt hands what the viewport is told on to the picture.
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, stretch)
        self._box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self._box.disableAutoRange()
        self._box.addItem(bars, ignoreBounds=True)
        self._left, self._bottom = _axis("left", self._box), _axis("bottom", self._box)
        self._holder = self._laid_out()
        self.setCentralItem(self._holder)
        self._dress()

    def _laid_out(self) -> QWidget:
        holder = pg.GraphicsWidget()
        grid = QGraphicsGridLayout(holder)
        grid.setContentsMargins(self.margins.left(), self.margins.top(), self.margins.right(), self.margins.bottom())
        grid.setSpacing(0)
        grid.addItem(self._left, 0, 0)
        grid.addItem(self._box, 0, 1)
        grid.addItem(self._bottom, 1, 1)
        return holder  # type: ignore[no-any-return]

    def tell(self, name: str, told: Sequence[str]) -> None:
        """Other figures are to be drawn: what the picture is called, and what is told about each bar, from left to right."""
        self._told, self._current = tuple(told), -1
        self.setAccessibleName(name)
        self.viewport().setAccessibleName(name)
        self.setAccessibleDescription("\n".join(told[-1:]))
        self._dress()

    def sizeHint(self) -> QSize:
        return QSize(self.usual)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.usual.height())

    # What each picture says --------------------------------------------------------------------------------------------------------

    def heights(self) -> tuple[float, Ticks]:
        """The upper end of the heights, and those that are named at the left. Asked only while there are bars, as what follows."""
        raise NotImplementedError

    def names(self, room: float, metrics: QFontMetrics) -> Ticks:
        """The places that are named below the bars, which have `room` pixels in all."""
        raise NotImplementedError

    def lay_bars(self, top: float, lines: Sequence[float], width: float, pixels: float) -> None:
        """Lay bars of `width` in the picture's units, `pixels` on the screen; `top` and `lines` are as for `Bars.lay_grid`."""
        raise NotImplementedError

    def paint_marks(self, painter: QPainter) -> None:
        """Paint over the bars, in the widget's own pixels."""

    def outline(self, place: QRectF) -> QRectF:
        """What the focus frames for the bar at `place`."""
        return place

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
        count = len(self._told)
        if not count:
            return
        metrics = QFontMetrics(theme.font(theme.SMALL, tabular=True))
        top, ticks = self.heights()
        left = max(metrics.horizontalAdvance(words) for _, words in ticks) + theme.SPACE.small
        self._left.setWidth(left)
        self._bottom.setHeight(metrics.height() + theme.SPACE.medium)
        self._left.setTicks([ticks])
        room = max(1.0, self.width() - left - self.margins.right())
        self._bottom.setTicks([self.names(room, metrics)])
        self._box.setRange(xRange=(-0.5, count - 0.5), yRange=(0, top), padding=0, disableAutoRange=True)
        width = min(self.bar, self.widest * count / room)
        self.lay_bars(top, [at for at, _ in ticks if at], width, width * room / count)
        self.viewport().update()

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
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_marks(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.current().focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            places, whole = self.places(), QRectF(self.rect()).adjusted(1, 1, -1, -1)
            framed = self.outline(places[self._current]) if 0 <= self._current < len(places) else whole
            painter.drawRoundedRect(framed, theme.RADIUS, theme.RADIUS)
        painter.end()

    # Pointing ----------------------------------------------------------------------------------------------------------------------

    def places(self) -> list[QRectF]:
        """Where each bar may be, from left to right, in the widget's own pixels."""
        area = QRectF(self.mapFromScene(self._box.sceneBoundingRect()).boundingRect())
        slot = area.width() / max(1, len(self._told))
        return [QRectF(area.left() + number * slot, area.top(), slot, area.height()) for number in range(len(self._told))]

    def words_at(self, place: QPointF) -> str:
        """What is told about the bar under `place`; empty beside the bars."""
        found = (words for words, rect in zip(self._told, self.places(), strict=True) if rect.adjusted(0, -self.band, 0, 0).contains(place))
        return next(found, "")

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
        last = len(self._told) - 1
        moves = {
            Qt.Key.Key_Right: min(self._current + 1, last),
            Qt.Key.Key_Left: max(self._current - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if last < 0 or event.key() not in moves:
            event.ignore()
            return
        self._current = moves[Qt.Key(event.key())]
        words, place = self._told[self._current], self.places()[self._current]
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


def _axis(side: str, box: pg.ViewBox) -> pg.AxisItem:
    """An axis of words only."""
    axis = pg.AxisItem(side)
    axis.setStyle(
        tickLength=0,
        tickAlpha=0,
        tickTextOffset=6,
        autoExpandTextSpace=False,
        autoReduceTextSpace=False,
        hideOverlappingLabels=False,
    )
    axis.linkToView(box)
    return axis
