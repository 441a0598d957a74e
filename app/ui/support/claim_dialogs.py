"""Small dialogs of a claim: which device helps out, and a few words on how it ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from app.domain.text import tr
from app.ui import theme
from app.ui.support.claim_machine import Choice, ChoiceList
from app.ui.widgets import EmptyState, FormField, SearchField, button, column, reveal, row, text_label

if TYPE_CHECKING:
    from app.domain.errors import UserError
    from app.domain.values.claims import ClaimDevice


class DeviceDialog(QDialog):
    """Chooses among the devices in stock; where there is none, it says how to add one.

    Signals:
        chosen(id): the main button or Enter.
        add_asked(): the way to add a device.
    """

    chosen = Signal(object)
    add_asked = Signal()

    def __init__(self, title: str, lead: str, accept: str, devices: Sequence[ClaimDevice], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(min(520, parent.window().width() - 48))
        self._choices = [Choice(each.id, each.designation, each.serial, "package") for each in devices]
        self.search = SearchField(tr("Chercher un appareil en stock"))
        self.list = ChoiceList(tr("Appareils en stock"))
        self.list.setMinimumHeight(168)
        self._none = text_label(tr("Aucun appareil ne correspond."), "small")
        self._wrong = text_label("", "error", wrap=True)
        self.accept_button = button(accept, self._accept, kind="primary")
        self.accept_button.setDefault(True)
        add = button(tr("Ajouter un appareil au parc"), self._add, kind="link", icon_name="plus")
        self.empty: EmptyState | None = None
        layout = column(text_label(title, "subheading"), text_label(lead, "muted", wrap=True), spacing=theme.SPACE.small)
        layout.setContentsMargins(*[theme.SPACE.large] * 4)
        if devices:
            for widget in (self.search, self.list, self._none):
                layout.addWidget(widget)
        else:
            self.empty = EmptyState(
                tr("Aucun appareil en stock"),
                tr("Quand le prestataire vous en livre un, ajoutez-le au parc avec l’état «\u00a0En stock\u00a0», puis revenez ici."),
                icon_name="package",
                action=tr("Ajouter un appareil au parc"),
                on_action=self._add,
                action_icon="plus",
            )
            layout.addWidget(self.empty)
        layout.addWidget(self._wrong)
        layout.addLayout(row(*([add] if devices else []), None, button(tr("Annuler"), self.reject), self.accept_button))
        self.setLayout(layout)
        reveal(self.accept_button, bool(devices))
        self._wrong.hide()
        self.search.searched.connect(lambda _: self._fill())
        self.search.left_down.connect(self.list.setFocus)
        self.list.left_up.connect(self.search.setFocus)
        self.list.taken.connect(lambda _: self._accept())
        self._fill()

    def failed(self, error: UserError) -> None:
        """The choice was refused: say so, and leave it open."""
        self.accept_button.setEnabled(True)
        self._wrong.setText(error.text.render())
        reveal(self._wrong)

    def _fill(self) -> None:
        from app.ui.equipment.person_field import folded

        words = folded(self.search.text()).split()
        found = [each for each in self._choices if all(word in folded(each.words) for word in words)]
        self.list.fill(found)
        if found:
            self.list.setCurrentRow(0)
        self._none.setVisible(not found)
        self.accept_button.setEnabled(bool(found))

    def _accept(self) -> None:
        choice = self.list.current()
        if choice is not None and self.accept_button.isEnabled():
            self.accept_button.setEnabled(False)
            self.chosen.emit(choice.id)

    def _add(self) -> None:
        self.reject()
        self.add_asked.emit()


class NoteDialog(QDialog):
    """Asks for a few words before a claim goes on; `noted(text)` with them, or without."""

    noted = Signal(str)

    def __init__(self, title: str, lead: str, accept: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(min(460, parent.window().width() - 48))
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(72)
        self._wrong = text_label("", "error", wrap=True)
        self._wrong.hide()
        self.accept_button = button(accept, self._accept, kind="primary")
        self.accept_button.setDefault(True)
        layout = column(text_label(title, "subheading"), text_label(lead, "muted", wrap=True), spacing=theme.SPACE.small)
        layout.setContentsMargins(*[theme.SPACE.large] * 4)
        layout.addWidget(FormField("note", tr("Remarque"), self.note, hint=tr("Facultatif.")))
        layout.addWidget(self._wrong)
        layout.addLayout(row(None, button(tr("Annuler"), self.reject), self.accept_button))
        self.setLayout(layout)
        self.note.setFocus()

    def failed(self, error: UserError) -> None:
        """The step was refused: say so, and keep what was typed."""
        self.accept_button.setEnabled(True)
        self._wrong.setText(error.text.render())
        reveal(self._wrong)

    def _accept(self) -> None:
        self.accept_button.setEnabled(False)
        self.noted.emit(self.note.toPlainText().strip())


def choose(
    devices: Sequence[ClaimDevice], title: str, lead: str, accept: str, parent: QWidget, take: Callable[[UUID], object]
) -> DeviceDialog:
    """A `DeviceDialog`, opened; `take(id)` with the device chosen."""
    dialog = DeviceDialog(title, lead, accept, devices, parent)
    dialog.chosen.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
