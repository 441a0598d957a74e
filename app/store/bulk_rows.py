"""Rows for `executemany`, made without SQLAlchemy's cost per row: columns, defaults, and the values as SQLite and the outbox keep them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from json.encoder import encode_basestring_ascii
from operator import attrgetter
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import JSON, Column, Dialect, Uuid, inspect
from sqlalchemy.dialects.sqlite.pysqlite import dialect as sqlite_dialect

from app.store.base import Base
from app.store.types import UtcMoment, to_wire, utc_text

T = TypeVar("T")
Bind = Callable[[Any], Any] | None

_DIALECT: Dialect = sqlite_dialect()
HEX = attrgetter("hex")


@dataclass(frozen=True)
class Cells:
    """Rows taken apart: what is done to a whole column at once costs a fraction of the same done row by row.

    Attributes:
        values: attribute name to its values, one a row.
        given: the names that some row has; the values of all others are their column's default.
    """

    values: Mapping[str, list[Any]]
    given: Set[str]

    def turned(self, name: str, turn: Callable[[Any], T]) -> list[T]:
        """A column with each value turned into another; a default is turned once."""
        values = self.values[name]
        return [turn(value) for value in values] if name in self.given else [turn(values[0])] * len(values)


@dataclass(frozen=True)
class Plan:
    """How rows of one table are inserted.

    Attributes:
        statement: the `INSERT` with a hole a column.
        columns: attribute name, what turns a value into SQLite's (`None`: nothing), and the default, in the order of the holes.
    """

    statement: str
    columns: tuple[tuple[str, Bind, Any], ...]

    def cells(self, rows: Sequence[Mapping[str, Any]]) -> Cells:
        """The values of `rows`, column by column."""
        given = set().union(*rows)
        return Cells(
            {
                name: [row.get(name, default) for row in rows] if name in given else [default] * len(rows)
                for name, _, default in self.columns
            },
            given,
        )

    def stored(self, cells: Cells) -> list[tuple[Any, ...]]:
        """The rows as `executemany` takes them, in the order of the statement."""
        columns = (cells.values[name] if bind is None else cells.turned(name, bind) for name, bind, _ in self.columns)
        return list(zip(*columns, strict=True))


def unless_none(turn: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """`turn` for values that may be missing: nothing stays nothing."""
    return lambda value: None if value is None else turn(value)


@lru_cache(maxsize=64)
def plan(table: type[Base]) -> Plan:
    """The plan of a table. Columns that count up by themselves are left to SQLite."""
    columns: list[tuple[str, Column[Any]]] = []
    for attribute in inspect(table).column_attrs:
        column = attribute.columns[0]
        if isinstance(column, Column) and column.autoincrement is not True:
            columns.append((attribute.key, column))
    names = ", ".join(f'"{column.name}"' for _, column in columns)
    holes = ", ".join("?" * len(columns))
    return Plan(
        f'INSERT INTO "{table.__tablename__}" ({names}) VALUES ({holes})',
        tuple((name, _bind(column), _default(column)) for name, column in columns),
    )


def _bind(column: Column[Any]) -> Bind:
    if isinstance(column.type, JSON):
        return unless_none(_json_text)
    if isinstance(column.type, Uuid):
        return unless_none(HEX)
    if isinstance(column.type, UtcMoment):
        return unless_none(utc_text)
    bind = column.type.dialect_impl(_DIALECT).bind_processor(_DIALECT)
    # Kinds, days and moments come again and again.
    return None if bind is None else lru_cache(maxsize=4096)(bind)


def _json_text(value: Any) -> str:
    """JSON that was written already stays as it is."""
    return value if isinstance(value, str) else json.dumps(value)


def _default(column: Column[Any]) -> Any:
    default = column.default
    return getattr(default, "arg", None) if default is not None and default.is_scalar else None


class WireTexts:
    """Values as JSON texts, in the outbox's form. Remembers the values that come again and again: kinds, days, amounts."""

    def __init__(self) -> None:
        self._known: dict[tuple[type, Any], str] = {}

    def of(self, value: Any) -> str:
        """`value` as JSON."""
        if value is None:
            return "null"
        kind = type(value)
        if kind is str:
            return encode_basestring_ascii(value)
        if kind is UUID:
            return f'"{value}"'
        if kind is datetime:
            return f'"{utc_text(value)}"'
        if kind is dict or kind is list:
            return json.dumps(to_wire(value))
        known = self._known.get((kind, value))
        if known is None:
            known = self._known[kind, value] = json.dumps(to_wire(value))
        return known

    def moment(self, value: datetime) -> str:
        """A moment as the outbox keeps it, without quotes."""
        return self.of(value)[1:-1]

    def objects(self, names: Iterable[str], cells: Cells) -> tuple[list[str], list[str]]:
        """The JSON objects of new rows' fields, one a row: `{field: new}` for the outbox and `{field: [null, new]}` for the journal."""
        chosen = list(names)
        texts = list(zip(*(cells.turned(name, self.of) for name in chosen), strict=True))
        new = "{" + ", ".join(f'"{name}": %s' for name in chosen) + "}"
        changed = "{" + ", ".join(f'"{name}": [null, %s]' for name in chosen) + "}"
        return [new % row for row in texts], [changed % row for row in texts]
