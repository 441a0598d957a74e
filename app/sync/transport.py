"""What the engine asks of the network; `http` does it for real."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from app.sync.wire import Activated, Info


class Transport(Protocol):
    """The server, as one device reaches it. Every method may raise the errors of `app.sync.errors`."""

    def info(self) -> Info:
        """What the server serves, and where its history stands."""
        ...

    def server_now(self) -> datetime:
        """The moment by the server's clock, in UTC; the server is asked only where no answer has told it yet."""
        ...

    def push(self, body: bytes) -> bytes:
        """Send an `app.sync.wire.Push`; the JSON of `Pushed`."""
        ...

    def changes(self, since: int, limit: int, epoch: str, sent: int) -> bytes:
        """The JSON of `app.sync.wire.Changes` after `since`; `sent` is the last mutation that was acknowledged."""
        ...

    def fork(self) -> Activated:
        """A new identity for a device that continues from an older copy of itself; from now on its tokens are used."""
        ...
