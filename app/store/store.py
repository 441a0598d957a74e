"""The database of one data folder, as services see it.

Two ways in. `snapshot` is a plain SQLite connection for the lists and figures that the first screens need within
milliseconds. `reading` and `writing` are SQLAlchemy sessions; they load the library when the first of them is opened.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.store.connection import connect, connect_reading
from app.store.errors import DamagedError, translated

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session

    from app.store.unit_of_work import Unit


class Store:
    """Opens units of work on one database file.

    Attributes:
        actor: who is written into the journal.
        on_damage: called when a damaged page was met, before the error goes on.
        on_written: called after each commit with changes for others, in the thread that made it. It must be quick.

    Thread: safe to share; each unit of work and each snapshot belongs to the thread that opens it.
    """

    def __init__(self, path: Path, now: Callable[[], datetime], actor: str = "", *, read_only: bool = False) -> None:
        self.path = path
        self._read_only = read_only
        self.now = now
        self.actor = actor
        self.on_damage: Callable[[], None] = lambda: None
        self.on_written: Callable[[], None] = lambda: None
        self._engine: Engine | None = None
        self._opening = threading.Lock()
        self._connections: dict[int, sqlite3.Connection] = {}

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """A plain connection on one consistent snapshot, to read from; rows are `sqlite3.Row`.

        Raises:
            StorageError: the file cannot be read.
        """
        with self._watched(), translated(self.path):
            connection = self._connection()
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("ROLLBACK")

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session on one consistent snapshot; nothing it does is kept.

        Raises:
            StorageError: the file cannot be read.
        """
        from app.store.unit_of_work import reading

        with self._watched(), reading(self._the_engine(), self.path) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Unit]:
        """A session that commits at the end of the block with its outbox and audit rows, or leaves no trace.

        Raises:
            StorageError: the file cannot be written; nothing of the block was kept.
        """
        from app.store.recorder import Recorder
        from app.store.unit_of_work import writing

        with self._watched(), writing(self._the_engine(), self.path, Recorder(self.actor, self.now)) as unit:
            yield unit
        if unit.recorder.wrote:
            self.on_written()

    def close(self) -> None:
        """Close every connection; the write-ahead log is folded into the file. No thread may be using the store any more."""
        for connection in self._connections.values():
            connection.close()
        self._connections.clear()
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def _connection(self) -> sqlite3.Connection:
        thread = threading.get_ident()
        found = self._connections.get(thread)
        if found is None:
            opened = connect_reading if self._read_only else connect
            found = self._connections[thread] = opened(self.path, shared=True)
            found.row_factory = sqlite3.Row
        return found

    def _the_engine(self) -> Engine:
        from app.store.unit_of_work import open_engine

        with self._opening:
            if self._engine is None:
                self._engine = open_engine(self.path, read_only=self._read_only)
            return self._engine

    @contextmanager
    def _watched(self) -> Iterator[None]:
        try:
            yield
        except DamagedError:
            self.on_damage()
            raise
