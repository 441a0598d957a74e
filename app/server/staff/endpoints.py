"""`/v1/staff`: organisations, their records and queues, and what staff do with requests."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from app.server.context import ServerContext, StaffCaller
from app.server.problems import documented
from app.server.staff import requests, viewing, working
from app.server.staff.desk import StaffDesk
from app.server.staff.schemas import (
    CallBack,
    ClaimView,
    CloseIntervention,
    ListedType,
    NewIntervention,
    NewMessage,
    OrganisationPage,
    QueuePage,
    RecordPage,
    RecordView,
    RequestView,
    Resolve,
    Resolved,
)
from app.sync.wire import Id

router = APIRouter(prefix="/v1/staff", tags=["staff"])
OFFICE = "/organisations/{organisation}"
_READS = documented(401, 403)
_FINDS = documented(401, 403, 404)
_WRITES = documented(401, 403, 404, 409)
Limit = Annotated[int, Query(ge=1, le=500)]
AfterId = Annotated[Id | None, Query(description="`next` of the page before.")]


@router.get("/organisations", responses=_READS)
def organisations(_: StaffCaller, context: ServerContext, cursor: AfterId = None, limit: Limit = 100) -> OrganisationPage:
    """Every organisation, with the number of its requests that wait."""
    with context.database.reading() as connection:
        return viewing.organisations(connection, cursor or "", limit)


@router.get(f"{OFFICE}/records/{{type}}", responses=_FINDS)
def records(
    organisation: Id, type: ListedType, _: StaffCaller, context: ServerContext, cursor: AfterId = None, limit: Limit = 100
) -> RecordPage:
    """An organisation's records of one type, such as its claims, its papers or all of its requests."""
    with context.database.reading() as connection:
        return viewing.records(connection, organisation, type, cursor or "", limit)


@router.get(f"{OFFICE}/queue", responses=_FINDS)
def queue(
    organisation: Id,
    _: StaffCaller,
    context: ServerContext,
    cursor: Annotated[str | None, Query(max_length=1000, description="`next` of the page before.")] = None,
    limit: Limit = 50,
) -> QueuePage:
    """The open requests in call-back order: due appointments, then by urgency and waiting time, then appointments to come, then what waits for no call."""
    with context.database.reading() as connection:
        return viewing.queue(connection, organisation, context.now(), cursor, limit)


@router.get(f"{OFFICE}/requests/{{request}}", responses=_FINDS)
def request_detail(organisation: Id, request: Id, _: StaffCaller, context: ServerContext) -> RequestView:
    """A request with its thread, interventions, rating, machine and papers."""
    with context.database.reading() as connection:
        return viewing.request_view(connection, organisation, request)


@router.get(f"{OFFICE}/claims/{{claim}}", responses=_FINDS)
def claim_detail(organisation: Id, claim: Id, _: StaffCaller, context: ServerContext) -> ClaimView:
    """A claim with its machine and papers."""
    with context.database.reading() as connection:
        return viewing.claim_view(connection, organisation, claim)


@router.post(f"{OFFICE}/requests/{{request}}/call-back", responses=_WRITES)
def plan(organisation: Id, request: Id, given: CallBack, desk: StaffDesk) -> RecordView:
    """Plan a call-back, at an agreed time while support is open or without one. A service that is not due on that day is refused."""
    return desk.write(organisation, "call-back planned", RecordView, lambda pen: requests.plan(pen, request, given))


@router.post(f"{OFFICE}/requests/{{request}}/messages", status_code=201, responses=_WRITES)
def say(organisation: Id, request: Id, given: NewMessage, desk: StaffDesk) -> RecordView:
    """Write a line into the thread of a request."""
    return desk.write(organisation, "message written", RecordView, lambda pen: requests.say(pen, request, given))


@router.post(f"{OFFICE}/requests/{{request}}/interventions", status_code=201, responses=_WRITES)
def begin(organisation: Id, request: Id, given: NewIntervention, desk: StaffDesk) -> RecordView:
    """Start an intervention, or record one that is over; the request is then in progress. Work of one technician that overlaps what is there is refused. What is `covered` is said of work that is over."""
    return desk.write(organisation, "intervention written", RecordView, lambda pen: working.begin(pen, request, given))


@router.post(f"{OFFICE}/interventions/{{intervention}}/close", responses=_WRITES)
def close(organisation: Id, intervention: Id, given: CloseIntervention, desk: StaffDesk) -> RecordView:
    """End an intervention and settle what is covered and what is billed; after this it does not change."""
    return desk.write(organisation, "intervention closed", RecordView, lambda pen: working.close(pen, intervention, given))


@router.post(f"{OFFICE}/requests/{{request}}/resolve", responses=_WRITES)
def resolve(organisation: Id, request: Id, given: Resolve, desk: StaffDesk) -> Resolved:
    """Say how a request was solved; after remote or on-site work a mail asks the customer what they think of it."""
    return desk.write(organisation, "request resolved", Resolved, lambda pen: requests.resolve(pen, request, given))
