"""The control code of a password, as the recovery sheet prints it: a slip in typing shows before anything is tried with it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.domain.recovery import check_code
from app.domain.text import tr
from app.ui.tasks import Tasks
from app.ui.widgets import row, text_label

_PAUSE_MS = 200


class CheckCode(QWidget):
    """One line below a field. The code is slow on purpose: a worker computes it once the typing pauses."""

    def __init__(self, editor: QLineEdit, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._tasks = editor, tasks
        self.label: QLabel = text_label("", "small", wrap=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._compute)
        self.setLayout(row(self.label))
        editor.textChanged.connect(self._typed)

    def _typed(self) -> None:
        self.label.setText("")
        self._pause.start()

    def _compute(self) -> None:
        typed = self._editor.text().strip()
        if typed:
            self._tasks.run(lambda: (typed, check_code(typed)), self._show, lambda _: None, self, lane="files")

    def _show(self, found: tuple[str, str]) -> None:
        typed, code = found
        if typed == self._editor.text().strip():
            self.label.setText(tr("Code de contrôle\u00a0: {code}. La fiche de secours porte le même.", code=code))
