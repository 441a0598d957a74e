"""The frame of the short dialogs on this screen: a form, what was refused next to its field, and the work in the database worker."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.errors import InputError
from app.domain.text import tr
from app.ui.equipment.dialog import RecordDialog
from app.ui.screen import ScreenContext
from app.ui.widgets import Form

WIDTH = 520
Done = Callable[[Any], object]


class Question(RecordDialog):
    """Subclasses fill `form` and give the work in `operation`; `done(result)` is called once it succeeded."""

    def __init__(self, context: ScreenContext, title: str, accept: str, parent: QWidget, done: Done, *, lead: str = "") -> None:
        super().__init__(title, accept, parent.window(), lead=lead)
        self.context, self._done = context, done
        self.form = Form(columns=2)
        self.content.addWidget(self.form)
        self.setMinimumWidth(min(WIDTH, parent.window().width() - 48))

    def finish(self) -> None:
        """Call once the form is filled: from now on, what changes was typed."""
        self.content.addStretch(1)
        self.form.changed.connect(self.mark_dirty)

    def operation(self, values: dict[str, Any]) -> Callable[[], object]:
        """What to do with the form's values, to be run in the worker.

        Raises:
            InputError: two fields do not go together.
        """
        raise NotImplementedError

    def submit(self) -> None:
        """See `RecordDialog`."""
        values = self.form.values()
        if values is None:
            return
        try:
            work = self.operation(values)
        except InputError as error:
            self.refused(error, self.form)
            return
        self.set_busy(True)
        self.context.tasks.run(work, self._succeeded, lambda error: self.refused(error, self.form), self)

    def _succeeded(self, result: object) -> None:
        self.accept()
        self._done(result)


def technician_hint() -> str:
    """Below the field of a technician's name."""
    return tr("Le nom qui figurera dans l’historique et les statistiques.")
