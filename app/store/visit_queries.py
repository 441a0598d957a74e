"""Who comes on site under a contract, and who is asked to: what a right to so many visits a year is counted from."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.domain.managed_services import ON_SITE_VISIT
from app.domain.records import InterventionKind, RequestKind
from app.domain.visits import VisitAsked, counted_visits
from app.store.tables import Intervention, SupportRequest


def visits(session: Session, contract_id: UUID, judged: UUID | None = None) -> list[datetime]:
    """When somebody came, is to come, or was asked to come on site under a contract: see `counted_visits`.

    One that was sent for a quote does not count.

    Args:
        session: the open session.
        contract_id: the contract.
        judged: a request that wants a visit itself.
    """
    own = session.get(SupportRequest, judged) if judged is not None else None
    return counted_visits([_asked(row, row.worked) for row in session.execute(_rows(contract_id))], None if own is None else _asked(own))


def _rows(contract_id: UUID) -> Any:
    worked = func.min(Intervention.started_at).label("worked")
    columns = (
        SupportRequest.id,
        SupportRequest.number,
        SupportRequest.status,
        SupportRequest.covered,
        SupportRequest.opened_at,
        SupportRequest.appointment_at,
    )
    return (
        select(*columns, worked)
        .outerjoin(
            Intervention,
            (Intervention.request_id == SupportRequest.id)
            & (Intervention.kind == InterventionKind.ON_SITE)
            & Intervention.ended_at.is_not(None)
            & (Intervention.billable_minutes == 0)
            & Intervention.deleted_at.is_(None),
        )
        .where(
            SupportRequest.contract_id == contract_id,
            SupportRequest.deleted_at.is_(None),
            SupportRequest.kind != RequestKind.QUOTE,
            or_(SupportRequest.service == ON_SITE_VISIT, Intervention.id.is_not(None)),
        )
        .group_by(SupportRequest.id)
    )


def _asked(row: Any, worked: datetime | None = None) -> VisitAsked:
    return VisitAsked(str(row.id), row.number, row.status, row.covered, row.opened_at, row.appointment_at, worked)
