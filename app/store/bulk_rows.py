"""Rows for `executemany`, made without SQLAlchemy's cost per row: columns, defaults, and the values as SQLite and the outbox keep them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from json.encoder import encode_basestring_ascii
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Column, Dialect, Uuid, inspect
from sqlalchemy.dialects.sqlite.pysqlite import dialect as sqlite_dialect

from app.store.base import Base
from app.store.types import to_wire

Bind = Callable[[Any], Any] | None

_DIALECT: Dialect = sqlite_dialect()
_HEX = attrgetter("hex")


@dataclass(frozen=True)
class Plan:
    """How rows of one table are inserted.

    Attributes:
        statement: the `INSERT` with a hole a column.
        columns: attribute name, what turns a value into SQLite's (`None`: nothing), and the default, in the order of the holes.
    """

    statement: str
    columns: tuple[tuple[str, Bind, Any], ...]

    def values(self, row: Mapping[str, Any]) -> tuple[Any, ...]:
        """The values of `row` in the order of the statement."""
        get = row.get
        found = [get(name, default) for name, _, default in self.columns]
        for place, bind in self.binds:
            value = found[place]
            if value is not None:
                found[place] = bind(value)
        return tuple(found)

    @cached_property
    def binds(self) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
        """The holes whose values have to be turned into SQLite's."""
        return tuple((place, bind) for place, (_, bind, _) in enumerate(self.columns) if bind is not None)


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
        return _json_text
    if isinstance(column.type, Uuid):
        return _HEX
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
        self._defaults: dict[str, tuple[str, str]] = {}

    def of(self, value: Any) -> str:
        """`value` as JSON."""
        if value is None:
            return "null"
        kind = type(value)
        if kind is str:
            return encode_basestring_ascii(value)
        if kind is UUID:
            return f'"{value}"'
        if kind is dict or kind is list:
            return json.dumps(to_wire(value))
        known = self._known.get((kind, value))
        if known is None:
            known = self._known[kind, value] = json.dumps(to_wire(value))
        return known

    def moment(self, value: datetime) -> str:
        """A moment as the outbox keeps it, without quotes."""
        return self.of(value)[1:-1]

    def objects(self, names: Iterable[tuple[str, str, Any]], row: Mapping[str, Any]) -> tuple[str, str]:
        """The JSON objects of a new row's fields: `{field: new}` for the outbox and `{field: [null, new]}` for the journal.

        `names` are attribute names with the text that begins them, `'"name": '`, and their defaults, the same at each call.
        """
        of, defaults = self.of, self._defaults
        new, changed = [], []
        for name, start, default in names:
            if name in row:
                value = row[name]
                text = encode_basestring_ascii(value) if type(value) is str else of(value)
                new.append(start + text)
                changed.append(f"{start}[null, {text}]")
                continue
            if start not in defaults:
                defaults[start] = (start + of(default), f"{start}[null, {of(default)}]")
            new.append(defaults[start][0])
            changed.append(defaults[start][1])
        return "{" + ", ".join(new) + "}", "{" + ", ".join(changed) + "}"
