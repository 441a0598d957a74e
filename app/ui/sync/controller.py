"""Drives the exchange with the server: one run at a time, beside the database's worker, at the pace of `pace`.

While there is no server nothing runs: no timer, no watch, and the service is not even loaded. Whatever the network does, Qt's thread
only receives how it ended.

Thread: Qt's; a change that is committed in a worker is told by a signal.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from app.domain.errors import UserError
from app.domain.text import Text, msg, tr
from app.ui.sync.gentle import gently
from app.ui.sync.pace import Pace
from app.ui.sync.state import SyncView
from app.ui.tasks import FailureHandler, Progress, TaskControl, Tasks
from app.ui.technician.idle import InputWatch

if TYPE_CHECKING:
    from app.services import Services
    from app.services.sync import Progress as Step
    from app.services.sync_round import Round
    from app.services.sync_status import SyncStatus
    from app.ui.sync.network import NetworkWatch

#: After the first screen: what the user does first comes first.
FIRST_AFTER = 1.5
#: Between writes and the reading that shows how many wait.
COUNT_AFTER_MS = 150


class SyncController(QObject):
    """See the module.

    Signals:
        changed: `view` is another one.
        news(rows): that many records that somebody else changed came in.
    """

    changed = Signal()
    news = Signal(int)
    _written = Signal()

    def __init__(
        self, services: Services, tasks: Tasks, *, offline: bool = False, pace: Pace | None = None, parent: QObject | None = None
    ) -> None:
        """`offline`: the program was started without network: nothing is ever asked."""
        super().__init__(parent)
        self._services, self._tasks, self._offline = services, tasks, offline
        if offline:
            services.sync.never = True
        self._elapsed = QElapsedTimer()
        self._elapsed.start()
        self._pace = pace or Pace(lambda: self._elapsed.elapsed() / 1000)
        self._view = SyncView()
        self._cancel: threading.Event | None = None
        self._dirty = self._attached = self._at_once = False
        self._network: NetworkWatch | None = None
        self._timer = self._single_shot(self._run)
        self._count_timer = self._single_shot(self.refresh)
        self._inputs = InputWatch(self._touched, self)
        self._written.connect(self._wrote, Qt.ConnectionType.QueuedConnection)

    def _single_shot(self, then: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer

    @property
    def view(self) -> SyncView:
        """How it stands."""
        return self._view

    @property
    def running(self) -> bool:
        """Whether an exchange is under way."""
        return self._cancel is not None

    @property
    def never(self) -> bool:
        """Whether the program was started without network: nothing is ever asked."""
        return self._offline

    # What the window asks ----------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read how it stands; the first time also begin, where there is a server."""
        services = self._services
        self._tasks.run(lambda: services.shell.sync_status(), self._have, _leave, self, latest="sync.status")

    def connection_changed(self) -> None:
        """The folder was connected just now, or got its access back: exchange at once."""
        self._set(why=None, code_needed=False, next_try=None, phase="unknown")
        self._pace.done()
        self._dirty = False
        self._at_once = True
        self.refresh()

    def now(self) -> None:
        """Exchange now, whatever it waits for."""
        if self._view.connected and not self._offline:
            self._run()

    def cancel(self) -> None:
        """Stop the exchange between two steps; what came through is kept, and it goes on when it is asked for."""
        if self._cancel is not None:
            self._cancel.set()
            self._set(progress=Progress(0, 0, tr("Arrêt en cours…")))
            self._services.sync.interrupt()

    def leave(self, done: Callable[[], object], failed: FailureHandler, owner: QObject) -> None:
        """Leave the server, which takes some seconds at most; `done` once that is so, where `owner` is still there."""
        services, tell = self._services, not self._offline
        self._timer.stop()
        self._set(leaving=True, progress=None)
        if self._cancel is not None:
            self._cancel.set()
            services.sync.interrupt()

        def left(_: object) -> None:
            self.connection_changed()
            if isValid(owner):
                done()

        def stayed(error: UserError) -> None:
            self._set(leaving=False)
            self._plan()
            if isValid(owner):
                failed(error)

        self._tasks.run(lambda: services.sync.disconnect(tell=tell), left, stayed, self, lane="server")

    def shutdown(self) -> None:
        """The program closes: whatever is under way is cut, nothing is begun any more."""
        self._detach()
        if self._cancel is not None:
            self._cancel.set()
        if "sync" in self._services.__dict__:
            self._services.sync.abort()

    # How it stands -----------------------------------------------------------------------------------------------------------------

    def _have(self, status: SyncStatus) -> None:
        phase = self._view.phase
        if not status.connected:
            phase = "local"
        elif self._offline:
            phase = "offline"
            self._set(why=msg("Parclair a été lancé avec --offline\u00a0: le réseau n’est pas utilisé."))
        elif phase in ("unknown", "local"):
            phase = "calm"
        self._set(status=status, phase=phase, leaving=self._view.leaving and status.connected)
        if status.connected and not self._offline:
            self._attach()
        else:
            self._detach()

    def _set(self, **changes: object) -> None:
        view = replace(self._view, **changes)  # type: ignore[arg-type]
        if view != self._view:
            self._view = view
            self.changed.emit()

    def _attach(self) -> None:
        at_once, self._at_once = self._at_once, False
        if not self._attached:
            self._attached = True
            self._watch()
            self._timer.start(0 if at_once else round(FIRST_AFTER * 1000))
        elif at_once:
            self._run()

    def _watch(self) -> None:
        services, written = self._services, self._written.emit

        def prepare() -> None:
            from app.ui.sync.network import fetch_library

            services.sync.watch_writes(written)
            fetch_library()

        self._tasks.run(prepare, self._watch_network, _leave, self, lane="files")
        self._inputs.set_on(True)

    def _watch_network(self, _: object) -> None:
        if self._attached and self._network is None:
            from app.ui.sync.network import NetworkWatch

            self._network = NetworkWatch(self._network_is_back, self)

    def _detach(self) -> None:
        self._timer.stop()
        self._count_timer.stop()
        if self._attached:
            self._attached = False
            self._inputs.set_on(False)
            if "sync" in self._services.__dict__:
                self._services.sync.watch_writes(_nothing)

    # What makes it run -------------------------------------------------------------------------------------------------------------

    def _wrote(self) -> None:
        if not self._attached:
            return
        self._dirty = True
        if not self._count_timer.isActive():
            self._count_timer.start(COUNT_AFTER_MS)
        self._plan()

    def _touched(self) -> None:
        if self._pace.touched():
            self._plan()

    def _network_is_back(self) -> None:
        if self._attached and self._view.phase == "offline":
            self._pace.hasten()
            self._plan()

    def _plan(self) -> None:
        if not self._attached or self.running or self._view.leaving or self._view.phase == "stopped":
            self._timer.stop()
            return
        left = self._pace.left(waiting=self._dirty or self._view.pending > 0)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer if left > 10 else Qt.TimerType.CoarseTimer)
        self._timer.start(round(left * 1000))
        self._set(next_try=self._services.clock.now() + timedelta(seconds=left) if self._pace.failing else None)

    # One exchange ------------------------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        if self.running or self._view.leaving or not self._attached:
            return
        self._timer.stop()
        self._dirty = False
        self._pace.begun()
        cancel = self._cancel = threading.Event()
        services = self._services

        def exchange(control: TaskControl) -> Round:
            most = 0

            def report(step: Step) -> None:
                nonlocal most
                most = max(most, step.waiting)
                control.report(*_words(step, most))

            with gently():
                return services.sync.exchange(report, cancel.is_set)

        if self._view.phase != "offline":
            self._set(phase="exchanging", why=None, code_needed=False)
        self._tasks.run(exchange, self._ended, self._failed, self, lane="server", progress=self._progressed)

    def _progressed(self, progress: Progress) -> None:
        if self._cancel is not None and not self._cancel.is_set():
            self._set(progress=progress)

    def _ended(self, found: Round) -> None:
        self._cancel = None
        if self._view.leaving:
            return
        if not found.status.connected:
            self._set(progress=None)
            self._have(found.status)
            return
        phase, why, decisions = found.ending, found.why, self._view.conflicts
        if phase == "done":
            self._pace.done()
        elif phase == "offline":
            self._pace.failed(found.wait)
        elif phase == "cancelled":
            why = msg(
                "Vous avez interrompu l’échange. Ce qui est arrivé est gardé\u202f; il reprendra là quand vous le demanderez, "
                "ou au prochain démarrage."
            )
        self._rest({"done": "calm", "offline": "offline"}.get(phase, "stopped"), why, found.code_needed, found.status, found.skew)
        if found.report is not None and (found.report.news or found.report.conflicts or found.report.rejected):
            self.news.emit(found.report.news)
        elif found.status.conflicts > decisions:
            self.news.emit(0)  # what was set aside before the exchange was cut off stands otherwise here now

    def _failed(self, error: UserError) -> None:
        # A bug: it was reported, and would be every few minutes if it went on by itself.
        self._cancel = None
        self._rest("stopped", error.text, False, self._view.status, self._view.skew)

    def _rest(self, phase: str, why: Text | None, code_needed: bool, status: SyncStatus | None, skew: float | None) -> None:
        self._set(phase=phase, why=why, code_needed=code_needed, status=status, skew=skew, progress=None, next_try=None)
        self._plan()


def _words(step: Step, most: int) -> tuple[int, int, str]:
    """How far an exchange is: done, of how many, and in words."""
    if step.waiting:
        return most - step.waiting, most, tr("Envoi\u00a0: {done} sur {total}", done=most - step.waiting, total=most)
    if step.head:
        return step.received, step.head, tr("Réception\u00a0: {done} sur {total}", done=step.received, total=step.head)
    return 0, 0, tr("Réception…")


def _nothing() -> None:
    """Nobody waits for writes."""


def _leave(_: UserError) -> None:
    """Read again with the next change; the database's own trouble is told by whoever works with it."""
