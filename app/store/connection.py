"""How every connection to the database is set up."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote


def connect(path: Path, *, shared: bool = False) -> sqlite3.Connection:
    """A plain connection with the program's settings; `shared` lets another thread than its own close it."""
    connection = sqlite3.connect(path, timeout=10.0, isolation_level=None, check_same_thread=not shared)
    prepare(connection)
    return connection


def connect_reading(path: Path, *, shared: bool = False) -> sqlite3.Connection:
    """A connection that cannot write. It also works where nothing can be written any more: on a full disk, in a folder without rights."""
    address = f"file:{quote(path.as_posix())}?mode=ro"
    connection = sqlite3.connect(address, uri=True, timeout=10.0, isolation_level=None, check_same_thread=not shared)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        log = path.with_name(f"{path.name}-wal")
        if log.exists() and log.stat().st_size:
            raise
        # Nobody has it open and nothing waits in a log: the file is all there is, and it does not change while we read.
        connection = sqlite3.connect(f"{address}&immutable=1", uri=True, isolation_level=None, check_same_thread=not shared)
    return connection


def prepare(connection: Any) -> None:
    """Durable writes (WAL with a full sync at each commit), foreign keys, a cache that keeps the lists in memory."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA busy_timeout = 10000")
    cursor.execute("PRAGMA cache_size = -16384")
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.close()
