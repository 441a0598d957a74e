"""When backups are due."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from uuid import uuid4

from app.domain.backup_problems import BackupProblem
from app.domain.formatting import PARIS
from app.domain.records import BackupOperation, BackupResult
from app.domain.values.backups import ReportRow, Schedule
from app.services.backup_times import next_run, verification_due, waits_for_password, was_cut_off

TWICE = Schedule((time(12, 30), time(19, 0)))


def paris(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=PARIS).astimezone(UTC)


def report(start: datetime, result: BackupResult = BackupResult.SUCCESS, operation: BackupOperation = BackupOperation.BACKUP) -> ReportRow:
    return ReportRow(uuid4(), uuid4(), "", operation, result, None, "", start, start + timedelta(minutes=5))


def test_the_first_one_is_due_at_once() -> None:
    assert next_run(TWICE, [], paris(23, 8)) == paris(23, 8)


def test_the_next_planned_time() -> None:
    assert next_run(TWICE, [report(paris(22, 19, 1))], paris(23, 8)) == paris(23, 12, 30)
    assert next_run(TWICE, [report(paris(23, 12, 31))], paris(23, 13)) == paris(23, 19)
    assert next_run(TWICE, [report(paris(23, 19, 0))], paris(23, 20)) == paris(24, 12, 30)


def test_a_pc_that_slept_catches_up() -> None:
    assert next_run(TWICE, [report(paris(20, 12, 31))], paris(23, 8)) == paris(23, 8)


def test_every_few_hours() -> None:
    every = Schedule((), every_hours=4)
    assert next_run(every, [report(paris(23, 8))], paris(23, 9)) == paris(23, 12)
    assert next_run(every, [report(paris(22, 8))], paris(23, 9)) == paris(23, 9)


def test_a_failure_is_tried_again_within_the_hour_and_a_stopped_run_is_not() -> None:
    failed = report(paris(23, 12, 30), BackupResult.FAILED)
    assert next_run(TWICE, [failed], paris(23, 12, 40)) == paris(23, 13, 35)
    assert next_run(TWICE, [replace(failed, result=BackupResult.CANCELLED)], paris(23, 12, 40)) == paris(23, 19)


def test_a_report_from_the_future_stops_nothing() -> None:
    assert next_run(TWICE, [report(paris(30, 12))], paris(23, 8)) == paris(23, 8)


def test_the_days_when_the_clocks_change() -> None:
    night = Schedule((time(2, 30),))
    for month, day in ((3, 29), (10, 25)):
        first = next_run(night, [report(paris(day - 1, 12, 0, month))], paris(day - 1, 13, 0, month))
        second = next_run(night, [report(first)], first + timedelta(minutes=1))
        assert timedelta(hours=22) < second - first < timedelta(hours=26)


def test_a_verification_a_week() -> None:
    check = report(paris(16, 8), operation=BackupOperation.CHECK)
    assert verification_due([], paris(23, 8))
    assert not verification_due([check], paris(22, 8))
    assert verification_due([check], paris(23, 9))
    assert verification_due([replace(check, result=BackupResult.FAILED)], paris(17, 8))


def failure(start: datetime, problem: BackupProblem) -> ReportRow:
    return replace(report(start, BackupResult.FAILED), problem=problem)


def test_a_run_that_was_cut_off_is_resumed_until_one_succeeds() -> None:
    cut, locked = failure(paris(22, 9), BackupProblem.INTERRUPTED), failure(paris(22, 10), BackupProblem.LOCKED)
    assert not was_cut_off([]) and not was_cut_off([locked])
    assert was_cut_off([cut, locked]) and was_cut_off([report(paris(22, 8)), cut])
    assert not was_cut_off([cut, report(paris(22, 11))])


def test_planned_runs_wait_after_the_last_one_lacked_the_password() -> None:
    lacking = failure(paris(22, 9), BackupProblem.NO_PASSWORD)
    assert waits_for_password([report(paris(22, 8)), lacking])
    assert not waits_for_password([]) and not waits_for_password([lacking, report(paris(22, 10))])
