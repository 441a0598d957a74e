"""The painted lines of a technician's card: a fact that a click copies, a request that a click opens.

Painted, so that a slow remote screen draws one thing a line, and so that they shrink with the window before anything scrolls.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.text import tr
from app.ui import theme
from app.ui.icons import STATE_ICONS, icon
from app.ui.walked_button import WalkedButton
from app.ui.widgets.clamped import clamped_lines

if TYPE_CHECKING:
    from app.ui.technician.facts import Fact

PAD = theme.SPACE.tiny
_SIDE = 14
#: Above and below the words: what there must be, and what there is where the window is large enough.
_TIGHT, _EASY = 7, 11
#: What stands below each other is hit with a finger, or with the mouse of a slow remote screen.
_LEAST_TARGET = 24
_DETAIL_LINES = 3


class CardRow(WalkedButton):
    """A line reached with the arrows; Ctrl+C copies it."""

    def __init__(self, copied: str, copy: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copied, self._copy = copied, copy
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def _height(self, air: int) -> int:
        return max(_LEAST_TARGET, QFontMetrics(theme.font(bold=True)).height() + air)

    def sizeHint(self) -> QSize:
        return QSize(280, self._height(_EASY))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._height(_TIGHT))

    def _paint_frame(self, painter: QPainter) -> None:
        colours = theme.current()
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.pressed if self.isDown() else colours.hover))
            painter.drawRoundedRect(self.rect(), theme.RADIUS, theme.RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)


class FactRow(CardRow):
    """Title, value, and a sign that a click copies it. A value that is not known is not copied."""

    def __init__(self, fact: Fact, title_width: int, copy: Callable[[Fact], object], parent: QWidget | None = None) -> None:
        super().__init__(fact.copied, lambda: copy(fact) if fact.value else None, parent)
        self.fact, self._title_width = fact, title_width
        self._icon = icon(fact.icon_name or STATE_ICONS[fact.state], fact.state) if fact.state is not None else None
        self._copy_icon = icon("copy", "text_muted")
        self.setText(fact.title)
        self.setAccessibleName(tr("{title}\u00a0: {value}", title=fact.title, value=fact.copied or fact.shown))
        if fact.value:
            self.setAccessibleDescription(tr("Copier (Ctrl+C)"))
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(lambda: copy(fact))
        words = [fact.shown, fact.detail, tr("Copier (Ctrl+C)") if fact.value else ""]
        self.setToolTip("\n".join(filter(None, words)))

    @staticmethod
    def title_width(facts: tuple[Fact, ...]) -> int:
        """How wide the titles' column must be."""
        metrics = QFontMetrics(theme.font())
        return max(metrics.horizontalAdvance(fact.title) for fact in facts) + theme.SPACE.medium

    def _height(self, air: int) -> int:
        return super()._height(air) + len(self.detail_lines()) * QFontMetrics(theme.font()).height()

    def minimumSizeHint(self) -> QSize:
        # Where the window is low, one line of the detail is enough: the tool tip has all of it.
        strong, plain = QFontMetrics(theme.font(bold=True)).height(), QFontMetrics(theme.font()).height()
        return QSize(160, strong + plain + _TIGHT if self.fact.detail else super()._height(_TIGHT))

    def detail_lines(self) -> list[str]:
        """The quieter lines below the value: what something costs stands at their end, so they are not cut after the first."""
        if not self.fact.detail:
            return []
        room = self.width() - PAD - self._title_width - _SIDE - 6 - PAD - _SIDE - theme.SPACE.tiny
        return clamped_lines(self.fact.detail, theme.font(), max(room, 120), _DETAIL_LINES)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.fact.detail and event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, fact = theme.current(), self.fact
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        plain, strong = theme.font(), self._value_font()
        metrics = QFontMetrics(strong)
        middle, cut = Qt.AlignmentFlag.AlignVCenter, Qt.TextElideMode.ElideRight
        left, right = PAD + self._title_width, self.width() - PAD - _SIDE - theme.SPACE.tiny
        lines = self.detail_lines()
        fitting = max(1, (self.height() - metrics.height()) // QFontMetrics(plain).height())
        if len(lines) > fitting:
            lines = clamped_lines(fact.detail, plain, right - left - (_SIDE + 6 if self._icon is not None else 0), fitting)
        below = len(lines) * QFontMetrics(plain).height()
        top, height = (self.height() - metrics.height() - below) // 2, metrics.height()
        painter.setFont(plain)
        painter.setPen(QColor(colours.text_muted))
        painter.drawText(QRect(PAD, top, self._title_width, height), middle, fact.title)
        if self._icon is not None:
            self._icon.paint(painter, left, top + (height - _SIDE) // 2, _SIDE, _SIDE)
            left += _SIDE + 6
        if fact.detail:
            painter.drawText(QRect(left, top + height, right - left, below), 0, "\n".join(lines))
        painter.setFont(strong)
        painter.setPen(QColor(colours.text if fact.value else colours.text_muted))
        painter.drawText(QRect(left, top, right - left, height), middle, metrics.elidedText(fact.shown, cut, right - left))
        if fact.value:
            self._copy_icon.paint(painter, self.width() - PAD - _SIDE, top + (height - _SIDE) // 2, _SIDE, _SIDE)
        painter.end()

    def _value_font(self) -> QFont:
        return theme.font(bold=bool(self.fact.value), tabular=self.fact.figures)


class RequestRowLine(CardRow):
    """Day and number, subject, status; a click opens the request."""

    def __init__(self, parts: tuple[str, str, str], first_width: int, follow: Callable[[], object], copy: Callable[[], object]) -> None:
        """`first_width`: that of the first part in all lines, so that the subjects stand below each other."""
        super().__init__(" · ".join(parts), copy)
        self._parts, self._first_width = parts, first_width
        self._chevron = icon("chevron-right", "text_muted")
        self.setText(parts[1])
        self.setAccessibleName(" · ".join(parts))
        self.setAccessibleDescription(tr("Ouvrir la demande"))
        self.setToolTip(" · ".join(parts))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: follow())

    @staticmethod
    def first_width(lines: Sequence[tuple[str, str, str]]) -> int:
        """How wide the column of days and numbers must be."""
        metrics = QFontMetrics(theme.font(tabular=True))
        return max((metrics.horizontalAdvance(line[0]) for line in lines), default=0)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        figures = theme.font(tabular=True)
        metrics = QFontMetrics(figures)
        when, what, stands = self._parts
        middle = Qt.AlignmentFlag.AlignVCenter
        right = self.width() - PAD - _SIDE - theme.SPACE.tiny
        painter.setFont(figures)
        painter.setPen(QColor(colours.text_muted))
        first, last = self._first_width, metrics.horizontalAdvance(stands)
        painter.drawText(QRect(PAD, 0, first, self.height()), middle, when)
        painter.drawText(QRect(right - last, 0, last, self.height()), middle | Qt.AlignmentFlag.AlignRight, stands)
        left = PAD + first + theme.SPACE.large
        room = right - last - theme.SPACE.medium - left
        painter.setPen(QColor(colours.text))
        painter.drawText(QRect(left, 0, room, self.height()), middle, metrics.elidedText(what, Qt.TextElideMode.ElideRight, room))
        self._chevron.paint(painter, self.width() - PAD - _SIDE, (self.height() - _SIDE) // 2, _SIDE, _SIDE)
        painter.end()
