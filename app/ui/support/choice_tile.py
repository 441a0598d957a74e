"""A choice as a big tile: an icon and a word, and below them a plain sentence. What it means, its colours and its corner are each tile's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.ui import theme
from app.ui.theme import StateColours

PAD = theme.SPACE.medium


class ChoiceTile(QAbstractButton):
    """Checkable, by a click, Space or Enter; as high as its sentence needs at its width.

    Attributes:
        symbol: the side of its icon, in pixels.
        scale: how large its word is.
        narrowest, usual: its least width, and the one it asks for.
        corner: pixels at the right that its word leaves free.
    """

    symbol: int
    scale: float
    narrowest = 150
    usual = 150
    corner = 0

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self.hint = hint
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)

    # What each tile says -----------------------------------------------------------------------------------------------------------

    def chosen_colours(self) -> StateColours:
        """Text, ground and border while it is chosen."""
        raise NotImplementedError

    def paint_symbol(self, painter: QPainter, place: QRect) -> None:
        """Paint its icon."""
        raise NotImplementedError

    def paint_corner(self, painter: QPainter, line: QRect) -> None:
        """Paint what stands at the right end of `line`, the word's; the painter has the sentence's colour and font."""
        raise NotImplementedError

    # Keys and size -----------------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self.usual, self.heightForWidth(self.usual))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.narrowest, self.heightForWidth(max(self.narrowest, self.width())))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._title_height() + self._hint_height(width) + theme.SPACE.tiny + 2 * PAD

    def whole_width(self) -> int:
        """As wide as the word, whole, with the icon before it and the corner after it."""
        title = QFontMetrics(self._title_font()).horizontalAdvance(self.text())
        return PAD + self.symbol + theme.SPACE.small + title + theme.SPACE.small + self.corner + PAD

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _title_font(self) -> QFont:
        return theme.font(self.scale, bold=True)

    def _title_height(self) -> int:
        """Of the word and the icon beside it."""
        return max(self.symbol, QFontMetrics(self._title_font()).height())

    def _hint_height(self, width: int) -> int:
        room = max(60, width - 2 * PAD)
        return QFontMetrics(theme.font()).boundingRect(0, 0, room, 1000, Qt.TextFlag.TextWordWrap, self.hint).height()

    # Looks -------------------------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        colours, chosen = theme.current(), self.chosen_colours()
        frame = self.rect().adjusted(1, 1, -1, -1)
        checked, invalid = self.isChecked(), self.property("invalid") == "true"
        background = chosen.soft if checked else colours.hover if self.underMouse() else colours.surface
        border = colours.danger.line if invalid else chosen.line if checked else colours.border_strong
        painter.setBrush(QColor(background))
        painter.setPen(QPen(QColor(border), 2 if checked or invalid else 1))
        painter.drawRoundedRect(frame, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(frame.adjusted(3, 3, -3, -3), 4, 4)

    def _paint_words(self, painter: QPainter) -> None:
        colours, checked = theme.current(), self.isChecked()
        text = self.chosen_colours().text if checked else colours.text
        high = self._title_height()
        self.paint_symbol(painter, QRect(PAD, PAD + (high - self.symbol) // 2, self.symbol, self.symbol))
        line = QRect(PAD, PAD, self.width() - 2 * PAD, high)
        painter.setPen(QColor(text))
        painter.setFont(self._title_font())
        title = line.adjusted(self.symbol + theme.SPACE.small, 0, -self.corner, 0)
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setFont(theme.font())
        painter.setPen(QColor(text if checked else colours.text_muted))
        self.paint_corner(painter, line)
        below = QRect(PAD, PAD + high + theme.SPACE.tiny, line.width(), self._hint_height(self.width()))
        painter.drawText(below, int(Qt.TextFlag.TextWordWrap), self.hint)
