"""Sending what is queued. Several workers may do it at once: each mail is claimed by one of them.

A mail is sent at most once as far as SMTP can tell: what was certainly not taken is tried again later; where the line was cut after the
text had been sent, or a worker vanished then, it is given up instead, for it may have arrived.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, Update, or_, select, update
from uuid_utils.compat import uuid7

from app.server import links
from app.server.clock import as_text
from app.server.context import Context
from app.server.mails.delivery import DeliveryError, UnknownOutcomeError, deliver
from app.server.mails.messages import rating_mail
from app.server.mails.queueing import still_wanted
from app.server.mails.settings import MailSettings
from app.server.tables import mail

LOG = logging.getLogger("parclair.worker")
#: How long after each try the next one comes; after the last the mail is given up.
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440))
TRIES = len(WAITS) + 1
#: A worker that has not come back by then has vanished.
CLAIM = timedelta(minutes=5)
#: Seconds between the tries to note what became of a mail that was handed over; together with a database's own patience less than `CLAIM`.
NOTING = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0)
_VANISHED = "the worker stopped while the text was on its way: it may have arrived"
_UNWANTED = "not wanted any more: rated, reopened, expired, deleted, asked again, or nobody to send it to"


@dataclass
class Tally:
    """What became of the mails that were due.

    Attributes:
        sent: how many were taken.
        given_up: how many will not be tried again although they were wanted.
        reason: why the last one that failed did, whether it is tried again or not.
    """

    sent: int = 0
    given_up: int = 0
    reason: str = ""


@dataclass(frozen=True)
class Claimed:
    """A mail that this worker has to itself. `claim` tells this time from every other one, before and after."""

    id: str
    claim: str
    organisation: str
    kind: str
    language: str
    row_id: str
    tries: int


def send_due(context: Context, settings: MailSettings) -> Tally:
    """Send every mail whose time has come."""
    tally = Tally()
    while (claimed := claim(context, tally)) is not None:
        try:
            _send(context, settings, claimed, tally)
        except Exception as error:
            # One mail that cannot be made must not keep the others waiting.
            LOG.exception("mail %s: unexpected error", claimed.id)
            _failed(context, claimed, DeliveryError(f"unexpected error: {type(error).__name__}"), tally)
    return tally


def claim(context: Context, tally: Tally | None = None) -> Claimed | None:
    """The next mail that is due and that no other worker has; none where there is none.

    Args:
        tally: counts those that are given up here, for the worker that had them has vanished.
    """
    now, mine = context.now(), str(uuid7())
    with context.database.writing() as connection:
        vanished = connection.execute(
            update(mail)
            .where(mail.c.sending_at.is_not(None), mail.c.claimed_until <= as_text(now), *_open())
            .values(given_up_at=as_text(now), error=_VANISHED)
        ).rowcount
        row = connection.execute(_due(now)).one_or_none()
        if row is not None:
            values = {"claim": mine, "claimed_until": as_text(now + CLAIM), "tries": row.tries + 1}
            connection.execute(update(mail).where(mail.c.id == row.id).values(**values))
    if vanished:
        LOG.warning("mails given up: %s; %s", vanished, _VANISHED)
        if tally is not None:
            tally.given_up, tally.reason = tally.given_up + vanished, _VANISHED
    return None if row is None else Claimed(row.id, mine, row.organisation, row.kind, row.language, row.row_id, row.tries + 1)


def _open() -> tuple[ColumnElement[bool], ...]:
    return mail.c.sent_at.is_(None), mail.c.given_up_at.is_(None)


def _due(now: datetime) -> Select[Any]:
    moment = as_text(now)
    free = or_(mail.c.claimed_until.is_(None), mail.c.claimed_until <= moment)
    query = select(mail).where(mail.c.next_at <= moment, free, *_open())
    return query.order_by(mail.c.next_at, mail.c.id).limit(1).with_for_update(skip_locked=True)


def _send(context: Context, settings: MailSettings, claimed: Claimed, tally: Tally) -> None:
    with context.database.writing() as connection:
        wanted = still_wanted(connection, claimed.organisation, claimed.kind, claimed.row_id, context.now())
        token = links.signed(links.make_key(connection), claimed.row_id)
        if wanted is not None:
            connection.execute(_mine(claimed).values(recipient=wanted.recipient))
    if wanted is None:
        _finish(context, claimed, given_up_at=as_text(context.now()), sending_at=None, error=_UNWANTED)
        return
    message = rating_mail(settings, claimed.id, wanted.recipient, claimed.language, wanted.request, token, context.now())
    try:
        deliver(settings, message, wanted.recipient, lambda: _on_its_way(context, claimed))
    except DeliveryError as error:
        _failed(context, claimed, error, tally)
        return
    except UnknownOutcomeError as error:
        tally.given_up, tally.reason = tally.given_up + 1, f"it may have arrived: {error}"
        LOG.warning("mail %s: given up, for it may have arrived: %s", claimed.id, error)
        _note(context, claimed, given_up_at=as_text(context.now()), error=tally.reason)
        return
    tally.sent += 1
    _note(context, claimed, sent_at=as_text(context.now()), given_up_at=None, error="")


def _on_its_way(context: Context, claimed: Claimed) -> None:
    if not _finish(context, claimed, sending_at=as_text(context.now()), claimed_until=as_text(context.now() + CLAIM)):
        raise DeliveryError("another worker has taken over")


def _failed(context: Context, claimed: Claimed, error: DeliveryError, tally: Tally) -> None:
    """A mail that was certainly not taken is tried again later, or given up."""
    now, tally.reason = context.now(), error.reason
    if error.lasting or claimed.tries >= TRIES:
        LOG.warning("mail %s: given up after %s tries: %s", claimed.id, claimed.tries, error.reason)
        tally.given_up += _finish(context, claimed, given_up_at=as_text(now), sending_at=None, error=error.reason)
        return
    next_at = as_text(now + WAITS[claimed.tries - 1])
    LOG.warning("mail %s: try %s of %s failed, the next one is at %s: %s", claimed.id, claimed.tries, TRIES, next_at, error.reason)
    _finish(context, claimed, next_at=next_at, sending_at=None, error=error.reason)


def _note(context: Context, claimed: Claimed, **values: object) -> None:
    """Note what became of a mail after its text has left, as often as it takes: from there on nothing may plan another try.

    Where the database stays away, `sending_at` stays too, and the mail is given up once the claim has lapsed.
    """
    for wait in (*NOTING, None):
        try:
            with context.database.writing() as connection:
                connection.execute(_mine(claimed).values({"claimed_until": None, **values}))
            return
        except Exception as error:
            LOG.warning("mail %s: what became of it cannot be noted: %s", claimed.id, type(error).__name__)
        if wait is not None:
            time.sleep(wait)
    LOG.error("mail %s: its text has left, and that could not be noted; it is not sent again", claimed.id)


def _finish(context: Context, claimed: Claimed, **values: object) -> bool:
    """Note how a mail stands, unless its claim has lapsed and another worker has had it since."""
    with context.database.writing() as connection:
        mine = _mine(claimed).where(mail.c.given_up_at.is_(None))
        return connection.execute(mine.values({"claimed_until": None, **values})).rowcount == 1


def _mine(claimed: Claimed) -> Update:
    return update(mail).where(mail.c.id == claimed.id, mail.c.claim == claimed.claim, mail.c.sent_at.is_(None))
