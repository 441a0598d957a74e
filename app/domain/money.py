"""Amounts in euros: decimal, to the cent, never floating point."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from app.domain.errors import InputError
from app.domain.text import Text, msg

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
MAX_AMOUNT = Decimal("9999999.99")
#: Devices or licences of one contract.
MAX_QUANTITY = 100_000

_SPACES = " \u00a0\u202f\u2009"
_AMOUNT = re.compile(rf"(?:[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+|[0-9]{{1,12}})(?:[.,][0-9]{{1,2}})?")


def parse_amount(field: str, text: str) -> Decimal:
    """The amount written in `text`, in euros, with two decimals.

    Takes `33`, `33.00`, `33,00`, `1 234,50` (any usual space between thousands) and a trailing euro sign.

    Args:
        field: technical name of the field, for the error.
        text: what was typed.

    Raises:
        InputError: not an amount between 0 and `MAX_AMOUNT` with at most two decimals.
    """
    digits = text.strip().removesuffix("€").strip()
    if not _AMOUNT.fullmatch(digits):
        raise InputError(field, text, amount_allowed())
    for space in _SPACES:
        digits = digits.replace(space, "")
    return check_amount(field, Decimal(digits.replace(",", ".")))


def check_amount(field: str, value: object) -> Decimal:
    """`value` with two decimals, when it is an amount in euros.

    Raises:
        InputError: not a finite decimal between 0 and `MAX_AMOUNT`, or more than two decimals.
    """
    if not isinstance(value, Decimal) or not value.is_finite() or (value.is_signed() and value != 0) or value > MAX_AMOUNT:
        raise InputError(field, value, amount_allowed())
    rounded = abs(value).quantize(CENT)
    if rounded != value:
        raise InputError(field, value, amount_allowed())
    return rounded


def amount_allowed() -> Text:
    """What an amount may be."""
    return msg("un montant de {least} à {most}, avec au plus deux décimales", least=ZERO, most=MAX_AMOUNT)


def to_cents(value: Decimal) -> Decimal:
    """`value` rounded to the cent, halves away from zero (commercial rounding)."""
    return value.quantize(CENT, rounding=ROUND_HALF_UP)


def vat(total: Decimal, rate: Decimal) -> Decimal:
    """The VAT on a total excluding tax, computed once on the total and rounded half-up to the cent.

    Args:
        total: total excluding tax, in euros.
        rate: between 0 and 1, for example `Decimal("0.20")`.
    """
    return to_cents(total * rate)
