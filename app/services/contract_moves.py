"""From one status of a contract to the next: the only place that changes it, with all that follows from the change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.domain.errors import RuleError
from app.domain.offers import Offer
from app.domain.pricing import Quote, quote
from app.domain.records import CONTRACT_TRANSITIONS, ContractStatus, label
from app.domain.text import Text, msg
from app.services.contract_obstacles import obstacles_to, refuse
from app.services.contract_reading import (
    ReadContract,
    UnreadableContractError,
    offer_of,
    offer_to_copy,
    read,
    refresh,
    written_lines,
)
from app.store import contract_queries
from app.store.tables import Contract
from app.store.unit_of_work import Session


def move(
    session: Session,
    row: Contract,
    status: ContractStatus,
    *,
    ended_on: date | None = None,
    offers: Mapping[str, Offer] | None = None,
) -> tuple[Text, ...]:
    """Take a contract to `status`: a draft that is signed takes the offer of the day, an end is dated, the fleet is followed.

    Args:
        session: the open unit of work.
        row: the contract.
        status: where it goes.
        ended_on: its last day, for a contract that ends; one that goes on again loses it.
        offers: the offers of today, for a draft that is signed.

    Returns:
        What whoever asked should know.

    Raises:
        RuleError: `status` does not follow from where it stands, or the contract cannot be signed (the reasons are named).
        UnreadableContractError: it is a draft that this program cannot read.
    """
    if status not in CONTRACT_TRANSITIONS[row.status]:
        raise RuleError(
            msg(
                "Le contrat {number} est «\u00a0{old}\u00a0»\u00a0: il ne peut pas devenir «\u00a0{new}\u00a0».",
                number=row.number,
                old=label(row.status),
                new=label(status),
            )
        )
    told: tuple[Text, ...] = ()
    if row.status is ContractStatus.DRAFT:
        told = _freeze_again(session, row, offers or {})
        linked = session.get(Contract, row.linked_contract_id) if row.linked_contract_id else None
        refuse(obstacles_to(session, offer_of(row), linked))
    row.status = status
    row.ended_on = ended_on if status is ContractStatus.ENDED else None
    session.flush()
    follow_fleet(session)
    return told


def follow_fleet(session: Session) -> None:
    """Bring the kept lines of contracts that follow the fleet up to date, so that the change stands in their history.

    One that cannot be read here is left to a computer that can.
    """
    for row in contract_queries.fleet_followers(session):
        try:
            known = read(session, row)
        except UnreadableContractError:
            continue
        rewrite_lines(known, known.quote)
        refresh(known)


def rewrite_lines(known: ReadContract, priced: Quote) -> None:
    """Give the kept lines of a contract the quantities and unit prices of `priced`."""
    for line, (_, quantity, unit_price) in zip(known.lines, written_lines(known.offer, priced), strict=True):
        if line.quantity != quantity:
            line.quantity = quantity
        if line.unit_price != unit_price:
            line.unit_price = unit_price


def _freeze_again(session: Session, row: Contract, offers: Mapping[str, Offer]) -> tuple[Text, ...]:
    """Rules and public prices freeze at signature, not when the draft was written; prices from a quote stay as quoted.

    A draft of a later version than the one known here stays as it is: a newer program made it.
    """
    kept, current = offer_of(row), offers.get(row.offer)
    if current is None or current.version <= kept.version:
        return ()
    before = read(session, row)
    services = kept.managed.services_due if kept.managed else None
    offer = current.frozen(tiers=kept.pricing.tiers if current.pricing.quote_required else None, services=services)
    offer.term.months_for(row.device_kind, row.commitment_months)
    priced = quote(offer, before.quantity, [line.item for line in before.lines[1:]], following=row.follows_fleet)
    row.offer_copy, row.provider = offer_to_copy(offer), offer.provider.name
    session.flush()
    known = read(session, row)
    rewrite_lines(known, priced)
    refresh(known)
    return (
        msg(
            "L’offre a changé depuis le brouillon\u00a0: la version {new} remplace la version {old}. {before} par mois devient {after}.",
            new=str(current.version),
            old=str(kept.version),
            before=before.quote.monthly_excl_tax,
            after=priced.monthly_excl_tax,
        ),
    )
