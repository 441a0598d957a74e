"""Months that do not drift, French public holidays by zone, and working days.

The holidays come from the `holidays` package, imported on the first question about a working day: it is slow to load.

Thread: safe to call from any thread.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import cast

from app.domain.errors import InputError
from app.domain.records import HolidayZone
from app.domain.text import SOURCE_LANGUAGE, Text, msg
from app.domain.text import language as current_language

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5

# Alsace stands for Moselle too: both keep Good Friday and 26 December.
_SUBDIVISIONS: dict[HolidayZone, str | None] = {
    HolidayZone.MAINLAND: None,
    HolidayZone.ALSACE_MOSELLE: "6AE",
    HolidayZone.GUADELOUPE: "971",
    HolidayZone.MARTINIQUE: "972",
    HolidayZone.GUYANE: "973",
    HolidayZone.LA_REUNION: "974",
    HolidayZone.MAYOTTE: "976",
}


@dataclass(frozen=True)
class HolidayName(Text):
    """The name of a public holiday, known in French and in English without a translation file."""

    english: str = ""

    def render(self, language: str | None = None) -> str:
        """The name in `language` (default: the one in use)."""
        return self.source if (language or current_language()) == SOURCE_LANGUAGE else self.english


def add_months(start: date, months: int) -> date:
    """`start` plus `months` months, clipped to the end of the month (31 January + 1 is 28 or 29 February).

    Always add to the original start, never to a clipped date: 31 January + 2 is 31 March.

    Raises:
        InputError: the result lies outside the calendar (years 1 to 9999).
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise _beyond(start)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def months_between(start: date, day: date) -> int:
    """The whole months from `start` to `day`: the greatest n with `add_months(start, n) <= day` (negative before `start`)."""
    months = (day.year - start.year) * 12 + day.month - start.month
    clipped = min(start.day, calendar.monthrange(day.year, day.month)[1])
    return months if day.day >= clipped else months - 1


def add_days(day: date, days: int) -> date:
    """`day` plus `days` days (minus, when negative).

    Raises:
        InputError: the result lies outside the calendar (years 1 to 9999).
    """
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise _beyond(day) from None


def holidays_of(year: int, zone: HolidayZone) -> dict[date, HolidayName]:
    """The public holidays of `zone` in `year`, in order, with their names.

    Alsace-Moselle adds Good Friday and 26 December; each overseas zone adds its day of the abolition of slavery.
    """
    return dict(_holidays(year, zone))


def holiday_name(day: date, zone: HolidayZone) -> HolidayName | None:
    """The public holiday that `day` is in `zone`; None on any other day."""
    return _holidays(day.year, zone).get(day)


def is_working_day(day: date, zone: HolidayZone, bridge_days: Collection[date] = ()) -> bool:
    """Whether `day` is Monday to Friday, no public holiday of `zone` and no bridge day granted by the provider."""
    return day.weekday() < _SATURDAY and day not in bridge_days and day not in _holidays(day.year, zone)


def working_days_after(day: date, zone: HolidayZone, bridge_days: Collection[date] = ()) -> Iterator[date]:
    """The working days strictly after `day`, nearest first, without end."""
    return _working_days(day, _ONE_DAY, zone, bridge_days)


def working_days_before(day: date, zone: HolidayZone, bridge_days: Collection[date] = ()) -> Iterator[date]:
    """The working days strictly before `day`, nearest first, without end."""
    return _working_days(day, -_ONE_DAY, zone, bridge_days)


def next_working_day(day: date, zone: HolidayZone, bridge_days: Collection[date] = ()) -> date:
    """The first working day strictly after `day`."""
    return next(working_days_after(day, zone, bridge_days))


def working_day_on_or_before(day: date, zone: HolidayZone, bridge_days: Collection[date] = ()) -> date:
    """`day` itself when it is a working day, or else the last working day before it."""
    return day if is_working_day(day, zone, bridge_days) else next(working_days_before(day, zone, bridge_days))


def working_day_on_or_after(day: date, zone: HolidayZone, bridge_days: Collection[date] = ()) -> date:
    """`day` itself when it is a working day, or else the first working day after it."""
    return day if is_working_day(day, zone, bridge_days) else next_working_day(day, zone, bridge_days)


def add_working_days(day: date, count: int, zone: HolidayZone, bridge_days: Collection[date] = ()) -> date:
    """The `count`-th working day strictly after `day` (strictly before it when `count` is negative; `day` itself for 0)."""
    if count == 0:
        return day
    days = working_days_after(day, zone, bridge_days) if count > 0 else working_days_before(day, zone, bridge_days)
    for _ in range(abs(count) - 1):
        next(days)
    return next(days)


def non_working_reason(day: date, zone: HolidayZone, bridge_days: Collection[date] = ()) -> Text | None:
    """Why `day` is not worked in `zone`; None when it is a working day."""
    name = holiday_name(day, zone)
    if name is not None:
        return msg("jour férié ({name})", name=name)
    if day.weekday() == _SATURDAY:
        return msg("samedi")
    if day.weekday() > _SATURDAY:
        return msg("dimanche")
    return msg("jour de pont") if day in bridge_days else None


def _working_days(day: date, step: timedelta, zone: HolidayZone, bridge_days: Collection[date]) -> Iterator[date]:
    while True:
        try:
            day += step
        except OverflowError:
            raise _beyond(day) from None
        if is_working_day(day, zone, bridge_days):
            yield day


@lru_cache(maxsize=256)
def _holidays(year: int, zone: HolidayZone) -> dict[date, HolidayName]:
    from holidays.countries.france import France

    class Zone(France):
        # The package stops at 2100; the law it applies does not.
        end_year = 9999

    build = cast("Callable[..., dict[date, str]]", Zone)
    french, english = (build(subdiv=_SUBDIVISIONS[zone], years=year, expand=False, language=code) for code in ("fr", "en_US"))
    return {day: HolidayName(french[day], english=english[day]) for day in sorted(french)}


def _beyond(day: date) -> InputError:
    return InputError("date", day.isoformat(), msg("une date plus proche : le résultat sort du calendrier"))
