"""What is thrown away in time: deletions everybody has heard of, answers that arrived, codes, tokens, links, mails and addresses that have lapsed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Table, and_, delete, exists, func, or_, select, tuple_

from app.server import limits, tombstones
from app.server.clock import as_text
from app.server.database import Database
from app.server.tables import (
    activation_code,
    blob,
    device,
    knock,
    mail,
    organisation,
    push,
    rating_link,
    repeat,
    technician_code,
    token,
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
#: The same of attachments, each with its bytes.
_FEW = 1


@dataclass
class Purged:
    """How many rows of each kind are gone."""

    counts: dict[str, int] = field(default_factory=dict)

    def add(self, kind: str, count: int) -> None:
        """So many more."""
        if count:
            self.counts[kind] = self.counts.get(kind, 0) + count


def purge(database: Database, now: datetime, *, deletions: bool = True) -> Purged:
    """Throw away all that is due, in small transactions; several workers may do it at once.

    Args:
        deletions: old ones too, for which all rows of an office that has some are read.
    """
    purged = Purged()
    if deletions:
        with database.reading() as connection:
            offices = list(connection.scalars(select(organisation.c.id).order_by(organisation.c.id)))
        for office in offices:
            for forgotten in tombstones.forget(database, office, as_text(now - TOMBSTONES)):
                purged.add("deleted records", forgotten.records)
                purged.add("attachments", forgotten.attachments)
    for kind, table, condition in _lapsed(now):
        while count := _some(database, table, condition):
            purged.add(kind, count)
    return purged


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
        ("addresses", knock, limits.lapsed(now)),
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
    some = select(*key).where(condition).limit(_FEW if table is blob else _TOGETHER).correlate(None)
    with database.writing() as connection:
        # The condition is asked once more: on PostgreSQL a row may have changed since it was chosen.
        return connection.execute(delete(table).where(tuple_(*key).in_(some), condition)).rowcount
