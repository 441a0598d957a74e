"""How the queue of mails stands, and another try for those that were given up."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, select, update

from app.server.clock import as_text
from app.server.mails.queueing import link_works, still_wanted
from app.server.tables import mail


def waiting(connection: Connection) -> int:
    """How many mails are still to be sent."""
    is_waiting = mail.c.sent_at.is_(None) & mail.c.given_up_at.is_(None)
    return connection.scalar(select(func.count()).select_from(mail).where(is_waiting)) or 0


def try_again(connection: Connection, now: datetime) -> int:
    """Queue the mails again that were given up and are still wanted; how many. Those that may have arrived stay as they are."""
    gone = (mail.c.given_up_at.is_not(None), mail.c.sent_at.is_(None), mail.c.sending_at.is_(None))
    # The newest first: of several about one request it alone is tried again.
    found = connection.execute(select(mail).where(*gone).order_by(mail.c.id.desc())).all()
    count = 0
    for row in found:
        wanted = still_wanted(connection, row.organisation, row.kind, row.row_id, now)
        if wanted is None or link_works(connection, row.organisation, wanted.request.id, now):
            continue
        fresh = {"given_up_at": None, "claim": None, "claimed_until": None, "tries": 0, "next_at": as_text(now)}
        count += connection.execute(update(mail).where(mail.c.id == row.id, *gone).values(**fresh)).rowcount
    return count
