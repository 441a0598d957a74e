"""From the rows of a claim, its machine and its contract to what the rules say, and to what screens show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

from app.domain.claim_rules import GONE
from app.domain.cover import Claim as Event
from app.domain.cover import ClaimNeed, CoverDecision, Promise, PromiseKind, RentedDevice, decide
from app.domain.errors import InputError, NotFoundError, RuleError
from app.domain.offers import Offer
from app.domain.records import (
    RUNNING_CLAIMS,
    ClaimType,
    ContractStatus,
    EquipmentStatus,
    HolidayZone,
    Ownership,
    Renewal,
    TheftCircumstances,
)
from app.domain.term_dates import ContractTerms, commitment_end
from app.domain.text import msg
from app.domain.told import retold
from app.domain.values.claims import ClaimDetail, ClaimDevice, ClaimRow
from app.domain.values.documents import DocumentRow
from app.services.claim_rules import moves_of, provider_replaces
from app.services.closures import with_closures
from app.services.contract_reading import UnreadableContractError, offer_of, zone_of
from app.services.documents import document_row
from app.store import claim_queries, contract_queries, equipment_rows
from app.store.tables import Claim, Contract, Document, Equipment, Person, Site
from app.store.unit_of_work import Session

_NO_OFFERS: Mapping[str, Offer] = MappingProxyType({})


@dataclass(frozen=True)
class Happening:
    """What the cover of a claim depends on beside the machine."""

    type: ClaimType
    happened_on: date
    declared_at: datetime
    theft: TheftCircumstances | None


def find(session: Session, claim_id: UUID) -> Claim:
    """The claim of that id.

    Raises:
        NotFoundError: there is none.
    """
    row = claim_queries.by_id(session, claim_id)
    if row is None:
        raise NotFoundError(msg("Sinistre introuvable\u00a0: {id}", id=claim_id))
    return row


def machine_of(session: Session, equipment_id: UUID) -> Equipment:
    """The living machine of that id.

    Raises:
        NotFoundError: there is none.
    """
    row = equipment_rows.by_id(session, equipment_id)
    if row is None or row.deleted_at is not None:
        raise NotFoundError(msg("Matériel introuvable\u00a0: {id}", id=equipment_id))
    return row


def contract_of(session: Session, contract_id: UUID | None) -> Contract | None:
    """The living contract of that id, if any."""
    row = session.get(Contract, contract_id) if contract_id is not None else None
    return None if row is None or row.deleted_at is not None else row


def decision_on(
    session: Session, machine: Equipment, contract: Contract | None, what: Happening, offers: Mapping[str, Offer] = _NO_OFFERS
) -> CoverDecision:
    """Whether `contract` covers what happened to `machine`.

    Args:
        session: the open session.
        machine, contract: what is rented, and how.
        what: what happened.
        offers: the offers of today, by id: the newest version of the contract's may name days on which support is closed.

    Raises:
        InputError: a theft without its circumstances, or a day after the declaration.
        RuleError: the machine is not rented, has no rental contract, or was not rented on that day.
        UnreadableContractError: this program cannot read the contract's offer.
    """
    return _decide(session, machine, contract, what, machine.ownership, offers)


def decision_of(session: Session, row: Claim, machine: Equipment, contract: Contract | None) -> CoverDecision | None:
    """The decision on a recorded claim, with the due times it was promised; `None` where it cannot be made any more."""
    what = Happening(row.type, row.happened_on, row.declared_at, row.theft)
    try:
        # It was rented when the claim was recorded, whatever its sheet says by now.
        found = _decide(session, machine, contract, what, Ownership.RENTED)
    except (InputError, RuleError, UnreadableContractError):
        # The contract was changed since, or cannot be read here: what was promised then stands in the claim's own columns.
        return None
    kept = {PromiseKind.CALL: row.call_due_at, PromiseKind.REPLACEMENT: row.replacement_due_at}
    return replace(found, promises=tuple(_as_promised(each, kept[each.kind]) for each in found.promises))


def rows(session: Session, found: Iterable[tuple[Claim, Equipment, str | None]]) -> tuple[ClaimRow, ...]:
    """Claims as lists show them: among those that run, the promise due first, those without one in the order given."""
    known = list(found)
    held = claim_queries.kinds_held(session, [claim.id for claim, _, _ in known])
    made = [_row(session, claim, machine, number or "", held.get(claim.id, set())) for claim, machine, number in known]
    running = [each for each in made if each.status in RUNNING_CLAIMS]
    running.sort(key=lambda each: (each.next_due_at is None, each.next_due_at.timestamp() if each.next_due_at else 0.0))
    return (*running, *(each for each in made if each.status not in RUNNING_CLAIMS))


def missing_of(session: Session, claim: Claim, machine: Equipment) -> tuple[ClaimNeed, ...]:
    """The documents that a claim still lacks."""
    return _missing(session, claim, machine, claim_queries.kinds_held(session, [claim.id]).get(claim.id, set()))


def detail(session: Session, folder: Path, claim_id: UUID) -> ClaimDetail:
    """Everything about one claim.

    Raises:
        NotFoundError: there is none.
    """
    find(session, claim_id)
    claim, machine, number = claim_queries.claims(session, claim_id=claim_id)[0]
    contract = session.get(Contract, claim.contract_id) if claim.contract_id else None
    kept = claim_queries.documents(session, claim_id)
    person = session.get(Person, machine.person_id) if machine.person_id else None
    running = claim.status in RUNNING_CLAIMS
    return ClaimDetail(
        row=_row(session, claim, machine, number or "", {each.kind for each in kept}),
        theft=claim.theft,
        place=claim.place,
        circumstances=claim.circumstances,
        cover_note=retold(claim.cover_note),
        decision=decision_of(session, claim, machine, contract),
        call_due_at=claim.call_due_at,
        replacement_due_at=claim.replacement_due_at,
        called_at=claim.called_at,
        replaced_at=claim.replaced_at,
        loan=_device_named(session, claim.loan_equipment_id),
        replacement=_device_named(session, claim.replacement_equipment_id),
        outcome_note=claim.outcome_note,
        closed_at=claim.closed_at,
        request_number=claim_queries.request_number(session, claim.request_id),
        moves=moves_of(claim, machine),
        provider_replaces=provider_replaces(claim),
        documents=tuple(_shown(folder, each, claim, machine, number) for each in kept),
        equipment_status=machine.status,
        person_name=person.name if person else "",
        can_ship=running and claim.type not in GONE and machine.status is EquipmentStatus.BROKEN_DOWN,
        provider=contract.provider if contract else "",
        phone=contract.phone if contract else "",
    )


def devices(found: Sequence[Equipment]) -> tuple[ClaimDevice, ...]:
    """Machines as devices that may help out."""
    return tuple(ClaimDevice(each.id, each.designation, each.serial, each.ownership is Ownership.RENTED) for each in found)


def _decide(
    session: Session,
    machine: Equipment,
    contract: Contract | None,
    what: Happening,
    ownership: Ownership,
    offers: Mapping[str, Offer] = _NO_OFFERS,
) -> CoverDecision:
    device = _device(session, machine, contract, ownership, offers)
    event = Event(what.type, what.happened_on, what.declared_at, what.theft)
    return decide(device, event, _zone(session, machine, contract))


def _device(
    session: Session, machine: Equipment, contract: Contract | None, ownership: Ownership, offers: Mapping[str, Offer]
) -> RentedDevice:
    if contract is None or ownership is not Ownership.RENTED:
        return RentedDevice(machine.designation, ownership)
    if contract.status is ContractStatus.DRAFT:
        raise RuleError(
            msg(
                "Le contrat {number} de {name} n’est qu’un brouillon\u00a0: il ne couvre rien tant qu’il n’est pas signé.",
                number=contract.number,
                name=machine.designation,
            )
        )
    offer = with_closures(session, offers, offer_of(contract))
    return RentedDevice(machine.designation, ownership, offer, contract.start, _rented_to(session, contract))


def _rented_to(session: Session, contract: Contract) -> date | None:
    """The rental's last day: the one it ended on, or will end on by a resignation or by itself."""
    if contract.ended_on is not None:
        return contract.ended_on
    ends = []
    if contract.status is ContractStatus.RESIGNATION_SENT and (letter := contract_queries.current_resignation(session, contract.id)):
        ends.append(letter.effective_date)
    offer = offer_of(contract)
    if offer.term.renewal is Renewal.NONE:
        ends.append(commitment_end(ContractTerms(contract.start, contract.commitment_months, offer.term)))
    return min(ends, default=None)


def _zone(session: Session, machine: Equipment, contract: Contract | None) -> HolidayZone:
    if machine.site_id is not None and (site := session.get(Site, machine.site_id)) is not None:
        return site.holiday_zone
    return HolidayZone.MAINLAND if contract is None else zone_of(session, contract)


def _as_promised(promise: Promise, due: datetime | None) -> Promise:
    """A holiday or a bridge day that became known later does not move what was promised."""
    if due is None or due == promise.due:
        return promise
    return replace(promise, due=due, day=due.astimezone(promise.due.tzinfo).date() if promise.day is not None else None)


def _row(session: Session, claim: Claim, machine: Equipment, number: str, held: set[str]) -> ClaimRow:
    running = claim.status in RUNNING_CLAIMS
    open_promises = [
        due for due, done in ((claim.call_due_at, claim.called_at), (claim.replacement_due_at, claim.replaced_at)) if due and not done
    ]
    return ClaimRow(
        id=claim.id,
        number=claim.number,
        type=claim.type,
        status=claim.status,
        equipment_id=claim.equipment_id,
        equipment_designation=machine.designation,
        serial=machine.serial,
        contract_number=number,
        happened_on=claim.happened_on,
        declared_at=claim.declared_at,
        covered=claim.covered,
        next_due_at=min(open_promises, default=None) if running else None,
        missing=_missing(session, claim, machine, held) if running else (),
    )


def _missing(session: Session, claim: Claim, machine: Equipment, held: set[str]) -> tuple[ClaimNeed, ...]:
    if not claim.covered:
        return ()
    decided = decision_of(session, claim, machine, session.get(Contract, claim.contract_id) if claim.contract_id else None)
    return tuple(need for need in (decided.needs if decided else ()) if need.value not in held)


def _device_named(session: Session, equipment_id: UUID | None) -> ClaimDevice | None:
    row = equipment_rows.by_id(session, equipment_id) if equipment_id else None
    return None if row is None else ClaimDevice(row.id, row.designation, row.serial, row.ownership is Ownership.RENTED)


def _shown(folder: Path, row: Document, claim: Claim, machine: Equipment, number: str | None) -> DocumentRow:
    of_contract = number if row.contract_id else None
    return document_row(folder, row, contract_number=of_contract, equipment_designation=machine.designation, claim_number=claim.number)
