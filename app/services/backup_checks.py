"""What `doctor` says about this PC's backups: whether there is a plan, and a restic to carry it out. The repository is not asked."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from app.domain.text import msg
from app.services.backup_settings import PLAN, TOOL
from app.services.check import Check
from app.store.connection import connect_reading
from app.store.database import FILE_NAME
from app.system import restic
from app.system.restic import ToolError


def has_plan(folder: Path) -> bool:
    """Whether this PC is to be backed up."""
    return bool(_setting(folder, PLAN))


def tool_check(folder: Path) -> Check:
    """The restic that backups would use. Without a plan a missing one is no fault. Starts it once."""
    if not has_plan(folder):
        return Check("restic", None, msg("aucun plan de sauvegarde sur ce poste"))
    try:
        found = restic.usable(_setting(folder, TOOL))
    except ToolError as error:
        return Check("restic", False, error.text)
    return Check("restic", True, msg("restic {version}, {path}", version=found.version, path=found.path))


def _setting(folder: Path, name: str) -> str:
    """A setting of this PC; nothing where it cannot be read: the checks of the database say why."""
    with contextlib.suppress(sqlite3.Error, OSError), contextlib.closing(connect_reading(folder / FILE_NAME)) as connection:
        row = connection.execute("SELECT value FROM local_setting WHERE name = ?", [name]).fetchone()
        return "" if row is None else str(row[0])
    return ""
