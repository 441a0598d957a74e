"""Writing requests: a new one, its fields, its status, its appointment, its messages and files, its rating."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from app.domain.appointments import check_appointment
from app.domain.errors import InputError, NotFoundError, RuleError
from app.domain.records import REQUEST_TRANSITIONS, RatingValue, RequestKind, RequestStatus, Urgency, label
from app.domain.support_cover import service_not_due
from app.domain.text import Text, msg
from app.domain.told import told
from app.domain.values.support import NewRequest
from app.services import support_services
from app.services.context import ServiceContext
from app.services.fields import FieldSpec, choice_field, parse_fields, text_field
from app.services.numbers import next_number
from app.services.support_cover import Cover, cover_of
from app.services.support_reading import RATED, asked
from app.store import support_queries
from app.store.base import Base
from app.store.folding import request_words
from app.store.tables import Contract, Equipment, Rating, RequestMessage, Site, SupportRequest
from app.store.unit_of_work import Session

LONGEST_TEXT = 20_000
LONGEST_APPOINTMENT = 24 * 60
USUAL_APPOINTMENT = 30


def _pointer(name: str, value: Any) -> UUID | None:
    if value is None or value == "" or isinstance(value, UUID):
        return value or None
    try:
        return UUID(str(value).strip())
    except ValueError:
        raise InputError(name, value, msg("un identifiant")) from None


REQUEST_FIELDS: dict[str, FieldSpec] = {
    "subject": FieldSpec(msg("Objet"), text_field(300, required=True)),
    "description": FieldSpec(msg("Description"), text_field(LONGEST_TEXT, lines=True)),
    "urgency": FieldSpec(msg("Urgence"), choice_field(Urgency)),
    "equipment_id": FieldSpec(msg("Matériel"), _pointer),
    "contract_id": FieldSpec(msg("Contrat"), _pointer),
    "contact": FieldSpec(msg("Personne à rappeler"), text_field(200)),
    "phone": FieldSpec(msg("Téléphone"), text_field(60)),
}


def checked(session: Session, context: ServiceContext, new: NewRequest) -> NewRequest:
    """`new` with its texts as they will be kept.

    Raises:
        InputError: a text that is missing, too long or holds control characters; a service wanted without its name, or one that no
            offer has.
        NotFoundError: no such machine, contract or site.
    """
    given = {name: getattr(new, name) for name in ("subject", "description", "urgency", "contact", "phone")}
    parsed = parse_fields(REQUEST_FIELDS, given)
    service = text_field(64)("service", new.service)
    kind = RequestKind.SERVICE if service and new.kind is RequestKind.HELP else new.kind
    if kind is RequestKind.SERVICE and not service:
        raise InputError("service", "", msg("la prestation voulue, comme l’offre la nomme"))
    require_service(session, context, service)
    known(session, new.equipment_id, new.contract_id, new.site_id)
    return NewRequest(
        **parsed,
        equipment_id=new.equipment_id,
        contract_id=new.contract_id,
        site_id=new.site_id,
        service=service,
        kind=kind,
        appointment_at=new.appointment_at,
    )


def add(session: Session, context: ServiceContext, new: NewRequest) -> SupportRequest:
    """Record a request.

    Raises:
        InputError, NotFoundError: see `checked`; an appointment in the past.
        RuleError: a service that is not due (the reasons are named), or an appointment while support is closed.
    """
    now = context.clock.now()
    new = checked(session, context, new)
    cover = cover_of(session, context, new, now)
    if new.kind is RequestKind.SERVICE and cover.preview.covered is False:
        raise service_not_due(cover.preview.conditions, cover.preview.why.steps)
    if new.appointment_at is not None:
        check_appointment(new.appointment_at, USUAL_APPOINTMENT, now, cover.offer, cover.place.zone)
    number = next_number(session, "D", context.clock.today())
    row = SupportRequest(
        number=number,
        subject=new.subject,
        description=new.description,
        urgency=new.urgency,
        kind=new.kind,
        service=new.service,
        status=RequestStatus.CALL_BACK_PLANNED if new.appointment_at is not None else RequestStatus.NEW,
        equipment_id=new.equipment_id,
        contract_id=cover.preview.contract_id or new.contract_id,
        site_id=cover.place.site_id,
        contact=new.contact,
        phone=new.phone,
        opened_at=now,
        due_at=cover.preview.due,
        appointment_at=new.appointment_at,
        covered=cover.preview.covered,
        cover_note=told(cover.preview.headline),
        search=request_words(number, new.subject, new.contact),
    )
    session.add(row)
    session.flush()
    return row


def change(session: Session, context: ServiceContext, row: SupportRequest, given: Mapping[str, Any]) -> None:
    """Change fields of a request; another machine or contract is judged anew, and its due time counted anew from when it was asked.

    Raises:
        InputError: an unknown field, or a value that it does not take.
        NotFoundError: no such machine or contract.
        RuleError: the request is closed.
    """
    refuse_closed(row)
    parsed = parse_fields(REQUEST_FIELDS, given)
    known(session, parsed.get("equipment_id"), parsed.get("contract_id"), None)
    moved = any(name in parsed and parsed[name] != getattr(row, name) for name in ("equipment_id", "contract_id"))
    if parsed.get("equipment_id", row.equipment_id) != row.equipment_id and "contract_id" not in parsed:
        row.contract_id = None  # that of the other machine, if it has one
    for name, value in parsed.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
    row.search = request_words(row.number, row.subject, row.contact)
    if not moved:
        return
    cover = cover_of(session, context, asked(row), row.opened_at, row.id)
    row.contract_id = row.contract_id or cover.preview.contract_id
    if row.site_id != cover.place.site_id and cover.place.site_id is not None:
        row.site_id = cover.place.site_id
    row.covered, row.cover_note = cover.preview.covered, told(cover.preview.headline)
    if row.first_response_at is None:
        row.due_at = cover.preview.due


def move(session: Session, context: ServiceContext, row: SupportRequest, status: RequestStatus, note: str = "") -> None:
    """Take a request to `status`. The note is kept in the thread; that of a solution is the solution.

    Raises:
        InputError: a note that is too long.
        RuleError: `status` does not follow from where it stands (both are named), or a technician is still at work on it.
    """
    text = text_field(LONGEST_TEXT, lines=True)("note", note)
    step(row, status)
    now = context.clock.now()
    refuse_running(session, row)
    if status is RequestStatus.RESOLVED:
        row.resolved_at, row.resolution = now, text
    elif status is RequestStatus.CLOSED:
        row.closed_at = now
    else:
        row.resolved_at = None
    if status is RequestStatus.NEW:
        row.appointment_at = None
    if text and status is not RequestStatus.RESOLVED:
        say(session, context, row, text)
    row.status = status


def require_service(session: Session, context: ServiceContext, service: str) -> None:
    """Refuse a managed service that no offer has; none wanted is none refused.

    Raises:
        InputError: there is none of that id; those that exist are named.
    """
    if service and service not in (names := support_services.known_services(session, context)):
        raise InputError("service", service, msg("un de {names}", names=", ".join(names) or "–"))


def step(row: SupportRequest, status: RequestStatus) -> None:
    """Refuse a status that does not follow from where the request stands.

    Raises:
        RuleError: it does not; both are named.
    """
    if status not in REQUEST_TRANSITIONS[row.status]:
        raise RuleError(
            msg(
                "La demande {number} est «\u00a0{old}\u00a0»\u00a0: elle ne peut pas devenir «\u00a0{new}\u00a0».",
                number=row.number,
                old=label(row.status),
                new=label(status),
            )
        )


def plan(session: Session, row: SupportRequest, at: datetime, minutes: int, cover: Cover, now: datetime) -> None:
    """Agree on a time to call back.

    Raises:
        InputError: the time has passed, or the length is no number of minutes from 5 to `LONGEST_APPOINTMENT`.
        RuleError: support is closed then, a technician is at work on it, the request takes no appointment any more, or the service is
            not due on that day (`cover` was judged for it).
    """
    if not 5 <= minutes <= LONGEST_APPOINTMENT:
        raise InputError("minutes", minutes, msg("un nombre entier de {least} à {most}", least=5, most=LONGEST_APPOINTMENT))
    if row.status is not RequestStatus.CALL_BACK_PLANNED:
        step(row, RequestStatus.CALL_BACK_PLANNED)
    refuse_running(session, row)
    check_appointment(at, minutes, now, cover.offer, cover.place.zone)
    if row.kind is RequestKind.SERVICE:
        if cover.preview.covered is False:
            raise service_not_due(cover.preview.conditions, cover.preview.why.steps)
        row.covered, row.cover_note = cover.preview.covered, told(cover.preview.headline)
    row.appointment_at, row.appointment_minutes, row.status = at, minutes, RequestStatus.CALL_BACK_PLANNED


def say(session: Session, context: ServiceContext, row: SupportRequest, body: str) -> None:
    """Write a line into the thread.

    Raises:
        InputError: nothing was written, or too much.
        RuleError: the request is closed.
    """
    text = text_field(LONGEST_TEXT, required=True, lines=True)("body", body)
    refuse_closed(row)
    session.add(RequestMessage(request_id=row.id, author=context.store.actor, body=text, sent_at=context.clock.now()))


def rate(session: Session, now: datetime, row: SupportRequest, value: RatingValue, comment: str, origin: str) -> None:
    """Keep what the customer thought of it; a request that was solved is closed by it.

    Raises:
        InputError: a comment that is too long.
        RuleError: the request is still open (its status is named), or was rated before.
    """
    text = text_field(LONGEST_TEXT, lines=True)("comment", comment)
    if row.status not in RATED:
        raise RuleError(
            msg(
                "La demande {number} est «\u00a0{status}\u00a0»\u00a0: elle se note une fois résolue ou clôturée.",
                number=row.number,
                status=label(row.status),
            )
        )
    given = support_queries.rating(session, row.id)
    if given is not None:
        raise RuleError(
            msg(
                "La demande {number} a déjà son avis («\u00a0{value}\u00a0», le {at})\u00a0: il ne change plus.",
                number=row.number,
                value=label(given.value),
                at=given.rated_at,
            )
        )
    done = [work for work in support_queries.interventions(session, row.id) if work.ended_at is not None]
    last = max(done, key=lambda work: (work.ended_at or now, work.id), default=None)
    session.add(
        Rating(
            request_id=row.id,
            intervention_id=last.id if last else None,
            value=RatingValue(value),
            comment=text,
            origin=text_field(20, required=True)("origin", origin),
            rated_at=now,
        )
    )
    if row.status is RequestStatus.RESOLVED:
        row.status, row.closed_at = RequestStatus.CLOSED, now


def refuse_closed(row: SupportRequest) -> None:
    """Refuse to write on what is closed.

    Raises:
        RuleError: it is.
    """
    if row.status is RequestStatus.CLOSED:
        raise RuleError(
            msg(
                "La demande {number} est «\u00a0{status}\u00a0»\u00a0: elle ne change plus. Faites une nouvelle demande.",
                number=row.number,
                status=label(row.status),
            )
        )


def refuse_running(session: Session, row: SupportRequest) -> None:
    """Refuse to take a request elsewhere while somebody works on it.

    Raises:
        RuleError: an intervention runs; its technician is named.
    """
    for work in support_queries.interventions(session, row.id):
        if work.ended_at is None:
            raise RuleError(
                msg(
                    "{technician} intervient encore sur la demande {number}\u00a0: arrêtez d’abord l’intervention.",
                    technician=work.technician,
                    number=row.number,
                )
            )


def known(session: Session, equipment_id: UUID | None, contract_id: UUID | None, site_id: UUID | None) -> None:
    """Refuse ids of nothing.

    Raises:
        NotFoundError: no such machine, contract or site.
    """
    tables: Sequence[tuple[UUID | None, type[Base], Text]] = (
        (equipment_id, Equipment, msg("Matériel introuvable\u00a0: {id}", id=equipment_id)),
        (contract_id, Contract, msg("Contrat inconnu\u00a0: {id}", id=contract_id)),
        (site_id, Site, msg("Site introuvable\u00a0: {id}", id=site_id)),
    )
    for wanted, table, text in tables:
        row: Any = session.get(table, wanted) if wanted is not None else None
        if wanted is not None and (row is None or row.deleted_at is not None):
            raise NotFoundError(text)
