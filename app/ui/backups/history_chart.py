"""A bar for each day, and above it a mark for what succeeded and one for what failed. Importing this module imports pyqtgraph: in a worker.

Success and failure differ by place and shape, not by colour alone. Thread: Qt's, but for the import.
"""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsGridLayout, QGraphicsView, QSizePolicy, QStyleOptionGraphicsItem, QToolTip, QWidget

from app.ui import theme
from app.ui.backups.history_looks import BAND, paint_failure, paint_success
from app.ui.backups.history_series import HistoryPicture, day_ticks

HEIGHT = 150
_WIDEST_BAR = 28.0
_BAR = 0.66
#: Behind the last bar, for half of the date below it.
_AFTER = 14


class _Bars(pg.GraphicsObject):  # type: ignore[misc] # the library has no types
    """All bars and the lines behind them, in the picture's own units."""

    def __init__(self) -> None:
        super().__init__()
        self._bounds = QRectF()
        self._rects: list[QRectF] = []
        self._lines: list[QLineF] = []

    def show_bars(self, picture: HistoryPicture, top: float, lines: Sequence[float], width: float) -> None:
        """Draw bars of `width` below `top`, and lines at these heights."""
        self.prepareGeometryChange()
        count = len(picture.days)
        self._bounds = QRectF(-0.5, 0, count, top)
        self._lines = [QLineF(-0.5, at, count - 0.5, at) for at in lines]
        self._rects = [QRectF(number - width / 2, 0, width, each.value) for number, each in enumerate(picture.days) if each.value]
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        colours = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        line = QPen(QColor(colours.border), 1)
        line.setCosmetic(True)
        painter.setPen(line)
        painter.drawLines(self._lines)
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor(colours.accent))
        painter.drawRects(self._rects)


class HistoryChart(pg.GraphicsView):  # type: ignore[misc] # the library has no types
    """Says what each day is to the mouse (tool tip), to Left and Right, Home and End, and to screen readers. It never moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self._picture: HistoryPicture | None = None
        self._current = -1
        self._bars = _Bars()
        self.setInteractive(False)
        self.setMouseTracking(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self._box.disableAutoRange()
        self._box.addItem(self._bars, ignoreBounds=True)
        self._left, self._bottom = pg.AxisItem("left"), pg.AxisItem("bottom")
        for axis in (self._left, self._bottom):
            axis.setStyle(tickLength=0, tickTextOffset=6, autoExpandTextSpace=False, autoReduceTextSpace=False, hideOverlappingLabels=False)
            axis.linkToView(self._box)
        self._holder = self._laid_out()
        self.setCentralItem(self._holder)
        self._dress()

    def _laid_out(self) -> QWidget:
        holder = pg.GraphicsWidget()
        grid = QGraphicsGridLayout(holder)
        grid.setContentsMargins(0, BAND, _AFTER, 0)
        grid.setSpacing(0)
        grid.addItem(self._left, 0, 0)
        grid.addItem(self._box, 0, 1)
        grid.addItem(self._bottom, 1, 1)
        return holder  # type: ignore[no-any-return]

    def show_picture(self, picture: HistoryPicture) -> None:
        """Draw other figures."""
        self._picture, self._current = picture, -1
        self.setAccessibleName(picture.name)
        self.setAccessibleDescription(picture.days[-1].words if picture.days else "")
        self._dress()

    def sizeHint(self) -> QSize:
        return QSize(460, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    # Looks -------------------------------------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        colours, font = theme.current(), theme.font(theme.SMALL, tabular=True)
        for axis in (self._left, self._bottom):
            axis.setTickFont(font)
            axis.setTextPen(colours.text_muted)
            axis.setPen(pg.mkPen(None))
            axis.setTickPen(pg.mkPen(None))
        self._bottom.setPen(pg.mkPen(colours.border_strong, width=1))
        self._arrange()

    def _arrange(self) -> None:
        picture = self._picture
        if picture is None or not picture.days:
            return
        metrics = QFontMetrics(theme.font(theme.SMALL, tabular=True))
        top, ticks = picture.ticks()
        left = max(metrics.horizontalAdvance(words) for _, words in ticks) + theme.SPACE.small
        self._left.setWidth(left)
        self._bottom.setHeight(metrics.height() + theme.SPACE.medium)
        self._left.setTicks([ticks])
        room = max(1.0, self.width() - left - _AFTER)
        self._bottom.setTicks([day_ticks(picture.days, room, metrics.horizontalAdvance)])
        count = len(picture.days)
        self._box.setRange(xRange=(-0.5, count - 0.5), yRange=(0, top), padding=0, disableAutoRange=True)
        self._bars.show_bars(picture, top, [at for at, _ in ticks if at], min(_BAR, _WIDEST_BAR * count / room))
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
        picture, places = self._picture, self.places()
        if picture is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, each in zip(places, picture.days, strict=True):
            if each.failures:
                paint_failure(painter, QPointF(place.center().x(), BAND * 0.26))
            if each.successes:
                paint_success(painter, QPointF(place.center().x(), BAND * 0.68))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.current().focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            shown = 0 <= self._current < len(places)
            painter.drawRoundedRect(places[self._current].adjusted(0, -BAND + 1, 0, 0) if shown else whole, theme.RADIUS, theme.RADIUS)
        painter.end()

    # Pointing ----------------------------------------------------------------------------------------------------------------------

    def places(self) -> list[QRectF]:
        """Where each day's bar may be, from left to right, in the widget's own pixels."""
        if self._picture is None:
            return []
        area = QRectF(self.mapFromScene(self._box.sceneBoundingRect()).boundingRect())
        slot = area.width() / max(1, len(self._picture.days))
        return [QRectF(area.left() + number * slot, area.top(), slot, area.height()) for number in range(len(self._picture.days))]

    def words_at(self, place: QPointF) -> str:
        """What is told about the day under `place`; empty beside the days."""
        picture = self._picture
        for number, rect in enumerate(self.places()):
            if picture is not None and rect.adjusted(0, -BAND, 0, 0).contains(place):
                return picture.days[number].words
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
        last = len(picture.days) - 1 if picture is not None else -1
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
        words, place = picture.days[self._current].words, self.places()[self._current]
        self.setAccessibleDescription(words)
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
