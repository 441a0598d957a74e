"""Backups as a user sees them: the plan of this PC, runs and restores, the state of every licence, the recovery sheet."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from uuid import UUID

from app.domain import recovery
from app.domain.errors import InputError, NotFoundError, RuleError, StorageError
from app.domain.text import msg
from app.domain.values.backups import (
    BackupOverview,
    BackupPlan,
    BackupProgress,
    LicenceState,
    ReportRow,
    RestoreOutcome,
    RestorePreview,
    RunControl,
    Snapshot,
    SnapshotEntry,
    ToolInfo,
)
from app.services import backup_jobs, backup_plans, backup_records, backup_restores, backup_sources, backup_states, backup_times
from app.services.backup_access import Access, told
from app.services.backup_jobs import Job, Watch
from app.services.backup_plans import ACCESS, PASSWORD
from app.services.backup_settings import PLAN, REPOSITORY, TOOL
from app.services.backup_spool import Spool
from app.services.context import ServiceContext
from app.store import backup_queries, pc_queries
from app.store.unit_of_work import Session
from app.system import restic
from app.system.restic import ToolError
from app.system.secrets import SecretStore


@dataclass(frozen=True)
class BackupDetail:
    """One licence with its history, newest first."""

    licence: LicenceState
    history: tuple[ReportRow, ...]


class BackupService:
    """Backups of this PC, and what is known of the others'.

    Thread: any. `run`, `verify`, `restore`, `snapshots`, `browse` and `preview` start restic and may take long: never in the thread
    that other work waits for. The first three write nothing into the database while they run.
    """

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store
        self._spool = Spool(context.folder)
        self._listed: tuple[str, Snapshot, list[backup_restores.Kept]] | None = None

    @cached_property
    def secrets(self) -> SecretStore:
        """Where the passwords are."""
        return SecretStore(self._context.folder)

    # What is known

    def overview(self, site_id: UUID | None = None) -> BackupOverview:
        """Every licence's state, and how this PC saves itself. Starts no program."""
        now = self._context.clock.now()
        waiting = [left.report for left in self._spool.left()]
        with self._store.reading() as session:
            here = backup_states.this_pc(session)
            plan = backup_records.plan(session)
            mine = backup_states.licence_of(session, self._context, now, waiting, here) if here else None
            found = backup_states.licences(session, self._context, now, waiting, site_id)
            reports = backup_records.own_reports(session, here, waiting, now)
        return BackupOverview(
            licences=found,
            this_pc=here,
            this_pc_state=mine,
            plan=plan,
            next_run=backup_times.next_run(plan.schedule, reports, now) if plan else None,
            running=self._spool.running(),
            password_known=self.secrets.get(PASSWORD) is not None,
            keyring_works=self.secrets.works,
            keyring_detail=self.secrets.detail(),
        )

    def detail(self, equipment_id: UUID, days: int = 90) -> BackupDetail:
        """One machine's state and history.

        Raises:
            NotFoundError: no such machine.
        """
        now = self._context.clock.now()
        waiting = [left.report for left in self._spool.left()]
        with self._store.reading() as session:
            found = backup_states.licence_of(session, self._context, now, waiting, equipment_id)
        if found is None:
            raise NotFoundError(msg("Matériel introuvable\u00a0: {id}", id=equipment_id))
        return BackupDetail(found, self.history(equipment_id, days))

    def history(self, equipment_id: UUID, days: int = 90) -> tuple[ReportRow, ...]:
        """What the runs of a machine reported in the last `days` days, newest first."""
        since = self._context.clock.now() - timedelta(days=days)
        with self._store.reading() as session:
            rows = [backup_states.report_row(row) for row in backup_queries.reports(session, equipment_id, since)]
        known = {row.id for row in rows}
        waiting = [left.report for left in self._spool.left() if left.report.equipment_id == equipment_id and left.report.id not in known]
        return tuple(sorted([*rows, *waiting], key=lambda row: row.finished_at, reverse=True))

    def tool(self) -> ToolInfo:
        """The restic that would be used; starts it once."""
        with self._store.reading() as session:
            chosen = pc_queries.setting(session, TOOL)
        try:
            found = restic.usable(chosen)
        except ToolError as error:
            return ToolInfo(False, error.version, error.path, error.text, error.problem)
        return ToolInfo(True, found.version, str(found.path), msg("restic {version}, {path}", version=found.version, path=found.path))

    def set_tool(self, path: str) -> None:
        """Say where restic is; an empty path: where it is found.

        Raises:
            InputError: there is no restic, or one that is too old.
        """
        if path:
            try:
                restic.usable(path)
            except ToolError as error:
                raise InputError("restic", path, error.text) from error
        with self._store.writing() as unit:
            pc_queries.set_setting(unit.session, TOOL, path)

    # The plan

    def plan(self) -> BackupPlan | None:
        """The plan of this PC; None before one was made."""
        with self._store.reading() as session:
            return backup_records.plan(session)

    def set_plan(
        self, plan: BackupPlan, password: str | None = None, credentials: str | None = None, *, new_repository: bool = False
    ) -> bool:
        """Keep the plan, and its secrets in the keyring; whether the keyring has them (otherwise they last until the program ends).

        Args:
            password: the repository's; None: the one known stays.
            credentials: the secret of the destination (REST password, S3 secret key); None: the one known stays.
            new_repository: the repository known at this address is gone for good: a new one may be made there.

        Raises:
            InputError: a value that cannot be; nothing was kept.
            StorageError: the operating system's scheduler refused the plan; the plan itself is kept.
        """
        checked, typed = backup_plans.checked_plan(plan)
        if password is not None and not password.strip():
            raise InputError("password", "", msg("un mot de passe non vide"))
        before = self.plan()
        kept = [self.secrets.set(PASSWORD, password)] if password is not None else []
        secret = credentials if credentials is not None else typed
        kept += [self.secrets.set(ACCESS, secret)] if secret is not None else []
        moved = before is not None and before.destination != checked.destination
        with self._store.writing() as unit:
            if moved or new_repository:
                pc_queries.set_setting(unit.session, REPOSITORY, "")
            pc_queries.set_setting(unit.session, PLAN, backup_plans.to_json(checked))
        if moved and secret is None:
            self.secrets.forget(ACCESS)
        backup_plans.install(self._context.folder, before, checked)
        return all(kept)

    def new_password(self) -> str:
        """A password nobody can guess (148 bits), in groups that can be read from paper and typed."""
        return recovery.new_password()

    def use_password(self, password: str | None, secret: str | None = None) -> bool:
        """Take a password or the destination's secret that somebody typed; whether the keyring keeps them."""
        kept = [self.secrets.set(PASSWORD, password)] if password else []
        kept += [self.secrets.set(ACCESS, secret)] if secret else []
        return all(kept)

    def use_once(self, password: str | None, secret: str | None = None) -> None:
        """Take them for this run of the program only: the keyring is not touched."""
        self.secrets.hold(PASSWORD, password)
        self.secrets.hold(ACCESS, secret)

    def folders(self) -> tuple[str, ...]:
        """Every folder that the plan saves, presets included."""
        plan = self.plan()
        return backup_sources.chosen(plan, self._context.folder) if plan else ()

    def gesticlean_folders(self) -> tuple[str, ...]:
        """GestiClean's data folders on this PC."""
        return tuple(str(path) for path in backup_sources.gesticlean_folders())

    def recovery_sheet(self, target: Path) -> Path:
        """Write the recovery sheet, with the password in clear, to `target`: to be printed and put away, not kept on the PC.

        Raises:
            RuleError: there is no plan, or its password is not at hand.
            InputError: `target` is a folder, or stands in none.
            StorageError: it cannot be written.
        """
        from app.services.backup_sheet import sheet_bytes
        from app.services.outputs import staged

        plan, password = self.plan(), self.secrets.get(PASSWORD)
        if plan is None or password is None:
            raise RuleError(msg("La fiche de secours a besoin d’un plan de sauvegarde et de son mot de passe."))
        with staged(target, sheet_bytes(self._context, plan, password)):
            return target

    # Runs

    def due(self, now: datetime) -> bool:
        """Whether a backup should begin now: one is planned, or was missed while the PC was off or asleep, and none is under way.

        Not while the password is unknown, once a run has said so: see `waits_for_password`.
        """
        plan, reports = self._planned(now)
        if plan is None or backup_times.next_run(plan.schedule, reports, now) > now or self._spool.running():
            return False
        return not self._waits_for_password(reports)

    def waits_for_password(self, now: datetime) -> bool:
        """Whether planned backups wait until somebody types the password: one has failed for want of it, and it is still unknown."""
        plan, reports = self._planned(now)
        return plan is not None and self._waits_for_password(reports)

    def prepare(self) -> Job:
        """Take all that a run needs from the database; adds this PC to the equipment where it is not in it yet.

        Raises:
            RuleError: there is no plan.
            StorageError: the database cannot be written.
        """
        self.collect()
        now = self._context.clock.now()
        with self._store.reading() as session:
            plan = _needed(backup_records.plan(session))
            here = backup_states.this_pc(session)
        if here is None:
            here = self._add_this_pc()
        with self._store.reading() as session:
            reports = backup_records.own_reports(session, here, [], now)
            licence = backup_states.licence_of(session, self._context, now, [], here)
            access = self._access(session, plan)
        due = plan.verify_weekly and backup_times.verification_due(reports, now)
        resume = backup_times.was_cut_off(reports)
        return Job(access, self._context.clock, here, licence.licence if licence else "", verify=due, resume=resume)

    def run(self, progress: Callable[[BackupProgress], object] | None = None, control: RunControl | None = None) -> ReportRow:
        """Back up now: what the report says is in its `result`, `problem` and `message`.

        Raises:
            RuleError: there is no plan, or another run is under way; nothing was done.
            StorageError: the data folder cannot be written.
        """
        job = self.prepare()
        return self._collected(backup_jobs.backup(job, Watch(progress, control)))

    def verify(self, progress: Callable[[BackupProgress], object] | None = None, control: RunControl | None = None) -> ReportRow:
        """Check the repository and read a sample of it back now.

        Raises:
            RuleError: there is no plan, or another run is under way; nothing was done.
            StorageError: the data folder cannot be written.
        """
        job = self.prepare()
        return self._collected(backup_jobs.verify(job, Watch(progress, control)))

    def collect(self) -> int:
        """Take over the reports that runs left, of this program or of the scheduler's; how many they were.

        Raises:
            StorageError: the database cannot be written; they wait on.
        """
        self._spool.settle()
        waiting = self._spool.left()
        if not waiting:
            return 0
        with self._store.writing() as unit:
            for left in waiting:
                backup_records.take_over(unit.session, left)
        for left in waiting:
            self._spool.drop(left)
        return len(waiting)

    # Looking back and restoring

    def snapshots(self) -> tuple[Snapshot, ...]:
        """The backups in the repository, newest first.

        Raises:
            RuleError: there is no plan, or the repository cannot be opened; the text says why and what to do.
        """
        with told():
            return backup_restores.snapshots(self._current_access())

    def browse(self, snapshot: str, path: str = "/") -> tuple[SnapshotEntry, ...]:
        """What lies in a folder of a backup, folders first. The first look at a backup reads its whole list.

        Raises:
            InputError: no such backup.
            RuleError: there is no plan, or the repository cannot be opened.
        """
        return backup_restores.children(self._contents(snapshot)[1], path)

    def preview(self, snapshot: str, paths: Sequence[str], target: Path) -> RestorePreview:
        """What restoring `paths` of a backup (all, where there are none) below `target` would write, and whether it fits.

        Raises:
            InputError: no such backup, path or folder.
            RuleError: there is no plan, or the repository cannot be opened.
        """
        found, kept = self._contents(snapshot)
        return backup_restores.preview(found, kept, paths, target)

    def restore(
        self,
        snapshot: str,
        paths: Sequence[str],
        target: Path,
        progress: Callable[[BackupProgress], object] | None = None,
        control: RunControl | None = None,
    ) -> RestoreOutcome:
        """Write `paths` of a backup (all, where there are none) into a new folder below `target`; no file there is touched.

        Raises:
            InputError: no such backup, path or folder; nothing was written.
            RuleError: there is no plan, too little room, or another run is under way; nothing was written.
            StorageError: the data folder cannot be written.
        """
        job = self.prepare()
        outcome = backup_restores.restore(job, snapshot, paths, target, Watch(progress, control))
        self._collected(outcome.report)
        return outcome

    # The option

    def subscribe(self, equipment_id: UUID, licence: str, subscribed: bool) -> None:
        """Say whether a machine's licence has the backup option.

        Raises:
            NotFoundError: no such machine.
            RuleError: a condition of the option is not met on that machine.
            InputError: the licence is no text of at most 120 characters.
        """
        with self._store.writing() as unit:
            backup_records.subscribe(unit.session, self._context, equipment_id, licence, subscribed=subscribed)

    # Inside

    def _access(self, session: Session, plan: BackupPlan) -> Access:
        known, tool = pc_queries.setting(session, REPOSITORY), pc_queries.setting(session, TOOL)
        return Access(plan, self._context.folder, self.secrets, known, tool)

    def _current_access(self) -> Access:
        with self._store.reading() as session:
            return self._access(session, _needed(backup_records.plan(session)))

    def _contents(self, snapshot: str) -> tuple[Snapshot, list[backup_restores.Kept]]:
        if self._listed is None or self._listed[0] != snapshot:
            with told():
                self._listed = (snapshot, *backup_restores.contents(self._current_access(), snapshot))
        return self._listed[1], self._listed[2]

    def _collected(self, report: ReportRow) -> ReportRow:
        # The report is safe in the spool: a database that cannot be written now takes it over later.
        with contextlib.suppress(StorageError):
            self.collect()
        return report

    def _planned(self, now: datetime) -> tuple[BackupPlan | None, list[ReportRow]]:
        with self._store.reading() as session:
            here = backup_states.this_pc(session)
            return backup_records.plan(session), backup_records.own_reports(
                session, here, [left.report for left in self._spool.left()], now
            )

    def _waits_for_password(self, reports: Sequence[ReportRow]) -> bool:
        return backup_times.waits_for_password(reports) and self.secrets.get(PASSWORD) is None

    def _add_this_pc(self) -> UUID:
        from app.services.this_pc import ThisPcService

        return ThisPcService(self._context).add()


def _needed(plan: BackupPlan | None) -> BackupPlan:
    if plan is None:
        raise RuleError(msg("Aucun plan de sauvegarde sur ce poste. Choisissez d’abord quoi sauvegarder et où."))
    return plan
