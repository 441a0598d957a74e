"""What staff do with a request: call back, answer, work on it, resolve it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import ValidationError
from uuid_utils.compat import uuid7

from app.domain.errors import RuleError
from app.domain.offers import Offer
from app.domain.records import HolidayZone, RequestStatus
from app.domain.support_clock import SupportClock
from app.server.clock import as_text
from app.server.mails.queueing import queue_rating
from app.server.pen import Change, Pen, RefusedError
from app.server.problems import InvalidError, MissingError
from app.server.rows import Row, with_value
from app.server.staff.schemas import (
    CallBack,
    CloseIntervention,
    NewIntervention,
    NewMessage,
    RecordView,
    Resolve,
    Resolved,
)
from app.server.staff.viewing import view

#: Longer work is entered as several interventions.
LONGEST = timedelta(days=7)
_MINUTE = timedelta(minutes=1)


def plan(pen: Pen, request_id: str, given: CallBack) -> RecordView:
    """Plan a call-back; a time agreed before gives way.

    Raises:
        InvalidError: the time has passed.
        RefusedError: the request takes no call-back any more, or somebody is at work on it.
        ConflictError, MissingError: see `Pen`.
    """
    request = pen.find("support_request", request_id)
    if given.appointment_at is not None and given.appointment_at <= pen.now:
        raise InvalidError("the appointment has to be in the future")
    _refuse_running(pen, request_id)
    values: dict[str, Any] = {
        "status": RequestStatus.CALL_BACK_PLANNED,
        "appointment_at": None if given.appointment_at is None else as_text(given.appointment_at),
        "appointment_minutes": given.minutes,
    }
    pen.write([Change("support_request", request_id, values, _base(request, given.seen))])
    return view(pen.find("support_request", request_id))


def say(pen: Pen, request_id: str, given: NewMessage) -> RecordView:
    """Write a line into the thread.

    Raises:
        RefusedError: the request is closed.
        MissingError: see `Pen`.
    """
    _refuse_closed(pen.find("support_request", request_id))
    identity = str(uuid7())
    values = {"request_id": request_id, "author": pen.author.name[:200], "body": given.body, "sent_at": pen.moment}
    pen.write([Change("request_message", identity, values)])
    return view(pen.find("request_message", identity))


def begin(pen: Pen, request_id: str, given: NewIntervention) -> RecordView:
    """Start an intervention, or record one that is over; the request is then in progress, and answered.

    Raises:
        InvalidError: the times are impossible.
        RefusedError: the request is closed, or somebody is at work on it already.
        ConflictError, MissingError: see `Pen`.
    """
    request = pen.find("support_request", request_id)
    _refuse_closed(request)
    started = given.started_at or pen.now
    if started > pen.now:
        raise InvalidError("an intervention cannot begin in the future")
    if given.ended_at is None:
        _refuse_running(pen, request_id)
    offer = _offer(pen, request)
    earlier = with_value(pen.connection, pen.organisation, "intervention", "request_id", [request_id])
    first = not any(True for _ in earlier)
    work = {
        "request_id": request_id,
        "technician": given.technician or pen.author.name[:200],
        "kind": given.kind,
        "site_id": request.data.get("site_id"),
        "started_at": as_text(started),
        "ended_at": None,
        "teamviewer_session": given.teamviewer_session,
        "report": given.report,
        "minutes": 0,
        "covered_minutes": 0,
        "billable_minutes": 0,
        "waited_minutes": _waited(pen, request, offer, started) if first else None,
    }
    if given.ended_at is not None:
        work |= _minutes(pen, request, offer, started, given.ended_at, given.covered)
    identity = str(uuid7())
    pen.write([Change("intervention", identity, work), *_in_progress(request, started, over=given.ended_at is not None)])
    return view(pen.find("intervention", identity))


def close(pen: Pen, intervention_id: str, given: CloseIntervention) -> RecordView:
    """End an intervention and settle its minutes.

    Raises:
        InvalidError: the end is impossible.
        RefusedError: it was closed before.
        MissingError: see `Pen`.
    """
    work = pen.find("intervention", intervention_id)
    if work.data["ended_at"] is not None:
        raise RefusedError("this intervention is closed: it does not change any more", detail="closed")
    request = pen.find("support_request", str(work.data["request_id"]))
    started = datetime.fromisoformat(work.data["started_at"])
    # The clock of the computer that began it may have been ahead.
    ended = given.ended_at or max(pen.now, started)
    values = {"report": given.report, **_minutes(pen, request, _offer(pen, request), started, ended, given.covered)}
    pen.write([Change("intervention", intervention_id, values, work.seq)])
    return view(pen.find("intervention", intervention_id))


def resolve(pen: Pen, request_id: str, given: Resolve) -> Resolved:
    """It is solved, and how; the mail that asks for a rating is queued in the same transaction.

    Raises:
        RefusedError: the request is resolved or closed already, or somebody is at work on it.
        ConflictError, MissingError: see `Pen`.
    """
    request = pen.find("support_request", request_id)
    if request.data["status"] == RequestStatus.RESOLVED:
        raise RefusedError("this request is resolved already", detail="transition")
    _refuse_running(pen, request_id)
    values = {"status": RequestStatus.RESOLVED, "resolution": given.resolution, "resolved_at": pen.moment}
    pen.write([Change("support_request", request_id, values, _base(request, given.seen))])
    after = pen.find("support_request", request_id)
    queued = queue_rating(pen.connection, pen.organisation, after, pen.now, given.language)
    return Resolved(request=view(after), mail_queued=queued)


def _base(row: Row, seen: int | None) -> int:
    return row.seq if seen is None else min(seen, row.seq)


def _refuse_closed(request: Row) -> None:
    if request.data["status"] == RequestStatus.CLOSED:
        raise RefusedError("this request is closed: a new one is made", detail="closed")


def _refuse_running(pen: Pen, request_id: str) -> None:
    for work in with_value(pen.connection, pen.organisation, "intervention", "request_id", [request_id]):
        if work.data.get("ended_at") is None:
            raise RefusedError("somebody is at work on this request", detail=str(work.data.get("technician", "")))


def _in_progress(request: Row, started: datetime, *, over: bool) -> list[Change]:
    values: dict[str, Any] = {}
    answered = request.data.get("first_response_at")
    if answered is None or as_text(started) < answered:
        values["first_response_at"] = as_text(started)
    # Work that was entered afterwards reopens nothing.
    reopens = request.data["status"] == RequestStatus.RESOLVED and not over
    if reopens or request.data["status"] not in (RequestStatus.IN_PROGRESS, RequestStatus.RESOLVED):
        values |= {"status": RequestStatus.IN_PROGRESS, "resolved_at": None}
    return [Change("support_request", request.id, values, request.seq)] if values else []


def _minutes(pen: Pen, request: Row, offer: Offer | None, started: datetime, ended: datetime, covered: bool | None) -> dict[str, Any]:
    if ended < started or ended - started > LONGEST:
        raise InvalidError(f"the end has to be at most {LONGEST.days} days after the beginning")
    if ended > max(pen.now, started):
        raise InvalidError("an intervention cannot end in the future")
    minutes = -(-(ended - started) // _MINUTE)
    said = request.data.get("covered") if covered is None else covered
    billed = said is False
    size = offer.off_contract.increment_minutes if offer is not None and offer.off_contract is not None else 1
    return {
        "ended_at": as_text(ended),
        "minutes": minutes,
        # What nobody knows is neither covered nor billed: it is to be checked.
        "covered_minutes": minutes if said else 0,
        "billable_minutes": -(-minutes // size) * size if billed else 0,
    }


def _offer(pen: Pen, request: Row) -> Offer | None:
    """The offer whose hours and prices count for the request, as its contract froze it."""
    contract_id = request.data.get("contract_id")
    if not isinstance(contract_id, str):
        return None
    try:
        return Offer.model_validate_json(json.dumps(pen.find("contract", contract_id).data.get("offer_copy")))
    except (MissingError, ValidationError):
        return None


def _waited(pen: Pen, request: Row, offer: Offer | None, started: datetime) -> int | None:
    """Minutes of open support between the request and the first work on it; none where nobody knows the hours."""
    if offer is None or offer.support is None:
        return None
    opened = datetime.fromisoformat(request.data["opened_at"]).astimezone(UTC)
    if not timedelta() <= started - opened <= timedelta(days=366):
        return None
    waited = timedelta()
    try:
        for spell in SupportClock(offer.support, _zone(pen, request)).spells(opened):
            if spell.start >= started:
                break
            waited += max(timedelta(), min(spell.end, started) - max(spell.start, opened))
    except RuleError:
        return None
    return -(-waited // _MINUTE)


def _zone(pen: Pen, request: Row) -> HolidayZone:
    site_id = request.data.get("site_id")
    try:
        return HolidayZone(pen.find("site", str(site_id)).data["holiday_zone"]) if site_id else HolidayZone.MAINLAND
    except MissingError:
        return HolidayZone.MAINLAND
