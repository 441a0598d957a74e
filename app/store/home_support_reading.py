"""What the home screen and the navigation read of support: requests and claims that wait for somebody.

A few small statements on a plain connection. Each walks the index of a status that few rows are in, whatever the number of
requests: left to itself, SQLite would walk all living ones.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Connection, Row
from uuid import UUID

from app.domain.records import RUNNING, RUNNING_CLAIMS, UNANSWERED, ClaimStatus, OfferKind, RequestStatus, Urgency

#: Requests nobody has answered yet, and those that wait for the office itself.
_WAITING = (*UNANSWERED, RequestStatus.WAITING_FOR_CUSTOMER)
#: Rows read of one status: more would not be shown one by one.
AT_MOST = 200
_AT_SITE = "(:site IS NULL OR {table}.site_id = :site OR {table}.site_id IS NULL)"


@dataclass(frozen=True)
class RequestFacts:
    """A request that waits. Moments are aware; `due_at` is that of the first answer."""

    id: UUID
    number: str
    subject: str
    urgency: Urgency
    status: RequestStatus
    opened_at: datetime
    due_at: datetime | None
    first_response_at: datetime | None
    appointment_at: datetime | None


@dataclass(frozen=True)
class ClaimFacts:
    """A claim that is not settled. `call_due_at` and `replacement_due_at` are the promises that were not kept yet."""

    id: UUID
    number: str
    status: ClaimStatus
    designation: str
    call_due_at: datetime | None
    replacement_due_at: datetime | None


def call_back_urgencies(connection: Connection) -> tuple[Urgency, ...]:
    """The order of urgencies that the office's support contract names; empty where none that can be read does: the usual one counts."""
    holes = ", ".join("?" * len(RUNNING))
    query = (
        "SELECT json_extract(offer_copy, '$.support.call_back_order') FROM contract"
        f" WHERE status IN ({holes}) AND kind = ? AND provider_id <> '' AND deleted_at IS NULL ORDER BY number"
    )
    for (kept,) in connection.execute(query, [*(status.value for status in RUNNING), OfferKind.SOFTWARE_SUPPORT.value]):
        if kept and (found := json.loads(kept)):
            return tuple(Urgency(each) for each in found)
    return ()


def waiting_requests(connection: Connection, site_id: UUID | None = None) -> list[RequestFacts]:
    """Requests that are new, hold an appointment or wait for the office: of each status the longest waiting, at most 200."""
    return [_request(row) for status in _WAITING for row in _of_status(connection, status, site_id, "opened_at")]


def resolved_unrated(connection: Connection, since: datetime, site_id: UUID | None = None) -> list[RequestFacts]:
    """Requests resolved `since` then that nobody rated, the newest first; looked for among the 200 resolved ones opened last."""
    rows = _of_status(connection, RequestStatus.RESOLVED, site_id, "opened_at DESC")
    rated = "SELECT 1 FROM rating WHERE request_id = ? AND deleted_at IS NULL"
    start = _kept(since)
    recent = [row for row in rows if row["resolved_at"] is not None and row["resolved_at"] >= start]
    return [_request(row) for row in recent if connection.execute(rated, [row["id"]]).fetchone() is None]


def waiting_count(connection: Connection, now: datetime, site_id: UUID | None = None) -> int:
    """How many requests wait for somebody now: unanswered, or waiting for the office; not those whose appointment is still to come."""
    holes = ", ".join(f":status{place}" for place in range(len(_WAITING)))
    query = (
        f"SELECT count(*) FROM support_request r INDEXED BY ix_support_request_status WHERE r.status IN ({holes}) AND r.deleted_at IS NULL"
        f" AND NOT (r.status = :planned AND r.appointment_at > :now) AND {_AT_SITE.format(table='r')}"
    )
    statuses = {f"status{place}": status.value for place, status in enumerate(_WAITING)}
    values = {"planned": RequestStatus.CALL_BACK_PLANNED.value, "now": _kept(now), "site": _hex(site_id), **statuses}
    found: int = connection.execute(query, values).fetchone()[0]
    return found


def running_claims(connection: Connection, site_id: UUID | None = None) -> list[ClaimFacts]:
    """Claims that are not settled, the longest running first, at most 200."""
    holes = ", ".join(f":status{place}" for place in range(len(RUNNING_CLAIMS)))
    query = (
        "SELECT c.id, c.number, c.status, e.designation, CASE WHEN c.called_at IS NULL THEN c.call_due_at END AS call_due_at,"
        " CASE WHEN c.replaced_at IS NULL THEN c.replacement_due_at END AS replacement_due_at"
        " FROM claim c INDEXED BY ix_claim_status JOIN equipment e ON e.id = c.equipment_id"
        f" WHERE c.status IN ({holes}) AND c.deleted_at IS NULL"
        f" AND {_AT_SITE.format(table='e')} ORDER BY c.declared_at LIMIT {AT_MOST}"
    )
    statuses = {f"status{place}": status.value for place, status in enumerate(RUNNING_CLAIMS)}
    return [_claim(row) for row in connection.execute(query, {"site": _hex(site_id), **statuses})]


def _of_status(connection: Connection, status: RequestStatus, site_id: UUID | None, order: str) -> list[Row]:
    query = (
        "SELECT r.id, r.number, r.subject, r.urgency, r.status, r.opened_at, r.due_at, r.first_response_at, r.appointment_at, r.resolved_at"
        " FROM support_request r INDEXED BY ix_support_request_status"
        f" WHERE r.status = :status AND r.deleted_at IS NULL AND {_AT_SITE.format(table='r')}"
        f" ORDER BY r.{order} LIMIT {AT_MOST}"
    )
    return connection.execute(query, {"status": status.value, "site": _hex(site_id)}).fetchall()


def _request(row: Row) -> RequestFacts:
    return RequestFacts(
        id=UUID(row["id"]),
        number=row["number"],
        subject=row["subject"],
        urgency=Urgency(row["urgency"]),
        status=RequestStatus(row["status"]),
        opened_at=datetime.fromisoformat(row["opened_at"]),
        due_at=_moment(row["due_at"]),
        first_response_at=_moment(row["first_response_at"]),
        appointment_at=_moment(row["appointment_at"]),
    )


def _claim(row: Row) -> ClaimFacts:
    return ClaimFacts(
        id=UUID(row["id"]),
        number=row["number"],
        status=ClaimStatus(row["status"]),
        designation=row["designation"],
        call_due_at=_moment(row["call_due_at"]),
        replacement_due_at=_moment(row["replacement_due_at"]),
    )


def _moment(kept: str | None) -> datetime | None:
    return None if kept is None else datetime.fromisoformat(kept)


def _kept(moment: datetime) -> str:
    """As the database keeps moments, so that texts compare like moments do. `moment` is in UTC."""
    return moment.isoformat(timespec="microseconds")


def _hex(site_id: UUID | None) -> str | None:
    return site_id.hex if site_id else None
