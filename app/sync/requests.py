"""What one push takes of the outbox: as much as a request may hold, and of one operation all or, where it is too large for that, a part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from app.store import sync_outbox
from app.store.sync_outbox import Pending
from app.store.sync_state import SyncState
from app.store.unit_of_work import Session
from app.sync.wire import MAX_MUTATIONS, MAX_PUSH_BYTES, Mutation, Push

_ROOM = 64 * 1024
#: What the mutations of one request may weigh in bytes, where nothing on the way takes less.
MOST_BYTES = MAX_PUSH_BYTES - _ROOM


@dataclass(frozen=True)
class Request:
    """A push.

    Attributes:
        sent: its mutations. body: as it travels.
        divisible: a smaller one can be made in its place without cutting a group in two that fits into a request.
    """

    sent: Sequence[Pending]
    body: bytes
    divisible: bool


def next_request(session: Session, state: SyncState, most_bytes: int) -> Request | None:
    """The next push; none where nothing waits.

    Args:
        most_bytes: what its mutations may weigh, but for a group that has to stay together and for a mutation that is larger alone.
    """
    connection = session.connection()
    waiting = sync_outbox.first(connection, MAX_MUTATIONS + 1)
    if not waiting:
        return None
    texts = _texts(waiting[:MAX_MUTATIONS])
    group = _group(waiting)
    # Of a group that is larger than a request, and of what is left of one, parts go.
    together = group <= len(texts) and sync_outbox.group_sent(connection, state.acknowledged) != waiting[0].tx
    least = group if together else 1
    count = max(least, _whole_groups(waiting, _within(texts, most_bytes)))
    head = msgspec.json.encode(Push(epoch=state.epoch, prev=state.acknowledged, mutations=[]))
    body = head[: head.rindex(b"[") + 1] + b",".join(texts[:count]) + b"]}"
    return Request(waiting[:count], body, divisible=count > least)


def _texts(waiting: Sequence[Pending]) -> list[bytes]:
    """The first of `waiting` as they travel, up to the weight that a request takes where nothing on the way takes less."""
    texts: list[bytes] = []
    size = 0
    for one in waiting:
        text = msgspec.json.encode(_mutation(one))
        size += len(text) + 1
        if texts and size > MOST_BYTES:
            break
        texts.append(text)
    return texts


def _mutation(one: Pending) -> Mutation:
    return Mutation(
        n=one.n,
        id=one.mutation,
        tx=one.tx,
        op=one.op,
        type=one.type,
        row=one.row,
        base=one.base,
        set=dict(one.changes),
        by=one.actor,
        at=datetime.fromisoformat(one.at),
    )


def _group(waiting: Sequence[Pending]) -> int:
    """How many of `waiting` belong to the first group."""
    return next((place for place, one in enumerate(waiting) if one.tx != waiting[0].tx), len(waiting))


def _within(texts: Sequence[bytes], most_bytes: int) -> int:
    """How many of `texts` weigh no more than that together; one at least."""
    size = 0
    for place, text in enumerate(texts):
        size += len(text) + 1
        if place and size > most_bytes:
            return place
    return len(texts)


def _whole_groups(waiting: Sequence[Pending], count: int) -> int:
    """So many of the first `count` that no group is cut; all of them where they are of one."""
    if count == len(waiting):
        return count
    start = count
    while start > 0 and waiting[start - 1].tx == waiting[count].tx:
        start -= 1
    return start or count
