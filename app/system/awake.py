"""A clock that stands still while the PC sleeps."""

from __future__ import annotations

import sys
import time

if sys.platform == "win32":
    import ctypes

    _TICKS = 10_000_000

    def awake_seconds() -> float:
        """Seconds the PC was awake since some moment; only differences mean something.

        Windows' monotonic clocks go on during sleep, all but this one.
        """
        ticks = ctypes.c_ulonglong()
        if not ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks)):
            return time.monotonic()
        return ticks.value / _TICKS

else:

    def awake_seconds() -> float:
        """Seconds the PC was awake since some moment; only differences mean something."""
        return time.monotonic()
