"""Small dialogs of a claim: which device helps out, and a few words on how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from app.domain.errors import InputError
from app.domain.records import Ownership, label
from app.domain.text import tr
from app.ui import theme
from app.ui.support.machine_search import Choice, ChoiceList
from app.ui.widgets import EmptyState, Form, FormField, SearchField, button, column, reveal, row, text_label

if TYPE_CHECKING:
    from app.domain.errors import UserError
    from app.domain.values.claims import ClaimDevice


class DeviceDialog(QDialog):
    """Chooses among the devices in stock; where there is none, it says how to add one.

    Signals:
        chosen(id): the main button or Enter.
        delivered(device): the same, for the provider's new device.
        add_asked(): the way to add a device.

    Attributes:
        from_stock, from_provider: which of the two it is; only the first where the provider delivers nothing.
        form: the provider's new device.
    """

    chosen = Signal(object)
    delivered = Signal(object)
    add_asked = Signal()

    def __init__(self, title: str, lead: str, accept: str, devices: Sequence[ClaimDevice], parent: QWidget, new: str | None = None) -> None:
        """`new`: what the provider's new device would be called; `None` where there can be none."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(min(520, parent.window().width() - 48))
        self._choices = [Choice(each.id, each.designation, _detail(each), "package") for each in devices]
        self.search = SearchField(tr("Chercher un appareil en stock"))
        self.list = ChoiceList(tr("Appareils en stock"))
        self.list.setMinimumHeight(168)
        self._none = text_label(tr("Aucun appareil ne correspond."), "small")
        self._wrong = text_label("", "error", wrap=True)
        self.accept_button = button(accept, self._accept, kind="primary")
        self.accept_button.setDefault(True)
        self._add_link = button(tr("Ajouter un appareil au parc"), self._add, kind="link", icon_name="plus")
        self.empty: EmptyState | None = None
        self.from_stock, self.from_provider = QRadioButton(tr("Un appareil en stock")), QRadioButton(tr("Nouvel appareil du prestataire"))
        self.form, self.serial, self.designation = Form(2), QLineEdit(), QLineEdit()
        self._build(title, lead, new)
        self.search.searched.connect(lambda _: self._fill())
        self.search.left_down.connect(self.list.setFocus)
        self.list.left_up.connect(self.search.setFocus)
        self.list.taken.connect(lambda _: self._accept())
        self.list.itemDoubleClicked.connect(lambda _: self._accept())
        self.from_provider.toggled.connect(lambda _: self._switch())
        self._switch()

    def _build(self, title: str, lead: str, new: str | None) -> None:
        layout = column(text_label(title, "subheading"), text_label(lead, "muted", wrap=True), spacing=theme.SPACE.small)
        layout.setContentsMargins(*[theme.SPACE.large] * 4)
        for radio in (self.from_stock, self.from_provider):
            layout.addWidget(radio)
            reveal(radio, new is not None)
        self.serial.setMaxLength(200)
        self.designation.setMaxLength(300)
        self.designation.setText(new or "")
        self.form.add(FormField("serial", tr("Numéro de série"), self.serial, required=True))
        self.form.add(FormField("designation", tr("Désignation"), self.designation))
        # What is most likely: a device that is there, or else the one that was delivered.
        deliver = new is not None and not self._choices
        (self.from_provider if deliver else self.from_stock).setChecked(True)
        self._stock = QWidget()
        if self._choices:
            self._stock.setLayout(column(self.search, self.list, self._none, spacing=theme.SPACE.small))
        else:
            self.empty = EmptyState(
                tr("Aucun appareil en stock"),
                tr("Quand le prestataire vous en livre un, ajoutez-le au parc avec l’état «\u00a0En stock\u00a0», puis revenez ici."),
                icon_name="package",
                action=tr("Ajouter un appareil au parc"),
                on_action=self._add,
                action_icon="plus",
            )
            self._stock.setLayout(column(self.empty))
        for widget in (self._stock, self.form, self._wrong):
            layout.addWidget(widget)
        layout.addLayout(row(self._add_link, None, button(tr("Annuler"), self.reject), self.accept_button))
        self.setLayout(layout)
        self._wrong.hide()

    def failed(self, error: UserError) -> None:
        """The choice was refused: say so, and leave it open."""
        self.accept_button.setEnabled(True)
        if self._delivers and isinstance(error, InputError) and self.form.show_error(error):
            return
        self._wrong.setText(error.text.render())
        reveal(self._wrong)

    @property
    def _delivers(self) -> bool:
        return self.from_provider.isChecked()

    def _switch(self) -> None:
        self._wrong.hide()
        reveal(self.form, self._delivers)
        reveal(self._stock, not self._delivers)
        reveal(self._add_link, not self._delivers and bool(self._choices))
        reveal(self.accept_button, self._delivers or bool(self._choices))
        self._fill()
        if self._delivers:
            self.serial.setFocus()

    def _fill(self) -> None:
        from app.ui.equipment.person_field import folded

        words = folded(self.search.text()).split()
        found = [each for each in self._choices if all(word in folded(each.words) for word in words)]
        self.list.fill(found)
        if found:
            self.list.setCurrentRow(0)
        self._none.setVisible(not found)
        self.accept_button.setEnabled(self._delivers or bool(found))

    def _accept(self) -> None:
        from app.domain.values.claims import NewDevice

        choice = self.list.current()
        if not self.accept_button.isEnabled():
            return
        if self._delivers:
            if self.form.values() is not None:
                self.accept_button.setEnabled(False)
                self.delivered.emit(NewDevice(self.serial.text().strip(), self.designation.text().strip()))
        elif choice is not None:
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


def _detail(device: ClaimDevice) -> str:
    whose = label(Ownership.RENTED if device.rented else Ownership.OWNED).render()
    return " · ".join(filter(None, (device.serial, whose)))
