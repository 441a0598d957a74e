"""An organisation's computers, as the provider sees them and takes their access away."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from app.server.clock import as_text
from app.server.problems import MissingError
from app.server.tables import device
from app.server.technicians import secrets


def of(connection: Connection, organisation_id: str) -> list[Any]:
    """Rows of the table, in the order of the letters; none for an organisation that is not there."""
    found = connection.execute(select(device).where(device.c.organisation == organisation_id)).all()
    return sorted(found, key=lambda row: (len(row.letter), row.letter))


def revoke(connection: Connection, organisation_id: str, device_id: str, now: datetime) -> Any:
    """Take a computer's access away, and the secret for technicians' codes that it knows; the row afterwards.

    Raises:
        MissingError: the organisation has no such computer.
    """
    row = connection.execute(select(device).where(device.c.id == device_id, device.c.organisation == organisation_id)).one_or_none()
    if row is None:
        raise MissingError("there is no such device")
    if row.revoked_at is None:
        connection.execute(update(device).where(device.c.id == device_id).values(revoked_at=as_text(now)))
        # Its tokens stay as they are: they still tell who it is, so that it learns that it was revoked and stops.
        secrets.renew(connection, organisation_id, now)
    return connection.execute(select(device).where(device.c.id == device_id)).one()
