"""Units of work of the server's database, on both kinds: snapshots, all or nothing, and glances that leave nothing open."""

from __future__ import annotations

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
