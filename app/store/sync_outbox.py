"""The outbox as the server is told of it: what is pending, what became of it, and what goes in again."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection

from app.domain.synced import SYNCED
from app.store.base import new_id
from app.store.sync_rows import as_key, as_uuid, parts, read_fields, travelling

_COLUMNS = "mutation, tx, op, type, row_id, base, changes, at, actor"


@dataclass(frozen=True)
class Pending:
    """A mutation that waits. Identifiers are UUID text, `at` is ISO text, `changes` are values as they travel."""

    n: int
    mutation: str
    tx: str
    op: Literal["put", "patch", "delete"]
    type: str
    row: str
    base: int | None
    changes: Mapping[str, Any]
    at: str
    actor: str


def count(connection: Connection) -> int:
    """How many mutations wait."""
    return int(connection.exec_driver_sql("SELECT count(*) FROM outbox").scalar_one())


def first(connection: Connection, limit: int, after: int = 0) -> list[Pending]:
    """The oldest mutations that wait, in their order."""
    rows = connection.exec_driver_sql(f"SELECT n, {_COLUMNS} FROM outbox WHERE n > ? ORDER BY n LIMIT ?", (after, limit))
    return [_pending(row) for row in rows]


def of_rows(connection: Connection, rows: Sequence[str]) -> dict[str, list[Pending]]:
    """What waits for these rows (UUID text or keys), in its order, by the key that SQLite keeps."""
    found: dict[str, list[Pending]] = {}
    if connection.exec_driver_sql("SELECT 1 FROM outbox LIMIT 1").first() is None:
        return found
    for part in parts(rows):
        query = f"SELECT n, {_COLUMNS} FROM outbox WHERE row_id IN ({', '.join('?' * len(part))}) ORDER BY n"
        for row in connection.exec_driver_sql(query, tuple(map(as_key, part))):
            found.setdefault(row.row_id, []).append(_pending(row))
    return found


def acknowledge(connection: Connection, sent: Iterable[tuple[int, int | None]], now: str) -> None:
    """Move mutations out of the outbox: `(n, seq)` each, `seq` as the server numbered the row."""
    numbered = [(seq, now, n) for n, seq in sent]
    connection.exec_driver_sql(
        f"INSERT OR REPLACE INTO sync_sent (n, {_COLUMNS}, seq, acknowledged_at) SELECT n, {_COLUMNS}, ?, ? FROM outbox WHERE n = ?",
        numbered,
    )
    connection.exec_driver_sql("DELETE FROM outbox WHERE n = ?", [(n,) for _, _, n in numbered])


def drop(connection: Connection, n: int) -> None:
    """Take a mutation out: it went into the inbox with the one before it."""
    connection.exec_driver_sql("DELETE FROM outbox WHERE n = ?", (n,))


def take_back(connection: Connection, last_n: int, head: int) -> tuple[list[Pending], int]:
    """Take what a restored server has lost out of what was sent, in the order it was made; and the last number that both histories share.

    Args:
        last_n: the last mutation of ours that the server still has: exactly those after it are lost.
        head: the server's number when its new history began; it may have numbered other changes since it was restored.
    """
    rows = connection.exec_driver_sql(
        f"SELECT n, {_COLUMNS}, seq FROM sync_sent WHERE n > ? AND seq IS NOT NULL ORDER BY n", (last_n,)
    ).all()
    connection.exec_driver_sql("DELETE FROM sync_sent WHERE n > ? AND seq IS NOT NULL", (last_n,))
    return [_pending(row) for row in rows], min([head, *(row.seq - 1 for row in rows)])


def group_sent(connection: Connection, n: int) -> str:
    """The group of a mutation that the server took at least in part (UUID text); empty where it did not, or it is not kept any more."""
    tx = connection.exec_driver_sql("SELECT tx FROM sync_sent WHERE n = ? AND seq IS NOT NULL", (n,)).scalar()
    return "" if tx is None else as_uuid(tx)


def numbered_after(connection: Connection, seq: int) -> set[int]:
    """The numbers above `seq` that the server gave to rows for changes of ours."""
    return {row.seq for row in connection.exec_driver_sql("SELECT seq FROM sync_sent WHERE seq > ?", (seq,))}


def forget(connection: Connection, before: str) -> None:
    """Let go of what was acknowledged before that moment."""
    connection.exec_driver_sql("DELETE FROM sync_sent WHERE acknowledged_at < ?", (before,))


def requeue(connection: Connection, ahead: Sequence[Pending], *, fresh: bool = False) -> None:
    """Put `ahead` before all that waits; everything gets a new number, in that order.

    Args:
        fresh: `ahead` are other changes than before, with identities of their own; otherwise they are the same ones once more.
    """
    waiting = first(connection, -1)
    connection.exec_driver_sql("DELETE FROM outbox")
    again = [*((one, str(new_id()) if fresh else one.mutation) for one in ahead), *((one, one.mutation) for one in waiting)]
    if again:
        connection.exec_driver_sql(
            f"INSERT INTO outbox ({_COLUMNS}) VALUES ({', '.join('?' * 9)})",
            [
                (
                    as_key(identity),
                    as_key(one.tx),
                    one.op,
                    one.type,
                    as_key(one.row),
                    one.base,
                    json.dumps(dict(one.changes)),
                    one.at,
                    one.actor,
                )
                for one, identity in again
            ],
        )


def rebuild(connection: Connection, now: str, actor: str, skip: Collection[str] = ()) -> int:
    """Have the outbox say nothing but how the rows stand, each made anew: for a server that has none of them. How many living ones.

    What others point to goes first; deleted rows too, as others may point to them. A contract and its lines are one group: a computer
    that got only one of the two could not price it. Types in `skip` are left out; what a server once told of any row is forgotten.
    """
    connection.exec_driver_sql("DELETE FROM outbox")
    connection.exec_driver_sql("DELETE FROM sync_sent")
    connection.exec_driver_sql("DELETE FROM sync_page")
    count = 0
    for name in SYNCED:
        connection.exec_driver_sql(f'UPDATE "{name}" SET seq = NULL WHERE seq IS NOT NULL')
        if name in skip or name == "contract_line":
            continue
        keys = [row.id for row in connection.exec_driver_sql(f'SELECT id FROM "{name}" ORDER BY created_at, id')]
        if name == "contract":
            count += sum(_contract_made_anew(connection, key, now, actor) for key in keys)
        else:
            count += sum(_made_anew(connection, name, part, now, actor) for part in parts(keys))
    return count


def make_anew(connection: Connection, name: str, key: str, now: str, actor: str, place: int | None) -> None:
    """Have a row sent as it stands, all of it: the server does not have it.

    Args:
        key: as SQLite keeps it.
        place: the `n` of a mutation that was taken out and is not sent: this one takes its place; none: it goes last.
    """
    _made_anew(connection, name, [key], now, actor)
    if place is not None:
        query = "UPDATE outbox SET n = ? WHERE row_id = ? AND op = 'put' AND NOT EXISTS (SELECT 1 FROM outbox WHERE n = ?)"
        connection.exec_driver_sql(query, (place, key, place))


def _contract_made_anew(connection: Connection, key: str, now: str, actor: str) -> int:
    # Nothing points to a line, so that a deleted one need not be told of: refused, it would take the contract with it.
    query = "SELECT id FROM contract_line WHERE contract_id = ? AND deleted_at IS NULL ORDER BY created_at, id"
    lines = [row.id for row in connection.exec_driver_sql(query, (key,))]
    tx = new_id().hex
    return _made_anew(connection, "contract", [key], now, actor, tx) + _made_anew(connection, "contract_line", lines, now, actor, tx)


def _made_anew(connection: Connection, name: str, keys: Sequence[str], now: str, actor: str, tx: str = "") -> int:
    """Put rows into the outbox, in the group `tx` or each in one of its own; how many of them live."""
    known = read_fields(connection, name, keys)
    strange = _unknown_fields(connection, keys)
    rows = []
    for key in keys:
        values = {field: travelling(name, field, known[key][field]) for field in SYNCED[name].fields} | strange.get(key, {})
        group = tx or new_id().hex
        rows.append((new_id().hex, group, "put", name, key, None, json.dumps(values), now, actor))
        if known[key]["deleted_at"] is not None:
            rows.append((new_id().hex, group, "delete", name, key, None, "{}", now, actor))
    if rows:
        connection.exec_driver_sql(f"INSERT INTO outbox ({_COLUMNS}) VALUES ({', '.join('?' * 9)})", rows)
    return sum(1 for key in keys if known[key]["deleted_at"] is None)


def _unknown_fields(connection: Connection, keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    query = f"SELECT row_id, fields FROM unknown_fields WHERE row_id IN ({', '.join('?' * len(keys))})"
    return {row.row_id: json.loads(row.fields) for row in connection.exec_driver_sql(query, tuple(keys))}


def lower_bases(connection: Connection, head: int) -> None:
    """Bases above `head` belong to a history that the server lost: what they saw then is what `head` has now."""
    connection.exec_driver_sql("UPDATE outbox SET base = ? WHERE base > ?", (head, head))


def _pending(row: Any) -> Pending:
    return Pending(
        n=row.n,
        mutation=as_uuid(row.mutation),
        tx=as_uuid(row.tx),
        op=row.op,
        type=row.type,
        row=as_uuid(row.row_id),
        base=row.base,
        changes=json.loads(row.changes),
        at=row.at,
        actor=row.actor,
    )
