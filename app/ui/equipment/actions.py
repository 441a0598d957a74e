"""What can be done with machines: one action each, shared by shortcuts, menus and buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.text import tr
from app.ui.icons import icon


class Actions(QObject):
    """The actions of the screen; connect `triggered`. `set_selection` says which make sense now."""

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self._screen = screen
        self._icons: dict[QAction, str] = {}
        self.add = self._make(tr("Ajouter"), "plus", "Ctrl+N")
        self.add_this_pc = self._make(tr("Ajouter ce PC"), "monitor-down", "Ctrl+Shift+P")
        self.edit = self._make(tr("Modifier…"), "pencil", "F2")
        self.duplicate = self._make(tr("Dupliquer"), "copy-plus", "Ctrl+D")
        self.bulk = self._make(tr("Modifier ensemble…"), "list-checks", "Ctrl+E")
        self.assign = self._make(tr("Affecter…"), "user-plus", "Ctrl+Shift+A")
        self.take_back = self._make(tr("Reprendre…"), "undo-2", "Ctrl+Shift+R")
        self.delete = self._make(tr("Supprimer"), "trash-2", "Del")
        # The table hears Delete itself: the key must keep its meaning in text fields.
        self.delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.panel = self._make(tr("Afficher le détail"), "panel-right", "Ctrl+I")
        self.panel.setCheckable(True)

    def _make(self, text: str, icon_name: str, keys: str) -> QAction:
        action = QAction(icon(icon_name), text, self._screen)
        action.setShortcut(QKeySequence(keys))
        self._icons[action] = icon_name
        if keys != "Del":
            self._screen.addAction(action)
        return action

    def icon_name(self, action: QAction) -> str:
        """The icon of an action."""
        return self._icons[action]

    @staticmethod
    def tip(action: QAction) -> str:
        """The action's name with its keys, for a tool tip."""
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return f"{action.text().removesuffix('…')} ({keys})"

    @staticmethod
    def follow(action: QAction, widget: QWidget) -> None:
        """Enable `widget` whenever `action` is."""
        action.enabledChanged.connect(widget.setEnabled)
        widget.setEnabled(action.isEnabled())

    def set_selection(self, n: int, *, assigned: bool = True) -> None:
        """`n` machines are chosen; `assigned` is whether one of them may be somebody's."""
        for action in (self.edit, self.duplicate):
            action.setEnabled(n == 1)
        for action in (self.assign, self.delete):
            action.setEnabled(n > 0)
        self.bulk.setEnabled(n > 1)
        self.take_back.setEnabled(n > 0 and assigned)

    def for_selection(self, n: int) -> Sequence[QAction | None]:
        """The actions on what is chosen, `None` between groups."""
        if n > 1:
            return (self.bulk, None, self.assign, self.take_back, None, self.delete)
        return (self.edit, self.duplicate, None, self.assign, self.take_back, None, self.delete)

    @staticmethod
    def menu(parent: QWidget, actions: Sequence[QAction | None]) -> QMenu:
        """A menu of actions, `None` for a line."""
        menu = QMenu(parent)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        return menu
