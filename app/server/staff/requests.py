"""What staff do with a request: call back, answer, resolve it. Work on it: see `working`."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from uuid_utils.compat import uuid7

from app.domain.appointments import ClosedError, check_appointment
from app.domain.errors import RuleError
from app.domain.records import RequestKind, RequestStatus
from app.domain.told import told
from app.server.clock import as_text
from app.server.mails.queueing import queue_rating
from app.server.pen import Change, Pen, RefusedError
from app.server.problems import InvalidError
from app.server.rows import Row
from app.server.staff.covering import Covering
from app.server.staff.schemas import CallBack, NewMessage, RecordView, Resolve, Resolved
from app.server.staff.viewing import view
from app.server.staff.working import refuse_closed, refuse_running

#: A later one would put a request behind every other call for good.
_FARTHEST = timedelta(days=366)


def plan(pen: Pen, request_id: str, given: CallBack) -> RecordView:
    """Plan a call-back; a time agreed before gives way. A managed service is judged anew for the day that is agreed.

    Raises:
        InvalidError: the time has passed, is more than a year ahead, or support is not open for the whole appointment.
        RefusedError: the request takes no call-back any more, somebody is at work on it, or the service is not due on that day.
        ConflictError, MissingError: see `Pen`.
    """
    request = pen.find("support_request", request_id)
    refuse_running(pen, request_id)
    judged: dict[str, Any] = {}
    if given.appointment_at is not None:
        known = Covering(pen, request, given.appointment_at)
        _check_appointment(pen, known, given.appointment_at.astimezone(UTC), given.minutes)
        if request.data["kind"] == RequestKind.SERVICE:
            judged = _service(known)
    values: dict[str, Any] = {
        **judged,
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
    refuse_closed(pen.find("support_request", request_id))
    identity = str(uuid7())
    values = {"request_id": request_id, "author": pen.author.name[:200], "body": given.body, "sent_at": pen.moment}
    pen.write([Change("request_message", identity, values)])
    return view(pen.find("request_message", identity))


def resolve(pen: Pen, request_id: str, given: Resolve) -> Resolved:
    """It is solved, and how; after remote or on-site work the mail that asks for a rating is queued in the same transaction.

    Raises:
        RefusedError: the request is resolved or closed already, or somebody is at work on it.
        ConflictError, MissingError: see `Pen`.
    """
    request = pen.find("support_request", request_id)
    if request.data["status"] == RequestStatus.RESOLVED:
        raise RefusedError("this request is resolved already", detail="transition")
    refuse_running(pen, request_id)
    values = {"status": RequestStatus.RESOLVED, "resolution": given.resolution, "resolved_at": pen.moment}
    pen.write([Change("support_request", request_id, values, _base(request, given.seen))])
    after = pen.find("support_request", request_id)
    queued = queue_rating(pen.connection, pen.organisation, after, pen.now, given.language)
    return Resolved(request=view(after), mail_queued=queued)


def _check_appointment(pen: Pen, known: Covering, at: datetime, minutes: int) -> None:
    last = pen.now + _FARTHEST
    if not pen.now < at <= last:
        raise InvalidError.of("appointment_at", at.isoformat(), f"a moment after {pen.now.isoformat()} and at most {last.isoformat()}")
    try:
        check_appointment(at, minutes, pen.now, known.offer, known.zone)
    except ClosedError as error:
        opening = error.opens_at.isoformat()
        allowed = f"a moment from which support is open for {minutes} minutes; its next opening is {opening}"
        raise InvalidError.of("appointment_at", at.isoformat(), allowed) from error
    except RuleError as error:
        allowed = f"a moment while support is open ({error.text.render('en')})"
        raise InvalidError.of("appointment_at", at.isoformat(), allowed) from error


def _service(known: Covering) -> dict[str, Any]:
    """What of a request for a service is changed by the day that it is planned for.

    Raises:
        RefusedError: it is not due then; the reasons are named.
    """
    if known.covered is False:
        raise RefusedError(known.not_due().text.render("en"), detail="service")
    return {"covered": known.covered, "cover_note": told(known.headline)}


def _base(row: Row, seen: int | None) -> int:
    return row.seq if seen is None else min(seen, row.seq)
