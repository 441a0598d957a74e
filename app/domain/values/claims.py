"""Claims as screens and commands see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.cover import ClaimNeed, CoverDecision
from app.domain.records import ClaimStatus, ClaimType, EquipmentStatus, TheftCircumstances
from app.domain.values.documents import DocumentRow


@dataclass(frozen=True)
class ClaimDraft:
    """What happened to a machine, as the assistant gathered it. `theft` is given exactly for a theft."""

    equipment_id: UUID
    type: ClaimType
    happened_on: date
    theft: TheftCircumstances | None = None
    place: str = ""
    circumstances: str = ""
    request_id: UUID | None = None


@dataclass(frozen=True)
class ClaimRow:
    """A claim in a list.

    Attributes:
        next_due_at: the nearest promise that was not kept yet; none without one.
        missing: the documents still to be given.
    """

    id: UUID
    number: str
    type: ClaimType
    status: ClaimStatus
    equipment_id: UUID
    equipment_designation: str
    serial: str
    contract_number: str
    happened_on: date
    declared_at: datetime
    covered: bool | None
    next_due_at: datetime | None
    missing: tuple[ClaimNeed, ...]


@dataclass(frozen=True)
class ClaimDevice:
    """A device that may be lent or take the place of another."""

    id: UUID
    designation: str
    serial: str
    rented: bool = False


@dataclass(frozen=True)
class NewDevice:
    """The device that the provider delivers in place of another; without a designation it is called like the other one."""

    serial: str
    designation: str = ""


@dataclass(frozen=True)
class ClaimDetail:
    """Everything about one claim.

    Attributes:
        decision: the cover as it was decided; none where the machine could not be covered at all.
        moves: the statuses it may go to now.
        provider_replaces: a device of the provider's may take the machine's place.
        loan, replacement: the devices that help out.
        equipment_status, person_name: of the machine itself, now; the name is empty where nobody has it.
        can_ship: the machine is broken and still here: it may be noted as sent to be repaired.
        provider, phone: who decides, and their number; empty when nobody is known.
    """

    row: ClaimRow
    theft: TheftCircumstances | None
    place: str
    circumstances: str
    cover_note: str
    decision: CoverDecision | None
    call_due_at: datetime | None
    replacement_due_at: datetime | None
    called_at: datetime | None
    replaced_at: datetime | None
    loan: ClaimDevice | None
    replacement: ClaimDevice | None
    outcome_note: str
    closed_at: datetime | None
    request_number: str
    moves: tuple[ClaimStatus, ...]
    provider_replaces: bool
    documents: tuple[DocumentRow, ...]
    equipment_status: EquipmentStatus
    person_name: str
    can_ship: bool
    provider: str
    phone: str
