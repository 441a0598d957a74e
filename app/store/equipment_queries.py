"""The equipment list as the table shows it: pages, counts and search over 100,000 machines in a few milliseconds.

Every sort has an index over living rows, so a page is a walk along that index. A search first asks the full-text tables
how many machines match: few are read and sorted, many are found by walking the sort index until the page is full.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
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


#: Of so large a share of all machines, the first ones stand near the start of any order: reading the words of each is quicker than listing all.
_NEARLY_ALL = 0.9
_TRIGRAMS = "SELECT rowid FROM equipment_trigrams WHERE equipment_trigrams MATCH :trigrams"
_WORDS = "SELECT rowid FROM equipment_words WHERE equipment_words MATCH :words"
#: The plus sign keeps SQLite from asking the full-text table row by row, which takes seconds.
_BOTH = f"{_WORDS} AND +rowid IN ({_TRIGRAMS})"


@dataclass(frozen=True)
class _Plan:
    """A query cut into SQL: conditions on `e`, the subquery of the row numbers that match, and the values of both.

    Attributes:
        filtered: whether the conditions leave out some of the rows that match.
        estimate: about how many rows match; exact while `match` reads one full-text table. 0 without a search.
    """

    conditions: str
    values: dict[str, Any]
    match: str
    filtered: bool
    order: str
    index: str
    estimate: int = 0

    @property
    def where(self) -> str:
        return f"e.deleted_at IS NULL{self.conditions}"


def narrowed_count(connection: Connection, query: EquipmentQuery, before: EquipmentQuery) -> int | None:
    """How many machines `query` finds, where it only lengthens the last word of `before`; `None` where that is not so.

    What it finds is then a part of what `before` found: where both are as many, both are the same machines.
    """
    if replace(query, search="") != replace(before, search=""):
        return None
    (short, long), (short_before, long_before) = _cut(query.search), _cut(before.search)
    longer = bool(long and long_before) and long[:-1] == long_before[:-1] and long[-1].startswith(long_before[-1])
    plan = _plan(query)
    if short or short_before or not longer or plan.filtered:
        return None
    return _counted(connection, _TRIGRAMS, plan)


def page(connection: Connection, query: EquipmentQuery, offset: int, limit: int, counted: int | None = None) -> Page[EquipmentRow]:
    """`limit` rows of the list from `offset` on, with the number of all; `counted` is what `narrowed_count` said.

    Raises:
        InputError: the query's sort is not one of `EQUIPMENT_SORTS`.
    """
    plan = _searched(connection, _plan(query), query.search, offset + limit, counted)
    values = {**plan.values, "limit": limit, "offset": offset}
    if plan.match and plan.estimate <= _FEW:
        # The plus sign keeps SQLite from walking all living rows in order: a few rows are fetched and sorted instead.
        found = f"SELECT e.nr, count(*) OVER () AS total FROM equipment e WHERE e.nr IN ({plan.match}) AND +{plan.where}"
        start, total = "", None
    elif plan.match == _BOTH and not plan.filtered:
        start, total = f"WITH matching(nr) AS MATERIALIZED ({plan.match}) ", None
        found = _walk(plan, "SELECT nr FROM matching", "(SELECT count(*) FROM matching)")
    else:
        start, total = "", _count(connection, plan)
        found = _walk(plan, plan.match, ":total")
        values["total"] = total
        if offset >= total:
            return Page(total, offset, ())
    statement = (
        f"{start}SELECT {_COLUMNS}, found.total FROM ({found} ORDER BY {plan.order} LIMIT :limit OFFSET :offset) AS found"
        f" JOIN equipment e ON e.nr = found.nr{_JOINS} ORDER BY {plan.order}"
    )
    rows = connection.execute(statement, values).fetchall()
    if rows:
        total = rows[0]["total"]
    elif total is None:
        total = _count(connection, plan) if offset else 0
    return Page(total, offset, tuple(_row(row) for row in rows))


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
    match = _matches(query.search, values)
    if not match and query.search.strip():
        conditions += " AND 0"  # signs alone, without a letter or a digit, are on no machine
    column = _SORT_COLUMNS.get(query.sort, query.sort)
    direction = "DESC" if query.descending else "ASC"
    return _Plan(conditions, values, match, bool(conditions), f"e.{column} {direction}, e.nr {direction}", column)


def _matches(search: str, values: dict[str, Any]) -> str:
    """The subquery of the row numbers that match, with its words added to `values`; empty without words."""
    short, long = _cut(search)
    if long:
        values["trigrams"] = " AND ".join(f'"{word}"' for word in long)
    if short:
        values["words"] = " AND ".join(f'"{word}"*' for word in short)
    if short and long:
        return _BOTH
    return _TRIGRAMS if long else _WORDS if short else ""


def _cut(search: str) -> tuple[list[str], list[str]]:
    """The words that are sought at the start of a word, and those of three letters and more, sought anywhere."""
    wanted = words(search)
    return [word for word in wanted if len(word) < 3], [word for word in wanted if len(word) >= 3]


def _searched(connection: Connection, plan: _Plan, search: str, reach: int, counted: int | None = None) -> _Plan:
    """`plan` with the cheapest way to the rows that match, as far as row `reach` of the list."""
    if not plan.match:
        return plan
    short, long = _cut(search)
    found = _counted(connection, _WORDS if short else _TRIGRAMS, plan) if counted is None else counted
    if short and long:
        if found <= _FEW:
            return _read_words(plan, _WORDS, found, (), long)
        few = f"SELECT count(*) FROM ({_TRIGRAMS} LIMIT {_FEW + 1})"
        if (rarer := int(connection.execute(few, plan.values).fetchone()[0])) <= _FEW:
            return _read_words(plan, _TRIGRAMS, rarer, short, ())
        return replace(plan, estimate=found // 8)  # most pairs of words have less than an eighth in common
    machines = connection.execute("SELECT max(nr) FROM equipment").fetchone()[0] or 1
    if not plan.filtered and found >= machines * _NEARLY_ALL and reach <= _FEW:
        return replace(_read_words(plan, "", found, short, long), filtered=False)
    return replace(plan, estimate=found)


def _counted(connection: Connection, match: str, plan: _Plan) -> int:
    # Counting inside the full-text table skips building the list of row numbers.
    return int(connection.execute(match.replace("SELECT rowid", "SELECT count(*)", 1), plan.values).fetchone()[0])


def _read_words(plan: _Plan, match: str, estimate: int, short: Sequence[str], long: Sequence[str]) -> _Plan:
    """`plan` that looks for words in the rows themselves, not in the full-text tables."""
    values, conditions = dict(plan.values), plan.conditions
    for number, sought in enumerate([f" {word}" for word in short] + list(long)):
        values[f"word{number}"] = sought
        conditions += f" AND instr(' ' || e.search, :word{number})"
    return replace(plan, conditions=conditions, values=values, match=match, filtered=True, estimate=estimate)


def _count(connection: Connection, plan: _Plan) -> int:
    if not plan.match and plan.estimate and not plan.filtered:
        return plan.estimate
    if not plan.match:
        statement = f"SELECT count(*) FROM equipment e WHERE {plan.where}"
    elif plan.filtered:
        statement = f"SELECT count(*) FROM equipment e WHERE {plan.where} AND e.nr IN ({plan.match})"
    elif plan.match == _BOTH:
        statement = f"SELECT count(*) FROM ({plan.match})"
    else:
        return plan.estimate
    return int(connection.execute(statement, plan.values).fetchone()[0])


def _walk(plan: _Plan, match: str, total: str) -> str:
    # The plus sign keeps SQLite from looking the matches up one by one: it walks the index and asks whether each is among them.
    matching = f" AND +e.nr IN ({match})" if match else ""
    return f"SELECT e.nr, {total} AS total FROM equipment e INDEXED BY ix_equipment_by_{plan.index} WHERE {plan.where}{matching}"


_KINDS = {choice.value: choice for choice in EquipmentKind}
_STATUSES = {choice.value: choice for choice in EquipmentStatus}
_OWNERSHIPS = {choice.value: choice for choice in Ownership}
_CONDITIONS = {choice.value: choice for choice in EquipmentCondition}


def _row(row: Row) -> EquipmentRow:
    # By place, not by name: this runs for every row of every page, while Qt's thread waits for the interpreter.
    key, name, kind, maker, model, serial, number, status, ownership, condition, site, person, contract, bought, warranty, changed, _ = row
    return EquipmentRow(
        UUID(key),
        name,
        _KINDS[kind],
        maker,
        model,
        serial,
        number,
        _STATUSES[status],
        _OWNERSHIPS[ownership],
        _CONDITIONS[condition],
        site or "",
        person or "",
        contract or "",
        _day(bought),
        _day(warranty),
        datetime.fromisoformat(changed),
    )


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None
