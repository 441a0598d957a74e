"""Reads what a damaged database still gives, row by row, and adds it to a sound one.

A damaged page makes SQLite stop at the rows on it; reading goes on behind them. Rows that the sound database lacks are
added, rows that are newer in the damaged one replace the older. Derived tables (full text) follow by their triggers.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

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
    "request_message",
    "intervention",
    "rating",
    "technician_session",
    "claim",
    "document",
    "backup_option",
    "backup_report",
    "pc_facts",
    "probe",
    "power_spell",
    "published_offer",
    "bridge_day",
    "unknown_fields",
    "sync_conflict",
    "sync_sent",
    "audit_entry",
    "outbox",
)
_KEYS = {"local_setting": "name", "outbox": "n", "sync_sent": "n", "unknown_fields": "row_id", "probe": "at", "power_spell": "start_at"}
_LARGEST_ROWID = 2**40


def salvage(damaged: Path, sound: Path) -> int:
    """Bring every readable row of `damaged` that is missing or newer into `sound`; how many rows that were."""
    added = 0
    address = f"file:{quote(damaged.as_posix())}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as source, closing(sqlite3.connect(sound, isolation_level=None)) as target:
        target.execute("PRAGMA foreign_keys = OFF")
        target.execute("BEGIN IMMEDIATE")
        for table in TABLES:
            added += _bring(source, target, table)
        _mend_references(target)
        target.execute("COMMIT")
    return added


def _mend_references(target: sqlite3.Connection) -> None:
    """Rows may have come back without what they point to: an optional reference is cleared, a row that is nothing alone is left out.

    Both stay readable in the damaged file, which is kept.
    """
    while found := target.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, _, number in found:
            column = next(row[3] for row in target.execute(f"PRAGMA foreign_key_list({table})") if row[0] == number)
            required = next(row[3] for row in target.execute(f"PRAGMA table_info({table})") if row[1] == column)
            if required:
                target.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
            else:
                target.execute(f"UPDATE {table} SET {column} = NULL WHERE rowid = ?", (rowid,))


def _bring(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> int:
    names = _shared_columns(source, target, table)
    if not names:
        return 0
    key = _KEYS.get(table, "id")
    listed, holes = ", ".join(names), ", ".join("?" * len(names))
    newer = "updated_at" if "updated_at" in names else None
    brought = 0
    for row in _readable(source, table, listed):
        values = dict(zip(names, row, strict=True))
        known = target.execute(f"SELECT {newer or '1'} FROM {table} WHERE {key} = ?", (values[key],)).fetchone()
        if known is None:
            brought += target.execute(f"INSERT OR IGNORE INTO {table} ({listed}) VALUES ({holes})", row).rowcount
        elif table == "local_setting":
            _keep_the_greater(target, str(values["name"]), str(values["value"]))
        elif newer and known[0] < values[newer]:
            assigned = ", ".join(f"{name} = ?" for name in names)
            brought += target.execute(f"UPDATE {table} SET {assigned} WHERE {key} = ?", (*row, values[key])).rowcount
    return brought


def _shared_columns(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> list[str]:
    """The columns to bring: the damaged file may be of an older schema, which lacks some of them or the whole table."""
    try:
        known = {row[1] for row in source.execute(f"PRAGMA table_info({table})")}
    except sqlite3.DatabaseError:
        return []
    columns = [row[1] for row in target.execute(f"PRAGMA table_info({table})")]
    return [name for name in columns if name in known and not (table == "equipment" and name == "nr")]


def _keep_the_greater(target: sqlite3.Connection, name: str, value: str) -> None:
    """A counter of numbers already given must never go back."""
    if name.startswith("number:") and value.isdigit():
        target.execute("UPDATE local_setting SET value = ? WHERE name = ? AND CAST(value AS INTEGER) < ?", (value, name, int(value)))


def _readable(source: sqlite3.Connection, table: str, columns: str) -> Iterator[tuple[object, ...]]:
    """Every row that can be read, in order of its row number; damaged stretches are stepped over as closely as can be."""
    query = f"SELECT rowid, {columns} FROM {table} NOT INDEXED WHERE rowid >= ? ORDER BY rowid"
    start = 0
    while start < _LARGEST_ROWID:
        try:
            for rowid, *row in source.execute(query, (start,)):
                start = rowid + 1
                yield tuple(row)
        except sqlite3.DatabaseError:
            # The driver may have met the damage one row ahead of the row it was asked for.
            single = _single(source, f"{query} LIMIT 1", start)
            if single is None:
                start = _behind_the_damage(source, table, start)
            else:
                start = single[0] + 1
                yield single[1:]
        else:
            return


def _single(source: sqlite3.Connection, query: str, start: int) -> tuple[Any, ...] | None:
    try:
        found: tuple[Any, ...] | None = source.execute(query, (start,)).fetchone()
    except sqlite3.DatabaseError:
        return None
    return found


def _behind_the_damage(source: sqlite3.Connection, table: str, bad: int) -> int:
    """The smallest row number after `bad` from which reading works again."""

    def works(start: int) -> bool:
        try:
            source.execute(f"SELECT * FROM {table} NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT 1", (start,)).fetchone()
        except sqlite3.DatabaseError:
            return False
        return True

    leap = 1
    while bad + leap < _LARGEST_ROWID and not works(bad + leap):
        leap *= 2
    low, high = bad + leap // 2, min(bad + leap, _LARGEST_ROWID)
    while low + 1 < high:
        middle = (low + high) // 2
        low, high = (low, middle) if works(middle) else (middle, high)
    return high
