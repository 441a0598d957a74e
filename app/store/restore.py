"""The way back from a damaged or missing database: the newest sound copy, and what the damaged file still gives.

The new file is built and checked beside the old one. Only when it is whole on the disk does it take a name (`….restored`) that
says so; then the damaged file is moved aside and the new one takes its place. A crash or a full disk at any point leaves
either the old state or a finished file that the next start puts in place.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.domain.text import Text, msg
from app.store.database import FILE_NAME, migrate
from app.store.errors import translated
from app.store.local_copies import DAMAGE_MARK, copies, copy_day, problems
from app.store.salvage import salvage

_BUILDING = f"{FILE_NAME}.building"
_RESTORED = f"{FILE_NAME}.restored"
_PARTS = ("", "-wal", "-shm")


@dataclass(frozen=True)
class Restored:
    """What the restore did: which copy it took, how many rows it read back, where the damaged file is (`None`: it was missing)."""

    copy_day: date | None
    rows_read_back: int
    kept_aside: Path | None

    def notice(self) -> Text:
        """The message for the user."""
        if self.kept_aside is None:
            return msg("La base de données manquait dans le dossier de données. La copie du {day} a été reprise.", day=self.copy_day)
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


def is_missing(folder: Path) -> bool:
    """Whether there is no database although there was one: an empty one must not take its place unasked."""
    path = folder / FILE_NAME
    return (not path.exists() or path.stat().st_size == 0) and bool(copies(folder) or (folder / _RESTORED).exists())


def restore(folder: Path, moment: datetime) -> Restored:
    """Put the newest sound copy in place, with what the damaged file still gives, and keep that file aside.

    Raises:
        StorageError: the disk is full or the folder cannot be written; the damaged file is where it was.
    """
    path, finished = folder / FILE_NAME, folder / _RESTORED
    sound = next((copy for copy in copies(folder) if not problems(copy)), None)
    rows = 0
    with translated(path):
        if not finished.exists():
            rows = _build(folder, sound)
        aside = _move_aside(folder, moment)
        finished.replace(path)
        _sync(folder)
        (folder / DAMAGE_MARK).unlink(missing_ok=True)
    return Restored(copy_day(sound) if sound else None, rows, aside)


def _build(folder: Path, sound: Path | None) -> int:
    """The new database, whole and checked, under the name that says so; how many rows the damaged file gave."""
    path, building = folder / FILE_NAME, folder / _BUILDING
    _forget(building)
    try:
        if sound is not None:
            shutil.copyfile(sound, building)
        migrate(building)
        rows = salvage(path, building) if path.exists() and path.stat().st_size else 0
        with closing(sqlite3.connect(building)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        found = problems(building)
        if found:
            raise RuntimeError(f"the restored database does not pass the check: {'; '.join(found[:3])}")
        with building.open("rb") as file:
            os.fsync(file.fileno())
        building.replace(folder / _RESTORED)
    finally:
        _forget(building)
    return rows


def _move_aside(folder: Path, moment: datetime) -> Path | None:
    if not (folder / FILE_NAME).exists():
        return None
    aside = folder / f"damaged-{moment:%Y%m%d-%H%M%S}"
    while aside.exists():
        aside = aside.with_name(f"{aside.name}-2")
    aside.mkdir()
    # The log goes first: without its file it means nothing, and the file without it is still readable.
    for suffix in reversed(_PARTS):
        part = folder / f"{FILE_NAME}{suffix}"
        if part.exists():
            part.replace(aside / part.name)
    return aside / FILE_NAME


def _sync(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _forget(path: Path) -> None:
    for suffix in (*_PARTS, "-journal"):
        path.with_name(f"{path.name}{suffix}").unlink(missing_ok=True)
