"""What technicians do on requests: the timer, what is covered and what is billed, how long somebody waited."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from app.domain.errors import NotFoundError, RuleError
from app.domain.formatting import PARIS
from app.domain.managed_services import ON_SITE_VISIT
from app.domain.offers import Offer
from app.domain.records import OPEN_REQUESTS, InterventionKind, RequestStatus
from app.domain.support_work import Worked, billed_minutes, check_begin, check_times, end_of, minutes_between, waited_minutes
from app.domain.text import msg
from app.domain.told import told
from app.domain.visits import is_visit, visit_cover
from app.services.context import ServiceContext
from app.services.fields import text_field
from app.services.support_cover import Cover, cover_of
from app.services.support_reading import asked
from app.services.support_requests import LONGEST_TEXT, refuse_closed, refuse_running, step
from app.services.support_services import decision_of
from app.store import support_queries
from app.store.tables import Contract, Intervention, SupportRequest
from app.store.unit_of_work import Session


def find_work(session: Session, intervention_id: UUID) -> Intervention:
    """The living intervention of that id.

    Raises:
        NotFoundError: there is none.
    """
    row = session.get(Intervention, intervention_id)
    if row is None or row.deleted_at is not None:
        raise NotFoundError(msg("Intervention introuvable\u00a0: {id}", id=intervention_id))
    return row


def start(
    session: Session, context: ServiceContext, row: SupportRequest, kind: InterventionKind, technician: str, teamviewer_session: str
) -> Intervention:
    """Start the timer of an intervention; the request is then in progress, and answered. A visit that is not due is marked so.

    Raises:
        InputError: no technician.
        RuleError: the request is closed, or somebody works on it already.
    """
    refuse_running(session, row)
    if row.status is not RequestStatus.IN_PROGRESS:
        step(row, RequestStatus.IN_PROGRESS)
        row.status, row.resolved_at = RequestStatus.IN_PROGRESS, None
    cover = cover_of(session, context, asked(row), row.opened_at, row.id)
    now = context.clock.now()
    _covered(session, row, cover, InterventionKind(kind), now)
    return _begun(session, row, cover, kind, technician, teamviewer_session, now)


def stop(
    session: Session, context: ServiceContext, work: Intervention, report: str, covered: bool | None, ended_at: datetime | None = None
) -> Offer | None:
    """Stop the timer and settle the minutes; the offer whose prices count.

    Args:
        session, context, work, report: the open session, and what was done.
        covered: none: as the request's cover says.
        ended_at: when the work really ended, aware; none: now.

    Raises:
        InputError: a report that is too long; an end that cannot be, or none given for a timer that was forgotten.
        RuleError: the timer was stopped before.
    """
    if work.ended_at is not None:
        raise RuleError(msg("Cette intervention est terminée depuis le {at}\u00a0: elle ne change plus.", at=work.ended_at))
    row = session.get_one(SupportRequest, work.request_id)
    cover = cover_of(session, context, asked(row), row.opened_at, row.id)
    work.report = text_field(LONGEST_TEXT, lines=True)("report", report)
    ended = end_of(work.technician, work.started_at, ended_at, context.clock.now())
    said = _covered(session, row, cover, work.kind, work.started_at) if covered is None else covered
    _end(work, cover, ended, said)
    return cover.rates


def log(
    session: Session,
    context: ServiceContext,
    row: SupportRequest,
    kind: InterventionKind,
    technician: str,
    started_at: datetime,
    ended_at: datetime,
    report: str,
    covered: bool | None,
    teamviewer_session: str,
) -> Intervention:
    """Record an intervention that is over.

    Raises:
        InputError: no technician; it began before the request was made, ended before it started, lasted too long, or has not happened yet.
        RuleError: the request is closed, or the same technician worked on it in that time already.
    """
    refuse_closed(row)
    # Two times of one zone are subtracted by the clock on the wall, which jumps when summer time begins and ends.
    started_at, ended_at = started_at.astimezone(UTC), ended_at.astimezone(UTC)
    check_times(started_at, ended_at, context.clock.now())
    earlier = [
        Worked(str(work.id), work.technician, work.started_at, work.ended_at) for work in support_queries.interventions(session, row.id)
    ]
    check_begin(row.number, row.opened_at, earlier, technician, started_at, ended_at)
    if row.status in OPEN_REQUESTS and row.status is not RequestStatus.IN_PROGRESS:
        step(row, RequestStatus.IN_PROGRESS)
        row.status = RequestStatus.IN_PROGRESS
    cover = cover_of(session, context, asked(row), row.opened_at, row.id)
    said = _covered(session, row, cover, InterventionKind(kind), started_at) if covered is None else covered
    work = _begun(session, row, cover, kind, technician, teamviewer_session, started_at)
    work.report = text_field(LONGEST_TEXT, lines=True)("report", report)
    _end(work, cover, ended_at, said)
    return work


def _begun(
    session: Session,
    row: SupportRequest,
    cover: Cover,
    kind: InterventionKind,
    technician: str,
    teamviewer_session: str,
    started_at: datetime,
) -> Intervention:
    first = not support_queries.interventions(session, row.id)
    work = Intervention(
        request_id=row.id,
        technician=text_field(200, required=True)("technician", technician),
        kind=InterventionKind(kind),
        site_id=row.site_id,
        started_at=started_at,
        teamviewer_session=text_field(60)("teamviewer_session", teamviewer_session),
        waited_minutes=waited_minutes(cover.offer, cover.place.zone, row.opened_at, started_at) if first else None,
    )
    if row.first_response_at is None or started_at < row.first_response_at:
        row.first_response_at = started_at
    session.add(work)
    session.flush()
    return work


def _covered(session: Session, row: SupportRequest, cover: Cover, kind: InterventionKind, at: datetime) -> bool | None:
    """Whether a contract pays for work of that kind on a request: on site under managed IT, it is one of the visits, due or not.

    What is not due is written into the request's note; a request for a visit is then not covered itself.
    """
    contract = session.get(Contract, cover.preview.contract_id) if cover.preview.contract_id else None
    if contract is None or not is_visit(row.covered, kind, contract.kind):
        return row.covered
    decision = None
    if cover.offer is not None:
        decision = decision_of(session, contract, ON_SITE_VISIT, at.astimezone(PARIS).date(), cover.place.site, row.id)
    found = visit_cover(row.covered, row.service, decision, cover.preview.headline)
    if found.note:
        row.cover_note = told(found.note)
    if found.request_not_covered:
        row.covered = False
    return found.work


def _end(work: Intervention, cover: Cover, ended_at: datetime, covered: bool | None) -> None:
    minutes = minutes_between(work.started_at, ended_at)
    billed = covered is False
    work.ended_at, work.minutes = ended_at, minutes
    # What nobody knows is neither covered nor billed: it is to be checked.
    work.covered_minutes = minutes if covered else 0
    work.billable_minutes = billed_minutes(cover.rates, minutes) if billed else 0
