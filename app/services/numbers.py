"""Numbers for people: `C26-A-0001`, unique without a server thanks to the device's letter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.store import contract_queries, support_queries
from app.store.tables import LocalSetting
from app.store.unit_of_work import Session

DEVICE_LETTER = "device_letter"


def next_number(session: Session, prefix: str, today: date) -> str:
    """The next free number: prefix, year, this device's letter, a count that starts anew each year."""
    counter = _counter(session, prefix, today)
    while True:
        number = counter.next()
        # Somebody may have typed this very number by hand, or it came back with a copy.
        if contract_queries.by_number(session, number) is None and not support_queries.number_taken(session, number):
            return number


def next_numbers(session: Session, prefix: str, days: Iterable[date]) -> list[str]:
    """The next free numbers, one for each day, in their order: what is taken is read once, for very many."""
    counters: dict[int, _Counter] = {}
    found: list[str] = []
    taken: set[str] = set()
    for day in days:
        if day.year not in counters:
            counters[day.year] = _counter(session, prefix, day)
            taken.update(support_queries.numbers_like(session, f"{counters[day.year].stem}-"))
        number = counters[day.year].next()
        while number in taken:
            number = counters[day.year].next()
        found.append(number)
    return found


@dataclass(frozen=True)
class _Counter:
    stem: str
    kept: LocalSetting

    def next(self) -> str:
        self.kept.value = str(int(self.kept.value) + 1)
        return f"{self.stem}-{int(self.kept.value):04d}"


def _counter(session: Session, prefix: str, day: date) -> _Counter:
    letter = session.get(LocalSetting, DEVICE_LETTER)
    stem = f"{prefix}{day:%y}-{letter.value if letter else 'A'}"
    kept = session.get(LocalSetting, f"number:{stem}")
    if kept is None:
        kept = LocalSetting(name=f"number:{stem}", value="0")
        session.add(kept)
    return _Counter(stem, kept)
