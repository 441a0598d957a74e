"""What the window and the services ask about the exchange with the server."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from app.domain.synced import SYNCED
from app.store import sync_state as states
from app.store.base import new_id
from app.store.tables import Organisation, SyncConflict


def living_rows(connection: Connection) -> int:
    """How many records this computer has."""
    return sum(int(connection.exec_driver_sql(f'SELECT count(*) FROM "{name}" WHERE deleted_at IS NULL').scalar_one()) for name in SYNCED)


def organisation(session: Session) -> Organisation | None:
    """The office's own record; where an earlier program made two of them, every computer takes the same one."""
    return session.scalars(select(Organisation).where(Organisation.deleted_at.is_(None)).order_by(Organisation.id)).first()


def organisations(session: Session) -> tuple[Organisation | None, Organisation | None]:
    """The office's own record as it was made here, and as the server has it."""
    found = session.scalars(select(Organisation).where(Organisation.deleted_at.is_(None)).order_by(Organisation.id)).all()
    ours = next((row for row in found if row.seq is None), None)
    return ours, next((row for row in found if row.seq is not None), None)


def own_id(session: Session) -> UUID:
    """Which identifier the office's record gets when it is made: with a server the organisation's, on whichever computer that is."""
    state = states.read(session.connection())
    wanted = UUID(state.organisation) if state.connected else new_id()
    return wanted if session.get(Organisation, wanted) is None else new_id()


def remove_organisation(connection: Connection, row_id: UUID) -> None:
    """The record made here gives way to the server's; nothing points to it, and what waited to be sent of it was taken out before."""
    connection.exec_driver_sql("DELETE FROM organisation WHERE id = ?", (row_id.hex,))


def rename_organisation(connection: Connection, row_id: UUID, new: UUID) -> UUID:
    """Give the office's record another identifier, with all that is kept of it, and say which it has then.

    Nothing is done where a row has that one already.
    """
    if connection.exec_driver_sql("SELECT 1 FROM organisation WHERE id = ?", (new.hex,)).first() is not None:
        return row_id
    connection.exec_driver_sql("UPDATE organisation SET id = ? WHERE id = ?", (new.hex, row_id.hex))
    for name in ("outbox", "audit_entry", "unknown_fields", "sync_conflict"):
        connection.exec_driver_sql(f"UPDATE {name} SET row_id = ? WHERE row_id = ? AND type = 'organisation'", (new.hex, row_id.hex))
    return new


def last_author(session: Session, row_id: UUID) -> tuple[str, str | None]:
    """Who changed the office's record last, and when (ISO text), as far as it is written here."""
    query = "SELECT actor, at FROM audit_entry WHERE type = 'organisation' AND row_id = ? ORDER BY at DESC LIMIT 1"
    row = session.connection().exec_driver_sql(query, (row_id.hex,)).first()
    return ("", None) if row is None else (row.actor, row.at)


def forget_exchange(connection: Connection) -> None:
    """After leaving a server: rows are numbered by nobody, and nothing waits to be sent."""
    for name in SYNCED:
        connection.exec_driver_sql(f'UPDATE "{name}" SET seq = NULL WHERE seq IS NOT NULL')
    for name in ("outbox", "sync_sent", "sync_page"):
        connection.exec_driver_sql(f"DELETE FROM {name}")


def conflicts(session: Session, offset: int = 0, limit: int = -1) -> tuple[int, list[SyncConflict]]:
    """How much waits for a decision, and a part of it, the oldest first."""
    waiting = SyncConflict.resolution == ""
    total = session.scalar(select(func.count()).select_from(SyncConflict).where(waiting)) or 0
    query = select(SyncConflict).where(waiting).order_by(SyncConflict.found_at, SyncConflict.id).offset(offset).limit(limit)
    return total, list(session.scalars(query))
