"""Rows as they travel, written into SQLite at the speed of `executemany` and without the recorder: they are no changes of ours."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, inspect

from app.domain.synced import SYNCED, SyncedField
from app.store.bulk_rows import plan, unless_none
from app.store.tables import Base, Record

Convert = Callable[[Any], Any]
_AT_ONCE = 400


class Arriving(NamedTuple):
    """A row to be written: its identifier as SQLite keeps it, its values as they travel."""

    key: str
    seq: int | None
    at: str
    data: Mapping[str, Any]
    deleted_at: str | None


@dataclass(frozen=True)
class RowPlan:
    """How rows of one type are written.

    Attributes:
        fields: name, column, and what turns a travelling value into SQLite's (none: nothing does).
        defaults: for columns that do not travel, and for fields that an older server does not know.
        known: the names of `fields`.
        insert: inserts a row or replaces the fields of the one that is there; derived columns are left to whoever derives them.
    """

    table: str
    fields: tuple[tuple[str, str, Convert | None], ...]
    defaults: Mapping[str, Any]
    insert: str
    columns: tuple[str, ...]
    known: frozenset[str]

    def stored(self, rows: Sequence[Arriving]) -> list[tuple[Any, ...]]:
        """The values of `insert`, a tuple a row; made column by column, which takes a fraction of the time."""
        if not rows:
            return []
        keys, numbers, moments, contents, deletions = zip(*rows, strict=True)
        columns: list[Iterable[Any]] = [keys, numbers, moments, moments, deletions]
        for name, _, convert in self.fields:
            # Absent is not the same as empty: an older server does not know the field.
            default = self.defaults.get(name)
            if convert is None:
                columns.append([data.get(name, default) for data in contents])
            else:
                columns.append([convert(data[name]) if name in data else default for data in contents])
        columns += [[self.defaults[name]] * len(rows) for name in self.columns]
        return list(zip(*columns, strict=True))


@lru_cache(maxsize=64)
def row_plan(type_name: str) -> RowPlan:
    """The plan of a record type."""
    model: Any = models()[type_name]
    names = {attribute.key: attribute.columns[0].name for attribute in inspect(model).column_attrs}
    fields = tuple((name, names[name], _convert(field)) for name, field in SYNCED[type_name].fields.items())
    defaults = {name: default if bind is None else bind(default) for name, bind, default in plan(model).columns}
    derived = tuple(name for name in getattr(model, "derived", ()) if name in defaults)
    kept = ("id", "seq", "created_at", "updated_at", "deleted_at")
    columns = [*kept, *(column for _, column, _ in fields), *(names[name] for name in derived)]
    replaced = ("seq", "updated_at", "deleted_at", *(column for _, column, _ in fields))
    statement = (
        f'INSERT INTO "{type_name}" ({", ".join(_quoted(columns))}) VALUES ({", ".join("?" * len(columns))})'
        f" ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _quoted(replaced))}"
    )
    return RowPlan(type_name, fields, defaults, statement, derived, frozenset(SYNCED[type_name].fields))


@lru_cache(maxsize=1)
def models() -> dict[str, type[Any]]:
    """The model of every record type, by name."""
    return {str(mapper.local_table): mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Record)}


def set_fields(connection: Connection, type_name: str, row: str, values: Mapping[str, Any]) -> None:
    """Give a row some values as they travel, and nothing else; fields that this program does not know are left out."""
    columns = {name: (column, convert) for name, column, convert in row_plan(type_name).fields}
    known = {name: value for name, value in values.items() if name in columns}
    if not known:
        return
    assigned = ", ".join(f"{_quote(columns[name][0])} = ?" for name in known)
    converted = [value if (convert := columns[name][1]) is None else convert(value) for name, value in known.items()]
    connection.exec_driver_sql(f'UPDATE "{type_name}" SET {assigned} WHERE id = ?', (*converted, row))


def read_fields(connection: Connection, type_name: str, rows: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Rows with their values as SQLite has them, by identifier; `seq` and `deleted_at` are among them."""
    wanted = row_plan(type_name).fields
    columns = ", ".join(_quoted(["id", "seq", "deleted_at", *(column for _, column, _ in wanted)]))
    names = ("seq", "deleted_at", *(name for name, _, _ in wanted))
    found: dict[str, dict[str, Any]] = {}
    for part in parts(rows):
        query = f'SELECT {columns} FROM "{type_name}" WHERE id IN ({", ".join("?" * len(part))})'
        for row, *values in connection.exec_driver_sql(query, tuple(part)):
            found[row] = dict(zip(names, values, strict=True))
    return found


def converted(type_name: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Travelling values as SQLite keeps them; unknown fields are left out."""
    return {name: data[name] if convert is None else convert(data[name]) for name, _, convert in row_plan(type_name).fields if name in data}


def unknown(type_name: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Those values of a row that only newer programs know."""
    known = SYNCED[type_name].fields
    return {name: value for name, value in data.items() if name not in known}


def travelling(type_name: str, name: str, value: Any) -> Any:
    """A value as SQLite has it, as it travels."""
    field_kind = SYNCED[type_name].fields[name].kind
    if value is None:
        return None
    if field_kind == "reference":
        return as_uuid(value)
    if field_kind == "amount":
        return f"{value // 100}.{value % 100:02d}" if value >= 0 else f"-{-value // 100}.{-value % 100:02d}"
    if field_kind == "flag":
        return bool(value)
    return json.loads(value) if field_kind == "object" else value


def parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """`values` in pieces that one statement takes."""
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def as_key(identifier: str) -> str:
    """UUID text as SQLite keeps it."""
    return identifier.replace("-", "")


def as_uuid(key: str) -> str:
    """The other way round."""
    return f"{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}"


def _convert(field: SyncedField) -> Convert | None:
    converters: dict[str, Convert] = {"reference": as_key, "amount": _cents, "flag": int, "object": json.dumps}
    found = converters.get(field.kind)
    return None if found is None else unless_none(found)


def _cents(amount: str) -> int:
    return int(amount.replace(".", ""))


def _quote(name: str) -> str:
    return f'"{name}"'


def _quoted(names: Iterable[str]) -> list[str]:
    return [_quote(name) for name in names]
