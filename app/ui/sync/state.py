"""How the exchange with the server stands, as the window shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from app.domain.text import Text
from app.ui.tasks import Progress

if TYPE_CHECKING:
    from app.services.sync_status import SyncStatus

Phase = Literal["unknown", "local", "calm", "exchanging", "offline", "stopped"]


@dataclass(frozen=True)
class SyncView:
    """Everything there is to say.

    Attributes:
        phase: `unknown`: not read yet; `local`: there is no server; `calm`: the last exchange came through; `offline`: it did not, and
            is tried again; `stopped`: somebody has to do something first.
        why: why it is offline or stopped, in words.
        code_needed: a new activation code is what it takes.
        next_try: when it is tried again; aware.
        progress: of the exchange that is under way.
        skew: seconds that this computer's clock is ahead of the server's, where that is worth telling.
        leaving: this computer is leaving the server.
    """

    phase: Phase = "unknown"
    status: SyncStatus | None = None
    why: Text | None = None
    code_needed: bool = False
    next_try: datetime | None = None
    progress: Progress | None = None
    skew: float | None = None
    leaving: bool = False

    @property
    def pending(self) -> int:
        """Changes that wait to be sent."""
        return 0 if self.status is None else self.status.pending

    @property
    def conflicts(self) -> int:
        """Values and refusals that wait for a decision."""
        return 0 if self.status is None else self.status.conflicts

    @property
    def connected(self) -> bool:
        """Whether there is a server."""
        return self.status is not None and self.status.connected

    @property
    def first(self) -> bool:
        """Whether what the server had at the connection is still on its way."""
        return self.connected and self.status is not None and not self.status.first_done
