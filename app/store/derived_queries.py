"""Reads what derived columns are derived from, for many rows at once, and writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from app.store.sync_rows import parts

_MACHINES = """
    SELECT e.id, e.designation, e.manufacturer, e.model, e.serial, e.inventory_number, e.licence_number, e.teamviewer_id, e.deleted_at,
        p.name AS person_name, s.name AS site_name, c.number AS contract_number
    FROM equipment e LEFT JOIN person p ON p.id = e.person_id LEFT JOIN site s ON s.id = e.site_id LEFT JOIN contract c ON c.id = e.contract_id
"""
#: Types whose names stand in the derived columns of machines, with the column that points to them.
_NAMED = {"person": "person_id", "site": "site_id", "contract": "contract_id"}

_FOLLOW = (
    "UPDATE equipment SET person_id = (SELECT person_id FROM assignment a WHERE a.equipment_id = equipment.id AND a.to_day IS NULL"
    " AND a.deleted_at IS NULL ORDER BY a.from_day DESC, a.created_at DESC LIMIT 1) WHERE id IN ({which})"
)
_REQUESTS = "SELECT id, number, subject, contact FROM support_request"
_PIECE = 2000

Rows = Mapping[str, Iterable[str]]


def contracts_of(connection: Connection, rows: Rows) -> list[UUID]:
    """The contracts among `rows`, and those whose lines are; with them, those whose quantity follows the others."""
    found = set(rows.get("contract", ()))
    for part in parts(sorted(rows.get("contract_line", ()))):
        query = f"SELECT DISTINCT contract_id FROM contract_line WHERE id IN ({_holes(part)})"
        found.update(row.contract_id for row in connection.exec_driver_sql(query, tuple(part)))
    if found:
        found.update(row.id for row in connection.exec_driver_sql("SELECT id FROM contract WHERE follows_fleet"))
    return [UUID(key) for key in sorted(found)]


def machines_of(connection: Connection, rows: Rows) -> list[str]:
    """The machines among `rows`, those whose assignments are, and those that name one of `rows`."""
    found = set(rows.get("equipment", ()))
    for part in parts(sorted(rows.get("assignment", ()))):
        query = f"SELECT DISTINCT equipment_id FROM assignment WHERE id IN ({_holes(part)})"
        found.update(row.equipment_id for row in connection.exec_driver_sql(query, tuple(part)))
    for name, column in _NAMED.items():
        for part in parts(sorted(rows.get(name, ()))):
            query = f"SELECT id FROM equipment WHERE deleted_at IS NULL AND {column} IN ({_holes(part)})"
            found.update(row.id for row in connection.exec_driver_sql(query, tuple(part)))
    return sorted(found)


def follow_assignments(connection: Connection, rows: Rows) -> None:
    """Let machines know who has them now, where assignments or the machines themselves came in."""
    machines = machines_of(connection, {name: rows[name] for name in ("assignment", "equipment") if name in rows})
    for part in parts(machines):
        connection.exec_driver_sql(_FOLLOW.format(which=_holes(part)), tuple(part))


def follow_all_assignments(connection: Connection) -> None:
    """The same for every machine that was ever assigned."""
    connection.exec_driver_sql(_FOLLOW.format(which="SELECT DISTINCT equipment_id FROM assignment"))


def write_machines(connection: Connection, machines: list[str], derive: Callable[[Any], Mapping[str, str]]) -> None:
    """Write the derived columns of these machines; `derive` gets a row with the machine's fields and the names it points to."""
    for part in parts(machines):
        _write_machines(connection, connection.exec_driver_sql(f"{_MACHINES} WHERE e.id IN ({_holes(part)})", tuple(part)).all(), derive)


def write_all_machines(connection: Connection, derive: Callable[[Any], Mapping[str, str]]) -> None:
    """The same for every machine."""
    for found in _in_pieces(connection, f"{_MACHINES} WHERE e.rowid > ? ORDER BY e.rowid LIMIT ?", "equipment"):
        _write_machines(connection, found, derive)


def write_requests(connection: Connection, requests: Iterable[str], derive: Callable[[Any], str]) -> None:
    """Write the search line of these requests."""
    for part in parts(sorted(requests)):
        _write_requests(connection, connection.exec_driver_sql(f"{_REQUESTS} WHERE id IN ({_holes(part)})", tuple(part)).all(), derive)


def _in_pieces(connection: Connection, query: str, table: str) -> Iterator[Sequence[Any]]:
    last = 0
    while found := connection.exec_driver_sql(query, (last, _PIECE)).all():
        yield found
        last = connection.exec_driver_sql(f"SELECT rowid FROM {table} WHERE id = ?", (found[-1].id,)).scalar_one()


def _write_machines(connection: Connection, found: Sequence[Any], derive: Callable[[Any], Mapping[str, str]]) -> None:
    derived = [(row.id, derive(row)) for row in found]
    if derived:
        names = tuple(derived[0][1])
        assigned = ", ".join(f"{name} = ?" for name in names)
        connection.exec_driver_sql(
            f"UPDATE equipment SET {assigned} WHERE id = ?", [(*(values[name] for name in names), key) for key, values in derived]
        )


def _write_requests(connection: Connection, found: Sequence[Any], derive: Callable[[Any], str]) -> None:
    if found:
        connection.exec_driver_sql("UPDATE support_request SET search = ? WHERE id = ?", [(derive(row), row.id) for row in found])


def _holes(values: Iterable[str]) -> str:
    return ", ".join("?" for _ in values)
