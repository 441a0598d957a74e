"""A technician's session on this PC, and the card that gathers what a technician needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.values.support import CoverPreview, RequestRow


@dataclass(frozen=True)
class SessionState:
    """The session that runs on this PC. It ends by itself at `ends_at` unless something happens before."""

    id: UUID
    technician: str
    started_at: datetime
    ends_at: datetime
    request_id: UUID | None
    request_number: str


@dataclass(frozen=True)
class TechnicianCard:
    """What a technician needs, on one screen. Texts are empty where nothing is known.

    Attributes:
        equipment_id: the machine of the card; none when nobody knows which of the office's machines it is.
        teamviewer_id: as the machine's record has it, or as this PC's registry says.
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
