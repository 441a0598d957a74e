"""What the new-contract assistant computes while the user types: price at one step, dates at the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy

from app.domain import formatting
from app.domain.errors import InputError, UserError
from app.domain.records import label
from app.domain.text import language, msg, tr
from app.ui.contracts.facts import Facts
from app.ui.widgets import SectionCard, WhyButton, column, figure_label, line, row, text_label

if TYPE_CHECKING:
    from app.domain.values.contracts import ContractPreview


class PricePanel(SectionCard):
    """Lines, totals HT/TVA/TTC, why, and what the next tier would cost."""

    def __init__(self) -> None:
        super().__init__(tr("Prix par mois"))
        self.setMinimumWidth(260)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.facts = Facts()
        self.problem = ""
        self.hint = ""
        self.why = WhyButton(None)
        self.show_problem(None)

    def show_problem(self, error: UserError | None) -> None:
        """There is no price yet: say what is missing."""
        self.clear()
        self.facts, self.hint = Facts(), ""
        self.problem = "" if error is None else error.text.render()
        self.add(text_label(_missing(error), "muted", wrap=True))

    def show_preview(self, preview: ContractPreview) -> None:
        """Show the price."""
        self.clear()
        self.problem = ""
        quote = preview.quote
        for each in quote.lines:
            detail = tr("{n} × {price} HT", n=each.quantity, price=each.unit_price)
            entry = row()
            entry.addLayout(column(text_label(each.label.render(), wrap=True), text_label(detail, "small"), spacing=0), 1)
            entry.addWidget(figure_label(formatting.money(each.amount, language())))
            self.body.addLayout(entry)
        self.add(line())
        self.facts = Facts(explained=False)
        self.facts.add("excl", tr("Total HT"), quote.monthly_excl_tax, strong=True)
        self.facts.add("vat", tr("TVA {rate}", rate=formatting.percent(quote.vat_rate, language())), quote.vat)
        self.facts.add("incl", tr("Total TTC"), quote.monthly_incl_tax, strong=True)
        self.add(self.facts)
        self.why = WhyButton(quote.why, tr("Pourquoi ce prix\u202f?"))
        self.body.addLayout(row(self.why, None))
        self.hint = tier_hint(preview)
        if self.hint:
            self.add(text_label(self.hint, "small", wrap=True))
        self.add(text_label(tr("Ne vaut pas facture."), "small"))


class DatesPanel(SectionCard):
    """End of the commitment, deadline, sending days, what follows; each with its reason."""

    def __init__(self) -> None:
        super().__init__(tr("Ce que cela donne"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.facts = Facts()

    def show_problem(self, error: UserError | None) -> None:
        """There are no dates yet."""
        self.clear()
        self.facts = Facts()
        self.add(text_label(_missing(error), "muted", wrap=True))

    def show_preview(self, preview: ContractPreview) -> None:
        """Show the dates."""
        self.clear()
        self.facts = date_facts(preview)
        self.add(self.facts)


def date_facts(preview: ContractPreview) -> Facts:
    """The dates of a contract that does not exist yet."""
    summary, why = preview.summary, preview.summary.why
    facts = Facts()
    facts.add("commitment_end", tr("Fin de l’engagement"), summary.commitment_end, why["commitment_end"], strong=True)
    if summary.notice_deadline is None:
        facts.add("notice_deadline", tr("Échéance de préavis"), tr("Aucune"), why["notice_deadline"])
    else:
        facts.add("notice_deadline", tr("Échéance de préavis"), summary.notice_deadline, why["notice_deadline"])
    if summary.recommended_send_by is not None:
        facts.add("send_by_post", tr("Envoi conseillé par courrier"), summary.recommended_send_by.post, why["recommended_send_by"])
        facts.add("send_by_email", tr("Envoi conseillé par e-mail"), summary.recommended_send_by.email, why["recommended_send_by"])
    facts.add("renewal", tr("Ensuite"), label(summary.renewal).render(), why["renewal"])
    return facts


def tier_hint(preview: ContractPreview) -> str:
    """What the next tier of a price by volume would change; empty where there is none."""
    from app.domain.pricing import tier_range

    pricing, quantity = preview.offer.pricing, preview.quote.quantity
    if pricing.tier_mode != "volume" or quantity == 0:
        return ""
    for index, tier in enumerate(pricing.tiers):
        if tier.from_quantity > quantity:
            reached = tier_range(preview.offer, index)
            total = tier.unit_price * tier.from_quantity
            return msg(
                "Tranche suivante, {range}\u00a0: {price} HT l’unité, soit {total} HT hors options pour {n}.",
                range=reached,
                price=tier.unit_price,
                total=total,
                n=tier.from_quantity,
            ).render()
    return ""


def _missing(error: UserError | None) -> str:
    if error is None:
        return tr("Le calcul apparaît ici.")
    if isinstance(error, InputError) and str(error.value) == "":
        return tr("Il manque\u00a0: {what}.", what=error.allowed)
    if isinstance(error, InputError):
        return tr("Corrigez le champ signalé.")
    return error.text.render()
