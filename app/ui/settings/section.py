"""What a page of the settings is, and the dialog that edits one record of a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.text import tr
from app.ui import theme
from app.ui.screen import ScreenContext
from app.ui.widgets import Form, button, column, row, text_label


class Section(QWidget):
    """One page of the settings. Built when it is first shown, kept afterwards. Thread: Qt's."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.context = context
        self.page = QVBoxLayout(self)
        self.page.setContentsMargins(0, 0, 0, 0)
        self.page.setSpacing(theme.SPACE.medium)

    def load(self) -> None:
        """Read what the page shows again; what was typed and not saved stays."""

    def open_record(self, record_id: UUID) -> None:
        """Show one record of the page's list, where it has one."""

    def focus_search(self) -> None:
        """Put the cursor in the page's search field, if it has one."""

    @property
    def dirty(self) -> bool:
        """Whether something typed is not saved."""
        return False

    def discard(self) -> None:
        """Take back what was typed and not saved."""


class RecordDialog(QDialog):
    """A form in a window of its own: « Enregistrer » runs `save` in the worker and closes when it went well."""

    def __init__(self, context: ScreenContext, title: str, form: Form, save: Callable[[dict[str, Any]], object], parent: QWidget) -> None:
        """`save` is given the form's values, in the database worker; `saved` is called with its answer on Qt's thread."""
        super().__init__(parent)
        self._context, self._save, self.form = context, save, form
        self.saved: Callable[[Any], object] = lambda _: None
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        self._error = text_label("", "error", wrap=True)
        self._error.hide()
        self.save_button = button(tr("Enregistrer"), self.save, kind="primary", shortcut="Ctrl+S")
        self.save_button.setDefault(True)
        layout = column(text_label(title, "subheading"), form, self._error, spacing=theme.SPACE.medium, margin=theme.SPACE.large)
        layout.addLayout(row(None, button(tr("Annuler"), self.reject), self.save_button))
        self.setLayout(layout)

    def showEvent(self, event: QShowEvent) -> None:
        # Qt opens a dialog no higher than two thirds of the screen, whatever its texts need.
        if (layout := self.layout()) is not None:
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))
        super().showEvent(event)

    def save(self) -> None:
        """Save and close, or show what is wrong."""
        values = self.form.values()
        if values is None:
            return
        save = self._save
        self._error.hide()
        self.save_button.setEnabled(False)
        self._context.tasks.run(lambda: save(values), self._done, self._failed, self)

    def _done(self, answer: Any) -> None:
        saved = self.saved
        self.accept()
        saved(answer)

    def _failed(self, error: UserError) -> None:
        self.save_button.setEnabled(True)
        if not self.form.show_error(error):
            self._error.setText(error.text.render())
            self._error.show()
