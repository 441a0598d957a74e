"""The state of a licence, told from reports alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.backup_eligibility import Spell
from app.domain.backup_problems import BackupProblem, known_problem, next_step, problem_label
from app.domain.backup_state import BackupFact, BackupState, Hours, last_in_use, reported_state, state_label, state_of
from app.domain.records import BackupOperation, BackupResult

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)  # a Monday


def run(hours_ago: float, result: str = "success", operation: str = "backup") -> BackupFact:
    return BackupFact(BackupOperation(operation), BackupResult(result), NOW - timedelta(hours=hours_ago))


def spell(from_hours: float, to_hours: float) -> Spell:
    return Spell(NOW - timedelta(hours=from_hours), NOW - timedelta(hours=to_hours))


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ([], "never"),
        ([run(1, operation="check"), run(2, operation="restore")], "never"),
        ([run(1, "cancelled")], "never"),
        ([run(1)], "good"),
        ([run(26)], "good"),
        ([run(26.01)], "late"),
        ([run(72)], "late"),
        ([run(72.01)], "critical"),
        ([run(1, "failed")], "failed"),
        ([run(80, "failed"), run(1, "failed")], "critical"),
        ([run(5), run(1, "failed")], "failed"),
        ([run(40), run(1, "failed")], "failed"),
        ([run(73), run(1, "failed")], "critical"),
        ([run(5), run(1, "cancelled")], "good"),
        ([run(5, "failed"), run(1)], "good"),
        ([run(5), run(1, "failed", "check")], "good"),
        ([run(1), run(3, "failed")], "good"),
    ],
)
def test_the_table_of_states(facts: list[BackupFact], state: str) -> None:
    explained = reported_state(facts, NOW)
    assert explained.value is BackupState(state)
    assert explained.why.steps and str(explained.why.rule)


def test_a_repository_found_damaged_is_failed_until_it_is_found_sound() -> None:
    def check(hours_ago: float, result: str, damaged: bool = False) -> BackupFact:
        return BackupFact(BackupOperation.CHECK, BackupResult(result), NOW - timedelta(hours=hours_ago), damaged)

    damaged = check(5, "failed", damaged=True)
    assert reported_state([run(1), damaged], NOW).value is BackupState.FAILED
    assert reported_state([run(30), damaged], NOW).value is BackupState.FAILED
    assert reported_state([run(80), damaged], NOW).value is BackupState.CRITICAL
    assert reported_state([run(1), damaged, check(2, "failed"), check(1, "cancelled")], NOW).value is BackupState.FAILED  # could not tell
    assert reported_state([run(1), damaged, check(2, "success")], NOW).value is BackupState.GOOD
    assert reported_state([damaged], NOW).value is BackupState.NEVER


def test_the_offers_own_hours_decide() -> None:
    assert reported_state([run(5)], NOW, Hours(good=4, late=6)).value is BackupState.LATE
    assert reported_state([run(7)], NOW, Hours(good=4, late=6)).value is BackupState.CRITICAL


def test_a_week_end_switched_off_makes_nothing_late() -> None:
    friday, saved = spell(72, 63), run(64)
    assert reported_state([saved], NOW, None, [friday, spell(0.5, 0)]).value is BackupState.GOOD
    assert reported_state([saved], NOW, None, [friday, spell(2, 0)]).value is BackupState.LATE  # it had its time to catch up
    assert reported_state([saved], NOW).value is BackupState.LATE  # another PC, of which nothing is known


def test_a_pc_that_is_on_without_the_window_counts_as_in_use() -> None:
    assert last_in_use(NOW, [spell(72, 63)]) == NOW
    assert last_in_use(NOW, []) == NOW
    assert last_in_use(NOW, [spell(1, 0)]) == NOW  # nothing is known of before


def test_a_success_after_waking_is_good_at_once() -> None:
    spells = [spell(72, 63), spell(0.5, 0)]
    assert reported_state([run(100), run(0.1)], NOW, None, spells).value is BackupState.GOOD
    assert reported_state([run(64), run(0.1, "failed")], NOW, None, spells).value is BackupState.FAILED


def test_the_option_and_its_conditions_come_first() -> None:
    reported = reported_state([run(1)], NOW)
    assert state_of(reported, subscribed=False, eligible=True).value is BackupState.NOT_SUBSCRIBED
    assert state_of(reported, subscribed=True, eligible=False).value is BackupState.NOT_ELIGIBLE
    assert state_of(reported, subscribed=True, eligible=None).value is BackupState.GOOD
    assert state_of(reported, subscribed=True, eligible=True).value is BackupState.GOOD


def test_every_state_and_problem_has_its_words() -> None:
    assert all(str(state_label(state)) for state in BackupState)
    for problem in BackupProblem:
        assert str(problem_label(problem)) and str(next_step(problem)).endswith(".")
        assert known_problem(problem.value) is problem
    assert known_problem("") is None and known_problem("of a later version") is None
