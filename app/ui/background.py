"""What the window does by itself while it is open: small chores, each in its time, woken by one timer.

The timer is single and coarse, and set to the next chore due, minutes away: an idle window stays idle. A chore that fails is done again
at its next turn; nobody is told, as nobody asked for it. After sleep what was missed is done once.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer

from app.domain.errors import UserError
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.domain.backup_eligibility import ProbeResult
    from app.domain.values.pc import PcDocument
    from app.services import Services

_MINUTE = 60.0
MARK_FIRST, MARK_EVERY = 0.5 * _MINUTE, 5 * _MINUTE
#: Not on the minute: a shop's PCs are switched on together and must not ask the server together.
PROBE_FIRST, PROBE_EVERY, PROBE_JITTER = 2 * _MINUTE, 20 * _MINUTE, 3 * _MINUTE
REFRESH_FIRST, REFRESH_EVERY, REFRESH_JITTER = 3 * _MINUTE, 24 * 60 * _MINUTE, 10 * _MINUTE


@dataclass
class Chore:
    """Something to do now and then. `due` is in seconds of the scheduler's clock."""

    do: Callable[[], object]
    every: float
    jitter: float
    due: float


class Background(QObject):
    """Runs chores, each on Qt's thread: a chore hands its work to the tasks and returns at once.

    Thread: Qt's.
    """

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] | None = None) -> None:
        super().__init__(parent)
        self._chores: list[Chore] = []
        self._elapsed = QElapsedTimer()
        self._elapsed.start()
        self._clock = clock or (lambda: self._elapsed.elapsed() / 1000)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.wake)

    def add(self, do: Callable[[], object], every: float, first: float = 0.0, jitter: float = 0.0) -> None:
        """Do something after `first` seconds and then every `every` seconds, `jitter` seconds sooner or later each time."""
        self._chores.append(Chore(do, every, jitter, self._clock() + first + self._spread(min(jitter, first))))
        self._set_timer()

    def next_due(self) -> float | None:
        """Seconds until the next chore; None without any."""
        return max(0.0, min(chore.due for chore in self._chores) - self._clock()) if self._chores else None

    def wake(self) -> None:
        """Do what is due now. What was missed several times is done once."""
        now = self._clock()
        for chore in self._chores:
            if chore.due <= now:
                chore.due = now + chore.every + self._spread(chore.jitter)
                chore.do()
        self._set_timer()

    @staticmethod
    def _spread(jitter: float) -> float:
        return random.uniform(-jitter, jitter)

    def _set_timer(self) -> None:
        left = self.next_due()
        if left is not None:
            self._timer.start(max(1, round(left * 1000)))


class PcChores(QObject):
    """Keeps what this PC says of itself up to date, and measures its connection.

    Thread: Qt's; the database's worker keeps what the workers beside it asked the system and the network.

    Attributes:
        changed: called when a fact of this PC changed by itself.
    """

    def __init__(self, services: Services, tasks: Tasks, changed: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._tasks, self.changed = services, tasks, changed

    def start(self, background: Background, *, online: bool = True) -> None:
        """Take turns from now on; without network unless `online`."""
        background.add(self.mark, MARK_EVERY, MARK_FIRST)
        if online:
            background.add(self.probe, PROBE_EVERY, PROBE_FIRST, PROBE_JITTER)
        background.add(self.refresh, REFRESH_EVERY, REFRESH_FIRST, REFRESH_JITTER)

    def mark(self) -> None:
        """This PC is on."""
        services = self._services
        self._tasks.run(lambda: services.connection.mark_awake(), None, _leave, self)

    def probe(self) -> None:
        """Ask the server whether it is there, where there is one."""
        services = self._services
        self._tasks.run(lambda: services.connection.target(), self._look, _leave, self)

    def _look(self, target: str | None) -> None:
        services = self._services
        if target is not None:
            self._tasks.run(lambda: services.connection.look(target), self._keep_probe, _leave, self, lane="files")

    def _keep_probe(self, result: ProbeResult) -> None:
        services = self._services
        self._tasks.run(lambda: services.connection.keep(result), None, _leave, self)

    def refresh(self) -> None:
        """Read this PC again, once it was added."""
        services = self._services
        self._tasks.run(lambda: services.this_pc.equipment_id() is not None, self._read, _leave, self)

    def _read(self, added: bool) -> None:
        services = self._services
        if added:
            self._tasks.run(lambda: services.this_pc.read(), self._keep_facts, _leave, self, lane="files")

    def _keep_facts(self, document: PcDocument) -> None:
        services = self._services
        self._tasks.run(lambda: services.this_pc.keep(document), self._kept, _leave, self)

    def _kept(self, changed: bool) -> None:
        if changed:
            self.changed()


def _leave(_: UserError) -> None:
    """The chore comes round again; what it could not write is no loss to anybody."""
