"""Rows as they travel, written into SQLite at the speed of `executemany` and without the recorder: they are no changes of ours."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, inspect

from app.domain.synced import SYNCED
from app.store.bulk_rows import plan, unless_none
from app.store.folding import request_words
from app.store.tables import Base, Record

Convert = Callable[[Any], Any]

_AT_ONCE = 400


class UnknownChoiceError(ValueError):
    """A value that only a newer program knows: lists could not be read with it."""


class Own(NamedTuple):
    """A derived column that follows from texts of the row itself."""

    fields: tuple[str, ...]
    derive: Callable[..., str]

    def of(self, rows: Sequence[Mapping[str, Any]]) -> list[str]:
        """The column of `rows`, which travel."""
        return [self.derive(*(row.get(name) or "" for name in self.fields)) for row in rows]


_OWN: Mapping[str, Mapping[str, Own]] = {"support_request": {"search": Own(("number", "subject", "contact"), request_words)}}


@dataclass(frozen=True)
class RowPlan:
    """How rows of one type are written.

    Attributes:
        fields: name, column, and what turns a travelling value into SQLite's (none: nothing does).
        defaults: for columns that do not travel, and for fields that an older server does not know.
        known: the names of `fields`.
        choices: where among `fields` those are that have one of some values, and which.
        own: derived columns that follow from the row alone, with the fields that they follow from: they are written with it.
        insert: inserts a row that is not there.
        replace: the same, or replaces the fields of the one that is there; other derived columns are left to whoever derives them. SQLite
            saves every page that it may have to take back before each such row: it takes three times as long as `insert`.
    """

    table: str
    fields: tuple[tuple[str, str, Convert | None], ...]
    defaults: Mapping[str, Any]
    insert: str
    replace: str
    columns: tuple[str, ...]
    known: frozenset[str]
    choices: tuple[tuple[int, frozenset[str | None]], ...]
    own: Mapping[str, Own]

    def stored(
        self, keys: Sequence[str], versions: Sequence[tuple[int | None, str]], contents: Sequence[tuple[Mapping[str, Any], str | None]]
    ) -> list[tuple[Any, ...]]:
        """The values of `insert` and `replace`, a tuple a row; made column by column, which takes a fraction of the time.

        Args:
            keys: identifiers as SQLite keeps them.
            versions: `seq` and moment of the last change of each.
            contents: values as they travel, and since when the row is deleted.

        Raises:
            UnknownChoiceError: one of the values is no choice here.
        """
        if not keys:
            return []
        numbers, moments = zip(*versions, strict=True)
        values, deletions = zip(*contents, strict=True)
        fields = self._fields(values)
        for place, known in self.choices:
            if not known.issuperset(fields[place]):
                raise UnknownChoiceError(f"{self.table}.{self.fields[place][0]}: {sorted(set(fields[place]) - known)}")
        columns: list[Iterable[Any]] = [keys, numbers, moments, moments, deletions, *fields]
        for name in self.columns:
            columns.append(self.own[name].of(values) if name in self.own else [self.defaults[name]] * len(keys))
        return list(zip(*columns, strict=True))

    def _fields(self, values: Sequence[Mapping[str, Any]]) -> list[Iterable[Any]]:
        try:
            given = zip(*map(itemgetter(*(name for name, _, _ in self.fields)), values), strict=True)
        except KeyError:
            return [self._field(name, convert, values) for name, _, convert in self.fields]
        return [column if convert is None else map(convert, column) for (_, _, convert), column in zip(self.fields, given, strict=True)]

    def _field(self, name: str, convert: Convert | None, values: Sequence[Mapping[str, Any]]) -> Iterable[Any]:
        """A column that some rows may not have: an older server does not know the field. Absent is not the same as empty."""
        default = self.defaults.get(name)
        if convert is None:
            return [row.get(name, default) for row in values]
        return [convert(row[name]) if name in row else default for row in values]


@lru_cache(maxsize=64)
def row_plan(type_name: str) -> RowPlan:
    """The plan of a record type."""
    model: Any = models()[type_name]
    names = {attribute.key: attribute.columns[0].name for attribute in inspect(model).column_attrs}
    kinds = SYNCED[type_name].fields
    fields = tuple((name, names[name], _CONVERTERS.get(field.kind)) for name, field in kinds.items())
    choices = tuple((place, frozenset({*one.choices, None})) for place, one in enumerate(kinds.values()) if one.choices)
    defaults = {name: default if bind is None else bind(default) for name, bind, default in plan(model).columns}
    derived = tuple(name for name in getattr(model, "derived", ()) if name in defaults)
    kept = ("id", "seq", "created_at", "updated_at", "deleted_at")
    columns = [*kept, *(column for _, column, _ in fields), *(names[name] for name in derived)]
    own = _OWN.get(type_name, {})
    replaced = ("seq", "updated_at", "deleted_at", *(column for _, column, _ in fields), *(names[name] for name in own))
    insert = f'INSERT INTO "{type_name}" ({", ".join(_quoted(columns))}) VALUES ({", ".join("?" * len(columns))})'
    replace = f"{insert} ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _quoted(replaced))}"
    return RowPlan(type_name, fields, defaults, insert, replace, derived, frozenset(kinds), choices, own)


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


def numbers_of(connection: Connection, type_name: str, rows: Sequence[str]) -> dict[str, int | None]:
    """The numbers that the server gave to those of `rows` that are there, deleted or not; none for a row that it never numbered."""
    query = f'SELECT id, seq FROM "{type_name}" WHERE id IN (SELECT value FROM json_each(?))'
    return {row.id: row.seq for row in connection.exec_driver_sql(query, (json.dumps(rows),))}


def converted(type_name: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Travelling values as SQLite keeps them; unknown fields are left out."""
    return {name: data[name] if convert is None else convert(data[name]) for name, _, convert in row_plan(type_name).fields if name in data}


def unknown(type_name: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Those values of a row that only newer programs know."""
    known = SYNCED[type_name].fields
    return {name: value for name, value in data.items() if name not in known}


def readable(type_name: str, name: str, value: Any) -> bool:
    """Whether a travelling value can stand here: a newer program may know more choices."""
    field = SYNCED[type_name].fields.get(name)
    return field is None or field.choices is None or value is None or value in list(field.choices)


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


def _key(identifier: str | None) -> str | None:
    return None if identifier is None else identifier.replace("-", "")


def _cents(amount: str) -> int:
    return int(amount.replace(".", ""))


#: What does not travel as SQLite keeps it, by kind of field. References are by far the most.
_CONVERTERS: Mapping[str, Convert] = {
    "reference": _key,
    "amount": unless_none(_cents),
    "flag": unless_none(int),
    "object": unless_none(json.dumps),
}


def _quote(name: str) -> str:
    return f'"{name}"'


def _quoted(names: Iterable[str]) -> list[str]:
    return [_quote(name) for name in names]
