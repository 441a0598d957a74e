"""Keeps `None`, `True` and `False` alive under PySide6 6.12 on Python 3.11.

From Python 3.12 on these are immortal, and PySide6 6.12 is built for that: every Qt call that returns nothing gives back one reference to `None` it
never took, every signal one to `True`. On Python 3.11 the count is real; after some 5,000 calls it is used up and the interpreter aborts with
"none_dealloc: deallocating None". PySide6 6.11 counts rightly, but has no small package with QtPdf.
"""

from __future__ import annotations

import sys

ENOUGH = 1 << 60


def protect() -> None:
    """Give the singletons more references than any program can use up. Call it before the first Qt object; again does no harm."""
    if sys.version_info >= (3, 12):
        return
    import ctypes

    for singleton in (None, True, False, NotImplemented, Ellipsis):
        if sys.getrefcount(singleton) < ENOUGH // 2:
            # The count is the first word of every object in CPython.
            ctypes.c_ssize_t.from_address(id(singleton)).value += ENOUGH
