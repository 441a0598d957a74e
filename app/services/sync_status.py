"""How the connection to a server stands, read without any library: the window shows it with its first screen."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.text import Text
from app.store import sync_reading


@dataclass(frozen=True)
class SyncStatus:
    """How it stands, for the chip.

    Attributes:
        url, organisation, device_letter: empty while the office is connected to none.
        pending: changes that wait to be sent. conflicts: values and refusals that wait for a decision.
        last_at: the end of the last exchange that came through.
        first_done: everything that the server had at the connection is here.
        secret_kept: where the access is kept, in words, where it is not in the system's keyring.
    """

    url: str
    organisation: str
    device_letter: str
    pending: int
    conflicts: int
    last_at: datetime | None
    first_done: bool
    secret_kept: Text | None

    @property
    def connected(self) -> bool:
        """Whether there is a server."""
        return bool(self.url)


def read_status(connection: sqlite3.Connection, trouble: Callable[[], Text | None]) -> SyncStatus:
    """The status, from a plain connection. `trouble` says why the access is not kept; it is asked only where there is a server."""
    known = sync_reading.settings(connection)
    last, url = known.get("sync.last_at"), known.get("sync.url", "")
    return SyncStatus(
        url=url,
        organisation=known.get("sync.name", ""),
        device_letter=known.get("device_letter", "") if url else "",
        # Without a server what waits would be sent to one as a whole: nothing waits.
        pending=sync_reading.pending(connection) + _company_waits(known) if url else 0,
        conflicts=sync_reading.waiting_conflicts(connection),
        last_at=datetime.fromisoformat(last) if last else None,
        # A server without any records leaves the cursor where it is.
        first_done=int(known.get("sync.cursor", "0")) > 0 or bool(last),
        secret_kept=trouble() if url else None,
    )


def _company_waits(known: Mapping[str, str]) -> int:
    """What was typed of the company waits outside the outbox while the server's record is read: see `sync_company`."""
    laid = known.get("sync.company")
    return 1 if laid and json.loads(laid)["typed"] else 0
