"""Units of work of the server's database, on both kinds: snapshots, all or nothing, and glances that leave nothing open."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

import psycopg
import pytest
from sqlalchemy import Connection, func, select
from sqlalchemy.exc import InternalError

from app.server.database import Database
from app.server.sync.writing import take_numbers
from app.server.tables import organisation
from tests.sync_lab import LabClock, LabServer


@pytest.fixture
def office(database: Database) -> str:
    """An organisation whose head is 0."""
    return LabServer(database, LabClock()).organisation


def head(connection: Connection, office: str) -> int:
    return int(connection.scalar(select(organisation.c.head).where(organisation.c.id == office)) or 0)


def test_a_reading_unit_sees_one_snapshot(database: Database, office: str) -> None:
    with database.reading() as reader:
        before = head(reader, office)
        with database.writing() as writer:
            take_numbers(writer, office, 3)
        assert head(reader, office) == before
    with database.reading() as reader:
        assert head(reader, office) == before + 3


def test_a_writing_unit_leaves_all_or_nothing(database: Database, office: str) -> None:
    with pytest.raises(ZeroDivisionError), database.writing() as writer:
        take_numbers(writer, office, 3)
        raise ZeroDivisionError
    with database.reading() as reader:
        assert head(reader, office) == 0


def test_a_reading_unit_cannot_write_on_postgresql(database: Database, office: str) -> None:
    if database.engine.dialect.name == "sqlite":
        with database.reading() as reader:
            take_numbers(reader, office, 3)
    else:
        with pytest.raises(InternalError, match="read-only"), database.reading() as reader:
            reader.execute(organisation.update().values(head=7))
    with database.reading() as reader:
        assert head(reader, office) == 0  # and whatever it tried is not kept


def test_a_glance_sees_what_was_committed_and_leaves_nothing_open(database: Database, office: str) -> None:
    for number in range(1, 4):
        with database.writing() as writer:
            take_numbers(writer, office, 1)
        with database.glancing() as driver:
            assert driver.one("SELECT head FROM organisation WHERE id = ?", (office,)) == (number,)
    with database.writing() as writer:  # on a connection that a glance had
        assert writer.scalar(select(func.count()).select_from(organisation)) == 1


def test_a_glance_that_fails_leaves_its_connection_fit_for_the_next(database: Database, office: str) -> None:
    for _ in range(3):
        with pytest.raises(database.engine.dialect.loaded_dbapi.Error), database.glancing() as driver:
            driver.one("SELECT nothing FROM nowhere WHERE id = ?", (office,))
        with database.glancing() as driver:
            assert driver.one("SELECT head FROM organisation WHERE id = ?", (office,)) == (0,)


def test_a_restart_of_postgresql_costs_one_glance_and_not_one_of_each_connection(new_database: Callable[[str], Database]) -> None:
    database = new_database("postgresql")
    with ExitStack() as many:
        pids = [many.enter_context(database.glancing()).one("SELECT pg_backend_pid()", ()) for _ in range(6)]
    address = database.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as killer:
        for found in pids:
            assert found is not None
            killer.execute("SELECT pg_terminate_backend(%s)", (found[0],))
    lost = 0
    for _ in range(12):
        try:
            with database.glancing() as driver:
                driver.one("SELECT 1", ())
        except psycopg.OperationalError:
            lost += 1
    assert lost <= 1
