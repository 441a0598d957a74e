"""`backup`: how backups are, and everything done with them: plan, run, verify, look back, restore.

Secrets never stand on the command line. They come from the keyring, from the environment (`PARCLAIR_BACKUP_PASSWORD`,
`PARCLAIR_BACKUP_SECRET`, for this run only) or, with `--password-stdin`, from standard input.

`run` does not hold the data folder while restic works: the window can be opened meanwhile. Where the window has it already, `run`
is refused (status 1), as the window does the planned backups itself; with `--scheduled`, the operating system's scheduler, that is
no failure: it answers `"skipped": "window"` with status 0, `"skipped": "not_due"` where a backup was made since, and
`"skipped": "no_password"` where one has failed for want of the password and it is still unknown.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.commands.base import Answer, Call, count_argument
from app.commands.output import shown, table
from app.commands.parsing import Parser, action, actions
from app.domain.errors import InputError, RuleError, StorageError
from app.domain.text import Text, msg, tr

if TYPE_CHECKING:
    from app.domain.values.backups import BackupOverview, BackupPlan, LicenceState, ReportRow
    from app.services import Services
    from app.services.backups import BackupService

PASSWORD, SECRET = "PARCLAIR_BACKUP_PASSWORD", "PARCLAIR_BACKUP_SECRET"


def register(_: str, parser: Parser) -> None:
    """The actions of `backup`."""
    group = actions(parser)
    action(group, "status", tr("l’état de chaque licence, d’après les comptes rendus"), _status)
    run = action(group, "run", tr("sauvegarder maintenant"), _run)
    run.add_argument("--scheduled", action="store_true", help=tr("lancé par le planificateur\u00a0: ne fait rien si rien n’est dû"))
    verify = action(group, "verify", tr("contrôler le dépôt et en relire un échantillon"), _verify)
    snapshots = action(group, "snapshots", tr("les sauvegardes du dépôt"), _snapshots)
    restore = action(group, "restore", tr("restaurer dans un nouveau dossier"), _restore)
    restore.add_argument("snapshot", metavar="SNAPSHOT", help=tr("l’identifiant d’une sauvegarde, ou latest"))
    restore.add_argument(
        "--path", metavar="PATH", action="append", default=[], help=tr("ce qu’il faut restaurer (répétable\u202f; par défaut\u00a0: tout)")
    )
    restore.add_argument("--target", metavar="DIR", required=True, help=tr("le dossier où créer le nouveau dossier"))
    restore.add_argument("--dry-run", action="store_true", help=tr("montrer ce qui serait restauré"))
    plan = action(group, "plan", tr("montrer le plan de ce poste, ou le changer"), _plan)
    _plan_options(plan)
    for one in (run, verify, snapshots, restore, plan):
        one.add_argument("--password-stdin", action="store_true", help=tr("lire le mot de passe du dépôt sur l’entrée standard"))


def _plan_options(parser: Parser) -> None:
    parser.add_argument("--destination", metavar="folder|rest|s3|sftp", help=tr("le genre de destination"))
    parser.add_argument("--location", metavar="TEXT", help=tr("dossier ou adresse, sans mot de passe"))
    parser.add_argument("--user", metavar="NAME", help=tr("l’identifiant d’accès à la destination"))
    parser.add_argument("--folder", metavar="DIR", action="append", help=tr("un dossier à sauvegarder (répétable)"))
    parser.add_argument("--no-parclair-data", action="store_true", help=tr("sans les données de Parclair"))
    parser.add_argument("--time", metavar="HH:MM", action="append", help=tr("une heure de sauvegarde (répétable)"))
    parser.add_argument("--every-hours", metavar="N", help=tr("toutes les N heures au lieu d’heures fixes"))
    parser.add_argument("--bandwidth", metavar="KIB", help=tr("débit d’envoi, en Kio par seconde\u202f; 0\u00a0: sans limite"))
    parser.add_argument("--restic", metavar="FILE", help=tr("où se trouve restic"))
    parser.add_argument("--new-password", action="store_true", help=tr("engendrer un mot de passe (imprimez la fiche de secours)"))
    parser.add_argument("--install", action="store_true", help=tr("confier les sauvegardes au planificateur du système"))
    parser.add_argument("--no-install", action="store_true", help=tr("les retirer du planificateur du système"))
    parser.add_argument("--recovery-sheet", metavar="FILE", help=tr("écrire la fiche de secours (PDF, mot de passe en clair)"))


def _status(call: Call) -> Answer:
    with call.services(write=False) as services:
        overview = services.backups.overview()
    return Answer(_document(overview), _lines(overview))


def _run(call: Call) -> Answer:
    from app.services.backup_jobs import Watch, backup
    from app.services.backup_spool import folder_holder

    typed = _typed(call)
    try:
        with call.services(write=True) as services:
            _use(services, typed)
            now = call.doors.clock.now()
            if call.given.scheduled and not services.backups.due(now):
                if services.backups.waits_for_password(now):
                    return _skipped(services, "no_password", msg("Les sauvegardes prévues attendent le mot de passe du dépôt."))
                return _skipped(services, "not_due", msg("Rien à faire\u00a0: aucune sauvegarde n’est due."))
            job = services.backups.prepare()
    except StorageError as error:
        holder = folder_holder(error)
        if not call.given.scheduled or holder is None:
            raise
        with call.services(write=False) as services:
            return _skipped(services, holder, msg("Parclair est déjà ouvert sur ce dossier\u00a0: c’est lui qui sauvegarde."))
    return _after(call, [backup(job, Watch())])


def _verify(call: Call) -> Answer:
    from app.services.backup_jobs import Watch, verify

    typed = _typed(call)
    with call.services(write=True) as services:
        _use(services, typed)
        job = services.backups.prepare()
    return _after(call, [verify(job, Watch())])


def _after(call: Call, reports: Sequence[ReportRow]) -> Answer:
    """The answer once a run has ended; its report goes into the database, or waits for the window to take it over."""
    from app.domain.backup_problems import next_step
    from app.domain.records import BackupResult, label

    try:
        with call.services(write=True) as services:
            services.backups.collect()
            overview = services.backups.overview()
    except StorageError:
        with call.services(write=False) as services:
            overview = services.backups.overview()
    last = reports[-1]
    lines = [
        f"{shown(label(last.operation))}\u00a0: {shown(label(last.result))}",
        *([last.message] if last.message else []),
        *_lines(overview),
    ]
    document = {**_document(overview), "report": _report(last)}
    if last.result is BackupResult.SUCCESS:
        return Answer(document, lines)
    step: Text | str = next_step(last.problem) if last.problem is not None else ""
    error = msg("{what} {step}", what=last.message or label(last.result), step=step)
    return Answer(document, lines, status=1, error=error)


def _skipped(services: Services, why: str, text: Text) -> Answer:
    overview = services.backups.overview()
    return Answer({**_document(overview), "skipped": why}, [text.render()])


def _snapshots(call: Call) -> Answer:
    typed = _typed(call)
    with call.services(write=False) as services:
        _use(services, typed)
        found = services.backups.snapshots()
    document = {"snapshots": [{"id": one.id, "time": one.time, "host": one.host, "paths": list(one.paths)} for one in found]}
    return Answer(document, table([tr("Sauvegarde"), tr("Faite le"), tr("Poste")], [(one.short_id, one.time, one.host) for one in found]))


def _restore(call: Call) -> Answer:
    from app.domain.records import BackupResult

    given, typed = call.given, _typed(call)
    target = Path(given.target)
    with call.services(write=not given.dry_run) as services:
        _use(services, typed)
        snapshot = given.snapshot
        if snapshot == "latest":
            found = services.backups.snapshots()
            if not found:
                raise InputError("snapshot", snapshot, msg("une sauvegarde\u00a0: le dépôt n’en a aucune"))
            snapshot = found[0].id
        if given.dry_run:
            planned = services.backups.preview(snapshot, given.path, target)
            fields = {"folder": planned.folder, "files": planned.files, "bytes": planned.total_bytes, "fits": planned.fits}
            return Answer(fields, [shown(entry.path) for entry in planned.entries])
        outcome = services.backups.restore(snapshot, given.path, target)
    document = {"folder": outcome.folder, "files": outcome.files, "bytes": outcome.total_bytes, "report": _report(outcome.report)}
    if outcome.report.result is BackupResult.SUCCESS:
        return Answer(document, [tr("{n} fichiers restaurés dans {folder}", n=outcome.files, folder=outcome.folder)])
    return Answer(document, [], status=1, error=msg("{what}", what=outcome.report.message))


def _plan(call: Call) -> Answer:
    given, typed = call.given, _typed(call)
    changes = any(
        getattr(given, name)
        for name in ("destination", "location", "folder", "time", "every_hours", "bandwidth", "install", "no_install", "new_password")
    )
    with call.services(write=bool(changes or given.restic)) as services:
        _use(services, typed)
        backups = services.backups
        if given.restic:
            backups.set_tool(given.restic)
        kept = True
        if changes:
            changed = _changed_plan(call, backups.plan())
            password = _new_password(call, backups, changed) if given.new_password else typed[0]
            kept = backups.set_plan(changed, password, typed[1])
        plan, tool = backups.plan(), backups.tool()
        if given.recovery_sheet:
            backups.recovery_sheet(Path(given.recovery_sheet))
        folders = backups.folders()
    if changes and not kept:
        call.remarks.append(backups.secrets.detail())
    document: dict[str, Any] = {"plan": None, "restic": {"ok": tool.ok, "version": tool.version, "path": tool.path}}
    if plan is None:
        return Answer(document, [tr("Aucun plan de sauvegarde sur ce poste."), tool.detail.render()])
    document["plan"] = _plan_document(plan, folders)
    lines = [
        f"{name}: {shown(value) if not isinstance(value, list) else ', '.join(map(str, value))}" for name, value in document["plan"].items()
    ]
    return Answer(document, [*lines, tool.detail.render()])


def _new_password(call: Call, backups: BackupService, changed: BackupPlan) -> str:
    """A password nobody knows yet, where that loses nothing.

    Raises:
        RuleError: the destination has one already, which alone opens what is there.
        InputError: it would be kept nowhere.
    """
    from app.services.backup_plans import PASSWORD as KNOWN

    before = backups.plan()
    if before is not None and before.destination == changed.destination and backups.secrets.get(KNOWN) is not None:
        raise RuleError(msg("Cette destination a déjà son mot de passe, et les sauvegardes faites ne s’ouvrent qu’avec lui."))
    if not backups.secrets.works and not call.given.recovery_sheet:
        allowed = msg("avec --recovery-sheet\u00a0: ce système n’a pas de trousseau, et le mot de passe serait perdu")
        raise InputError("new_password", "", allowed)
    return backups.new_password()


def _changed_plan(call: Call, plan: BackupPlan | None) -> BackupPlan:
    from dataclasses import replace
    from datetime import time

    from app.domain.values.backups import BackupPlan, Destination, DestinationKind

    given = call.given
    kinds = [kind.value for kind in DestinationKind]
    if given.destination and given.destination not in kinds:
        raise InputError("destination", given.destination, msg("un de {names}", names=", ".join(kinds)))
    if plan is None and not (given.destination and given.location):
        raise InputError("destination", given.destination or "", msg("--destination et --location, pour un premier plan"))
    known = plan or BackupPlan(Destination(DestinationKind(given.destination), given.location))
    place = Destination(
        DestinationKind(given.destination or known.destination.kind),
        given.location or known.destination.location,
        given.user if given.user is not None else known.destination.user,
    )
    schedule = known.schedule
    if given.time:
        try:
            schedule = replace(schedule, times=tuple(time.fromisoformat(word) for word in given.time), every_hours=0)
        except ValueError:
            raise InputError("time", ", ".join(given.time), msg("des heures comme 12:30")) from None
    if given.every_hours:
        schedule = replace(schedule, every_hours=count_argument("every_hours", given.every_hours, 1, 24))
    if given.install or given.no_install:
        schedule = replace(schedule, installed=bool(given.install))
    return replace(
        known,
        destination=place,
        folders=tuple(str(Path(folder).absolute()) for folder in given.folder) if given.folder else known.folders,
        preset_parclair=known.preset_parclair and not given.no_parclair_data,
        schedule=schedule,
        bandwidth_kib=count_argument("bandwidth", given.bandwidth, 0, 10**8) if given.bandwidth else known.bandwidth_kib,
    )


def _typed(call: Call) -> tuple[str | None, str | None]:
    """The repository's password and the destination's secret that came with this call."""
    password = os.environ.get(PASSWORD) or None
    if getattr(call.given, "password_stdin", False):
        password = (sys.stdin.readline() if sys.stdin is not None else "").rstrip("\r\n")
        if not password:
            raise InputError("password", "", msg("un mot de passe sur l’entrée standard"))
    return password, os.environ.get(SECRET) or None


def _use(services: Services, typed: tuple[str | None, str | None]) -> None:
    services.backups.use_once(*typed)


def _document(overview: BackupOverview) -> dict[str, Any]:
    return {
        "licences": [
            {
                "licence": one.licence,
                "equipment": one.equipment_id,
                "subscribed": one.subscribed,
                "eligible": one.eligible,
                "conditions": [{"id": part.id, "met": part.met, "value": part.value or None} for part in one.conditions],
                "state": one.state,
                "last_success": one.last_success,
            }
            for one in overview.licences
        ]
    }


def _report(report: ReportRow) -> dict[str, Any]:
    return {
        "operation": report.operation,
        "result": report.result,
        "problem": report.problem,
        "message": report.message,
        "snapshot": report.snapshot or None,
        "files": report.files,
        "processed_bytes": report.processed_bytes,
        "added_bytes": report.added_bytes,
        "seconds": report.duration_seconds,
    }


def _plan_document(plan: BackupPlan, folders: Sequence[str]) -> dict[str, Any]:
    return {
        "destination": plan.destination.kind.value,
        "location": plan.destination.location,
        "user": plan.destination.user,
        "folders": list(folders),
        "times": [f"{moment:%H:%M}" for moment in plan.schedule.times],
        "every_hours": plan.schedule.every_hours,
        "installed": plan.schedule.installed,
        "bandwidth_kib": plan.bandwidth_kib,
    }


def _lines(overview: BackupOverview) -> list[str]:
    from app.domain.backup_state import state_label

    def row(one: LicenceState) -> Sequence[object]:
        return one.licence or one.designation, one.designation, state_label(one.state), one.last_success

    if not overview.licences:
        return [tr("Aucune licence connue.")]
    heads = [tr("Licence"), tr("Matériel"), tr("État"), tr("Dernière réussite")]
    return table(heads, [row(one) for one in overview.licences])
