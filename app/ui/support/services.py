"""Ask for a managed service: what the contract names, what it does not and why, and the conditions of a visit, each met or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from app.domain.errors import UserError
from app.domain.records import RequestKind, Urgency
from app.domain.text import msg, tr
from app.ui import theme
from app.ui.equipment.dialog import RecordDialog
from app.ui.icons import icon
from app.ui.screen import Route, ScreenContext
from app.ui.support.contact_fields import contact_field, phone_field
from app.ui.support.cover_panel import condition_look
from app.ui.theme import State
from app.ui.widgets import (
    EmptyState,
    Form,
    FormField,
    IconLabel,
    SectionCard,
    StateBadge,
    WhyButton,
    button,
    column,
    row,
    text_label,
)

if TYPE_CHECKING:
    from app.domain.eligibility import Condition
    from app.domain.values.support import RequestAdded, ServiceChoice

WIDTH, HEIGHT = 860, 560
_LOOKS: dict[bool | None, tuple[State, str]] = {
    True: ("ok", "circle-check"),
    False: ("warning", "circle-x"),
    None: ("neutral", "circle-question-mark"),
}


def open_services(context: ScreenContext, parent: QWidget, site_id: UUID | None = None) -> None:
    """Show the window that asks for a managed service."""
    ServicesDialog(context, parent.window(), site_id).open()


class ServicesDialog(RecordDialog):
    """See the module.

    Attributes:
        list: the services of all running contracts for managed services.
        form: what to add.
    """

    def __init__(self, context: ScreenContext, parent: QWidget, site_id: UUID | None) -> None:
        lead = tr("Les prestations de vos contrats d’infogérance. Ce qui n’est pas compris peut être demandé en devis.")
        super().__init__(tr("Demander une prestation"), tr("Demander cette prestation"), parent, lead=lead)
        self._context, self._site = context, site_id
        self._choices: tuple[ServiceChoice, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Prestations"))
        self.list.setMinimumHeight(200)
        self.list.setIconSize(QSize(theme.ICON, theme.ICON))
        self.list.currentRowChanged.connect(lambda _: self._show_choice())
        self._card = SectionCard()
        self.form = Form(columns=2)
        details = QPlainTextEdit()
        details.setFixedHeight(64)
        details.setPlaceholderText(tr("Pour qui, pour quand, sur quel site…"))
        self.form.add(FormField("description", tr("Précisions"), details), span=2)
        self.form.add(FormField("contact", tr("Qui rappeler"), contact_field()))
        self.form.add(FormField("phone", tr("Téléphone"), phone_field()))
        self.form.changed.connect(self.mark_dirty)
        self._parts = QHBoxLayout()
        self._parts.setSpacing(theme.SPACE.large)
        self._parts.addWidget(self.list, 2)
        right = column(self._card, self.form, spacing=theme.SPACE.medium)
        right.addStretch(1)
        self._parts.addLayout(right, 3)
        self.content.addLayout(self._parts, 1)
        self.setMinimumSize(min(WIDTH, parent.width() - 48), min(HEIGHT, parent.height() - 48))
        self.save_button.setEnabled(False)
        self.read()

    def unsaved_words(self) -> tuple[str, str]:
        """See `RecordDialog`."""
        return tr("La demande n’est pas envoyée."), tr("Abandonner la demande")

    def read(self) -> None:
        """Read the services again."""
        support, site = self._context.services.support, self._site
        self._context.tasks.run(lambda: support.services(site), self._show, lambda error: self.tell_wrong(error.text.render()), self)

    def choice(self) -> ServiceChoice | None:
        """The service chosen."""
        place = self.list.currentRow()
        return self._choices[place] if 0 <= place < len(self._choices) else None

    def _show(self, choices: Sequence[ServiceChoice]) -> None:
        kept = self.list.currentRow()
        self._choices = tuple(choices)
        self.list.clear()
        several = len({each.contract_id for each in choices}) > 1
        for each in choices:
            state, icon_name = _LOOKS[each.due]
            text = f"{each.label} · {each.contract_number}" if several else each.label
            item = QListWidgetItem(icon(icon_name, "text_muted" if state == "neutral" else state), text)
            item.setSizeHint(QSize(0, theme.ROW_HEIGHT))
            item.setToolTip(f"{text}\n{due_word(each)}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}, {due_word(each)}")
            self.list.addItem(item)
        if not choices:
            self._nothing()
            return
        self.list.setCurrentRow(max(0, min(kept, len(choices) - 1)))
        self.list.setFocus()

    def _nothing(self) -> None:
        self.list.hide()
        self.form.hide()
        self._card.hide()
        self.save_button.hide()
        hint = tr("Les prestations viennent d’un contrat d’infogérance en cours. Pour de l’aide, utilisez «\u00a0Nouvelle demande\u00a0».")
        self.content.setStretchFactor(self._parts, 0)
        self.content.addWidget(EmptyState(tr("Aucun contrat d’infogérance"), hint, icon_name="concierge-bell"))

    def _show_choice(self) -> None:
        chosen = self.choice()
        self._card.clear()
        self.save_button.setEnabled(chosen is not None)
        if chosen is None:
            return
        self._card.add(text_label(chosen.label, "subheading", wrap=True))
        if chosen.description:
            self._card.add(text_label(chosen.description[:1].upper() + chosen.description[1:], wrap=True))
        state, icon_name = _LOOKS[chosen.due]
        self._card.body.addLayout(row(StateBadge(state, due_word(chosen), icon_name), WhyButton(chosen.why), None))
        for condition in chosen.conditions:
            self._card.body.addLayout(_condition(condition))
        if chosen.due is not True and not chosen.conditions and chosen.why.steps:
            self._card.add(text_label(chosen.why.steps[-1].render(), "muted", wrap=True))
        if chosen.due is None and not chosen.conditions:
            note = button(tr("Indiquer ce que le devis nomme…"), self._name_due, kind="link", icon_name="pencil")
            self._card.body.addLayout(row(note, None))
        self._card.add(text_label(tr("Contrat {number}", number=chosen.contract_number), "small"))
        quote = chosen.due is False
        text = tr("Demander un devis") if quote else tr("Demander cette prestation")
        self.save_button.setText(text)
        self.save_button.setAccessibleName(text)
        self.save_button.setToolTip(tr("Envoyée comme demande de devis\u00a0: rien n’est commandé.") if quote else "")

    def _name_due(self) -> None:
        chosen = self.choice()
        if chosen is not None:
            own = [each for each in self._choices if each.contract_id == chosen.contract_id]
            DueDialog(self._context, own, self, self.read).open()

    def submit(self) -> None:
        """See `RecordDialog`."""
        from app.domain.values.support import NewRequest

        chosen, values = self.choice(), self.form.values()
        if chosen is None or values is None:
            return
        quote = chosen.due is False
        request = NewRequest(
            subject=tr("Devis\u00a0: {service}", service=chosen.label) if quote else chosen.label,
            urgency=Urgency.QUESTION,
            description=values["description"],
            contract_id=chosen.contract_id,
            site_id=self._site,
            contact=values["contact"],
            phone=values["phone"],
            service=chosen.id,
            kind=RequestKind.QUOTE if quote else RequestKind.SERVICE,
        )
        support = self._context.services.support
        self.set_busy(True)
        self._context.tasks.run(lambda: support.add(request), self._sent, self._refused, self)

    def _refused(self, error: UserError) -> None:
        self.refused(error, self.form)

    def _sent(self, added: RequestAdded) -> None:
        self.accept()
        self._context.data_changed()
        self._context.navigate(Route("support", added.id))
        self._context.notify(tr("Demande {number} envoyée", number=added.number))


class DueDialog(RecordDialog):
    """Which services the quote of a contract names."""

    def __init__(self, context: ScreenContext, choices: Sequence[ServiceChoice], parent: QWidget, saved: Callable[[], object]) -> None:
        number = choices[0].contract_number
        lead = tr("Cochez ce que nomme le devis signé du contrat {number}. C’est gardé avec le contrat.", number=number)
        super().__init__(tr("Prestations du devis"), tr("Enregistrer"), parent, lead=lead)
        self._context, self._saved, self._contract = context, saved, choices[0].contract_id
        self.boxes: dict[str, QCheckBox] = {}
        for each in choices:
            box = self.boxes[each.id] = QCheckBox(each.label.replace("&", "&&"))
            box.setChecked(each.due is True)
            box.toggled.connect(self.mark_dirty)
            self.content.addWidget(box)
        self.content.addStretch(1)
        self.setMinimumWidth(460)

    def submit(self) -> None:
        """See `RecordDialog`."""
        ids = [service for service, box in self.boxes.items() if box.isChecked()]
        support, contract = self._context.services.support, self._contract
        self.set_busy(True)
        self._context.tasks.run(lambda: support.set_services_due(contract, ids), lambda _: self._done(), self.refused, self)

    def _done(self) -> None:
        self.accept()
        self._saved()


def due_word(choice: ServiceChoice) -> str:
    """Whether a service is in the contract."""
    if choice.due is None:
        return msg("À vérifier").render()
    if choice.due:
        return tr("Compris dans votre contrat")
    return tr("Conditions non remplies") if choice.conditions else tr("Pas dans votre contrat")


def _condition(condition: Condition) -> QHBoxLayout:
    state, icon_name = condition_look(condition)
    word = tr("à vérifier") if condition.met is None else tr("remplie") if condition.met else tr("non remplie")
    line = QHBoxLayout()
    line.setSpacing(theme.SPACE.small)
    line.addWidget(IconLabel(icon_name, "text_muted" if state == "neutral" else state), 0, Qt.AlignmentFlag.AlignTop)
    title = text_label(tr("{condition}\u00a0: {word}", condition=condition.label, word=word), "strong", wrap=True)
    words = column(title, text_label(condition.why.render(), "muted", wrap=True), spacing=theme.SPACE.hair)
    line.addLayout(words, 1)
    return line
