"""What runs beside the server: mails go out, and what has lapsed is thrown away. As many workers as you like."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from threading import Event

from app.server.context import Context
from app.server.mails.sending import send_due
from app.server.mails.settings import MailSettings
from app.server.purging import purge

LOG = logging.getLogger("parclair.worker")
#: Seconds between two looks for mails.
EVERY = 5.0
_PURGE_EVERY = timedelta(hours=1)


def run(context: Context, settings: MailSettings | None, stop: Event) -> None:
    """Work until `stop` is set; what is under way is finished. Without settings no mail is sent: they wait.

    A database that is away for a while is tried again.
    """
    purged_at: datetime | None = None
    while not stop.is_set():
        now = context.now()
        try:
            once(context, settings, purging=purged_at is None or now - purged_at >= _PURGE_EVERY)
        except Exception:
            LOG.exception("unexpected error; trying again")
        else:
            purged_at = now if purged_at is None or now - purged_at >= _PURGE_EVERY else purged_at
        stop.wait(EVERY)


def once(context: Context, settings: MailSettings | None, *, purging: bool = True) -> tuple[int, dict[str, int]]:
    """Do all that is due now: how many mails were sent, and what was thrown away."""
    sent = send_due(context, settings) if settings is not None else 0
    counts = purge(context.database, context.now()).counts if purging else {}
    if sent or counts:
        LOG.info("sent %s mails; threw away %s", sent, counts or "nothing")
    return sent, counts
