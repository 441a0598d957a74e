"""What staff see: organisations, records, queues in call-back order, a request with all that belongs to it."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from app.domain.call_back import WaitingRequest, call_back_order
from app.domain.records import OPEN_REQUESTS, RUNNING, UNANSWERED, OfferKind, RequestStatus, Urgency
from app.domain.text import LANGUAGES
from app.domain.told import retold
from app.server.problems import InvalidError, MissingError
from app.server.rows import Row, find, holds, is_type, page, with_value
from app.server.staff.schemas import (
    ClaimView,
    OrganisationPage,
    OrganisationView,
    QueueEntry,
    QueuePage,
    RecordPage,
    RecordView,
    RequestView,
)
from app.server.tables import device, organisation, record


def organisations(connection: Connection, after: str, limit: int) -> OrganisationPage:
    """Organisations after the id `after`, with the number of their devices and of their open requests."""
    c = organisation.c
    found = connection.execute(select(c.id, c.name, c.siren).where(c.id > after).order_by(c.id).limit(limit + 1)).all()
    ids = [one.id for one in found[:limit]]
    devices = _counts(
        connection,
        select(device.c.organisation, func.count())
        .where(device.c.organisation.in_(ids), device.c.revoked_at.is_(None))
        .group_by(device.c.organisation),
    )
    is_open = (is_type("support_request"), record.c.deleted.is_(False), holds("status", OPEN_REQUESTS))
    waiting = _counts(
        connection,
        select(record.c.organisation, func.count()).where(record.c.organisation.in_(ids), *is_open).group_by(record.c.organisation),
    )
    views = [
        OrganisationView(id=one.id, name=one.name, siren=one.siren, devices=devices.get(one.id, 0), waiting=waiting.get(one.id, 0))
        for one in found[:limit]
    ]
    return OrganisationPage(organisations=views, next=ids[-1] if len(found) > limit else None)


def require_organisation(connection: Connection, organisation_id: str) -> None:
    """Refuse an organisation that is not there.

    Raises:
        MissingError: there is none.
    """
    if connection.scalar(select(organisation.c.id).where(organisation.c.id == organisation_id)) is None:
        raise MissingError("there is no such organisation", detail=organisation_id)


def view(row: Row) -> RecordView:
    """A record as it is told: a note that was kept in every language is told in each."""
    data = dict(row.data)
    if isinstance(note := data.get("cover_note"), str):
        data["cover_note"] = {name: retold(note, name) for name in LANGUAGES}
    return RecordView(id=row.id, type=row.type, seq=row.seq, data=data, by=row.by, at=row.at)


def records(connection: Connection, organisation_id: str, kind: str, after: str, limit: int) -> RecordPage:
    """Living records of a type after the id `after`."""
    require_organisation(connection, organisation_id)
    found = page(connection, organisation_id, kind, after, limit + 1)
    return RecordPage(records=[view(row) for row in found[:limit]], next=found[limit - 1].id if len(found) > limit else None)


def request_view(connection: Connection, organisation_id: str, request_id: str) -> RequestView:
    """A request with all that belongs to it.

    Raises:
        MissingError: there is no such request.
    """
    request = find(connection, organisation_id, "support_request", request_id)

    def belonging(kind: str, moment: str) -> list[RecordView]:
        found = with_value(connection, organisation_id, kind, "request_id", [request_id])
        return [view(row) for row in sorted(found, key=lambda row: (str(row.data.get(moment)), row.id))]

    return RequestView(
        request=view(request),
        messages=belonging("request_message", "sent_at"),
        interventions=belonging("intervention", "started_at"),
        rating=next(iter(belonging("rating", "rated_at")), None),
        equipment=_equipment(connection, organisation_id, request),
        documents=_documents(connection, organisation_id, "request_id", request_id),
    )


def claim_view(connection: Connection, organisation_id: str, claim_id: str) -> ClaimView:
    """A claim with what belongs to it.

    Raises:
        MissingError: there is no such claim.
    """
    claim = find(connection, organisation_id, "claim", claim_id)
    return ClaimView(
        claim=view(claim),
        equipment=_equipment(connection, organisation_id, claim),
        documents=_documents(connection, organisation_id, "claim_id", claim_id),
    )


def queue(connection: Connection, organisation_id: str, now: datetime, cursor: str | None, limit: int) -> QueuePage:
    """A page of the open requests in call-back order. A cursor says after whom to go on, and as of when the order is.

    Raises:
        InvalidError: the cursor is none of ours.
        MissingError: there is no such organisation.
    """
    require_organisation(connection, organisation_id)
    last = _Cursor.read(cursor) if cursor else None
    at = last.at if last else now
    open_rows = {row.data["number"]: row for row in with_value(connection, organisation_id, "support_request", "status", OPEN_REQUESTS)}
    waiting = [_waiting(row) for row in open_rows.values() if last is None or row.data["number"] != last.place.number]
    if last:
        # Whoever was told last may have left the queue: their place in it is still known.
        waiting.append(last.place)
    ordered = list(call_back_order(waiting, at, _order(connection, organisation_id)).value)
    rest = ordered[ordered.index(last.place) + 1 :] if last else ordered
    following = _Cursor(at, rest[limit - 1]).text() if len(rest) > limit else None
    return QueuePage(at=at, requests=[_entry(open_rows[one.number]) for one in rest[:limit]], next=following)


@dataclass(frozen=True)
class _Cursor:
    """How far somebody has read: the moment of the order, and the request told last as it stood in it."""

    at: datetime
    place: WaitingRequest

    def text(self) -> str:
        appointment = self.place.appointment and self.place.appointment.isoformat()
        place = self.place
        parts = [self.at.isoformat(), place.number, place.urgency, place.since.isoformat(), appointment, place.on_hold]
        return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode()

    @classmethod
    def read(cls, text: str) -> _Cursor:
        try:
            at, number, urgency, since, appointment, on_hold = json.loads(base64.urlsafe_b64decode(text.encode()))
            agreed = _recent(appointment) if appointment else None
            place = WaitingRequest(str(number), Urgency(urgency), _recent(since), agreed, bool(on_hold))
            return cls(_recent(at), place)
        except (ValueError, TypeError, OverflowError) as error:
            raise InvalidError("this cursor was not given out here") from error


def _recent(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment.astimezone(UTC)


def _waiting(row: Row) -> WaitingRequest:
    data = row.data
    planned = data.get("appointment_at") if data["status"] == RequestStatus.CALL_BACK_PLANNED else None
    since = datetime.fromisoformat(data["opened_at"])
    appointment = datetime.fromisoformat(planned) if planned else None
    return WaitingRequest(data["number"], Urgency(data["urgency"]), since, appointment, on_hold=data["status"] not in UNANSWERED)


def _order(connection: Connection, organisation_id: str) -> Sequence[str]:
    """The order that the office's support contract names; the usual one where none does."""
    running = with_value(connection, organisation_id, "contract", "status", RUNNING)
    for row in sorted(running, key=lambda row: str(row.data["number"])):
        copy: Any = row.data.get("offer_copy")
        support = copy.get("support") if isinstance(copy, dict) and row.data.get("kind") == OfferKind.SOFTWARE_SUPPORT else None
        order = support.get("call_back_order") if isinstance(support, dict) else None
        known = set(Urgency)
        if isinstance(order, list) and order and all(one in known for one in order):
            return order
    return tuple(Urgency)


def _entry(row: Row) -> QueueEntry:
    names = set(QueueEntry.model_fields) - {"id", "seq"}
    return QueueEntry.model_validate({"id": row.id, "seq": row.seq, **{name: row.data.get(name) for name in names}})


def _equipment(connection: Connection, organisation_id: str, row: Row) -> RecordView | None:
    known = row.data.get("equipment_id")
    if not isinstance(known, str):
        return None
    try:
        return view(find(connection, organisation_id, "equipment", known))
    except MissingError:
        return None


def _documents(connection: Connection, organisation_id: str, field: str, row_id: str) -> list[RecordView]:
    """The papers of a request or a claim, as they were added."""
    found = with_value(connection, organisation_id, "document", field, [row_id])
    return [view(row) for row in sorted(found, key=lambda row: row.id)]


def _counts(connection: Connection, query: Any) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.execute(query)}
