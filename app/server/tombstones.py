"""Deletions that everybody has heard of are forgotten, and the attachments that nothing holds any more go with them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, select, update

from app.server.database import Database
from app.server.sync.writing import take_numbers
from app.server.tables import blob, organisation, record, unique_value

#: Rows of one transaction: writers never wait long.
_TOGETHER = 500
#: Rows read in one go.
_PAGE = 5_000
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True)
class Forgotten:
    """What one transaction removed."""

    records: int
    attachments: int


@dataclass
class _Scan:
    """What an organisation's rows say of its deletions, up to `head`.

    Attributes:
        free: deletions that no row points to, by rising `seq`: `row_id` and `seq`.
        holders: the documents of every attachment, living and deleted, by its SHA-256.
    """

    head: int = 0
    free: list[tuple[str, int]] = field(default_factory=list)
    holders: dict[str, set[str]] = field(default_factory=dict)


def forget(database: Database, organisation_id: str, before: str) -> Iterator[Forgotten]:
    """Remove the deletions of an organisation that were made before a moment, transaction by transaction.

    A deletion stays as long as any row points to it: a computer that comes new to the office could not keep a row that points to one it
    is never told of. So it may take several turns: each frees what only its own rows pointed to.
    """
    while (scan := _scan(database, organisation_id, before)).free:
        gone = 0
        for start in range(0, len(scan.free), _TOGETHER):
            forgotten = _remove(database, organisation_id, before, scan, scan.free[start : start + _TOGETHER])
            gone += forgotten.records
            yield forgotten
        if not gone:
            return


def _scan(database: Database, organisation_id: str, before: str) -> _Scan:
    scan = _Scan()
    with database.reading() as connection:
        c = record.c
        old = select(c.row_id, c.seq).where(c.organisation == organisation_id, c.deleted.is_(True), c.at < before).order_by(c.seq)
        due = {row.row_id: row.seq for row in connection.execute(old)}
        if not due:
            return scan
        scan.head = connection.scalars(select(organisation.c.head).where(organisation.c.id == organisation_id)).one()
        pointed_to: set[str] = set()
        for row_id, kind, data in _rows(connection, organisation_id):
            pointed_to.update((due.keys() & _UUID.findall(data)) - {row_id})
            if kind == "document":
                scan.holders.setdefault(_digest(data), set()).add(row_id)
    scan.free = [(row_id, seq) for row_id, seq in due.items() if row_id not in pointed_to]
    return scan


def _rows(connection: Connection, organisation_id: str) -> Iterator[tuple[str, str, str]]:
    c = record.c
    after = ""
    while True:
        query = select(c.row_id, c.type, c.data).where(c.organisation == organisation_id, c.row_id > after).order_by(c.row_id)
        page = connection.execute(query.limit(_PAGE)).all()
        for row in page:
            yield row.row_id, row.type, row.data
        if len(page) < _PAGE:
            return
        after = page[-1].row_id


def _remove(database: Database, organisation_id: str, before: str, scan: _Scan, part: list[tuple[str, int]]) -> Forgotten:
    c, u = record.c, unique_value.c
    with database.writing() as connection:
        # From here on nobody restores one of them, or points to one.
        take_numbers(connection, organisation_id, 0)
        new = connection.execute(select(c.type, c.data).where(c.organisation == organisation_id, c.seq > scan.head)).all()
        pointed_to = {row_id for row in new for row_id in _UUID.findall(row.data)}
        rows = [row_id for row_id, _ in part if row_id not in pointed_to]
        due = (c.organisation == organisation_id, c.row_id.in_(rows), c.deleted.is_(True), c.at < before)
        gone = connection.execute(delete(record).where(*due).returning(c.row_id, c.seq, c.type, c.data)).all()
        if not gone:
            return Forgotten(0, 0)
        connection.execute(delete(unique_value).where(u.organisation == organisation_id, u.row_id.in_([row.row_id for row in gone])))
        last = max(row.seq for row in gone)
        higher = update(organisation).where(organisation.c.id == organisation_id, organisation.c.purged_to < last)
        connection.execute(higher.values(purged_to=last))
        held = {_digest(row.data) for row in new if row.type == "document"}
        freed = {digest for row in gone if row.type == "document" and (digest := _freed(scan, row.row_id, row.data)) not in held}
        return Forgotten(len(gone), _attachments(connection, organisation_id, freed - {""}))


def _freed(scan: _Scan, row_id: str, data: str) -> str:
    """The SHA-256 of the attachment whose last document went; empty where others hold it."""
    digest = _digest(data)
    scan.holders[digest].discard(row_id)
    return "" if scan.holders[digest] else digest


def _attachments(connection: Connection, organisation_id: str, digests: set[str]) -> int:
    if not digests:
        return 0
    whole = (blob.c.organisation == organisation_id, blob.c.sha256.in_(digests), blob.c.done_at.is_not(None))
    return len(connection.execute(delete(blob).where(*whole).returning(blob.c.id)).all())


def _digest(data: str) -> str:
    return str(json.loads(data).get("sha256", "")).lower()
