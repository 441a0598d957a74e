"""From a contract's rows to what the rules say of it on a day: its frozen offer, quantity, price and dates."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from app.domain.delivery import delivery_window
from app.domain.errors import InputError, NotFoundError, RuleError, UserError
from app.domain.explain import Explained, Explanation
from app.domain.offers import Offer, read_copy, unreadable_contract
from app.domain.pricing import Quote, RentedLine, following_quantity, quote
from app.domain.records import RUNNING, EquipmentKind, HolidayZone, OfferKind, Renewal
from app.domain.term_dates import ContractTerms, Notice, commitment_end, day_to_watch, next_notice_deadline
from app.domain.terms import TermSummary, summarise
from app.domain.text import Text, msg
from app.domain.values.contracts import LinkedContract
from app.services.closures import with_closures
from app.store import contract_queries, office_queries
from app.store.tables import Contract, ContractLine, Site
from app.store.unit_of_work import Session

LOG = logging.getLogger("parclair.contracts")


class UnreadableContractError(UserError):
    """A contract from elsewhere whose rules this program cannot read, or whose lines give no price."""

    def __init__(self, number: str) -> None:
        super().__init__(unreadable_contract(number))


@dataclass(frozen=True)
class ReadContract:
    """A contract with the values its rules need. `row` stays inside the session that read it.

    Attributes:
        closed: the days known by now on which the provider closes on top of the holidays.
    """

    row: Contract
    offer: Offer
    lines: tuple[ContractLine, ...]
    quantity: int
    quote: Quote
    zone: HolidayZone
    closed: tuple[date, ...] = ()

    @property
    def terms(self) -> ContractTerms:
        """What the dates are computed from."""
        return ContractTerms(self.row.start, self.row.commitment_months, self.offer.term)

    def next_notice_deadline(self, day: date) -> date | None:
        """The first notice deadline on or after `day`; cheap, as it asks for no holiday."""
        return next_notice_deadline(self.terms, day)

    def day_to_watch(self, day: date) -> date | None:
        """The next day that matters: a notice deadline, or a rental's last day while a choice is due."""
        return day_to_watch(self.terms, self.row.kind, self.row.status, day)

    @property
    def commitment_end(self) -> date:
        """The last day of the commitment."""
        return commitment_end(self.terms)

    def summary(self, as_of: date, notice: Notice | None = None) -> TermSummary:
        """The dates of the contract seen on `as_of`."""
        return summarise(self.terms, as_of, notice, self.quote.monthly_excl_tax, self.zone, clause(self.offer), self.closed)


def refresh(known: ReadContract) -> None:
    """Bring the derived columns of a contract up to date with its frozen offer and its price. Call before the commit."""
    row, offer, priced = known.row, known.offer, known.quote
    row.provider_id = offer.provider.id
    row.offer_name, row.offer_name_en = offer.name.fr, offer.name.en
    row.phone = (offer.support.phone if offer.support else "") or offer.provider.phone
    row.renewal, row.renewal_months, row.notice_days = offer.term.renewal, offer.term.renewal_months, offer.term.notice_days
    row.monthly, row.monthly_vat = priced.monthly_excl_tax, priced.vat


def refresh_or_clear(session: Session, row: Contract) -> bool:
    """The same for a contract that may come from elsewhere: without figures, and false, as long as it cannot be read or priced."""
    try:
        known = read(session, row)
    except UnreadableContractError as error:
        reason = error.__cause__ or "its offer, its lines or a rental that it follows cannot be read"
        LOG.warning("contract %s (%s) has no figures here: %s", row.number, row.id, reason)
        row.provider_id = row.offer_name = row.offer_name_en = row.phone = ""
        row.renewal, row.renewal_months, row.notice_days = Renewal.NONE, None, 0
        row.monthly = row.monthly_vat = Decimal(0)
        return False
    refresh(known)
    return True


def clause(offer: Offer) -> Text:
    """The offer and the section that its rules of duration come from; the offer alone where it names no clause of the provider's."""
    if not offer.resignation.clause:
        return offer.name.text
    return msg("{offer}, «\u00a0{clause}\u00a0»", offer=offer.name.text, clause=offer.resignation.clause)


def bridge_days(session: Session, offer: Offer, offers: Mapping[str, Offer] | None = None) -> tuple[date, ...]:
    """The days the provider closes on top of the holidays: those of the offer and, with the `offers` of today, those granted since."""
    known = offer if offers is None else with_closures(session, offers, offer)
    return known.support.bridge_days if known.support else ()


def offer_to_copy(offer: Offer) -> dict[str, Any]:
    """The offer as a contract keeps it."""
    kept: dict[str, Any] = json.loads(offer.model_dump_json(by_alias=True))
    return kept


def offer_from_copy(kept: dict[str, Any]) -> Offer | None:
    """Back from what a contract keeps; none where this program cannot read it."""
    return _offer_from_text(json.dumps(kept, sort_keys=True, ensure_ascii=False))


@lru_cache(maxsize=256)
def _offer_from_text(kept: str) -> Offer | None:
    return read_copy(kept)


def offer_of(row: Contract) -> Offer:
    """The offer that a contract keeps.

    Raises:
        UnreadableContractError: this program cannot read it.
    """
    offer = offer_from_copy(row.offer_copy)
    if offer is None:
        raise UnreadableContractError(row.number)
    return offer


def provider_of(row: Contract) -> str:
    """The id of a contract's provider, which a rental needs to be counted even where the rest of its offer cannot be read."""
    provider = row.offer_copy.get("provider")
    found = provider.get("id") if isinstance(provider, dict) else None
    return found if isinstance(found, str) else ""


def find(session: Session, number: str) -> Contract:
    """The contract of that number.

    Raises:
        NotFoundError: there is none; the message names some that exist.
    """
    row = contract_queries.by_number(session, number)
    if row is None:
        known = ", ".join(contract_queries.numbers(session, 12))
        raise NotFoundError(msg("Contrat inconnu\u00a0: «\u00a0{number}\u00a0». Connus\u00a0: {known}", number=number, known=known or "—"))
    return row


def read(session: Session, row: Contract, offers: Mapping[str, Offer] | None = None) -> ReadContract:
    """`row` with its frozen offer, its lines, its quantity of today and its price.

    Args:
        session: an open session.
        row: of the contract.
        offers: the offers of today, for a caller that says when to send or when something arrives: the days
            on which the provider closes are read, see `closures`.

    Raises:
        UnreadableContractError: this program cannot read the offer, or the lines and the duration do not fit it.
    """
    lines = contract_queries.lines(session, row.id)
    offer = offer_of(row)
    if not lines or lines[0].position != 0 or (row.follows_fleet and not _fleet_known(session)):
        raise UnreadableContractError(row.number)  # the main line is still to come, or that of a rental that it follows
    quantity = rented_computers(session, offer.provider.id) if row.follows_fleet else lines[0].quantity
    try:
        priced = quote(offer, quantity, [line.item for line in lines[1:]], following=row.follows_fleet)
        commitment_end(ContractTerms(row.start, row.commitment_months, offer.term))
    except (InputError, RuleError) as error:
        raise UnreadableContractError(row.number) from error
    return ReadContract(row, offer, lines, quantity, priced, zone_of(session, row), bridge_days(session, offer, offers))


def as_linked(row: Contract, *, resigned: bool = False) -> LinkedContract:
    """A contract as another one's detail names it."""
    offer = offer_from_copy(row.offer_copy)
    return LinkedContract(row.id, row.number, offer.name.text.render() if offer else row.offer, row.status, resigned)


def zone_of(session: Session, row: Contract) -> HolidayZone:
    """The holidays of the contract's site; of the only site where the contract names none; else the mainland's."""
    if row.site_id is not None and (site := session.get(Site, row.site_id)) is not None:
        return site.holiday_zone
    zones = office_queries.holiday_zones(session)
    return zones[0] if len(zones) == 1 else HolidayZone.MAINLAND


def rented_computers(session: Session, provider_id: str) -> int:
    """How many computers the running rental contracts with a provider hold."""
    return following_quantity(provider_id, rented_lines(session)).value


def rented_devices(session: Session, provider_id: str) -> int:
    """How many devices, of whatever kind, the running rental contracts with a provider hold."""
    return sum(line.quantity for line in rented_lines(session) if line.provider_id == provider_id and line.status in RUNNING)


def delivery_of(known: ReadContract) -> Explained[tuple[date, date]] | None:
    """When the devices of a signed rental arrive; `None` where the offer promises nothing or the signature's day is not known."""
    rental, signed_on = known.offer.rental, known.row.signed_on
    if rental is None or rental.delivery is None or signed_on is None:
        return None
    promised = rental.delivery
    least, most = max(1, promised.working_days_min), max(1, promised.working_days_max)
    return delivery_window(signed_on, known.zone, least, most, known.closed, known.offer.name.text)


def following_of(session: Session, known: ReadContract) -> Explanation | None:
    """Why a contract that follows the rented computers has its quantity; `None` for one that does not."""
    if not known.row.follows_fleet:
        return None
    return following_quantity(known.offer.provider.id, rented_lines(session)).why


def _fleet_known(session: Session) -> bool:
    """Whether every running rental says of whom and how many: without that nobody knows how many computers are rented."""
    running = contract_queries.contracts(session, statuses=RUNNING, kind=OfferKind.RENTAL)
    counted = {row.id for row, quantity in contract_queries.rental_lines(session) if quantity > 0}
    return all(row.id in counted and provider_of(row) for row in running)


def rented_lines(session: Session) -> Iterable[RentedLine]:
    """Every main line of every rental contract, as the rule of following quantities reads it."""
    for row, quantity in contract_queries.rental_lines(session):
        device = row.device_kind or EquipmentKind.COMPUTER
        yield RentedLine(row.number, provider_of(row), row.kind, row.status, device, quantity)


def written_lines(offer: Offer, priced: Quote) -> list[tuple[str, int, Decimal]]:
    """The lines of a quote as a contract keeps them (item, quantity, unit price): the main line, then the options.

    A graduated price has one line a tier; the contract keeps one for all, with the unit price of the last tier reached.
    """
    options = [line for line in priced.lines if offer.option(line.id) is not None]
    main = [line for line in priced.lines if line not in options]
    kept = [(offer.pricing.unit, priced.quantity, main[-1].unit_price if main else Decimal(0))]
    return kept + [(line.id, line.quantity, line.unit_price) for line in options]
