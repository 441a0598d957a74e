"""Where a claim may go from where it stands, and what the provider replaces."""

from __future__ import annotations

from app.domain import claim_rules
from app.domain.claim_rules import GONE
from app.domain.cover import theft_label, type_label
from app.domain.errors import RuleError
from app.domain.records import CLAIM_TRANSITIONS, RUNNING_CLAIMS, ClaimStatus, label
from app.domain.text import msg
from app.store import claim_queries
from app.store.tables import Claim, Equipment
from app.store.unit_of_work import Session


def moves_of(claim: Claim, machine: Equipment) -> tuple[ClaimStatus, ...]:
    """The statuses a claim may go to: a device that was stolen or lost, by this claim or another one, is never repaired."""
    return claim_rules.moves(claim.status, claim.type, machine.status)


def provider_replaces(claim: Claim) -> bool:
    """Whether the provider owes a replacement, or took the claim in hand although it does not cover it."""
    return claim_rules.provider_replaces(claim.covered, claim.status)


def require_running(claim: Claim) -> None:
    """Refuse what only a claim that runs allows.

    Raises:
        RuleError: it is settled.
    """
    if claim.status not in RUNNING_CLAIMS:
        raise RuleError(
            msg("Le sinistre {number} est «\u00a0{status}\u00a0»\u00a0: il est réglé.", number=claim.number, status=label(claim.status))
        )


def require_provider_replaces(claim: Claim, machine: Equipment) -> None:
    """Refuse a device of the provider's where the provider replaces nothing.

    Raises:
        RuleError: the claim is not covered and was not taken in hand.
    """
    if provider_replaces(claim):
        return
    raise RuleError(
        msg(
            "Le sinistre {number} ({what}) n’est pas couvert\u00a0: le prestataire ne remplace pas {name}. Un appareil acheté peut prendre "
            "sa place\u202f; si le prestataire accepte quand même, notez d’abord la prise en charge.",
            number=claim.number,
            what=type_label(claim.type),
            name=machine.designation,
        )
    )


def require_move(session: Session, claim: Claim, machine: Equipment, status: ClaimStatus) -> None:
    """Refuse a status that does not follow from where a claim and its machine stand.

    Raises:
        RuleError: the message names both statuses, and why a device that disappeared is not repaired.
    """
    if status in moves_of(claim, machine):
        return
    if status not in CLAIM_TRANSITIONS[claim.status]:
        raise RuleError(
            msg(
                "Le sinistre {number} est «\u00a0{old}\u00a0»\u00a0: il ne peut pas devenir «\u00a0{new}\u00a0».",
                number=claim.number,
                old=label(claim.status),
                new=label(status),
            )
        )
    if claim.type in GONE:
        raise RuleError(
            msg(
                "Le sinistre {number} ({what}) est «\u00a0{old}\u00a0»\u00a0: un appareil disparu ne peut pas devenir «\u00a0{new}\u00a0».",
                number=claim.number,
                what=type_label(claim.type) if claim.theft is None else theft_label(claim.theft),
                old=label(claim.status),
                new=label(status),
            )
        )
    other = next((each for each in claim_queries.running_on(session, machine.id) if each.type in GONE), None)
    why = msg("sinistre {number}, {type}", number=other.number, type=type_label(other.type)) if other else msg("d’après sa fiche")
    raise RuleError(
        msg(
            "{name} est «\u00a0{status}\u00a0» ({why})\u00a0: un appareil disparu ne peut pas devenir «\u00a0{new}\u00a0». Sinistre {number}.",
            name=machine.designation,
            status=label(machine.status),
            why=why,
            new=label(status),
            number=claim.number,
        )
    )
