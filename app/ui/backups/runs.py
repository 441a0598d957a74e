"""The run under way on this PC: begun by the screen or by the clock, seen by both, whatever screen is shown meanwhile.

restic works in a worker for files; before it the database's worker tells what to do, after it the same worker takes over the report. The
database is never held while restic runs. A run that was asked to stop still ends with a report.

Thread: Qt's, but where noted.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.domain.errors import UserError
from app.domain.records import BackupOperation, BackupResult
from app.ui.tasks import TaskControl, Tasks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.values.backups import BackupProgress, ReportRow, RestoreOutcome
    from app.domain.values.pc import PcDocument
    from app.services import Services
    from app.services.backup_jobs import Job, Watch

#: Seconds between two looks at the progress: nobody reads faster, and the window has better to do.
SHOWN_EVERY = 0.2
#: The time left is told from the pace of the last seconds, once there were enough of them.
PACE_OVER, PACE_AFTER = 30.0, 3.0


@dataclass(frozen=True)
class RunEnd:
    """How a run ended.

    Attributes:
        report: what it said of itself; None where it was refused before it began.
        error: why it was refused.
        quiet: nobody asked for it: the clock did.
        folder: where a restore put its files.
        files: how many it put there.
    """

    operation: BackupOperation
    report: ReportRow | None = None
    error: UserError | None = None
    quiet: bool = False
    folder: str = ""
    files: int = 0

    @property
    def ok(self) -> bool:
        """It did what it was to do."""
        return self.report is not None and self.report.result is BackupResult.SUCCESS


class Pace:
    """How long work will still take, told from how fast it went lately."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def left(self, now: float, done: int, total: int) -> float | None:
        """Seconds left; None while that cannot be told.

        Args:
            now: seconds of any clock that only goes forward.
        """
        if self._seen and done < self._seen[-1][1]:
            self._seen.clear()  # another stage began
        self._seen.append((now, done))
        while now - self._seen[0][0] > PACE_OVER and len(self._seen) > 2:
            self._seen.popleft()
        took, did = now - self._seen[0][0], done - self._seen[0][1]
        if total <= 0 or done >= total or took < PACE_AFTER or did <= 0:
            return None
        return (total - done) * took / did


class _Control:
    """What a run asks: whether the user gave up, or the program ends. Thread: the run's."""

    def __init__(self, task: TaskControl, stop: threading.Event) -> None:
        self._task, self._stop = task, stop

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set() or self._task.cancelled

    def report(self, done: int, total: int = 0, text: str = "") -> None:
        """The progress goes another way, with its files."""


class BackupRuns(QObject):
    """See the module. One for each runner of tasks: `runs_of`.

    Signals:
        changed: something began, went on or ended.
        ended(RunEnd): a run ended, and its report is in the database.
    """

    changed = Signal()
    ended = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._operation: BackupOperation | None = None
        self._quiet = False
        self._work: Any = None
        self._stop = threading.Event()
        self._newest: BackupProgress | None = None
        self._shown_at = 0.0
        self._pace = Pace()
        self.progress: BackupProgress | None = None
        self.seconds_left: float | None = None

    # What goes on ------------------------------------------------------------------------------------------------------------------

    @property
    def operation(self) -> BackupOperation | None:
        """What is under way; None for nothing."""
        return self._operation

    @property
    def stopping(self) -> bool:
        """It was asked to stop, and has not ended yet."""
        return self._operation is not None and self._stop.is_set()

    @property
    def quiet(self) -> bool:
        """The run under way was begun by the clock."""
        return self._quiet

    def stop(self) -> None:
        """Give up what is under way: it ends within moments, with a report."""
        if self._operation is not None and not self._stop.is_set():
            self._stop.set()
            self.changed.emit()

    # Beginning ---------------------------------------------------------------------------------------------------------------------

    def back_up(self, *, quiet: bool = False) -> bool:
        """Back up now; False where something is under way already."""

        def work(job: Job, watch: Watch) -> ReportRow:
            from app.services.backup_jobs import backup

            return backup(job, watch)

        return self._begin(BackupOperation.BACKUP, work, quiet=quiet)

    def verify(self) -> bool:
        """Check the repository now; False where something is under way already."""

        def work(job: Job, watch: Watch) -> ReportRow:
            from app.services.backup_jobs import verify

            return verify(job, watch)

        return self._begin(BackupOperation.CHECK, work)

    def restore(self, snapshot: str, paths: Sequence[str], target: Path) -> bool:
        """Restore `paths` of a backup (all, where there are none) below `target`; False where something is under way already."""

        def work(job: Job, watch: Watch) -> RestoreOutcome:
            from app.services.backup_restores import restore

            return restore(job, snapshot, paths, target, watch)

        return self._begin(BackupOperation.RESTORE, work)

    def _begin(self, operation: BackupOperation, work: Any, *, quiet: bool = False) -> bool:
        if self._operation is not None:
            return False
        self._operation, self._work, self._quiet = operation, work, quiet
        self._stop, self._pace = threading.Event(), Pace()
        self._newest = self.progress = self.seconds_left = None
        self.changed.emit()
        services = self._services

        def prepare() -> Job | None:
            # A PC that is not in the equipment yet is asked what it is by a worker for files: that takes seconds.
            return services.backups.prepare() if services.this_pc.equipment_id() is not None else None

        self._tasks.run(prepare, self._prepared, self._refused, self)
        return True

    def _prepared(self, job: Job | None) -> None:
        services = self._services
        if job is None:
            self._tasks.run(lambda: services.this_pc.read(), self._pc_read, self._refused, self, lane="files")
            return
        stop, work = self._stop, self._work

        def run(task: TaskControl) -> ReportRow | RestoreOutcome:
            from app.services.backup_jobs import Watch

            result: ReportRow | RestoreOutcome = work(job, Watch(lambda progress: self._note(progress, task), _Control(task, stop)))
            return result

        self._tasks.run(run, self._worked, self._refused, self, lane="files", progress=self._progressed)

    def _pc_read(self, document: PcDocument) -> None:
        services = self._services

        def add() -> Job:
            services.this_pc.add(document)
            return services.backups.prepare()

        self._tasks.run(add, self._prepared, self._refused, self)

    # Going on ----------------------------------------------------------------------------------------------------------------------

    def _note(self, progress: BackupProgress, task: TaskControl) -> None:
        """Thread: the run's."""
        before, self._newest = self._newest, progress
        now = time.monotonic()
        if before is None or str(before.stage) != str(progress.stage) or now - self._shown_at >= SHOWN_EVERY:
            self._shown_at = now
            task.report(0)

    def _progressed(self, _: object) -> None:
        progress = self._newest
        if progress is None or self._operation is None:
            return
        self.progress = progress
        self.seconds_left = self._pace.left(time.monotonic(), progress.done_bytes, progress.total_bytes)
        self.changed.emit()

    # Ending ------------------------------------------------------------------------------------------------------------------------

    def _worked(self, result: ReportRow | RestoreOutcome) -> None:
        services = self._services
        # The report is safe beside the database: one that cannot be written now takes it over later.
        self._tasks.run(lambda: services.backups.collect(), lambda _: self._end(result), lambda _: self._end(result), self)

    def _end(self, result: ReportRow | RestoreOutcome) -> None:
        from app.domain.values.backups import RestoreOutcome

        operation, quiet = self._operation, self._quiet
        assert operation is not None
        if isinstance(result, RestoreOutcome):
            self._finish(RunEnd(operation, result.report, quiet=quiet, folder=result.folder, files=result.files))
        else:
            self._finish(RunEnd(operation, result, quiet=quiet))

    def _refused(self, error: UserError) -> None:
        if self._operation is not None:
            self._finish(RunEnd(self._operation, error=error, quiet=self._quiet))

    def _finish(self, end: RunEnd) -> None:
        self._operation = self._work = self.progress = self._newest = self.seconds_left = None
        self._quiet = False
        self.changed.emit()
        self.ended.emit(end)


def runs_of(services: Services, tasks: Tasks) -> BackupRuns:
    """The runs that belong to a runner of tasks: the same for every screen and every window."""
    return existing_runs(tasks) or BackupRuns(services, tasks, tasks if isinstance(tasks, QObject) else None)


def existing_runs(tasks: object) -> BackupRuns | None:
    """Those runs if anybody asked for them before."""
    if not isinstance(tasks, QObject):
        return None
    return next((child for child in tasks.children() if isinstance(child, BackupRuns)), None)
