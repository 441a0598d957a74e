"""Sending what is queued. Several workers may do it at once: each mail is claimed by one of them.

A mail is sent at most once as far as SMTP can tell: what was certainly not taken is tried again later; where the line was cut after the
text had been sent, or a worker vanished then, it is given up instead, for it may have arrived.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, or_, select, update

from app.server import links
from app.server.clock import as_text
from app.server.context import Context
from app.server.mails.delivery import DeliveryError, UnknownOutcomeError, deliver
from app.server.mails.messages import rating_mail
from app.server.mails.queueing import RATING
from app.server.mails.settings import MailSettings
from app.server.problems import MissingError
from app.server.rows import Row, find, with_value
from app.server.tables import mail, rating_link

LOG = logging.getLogger("parclair.worker")
#: How long after each try the next one comes; after the last the mail is given up.
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440))
TRIES = len(WAITS) + 1
#: A worker that has not come back by then has vanished.
CLAIM = timedelta(minutes=5)
_VANISHED = "the worker stopped while the text was on its way: it may have arrived"


@dataclass(frozen=True)
class Claimed:
    """A mail that this worker has to itself."""

    id: str
    organisation: str
    kind: str
    recipient: str
    language: str
    row_id: str
    tries: int


def send_due(context: Context, settings: MailSettings) -> int:
    """Send every mail whose time has come; how many were sent."""
    sent = 0
    while (claimed := claim(context)) is not None:
        try:
            sent += _send(context, settings, claimed)
        except Exception as error:
            # One mail that cannot be made must not keep the others waiting.
            LOG.exception("mail %s: unexpected error", claimed.id)
            _failed(context, claimed, DeliveryError(f"unexpected error: {type(error).__name__}"))
    return sent


def claim(context: Context) -> Claimed | None:
    """The next mail that is due and that no other worker has; none where there is none."""
    now = context.now()
    with context.database.writing() as connection:
        connection.execute(
            update(mail)
            .where(mail.c.sending_at.is_not(None), mail.c.claimed_until <= as_text(now), *_open())
            .values(given_up_at=as_text(now), error=_VANISHED)
        )
        row = connection.execute(_due(now)).one_or_none()
        if row is None:
            return None
        values = {"claimed_until": as_text(now + CLAIM), "tries": row.tries + 1}
        connection.execute(update(mail).where(mail.c.id == row.id).values(**values))
        return Claimed(row.id, row.organisation, row.kind, row.recipient, row.language, row.row_id, row.tries + 1)


def _open() -> tuple[ColumnElement[bool], ...]:
    return mail.c.sent_at.is_(None), mail.c.given_up_at.is_(None)


def _due(now: datetime) -> Select[Any]:
    moment = as_text(now)
    free = or_(mail.c.claimed_until.is_(None), mail.c.claimed_until <= moment)
    query = select(mail).where(mail.c.next_at <= moment, free, *_open())
    return query.order_by(mail.c.next_at, mail.c.id).limit(1).with_for_update(skip_locked=True)


def _send(context: Context, settings: MailSettings, claimed: Claimed) -> bool:
    with context.database.writing() as connection:
        request = _still_wanted(connection, claimed, context.now())
        token = links.signed(links.make_key(connection), claimed.row_id)
    if request is None:
        _finish(context, claimed, given_up_at=as_text(context.now()), error="not wanted any more: rated, expired or deleted")
        return False
    message = rating_mail(settings, claimed.id, claimed.recipient, claimed.language, request, token, context.now())
    try:
        deliver(settings, message, claimed.recipient, lambda: _on_its_way(context, claimed))
    except DeliveryError as error:
        _failed(context, claimed, error)
        return False
    except UnknownOutcomeError as error:
        _finish(context, claimed, given_up_at=as_text(context.now()), error=f"it may have arrived: {error}")
        LOG.warning("mail %s: may have arrived: %s", claimed.id, error)
        return False
    _finish(context, claimed, sent_at=as_text(context.now()), error="")
    return True


def _still_wanted(connection: Connection, claimed: Claimed, now: datetime) -> Row | None:
    link = connection.execute(select(rating_link).where(rating_link.c.id == claimed.row_id)).one_or_none()
    if claimed.kind != RATING or link is None or link.used_at is not None or link.expires_at <= as_text(now):
        return None
    try:
        request = find(connection, claimed.organisation, "support_request", link.request)
    except MissingError:
        return None
    rated = any(True for _ in with_value(connection, claimed.organisation, "rating", "request_id", [request.id]))
    return None if rated else request


def _on_its_way(context: Context, claimed: Claimed) -> None:
    if not _finish(context, claimed, sending_at=as_text(context.now()), claimed_until=as_text(context.now() + CLAIM)):
        raise DeliveryError("another worker has taken over")


def _failed(context: Context, claimed: Claimed, error: DeliveryError) -> None:
    now = context.now()
    if error.lasting or claimed.tries >= TRIES:
        _finish(context, claimed, given_up_at=as_text(now), error=error.reason)
        LOG.warning("mail %s: given up after %s tries: %s", claimed.id, claimed.tries, error.reason)
        return
    _finish(context, claimed, next_at=as_text(now + WAITS[claimed.tries - 1]), sending_at=None, error=error.reason)


def _finish(context: Context, claimed: Claimed, **values: object) -> bool:
    """Note how a mail stands, unless its claim has lapsed and another worker has it: `tries` tells one claim from the next."""
    with context.database.writing() as connection:
        mine = update(mail).where(mail.c.id == claimed.id, mail.c.tries == claimed.tries, mail.c.given_up_at.is_(None))
        return connection.execute(mine.values({"claimed_until": None, **values})).rowcount == 1
