"""The one place where the server asks for the time; tests hand over their own."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """The moment, aware, in UTC."""
    return datetime.now(UTC)


def as_text(moment: datetime) -> str:
    """A moment as it is kept and travels: ISO text in UTC to the microsecond, so that texts sort as moments do."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
