"""What the window's frame and the home screen read of the exchange with the server: plain SQL, so that no library is loaded for it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

#: What a record is called by, the first of these columns that it has.
NAMES = ("number", "designation", "name", "subject", "title", "file_name", "licence", "label")
#: What a record without a name is called by: the record that the first of these columns points to.
OWNERS = {"contract_id": "contract", "request_id": "support_request", "equipment_id": "equipment"}


def settings(connection: sqlite3.Connection) -> dict[str, str]:
    """What is kept about the connection, by name."""
    rows = connection.execute("SELECT name, value FROM local_setting WHERE name LIKE 'sync.%' OR name = 'device_letter'")
    return {row["name"]: row["value"] for row in rows}


def pending(connection: sqlite3.Connection) -> int:
    """How many changes wait to be sent."""
    return int(connection.execute("SELECT count(*) FROM outbox").fetchone()[0])


def waiting_conflicts(connection: sqlite3.Connection) -> int:
    """How many values and refusals wait for a decision."""
    return int(connection.execute("SELECT count(*) FROM sync_conflict WHERE resolution = ''").fetchone()[0])


@dataclass(frozen=True)
class WaitingFacts:
    """One of those, as far as the home screen names it. `id` is as SQLite keeps it."""

    id: str
    kind: str
    type: str
    title: str


def waiting(connection: sqlite3.Connection, limit: int) -> Iterator[WaitingFacts]:
    """The oldest of what waits for a decision."""
    query = "SELECT id, kind, type, row_id, mine FROM sync_conflict WHERE resolution = '' ORDER BY found_at, id LIMIT ?"
    for row in connection.execute(query, (limit,)).fetchall():
        yield WaitingFacts(row["id"], row["kind"], row["type"], _title(connection, row))


def _title(connection: sqlite3.Connection, row: sqlite3.Row) -> str:
    known = _record(connection, row["type"], row["row_id"])
    # SQLite keeps the value of a field that is a bare number as a number, not as its JSON text.
    mine = json.loads(row["mine"]) if isinstance(row["mine"], str) else None
    values = mine if isinstance(mine, dict) else {}
    if found := _name(known, values):
        return found
    owner = next(((table, known[name]) for name, table in OWNERS.items() if known.get(name)), None)
    return "" if owner is None else _name(_record(connection, *owner), {})


def _record(connection: sqlite3.Connection, table: str, row_id: str) -> Mapping[str, Any]:
    found = connection.execute(f'SELECT * FROM "{table}" WHERE id = ?', (row_id,)).fetchone()  # the type is one of ours
    return dict(found) if found is not None else {}


def _name(known: Mapping[str, Any], values: Mapping[str, Any]) -> str:
    return next((str(value) for name in NAMES if (value := known.get(name) or values.get(name))), "")
