"""What a link allows: to see which request it is about, and to rate it once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from sqlalchemy import Connection, select, update
from uuid_utils.compat import uuid7

from app.domain.records import RatingValue, RequestStatus
from app.server.clock import as_text
from app.server.pen import Change, Pen, RefusedError
from app.server.problems import MissingError
from app.server.rows import Row, find, with_value
from app.server.sync.merging import Author
from app.server.tables import rating_link

#: Where the rating came from, as the records say it.
ORIGIN = "email"


class State(Enum):
    """Where the request of a link stands."""

    OPEN = "open"
    RATED = "rated"
    REOPENED = "reopened"


@dataclass(frozen=True)
class Linked:
    """The request that a link is about."""

    link: str
    organisation: str
    request: Row
    state: State


def look(connection: Connection, link: str, now: datetime) -> Linked | None:
    """The request of a link; none where the link is unknown or has expired, or the request is gone: all the same to whoever asks."""
    c = rating_link.c
    row = connection.execute(select(rating_link).where(c.id == link, c.expires_at > as_text(now))).one_or_none()
    if row is None:
        return None
    try:
        request = find(connection, row.organisation, "support_request", row.request)
    except MissingError:
        return None
    if row.used_at is not None or any(True for _ in with_value(connection, row.organisation, "rating", "request_id", [request.id])):
        return Linked(link, row.organisation, request, State.RATED)
    is_solved = request.data["status"] in (RequestStatus.RESOLVED, RequestStatus.CLOSED)
    return Linked(link, row.organisation, request, State.OPEN if is_solved else State.REOPENED)


def rate(connection: Connection, link: str, value: RatingValue, comment: str, now: datetime) -> Linked | None:
    """Keep the rating and close the request, once; how it stands afterwards."""
    organisation_id = connection.scalar(select(rating_link.c.organisation).where(rating_link.c.id == link))
    if organisation_id is None:
        return None
    pen = Pen(connection, organisation_id, Author(f"link:{link}", "E-mail"), now)
    # Looked at anew: from here on nobody else writes to the organisation.
    found = look(connection, link, now)
    if found is None or found.state is not State.OPEN:
        return found
    request = found.request
    changes = [Change("rating", str(uuid7()), _rating(pen, request, value, comment))]
    if request.data["status"] == RequestStatus.RESOLVED:
        changes.append(Change("support_request", request.id, {"status": RequestStatus.CLOSED, "closed_at": pen.moment}, request.seq))
    try:
        pen.write(changes)
    except RefusedError as error:
        if error.detail != "taken":
            raise
        return Linked(link, organisation_id, request, State.RATED)
    connection.execute(update(rating_link).where(rating_link.c.id == link).values(used_at=as_text(now)))
    return Linked(link, organisation_id, request, State.RATED)


def is_kept(connection: Connection, found: Linked, value: str, comment: str) -> bool:
    """Whether the rating of a request is this one: kept just now, or before, where a form was sent twice."""
    kept = with_value(connection, found.organisation, "rating", "request_id", [found.request.id])
    return any((one.data.get("value"), one.data.get("comment")) == (value, comment) for one in kept)


def _rating(pen: Pen, request: Row, value: RatingValue, comment: str) -> dict[str, object]:
    work = with_value(pen.connection, pen.organisation, "intervention", "request_id", [request.id])
    done = [row for row in work if row.data["ended_at"] is not None]
    last = max(done, key=lambda row: (str(row.data["ended_at"]), row.id), default=None)
    return {
        "request_id": request.id,
        "intervention_id": last.id if last is not None else None,
        "value": value,
        "comment": comment,
        "origin": ORIGIN,
        "rated_at": pen.moment,
    }
