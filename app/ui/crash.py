"""Bugs: written to a file, told once, with the data safe."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from app.domain.clock import Clock
from app.domain.text import tr
from app.ui import theme
from app.ui.widgets.basics import IconLabel, button, column, row, text_label

LOG_LIMIT = 1_000_000


class CrashReporter(QObject):
    """Receives every exception nobody handled, from any thread; writes it to `log` and shows one dialog at a time.

    Everything is written when it happens: a bug in the window leaves the database as the last finished operation made it.
    """

    _caught = Signal(str)

    def __init__(self, log: Path, clock: Clock, version: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log, self._clock, self._version = log, clock, version
        self.dialog: CrashDialog | None = None
        self._before: tuple[Callable[..., object], Callable[..., object]] | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

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
        text = "".join(traceback.format_exception(error))
        self._write(text)
        self._caught.emit(text)

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
        if self.dialog is not None and self.dialog.isVisible():
            return
        self.dialog = CrashDialog(text, self._log, QApplication.activeWindow())
        self.dialog.open()


class CrashDialog(QDialog):
    """What happened, what was kept, what to do."""

    def __init__(self, details: str, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Erreur inattendue"))
        self.resize(600, 380)
        self._details = details
        words = column(
            text_label(tr("Une erreur inattendue s’est produite"), "subheading"),
            text_label(tr("Vos données sont intactes\u00a0: tout ce qui était enregistré l’est toujours."), wrap=True),
            text_label(
                tr("Vous pouvez continuer. Si l’erreur revient, redémarrez Parclair et transmettez le rapport ci-dessous."), wrap=True
            ),
            spacing=theme.SPACE.tiny,
        )
        head = row(spacing=theme.SPACE.medium)
        head.addWidget(IconLabel("octagon-alert", "danger", 28), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        report = QPlainTextEdit(details)
        report.setReadOnly(True)
        report.setAccessibleName(tr("Rapport d’erreur"))
        report.setTabChangesFocus(True)
        layout = column(spacing=theme.SPACE.medium, margin=theme.SPACE.large)
        layout.addLayout(head)
        layout.addWidget(report, 1)
        layout.addWidget(text_label(tr("Rapport écrit dans {path}", path=log), "small", wrap=True, selectable=True))
        go_on = button(tr("Continuer"), self.accept, kind="primary")
        layout.addLayout(row(button(tr("Copier le rapport"), self._copy, icon_name="copy"), None, button(tr("Quitter"), self._quit), go_on))
        self.setLayout(layout)
        go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)

    def _quit(self) -> None:
        self.reject()
        QApplication.quit()
