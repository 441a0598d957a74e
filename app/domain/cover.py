"""What a rental covers when something happens to a device, what was promised then, and what the customer must give.

Source: Cleaq rental offer, "En cas de problème sur mon matériel", "Mon appareil a été volé", "rencontre une casse", "rencontre une panne".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.article_services import event_label
from app.domain.calendars import add_working_days
from app.domain.errors import InputError, RuleError
from app.domain.explain import Explained, Explanation
from app.domain.formatting import PARIS
from app.domain.offer_text import listed, sentence
from app.domain.records import ClaimType, HolidayZone, Ownership, TheftCircumstances, label
from app.domain.support_clock import SupportClock
from app.domain.text import Text, msg

if TYPE_CHECKING:
    from app.domain.offer_model import Offer
    from app.domain.offer_schema import CoverEvent, CoverRow


class ClaimNeed(StrEnum):
    """What the customer gives for a claim."""

    DECLARATION = "declaration"
    POLICE_COMPLAINT = "police_complaint"


class PromiseKind(StrEnum):
    """What the provider promises."""

    CALL = "call"
    REPLACEMENT = "replacement"


_NAMED_THEFTS: dict[TheftCircumstances, CoverEvent] = {
    TheftCircumstances.BURGLARY: "theft_burglary",
    TheftCircumstances.PICKPOCKETING: "theft_pickpocketing",
    TheftCircumstances.ASSAULT: "theft_assault",
}
_TYPES: dict[ClaimType, Text] = {
    ClaimType.BREAKDOWN: msg("Panne"),
    ClaimType.BREAKAGE: msg("Casse"),
    ClaimType.OXIDATION: msg("Oxydation"),
    ClaimType.THEFT: msg("Vol"),
    ClaimType.LOSS: msg("Perte"),
}
_THEFTS: dict[TheftCircumstances, Text] = {
    TheftCircumstances.BURGLARY: msg("Par effraction (porte, fenêtre, coffre ou véhicule forcé)"),
    TheftCircumstances.PICKPOCKETING: msg("À la tire (pris sur la personne, à son insu)"),
    TheftCircumstances.ASSAULT: msg("Par agression (violence ou menace)"),
    TheftCircumstances.UNLOCKED: msg("Dans un local ou un véhicule qui n’était pas fermé"),
    TheftCircumstances.UNATTENDED: msg("Appareil laissé sans surveillance"),
    TheftCircumstances.OTHER: msg("Autrement, ou on ne sait pas"),
}
#: How a refusal names a theft that offers do not name one by one, and what sets it apart from those they cover.
_OTHER_THEFTS: dict[TheftCircumstances, tuple[Text, Text]] = {
    TheftCircumstances.UNLOCKED: (
        msg("vol dans un local ou un véhicule qui n’était pas fermé"),
        msg("Le local ou le véhicule n’était pas fermé\u00a0: rien n’a été forcé, ce n’est donc pas un vol par effraction."),
    ),
    TheftCircumstances.UNATTENDED: (
        msg("vol d’un appareil laissé sans surveillance"),
        msg("L’appareil était sans surveillance\u00a0: il n’a été pris ni par effraction, ni sur la personne, ni par agression."),
    ),
    TheftCircumstances.OTHER: (
        msg("vol autrement, ou on ne sait pas comment"),
        msg("Rien n’indique une effraction, un vol à la tire ou une agression."),
    ),
}
_NEEDS: dict[ClaimNeed, Text] = {
    ClaimNeed.DECLARATION: msg("Déclaration du sinistre"),
    ClaimNeed.POLICE_COMPLAINT: msg("Copie du dépôt de plainte"),
}
_PROMISES: dict[PromiseKind, Text] = {
    PromiseKind.CALL: msg("Appel du support"),
    PromiseKind.REPLACEMENT: msg("Appareil de remplacement"),
}


@dataclass(frozen=True)
class RentedDevice:
    """The device of a claim and the contract it is rented under.

    Attributes:
        designation: what it is called.
        ownership: whose it is.
        offer: the frozen offer of its rental contract; None when no contract is known.
        rented_from: the first day of that contract.
        rented_to: its last day; None while it runs.
    """

    designation: str
    ownership: Ownership
    offer: Offer | None = None
    rented_from: date | None = None
    rented_to: date | None = None


@dataclass(frozen=True)
class Claim:
    """What happened.

    Attributes:
        type: what the claim is about.
        happened_on: the day.
        declared_at: when it was declared to the provider, aware; promises count from then.
        theft: how the device was stolen; given exactly for a theft.
    """

    type: ClaimType
    happened_on: date
    declared_at: datetime
    theft: TheftCircumstances | None = None


@dataclass(frozen=True)
class Promise:
    """Something the provider promised, and when it is due.

    Attributes:
        kind: what.
        due: the moment, aware; for a promise by the day, the end of that day.
        day: the day, for a promise by the day.
        why: the rule and the steps.
    """

    kind: PromiseKind
    due: datetime
    day: date | None
    why: Explanation


@dataclass(frozen=True)
class CoverDecision:
    """Whether a claim is covered.

    Attributes:
        covered: None when the offer does not speak of what happened.
        promises: what the provider promised, the earliest due first; empty when not covered.
        needs: what the customer must give, in order.
        excess: what the customer pays, in euros; None when the offer says nothing of it, or nothing is covered.
        why: the rule and the steps.
    """

    covered: bool | None
    promises: tuple[Promise, ...]
    needs: tuple[ClaimNeed, ...]
    excess: Decimal | None
    why: Explanation


def type_label(claim_type: ClaimType) -> Text:
    """The type of a claim on screen."""
    return _TYPES[claim_type]


def theft_label(theft: TheftCircumstances) -> Text:
    """The circumstances of a theft on screen."""
    return _THEFTS[theft]


def need_label(need: ClaimNeed) -> Text:
    """A document that a claim needs, on screen."""
    return _NEEDS[need]


def promise_label(kind: PromiseKind) -> Text:
    """A promise on screen."""
    return _PROMISES[kind]


def cover_event(claim_type: ClaimType, theft: TheftCircumstances | None = None) -> CoverEvent:
    """What happened, as offers name it.

    Raises:
        InputError: a theft without its circumstances, or circumstances of a theft for anything else.
    """
    if claim_type is ClaimType.THEFT:
        if theft is None:
            raise InputError("theft", "", msg("les circonstances du vol\u00a0: {known}", known=", ".join(TheftCircumstances)))
        return _NAMED_THEFTS.get(theft, "theft_other")
    if theft is not None:
        raise InputError("theft", theft.value, msg("rien\u00a0: ce n’est pas un vol"))
    events: dict[ClaimType, CoverEvent] = {
        ClaimType.BREAKDOWN: "breakdown",
        ClaimType.BREAKAGE: "breakage",
        ClaimType.OXIDATION: "oxidation",
        ClaimType.LOSS: "loss",
    }
    return events[claim_type]


def decide(device: RentedDevice, claim: Claim, zone: HolidayZone) -> CoverDecision:
    """Whether `claim` is covered, what is promised, and what the customer must give.

    Args:
        device: the device and its rental.
        claim: what happened to it.
        zone: the holidays of the device's site.

    Raises:
        InputError: see `cover_event`; a declaration without a time zone, or before the day it happened.
        RuleError: the device is not rented, no rental contract is known, or it was not rented on that day.
    """
    event = cover_event(claim.type, claim.theft)
    declared_on = _declared_on(claim)
    offer = _offer_of(device, claim.happened_on)
    rental = offer.rental
    row = None if rental is None else rental.cover_of(event)
    inputs: list[tuple[Text, object]] = [
        (msg("Appareil"), device.designation),
        (msg("Offre"), offer.name.text),
        (msg("Ce qui est arrivé"), sentence(event_label(event))),
    ]
    if claim.theft is not None:
        inputs.append((msg("Circonstances du vol"), theft_label(claim.theft)))
    inputs += [(msg("Survenu le"), claim.happened_on), (msg("Déclaré le"), claim.declared_at), (msg("Jours fériés"), label(zone))]
    rule = msg("L’offre dit ce qui est pris en charge selon ce qui est arrivé à l’appareil.")
    if row is None or not row.covered:
        covered = None if row is None else False
        return CoverDecision(covered, (), (), None, Explanation(rule, tuple(inputs), tuple(_refusal(offer, claim, covered))))
    promises = sorted(_promises(row, offer, claim.declared_at, declared_on, zone), key=lambda promise: promise.due.astimezone(UTC))
    excess = None if rental is None else rental.excess
    steps = tuple(_cover_steps(row, offer, event, excess))
    return CoverDecision(
        True, tuple(promises), tuple(ClaimNeed(need) for need in row.needs), excess, Explanation(rule, tuple(inputs), steps)
    )


def _declared_on(claim: Claim) -> date:
    if claim.declared_at.tzinfo is None:
        raise ValueError("a moment without a time zone")
    day = claim.declared_at.astimezone(PARIS).date()
    if day < claim.happened_on:
        raise InputError("happened_on", claim.happened_on.isoformat(), msg("au plus tard le jour de la déclaration, le {day}", day=day))
    return day


def _offer_of(device: RentedDevice, day: date) -> Offer:
    """The offer whose cover counts for what happened to `device` on `day`."""
    name = device.designation
    if device.ownership is not Ownership.RENTED:
        raise RuleError(
            msg(
                "«\u00a0{name}\u00a0»\u00a0: cet appareil n’est pas loué. Seul un appareil loué est couvert par un contrat de location.",
                name=name,
            )
        )
    offer = device.offer
    if offer is None or offer.rental is None:
        raise RuleError(msg("{name} n’est rattaché à aucun contrat de location. Indiquez son contrat dans sa fiche.", name=name))
    if device.rented_from is not None and day < device.rented_from:
        start = device.rented_from
        raise RuleError(
            msg("{name} n’était pas encore loué le {day}\u00a0: la location commence le {start}.", name=name, day=day, start=start)
        )
    if device.rented_to is not None and day > device.rented_to:
        end = device.rented_to
        raise RuleError(msg("{name} n’était plus loué le {day}\u00a0: la location a pris fin le {end}.", name=name, day=day, end=end))
    return offer


def _refusal(offer: Offer, claim: Claim, covered: bool | None) -> Iterator[Text]:
    event = cover_event(claim.type, claim.theft)
    what, reason = _OTHER_THEFTS.get(claim.theft, (event_label(event), None)) if claim.theft else (event_label(event), None)
    if covered is None:
        yield msg("L’offre {offer} ne dit rien de ce cas ({event}).", offer=offer.name.text, event=what)
        yield msg("On ne sait pas si c’est couvert\u00a0: le devis ou le prestataire le dit.")
        return
    yield msg("L’offre exclut ce cas ({event}).", event=what)
    thefts = [one for row in offer.rental.cover if row.covered for one in row.events if one.startswith("theft_")] if offer.rental else []
    if event.startswith("theft_") and thefts:
        yield msg("Les seuls vols couverts sont\u00a0: {thefts}.", thefts=listed(*(event_label(one) for one in thefts)))
    if reason is not None:
        yield reason
    yield msg("Ce n’est pas couvert.")


def _cover_steps(row: CoverRow, offer: Offer, event: CoverEvent, excess: Decimal | None) -> Iterator[Text]:
    yield msg("L’offre couvre ce cas ({event}).", event=event_label(event))
    if row.whole_rental:
        yield msg("La couverture dure toute la location.")
    if row.remote_help:
        yield msg("Le support peut prendre la main à distance, sans limite du nombre d’interventions.")
    if row.repaired_and_returned:
        yield msg("L’appareil est réparé et rendu ou, s’il ne peut l’être, remplacé définitivement.")
    if excess is not None:
        yield msg("Sans franchise.") if excess == 0 else msg("Une franchise de {excess} reste à payer.", excess=excess)
    if offer.rental is not None and offer.rental.shipping_charged is False:
        yield msg("Le transport n’est pas facturé.")
    if offer.billing.continues_during_repair:
        yield msg("Le loyer continue pendant la réparation ou le remplacement.")
    yield msg("C’est couvert.")


def _promises(row: CoverRow, offer: Offer, declared_at: datetime, declared_on: date, zone: HolidayZone) -> Iterator[Promise]:
    if row.call_minutes is not None:
        call = _call(offer, declared_at, row.call_minutes, zone)
        yield Promise(PromiseKind.CALL, call.value, None, call.why)
    if row.replacement_working_days is not None:
        closed = offer.support.bridge_days if offer.support is not None and offer.support.closed_on_bridge_days else ()
        day = add_working_days(declared_on, row.replacement_working_days, zone, closed)
        rule = msg("L’appareil de remplacement arrive {n} jour ouvré après la déclaration.", n=row.replacement_working_days)
        if row.replacement_working_days != 1:
            rule = msg("L’appareil de remplacement arrive {n} jours ouvrés après la déclaration.", n=row.replacement_working_days)
        why = Explanation(
            rule, ((msg("Déclaré le"), declared_on), (msg("Jours fériés"), label(zone))), (msg("Au plus tard le {day}.", day=day),)
        )
        yield Promise(PromiseKind.REPLACEMENT, datetime.combine(day, time(23, 59, 59), PARIS), day, why)
    if row.replacement_hours is not None:
        due = (declared_at.astimezone(UTC) + timedelta(hours=row.replacement_hours)).astimezone(PARIS)
        rule = msg("Un nouvel appareil arrive {n} heures après la déclaration, jours fermés compris.", n=row.replacement_hours)
        why = Explanation(rule, ((msg("Déclaré le"), declared_at),), (msg("Au plus tard le {due}.", due=due),))
        yield Promise(PromiseKind.REPLACEMENT, due, None, why)


def _call(offer: Offer, declared_at: datetime, minutes: int, zone: HolidayZone) -> Explained[datetime]:
    """When support calls at the latest: counted in its hours; as time passes where the offer gives no hours."""
    if offer.support is not None:
        return SupportClock(offer.support, zone).explain_due(declared_at, minutes)
    due = (declared_at.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(PARIS)
    rule = msg("Le support appelle {n}\u00a0min après la déclaration au plus tard\u202f; l’offre ne donne pas d’horaires.", n=minutes)
    return Explained(due, Explanation(rule, ((msg("Déclaré le"), declared_at),), (msg("Au plus tard le {due}.", due=due),)))
