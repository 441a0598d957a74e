"""Loading very many machines at once: indexes and full text are built after the rows instead of row by row."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import text
from sqlalchemy.orm import Session

SEARCH_TABLES = ("equipment_words", "equipment_trigrams")


@contextmanager
def deferred_indexes(session: Session) -> Iterator[None]:
    """Drop the indexes and search triggers of `equipment` for the block and rebuild them at its end.

    All of it happens inside the session's transaction: a failure or a crash leaves indexes and triggers as they were.
    Worth it from some thousands of new rows on.
    """
    found = session.execute(
        text("SELECT type, name, sql FROM sqlite_master WHERE tbl_name = 'equipment' AND type IN ('index', 'trigger') AND sql IS NOT NULL")
    ).all()
    for row in found:
        session.execute(text(f'DROP {row.type.upper()} "{row.name}"'))
    yield
    session.flush()
    connection = session.connection()
    for row in found:
        connection.exec_driver_sql(row.sql)
    for table in SEARCH_TABLES:
        connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('rebuild')")


@contextmanager
def without_collector() -> Iterator[None]:
    """Hold Python's cycle collector for the block: rows by the hundred thousand make no cycles, and looking for them takes a fifth of the time."""
    held = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if held:
            gc.enable()
