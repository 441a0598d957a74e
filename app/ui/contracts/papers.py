"""The other pages of a contract: its documents and notes, and its history."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain import formatting
from app.domain.text import language, msg, tr
from app.ui import theme
from app.ui.widgets import EmptyState, IconLabel, SectionCard, button, figure_label, icon_button, row, text_label

if TYPE_CHECKING:
    from app.domain.values.contracts import ContractSheet
    from app.domain.values.documents import DocumentRow

_KINDS = {
    "contract": (msg("Contrat"), "file-text"),
    "resignation_letter": (msg("Lettre de résiliation"), "file-x"),
    "proof": (msg("Preuve"), "paperclip"),
    "signed_copy": (msg("Exemplaire signé"), "file-check"),
    "attachment": (msg("Pièce jointe"), "paperclip"),
}


class PapersPage(QWidget):
    """Documents at the left, notes at the right, or below where it is narrow.

    Signals:
        document_asked(action, document): `open` or `save`.
        asked(name): `attach` or `notes`.
    """

    document_asked = Signal(str, object)
    asked = Signal(str)

    def __init__(self, sheet: ContractSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        documents = SectionCard(tr("Documents"), button(tr("Joindre un fichier…"), self._attach, icon_name="paperclip"))
        if sheet.documents:
            documents.add(self._list(sheet))
        else:
            documents.add(
                EmptyState(tr("Aucun document"), tr("Imprimez le contrat, ou joignez l’exemplaire signé."), icon_name="folder-open")
            )
        documents.body.addStretch(1)
        self.notes = QPlainTextEdit(sheet.notes)
        self.notes.setAccessibleName(tr("Notes sur le contrat"))
        self.notes.setPlaceholderText(tr("Ce qu’il faut savoir de ce contrat"))
        self.notes.setTabChangesFocus(True)
        self.notes.setMinimumHeight(120)
        self.save_notes = button(tr("Enregistrer les notes"), lambda: self.asked.emit("notes"))
        self.save_notes.setEnabled(False)
        self.notes.textChanged.connect(lambda: self.save_notes.setEnabled(self.notes.toPlainText().strip() != sheet.notes))
        notes = SectionCard(tr("Notes"), self.save_notes)
        notes.add(self.notes, 1)
        self._both = QHBoxLayout(self)
        self._both.setContentsMargins(0, 0, theme.SPACE.tiny, theme.SPACE.medium)
        self._both.setSpacing(theme.SPACE.medium)
        self._both.addWidget(documents, 3)
        self._both.addWidget(notes, 2)
        self._cards = documents, notes

    def minimumSizeHint(self) -> QSize:
        widest = max(card.minimumSizeHint().width() for card in self._cards)
        return QSize(widest + theme.SPACE.tiny, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = sum(card.minimumSizeHint().width() for card in self._cards) + theme.SPACE.medium + theme.SPACE.tiny
        fitting = QBoxLayout.Direction.LeftToRight if event.size().width() >= beside else QBoxLayout.Direction.TopToBottom
        if fitting != self._both.direction():
            self._both.setDirection(fitting)
            self.updateGeometry()

    @property
    def has_unsaved_notes(self) -> bool:
        """Whether something typed would be lost."""
        return self.save_notes.isEnabled()

    def _attach(self) -> None:
        self.asked.emit("attach")

    def _list(self, sheet: ContractSheet) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.SPACE.medium)
        grid.setVerticalSpacing(theme.SPACE.hair)
        grid.setColumnStretch(1, 1)
        for number, document in enumerate(sheet.documents):
            name, icon_name = _KINDS.get(document.kind, (msg("Document"), "file-text"))
            grid.addWidget(IconLabel(icon_name, "text_muted"), number, 0)
            title = button(document.title.replace("&", "&&"), self._do("open", document), kind="link")
            title.setAccessibleName(tr("Ouvrir {title}", title=document.title))
            title.setToolTip(document.file_name)
            grid.addWidget(title, number, 1)
            grid.addWidget(text_label(name.render(), "muted"), number, 2)
            grid.addWidget(figure_label(formatting.date_time(document.created_at, language())), number, 3)
            save = icon_button("download", tr("Enregistrer {title} sous…", title=document.title), self._do("save", document))
            grid.addWidget(save, number, 4)
        return holder

    def _do(self, action: str, document: DocumentRow) -> Callable[[], None]:
        return lambda: self.document_asked.emit(action, document)


class HistoryPage(QWidget):
    """What happened to the contract, newest first."""

    def __init__(self, sheet: ContractSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, theme.SPACE.tiny, theme.SPACE.medium)
        card = SectionCard()
        card.setAccessibleName(tr("Historique du contrat"))
        if not sheet.events:
            card.add(text_label(tr("Rien n’a encore été noté."), "muted"))
        for event in sheet.events:
            day = figure_label(formatting.day(event.on, language()), "muted")
            day.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            day.setMinimumWidth(88)
            card.body.addLayout(row(day, text_label(event.text.render(), selectable=True), None, text_label(event.actor, "muted")))
        layout.addWidget(card)
        layout.addStretch(1)
