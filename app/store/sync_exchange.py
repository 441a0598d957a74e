"""What an exchange leaves behind: pages that wait for the rest of their snapshot, and values that wait for a decision."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import Any

import zstandard
from sqlalchemy import Connection

from app.store.base import new_id
from app.store.sync_rows import as_key

#: How a page begins that is kept this way; before, pages were kept as zlib has them.
_ZSTANDARD = zstandard.FRAME_HEADER
_LEVEL = 1
#: The code of the reason why a change was refused that never reached the server.
TOO_LARGE = "too_large"


@dataclass(frozen=True)
class SetAside:
    """A value or a change that the server did not take; see `app.store.tables_sync.SyncConflict`. Moments are ISO text."""

    mutation: str
    kind: str
    op: str
    type: str
    row: str
    field: str
    mine: Any
    theirs: Any
    reason: dict[str, Any]
    by: str
    at: str | None
    mine_by: str = ""
    mine_at: str | None = None


def keep(connection: Connection, one: SetAside, now: str) -> None:
    """Put it into the inbox; a change that is there already, because it was offered again, stays there once, in its place."""
    known = connection.exec_driver_sql(
        'UPDATE sync_conflict SET mine = ?, theirs = ?, reason = ?, "by" = ?, at = ?'
        " WHERE mutation = ? AND kind = ? AND field = ? AND resolution = ''",
        (
            json.dumps(one.mine),
            json.dumps(one.theirs),
            json.dumps(one.reason),
            one.by,
            one.at,
            as_key(one.mutation),
            one.kind,
            one.field,
        ),
    )
    if known.rowcount:
        return
    connection.exec_driver_sql(
        'INSERT INTO sync_conflict (id, mutation, kind, op, type, row_id, field, mine, theirs, reason, "by", at, mine_by, mine_at, found_at,'
        " resolution, resolved_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')",
        (
            new_id().hex,
            as_key(one.mutation),
            one.kind,
            one.op,
            one.type,
            as_key(one.row),
            one.field,
            json.dumps(one.mine),
            json.dumps(one.theirs),
            json.dumps(one.reason),
            one.by,
            one.at,
            one.mine_by,
            one.mine_at,
            now,
        ),
    )


def stage(connection: Connection, n: int, body: bytes) -> None:
    """Keep a page until its snapshot is complete."""
    connection.exec_driver_sql("INSERT OR REPLACE INTO sync_page (n, body) VALUES (?, ?)", (n, zstandard.compress(body, _LEVEL)))


def staged(connection: Connection) -> list[int]:
    """The numbers of the pages that wait, in their order."""
    return [row.n for row in connection.exec_driver_sql("SELECT n FROM sync_page ORDER BY n")]


class UnreadableError(Exception):
    """What was kept cannot be unpacked."""


def page(connection: Connection, n: int) -> bytes:
    """One of them; only one at a time has to be in memory.

    Raises:
        UnreadableError: it is damaged.
    """
    body: bytes = connection.exec_driver_sql("SELECT body FROM sync_page WHERE n = ?", (n,)).scalar_one()
    try:
        return zstandard.decompress(body) if body.startswith(_ZSTANDARD) else zlib.decompress(body)
    except (zstandard.ZstdError, zlib.error) as error:
        raise UnreadableError from error


def clear_pages(connection: Connection) -> None:
    """Nothing waits any more."""
    connection.exec_driver_sql("DELETE FROM sync_page")
