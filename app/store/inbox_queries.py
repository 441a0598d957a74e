"""What of the inbox of conflicts belongs together, and what became of the decisions about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from app.domain.synced import SYNCED
from app.store import sync_outbox
from app.store.sync_outbox import Pending
from app.store.sync_rows import as_key, read_fields, travelling
from app.store.tables import SyncConflict
from app.store.unit_of_work import Session


def deletes(kind: str, op: str) -> bool:
    """Whether choosing the own side of such an entry deletes the record."""
    return kind == "kept" or (kind == "refused" and op == "delete")


def own_values(conflict: SyncConflict) -> Mapping[str, Any]:
    """What choosing the own side gives the record, as it travels."""
    if conflict.kind == "field":
        return {conflict.field: conflict.mine}
    return conflict.mine if isinstance(conflict.mine, dict) else {}


def crowds(session: Session) -> dict[tuple[UUID, str], int]:
    """For which fields of which records more than one value waits for a decision, and how many."""
    number = func.count()
    query = select(SyncConflict.row_id, SyncConflict.field, number).where(SyncConflict.resolution == "", SyncConflict.kind == "field")
    found = session.execute(query.group_by(SyncConflict.row_id, SyncConflict.field).having(number > 1))
    return {(row_id, name): count for row_id, name, count in found}


def asked_anew(session: Session, conflict: SyncConflict) -> bool:
    """Whether all that a settled conflict asked was set aside once more since: that question waits already."""
    query = select(SyncConflict).where(
        SyncConflict.row_id == conflict.row_id, SyncConflict.resolution == "", SyncConflict.found_at >= conflict.resolved_at
    )
    mine = own_values(conflict)
    return any(
        deletes(one.kind, one.op) == deletes(conflict.kind, conflict.op) and _within(mine, own_values(one))
        for one in session.scalars(query)
    )


def _within(values: Mapping[str, Any], others: Mapping[str, Any]) -> bool:
    return all(name in others and others[name] == value for name, value in values.items())


def numbers_of_unit(connection: Connection, tx: UUID) -> dict[str, set[int]]:
    """The numbers that the server gave to rows for the changes of one unit of work, by the rows' keys."""
    found: dict[str, set[int]] = {}
    for row in connection.exec_driver_sql("SELECT row_id, seq FROM sync_sent WHERE tx = ? AND seq IS NOT NULL", (tx.hex,)):
        found.setdefault(row.row_id, set()).add(row.seq)
    return found


def waits_since(connection: Connection, row: UUID, tx: UUID, but: UUID) -> bool:
    """Whether a change of the row waits that was made after those of the unit of work `tx`; those of the unit `but` do not count."""
    units = [one.tx for one in sync_outbox.of_rows(connection, [row.hex]).get(row.hex, []) if one.tx != str(but)]
    return bool(units) and units[-1] != str(tx)


def any_taken_back(connection: Connection) -> bool:
    """Whether a decision was ever taken back: most computers need not look any closer."""
    return connection.exec_driver_sql("SELECT 1 FROM sync_conflict WHERE taken_back != '' LIMIT 1").first() is not None


def taken_back_already(session: Session, one: Pending, now: datetime) -> bool:
    """Whether what became of a change is no question of its own: it belongs to a decision that was taken back, or took one back.

    The conflict that was decided is the question, and waits. But where its own side stands on the record after all, taking it back did
    not succeed: it counts as settled again, and why it did not succeed has to be seen.
    """
    query = select(SyncConflict).where(SyncConflict.row_id == UUID(one.row), SyncConflict.taken_back.contains(as_key(one.tx)))
    found = session.scalars(query).all()
    stands = [conflict for conflict in found if conflict.resolution != "mine" and _stands(session.connection(), conflict)]
    for conflict in stands:
        if not conflict.resolution:
            conflict.resolution, conflict.resolved_at, conflict.resolved_by = "mine", now, one.actor
    return bool(found) and not stands


def _stands(connection: Connection, conflict: SyncConflict) -> bool:
    """Whether the record is here as the own side wants it."""
    key = conflict.row_id.hex
    known = read_fields(connection, conflict.type, [key]).get(key)
    if known is None or (known["deleted_at"] is not None) != deletes(conflict.kind, conflict.op):
        return False
    fields = SYNCED[conflict.type].fields
    mine = {name: value for name, value in own_values(conflict).items() if name in fields}
    return all(travelling(conflict.type, name, known[name]) == value for name, value in mine.items())
