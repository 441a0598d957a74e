"""What is thrown away in time: deletions everybody has heard of, answers that arrived, codes, tokens, links, mails and addresses that have lapsed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, exists, func, or_, select, update

from app.server import limits
from app.server.clock import as_text
from app.server.database import Database
from app.server.sync.writing import take_numbers
from app.server.tables import (
    activation_code,
    blob,
    device,
    knock,
    mail,
    organisation,
    push,
    rating_link,
    record,
    repeat,
    technician_code,
    token,
    unique_value,
)
from app.server.tokens import REFRESH

#: A computer that was away for longer reads everything anew.
TOMBSTONES = timedelta(days=180)
#: A server that was restored from a copy is offered again what computers sent in this time.
PUSHES = timedelta(days=30)
UPLOADS = timedelta(days=7)
_SPENT_TOKENS = timedelta(days=7)
_LAPSED = timedelta(days=1)
_MAILS = timedelta(days=90)
_REPEATS = timedelta(days=30)
#: Rows of one transaction: writers never wait long.
_TOGETHER = 500


@dataclass
class Purged:
    """How many rows of each kind are gone."""

    counts: dict[str, int] = field(default_factory=dict)

    def add(self, kind: str, count: int) -> None:
        """So many more."""
        if count:
            self.counts[kind] = self.counts.get(kind, 0) + count


def purge(database: Database, now: datetime) -> Purged:
    """Throw away all that is due, in small transactions; several workers may do it at once."""
    purged = Purged()
    with database.reading() as connection:
        offices = list(connection.scalars(select(organisation.c.id).order_by(organisation.c.id)))
    for office in offices:
        while count := _tombstones(database, office, now):
            purged.add("deleted records", count)
    for kind, table, condition in _lapsed(now):
        while count := _some(database, table, condition):
            purged.add(kind, count)
    return purged


def _tombstones(database: Database, organisation_id: str, now: datetime) -> int:
    c = record.c
    other = record.alias("other").c
    # A computer that comes new to the office could not keep a row that points to one it is never told of.
    pointed_to = exists().where(other.organisation == c.organisation, other.data.contains(c.row_id))
    due = (c.organisation == organisation_id, c.deleted.is_(True), c.at < as_text(now - TOMBSTONES), ~pointed_to)
    with database.reading() as connection:
        # Most organisations have none: nobody is kept from writing for that.
        if connection.scalar(select(c.row_id).where(*due).limit(1)) is None:
            return 0
    with database.writing() as connection:
        # From here on nobody restores one of them.
        take_numbers(connection, organisation_id, 0)
        gone = connection.execute(select(c.row_id, c.seq).where(*due).order_by(c.seq).limit(_TOGETHER)).all()
        if gone:
            _remove(connection, organisation_id, [row.row_id for row in gone], gone[-1].seq)
        return len(gone)


def _remove(connection: Connection, organisation_id: str, rows: list[str], last: int) -> None:
    u = unique_value.c
    connection.execute(delete(unique_value).where(u.organisation == organisation_id, u.row_id.in_(rows)))
    connection.execute(delete(record).where(record.c.organisation == organisation_id, record.c.row_id.in_(rows)))
    higher = update(organisation).where(organisation.c.id == organisation_id, organisation.c.purged_to < last)
    connection.execute(higher.values(purged_to=last))


def _lapsed(now: datetime) -> list[tuple[str, Table, ColumnElement[bool]]]:
    def before(age: timedelta) -> str:
        return as_text(now - age)

    acknowledged = exists().where(device.c.id == push.c.device, device.c.acknowledged_n >= push.c.last_n)
    return [
        ("stored pushes", push, and_(push.c.at < before(PUSHES), acknowledged)),
        ("uploads", blob, and_(blob.c.done_at.is_(None), blob.c.started_at < before(UPLOADS))),
        ("activation codes", activation_code, activation_code.c.expires_at < before(_LAPSED)),
        ("technician codes", technician_code, technician_code.c.expires_at < before(_LAPSED)),
        ("tokens", token, _useless_token(now)),
        ("rating links", rating_link, rating_link.c.expires_at < before(_LAPSED)),
        ("mails", mail, func.coalesce(mail.c.sent_at, mail.c.given_up_at) < before(_MAILS)),
        ("repeated requests", repeat, repeat.c.at < before(_REPEATS)),
        ("addresses", knock, knock.c.full_until < limits.lapsed(now)),
    ]


def _useless_token(now: datetime) -> ColumnElement[bool]:
    """Tokens that nobody can use and that prove nothing any more.

    A spent refresh token that comes back is told from a theft by whether its successors were used. So both stay until a later one of
    the family was spent, which proves as much; the last of a family stays until nothing of it is valid.
    """
    t, later = token.c, token.alias("later").c
    spent_later = exists().where(later.family == t.family, later.spent_at.is_not(None), later.hash != t.hash)
    short = and_(
        t.kind == "access",
        t.expires_at < as_text(now - _LAPSED),
        or_(t.used_at.is_(None), spent_later.where(later.issued_at >= t.issued_at)),
    )
    spent = and_(t.kind == "refresh", t.spent_at < as_text(now - _SPENT_TOKENS), spent_later.where(later.issued_at >= t.spent_at))
    lapsed = and_(t.kind != "access", t.expires_at < as_text(now - _LAPSED))
    return or_(short, spent, lapsed, t.expires_at < as_text(now - REFRESH))


def _some(database: Database, table: Table, condition: ColumnElement[bool]) -> int:
    key = list(table.primary_key.columns)
    with database.writing() as connection:
        rows = connection.execute(select(*key).where(condition).limit(_TOGETHER)).all()
        for row in rows:
            connection.execute(delete(table).where(*(column == value for column, value in zip(key, row, strict=True))))
        return len(rows)
