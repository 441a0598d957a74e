"""What runs leave for the database: a marker while one is under way, a report when it ended.

A run may last hours, and the program may be killed or the folder held by the window when it ends. So a run never writes into the
database: it leaves files in `backup/` of the data folder, and whoever holds the folder next takes them over (`BackupService.collect`).
A marker that nobody's lock stands behind any more is a run that was cut off: it counts as a failed report.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from app.domain.backup_problems import BackupProblem, known_problem
from app.domain.errors import InputError, RuleError, StorageError
from app.domain.records import BackupOperation, BackupResult
from app.domain.text import msg
from app.domain.values.backups import ReportRow
from app.services.outputs import write_whole
from app.system.single_instance import AlreadyRunningError, InstanceLock

FOLDER = "backup"
_MARKER, _REPORTS = "run.json", "reports"


@dataclass(frozen=True)
class Left:
    """A report that a run left, and the identity of the repository it opened (empty where it opened none)."""

    report: ReportRow
    repository: str
    path: Path


class Spool:
    """The files of one data folder's runs. Thread: any; one run at a time, across processes."""

    def __init__(self, data_folder: Path) -> None:
        self.folder = data_folder / FOLDER

    @contextmanager
    def run(self, started: ReportRow) -> Iterator[None]:
        """Hold the run's place for the block, with a marker that outlives a crash; `started` is what is known so far.

        Raises:
            RuleError: another run is under way.
            StorageError: the data folder cannot be written.
        """
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = InstanceLock(self.folder)
        try:
            lock.acquire("backup", patience=2.0)
        except AlreadyRunningError:
            raise RuleError(msg("Une sauvegarde, vérification ou restauration est déjà en cours sur ce poste.")) from None
        try:
            self._settle()
            write_whole(self.folder / _MARKER, _to_bytes(started, ""))
            try:
                yield
            except (InputError, RuleError):  # refused before anything ran
                (self.folder / _MARKER).unlink(missing_ok=True)
                raise
            (self.folder / _MARKER).unlink(missing_ok=True)
        finally:
            lock.release()

    def leave(self, report: ReportRow, repository: str) -> None:
        """Keep a report until it is collected.

        Raises:
            StorageError: the disk is full; the marker stays and counts as a failure.
        """
        folder = self.folder / _REPORTS
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(folder / f"{report.id}.json", _to_bytes(report, repository))

    def running(self) -> bool:
        """Whether a run is under way."""
        if not (self.folder / _MARKER).exists():
            return False
        return not self._unheld()

    def left(self) -> list[Left]:
        """The reports that wait, oldest first, with the one of a run that was cut off."""
        found = [left for path in sorted((self.folder / _REPORTS).glob("*.json")) if (left := _read(path)) is not None]
        marker = self.folder / _MARKER
        if (
            marker.exists()
            and self._unheld()
            and (cut := _read(marker)) is not None
            and all(cut.report.id != one.report.id for one in found)
        ):
            found.append(replace(cut, report=_interrupted(cut.report, marker)))
        return sorted(found, key=lambda left: left.report.finished_at)

    def drop(self, left: Left) -> None:
        """It was taken over."""
        left.path.unlink(missing_ok=True)

    def settle(self) -> None:
        """Turn the marker of a run that was cut off into its report, if there is one.

        Raises:
            StorageError: the data folder cannot be written.
        """
        if not (self.folder / _MARKER).exists():
            return
        lock = InstanceLock(self.folder)
        try:
            lock.acquire("look")
        except AlreadyRunningError:  # it is under way
            return
        try:
            self._settle()
        finally:
            lock.release()

    def _settle(self) -> None:
        """Turn the marker of a run that was cut off into its report. The lock is held."""
        marker = self.folder / _MARKER
        cut = _read(marker)
        if cut is not None and not (self.folder / _REPORTS / f"{cut.report.id}.json").exists():
            self.leave(_interrupted(cut.report, marker), "")
        marker.unlink(missing_ok=True)

    def _unheld(self) -> bool:
        lock = InstanceLock(self.folder)
        try:
            lock.acquire("look")
        except StorageError:  # held, or a folder that cannot be written: nothing is known of it
            return False
        lock.release()
        return True


def folder_holder(error: StorageError) -> str | None:
    """Who holds the data folder that could not be opened: `window` or `command`; None where that is not why."""
    return error.holder.partition(" ")[0] if isinstance(error, AlreadyRunningError) else None


def _interrupted(started: ReportRow, marker: Path) -> ReportRow:
    with contextlib.suppress(OSError):  # it is gone: the moment it began serves
        ended = datetime.fromtimestamp(marker.stat().st_mtime, tz=started.started_at.tzinfo)
        started = replace(started, finished_at=max(started.started_at, ended))
    message = msg("Parclair a été arrêté, ou le poste éteint, avant la fin.").render()
    return replace(started, result=BackupResult.FAILED, problem=BackupProblem.INTERRUPTED, message=message)


def _to_bytes(report: ReportRow, repository: str) -> bytes:
    document: dict[str, Any] = {
        "id": str(report.id),
        "equipment_id": str(report.equipment_id),
        "licence": report.licence,
        "operation": report.operation.value,
        "result": report.result.value,
        "problem": report.problem.value if report.problem else "",
        "message": report.message,
        "started_at": report.started_at.isoformat(),
        "finished_at": report.finished_at.isoformat(),
        "snapshot": report.snapshot,
        "files": report.files,
        "processed_bytes": report.processed_bytes,
        "added_bytes": report.added_bytes,
        "duration_seconds": report.duration_seconds,
        "repository": repository,
        "pid": os.getpid(),
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")


def _read(path: Path) -> Left | None:
    try:
        kept = json.loads(path.read_text("utf-8"))
        report = ReportRow(
            id=UUID(kept["id"]),
            equipment_id=UUID(kept["equipment_id"]),
            licence=kept["licence"],
            operation=BackupOperation(kept["operation"]),
            result=BackupResult(kept["result"]),
            problem=known_problem(kept["problem"]),
            message=kept["message"],
            started_at=datetime.fromisoformat(kept["started_at"]),
            finished_at=datetime.fromisoformat(kept["finished_at"]),
            snapshot=kept["snapshot"],
            files=int(kept["files"]),
            processed_bytes=int(kept["processed_bytes"]),
            added_bytes=int(kept["added_bytes"]),
            duration_seconds=int(kept["duration_seconds"]),
        )
        return Left(report, str(kept.get("repository", "")), path)
    except (OSError, ValueError, KeyError, TypeError):  # taken over meanwhile, or cut by a power failure: nothing can be made of it
        return None
