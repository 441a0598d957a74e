"""Readings of the audit journal, of documents and of ratings."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.records import RatingValue, RequestStatus
from app.store.base import Base, Record
from app.store.tables import AuditEntry, Claim, Contract, Document, Equipment, Rating, SupportRequest

_OPEN = (RequestStatus.NEW, RequestStatus.CALL_BACK_PLANNED, RequestStatus.IN_PROGRESS, RequestStatus.WAITING_FOR_CUSTOMER)


def entries(session: Session, row_ids: Sequence[UUID], limit: int = 500) -> Sequence[AuditEntry]:
    """What was changed on some records, newest first."""
    # The journal's index starts with the type: naming all types turns a walk through the whole journal into a few look-ups.
    types = [table.local_table.description for table in Base.registry.mappers if issubclass(table.class_, Record)]
    query = (
        select(AuditEntry)
        .where(AuditEntry.type.in_(types), AuditEntry.row_id.in_(row_ids))
        .order_by(AuditEntry.at.desc(), AuditEntry.id.desc())
        .limit(limit)
    )
    return session.scalars(query).all()


def documents(
    session: Session,
    *,
    document_id: UUID | None = None,
    contract_id: UUID | None = None,
    equipment_id: UUID | None = None,
    request_id: UUID | None = None,
    claim_id: UUID | None = None,
) -> Sequence[tuple[Document, str | None, str | None, str | None, str | None]]:
    """Living documents, newest first, with the number of their contract, the designation of their machine, and the numbers of their
    request and claim.
    """
    query = (
        select(Document, Contract.number, Equipment.designation, SupportRequest.number, Claim.number)
        .outerjoin(Contract, Contract.id == Document.contract_id)
        .outerjoin(Equipment, Equipment.id == Document.equipment_id)
        .outerjoin(SupportRequest, SupportRequest.id == Document.request_id)
        .outerjoin(Claim, Claim.id == Document.claim_id)
        .where(Document.deleted_at.is_(None))
        .order_by(Document.created_at.desc(), Document.id.desc())
    )
    for column, wanted in (
        (Document.id, document_id),
        (Document.contract_id, contract_id),
        (Document.equipment_id, equipment_id),
        (Document.request_id, request_id),
        (Document.claim_id, claim_id),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    return session.execute(query).all()


def ratings(session: Session) -> dict[RatingValue, int]:
    """How many ratings of each smiley there are."""
    query = select(Rating.value, func.count()).where(Rating.deleted_at.is_(None)).group_by(Rating.value)
    return dict(session.execute(query).all())


def open_requests(session: Session) -> int:
    """How many support requests wait for an end."""
    query = select(func.count()).select_from(SupportRequest).where(SupportRequest.status.in_(_OPEN), SupportRequest.deleted_at.is_(None))
    return session.scalar(query) or 0
