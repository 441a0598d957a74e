"""The drawn time line of a contract: segments, notice window, deadline, sending days, today.

The mouse and the arrow keys say what each thing is; a screen reader gets the whole line in sentences.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.domain.formatting import long_day
from app.domain.text import language, tr
from app.domain.timeline import MarkKind, Timeline, mark_label
from app.ui import theme
from app.ui.contracts.timeline_layout import BAR, GAP, LANE, LEGEND, MARGIN, Box, Flag, TimelineLayout, description, lay_out, span_text

_FLAG_STATES: dict[MarkKind, theme.State] = {
    MarkKind.DEADLINE: "danger",
    MarkKind.SEND_BY_POST: "warning",
    MarkKind.SEND_BY_EMAIL: "warning",
}

_SIDES = {"left": Qt.AlignmentFlag.AlignLeft, "centre": Qt.AlignmentFlag.AlignHCenter, "right": Qt.AlignmentFlag.AlignRight}


class TimelineWidget(QWidget):
    """See the module. Left and Right go from one thing to the next; Home and End to the first and last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: Timeline | None = None
        self._layout: TimelineLayout | None = None
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Chronologie du contrat"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(240)

    def set_timeline(self, line: Timeline) -> None:
        """Draw another contract."""
        self._line, self._layout, self._current = line, None, -1
        self.setAccessibleDescription(description(line))
        self.updateGeometry()
        self.update()

    @property
    def layout_now(self) -> TimelineLayout | None:
        """The geometry at the present width."""
        if self._line is None:
            return None
        if self._layout is None or self._layout.width != self.width():
            self._layout = self._laid(self.width())
        return self._layout

    def things(self) -> list[tuple[QRectF, str]]:
        """Everything that can be pointed at, from left to right: where it is and what it says."""
        layout = self.layout_now
        if layout is None:
            return []
        found: list[tuple[float, QRectF, str]] = []
        for box in (*layout.boxes, *((layout.notice,) if layout.notice else ())):
            found.append((box.left, QRectF(box.left, layout.bar_top, box.right - box.left, BAR), span_text(box.segment)))
        for flag in layout.flags:
            words = tr("{what}\u00a0: {day}", what=mark_label(flag.kind), day=long_day(flag.day, language(), weekday=True))
            top = _lane_top(layout, flag.lane)
            found.append((flag.x, QRectF(flag.left - 2, top, flag.right - flag.left + 4, LANE), words))
        return [(rect, words) for _, rect, words in sorted(found, key=lambda each: each[0])]

    def sizeHint(self) -> QSize:
        return QSize(640, self.heightForWidth(max(self.width(), 320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 0 if self._line is None else self._laid(max(240, width)).height

    def _laid(self, width: int) -> TimelineLayout:
        assert self._line is not None
        metrics = QFontMetrics(theme.font(theme.SMALL, bold=True, tabular=True))
        return lay_out(self._line, width, metrics.horizontalAdvance)

    # Painting ----------------------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        layout = self.layout_now
        if layout is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.SMALL, tabular=True))
        for box in layout.boxes:
            self._paint_box(painter, layout, box)
        if layout.notice is not None:
            self._paint_notice(painter, layout, layout.notice)
        self._paint_flags(painter, layout)
        self._paint_ticks(painter, layout)
        self._paint_legend(painter, layout)
        self._paint_focus(painter)
        painter.end()

    def _paint_box(self, painter: QPainter, layout: TimelineLayout, box: Box) -> None:
        fill, words = _box_colours(box.look)
        tokens = theme.current()
        rect = QRectF(box.left, layout.bar_top, box.right - box.left, BAR)
        painter.setPen(QPen(QColor(tokens.surface), 2))
        painter.setBrush(QColor(fill))
        if layout.continues and box is layout.boxes[-1]:
            tip = min(10.0, rect.width() / 2)
            outline = [rect.topLeft(), rect.topRight() - QPointF(tip, 0), QPointF(rect.right(), rect.center().y())]
            painter.drawPolygon(QPolygonF([*outline, rect.bottomRight() - QPointF(tip, 0), rect.bottomLeft()]))
        else:
            painter.drawRoundedRect(rect, 3, 3)
        font = theme.font(theme.SMALL, bold=box.look == "current", tabular=True)
        room = int(rect.width()) - 12
        text = QFontMetrics(font).elidedText(box.title, Qt.TextElideMode.ElideRight, room)
        if len(text) > 4:
            painter.setFont(font)
            painter.setPen(QColor(words))
            painter.drawText(rect.adjusted(7, 0, -5, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
            painter.setFont(theme.font(theme.SMALL, tabular=True))

    def _paint_notice(self, painter: QPainter, layout: TimelineLayout, box: Box) -> None:
        colours = theme.current().warning
        rect = QRectF(box.left, layout.bar_top, box.right - box.left, BAR)
        painter.setPen(QPen(QColor(colours.line), 1.5))
        painter.setBrush(QColor(colours.soft))
        painter.drawRect(rect)
        painter.setBrush(QBrush(QColor(colours.line), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(rect)

    def _paint_flags(self, painter: QPainter, layout: TimelineLayout) -> None:
        # A halo in the page's colour keeps the stems apart from the bar behind them; all of them first, for stems stand close.
        painter.setPen(QPen(QColor(theme.current().surface), 5))
        for flag in layout.flags:
            painter.drawLine(QPointF(flag.x, layout.bar_top + 1), QPointF(flag.x, layout.bar_top + BAR - 1))
        for flag in sorted(layout.flags, key=lambda each: each.kind is MarkKind.TODAY):
            colour = QColor(_flag_colour(flag))
            top = _lane_top(layout, flag.lane)
            today = flag.kind is MarkKind.TODAY
            end = layout.bar_top + BAR + (3 if today else 0)
            painter.setPen(QPen(colour, 2 if today or flag.kind is MarkKind.DEADLINE else 1.5))
            painter.drawLine(QPointF(flag.x, top + 3), QPointF(flag.x, end))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(flag.x, top + LANE / 2), 3.5, 3.5)
            painter.setPen(colour)
            if flag.kind in (MarkKind.TODAY, MarkKind.DEADLINE):
                painter.setFont(theme.font(theme.SMALL, bold=True, tabular=True))
            side = Qt.AlignmentFlag.AlignLeft if flag.left >= flag.x else Qt.AlignmentFlag.AlignRight
            painter.drawText(QRectF(flag.left, top, flag.right - flag.left, LANE), Qt.AlignmentFlag.AlignVCenter | side, flag.text)
            painter.setFont(theme.font(theme.SMALL, tabular=True))

    def _paint_ticks(self, painter: QPainter, layout: TimelineLayout) -> None:
        tokens = theme.current()
        top = layout.bar_top + BAR
        height = painter.fontMetrics().height()
        for tick in layout.ticks:
            painter.setPen(QPen(QColor(tokens.border_strong), 1))
            painter.drawLine(QPointF(tick.x, top), QPointF(tick.x, top + 4))
            area = QRectF(tick.left, top + 4, tick.right - tick.left, height)
            painter.setPen(QColor(tokens.text))
            side = _SIDES[tick.side]
            painter.drawText(area, side, tick.date_text)
            painter.setPen(QColor(tokens.text_muted))
            painter.drawText(area.translated(0, height - 1), side, tick.title)

    def _paint_legend(self, painter: QPainter, layout: TimelineLayout) -> None:
        tokens = theme.current()
        looks = {box.look for box in layout.boxes} | ({"notice"} if layout.notice else set())
        names = {"past": tr("Passé"), "current": tr("En cours"), "next": tr("À venir"), "notice": tr("Préavis")}
        x, top = float(MARGIN), layout.height - LEGEND
        for look, name in names.items():
            if look not in looks:
                continue
            swatch = QRectF(x, top + LEGEND / 2 - 5, 14, 10)
            painter.setPen(QPen(QColor(tokens.border_strong), 1))
            painter.setBrush(QColor(_box_colours(look)[0]))
            painter.drawRect(swatch)
            if look == "notice":
                painter.setBrush(QBrush(QColor(tokens.warning.line), Qt.BrushStyle.BDiagPattern))
                painter.drawRect(swatch)
            width = painter.fontMetrics().horizontalAdvance(name)
            painter.setPen(QColor(tokens.text_muted))
            painter.drawText(QRectF(x + 20, top, width + 4, LEGEND), Qt.AlignmentFlag.AlignVCenter, name)
            x += 20 + width + 18

    def _paint_focus(self, painter: QPainter) -> None:
        if not self.hasFocus():
            return
        things = self.things()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.current().focus), 2))
        if 0 <= self._current < len(things):
            painter.drawRoundedRect(things[self._current][0].adjusted(-1, -1, 1, 1), 3, 3)
        else:
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    # Pointing ----------------------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.words_at(QPointF(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def words_at(self, place: QPointF) -> str:
        """What is under `place`, in words; the smallest thing when several are."""
        hit = [(rect.width(), words) for rect, words in self.things() if rect.adjusted(-GAP / 2, 0, GAP / 2, 0).contains(place)]
        return min(hit)[1] if hit else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        things = self.things()
        last = len(things) - 1
        moves = {
            Qt.Key.Key_Right: min(self._current + 1, last),
            Qt.Key.Key_Left: max(self._current - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() not in moves or not things:
            super().keyPressEvent(event)
            return
        self._current = moves[Qt.Key(event.key())]
        rect, words = things[self._current]
        self.setAccessibleDescription(words)
        QToolTip.showText(self.mapToGlobal(QPoint(int(rect.left()), int(rect.bottom()) + 2)), words, self)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._layout = None
            self.updateGeometry()


def _lane_top(layout: TimelineLayout, lane: int) -> float:
    return layout.bar_top - GAP - (lane + 1) * LANE


def _box_colours(look: str) -> tuple[str, str]:
    tokens = theme.current()
    return {
        "past": (tokens.neutral.soft, tokens.neutral.text),
        "current": (tokens.accent, tokens.on_accent),
        "next": (tokens.accent_soft, tokens.on_accent_soft),
        "notice": (tokens.warning.soft, tokens.warning.text),
    }[look]


def _flag_colour(flag: Flag) -> str:
    tokens = theme.current()
    state = _FLAG_STATES.get(flag.kind)
    return tokens.text if state is None else tokens.state(state).text
