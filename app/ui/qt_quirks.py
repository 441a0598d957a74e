"""What PySide6 does to the rest of the program, taken back. `prepare()` comes before any other module that imports Qt.

**Imports.** Once PySide6 is loaded, its `__feature_import__` reads the *source* of every module imported after it, to see whether the module might use `__feature__`
(snake_case names; nobody here does), and `linecache` keeps all of it. That cost 0.5 s and 30 MB on top of importing SQLAlchemy.

**Singletons.** From Python 3.12 on `None` and `True` are immortal, and PySide6 6.12 is built for that: every Qt call that returns nothing gives back one
reference to `None` it never took, every signal one to `True`. On Python 3.11 the count is real; after some 5,000 calls it is used up and the
interpreter aborts with "none_dealloc: deallocating None". PySide6 6.11 counts rightly, but has no small package with QtPdf.
"""

from __future__ import annotations

import builtins
import sys

ENOUGH = 1 << 60


def prepare() -> None:
    """Take the reading of sources out of Python's import, and the singletons more references than any program uses up. Again does no harm."""
    import PySide6.QtCore  # noqa: F401 - puts the import function in place that is replaced here

    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
    protect()


def protect() -> None:
    """Keep `None`, `True` and `False` alive on Python 3.11; see the module."""
    if sys.version_info >= (3, 12):
        return
    import ctypes

    for singleton in (None, True, False, NotImplemented, Ellipsis):
        if sys.getrefcount(singleton) < ENOUGH // 2:
            # The count is the first word of every object in CPython.
            ctypes.c_ssize_t.from_address(id(singleton)).value += ENOUGH
