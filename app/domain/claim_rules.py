"""Where a claim may go from where it stands, what the provider replaces, and what its end makes of the machines.

The shop's computers and the provider's server both settle claims: the inventory has to come out the same.
"""

from __future__ import annotations

from collections.abc import Collection

from app.domain.records import CLAIM_TRANSITIONS, ClaimStatus, ClaimType, EquipmentStatus

#: Claims about a device that is not there any more.
GONE = (ClaimType.THEFT, ClaimType.LOSS)
_SETTLED_BY_CLAIM = (EquipmentStatus.BROKEN_DOWN, EquipmentStatus.IN_REPAIR, EquipmentStatus.LOST_OR_STOLEN)
#: What a machine becomes with a claim.
_BY_CLAIM = (EquipmentStatus.BROKEN_DOWN, EquipmentStatus.LOST_OR_STOLEN)
_AS_BEFORE = (EquipmentStatus.IN_STOCK, EquipmentStatus.IN_USE, EquipmentStatus.ON_LOAN)


def moves(status: ClaimStatus, claim_type: ClaimType, machine: EquipmentStatus | None) -> tuple[ClaimStatus, ...]:
    """The statuses a claim may go to: a device that was stolen or lost, by this claim or another one, is never repaired.

    Args:
        status: the claim's.
        claim_type: what it is about.
        machine: the damaged machine's status; none where the machine is not known any more.
    """
    gone = claim_type in GONE or machine is EquipmentStatus.LOST_OR_STOLEN
    allowed = CLAIM_TRANSITIONS[status]
    return tuple(each for each in ClaimStatus if each in allowed and not (each is ClaimStatus.REPAIRED and gone))


def provider_replaces(covered: bool | None, status: ClaimStatus) -> bool:
    """Whether the provider owes a replacement, or took the claim in hand although it does not cover it."""
    return covered is not False or status is ClaimStatus.IN_HAND


def was_before(old: object, new: object) -> EquipmentStatus | None:
    """What a machine was that breaks down or is lost as its status goes from `old` to `new`; none with any other change."""
    return EquipmentStatus(str(old)) if new in _BY_CLAIM and old in _AS_BEFORE else None


def after_settlement(
    machine: EquipmentStatus, outcome: ClaimStatus, others: Collection[ClaimType], before: EquipmentStatus | None
) -> EquipmentStatus:
    """What the damaged machine is once its claim ended without a replacement: what it was, or still broken.

    Args:
        machine: its status.
        outcome: how the claim ended.
        others: the types of the other claims that run on it; as long as there are any, it stays what they say.
        before: what it was before it broke down or was lost; none where nobody knows.
    """
    if machine not in _SETTLED_BY_CLAIM:
        return machine
    if outcome is ClaimStatus.REFUSED:
        # The provider does not repair it: it comes back as it left.
        return EquipmentStatus.BROKEN_DOWN if machine is EquipmentStatus.IN_REPAIR else machine
    if others:
        found = machine is EquipmentStatus.LOST_OR_STOLEN and not any(each in GONE for each in others)
        return EquipmentStatus.BROKEN_DOWN if found else machine
    return before if before in _AS_BEFORE else EquipmentStatus.IN_USE


def after_replacement(machine: EquipmentStatus, *, rented: bool) -> EquipmentStatus:
    """What the damaged machine is once another one, `rented` from the provider or the office's own, has its place.

    Where the provider's comes, the damaged one goes back to it.
    """
    return EquipmentStatus.RETURNED if rented and machine is not EquipmentStatus.LOST_OR_STOLEN else machine


def after_loan(device: EquipmentStatus) -> EquipmentStatus:
    """What a lent device is once it is back: one that broke or was lost while it was lent stays what it became."""
    return EquipmentStatus.IN_STOCK if device is EquipmentStatus.ON_LOAN else device


def when_taken(machine: EquipmentStatus) -> EquipmentStatus:
    """What a machine is once nobody has it any more."""
    return EquipmentStatus.IN_STOCK if machine is EquipmentStatus.IN_USE else machine
