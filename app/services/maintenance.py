"""Looking after the data folder: the daily copy, and the checks of `doctor`."""

from __future__ import annotations

import contextlib
import os
import platform
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib import metadata
from pathlib import Path

from app.domain.errors import UserError
from app.domain.reasons import reason
from app.domain.text import Text, msg
from app.services.backup_checks import tool_check
from app.services.check import Check
from app.services.context import ServiceContext
from app.services.sync_checks import access_check, server_checks
from app.store import local_copies
from app.store.database import FILE_NAME, HEAD, schema_version


@dataclass(frozen=True)
class LocalCopy:
    """A copy of the database in the data folder. `size` is in bytes."""

    day: date
    path: Path
    size: int


class MaintenanceService:
    """Copies and checks. Thread: any; nothing here stops other work."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def daily_copy(self) -> Path | None:
        """Make today's local copy if there is none yet; where it is, or `None` when there was nothing to do.

        Raises:
            StorageError: the database is damaged or the disk is full.
        """
        today = self._context.clock.today()
        if not local_copies.copy_is_due(self._context.folder, today):
            return None
        return local_copies.make_copy(self._context.folder, today)

    def copies(self) -> list[LocalCopy]:
        """The local copies, newest first."""
        return [LocalCopy(local_copies.copy_day(path), path, path.stat().st_size) for path in local_copies.copies(self._context.folder)]

    def copy_now(self) -> Path:
        """Make today's local copy now, in place of one made earlier today; where it is.

        Raises:
            StorageError: the database is damaged or the disk is full; the copies there were are untouched.
        """
        return local_copies.make_copy(self._context.folder, self._context.clock.today())

    def checks(self) -> list[Check]:
        """Everything `doctor` reports about this data folder."""
        return list(checks(self._context.folder, self._context.clock.now()))


def checks(folder: Path, now: datetime, writable: Callable[[Path], Path] | None = None, *, offline: bool = False) -> Iterator[Check]:
    """The checks on a data folder, open or not. A check that fails says why and never raises. `offline`: the network is not asked."""
    yield Check("version", True, msg("Parclair {version}, Python {python}", version=program_version(), python=platform.python_version()))
    yield Check("system", True, msg("{system}", system=f"{platform.system()} {platform.release()} {platform.machine()}"))
    yield Check("sqlite", sqlite3.sqlite_version_info >= (3, 38), msg("SQLite {version}", version=sqlite3.sqlite_version))
    if writable is not None:
        yield _tried("folder", lambda: msg("{path}", path=writable(folder)))
    yield _tried(
        "schema", lambda: msg("schéma {version}", version=schema_version(folder / FILE_NAME) or msg("à créer ({head})", head=HEAD))
    )
    yield _database(folder)
    yield _tried("local_copies", lambda: _copies(folder))
    yield access_check(folder)
    yield tool_check(folder)
    yield from server_checks(folder, now, offline=offline)


def _tried(name: str, look: Callable[[], Text]) -> Check:
    try:
        return Check(name, True, look())
    except UserError as error:
        return Check(name, False, error.text)
    except OSError as error:
        return Check(name, False, msg("{reason}", reason=reason(error)))


def _copies(folder: Path) -> Text:
    found = local_copies.copies(folder)
    if not found:
        return msg("pas encore de copie\u00a0: la première est faite au prochain usage")
    return msg("la dernière est du {day}, {n} en tout", n=len(found), day=local_copies.copy_day(found[0]))


def _database(folder: Path) -> Check:
    path = folder / FILE_NAME
    if not os.path.exists(path):  # noqa: PTH110 - does not raise where the folder may not be looked into
        return Check("database", True, msg("pas encore créée\u00a0: {path}", path=path))
    found = local_copies.problems(path)
    if found:
        with contextlib.suppress(OSError):  # a full disk: the damage will be met again
            (folder / local_copies.DAMAGE_MARK).touch()
        detail = "; ".join(found[:3])
        return Check(
            "database",
            False,
            msg("endommagée\u00a0: {detail}. Relancez Parclair\u00a0: la dernière bonne copie sera reprise.", detail=detail),
        )
    return Check("database", True, msg("saine\u00a0: {path}, {size} Kio", path=path, size=path.stat().st_size // 1024))


def program_version() -> str:
    """The program's version; `0` when it runs from a source tree that was never installed."""
    try:
        return metadata.version("parclair")
    except metadata.PackageNotFoundError:
        return getattr(sys.modules.get("app"), "__version__", "0.1.0")
