"""Pages of changes as they come from the server: checked when they arrive and read again when they are brought in.

A new computer reads a hundred thousand rows twice: they are decoded straight into their shape, in a third of the time that checking
the dictionaries of a JSON reader takes.
"""

from __future__ import annotations

import msgspec

from app.domain.synced import SYNCED
from app.store.sync_apply import Incoming
from app.sync.errors import not_our_server
from app.sync.wire import MalformedError, read_message


class _TypeDigest(msgspec.Struct, frozen=True):
    count: int
    total: int


class Page(msgspec.Struct, frozen=True):
    """An answer to a pull, as far as the engine relies on it; see `app.sync.wire.Changes`.

    Rows of later types have to keep this shape too: one that has not refuses the whole page.
    """

    epoch: str
    next: int
    more: bool
    changes: list[Incoming]
    digest: dict[str, _TypeDigest] | None

    def incoming(self) -> list[Incoming]:
        """Its rows of types that this program knows; a newer program will read the others from the start."""
        return [one for one in self.changes if one.type in SYNCED]

    def known_digest(self) -> dict[str, tuple[int, int]] | None:
        """Count and sum of marks of the types that this program knows and the server has rows of; none but at a checkpoint."""
        if self.digest is None:
            return None
        return {name: (one.count, one.total) for name, one in self.digest.items() if one.count and name in SYNCED}


_DECODER = msgspec.json.Decoder(Page)


def parsed(body: bytes) -> Page:
    """The page in `body`.

    Raises:
        SyncError: it is none.
    """
    try:
        return read_message(_DECODER, body)
    except MalformedError as error:
        raise not_our_server() from error


def checked(body: bytes, epoch: str, after: int) -> Page:
    """The page in `body`, which follows the number `after` in the history `epoch`.

    Raises:
        SyncError: it is none, or another one.
    """
    page = parsed(body)
    if page.more and (page.epoch != epoch or page.next <= after):
        raise not_our_server()
    previous = after
    for change in page.changes:
        if change.seq <= previous:
            raise not_our_server()
        previous = change.seq
    return page
