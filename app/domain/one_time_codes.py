"""Which time-based codes are open to whoever checks them, the server or a shop's computer by itself."""

from __future__ import annotations


def open_steps(present: int, window: int, last: int) -> range:
    """The steps whose code is taken: `window` before and after the present one, and later than the one that was used last.

    A last step that lies beyond them was noted by a clock that was ahead. It is not believed: nobody would be let in until the time that
    this clock showed.
    """
    first, end = present - window, present + window + 1
    return range(max(first, last + 1) if last < end else first, end)
