"""The equipment list as the table shows it: pages, counts and search over 100,000 machines in a few milliseconds.

Every sort has an index over living rows, so a page is a walk along that index. A search first asks the full-text tables
how many machines match: few are read and sorted, many are found by walking the sort index until the page is full.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from sqlite3 import Connection, Row
from typing import Any
from uuid import UUID

from app.domain.errors import InputError
from app.domain.records import EquipmentCondition, EquipmentKind, EquipmentStatus, Ownership
from app.domain.text import msg
from app.domain.values.equipment import EQUIPMENT_SORTS, EquipmentQuery, EquipmentRow, Page
from app.store.folding import words

_SORT_COLUMNS = {
    "designation": "designation_key",
    "manufacturer": "manufacturer_key",
    "model": "model_key",
    "serial": "serial_key",
    "inventory_number": "inventory_key",
    "site": "site_key",
    "person": "person_key",
    "contract": "contract_key",
}
#: Up to this many matches are cheaper to read and sort than to meet along the sort index.
_FEW = 3000
_COLUMNS = (
    "e.id, e.designation, e.kind, e.manufacturer, e.model, e.serial, e.inventory_number, e.status, e.ownership, e.condition,"
    " s.name AS site_name, p.name AS person_name, c.number AS contract_number, e.purchase_date, e.warranty_end, e.updated_at"
)
_JOINS = (
    " LEFT JOIN site s ON s.id = e.site_id LEFT JOIN person p ON p.id = e.person_id"
    " LEFT JOIN contract c ON c.id = e.contract_id AND c.deleted_at IS NULL"
)


@dataclass(frozen=True)
class _Plan:
    """A query cut into SQL: conditions on `e`, full-text match expressions, and the values of both."""

    conditions: str
    values: dict[str, Any]
    match: str
    filtered: bool
    order: str

    @property
    def where(self) -> str:
        return f"e.deleted_at IS NULL{self.conditions}"


def page(connection: Connection, query: EquipmentQuery, offset: int, limit: int) -> Page[EquipmentRow]:
    """`limit` rows of the list from `offset` on, with the number of all.

    Raises:
        InputError: the query's sort is not one of `EQUIPMENT_SORTS`.
    """
    plan = _plan(query)
    total = _count(connection, plan)
    if offset >= total:
        return Page(total, offset, ())
    return Page(total, offset, tuple(_rows(connection, plan, query, total, offset, limit)))


def identifiers(connection: Connection, query: EquipmentQuery) -> list[UUID]:
    """The ids of every machine the query finds, in its order: for bulk edits and exports of a whole list."""
    plan = _plan(query)
    match = f" AND e.nr IN ({plan.match})" if plan.match else ""
    found = connection.execute(f"SELECT e.id FROM equipment e WHERE {plan.where}{match} ORDER BY {plan.order}", plan.values)
    return [UUID(row[0]) for row in found]


def _plan(query: EquipmentQuery) -> _Plan:
    if query.sort not in EQUIPMENT_SORTS:
        raise InputError("sort", query.sort, msg("un de {names}", names=", ".join(EQUIPMENT_SORTS)))
    conditions, values = "", {}
    for name, found in (("kind", query.kinds), ("status", query.statuses), ("ownership", query.ownerships)):
        if found:
            holes = []
            for number, choice in enumerate(sorted(found)):
                values[f"{name}{number}"] = choice.value
                holes.append(f":{name}{number}")
            conditions += f" AND e.{name} IN ({', '.join(holes)})"
    for name, wanted in (("site_id", query.site_id), ("contract_id", query.contract_id), ("person_id", query.person_id)):
        if wanted is not None:
            values[name] = wanted.hex
            conditions += f" AND e.{name} = :{name}"
    filtered = bool(conditions)
    match = _matches(query.search, values)
    column = _SORT_COLUMNS.get(query.sort, query.sort)
    direction = "DESC" if query.descending else "ASC"
    return _Plan(conditions, values, match, filtered, f"e.{column} {direction}, e.nr {direction}")


def _matches(search: str, values: dict[str, Any]) -> str:
    """The subquery of the row numbers that match, with its words added to `values`; empty without words."""
    wanted = words(search)
    if not wanted:
        return ""
    short = [word for word in wanted if len(word) < 3]
    long = [word for word in wanted if len(word) >= 3]
    parts = []
    if long:
        values["trigrams"] = " AND ".join(f'"{word}"' for word in long)
        parts.append("SELECT rowid FROM equipment_trigrams WHERE equipment_trigrams MATCH :trigrams")
    if short:
        values["words"] = " AND ".join(f'"{word}"*' for word in short)
        parts.append("SELECT rowid FROM equipment_words WHERE equipment_words MATCH :words")
    return " INTERSECT ".join(parts)


def _count(connection: Connection, plan: _Plan) -> int:
    if not plan.match:
        statement = f"SELECT count(*) FROM equipment e WHERE {plan.where}"
    elif plan.filtered:
        statement = f"SELECT count(*) FROM equipment e WHERE {plan.where} AND e.nr IN ({plan.match})"
    elif " INTERSECT " in plan.match:
        statement = f"SELECT count(*) FROM ({plan.match})"
    else:
        # Counting inside the full-text table skips building the list of row numbers.
        statement = plan.match.replace("SELECT rowid", "SELECT count(*)", 1)
    return int(connection.execute(statement, plan.values).fetchone()[0])


def _rows(connection: Connection, plan: _Plan, query: EquipmentQuery, total: int, offset: int, limit: int) -> list[EquipmentRow]:
    values = {**plan.values, "limit": limit, "offset": offset}
    if plan.match and total <= _FEW:
        # Here the plus sign keeps SQLite from walking all living rows in order: a few rows are fetched and sorted instead.
        inner = (
            f"SELECT e.nr FROM equipment e WHERE e.nr IN ({plan.match}) AND +{plan.where} ORDER BY {plan.order} LIMIT :limit OFFSET :offset"
        )
    else:
        # The plus sign keeps SQLite from looking the matches up one by one: it walks the index and asks whether each is among them.
        matching = f" AND +e.nr IN ({plan.match})" if plan.match else ""
        index = _SORT_COLUMNS.get(query.sort, query.sort)
        inner = (
            f"SELECT e.nr FROM equipment e INDEXED BY ix_equipment_by_{index} WHERE {plan.where}{matching}"
            f" ORDER BY {plan.order} LIMIT :limit OFFSET :offset"
        )
    statement = f"SELECT {_COLUMNS} FROM ({inner}) AS found JOIN equipment e ON e.nr = found.nr{_JOINS} ORDER BY {plan.order}"
    return [_row(row) for row in connection.execute(statement, values)]


def _row(row: Row) -> EquipmentRow:
    return EquipmentRow(
        id=UUID(row["id"]),
        designation=row["designation"],
        kind=EquipmentKind(row["kind"]),
        manufacturer=row["manufacturer"],
        model=row["model"],
        serial=row["serial"],
        inventory_number=row["inventory_number"],
        status=EquipmentStatus(row["status"]),
        ownership=Ownership(row["ownership"]),
        condition=EquipmentCondition(row["condition"]),
        site_name=row["site_name"] or "",
        person_name=row["person_name"] or "",
        contract_number=row["contract_number"] or "",
        purchase_date=_day(row["purchase_date"]),
        warranty_end=_day(row["warranty_end"]),
        updated_at=datetime.fromisoformat(row["updated_at"]),
    )


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None
