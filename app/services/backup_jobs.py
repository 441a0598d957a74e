"""Runs of a plan: a backup with its retention, and a verification. They need no database; what they found is left in the spool."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from app.domain.backup_problems import BackupProblem
from app.domain.clock import Clock
from app.domain.reasons import reason
from app.domain.records import BackupOperation, BackupResult
from app.domain.text import Text, msg
from app.domain.values.backups import BackupProgress, ReportRow, RunControl
from app.services import backup_sources
from app.services.backup_access import Access, Opened, RunError, ended_badly, open_repository, unhindered
from app.services.backup_sources import Sources
from app.services.backup_spool import Spool
from app.services.outputs import write_whole
from app.store.base import new_id
from app.system import restic
from app.system.child import Ending
from app.system.restic import Outcome

TAG = "parclair"
#: A backup that sends nothing for so long is stuck: restic tries again for a quarter of an hour by itself.
STUCK_SECONDS = 20 * 60.0
#: Finding what a cut off run had sent is worth no more.
_INDEX_SECONDS = 15 * 60.0
_NAMED = 3
Show = Callable[[BackupProgress], object]


@dataclass(frozen=True)
class Job:
    """Everything a run needs, taken from the database before it begins.

    Attributes:
        equipment_id, licence: what its reports are about.
        verify: read a sample of the repository back after the backup.
        resume: a backup before this one was cut off: what it had sent is used.
    """

    access: Access
    clock: Clock
    equipment_id: UUID
    licence: str
    verify: bool = False
    resume: bool = False


@dataclass
class Watch:
    """What a run tells and asks while it goes on.

    Attributes:
        show: receives the progress, several times a second.
        control: the window's; asked whether the user gave up.
    """

    show: Show | None = None
    control: RunControl | None = None

    def cancelled(self) -> bool:
        """Whether the user gave up."""
        return self.control is not None and self.control.cancelled

    def tell(self, progress: BackupProgress) -> None:
        """Pass progress on."""
        if self.show is not None:
            self.show(progress)
        if self.control is not None:
            self.control.report(progress.done_bytes, progress.total_bytes, progress.stage.render())


@dataclass
class Facts:
    """What is known of a run so far; becomes its report."""

    repository: str = ""
    snapshot: str = ""
    files: int = 0
    processed_bytes: int = 0
    added_bytes: int = 0
    remarks: list[Text] = field(default_factory=list)


def backup(job: Job, watch: Watch) -> ReportRow:
    """Save the plan's folders, then forget what retention no longer keeps, then verify where that is due.

    Never raises for what can go wrong with a repository: the report says it.

    Raises:
        RuleError: another run is under way; nothing was done.
        StorageError: the data folder cannot be written.
    """
    report = run_reported(job, BackupOperation.BACKUP, lambda facts: _backup(job, watch, facts))
    if job.verify and report.result is BackupResult.SUCCESS and not watch.cancelled():
        verify(job, watch)
    return report


def verify(job: Job, watch: Watch) -> ReportRow:
    """Check the repository's structure and read back a sample of one twentieth of its data.

    Raises:
        RuleError: another run is under way; nothing was done.
        StorageError: the data folder cannot be written.
    """
    return run_reported(job, BackupOperation.CHECK, lambda facts: _verify(job, watch, facts))


def run_reported(job: Job, operation: BackupOperation, work: Callable[[Facts], None]) -> ReportRow:
    """Do `work` under the marker, and leave its report; input that `work` refuses leaves none.

    Raises:
        InputError: see `work`.
        RuleError: another run is under way; nothing was done.
        StorageError: the data folder cannot be written.
    """
    started, ticks = job.clock.now(), time.monotonic()
    report = ReportRow(
        new_id(),
        job.equipment_id,
        job.licence,
        operation,
        BackupResult.FAILED,
        BackupProblem.UNKNOWN,
        "",
        started_at=started,
        finished_at=started,
    )
    spool, facts = Spool(job.access.data_folder), Facts()
    with spool.run(report):
        try:
            work(facts)
        except RunError as error:
            stopped = error.problem is BackupProblem.CANCELLED
            result = BackupResult.CANCELLED if stopped else BackupResult.FAILED
            report = replace(report, result=result, problem=error.problem, message=error.text.render())
        else:
            report = replace(report, result=BackupResult.SUCCESS, problem=None)
        report = replace(
            report,
            message=" ".join(filter(None, (report.message, *(remark.render() for remark in facts.remarks)))),
            finished_at=max(started, job.clock.now()),
            snapshot=facts.snapshot,
            files=facts.files,
            processed_bytes=facts.processed_bytes,
            added_bytes=facts.added_bytes,
            duration_seconds=round(time.monotonic() - ticks),
        )
        spool.leave(report, facts.repository)
    return report


def _backup(job: Job, watch: Watch, facts: Facts) -> None:
    access = job.access
    watch.tell(BackupProgress(msg("Ouverture du dépôt")))
    opened = open_repository(access, watch.cancelled, create=True)
    facts.repository = opened.identity
    if job.resume:
        _find_what_was_sent(opened, watch)
    watch.tell(BackupProgress(msg("Recherche des fichiers")))
    sources = _gathered(access, watch)
    try:
        outcome = unhindered(opened, lambda: _saved(access, opened, sources, watch, facts), exclusive=False)
    finally:
        backup_sources.clear(access.data_folder)
    if not outcome.ok and not (outcome.ending is Ending.EXITED and outcome.status == restic.INCOMPLETE):
        raise ended_badly(access, opened, outcome, exclusive=False)
    if sources.torn:
        names = shown_files(sources.torn)
        facts.remarks.append(
            msg("Bases de données tenues par un autre programme, enregistrées telles quelles\u00a0: {names}.", names=names)
        )
    if sources.missing:
        names = shown_files(sources.missing)
        raise RunError(BackupProblem.MISSING_SOURCE, msg("Introuvable\u00a0: {names}. Le reste est enregistré.", names=names))
    if outcome.status == restic.INCOMPLETE:
        raise RunError(BackupProblem.INCOMPLETE, _unread(outcome))
    _forget(access, opened, watch, facts)


def _find_what_was_sent(opened: Opened, watch: Watch) -> None:
    """Put what a run that was cut off had sent into the index, so that it is not sent again: restic writes that every ten minutes only.

    Where it does not work, or somebody else holds the repository, the data is sent again, and that is all.
    """
    watch.tell(BackupProgress(msg("Reprise de la sauvegarde interrompue")))
    unhindered(opened, lambda: opened.restic.repair_index(_INDEX_SECONDS), exclusive=True)


def _gathered(access: Access, watch: Watch) -> Sources:
    try:
        sources = backup_sources.gather(access.plan, access.data_folder, watch.cancelled)
    except OSError as error:
        raise RunError(
            BackupProblem.FULL_DISK, msg("Le dossier de données ne s’écrit pas\u00a0: {reason}.", reason=reason(error))
        ) from error
    if watch.cancelled():
        raise RunError(BackupProblem.CANCELLED, msg("Arrêtée à votre demande."))
    if len(sources.paths) == 1:
        if sources.missing:
            names = shown_files(sources.missing)
            raise RunError(BackupProblem.MISSING_SOURCE, msg("Introuvable\u00a0: {names}. Rien n’a été enregistré.", names=names))
        raise RunError(BackupProblem.MISSING_SOURCE, msg("Aucun des dossiers du plan n’existe sur ce poste."))
    return sources


def _saved(access: Access, opened: Opened, sources: Sources, watch: Watch, facts: Facts) -> Outcome:
    excludes = Spool(access.data_folder).folder / "excludes.txt"
    write_whole(excludes, "\n".join(sources.excluded).encode("utf-8", "surrogateescape"))
    options = ["--files-from-raw=-", f"--exclude-file={excludes}", "--exclude-caches", f"--host={platform.node()}", f"--tag={TAG}"]
    options += [f"--limit-upload={access.plan.bandwidth_kib}"] if access.plan.bandwidth_kib else []
    options += ["--use-fs-snapshot"] if sources.shadow else []
    given = b"".join(os.fsencode(path) + b"\0" for path in sources.paths)
    last: dict[str, Any] = {}

    def take(document: dict[str, Any]) -> bool:
        kind = document.get("message_type")
        if kind == "summary":
            facts.snapshot = str(document.get("snapshot_id", ""))
            facts.files = _count(document, "total_files_processed")
            facts.processed_bytes = _count(document, "total_bytes_processed")
            # What was really sent, compressed, where this restic says so.
            facts.added_bytes = _count(document, "data_added_packed") or _count(document, "data_added")
            size = facts.processed_bytes
            watch.tell(BackupProgress(msg("Sauvegarde en cours"), size, size, facts.files, facts.files))
            return True
        if kind != "status":
            return False
        current = document.get("current_files")
        watch.tell(
            BackupProgress(
                msg("Sauvegarde en cours"),
                _count(document, "bytes_done"),
                _count(document, "total_bytes"),
                _count(document, "files_done"),
                _count(document, "total_files"),
                str(current[0]) if isinstance(current, list) and current else "",
            )
        )
        moved = {name: document.get(name) for name in ("bytes_done", "files_done", "total_bytes", "current_files")}
        changed = moved != last
        last.update(moved)
        return changed

    return opened.restic.run("backup", options, given=given, on_document=take, seconds=None, quiet_seconds=STUCK_SECONDS)


def _forget(access: Access, opened: Opened, watch: Watch, facts: Facts) -> None:
    """Apply retention. The backup stands whatever happens here; a remark says what did not work."""
    kept = access.plan.retention
    if kept.keeps_all or watch.cancelled():
        return
    watch.tell(BackupProgress(msg("Suppression des sauvegardes anciennes")))
    options = [f"--host={platform.node()}", f"--tag={TAG}", "--group-by=host", "--keep-last=1", "--prune"]
    rules = {"daily": kept.keep_daily, "weekly": kept.keep_weekly, "monthly": kept.keep_monthly}
    options += [f"--keep-{name}={count}" for name, count in rules.items() if count]
    outcome = unhindered(opened, lambda: opened.restic.run("forget", options, seconds=None), exclusive=True)
    if not outcome.ok:
        error = ended_badly(access, opened, outcome, exclusive=True)
        facts.remarks.append(msg("Les anciennes sauvegardes n’ont pas pu être supprimées\u00a0: {reason}", reason=error.text))


def _verify(job: Job, watch: Watch, facts: Facts) -> None:
    access = job.access
    watch.tell(BackupProgress(msg("Ouverture du dépôt")))
    opened = open_repository(access, watch.cancelled, create=False)
    facts.repository = opened.identity
    watch.tell(BackupProgress(msg("Vérification du dépôt")))
    outcome = unhindered(opened, lambda: opened.restic.run("check", ("--read-data-subset=5%",), seconds=None), exclusive=True)
    if not outcome.ok:
        error = ended_badly(access, opened, outcome, exclusive=True)
        if error.problem in (BackupProblem.UNKNOWN, BackupProblem.NOT_WRITABLE):
            # The structure is sound, so it is the data that was read back which is not.
            text = msg("La relecture d’un échantillon trouve des données abîmées.")
            raise RunError(BackupProblem.DAMAGED, text)
        raise error


def _unread(outcome: Outcome) -> Text:
    items = list(dict.fromkeys(str(error.get("item", "")) for error in outcome.errors if error.get("message_type") == "error"))
    names = shown_files([item for item in items if item])
    if not names:
        return msg("Certains fichiers n’ont pas pu être lus\u202f; les autres sont enregistrés.")
    return msg("Fichiers illisibles\u00a0: {n}, dont {names}. Les autres sont enregistrés.", n=len(items), names=names)


def _count(document: dict[str, Any], name: str) -> int:
    value = document.get(name, 0)
    return value if isinstance(value, int) else 0


def shown_files(files: Sequence[str]) -> str:
    """The first names of a list, quoted."""
    return ", ".join(f"«\u00a0{name}\u00a0»" for name in files[:_NAMED])
