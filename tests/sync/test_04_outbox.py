"""Invariant 4. A local write and its outbox row commit together; a row leaves only after its acknowledgement is stored."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from app.store.sync_outbox import rebuild
from app.sync.acknowledging import Acknowledgement
from app.sync.errors import OfflineError
from tests.sync_deeds import add, all_meet, delete, edit, known, made, run, value, waiting
from tests.sync_lab import LabClock, LabDevice, LabServer

Computer = Callable[[LabServer], LabDevice]


def test_04_outbox_a_write_and_its_mutation_are_kept_together_or_not_at_all(lite: LabServer, computer: Computer) -> None:
    one = computer(lite)
    with pytest.raises(ZeroDivisionError), one.store.writing() as unit:
        made(one, unit.session, "person")
        raise ZeroDivisionError
    assert (one.rows(), waiting(one)) == ({}, 0)
    add(one, "person")
    assert (len(one.rows()), waiting(one)) == (1, 1)


def test_04_outbox_commits_wait_for_the_disk(lite: LabServer, computer: Computer) -> None:
    """WAL with `synchronous = FULL`; the lab turns the second off, the program does not."""
    from app.store.store import Store

    one = computer(lite)
    store = Store(one.path, one.clock.now)
    with store.reading() as session:
        connection = session.connection()
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    store.close()


def test_04_outbox_a_lost_answer_leaves_everything_waiting(server: LabServer, computer: Computer) -> None:
    one = computer(server)
    one.sync()
    row = add(one, "person", name="Rose")
    one.network.weather = lambda: "answer lost"
    with pytest.raises(OfflineError):
        one.sync()
    assert known(server, "person", row, "name") == "Rose"  # it is there already
    assert waiting(one) == 1  # and nobody here knows
    one.network.weather = lambda: "ok"
    one.sync()
    assert waiting(one) == 0
    assert value(one, "SELECT count(*) FROM sync_sent WHERE seq IS NOT NULL") == 1


def test_04_outbox_is_emptied_in_the_transaction_that_stores_the_acknowledgement(
    lite: LabServer, computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = computer(lite)
    one.sync()
    row = add(one, "person")
    take = Acknowledgement.take

    def broken(self: Acknowledgement, *arguments: object) -> None:
        take(self, *arguments)  # type: ignore[arg-type]
        raise ZeroDivisionError

    with monkeypatch.context() as patch, pytest.raises(ZeroDivisionError):
        patch.setattr(Acknowledgement, "take", broken)
        one.sync()
    assert waiting(one) == 1
    assert value(one, "SELECT count(*) FROM sync_sent") == 0
    one.sync()
    assert waiting(one) == 0
    assert one.rows() == lite.rows()
    assert value(one, "SELECT count(*) FROM sync_sent") == 1
    assert row in {key for _, key in lite.rows()}


def test_04_outbox_what_is_deleted_stays_so_in_a_first_upload(lite: LabServer, computer: Computer) -> None:
    """It is told of because others point to it, and then told to be deleted."""
    one, other = computer(lite), computer(lite)
    site = add(one, "site", name="Fermé")
    person = add(one, "person", site_id=UUID(site))
    delete(one, "site", site)
    with one.store.writing() as unit:
        assert rebuild(unit.session.connection(), "2026-11-22T10:00:00.000000+00:00", "Rose") == 1
    all_meet([one, other])
    assert known(lite, "person", person, "site_id") == site
    assert ("site", site) not in lite.rows()
    assert one.rows() == other.rows() == lite.rows()
    assert one.inbox() == []


def test_04_outbox_acknowledged_mutations_are_kept_for_thirty_days(lite: LabServer, computer: Computer) -> None:
    one = computer(lite)
    row = add(one, "person")
    one.sync()
    one.clock.pass_by(29 * 86_400)
    one.sync()
    assert value(one, "SELECT count(*) FROM sync_sent") == 1
    one.clock.pass_by(2 * 86_400)
    one.sync()
    assert value(one, "SELECT count(*) FROM sync_sent") == 0
    edit(one, "person", row, name="Rosa")
    run(one, "UPDATE outbox SET at = at")
    one.sync()
    assert known(lite, "person", row, "name") == "Rosa"


def test_04_outbox_no_clock_of_the_server_shortens_the_thirty_days(lite: LabServer, computer: Computer) -> None:
    one = computer(lite)
    add(one, "person", name="Rose")
    one.sync()
    lite.clock = LabClock(one.clock.now() + timedelta(days=365))
    one.sync()
    assert value(one, "SELECT count(*) FROM sync_sent") == 1


@pytest.mark.parametrize("years", [1, -1])
def test_04_outbox_no_clock_of_a_computer_shortens_the_thirty_days(lite: LabServer, computer: Computer, years: int) -> None:
    """Neither one that jumps ahead after the exchange, nor one that was behind during it."""
    one = computer(lite)
    wrong = LabClock(one.clock.now() + timedelta(days=365 * years))
    right, one.clock = one.clock, wrong if years < 0 else one.clock
    row = add(one, "person", name="Rose")
    one.sync()
    one.clock = right if years < 0 else wrong
    one.sync()
    edit(one, "person", row, name="Rosa")
    one.sync()
    assert value(one, "SELECT count(*) FROM sync_sent") == 2
    right.pass_by(31 * 86_400)
    one.sync()
    assert value(one, "SELECT count(*) FROM sync_sent") == 0
