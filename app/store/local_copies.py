"""Daily copies of the database, the integrity check, and the way back from a damaged file.

Copies are made with SQLite's own backup interface, checked, and only then given their final name; seven are kept.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.domain.errors import StorageError
from app.domain.text import Text, msg
from app.store.database import FILE_NAME, migrate
from app.store.errors import translated
from app.store.salvage import salvage

COPIES = "copies"
KEPT = 7
#: Left in the data folder when damage is met while working: the next start restores before it opens.
DAMAGE_MARK = "damage-found"


@dataclass(frozen=True)
class Restored:
    """What the restore did: which copy it took (`None`: there was none), what it read back, where the damaged file is."""

    copy: Path | None
    copy_day: date | None
    rows_read_back: int
    kept_aside: Path

    def notice(self) -> Text:
        """The message for the user."""
        if self.copy_day is None:
            return msg(
                "La base de données était endommagée. Il n’y avait pas encore de copie\u00a0: {rows} enregistrements ont été relus du fichier"
                " endommagé, qui est conservé ici\u00a0: {path}.",
                rows=self.rows_read_back,
                path=self.kept_aside,
            )
        return msg(
            "La base de données était endommagée. La copie du {day} a été reprise et {rows} enregistrements plus récents ont été relus du"
            " fichier endommagé, qui est conservé ici\u00a0: {path}.",
            day=self.copy_day,
            rows=self.rows_read_back,
            path=self.kept_aside,
        )


def copies(folder: Path) -> list[Path]:
    """The local copies, newest first."""
    return sorted((folder / COPIES).glob("parclair-*.sqlite3"), reverse=True)


def copy_day(path: Path) -> date:
    """The day in a copy's name."""
    return date.fromisoformat(path.stem.removeprefix("parclair-"))


def copy_is_due(folder: Path, today: date) -> bool:
    """Whether no copy of today exists yet."""
    found = copies(folder)
    return not found or copy_day(found[0]) < today


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
    target = folder / COPIES / f"parclair-{today.isoformat()}.sqlite3"
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


def restore(folder: Path, moment: datetime) -> Restored:
    """Put the damaged database aside, take the newest sound copy, and read back what the damaged file still gives.

    Raises:
        StorageError: the folder cannot be written; the damaged file is then where it was.
    """
    path = folder / FILE_NAME
    aside = folder / f"damaged-{moment:%Y%m%d-%H%M%S}"
    with translated(path):
        aside.mkdir(parents=True)
        for name in (FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"):
            if (folder / name).exists():
                (folder / name).replace(aside / name)
        sound = next((copy for copy in copies(folder) if not problems(copy)), None)
        if sound is not None:
            partial = path.with_suffix(".partial")
            partial.write_bytes(sound.read_bytes())
            partial.replace(path)
        migrate(path)
        rows = salvage(aside / FILE_NAME, path)
        (folder / DAMAGE_MARK).unlink(missing_ok=True)
    return Restored(sound, copy_day(sound) if sound else None, rows, aside / FILE_NAME)


def refuse_damaged_copy(folder: Path) -> None:
    """Raise when the database does not pass the check; used by `doctor`.

    Raises:
        StorageError: what the check found.
    """
    found = problems(folder / FILE_NAME)
    if found:
        raise StorageError(msg("La base de données est endommagée\u00a0: {detail}", detail="; ".join(found[:3])))
