"""What became of one exchange, told so that whoever drives it needs to know no error class: what to say, and when to try again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.domain.errors import UserError
from app.domain.text import Text
from app.services.sync_status import SyncStatus

if TYPE_CHECKING:
    from app.sync.engine import Progress, SyncReport

Ending = Literal["done", "offline", "stopped", "cancelled"]


class CancelledError(Exception):
    """Somebody stopped the exchange between two steps. Nothing is lost: the next one goes on from there."""


@dataclass(frozen=True)
class Round:
    """One exchange.

    Attributes:
        ending: `done`; `offline`: it is tried again by itself; `stopped`: somebody has to do something first; `cancelled`: by the user.
        why: why it ended so, in words.
        code_needed: a new activation code is what it takes.
        wait: seconds that the server asks to wait; none where it asks for nothing.
        skew: seconds that this computer's clock is ahead of the server's, where that is worth telling.
    """

    ending: Ending
    report: SyncReport | None
    why: Text | None
    code_needed: bool
    wait: float | None
    skew: float | None
    status: SyncStatus


def tell(
    exchange: Callable[[Callable[[Progress], None]], SyncReport],
    status: Callable[[], SyncStatus],
    skew: Callable[[], float | None],
    report: Callable[[Progress], None],
    cancelled: Callable[[], bool],
) -> Round:
    """Run `exchange` and say what became of it; only bugs are raised."""
    from app.sync import errors

    def step(progress: Progress) -> None:
        if cancelled():
            raise CancelledError
        report(progress)

    def ended(
        ending: Ending, found: SyncReport | None = None, why: Text | None = None, *, code: bool = False, wait: float | None = None
    ) -> Round:
        return Round(ending, found, why, code, wait, skew(), status())

    try:
        return ended("done", exchange(step))
    except CancelledError:
        return ended("cancelled")
    except errors.CodeNeededError as error:
        return ended("stopped", why=error.text, code=True)
    except errors.StoppedError as error:
        return ended("stopped", why=error.text)
    except errors.SlowDownError as error:
        return ended("offline", why=error.text, wait=error.seconds)
    except UserError as error:
        return ended("cancelled" if cancelled() else "offline", why=error.text)
