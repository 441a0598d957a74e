"""The resignation assistant: when and how, what it does, the tied contracts, and the letter to look at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.errors import InputError, UserError
from app.domain.formatting import long_day
from app.domain.records import Channel, label
from app.domain.text import language, tr
from app.ui import theme
from app.ui.contracts.facts import Facts
from app.ui.contracts.pdf_dialog import language_choices
from app.ui.contracts.wording import status_badge
from app.ui.documents.preview import PdfPreview
from app.ui.screen import ScreenContext
from app.ui.widgets import (
    AssistantDialog,
    AssistantStep,
    DateField,
    Form,
    FormField,
    IconLabel,
    SectionCard,
    WhyButton,
    choice_combo,
    clear_layout,
    column,
    row,
    text_label,
)

if TYPE_CHECKING:
    from app.domain.values.contracts import ContractSheet, ResignationPreview, ResignationResult


class ResignDialog(AssistantDialog):
    """Prepares the letter and records the resignation as « à envoyer ». It sends nothing.

    Signals:
        resigned(result): recorded; the letter is among the documents.
    """

    resigned = Signal(object)
    guarded = True

    def __init__(
        self, context: ScreenContext, sheet: ContractSheet, receipt: Mapping[Channel, date], parent: QWidget | None = None
    ) -> None:
        """`receipt`: by channel, the day a notice sent today should arrive."""
        self.context, self.sheet, self.receipt = context, sheet, receipt
        self.when = WhenStep(self)
        self.linked = LinkedStep(self)
        self.letter = LetterStep(self)
        title = tr("Résilier le contrat {number}", number=sheet.number)
        super().__init__(title, [self.when, self.linked, self.letter], tr("Préparer la résiliation"), parent)
        self.resize(QSize(1000, 640))

    @property
    def preview(self) -> ResignationPreview | None:
        """What the resignation would do, once it is known for what is typed now."""
        return self.when.preview

    def finish(self) -> None:
        """Record the resignation and keep the letters."""
        values = self.when.values()
        if values is None:
            return
        day, channel, reason = values
        address, sent_on = self.when.address(), self.when.sent_on()
        resignations, number = self.context.services.resignations, self.sheet.number
        too, language = self.linked.chosen(), self.letter.language_chosen()
        self.set_busy(tr("Écriture de la lettre…"))
        self.context.tasks.run(
            lambda: resignations.resign(
                number, day, channel, reason, linked_too=too, language=language, recipient_address=address, sent_on=sent_on
            ),
            self._done,
            self._failed,
            self,
        )

    def _done(self, result: ResignationResult) -> None:
        self.set_busy(None)
        self.accept()
        self.resigned.emit(result)

    def _failed(self, error: UserError) -> None:
        self.set_busy(None)
        self.show_error(error)


class WhenStep(AssistantStep):
    """The day the notice will be received, the channel, the reason; at the right, what follows from them."""

    def __init__(self, dialog: ResignDialog) -> None:
        super().__init__(tr("Date et envoi"), tr("Le préavis compte à partir du jour où le prestataire le reçoit."))
        self._dialog = dialog
        self.preview: ResignationPreview | None = None
        self._waiting = False
        offer = dialog.sheet.offer
        first = offer.resignation.channels[0]
        self.day = DateField("notice_received", dialog.receipt.get(first, dialog.context.today()))
        self.channel = choice_combo([(each, label(each).render()) for each in offer.resignation.channels], first)
        self.reason = QPlainTextEdit()
        self.reason.setMaximumHeight(96)
        self.reason.setPlaceholderText(tr("Facultatif\u202f; repris dans la lettre."))
        self.form = Form(1)
        self.form.add(
            FormField("notice_received", tr("Préavis reçu le"), self.day, required=True, hint=tr("Proposé\u00a0: envoyé aujourd’hui."))
        )
        self.form.add(FormField("channel", tr("Envoi par"), self.channel))
        self.sent = DateField("sent_on", dialog.context.today())
        self._asks_dispatch = offer.term.notice_counts_from == "dispatch"
        if self._asks_dispatch:
            hint = tr("Dans ce contrat, c’est le jour d’envoi qui compte.")
            self.form.add(FormField("sent_on", tr("Envoyée le"), self.sent, required=True, hint=hint))
        self.form.add(FormField("reason", tr("Motif"), self.reason))
        self._address = QPlainTextEdit()
        self._address.setMaximumHeight(72)
        self._address.setPlaceholderText(tr("Pour l’enveloppe\u202f; l’offre ne la donne pas."))
        if not offer.resignation_address:
            self.form.add(FormField("recipient_address", tr("Adresse du prestataire"), self._address))
        self.form.changed.connect(self._ask)
        self._proposed = first
        self.channel.currentIndexChanged.connect(self._propose)
        left = column(self.form, None)
        holder = QWidget()
        holder.setLayout(left)
        holder.setMaximumWidth(300)
        self.effects = EffectsCard()
        both = QHBoxLayout()
        both.setSpacing(theme.SPACE.large)
        both.addWidget(holder, 2)
        both.addWidget(self.effects, 3, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(both)

    def enter(self) -> None:
        """See `AssistantStep`."""
        self._ask()

    def _propose(self) -> None:
        """Another channel arrives on another day; a day the user typed is left alone."""
        before, now = self._proposed, Channel(self.channel.currentData())
        receipt = self._dialog.receipt
        if before in receipt and now in receipt and self.day.text() == f"{receipt[before]:%d/%m/%Y}":
            self.day.set_value(receipt[now])
        self._proposed = now

    def values(self) -> tuple[date, Channel, str] | None:
        """Day, channel and reason; `None` when one cannot be taken, which is then shown."""
        found = self.form.values()
        return None if found is None else (found["notice_received"], Channel(found["channel"]), found["reason"])

    def sent_on(self) -> date | None:
        """The day the letter is to leave, where the offer counts from it.

        Raises:
            InputError: no such day.
        """
        return self.sent.value() if self._asks_dispatch else None

    def address(self) -> str:
        """The provider's address as typed, where the offer gives none."""
        return self._address.toPlainText()

    def validate(self) -> bool:
        """See `AssistantStep`: the effects must be known for what is typed."""
        if self.values() is None:
            return False
        self._waiting = self.preview is None
        return self.preview is not None

    def _ask(self) -> None:
        self.preview = None
        try:
            day, sent_on = self.day.value(), self.sent_on()
        except InputError:
            day = None
        if day is None:
            self.effects.show_nothing(tr("Indiquez une date pour voir la fin du contrat."))
            return
        channel = Channel(self.channel.currentData())
        resignations, number = self._dialog.context.services.resignations, self._dialog.sheet.number
        self._dialog.context.tasks.run(
            lambda: resignations.preview(number, day, channel, sent_on), self._show, self._failed, self, latest="contracts.resign"
        )

    def _show(self, preview: ResignationPreview) -> None:
        self.preview = preview
        self._dialog.show_error(None)
        self.effects.show_preview(preview, Channel(self.channel.currentData()))
        if self._waiting:
            self._waiting = False
            self._dialog.go_on()

    def _failed(self, error: UserError) -> None:
        self._waiting = False
        self.effects.show_nothing("")
        if not self.form.show_error(error):
            self._dialog.show_error(error)


class EffectsCard(SectionCard):
    """What the resignation would do, with its reasons."""

    def __init__(self) -> None:
        super().__init__(tr("Ce que cela donne"))
        self.facts = Facts()
        self.warnings: list[str] = []
        self.why = WhyButton(None, tr("Pourquoi cette date\u202f?"))

    def show_nothing(self, text: str) -> None:
        """There is nothing to compute from yet."""
        self.clear()
        self.warnings = []
        self.add(text_label(text, "muted", wrap=True))

    def show_preview(self, preview: ResignationPreview, channel: Channel) -> None:
        """Show end, last period, rents, sending day and warnings."""
        self.clear()
        summary, why = preview.summary, preview.summary.why
        self.why = WhyButton(why["earliest_end"], tr("Pourquoi cette date\u202f?"))
        self.add(text_label(tr("Le contrat finit le"), "muted"))
        head = row(text_label(long_day(preview.effective_date, language(), weekday=True), "heading"), theme.SPACE.small, self.why, None)
        self.body.addLayout(head)
        self.facts = Facts()
        self.facts.rule()
        last = summary.last_billed_period
        span = tr("{start} – {end}", start=last.start, end=last.end)
        self.facts.add("last_billed_period", tr("Dernière période facturée"), span, why["last_billed_period"])
        rents = summary.remaining_rents_excl_tax
        self.facts.add("remaining_rents", tr("Mensualités restant à facturer, HT"), rents, why["remaining_rents_excl_tax"])
        if preview.send_by is not None:
            name = tr("Envoi conseillé, au plus tard") if channel is Channel.POST else tr("E-mail conseillé, au plus tard")
            self.facts.add("send_by", name, preview.send_by, strong=True)
        self.add(self.facts)
        self.warnings = [warning.render() for warning in preview.warnings]
        for words in self.warnings:
            self.body.addLayout(warning_row(words))
        self.body.addStretch(1)


def warning_row(words: str) -> QHBoxLayout:
    """A warning: its icon and its sentence."""
    layout = row(IconLabel("triangle-alert", "warning"))
    layout.addWidget(text_label(words, wrap=True, selectable=True), 1)
    return layout


class LinkedStep(AssistantStep):
    """Contracts that cannot go on without this one: their letter too?"""

    def __init__(self, dialog: ResignDialog) -> None:
        super().__init__(
            tr("Contrats liés"),
            tr("Ces contrats reposent sur celui que vous résiliez. Leur lettre peut être préparée en même temps."),
        )
        self._dialog = dialog
        self.boxes: dict[str, QCheckBox] = {}
        self._list = QVBoxLayout()
        self.body.addLayout(self._list)

    def is_skipped(self) -> bool:
        """See `AssistantStep`."""
        preview = self._dialog.preview
        return (preview is None and not self._dialog.sheet.depending) or (
            preview is not None and all(each.resigned for each in preview.linked)
        )

    def enter(self) -> None:
        """See `AssistantStep`."""
        preview = self._dialog.preview
        kept = {number: box.isChecked() for number, box in self.boxes.items()}
        clear_layout(self._list)
        self.boxes = {}
        for other in (each for each in preview.linked if not each.resigned) if preview else ():
            box = QCheckBox(
                tr("Préparer aussi la lettre pour {number} · {offer}", number=other.number, offer=other.offer_name).replace("&", "&&")
            )
            box.setChecked(kept.get(other.number, True))
            self.boxes[other.number] = box
            holder = QWidget()
            holder.setLayout(row(box, None, status_badge(other.status)))
            self._list.addWidget(holder)

    def chosen(self) -> tuple[str, ...]:
        """The numbers of the contracts whose letter is wanted too."""
        return () if self.is_skipped() else tuple(number for number, box in self.boxes.items() if box.isChecked())


class LetterStep(AssistantStep):
    """The letter as it will be kept, in the language chosen."""

    def __init__(self, dialog: ResignDialog) -> None:
        super().__init__(
            tr("Lettre"),
            tr("Parclair prépare la lettre et la range dans Documents. Il ne l’envoie pas\u00a0: à vous de la signer et de l’envoyer."),
        )
        self._dialog = dialog
        self._language = choice_combo(language_choices(), "fr")
        self._language.setAccessibleName(tr("Langue de la lettre"))
        self._language.currentIndexChanged.connect(lambda _: self._draw())
        self.preview: PdfPreview | None = None
        self.others = text_label("", "muted")
        self.body.addLayout(row(text_label(tr("Langue de la lettre"), "muted"), self._language, theme.SPACE.small, self.others, None))

    def language_chosen(self) -> str:
        """`fr` or `en`."""
        return str(self._language.currentData())

    def enter(self) -> None:
        """See `AssistantStep`."""
        if self.preview is None:
            self.preview = PdfPreview(self._dialog.context, actions=False)
            self.preview.setMinimumHeight(440)
            self.body.addWidget(self.preview, 1)
        others = self._dialog.linked.chosen()
        self.others.setText(tr("Seront aussi préparées\u00a0: {numbers}", numbers=", ".join(others)) if others else "")
        self._draw()

    def _draw(self) -> None:
        values = self._dialog.when.values()
        if values is None:
            return
        day, channel, reason = values
        address, sent_on = self._dialog.when.address(), self._dialog.when.sent_on()
        resignations, number = self._dialog.context.services.resignations, self._dialog.sheet.number
        language, too = self.language_chosen(), self._dialog.linked.chosen()
        self._dialog.context.tasks.run(
            lambda: resignations.draw_letter(number, day, channel, reason, language, address, linked_too=too, sent_on=sent_on),
            self._show,
            self._dialog.show_error,
            self,
            latest="contracts.letter",
        )

    def _show(self, content: bytes) -> None:
        if self.preview is not None:
            self.preview.show_bytes(content, tr("Lettre de résiliation {number}", number=self._dialog.sheet.number))
