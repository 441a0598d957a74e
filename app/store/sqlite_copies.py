"""Consistent copies of SQLite databases of other programs, while those programs write."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

_MAGIC = b"SQLite format 3\x00"
#: Endings that SQLite files have in the field; the content decides.
SUFFIXES = frozenset({".sqlite", ".sqlite3", ".db", ".db3", ".s3db", ".sl3", ".sdb"})
_WRITE_AHEAD = 2


def needs_copy(path: Path) -> bool:
    """Whether a plain reading of this file may be torn: an SQLite database that somebody may be writing.

    One in write-ahead mode without a log beside it is open nowhere, and whole as it lies. Others show nothing while they are open.
    """
    try:
        with path.open("rb") as file:
            head = file.read(20)
        return head.startswith(_MAGIC) and (head[18] != _WRITE_AHEAD or path.with_name(path.name + "-wal").exists())
    except OSError:
        return False


def copy_database(source: Path, target: Path, seconds: float = 3.0) -> bool:
    """Copy a database as it stands between two transactions; whether that could be done. The source is opened to read only.

    Not done where another program holds it for itself alone, where its last writer left a transaction half done, or where it is
    damaged. Writers in write-ahead mode are not stopped; others wait for the copy.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    address = f"{source.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=seconds)) as reading, closing(sqlite3.connect(target)) as writing:
            reading.execute("PRAGMA query_only = ON")
            reading.execute("BEGIN")
            reading.execute("SELECT count(*) FROM sqlite_master").fetchone()
            # One transaction, one step: a busy writer cannot make the copy begin anew for ever.
            reading.backup(writing)
            reading.execute("ROLLBACK")
            writing.execute("PRAGMA journal_mode = DELETE")
            sound = bool(writing.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except (sqlite3.Error, OSError):
        sound = False
    if not sound:
        target.unlink(missing_ok=True)
    return sound
