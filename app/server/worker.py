"""What runs beside the server: mails go out, and what has lapsed is thrown away. As many workers as you like."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from threading import Event

from app.server.context import Context
from app.server.mails.sending import Tally, send_due
from app.server.mails.settings import MailSettings
from app.server.purging import purge

LOG = logging.getLogger("parclair.worker")
#: Seconds between two looks for mails.
EVERY = 5.0
_PURGE_EVERY = timedelta(hours=1)
#: All rows of an office that deleted something long ago are read for that.
_FORGET_EVERY = timedelta(days=1)


def run(context: Context, settings: MailSettings | None, stop: Event) -> None:
    """Work until `stop` is set; what is under way is finished. Without settings no mail is sent: they wait.

    A database that is away for a while is tried again.
    """
    purged_at = forgot_at = datetime.min.replace(tzinfo=UTC)
    while not stop.is_set():
        now = context.now()
        purging, forgetting = now - purged_at >= _PURGE_EVERY, now - forgot_at >= _FORGET_EVERY
        try:
            once(context, settings, purging=purging, forgetting=forgetting)
        except Exception:
            LOG.exception("unexpected error; trying again")
        else:
            purged_at, forgot_at = now if purging else purged_at, now if purging and forgetting else forgot_at
        stop.wait(EVERY)


def once(context: Context, settings: MailSettings | None, *, purging: bool = True, forgetting: bool = True) -> tuple[Tally, dict[str, int]]:
    """Do all that is due now: what became of the mails, and what was thrown away.

    Args:
        purging: throw away what has lapsed.
        forgetting: and old deletions.
    """
    mails = send_due(context, settings) if settings is not None else Tally()
    counts = purge(context.database, context.now(), deletions=forgetting).counts if purging else {}
    if mails.sent or mails.given_up or counts:
        LOG.info("sent %s mails, gave up %s; threw away %s", mails.sent, mails.given_up, counts or "nothing")
    return mails, counts
