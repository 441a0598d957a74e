"""The audit entries of one record, read as sentences about fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

from app.domain.formatting import day
from app.domain.records import label
from app.domain.text import Text, language
from app.domain.values.office import HistoryEntry
from app.store.journal_queries import entries
from app.store.tables import AuditEntry, Contract, Person, Site
from app.store.unit_of_work import Session


def history(
    session: Session,
    row_id: UUID,
    labels: Mapping[str, Text],
    choices: Mapping[str, type[StrEnum]],
    assignments: Mapping[UUID, str] = MappingProxyType({}),
) -> list[HistoryEntry]:
    """The changes of one record, newest first, at most 500. References are shown by name, fields and choices by label.

    `assignments` gives the person's name for each assignment of the record: their beginning and end are part of its story.
    """
    names = _Names(session, choices)
    found: list[HistoryEntry] = []
    for entry in entries(session, [row_id, *assignments]):
        if entry.row_id in assignments:
            found += _handed_over(entry, assignments[entry.row_id])
            continue
        if entry.action in ("created", "deleted", "restored") or not entry.changes:
            found.append(HistoryEntry(entry.at, entry.actor, entry.action, "", None, None))
            continue
        for name, (old, new) in entry.changes.items():
            shown = labels[name].render() if name in labels else name
            found.append(HistoryEntry(entry.at, entry.actor, entry.action, shown, names.shown(name, old), names.shown(name, new)))
    return found


def _handed_over(entry: AuditEntry, person: str) -> Iterator[HistoryEntry]:
    """`assigned` with the person in `new`, or `returned` with the person in `old`; the field is the day."""
    if entry.action == "created":
        yield HistoryEntry(entry.at, entry.actor, "assigned", _day(entry.changes.get("start")), None, person)
    elif "end" in entry.changes and entry.changes["end"][1] is not None:
        yield HistoryEntry(entry.at, entry.actor, "returned", _day(entry.changes["end"]), person, None)


def _day(change: Sequence[Any] | None) -> str:
    return "" if change is None else day(date.fromisoformat(change[1]), language())


class _Names:
    """Shows a kept value; an id by the name of what it points to."""

    def __init__(self, session: Session, choices: Mapping[str, type[StrEnum]]) -> None:
        self._session = session
        self._choices = choices

    def shown(self, name: str, value: Any) -> str | None:
        if value is None or value == "":
            return None
        tables: dict[str, tuple[type[Any], str]] = {
            "site_id": (Site, "name"),
            "person_id": (Person, "name"),
            "contract_id": (Contract, "number"),
            "linked_contract_id": (Contract, "number"),
        }
        if name in tables:
            table, column = tables[name]
            row = self._session.get(table, UUID(value))
            return str(getattr(row, column)) if row is not None else str(value)
        if name in self._choices:
            return label(self._choices[name](value)).render()
        if name.endswith(("_date", "_end", "_on")):
            return day(date.fromisoformat(value), language())
        return str(value)
