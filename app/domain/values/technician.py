"""A technician's session on this PC, and the card that gathers what a technician needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.text import Text
from app.domain.values.support import CoverPreview, RequestRow


@dataclass(frozen=True)
class SessionState:
    """The session that runs on this PC. It ends by itself at `ends_at` unless something happens before.

    Attributes:
        closing: its intervention is closed: nothing puts `ends_at` off any more.
    """

    id: UUID
    technician: str
    started_at: datetime
    ends_at: datetime
    request_id: UUID | None
    request_number: str
    closing: bool = False


@dataclass(frozen=True)
class EndedSession:
    """A session that is over.

    Attributes:
        reason: `closed` (by hand), `idle`, `intervention` (it was closed) or `restart` (of the program).
        rate: the request to ask a rating for; none where there is none, or it was asked for.
    """

    id: UUID
    technician: str
    started_at: datetime
    ended_at: datetime
    reason: str
    rate: RequestRow | None


@dataclass(frozen=True)
class TechnicianCard:
    """What a technician needs, on one screen. Texts are empty where nothing is known.

    Attributes:
        equipment_id: the machine of the card; none when nobody knows which of the office's machines it is.
        teamviewer_id: as the machine's record has it, or as this PC's registry says.
        teamviewer_why: why the ID is not known; none where it is.
        this_pc: the card is that of the PC the program runs on.
        backup: the backup's state in words; empty where there is none.
        last_requests: the newest five.
    """

    equipment_id: UUID | None
    designation: str
    kind: str
    manufacturer: str
    model: str
    serial: str
    os_name: str
    os_version: str
    teamviewer_id: str
    licence_number: str
    site: str
    phone: str
    person: str
    organisation: str
    warranty_end: date | None
    status: str
    contract_number: str
    cover: CoverPreview | None
    backup: str
    last_requests: tuple[RequestRow, ...]
    teamviewer_why: Text | None = None
    this_pc: bool = False
