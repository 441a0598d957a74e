"""The server's own journal: who came in, and what staff and administrators did. Never secrets."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert
from uuid_utils.compat import uuid7

from app.server.clock import as_text
from app.server.tables import audit


def note(connection: Connection, now: datetime, who: str, organisation_id: str | None, action: str, detail: str = "") -> None:
    """Write an entry, in the caller's transaction."""
    connection.execute(
        insert(audit).values(id=str(uuid7()), at=as_text(now), who=who[:254], organisation=organisation_id, action=action, detail=detail)
    )
