"""Units of work: a session that reads, or reads and writes and records what it wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app.store.database import DamagedError, open_engine, translated
from app.store.recorder import Recorder

__all__ = ["Session", "Store", "Unit"]


class Unit:
    """One open session with its recorder. Never leaves the thread or the `with` block that opened it."""

    def __init__(self, session: Session, recorder: Recorder) -> None:
        self.session = session
        self.recorder = recorder


class Store:
    """The database of one data folder.

    Thread: safe to share; each unit of work belongs to the thread that opens it.
    """

    def __init__(self, path: Path, now: Callable[[], datetime], actor: str = "") -> None:
        self.path = path
        self.now = now
        self.actor = actor
        self.engine: Engine = open_engine(path)
        self.on_damage: Callable[[], None] = lambda: None

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session on one consistent snapshot; nothing it does is kept.

        Raises:
            StorageError: the file cannot be read.
        """
        with self._translated(), Session(self.engine, autoflush=False) as session:
            yield session
            session.rollback()

    @contextmanager
    def writing(self) -> Iterator[Unit]:
        """A session that commits at the end of the block with its outbox and audit rows, or leaves no trace.

        Raises:
            StorageError: the file cannot be written; nothing of the block was kept.
        """
        recorder = Recorder(self.actor, self.now)
        with self._translated(), Session(self.engine, expire_on_commit=False) as session:
            # Taking the write lock first keeps two writers from reading the same state and overwriting each other.
            session.connection().exec_driver_sql("ROLLBACK")
            session.connection().exec_driver_sql("BEGIN IMMEDIATE")
            recorder.watch(session)
            yield Unit(session, recorder)
            session.commit()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            with translated(self.path):
                yield
        except DamagedError:
            self.on_damage()
            raise

    def close(self) -> None:
        """Close every connection; the write-ahead log is folded into the file."""
        self.engine.dispose()
