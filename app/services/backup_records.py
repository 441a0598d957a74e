"""What the store keeps of backups on this PC: the plan, the reports that were taken over, what was said of the option."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.backup_eligibility import eligible
from app.domain.errors import NotFoundError, RuleError
from app.domain.text import msg
from app.domain.values.backups import BackupPlan, ReportRow
from app.services import backup_plans, backup_states
from app.services.backup_settings import PLAN, REPOSITORY
from app.services.backup_spool import Left
from app.services.context import ServiceContext
from app.services.fields import text_field
from app.store import backup_queries, pc_queries
from app.store.tables import BackupOption, BackupReport
from app.store.unit_of_work import Session

_LOOKED_BACK = timedelta(days=60)


def plan(session: Session) -> BackupPlan | None:
    """The plan of this PC; None before one was made."""
    text = pc_queries.setting(session, PLAN)
    return backup_plans.from_json(text) if text else None


def own_reports(session: Session, here: UUID | None, waiting: Sequence[ReportRow], now: datetime) -> list[ReportRow]:
    """The reports of this PC from which the next run is told, with those that wait to be taken over."""
    if here is None:
        return list(waiting)
    rows = [backup_states.report_row(row) for row in backup_queries.reports(session, here, now - _LOOKED_BACK)]
    known = {row.id for row in rows}
    return [*rows, *(row for row in waiting if row.id not in known)]


def take_over(session: Session, left: Left) -> None:
    """Write a report that a run left; once, however often it is met. One of a machine that is gone is dropped."""
    report = left.report
    if left.repository:
        pc_queries.set_setting(session, REPOSITORY, left.repository)
    if backup_queries.has_report(session, report.id) or backup_queries.machine(session, report.equipment_id) is None:
        return
    session.add(
        BackupReport(
            id=report.id,
            equipment_id=report.equipment_id,
            licence=report.licence,
            operation=report.operation,
            result=report.result,
            problem=report.problem.value if report.problem else "",
            message=report.message,
            started_at=report.started_at,
            finished_at=report.finished_at,
            snapshot=report.snapshot,
            files=report.files,
            processed_bytes=report.processed_bytes,
            added_bytes=report.added_bytes,
            duration_seconds=report.duration_seconds,
        )
    )


def subscribe(session: Session, context: ServiceContext, equipment_id: UUID, licence: str, *, subscribed: bool) -> None:
    """Say whether a machine's licence has the backup option.

    Raises:
        NotFoundError: no such machine.
        RuleError: a condition of the option is not met on that machine; one that is unknown refuses nothing.
        InputError: the licence is no text of at most 120 characters.
    """
    kept = text_field(120)("licence", licence)
    machine = backup_queries.machine(session, equipment_id)
    if machine is None:
        raise NotFoundError(msg("Matériel introuvable\u00a0: {id}", id=equipment_id))
    rules = backup_states.rules_of(context, None)
    if subscribed and rules is not None:
        found = backup_states.machine_eligibility(session, context.clock.now(), machine, rules)
        if eligible(found) is False:
            missed = next(condition for condition in found.conditions if condition.met is False)
            raise RuleError(msg("L’option n’est pas possible sur ce poste. {label}\u00a0: {why}", label=missed.label, why=missed.why))
    row = backup_queries.option_of(session, equipment_id)
    if row is None:
        row = BackupOption(equipment_id=equipment_id, contract_id=machine.contract_id, licence="", subscribed=not subscribed)
        session.add(row)
    if row.subscribed is not subscribed:
        row.since = context.clock.today()
    row.licence, row.subscribed = kept or machine.licence_number, subscribed
