"""Qt's loop turn by turn: how long each kept Qt's thread busy, and how long the window was deaf, waiting for Python's lock included."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

#: Between two turns: a loop that never rests would starve the workers it is measured beside.
_REST = 0.0005


class Turns:
    """Milliseconds of each turn.

    Attributes:
        taken: processor time of Qt's thread, so that what else the machine does is not counted.
        pauses: the same on the clock, with the rest between two turns.
    """

    def __init__(self) -> None:
        self.taken: list[float] = []
        self.pauses: list[float] = []

    def until(self, done: Callable[[], bool], limit: float = 120.0) -> None:
        """Turn until `done`.

        Raises:
            TimeoutError: it takes longer than `limit` seconds.
        """
        last = time.perf_counter()
        end = last + limit
        while not done():
            if time.perf_counter() > end:
                raise TimeoutError(f"not done within {limit} s")
            began = time.thread_time()
            QApplication.processEvents()
            self.taken.append((time.thread_time() - began) * 1000)
            time.sleep(_REST)
            now = time.perf_counter()
            self.pauses.append((now - last) * 1000)
            last = now

    def settle(self, seconds: float) -> None:
        """Turn for so long."""
        end = time.perf_counter() + seconds
        self.until(lambda: time.perf_counter() > end)
