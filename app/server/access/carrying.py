"""Who may come in is not taken back with the records: it is carried over from the database that a restored copy replaces.

Since the copy was made computers have exchanged their tokens, codes were spent, and access was given and taken away.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import Table

from app.server.tables import activation_code, device, organisation, staff, technician_code, technician_secret, token

_TABLES = (organisation, staff, device, token, activation_code, technician_code, technician_secret)
_UNREADABLE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR)
#: A member of staff has one address, and in another history maybe another identifier.
_STAFF = "(SELECT s.id FROM main.staff s JOIN replaced.staff o ON o.email = s.email WHERE o.id = r.staff)"


def carry_over(copy: Path, replaced: Path) -> int:
    """Have `copy` let in whom `replaced` lets in, for the organisations that both have; how many these are.

    Where `replaced` cannot be read nothing is carried over.

    Args:
        copy: a database that is up to date and that nobody else uses.
        replaced: a database of any version. It is read only.

    Raises:
        sqlite3.Error: `copy` cannot be written; it is as it was.
    """
    with closing(sqlite3.connect(copy.resolve().as_uri(), uri=True, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("ATTACH ? AS replaced", (f"{replaced.resolve().as_uri()}?mode=ro",))
            connection.execute("BEGIN IMMEDIATE")
            count = _carry(connection)
            connection.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF not in _UNREADABLE:
                raise
            return 0
    return count


def _carry(connection: sqlite3.Connection) -> int:
    known = {table.name: _columns(connection, table) for table in _TABLES}
    if not all(known.values()):
        return 0  # it is no server's database
    _renewals(connection, known)
    _staff(connection, known)
    _devices(connection, known)
    connection.execute(
        "DELETE FROM main.token WHERE device IN (SELECT id FROM replaced.device) OR staff IN (SELECT id FROM replaced.staff)"
    )
    _insert(connection, known, token, f"{_STAFF} IS NOT NULL OR r.device IN (SELECT id FROM main.device)", {"staff": _STAFF})
    for table in (activation_code, technician_code, technician_secret):
        connection.execute(f"DELETE FROM main.{table.name} WHERE organisation IN (SELECT id FROM replaced.organisation)")
        _insert(connection, known, table, "r.organisation IN (SELECT id FROM main.organisation)", {"staff": _STAFF})
    both = "SELECT count(*) FROM main.organisation WHERE id IN (SELECT id FROM replaced.organisation)"
    return int(connection.execute(both).fetchone()[0])


def _renewals(connection: sqlite3.Connection, known: Mapping[str, list[str]]) -> None:
    """Whose tokens carry over needs no recovery secret for this restore."""
    before = "r.renewed_at" if "renewed_at" in known["organisation"] else "NULL"
    connection.execute(f"UPDATE main.organisation AS o SET renewed_at = {before} FROM replaced.organisation AS r WHERE r.id = o.id")


def _staff(connection: sqlite3.Connection, known: Mapping[str, list[str]]) -> None:
    connection.execute(
        "UPDATE main.staff AS s SET name = r.name, disabled_at = r.disabled_at FROM replaced.staff AS r WHERE r.email = s.email"
    )
    _insert(connection, known, staff, "r.email NOT IN (SELECT email FROM main.staff)")


def _devices(connection: sqlite3.Connection, known: Mapping[str, list[str]]) -> None:
    """What a device sent last belongs to the copy's history: what came later is offered again. Of one admitted since it has nothing.

    Should the copy have given a letter to somebody else, as after two restores, the device stays out: numbers would be given twice.
    """
    changes = [f"{name} = r.{name}" for name in ("name", "app_version", "seen_at", "recovery") if name in known["device"]]
    connection.execute(
        f"UPDATE main.device AS d SET {', '.join(changes)}, revoked_at = coalesce(r.revoked_at, d.revoked_at)"
        " FROM replaced.device AS r WHERE r.id = d.id"
    )
    _insert(connection, known, device, "r.organisation IN (SELECT id FROM main.organisation)", {"last_n": "0", "acknowledged_n": "0"})


def _insert(
    connection: sqlite3.Connection, known: Mapping[str, list[str]], table: Table, condition: str, other: Mapping[str, str] | None = None
) -> None:
    """Add the rows of the replaced database that `condition` names (`r`) and that clash with none; `other` values in some columns."""
    names = known[table.name]
    values = ", ".join((other or {}).get(name, f"r.{name}") for name in names)
    connection.execute(
        f"INSERT OR IGNORE INTO main.{table.name} ({', '.join(names)}) SELECT {values} FROM replaced.{table.name} AS r WHERE {condition}"
    )


def _columns(connection: sqlite3.Connection, table: Table) -> list[str]:
    """Those columns of a table that the replaced database has, too: it may be of an older version."""
    found = {row[1] for row in connection.execute(f"PRAGMA replaced.table_info({table.name})")}
    return [column.name for column in table.columns if column.name in found]
