"""Who comes on site under a contract, and who is asked to: what a right to so many visits a year is counted from."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, or_, select
from sqlalchemy.orm import Session

from app.domain.managed_services import ON_SITE_VISIT
from app.domain.records import OPEN_REQUESTS, InterventionKind, RequestKind
from app.store.tables import Intervention, SupportRequest

_WORKED, _AGREED, _ASKED = range(3)
_Place = tuple[int, datetime, str]


def visits(session: Session, contract_id: UUID, judged: UUID | None = None) -> list[datetime]:
    """When somebody came, is to come, or was asked to come on site under a contract.

    A request counts once: by its first work on site that was not billed; without any, while it is open, by its appointment, or else by
    the moment it was asked. One that was sent for a quote does not count, nor one that is known not to be covered.

    Args:
        session: the open session.
        contract_id: the contract.
        judged: a request that wants a visit itself. It does not count, nor do those that come after it: work that was done comes before
            appointments, appointments before what was only asked; among equals the earlier one comes first.
    """
    placed = [found for row in session.execute(_rows(contract_id)) if row.id != judged and (found := _place(row)) is not None]
    own = None
    if judged is not None and (asked := session.get(SupportRequest, judged)) is not None:
        own = (_ASKED if asked.appointment_at is None else _AGREED, asked.opened_at, asked.number)
    return [moment for place, moment in placed if own is None or place < own]


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


def _place(row: Row[Any]) -> tuple[_Place, datetime] | None:
    if row.worked is not None:
        return (_WORKED, row.worked, row.number), row.worked
    if row.status not in OPEN_REQUESTS or row.covered is False:
        return None
    if row.appointment_at is not None:
        return (_AGREED, row.opened_at, row.number), row.appointment_at
    return (_ASKED, row.opened_at, row.number), row.opened_at
