"""What to do when a rental is over: the choices of the offer side by side, with what each costs and asks for."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.end_of_rental import KEEP_SHARE, EndChoice, EndOption, end_of_rental
from app.domain.errors import InputError
from app.domain.text import tr
from app.ui import theme
from app.ui.contracts.facts import Facts
from app.ui.contracts.wording import months_words
from app.ui.widgets import AmountField, Form, FormField, IconLabel, SectionCard, WhyButton, choice_combo, row, text_label

if TYPE_CHECKING:
    from app.domain.values.contracts import ContractSheet

_ICONS = {
    EndChoice.RENEW: "refresh-cw",
    EndChoice.BUY: "shopping-cart",
    EndChoice.KEEP: "handshake",
    EndChoice.STOP: "undo-2",
}
_MONTHS = (24, 36, 48)


class RentalEndPage(QWidget):
    """The simulator. Nothing it says is recorded."""

    def __init__(self, sheet: ContractSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self.cards: dict[EndChoice, ChoiceCard] = {}
        self.renewal = AmountField("renewal_monthly")
        self.months = choice_combo([(each, months_words(each).render()) for each in _MONTHS], 36)
        self.purchase = AmountField("purchase_price")
        self.form = Form(3)
        self.form.add(
            FormField("renewal_monthly", tr("Nouveau loyer mensuel HT"), self.renewal, hint=tr("D’un devis. Vide\u00a0: le loyer actuel."))
        )
        self.form.add(FormField("renewal_months", tr("Nouvel engagement"), self.months))
        self.form.add(
            FormField("purchase_price", tr("Prix de rachat HT"), self.purchase, hint=tr("D’un devis. Vide\u00a0: pas encore connu."))
        )
        self.form.changed.connect(self._compute)
        inputs = SectionCard(
            tr("La location finit le {day}", day=sheet.summary.commitment_end), WhyButton(sheet.summary.why["commitment_end"])
        )
        inputs.add(
            text_label(tr("Quatre suites possibles, montants HT. C’est une simulation\u00a0: rien n’est enregistré."), "muted", wrap=True)
        )
        inputs.add(self.form)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.SPACE.medium)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, theme.SPACE.small, theme.SPACE.medium)
        layout.setSpacing(theme.SPACE.medium)
        layout.addWidget(inputs)
        layout.addLayout(self._grid)
        layout.addStretch(1)
        self._compute()

    def _compute(self) -> None:
        """Compute the choices again; a field that cannot be read keeps the last result and says why."""
        values = self._values()
        if values is None:
            return
        renewal, months, purchase = values
        rental = self._sheet.offer.rental
        kept = rental.end_choice("keep") if rental else None
        share = 1 - kept.discount if kept is not None and kept.discount is not None else KEEP_SHARE
        try:
            options = end_of_rental(
                self._sheet.summary.commitment_end,
                self._sheet.quote.monthly_excl_tax,
                renewal_monthly=renewal,
                renewal_months=months,
                purchase_price=purchase,
                keep_share=share,
            )
        except InputError as error:
            self.form.show_error(error)
            return
        offered = {choice.id for choice in rental.end_of_rental} if rental else set()
        self._show([option for option in options if option.choice.value in offered])

    def _values(self) -> tuple[Decimal | None, int, Decimal | None] | None:
        found: list[Decimal | None] = []
        for name in ("renewal_monthly", "purchase_price"):
            field = self.form.field(name)
            try:
                found.append(field.value())
                field.set_error(None)
            except InputError as error:
                self.form.show_error(error)
                return None
        return found[0], int(self.months.currentData()), found[1]

    def _show(self, options: list[EndOption]) -> None:
        for card in self.cards.values():
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {}
        for place, option in enumerate(options):
            card = ChoiceCard(option)
            self.cards[option.choice] = card
            self._grid.addWidget(card, 0, place)
            self._grid.setColumnStretch(place, 1)


class ChoiceCard(SectionCard):
    """One choice: what it costs, from when, and what to do."""

    def __init__(self, option: EndOption, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(option.label.render())
        title = QHBoxLayout()
        title.setSpacing(theme.SPACE.small)
        title.addWidget(IconLabel(_ICONS[option.choice], "accent", 18), 0, Qt.AlignmentFlag.AlignTop)
        title.addWidget(text_label(option.label.render(), "strong", wrap=True), 1)
        self.body.addLayout(title)
        unknown = tr("à demander")
        self.facts = Facts()
        self.facts.add("monthly", tr("Par mois"), option.monthly, strong=True)
        self.facts.add("one_off", tr("Une fois"), unknown if option.one_off is None else option.one_off)
        self.facts.rule()
        self.facts.add("total_12", tr("Sur 12 mois"), unknown if option.total_12 is None else option.total_12)
        self.facts.add("total_24", tr("Sur 24 mois"), unknown if option.total_24 is None else option.total_24)
        self.facts.rule()
        self.facts.add("starts_on", tr("À partir du"), option.starts_on)
        self.facts.add("ends_on", tr("Engagé jusqu’au"), option.ends_on if option.ends_on else tr("sans engagement"))
        self.body.addWidget(self.facts)
        self.body.addWidget(text_label(tr("À faire"), "overline"))
        self.body.addWidget(text_label(option.to_do.render(), wrap=True))
        self.body.addStretch(1)
        self.body.addLayout(row(WhyButton(option.why), None))
