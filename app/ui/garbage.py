"""Python's search for cyclic garbage, kept on Qt's thread.

Python looks for garbage on whichever thread makes an object too many. Widgets that a closed dialog left behind in a cycle would then be
destroyed by a database worker, and Qt ends the program for that. So the automatic search is off while there is a window; Qt's thread
does it instead, whenever its event loop has nothing left to do and enough was made since the last time. No timer runs for it.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QObject, Slot

#: Objects made and still there since the last search (Python's own figure), and searches of a younger generation before one of the next.
_ENOUGH, _YOUNGER = 700, 10


class Collector(QObject):
    """Looks for garbage on the thread that it belongs to, which is Qt's. There is one for an application."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        gc.disable()
        dispatcher = QAbstractEventDispatcher.instance(self.thread())
        dispatcher.aboutToBlock.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Search what is due, unless somebody holds the search."""
        made, young, old = gc.get_count()
        if made > _ENOUGH and not _holds:
            gc.collect(0 if young <= _YOUNGER else 1 if old <= _YOUNGER else 2)


_lock = threading.Lock()
_holds: list[object] = []


@contextmanager
def held() -> Iterator[None]:
    """Nothing is searched in the block: among rows by the hundred thousand that takes Qt's thread too long. Thread: any."""
    mark = object()
    with _lock:
        _holds.append(mark)
    try:
        yield
    finally:
        with _lock:
            _holds.remove(mark)


def install(application: QCoreApplication) -> Collector:
    """The application's collector; made when there is none."""
    return application.findChild(Collector) or Collector(application)
