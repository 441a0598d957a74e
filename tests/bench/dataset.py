"""The data folders that are measured on: made once, kept in `build/cache/bench`."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from app.bootstrap import open_folder
from app.domain.values.equipment import EquipmentQuery

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / "build" / "cache" / "bench"
MANY = 100_000


def office(machines: int) -> Path:
    """A demo office with that many machines."""
    folder = CACHE / f"office-{machines}-{schema()}"
    if (folder / "complete").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    opened = open_folder(folder, role="command")
    try:
        opened.services.demo.fill(machines)
        total = opened.services.equipment.page(EquipmentQuery(), 0, 1).total
        if total != machines:
            raise RuntimeError(f"{total} machines instead of {machines}")
        opened.services.maintenance.daily_copy()
    finally:
        opened.close()
    (folder / "complete").touch()
    return folder


def schema() -> str:
    """A word that changes with any migration: a folder of another schema is of no use."""
    digest = hashlib.sha256()
    for migration in sorted((ROOT / "app" / "store" / "migrations" / "versions").glob("*.py")):
        digest.update(migration.read_bytes())
    return digest.hexdigest()[:12]
