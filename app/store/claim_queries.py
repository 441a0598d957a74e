"""Readings of claims, the documents that came with them, and the devices that may help out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import case, select
from sqlalchemy.orm import Session

from app.domain.records import RUNNING_CLAIMS, ClaimType, EquipmentKind, EquipmentStatus
from app.store.tables import AuditEntry, Claim, Contract, Document, Equipment, SupportRequest

#: No office has more devices in stock than somebody would choose from.
_MOST_DEVICES = 500


def by_id(session: Session, claim_id: UUID) -> Claim | None:
    """The living claim of that id."""
    return session.scalars(select(Claim).where(Claim.id == claim_id, Claim.deleted_at.is_(None))).one_or_none()


def by_number(session: Session, number: str) -> Claim | None:
    """The claim of that number, deleted or not: a number is given once."""
    return session.scalars(select(Claim).where(Claim.number == number)).one_or_none()


def numbers(session: Session, limit: int) -> Sequence[str]:
    """Some numbers of claims, the newest first, for an error message."""
    query = select(Claim.number).where(Claim.deleted_at.is_(None)).order_by(Claim.declared_at.desc()).limit(limit)
    return session.scalars(query).all()


def claims(
    session: Session,
    *,
    running_only: bool = False,
    site_id: UUID | None = None,
    equipment_id: UUID | None = None,
    claim_id: UUID | None = None,
) -> Sequence[tuple[Claim, Equipment, str | None]]:
    """Living claims with their machine and their contract's number: the running ones first, then by day, the newest first."""
    query = (
        select(Claim, Equipment, Contract.number)
        .join(Equipment, Equipment.id == Claim.equipment_id)
        .outerjoin(Contract, Contract.id == Claim.contract_id)
        .where(Claim.deleted_at.is_(None))
        .order_by(case((Claim.status.in_(RUNNING_CLAIMS), 0), else_=1), Claim.declared_at.desc(), Claim.id.desc())
    )
    if running_only:
        query = query.where(Claim.status.in_(RUNNING_CLAIMS))
    for column, wanted in ((Equipment.site_id, site_id), (Claim.equipment_id, equipment_id), (Claim.id, claim_id)):
        if wanted is not None:
            query = query.where(column == wanted)
    return session.execute(query).all()


def running_of(session: Session, equipment_id: UUID, claim_type: ClaimType) -> Claim | None:
    """The claim of that type that runs on a machine."""
    query = select(Claim).where(Claim.equipment_id == equipment_id, Claim.type == claim_type, Claim.deleted_at.is_(None))
    return session.scalars(query.where(Claim.status.in_(RUNNING_CLAIMS))).first()


def running_on(session: Session, equipment_id: UUID) -> Sequence[Claim]:
    """The claims that run on a machine, oldest first."""
    query = select(Claim).where(Claim.equipment_id == equipment_id, Claim.deleted_at.is_(None), Claim.status.in_(RUNNING_CLAIMS))
    return session.scalars(query.order_by(Claim.declared_at, Claim.id)).all()


def with_serial(session: Session, serial: str) -> Equipment | None:
    """A living machine of that serial number."""
    return session.scalars(select(Equipment).where(Equipment.serial == serial, Equipment.deleted_at.is_(None))).first()


def kinds_held(session: Session, claim_ids: Sequence[UUID]) -> dict[UUID, set[str]]:
    """The kinds of the documents that claims hold, by claim."""
    found: dict[UUID, set[str]] = {}
    query = select(Document.claim_id, Document.kind).where(Document.claim_id.in_(claim_ids), Document.deleted_at.is_(None))
    for claim_id, kind in session.execute(query):
        if claim_id is not None:
            found.setdefault(claim_id, set()).add(kind)
    return found


def documents(session: Session, claim_id: UUID) -> Sequence[Document]:
    """The living documents of a claim, oldest first."""
    query = select(Document).where(Document.claim_id == claim_id, Document.deleted_at.is_(None))
    return session.scalars(query.order_by(Document.created_at, Document.id)).all()


def named(session: Session, contract_id: UUID, designation: str) -> Equipment | None:
    """The living machine of a contract that is called so; the oldest of several."""
    query = select(Equipment).where(
        Equipment.contract_id == contract_id, Equipment.designation == designation, Equipment.deleted_at.is_(None)
    )
    return session.scalars(query.order_by(Equipment.nr).limit(1)).first()


def in_stock(session: Session, kind: EquipmentKind) -> Sequence[Equipment]:
    """The living devices in stock: those of that kind first, then by name."""
    query = (
        select(Equipment)
        .where(Equipment.status == EquipmentStatus.IN_STOCK, Equipment.deleted_at.is_(None))
        .order_by(case((Equipment.kind == kind, 0), else_=1), Equipment.designation_key, Equipment.serial_key)
        .limit(_MOST_DEVICES)
    )
    return session.scalars(query).all()


def status_before(session: Session, equipment_id: UUID, since: datetime) -> EquipmentStatus | None:
    """What a machine's status was before it broke down or was lost, from that moment on; `None` where the journal does not tell."""
    query = (
        select(AuditEntry)
        .where(AuditEntry.type == Equipment.__tablename__, AuditEntry.row_id == equipment_id, AuditEntry.at >= since)
        .order_by(AuditEntry.at, AuditEntry.id)
        .limit(100)
    )
    for entry in session.scalars(query):
        old, new = entry.changes.get("status", (None, None))
        if old is not None and new in (EquipmentStatus.BROKEN_DOWN, EquipmentStatus.LOST_OR_STOLEN):
            return EquipmentStatus(old)
    return None


def request_number(session: Session, request_id: UUID | None) -> str:
    """The number of the request that a claim came from; empty without one."""
    if request_id is None:
        return ""
    return session.scalars(select(SupportRequest.number).where(SupportRequest.id == request_id)).first() or ""
