"""The four choices at the end of a rental, side by side.

Source: Cleaq rental offer, "En fin de location, que devient mon matériel ?".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from app.domain.calendars import add_days, add_months
from app.domain.errors import InputError
from app.domain.explain import Explanation
from app.domain.text import Text, msg

CENT = Decimal("0.01")
KEEP_SHARE = Decimal("0.50")
RENEWAL_MONTHS = 36


class EndChoice(StrEnum):
    """What can be done with rented devices when the commitment is over."""

    RENEW = "renew"
    BUY = "buy"
    KEEP = "keep"
    STOP = "stop"


@dataclass(frozen=True)
class EndOption:
    """One choice and what it costs. Amounts in euros, excluding tax.

    Attributes:
        choice: which one.
        label: its name on screen.
        monthly: rent per month afterwards.
        one_off: amount paid once; None when it comes from a quote not yet given.
        total_12: cost of the 12 months after the rental's end; None when a part is not known.
        total_24: cost of the 24 months after the rental's end; None when a part is not known.
        starts_on: day the choice takes effect.
        ends_on: last day of a new commitment; None without commitment.
        to_do: what the office has to do.
        why: the rule and how the amounts were computed.
    """

    choice: EndChoice
    label: Text
    monthly: Decimal
    one_off: Decimal | None
    total_12: Decimal | None
    total_24: Decimal | None
    starts_on: date
    ends_on: date | None
    to_do: Text
    why: Explanation


def end_of_rental(
    commitment_end: date,
    monthly: Decimal,
    *,
    renewal_monthly: Decimal | None = None,
    renewal_months: int = RENEWAL_MONTHS,
    purchase_price: Decimal | None = None,
    keep_share: Decimal = KEEP_SHARE,
) -> tuple[EndOption, ...]:
    """The four choices, in the offer's order: renew with newer devices, buy, keep the same, stop and return.

    Args:
        commitment_end: last day of the rental.
        monthly: rent of today, in euros excluding tax.
        renewal_monthly: rent of the newer devices, from a quote; None supposes the rent of today.
        renewal_months: commitment of the newer devices, in months.
        purchase_price: price of the devices, from a quote; None when it is not known.
        keep_share: what remains of the rent when the same devices are kept (half of it).

    Raises:
        InputError: an amount is negative.
    """
    for field, amount in (("monthly", monthly), ("renewal_monthly", renewal_monthly), ("purchase_price", purchase_price)):
        if amount is not None and amount < 0:
            raise InputError(field, amount, msg("un montant positif ou nul"))
    start = add_days(commitment_end, 1)
    return (
        _renew(start, monthly, renewal_monthly, renewal_months),
        _buy(start, purchase_price),
        _keep(start, monthly, keep_share),
        _stop(start),
    )


def _renew(start: date, monthly: Decimal, quoted: Decimal | None, months: int) -> EndOption:
    rent = monthly if quoted is None else quoted
    basis = msg("Sans devis, le loyer actuel est supposé.") if quoted is None else msg("Le loyer vient du devis.")
    rule = msg("À la fin de la location, l’abonnement peut être renouvelé avec des appareils plus récents.")
    return EndOption(
        choice=EndChoice.RENEW,
        label=msg("Renouveler avec des appareils plus récents"),
        monthly=rent,
        one_off=Decimal("0.00"),
        total_12=12 * rent,
        total_24=24 * rent,
        starts_on=start,
        ends_on=add_days(add_months(start, months), -1),
        to_do=msg("Choisir les nouveaux appareils, signer le devis, puis rendre les anciens."),
        why=Explanation(rule, ((msg("Loyer mensuel HT"), rent),), (basis, *_totals(rent))),
    )


def _buy(start: date, price: Decimal | None) -> EndOption:
    rule = msg("À la fin de la location, les appareils peuvent être rachetés.")
    step = (
        msg("Le prix vient du devis du prestataire, qui reste à demander.")
        if price is None
        else msg("{price} HT, payé une fois.", price=price)
    )
    return EndOption(
        choice=EndChoice.BUY,
        label=msg("Racheter les appareils"),
        monthly=Decimal("0.00"),
        one_off=price,
        total_12=price,
        total_24=price,
        starts_on=start,
        ends_on=None,
        to_do=msg("Demander le prix de rachat au prestataire, puis le régler avant la fin de la location."),
        why=Explanation(rule, (), (step,)),
    )


def _keep(start: date, monthly: Decimal, share: Decimal) -> EndOption:
    rent = (monthly * share).quantize(CENT, ROUND_HALF_UP)
    rule = msg(
        "À la fin de la location, les mêmes appareils peuvent être gardés sans engagement, à loyer réduit (− {off}).",
        off=_percent(1 - share),
    )
    off = _percent(1 - share)
    step = msg("{monthly} − {off} = {rent} HT par mois", monthly=monthly, off=off, rent=rent)
    return EndOption(
        choice=EndChoice.KEEP,
        label=msg("Garder les mêmes appareils, sans engagement, à moins {off}", off=off),
        monthly=rent,
        one_off=Decimal("0.00"),
        total_12=12 * rent,
        total_24=24 * rent,
        starts_on=start,
        ends_on=None,
        to_do=msg("Prévenir le prestataire que les appareils restent loués, sans engagement."),
        why=Explanation(rule, ((msg("Loyer mensuel HT"), monthly),), (step, *_totals(rent))),
    )


def _stop(start: date) -> EndOption:
    rule = msg("À la fin de la location, le contrat peut s’arrêter\u202f; les appareils sont rendus, l’envoi est gratuit.")
    zero = Decimal("0.00")
    return EndOption(
        choice=EndChoice.STOP,
        label=msg("Arrêter et rendre les appareils"),
        monthly=zero,
        one_off=zero,
        total_12=zero,
        total_24=zero,
        starts_on=start,
        ends_on=None,
        to_do=msg("Sauvegarder et effacer les données, puis renvoyer les appareils\u202f; le transport est pris en charge."),
        why=Explanation(rule, (), (msg("Plus aucun loyer à partir du {day}.", day=start),)),
    )


def _totals(rent: Decimal) -> tuple[Text, Text]:
    return (
        msg("Sur 12 mois\u00a0: 12 × {rent} = {total} HT", rent=rent, total=12 * rent),
        msg("Sur 24 mois\u00a0: 24 × {rent} = {total} HT", rent=rent, total=24 * rent),
    )


def _percent(share: Decimal) -> Text:
    return msg("{n}\u202f%", n=f"{(share * 100).normalize():f}")
