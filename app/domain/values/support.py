"""Support requests as screens and commands see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from app.domain.eligibility import Condition
from app.domain.explain import Explanation
from app.domain.records import InterventionKind, RatingValue, RequestKind, RequestStatus, Urgency
from app.domain.text import Text
from app.domain.values.documents import DocumentRow


@dataclass(frozen=True)
class NewRequest:
    """What somebody asks for. Only `urgency` and `subject` are required; a request from a machine carries its id.

    Attributes:
        service: the managed service wanted, as the offer names it; empty for help.
        contact: who is to be called back, at `phone`; empty: the office.
    """

    subject: str
    urgency: Urgency
    description: str = ""
    equipment_id: UUID | None = None
    contract_id: UUID | None = None
    site_id: UUID | None = None
    contact: str = ""
    phone: str = ""
    service: str = ""
    kind: RequestKind = RequestKind.HELP
    appointment_at: datetime | None = None


@dataclass(frozen=True)
class Attachment:
    """A file to attach: from a path, or as bytes (a pasted screenshot)."""

    name: str
    path: Path | None = None
    content: bytes | None = None


@dataclass(frozen=True)
class CoverPreview:
    """Said before sending: whether a contract pays, and what it costs otherwise.

    Attributes:
        covered: none when nobody can know, and for a quote, which is not judged.
        contract_id, contract_number, offer_name: the contract it falls under; none or empty without one.
        provider, phone: who answers; empty when nobody is known.
        half_hour, version_update: prices off contract, excluding tax; none where no offer gives them.
        conditions: of a managed service: each met or not, and why.
        can_ask_quote: a service that is not due may be sent as a request for a quote.
        due: when the first answer is due; none where no offer sets an aim.
        due_promised: the provider promises it; otherwise it is an aim.
        due_why: how `due` was counted.
        why: the rule of the cover.
    """

    covered: bool | None
    headline: Text
    contract_id: UUID | None
    contract_number: str
    offer_name: str
    provider: str
    phone: str
    half_hour: Decimal | None
    version_update: Decimal | None
    conditions: tuple[Condition, ...]
    can_ask_quote: bool
    due: datetime | None
    due_promised: bool
    due_why: Explanation | None
    why: Explanation


@dataclass(frozen=True)
class RequestAdded:
    """A request that was just recorded."""

    id: UUID
    number: str
    due: datetime | None


@dataclass(frozen=True)
class RequestRow:
    """A request in a list."""

    id: UUID
    number: str
    subject: str
    urgency: Urgency
    kind: RequestKind
    status: RequestStatus
    opened_at: datetime
    due_at: datetime | None
    first_response_at: datetime | None
    appointment_at: datetime | None
    equipment_id: UUID | None
    equipment_designation: str
    contract_number: str
    site_name: str
    contact: str
    covered: bool | None
    closed_at: datetime | None
    rating: RatingValue | None
    technician: str


@dataclass(frozen=True)
class Queue:
    """The open requests in call-back order at `asked_at`, the next one first."""

    asked_at: datetime
    rows: tuple[RequestRow, ...]
    why: Explanation


@dataclass(frozen=True)
class InterventionRow:
    """A technician's work on a request. `ended_at` is none while the timer runs; `amount` is excluding tax."""

    id: UUID
    technician: str
    kind: InterventionKind
    started_at: datetime
    ended_at: datetime | None
    teamviewer_session: str
    report: str
    minutes: int
    covered_minutes: int
    billable_minutes: int
    amount: Decimal | None

    @property
    def to_check(self) -> bool:
        """Whether nobody knows yet if a contract pays for these minutes."""
        return bool(self.minutes) and not self.covered_minutes and not self.billable_minutes


@dataclass(frozen=True)
class RatingRow:
    """A rating that was given."""

    value: RatingValue
    comment: str
    origin: str
    rated_at: datetime


@dataclass(frozen=True)
class ThreadEntry:
    """One thing that happened to a request, oldest first in a thread.

    Attributes:
        kind: `opened`, `message`, `status`, `appointment`, `intervention`, `document`, `rating`.
        author: who did it.
        text: the message, or a sentence about what happened.
        intervention, document: what `kind` names.
    """

    at: datetime
    kind: str
    author: str
    text: str
    intervention: InterventionRow | None = None
    document: DocumentRow | None = None
    rating: RatingRow | None = None


@dataclass(frozen=True)
class RequestDetail:
    """Everything about one request.

    Attributes:
        moves: the statuses it may go to now.
        running: the intervention whose timer runs.
        can_rate: it is resolved or closed, and not rated yet.
        cover: as it stands now; `row.covered` and `cover_note` are what was said when it was sent.
    """

    row: RequestRow
    description: str
    phone: str
    service: str
    service_label: str
    contract_id: UUID | None
    site_id: UUID | None
    appointment_minutes: int
    cover_note: str
    cover: CoverPreview
    resolution: str
    moves: tuple[RequestStatus, ...]
    interventions: tuple[InterventionRow, ...]
    running: InterventionRow | None
    documents: tuple[DocumentRow, ...]
    rating: RatingRow | None
    can_rate: bool
    thread: tuple[ThreadEntry, ...]


@dataclass(frozen=True)
class RequestQuery:
    """Which requests a list shows. `statuses` empty: all."""

    search: str = ""
    statuses: tuple[RequestStatus, ...] = ()
    site_id: UUID | None = None
    equipment_id: UUID | None = None


@dataclass(frozen=True)
class ServiceChoice:
    """A managed service of a contract, and whether it is due.

    Attributes:
        due: none when the contract does not record what its quote names.
        conditions: those of an on-site visit, each with its reason; empty for other services.
    """

    contract_id: UUID
    contract_number: str
    id: str
    label: str
    description: str
    due: bool | None
    conditions: tuple[Condition, ...]
    why: Explanation


@dataclass(frozen=True)
class Appointment:
    """A request that holds a time."""

    request_id: UUID
    number: str
    subject: str
    at: datetime
    minutes: int
    contact: str
    phone: str


@dataclass(frozen=True)
class ImportReport:
    """What an import did: created + updated + unchanged + rejected = rows.

    Attributes:
        noted: cells that were taken, with how they were understood.
        ignored_columns: the names of columns that nothing here is made of.
    """

    rows: int
    created: int
    updated: int
    unchanged: int
    rejected: tuple[RejectedRow, ...]
    noted: tuple[RejectedRow, ...] = ()
    ignored_columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class RejectedRow:
    """A cell for which a row was not taken, and why. `row` counts from 1 for the header, as a spreadsheet shows it."""

    row: int
    column: str
    value: str
    reason: Text
