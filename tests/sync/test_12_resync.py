"""Invariant 12. Resync removes rows the server no longer has, except pending ones; tombstones live 180 days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from app.server.purging import purge
from app.store import sync_state as states
from tests.sync_deeds import add, all_meet, delete, edit, known, restore, run, seen, value, waiting
from tests.sync_lab import LabDevice, LabServer

Computer = Callable[[LabServer], LabDevice]
DAY = 86_400


def read_anew(one: LabDevice) -> None:
    with one.store.writing() as unit:
        states.write(unit.session.connection(), epoch="")


def test_12_resync_removes_what_the_server_has_no_more(server: LabServer, computer: Computer) -> None:
    one = computer(server)
    kept, gone, edited = (add(one, "person", name=name) for name in ("Reste", "Partie", "Travaillée"))
    one.sync()
    with server.database.writing() as connection:
        for row in (gone, edited):
            connection.exec_driver_sql(f"DELETE FROM record WHERE row_id = '{row}'")
    mine = add(one, "person", name="Pas encore envoyée")
    edit(one, "person", edited, email="encore@example.org")
    read_anew(one)
    before = waiting(one)
    assert before == 2
    # The reading comes first here, so that both still wait.
    engine_pull(one)
    assert {key for _, key in one.rows()} == {kept, mine, edited}
    assert waiting(one) == before


def engine_pull(one: LabDevice) -> None:
    from app.services.derived_rows import DerivedRows
    from app.sync.engine import Engine

    Engine(one.store, one.network, DerivedRows(one.clock), one.clock.now).receive()  # type: ignore[arg-type]


def test_12_resync_tombstones_live_180_days(server: LabServer, computer: Computer) -> None:
    one, away = computer(server), computer(server)
    rows = [add(one, "person", name=f"Personne {number}") for number in range(3)]
    all_meet([one, away])
    delete(one, "person", rows[0])
    one.sync()
    server.clock.pass_by(179 * DAY)
    assert purge(server.database, server.clock.now()).counts.get("deleted records") is None
    delete(one, "person", rows[1])
    one.sync()
    server.clock.pass_by(2 * DAY)
    assert purge(server.database, server.clock.now()).counts["deleted records"] == 1
    mine = add(away, "person", name="Entre-temps")
    away.sync()
    assert away.rows() == one.rows() | {("person", mine): away.rows()["person", mine]} == server.rows()


def test_12_resync_a_computer_that_was_away_for_too_long_reads_everything_anew(server: LabServer, computer: Computer) -> None:
    one, away = computer(server), computer(server)
    row = add(one, "person", name="Rose")
    all_meet([one, away])
    delete(one, "person", row)
    add(one, "person", name="Rosa")
    one.sync()
    server.clock.pass_by(400 * DAY)
    purge(server.database, server.clock.now())
    edit(away, "person", row, name="Rosie")
    mine = add(away, "person", name="À moi")
    away.sync()
    away.sync()
    assert {row["name"] for row in away.rows().values()} == {"Rosa", "À moi"}
    assert away.rows() == server.rows()
    assert known(server, "person", mine, "name") == "À moi"
    # The edit of a row that nobody knows any more is in the inbox, not lost.
    assert [entry[2] for entry in away.inbox()] == [{"name": "Rosie"}]


def test_12_resync_a_deleted_row_that_others_point_to_comes_with_them(server: LabServer, computer: Computer) -> None:
    """A new computer never saw the site that was deleted, and still has to be able to keep who worked there."""
    one = computer(server)
    site = add(one, "site", name="Fermé")
    person = add(one, "person", site_id=UUID(site))
    one.sync()
    delete(one, "site", site)
    one.sync()
    new = computer(server)
    new.sync()
    assert new.rows() == server.rows()
    assert known(server, "person", person, "site_id") == site
    assert value(new, "SELECT name FROM site WHERE deleted_at IS NOT NULL") == "Fermé"


def test_12_resync_what_others_point_to_outlives_180_days(server: LabServer, computer: Computer) -> None:
    one = computer(server)
    site, empty = add(one, "site", name="Fermé"), add(one, "site", name="Vide")
    add(one, "person", site_id=UUID(site))
    one.sync()
    delete(one, "site", site)
    delete(one, "site", empty)
    one.sync()
    server.clock.pass_by(timedelta(days=200).total_seconds())
    assert purge(server.database, server.clock.now()).counts["deleted records"] == 1
    new = computer(server)
    new.sync()
    assert new.rows() == server.rows() == one.rows()
    run(new, "PRAGMA foreign_key_check")
    assert value(new, "SELECT count(*) FROM site") == 1


def test_12_resync_keeps_a_record_that_was_restored_here_meanwhile(server: LabServer, computer: Computer) -> None:
    one, other = computer(server), computer(server)
    row = add(one, "person", name="Rose")
    delete(one, "person", row)
    all_meet([one, other])
    read_anew(other)
    other.network.meanwhile = lambda: restore(other, "person", row) if not waiting(other) else None
    other.sync()
    assert waiting(other) == 1
    assert seen(other, "person", row, "name") == "Rose"
    other.network.meanwhile = lambda: None
    all_meet([other, one])
    assert one.rows() == other.rows() == server.rows() != {}
