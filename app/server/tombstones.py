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

#: Rows of one transaction: writers never wait long. Attachments, which are large, go one by one.
_TOGETHER = 500
#: Rows read in one go.
_PAGE = 5_000
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True)
class Forgotten:
    """What one transaction removed."""

    records: int = 0
    attachments: int = 0


@dataclass
class _Known:
    """What an organisation's rows, those numbered up to `head`, say of its old deletions.

    Attributes:
        due: the old deletions.
        from_due: what each of them points to, of the others.
        pointed_to: those that any other row points to.
        held: the SHA-256 of the attachments of all documents but `due`, deleted ones included.
        due_holds: the same of those.
    """

    head: int
    due: set[str]
    from_due: dict[str, set[str]] = field(default_factory=dict)
    pointed_to: set[str] = field(default_factory=set)
    held: set[str] = field(default_factory=set)
    due_holds: dict[str, str] = field(default_factory=dict)

    def learn(self, row_id: str, kind: str, data: str) -> None:
        """Take in a row."""
        targets = (self.due & set(_UUID.findall(data))) - {row_id}
        if row_id not in self.due:
            self.pointed_to |= targets
        elif targets:
            self.from_due[row_id] = targets
        if kind == "document":
            digest = str(json.loads(data).get("sha256", "")).lower()
            if row_id in self.due:
                self.due_holds[row_id] = digest
            else:
                self.held.add(digest)

    def free(self) -> list[str]:
        """The deletions that nothing points to which stays, each before those that it points to itself, as far as there is such an order."""
        stays, found = set[str](), list(self.pointed_to)
        while found:
            one = found.pop()
            if one not in stays:
                stays.add(one)
                found += self.from_due.get(one, ())
        return _in_order({one: self.from_due.get(one, set()) - stays for one in sorted(self.due - stays)})

    def still_free(self, part: list[str]) -> list[str]:
        """Those of a part of `free` that nothing came to point to since."""
        found = []
        for one in part:
            if one in self.pointed_to:
                self.pointed_to |= self.from_due.get(one, set())
            else:
                found.append(one)
        return found


def forget(database: Database, organisation_id: str, before: str) -> Iterator[Forgotten]:
    """Remove the deletions of an organisation that were made before a moment, transaction by transaction.

    A deletion stays as long as any row points to it that stays itself: a computer that comes new to the office could not keep a row that
    points to one it is never told of. Attachments go that are whole since before that moment and that no document has, living or deleted.
    """
    known = _read(database, organisation_id, before)
    if known is None:
        return
    gone: set[str] = set()
    free = known.free()
    for start in range(0, len(free), _TOGETHER):
        removed = _remove(database, organisation_id, before, known, free[start : start + _TOGETHER])
        gone |= removed
        yield Forgotten(records=len(removed))
    held = known.held | {digest for row_id, digest in known.due_holds.items() if row_id not in gone}
    for blob_id, digest in _whole(database, organisation_id, before):
        if digest not in held and _drop(database, organisation_id, known, blob_id, digest):
            yield Forgotten(attachments=1)


def _read(database: Database, organisation_id: str, before: str) -> _Known | None:
    c = record.c
    with database.reading() as connection:
        old = select(c.row_id).where(c.organisation == organisation_id, c.deleted.is_(True), c.at < before)
        due = set(connection.scalars(old))
        if not due:
            return None
        head = connection.scalars(select(organisation.c.head).where(organisation.c.id == organisation_id)).one()
        known = _Known(head, due)
        for row_id, kind, data in _rows(connection, organisation_id):
            known.learn(row_id, kind, data)
    return known


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


def _remove(database: Database, organisation_id: str, before: str, known: _Known, part: list[str]) -> set[str]:
    c, u = record.c, unique_value.c
    with database.writing() as connection:
        _catch_up(connection, organisation_id, known)
        rows = known.still_free(part)
        due = (c.organisation == organisation_id, c.row_id.in_(rows), c.deleted.is_(True), c.at < before)
        gone = {row.row_id: row.seq for row in connection.execute(delete(record).where(*due).returning(c.row_id, c.seq))}
        if gone:
            connection.execute(delete(unique_value).where(u.organisation == organisation_id, u.row_id.in_(gone)))
            higher = update(organisation).where(organisation.c.id == organisation_id, organisation.c.purged_to < max(gone.values()))
            connection.execute(higher.values(purged_to=max(gone.values())))
    return set(gone)


def _catch_up(connection: Connection, organisation_id: str, known: _Known) -> None:
    """Take in what was written since; from here to the commit nobody restores a deletion, or points to one."""
    head = take_numbers(connection, organisation_id, 0).start
    c = record.c
    if head > known.head:
        for row in connection.execute(select(c.row_id, c.type, c.data).where(c.organisation == organisation_id, c.seq > known.head)):
            known.due.discard(row.row_id)  # restored, or deleted once more
            known.learn(row.row_id, row.type, row.data)
        known.head = head


def _whole(database: Database, organisation_id: str, before: str) -> list[tuple[str, str]]:
    with database.reading() as connection:
        whole = select(blob.c.id, blob.c.sha256).where(blob.c.organisation == organisation_id, blob.c.done_at < before)
        return [(row.id, row.sha256) for row in connection.execute(whole)]


def _drop(database: Database, organisation_id: str, known: _Known, blob_id: str, digest: str) -> bool:
    with database.writing() as connection:
        _catch_up(connection, organisation_id, known)
        return digest not in known.held and connection.execute(delete(blob).where(blob.c.id == blob_id)).rowcount > 0


def _in_order(points_to: dict[str, set[str]]) -> list[str]:
    """All of `points_to`, each before those it points to; those that point to each other in a circle at the end."""
    pointing = dict.fromkeys(points_to, 0)
    for targets in points_to.values():
        for one in targets:
            pointing[one] += 1
    found = [one for one, count in pointing.items() if not count]
    for one in found:
        for target in points_to[one]:
            pointing[target] -= 1
            if not pointing[target]:
                found.append(target)
    return found + [one for one, count in pointing.items() if count]
