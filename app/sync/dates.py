"""What an answer says about time: its own date, and when to come back."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from app.sync.errors import SlowDownError

#: No longer wait is taken from an answer, in seconds: its date may be a mistake.
_LONGEST_WAIT = 3600.0


def date_of(response: httpx.Response) -> datetime | None:
    """When it was made, in UTC, by the clock of whoever made it; none where it does not say."""
    return _moment(response.headers.get("date", ""))


def later(response: httpx.Response) -> SlowDownError | None:
    """The wait that `Retry-After` asks for, in seconds or until a date, which is compared with the answer's own date: never with our clock."""
    given = response.headers.get("retry-after", "").strip()
    if given.isascii() and given.isdigit():
        return SlowDownError(min(float(given), _LONGEST_WAIT))
    until, now = _moment(given), date_of(response)
    if until is None or now is None:
        return None
    return SlowDownError(min(max(0.0, (until - now).total_seconds()), _LONGEST_WAIT))


def _moment(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
        return found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
