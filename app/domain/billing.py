"""Billing periods: monthly, from the contract's own day or from the first of the month, and the rents still due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.calendars import add_days, add_months, months_between
from app.domain.term_dates import ContractTerms

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Period:
    """One billing period, both days included. `index` is 0 for the first one."""

    index: int
    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


def billing_period(terms: ContractTerms, index: int) -> Period:
    """The billing period number `index`, from 0.

    By calendar month, the first period goes from the contract's start to the end of that month.
    """
    if terms.rules.billing_anchor == "contract_start":
        return Period(index, add_months(terms.start, index), add_days(add_months(terms.start, index + 1), -1))
    first_of_month = terms.start.replace(day=1)
    start = terms.start if index == 0 else add_months(first_of_month, index)
    return Period(index, start, add_days(add_months(first_of_month, index + 1), -1))


def billing_period_containing(terms: ContractTerms, day: date) -> Period:
    """The billing period that holds `day`; the first one for a day before the start."""
    return billing_period(terms, max(0, _started(terms, day)))


def billing_periods(terms: ContractTerms, first: date, last: date) -> Iterator[Period]:
    """The billing periods from the one that holds `first` to the one that holds `last`, in order."""
    start, end = (billing_period_containing(terms, day).index for day in (first, last))
    return (billing_period(terms, index) for index in range(start, end + 1))


def last_billed_period(terms: ContractTerms, end: date) -> Period:
    """The period that holds the contract's `end`: every month begun is due in full."""
    return billing_period_containing(terms, end)


def remaining_periods(terms: ContractTerms, as_of: date, end: date) -> int:
    """How many periods start after `as_of`, up to and including the last one billed when the contract ends on `end`."""
    return max(0, last_billed_period(terms, end).index - _started(terms, as_of))


def remaining_rents(terms: ContractTerms, as_of: date, end: date, monthly: Decimal) -> Decimal:
    """What is still to be billed after `as_of`, in euros: remaining periods × `monthly`."""
    return (remaining_periods(terms, as_of, end) * monthly).quantize(CENT)


def _started(terms: ContractTerms, day: date) -> int:
    """Index of the last period that starts on or before `day`; -1 before the contract."""
    if day < terms.start:
        return -1
    if terms.rules.billing_anchor == "contract_start":
        return months_between(terms.start, day)
    return (day.year - terms.start.year) * 12 + day.month - terms.start.month
