"""Reading an organisation's records where the server itself has to know what is in them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, or_, select

from app.server.problems import MissingError
from app.server.tables import record


@dataclass(frozen=True)
class Row:
    """A living record as it stands."""

    id: str
    type: str
    seq: int
    data: Mapping[str, Any]
    by: str
    at: str


def find(connection: Connection, organisation_id: str, kind: str, row_id: str) -> Row:
    """The living record of that type and id.

    Raises:
        MissingError: there is none, whether it was deleted, is another organisation's or never was.
    """
    found = connection.execute(_of_type(kind).where(record.c.organisation == organisation_id, record.c.row_id == row_id)).one_or_none()
    if found is None:
        raise MissingError("there is no such record")
    return _row(found)


def tombstone(connection: Connection, organisation_id: str, row_id: str) -> int | None:
    """The number of the deletion of a record; none where it is not deleted."""
    c = record.c
    deleted = select(c.seq).where(c.organisation == organisation_id, c.row_id == row_id, c.deleted.is_(True))
    return connection.scalar(deleted)


def page(connection: Connection, organisation_id: str, kind: str, after: str, limit: int) -> list[Row]:
    """At most `limit` living records of a type, by rising id, from the one after `after`."""
    query = _of_type(kind).where(record.c.organisation == organisation_id, record.c.row_id > after)
    return [_row(one) for one in connection.execute(query.order_by(record.c.row_id).limit(limit))]


def with_value(connection: Connection, organisation_id: str, kind: str, field: str, values: Sequence[str]) -> Iterator[Row]:
    """The living records of a type whose `field` has one of the `values`."""
    query = _of_type(kind).where(record.c.organisation == organisation_id, holds(field, values))
    for one in connection.execute(query):
        row = _row(one)
        # The text was searched as text: a value inside an object may look the same.
        if row.data.get(field) in values:
            yield row


def holds(field: str, values: Sequence[str]) -> ColumnElement[bool]:
    """Whether the text of a record can have one of the `values` in `field`."""
    return or_(*(record.c.data.contains(f'"{field}":{json.dumps(value, ensure_ascii=False)}', autoescape=True) for value in values))


def is_type(kind: str) -> ColumnElement[bool]:
    """Whether a record is of that type: written out, for only then the index of types that are looked for serves."""
    return record.c.type == bindparam(None, kind, literal_execute=True)


def _of_type(kind: str) -> Select[Any]:
    c = record.c
    return select(c.row_id, c.type, c.seq, c.data, c.by, c.at).where(is_type(kind), c.deleted.is_(False))


def _row(found: Any) -> Row:
    return Row(found.row_id, found.type, found.seq, json.loads(found.data), found.by, found.at)
