from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.end_of_rental import EndChoice, end_of_rental
from app.domain.errors import InputError

END = date(2029, 1, 14)


def test_the_four_choices_side_by_side() -> None:
    renew, buy, keep, stop = end_of_rental(END, Decimal("119.90"), renewal_monthly=Decimal("135.00"), purchase_price=Decimal("450.00"))
    assert [each.choice for each in (renew, buy, keep, stop)] == list(EndChoice)
    assert {each.starts_on for each in (renew, buy, keep, stop)} == {date(2029, 1, 15)}
    assert (renew.monthly, renew.total_12, renew.total_24, renew.ends_on) == (
        Decimal("135.00"),
        Decimal("1620.00"),
        Decimal("3240.00"),
        date(2032, 1, 14),
    )
    assert (buy.monthly, buy.one_off, buy.total_12, buy.total_24) == (Decimal(0), Decimal("450.00"), Decimal("450.00"), Decimal("450.00"))
    assert (keep.monthly, keep.total_12, keep.total_24, keep.ends_on) == (Decimal("59.95"), Decimal("719.40"), Decimal("1438.80"), None)
    assert (stop.monthly, stop.total_12, stop.total_24) == (Decimal(0), Decimal(0), Decimal(0))


def test_without_a_quote_the_rent_is_supposed_and_the_price_stays_unknown() -> None:
    renew, buy, *_ = end_of_rental(END, Decimal("100.00"))
    assert renew.monthly == Decimal("100.00")
    assert "supposé" in str(renew.why.steps[0])
    assert (buy.one_off, buy.total_12, buy.total_24) == (None, None, None)
    assert "devis" in str(buy.why.steps[0])


def test_half_a_cent_is_rounded_up() -> None:
    keep = end_of_rental(END, Decimal("33.33"))[2]
    assert keep.monthly == Decimal("16.67")
    assert str(keep.label) == "Garder les mêmes appareils, sans engagement, à moins 50\u202f%"
    assert str(keep.why.steps[0]) == "33,33\u00a0€ − 50\u202f% = 16,67\u00a0€ HT par mois"


@pytest.mark.parametrize("field", ["monthly", "renewal_monthly", "purchase_price"])
def test_a_negative_amount_is_refused(field: str) -> None:
    amounts = {"monthly": Decimal(10), field: Decimal(-1)}
    with pytest.raises(InputError, match=field):
        end_of_rental(END, **amounts)  # type: ignore[arg-type] # renewal_months is not among them


@given(st.decimals(0, 10_000, places=2))
def test_every_choice_tells_what_to_do_and_why(monthly: Decimal) -> None:
    for option in end_of_rental(END, monthly):
        assert str(option.label) and str(option.to_do) and str(option.why.rule) and option.why.steps
        assert option.total_24 == (None if option.total_12 is None else 2 * option.total_12 - (option.one_off or 0))
