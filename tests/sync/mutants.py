"""Faults that could be in the exchange, one at a time, and the test that has to see each: tests that catch nothing prove nothing."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.server.sync import merging, pushing, writing
from app.server.sync.merging import Author, Merged, Stored
from app.server.sync.writing import Numbers
from app.server.tables import organisation
from app.store import sync_apply, sync_outbox
from app.store import sync_state as states
from app.sync import requests
from app.sync.acknowledging import Acknowledgement
from app.sync.engine import KEPT, Engine
from app.sync.errors import TooLargeError, not_our_server
from app.sync.wire import Mutation, Push, Pushed, Result

Patch = pytest.MonkeyPatch
_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Mutant:
    """A fault. `caught_by`: the test, as pytest names it below `tests/sync`."""

    put: Callable[[Patch], None]
    caught_by: str


def _everywhere(patch: Patch, old: object, new: object) -> None:
    """Put `new` wherever a module of ours holds `old`."""
    for module in [one for name, one in sys.modules.items() if name.startswith(("app.", "tests."))]:
        for name in [name for name, value in vars(module).items() if value is old]:
            patch.setattr(module, name, new)


def _sequence_without_lock(patch: Patch) -> None:
    """Numbers come from a sequence: taken in a transaction of their own."""
    from sqlalchemy import update

    def take(connection: Any, organisation_id: str, count: int) -> Numbers:
        with connection.engine.begin() as other:
            c = organisation.c
            statement = update(organisation).where(c.id == organisation_id).values(head=c.head + count).returning(c.head, c.epoch)
            found = other.execute(statement).one()
        return Numbers(found.head - count, found.epoch)

    _everywhere(patch, writing.take_numbers, take)


def _cursor_outside(patch: Patch) -> None:
    """The cursor is kept before the rows are."""
    apply = Engine._apply

    def outside(self: Engine, state: Any, last: Any) -> None:
        with self._store.writing() as unit:
            states.write(unit.session.connection(), cursor=last.next)
        apply(self, state, last)

    patch.setattr(Engine, "_apply", outside)


def _no_deduplication(patch: Patch) -> None:
    def take(connection: Any, organisation_id: str, device_id: str, author: Author, sent: Push, now: str) -> Pushed:
        numbers = writing.take_numbers(connection, organisation_id, len(sent.mutations))
        return Pushed(last_n=0, results=writing.write(connection, organisation_id, author, sent.mutations, numbers, now))

    _everywhere(patch, pushing.take, take)


def _acknowledged_when_sent(patch: Patch) -> None:
    """A mutation leaves the outbox when it is sent, not when its acknowledgement is stored."""
    push = Engine._push

    def early(self: Engine) -> Any:
        send = self._transport.push

        def forget_first(body: bytes) -> bytes:
            with self._store.writing() as unit:
                for one in json.loads(body)["mutations"]:
                    unit.session.connection().exec_driver_sql("DELETE FROM outbox WHERE n = ?", (one["n"],))
            return send(body)

        self._transport.push = forget_first  # type: ignore[method-assign]
        try:
            return push(self)
        finally:
            self._transport.push = send  # type: ignore[method-assign]

    patch.setattr(Engine, "_push", early)


def _acknowledged_in_two_transactions(patch: Patch) -> None:
    """The outbox is emptied in a transaction before the one that stores what became of it."""
    acknowledged = Engine._acknowledged

    def early(self: Engine, sent: Any, answer: Any) -> None:
        with self._store.writing() as unit:
            sync_outbox.acknowledge(unit.session.connection(), [(one.n, one.seq) for one in answer.results], self._moment())
        acknowledged(self, sent, answer)

    patch.setattr(Engine, "_acknowledged", early)


def _no_rebase(patch: Patch) -> None:
    patch.setattr(sync_apply, "with_pending", lambda data, deleted_at, _: (data, deleted_at))


def _no_settle(patch: Patch) -> None:
    patch.setattr(sync_apply, "settle", lambda *_: None)


def _no_conflict_check(patch: Patch) -> None:
    patch.setattr(merging, "late", lambda *_: False)


def _base_ignored(patch: Patch) -> None:
    def late(stored: Stored, name: str, _: Mutation, author: Author) -> bool:
        return stored.marks.get(name, (stored.first_seq, stored.first_author))[1] != author.id

    patch.setattr(merging, "late", late)


def _author_ignored(patch: Patch) -> None:
    def late(stored: Stored, name: str, change: Mutation, _: Author) -> bool:
        return change.base is None or stored.marks.get(name, (stored.first_seq, ""))[0] > change.base

    patch.setattr(merging, "late", late)


def _deletion_wins(patch: Patch) -> None:
    def delete(stored: Stored | None, change: Mutation, author: Author, moment: Any) -> Merged:
        if stored is None or stored.deleted:
            return Merged("ok", stored)
        return Merged("ok", merging._changed(stored, author, change, moment, deleted=True))

    patch.setattr(merging, "_delete", delete)


def _digest_ignored(patch: Patch) -> None:
    class Agrees(dict[str, tuple[int, int]]):
        __hash__ = None

        def __eq__(self, _: object) -> bool:
            return True

    patch.setattr(sync_apply, "digest", lambda _: Agrees())


def _groups_ignored(patch: Patch) -> None:
    def one_by_one(changes: Iterable[Mutation], **_: object) -> Iterator[tuple[str, list[Mutation]]]:
        return ((change.tx, [change]) for change in changes)

    patch.setattr(writing, "groupby", one_by_one)


def _refusal_stops_the_outbox(patch: Patch) -> None:
    take = Acknowledgement.take

    def stop(self: Acknowledgement, sent: Any, results: Any) -> None:
        passed = next((place for place, one in enumerate(results) if one.status == "rejected"), len(results))
        take(self, sent[:passed], results[:passed])

    patch.setattr(Acknowledgement, "take", stop)


def _fork_unnoticed(patch: Patch) -> None:
    patch.setattr(pushing, "_repeated", lambda _, mutation: Result(n=mutation.n, status="ok", seq=0))


def _nothing_offered_again(patch: Patch) -> None:
    patch.setattr(sync_outbox, "take_back", lambda _, __, head: ([], head))


def _resync_keeps_all(patch: Patch) -> None:
    patch.setattr(sync_apply, "hide_missing", lambda *_: 0)


def _unknown_fields_dropped(patch: Patch) -> None:
    from app.domain.synced import SYNCED

    merge = merging.merge

    def narrow(stored: Stored | None, change: Mutation, author: Author, moment: Any) -> Merged:
        values = {name: value for name, value in change.set.items() if name in SYNCED[change.type].fields}
        return merge(stored, msgspec.structs.replace(change, set=values), author, moment)

    patch.setattr(writing, "merge", narrow)


def _too_large_stops_the_outbox(patch: Patch) -> None:
    def stop(self: Engine, sent: Any) -> None:
        raise TooLargeError(not_our_server().text)

    patch.setattr(Engine, "_refuse", stop)


def _groups_cut_by_size(patch: Patch) -> None:
    patch.setattr(requests, "_group", lambda _: 1)
    patch.setattr(requests, "_whole_groups", lambda _, count: count)


def _refused_number_acknowledged(patch: Patch) -> None:
    """A mutation that the server never saw counts as the last one that it acknowledged."""
    refuse = Engine._refuse

    def acknowledged(self: Engine, sent: Any) -> None:
        refuse(self, sent)
        with self._store.writing() as unit:
            states.write(unit.session.connection(), acknowledged=sent[-1].n)

    patch.setattr(Engine, "_refuse", acknowledged)


def _own_clock_forgets(patch: Patch) -> None:
    """What was sent is let go of by the computer's own clock."""
    finished = Engine._finished

    def forgetful(self: Engine) -> Any:
        with self._store.writing() as unit:
            sync_outbox.forget(unit.session.connection(), (self._now() - KEPT).isoformat())
        return finished(self)

    patch.setattr(Engine, "_finished", forgetful)


MUTANTS: dict[str, Mutant] = {
    "numbers from a sequence, without the lock": Mutant(
        _sequence_without_lock, "test_01_no_gaps.py::test_01_no_gaps_however_slowly_writers_commit[postgresql]"
    ),
    "cursor outside the transaction": Mutant(
        _cursor_outside, "test_02_checkpoint.py::test_02_checkpoint_rows_and_cursor_are_kept_together_or_not_at_all"
    ),
    "no de-duplication": Mutant(
        _no_deduplication, "test_03_exactly_once.py::test_03_exactly_once_a_repeated_push_gives_the_same_results[sqlite]"
    ),
    "acknowledged when sent": Mutant(
        _acknowledged_when_sent, "test_04_outbox.py::test_04_outbox_a_lost_answer_leaves_everything_waiting[sqlite]"
    ),
    "acknowledged before it is stored": Mutant(
        _acknowledged_in_two_transactions,
        "test_04_outbox.py::test_04_outbox_is_emptied_in_the_transaction_that_stores_the_acknowledgement",
    ),
    "no rebase": Mutant(_no_rebase, "test_10_view.py::test_10_view_is_their_change_with_ours_on_top[sqlite]"),
    "no settle": Mutant(
        _no_settle, "test_05_no_silent_loss.py::test_05_no_silent_loss_also_when_the_other_value_came_in_before_ours_went_out[sqlite]"
    ),
    "no conflict check": Mutant(
        _no_conflict_check, "test_05_no_silent_loss.py::test_05_no_silent_loss_the_late_value_of_a_field_is_set_aside[sqlite]"
    ),
    "base ignored": Mutant(
        _base_ignored, "test_05_no_silent_loss.py::test_05_no_silent_loss_who_has_seen_the_other_value_may_replace_it[sqlite]"
    ),
    "author ignored": Mutant(
        _author_ignored, "test_06_no_self_conflict.py::test_06_no_self_conflict_however_the_edits_are_cut_into_requests[sqlite-500]"
    ),
    "a deletion wins": Mutant(
        _deletion_wins, "test_05_no_silent_loss.py::test_05_no_silent_loss_a_deletion_gives_way_to_work_it_had_not_seen[sqlite]"
    ),
    "digest ignored": Mutant(_digest_ignored, "test_11_digest.py::test_11_digest_a_difference_is_noticed_and_everything_read_anew"),
    "groups ignored": Mutant(_groups_ignored, "test_09_groups.py::test_09_groups_a_refused_group_leaves_no_part_of_it[sqlite]"),
    "a refusal stops the outbox": Mutant(
        _refusal_stops_the_outbox, "test_09_groups.py::test_09_groups_what_comes_behind_a_refused_group_goes_through[sqlite]"
    ),
    "fork unnoticed": Mutant(
        _fork_unnoticed, "test_07_fork.py::test_07_fork_an_old_copy_with_new_changes_gets_an_identity_of_its_own[sqlite]"
    ),
    "nothing offered again": Mutant(_nothing_offered_again, "test_08_epoch.py::test_08_epoch_what_the_server_lost_is_offered_again"),
    "resync keeps all": Mutant(_resync_keeps_all, "test_12_resync.py::test_12_resync_removes_what_the_server_has_no_more[sqlite]"),
    "too large stops the outbox": Mutant(
        _too_large_stops_the_outbox,
        "test_too_large.py::test_a_change_too_large_even_alone_is_refused_in_words_and_what_is_behind_it_goes_on",
    ),
    "groups cut by size": Mutant(_groups_cut_by_size, "test_too_large.py::test_groups_stay_together_however_small_the_pushes_become"),
    "a refused number acknowledged": Mutant(
        _refused_number_acknowledged, "test_too_large.py::test_after_a_refusal_numbers_go_on_and_every_push_counts_once"
    ),
    "own clock forgets": Mutant(_own_clock_forgets, "test_04_outbox.py::test_04_outbox_no_clock_of_a_computer_shortens_the_thirty_days[1]"),
    "unknown fields dropped": Mutant(
        _unknown_fields_dropped, "test_13_schema.py::test_13_schema_fields_that_nobody_here_knows_are_kept[sqlite]"
    ),
}


def run(names: Iterable[str]) -> dict[str, bool]:
    """Put each fault in and run its test, in this process; which were caught. Without a fault all of these tests pass.

    Raises:
        RuntimeError: one fails without a fault.
    """
    chosen = {name: MUTANTS[name] for name in names}
    if _tests(*{one.caught_by for one in chosen.values()}) != pytest.ExitCode.OK:
        raise RuntimeError("a test fails without a mutant")
    caught = {}
    for name, mutant in chosen.items():
        with pytest.MonkeyPatch.context() as patch:
            mutant.put(patch)
            failures = _Failures()
            _tests(mutant.caught_by, watcher=failures)
            caught[name] = failures.count > 0
    return caught


class _Failures:
    """Counts tests that fail; one that could not even be set up says nothing about a fault."""

    def __init__(self) -> None:
        self.count = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """See pytest."""
        self.count += report.when == "call" and report.failed


def _tests(*names: str, watcher: _Failures | None = None) -> int:
    # What the first run made for all tests is there for the last one too: pytest would keep the folders of three.
    options = ["-q", "-x", "--tb=no", "--assert=plain", "-p", "no:xdist", "-o", f"tmp_path_retention_count={len(MUTANTS) + 1}"]
    return int(pytest.main([*options, *(str(_HERE / name) for name in names)], plugins=[watcher] if watcher else []))


if __name__ == "__main__":
    standard, sys.stdout = sys.stdout, sys.stderr
    os.environ.pop("PYTEST_XDIST_WORKER", None)
    from tests.sync.mutants import run as run_as_module  # so that the faults are put into what the tests import

    print(json.dumps(run_as_module(sys.argv[1:] or list(MUTANTS))), file=standard)
