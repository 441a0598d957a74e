"""Bugs: written to a file, told once, with the data safe."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from app.domain.clock import Clock

if TYPE_CHECKING:
    from app.ui.crash_dialog import CrashDialog

LOG_LIMIT = 1_000_000


class CrashReporter(QObject):
    """Receives every exception nobody handled, from any thread; writes it to `log` and shows one dialog at a time.

    Everything is written when it happens: a bug in the window leaves the database as the last finished operation made it.
    `caught(text)` fires for each. Thread: the one it happened in.
    """

    caught = Signal(str)

    def __init__(self, log: Path, clock: Clock, version: str, parent: QObject | None = None, *, fatal: bool = False) -> None:
        """`fatal`: nobody is there to read a dialog: write the report to standard error and end with 1."""
        super().__init__(parent)
        self._fatal = fatal
        self._log, self._clock, self._version = log, clock, version
        self.dialog: CrashDialog | None = None
        self._before: tuple[Callable[..., object], Callable[..., object]] | None = None
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over `sys.excepthook` and `threading.excepthook`."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._python_hook
        threading.excepthook = lambda caught: self.report(caught.exc_value)

    def uninstall(self) -> None:
        """Give the hooks back."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before
            self._before = None

    def report(self, error: BaseException | None) -> None:
        """Write `error` down and show it. Thread: any."""
        if error is None or isinstance(error, SystemExit):
            return
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
            return
        import traceback

        text = "".join(traceback.format_exception(error))
        self._write(text)
        self.caught.emit(text)

    def _python_hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.report(error)

    def _write(self, text: str) -> None:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            grown = self._log.exists() and self._log.stat().st_size > LOG_LIMIT
            with self._log.open("w" if grown else "a", encoding="utf-8") as file:
                file.write(f"--- {self._clock.now():%Y-%m-%d %H:%M:%S}Z parclair {self._version}\n{text}\n")
        except OSError as error:
            sys.stderr.write(f"{text}\n{self._log}: {error}\n")

    @Slot(str)
    def _show(self, text: str) -> None:
        if self._fatal:
            sys.stderr.write(text)
            QApplication.exit(1)
            return
        if self.dialog is not None and self.dialog.isVisible():
            return
        from app.ui.crash_dialog import CrashDialog

        self.dialog = CrashDialog(text, self._log, QApplication.activeWindow())
        self.dialog.open()
