"""What holds for any contract: no drift, no gap, no overlap, monotone deadlines, rents that only fall."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.calendars import add_months, is_working_day, working_days_before
from app.domain.records import HolidayZone, Renewal
from app.domain.term_dates import tacit_term
from app.domain.terms import (
    ContractTerms,
    Notice,
    alert_level,
    billing_period,
    billing_period_containing,
    billing_periods,
    commitment_end,
    earliest_end,
    last_billed_period,
    next_notice_deadline,
    notice_deadline,
    recommended_sending,
    remaining_periods,
    remaining_rents,
    summarise,
    term_at,
    timeline,
)
from tests.unit.domain.contract_terms import DAYS, any_terms

ONE_DAY = timedelta(days=1)
TACIT = any_terms((Renewal.TACIT,))
ZONES = st.sampled_from(HolidayZone)


@given(TACIT, st.integers(0, 100))
def test_terms_never_drift_from_the_original_start(terms: ContractTerms, index: int) -> None:
    length = terms.rules.renewal_months or 0
    months = terms.commitment_months + (index - 1) * length if index else 0
    assert tacit_term(terms, index).start == add_months(terms.start, months)


@given(TACIT, st.integers(0, 100))
def test_terms_follow_one_another_without_gap_or_overlap(terms: ContractTerms, index: int) -> None:
    end = tacit_term(terms, index).end
    assert end is not None
    assert end + ONE_DAY == tacit_term(terms, index + 1).start


@given(any_terms(), DAYS)
def test_a_day_after_the_start_lies_in_its_term_or_after_the_end(terms: ContractTerms, day: date) -> None:
    term = term_at(terms, day)
    if day < terms.start:
        assert term.index == 0
    elif terms.rules.renewal is not Renewal.NONE or day <= commitment_end(terms):
        assert day in term


@given(any_terms(), DAYS, st.integers(0, 500))
def test_a_later_notice_never_ends_the_contract_earlier(terms: ContractTerms, day: date, later: int) -> None:
    assert earliest_end(terms, Notice(day)) <= earliest_end(terms, Notice(day + timedelta(days=later)))


@given(any_terms(), DAYS)
def test_a_contract_never_ends_before_its_commitment_nor_its_notice(terms: ContractTerms, day: date) -> None:
    end = earliest_end(terms, Notice(day))
    assert end >= commitment_end(terms)
    if terms.rules.renewal is not Renewal.NONE:
        assert end >= day + timedelta(days=terms.rules.notice_days)


@given(any_terms(), DAYS)
def test_a_deadline_lies_in_its_term_and_is_the_last_day_that_works(terms: ContractTerms, day: date) -> None:
    deadline, term = notice_deadline(terms, day), term_at(terms, day)
    if deadline is None or term.end is None:
        assert terms.rules.renewal is not Renewal.TACIT
        return
    assert terms.start <= deadline <= term.end
    assert earliest_end(terms, Notice(deadline)) == term.end
    assert earliest_end(terms, Notice(deadline + ONE_DAY)) > term.end


@given(any_terms(), DAYS)
def test_the_next_deadline_is_to_come(terms: ContractTerms, day: date) -> None:
    deadline = next_notice_deadline(terms, day)
    if deadline is not None:
        assert deadline >= day
        assert notice_deadline(terms, deadline) == deadline
    else:
        assert terms.rules.renewal is not Renewal.TACIT


@given(any_terms(), st.integers(0, 1200))
def test_billing_periods_follow_one_another_without_gap_or_overlap(terms: ContractTerms, index: int) -> None:
    period, following = billing_period(terms, index), billing_period(terms, index + 1)
    assert period.start <= period.end
    assert period.end + ONE_DAY == following.start


@given(any_terms(), DAYS)
def test_a_day_lies_in_its_billing_period(terms: ContractTerms, day: date) -> None:
    period = billing_period_containing(terms, day)
    assert day in period if day >= terms.start else period.index == 0


@given(any_terms(), DAYS, DAYS)
def test_remaining_periods_are_those_that_start_later(terms: ContractTerms, as_of: date, received: date) -> None:
    end = earliest_end(terms, Notice(received))
    counted = sum(1 for period in billing_periods(terms, terms.start, end) if period.start > as_of)
    assert remaining_periods(terms, as_of, end) == counted


@given(any_terms(), DAYS, DAYS, st.integers(0, 400))
def test_remaining_rents_only_fall_as_time_goes_by(terms: ContractTerms, received: date, as_of: date, later: int) -> None:
    end, monthly = earliest_end(terms, Notice(received)), Decimal("137.50")
    now, then = (remaining_rents(terms, day, end, monthly) for day in (as_of, as_of + timedelta(days=later)))
    assert now >= then >= 0
    assert remaining_rents(terms, last_billed_period(terms, end).start, end, monthly) == 0


@given(DAYS, ZONES)
def test_recommended_days_are_worked_and_leave_time(deadline: date, zone: HolidayZone) -> None:
    days = recommended_sending(deadline, zone)
    assert is_working_day(days.post, zone) and is_working_day(days.email, zone)
    assert days.post < days.email <= deadline
    between = [day for day in working_days_before_until(deadline, days.post, zone) if day > days.post]
    assert len(between) == 2


def working_days_before_until(deadline: date, first: date, zone: HolidayZone) -> list[date]:
    found = []
    for day in working_days_before(deadline, zone):
        if day < first:
            break
        found.append(day)
    return found


@given(DAYS, st.integers(-30, 200))
def test_an_alert_is_the_tightest_one_reached(deadline: date, left: int) -> None:
    level = alert_level(deadline, deadline - timedelta(days=left))
    reached = [days for days in (7, 30, 60, 90) if 0 <= left <= days]
    assert level == (reached[0] if reached else None)


@given(any_terms(), DAYS, ZONES)
def test_the_summary_and_the_timeline_answer_for_any_contract(terms: ContractTerms, day: date, zone: HolidayZone) -> None:
    summary = summarise(terms, day, None, Decimal("33.00"), zone)
    assert summary.earliest_end in summary.last_billed_period
    assert all(text.render(language) for why in summary.why.values() for text in (why.rule, *why.steps) for language in ("fr", "en"))
    drawn = timeline(terms, day, zone)
    assert (drawn.start, drawn.end) == (drawn.segments[0].start, drawn.segments[-1].end)
    for earlier, later in zip(drawn.segments, drawn.segments[1:], strict=False):
        assert earlier.end + ONE_DAY == later.start
    inside = drawn.start <= day <= drawn.end
    assert [segment.start <= day <= segment.end for segment in drawn.segments if segment.current] == [True] * inside
