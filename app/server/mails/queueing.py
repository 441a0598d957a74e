"""Which mails are due: queued in the transaction of the change, so that neither is there without the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select
from uuid_utils.compat import uuid7

from app.domain.records import InterventionKind, RequestStatus
from app.server.clock import as_text
from app.server.problems import MissingError
from app.server.rows import Row, find, page, with_value
from app.server.tables import mail, rating_link
from app.sync.wire import Mutation, Result

RATING = "rating"
#: How long a link to the rating page works.
LINK_VALID = timedelta(days=60)
#: A request that arrives as resolved longer ago, such as with an office that connects for the first time, is no news.
_NEWS = timedelta(days=7)
_SOLVED = (RequestStatus.RESOLVED, RequestStatus.CLOSED)


@dataclass(frozen=True)
class Wanted:
    """What a mail is about, and whom it goes to as of now."""

    request: Row
    recipient: str


def queue_rating(connection: Connection, organisation_id: str, request: Row, now: datetime, language: str = "fr") -> bool:
    """Queue the mail that asks what the customer thought of a resolved request; whether one was queued.

    None is where nobody worked on it by remote control or on site, where no address is known, where the request was rated already, or
    where a link that was sent before still works.
    """
    if not _somebody_worked(connection, organisation_id, request.id):
        return False
    recipient = _recipient(connection, organisation_id, request)
    if not recipient or link_works(connection, organisation_id, request.id, now) or _rated(connection, organisation_id, request.id):
        return False
    link = str(uuid7())
    connection.execute(
        insert(rating_link).values(
            id=link, organisation=organisation_id, request=request.id, expires_at=as_text(now + LINK_VALID), used_at=None
        )
    )
    connection.execute(
        insert(mail).values(
            id=str(uuid7()),
            organisation=organisation_id,
            kind=RATING,
            recipient=recipient,
            language=language,
            row_id=link,
            tries=0,
            next_at=as_text(now),
            error="",
            created_at=as_text(now),
        )
    )
    return True


def queue_after_push(connection: Connection, organisation_id: str, sent: Iterable[tuple[Mutation, Result]], now: datetime) -> None:
    """Queue the mails for requests that a technician resolved on a shop's computer."""
    for change, result in sent:
        resolved = change.type == "support_request" and change.set.get("status") == RequestStatus.RESOLVED
        if not resolved or result.status not in ("ok", "merged"):
            continue
        try:
            request = find(connection, organisation_id, "support_request", change.row)
        except MissingError:
            continue
        is_news = (request.data.get("resolved_at") or "") >= as_text(now - _NEWS)
        if request.data["status"] == RequestStatus.RESOLVED and is_news:
            queue_rating(connection, organisation_id, request, now)


def still_wanted(connection: Connection, organisation_id: str, kind: str, row_id: str, now: datetime) -> Wanted | None:
    """What a queued mail is about when it leaves; none where its request was opened again, rated, deleted or asked about again, where its
    link is of no use any more, or where nobody is left to send it to: whoever queued it saw the address of that day.
    """
    link = connection.execute(select(rating_link).where(rating_link.c.id == row_id)).one_or_none()
    if kind != RATING or link is None or link.used_at is not None or link.expires_at <= as_text(now):
        return None
    try:
        request = find(connection, organisation_id, "support_request", link.request)
    except MissingError:
        return None
    recipient = _recipient(connection, organisation_id, request)
    asked_again = link_works(connection, organisation_id, request.id, now, after=link.id)
    if request.data["status"] not in _SOLVED or not recipient or asked_again or _rated(connection, organisation_id, request.id):
        return None
    return Wanted(request, recipient)


def is_address(text: Any) -> bool:
    """Whether a text can be mailed to: one address and nothing else, which no mail header can be broken out of."""
    if not isinstance(text, str) or not 3 <= len(text) <= 254 or text.count("@") != 1 or not text.isascii():
        return False
    name, _, host = text.partition("@")
    plain = all(sign.isalnum() or sign in ".!#$%&'*+/=?^_`{|}~-" for sign in name)
    return bool(name) and plain and "." in host and all(label and label.replace("-", "").isalnum() for label in host.split("."))


def _recipient(connection: Connection, organisation_id: str, request: Row) -> str:
    contact = str(request.data.get("contact", "")).strip()
    if is_address(contact):
        return contact
    for office in page(connection, organisation_id, "organisation", "", 5):
        address = str(office.data.get("email", "")).strip()
        if is_address(address):
            return address
    return ""


def link_works(connection: Connection, organisation_id: str, request_id: str, now: datetime, after: str = "") -> bool:
    """Whether the customer has a link to rate a request with, or will: one whose mail was given up reached nobody.

    Args:
        after: only links that were made after this one.
    """
    c = rating_link.c
    query = select(c.id).join(mail, mail.c.row_id == c.id).where(mail.c.given_up_at.is_(None))
    works = (c.organisation == organisation_id, c.request == request_id, c.used_at.is_(None), c.expires_at > as_text(now), c.id > after)
    return connection.scalar(query.where(*works).limit(1)) is not None


def _rated(connection: Connection, organisation_id: str, request_id: str) -> bool:
    return any(True for _ in with_value(connection, organisation_id, "rating", "request_id", [request_id]))


def _somebody_worked(connection: Connection, organisation_id: str, request_id: str) -> bool:
    work = with_value(connection, organisation_id, "intervention", "request_id", [request_id])
    return any(one.data.get("kind") in (InterventionKind.REMOTE, InterventionKind.ON_SITE) for one in work)
