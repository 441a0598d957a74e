from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calendars import is_working_day
from app.domain.delivery import delivery_window
from app.domain.errors import InputError
from app.domain.records import HolidayZone
from app.domain.text import msg


@pytest.mark.parametrize(
    ("signed", "zone", "first", "last"),
    [
        ("2026-06-01", HolidayZone.MAINLAND, "2026-06-04", "2026-06-08"),  # a Monday
        ("2026-06-04", HolidayZone.MAINLAND, "2026-06-09", "2026-06-11"),
        ("2026-06-06", HolidayZone.MAINLAND, "2026-06-10", "2026-06-12"),  # a Saturday
        ("2026-11-10", HolidayZone.MAINLAND, "2026-11-16", "2026-11-18"),  # the day before Armistice
        ("2026-04-02", HolidayZone.MAINLAND, "2026-04-08", "2026-04-10"),  # before Easter
        ("2026-04-02", HolidayZone.ALSACE_MOSELLE, "2026-04-09", "2026-04-13"),
        ("2025-12-24", HolidayZone.ALSACE_MOSELLE, "2025-12-31", "2026-01-05"),
    ],
)
def test_devices_arrive_3_to_5_working_days_after_the_signature(signed: str, zone: HolidayZone, first: str, last: str) -> None:
    assert delivery_window(date.fromisoformat(signed), zone).value == (date.fromisoformat(first), date.fromisoformat(last))


def test_the_window_says_why() -> None:
    why = delivery_window(date(2026, 11, 10), HolidayZone.MAINLAND, source=msg("Cleaq")).why
    assert str(why.rule) == "La livraison a lieu 3 à 5 jours ouvrés après la signature électronique. (Cleaq)"
    assert str(why.steps[0]) == "Le 11/11/2026 n’est pas ouvré\u00a0: jour férié (Armistice)."
    assert str(why.steps[-1]) == "5 jours ouvrés après le 10/11/2026\u00a0: 18/11/2026."


@pytest.mark.parametrize(("first", "last"), [(0, 5), (-1, 5), (6, 5)])
def test_a_window_that_makes_no_sense_is_refused(first: int, last: int) -> None:
    with pytest.raises(InputError, match="min_days"):
        delivery_window(date(2026, 6, 1), HolidayZone.MAINLAND, first, last)


@given(st.dates(date(2000, 1, 1), date(2120, 1, 1)), st.sampled_from(HolidayZone))
def test_delivery_is_on_working_days_after_the_signature(signed: date, zone: HolidayZone) -> None:
    first, last = delivery_window(signed, zone).value
    assert signed < first < last
    assert is_working_day(first, zone) and is_working_day(last, zone)
