"""The way back in for a device whose tokens a restored database does not know: they were exchanged after the copy was made.

Each device has a secret of 256 bits, of which the hash alone is kept. It opens nothing, until an administrator renews the history of its
organisation: then it does once, for a pair of tokens. Until one of these has come in the answer may have been lost, and the secret may
be sent again; what was issued before ends each time. If it comes after that somebody else has it: both are out.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, or_, select, update

from app.server.audit import note
from app.server.clock import as_text
from app.server.problems import RevokedError, UnauthorisedError
from app.server.tables import device, organisation, token
from app.server.tokens import REFRESH, digest, issue
from app.sync.wire import Tokens


def recover(connection: Connection, secret: str, refused: str, now: datetime) -> Tokens:
    """A pair of a new family for the device that `secret` belongs to; its older tokens end.

    Args:
        refused: the refresh token that did not work; one of another device is no excuse for not having the right one.

    Raises:
        UnauthorisedError: the secret is unknown, or it is not its time.
        RevokedError: the device was revoked.
    """
    wrong = UnauthorisedError("neither the refresh token nor the recovery secret is valid (any more)")
    d, office = device.c, organisation.c
    query = select(d.id, d.organisation, d.revoked_at, office.renewed_at).join(organisation).where(d.recovery == digest(secret))
    # The row is taken, so that of two that come at once the second finds what the first was given.
    row = connection.execute(query.with_for_update(of=device, key_share=True)).one_or_none()
    if row is None or connection.scalar(select(token.c.device).where(token.c.hash == digest(refused))) not in (None, row.id):
        raise wrong
    if row.revoked_at is not None:
        raise RevokedError("access was taken away")
    if row.renewed_at is None or row.renewed_at < as_text(now - REFRESH):
        # What was issued is thrown away after so long, and would prove nothing any more.
        raise wrong
    ended = update(token).where(token.c.device == row.id, token.c.revoked_at.is_(None))
    if _came_back(connection, row):
        connection.execute(update(device).where(d.id == row.id).values(recovery=None))
        connection.execute(ended.values(revoked_at=as_text(now)))
        note(connection, now, f"device:{row.id}", row.organisation, "recovery secret used again")
        connection.commit()
        raise wrong
    connection.execute(ended.values(revoked_at=as_text(now)))
    note(connection, now, f"device:{row.id}", row.organisation, "access recovered")
    return issue(connection, row.id, now)


def _came_back(connection: Connection, row: Any) -> bool:
    """Whether something that was issued to the device since the history was renewed has come in."""
    t = token.c
    used = or_(t.used_at.is_not(None), t.spent_at.is_not(None))
    query = select(t.hash).where(t.device == row.id, t.issued_at >= row.renewed_at, used).limit(1)
    return connection.scalar(query) is not None
