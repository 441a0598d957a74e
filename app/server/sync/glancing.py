"""The answer to most polls: nothing is new. One statement says who asks, where the history stands and what it holds."""

from __future__ import annotations

from collections.abc import Sequence

from app.server.context import Context, require_device
from app.server.tokens import CALLER_COLUMNS, CALLER_TABLES, Caller, digest, recognised


def glance(context: Context, token: str, since: int, epoch: str | None, sent: int) -> tuple[Caller, bytes | None]:
    """Who asks, and the page that says that nothing is new; none where something is, or where the cursor is to be refused.

    Raises:
        ApiError: the token is not valid, or not a device's.
    """
    with context.database.glancing() as driver:
        row = driver.one(_FOR_POSTGRESQL if driver.postgresql else _FOR_SQLITE, (digest(token),))
    caller = require_device(recognised(row and row[:-4], context.now()))
    current, head, purged_to, marks = row[-4:] if row is not None else (None, 0, 0, None)
    known = current is not None and (epoch is None or (epoch == current and caller.last_n >= sent))
    if not known or since != head or 0 < since < purged_to:
        return caller, None
    rows = [one.split(":") for one in sorted((marks or "").split(",")) if one]
    return caller, page_json(current, since, (), [(kind, int(count), int(total)) for kind, count, total in rows])


def page_json(epoch: str, reached: int, changes: Sequence[str], marks: Sequence[tuple[str, int, int]] | None) -> bytes:
    """The JSON of `app.sync.wire.Changes`: `changes` are rows as JSON, `marks` the digest of the whole, none where more is to come."""
    told = "null" if marks is None else _told(marks)
    more = "true" if marks is None else "false"
    return f'{{"epoch":"{epoch}","next":{reached},"more":{more},"changes":[{",".join(changes)}],"digest":{told}}}'.encode()


def _told(marks: Sequence[tuple[str, int, int]]) -> str:
    return "{" + ",".join(f'"{kind}":{{"count":{count},"total":{total}}}' for kind, count, total in marks) + "}"


def _statement(aggregate: str) -> str:
    text = """g.type || ':' || g."count" || ':' || g.total"""
    marks = f"SELECT {aggregate}({text}, ',') FROM digest g WHERE g.organisation = o.id"
    return (
        f"SELECT {CALLER_COLUMNS}, o.epoch, o.head, o.purged_to, ({marks}) FROM {CALLER_TABLES}"
        " LEFT JOIN organisation o ON o.id = d.organisation WHERE t.hash = ?"
    )


_FOR_SQLITE, _FOR_POSTGRESQL = _statement("group_concat"), _statement("string_agg")
