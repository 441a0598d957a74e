"""Column types: how the domain's values are kept in SQLite and written in the sync outbox."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Dialect, Integer, String, TypeDecorator

E = TypeVar("E", bound=StrEnum)
CENT = Decimal("0.01")


def utc_text(moment: datetime) -> str:
    """An aware moment as it is kept and told.

    Raises:
        ValueError: a naive moment; nothing would say which zone it meant.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be stored")
    # In a zone with summer time the hour that comes twice is equal to itself: only moments in UTC can be told apart by their value.
    return _text(moment if moment.tzinfo is UTC else moment.astimezone(UTC))


@lru_cache(maxsize=4096)
def _text(moment: datetime) -> str:
    """Remembered: a new row has the same moment in several columns, the outbox and the journal."""
    return moment.isoformat(timespec="microseconds")


class UtcMoment(TypeDecorator[datetime]):
    """An aware moment, kept as ISO text in UTC so that it sorts, and read back aware."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Refuses a naive moment."""
        return None if value is None else utc_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Back to an aware moment in UTC."""
        return None if value is None else datetime.fromisoformat(value)


class Day(TypeDecorator[date]):
    """A calendar day, kept as `YYYY-MM-DD`."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """ISO text."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """Back to a day."""
        return None if value is None else date.fromisoformat(value)


class Cents(TypeDecorator[Decimal]):
    """An amount in euros, kept as whole cents: SQLite has no decimal and a float is never money."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        """Refuses a fraction of a cent."""
        if value is None:
            return None
        cents = value * 100
        if cents != cents.to_integral_value():
            raise ValueError(f"{value} is not a whole number of cents")
        return int(cents)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        """Back to euros with two decimals."""
        return None if value is None else (Decimal(value) / 100).quantize(CENT)


class Choice(TypeDecorator[E]):
    """One of a `StrEnum`'s values, kept as its text."""

    impl = String(32)
    cache_ok = True

    def __init__(self, choices: type[E]) -> None:
        super().__init__()
        self.choices = choices

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        """The enum's text; a value outside it is refused here."""
        return None if value is None else self.choices(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        """Back to the enum."""
        return None if value is None else self.choices(value)


def to_wire(value: Any) -> Any:
    """`value` as the outbox and the sync protocol write it: JSON types only, amounts and identifiers as text."""
    match value:
        case None | bool() | int() | float():
            return value
        case StrEnum():
            return value.value
        case str():
            return value
        case UUID():
            return str(value)
        case datetime():
            return utc_text(value)
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:.2f}"
        case list() | tuple():
            return [to_wire(item) for item in value]
        case dict():
            return {str(key): to_wire(item) for key, item in value.items()}
        case _:
            raise TypeError(f"{type(value).__name__} cannot be written to the outbox")
