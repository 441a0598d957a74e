"""Looking into backups and getting files back: into a new folder, never over files that are there, each checked against the backup."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from app.domain.backup_problems import BackupProblem
from app.domain.errors import InputError, RuleError
from app.domain.formatting import PARIS
from app.domain.reasons import reason
from app.domain.records import BackupOperation
from app.domain.text import msg
from app.domain.values.backups import BackupProgress, EntryKind, RestoreOutcome, RestorePreview, Snapshot, SnapshotEntry
from app.services.backup_access import Access, Opened, RunError, ended_badly, open_repository, unhindered
from app.services.backup_jobs import Facts, Job, Watch, run_reported, shown_files
from app.services.backup_sources import BASES, as_include, long_path
from app.services.backup_spool import FOLDER
from app.system.restic import Outcome

#: Room left on the disk beyond what is restored.
_SPARE = 64 * 1024**2
#: Windows takes command lines of 32,767 characters.
_LONGEST_ARGUMENTS = 24_000
_SHOWN = 200
_MARK = f"/{FOLDER}/{BASES}/"
_ID = re.compile(r"[0-9a-f]{8,64}")


@dataclass(frozen=True)
class Kept:
    """An entry with the place where the repository really has it: a database that was open is kept as a copy."""

    entry: SnapshotEntry
    place: str


def snapshots(access: Access, cancelled: Callable[[], bool] = lambda: False) -> tuple[Snapshot, ...]:
    """The backups in the repository, newest first.

    Raises:
        RunError: the repository cannot be opened.
    """
    opened = open_repository(access, cancelled, create=False)
    outcome = opened.restic.run("snapshots", ("--no-lock",), seconds=600)
    if not outcome.ok:
        raise ended_badly(access, opened, outcome, exclusive=False)
    found = [_snapshot(document) for documents in outcome.documents if isinstance(documents, list) for document in documents]
    return tuple(sorted(found, key=lambda snapshot: snapshot.time, reverse=True))


def contents(access: Access, snapshot: str, cancelled: Callable[[], bool] = lambda: False) -> tuple[Snapshot, list[Kept]]:
    """All that a backup holds, in its order; copies of databases stand where the databases were.

    Raises:
        InputError: no identifier of a backup.
        RunError: the repository cannot be opened, or has no such backup.
    """
    opened = open_repository(access, cancelled, create=False)
    return _contents(access, opened, snapshot)


def children(kept: Iterable[Kept], folder: str) -> tuple[SnapshotEntry, ...]:
    """What lies directly in `folder` ("/" for the top), folders first."""
    top = folder.rstrip("/") + "/"
    found = [one.entry for one in kept if one.entry.path.startswith(top) and "/" not in one.entry.path[len(top) :]]
    return tuple(sorted(found, key=lambda entry: (entry.kind is not EntryKind.FOLDER, entry.name.casefold(), entry.name)))


def preview(snapshot: Snapshot, kept: Sequence[Kept], paths: Sequence[str], target: Path) -> RestorePreview:
    """What restoring `paths` (all, where there are none) would write below `target`.

    Raises:
        InputError: `target` is no folder, or a path is not in the backup.
    """
    if not target.is_dir():
        raise InputError("target", target, msg("un dossier qui existe"))
    wanted = [one.entry for one in _selected(kept, paths) if one.entry.kind is EntryKind.FILE]
    free = shutil.disk_usage(target).free
    return RestorePreview(
        str(new_folder(snapshot, target)), len(wanted), sum(entry.size for entry in wanted), max(0, free - _SPARE), tuple(wanted[:_SHOWN])
    )


def new_folder(snapshot: Snapshot, target: Path) -> Path:
    """A folder in `target` that does not exist yet, named after the moment of the backup."""
    stem = f"Sauvegarde {snapshot.time.astimezone(PARIS):%Y-%m-%d %Hh%M}"
    names = [stem, *(f"{stem} ({n})" for n in range(2, 1000))]
    return next(path for name in names if not os.path.lexists(path := target / name))


def restore(job: Job, snapshot_id: str, paths: Sequence[str], target: Path, watch: Watch) -> RestoreOutcome:
    """Write files of a backup into a new folder below `target`, and check each.

    Raises:
        InputError: `target` is no folder, or a path is not in the backup; nothing was written.
        RuleError: too little room, or another run is under way; nothing was written.
    """
    written: list[RestorePreview] = []

    def work(facts: Facts) -> None:
        written.append(_restore(job.access, snapshot_id, paths, target, watch, facts))

    report = run_reported(job, BackupOperation.RESTORE, work)
    done = written[0] if written else None
    return RestoreOutcome(done.folder if done else "", done.files if done else 0, done.total_bytes if done else 0, report)


def _restore(access: Access, snapshot_id: str, paths: Sequence[str], target: Path, watch: Watch, facts: Facts) -> RestorePreview:
    watch.tell(BackupProgress(msg("Ouverture du dépôt")))
    opened = open_repository(access, watch.cancelled, create=False)
    facts.repository = opened.identity
    snapshot, kept = _contents(access, opened, snapshot_id)
    planned = preview(snapshot, kept, paths, target)
    if not planned.fits:
        raise RuleError(
            msg(
                "Il faut {need}\u00a0Mio et le disque de «\u00a0{path}\u00a0» n’en a que {free} de libres. Rien n’a été écrit.",
                need=-(-planned.total_bytes // 1024**2),
                free=planned.free_bytes // 1024**2,
                path=target,
            )
        )
    folder = Path(planned.folder)
    try:
        folder.mkdir()
    except OSError as error:
        raise InputError("target", target, msg("un dossier où écrire ({reason})", reason=reason(error))) from error
    facts.snapshot = snapshot.short_id
    wanted = _selected(kept, paths)
    watch.tell(BackupProgress(msg("Restauration en cours"), 0, planned.total_bytes, 0, planned.files))
    for includes in _batches(wanted, paths):
        _run_restore(access, opened, snapshot.id, includes, folder, watch)
    _put_back(wanted, folder)
    bad = wrong(wanted, folder)
    facts.files = planned.files - len(bad)
    facts.processed_bytes = planned.total_bytes
    if bad:
        text = msg("Fichiers non restaurés à l’identique\u00a0: {n}, dont {names}.", n=len(bad), names=shown_files(bad))
        raise RunError(BackupProblem.INCOMPLETE, text)
    return planned


def _run_restore(access: Access, opened: Opened, snapshot_id: str, includes: Sequence[str], folder: Path, watch: Watch) -> None:
    def take(document: dict[str, Any]) -> bool:
        if document.get("message_type") == "status":  # since 0.16
            done, total = document.get("bytes_restored", 0), document.get("total_bytes", 0)
            files, all_files = document.get("files_restored", 0), document.get("total_files", 0)
            watch.tell(BackupProgress(msg("Restauration en cours"), done, total, files, all_files))
        return True

    # What is written is read again by restic and compared with the backup's hashes.
    options = [f"--target={folder}", "--verify", *(f"--include={pattern}" for pattern in includes)]

    def command() -> Outcome:
        return opened.restic.run("restore", options, (snapshot_id,), on_document=take, seconds=None)

    outcome = unhindered(opened, command, exclusive=False)
    if not outcome.ok:
        error = ended_badly(access, opened, outcome, exclusive=False)
        text = msg("{reason} Ce qui a été restauré jusque-là est dans «\u00a0{folder}\u00a0».", reason=error.text, folder=folder)
        raise RunError(error.problem, text)


def _batches(wanted: Sequence[Kept], paths: Sequence[str]) -> Iterable[list[str]]:
    """The patterns to restore, in command lines that are not too long; one empty one for everything."""
    if not paths:
        yield []
        return
    moved = [one.place for one in wanted if one.place != one.entry.path]
    batch: list[str] = []
    for pattern in map(as_include, dict.fromkeys([*paths, *moved])):
        if batch and sum(map(len, batch)) + len(pattern) > _LONGEST_ARGUMENTS:
            yield batch
            batch = []
        batch.append(pattern)
    yield batch


def _put_back(wanted: Sequence[Kept], folder: Path) -> None:
    """Move the copies of databases to where the databases were."""
    tops = set()
    for one in wanted:
        if one.place == one.entry.path:
            continue
        source, target = _on_disk(folder, one.place), _on_disk(folder, one.entry.path)
        if source.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            source.replace(target)
        tops.add(one.place[: one.place.index(_MARK) + len(_MARK) - 1])
    for top in tops:
        shutil.rmtree(_on_disk(folder, top), ignore_errors=True)
        _prune(_on_disk(folder, top).parent, folder)


def _prune(path: Path, end: Path) -> None:
    """Remove the empty folders from `path` up to `end`."""
    while path != end and path.is_relative_to(end):
        try:
            path.rmdir()
        except OSError:  # something else was restored there
            return
        path = path.parent


def wrong(wanted: Iterable[Kept], folder: Path) -> list[str]:
    """The files that are not there, or not with the size that the backup says."""
    bad = []
    for one in wanted:
        if one.entry.kind is EntryKind.FILE:
            try:
                same = _on_disk(folder, one.entry.path).lstat().st_size == one.entry.size
            except OSError:
                same = False
            if not same:
                bad.append(one.entry.path)
    return bad


def _on_disk(folder: Path, path: str) -> Path:
    return Path(long_path(str(folder.absolute() / path.lstrip("/"))))


def _contents(access: Access, opened: Opened, snapshot: str) -> tuple[Snapshot, list[Kept]]:
    if _ID.fullmatch(snapshot) is None:
        raise InputError("snapshot", snapshot, msg("l’identifiant d’une sauvegarde, comme 1a2b3c4d"))
    heads: list[Snapshot] = []
    kept: list[Kept] = []

    def take(document: dict[str, Any]) -> bool:
        if "tree" in document and "paths" in document:
            heads.append(_snapshot(document))
        elif (found := _entry(document)) is not None:
            kept.append(found)
        return True

    outcome = opened.restic.run("ls", ("--no-lock",), (snapshot,), on_document=take, seconds=3600, quiet_seconds=300)
    if outcome.ok and heads:
        return heads[0], _cleared(kept)
    error = ended_badly(access, opened, outcome, exclusive=False)
    if error.problem in (BackupProblem.UNKNOWN, BackupProblem.NOT_WRITABLE):
        raise InputError("snapshot", snapshot, msg("l’identifiant d’une sauvegarde de ce dépôt"))
    raise error


def _cleared(kept: list[Kept]) -> list[Kept]:
    """Without the folders that only held copies of databases."""
    moved = {one.entry.path for one in kept if one.place != one.entry.path}
    named = {one.entry.path for one in kept if one.place == one.entry.path}
    found = [one for one in kept if not _of_bases(one.entry.path) and not (one.place == one.entry.path and one.entry.path in moved)]
    # The folders above a database are there when anything else in them was saved; else they are made up.
    for path in sorted(moved):
        for parent in _parents(path):
            if parent not in named:
                named.add(parent)
                found.append(Kept(SnapshotEntry(parent, parent.rsplit("/", 1)[1], EntryKind.FOLDER, 0, None), parent))
    return found


def _of_bases(path: str) -> bool:
    return f"{path}/".endswith(_MARK) or _MARK in path


def _parents(path: str) -> list[str]:
    parts = path.split("/")[1:-1]
    return ["/" + "/".join(parts[: n + 1]) for n in range(len(parts))]


def _entry(document: dict[str, Any]) -> Kept | None:
    path = document.get("path")
    if not isinstance(path, str) or not path.startswith("/"):
        return None
    kinds = {"dir": EntryKind.FOLDER, "file": EntryKind.FILE}
    kind = kinds.get(str(document.get("type")), EntryKind.OTHER)
    size = document.get("size", 0)
    shown = "/" + path.split(_MARK, 1)[1] if kind is not EntryKind.FOLDER and _MARK in path else path
    entry = SnapshotEntry(
        shown, shown.rsplit("/", 1)[1], kind, size if isinstance(size, int) else 0, _moment(str(document.get("mtime", "")))
    )
    return Kept(entry, path)


def _selected(kept: Sequence[Kept], paths: Sequence[str]) -> list[Kept]:
    if not paths:
        return list(kept)
    known = {one.entry.path for one in kept}
    for path in paths:
        if path not in known:
            raise InputError("path", path, msg("un fichier ou dossier de cette sauvegarde"))
    wanted = set(paths)
    return [one for one in kept if one.entry.path in wanted or any(parent in wanted for parent in _parents(one.entry.path))]


def _snapshot(document: dict[str, Any]) -> Snapshot:
    moment = _moment(str(document.get("time", "")))
    paths = tuple(path for path in document.get("paths") or () if not _of_bases(path.replace("\\", "/")))
    return Snapshot(str(document.get("id", "")), moment or datetime.fromtimestamp(0, PARIS), str(document.get("hostname", "")), paths)


def _moment(text: str) -> datetime | None:
    """A moment as Go writes it, with up to nine digits of a second."""
    try:
        return datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", text))
    except ValueError:
        return None
