"""What stands against signing a contract, and what one should know before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.domain.eligibility import Condition, rental_eligibility
from app.domain.errors import RuleError
from app.domain.offers import Offer
from app.domain.pricing import Quote
from app.domain.records import RUNNING
from app.domain.text import Text, msg
from app.services.office import ORGANISATION_FIELDS
from app.store import contract_queries, office_queries
from app.store.tables import Contract
from app.store.unit_of_work import Session


def needs_rental(offer: Offer) -> bool:
    """Whether a contract on `offer` cannot stand without a rental from the same provider."""
    return offer.managed is not None and offer.managed.tied_to == "rental"


def obstacles_to(session: Session, offer: Offer, linked: Contract | None) -> list[Text]:
    """Why a contract on `offer` cannot be signed now; empty when it can."""
    found: list[Text] = []
    if needs_rental(offer) and (linked is None or linked.status not in RUNNING):
        found.append(
            msg(
                "«\u00a0{offer}\u00a0» ne peut pas être signé sans un contrat de location en cours chez {provider}.",
                offer=offer.name.text,
                provider=offer.provider.name,
            )
        )
    found += [_named(offer, condition) for condition in _conditions(session, offer) if condition.met is False and condition.value]
    return found


def refuse(obstacles: Sequence[Text]) -> None:
    """Do nothing where there is no obstacle.

    Raises:
        RuleError: there is one; each is named.
    """
    if not obstacles:
        return
    reasons = obstacles[0]
    for one in obstacles[1:]:
        reasons = msg("{reasons} {one}", reasons=reasons, one=one)
    raise RuleError(reasons)


def remarks(session: Session, offer: Offer, priced: Quote) -> tuple[Text, ...]:
    """What stands in nobody's way but should be known: nothing rented yet, a condition nobody can check."""
    found = [_named(offer, condition) for condition in _conditions(session, offer) if condition.met is None]
    if offer.follows_fleet and priced.quantity == 0:
        found.append(
            msg("Aucun ordinateur n’est loué chez {provider}\u00a0: le contrat ne coûte rien pour l’instant.", provider=offer.provider.name)
        )
    return tuple(found)


def remarks_at_end(session: Session, row: Contract, ended_on: date) -> tuple[Text, ...]:
    """What should be known of a contract that has just ended: contracts that cannot go on without it, a letter that said otherwise."""
    found = [
        msg("Le contrat {number} est lié à celui-ci et ne peut pas continuer sans lui\u00a0: résiliez-le aussi.", number=other.number)
        for other in contract_queries.depending_on(session, row.id, RUNNING)
        if contract_queries.current_resignation(session, other.id) is None
    ]
    letter = contract_queries.current_resignation(session, row.id)
    if letter is not None and letter.effective_date > ended_on:
        found.append(msg("Sa résiliation ne prenait effet que le {day}\u00a0: vérifiez la date.", day=letter.effective_date))
    return tuple(found)


def _named(offer: Offer, condition: Condition) -> Text:
    """How a condition stands, with the offer that sets it and the field that it reads."""
    return msg(
        "Condition de «\u00a0{offer}\u00a0», champ «\u00a0{field}\u00a0» de la fiche de l’entreprise\u00a0: {why}",
        offer=offer.name.text,
        field=ORGANISATION_FIELDS[condition.id].label,
        why=condition.why,
    )


def _conditions(session: Session, offer: Offer) -> list[Condition]:
    if offer.rental is None or not offer.rental.eligibility:
        return []
    office = office_queries.organisation(session)
    checked = rental_eligibility(
        office.siren if office else None, office.micro_enterprise if office else None, office.iban if office else None
    )
    wanted = set(offer.rental.eligibility)
    return [condition for condition in checked.conditions if condition.id in wanted]
