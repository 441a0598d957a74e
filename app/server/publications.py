"""What the provider published to all organisations, kept so that those that are added later have it too."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from uuid_utils.compat import uuid7

from app.domain.synced import SYNCED
from app.server.clock import as_text
from app.server.pen import Change, Pen, RefusedError
from app.server.problems import InvalidError, MissingError
from app.server.rows import Row, find, tombstone, with_value
from app.server.sync.checks import valid
from app.server.sync.merging import Author
from app.server.tables import publication, record

_NAMES = UUID("0b6a4a0e-6a43-5f0b-9c8e-1f6f4d1f7a51")


@dataclass(frozen=True)
class Publication:
    """Something to be published.

    Attributes:
        kind: the type of its record.
        name: what it is, in words: for the journal, and to derive its record's id from.
        key: the values that tell it from all others of its kind.
        content: the values that stay as they were published.
    """

    kind: str
    name: str
    key: Mapping[str, Any]
    content: Mapping[str, Any]

    @property
    def row_id(self) -> str:
        """The id that its record mostly has: whoever publishes it, it is published once."""
        return str(uuid5(_NAMES, self.name))

    @property
    def values(self) -> dict[str, Any]:
        """The values of its record."""
        return {**self.key, **self.content}

    def require_possible(self) -> None:
        """Refuse values that no record can have, before they are kept for organisations that are added later.

        Raises:
            InvalidError: the field is named.
        """
        for name, field in SYNCED[self.kind].fields.items():
            if not valid(field)(self.values[name]):
                longest = f" of at most {field.longest} characters" if field.longest else ""
                raise InvalidError.of(name, self.values[name], f"a value of the kind {field.kind}{longest}, without NUL")

    def refuse_other(self, known: Mapping[str, Any], where: str) -> None:
        """Refuse where other values stand under its name.

        Raises:
            RefusedError: they do; `where` is told with it.
        """
        for field, value in self.content.items():
            if known.get(field) != value:
                raise RefusedError(f"{field}: {self.name} was published with another one: {_MENDING[self.kind]}", detail=where)


_MENDING = {"published_offer": "a change needs a new version", "bridge_day": "withdraw the day first, then publish it again"}


def row_of(connection: Connection, organisation_id: str, published: Publication) -> Row | None:
    """The living record of a publication in an organisation.

    A computer of the organisation may have taken the id that follows from the name, for another type of record: then the record has
    another id, and is found by what it says.
    """
    try:
        return find(connection, organisation_id, published.kind, published.row_id)
    except MissingError:
        if not _taken(connection, organisation_id, published):
            return None
    field, value = next((name, value) for name, value in published.key.items() if isinstance(value, str))
    found = with_value(connection, organisation_id, published.kind, field, [value])
    return next((row for row in found if published.key.items() <= row.data.items()), None)


def put(pen: Pen, published: Publication) -> bool:
    """Write the record of a publication where the organisation has none; whether it had none.

    Raises:
        RefusedError: it has one with other values.
        InvalidError: a value is impossible.
    """
    known = row_of(pen.connection, pen.organisation, published)
    if known is not None:
        published.refuse_other(known.data, pen.organisation)
        return False
    if _taken(pen.connection, pen.organisation, published):
        # Nobody can foresee this one, and so nobody can take it first.
        pen.write([Change(published.kind, str(uuid7()), published.values)])
        return True
    # What was withdrawn comes back on top of its deletion.
    deletion = tombstone(pen.connection, pen.organisation, published.row_id)
    pen.write([Change(published.kind, published.row_id, published.values, deletion, "put")])
    return True


def remember(connection: Connection, published: Publication, author: Author, now: datetime) -> bool:
    """Keep what is published to all; whether it was not kept yet. To be committed before anybody looks which organisations there are: one that is added meanwhile is
    then either among them or given it by `give_all`.

    Raises:
        RefusedError: other values were published under its name.
    """
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    values = {
        "row_id": published.row_id,
        "type": published.kind,
        "data": json.dumps(published.values, ensure_ascii=False),
        "author": author.id,
        "by": author.name,
        "published_at": as_text(now),
    }
    keep = insert(publication).values(values).on_conflict_do_nothing().returning(publication.c.row_id)
    is_new = connection.scalar(keep) is not None
    kept = connection.scalar(select(publication.c.data).where(publication.c.row_id == published.row_id))
    published.refuse_other(json.loads(str(kept)), "all organisations")
    return is_new


def forget(connection: Connection, published: Publication) -> bool:
    """Give it to no further organisation; whether it was kept."""
    return connection.execute(delete(publication).where(publication.c.row_id == published.row_id)).rowcount > 0


def give_all(connection: Connection, organisation_id: str, now: datetime) -> int:
    """Give a new organisation, in the transaction that makes it, what was published to all; how much that was."""
    if connection.dialect.name == "postgresql":
        # Whatever is published from here on waits until the organisation is there to be seen. On SQLite one writer waits for another anyway.
        connection.exec_driver_sql("LOCK TABLE publication IN SHARE MODE")
    c = publication.c
    kept = connection.execute(select(publication).order_by(c.published_at, c.row_id)).all()
    for one in kept:
        author = Author(one.author, one.by, staff=True)
        Pen(connection, organisation_id, author, now).write([Change(one.type, one.row_id, json.loads(one.data))])
    return len(kept)


def _taken(connection: Connection, organisation_id: str, published: Publication) -> bool:
    """Whether a record of another type, deleted or not, has the id that follows from the name."""
    c = record.c
    kind = connection.scalar(select(c.type).where(c.organisation == organisation_id, c.row_id == published.row_id))
    return kind is not None and kind != published.kind
