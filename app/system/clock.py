"""The one place that asks the computer for the time."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")


class SystemClock:
    """The computer's clock. Satisfies `app.domain.clock.Clock`."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The day in Europe/Paris, where the offices and their providers are."""
        return datetime.now(PARIS).date()
