"""« Ajouter ce PC » above the list: says that it reads while the PC is asked."""

from __future__ import annotations

from PySide6.QtCore import QSize

from app.domain.text import tr
from app.ui import theme
from app.ui.equipment.actions import Actions
from app.ui.icons import icon
from app.ui.widgets.basics import PushButton


class ThisPcButton(PushButton):
    """See the module. In a narrow window it is left to the menu and its keys."""

    def __init__(self, actions: Actions) -> None:
        super().__init__(actions.add_this_pc.text())
        self.setIcon(icon("monitor-down", "text", "left"))
        self._action = actions.add_this_pc
        self.setIconSize(QSize(theme.ICON + theme.SPACE.tiny, theme.ICON))
        self.setAccessibleName(self.text())
        self.setToolTip(actions.tip(self._action))
        self.clicked.connect(self._action.trigger)
        actions.follow(self._action, self)

    def set_reading(self, on: bool) -> None:
        """The PC is being asked what it is, or has answered."""
        self._action.setEnabled(not on)
        self.setText(tr("Lecture de ce PC…") if on else self._action.text())
        self.setAccessibleName(self.text())
