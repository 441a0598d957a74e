"""Three large choices, in the words of somebody who needs help. None is chosen until somebody does."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QWidget

from app.domain.records import Urgency
from app.domain.text import tr
from app.ui import theme
from app.ui.icons import icon
from app.ui.support.choice_tile import ChoiceTile
from app.ui.support.figure_keys import FIGURE_KEYS
from app.ui.support.words import URGENCY_LOOKS, URGENCY_WORDS
from app.ui.theme import StateColours
from app.ui.widgets import mark_invalid, row

_KEY = 16


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


class UrgencyTile(ChoiceTile):
    """One choice: icon, words, one line that explains them, and its key."""

    symbol, scale, usual, corner = 28, 1.2, 236, _KEY

    def __init__(self, urgency: Urgency, place: int) -> None:
        title, hint = (words.render() for words in URGENCY_WORDS[urgency])
        super().__init__(title, hint)
        self._state, icon_name = URGENCY_LOOKS[urgency]
        self._icon = icon(icon_name, self._state)
        self._place = str(place)
        self.setAccessibleDescription(tr("{hint} Touche {key}", hint=hint, key=self._place))
        self.setToolTip(tr("Touche {key}", key=self._place))

    def chosen_colours(self) -> StateColours:
        return theme.current().state(self._state)

    def paint_symbol(self, painter: QPainter, place: QRect) -> None:
        self._icon.paint(painter, place)

    def paint_corner(self, painter: QPainter, line: QRect) -> None:
        if self.isChecked():
            icon("circle-check", self._state).paint(painter, line.right() + 1 - _KEY, line.center().y() - _KEY // 2, _KEY, _KEY)
        else:
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._place)
