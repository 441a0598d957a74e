"""The one place that sees every change: it writes the outbox row and the audit entry of each, in the same commit.

Two doors lead here: the ORM (`RecordedSession` hooks its flush) and bulk inserts (`bulk_insert`). Both
write both, so nothing reaches a synced table unrecorded. Old and new values are known for every field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Engine, event, insert, inspect
from sqlalchemy.orm import Session
from sqlalchemy.orm.base import NO_VALUE

from app.store.base import Base, Record, new_hex, new_id
from app.store.bulk_rows import HEX, WireTexts, plan
from app.store.sync_outbox import Pending, of_rows
from app.store.tables_files import AuditEntry, OutboxRow
from app.store.types import to_wire

#: Bookkeeping of the row itself; its changes are told by the action, not as fields.
_BOOKKEEPING = frozenset({"id", "seq", "created_at", "updated_at", "deleted_at"})

_TELL = "INSERT INTO outbox (mutation, tx, op, type, row_id, changes, at, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_KEEP = "INSERT INTO audit_entry (id, at, actor, type, row_id, action, changes) VALUES (?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True)
class Change:
    """One row that was created, changed, deleted or restored, with `{field: (old, new)}` in wire form.

    Attributes:
        op: how others are told: `put` with all fields, `patch` with those that changed, `delete`.
        told: the values they are told.
    """

    action: str
    type: str
    row_id: UUID
    base: int | None
    fields: Mapping[str, tuple[Any, Any]]
    op: str
    told: Mapping[str, Any]


@dataclass
class Recorder:
    """Records the changes of one unit of work under one actor and one transaction id. `wrote`: there was something to record."""

    actor: str
    now: Callable[[], datetime]
    tx: UUID = field(default_factory=new_id)
    changes: list[Change] = field(default_factory=list)
    wrote: bool = False

    def bulk_insert(self, session: Session, table: type[Base], rows: Sequence[dict[str, Any]]) -> None:
        """Insert many new rows of one record type at the speed of `executemany`; `rows` are keyed by attribute name.

        Every row must carry its `id`. Columns left out take their defaults. What is recorded was made at the row's `created_at`, which
        is now where a row has none. `changes` does not hold these rows: they would be very many.
        """
        if not rows:
            return
        self.wrote = True
        session.flush()  # rows these ones point to
        moment = self.now()
        inserting, texts = plan(table), WireTexts()
        hidden = _BOOKKEEPING | set(getattr(table, "derived", ()))
        for row in rows:
            row.setdefault("updated_at", row.setdefault("created_at", moment))
        cells = inserting.cells(rows)
        new, changed = texts.objects((name for name, _, _ in inserting.columns if name not in hidden), cells)
        identifiers, moments = cells.turned("id", HEX), cells.turned("created_at", texts.moment)
        record, tx, actor = table.__tablename__, self.tx.hex, self.actor
        told = zip(identifiers, new, moments, strict=True)
        kept = zip(moments, identifiers, changed, strict=True)
        connection = session.connection()
        connection.exec_driver_sql(inserting.statement, inserting.stored(cells))
        connection.exec_driver_sql(_TELL, [(new_hex(), tx, "put", record, row_id, values, at, actor) for row_id, values, at in told])
        connection.exec_driver_sql(_KEEP, [(new_hex(), at, actor, record, row_id, "created", values) for at, row_id, values in kept])

    def stamp(self, session: Session) -> None:
        """Give the rows that are about to be flushed their moments."""
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

    def flushed(self, session: Session) -> None:
        """Record what was flushed."""
        found = [change for row in session.new if isinstance(row, Record) for change in _created(row)]
        found += [change for row in session.dirty if isinstance(row, Record) for change in _changed(row)]
        self._write(session, found)

    def _write(self, session: Session, changes: Iterable[Change]) -> None:
        moment = self.now()
        written = _as_seen(session, list(changes))
        if not written:
            return
        self.changes += written
        self.wrote = True
        session.execute(
            insert(OutboxRow),
            [
                {
                    "tx": self.tx,
                    "op": change.op,
                    "type": change.type,
                    "row_id": change.row_id,
                    "base": change.base,
                    "changes": dict(change.told),
                    "at": moment,
                    "actor": self.actor,
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


class RecordedSession(Session):
    """A session whose recorder, handed over as `info`, records whatever it flushes.

    The class listens once for all its sessions: listening to each anew took longer than opening it.
    """

    def __init__(self, engine: Engine, recorder: Recorder) -> None:
        super().__init__(engine, expire_on_commit=False, info={_RECORDER: recorder})


_RECORDER = "recorder"


@event.listens_for(RecordedSession, "before_flush")
def _before_flush(session: Session, *_: object) -> None:
    session.info[_RECORDER].stamp(session)


@event.listens_for(RecordedSession, "after_flush")
def _after_flush(session: Session, *_: object) -> None:
    session.info[_RECORDER].flushed(session)


def _as_seen(session: Session, changes: list[Change]) -> list[Change]:
    """The changes, each with the version that its author really saw.

    A field that a change of ours still waits for shows our value, whatever came in meanwhile: what is written over it is written over
    the version that the first of these changes saw.
    """
    changed = [change.row_id.hex for change in changes if change.base is not None]
    waiting = of_rows(session.connection(), changed) if changed else {}
    return [
        replace(change, base=_base(change, waiting[change.row_id.hex])) if change.row_id.hex in waiting else change for change in changes
    ]


def _base(change: Change, waiting: Sequence[Pending]) -> int | None:
    bases = [one.base for one in waiting if change.op == "delete" or not change.told.keys().isdisjoint(one.changes)]
    seen = [base for base in (change.base, *bases) if base is not None]
    return None if None in bases or not seen else min(seen)


def _synced_fields(row: Record) -> Iterator[tuple[str, Any]]:
    for attribute in inspect(row).attrs:
        if attribute.key not in _BOOKKEEPING and attribute.key not in row.derived:
            yield attribute.key, attribute


def _created(row: Record) -> list[Change]:
    values = _values(row)
    made = _change(row, "created", "put", {name: (None, value) for name, value in values.items()}, values)
    return [made] if row.deleted_at is None else [made, _change(row, "deleted", "delete")]


def _change(
    row: Record, action: str, op: str, fields: Mapping[str, tuple[Any, Any]] | None = None, told: Mapping[str, Any] | None = None
) -> Change:
    return Change(action, row.__tablename__, row.id, row.seq, fields or {}, op, told or {})  # type: ignore[attr-defined]


def _values(row: Record) -> dict[str, Any]:
    return {name: to_wire(attribute.value) for name, attribute in _synced_fields(row)}


def _touched(row: Record) -> bool:
    if inspect(row).attrs.deleted_at.history.has_changes():
        return True
    return any(attribute.history.has_changes() for _, attribute in _synced_fields(row))


def _changed(row: Record) -> list[Change]:
    fields: dict[str, tuple[Any, Any]] = {}
    for name, attribute in _synced_fields(row):
        history = attribute.history
        if history.has_changes():
            old = history.deleted[0] if history.deleted and history.deleted[0] is not NO_VALUE else None
            fields[name] = (to_wire(old), to_wire(attribute.value))
    deletion = inspect(row).attrs.deleted_at.history
    told = {name: new for name, (_, new) in fields.items()}
    if deletion.has_changes() and row.deleted_at is None:
        # For whoever heard of the deletion the row is gone: only the whole of it brings it back.
        return [_change(row, "restored", "put", fields, _values(row))]
    found = [_change(row, "changed", "patch", fields, told)] if fields else []
    if deletion.has_changes():
        # A deletion carries no values: those that were changed with it go ahead.
        found.append(_change(row, "deleted", "delete"))
    return found
