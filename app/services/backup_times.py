"""When the next backup is due, in Paris time, whatever the clocks do in spring and autumn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from app.domain.backup_problems import BackupProblem
from app.domain.formatting import PARIS
from app.domain.records import BackupOperation, BackupResult
from app.domain.values.backups import ReportRow, Schedule

#: After a failure the next try comes sooner than the schedule says.
RETRY = timedelta(hours=1)
WEEK = timedelta(days=7)
#: A report dated later than this from now was written under a wrong clock and stops nothing.
_CLOCK_SLACK = timedelta(minutes=5)
#: How a run ends that was sending.
_CUT_OFF = frozenset(
    {
        BackupProblem.INTERRUPTED,
        BackupProblem.CANCELLED,
        BackupProblem.UNREACHABLE,
        BackupProblem.FULL_DISK,
        BackupProblem.NOT_WRITABLE,
        BackupProblem.UNKNOWN,
    }
)


def next_run(schedule: Schedule, reports: Sequence[ReportRow], now: datetime) -> datetime:
    """When a backup should begin: `now` where one is due, also one that was missed while the PC was off or asleep.

    Args:
        reports: this PC's, in any order.
    """
    runs = [row for row in reports if row.operation is BackupOperation.BACKUP and row.started_at <= now + _CLOCK_SLACK]
    last = max(runs, key=lambda row: row.started_at, default=None)
    if last is None:
        return now
    planned = _following(schedule, last.started_at)
    if last.result is BackupResult.FAILED:
        planned = min(planned, last.finished_at + RETRY)
    return max(planned, now)


def waits_for_password(reports: Sequence[ReportRow]) -> bool:
    """Whether the last backup failed for want of the password: another would fail alike until somebody types it."""
    runs = [row for row in reports if row.operation is BackupOperation.BACKUP]
    last = max(runs, key=lambda row: row.finished_at, default=None)
    return last is not None and last.problem is BackupProblem.NO_PASSWORD


def was_cut_off(reports: Sequence[ReportRow]) -> bool:
    """Whether a backup since the last good one may have sent data that no index of the repository knows of."""
    runs = [row for row in reports if row.operation is BackupOperation.BACKUP]
    good = max((row.finished_at for row in runs if row.result is BackupResult.SUCCESS), default=None)
    return any(row.problem in _CUT_OFF for row in runs if good is None or row.finished_at > good)


def verification_due(reports: Sequence[ReportRow], now: datetime) -> bool:
    """Whether the repository was not read back for a week, or the last time without success."""
    checks = [row for row in reports if row.operation is BackupOperation.CHECK and row.finished_at <= now + _CLOCK_SLACK]
    last = max(checks, key=lambda row: row.finished_at, default=None)
    return last is None or last.result is not BackupResult.SUCCESS or now - last.finished_at >= WEEK


def _following(schedule: Schedule, start: datetime) -> datetime:
    """The first planned moment after `start`."""
    if schedule.every_hours:
        return start + timedelta(hours=schedule.every_hours)
    local = start.astimezone(PARIS)
    times: Sequence[time] = sorted(schedule.times) or [time(12, 30)]
    for ahead in range(3):
        day = local.date() + timedelta(days=ahead)
        for moment in times:
            planned = datetime.combine(day, moment, PARIS).astimezone(start.tzinfo)
            if planned > start:
                return planned
    return start + timedelta(days=1)
