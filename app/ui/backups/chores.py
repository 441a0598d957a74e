"""Backups by the clock while the window is open: a look every few minutes whether one is due, was missed, or whether one went wrong.

After sleep the next look finds what was missed. Nobody is asked anything: a failure is told in the window, and by the system where the
window is not in front.

Thread: Qt's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from app.domain.backup_problems import BackupProblem, next_step, problem_label
from app.domain.backup_state import BackupState, state_label
from app.domain.errors import UserError
from app.domain.records import BackupOperation, BackupResult
from app.domain.text import Text, tr, trn
from app.ui.background import Background
from app.ui.backups.notification import SystemNotification
from app.ui.backups.runs import RunEnd, runs_of
from app.ui.screen import Route
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services import Services

_MINUTE = 60.0
#: Later than the first screens and what is warmed up behind them.
CHECK_FIRST, CHECK_EVERY = 1.5 * _MINUTE, 5 * _MINUTE
_BAD = (BackupState.LATE, BackupState.FAILED, BackupState.CRITICAL)


@dataclass(frozen=True)
class Look:
    """What a look found.

    Attributes:
        collected: how many reports that waited were taken over.
        due: a backup should begin now.
        bad: machines whose backups are late, failed or critical, with their names.
        damaged_at: when a verification found this PC's repository damaged; None where it is sound.
    """

    collected: int
    due: bool
    bad: tuple[tuple[UUID, str, BackupState], ...]
    damaged_at: datetime | None = None


class BackupChores(QObject):
    """See the module.

    Attributes:
        notification: what the system shows.
    """

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        changed: Callable[[], object],
        tell: Callable[[str], object],
        go: Callable[[Route], object],
        parent: QObject | None = None,
    ) -> None:
        """`changed`: something counted changed. `tell`: a short message in the window. `go`: the window in front, on a screen."""
        super().__init__(parent)
        self._services, self._tasks, self._changed, self._tell = services, tasks, changed, tell
        self.notification = SystemNotification(lambda: go(Route("backups")), self)
        self._runs = runs_of(services, tasks)
        self._runs.ended.connect(self._ended)
        self._told: dict[UUID, BackupState] = {}
        self._told_problem: str | None = None
        self._told_damage: datetime | None = None

    def start(self, background: Background) -> None:
        """Take turns from now on."""
        background.add(self.check, CHECK_EVERY, CHECK_FIRST)

    def check(self) -> None:
        """Look whether something is due or went wrong."""
        services, busy = self._services, self._runs.operation is not None
        self._tasks.run(lambda: _look(services, busy=busy), self._looked, _leave, self)

    def _looked(self, found: Look) -> None:
        news = [each for each in found.bad if self._told.get(each[0]) is not each[2]]
        self._told = {machine: state for machine, _, state in found.bad}
        damaged, self._told_damage = found.damaged_at not in (None, self._told_damage), found.damaged_at
        if found.collected or news or damaged:
            self._changed()
        if damaged:
            text = tr("La vérification a trouvé le dépôt abîmé. {step}", step=next_step(BackupProblem.DAMAGED))
            self._tell(text)
            self.notification.show(tr("Dépôt de sauvegarde abîmé"), text)
        if found.due and self._runs.back_up(quiet=True):
            return  # what is late may be made good by it: told after it, if it is not
        if news:
            _, name, state = news[0]
            others = trn(" et {n} autre", " et {n} autres", len(news) - 1) if len(news) > 1 else ""
            self.notification.show(
                tr("Sauvegardes à surveiller"), tr("{name}\u00a0: {state}{others}", name=name, state=state_label(state), others=others)
            )

    def _ended(self, end: RunEnd) -> None:
        if not end.quiet:
            if end.report is not None and end.report.operation is BackupOperation.CHECK:
                self._told_damage = end.report.finished_at  # whoever asked for it was told by the screen
            return
        self._changed()
        report = end.report
        if report is None or report.operation is not BackupOperation.BACKUP or report.result is BackupResult.CANCELLED:
            return
        if report.result is BackupResult.SUCCESS:
            self._told_problem = None
            return
        problem = report.problem.value if report.problem is not None else ""
        if problem == self._told_problem:
            return  # it is tried again every hour; the home screen goes on saying it
        self._told_problem = problem
        why: Text | str = problem_label(report.problem) if report.problem is not None else report.message
        text = tr("La sauvegarde prévue a échoué\u00a0: {why}", why=why)
        self._tell(text)
        self.notification.show(tr("Sauvegarde en échec"), text)


def _look(services: Services, *, busy: bool) -> Look:
    collected = services.backups.collect()
    overview = services.backups.overview()
    mine = overview.this_pc_state
    damage = mine.damage if mine is not None and overview.plan is not None else None
    bad = tuple(
        (one.equipment_id, one.designation, one.state)
        for one in overview.licences
        # A damaged repository is told by itself.
        if one.equipment_id is not None and one.state in _BAD and not (one.this_pc and damage is not None)
    )
    due = not busy and services.backups.due(services.clock.now())
    return Look(collected, due, bad, damage.finished_at if damage is not None else None)


def _leave(_: UserError) -> None:
    """It comes round again; the screen tells what it finds."""
