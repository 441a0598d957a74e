"""Loads the plotting library when a picture is first shown, without the window noticing.

pyqtgraph brings NumPy along, and names every class of Qt there is: some half second in all. The classes are named on Qt's thread, a few at a
time, for PySide makes a class when it is first named and does not expect two threads to do so at once. The rest is imported by a worker,
without the search for garbage that so many new objects set off, which no other thread can interrupt.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, QTimer

from app.domain.errors import UserError
from app.ui import garbage, startup
from app.ui.tasks import Tasks

_imported_whole: dict[str, ModuleType] = {}
"""Modules of which all is there: Python lists a module from the first line of its import on."""
_SLICE = 0.004
"""Seconds a turn of Qt's loop may spend on naming classes."""


class ChartLibrary(QObject):
    """Fetches the module of a picture once. Thread: Qt's.

    Args:
        module: its full name; it imports `app.ui.bar_chart`, and this pyqtgraph.
    """

    def __init__(self, module: str, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._module = module
        self._tasks = tasks
        self._ready: Callable[[ModuleType], object] | None = None
        self._failed: Callable[[UserError], object] | None = None
        self._names: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._name_some)

    def loaded(self) -> ModuleType | None:
        """The module of the picture once it is imported to its end."""
        return _imported_whole.get(self._module)

    def fetch(self, ready: Callable[[ModuleType], object], failed: Callable[[UserError], object]) -> None:
        """Call `ready` with the module of the picture once it can be used, or `failed`; who asks last, while it is fetched, is told."""
        if (charts := self.loaded()) is not None:
            ready(charts)
            return
        waited = self._ready is not None
        self._ready, self._failed = ready, failed
        if not waited:
            self._names = _named()
            self._timer.start()

    def _name_some(self) -> None:
        end = time.perf_counter() + _SLICE
        while time.perf_counter() < end:
            try:
                next(self._names)
            except StopIteration:
                self._timer.stop()
                self._tasks.run(self.load, self._settle, self._give_up, self, lane="files")
                return

    def load(self) -> ModuleType:
        """Import the module of the picture. Thread: a worker's."""
        return _imported(self._module)

    def _settle(self, charts: ModuleType) -> None:
        ready, self._ready = self._ready, None
        if ready is not None:
            ready(charts)

    def _give_up(self, error: UserError) -> None:
        failed, self._ready = self._failed, None
        if failed is not None:
            failed(error)


def _named() -> Iterator[None]:
    """Names every class of the modules that the library copies."""
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name, None)
            yield


def _imported(name: str) -> ModuleType:
    # It computes next to nothing here: a pool of threads for linear algebra would only take memory.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with garbage.held():
        from app.ui.bar_chart import configure

        configure()
        found = _imported_whole[name] = import_module(name)
        startup.settled()
    return found
