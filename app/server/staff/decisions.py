"""What the provider decides: claims, resignations, backup subscriptions."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from uuid_utils.compat import uuid7

from app.domain.claim_rules import moves, provider_replaces
from app.domain.formatting import PARIS
from app.domain.records import RUNNING_CLAIMS, ClaimStatus, ClaimType, EquipmentKind, EquipmentStatus, Ownership
from app.server.pen import Change, Pen, RefusedError
from app.server.problems import InvalidError, MissingError
from app.server.rows import Row, with_value
from app.server.staff.claim_inventory import Inventory
from app.server.staff.schemas import BackupSubscription, ClaimDecision, RecordView
from app.server.staff.viewing import view

#: Machines that can run the program that backs up.
_PCS = (EquipmentKind.COMPUTER, EquipmentKind.TILL)
#: A subscription is agreed for a day that is not far off.
_AHEAD = timedelta(days=366)


def decide(pen: Pen, claim_id: str, given: ClaimDecision) -> RecordView:
    """Say whether a claim is covered, why, and where it stands. With its end, the machines that it is about change as well.

    Raises:
        InvalidError: nothing is decided, what is decided contradicts itself, or the device that takes the place cannot.
        RefusedError: the claim is settled, or the status does not follow from where the claim and its machine stand.
        ConflictError, MissingError: see `Pen`.
    """
    claim = pen.find("claim", claim_id)
    stands = ClaimStatus(claim.data["status"])
    _require_one_meaning(given)
    said = {"covered": given.covered, "cover_note": given.note, "outcome_note": given.outcome_note}
    values: dict[str, Any] = {name: value for name, value in said.items() if value is not None}
    status = None if given.status == stands and stands in RUNNING_CLAIMS else given.status
    if status is None and stands not in RUNNING_CLAIMS:
        raise RefusedError(f"this claim is settled ({stands}): nothing more is decided of it", detail="settled")
    if status is None and not values:
        raise InvalidError.of("status", given.status, "another status than the claim's, or one of covered, note and outcome_note")
    inventory = Inventory(pen, claim)
    if status is not None:
        _require_move(claim, stands, status, inventory)
        values |= {"status": status, "closed_at": None if status in RUNNING_CLAIMS else pen.moment}
        if status is ClaimStatus.REPLACED:
            _replace(claim, given, inventory)
        elif status not in RUNNING_CLAIMS:
            inventory.settle(status)
    base = claim.seq if given.seen is None else min(given.seen, claim.seq)
    pen.write([Change("claim", claim_id, {**values, **inventory.of_claim}, base), *inventory.changes()])
    return view(pen.find("claim", claim_id))


def subscribe(pen: Pen, given: BackupSubscription) -> RecordView:
    """Set whether a machine's licence has the backup option. It can be ended for a machine that is not there any more.

    Raises:
        InvalidError: no such machine or contract, no PC, or a day too far off.
        MissingError: see `Pen`.
    """
    known = next(with_value(pen.connection, pen.organisation, "backup_option", "equipment_id", [given.equipment]), None)
    if given.subscribed or known is None:
        _require_pc(pen, given)
    today = pen.now.astimezone(PARIS).date()
    if given.since is not None and given.since > today + _AHEAD:
        raise InvalidError.of("since", given.since.isoformat(), f"a day until {(today + _AHEAD).isoformat()}")
    if given.contract is not None and _found(pen, "contract", given.contract) is None:
        raise InvalidError.of("contract", given.contract, "a contract of this organisation")
    before = bool(known is not None and known.data["subscribed"])
    values: dict[str, Any] = {"subscribed": given.subscribed}
    if given.since is not None or before != given.subscribed:
        values["since"] = (given.since or today).isoformat()
    if given.licence is not None:
        values["licence"] = given.licence
    if given.contract is not None:
        values["contract_id"] = given.contract
    if known is not None:
        pen.write([Change("backup_option", known.id, values, known.seq)])
        return view(pen.find("backup_option", known.id))
    identity = str(uuid7())
    whole = {"licence": "", "equipment_id": given.equipment, "contract_id": None, "since": None, **values}
    pen.write([Change("backup_option", identity, whole)])
    return view(pen.find("backup_option", identity))


def _require_one_meaning(given: ClaimDecision) -> None:
    """Refuse what no claim could be told: the values contradict one another."""
    if given.replacement_equipment is not None and given.status is not ClaimStatus.REPLACED:
        raise InvalidError.of("replacement_equipment", given.replacement_equipment, "none, unless the status becomes replaced")
    if given.covered is True and given.status is ClaimStatus.REFUSED:
        raise InvalidError.of("covered", "true", "false or none, where the claim is refused")


def _require_move(claim: Row, stands: ClaimStatus, status: ClaimStatus, inventory: Inventory) -> None:
    machine = inventory.machine
    allowed = moves(stands, ClaimType(claim.data["type"]), None if machine is None else inventory.status(machine))
    if status not in allowed:
        named = ", ".join(allowed) or "nothing any more"
        raise RefusedError(f"this claim is {stands}: it cannot become {status}, only: {named}", detail="transition")


def _replace(claim: Row, given: ClaimDecision, inventory: Inventory) -> None:
    machine, named = inventory.machine, given.replacement_equipment or claim.data.get("replacement_equipment_id")
    if machine is None:
        raise RefusedError("the damaged machine was deleted: nothing can take its place", detail=str(claim.data["equipment_id"]))
    if named is None:
        raise InvalidError.of("replacement_equipment", None, "the device that takes the place of the damaged one")
    if named == machine.id:
        raise InvalidError.of("replacement_equipment", named, "another machine than the damaged one")
    device = inventory.find("equipment", named)
    lent = named == claim.data.get("loan_equipment_id")
    if device is None or not (lent or inventory.status(device) is EquipmentStatus.IN_STOCK):
        told = "" if device is None else f" (this one is {inventory.status(device)})"
        raise InvalidError.of("replacement_equipment", named, f"a machine in stock, or the one that is lent for the claim{told}")
    covered = claim.data.get("covered") if given.covered is None else given.covered
    if device.data["ownership"] == Ownership.RENTED and not provider_replaces(covered, ClaimStatus(claim.data["status"])):
        told = "the claim is not covered: the provider replaces nothing unless it takes the claim in hand (in_hand) first"
        raise RefusedError(told, detail="not_covered")
    inventory.replace(machine, device)


def _require_pc(pen: Pen, given: BackupSubscription) -> None:
    machine = _found(pen, "equipment", given.equipment)
    if machine is None:
        raise InvalidError.of("equipment", given.equipment, "a machine of this organisation")
    if given.subscribed and machine.data["kind"] not in _PCS:
        raise InvalidError.of("equipment", given.equipment, f"a PC ({', '.join(_PCS)}); this one is a {machine.data['kind']}")


def _found(pen: Pen, kind: str, row_id: str) -> Row | None:
    try:
        return pen.find(kind, row_id)
    except MissingError:
        return None
