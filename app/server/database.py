"""The server's database: SQLite in its data folder with no set-up, or PostgreSQL by URL.

Writing units take their locks at once, so that two writers never read the same state and overwrite each other. Reading units see one
snapshot from their first statement to their last.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from app.domain.errors import InputError
from app.domain.text import msg
from app.server.driver import Driver

FILE_NAME = "parclair-server.sqlite3"
_BUSY_SECONDS = 20
#: The execution option that says how a transaction begins on PostgreSQL.
_BEGINNING, _SNAPSHOT = "parclair_beginning", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_LAST_USE, _TRUSTED_SECONDS = "parclair_last_use", 2.0
#: An error names the statement and not the values in it: errors are logged.
_DISCREET: Mapping[str, bool] = {"hide_parameters": True}


class Database:
    """Opens units of work. Thread: safe to share; each unit belongs to the thread that opens it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._sqlite = engine.dialect.name == "sqlite"
        self._reader = engine.execution_options(**{_BEGINNING: _SNAPSHOT})
        self._turn = threading.Lock()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection on one snapshot; nothing it does is kept."""
        with self._reader.connect() as connection:
            if self._sqlite:
                connection.exec_driver_sql("BEGIN")
            yield connection
            connection.rollback()

    @contextmanager
    def glancing(self) -> Iterator[Driver]:
        """The driver for one single reading statement, which is a snapshot by itself: a transaction around it would cost more than it."""
        connection = self.engine.raw_connection()
        dialect = self.engine.dialect
        try:
            yield Driver(connection.dbapi_connection, postgresql=not self._sqlite)
        except dialect.loaded_dbapi.Error as error:
            if dialect.is_disconnect(error, connection.dbapi_connection, None):
                self.engine.dispose()  # whatever ended this connection has most likely ended all of them
            raise
        finally:
            connection.close()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that commits at the end of the block, or leaves no trace."""
        with self._in_turn(), self.engine.connect() as connection:
            if self._sqlite:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            connection.commit()

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        """SQLite has one writer at a time and lets those who wait look again and again, in no order: somebody may never come to it.

        Raises:
            sqlite3.OperationalError: whoever writes takes too long.
        """
        if not self._sqlite:
            yield
            return
        if not self._turn.acquire(timeout=_BUSY_SECONDS):
            raise sqlite3.OperationalError("database is locked")
        try:
            yield
        finally:
            self._turn.release()

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def open_database(folder: Path | None, url: str | None = None) -> Database:
    """The database at `url`, or the SQLite file in `folder`, brought up to date.

    Raises:
        InputError: the URL is none of SQLite or PostgreSQL.
    """
    from app.server.migrations.runner import upgrade

    engine = create(folder, url)
    upgrade(engine)
    return Database(engine)


def create(folder: Path | None, url: str | None = None) -> Engine:
    """An engine, not yet connected.

    Raises:
        InputError: the URL is none of SQLite or PostgreSQL.
    """
    if url is None:
        if folder is None:
            raise InputError("data_dir", "", msg("un dossier, ou l’adresse d’une base avec --database-url"))
        # Records of all customers, and the keys that sign links: nobody else on the machine has to see them.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _sqlite(folder / FILE_NAME)
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        # It may hold a password, wherever that stands in it.
        raise InputError("database_url", "…", msg("postgresql://utilisateur@hôte/base ou sqlite:///fichier")) from error
    if parsed.get_backend_name() == "postgresql":
        # Some providers hand out addresses without a driver; ours is psycopg 3.
        return _postgresql(parsed.set(drivername="postgresql+psycopg"))
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        return _sqlite(Path(parsed.database))
    raise InputError("database_url", parsed.render_as_string(), msg("postgresql://utilisateur@hôte/base ou sqlite:///fichier"))


def _postgresql(url: URL) -> Engine:
    # The driver's own transactions are off: a glance needs none, and a snapshot begins in one go.
    engine = create_engine(url, pool_size=8, max_overflow=8, connect_args={"autocommit": True}, **_DISCREET)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get(_BEGINNING, "BEGIN"))

    @event.listens_for(engine, "checkin")
    def _used(_: object, entry: ConnectionPoolEntry) -> None:
        entry.info[_LAST_USE] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def _still_there(connection: DBAPIConnection, entry: ConnectionPoolEntry, _: object) -> None:
        # Asking a connection that was just in use whether it is alive would cost every poll a fifth of its time.
        if time.monotonic() - entry.info.get(_LAST_USE, 0) > _TRUSTED_SECONDS:
            try:
                engine.dialect.do_ping(connection)
            except engine.dialect.loaded_dbapi.Error as error:
                raise DisconnectionError from error  # the pool makes another one

    return engine


def _sqlite(path: Path) -> Engine:
    # The driver's own transactions are off: `Database` begins and ends them.
    engine = create_engine(
        f"sqlite:///{path}",
        connect_args={"timeout": _BUSY_SECONDS, "isolation_level": None, "check_same_thread": False},
        pool_size=8,
        max_overflow=32,
        **_DISCREET,
    )

    @event.listens_for(engine, "do_connect")
    def _own(*_: object) -> None:
        keep_private(path)

    @event.listens_for(engine, "connect")
    def _prepare(connection: object, _: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -32000"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return engine


def keep_private(path: Path) -> None:
    """Make a file that only its owner reads, where there is none yet; SQLite gives the files beside it the same rights.

    Raises:
        OSError: it cannot be made.
    """
    if path.parent.is_dir() and not path.exists():
        path.touch(mode=0o600)
