"""When to exchange next: soon after a change, often while somebody works, rarely otherwise, and ever more rarely while it fails."""

from __future__ import annotations

import random
from collections.abc import Callable

#: Seconds.
AFTER_WRITE = 2.0
IN_USE, IDLE = 30.0, 300.0
#: Nobody has touched the window for so long: it is not in use.
REST = 120.0
#: Full jitter: somewhere between nothing and a bound that doubles from the first to the last of these.
FIRST_RETRY, LAST_RETRY = 1.0, 300.0
#: The last bound while something waits to be sent or somebody works: once the faults heal, what waits is gone within a minute.
LAST_RETRY_WANTED = 45.0
#: A shop's PCs are switched on together and must not ask together.
_SPREAD = 0.1


class Pace:
    """Keeps what the next moment depends on. Moments are seconds of `clock`, which only rises."""

    def __init__(self, clock: Callable[[], float], spread: Callable[[float, float], float] = random.uniform) -> None:
        self._clock, self._spread = clock, spread
        self._last = self._touched = self._begun = clock()
        self._failures = 0
        #: Which part of its bound the wait after a failure takes; and the moment before which the server wants nobody back.
        self._share = self._not_before = 0.0

    @property
    def in_use(self) -> bool:
        """Whether somebody works in the window."""
        return self._clock() - self._touched < REST

    @property
    def failing(self) -> bool:
        """Whether the last exchange failed."""
        return self._failures > 0

    def touched(self) -> bool:
        """Somebody pressed a key or moved the pointer; whether the window had been at rest."""
        rested = not self.in_use
        self._touched = self._clock()
        return rested

    def begun(self) -> None:
        """An exchange is under way from now on."""
        self._begun = self._clock()

    def done(self) -> None:
        """An exchange came through."""
        self._failures, self._last = 0, self._clock()

    def failed(self, wait: float | None = None) -> None:
        """One did not. `wait`: seconds that the server asked to wait."""
        self._failures += 1
        self._share = self._spread(0.0, 1.0)
        self._not_before = 0.0 if wait is None else self._clock() + wait + self._spread(0.0, max(1.0, wait * _SPREAD))

    def hasten(self) -> None:
        """What made it fail may be over: begin with short delays again, but not before the server wants it."""
        if self._failures:
            self._failures, self._begun = 1, self._clock()
            self._share = self._spread(0.0, 1.0)

    def left(self, *, waiting: bool) -> float:
        """Seconds until the next exchange. `waiting`: there are changes to be sent."""
        now = self._clock()
        if self._failures:
            # From the beginning of the try that failed: one may have hung for half a minute.
            last = LAST_RETRY_WANTED if waiting or self.in_use else LAST_RETRY
            bound = min(last, FIRST_RETRY * 2.0 ** min(self._failures - 1, 16))
            return max(0.0, self._begun + self._share * bound - now, self._not_before - now)
        if waiting:
            return AFTER_WRITE
        every = IN_USE if self.in_use else IDLE
        return max(0.0, self._last + every * (1 + self._spread(-_SPREAD, _SPREAD)) - now)
