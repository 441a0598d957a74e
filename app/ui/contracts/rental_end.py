"""What to do when a rental is over: the choices of the offer side by side, with what each costs and asks for."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.domain.end_of_rental import KEEP_SHARE, EndChoice, EndOption, end_of_rental
from app.domain.errors import InputError
from app.domain.text import tr
from app.ui import theme
from app.ui.contracts.facts import shown
from app.ui.contracts.wording import months_words
from app.ui.widgets import (
    AmountField,
    Form,
    FormField,
    IconLabel,
    SectionCard,
    WhyButton,
    choice_combo,
    figure_label,
    line,
    row,
    text_label,
)

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
        self.table: ChoiceTable | None = None
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
        compared = SectionCard()
        compared.setAccessibleName(tr("Suites possibles"))
        self._place = compared.body
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, theme.SPACE.tiny, theme.SPACE.medium)
        layout.setSpacing(theme.SPACE.medium)
        layout.addWidget(inputs)
        layout.addWidget(compared)
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
        for field in ("renewal_monthly", "purchase_price"):
            self.form.field(field).set_error(None)
        old, self.table = self.table, ChoiceTable(options)
        self._place.addWidget(self.table)
        if old is not None:
            self._place.removeWidget(old)
            old.hide()
            old.deleteLater()


class ChoiceTable(QWidget):
    """The choices in columns, what is compared in rows."""

    def __init__(self, options: list[EndOption], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: dict[tuple[EndChoice, str], str] = {}
        self.why: dict[EndChoice, WhyButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACE.medium)
        self._grid.setVerticalSpacing(theme.SPACE.tiny)
        names = (
            ("monthly", tr("Par mois")),
            ("one_off", tr("Une fois")),
            ("total_12", tr("Sur 12 mois")),
            ("total_24", tr("Sur 24 mois")),
            ("starts_on", tr("À partir du")),
            ("ends_on", tr("Engagement")),
        )
        for column, option in enumerate(options, start=1):
            self._head(column, option)
            self._grid.setColumnStretch(2 * column - 1, 1)
        across = 2 * len(options)
        self._grid.addWidget(line(), 1, 0, 1, across)
        for number, (key, name) in enumerate(names, start=2):
            self._grid.addWidget(text_label(name, "strong" if key == "monthly" else "muted"), number, 0)
            for column, option in enumerate(options, start=1):
                self._figure(number, column, option, key, name)
        below = len(names) + 2
        self._grid.addWidget(line(), below, 0, 1, across)
        self._grid.addWidget(text_label(tr("À faire"), "muted"), below + 1, 0, Qt.AlignmentFlag.AlignTop)
        for column, option in enumerate(options, start=1):
            to_do = text_label(option.to_do.render(), wrap=True)
            to_do.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(to_do, below + 1, 2 * column - 1)
            self.why[option.choice] = WhyButton(option.why)
            self.why[option.choice].setAccessibleName(tr("Pourquoi\u202f? {what}", what=option.label))
            self._grid.addWidget(self.why[option.choice], below + 2, 2 * column - 1, Qt.AlignmentFlag.AlignLeft)
            if column > 1:
                self._grid.addWidget(_upright(), 0, 2 * column - 2, below + 3, 1)

    def text_of(self, choice: EndChoice, key: str) -> str:
        """What stands in a cell: `monthly`, `one_off`, `total_12`, `total_24`, `starts_on` or `ends_on`."""
        return self._texts[choice, key]

    def _head(self, column: int, option: EndOption) -> None:
        words = text_label(option.label.render(), "strong", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        title = row()
        title.addWidget(IconLabel(_ICONS[option.choice], "accent", 18), 0, Qt.AlignmentFlag.AlignTop)
        title.addWidget(words, 1)
        holder.setLayout(title)
        self._grid.addWidget(holder, 0, 2 * column - 1)

    def _figure(self, number: int, column: int, option: EndOption, key: str, name: str) -> None:
        value = getattr(option, key)
        text = shown(value) if value is not None else tr("sans") if key == "ends_on" else tr("à demander")
        if key == "ends_on" and value is not None:
            text = tr("jusqu’au {day}", day=value)
        self._texts[option.choice, key] = text
        figure = figure_label(text, "strong" if key == "monthly" else "body")
        figure.setAccessibleName(f"{option.label.render()}, {name} : {text}")
        self._grid.addWidget(figure, number, 2 * column - 1)


def _upright() -> QFrame:
    """A thin upright rule between two columns."""
    rule = QFrame()
    rule.setObjectName("rule")
    rule.setFixedWidth(1)
    return rule
