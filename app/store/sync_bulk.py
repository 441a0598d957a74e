"""Very many rows at once, as when a computer is new to its office: what row by row would cost most is done once, at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from app.store.bulk import SEARCH_TABLES

_PUT_OFF = """
    SELECT type, name, sql FROM sqlite_master
    WHERE tbl_name = 'equipment' AND (type = 'trigger' OR (type = 'index' AND name LIKE 'ix_equipment_by_%'))
"""


@contextmanager
def in_bulk(connection: Connection) -> Iterator[None]:
    """Put off the sort indexes and the full text of machines to the end of the block, where there are no machines yet.

    All of it happens inside the caller's transaction: a failure or a crash leaves indexes and triggers as they were.
    """
    put_off: list[Any] = []
    if connection.exec_driver_sql("SELECT 1 FROM equipment LIMIT 1").first() is None:
        put_off = list(connection.exec_driver_sql(_PUT_OFF).all())
    for row in put_off:
        connection.exec_driver_sql(f'DROP {row.type.upper()} "{row.name}"')
    yield
    for row in put_off:
        connection.exec_driver_sql(row.sql)
    for table in SEARCH_TABLES if put_off else ():
        connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('rebuild')")
