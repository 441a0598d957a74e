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
#: A shop's PCs are switched on together and must not ask together.
_SPREAD = 0.1


class Pace:
    """Keeps what the next moment depends on. Moments are seconds of `clock`, which only rises."""

    def __init__(self, clock: Callable[[], float], spread: Callable[[float, float], float] = random.uniform) -> None:
        self._clock, self._spread = clock, spread
        self._last = self._touched = clock()
        self._failures = 0
        self._retry_at = 0.0

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

    def done(self) -> None:
        """An exchange came through."""
        self._failures, self._last = 0, self._clock()

    def failed(self, wait: float | None = None) -> None:
        """One did not. `wait`: seconds that the server asked to wait."""
        bound = min(LAST_RETRY, FIRST_RETRY * 2.0 ** min(self._failures, 16))
        self._failures += 1
        self._last = self._clock()
        delay = self._spread(0.0, bound) if wait is None else wait + self._spread(0.0, max(1.0, wait * _SPREAD))
        self._retry_at = self._last + delay

    def hasten(self) -> None:
        """What made it fail may be over: begin with short delays again."""
        if self._failures:
            self._failures = 1
            self._retry_at = self._clock() + self._spread(0.0, FIRST_RETRY)

    def left(self, *, written: bool) -> float:
        """Seconds until the next exchange. `written`: a change was made just now."""
        now = self._clock()
        if self._failures:
            return max(0.0, self._retry_at - now)
        if written:
            return AFTER_WRITE
        every = IN_USE if self.in_use else IDLE
        return max(0.0, self._last + every * (1 + self._spread(-_SPREAD, _SPREAD)) - now)
