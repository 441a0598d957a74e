"""Giving out changes by cursor: whatever was committed up to the answer's `next` is in it or was in an earlier one."""

from __future__ import annotations

import json

from sqlalchemy import Connection, func, select

from app.server.database import Database
from app.server.problems import ResyncError
from app.server.sync.history import begin_epoch
from app.server.tables import digest, organisation, record
from app.sync.wire import MAX_CHANGES


class BehindError(ResyncError):
    """A device has read or sent more of this history than there is: an older copy of the database runs. A new history has to begin."""


def changes_after(
    connection: Connection, organisation_id: str, since: int, limit: int, epoch: str | None = None, *, forgot: bool = False
) -> bytes:
    """The JSON of `app.sync.wire.Changes`: at most `limit` rows after `since`. One snapshot; the rows' texts go out as they are kept.

    Args:
        forgot: the device was acknowledged more in `epoch` than is known of it here.

    Raises:
        BehindError: the device knows more of `epoch` than there is.
        ResyncError: the cursor is older than the deletions still kept, or of another history.
    """
    limit = max(1, min(limit, MAX_CHANGES))
    office = connection.execute(
        select(organisation.c.epoch, organisation.c.head, organisation.c.purged_to).where(organisation.c.id == organisation_id)
    ).one()
    if epoch is not None and epoch != office.epoch:
        raise ResyncError("the history of this organisation began anew")
    if since > office.head or (forgot and epoch is not None):
        raise BehindError("the server was restored from an older copy")
    if 0 < since < office.purged_to:
        raise ResyncError("the cursor is older than the deletions that are still known")
    c = record.c
    query = (
        select(c.seq, c.type, c.row_id, c.deleted, c.data, c.by, c.at)
        .where(c.organisation == organisation_id, c.seq > since)
        .order_by(c.seq)
        .limit(limit + 1)
    )
    rows = connection.execute(query).all()
    more = len(rows) > limit
    rows = rows[:limit]
    reached = rows[-1].seq if rows else since
    parts = [
        f'{{"seq":{seq},"type":"{kind}","row":"{row}","op":"{"delete" if deleted else "put"}","data":{data},"by":{_text(by)},"at":"{at}"}}'
        for seq, kind, row, deleted, data, by, at in rows
    ]
    marks = "null" if more else _digest(connection, organisation_id)
    answer = (
        f'{{"epoch":"{office.epoch}","next":{reached},"more":{"true" if more else "false"},"changes":[{",".join(parts)}],"digest":{marks}}}'
    )
    return answer.encode()


def page(database: Database, organisation_id: str, since: int, limit: int, epoch: str | None, *, forgot: bool) -> bytes:
    """`changes_after` in a unit of work of its own; begins a new history where the device knows more of this one than there is.

    Raises:
        ResyncError: see `changes_after`.
    """
    try:
        with database.reading() as connection:
            return changes_after(connection, organisation_id, since, limit, epoch, forgot=forgot)
    except BehindError:
        if epoch is not None:
            with database.writing() as connection:
                begin_epoch(connection, organisation_id, epoch)
        raise


def living_rows(connection: Connection, organisation_id: str) -> int:
    """How many rows an organisation has."""
    return int(connection.scalar(select(func.coalesce(func.sum(digest.c.count), 0)).where(digest.c.organisation == organisation_id)) or 0)


def _digest(connection: Connection, organisation_id: str) -> str:
    query = select(digest.c.type, digest.c.count, digest.c.total).where(digest.c.organisation == organisation_id).order_by(digest.c.type)
    return "{" + ",".join(f'"{row.type}":{{"count":{row.count},"total":{row.total}}}' for row in connection.execute(query)) + "}"


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
