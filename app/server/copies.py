"""Copies of the SQLite database while the server runs, and taking one back with a new history: of the records, not of who may come in."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from app.domain.errors import InputError, RuleError, StorageError
from app.domain.text import msg
from app.server import organisations
from app.server.access.carrying import carry_over
from app.server.database import FILE_NAME, Database, keep_private, open_database

_PAGES = 2000
_ASIDE = ".before-restore"
#: What SQLite may leave beside a database, to be read with it.
_BESIDE = ("-wal", "-shm", "-journal")


@dataclass(frozen=True)
class Restored:
    """What a restore did.

    Attributes:
        organisations: how many the copy has.
        as_copied: of how many nobody could say any more who may come in: access that was taken away since the copy is back.
    """

    organisations: int
    as_copied: int


def back_up(database: Database, target: Path) -> int:
    """Write a consistent copy into the file `target`, whole or not at all; its size in bytes.

    Raises:
        InputError: `target` exists, or stands in no folder.
        RuleError: the database is no SQLite file: PostgreSQL has tools of its own.
        StorageError: the copy cannot be written.
    """
    source = _file(database)
    if target.exists() or not target.parent.is_dir():
        raise InputError("file", target, msg("un nouveau fichier dans un dossier qui existe"))
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        keep_private(part)
        with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as origin, closing(sqlite3.connect(part)) as copy:
            origin.backup(copy, pages=_PAGES)
            # One file, which needs no other beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise StorageError(msg("La copie n’a pas pu être écrite\u00a0: {reason}", reason=str(error))) from error
    return target.stat().st_size


def restore(folder: Path, source: Path, now: datetime) -> Restored:
    """Take the copy `source` as the server's database, with a new history.

    Whoever may come in carries over from the database there was, where that can be read; it stays beside the new one, under another name.

    Raises:
        InputError: `source` is no whole copy of a server's database.
        RuleError: a server or worker is running on the folder.
        StorageError: the folder cannot be written to.
    """
    _check(source)
    folder.mkdir(parents=True, exist_ok=True)
    present = folder / FILE_NAME
    part = folder / f"{FILE_NAME}.restoring"
    try:
        part.unlink(missing_ok=True)
        keep_private(part)
        with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as origin, closing(sqlite3.connect(part)) as copy:
            origin.backup(copy)
        # Before it takes its place: whatever happens meanwhile, no server ever runs on the copy with its old history.
        count = _with_new_history(part, now)
        carried = carry_over(part, present) if _at_rest(present) else 0
        _at_rest(present)  # nobody opened it meanwhile
        _set_aside(present)
        part.replace(present)
    except (OSError, sqlite3.Error, SQLAlchemyError) as error:
        raise StorageError(msg("La copie n’a pas pu être reprise\u00a0: {reason}", reason=str(error))) from error
    finally:
        part.unlink(missing_ok=True)
    return Restored(count, count - carried)


def _with_new_history(path: Path, now: datetime) -> int:
    database = open_database(None, f"sqlite:///{path}")
    try:
        with database.writing() as connection:
            count = organisations.begin_epochs(connection, now)
        with database.engine.connect() as connection:
            # One file again, which can be moved alone.
            connection.exec_driver_sql("PRAGMA journal_mode = DELETE")
        return count
    finally:
        database.close()


def _file(database: Database) -> Path:
    url = database.engine.url
    if url.get_backend_name() != "sqlite" or not url.database:
        raise RuleError(
            msg("Cette base est sur PostgreSQL\u00a0: utilisez pg_dump, puis «\u00a0history renew\u00a0» après une restauration.")
        )
    return Path(url.database)


def _check(source: Path) -> None:
    allowed = msg("une copie entière faite par «\u00a0backup\u00a0»")
    try:
        with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as origin:
            sound = origin.execute("PRAGMA quick_check").fetchone() == ("ok",)
            origin.execute("SELECT id, epoch FROM organisation LIMIT 1").fetchall()
    except (OSError, sqlite3.Error) as error:
        raise InputError("file", source, allowed) from error
    if not sound:
        raise InputError("file", source, allowed)


def _at_rest(present: Path) -> bool:
    """Have the database in one file, with nothing beside it; whether there is one. What cannot be read stays as it is.

    Raises:
        RuleError: somebody has it open, and would go on writing into the file that is to be moved.
    """
    if not present.exists():
        return False
    try:
        with closing(sqlite3.connect(present, timeout=1, isolation_level=None)) as connection:
            # Works only for whoever is alone.
            mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise RuleError(msg("La base est utilisée\u00a0: arrêtez d’abord le serveur et «\u00a0worker\u00a0».")) from error
        return False
    if mode != ("delete",):
        raise RuleError(msg("La base est utilisée\u00a0: arrêtez d’abord le serveur et «\u00a0worker\u00a0»."))
    return True


def _set_aside(present: Path) -> None:
    """Give the database another name, and what lies beside it: SQLite would read that into the database that comes in its place."""
    if not present.exists():
        for ending in _BESIDE:
            Path(f"{present}{ending}").unlink(missing_ok=True)  # without its database it says nothing to anybody
        return
    aside = Path(f"{present}{_ASIDE}")
    for ending in ("", *_BESIDE):
        Path(f"{aside}{ending}").unlink(missing_ok=True)
    for ending in _BESIDE:
        with suppress(FileNotFoundError):
            Path(f"{present}{ending}").replace(f"{aside}{ending}")
    try:
        # A second name, so that there is a database at every moment: a server that starts now must not begin an empty one.
        aside.hardlink_to(present)
    except OSError:
        present.replace(aside)
