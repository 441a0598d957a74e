"""Giving out changes by cursor: whatever was committed up to the answer's `next` is in it or was in an earlier one."""

from __future__ import annotations

import json
from functools import lru_cache

from sqlalchemy import Connection, func, select

from app.server.context import Context, device_of, note_first_use
from app.server.driver import Driver
from app.server.problems import ResyncError
from app.server.sync.glancing import glance, page_json
from app.server.sync.history import begin_epoch
from app.server.sync.writing import UnknownOrganisationError
from app.server.tables import digest
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
    driver = Driver.of(connection)
    limit = max(1, min(limit, MAX_CHANGES))
    office = driver.one("SELECT epoch, head, purged_to FROM organisation WHERE id = ?", (organisation_id,))
    if office is None:
        raise UnknownOrganisationError(organisation_id)
    current, head, purged_to = office
    if epoch is not None and epoch != current:
        raise ResyncError("the history of this organisation began anew")
    if since > head or (forgot and epoch is not None):
        raise BehindError("the server was restored from an older copy")
    if 0 < since < purged_to:
        raise ResyncError("the cursor is older than the deletions that are still known")
    rows = driver.rows(_AFTER, (organisation_id, since, limit + 1)) if since < head else []
    more = len(rows) > limit
    rows = rows[:limit]
    reached = rows[-1][0] if rows else since
    parts = [
        f'{{"seq":{seq},"type":"{kind}","row":"{row}","op":"{"delete" if deleted else "put"}","data":{data},"by":{_text(by)},"at":"{at}"}}'
        for seq, kind, row, deleted, data, by, at in rows
    ]
    return page_json(current, reached, parts, None if more else _digest(driver, organisation_id))


_AFTER = """
    SELECT seq, type, row_id, deleted, data, "by", at FROM record WHERE organisation = ? AND seq > ? ORDER BY seq LIMIT ?
"""


def device_page(context: Context, token: str, since: int, limit: int, epoch: str | None, sent: int) -> bytes:
    """A page for the device that a token belongs to: who asks and what there is, in one unit of work, or one statement where nothing is new.

    Raises:
        ApiError: see `changes_after`; or the token is not valid.
    """
    caller, nothing_new = glance(context, token, since, epoch, sent)
    if nothing_new is not None:
        note_first_use(context, token, caller)
        return nothing_new
    try:
        with context.database.reading() as connection:
            caller = device_of(connection, token, context.now())
            answer = changes_after(connection, caller.organisation, since, limit, epoch, forgot=caller.last_n < sent)
    except BehindError:
        if epoch is not None:
            with context.database.writing() as connection:
                begin_epoch(connection, caller.organisation, epoch)
        raise
    note_first_use(context, token, caller)
    return answer


def living_rows(connection: Connection, organisation_id: str) -> int:
    """How many rows an organisation has."""
    return int(connection.scalar(select(func.coalesce(func.sum(digest.c.count), 0)).where(digest.c.organisation == organisation_id)) or 0)


def _digest(driver: Driver, organisation_id: str) -> list[tuple[str, int, int]]:
    found = driver.rows('SELECT type, "count", total FROM digest WHERE organisation = ? ORDER BY type', (organisation_id,))
    return [(kind, count, total) for kind, count, total in found]


@lru_cache(maxsize=1024)
def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
