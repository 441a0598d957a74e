"""Daily copies of the database and the integrity check; the way back from a damaged file is in `restore`.

Copies are made with SQLite's own backup interface, checked, and only then given their final name; seven are kept.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from app.store.connection import connect_reading
from app.store.database import FILE_NAME
from app.store.errors import says_damage, storage_error, translated

COPIES = "copies"
KEPT = 7
#: Left in the data folder when damage is met while working: the next start restores before it opens.
DAMAGE_MARK = "damage-found"
_NAME = re.compile(r"parclair-\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\.sqlite3")


def copies(folder: Path) -> list[Path]:
    """The local copies, newest first by the time they were made: a clock that was wrong one day does not decide."""
    found = [path for path in (folder / COPIES).glob("parclair-*.sqlite3") if _NAME.fullmatch(path.name)]
    return sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)


def copy_day(path: Path) -> date:
    """The day in a copy's name."""
    return date.fromisoformat(path.stem.removeprefix("parclair-"))


def copy_is_due(folder: Path, today: date) -> bool:
    """Whether no copy of today exists yet."""
    return not _copy_of(folder, today).exists()


def _copy_of(folder: Path, day: date) -> Path:
    return folder / COPIES / f"parclair-{day.isoformat()}.sqlite3"


def is_damaged(path: Path) -> bool:
    """Whether the file itself is wrong, proven by reading all of it.

    Raises:
        StorageError: it cannot be read now (a full or failing disk, rights): that proves nothing.
    """
    try:
        with closing(connect_reading(path)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",))
    except (sqlite3.Error, OSError) as error:
        if says_damage(error):
            return True
        raise storage_error(path, error) from error


def problems(path: Path) -> list[str]:
    """What SQLite's check finds wrong with the file; empty when it is sound. Reads the whole file."""
    try:
        with closing(sqlite3.connect(f"file:{path.as_posix()}?mode=ro", uri=True)) as connection:
            found = [str(row[0]) for row in connection.execute("PRAGMA quick_check(20)")]
            if found == ["ok"]:
                found = [f"foreign key: {row}" for row in connection.execute("PRAGMA foreign_key_check")]
    except sqlite3.Error as error:
        return [str(error)]
    return found


def make_copy(folder: Path, today: date) -> Path:
    """Copy the database as it stands now, check the copy, keep the newest seven.

    Thread: any; it opens its own connections and does not stop writers.

    Raises:
        StorageError: the database is damaged (a copy that does not pass the check is not kept) or the disk is full.
    """
    source = folder / FILE_NAME
    target = _copy_of(folder, today)
    partial = target.with_suffix(".partial")
    with translated(source):
        target.parent.mkdir(exist_ok=True)
        partial.unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(source)) as reading, closing(sqlite3.connect(partial)) as writing:
                reading.backup(writing)
            found = problems(partial)
            if found:
                (folder / DAMAGE_MARK).write_text("\n".join(found), "utf-8")
                raise sqlite3.DatabaseError("database disk image is malformed")
            partial.replace(target)
        finally:
            for suffix in ("", "-wal", "-shm"):  # the check opens the copy, and SQLite leaves its log beside it
                partial.with_name(partial.name + suffix).unlink(missing_ok=True)
    for old in copies(folder)[KEPT:]:
        old.unlink(missing_ok=True)
    return target
