"""What the database knows of requests that an import speaks of, by their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.records import InterventionKind, RatingValue, RequestStatus, Urgency
from app.store.tables import Intervention, Rating, SupportRequest

#: Numbers a statement: SQLite takes some thousands of values at once.
_CHUNK = 500


@dataclass(frozen=True)
class KnownIntervention:
    """A living intervention of a known request."""

    id: UUID
    kind: InterventionKind
    technician: str
    started_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True)
class KnownRating:
    """What was said of a known request."""

    value: RatingValue
    comment: str
    origin: str


@dataclass
class KnownRequest:
    """A request that carries a number of the import."""

    id: UUID
    channel: str
    deleted: bool
    status: RequestStatus
    subject: str
    description: str
    urgency: Urgency
    opened_at: datetime
    interventions: list[KnownIntervention] = field(default_factory=list)
    rating: KnownRating | None = None


def known(session: Session, numbers: Sequence[str]) -> dict[str, KnownRequest]:
    """The requests that carry these numbers, deleted ones included, with their interventions and ratings."""
    found: dict[str, KnownRequest] = {}
    for chunk in _chunks(numbers):
        table = SupportRequest
        columns = (table.number, table.id, table.channel, table.deleted_at, table.status, table.subject, table.description)
        by_id: dict[UUID, KnownRequest] = {}
        for row in session.execute(select(*columns, table.urgency, table.opened_at).where(table.number.in_(chunk))):
            found[row.number] = by_id[row.id] = KnownRequest(
                row.id, row.channel, row.deleted_at is not None, row.status, row.subject, row.description, row.urgency, row.opened_at
            )
        if by_id:
            _add_work(session, by_id)
    return found


def loaded(session: Session, ids: Sequence[UUID]) -> Iterator[SupportRequest]:
    """Requests to be changed, in no order."""
    wanted = iter(ids)
    while chunk := list(islice(wanted, _CHUNK)):
        yield from session.scalars(select(SupportRequest).where(SupportRequest.id.in_(chunk)))


def _chunks(numbers: Sequence[str]) -> Iterator[Sequence[str]]:
    return (numbers[start : start + _CHUNK] for start in range(0, len(numbers), _CHUNK))


def _add_work(session: Session, by_id: dict[UUID, KnownRequest]) -> None:
    work = Intervention
    interventions = (
        select(work.request_id, work.id, work.kind, work.technician, work.started_at, work.ended_at)
        .where(work.request_id.in_(by_id), work.deleted_at.is_(None))
        .order_by(work.id)
    )
    for row in session.execute(interventions):
        by_id[row.request_id].interventions.append(KnownIntervention(row.id, row.kind, row.technician, row.started_at, row.ended_at))
    ratings = select(Rating.request_id, Rating.value, Rating.comment, Rating.origin).where(Rating.request_id.in_(by_id))
    for rated in session.execute(ratings):
        by_id[rated.request_id].rating = KnownRating(rated.value, rated.comment, rated.origin)
