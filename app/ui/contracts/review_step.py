"""Last step of a new contract: everything once more, what stands against signing it, and what to do with it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from app.domain import formatting
from app.domain.errors import InputError, UserError
from app.domain.records import ContractStatus
from app.domain.text import language, tr
from app.ui import theme
from app.ui.contracts.facts import Facts
from app.ui.contracts.live_panel import date_facts
from app.ui.contracts.parts import NewContract, mark_field
from app.ui.contracts.resign import warning_row
from app.ui.widgets import AssistantStep, DateField, Form, FormField, SectionCard, clear_layout, scrolled, text_label

if TYPE_CHECKING:
    from app.domain.values.contracts import ContractPreview


class ReviewStep(AssistantStep):
    """See the module."""

    def __init__(self, dialog: NewContract) -> None:
        super().__init__(tr("Vérification"), "")
        self._dialog = dialog
        self.warnings: list[str] = []
        self.articles: list[str] = []
        self._warnings = QVBoxLayout()
        self._summary = SectionCard(tr("Le contrat"))
        self._paper = SectionCard(tr("Articles"))
        self._paper.setMinimumHeight(240)
        both = QHBoxLayout()
        both.setSpacing(theme.SPACE.medium)
        both.addWidget(self._summary, 1)
        both.addWidget(self._paper, 1)
        self.choices = {
            ContractStatus.DRAFT: QRadioButton(tr("Le garder comme brouillon")),
            ContractStatus.SIGNED: QRadioButton(tr("Il est signé")),
            ContractStatus.ACTIVE: QRadioButton(tr("Il est signé et déjà en cours")),
        }
        self._group = QButtonGroup(self)
        what = SectionCard(tr("Comment l’enregistrer\u202f?"))
        line = QHBoxLayout()
        line.setSpacing(theme.SPACE.large)
        for radio in self.choices.values():
            self._group.addButton(radio)
            line.addWidget(radio)
        line.addStretch(1)
        what.body.addLayout(line)
        self.day = DateField("signed_on", dialog.context.today())
        self.place = QLineEdit()
        self.place.setMaxLength(120)
        self.form = Form(2)
        self.form.add(FormField("signed_on", tr("Signé le"), self.day, required=True))
        self.form.add(FormField("signed_place", tr("Lieu de la signature"), self.place))
        what.add(self.form)
        self.choices[ContractStatus.DRAFT].setChecked(True)
        self.form.hide()
        self._group.buttonToggled.connect(lambda *_: self.form.setVisible(self.status is not ContractStatus.DRAFT))
        self.body.addLayout(self._warnings)
        self.body.addWidget(what)
        self.body.addLayout(both)

    @property
    def status(self) -> ContractStatus:
        """What the contract is to be recorded as."""
        return next(status for status, radio in self.choices.items() if radio.isChecked())

    def enter(self) -> None:
        """See `AssistantStep`."""
        preview = self._dialog.preview
        if preview is None:
            return
        self.lead = preview.offer.name.text.render()
        self._show_warnings(preview)
        self._show_summary(preview)
        self._show_articles(preview)

    def signature(self) -> tuple[date | None, str]:
        """Day and place of the signature; nothing for a draft.

        Raises:
            InputError: the day cannot be taken.
        """
        if self.status is ContractStatus.DRAFT:
            return None, ""
        return self.day.value(), self.place.text().strip()

    def validate(self) -> bool:
        """See `AssistantStep`."""
        return self.status is ContractStatus.DRAFT or self.form.values() is not None

    def show_problem(self, error: UserError) -> bool:
        """Say what is wrong if it is on this page."""
        return isinstance(error, InputError) and mark_field(self.form, error)

    def _show_warnings(self, preview: ContractPreview) -> None:
        clear_layout(self._warnings)
        self.warnings = [warning.render() for warning in preview.warnings]
        for words in self.warnings:
            holder = QWidget()
            holder.setLayout(warning_row(words))
            self._warnings.addWidget(holder)
        free = not preview.obstacles
        for status in (ContractStatus.SIGNED, ContractStatus.ACTIVE):
            self.choices[status].setEnabled(free)
            self.choices[status].setToolTip("" if free else "\n".join(text.render() for text in preview.obstacles))
        if not free:
            self.choices[ContractStatus.DRAFT].setChecked(True)

    def _show_summary(self, preview: ContractPreview) -> None:
        self._summary.clear()
        quote = preview.quote
        facts = Facts()
        for number, each in enumerate(quote.lines):
            facts.add(
                f"line{number}", each.label.render(), each.amount, hint=tr("{n} × {price} HT", n=each.quantity, price=each.unit_price)
            )
        facts.rule()
        facts.add("excl", tr("Total HT par mois"), quote.monthly_excl_tax, quote.why, strong=True)
        facts.add("vat", tr("TVA {rate}", rate=formatting.percent(quote.vat_rate, language())), quote.vat)
        facts.add("incl", tr("Total TTC par mois"), quote.monthly_incl_tax, strong=True)
        facts.rule()
        facts.add("start", tr("Début du contrat"), self._dialog.start())
        self._summary.add(facts)
        self._summary.add(date_facts(preview))
        self._summary.body.addStretch(1)

    def _show_articles(self, preview: ContractPreview) -> None:
        self._paper.clear()
        self.articles = []
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, theme.SPACE.small, 0)
        layout.setSpacing(theme.SPACE.tiny)
        for article in preview.articles:
            title = tr("Article {n}. {title}", n=article.number, title=article.title)
            self.articles.append(title)
            layout.addWidget(text_label(title, "strong", wrap=True))
            for paragraph in article.paragraphs:
                layout.addWidget(text_label(paragraph.render(), wrap=True))
            layout.addSpacing(theme.SPACE.small)
        layout.addStretch(1)
        self._paper.add(scrolled(holder), 1)
