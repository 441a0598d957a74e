"""Numbers for people: `C26-A-0001`, unique without a server thanks to the device's letter."""

from __future__ import annotations

from datetime import date

from app.store import contract_queries, support_queries
from app.store.tables import LocalSetting
from app.store.unit_of_work import Session

DEVICE_LETTER = "device_letter"


def next_number(session: Session, prefix: str, today: date) -> str:
    """The next free number: prefix, year, this device's letter, a count that starts anew each year."""
    letter = session.get(LocalSetting, DEVICE_LETTER)
    stem = f"{prefix}{today:%y}-{letter.value if letter else 'A'}"
    counter = session.get(LocalSetting, f"number:{stem}")
    if counter is None:
        counter = LocalSetting(name=f"number:{stem}", value="0")
        session.add(counter)
    while True:
        counter.value = str(int(counter.value) + 1)
        number = f"{stem}-{int(counter.value):04d}"
        # Somebody may have typed this very number by hand, or it came back with a copy.
        if contract_queries.by_number(session, number) is None and not support_queries.number_taken(session, number):
            return number
