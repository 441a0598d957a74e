"""Third step of a new contract: start, commitment, site; and what dates follow from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from app.domain.errors import InputError, UserError
from app.domain.text import msg, tr
from app.ui import theme
from app.ui.contracts.live_panel import DatesPanel
from app.ui.contracts.parts import AskingStep, NewContract, mark_field
from app.ui.contracts.timeline_widget import TimelineWidget
from app.ui.contracts.wording import months_words
from app.ui.widgets import DateField, Form, FormField, choice_combo, clear_layout

MOST_MONTHS = 240

if TYPE_CHECKING:
    from app.domain.offers import Offer
    from app.domain.records import EquipmentKind
    from app.domain.values.contracts import ContractPreview


class DatesStep(AskingStep):
    """`FIELDS` are the names of refusals that belong to this page."""

    FIELDS = ("start", "months", "number", "site_id")
    changed = Signal()

    def __init__(self, dialog: NewContract) -> None:
        super().__init__(tr("Dates et site"), tr("Les dates sont comptées à partir du début du contrat."))
        self._dialog = dialog
        self._made_for: tuple[str, EquipmentKind | None] | None = None
        self.start = DateField("start", dialog.context.today())
        self.months: QComboBox | QSpinBox = choice_combo([])
        self.site = choice_combo([])
        self.number = QLineEdit()
        self.number.setMaxLength(60)
        self.form = Form(1)
        self.panel = DatesPanel()
        self.timeline = TimelineWidget()
        self.timeline.hide()
        self._left = QVBoxLayout()
        self._left.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(self._left)
        both = QHBoxLayout()
        both.setSpacing(theme.SPACE.large)
        both.addWidget(holder, 2)
        both.addWidget(self.panel, 3, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(both)
        self.body.addWidget(self.timeline)

    def enter(self) -> None:
        """See `AssistantStep`: the commitments offered depend on what is rented."""
        offer = self._dialog.offer
        if offer is not None:
            device = self._dialog.device()
            if self._made_for != (offer.id, device):
                self._made_for = offer.id, device
                self._build(offer, device)
        self._dialog.refresh()

    def _build(self, offer: Offer, device: EquipmentKind | None) -> None:
        start, site, number = self.start.text(), self.site.currentData(), self.number.text()
        clear_layout(self._left)
        self.start = DateField("start")
        self.start.setText(start)
        allowed = offer.term.months_allowed(device)
        if offer.term.months_from_quote:
            self.months = _months_box(allowed[0])
        else:
            self.months = choice_combo([(each, months_words(each).render()) for each in sorted(allowed)], allowed[0])
            self.months.setEnabled(len(allowed) > 1)
        sites = self._dialog.sites
        chosen = site or self._dialog.site_id or (sites[0].id if len(sites) == 1 else None)
        self.site = choice_combo([(each.id, each.name) for each in sites], chosen, empty=tr("Tous les sites"))
        self.number = QLineEdit(number)
        self.number.setMaxLength(60)
        self.number.setPlaceholderText(tr("Attribué par Parclair"))
        self.form = Form(1)
        self.form.add(FormField("start", tr("Début du contrat"), self.start, required=True))
        hint = tr("La durée que porte le devis.") if offer.term.months_from_quote else ""
        if len(allowed) == 1 and not hint:
            hint = tr("Seule durée de cette offre.")
        self.form.add(FormField("months", tr("Engagement"), self.months, hint=hint))
        self.form.add(FormField("site_id", tr("Site"), self.site, hint=tr("Décide des jours fériés.")))
        self.form.add(FormField("number", tr("Numéro du contrat"), self.number))
        self.form.changed.connect(self.changed)
        self._left.addWidget(self.form)
        self._left.addStretch(1)

    def answers(self) -> dict[str, Any]:
        """The fields of the draft that this page fills.

        Raises:
            InputError: one cannot be taken.
        """
        start = self.start.value()
        if start is None:
            raise InputError("start", "", msg("la date de début du contrat"))
        return {
            "start": start,
            "months": self._months(),
            "site_id": self.site.currentData(),
            "number": self.number.text().strip() or None,
        }

    def _months(self) -> int | None:
        if isinstance(self.months, QSpinBox):
            return self.months.value()
        chosen: int | None = self.months.currentData()
        return chosen

    def validate(self) -> bool:
        """See `AssistantStep`."""
        return self._dialog.is_right(self)

    def show_preview(self, preview: ContractPreview) -> None:
        """The dates are known: show them, and draw them."""
        from app.domain.term_dates import ContractTerms
        from app.domain.timeline import timeline

        self.panel.show_preview(preview)
        start, months = self.start.value(), self._months()
        if start is not None and months is not None:
            terms = ContractTerms(start, int(months), preview.offer.term)
            self.timeline.set_timeline(timeline(terms, self._dialog.context.today()))
            self.timeline.show()

    def show_problem(self, error: UserError, *, asked: bool) -> bool:
        """Say what is wrong if it is on this page."""
        mine = not isinstance(error, InputError) or error.field in self.FIELDS
        self.panel.show_problem(error if mine else None)
        self.timeline.hide()
        if isinstance(error, InputError) and mine and (asked or str(error.value) != ""):
            mark_field(self.form, error)
        return mine


def _months_box(usual: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(1, MOST_MONTHS)
    box.setValue(usual)
    box.setSuffix(tr(" mois"))
    return box
