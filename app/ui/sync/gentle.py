"""Long work beside Qt's thread that leaves it the interpreter whenever it asks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from app.ui import garbage

#: Seconds after which a worker hands the interpreter over to Qt's thread that waits for it; Python's own 5 ms, each time Qt calls back
#: into it while it paints, add up to a window that stutters.
_HANDED_OVER_AFTER = 0.0005


@contextmanager
def gently() -> Iterator[None]:
    """For the block: quick hand-overs, and no search for garbage, which among rows by the hundred thousand stops every thread for long."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_HANDED_OVER_AFTER)
    try:
        with garbage.held():
            yield
    finally:
        sys.setswitchinterval(before)
