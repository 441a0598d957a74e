"""While somebody works: who, how, for how long; and the button that ends it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.domain.text import tr
from app.ui import theme
from app.ui.support.timeline import running_words
from app.ui.widgets import ElidedLabel, IconLabel, button

if TYPE_CHECKING:
    from app.domain.values.support import InterventionRow


class InterventionBar(QFrame):
    """Hidden while no timer runs. `stop_asked()` on its button."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("confirmbar")
        self._running: InterventionRow | None = None
        self._words = ElidedLabel("")
        self.stop_button = button(tr("&Terminer…"), self.stop_asked.emit, icon_name="square")
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.SPACE.medium, theme.SPACE.tiny, theme.SPACE.tiny, theme.SPACE.tiny)
        line.setSpacing(theme.SPACE.small)
        line.addWidget(IconLabel("timer", "on_accent_soft"))
        line.addWidget(self._words, 1)
        line.addWidget(self.stop_button)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def show_running(self, running: InterventionRow | None, now: datetime) -> None:
        """Show the intervention whose timer runs; `None` takes the bar away."""
        self._running = running
        self.setVisible(running is not None)
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Say the time that passed; nothing is touched within the same minute."""
        if self._running is None:
            return
        text = running_words(self._running, now)
        if text != self._words.text():
            self._words.setText(text)
            self.setAccessibleName(text)
