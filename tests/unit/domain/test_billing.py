from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.domain.billing import (
    billing_period,
    billing_period_containing,
    billing_periods,
    last_billed_period,
    remaining_periods,
    remaining_rents,
)
from tests.unit.domain.contract_terms import COMMOWN, GESTICLEAN, terms

BY_MONTH = COMMOWN.model_copy(update={"billing_anchor": "calendar_month"})


@pytest.mark.parametrize(
    ("index", "start", "end"),
    [(0, "2026-01-31", "2026-02-27"), (1, "2026-02-28", "2026-03-30"), (2, "2026-03-31", "2026-04-29"), (12, "2027-01-31", "2027-02-27")],
)
def test_periods_from_the_contract_start_are_clipped_without_drift(index: int, start: str, end: str) -> None:
    period = billing_period(terms(GESTICLEAN, "2026-01-31"), index)
    assert (period.start, period.end) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("index", "start", "end"),
    [(0, "2025-03-10", "2025-03-31"), (1, "2025-04-01", "2025-04-30"), (11, "2026-02-01", "2026-02-28")],
)
def test_periods_by_calendar_month_begin_with_a_partial_one(index: int, start: str, end: str) -> None:
    period = billing_period(terms(BY_MONTH, "2025-03-10"), index)
    assert (period.start, period.end) == (date.fromisoformat(start), date.fromisoformat(end))


def test_the_period_of_a_day_before_the_start_is_the_first() -> None:
    assert billing_period_containing(terms(GESTICLEAN, "2026-01-31"), date(2020, 1, 1)).index == 0


def test_every_month_begun_is_due() -> None:
    contract = terms(COMMOWN, "2025-03-10")
    last = last_billed_period(contract, date(2026, 6, 16))
    assert (last.start, last.end) == (date(2026, 6, 10), date(2026, 7, 9))
    assert last_billed_period(terms(BY_MONTH, "2025-03-10"), date(2026, 6, 16)).end == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("as_of", "count"),
    [
        ("2025-03-09", 12),
        ("2025-03-10", 11),
        ("2025-04-09", 11),
        ("2025-04-10", 10),
        ("2026-02-09", 1),
        ("2026-02-10", 0),
        ("2027-01-01", 0),
    ],
)
def test_periods_left_until_the_end(as_of: str, count: int) -> None:
    contract = terms(COMMOWN, "2025-03-10")
    assert remaining_periods(contract, date.fromisoformat(as_of), date(2026, 3, 9)) == count
    assert remaining_rents(contract, date.fromisoformat(as_of), date(2026, 3, 9), Decimal("27.50")) == count * Decimal("27.50")


def test_the_periods_between_two_days() -> None:
    found = list(billing_periods(terms(GESTICLEAN, "2026-01-31"), date(2026, 2, 28), date(2026, 4, 1)))
    assert [period.start for period in found] == [date(2026, 2, 28), date(2026, 3, 31)]


def test_a_contract_of_a_century_is_answered_at_once() -> None:
    assert remaining_periods(terms(COMMOWN, "1970-01-01"), date(1970, 1, 1), date(2199, 12, 31)) == 230 * 12 - 1
