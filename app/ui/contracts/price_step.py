"""Second step of a new contract: how much of what, at which price, with the price computed while typing."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import InputError, UserError
from app.domain.records import RUNNING, EquipmentKind, OfferKind, label
from app.domain.text import Text, msg, tr
from app.ui import theme
from app.ui.contracts.live_panel import PricePanel
from app.ui.contracts.parts import AskingStep, NewContract, mark_field
from app.ui.contracts.price_table import PriceTable
from app.ui.contracts.quantity import QuantityField
from app.ui.contracts.quoted_services import QuotedServices
from app.ui.widgets import (
    AmountField,
    Form,
    FormField,
    IconLabel,
    choice_combo,
    clear_layout,
    row,
    select_data,
    text_label,
)

if TYPE_CHECKING:
    from app.domain.offers import Offer, Option
    from app.domain.values.contracts import ContractPreview

_DEVICES = (EquipmentKind.COMPUTER, EquipmentKind.SMARTPHONE)
ONE_PRICE, TABLE = "one", "table"


class PriceStep(AskingStep):
    """Only what the offer asks for is shown. `FIELDS` are the names of refusals that belong to this page."""

    FIELDS = ("quantity", "unit_price", "option", "linked", "device_kind")
    changed = Signal()

    def __init__(self, dialog: NewContract) -> None:
        super().__init__(tr("Quantité et prix"), "")
        self._dialog = dialog
        self._offer: Offer | None = None
        self.options: dict[str, QCheckBox] = {}
        self.services: QuotedServices | None = None
        self._left = QVBoxLayout()
        self.panel = PricePanel()
        both = QHBoxLayout()
        both.setSpacing(theme.SPACE.large)
        holder = QWidget()
        holder.setLayout(self._left)
        self._left.setContentsMargins(0, 0, 0, 0)
        both.addWidget(holder, 3)
        both.addWidget(self.panel, 2, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(both)
        self.form = Form(2)
        self.quantity = QuantityField(1)
        self.device = choice_combo([])
        self.mode = choice_combo([])
        self.unit_price = AmountField("unit_price")
        self.table = PriceTable()
        self.linked = choice_combo([])
        self.note = text_label("", wrap=True)
        self._note_row = QWidget()

    # What is asked -----------------------------------------------------------------------------------------------------------------

    def enter(self) -> None:
        """See `AssistantStep`: the fields are made for the offer, and kept as long as it stays the same."""
        offer = self._dialog.offer
        if offer is not None and (self._offer is None or self._offer.id != offer.id):
            self._offer = offer
            self.lead = offer.name.text.render()
            self._build(offer)
        self._dialog.refresh()

    def _build(self, offer: Offer) -> None:
        clear_layout(self._left)
        self.form, self.options = Form(2), {}
        if offer.kind is OfferKind.RENTAL:
            kinds = tuple(offer.term.by_device) or _DEVICES
            self.device = choice_combo([(kind, label(kind).render()) for kind in kinds], EquipmentKind.COMPUTER)
            self.form.add(FormField("device_kind", tr("Appareils"), self.device))
        if offer.follows_fleet:
            words = tr("La quantité suit d’elle-même les ordinateurs loués chez {provider}.", provider=offer.provider.name)
            self.form.add_widget(text_label(words, "muted", wrap=True))
        else:
            self.quantity = QuantityField(1)
            self.form.add(FormField("quantity", _quantity_title(offer), self.quantity, required=True))
        if offer.pricing.quote_required:
            self._add_quoted_price()
        if offer.managed is not None and offer.managed.tied_to is not None:
            self._add_linked(offer)
        self.form.changed.connect(self.changed)
        self._left.addWidget(self.form)
        self._add_options(offer)
        self._add_services(offer)
        self._left.addStretch(1)

    def _add_quoted_price(self) -> None:
        self.mode = choice_combo([(ONE_PRICE, tr("Un prix unitaire")), (TABLE, tr("Une grille de prix"))], ONE_PRICE)
        self.form.add(FormField("mode", tr("Le devis donne"), self.mode))
        self.unit_price = AmountField("unit_price")
        field = FormField("unit_price", tr("Prix unitaire HT par mois"), self.unit_price, hint=tr("Celui du devis du prestataire."))
        self.form.add(field)
        self.table = PriceTable()
        self.table.hide()
        self.table.changed.connect(self.changed)
        self.form.add_widget(self.table)
        self.mode.currentIndexChanged.connect(self._switch_mode)

    def _switch_mode(self) -> None:
        table = self.mode.currentData() == TABLE
        self.table.setVisible(table)
        self.form.field("unit_price").setVisible(not table)

    def _add_linked(self, offer: Offer) -> None:
        rentals = [row for row in self._dialog.rentals if row.status in RUNNING and row.provider == offer.provider.name]
        choices: list[tuple[object, str]] = [(row.number, f"{row.number} · {row.offer_name}") for row in rentals]
        self.linked = choice_combo(choices, choices[0][0] if choices else None, empty=None if choices else tr("Aucun contrat de location"))
        hint = tr("Ce contrat ne peut pas exister sans une location chez le même prestataire.")
        self.form.add(FormField("linked", tr("Lié à la location"), self.linked, hint=hint), span=2)

    def _add_services(self, offer: Offer) -> None:
        self.services = None
        if offer.managed is not None and offer.managed.only_services_in_quote:
            self.services = QuotedServices(offer.managed)
            self.services.changed.connect(self.changed)
            self._left.addSpacing(theme.SPACE.small)
            self._left.addWidget(self.services)

    def _add_options(self, offer: Offer) -> None:
        if not offer.options:
            return
        self._left.addSpacing(theme.SPACE.small)
        self._left.addWidget(text_label(tr("Options"), "overline"))
        for option in offer.options:
            box = QCheckBox(option.label.text.render().replace("&", "&&"))
            box.toggled.connect(self._option_toggled(option))
            self.options[option.id] = box
            line = row(box, None, text_label(_option_price(option).render(), "muted"))
            self._left.addLayout(line)
            about = _about(offer, option)
            if about:
                words = text_label(about, "small", wrap=True)
                words.setContentsMargins(26, 0, 0, 0)
                self._left.addWidget(words)
                box.setAccessibleDescription(about)
        self.note = text_label("", wrap=True)
        self._note_row = QWidget()
        said = row(IconLabel("info", "info"))
        said.addWidget(self.note, 1)
        self._note_row.setLayout(said)
        self._note_row.hide()
        self._left.addSpacing(theme.SPACE.tiny)
        self._left.addWidget(self._note_row)

    def _option_toggled(self, option: Option) -> Callable[[bool], None]:
        def toggled(on: bool) -> None:
            self._note_row.hide()
            if on:
                self._give_way(option)
            self.changed.emit()

        return toggled

    def _give_way(self, option: Option) -> None:
        """Options that exclude each other: the newest choice stays, and the page says so."""
        for other_id in option.excludes:
            box = self.options.get(other_id)
            if box is not None and box.isChecked():
                box.blockSignals(True)
                box.setChecked(False)
                box.blockSignals(False)
                words = tr(
                    "«\u00a0{other}\u00a0» a été retirée\u00a0: elle ne se prend pas avec «\u00a0{one}\u00a0».",
                    other=box.text().replace("&&", "&"),
                    one=option.label.text,
                )
                self.note.setText(words)
                self._note_row.show()

    # What was answered -------------------------------------------------------------------------------------------------------------

    def answers(self, offer: Offer) -> dict[str, Any]:
        """The fields of the draft that this page fills.

        Raises:
            InputError: one cannot be taken.
        """
        found: dict[str, Any] = {"options": tuple(name for name, box in self.options.items() if box.isChecked())}
        if self.services is not None:
            found["services"] = self.services.named()
        if offer.kind is OfferKind.RENTAL:
            found["device_kind"] = EquipmentKind(self.device.currentData())
        if not offer.follows_fleet:
            found["quantity"] = self.quantity.number()
        if offer.pricing.quote_required and self.mode.currentData() == TABLE:
            found["price_table"] = self.table.value()
        elif offer.pricing.quote_required:
            price = self.unit_price.value()
            if price is None:
                raise InputError("unit_price", "", msg("le prix unitaire HT par mois du devis"))
            found["unit_price"] = price
        if offer.managed is not None and offer.managed.tied_to is not None:
            found["linked_number"] = self.linked.currentData()
        return found

    def choose_table(self) -> None:
        """Switch to a price table."""
        select_data(self.mode, TABLE)

    def validate(self) -> bool:
        """See `AssistantStep`."""
        return self._dialog.is_right(self)

    def show_preview(self, preview: ContractPreview) -> None:
        """The price is known."""
        self.panel.show_preview(preview)

    def show_problem(self, error: UserError, *, asked: bool) -> bool:
        """Say what is wrong if it is on this page; an empty field is only a hint until the user wants to go on (`asked`)."""
        empty = isinstance(error, InputError) and str(error.value) == ""
        mine = not isinstance(error, InputError) or error.field in self.FIELDS
        self.panel.show_problem(error if mine else None)
        if not isinstance(error, InputError) or not mine:
            return mine
        if asked or not empty:
            self._mark(error)
        return True

    def _mark(self, error: InputError) -> None:
        if error.field == "unit_price" and self.mode.currentData() == TABLE:
            self.table.show_error(error)
            return
        mark_field(self.form, error)


def _quantity_title(offer: Offer) -> str:
    return {"licence": tr("Nombre de licences"), "device": tr("Nombre d’appareils"), "computer": tr("Nombre d’ordinateurs")}[
        offer.pricing.unit
    ]


def _option_price(option: Option) -> Text:
    price: Decimal = option.price
    return msg("{price} HT par contrat", price=price) if option.per == "contract" else msg("{price} HT par licence", price=price)


def _about(offer: Offer, option: Option) -> str:
    parts = [condition.text.render() for condition in option.conditions]
    words = tr("Il faut {conditions}.", conditions=tr(" et ").join(parts)) if parts else ""
    others = [found.label.text.render() for other in option.excludes if (found := offer.option(other)) is not None]
    if others:
        excluded = tr("Ne se prend pas avec «\u00a0{others}\u00a0».", others=", ".join(others))
        words = f"{words} {excluded}".strip()
    return words
