"""Units of work: a session that reads, or reads and writes and records what it wrote.

This is where SQLAlchemy begins; `app.store.store` imports it on the first unit of work.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from app.store.connection import connect, connect_reading
from app.store.errors import storage_error, translated
from app.store.recorder import RecordedSession, Recorder

__all__ = ["Session", "Unit", "open_engine", "reading", "writing"]


#: Tells `_begin` that a unit is going to write.
_WRITES = "parclair_writes"


class Unit:
    """One open session with its recorder. Never leaves the thread or the `with` block that opened it."""

    def __init__(self, session: Session, recorder: Recorder) -> None:
        self.session = session
        self.recorder = recorder


def open_engine(path: Path, *, read_only: bool = False) -> Engine:
    """An engine on a database that is up to date. Each connection belongs to the thread that uses it."""
    opened = connect_reading if read_only else connect
    # The driver's implicit BEGIN comes too late for reads: it is off, and SQLAlchemy's "begin" event sends one instead.
    engine = create_engine("sqlite://", creator=lambda: opened(path, shared=True), poolclass=QueuePool, pool_size=2, max_overflow=4)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # Straight to the driver: each exchange with the server opens a dozen units, and there the way round costs more than the statement.
    immediately = connection.get_execution_options().get(_WRITES, False)
    driver: Any = connection.connection.dbapi_connection
    driver.execute("BEGIN IMMEDIATE" if immediately else "BEGIN")


@contextmanager
def reading(engine: Engine, path: Path) -> Iterator[Session]:
    """A session on one consistent snapshot; nothing it does is kept."""
    with _translated(path), Session(engine, autoflush=False) as session:
        yield session
        session.rollback()


@contextmanager
def writing(engine: Engine, path: Path, recorder: Recorder) -> Iterator[Unit]:
    """A session that commits at the end of the block with its outbox and audit rows, or leaves no trace."""
    with _translated(path), RecordedSession(engine, recorder) as session:
        # Taking the write lock first keeps two writers from reading the same state and overwriting each other.
        session.connection(execution_options={_WRITES: True})
        yield Unit(session, recorder)
        session.commit()


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        with translated(path):
            yield
    except DatabaseError as error:
        raise storage_error(path, error.orig or error) from error
