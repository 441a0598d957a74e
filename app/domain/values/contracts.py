"""Contracts as lists, details and assistants show them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from app.domain.articles import Article
from app.domain.explain import Explained, Explanation
from app.domain.offers import Offer
from app.domain.pricing import Quote
from app.domain.records import Channel, ContractStatus, EquipmentKind, OfferKind, ResignationStatus
from app.domain.terms import TermSummary
from app.domain.text import Text
from app.domain.values.documents import DocumentRow


@dataclass(frozen=True)
class ContractRow:
    """One line of the contract list. `alert` is 90, 60, 30 or 7 when the deadline is that near, else `None`.

    `resignation` is how far the current one has come; `None` while nobody prepared one. `trouble` says why a contract has no
    figures: neither quantity, price nor dates; its offer is then called by its id.
    """

    id: UUID
    number: str
    offer_id: str
    offer_name: str
    provider: str
    kind: OfferKind
    status: ContractStatus
    site_name: str
    start: date
    quantity: int | None = None
    monthly_excl_tax: Decimal | None = None
    commitment_end: date | None = None
    notice_deadline: date | None = None
    days_left: int | None = None
    alert: int | None = None
    resignation: ResignationStatus | None = None
    trouble: Text | None = None


@dataclass(frozen=True)
class ContractDraft:
    """What the assistant or the command line asks for; checked by `ContractService.preview` and `.add`.

    `quantity` is `None` for an offer whose quantity follows the fleet. `price_table` gives prices by quantity reached
    (`{1: Decimal("15.00"), 10: Decimal("12.00")}`), `unit_price` one price for any quantity; both come from a quote.
    `services` are the ids of the managed services that the quote names; `None` while nobody has looked.
    """

    offer_id: str
    start: date
    quantity: int | None = None
    months: int | None = None
    options: tuple[str, ...] = ()
    unit_price: Decimal | None = None
    price_table: tuple[tuple[int, Decimal], ...] = ()
    services: tuple[str, ...] | None = None
    device_kind: EquipmentKind | None = None
    linked_number: str | None = None
    site_id: UUID | None = None
    number: str | None = None
    signed_on: date | None = None
    signed_place: str = ""
    notes: str = ""


@dataclass(frozen=True)
class ContractPreview:
    """What a draft would cost and when it could end.

    Attributes:
        warnings: what the user should know, obstacles included.
        obstacles: why it cannot be signed now; a draft can still be kept.
    """

    offer: Offer
    quote: Quote
    summary: TermSummary
    articles: tuple[Article, ...]
    warnings: tuple[Text, ...] = ()
    obstacles: tuple[Text, ...] = ()


@dataclass(frozen=True)
class LinkedContract:
    """A contract tied to another one. `resigned`: its own letter is prepared or has left; only known where it is asked for."""

    id: UUID
    number: str
    offer_name: str
    status: ContractStatus
    resigned: bool = False


@dataclass(frozen=True)
class ResignationEntry:
    """A resignation and how far it has come."""

    id: UUID
    channel: Channel
    reason: str
    notice_received: date
    effective_date: date
    send_by: date | None
    status: ResignationStatus
    sent_on: date | None
    received_on: date | None
    confirmed_on: date | None
    tracking_number: str


@dataclass(frozen=True)
class ContractEvent:
    """Something that happened to a contract: activation, change of quantity, resignation."""

    on: date
    text: Text
    actor: str


@dataclass(frozen=True)
class ContractSheet:
    """Everything about one contract on a day.

    Attributes:
        delivery: first and last day on which rented devices arrive, once the signature's day is known and where the offer says so.
        quantity_why: where the quantity of a contract that follows the rented computers comes from.
    """

    id: UUID
    number: str
    offer: Offer
    status: ContractStatus
    site_id: UUID | None
    site_name: str
    start: date
    commitment_months: int
    device_kind: EquipmentKind | None
    follows_fleet: bool
    signed_on: date | None
    signed_place: str
    ended_on: date | None
    notes: str
    as_of: date
    quote: Quote
    summary: TermSummary
    linked: LinkedContract | None
    depending: tuple[LinkedContract, ...] = ()
    resignation: ResignationEntry | None = None
    events: tuple[ContractEvent, ...] = ()
    documents: tuple[DocumentRow, ...] = ()
    equipment_count: int = 0
    delivery: Explained[tuple[date, date]] | None = None
    quantity_why: Explanation | None = None


@dataclass(frozen=True)
class ResignationPreview:
    """What a resignation would do, before anything is recorded."""

    number: str
    effective_date: date
    send_by: date | None
    summary: TermSummary
    linked: tuple[LinkedContract, ...] = ()
    warnings: tuple[Text, ...] = ()


@dataclass(frozen=True)
class ResignationResult:
    """A recorded resignation with its letter."""

    number: str
    effective_date: date
    send_by: date | None
    document: DocumentRow
    others: tuple[ResignationResult, ...] = field(default_factory=tuple)
