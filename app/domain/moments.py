"""Date-times as people and programs write them: a day, a time, and an offset or the office's own zone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, timezone
from functools import lru_cache

from app.domain.errors import InputError
from app.domain.formatting import PARIS
from app.domain.text import Text, msg
from app.domain.validation import parse_date

_SHAPE = re.compile(
    r"(?P<day>[0-9/-]{8,10})[T ]\s*(?P<hour>[0-9]{1,2})[:h](?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?"
    r"(?:\s*(?P<utc>Z)|(?P<sign>[+-])(?P<ahead>[0-9]{2}):?(?P<more>[0-9]{2})?)?",
    re.IGNORECASE,
)


#: Lists of requests have thousands of moments on some hundred days.
_read_day = lru_cache(maxsize=1024)(parse_date)


@dataclass(frozen=True)
class ReadMoment:
    """A moment read from text.

    Attributes:
        moment: aware, to the second.
        remark: how a time that comes twice was understood; None otherwise.
    """

    moment: datetime
    remark: Text | None = None


def parse_moment(field: str, text: str) -> ReadMoment:
    """The moment written in `text`: `2026-11-10T17:30`, `2026-11-10 17:30:00+01:00`, `10/11/2026 17:30`.

    Without an offset it is a time in Paris. The hour that comes twice when summer time ends is the first of the two, and the
    answer says so; an hour that is skipped when summer time begins is refused.

    Args:
        field: the field's technical name, for the message.
        text: what was typed; blanks around it do not matter.

    Raises:
        InputError: no date-time, a day or a time that does not exist, or a year outside 1970 to 2199.
    """
    found = _SHAPE.fullmatch(text.strip())
    if found is None:
        raise InputError(field, text, _shape())
    try:
        day = _read_day(field, found["day"])
    except InputError as error:
        raise InputError(field, text, error.allowed) from None
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        raise InputError(field, text, msg("une heure de 00:00 à 23:59"))
    local = datetime.combine(day, time(hour, minute, second))
    if found["utc"]:
        return ReadMoment(local.replace(tzinfo=UTC))
    if found["sign"]:
        return ReadMoment(local.replace(tzinfo=_offset(field, text, found)))
    return _in_paris(field, text, local)


def _offset(field: str, text: str, found: re.Match[str]) -> timezone:
    hours, minutes = int(found["ahead"]), int(found["more"] or 0)
    if hours > 14 or minutes > 59:
        raise InputError(field, text, msg("un décalage de -14:00 à +14:00"))
    ahead = timedelta(hours=hours, minutes=minutes)
    return timezone(-ahead if found["sign"] == "-" else ahead)


def _in_paris(field: str, text: str, local: datetime) -> ReadMoment:
    first, second = (local.replace(tzinfo=PARIS, fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return ReadMoment(first)
    if first.astimezone(UTC).astimezone(PARIS).replace(tzinfo=None) != local:
        raise InputError(field, text, msg("une heure qui existe\u00a0: ce jour-là, l’heure d’été saute cette heure"))
    remark = msg(
        "{text} vient deux fois ce jour-là\u00a0: la première est prise, à l’heure d’été (+02:00). Avec +01:00, ce serait l’autre.",
        text=text.strip(),
    )
    return ReadMoment(first, remark)


def _shape() -> Text:
    return msg("une date et une heure, comme 2026-11-10T17:30 ou 10/11/2026 17:30, avec ou sans décalage (+01:00)")
