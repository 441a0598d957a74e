"""What a claim does to the inventory: the damaged device, the one that is lent, the one that takes its place."""

from __future__ import annotations

from datetime import date

from app.domain.claim_rules import GONE, after_loan, after_replacement, after_settlement
from app.domain.errors import InputError, RuleError
from app.domain.records import ClaimStatus, EquipmentStatus, Ownership, label
from app.domain.text import msg
from app.domain.values.claims import NewDevice
from app.services.claim_rules import require_provider_replaces
from app.services.equipment_index import refresh
from app.services.fields import text_field
from app.services.handing_over import give, take
from app.store import claim_queries, equipment_rows
from app.store.tables import Claim, Equipment, Person
from app.store.unit_of_work import Session

_AWAY = (EquipmentStatus.RETURNED, EquipmentStatus.RETIRED)


def require_here(machine: Equipment) -> None:
    """Refuse a claim on a machine that went back to the provider or was thrown away.

    Raises:
        RuleError: it is not the office's any more.
    """
    if machine.status in _AWAY:
        raise RuleError(
            msg(
                "{name} est «\u00a0{status}\u00a0»\u00a0: il n’est plus chez vous, rien ne peut être déclaré.",
                name=machine.designation,
                status=label(machine.status),
            )
        )


def declared(session: Session, claim: Claim, machine: Equipment) -> None:
    """The machine of a new claim is broken down, or lost or stolen; one that is being repaired stays so."""
    if claim.type in GONE:
        _set(machine, EquipmentStatus.LOST_OR_STOLEN)
    elif machine.status is not EquipmentStatus.IN_REPAIR and not _gone_by_another(session, claim, machine):
        _set(machine, EquipmentStatus.BROKEN_DOWN)


def shipped(machine: Equipment) -> None:
    """The machine has left to be repaired.

    Raises:
        RuleError: it is not broken down.
    """
    if machine.status is not EquipmentStatus.BROKEN_DOWN:
        raise RuleError(
            msg(
                "{name} est «\u00a0{old}\u00a0»\u00a0: il ne peut pas devenir «\u00a0{new}\u00a0».",
                name=machine.designation,
                old=label(machine.status),
                new=label(EquipmentStatus.IN_REPAIR),
            )
        )
    machine.status = EquipmentStatus.IN_REPAIR


def lend(session: Session, claim: Claim, machine: Equipment, device: Equipment, today: date) -> None:
    """`device` is on loan to whoever has `machine`, until it comes back.

    Raises:
        RuleError: a device is lent already, or this one is not in stock.
    """
    if claim.loan_equipment_id is not None:
        known = equipment_rows.by_id(session, claim.loan_equipment_id)
        raise RuleError(
            msg(
                "{name} est déjà prêté pour le sinistre {number}. Reprenez-le d’abord.",
                name=known.designation if known else "–",
                number=claim.number,
            )
        )
    _require_in_stock(machine, device)
    device.status = EquipmentStatus.ON_LOAN
    _give_as(session, machine, device, today)
    claim.loan_equipment_id = device.id


def take_back(session: Session, claim: Claim, today: date) -> None:
    """The device that was lent is in stock again, and nobody's.

    Raises:
        RuleError: none is lent.
    """
    if claim.loan_equipment_id is None:
        raise RuleError(msg("Aucun appareil n’est prêté pour le sinistre {number}.", number=claim.number))
    device = equipment_rows.by_id(session, claim.loan_equipment_id)
    claim.loan_equipment_id = None
    if device is None:
        return
    take(session, device, today)
    _set(device, after_loan(device.status))


def replace(session: Session, claim: Claim, machine: Equipment, device: Equipment, today: date) -> None:
    """`device` takes the place of `machine`: its person and its site. A device on loan for the claim may stay for good.

    A rented device is the provider's: it comes under the machine's contract, and the machine goes back. One of the office's own
    stays its own, and the machine stays what it is.

    Raises:
        RuleError: the device is neither in stock nor the one that is lent, or is rented where the provider replaces nothing.
    """
    rented = device.ownership is Ownership.RENTED
    if rented:
        require_provider_replaces(claim, machine)
    if device.id == claim.loan_equipment_id:
        claim.loan_equipment_id = None
    else:
        _require_in_stock(machine, device)
        if claim.loan_equipment_id is not None:
            take_back(session, claim, today)
    device.status, device.site_id = EquipmentStatus.IN_USE, machine.site_id
    if rented:
        device.contract_id = device.contract_id or machine.contract_id or claim.contract_id
    _give_as(session, machine, device, today)
    refresh(session, device)
    take(session, machine, today)
    _set(machine, after_replacement(machine.status, rented=rented))
    claim.replacement_equipment_id = device.id


def deliver(session: Session, claim: Claim, machine: Equipment, new: NewDevice) -> Equipment:
    """The device that the provider delivers, entered as a rented one in stock, of the machine's kind.

    Raises:
        InputError: no serial number, one that another machine has, or a text too long.
        RuleError: the provider replaces nothing.
    """
    require_provider_replaces(claim, machine)
    serial = str(text_field(200, required=True)("serial", new.serial))
    known = claim_queries.with_serial(session, serial)
    if known is not None:
        raise InputError("serial", serial, msg("un numéro de série qui n’est pas déjà au parc ({name})", name=known.designation))
    device = Equipment(
        designation=str(text_field(300)("designation", new.designation)) or machine.designation,
        kind=machine.kind,
        serial=serial,
        ownership=Ownership.RENTED,
        status=EquipmentStatus.IN_STOCK,
    )
    session.add(device)
    refresh(session, device)
    session.flush()
    return device


def settled(session: Session, claim: Claim, machine: Equipment, status: ClaimStatus, today: date) -> None:
    """The claim ended without a replacement: what is lent comes back, and the machine is what it was, or still broken.

    As long as another claim runs on it, the machine stays what that one says.
    """
    if claim.loan_equipment_id is not None:
        take_back(session, claim, today)
    others = [each.type for each in _others(session, claim, machine)]
    before = claim_queries.status_before(session, machine.id, claim.created_at)
    _set(machine, after_settlement(machine.status, status, others, before))


def _others(session: Session, claim: Claim, machine: Equipment) -> list[Claim]:
    return [each for each in claim_queries.running_on(session, machine.id) if each.id != claim.id]


def _gone_by_another(session: Session, claim: Claim, machine: Equipment) -> bool:
    """Whether the machine is lost or stolen as another running claim says."""
    return machine.status is EquipmentStatus.LOST_OR_STOLEN and any(each.type in GONE for each in _others(session, claim, machine))


def _require_in_stock(machine: Equipment, device: Equipment) -> None:
    if device.id == machine.id:
        raise RuleError(msg("{name} est l’appareil sinistré\u00a0: choisissez-en un autre.", name=device.designation))
    if device.status is not EquipmentStatus.IN_STOCK:
        raise RuleError(
            msg(
                "{name} est «\u00a0{status}\u00a0»\u00a0: seul un appareil en stock peut être prêté ou en remplacer un autre.",
                name=device.designation,
                status=label(device.status),
            )
        )


def _give_as(session: Session, machine: Equipment, device: Equipment, today: date) -> None:
    """Give `device` to whoever has `machine`; somebody who has left keeps nothing new."""
    person = session.get(Person, machine.person_id) if machine.person_id is not None else None
    if person is not None and person.active and person.deleted_at is None:
        give(session, device, person, today)


def _set(machine: Equipment, status: EquipmentStatus) -> None:
    if machine.status is not status:
        machine.status = status
