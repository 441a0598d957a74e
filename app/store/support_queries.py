"""Readings of support requests: pages and the queue as plain rows, single requests with what hangs on them as records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from sqlite3 import Connection, Row
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.records import OPEN_REQUESTS, RatingValue, RequestKind, RequestStatus, Urgency
from app.domain.values.equipment import Page
from app.domain.values.support import Appointment, RequestQuery, RequestRow
from app.store.folding import words
from app.store.tables import Claim, Contract, Intervention, Rating, RequestMessage, SupportRequest
from app.store.types import to_wire

#: A list names at most this many matches of a search; more are not counted, they would have to be read one by one.
MOST_COUNTED = 1000

_COLUMNS = """
    r.id, r.number, r.subject, r.urgency, r.kind, r.status, r.opened_at, r.due_at, r.first_response_at, r.appointment_at,
    r.equipment_id, e.designation, c.number AS contract_number, s.name AS site_name, r.contact, r.covered, r.closed_at,
    g.value AS rating,
    (SELECT i.technician FROM intervention i WHERE i.request_id = r.id AND i.deleted_at IS NULL
     ORDER BY i.started_at DESC, i.id DESC LIMIT 1) AS technician
"""
_JOINS = """
    LEFT JOIN equipment e ON e.id = r.equipment_id
    LEFT JOIN contract c ON c.id = r.contract_id
    LEFT JOIN site s ON s.id = r.site_id
    LEFT JOIN rating g ON g.request_id = r.id AND g.deleted_at IS NULL
"""


def number_taken(session: Session, number: str) -> bool:
    """Whether a request or a claim carries that number, deleted ones too: theirs is theirs for good."""
    known = (select(table.id).where(table.number == number) for table in (SupportRequest, Claim))
    return any(session.scalars(query).first() is not None for query in known)


def numbers_like(session: Session, start: str) -> set[str]:
    """The numbers of contracts, requests and claims that begin with `start`, of deleted ones too."""
    tables = (Contract, SupportRequest, Claim)
    return {
        number
        for table in tables
        for number in session.scalars(select(table.number).where(table.number.startswith(start, autoescape=True)))
    }


def by_number(session: Session, number: str) -> SupportRequest | None:
    """The living request of that number."""
    query = select(SupportRequest).where(SupportRequest.number == number, SupportRequest.deleted_at.is_(None))
    return session.scalars(query).one_or_none()


def newest_numbers(session: Session, limit: int) -> list[str]:
    """The numbers of the living requests asked last, newest first."""
    query = select(SupportRequest.number).where(SupportRequest.deleted_at.is_(None)).order_by(SupportRequest.opened_at.desc())
    return list(session.scalars(query.limit(limit)))


def interventions(session: Session, request_id: UUID) -> Sequence[Intervention]:
    """The living interventions of a request, oldest first."""
    query = select(Intervention).where(Intervention.request_id == request_id, Intervention.deleted_at.is_(None))
    return session.scalars(query.order_by(Intervention.started_at, Intervention.id)).all()


def messages(session: Session, request_id: UUID) -> Sequence[RequestMessage]:
    """The living messages of a request, oldest first."""
    query = select(RequestMessage).where(RequestMessage.request_id == request_id, RequestMessage.deleted_at.is_(None))
    return session.scalars(query.order_by(RequestMessage.sent_at, RequestMessage.id)).all()


def rating(session: Session, request_id: UUID) -> Rating | None:
    """The rating of a request."""
    return session.scalars(select(Rating).where(Rating.request_id == request_id, Rating.deleted_at.is_(None))).one_or_none()


def row(connection: Connection, request_id: UUID) -> RequestRow | None:
    """One living request as lists show it."""
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM support_request r {_JOINS} WHERE r.id = ? AND r.deleted_at IS NULL", [request_id.hex]
    )
    kept = found.fetchone()
    return None if kept is None else _row(kept)


def open_rows(connection: Connection, site_id: UUID | None = None) -> list[RequestRow]:
    """The requests that wait, of a site and of none, or all."""
    values = {f"status{place}": status.value for place, status in enumerate(OPEN_REQUESTS)}
    holes = ", ".join(f":{name}" for name in values)
    statement = (
        f"SELECT {_COLUMNS} FROM support_request r INDEXED BY ix_support_request_status {_JOINS}"
        f" WHERE r.status IN ({holes}) AND r.deleted_at IS NULL{_of_site(site_id)}"
    )
    return [_row(kept) for kept in connection.execute(statement, {**values, **_site(site_id)})]


def page(
    connection: Connection, query: RequestQuery, offset: int, limit: int, counted: int | None = None, among: Sequence[UUID] | None = None
) -> Page[RequestRow]:
    """`limit` requests from `offset` on, newest first, with the number of all; of a search, `MOST_COUNTED` are counted at most.

    Args:
        connection: an open snapshot.
        query: which requests. A whole number of a request finds that one alone.
        offset: the first row, from 0.
        limit: how many rows.
        counted: how many there are, where that is known already.
        among: the few of which alone it can be, where that is known already: the others are not read.
    """
    numbered = _numbered(connection, query)
    if numbered is not None:
        return Page(1, offset, numbered[offset : offset + limit])
    conditions, values = _conditions(query)
    index = _index(query)
    if among is not None:
        names = {f"among{place}": one.hex for place, one in enumerate(among)}
        index, values = "", values | names
        conditions += f" AND r.id IN ({', '.join(f':{name}' for name in names)})"
    # Rows that were asked at one moment stand in the order in which they were written: the index alone knows it.
    found = f"SELECT r.rowid AS found FROM support_request r {index} WHERE r.deleted_at IS NULL{conditions}"
    statement = (
        f"SELECT {_COLUMNS} FROM ({found} ORDER BY r.opened_at DESC, r.rowid DESC LIMIT :limit OFFSET :offset)"
        f" JOIN support_request r ON r.rowid = found {_JOINS} ORDER BY r.opened_at DESC, r.rowid DESC"
    )
    rows = connection.execute(statement, {**values, "limit": limit, "offset": offset}).fetchall()
    last = 0 < len(rows) < limit or (not rows and offset == 0)
    total = offset + len(rows) if last else counted if counted is not None else _count(connection, query, conditions, values)
    return Page(max(total, offset + len(rows)) if rows else total, offset, tuple(_row(kept) for kept in rows))


def narrows(query: RequestQuery, former: RequestQuery) -> bool:
    """Whether `former` found whatever `query` finds: it was typed on. Not after a figure: a whole number finds its request alone."""
    typed, before = words(query.search), words(former.search)
    same = replace(query, search="") == replace(former, search="") and not any(char.isdigit() for char in former.search)
    return same and bool(before) and all(any(old in new for new in typed) for old in before)


def data_version(connection: Connection) -> int:
    """A number that changes whenever anything was written through another connection."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def coming(connection: Connection, now: datetime, site_id: UUID | None = None) -> list[Appointment]:
    """The appointments that are not over, the nearest first, of a site and of none, or all."""
    statement = (
        "SELECT r.id, r.number, r.subject, r.appointment_at, r.appointment_minutes, r.contact, r.phone FROM support_request r"
        " WHERE r.status = :status AND r.appointment_at IS NOT NULL AND r.deleted_at IS NULL"
        f" AND unixepoch(r.appointment_at) + 60 * r.appointment_minutes > :now{_of_site(site_id)} ORDER BY r.appointment_at, r.number"
    )
    values = {"status": RequestStatus.CALL_BACK_PLANNED.value, "now": int(now.timestamp()), **_site(site_id)}
    return [
        Appointment(UUID(key), number, subject, datetime.fromisoformat(at), minutes, contact, phone)
        for key, number, subject, at, minutes, contact, phone in connection.execute(statement, values)
    ]


def unrated(connection: Connection, since: datetime, site_id: UUID | None = None) -> RequestRow | None:
    """The request solved last, since a moment, whose rating was neither given nor asked for; one that came solved from elsewhere is none.

    Of the closed ones, which may be very many, only those that were asked since then are looked at.
    """
    place = "(r.status = 'resolved' OR (r.status = 'closed' AND r.opened_at >= :since))"
    statement = (
        f"SELECT {_COLUMNS} FROM support_request r {_JOINS} WHERE {place} AND r.resolved_at >= :since AND r.created_at <= r.resolved_at"
        f" AND r.rating_offered_at IS NULL AND g.id IS NULL AND r.deleted_at IS NULL{_of_site(site_id)}"
        " ORDER BY +r.resolved_at DESC, r.id DESC LIMIT 1"
    )
    kept = connection.execute(statement, {"since": to_wire(since), **_site(site_id)}).fetchone()
    return None if kept is None else _row(kept)


def technicians(connection: Connection, limit: int = 50) -> list[str]:
    """The names of technicians used before, newest first."""
    statement = """
        SELECT name FROM (
            SELECT technician AS name, started_at AS used FROM
                (SELECT technician, started_at FROM intervention WHERE deleted_at IS NULL ORDER BY started_at DESC LIMIT 500)
            UNION ALL SELECT technician, started_at FROM technician_session WHERE deleted_at IS NULL
            UNION ALL SELECT technician, max(month) FROM support_month WHERE interventions > 0 GROUP BY technician
        ) WHERE name != '' GROUP BY name ORDER BY max(used) DESC, name LIMIT ?
    """
    return [name for (name,) in connection.execute(statement, [limit])]


def _of_site(site_id: UUID | None) -> str:
    return "" if site_id is None else " AND (r.site_id = :site OR r.site_id IS NULL)"


def _site(site_id: UUID | None) -> dict[str, Any]:
    return {} if site_id is None else {"site": site_id.hex}


def _conditions(query: RequestQuery) -> tuple[str, dict[str, Any]]:
    conditions, values = _of_site(query.site_id), _site(query.site_id)
    if query.statuses:
        holes = []
        for place, status in enumerate(query.statuses):
            values[f"status{place}"] = status.value
            holes.append(f":status{place}")
        conditions += f" AND r.status IN ({', '.join(holes)})"
    if query.equipment_id is not None:
        values["equipment"] = query.equipment_id.hex
        conditions += " AND r.equipment_id = :equipment"
    for place, word in enumerate(words(query.search)):
        values[f"word{place}"] = word
        conditions += f" AND instr(r.search, :word{place})"
    if query.search.strip() and not words(query.search):
        conditions += " AND 0"  # signs alone, without a letter or a digit, are in no request
    return conditions, values


def _index(query: RequestQuery) -> str:
    if query.equipment_id is not None:
        return ""
    if len(query.statuses) == 1:
        return "INDEXED BY ix_support_request_status"
    return "INDEXED BY ix_support_request_opened"


def _numbered(connection: Connection, query: RequestQuery) -> tuple[RequestRow, ...] | None:
    """The request whose whole number is searched for, when the filters let it through; none where there is no such number."""
    wanted = query.search.strip().upper()
    if not wanted or not any(char.isdigit() for char in wanted):
        return None
    conditions, values = _conditions(replace(query, search=""))
    statement = f"SELECT {_COLUMNS} FROM support_request r {_JOINS} WHERE r.number = :number AND r.deleted_at IS NULL{conditions}"
    rows = tuple(_row(kept) for kept in connection.execute(statement, {**values, "number": wanted}))
    return rows or None


def _count(connection: Connection, query: RequestQuery, conditions: str, values: dict[str, Any]) -> int:
    if words(query.search):
        statement = f"SELECT 1 FROM support_request r {_index(query)} WHERE r.deleted_at IS NULL{conditions} LIMIT {MOST_COUNTED}"
        statement = f"SELECT count(*) FROM ({statement})"
    elif query.site_id is None and query.equipment_id is None:
        # Counts that read an index alone; the row itself would have to be read to know that it is not deleted. Most requests are closed:
        # those are all but the others.
        of = _of_statuses(query.statuses)
        others = _of_statuses([status for status in RequestStatus if status not in query.statuses])
        every = f"SELECT count(*) FROM support_request{' WHERE' + of if of else ''}"
        if RequestStatus.CLOSED in query.statuses:
            every = f"SELECT (SELECT count(*) FROM support_request) - (SELECT count(*) FROM support_request WHERE{others or ' 0'})"
        gone = f"SELECT count(*) FROM support_request INDEXED BY ix_support_request_opened WHERE deleted_at > ''{' AND' + of if of else ''}"
        statement = f"SELECT ({every}) - ({gone})"
    else:
        statement = f"SELECT count(*) FROM support_request r WHERE r.deleted_at IS NULL{conditions}"
    return int(connection.execute(statement, values).fetchone()[0])


def _of_statuses(statuses: Sequence[RequestStatus]) -> str:
    # The words of an enum, no text that somebody typed.
    return f" status IN ({', '.join(repr(status.value) for status in statuses)})" if statuses else ""


_URGENCIES = {choice.value: choice for choice in Urgency}
_KINDS = {choice.value: choice for choice in RequestKind}
_STATUSES = {choice.value: choice for choice in RequestStatus}
_RATINGS = {choice.value: choice for choice in RatingValue}


def _row(kept: Row) -> RequestRow:
    # By place, not by name: this runs for every row of every page, while Qt's thread waits for the interpreter.
    (
        key,
        number,
        subject,
        urgency,
        kind,
        status,
        opened,
        due,
        answered,
        appointment,
        equipment,
        designation,
        contract,
        site,
        contact,
        covered,
        closed,
        value,
        technician,
    ) = kept
    return RequestRow(
        UUID(key),
        number,
        subject,
        _URGENCIES[urgency],
        _KINDS[kind],
        _STATUSES[status],
        datetime.fromisoformat(opened),
        _moment(due),
        _moment(answered),
        _moment(appointment),
        UUID(equipment) if equipment else None,
        designation or "",
        contract or "",
        site or "",
        contact,
        None if covered is None else bool(covered),
        _moment(closed),
        _RATINGS[value] if value else None,
        technician or "",
    )


def _moment(kept: str | None) -> datetime | None:
    return datetime.fromisoformat(kept) if kept else None
