"""What staff enter of their work on a request: begun, closed, what is covered and what is billed.

The times are held to the rules of the shop's computers: closed work is never taken back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from uuid_utils.compat import uuid7

from app.domain.errors import InputError
from app.domain.formatting import PARIS
from app.domain.records import InterventionKind, RequestStatus
from app.domain.support_work import (
    OverlapError,
    Worked,
    billed_minutes,
    check_begin,
    check_times,
    end_of,
    minutes_between,
    waited_minutes,
)
from app.server.clock import as_text
from app.server.pen import Change, Pen, RefusedError
from app.server.problems import InvalidError
from app.server.rows import Row, with_value
from app.server.staff.covering import Covering
from app.server.staff.reading import moment
from app.server.staff.schemas import CloseIntervention, NewIntervention, RecordView
from app.server.staff.viewing import view


def begin(pen: Pen, request_id: str, given: NewIntervention) -> RecordView:
    """Start an intervention, or record one that is over; the request is then in progress, and answered.

    Raises:
        InvalidError: the times are impossible, or it is said to be covered before it is over.
        RefusedError: the request is closed, somebody is at work on it already, or the same technician worked on it in that time.
        ConflictError, MissingError: see `Pen`.
    """
    if given.ended_at is None and given.covered is not None:
        raise InvalidError.of("covered", given.covered, "nothing as long as the work goes on: it is said when the intervention is closed")
    request = pen.find("support_request", request_id)
    refuse_closed(request)
    if given.ended_at is None:
        refuse_running(pen, request_id)
    technician = given.technician or pen.author.name[:200]
    works = list(with_value(pen.connection, pen.organisation, "intervention", "request_id", [request_id]))
    started = _checked_start(pen, request, works, technician, given)
    known = Covering(pen, request)
    # Who says it knows better than the rule: then nothing is noted.
    said, changed = known.of_work(given.kind, started) if given.covered is None else (given.covered, dict[str, Any]())
    work = {
        "request_id": request_id,
        "technician": technician,
        "kind": given.kind,
        "site_id": request.data.get("site_id"),
        "started_at": as_text(started),
        "ended_at": None,
        "teamviewer_session": given.teamviewer_session,
        "report": given.report,
        "minutes": 0,
        "covered_minutes": 0,
        "billable_minutes": 0,
        "waited_minutes": None if works else _waited(request, known, started),
    }
    if given.ended_at is not None:
        work |= _settled(known, started, given.ended_at.astimezone(UTC), said)
    changed |= _in_progress(request, started, over=given.ended_at is not None)
    identity = str(uuid7())
    pen.write([Change("intervention", identity, work), *_change(request, changed)])
    return view(pen.find("intervention", identity))


def close(pen: Pen, intervention_id: str, given: CloseIntervention) -> RecordView:
    """End an intervention and settle its minutes.

    Raises:
        InvalidError: the end is impossible, or none is given for a timer that was forgotten.
        RefusedError: it was closed before.
        MissingError: see `Pen`.
    """
    work = pen.find("intervention", intervention_id)
    if work.data["ended_at"] is not None:
        raise RefusedError("this intervention is closed: it does not change any more", detail="closed")
    request = pen.find("support_request", str(work.data["request_id"]))
    started = moment(work.data["started_at"])
    with _rules(started, given.ended_at):
        ended = end_of(str(work.data["technician"]), started, given.ended_at, pen.now)
    known = Covering(pen, request)
    said, changed = given.covered, dict[str, Any]()
    if said is None:
        said, changed = known.of_work(InterventionKind(work.data["kind"]), started)
    values = {"report": given.report, **_settled(known, started, ended, said)}
    pen.write([Change("intervention", intervention_id, values, work.seq), *_change(request, changed)])
    return view(pen.find("intervention", intervention_id))


def refuse_closed(request: Row) -> None:
    """Refuse to write on a request that is closed.

    Raises:
        RefusedError: it is.
    """
    if request.data["status"] == RequestStatus.CLOSED:
        raise RefusedError("this request is closed: a new one is made", detail="closed")


def refuse_running(pen: Pen, request_id: str) -> None:
    """Refuse to take a request elsewhere while somebody works on it.

    Raises:
        RefusedError: an intervention runs; its technician is named.
    """
    for work in with_value(pen.connection, pen.organisation, "intervention", "request_id", [request_id]):
        if work.data.get("ended_at") is None:
            raise RefusedError("somebody is at work on this request", detail=str(work.data.get("technician", "")))


def _checked_start(pen: Pen, request: Row, works: list[Row], technician: str, given: NewIntervention) -> datetime:
    """When the work began. A timer that starts now is right by itself, whatever the clock that opened the request."""
    if given.started_at is None and given.ended_at is None:
        return pen.now
    started = (given.started_at or pen.now).astimezone(UTC)
    if started > pen.now:
        raise InvalidError.of("started_at", started.isoformat(), f"a moment up to now, {pen.now.isoformat()}")
    ended = pen.now if given.ended_at is None else given.ended_at.astimezone(UTC)
    with _rules(started, given.ended_at):
        if given.ended_at is not None:
            check_times(started, ended, pen.now)
        check_begin(str(request.data["number"]), moment(request.data["opened_at"]), map(_worked, works), technician, started, ended)
    return started


@contextmanager
def _rules(started: datetime, ended: datetime | None) -> Iterator[None]:
    """Where the program's rules about times refuse, tell it as the API does.

    Raises:
        InvalidError: a time is impossible.
        RefusedError: the work was entered before; `detail` is the id of the intervention that is there.
    """
    try:
        yield
    except InputError as error:
        value = ended if error.field == "ended_at" else started
        # The words of the rule hold times of Paris without saying so.
        shown = "" if value is None else value.astimezone(PARIS).isoformat()
        raise InvalidError.of(error.field, shown, f"{error.allowed.render('en')} (times are those of Paris)") from error
    except OverlapError as error:
        raise RefusedError(error.text.render("en"), detail=error.work.id) from error


def _worked(work: Row) -> Worked:
    ended = work.data["ended_at"]
    return Worked(work.id, str(work.data["technician"]), moment(work.data["started_at"]), moment(ended) if ended else None)


def _in_progress(request: Row, started: datetime, *, over: bool) -> dict[str, Any]:
    values: dict[str, Any] = {}
    answered = request.data.get("first_response_at")
    if answered is None or as_text(started) < answered:
        values["first_response_at"] = as_text(started)
    # Work that was entered afterwards reopens nothing.
    reopens = request.data["status"] == RequestStatus.RESOLVED and not over
    if reopens or request.data["status"] not in (RequestStatus.IN_PROGRESS, RequestStatus.RESOLVED):
        values |= {"status": RequestStatus.IN_PROGRESS, "resolved_at": None}
    return values


def _change(request: Row, values: dict[str, Any]) -> list[Change]:
    return [Change("support_request", request.id, values, request.seq)] if values else []


def _settled(known: Covering, started: datetime, ended: datetime, said: bool | None) -> dict[str, Any]:
    minutes = minutes_between(started, ended)
    return {
        "ended_at": as_text(ended),
        "minutes": minutes,
        # What nobody knows is neither covered nor billed: it is to be checked.
        "covered_minutes": minutes if said else 0,
        "billable_minutes": billed_minutes(known.rates, minutes) if said is False else 0,
    }


def _waited(request: Row, known: Covering, started: datetime) -> int | None:
    """How long the request waited for the first work on it."""
    return waited_minutes(known.offer, known.zone, moment(request.data["opened_at"]), started)
