"""The demo's backups of the last month: one PC whose backups succeed, one where the disk of the backups is full since yesterday."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.records import BackupOperation, BackupResult
from app.services.demo_machines import Identify, Row

_DAYS = 30
_MEBIBYTE = 1024 * 1024


def backup_rows(machines: Sequence[tuple[UUID, str]], chance: random.Random, now: datetime, identify: Identify) -> list[Row]:
    """Reports of the month before `now` for the first two of `machines` (id and licence), the oldest first."""
    rows: list[Row] = []
    for place, (machine, licence) in enumerate(machines[:2]):
        size = chance.randrange(1800, 5200) * _MEBIBYTE
        for ago in range(_DAYS, -1, -1):
            # Early today, so that a demo opened at any hour shows a PC whose backup is good.
            begun = now - timedelta(days=ago, minutes=chance.randrange(15, 40))
            if begun.weekday() == 6 and ago:
                continue
            size += chance.randrange(2, 30) * _MEBIBYTE
            rows += _runs(machine, licence, begun, size, chance, identify, failed=place == 1 and ago < 2)
    return sorted(rows, key=lambda row: row["started_at"])


def _runs(
    machine: UUID, licence: str, begun: datetime, size: int, chance: random.Random, identify: Identify, *, failed: bool
) -> Iterator[Row]:
    seconds = chance.randrange(4, 9) if failed else chance.randrange(40, 260)
    ended = begun + timedelta(seconds=seconds)
    yield {
        "id": identify(begun),
        "equipment_id": machine,
        "licence": licence,
        "operation": BackupOperation.BACKUP,
        "result": BackupResult.FAILED if failed else BackupResult.SUCCESS,
        "problem": "full_disk" if failed else "",
        "message": "",
        "started_at": begun,
        "finished_at": ended,
        "snapshot": "" if failed else f"{chance.getrandbits(32):08x}",
        "files": 0 if failed else chance.randrange(11_000, 11_600),
        "processed_bytes": 0 if failed else size,
        "added_bytes": 0 if failed else chance.randrange(2, 60) * _MEBIBYTE,
        "duration_seconds": seconds,
        "created_at": begun,
        "updated_at": begun,
    }
    if begun.weekday() == 0 and not failed:
        checked = ended + timedelta(minutes=2)
        yield {
            "id": identify(checked),
            "equipment_id": machine,
            "licence": licence,
            "operation": BackupOperation.CHECK,
            "result": BackupResult.SUCCESS,
            "started_at": checked,
            "finished_at": checked + timedelta(seconds=48),
            "duration_seconds": 48,
            "created_at": checked,
            "updated_at": checked,
        }
