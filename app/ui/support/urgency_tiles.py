"""Three large choices, in the words of somebody who needs help. None is chosen until somebody does."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QSizePolicy, QWidget

from app.domain.records import Urgency
from app.domain.text import tr
from app.ui import theme
from app.ui.icons import icon
from app.ui.support.figure_keys import FIGURE_KEYS
from app.ui.support.words import URGENCY_LOOKS, URGENCY_WORDS
from app.ui.widgets import mark_invalid, row

_PAD = theme.SPACE.medium
_ICON, _KEY = 28, 16


class UrgencyTiles(QWidget):
    """`chosen(urgency)` on a click, on Space or Enter, and on 1, 2, 3 anywhere in the window where no text is typed."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Que se passe-t-il\u202f?"))
        self.tiles = {urgency: UrgencyTile(urgency, place) for place, urgency in enumerate(Urgency, 1)}
        self._group = QButtonGroup(self)
        layout = self._row = row(spacing=theme.SPACE.small)
        for tile, keys in zip(self.tiles.values(), FIGURE_KEYS, strict=True):
            self._group.addButton(tile)
            layout.addWidget(tile, 1)
            tile.clicked.connect(self._tell)
            shortcut = QShortcut(self)
            shortcut.setKeys([QKeySequence(key) for key in keys])
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(tile.click)
        self.setLayout(layout)
        self.setFocusProxy(next(iter(self.tiles.values())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One below the other where a title would be cut."""
        super().resizeEvent(event)
        widest = max(tile.whole_width() for tile in self.tiles.values())
        beside = len(self.tiles) * widest + (len(self.tiles) - 1) * self._row.spacing()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if self.width() >= beside else QBoxLayout.Direction.TopToBottom)

    def value(self) -> Urgency | None:
        """What was chosen."""
        return next((urgency for urgency, tile in self.tiles.items() if tile.isChecked()), None)

    def set_invalid(self, invalid: bool) -> None:
        """Frame the tiles when a choice is missing."""
        for tile in self.tiles.values():
            mark_invalid(tile, invalid)
            tile.update()

    def _tell(self) -> None:
        self.set_invalid(False)
        self.chosen.emit(self.value())


class UrgencyTile(QAbstractButton):
    """One choice: icon, words, one line that explains them, and its key."""

    def __init__(self, urgency: Urgency, place: int) -> None:
        super().__init__()
        title, hint = URGENCY_WORDS[urgency]
        self._state, icon_name = URGENCY_LOOKS[urgency]
        self._icon = icon(icon_name, self._state)
        self._hint, self._place = hint.render(), str(place)
        self.setText(title.render())
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(tr("{hint} Touche {key}", hint=self._hint, key=self._place))
        self.setToolTip(tr("Touche {key}", key=self._place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(236, self.heightForWidth(236))

    def minimumSizeHint(self) -> QSize:
        return QSize(150, self.heightForWidth(max(150, self.width())))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(_ICON, self._title_height()) + self._hint_height(width) + theme.SPACE.tiny + 2 * _PAD

    def whole_width(self) -> int:
        """As wide as the title, whole, with the icon before it and the key after it."""
        title = QFontMetrics(theme.font(1.2, bold=True)).horizontalAdvance(self.text())
        return _PAD + _ICON + theme.SPACE.small + title + theme.SPACE.small + _KEY + _PAD

    def _title_height(self) -> int:
        return QFontMetrics(theme.font(1.2, bold=True)).height()

    def _hint_height(self, width: int) -> int:
        room = max(60, width - 2 * _PAD)
        return QFontMetrics(theme.font()).boundingRect(0, 0, room, 1000, Qt.TextFlag.TextWordWrap, self._hint).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        state = colours.state(self._state)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().adjusted(1, 1, -1, -1)
        checked = self.isChecked()
        background = state.soft if checked else colours.hover if self.underMouse() else colours.surface
        invalid = self.property("invalid") == "true"
        border = colours.danger.line if invalid else state.line if checked else colours.border_strong
        painter.setBrush(QColor(background))
        painter.setPen(QPen(QColor(border), 2 if checked or invalid else 1))
        painter.drawRoundedRect(frame, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(frame.adjusted(3, 3, -3, -3), 4, 4)
        self._paint_words(painter, checked)
        painter.end()

    def _paint_words(self, painter: QPainter, checked: bool) -> None:
        colours = theme.current()
        text = colours.state(self._state).text if checked else colours.text
        high = max(_ICON, self._title_height())
        self._icon.paint(painter, _PAD, _PAD + (high - _ICON) // 2, _ICON, _ICON)
        left = _PAD + _ICON + theme.SPACE.small
        painter.setPen(QColor(text))
        painter.setFont(theme.font(1.2, bold=True))
        title = QRect(left, _PAD, self.width() - left - _PAD - _KEY, high)
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setFont(theme.font())
        painter.setPen(QColor(text if checked else colours.text_muted))
        corner = QRect(self.width() - _PAD - _KEY, _PAD, _KEY, high)
        if checked:
            icon("circle-check", self._state).paint(painter, corner.left(), corner.center().y() - 8, 16, 16)
        else:
            painter.drawText(corner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._place)
        below = QRect(_PAD, _PAD + high + theme.SPACE.tiny, self.width() - 2 * _PAD, self._hint_height(self.width()))
        painter.drawText(below, int(Qt.TextFlag.TextWordWrap), self._hint)
