"""Dates as people type them, and the years the program accepts."""

from __future__ import annotations

import calendar
import re
from datetime import date

from app.domain.errors import InputError
from app.domain.text import Text, msg

FIRST_DAY = date(1970, 1, 1)
LAST_DAY = date(2199, 12, 31)

_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_FRENCH = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")


def parse_date(field: str, text: str) -> date:
    """The day written in `text`, ISO (`2026-11-22`) or French (`22/11/2026`).

    Args:
        field: the field's technical name, for the message.
        text: what was typed; blanks around it do not matter.

    Raises:
        InputError: not a date, a day that does not exist (31 February), or a year outside 1970 to 2199.
    """
    found = _ISO.fullmatch(text.strip()) or _FRENCH.fullmatch(text.strip())
    if found is None:
        raise InputError(field, text, msg("une date comme 22/11/2026 ou 2026-11-22"))
    year, month, day = (int(found[part]) for part in ("year", "month", "day"))
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        raise InputError(field, text, _allowed_days())
    if not 1 <= month <= 12:
        raise InputError(field, text, msg("une date qui existe (le mois va de 1 à 12)"))
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        name = f"{month:02d}/{year}"
        raise InputError(field, text, msg("une date qui existe (le mois {month} va du 1 au {days})", month=name, days=days))
    return date(year, month, day)


def require_day(field: str, day: date) -> date:
    """`day` itself, when it lies in the years the program accepts.

    Raises:
        InputError: the year is before 1970 or after 2199.
    """
    if not FIRST_DAY <= day <= LAST_DAY:
        raise InputError(field, day.isoformat(), _allowed_days())
    return day


def stated_day(field: str, day: date, today: date, first: date | None = None) -> date:
    """The day on which something is said to have happened, when it may have: not before `first`, not after today.

    Raises:
        InputError: it is another day.
    """
    require_day(field, day)
    if day > today:
        raise InputError(field, day.isoformat(), msg("une date jusqu’au {day}", day=today))
    if first is not None and day < first:
        raise InputError(field, day.isoformat(), msg("une date à partir du {day}", day=first))
    return day


def _allowed_days() -> Text:
    return msg("une date du {first} au {last}", first=FIRST_DAY, last=LAST_DAY)
