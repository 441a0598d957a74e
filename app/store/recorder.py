"""The one place that sees every change: it writes the outbox row and the audit entry of each, in the same commit.

Two doors lead here: the ORM (`Recorder.watch` hooks a session's flush) and bulk inserts (`bulk_insert`). Both call
`_write`, so nothing reaches a synced table unrecorded. Old and new values are known for every field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import event, insert, inspect
from sqlalchemy.orm import Session
from sqlalchemy.orm.base import NO_VALUE

from app.store.base import Base, Record, new_id
from app.store.tables_files import AuditEntry, OutboxRow
from app.store.types import to_wire

#: Bookkeeping of the row itself; its changes are told by the action, not as fields.
_BOOKKEEPING = frozenset({"id", "seq", "created_at", "updated_at", "deleted_at"})


@dataclass(frozen=True)
class Change:
    """One row that was created, changed, deleted or restored, with `{field: (old, new)}` in wire form."""

    action: str
    type: str
    row_id: UUID
    base: int | None
    fields: Mapping[str, tuple[Any, Any]]


@dataclass
class Recorder:
    """Records the changes of one unit of work under one actor and one transaction id."""

    actor: str
    now: Callable[[], datetime]
    tx: UUID = field(default_factory=new_id)
    changes: list[Change] = field(default_factory=list)

    def watch(self, session: Session) -> None:
        """Record whatever `session` flushes from now on."""
        event.listen(session, "before_flush", self._stamp)
        event.listen(session, "after_flush", self._flushed)

    def bulk_insert(self, session: Session, table: type[Base], rows: Sequence[dict[str, Any]]) -> None:
        """Insert many new rows of one record type at the speed of `executemany`; `rows` are keyed by attribute name.

        Every row must carry its `id`. Columns left out take their defaults.
        """
        if not rows:
            return
        moment = self.now()
        for row in rows:
            row.setdefault("created_at", moment)
            row.setdefault("updated_at", moment)
        session.execute(insert(table), list(rows))
        derived = set(getattr(table, "derived", ()))
        self._write(
            session,
            [
                Change(
                    "created",
                    table.__tablename__,
                    row["id"],
                    None,
                    {name: (None, to_wire(value)) for name, value in row.items() if name not in _BOOKKEEPING and name not in derived},
                )
                for row in rows
            ],
        )

    def _stamp(self, session: Session, *_: object) -> None:
        moment = self.now()
        for row in session.new:
            if isinstance(row, Record):
                row.created_at = row.created_at or moment
                row.updated_at = row.updated_at or moment
        for row in session.dirty:
            if isinstance(row, Record) and session.is_modified(row) and _touched(row):
                row.updated_at = moment
        for row in session.deleted:
            if isinstance(row, Record):
                raise TypeError(f"{type(row).__name__} is deleted by setting deleted_at, never removed")

    def _flushed(self, session: Session, *_: object) -> None:
        found = [_created(row) for row in session.new if isinstance(row, Record)]
        found += [change for row in session.dirty if isinstance(row, Record) and (change := _changed(row)) is not None]
        self._write(session, found)

    def _write(self, session: Session, changes: Iterable[Change]) -> None:
        moment = self.now()
        written = list(changes)
        if not written:
            return
        self.changes += written
        session.execute(
            insert(OutboxRow),
            [
                {
                    "tx": self.tx,
                    "op": {"created": "put", "deleted": "delete"}.get(change.action, "patch"),
                    "type": change.type,
                    "row_id": change.row_id,
                    "base": change.base,
                    "changes": {name: new for name, (_, new) in change.fields.items()},
                    "at": moment,
                }
                for change in written
            ],
        )
        session.execute(
            insert(AuditEntry),
            [
                {
                    "at": moment,
                    "actor": self.actor,
                    "type": change.type,
                    "row_id": change.row_id,
                    "action": change.action,
                    "changes": {name: list(pair) for name, pair in change.fields.items()},
                }
                for change in written
            ],
        )


def _synced_fields(row: Record) -> Iterator[tuple[str, Any]]:
    for attribute in inspect(row).attrs:
        if attribute.key not in _BOOKKEEPING and attribute.key not in row.derived:
            yield attribute.key, attribute


def _created(row: Record) -> Change:
    fields = {name: (None, to_wire(attribute.value)) for name, attribute in _synced_fields(row)}
    return Change("created", row.__tablename__, row.id, None, fields)  # type: ignore[attr-defined]


def _touched(row: Record) -> bool:
    if inspect(row).attrs.deleted_at.history.has_changes():
        return True
    return any(attribute.history.has_changes() for _, attribute in _synced_fields(row))


def _changed(row: Record) -> Change | None:
    fields: dict[str, tuple[Any, Any]] = {}
    for name, attribute in _synced_fields(row):
        history = attribute.history
        if history.has_changes():
            old = history.deleted[0] if history.deleted and history.deleted[0] is not NO_VALUE else None
            fields[name] = (to_wire(old), to_wire(attribute.value))
    deletion = inspect(row).attrs.deleted_at.history
    if deletion.has_changes():
        action = "deleted" if row.deleted_at is not None else "restored"
    elif fields:
        action = "changed"
    else:
        return None
    return Change(action, row.__tablename__, row.id, row.seq, fields)  # type: ignore[attr-defined]
