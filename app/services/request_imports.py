"""Past requests from another system's CSV or XLSX export: read, compared with what is here, and written in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from app.domain.records import OPEN_REQUESTS, RequestStatus
from app.domain.text import Text, msg
from app.domain.values.support import ImportReport, RejectedRow
from app.services.context import ServiceContext
from app.services.request_rows import PastRequest, RequestColumns, RowRefusedError, has_columns
from app.services.tables_reading import Table, TableRow, read_table
from app.store.base import new_id
from app.store.bulk import without_collector
from app.store.folding import request_words
from app.store.request_import_queries import KnownIntervention, KnownRequest, known, loaded
from app.store.tables import Intervention, Rating, SupportRequest
from app.store.unit_of_work import Session, Unit

#: Where an imported request came in, and where an imported rating was given.
IMPORT = "import"
_CHUNK = 500

#: Told how much of how much is done; what it raises stops the import, and nothing of it is kept.
Progress = Callable[[int, int], object]
_Row = dict[str, Any]


@dataclass
class _Plan:
    """What is to be written, and the report as it grows."""

    rows: int
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: list[RejectedRow] = field(default_factory=list)
    noted: list[RejectedRow] = field(default_factory=list)
    requests: list[_Row] = field(default_factory=list)
    interventions: list[_Row] = field(default_factory=list)
    ratings: list[_Row] = field(default_factory=list)
    changes: dict[UUID, _Row] = field(default_factory=dict)

    def report(self, ignored: Sequence[str]) -> ImportReport:
        return ImportReport(self.rows, self.created, self.updated, self.unchanged, tuple(self.rejected), tuple(self.noted), tuple(ignored))


class RequestImports:
    """Reads past requests from a file. Thread: any."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store

    def run(self, path: Path, dry_run: bool = False, progress: Progress | None = None) -> ImportReport:
        """Take the requests of a file: each row is one request; a closed one has one intervention and perhaps a rating.

        Rows that were imported before are compared: a new subject, urgency or comment, a closing and a first rating are taken over;
        closed interventions and ratings do not change any more. Running a file twice changes nothing.

        Args:
            path: a CSV or XLSX file with the columns of `request_rows.COLUMNS`.
            dry_run: write nothing; the report says what would be done.
            progress: told the steps done and the steps in all, two a row; may raise to cancel.

        Raises:
            InputError: the file cannot be read, or has not the columns; they are named.
            StorageError: the database cannot be written; nothing of the file was kept.
        """
        table = read_table(path, has_columns)
        columns = RequestColumns(table, self._context.clock.now())
        tell = progress or (lambda _done, _total: None)
        with without_collector():
            if dry_run:
                with self._store.reading() as session:
                    return _planned(session, table, columns, tell).report(columns.ignored)
            with self._store.writing() as unit:
                plan = _planned(unit.session, table, columns, tell)
                _write(unit, plan, tell)
        return plan.report(columns.ignored)


def _planned(session: Session, table: Table, columns: RequestColumns, tell: Progress) -> _Plan:
    plan = _Plan(len(table.rows))
    lines: dict[str, int] = {}
    for start in range(0, len(table.rows), _CHUNK):
        read = list(_read(plan, table.rows[start : start + _CHUNK], columns, lines))
        there = known(session, [request.number for _, request in read])
        for row, request in read:
            try:
                _decide(plan, request, there.get(request.number))
            except _RefusedError as refused:
                value = columns.shown(row, refused.column)
                plan.rejected.append(RejectedRow(row.number, columns.title(refused.column), value, refused.reason))
            else:
                plan.noted += [RejectedRow(row.number, *note) for note in request.notes]
        tell(start + len(read), 2 * len(table.rows))
    plan.rejected.sort(key=lambda rejected: rejected.row)
    return plan


def _read(plan: _Plan, rows: Sequence[TableRow], columns: RequestColumns, lines: dict[str, int]) -> Iterator[tuple[TableRow, PastRequest]]:
    for row in rows:
        try:
            request = columns.read(row)
            first = lines.setdefault(request.number, row.number)
            if first != row.number:
                raise columns.refusal(row, "number", msg("ce numéro est déjà à la ligne {line}", line=str(first)))
        except RowRefusedError as refused:
            plan.rejected.append(RejectedRow(row.number, refused.column, refused.value, refused.reason))
        else:
            yield row, request


class _RefusedError(Exception):
    """A request that cannot be made what the row says."""

    def __init__(self, column: str, reason: Text) -> None:
        super().__init__(reason.render("en"))
        self.column, self.reason = column, reason


def _decide(plan: _Plan, request: PastRequest, there: KnownRequest | None) -> None:
    if there is None:
        plan.created += 1
        _create(plan, request)
        return
    if there.deleted:
        raise _RefusedError("number", msg("ce numéro est celui d’une demande supprimée"))
    if there.channel != IMPORT:
        raise _RefusedError("number", msg("ce numéro est celui d’une demande faite dans Parclair"))
    changes: _Row = {
        name: value
        for name, value in (("subject", request.subject), ("description", request.description), ("urgency", request.urgency))
        if value != getattr(there, name)
    }
    work, new_work = _work(request, there)
    if work is None and request.opened != there.opened_at:
        changes["opened_at"] = request.opened
    if new_work is not None:
        changes |= {"status": RequestStatus.CLOSED, **_closing(request)}
    new_rating = _new_rating(request, there)
    if not changes and new_rating is None:
        plan.unchanged += 1
        return
    plan.updated += 1
    if changes:
        plan.changes[there.id] = changes
    intervention_id = new_work["id"] if new_work is not None else work.id if work is not None else None
    if new_work is not None:
        plan.interventions.append(new_work)
    if new_rating is not None:
        plan.ratings.append({**new_rating, "intervention_id": intervention_id})


def _work(request: PastRequest, there: KnownRequest) -> tuple[KnownIntervention | None, _Row | None]:
    """The intervention that the row speaks of, as it is known or as it is to be made."""
    if request.closed is None:
        closed = next((each for each in there.interventions if each.ended_at is not None), None)
        if closed is not None or there.status not in OPEN_REQUESTS:
            raise _RefusedError("closed", msg("cette demande est clôturée\u00a0: une intervention clôturée ne change plus"))
        return None, None
    if not there.interventions and there.status in OPEN_REQUESTS:
        return None, _intervention(request, there.id)
    for each in there.interventions:
        if (each.kind, each.technician, each.started_at, each.ended_at) == (
            request.kind,
            request.technician,
            request.opened,
            request.closed,
        ):
            return each, None
    raise _RefusedError(*_difference(request, there))


def _difference(request: PastRequest, there: KnownRequest) -> tuple[str, Text]:
    """The column that makes a closed intervention another one, and what stands here."""
    if len(there.interventions) != 1 or there.interventions[0].started_at != there.opened_at:
        return "closed", msg("cette demande a été traitée dans Parclair\u00a0: ses interventions ne changent plus")
    each = there.interventions[0]
    for column, new, old in (
        ("opened", request.opened, each.started_at),
        ("closed", request.closed, each.ended_at),
        ("kind", request.kind, each.kind),
        ("technician", request.technician, each.technician),
    ):
        if new != old:
            return column, msg("une intervention clôturée ne change plus\u00a0; ici\u00a0: {old}", old=old if old else msg("rien"))
    raise AssertionError("an intervention that is equal is no difference")


def _new_rating(request: PastRequest, there: KnownRequest) -> _Row | None:
    known_rating = there.rating
    if known_rating is None:
        return None if request.rating is None else _rating(request, there.id)
    if request.rating is None:
        if known_rating.origin == IMPORT:
            raise _RefusedError("smiley", msg("un avis donné ne se retire pas"))
        return None  # given here, after the other system wrote its file
    if (known_rating.value, known_rating.comment) != (request.rating, request.comment):
        column = "smiley" if known_rating.value is not request.rating else "comment"
        raise _RefusedError(column, msg("un avis donné ne change plus\u00a0; ici\u00a0: {old}", old=known_rating.value.value))
    return None


def _create(plan: _Plan, request: PastRequest) -> None:
    request_id = new_id()
    row: _Row = {
        "id": request_id,
        "number": request.number,
        "subject": request.subject,
        "description": request.description,
        "urgency": request.urgency,
        "channel": IMPORT,
        "opened_at": request.opened,
        "search": request_words(request.number, request.subject),
    }
    plan.requests.append(row)
    if request.closed is None:
        return
    row |= {"status": RequestStatus.CLOSED, **_closing(request)}
    work = _intervention(request, request_id)
    plan.interventions.append(work)
    if request.rating is not None:
        plan.ratings.append({**_rating(request, request_id), "intervention_id": work["id"]})


def _closing(request: PastRequest) -> Mapping[str, Any]:
    """The other system asked for a rating when it closed the request: the window does not ask again for years of them."""
    return {"resolved_at": request.closed, "closed_at": request.closed, "rating_offered_at": request.closed}


def _intervention(request: PastRequest, request_id: UUID) -> _Row:
    """How long the work took within the request's life, and how long somebody waited for it, the export does not say."""
    return {
        "id": new_id(),
        "request_id": request_id,
        "technician": request.technician,
        "kind": request.kind,
        "started_at": request.opened,
        "ended_at": request.closed,
    }


def _rating(request: PastRequest, request_id: UUID) -> _Row:
    return {
        "id": new_id(),
        "request_id": request_id,
        "value": request.rating,
        "comment": request.comment,
        "origin": IMPORT,
        "rated_at": request.closed,
    }


def _write(unit: Unit, plan: _Plan, tell: Progress) -> None:
    for row in loaded(unit.session, list(plan.changes)):
        for name, value in plan.changes[row.id].items():
            setattr(row, name, value)
        row.search = request_words(row.number, row.subject, row.contact)
    unit.session.flush()
    tables = ((SupportRequest, plan.requests), (Intervention, plan.interventions), (Rating, plan.ratings))
    total, done = sum(len(rows) for _, rows in tables), 0
    for table, rows in tables:
        for start in range(0, len(rows), _CHUNK):
            chunk = rows[start : start + _CHUNK]
            unit.recorder.bulk_insert(unit.session, table, chunk)
            done += len(chunk)
            tell(plan.rows + plan.rows * done // total, 2 * plan.rows)
