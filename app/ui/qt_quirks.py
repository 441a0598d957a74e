"""What PySide6 does to the rest of the program, taken back. `prepare()` comes before any other module that imports Qt.

**Imports.** Once PySide6 is loaded, its `__feature_import__` reads the *source* of every module imported after it, to see whether the module might use `__feature__`
(snake_case names; nobody here does), and `linecache` keeps all of it. That cost 0.5 s and 30 MB on top of importing SQLAlchemy.

**Signatures.** shiboken6 carries modules that write type stubs and word the error of a wrong argument. They come as source inside the library, so each start compiles
them anew, with some large patterns: half the time that a bare window takes. Here they wait until somebody asks them something, which is after a programming error.

**Singletons.** From Python 3.12 on `None` and `True` are immortal, and PySide6 6.12 is built for that: every Qt call that returns nothing gives back one
reference to `None` it never took, every signal one to `True`. On Python 3.11 the count is real; after some 5,000 calls it is used up and the
interpreter aborts with "none_dealloc: deallocating None". PySide6 6.11 counts rightly, but has no small package with QtPdf.
"""

from __future__ import annotations

import builtins
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

ENOUGH = 1 << 60

#: Modules of shiboken6 that only its error messages and stub writers use. `mapping` is not among them: the library reads its names directly.
_WAITING = frozenset(
    f"shibokensupport/signature/{name}.py" for name in ("errorhandler", "layout", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool")
)
_STAND_IN = "from app.ui.qt_quirks import stand_in\n__getattr__ = stand_in(__file__, globals())"
_sources: dict[str, Any] = {}
_loading = threading.RLock()


def prepare() -> None:
    """Take the reading of sources out of Python's import, and the singletons more references than any program uses up. Again does no harm."""
    if "shiboken6" not in sys.modules:
        with _signatures_wait():
            import shiboken6  # noqa: F401 - brings its modules along
    import PySide6.QtCore  # noqa: F401 - puts the import function in place that is replaced here

    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
    protect()


@contextmanager
def _signatures_wait() -> Iterator[None]:
    """Have the modules of `_WAITING` compiled when they are first used, not when they are imported."""
    original: Any = builtins.compile

    def compile_later(source: Any, filename: Any, *rest: Any, **options: Any) -> Any:
        if filename not in _WAITING:
            return original(source, filename, *rest, **options)
        _sources[filename] = source
        return original(f"__file__ = {filename!r}\n{_STAND_IN}", filename, "exec")

    builtins.compile = compile_later
    try:
        yield
    finally:
        builtins.compile = original


def stand_in(filename: str, namespace: dict[str, Any]) -> Callable[[str], Any]:
    """What a waiting module answers for a name it does not have yet: it becomes the real one first. Thread: any."""

    def find(name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        with _loading:
            source = _sources.pop(filename, None)
            if source is not None:
                exec(compile(source, filename, "exec"), namespace)
        if name not in namespace:
            raise AttributeError(name)
        return namespace[name]

    return find


def protect() -> None:
    """Keep `None`, `True` and `False` alive on Python 3.11; see the module."""
    if sys.version_info >= (3, 12):
        return
    import ctypes

    for singleton in (None, True, False, NotImplemented, Ellipsis):
        if sys.getrefcount(singleton) < ENOUGH // 2:
            # The count is the first word of every object in CPython.
            ctypes.c_ssize_t.from_address(id(singleton)).value += ENOUGH
