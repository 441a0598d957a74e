"""Filters as chips: what is filtered stays in sight, and one key takes it away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QMenu, QWidget

from app.domain.text import tr
from app.ui import theme
from app.ui.icons import icon
from app.ui.widgets.basics import PushButton, button


@dataclass(frozen=True)
class FilterGroup:
    """One thing to filter by.

    Attributes:
        key: technical name (`status`).
        title: on screen (`Statut`).
        choices: value and text of each choice.
        several: whether more than one choice may be on at once.
    """

    key: str
    title: str
    choices: Sequence[tuple[str, str]]
    several: bool = True


class FilterChips(QWidget):
    """A chip for each filter in use, and « Filtrer » to add one. `changed` carries `{key: (values, …)}`."""

    changed = Signal(dict)

    def __init__(self, groups: Sequence[FilterGroup] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = list(groups)
        self._chosen: dict[str, tuple[str, ...]] = {}
        self._layout = FlowLayout(self)
        self._add = button(tr("Filtrer"), kind="quiet", icon_name="list-filter")
        self._menu = QMenu(self._add)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._add.setMenu(self._menu)
        self._add.setProperty("menu", True)
        self._clear = button(tr("Tout effacer"), self.clear, kind="link")
        self._chips: list[PushButton] = []
        self._rebuild()

    def set_groups(self, groups: Sequence[FilterGroup]) -> None:
        """Change what can be filtered by; choices that no longer exist are dropped."""
        self._groups = list(groups)
        known = {group.key: {value for value, _ in group.choices} for group in groups}
        kept = {key: tuple(v for v in values if v in known.get(key, ())) for key, values in self._chosen.items()}
        self.set_values({key: values for key, values in kept.items() if values})

    def values(self) -> dict[str, tuple[str, ...]]:
        """The filters in use, by key."""
        return dict(self._chosen)

    def set_values(self, values: dict[str, tuple[str, ...]]) -> None:
        """Choose filters, as if the user had; `changed` fires when something changed."""
        values = {key: tuple(chosen) for key, chosen in values.items() if chosen}
        if values == self._chosen:
            self._rebuild()
            return
        self._chosen = values
        self._rebuild()
        self.changed.emit(self.values())

    def clear(self) -> None:
        """Take all filters away."""
        self.set_values({})

    def toggle(self, key: str, value: str) -> None:
        """Put a choice on or off."""
        group = next(group for group in self._groups if group.key == key)
        now = self._chosen.get(key, ())
        added = (*now, value) if group.several else (value,)
        new = tuple(v for v in now if v != value) if value in now else added
        self.set_values({**self._chosen, key: new})

    def _fill_menu(self) -> None:
        self._menu.clear()
        for group in self._groups:
            submenu = self._menu.addMenu(group.title)
            for value, text in group.choices:
                action = QAction(text.replace("&", "&&"), submenu)
                action.setCheckable(True)
                action.setChecked(value in self._chosen.get(group.key, ()))
                action.triggered.connect(lambda _=False, key=group.key, value=value: self.toggle(key, value))
                submenu.addAction(action)

    def _rebuild(self) -> None:
        focused = any(chip.hasFocus() for chip in self._chips)
        for chip in self._chips:
            self._layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._layout.removeWidget(self._clear)
        self._layout.removeWidget(self._add)
        self._chips = []
        for group in self._groups:
            texts = dict(group.choices)
            for value in self._chosen.get(group.key, ()):
                name = tr("{group}\u00a0: {choice}", group=group.title, choice=texts.get(value, value))
                chip = _Chip(name)
                chip.removed.connect(lambda key=group.key, value=value: self.toggle(key, value))
                self._chips.append(chip)
                self._layout.addWidget(chip)
        self._layout.addWidget(self._add)
        self._layout.addWidget(self._clear)
        for chip in self._chips:
            chip.show()
        self._clear.setVisible(bool(self._chips))
        self.updateGeometry()
        if focused:  # the keyboard stays among the filters, to take the next one away
            (self._chips[0] if self._chips else self._add).setFocus()


class _Chip(PushButton):
    removed = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text.replace("&", "&&"))
        self.setObjectName("chip")
        self.setIcon(icon("x", "neutral", "right"))
        self.setIconSize(QSize(16, 12))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setAccessibleName(tr("Filtre {name}. Supprimer pour le retirer", name=text))
        self.setToolTip(tr("Retirer ce filtre (Suppr)"))
        self.clicked.connect(self.removed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


def choice_chip(text: str) -> PushButton:
    """One of a few choices of which one is on. That one has a tick too: a colour says nothing by itself."""
    chip = PushButton(text)
    chip.setObjectName("chip")
    chip.setCheckable(True)
    chip.setAccessibleName(text)
    chip.setIconSize(QSize(theme.ICON, 12))
    chip.toggled.connect(lambda on: chip.setIcon(icon("check", "on_accent_soft", "left") if on else QIcon()))
    return chip


class FlowLayout(QLayout):
    """Lays widgets out like words: left to right, in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None, spacing: int = theme.SPACE.tiny) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        y, used = rect.y(), 0
        line: list[QLayoutItem] = []
        for item in self._items:
            if item.isEmpty():
                continue
            width = item.sizeHint().width()
            if line and used + width > rect.width():
                y += self._finish(line, rect.x(), y, place=place) + self.spacing()
                line, used = [], 0
            line.append(item)
            used += width + self.spacing()
        return y + self._finish(line, rect.x(), y, place=place) - rect.y()

    def _finish(self, line: list[QLayoutItem], x: int, y: int, *, place: bool) -> int:
        height = max((item.sizeHint().height() for item in line), default=0)
        for item in line:
            hint = item.sizeHint()
            if place:
                item.setGeometry(QRect(QPoint(x, y + (height - hint.height()) // 2), hint))
            x += hint.width() + self.spacing()
        return height
