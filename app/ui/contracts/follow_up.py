"""A resignation from the letter to the provider's confirmation: the four steps, what proves each, and the next one.

Parclair prepares letters. It never sends one, and never says that it did.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain import formatting
from app.domain.errors import UserError
from app.domain.records import Channel, ResignationStatus, label
from app.domain.text import language, tr
from app.ui import theme
from app.ui.contracts.dialogs import fit
from app.ui.contracts.wording import FOLLOW_UP_ICONS
from app.ui.widgets import DateField, FlowLayout, Form, FormField, IconLabel, SectionCard, button, column, line, row, text_label

if TYPE_CHECKING:
    from app.domain.values.contracts import ContractSheet, ResignationEntry

STEPS = (ResignationStatus.TO_SEND, ResignationStatus.SENT, ResignationStatus.RECEIVED, ResignationStatus.CONFIRMED)


class FollowUpStrip(SectionCard):
    """The four steps side by side.

    Signals:
        asked(name): `follow:sent`, `follow:received`, `follow:confirmed`, `letter`, `step_back` or `withdraw`.
        document_asked(id): a proof was clicked.
    """

    asked = Signal(str)
    document_asked = Signal(object)

    def __init__(self, sheet: ContractSheet, parent: QWidget | None = None) -> None:
        entry = sheet.resignation
        assert entry is not None
        self.buttons = {name: button(text, self._ask(name), kind="normal") for name, text in _actions(sheet, entry)}
        super().__init__(tr("Résiliation"), *self.buttons.values(), parent=parent)
        steps = QHBoxLayout()
        steps.setSpacing(theme.SPACE.small)
        reached = STEPS.index(entry.status)
        for number, status in enumerate(STEPS):
            if number:
                steps.addWidget(line(), 1, Qt.AlignmentFlag.AlignVCenter)
            steps.addWidget(_step(status, number <= reached, number == reached, _detail(entry, status)))
        self.body.addLayout(steps)
        self.add(text_label(_sentence(entry), "muted", wrap=True))
        proofs = [document for document in sheet.documents if document.kind == "proof"]
        if proofs:
            holder = QWidget()
            links = FlowLayout(holder)
            links.addWidget(text_label(tr("Preuves\u00a0:"), "muted"))
            for document in reversed(proofs):
                links.addWidget(button(document.title.replace("&", "&&"), self._open(document.id), kind="link", icon_name="paperclip"))
            self.add(holder)

    def _open(self, document_id: UUID) -> Callable[[], None]:
        return lambda: self.document_asked.emit(document_id)

    def _ask(self, name: str) -> Callable[[], None]:
        return lambda: self.asked.emit(name)


def _actions(sheet: ContractSheet, entry: ResignationEntry) -> list[tuple[str, str]]:
    has_letter = any(document.kind == "resignation_letter" for document in sheet.documents)
    found = [("letter", tr("Voir la lettre"))] if has_letter else []
    match entry.status:
        case ResignationStatus.TO_SEND:
            found += [("withdraw", tr("Abandonner")), ("follow:sent", tr("Noter l’envoi…"))]
        case ResignationStatus.SENT:
            found += [("follow:confirmed", tr("Noter la confirmation…")), ("follow:received", tr("Noter la réception…"))]
        case ResignationStatus.RECEIVED:
            found += [("follow:confirmed", tr("Noter la confirmation…"))]
        case ResignationStatus.CONFIRMED:
            pass
    if entry.status is not ResignationStatus.TO_SEND:
        found.insert(1 if has_letter else 0, ("step_back", tr("Corriger la dernière étape")))
    return found


def _sentence(entry: ResignationEntry) -> str:
    end = tr("Le contrat finit le {day}.", day=entry.effective_date)
    match entry.status:
        case ResignationStatus.TO_SEND if entry.send_by is not None:
            return tr(
                "La lettre est prête. Imprimez-la, signez-la et envoyez-la vous-même, au plus tard le {day}. {end}",
                day=entry.send_by,
                end=end,
            )
        case ResignationStatus.TO_SEND:
            return tr("La lettre est prête. Imprimez-la, signez-la et envoyez-la vous-même. {end}", end=end)
        case ResignationStatus.SENT:
            return tr("Gardez la preuve de l’envoi jusqu’à la confirmation du prestataire. {end}", end=end)
        case ResignationStatus.RECEIVED:
            return tr("Le prestataire a reçu la lettre\u202f; il reste à obtenir sa confirmation. {end}", end=end)
        case _:
            return tr("Le prestataire a confirmé. {end}", end=end)


def _detail(entry: ResignationEntry, status: ResignationStatus) -> str:
    days: dict[ResignationStatus, date | None] = {
        ResignationStatus.SENT: entry.sent_on,
        ResignationStatus.RECEIVED: entry.received_on,
        ResignationStatus.CONFIRMED: entry.confirmed_on,
    }
    if status is ResignationStatus.TO_SEND:
        return tr("par {channel}", channel=label(entry.channel).render().lower())
    day = days[status]
    if day is None:
        return "–"
    if status is ResignationStatus.SENT and entry.tracking_number:
        return tr("{day} · n° {tracking}", day=day, tracking=entry.tracking_number)
    return formatting.day(day, language())


def _step(status: ResignationStatus, done: bool, current: bool, detail: str) -> QWidget:
    step = QFrame()
    name = label(status).render()
    step.setAccessibleName(f"{name} : {detail}" if done else tr("{name}\u00a0: pas encore", name=name))
    icon = IconLabel(FOLLOW_UP_ICONS[status] if done else "circle", "accent" if done else "text_muted", 18)
    words = column(
        text_label(name, "strong" if current else "body" if done else "muted"),
        text_label(detail if done else tr("pas encore"), "small"),
        spacing=0,
    )
    layout = row(icon)
    layout.addLayout(words)
    step.setLayout(layout)
    return step


class FollowUpDialog(QDialog):
    """Asks for the date and the proof of one step, then hands them to `save`, which reports back with `failed` or `accept`."""

    def __init__(
        self,
        status: ResignationStatus,
        entry: ResignationEntry,
        today: date,
        save: Callable[[FollowUpDialog], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.status = status
        self._save = save
        title, lead, question = _words(status)
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        self.day = DateField("on", today)
        self.tracking = QLineEdit(entry.tracking_number)
        self.tracking.setMaxLength(80)
        self.proof = ProofField()
        self.form = Form(2)
        self.form.add(FormField("on", question, self.day, required=True))
        if status is ResignationStatus.SENT and entry.channel is Channel.POST:
            self.form.add(
                FormField("tracking_number", tr("Numéro de suivi"), self.tracking, hint=tr("Celui du récépissé, s’il y en a un."))
            )
        self.form.add(FormField("file", tr("Preuve (scan, e-mail, photo)"), self.proof.path, trailing=self.proof.choose), span=2)
        self._error = text_label("", "error", wrap=True)
        self._error.hide()
        self.save_button = button(tr("Enregistrer"), self._accepted, kind="primary")
        self.save_button.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.SPACE.large] * 4)
        layout.setSpacing(theme.SPACE.medium)
        layout.addWidget(text_label(title, "subheading"))
        layout.addWidget(text_label(lead, "muted", wrap=True))
        layout.addWidget(self.form)
        layout.addWidget(self._error)
        layout.addLayout(row(None, button(tr("Annuler"), self.reject), self.save_button))
        self.day.setFocus()

    def failed(self, error: UserError) -> None:
        """The step was refused: say so next to the field, or above the buttons."""
        self.save_button.setEnabled(True)
        if not self.form.show_error(error):
            self._error.setText(error.text.render())
            self._error.show()
        fit(self)

    def values(self) -> tuple[date, str, Path | None] | None:
        """Date, tracking number and proof; `None` when one cannot be taken."""
        found = self.form.values()
        if found is None:
            fit(self)
            return None
        proof = str(found["file"])
        return found["on"], str(found.get("tracking_number", "")), Path(proof) if proof else None

    def _accepted(self) -> None:
        self._error.hide()
        if self.values() is not None:
            self.save_button.setEnabled(False)
            self._save(self)


class ProofField:
    """A path that can be typed or chosen."""

    def __init__(self) -> None:
        self.path = QLineEdit()
        self.path.setPlaceholderText(tr("Facultatif"))
        self.path.setMinimumWidth(260)
        self.choose = button(tr("Choisir…"), self._choose, icon_name="paperclip")

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self.path.window(), tr("Choisir la preuve"))
        if chosen:
            self.path.setText(chosen)


def _words(status: ResignationStatus) -> tuple[str, str, str]:
    match status:
        case ResignationStatus.SENT:
            return tr("Noter l’envoi"), tr("Le jour où vous avez remis la lettre à la poste ou envoyé l’e-mail."), tr("Envoyée le")
        case ResignationStatus.RECEIVED:
            return (
                tr("Noter la réception"),
                tr("Le jour de l’accusé de réception. S’il diffère du jour prévu, la fin du contrat est recalculée."),
                tr("Reçue le"),
            )
        case _:
            return tr("Noter la confirmation"), tr("Le jour où le prestataire a confirmé la fin du contrat."), tr("Confirmée le")
