"""Support requests: asked, answered, solved, rated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.call_back import WaitingRequest, call_back_order
from app.domain.errors import NotFoundError, RuleError
from app.domain.records import UNANSWERED, InterventionKind, RatingValue, RequestStatus
from app.domain.text import msg
from app.domain.values.documents import DocumentRow
from app.domain.values.equipment import Page
from app.domain.values.support import (
    Appointment,
    Attachment,
    CoverPreview,
    InterventionRow,
    NewRequest,
    Queue,
    RequestAdded,
    RequestDetail,
    RequestQuery,
    RequestRow,
    ServiceChoice,
)
from app.services import closures, support_requests, support_services, support_work
from app.services.context import ServiceContext
from app.services.documents import document_rows
from app.services.outputs import checked_target, write_whole
from app.services.support_cover import cover_of
from app.services.support_files import attach_all, read_all, without_leftovers
from app.services.support_reading import asked, detail, find, intervention_row
from app.store import support_queries
from app.store.home_support_reading import call_back_urgencies
from app.store.tables import SupportRequest
from app.store.unit_of_work import Session

if TYPE_CHECKING:
    from app.domain.offers import Offer

#: A rating is asked for while people remember what it is about.
ASK_WITHIN = timedelta(days=30)


class SupportService:
    """Support requests: asked, answered, solved, rated. Thread: any; each call is one unit of work.

    Raises (every method that names a request):
        NotFoundError: no such request.
    """

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store
        #: The last count, until something is written: scrolling through a long list counts it once.
        self._counted: tuple[tuple[int, int], RequestQuery, int] | None = None
        #: The last search whose requests are all known, until something is written: who types on is answered from them. A word that very few
        #: requests have, or none, is dear: a million are read for it.
        self._few: tuple[tuple[int, int], RequestQuery, tuple[UUID, ...]] | None = None

    def prepare(self, new: NewRequest) -> CoverPreview:
        """Whether a contract pays, what it costs otherwise and when the answer is due; nothing is written. The subject may be empty yet.

        Raises:
            InputError: a service that no offer has.
            NotFoundError: no such machine, contract or site.
        """
        with self._store.reading() as session:
            support_requests.known(session, new.equipment_id, new.contract_id, new.site_id)
            support_requests.require_service(session, self._context, new.service.strip())
            return cover_of(session, self._context, new, self._context.clock.now()).preview

    def add(self, new: NewRequest, attachments: Sequence[Attachment] = ()) -> RequestAdded:
        """Record a request with its files, all or nothing.

        Raises:
            InputError: a value or a file is refused; an appointment in the past.
            NotFoundError: no such machine, contract or site.
            RuleError: a service that is not due (the reasons are named; it can be sent as a request for a quote), or an appointment
                while support is closed.
            StorageError: the disk is full.
        """
        files = read_all(attachments)
        with without_leftovers(self._context.folder, files), self._store.writing() as unit:
            row = support_requests.add(unit.session, self._context, new)
            attach_all(unit, self._context.folder, row.id, files)
            return RequestAdded(row.id, row.number, row.due_at)

    def with_closures(self, offer: Offer) -> Offer:
        """An offer with every day known by now on which its provider's support is closed: see `closures`."""
        with self._store.reading() as session:
            return closures.with_closures(session, self._context.offers(), offer)

    def queue(self, site_id: UUID | None = None) -> Queue:
        """The open requests, of a site and of none or all, in the order in which they are called back now."""
        now = self._context.clock.now()
        with self._store.snapshot() as connection:
            rows = {row.number: row for row in support_queries.open_rows(connection, site_id)}
            order = call_back_urgencies(connection)
        waiting = [
            WaitingRequest(
                row.number,
                row.urgency,
                row.opened_at,
                row.appointment_at if row.status is RequestStatus.CALL_BACK_PLANNED else None,
                on_hold=row.status not in UNANSWERED,
            )
            for row in rows.values()
        ]
        ordered = call_back_order(waiting, now, order)
        return Queue(now, tuple(rows[each.number] for each in ordered.value), ordered.why)

    def page(self, query: RequestQuery, offset: int, limit: int) -> Page[RequestRow]:
        """`limit` requests from `offset` on, newest first, with the number of all (of a search, counted up to a thousand)."""
        with self._store.snapshot() as connection:
            stamp = (get_ident(), support_queries.data_version(connection))
            known = self._counted
            counted = known[2] if known is not None and known[:2] == (stamp, query) else None
            few = self._few
            narrowed = few is not None and few[0] == stamp and support_queries.narrows(query, few[1])
            found = support_queries.page(connection, query, offset, limit, counted, few[2] if few is not None and narrowed else None)
        self._counted = (stamp, query, found.total)
        if offset == 0 and found.total == len(found.rows) < limit:
            self._few = (stamp, query, tuple(row.id for row in found.rows))
        return found

    def detail(self, request_id: UUID) -> RequestDetail:
        """Everything about one request, with its thread."""
        with self._store.reading() as session:
            return detail(session, self._context, find(session, request_id))

    def by_number(self, number: str) -> UUID:
        """The id of the request of that number, in capitals or not.

        Raises:
            NotFoundError: there is none; the newest ones are named.
        """
        with self._store.reading() as session:
            word = number.strip()
            for written in dict.fromkeys((word, word.upper(), word.lower())):
                if (row := support_queries.by_number(session, written)) is not None:
                    return row.id
            known = ", ".join(support_queries.newest_numbers(session, 12)) or "–"
        raise NotFoundError(msg("Demande inconnue\u00a0: «\u00a0{number}\u00a0». Connues\u00a0: {known}", number=number, known=known))

    def change(self, request_id: UUID, given: Mapping[str, Any]) -> None:
        """Change fields of a request: subject, description, urgency, equipment_id, contract_id, contact, phone.

        Raises:
            InputError: an unknown field, or a value that it does not take.
            RuleError: the request is closed.
        """
        with self._changing(request_id) as (session, row):
            support_requests.change(session, self._context, row, given)

    def move(self, request_id: UUID, status: RequestStatus, note: str = "") -> None:
        """Take a request to another status; the note is kept in the thread, that of a solution as the solution.

        Raises:
            RuleError: `status` does not follow from where it stands (both are named), or a technician is still at work on it.
        """
        with self._changing(request_id) as (session, row):
            support_requests.move(session, self._context, row, status, note)

    def resolve(self, request_id: UUID, resolution: str) -> None:
        """It is solved, and how.

        Raises:
            RuleError: see `move`.
        """
        self.move(request_id, RequestStatus.RESOLVED, resolution)

    def plan(self, request_id: UUID, at: datetime, minutes: int = support_requests.USUAL_APPOINTMENT) -> None:
        """Agree on a time to call back; a time agreed before gives way.

        Raises:
            InputError: the time has passed, or the length is out of range.
            RuleError: support is closed then (its next opening is named) or closes before the end, a technician is at work on it, the
                request takes no appointment any more, or the service is not due on that day (the reasons are named).
        """
        with self._changing(request_id) as (session, row):
            at = at.astimezone(UTC)
            cover = cover_of(session, self._context, replace(asked(row), appointment_at=at), row.opened_at, row.id)
            support_requests.plan(session, row, at, minutes, cover, self._context.clock.now())

    def unplan(self, request_id: UUID) -> None:
        """Give up the appointment: the request waits for a call again.

        Raises:
            RuleError: it has none.
        """
        with self._changing(request_id) as (session, row):
            if row.status is not RequestStatus.CALL_BACK_PLANNED:
                raise RuleError(msg("La demande {number} n’a pas de rendez-vous.", number=row.number))
            support_requests.move(session, self._context, row, RequestStatus.NEW)

    def appointments(self, site_id: UUID | None = None) -> tuple[Appointment, ...]:
        """The appointments that are not over, the nearest first."""
        with self._store.snapshot() as connection:
            return tuple(support_queries.coming(connection, self._context.clock.now(), site_id))

    def appointment_file(self, request_id: UUID) -> bytes:
        """The appointment as an iCalendar file with a reminder.

        Raises:
            RuleError: the request has none.
        """
        from app.documents.calendar_file import Meeting, meeting_bytes

        with self._store.reading() as session:
            row = find(session, request_id)
            if row.appointment_at is None:
                raise RuleError(msg("La demande {number} n’a pas de rendez-vous.", number=row.number))
            cover = cover_of(session, self._context, asked(row), row.opened_at, row.id)
            meeting = Meeting(
                uid=f"{row.id}@parclair",
                start=row.appointment_at,
                end=row.appointment_at + timedelta(minutes=row.appointment_minutes),
                title=msg("Rappel de l’assistance\u00a0: {subject} ({number})", subject=row.subject, number=row.number).render(),
                notes="\n".join(filter(None, (row.description, cover.preview.provider, cover.preview.phone, row.contact, row.phone))),
                place=cover.place.site.name if cover.place.site else "",
            )
        return meeting_bytes((meeting,), self._context.clock.now())

    def write_appointment(self, request_id: UUID, target: Path) -> Path:
        """Write `appointment_file` into a file, whole or not at all.

        Raises:
            InputError: `target` is a folder, or stands in none.
            RuleError: the request has no appointment.
            StorageError: the file cannot be written; an older one of that name is untouched.
        """
        content = self.appointment_file(request_id)
        write_whole(checked_target(target), content)
        return target

    def say(self, request_id: UUID, body: str) -> None:
        """Write a line into the thread.

        Raises:
            InputError: nothing was written, or too much.
            RuleError: the request is closed.
        """
        with self._changing(request_id) as (session, row):
            support_requests.say(session, self._context, row, body)

    def attach(self, request_id: UUID, attachments: Sequence[Attachment]) -> tuple[DocumentRow, ...]:
        """Add files to a request, all or nothing; one that it has already is answered as it is.

        Raises:
            InputError: a file is refused, and why.
            RuleError: the request is closed.
            StorageError: the disk is full.
        """
        files = read_all(attachments)
        folder = self._context.folder
        with without_leftovers(folder, files), self._store.writing() as unit:
            row = find(unit.session, request_id)
            support_requests.refuse_closed(row)
            kept = attach_all(unit, folder, row.id, files)
            return tuple(document_rows(unit.session, folder, document_id=one)[0] for one in kept)

    def start_intervention(self, request_id: UUID, kind: InterventionKind, technician: str, teamviewer_session: str = "") -> UUID:
        """Start a technician's timer; the request is then in progress, and answered.

        Raises:
            InputError: no technician.
            RuleError: the request is closed, or a timer runs already.
        """
        with self._changing(request_id) as (session, row):
            return support_work.start(session, self._context, row, kind, technician, teamviewer_session).id

    def stop_intervention(
        self, intervention_id: UUID, report: str, covered: bool | None = None, ended_at: datetime | None = None
    ) -> InterventionRow:
        """Stop the timer: the minutes are covered as the request is, unless `covered` says otherwise; they end now, or at `ended_at`.

        Raises:
            InputError: an end that cannot be; none, where the timer has run for more than a day.
            NotFoundError: no such intervention.
            RuleError: it was stopped before.
        """
        with self._store.writing() as unit:
            work = support_work.find_work(unit.session, intervention_id)
            return intervention_row(work, support_work.stop(unit.session, self._context, work, report, covered, ended_at))

    def log_intervention(
        self,
        request_id: UUID,
        kind: InterventionKind,
        technician: str,
        started_at: datetime,
        ended_at: datetime,
        report: str,
        covered: bool | None = None,
        teamviewer_session: str = "",
    ) -> UUID:
        """Record an intervention that is over.

        Raises:
            InputError: no technician; it began before the request was made, ended before it started, lasted too long, or has not
                happened yet.
            RuleError: the request is closed, or the same technician worked on it in that time already.
        """
        with self._changing(request_id) as (session, row):
            return support_work.log(
                session, self._context, row, kind, technician, started_at, ended_at, report, covered, teamviewer_session
            ).id

    def rate(self, request_id: UUID, value: RatingValue, comment: str = "", origin: str = "app") -> None:
        """Keep what the customer thought of it, once and for good; a request that was solved is closed by it.

        Raises:
            RuleError: the request is still open (its status is named), or was rated before.
        """
        with self._changing(request_id) as (session, row):
            support_requests.rate(session, self._context.clock.now(), row, value, comment, origin)

    def rating_to_ask(self, site_id: UUID | None = None) -> RequestRow | None:
        """The request solved last for which the window has not asked for a rating yet."""
        with self._store.snapshot() as connection:
            return support_queries.unrated(connection, self._context.clock.now() - ASK_WITHIN, site_id)

    def rating_asked(self, request_id: UUID) -> None:
        """The window has asked: it asks once."""
        with self._changing(request_id) as (_, row):
            row.rating_offered_at = row.rating_offered_at or self._context.clock.now()

    def services(self, site_id: UUID | None = None, wanted_on: date | None = None) -> tuple[ServiceChoice, ...]:
        """The managed services of running contracts, due or not and why, on a day (default: today)."""
        with self._store.reading() as session:
            return support_services.choices(session, site_id, wanted_on or self._context.clock.today())

    def set_services_due(self, contract_id: UUID, ids: Sequence[str]) -> None:
        """Write down which services a contract's quote names.

        Raises:
            InputError: an unknown service.
            NotFoundError: no such contract.
            RuleError: the contract has ended, or is not for managed services.
        """
        with self._store.writing() as unit:
            support_services.set_due(unit.session, contract_id, ids)

    def technicians(self) -> tuple[str, ...]:
        """The names of technicians used before, newest first."""
        with self._store.snapshot() as connection:
            return tuple(support_queries.technicians(connection))

    @contextmanager
    def _changing(self, request_id: UUID) -> Iterator[tuple[Session, SupportRequest]]:
        with self._store.writing() as unit:
            yield unit.session, find(unit.session, request_id)
