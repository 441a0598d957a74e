"""Taking the option for a licence: what it costs by the contract or the offer, and that the contract itself is another matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from app.domain import formatting
from app.domain.errors import UserError
from app.domain.text import Text, language, tr
from app.ui import theme
from app.ui.screen import ScreenContext
from app.ui.widgets import FormField, IconLabel, button, column, row, text_label

if TYPE_CHECKING:
    from app.domain.offers import Offer
    from app.domain.values.backups import LicenceState
    from app.services import Services


@dataclass(frozen=True)
class OptionPrice:
    """What the option costs a month, excluding tax.

    Attributes:
        included: the licence's contract has the option already.
        contract_number: the contract whose frozen rules give the price; empty: the offer as it is now.
    """

    price: Decimal
    name: Text
    provider: str
    included: bool = False
    contract_number: str = ""


def option_price(services: Services, one: LicenceState) -> OptionPrice | None:
    """By the licence's contract, else by the offer that has such an option; None where no offer has one. Thread: the database's worker."""
    if one.contract_number:
        sheet = services.contracts.sheet(one.contract_number)
        found = _price(sheet.offer, included=True, number=one.contract_number)
        if found is not None:
            return found
    return next((found for offer in services.offers.values() if (found := _price(offer)) is not None), None)


def _price(offer: Offer, *, included: bool = False, number: str = "") -> OptionPrice | None:
    option = next((option for option in offer.options if option.backup is not None), None)
    return OptionPrice(option.price, option.label.text, offer.provider.name, included, number) if option is not None else None


def price_words(price: OptionPrice | None) -> str:
    """What the option costs and what is still to be done."""
    if price is None:
        return tr("Aucune offre connue n’a de prix pour cette option.")
    amount = formatting.money(price.price, language())
    if price.included:
        return tr(
            "{name}\u00a0: {amount} HT par licence et par mois, déjà au contrat {number}.",
            name=price.name,
            amount=amount,
            number=price.contract_number,
        )
    return tr(
        "{name}\u00a0: {amount} HT par licence et par mois, d’après l’offre de {provider}. Parclair note ici que l’option est souscrite\u202f;"
        " c’est votre contrat qui la rend due\u00a0: demandez-la à {provider} si ce n’est pas fait.",
        name=price.name,
        amount=amount,
        provider=price.provider,
    )


class SubscribeDialog(QDialog):
    """Asks for the licence's number and says what the option costs. `done_` is called once it is kept."""

    def __init__(self, context: ScreenContext, one: LicenceState, done: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._one, self._done = context, one, done
        self.setWindowTitle(tr("Souscrire l’option de sauvegarde"))
        self.setMinimumWidth(460)
        self.price = text_label(tr("Lecture du prix…"), wrap=True)
        self.licence = FormField(
            "licence",
            tr("Numéro de licence"),
            QLineEdit(one.licence),
            hint=tr("Il figure dans votre logiciel ou sur la facture\u202f; laissez vide s’il n’est pas connu."),
        )
        self._error = text_label("", "error", wrap=True)
        self._error.hide()
        note = row(spacing=theme.SPACE.small)
        note.addWidget(IconLabel("info", "info"), 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self.price, 1)
        self.accept_button = button(tr("Noter la souscription"), self.submit, kind="primary")
        self.accept_button.setDefault(True)
        layout = column(spacing=theme.SPACE.medium, margin=theme.SPACE.large)
        layout.addWidget(text_label(tr("Option de sauvegarde pour {name}", name=one.designation), "subheading", wrap=True))
        layout.addLayout(note)
        layout.addWidget(self.licence)
        layout.addWidget(self._error)
        layout.addLayout(row(None, button(tr("Annuler"), self.reject), self.accept_button))
        self.setLayout(layout)
        services = context.services
        context.tasks.run(lambda: option_price(services, one), self._priced, self._unpriced, self)

    def _priced(self, price: OptionPrice | None) -> None:
        self.price.setText(price_words(price))

    def _unpriced(self, error: UserError) -> None:
        self.price.setText(error.text.render())

    def submit(self) -> None:
        """Keep it."""
        services, machine, licence = self._context.services, self._one.equipment_id, self.licence.value()
        assert machine is not None
        self.accept_button.setEnabled(False)
        self._context.tasks.run(lambda: services.backups.subscribe(machine, licence, True), lambda _: self._kept(), self._refused, self)

    def _kept(self) -> None:
        self.accept()
        self._done()

    def _refused(self, error: UserError) -> None:
        self.accept_button.setEnabled(True)
        self._error.setText(error.text.render())
        self._error.show()
