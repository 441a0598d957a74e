"""What became of an exchange: who has to do something, and when it is tried again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain.text import msg
from app.services.sync_round import Ending, tell
from app.services.sync_status import SyncStatus
from app.sync import errors
from app.sync.engine import Progress, SyncReport

STATUS = SyncStatus("https://serveur.example", "Pressing", "B", 0, 0, None, True, None)


@pytest.mark.parametrize(
    ("error", "ending", "code_needed", "wait"),
    [
        (errors.RevokedError(), "stopped", True, None),
        (errors.UnknownAccessError(), "stopped", True, None),
        (errors.UpgradeError(), "stopped", False, None),
        (errors.NewerDataError(), "offline", False, None),
        (errors.SlowDownError(90), "offline", False, 90),
        (errors.offline(msg("pas de réponse à temps")), "offline", False, None),
        (errors.not_our_server(), "offline", False, None),
    ],
)
def test_each_failure_says_what_it_takes(error: errors.SyncError, ending: Ending, code_needed: bool, wait: float | None) -> None:
    def exchange(_: Callable[[Progress], None]) -> SyncReport:
        raise error

    found = tell(exchange, lambda: STATUS, lambda: 70.0, lambda _: None, lambda: False)
    assert (found.ending, found.code_needed, found.wait, found.why, found.report) == (ending, code_needed, wait, error.text, None)
    assert (found.skew, found.status) == (70.0, STATUS)


def test_one_that_was_stopped_between_two_steps_or_cut_in_one_did_not_fail() -> None:
    def stepping(step: Callable[[Progress], None]) -> SyncReport:
        step(Progress(1, 2, 0))
        raise AssertionError("it went on")

    def cut(_: Callable[[Progress], None]) -> SyncReport:
        raise errors.offline(msg("la connexion a été coupée"))

    for exchange in (stepping, cut):
        assert tell(exchange, lambda: STATUS, lambda: None, lambda _: None, lambda: True).ending == "cancelled"


def test_one_that_came_through_shows_its_steps_and_has_its_report() -> None:
    steps: list[Progress] = []

    def exchange(step: Callable[[Progress], None]) -> SyncReport:
        step(Progress(1, 2, 0))
        return SyncReport(pulled=2)

    found = tell(exchange, lambda: STATUS, lambda: None, steps.append, lambda: False)
    assert (found.ending, found.report, steps) == ("done", SyncReport(pulled=2), [Progress(1, 2, 0)])
