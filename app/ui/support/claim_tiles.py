"""What happened, as big choices: an icon, a word and a plain sentence each. Nothing is chosen beforehand."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QWidget

from app.domain.cover import type_label
from app.domain.records import ClaimType
from app.domain.text import tr
from app.ui import theme
from app.ui.icons import icon
from app.ui.support.choice_tile import ChoiceTile
from app.ui.support.claim_words import TYPE_ICONS, TYPE_WORDS
from app.ui.theme import StateColours
from app.ui.widgets import mark_invalid

_TICK = 14
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
        return QSize(ChoiceTile.narrowest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = max(1, (self.width() + theme.SPACE.small) // (ChoiceTile.narrowest + theme.SPACE.small))
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


class ClaimTile(ChoiceTile):
    """One choice. `walked(step)`: an arrow was pressed on it."""

    walked = Signal(int)
    symbol, scale = 24, 1.1

    def __init__(self, claim_type: ClaimType) -> None:
        super().__init__(type_label(claim_type).render(), TYPE_WORDS[claim_type].render())
        self.claim_type = claim_type
        self._icon_name = TYPE_ICONS[claim_type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.walked.emit(step)
        else:
            super().keyPressEvent(event)

    def chosen_colours(self) -> StateColours:
        colours = theme.current()
        return StateColours(text=colours.on_accent_soft, soft=colours.accent_soft, line=colours.accent)

    def paint_symbol(self, painter: QPainter, place: QRect) -> None:
        icon(self._icon_name, "on_accent_soft" if self.isChecked() else "text").paint(painter, place)

    def paint_corner(self, painter: QPainter, line: QRect) -> None:
        if self.isChecked():
            icon("circle-check", "accent").paint(painter, line.right() + 1 - _TICK, line.top() + (line.height() - _TICK) // 2, _TICK, _TICK)
