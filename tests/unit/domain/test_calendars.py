from __future__ import annotations

import itertools
import subprocess
import sys
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calendars import (
    add_days,
    add_months,
    add_working_days,
    holiday_name,
    holidays_of,
    is_working_day,
    months_between,
    next_working_day,
    non_working_reason,
    working_day_on_or_after,
    working_day_on_or_before,
    working_days_after,
    working_days_before,
)
from app.domain.errors import InputError
from app.domain.records import HolidayZone

DAYS = st.dates(date(1990, 1, 1), date(2150, 12, 31))
ZONES = st.sampled_from(HolidayZone)

MAINLAND_2026 = ["01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25"]


def days(zone: HolidayZone, year: int) -> list[str]:
    return [f"{day:%m-%d}" for day in holidays_of(year, zone)]


def test_the_public_holidays_of_the_mainland() -> None:
    assert days(HolidayZone.MAINLAND, 2026) == MAINLAND_2026


@pytest.mark.parametrize(
    ("zone", "added"),
    [
        (HolidayZone.ALSACE_MOSELLE, {"04-03", "12-26"}),
        (HolidayZone.GUADELOUPE, {"03-12", "04-03", "05-27", "07-21"}),
        (HolidayZone.MARTINIQUE, {"05-22", "07-21"}),
        (HolidayZone.GUYANE, {"06-10"}),
        (HolidayZone.LA_REUNION, {"12-20"}),
        (HolidayZone.MAYOTTE, {"04-27"}),
    ],
)
def test_every_zone_adds_its_own_days(zone: HolidayZone, added: set[str]) -> None:
    assert days(zone, 2026) == sorted({*MAINLAND_2026, *added})


@pytest.mark.parametrize(
    ("year", "good_friday", "easter_monday", "ascension", "pentecost_monday"),
    [
        (2024, "2024-03-29", "2024-04-01", "2024-05-09", "2024-05-20"),
        (2025, "2025-04-18", "2025-04-21", "2025-05-29", "2025-06-09"),
        (2026, "2026-04-03", "2026-04-06", "2026-05-14", "2026-05-25"),
        (2027, "2027-03-26", "2027-03-29", "2027-05-06", "2027-05-17"),
        (2028, "2028-04-14", "2028-04-17", "2028-05-25", "2028-06-05"),
        (2150, "2150-04-10", "2150-04-13", "2150-05-21", "2150-06-01"),
    ],
)
def test_the_days_that_follow_easter(year: int, good_friday: str, easter_monday: str, ascension: str, pentecost_monday: str) -> None:
    mainland, alsace = holidays_of(year, HolidayZone.MAINLAND), holidays_of(year, HolidayZone.ALSACE_MOSELLE)
    assert date.fromisoformat(good_friday) in alsace
    assert date.fromisoformat(good_friday) not in mainland
    for day in (easter_monday, ascension, pentecost_monday):
        assert date.fromisoformat(day) in mainland
        assert date.fromisoformat(day) in alsace


def test_holidays_have_their_names_in_both_languages() -> None:
    name = holiday_name(date(2026, 11, 11), HolidayZone.MAINLAND)
    assert name is not None
    assert (name.render("fr"), name.render("en"), str(name)) == ("Armistice", "Armistice Day", "Armistice")
    assert holiday_name(date(2026, 11, 12), HolidayZone.MAINLAND) is None
    assert holiday_name(date(2026, 12, 26), HolidayZone.MAINLAND) is None


def test_a_copy_of_the_holidays_is_handed_out() -> None:
    holidays_of(2026, HolidayZone.MAINLAND).clear()
    assert days(HolidayZone.MAINLAND, 2026) == MAINLAND_2026


def test_why_a_day_is_not_worked() -> None:
    bridge = date(2026, 5, 15)
    reasons = {
        day: non_working_reason(day, HolidayZone.MAINLAND, [bridge])
        for day in (date(2026, 5, 14), bridge, date(2026, 5, 16), date(2026, 5, 17))
    }
    assert [str(reason) for reason in reasons.values()] == ["jour férié (Ascension)", "jour de pont", "samedi", "dimanche"]
    assert non_working_reason(bridge, HolidayZone.MAINLAND) is None


def test_working_days_around_a_long_week_end() -> None:
    thursday = date(2026, 12, 24)
    assert next_working_day(thursday, HolidayZone.MAINLAND) == date(2026, 12, 28)
    assert next_working_day(date(2025, 12, 24), HolidayZone.MAINLAND) == date(2025, 12, 26)
    assert next_working_day(date(2025, 12, 24), HolidayZone.ALSACE_MOSELLE) == date(2025, 12, 29)
    assert working_day_on_or_before(date(2026, 12, 27), HolidayZone.MAINLAND) == thursday
    assert working_day_on_or_before(thursday, HolidayZone.MAINLAND) == thursday
    assert working_day_on_or_after(date(2026, 12, 25), HolidayZone.MAINLAND) == date(2026, 12, 28)
    assert add_working_days(date(2026, 12, 31), -3, HolidayZone.MAINLAND) == date(2026, 12, 28)
    assert add_working_days(thursday, 2, HolidayZone.MAINLAND) == date(2026, 12, 29)
    assert add_working_days(thursday, 0, HolidayZone.MAINLAND) == thursday
    assert next_working_day(date(2026, 5, 14), HolidayZone.MAINLAND, {date(2026, 5, 15)}) == date(2026, 5, 18)
    assert not is_working_day(date(2026, 5, 15), HolidayZone.MAINLAND, {date(2026, 5, 15)})


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-01-31", 2, "2026-03-31"),
        ("2026-01-31", 12, "2027-01-31"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-03-31", -1, "2026-02-28"),
    ],
)
def test_months_are_clipped_to_the_end_of_the_month(start: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(start), months) == date.fromisoformat(expected)


@given(DAYS, st.integers(-600, 600))
def test_adding_months_agrees_with_dateutil(start: date, months: int) -> None:
    assert add_months(start, months) == start + relativedelta(months=months)


@given(DAYS, DAYS)
def test_months_between_is_the_greatest_number_that_fits(start: date, day: date) -> None:
    months = months_between(start, day)
    assert add_months(start, months) <= day < add_months(start, months + 1)


@pytest.mark.parametrize("months", [12 * 9000, -12 * 9000])
def test_a_date_out_of_the_calendar_is_a_clear_refusal(months: int) -> None:
    with pytest.raises(InputError, match="date"):
        add_months(date(2026, 1, 1), months)


def test_days_and_working_days_out_of_the_calendar_are_refused() -> None:
    with pytest.raises(InputError):
        add_days(date(9999, 12, 31), 1)
    with pytest.raises(InputError):
        next_working_day(date(9999, 12, 31), HolidayZone.MAINLAND)


@given(DAYS, ZONES)
def test_working_days_lie_on_the_right_side_and_none_is_left_out(day: date, zone: HolidayZone) -> None:
    after = list(itertools.islice(working_days_after(day, zone), 3))
    before = list(itertools.islice(working_days_before(day, zone), 3))
    assert before[::-1] == sorted(before) and before[0] < day < after[0]
    assert after == sorted(after)
    span = [day + timedelta(days=offset) for offset in range(1, (after[-1] - day).days + 1)]
    assert [each for each in span if is_working_day(each, zone)] == after
    assert add_working_days(day, 3, zone) == after[2]
    assert add_working_days(day, -3, zone) == before[2]


def test_nothing_slow_is_loaded_before_a_working_day_is_asked_for() -> None:
    code = "import sys, app.domain.terms, app.domain.identifiers; print(*{'holidays', 'pydantic', 'stdnum', 'dateutil'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
