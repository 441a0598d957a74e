"""Brings what the server tells into the local rows: what a user sees is always the server's state with the own pending changes on top.

Everything here runs inside one transaction of the caller's, together with the cursor that it belongs to.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection

from app.domain.synced import SYNCED
from app.store.base import new_id
from app.store.sync_outbox import Pending, of_rows
from app.store.sync_rows import as_key, converted, numbers_of, parts, read_fields, readable, row_plan, set_fields, travelling, unknown


class Incoming(msgspec.Struct, frozen=True, gc=False):
    """A row as the server has it, in the shape in which it travels.

    Identifiers are UUID text, `data` values as they travel, of a deleted row as it was last. Garbage collection leaves these alone:
    they are many, and hold nothing but plain values.
    """

    seq: int
    type: str
    row: str
    op: Literal["put", "delete"]
    data: dict[str, Any]
    by: str
    at: str

    @property
    def deleted_at(self) -> str | None:
        """Since when it is deleted; none for a living row."""
        return self.at if self.op == "delete" else None


@dataclass
class Touched:
    """The rows that changed here, by type: whatever is derived from them has to be derived anew.

    Attributes:
        many: so many that whatever is derived is derived for all rows, and that their past is not written into the journal.
        news: the numbers of rows that came in other than they were here; where they are many, of all that have another number now.
    """

    rows: dict[str, set[str]] = field(default_factory=dict)
    many: bool = False
    news: set[int] = field(default_factory=set)

    def add(self, type_name: str, key: str) -> None:
        """A row changed; `key` is its identifier as SQLite keeps it."""
        self.rows.setdefault(type_name, set()).add(key)

    def __len__(self) -> int:
        return sum(len(keys) for keys in self.rows.values())


def apply(connection: Connection, incoming: Iterable[Incoming], touched: Touched) -> None:
    """Bring rows in; of a row that comes more than once the last state counts.

    Raises:
        UnknownChoiceError: a row has a value that only a newer program knows.
        sqlalchemy.exc.IntegrityError: at the commit, when a row points to one that is not there.
    """
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    last = {one.row: one for one in incoming}
    by_type: dict[str, list[Incoming]] = {}
    for one in last.values():
        by_type.setdefault(one.type, []).append(one)
    pending = of_rows(connection, list(last))
    journal = _Journal(connection, new_id().hex, touched)
    for name in SYNCED:
        if name in by_type:
            _apply_type(connection, name, by_type[name], pending, touched, journal)
    journal.write()


def _apply_type(
    connection: Connection,
    name: str,
    rows: Sequence[Incoming],
    pending: Mapping[str, Sequence[Pending]],
    touched: Touched,
    journal: _Journal,
) -> None:
    plan = row_plan(name)
    keys = [as_key(one.row) for one in rows]
    there: Collection[str]
    if journal.wanted:
        there = known = read_fields(connection, name, keys)
        for key, one in zip(keys, rows, strict=True):
            journal.note(one, key, known.get(key))
    else:
        there = numbers = numbers_of(connection, name, keys)
        touched.news.update(one.seq for key, one in zip(keys, rows, strict=True) if numbers.get(key) != one.seq)
    # Deleted rows come in too, even those never heard of: others may point to them.
    if pending:
        arriving = [with_pending(one.data, one.deleted_at, pending.get(key, ())) for key, one in zip(keys, rows, strict=True)]
    else:
        arriving = [(one.data, one.deleted_at) for one in rows]
    stored = plan.stored(keys, [(one.seq, one.at) for one in rows], arriving)
    touched.rows.setdefault(name, set()).update(keys)
    _make_room(connection, name, list(zip(keys, rows, strict=True)))
    new = [row for key, row in zip(keys, stored, strict=True) if key not in there] if there else stored
    if len(new) < len(stored):
        connection.exec_driver_sql(plan.replace, [row for key, row in zip(keys, stored, strict=True) if key in there])
    if new:
        connection.exec_driver_sql(plan.insert, new)
    kept = [
        (key, name, json.dumps(unknown(name, one.data))) for key, one in zip(keys, rows, strict=True) if not one.data.keys() <= plan.known
    ]
    if kept:
        connection.exec_driver_sql("INSERT OR REPLACE INTO unknown_fields (row_id, type, fields) VALUES (?, ?, ?)", kept)


def with_pending(data: Mapping[str, Any], deleted_at: str | None, waiting: Sequence[Pending]) -> tuple[Mapping[str, Any], str | None]:
    """The server's values with the own pending changes on top, and whether the row counts as deleted."""
    if not waiting:
        return data, deleted_at
    merged = dict(data)
    for one in waiting:
        merged.update(one.changes)
        if one.op == "delete":
            deleted_at = one.at
        elif one.op == "put":
            deleted_at = None
    return merged, deleted_at


def _make_room(connection: Connection, name: str, rows: Sequence[tuple[str, Incoming]]) -> None:
    """A local row that the server does not know holds a value that only one row may have: it gives way, and its change will be refused.

    Numbers that people read are not lost that way: a row that has one is numbered anew when the server refuses it.
    """
    unique = SYNCED[name].unique
    if not unique:
        return
    column, convert = next((column, convert) for field_name, column, convert in row_plan(name).fields if field_name == unique)
    wanted: dict[str, str] = {}
    for key, one in rows:
        value = one.data.get(unique)
        if value is not None:
            wanted[value if convert is None else convert(value)] = key
    for part in parts(list(wanted)):
        query = f'SELECT id, "{column}" AS value FROM "{name}" WHERE "{column}" IN ({", ".join("?" * len(part))})'
        holders = {row.value: row.id for row in connection.exec_driver_sql(query, tuple(part))}
        for value, held in holders.items():
            if held != wanted[value]:
                _give_way(connection, name, column, held, reference=convert is not None)


def _give_way(connection: Connection, name: str, column: str, key: str, *, reference: bool) -> None:
    if reference:
        connection.exec_driver_sql(f'DELETE FROM "{name}" WHERE id = ?', (key,))
    else:
        connection.exec_driver_sql(f'UPDATE "{name}" SET "{column}" = "{column}" || ? WHERE id = ?', (f" ({key[-6:]})", key))


def settle(connection: Connection, type_name: str, row: str, theirs: Mapping[str, Any], after: Sequence[Pending]) -> None:
    """Give a row the server's values where no later change of ours waits and this program knows them."""
    later = {name for one in after for name in one.changes}
    taken = {name: value for name, value in theirs.items() if name not in later and readable(type_name, name, value)}
    set_fields(connection, type_name, as_key(row), taken)


def hide(connection: Connection, type_name: str, row: str, at: str) -> None:
    """The server has no such row: it leaves the lists here too."""
    connection.exec_driver_sql(f'UPDATE "{type_name}" SET deleted_at = ?, seq = NULL WHERE id = ?', (at, as_key(row)))


def bury(connection: Connection, type_name: str, row: str, seq: int | None, at: str) -> None:
    """The row was to be restored, but stays deleted: where its deletion was read already, nothing else says so."""
    connection.exec_driver_sql(
        f'UPDATE "{type_name}" SET deleted_at = ? WHERE id = ? AND seq = ? AND deleted_at IS NULL', (at, as_key(row), seq)
    )


def show(connection: Connection, type_name: str, row: str) -> None:
    """The row was to be deleted, but stays."""
    connection.exec_driver_sql(f'UPDATE "{type_name}" SET deleted_at = NULL WHERE id = ?', (as_key(row),))


def hide_missing(connection: Connection, at: str, touched: Touched) -> int:
    """After everything was read anew: rows that the server numbered once and has no more leave the lists, unless changes of ours wait.

    Args:
        touched: the rows that came in; those that go are added.
    """
    hidden = 0
    for name, count in connection.exec_driver_sql(_NUMBERED).all():
        if count == len(touched.rows.get(name, ())):
            continue  # exactly those that came in
        pending = {row.row_id for row in connection.exec_driver_sql("SELECT DISTINCT row_id FROM outbox WHERE type = ?", (name,))}
        numbered = connection.exec_driver_sql(f'SELECT id FROM "{name}" WHERE seq IS NOT NULL').all()
        gone = [row.id for row in numbered if row.id not in touched.rows.get(name, ()) and row.id not in pending]
        if gone:
            connection.exec_driver_sql(
                f'UPDATE "{name}" SET deleted_at = coalesce(deleted_at, ?), seq = NULL WHERE id = ?', [(at, key) for key in gone]
            )
        for key in gone:
            touched.add(name, key)
        hidden += len(gone)
    return hidden


_NUMBERED = " UNION ALL ".join(f"SELECT '{name}', count(seq) FROM \"{name}\"" for name in SYNCED)
_DIGEST = " UNION ALL ".join(
    f"SELECT '{name}', count(*), coalesce(sum(seq * 2654435761 % 4294967291), 0)"
    f' FROM "{name}" WHERE seq IS NOT NULL AND deleted_at IS NULL'
    for name in SYNCED
)


def digest(connection: Connection) -> dict[str, tuple[int, int]]:
    """Count and sum of marks (see `app.sync.wire.mark`) of the rows that the server has, as far as known here, by type."""
    found: dict[str, tuple[int, int]] = {}
    pending = _pending_deletions(connection)
    for name, count, total in connection.exec_driver_sql(_DIGEST).all():
        for key, deleting in pending.get(name, {}).items():
            row = connection.exec_driver_sql(f'SELECT seq, deleted_at FROM "{name}" WHERE id = ?', (key,)).first()
            if row is None or row.seq is None or (row.deleted_at is not None) != deleting:
                continue
            sign = 1 if deleting else -1
            count, total = count + sign, total + sign * (row.seq * 2654435761 % 4294967291)
        if count:
            found[name] = (count, total)
    return found


def _pending_deletions(connection: Connection) -> dict[str, dict[str, bool]]:
    """Rows that the server still has although they are deleted here (true), or no more although they were restored here (false)."""
    found: dict[str, dict[str, bool]] = {}
    query = "SELECT type, row_id, op, base FROM outbox WHERE op = 'delete' OR (op = 'put' AND base IS NOT NULL) ORDER BY n"
    for row in connection.exec_driver_sql(query):
        rows = found.setdefault(row.type, {})
        first_deleted = rows.get(row.row_id)
        if first_deleted is None:
            rows[row.row_id] = row.op == "delete"
        elif first_deleted != (row.op == "delete"):
            del rows[row.row_id]  # deleted and restored: as the server has it
    return found


class _Journal:
    """Entries about what others changed, under their names."""

    def __init__(self, connection: Connection, tx: str, touched: Touched) -> None:
        self._connection = connection
        self._tx = tx
        self._news = touched.news
        self.wanted = not touched.many
        self._entries: list[tuple[Any, ...]] = []

    def note(self, one: Incoming, key: str, known: Mapping[str, Any] | None) -> None:
        """A row comes in; `known` is how it stood here."""
        if one.op == "delete":
            if known is not None and known["deleted_at"] is None:
                self._add(one, key, "deleted", {})
            return
        if known is None:
            self._add(one, key, "created", {name: [None, value] for name, value in one.data.items()})
            return
        if known["seq"] == one.seq:
            return  # our own change, come back
        if known["deleted_at"] is not None:
            self._news.add(one.seq)  # so is the row
        new = converted(one.type, one.data)
        changes = {
            name: [travelling(one.type, name, known[name]), one.data[name]] for name, value in new.items() if known.get(name) != value
        }
        if changes:
            self._add(one, key, "changed", changes)

    def _add(self, one: Incoming, key: str, action: str, changes: Mapping[str, Any]) -> None:
        self._news.add(one.seq)
        self._entries.append((new_id().hex, one.at, one.by, one.type, key, action, json.dumps(changes)))

    def write(self) -> None:
        """Write all entries."""
        if self._entries:
            self._connection.exec_driver_sql(
                "INSERT INTO audit_entry (id, at, actor, type, row_id, action, changes) VALUES (?, ?, ?, ?, ?, ?, ?)", self._entries
            )
