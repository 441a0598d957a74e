"""How numbers, amounts and dates are written in French and English.

French typography: narrow no-break space (U+202F) between thousands, no-break space (U+00A0) before the euro sign.
Times are shown in the office's own zone, Europe/Paris.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

NARROW_NO_BREAK_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"
PARIS = ZoneInfo("Europe/Paris")

_MONTHS = {
    "fr": (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
        "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    ),
    "en": (
        "January February March April May June July August September October November December".split(),
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    ),
}


def integer(value: int, language: str) -> str:
    """`12345` as `12 345` (French, narrow no-break space) or `12,345`."""
    grouped = f"{value:,}"
    return grouped.replace(",", NARROW_NO_BREAK_SPACE) if language == "fr" else grouped


def decimal(value: Decimal, language: str, places: int = 2) -> str:
    """`Decimal("1234.5")` as `1 234,50` (French) or `1,234.50`."""
    grouped = f"{value:,.{places}f}"
    if language == "fr":
        return grouped.replace(",", NARROW_NO_BREAK_SPACE).replace(".", ",")
    return grouped


def money(value: Decimal, language: str) -> str:
    """An amount in euros, to the cent: `1 234,56 €` (French) or `€1,234.56`."""
    if language == "fr":
        return f"{decimal(value, language)}{NO_BREAK_SPACE}€"
    sign = "-" if value < 0 else ""
    return f"{sign}€{decimal(abs(value), language)}"


def percent(share: Decimal | float, language: str, places: int = 0) -> str:
    """A share between 0 and 1 as `93 %` (French) or `93%`."""
    number = decimal(Decimal(str(share)) * 100, language, places)
    return f"{number}{NARROW_NO_BREAK_SPACE}%" if language == "fr" else f"{number}%"


def day(value: date, language: str) -> str:
    """A date: `22/11/2026` (French) or `22 Nov 2026`, which no reader can turn round."""
    if language == "fr":
        return f"{value:%d/%m/%Y}"
    return f"{value.day} {_MONTHS['en'][0][value.month - 1][:3]} {value.year}"


def long_day(value: date, language: str, *, weekday: bool = False) -> str:
    """A date in words: `dimanche 22 novembre 2026` (French, `1er` for the first) or `Sunday 22 November 2026`."""
    months, weekdays = _MONTHS[language]
    number = "1er" if language == "fr" and value.day == 1 else str(value.day)
    words = f"{number}{NO_BREAK_SPACE}{months[value.month - 1]} {value.year}"
    return f"{weekdays[value.weekday()]} {words}" if weekday else words


def month_year(value: date, language: str) -> str:
    """The month of a day: `mai 2026` (French) or `May 2026`."""
    return f"{_MONTHS[language][0][value.month - 1]} {value.year}"


def weekday(value: date, language: str) -> str:
    """The day of the week: `jeudi` (French) or `Thursday`."""
    return _MONTHS[language][1][value.weekday()]


def date_time(value: datetime, language: str) -> str:
    """A moment in Paris time: `22/11/2026 14:05`."""
    local = value.astimezone(PARIS) if value.tzinfo else value
    return f"{day(local.date(), language)} {local:%H:%M}"
