"""The short questions of the contract screen: date and place of signature, a new quantity."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import InputError, UserError
from app.domain.text import tr
from app.ui import theme
from app.ui.contracts.dialogs import fit
from app.ui.contracts.quantity import QuantityField
from app.ui.widgets import DateField, Form, FormField, button, row, text_label

if TYPE_CHECKING:
    from app.domain.values.contracts import ContractSheet


class _Question(QDialog):
    """A title, a sentence, a form and what was refused."""

    def __init__(self, title: str, lead: str, form: Form, accept: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        self.form = form
        self._error = text_label("", "error", wrap=True)
        self._error.hide()
        self.save_button = button(accept, self.save, kind="primary")
        self.save_button.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.SPACE.large] * 4)
        layout.setSpacing(theme.SPACE.medium)
        layout.addWidget(text_label(title, "subheading"))
        layout.addWidget(text_label(lead, "muted", wrap=True))
        layout.addWidget(form)
        layout.addWidget(self._error)
        layout.addLayout(row(None, button(tr("Annuler"), self.reject), self.save_button))

    def save(self) -> None:
        """Hand the answer over."""
        raise NotImplementedError

    def failed(self, error: UserError) -> None:
        """The answer was refused: say so next to the field, or above the buttons."""
        self.save_button.setEnabled(True)
        if not self.form.show_error(error):
            self._error.setText(error.text.render())
            self._error.show()
        fit(self)


class SignDialog(_Question):
    """Date and place of the signature."""

    def __init__(self, sheet: ContractSheet, today: date, save: Callable[[SignDialog], object], parent: QWidget | None = None) -> None:
        form = Form(2)
        self.day = DateField("signed_on", today)
        self.place = QLineEdit()
        self.place.setMaxLength(120)
        form.add(FormField("signed_on", tr("Signé le"), self.day, required=True))
        form.add(
            FormField("place", tr("Lieu de la signature"), self.place, hint=tr("Utile s’il est signé ailleurs que chez le prestataire."))
        )
        lead = tr("À partir de la signature, prix et règles du contrat {number} ne changent plus avec l’offre.", number=sheet.number)
        super().__init__(tr("Signer le contrat"), lead, form, tr("Enregistrer la signature"), parent)
        self._save = save
        self.day.setFocus()

    def values(self) -> tuple[date, str] | None:
        """Day and place; `None` when one cannot be taken."""
        found = self.form.values()
        if found is None:
            fit(self)
            return None
        return found["signed_on"], found["place"]

    def save(self) -> None:
        """See `_Question`."""
        self._error.hide()
        if self.values() is not None:
            self.save_button.setEnabled(False)
            self._save(self)


class QuantityDialog(_Question):
    """A new number of devices or licences; the price follows from the contract's own table."""

    def __init__(self, sheet: ContractSheet, save: Callable[[QuantityDialog, int], object], parent: QWidget | None = None) -> None:
        form = Form(2)
        self.quantity = QuantityField(sheet.quote.quantity)
        form.add(FormField("quantity", tr("Nouvelle quantité"), self.quantity, required=True))
        lead = tr("Le prix est recalculé avec la grille gardée dans le contrat. Le changement reste dans l’historique.")
        super().__init__(tr("Changer la quantité"), lead, form, tr("Changer la quantité"), parent)
        self._save = save
        self.quantity.setFocus()
        self.quantity.selectAll()

    def save(self) -> None:
        """See `_Question`."""
        self._error.hide()
        try:
            quantity = self.quantity.number()
        except InputError as error:
            self.form.show_error(error)
            fit(self)
            return
        self.save_button.setEnabled(False)
        self._save(self, quantity)
