"""Amounts: what may be typed, and rounding to the cent."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import formatting
from app.domain.errors import InputError
from app.domain.money import MAX_AMOUNT, check_amount, parse_amount, to_cents, vat

amounts = st.decimals(min_value=0, max_value=MAX_AMOUNT, places=2)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("33", "33.00"),
        ("33.00", "33.00"),
        ("33,00", "33.00"),
        ("33,5", "33.50"),
        (" 33,00 € ", "33.00"),
        ("1 234,50", "1234.50"),
        ("1\u202f234,50\u00a0€", "1234.50"),
        ("1\u00a0234\u00a0567.89", "1234567.89"),
        ("0", "0.00"),
        ("9999999.99", "9999999.99"),
    ],
)
def test_an_amount_is_read_as_an_office_writes_it(typed: str, amount: str) -> None:
    assert str(parse_amount("unit_price", typed)) == amount


@pytest.mark.parametrize(
    "typed",
    ["", " ", "NaN", "inf", "1e5", "-1", "-0.01", "+3", "3.", ".5", "1,234.50", "12.345", "1 23", "٣٣", "10000000", "9" * 400, "33 $", "€"],
)
def test_anything_else_is_refused_with_its_field(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_amount("unit_price", typed)
    assert refused.value.field == "unit_price"
    assert refused.value.exit_status == 2


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("-1"), Decimal("0.001"), Decimal("1e9"), 3, 3.5, "3", None])
def test_a_value_that_is_no_amount_is_refused(value: object) -> None:
    with pytest.raises(InputError):
        check_amount("price", value)


@given(amounts, st.sampled_from(["fr", "en"]))
def test_what_is_shown_can_be_typed_back(amount: Decimal, language: str) -> None:
    shown = formatting.money(amount, language) if language == "fr" else str(amount)
    assert parse_amount("price", shown) == amount


@pytest.mark.parametrize(
    ("total", "rate", "tax"),
    [("137.50", "0.20", "27.50"), ("0.02", "0.20", "0.00"), ("0.03", "0.20", "0.01"), ("0.10", "0.055", "0.01"), ("0.25", "0.10", "0.03")],
)
def test_vat_is_rounded_half_up(total: str, rate: str, tax: str) -> None:
    assert str(vat(Decimal(total), Decimal(rate))) == tax


@given(amounts, st.decimals(min_value=0, max_value=1, places=4))
def test_vat_is_within_half_a_cent(total: Decimal, rate: Decimal) -> None:
    assert abs(vat(total, rate) - total * rate) <= Decimal("0.005")
    assert vat(total, rate) == (total * rate).quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_half_a_cent_goes_up() -> None:
    assert to_cents(Decimal("0.125")) == Decimal("0.13")
