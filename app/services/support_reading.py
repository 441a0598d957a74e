"""From a request's rows to what screens show of it: its line, its interventions, its thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from app.domain.errors import InputError, NotFoundError, RuleError
from app.domain.offers import Offer
from app.domain.pricing import off_contract_price
from app.domain.records import REQUEST_TRANSITIONS, InterventionKind, RequestKind, RequestStatus, Urgency, label
from app.domain.text import msg, tr
from app.domain.told import retold
from app.domain.values.documents import DocumentRow
from app.domain.values.support import InterventionRow, NewRequest, RatingRow, RequestDetail, RequestRow, ThreadEntry
from app.services.context import ServiceContext
from app.services.contract_reading import offer_from_copy
from app.services.documents import document_rows
from app.services.support_cover import cover_of
from app.store import journal_queries, support_queries
from app.store.tables import AuditEntry, Contract, Equipment, Intervention, Rating, Site, SupportRequest
from app.store.unit_of_work import Session

RATED = (RequestStatus.RESOLVED, RequestStatus.CLOSED)


def find(session: Session, request_id: UUID) -> SupportRequest:
    """The living request of that id.

    Raises:
        NotFoundError: there is none.
    """
    row = session.get(SupportRequest, request_id)
    if row is None or row.deleted_at is not None:
        raise NotFoundError(msg("Demande introuvable\u00a0: {id}", id=request_id))
    return row


def asked(row: SupportRequest) -> NewRequest:
    """A kept request as it would be asked anew."""
    return NewRequest(
        subject=row.subject,
        urgency=row.urgency,
        equipment_id=row.equipment_id,
        contract_id=row.contract_id,
        site_id=row.site_id,
        service=row.service,
        kind=row.kind,
        appointment_at=row.appointment_at,
    )


def detail(session: Session, context: ServiceContext, row: SupportRequest) -> RequestDetail:
    """Everything about one request."""
    cover = cover_of(session, context, asked(row), row.opened_at, row.id)
    works = support_queries.interventions(session, row.id)
    given = support_queries.rating(session, row.id)
    shown = tuple(intervention_row(work, cover.rates) for work in works)
    documents = tuple(document_rows(session, context.folder, request_id=row.id))
    rating = rating_row(given) if given is not None else None
    return RequestDetail(
        row=request_row(session, row, works, given),
        description=row.description,
        phone=row.phone,
        service=row.service,
        service_label=_service_label(session, row),
        contract_id=row.contract_id,
        site_id=row.site_id,
        appointment_minutes=row.appointment_minutes,
        cover_note=retold(row.cover_note),
        cover=cover.preview,
        resolution=row.resolution,
        moves=tuple(status for status in RequestStatus if status in REQUEST_TRANSITIONS[row.status]),
        interventions=shown,
        running=next((work for work in shown if work.ended_at is None), None),
        documents=documents,
        rating=rating,
        can_rate=rating is None and row.status in RATED,
        thread=_thread(session, row, shown, documents, given),
    )


def request_row(session: Session, row: SupportRequest, works: Iterable[Intervention], rating: Rating | None) -> RequestRow:
    """A request as lists show it."""
    machine = session.get(Equipment, row.equipment_id) if row.equipment_id else None
    contract = session.get(Contract, row.contract_id) if row.contract_id else None
    site = session.get(Site, row.site_id) if row.site_id else None
    last = list(works)[-1:]
    return RequestRow(
        id=row.id,
        number=row.number,
        subject=row.subject,
        urgency=row.urgency,
        kind=row.kind,
        status=row.status,
        opened_at=row.opened_at,
        due_at=row.due_at,
        first_response_at=row.first_response_at,
        appointment_at=row.appointment_at,
        equipment_id=row.equipment_id,
        equipment_designation=machine.designation if machine else "",
        contract_number=contract.number if contract else "",
        site_name=site.name if site else "",
        contact=row.contact,
        covered=row.covered,
        closed_at=row.closed_at,
        rating=rating.value if rating else None,
        technician=last[0].technician if last else "",
    )


def intervention_row(work: Intervention, rates: Offer | None) -> InterventionRow:
    """A technician's work with its price; no price while the timer runs, where nothing is billed, or where no offer gives one."""
    amount = None
    if work.ended_at is not None and work.billable_minutes and rates is not None:
        try:
            amount = off_contract_price(rates, work.billable_minutes).value
        except (InputError, RuleError):
            amount = None  # longer than any price list reckons with
    return InterventionRow(
        id=work.id,
        technician=work.technician,
        kind=work.kind,
        started_at=work.started_at,
        ended_at=work.ended_at,
        teamviewer_session=work.teamviewer_session,
        report=work.report,
        minutes=work.minutes,
        covered_minutes=work.covered_minutes,
        billable_minutes=work.billable_minutes,
        amount=amount,
    )


def rating_row(row: Rating) -> RatingRow:
    """A rating as it was given."""
    return RatingRow(row.value, row.comment, row.origin, row.rated_at)


def _service_label(session: Session, row: SupportRequest) -> str:
    contract = session.get(Contract, row.contract_id) if row.contract_id else None
    offer = offer_from_copy(contract.offer_copy) if contract else None
    services = offer.managed.services if offer and offer.managed else ()
    return next((one.label.text.render() for one in services if one.id == row.service), row.service)


def _thread(
    session: Session, row: SupportRequest, works: Iterable[InterventionRow], documents: Iterable[DocumentRow], rating: Rating | None
) -> tuple[ThreadEntry, ...]:
    """What happened, oldest first; at one moment, in the order of `_ORDER`."""
    ids = [row.id, *(work.id for work in works), *(document.id for document in documents), *([rating.id] if rating else [])]
    journal = list(reversed(journal_queries.entries(session, ids, limit=2000)))
    authors = {entry.row_id: entry.actor for entry in journal if entry.action == "created"}
    entries = [ThreadEntry(row.opened_at, "opened", authors.get(row.id, ""), _opened(row))]
    entries += [each for entry in journal if entry.row_id == row.id and entry.action == "changed" for each in _changed(session, entry)]
    entries += [ThreadEntry(each.sent_at, "message", each.author, each.body) for each in support_queries.messages(session, row.id)]
    entries += [ThreadEntry(work.started_at, "intervention", work.technician, _worked(work), intervention=work) for work in works]
    entries += [
        ThreadEntry(
            kept.created_at, "document", authors.get(kept.id, ""), tr("Fichier joint\u00a0: {name}", name=kept.title), document=kept
        )
        for kept in documents
    ]
    if rating is not None:
        text = tr("Avis\u00a0: {value}", value=label(rating.value))
        entries.append(ThreadEntry(rating.rated_at, "rating", authors.get(rating.id, ""), text, rating=rating_row(rating)))
    if row.closed_at is not None and not any(entry.kind == "status" for entry in entries):
        # It came closed, from another system: nobody here saw it change.
        entries.append(ThreadEntry(row.closed_at, "status", "", str(label(row.status))))
    return tuple(sorted(entries, key=lambda entry: (entry.at, _ORDER.index(entry.kind))))


_ORDER = ("opened", "document", "message", "appointment", "intervention", "status", "rating")


def _opened(row: SupportRequest) -> str:
    if row.kind is RequestKind.HELP:
        return tr("Demande {number}\u00a0: {subject} ({urgency})", number=row.number, subject=row.subject, urgency=label(row.urgency))
    return tr("{kind} {number}\u00a0: {subject}", kind=label(row.kind), number=row.number, subject=row.subject)


def _worked(work: InterventionRow) -> str:
    if work.ended_at is None:
        return tr("{kind}, en cours", kind=label(InterventionKind(work.kind)))
    return tr("{kind}, {n}\u00a0min", kind=label(InterventionKind(work.kind)), n=work.minutes)


def _changed(session: Session, entry: AuditEntry) -> Iterator[ThreadEntry]:
    changes: dict[str, list[Any]] = entry.changes

    def told(kind: str, text: str) -> ThreadEntry:
        return ThreadEntry(entry.at, kind, entry.actor, text)

    if "appointment_at" in changes:
        new = changes["appointment_at"][1]
        if new is None:
            yield told("appointment", tr("Rendez-vous annulé"))
        else:
            yield told("appointment", tr("Rendez-vous le {at}", at=datetime.fromisoformat(new)))
    elif "status" in changes:
        old, new = (label(RequestStatus(value)) for value in changes["status"])
        yield told("status", tr("{old} → {new}", old=old, new=new))
    if changes.get("resolution", [None, None])[1]:
        yield told("status", tr("Solution\u00a0: {text}", text=changes["resolution"][1]))
    if "urgency" in changes:
        before, after = (label(Urgency(value)) for value in changes["urgency"])
        yield told("status", tr("Urgence\u00a0: {old} → {new}", old=before, new=after))
    if "subject" in changes:
        yield told("status", tr("Objet\u00a0: {text}", text=changes["subject"][1]))
    for name, table, column in (("equipment_id", Equipment, "designation"), ("contract_id", Contract, "number")):
        if name in changes:
            found = session.get(table, UUID(changes[name][1])) if changes[name][1] else None
            shown = getattr(found, column) if found is not None else "–"
            field = tr("Matériel") if name == "equipment_id" else tr("Contrat")
            yield told("status", tr("{label}\u00a0: {value}", label=field, value=shown))
