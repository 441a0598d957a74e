"""The identity of an organisation's history: it changes when an older copy of the database took the place of a newer one."""

from __future__ import annotations

from sqlalchemy import Connection, update
from uuid_utils.compat import uuid7

from app.server.tables import organisation


def begin_epoch(connection: Connection, organisation_id: str, epoch: str) -> None:
    """Let a new history follow `epoch`: what devices were acknowledged and the server has no more is offered again by them.

    The condition stands in the statement: of two devices that notice at once, one begins it.
    """
    c = organisation.c
    statement = update(organisation).where(c.id == organisation_id, c.epoch == epoch)
    connection.execute(statement.values(epoch=str(uuid7()), epoch_head=c.head))
