"""What the home screen shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from app.domain.explain import Explanation
from app.domain.text import Text


@dataclass(frozen=True)
class Need:
    """Something that wants attention. `level`: critical, warning, info. `screen`, `record_id` and `action` say where to act."""

    level: str
    title: Text
    detail: Text
    screen: str
    record_id: UUID | None = None
    action: str | None = None


@dataclass(frozen=True)
class Deadline:
    """A contract's next deadline and how many days are left."""

    contract_id: UUID
    number: str
    offer_name: str
    day: date
    days_left: int
    alert: int | None
    what: Text


@dataclass(frozen=True)
class SupportContact:
    """Whom to call."""

    contract_id: UUID
    provider: str
    phone: str
    contract_number: str


@dataclass(frozen=True)
class SupportOpening:
    """Whether a contract's support is open, and when that changes (aware)."""

    contract_id: UUID
    open: bool
    changes_at: datetime
    why: Explanation


@dataclass(frozen=True)
class SupportNow:
    """Support as it stood at `asked_at` (aware): the openings of the contacts whose offer gives support hours."""

    asked_at: datetime
    openings: tuple[SupportOpening, ...]


@dataclass(frozen=True)
class HomeSummary:
    """Everything on the home screen, computed in one go."""

    organisation: str
    needs: tuple[Need, ...]
    deadlines: tuple[Deadline, ...]
    contacts: tuple[SupportContact, ...]
    monthly_excl_tax: Decimal
    monthly_incl_tax: Decimal
    monthly_by_contract: tuple[tuple[str, Decimal], ...]
    equipment_total: int
    equipment_by_status: tuple[tuple[str, int], ...]
    open_requests: int
    ratings: int
    top_share: float | None
