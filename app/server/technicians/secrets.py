"""The secret of an organisation's time-based codes, which its computers keep for when they have no network."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pyotp
from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.server.clock import as_text
from app.server.tables import technician_secret


def take(connection: Connection, organisation_id: str, now: datetime) -> Any:
    """The organisation's row, made now if there is none; until the commit nobody else checks a code of this organisation."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    fresh = insert(technician_secret).values(
        organisation=organisation_id, value=pyotp.random_base32(), made_at=as_text(now), last_step=0, failures=0, failed_at=None
    )
    connection.execute(fresh.on_conflict_do_nothing())
    query = select(technician_secret).where(technician_secret.c.organisation == organisation_id).with_for_update()
    return connection.execute(query).one()


def renew(connection: Connection, organisation_id: str, now: datetime) -> None:
    """Another secret: a computer that knew the old one is no longer trusted. The others fetch the new one."""
    connection.execute(
        update(technician_secret)
        .where(technician_secret.c.organisation == organisation_id)
        .values(value=pyotp.random_base32(), made_at=as_text(now), last_step=0)
    )
