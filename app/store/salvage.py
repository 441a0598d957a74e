"""Reads what a damaged database still gives, row by row, and adds it to a sound one.

A damaged page makes SQLite stop at the rows on it; reading goes on behind them. Rows that the sound database lacks are
added, rows that are newer in the damaged one replace the older. Derived tables (full text) follow by their triggers.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

#: Parents before children. Full-text tables are derived and left out.
TABLES = (
    "local_setting",
    "organisation",
    "site",
    "person",
    "contract",
    "contract_line",
    "equipment",
    "assignment",
    "resignation",
    "support_request",
    "intervention",
    "rating",
    "document",
    "audit_entry",
    "outbox",
)
_LARGEST_ROWID = 2**40


def salvage(damaged: Path, sound: Path) -> int:
    """Bring every readable row of `damaged` that is missing or newer into `sound`; how many rows that were."""
    added = 0
    with closing(sqlite3.connect(damaged)) as source, closing(sqlite3.connect(sound, isolation_level=None)) as target:
        target.execute("PRAGMA foreign_keys = OFF")
        target.execute("BEGIN IMMEDIATE")
        for table in TABLES:
            added += _bring(source, target, table)
        target.execute("COMMIT")
    return added


def _bring(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> int:
    columns = [row[1] for row in target.execute(f"PRAGMA table_info({table})")]
    names = [name for name in columns if not (table == "equipment" and name == "nr")]
    key = "name" if table == "local_setting" else "n" if table == "outbox" else "id"
    listed, holes = ", ".join(names), ", ".join("?" * len(names))
    newer = "updated_at" if "updated_at" in names else None
    before = target.total_changes
    for row in _readable(source, table, listed):
        values = dict(zip(names, row, strict=True))
        known = target.execute(f"SELECT {newer or '1'} FROM {table} WHERE {key} = ?", (values[key],)).fetchone()
        if known is None:
            target.execute(f"INSERT OR IGNORE INTO {table} ({listed}) VALUES ({holes})", row)
        elif newer and known[0] < values[newer]:
            assigned = ", ".join(f"{name} = ?" for name in names)
            target.execute(f"UPDATE {table} SET {assigned} WHERE {key} = ?", (*row, values[key]))
    return target.total_changes - before if table != "equipment" else _count_added(target, before)


def _count_added(target: sqlite3.Connection, before: int) -> int:
    # Each equipment row also changes two full-text tables through its trigger.
    return (target.total_changes - before + 2) // 3


def _readable(source: sqlite3.Connection, table: str, columns: str) -> Iterator[tuple[object, ...]]:
    last, leap = 0, 1
    while last < _LARGEST_ROWID:
        try:
            for rowid, *row in source.execute(f"SELECT rowid, {columns} FROM {table} NOT INDEXED WHERE rowid > ? ORDER BY rowid", (last,)):
                last, leap = rowid, 1
                yield tuple(row)
        except sqlite3.DatabaseError:
            last, leap = last + leap, leap * 2
        else:
            return
