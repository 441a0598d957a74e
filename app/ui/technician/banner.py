"""The line across the top of the window while a technician's session runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.domain.text import tr
from app.ui import theme
from app.ui.screen import ScreenContext
from app.ui.support.words import clock_time
from app.ui.widgets.basics import ElidedLabel, IconLabel, button

if TYPE_CHECKING:
    from app.domain.values.technician import SessionState


class TechnicianBanner(QFrame):
    """Says under whose name things are written down. Hidden until a session runs.

    Signals:
        card_asked(): « Fiche technicien ».
        end_asked(): « Terminer ».
    """

    card_asked = Signal()
    end_asked = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("banner")
        self.setProperty("state", "warning")
        self._label = _Said()
        self._label.setFont(theme.font(bold=True))
        self.card_button = button(tr("Fiche technicien"), self.card_asked.emit, icon_name="headset", tip=tr("Fiche technicien (Ctrl+T)"))
        self.end_button = button(tr("Terminer"), self.end_asked.emit, icon_name="log-out", tip=tr("Terminer la session du technicien"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACE.large, theme.SPACE.tiny, theme.SPACE.medium, theme.SPACE.tiny)
        layout.setSpacing(theme.SPACE.small)
        layout.addWidget(IconLabel("user-cog", "warning", theme.ICON_LARGE))
        layout.addWidget(self._label, 1)
        for made in (self.card_button, self.end_button):
            layout.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self.accessibleName()

    @property
    def shown(self) -> str:
        """What there is room for."""
        return self._label.text()

    def show_session(self, state: SessionState | None) -> None:
        """Say which session runs; `None` hides the line."""
        if state is None:
            self.hide()
            return
        since, number = clock_time(state.started_at), state.request_number
        who = state.technician if not number else f"{state.technician} ({number})"
        known = tr("Session technicien\u00a0: {name} depuis {hour}", name=who, hour=since)
        short = tr("Session technicien\u00a0: {name}", name=who)
        if state.closing:
            text = tr(
                "Intervention terminée\u00a0: la session de {name} finit à {hour}, ou à la résolution de {number}",
                name=state.technician,
                hour=clock_time(state.ends_at),
                number=state.request_number,
            )
        elif state.request_number:
            text = tr(
                "Session technicien\u00a0: {name} depuis {hour} ({number}) — tout ce qui est fait est inscrit sous ce nom",
                name=state.technician,
                hour=since,
                number=state.request_number,
            )
        else:
            text = tr(
                "Session technicien\u00a0: {name} depuis {hour} — tout ce qui est fait est inscrit sous ce nom",
                name=state.technician,
                hour=since,
            )
        self._label.set_forms(text, *([] if state.closing else [known]), short)
        self.setAccessibleName(text)
        self.show()


class _Said(ElidedLabel):
    """Who it is must stay in sight; what is said beside it goes where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self._forms: tuple[str, ...] = ()

    def set_forms(self, *forms: str) -> None:
        """The sentence, and shorter ones."""
        self._forms = forms
        self._choose()

    def _choose(self) -> None:
        metrics, width = self.fontMetrics(), self.contentsRect().width()
        fitting = next((form for form in self._forms if metrics.horizontalAdvance(form) <= width), "".join(self._forms[-1:]))
        if fitting != self.text():
            self.setText(fitting)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._choose()
        super().resizeEvent(event)
