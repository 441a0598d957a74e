"""What the provider decides: claims, resignations, backup subscriptions."""

from __future__ import annotations

from typing import Any

from uuid_utils.compat import uuid7

from app.domain.formatting import PARIS
from app.domain.records import RUNNING_CLAIMS, ClaimStatus, ResignationStatus
from app.server.pen import Change, Pen
from app.server.problems import InvalidError
from app.server.rows import Row, with_value
from app.server.staff.schemas import BackupSubscription, ClaimDecision, RecordView, ResignationConfirmation
from app.server.staff.viewing import view


def decide(pen: Pen, claim_id: str, given: ClaimDecision) -> RecordView:
    """Say whether a claim is covered, why, and where it stands.

    Raises:
        InvalidError: nothing is decided, or `replaced` without the device that takes the place.
        RefusedError: the status does not follow from where the claim stands.
        ConflictError, MissingError: see `Pen`.
    """
    claim = pen.find("claim", claim_id)
    values: dict[str, Any] = {}
    if given.covered is not None:
        values["covered"] = given.covered
    if given.note is not None:
        values["cover_note"] = given.note
    if given.outcome_note is not None:
        values["outcome_note"] = given.outcome_note
    if given.replacement_equipment is not None:
        values["replacement_equipment_id"] = given.replacement_equipment
    if given.status is not None:
        values |= _status(pen, claim, given.status)
        if given.status is ClaimStatus.REPLACED and not (given.replacement_equipment or claim.data.get("replacement_equipment_id")):
            raise InvalidError("a claim is replaced by naming the device that takes the place of the damaged one")
    if not values:
        raise InvalidError("nothing is decided")
    pen.write([Change("claim", claim_id, values, claim.seq if given.seen is None else min(given.seen, claim.seq))])
    return view(pen.find("claim", claim_id))


def confirm(pen: Pen, resignation_id: str, given: ResignationConfirmation) -> RecordView:
    """Confirm that a contract ends.

    Raises:
        RefusedError: the letter was not sent yet, or the resignation is confirmed already.
        ConflictError, MissingError: see `Pen`.
    """
    resignation = pen.find("resignation", resignation_id)
    day = given.confirmed_on or pen.now.astimezone(PARIS).date()
    values: dict[str, Any] = {"status": ResignationStatus.CONFIRMED, "confirmed_on": day.isoformat()}
    if given.received_on is not None:
        values["received_on"] = given.received_on.isoformat()
    if given.received_on is not None and given.received_on > day:
        raise InvalidError("a letter is confirmed after it came")
    base = resignation.seq if given.seen is None else min(given.seen, resignation.seq)
    pen.write([Change("resignation", resignation_id, values, base)])
    return view(pen.find("resignation", resignation_id))


def subscribe(pen: Pen, given: BackupSubscription) -> RecordView:
    """Set whether a machine's licence has the backup option.

    Raises:
        InvalidError: no such machine or contract.
        MissingError: see `Pen`.
    """
    known = next(with_value(pen.connection, pen.organisation, "backup_option", "equipment_id", [given.equipment]), None)
    before = bool(known is not None and known.data["subscribed"])
    values: dict[str, Any] = {"subscribed": given.subscribed}
    if given.since is not None or before != given.subscribed:
        values["since"] = (given.since or pen.now.astimezone(PARIS).date()).isoformat()
    if given.licence:
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


def _status(pen: Pen, claim: Row, status: ClaimStatus) -> dict[str, Any]:
    if status == claim.data["status"]:
        return {}
    closed = None if status in RUNNING_CLAIMS else pen.moment
    values = {"status": status, "closed_at": closed}
    return values | ({"replaced_at": pen.moment} if status is ClaimStatus.REPLACED else {})
