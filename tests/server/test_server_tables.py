"""The migrations make what the tables say, on both databases; the partial index serves the queries that it is there for."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select, text

from app.server.database import Database
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


def test_looking_for_requests_goes_by_the_index(database: Database) -> None:
    wanted = select(record.c.row_id).where(is_type("support_request"), record.c.deleted.is_(False), record.c.organisation == "x")
    query = wanted.compile(database.engine, compile_kwargs={"literal_binds": True})
    with database.reading() as connection:
        if database.engine.dialect.name == "sqlite":
            plan = connection.execute(text(f"EXPLAIN QUERY PLAN {query}"))
        else:
            connection.execute(text("SET LOCAL enable_seqscan = off"))
            plan = connection.execute(text(f"EXPLAIN {query}"))
        assert "ix_record_type" in str(plan.all())
