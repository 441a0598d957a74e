"""The migrations make what the tables say, on both databases; the index serves the queries that it is there for; writers take turns."""

from __future__ import annotations

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import event, select, text

from app.server.database import Database, open_database
from app.server.rows import is_type
from app.server.tables import LOOKED_FOR, METADATA, record


def test_the_newest_schema_is_what_the_tables_say(database: Database) -> None:
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), METADATA) == []


def test_the_index_has_the_types_that_are_looked_for(database: Database) -> None:
    names = [f"'{name}'" for name in LOOKED_FOR]
    with database.reading() as connection:
        query = (
            "SELECT sql FROM sqlite_master WHERE name = 'ix_record_type'"
            if database.engine.dialect.name == "sqlite"
            else "SELECT indexdef FROM pg_indexes WHERE indexname = 'ix_record_type'"
        )
        made = str(connection.scalar(text(query)))
    assert all(name in made for name in names)


@pytest.mark.parametrize("kind", ["support_request", "site", "bridge_day", "published_offer", "contract_line", "document"])
@pytest.mark.parametrize("paged", [False, True])
def test_looking_for_records_goes_by_the_index(database: Database, kind: str, paged: bool) -> None:
    wanted = select(record.c.row_id).where(is_type(kind), record.c.deleted.is_(False), record.c.organisation == "x")
    if paged:
        wanted = wanted.where(record.c.row_id > "").order_by(record.c.row_id).limit(5)
    query = wanted.compile(database.engine, compile_kwargs={"literal_binds": True})
    with database.reading() as connection:
        if database.engine.dialect.name == "sqlite":
            plan = connection.execute(text(f"EXPLAIN QUERY PLAN {query}"))
        else:
            connection.execute(text("SET LOCAL enable_seqscan = off"))
            plan = connection.execute(text(f"EXPLAIN {query}"))
        assert "ix_record_type" in str(plan.all())


def test_writers_of_one_process_take_turns_and_never_find_the_database_locked(tmp_path: Path) -> None:
    """SQLite itself lets whoever waits look again and again: under many writers somebody may never come to it."""
    made = open_database(tmp_path)

    @event.listens_for(made.engine, "checkout")
    def impatient(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute("PRAGMA busy_timeout = 0")

    written: list[int] = []

    def write(number: int) -> None:
        with made.writing() as connection:
            threading.Event().wait(0.01)
            connection.exec_driver_sql("SELECT 1")
            written.append(number)

    with ThreadPoolExecutor(8) as writers:
        for one in [writers.submit(write, number) for number in range(24)]:
            one.result()
    assert sorted(written) == list(range(24))
    made.close()


def test_whoever_waits_too_long_for_another_writer_is_told_that_the_database_is_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = open_database(tmp_path)
    monkeypatch.setattr("app.server.database._BUSY_SECONDS", 0.05)
    with made.writing(), ThreadPoolExecutor(1) as other:
        assert isinstance(other.submit(lambda: made.writing().__enter__()).exception(), sqlite3.OperationalError)
    with made.writing() as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1
    made.close()
