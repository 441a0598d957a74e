"""Keeps the window in step with the technician's session: the banner, the 30 minutes, what is told and asked at the end.

One single-shot timer, set for the moment at which the session would end. Keys and clicks only move a figure; the timer looks at it when
it fires and starts anew for what is left: an idle window is woken once in 30 minutes.

Thread: Qt's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QDialog, QWidget

from app.domain.text import tr
from app.services.technicians import IDLE
from app.ui.screen import ScreenContext
from app.ui.support.words import clock_time
from app.ui.technician.banner import TechnicianBanner
from app.ui.technician.idle import InputWatch

if TYPE_CHECKING:
    from app.domain.values.support import RequestRow
    from app.domain.values.technician import EndedSession, SessionState
    from app.services import Services

#: The service is told no more often that somebody is there.
_TOLD_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class _Seen:
    """The session as it stands, and one that ended just now."""

    current: SessionState | None
    ended: EndedSession | None


class TechnicianSessionHost(QObject):
    """See the module.

    Attributes:
        banner: the line across the top of `window`.
        timer: fires when the session would end.
        dialog: the dialog it opened.
    """

    def __init__(self, context: ScreenContext, window: QWidget, top: QBoxLayout, warn: Callable[[str], object]) -> None:
        """`top` is the layout whose first line the banner becomes; `warn` tells what nobody may have been there to see."""
        super().__init__(window)
        self._context, self._window, self._warn = context, window, warn
        self._state: SessionState | None = None
        self._last_input = self._told_at = self._now()
        self.dialog: QDialog | None = None
        self.banner = TechnicianBanner(context)
        top.insertWidget(0, self.banner)
        self.banner.card_asked.connect(lambda: self.open_card())
        self.banner.end_asked.connect(self.end)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self.timer.timeout.connect(self._time_is_over)
        self._watch = InputWatch(self._input, self)

    @property
    def state(self) -> SessionState | None:
        """The session that runs, as it was last read."""
        return self._state

    def refresh(self) -> None:
        """Look at the session: something was done, or its time is over."""
        services = self._context.services
        self._context.tasks.run(lambda: _look(services), self._show, self._context.report_error, self)

    def end(self) -> None:
        """End the session now."""
        services = self._context.services
        self._context.tasks.run(lambda: _end(services), self._show, self._failed, self)

    def open_card(self, equipment_id: UUID | None = None) -> None:
        """The card of a machine; without one, of the session's request, or else of this PC."""
        from app.ui.technician.card import TechnicianCardDialog

        request = self._state.request_id if self._state is not None and equipment_id is None else None
        if self.dialog is None:
            self._open(TechnicianCardDialog(self._context, self._window, equipment_id=equipment_id, request_id=request))

    # What was read -----------------------------------------------------------------------------------------------------------------

    def _show(self, seen: _Seen) -> None:
        began = seen.current is not None and (self._state is None or self._state.id != seen.current.id)
        self._state = seen.current
        self.banner.show_session(seen.current)
        self._watch.set_on(seen.current is not None)
        if seen.current is None:
            self.timer.stop()
        else:
            if began:
                self._last_input = self._told_at = self._now()
            self._set_timer()
        if seen.ended is not None:
            self._tell(seen.ended)

    def _failed(self, error: object) -> None:
        from app.domain.errors import UserError

        if isinstance(error, UserError):
            self._context.report_error(error)
        self.refresh()

    def _tell(self, ended: EndedSession) -> None:
        name, hour = ended.technician, clock_time(ended.ended_at)
        if ended.reason == "idle":
            self._warn(tr("La session de {name} s’est terminée à {hour}, après 30 minutes sans activité.", name=name, hour=hour))
        elif ended.reason == "restart":
            self._warn(
                tr(
                    "La session de {name} était restée ouverte\u00a0: elle est terminée, à la dernière activité ({moment}).",
                    name=name,
                    moment=ended.ended_at,
                )
            )
        elif ended.reason == "intervention":
            self._context.notify(tr("Intervention terminée\u00a0: session de {name} fermée", name=name))
        else:
            self._context.notify(tr("Session de {name} terminée", name=name))
        if ended.rate is not None:
            self._ask_rating(ended.rate)

    def _ask_rating(self, row: RequestRow) -> None:
        # Whoever solved the request may have asked meanwhile: the answer comes after theirs.
        services = self._context.services
        self._context.tasks.run(
            lambda: services.support.detail(row.id).can_rate, lambda wanted: self._open_rating(row) if wanted else None, owner=self
        )

    def _open_rating(self, row: RequestRow) -> None:
        from app.ui.support.rating import RatingDialog

        if not any(dialog.isVisible() for dialog in self._window.findChildren(RatingDialog)):
            dialog = RatingDialog(self._context, row, self._window, self._context.data_changed, offered=True, technician=row.technician)
            self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    # Time --------------------------------------------------------------------------------------------------------------------------

    def _now(self) -> datetime:
        return self._context.services.clock.now()

    def _ends_at(self, state: SessionState) -> datetime:
        return state.ends_at if state.closing else max(state.ends_at, self._last_input + IDLE)

    def _set_timer(self) -> None:
        if self._state is not None:
            left = self._ends_at(self._state) - self._now()
            self.timer.start(max(1000, int(left / timedelta(milliseconds=1)) + 1))

    def _time_is_over(self) -> None:
        if self._state is None:
            return
        if self._now() < self._ends_at(self._state):
            self._set_timer()
        else:
            self.refresh()

    def _input(self) -> None:
        state, now = self._state, self._now()
        if state is None or state.closing:
            return
        if now >= self._ends_at(state):
            # The computer slept: whoever wakes it is not the technician.
            self._time_is_over()
            return
        self._last_input = now
        if now - self._told_at >= _TOLD_EVERY:
            self._told_at = now
            services = self._context.services
            self._context.tasks.run(services.technicians.touch, owner=self)


def _look(services: Services) -> _Seen:
    """Thread: the worker's."""
    ended = services.technicians.expire()
    return _Seen(services.technicians.current(), ended)


def _end(services: Services) -> _Seen:
    """Thread: the worker's."""
    ended = services.technicians.finish()
    return _Seen(None, ended)
