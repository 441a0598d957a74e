"""The one source of "now", injected so that tests and simulations can choose it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the moment and the day."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        ...

    def today(self) -> date:
        """The day in Europe/Paris."""
        ...
