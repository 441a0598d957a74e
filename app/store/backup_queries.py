"""Readings of backups: who subscribed, what was reported, which machines and contracts it is about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.records import BackupOperation, BackupResult, ContractStatus
from app.store.tables import BackupOption, BackupReport, Contract, ContractLine, Equipment, PcFacts


def options(session: Session) -> Sequence[BackupOption]:
    """What was said of the option, licence by licence, in the order it was said."""
    return session.scalars(select(BackupOption).where(BackupOption.deleted_at.is_(None)).order_by(BackupOption.created_at)).all()


def option_of(session: Session, equipment_id: UUID) -> BackupOption | None:
    """What was said last for that machine."""
    query = select(BackupOption).where(BackupOption.equipment_id == equipment_id, BackupOption.deleted_at.is_(None))
    return session.scalars(query.order_by(BackupOption.created_at.desc()).limit(1)).first()


def contracts_with(session: Session, item: str) -> Sequence[tuple[Contract, int]]:
    """The living contracts in force that have that option, with its quantity, by number."""
    query = (
        select(Contract, ContractLine.quantity)
        .join(ContractLine, ContractLine.contract_id == Contract.id)
        .where(ContractLine.item == item, ContractLine.deleted_at.is_(None), Contract.deleted_at.is_(None))
        .where(Contract.status.in_((ContractStatus.SIGNED, ContractStatus.ACTIVE, ContractStatus.RESIGNATION_SENT)))
        .order_by(Contract.number)
    )
    return [(contract, quantity) for contract, quantity in session.execute(query)]


def licensed(session: Session, contract_id: UUID, limit: int) -> list[tuple[UUID, str]]:
    """The first machines of a contract that have a licence number, with it."""
    query = (
        select(Equipment.id, Equipment.licence_number)
        .where(Equipment.contract_id == contract_id, Equipment.licence_number != "", Equipment.deleted_at.is_(None))
        .order_by(Equipment.nr)
        .limit(limit)
    )
    return [(row.id, row.licence_number) for row in session.execute(query)]


def machines(session: Session, identifiers: Sequence[UUID], contracts: Sequence[UUID]) -> Sequence[Equipment]:
    """The living machines with a licence number, those named, and those of these contracts, by designation."""
    wanted = (Equipment.licence_number != "") | Equipment.id.in_(identifiers) | Equipment.contract_id.in_(contracts)
    query = select(Equipment).where(Equipment.deleted_at.is_(None)).where(wanted)
    return session.scalars(query.order_by(Equipment.designation_key, Equipment.id)).all()


def machine(session: Session, equipment_id: UUID) -> Equipment | None:
    """That machine, unless it was deleted."""
    query = select(Equipment).where(Equipment.id == equipment_id, Equipment.deleted_at.is_(None))
    return session.scalars(query).one_or_none()


def reports(session: Session, equipment_id: UUID, since: datetime | None = None, limit: int | None = None) -> Sequence[BackupReport]:
    """The reports of a machine, newest first."""
    query = select(BackupReport).where(BackupReport.equipment_id == equipment_id, BackupReport.deleted_at.is_(None))
    query = query.order_by(BackupReport.finished_at.desc())
    return session.scalars((query if since is None else query.where(BackupReport.finished_at >= since)).limit(limit)).all()


def runs_by_machine(session: Session, identifiers: Sequence[UUID], since: datetime) -> dict[UUID, list[BackupReport]]:
    """The backups of each machine that tell its state: those since `since`, and before it the last of each result."""
    wanted = set(identifiers)
    found: dict[UUID, list[BackupReport]] = {}
    backups = select(BackupReport).where(BackupReport.operation == BackupOperation.BACKUP, BackupReport.deleted_at.is_(None))
    older = (
        select(BackupReport.equipment_id, BackupReport.result, func.max(BackupReport.finished_at).label("last"))
        .where(BackupReport.operation == BackupOperation.BACKUP, BackupReport.deleted_at.is_(None), BackupReport.finished_at < since)
        .group_by(BackupReport.equipment_id, BackupReport.result)
        .subquery()
    )
    same = (BackupReport.equipment_id == older.c.equipment_id) & (BackupReport.result == older.c.result)
    last_ones = backups.join(older, same & (BackupReport.finished_at == older.c.last))
    for row in (*session.scalars(last_ones), *session.scalars(backups.where(BackupReport.finished_at >= since))):
        if row.equipment_id in wanted:
            found.setdefault(row.equipment_id, []).append(row)
    return found


def verdicts_by_machine(session: Session, identifiers: Sequence[UUID], damage: str) -> dict[UUID, list[BackupReport]]:
    """Of each machine the last verification that found its repository sound or damaged; `damage` is that problem's name."""
    verdict = (BackupReport.result == BackupResult.SUCCESS) | (BackupReport.problem == damage)
    checks = (BackupReport.operation == BackupOperation.CHECK) & BackupReport.deleted_at.is_(None) & verdict
    newest = (
        select(BackupReport.equipment_id, func.max(BackupReport.finished_at).label("last"))
        .where(checks)
        .group_by(BackupReport.equipment_id)
        .subquery()
    )
    same = (BackupReport.equipment_id == newest.c.equipment_id) & (BackupReport.finished_at == newest.c.last)
    wanted, found = set(identifiers), dict[UUID, list[BackupReport]]()
    for row in session.scalars(select(BackupReport).where(checks).join(newest, same)):
        if row.equipment_id in wanted:
            found.setdefault(row.equipment_id, []).append(row)
    return found


def has_report(session: Session, report_id: UUID) -> bool:
    """Whether that report was taken over already."""
    return session.get(BackupReport, report_id) is not None


def facts(session: Session) -> dict[UUID, dict[str, Any]]:
    """What each machine said of itself last, in wire form."""
    query = select(PcFacts.equipment_id, PcFacts.facts).where(PcFacts.deleted_at.is_(None))
    return {row.equipment_id: row.facts for row in session.execute(query)}
