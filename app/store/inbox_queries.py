"""What of the inbox of conflicts belongs together."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select

from app.store.tables import SyncConflict
from app.store.unit_of_work import Session


def crowds(session: Session) -> dict[tuple[UUID, str], int]:
    """For which fields of which records more than one value waits for a decision, and how many."""
    number = func.count()
    query = select(SyncConflict.row_id, SyncConflict.field, number).where(SyncConflict.resolution == "", SyncConflict.kind == "field")
    found = session.execute(query.group_by(SyncConflict.row_id, SyncConflict.field).having(number > 1))
    return {(row_id, name): count for row_id, name, count in found}


def asked_anew(session: Session, conflict: SyncConflict) -> bool:
    """Whether the same as in a settled conflict was set aside once more since: that question waits already."""
    query = select(SyncConflict.mine).where(
        SyncConflict.row_id == conflict.row_id,
        SyncConflict.kind == conflict.kind,
        SyncConflict.field == conflict.field,
        SyncConflict.resolution == "",
        SyncConflict.found_at >= conflict.resolved_at,
    )
    return any(mine == conflict.mine for mine in session.scalars(query))
