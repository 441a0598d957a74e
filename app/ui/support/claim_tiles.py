"""What happened, as big choices: an icon, a word and a plain sentence each. Nothing is chosen beforehand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from app.domain.cover import type_label
from app.domain.records import ClaimType
from app.domain.text import tr
from app.ui import theme
from app.ui.icons import icon
from app.ui.support.claim_words import TYPE_ICONS, TYPE_WORDS
from app.ui.widgets import mark_invalid

_PAD = theme.SPACE.medium
_ICON = 24
_NARROWEST = 150
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ClaimTiles(QWidget):
    """`chosen(type)` on a click, Space or Enter; the arrows walk from one to the next."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Qu’est-il arrivé\u202f?"))
        self._group = QButtonGroup(self)
        self.tiles = {each: ClaimTile(each) for each in ClaimType}
        for tile in self.tiles.values():
            self._group.addButton(tile)
            tile.clicked.connect(self._tell)
            tile.walked.connect(self._walk)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.SPACE.small)
        self._columns = 0
        self._arrange(5)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        self.setFocusProxy(next(iter(self.tiles.values())))

    def value(self) -> ClaimType | None:
        """What was chosen."""
        return next((each for each, tile in self.tiles.items() if tile.isChecked()), None)

    def choose(self, claim_type: ClaimType) -> None:
        """Choose as a click would."""
        self.tiles[claim_type].click()

    def set_invalid(self, invalid: bool) -> None:
        """Frame the tiles when a choice is missing."""
        for tile in self.tiles.values():
            mark_invalid(tile, invalid)
            tile.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = max(1, (self.width() + theme.SPACE.small) // (_NARROWEST + theme.SPACE.small))
        self._arrange(5 if fitting >= 5 else min(3, fitting))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, tile in enumerate(self.tiles.values()):
            self._grid.removeWidget(tile)
            self._grid.addWidget(tile, place // columns, place % columns)
        for place in range(5):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)

    def _tell(self) -> None:
        self.set_invalid(False)
        self.chosen.emit(self.value())

    def _walk(self, step: int) -> None:
        tiles = list(self.tiles.values())
        here = next((place for place, tile in enumerate(tiles) if tile.hasFocus()), 0)
        tiles[max(0, min(len(tiles) - 1, here + step))].setFocus(Qt.FocusReason.TabFocusReason)


class ClaimTile(QAbstractButton):
    """One choice. `walked(step)`: an arrow was pressed on it."""

    walked = Signal(int)

    def __init__(self, claim_type: ClaimType) -> None:
        super().__init__()
        self.claim_type = claim_type
        self._icon_name = TYPE_ICONS[claim_type]
        self._hint = TYPE_WORDS[claim_type].render()
        self.setText(type_label(claim_type).render())
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.walked.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.heightForWidth(_NARROWEST))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.heightForWidth(max(_NARROWEST, self.width())))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(_ICON, self._title_height()) + self._hint_height(width) + theme.SPACE.tiny + 2 * _PAD

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _title_height(self) -> int:
        return QFontMetrics(theme.font(1.1, bold=True)).height()

    def _hint_height(self, width: int) -> int:
        room = max(60, width - 2 * _PAD)
        return QFontMetrics(theme.font()).boundingRect(0, 0, room, 1000, Qt.TextFlag.TextWordWrap, self._hint).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().adjusted(1, 1, -1, -1)
        checked, invalid = self.isChecked(), self.property("invalid") == "true"
        background = colours.accent_soft if checked else colours.hover if self.underMouse() else colours.surface
        border = colours.danger.line if invalid else colours.accent if checked else colours.border_strong
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
        high = max(_ICON, self._title_height())
        role = "on_accent_soft" if checked else "text"
        icon(self._icon_name, role).paint(painter, _PAD, _PAD + (high - _ICON) // 2, _ICON, _ICON)
        left = _PAD + _ICON + theme.SPACE.small
        painter.setPen(QColor(colours.on_accent_soft if checked else colours.text))
        painter.setFont(theme.font(1.1, bold=True))
        title = QRect(left, _PAD, self.width() - left - _PAD, high)
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if checked:
            icon("circle-check", "accent").paint(painter, self.width() - _PAD - 14, _PAD + (high - 14) // 2, 14, 14)
        painter.setFont(theme.font())
        painter.setPen(QColor(colours.on_accent_soft if checked else colours.text_muted))
        below = QRect(_PAD, _PAD + high + theme.SPACE.tiny, self.width() - 2 * _PAD, self._hint_height(self.width()))
        painter.drawText(below, int(Qt.TextFlag.TextWordWrap), self._hint)
