"""The small painted pieces of the home screen. Painting them costs less than as many labels, and this screen is the first one shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from app.ui import theme
from app.ui.icons import STATE_ICONS, icon
from app.ui.theme import State
from app.ui.walked_button import WalkedButton
from app.ui.widgets.clamped import clamped_lines

PAD = theme.SPACE.small
INSET = 2
CHEVRON = 14
#: A detail may quote what somebody typed at length; the tool tip has all of it.
_MOST_LINES = 2


@dataclass(frozen=True)
class Badge:
    """A state and its word, at the left of a row."""

    state: State
    text: str
    icon_name: str | None = None


class ActionRow(WalkedButton):
    """One line that leads somewhere: badge, title with a detail below, something at the right. Enter or click follows it."""

    def __init__(self, badge: Badge, title: str, detail: str, trailing: str, follow: Callable[[], object], badge_width: int) -> None:
        super().__init__()
        self._badge, self._title, self._trailing, self._badge_width = badge, title, trailing, badge_width
        # A contract's number is not broken at its hyphens.
        self._detail = detail.replace("-", "\u2011")
        self._icon = icon(badge.icon_name or STATE_ICONS[badge.state], badge.state)
        self._chevron = icon("chevron-right", "text_muted")
        self.setText(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        words = [word for word in (badge.text, title, detail, trailing) if word]
        self.setAccessibleName(". ".join(words))
        self.setToolTip("\n".join(word for word in (title, detail) if word))
        self.clicked.connect(lambda: follow())

    @staticmethod
    def badge_width(texts: Sequence[str]) -> int:
        """How wide the badge column must be for all `texts`."""
        metrics = QFontMetrics(theme.font())
        return max((metrics.horizontalAdvance(text) for text in texts), default=0) + 34

    def sizeHint(self) -> QSize:
        return QSize(self._badge_width + 280, self.heightForWidth(self._badge_width + 280))

    def minimumSizeHint(self) -> QSize:
        # A layout asks for the least height on its own: it must be that of the width there is.
        return QSize(self._badge_width + 140, self.heightForWidth(max(self.width(), self._badge_width + 140)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return QFontMetrics(theme.font(bold=True)).height() + self._detail_height(self._room(width)) + 14

    def _room(self, width: int) -> int:
        """How wide the words may be."""
        return max(40, width - INSET - self._badge_width - theme.SPACE.medium - 2 * PAD - CHEVRON)

    def _detail_height(self, room: int) -> int:
        if not self._detail:
            return 0
        font = theme.font()
        return len(clamped_lines(self._detail, font, room, _MOST_LINES)) * QFontMetrics(font).lineSpacing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.pressed if self.isDown() else colours.hover))
            painter.drawRoundedRect(self.rect(), theme.RADIUS, theme.RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        self._paint_badge(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_badge(self, painter: QPainter) -> None:
        colours = theme.current().state(self._badge.state)
        place = QRect(INSET, (self.height() - 20) // 2, self._badge_width, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.soft))
        painter.drawRoundedRect(place, theme.RADIUS, theme.RADIUS)
        self._icon.paint(painter, place.left() + 6, place.top() + 3, 14, 14)
        painter.setPen(QColor(colours.text))
        painter.setFont(theme.font(tabular=True))
        painter.drawText(place.adjusted(25, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._badge.text)

    def _paint_words(self, painter: QPainter) -> None:
        colours = theme.current()
        self._chevron.paint(painter, self.width() - PAD - CHEVRON, (self.height() - CHEVRON) // 2, CHEVRON, CHEVRON)
        left, room = INSET + self._badge_width + theme.SPACE.medium, self._room(self.width())
        bold, plain, figures = theme.font(bold=True), theme.font(), theme.font(tabular=True)
        metrics = QFontMetrics(bold)
        below = self._detail_height(room)
        top = (self.height() - metrics.height() - below) // 2
        line = QRect(left, top, room, metrics.height())
        painter.setPen(QColor(colours.text))
        taken = 0
        if self._trailing:
            taken = QFontMetrics(figures).horizontalAdvance(self._trailing) + theme.SPACE.medium
            painter.setFont(figures)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._trailing)
        painter.setFont(bold)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, _elided(metrics, self._title, room - taken))
        if self._detail:
            painter.setFont(plain)
            painter.setPen(QColor(colours.text_muted))
            shown = "\n".join(clamped_lines(self._detail, plain, room, _MOST_LINES))
            painter.drawText(QRect(left, line.bottom() + 1, room, below), 0, shown)


class Heading(QLabel):
    """A name in large letters, as wide as it needs and cut where there is no more room; the tool tip has all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "heading")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(theme.current().text))
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, _elided(self.fontMetrics(), self.text(), self.width()))
        painter.end()


class ShareRow(QWidget):
    """A name, an amount, and a thin line as long as its share of the whole. The amount stands in words: the line only helps the eye."""

    def __init__(self, name: str, amount: str, share: float) -> None:
        super().__init__()
        self._name, self._amount, self._share = name, amount, max(0.0, min(1.0, share))
        self.setAccessibleName(f"{name}. {amount}")
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(160, QFontMetrics(theme.font()).height() + 9)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        figures = theme.font(tabular=True)
        width = QFontMetrics(figures).horizontalAdvance(self._amount)
        words = self.rect().adjusted(0, 0, 0, -7)
        painter.setFont(figures)
        painter.setPen(QColor(colours.text))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._amount)
        plain = theme.font()
        painter.setFont(plain)
        shown = _elided(QFontMetrics(plain), self._name, words.width() - width - theme.SPACE.medium)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        track = QRectF(0, self.height() - 6, self.width(), 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.pressed))
        painter.drawRoundedRect(track, 2, 2)
        if self._share:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(0, track.top(), max(4.0, self.width() * self._share), 4), 2, 2)
        painter.end()


@dataclass(frozen=True)
class Part:
    """A part of a whole: its state, its word, how many."""

    state: State
    text: str
    count: int


class PartsBar(QAbstractButton):
    """A line made of the parts of a whole, and below it each part's icon, number and word. A click or Enter follows it."""

    BAR = 10

    def __init__(self, parts: Sequence[Part], name: str, follow: Callable[[], object]) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self._icons = [icon(STATE_ICONS[part.state], part.state) for part in parts]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(", ".join(f"{part.count} {part.text}" for part in parts))
        self.clicked.connect(lambda: follow())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(160, self.width())))

    def heightForWidth(self, width: int) -> int:
        return self._legend(width)[-1][0].bottom() + 6 if self._parts else self.BAR + 12

    def hasHeightForWidth(self) -> bool:
        return True

    def _legend(self, width: int) -> list[tuple[QRect, Part]]:
        metrics = QFontMetrics(theme.font(tabular=True))
        x, y, height = 4, self.BAR + 14, metrics.height()
        places: list[tuple[QRect, Part]] = []
        for part in self._parts:
            wide = 18 + metrics.horizontalAdvance(f"{part.count} {part.text}")
            if x > 4 and x + wide > width - 4:
                x, y = 4, y + height + 4
            places.append((QRect(x, y, wide, height), part))
            x += wide + theme.SPACE.medium
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(self.rect(), theme.RADIUS, theme.RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        total = sum(part.count for part in self._parts) or 1
        x, room = 4.0, self.width() - 8 - 2 * (len(self._parts) - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        for part in self._parts:
            wide = max(3.0, room * part.count / total)
            painter.setBrush(QColor(colours.state(part.state).line))
            painter.drawRoundedRect(QRectF(x, 5, wide, self.BAR), 2, 2)
            x += wide + 2
        painter.setFont(theme.font(tabular=True))
        for (place, part), image in zip(self._legend(self.width()), self._icons, strict=True):
            image.paint(painter, place.left(), place.center().y() - 6, 14, 14)
            painter.setPen(QColor(colours.text))
            painter.drawText(place.adjusted(18, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, f"{part.count} {part.text}")
        painter.end()


def _elided(metrics: QFontMetrics, text: str, room: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
