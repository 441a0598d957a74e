"""A contract on paper, looked at before it is printed, saved or kept among the documents."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.text import LANGUAGES, tr
from app.ui import theme
from app.ui.documents.preview import PdfPreview
from app.ui.screen import ScreenContext
from app.ui.widgets import button, choice_combo, row, text_label
from app.ui.widgets.assistant import within_screen


def language_choices() -> list[tuple[object, str]]:
    """The languages of documents, each in its own name."""
    names = {"fr": "Français", "en": "English"}
    return [(code, names[code]) for code in LANGUAGES]


class PdfDialog(QDialog):
    """Draws the contract in the language chosen; nothing is recorded until « Ranger dans Documents ».

    Signals:
        kept(document): the PDF is among the documents now.
    """

    kept = Signal(object)

    def __init__(self, context: ScreenContext, number: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._number = context, number
        self.setWindowTitle(tr("Contrat {number}", number=number))
        self.resize(QSize(860, 640))
        within_screen(self)
        self.language = choice_combo(language_choices(), context.language)
        self.language.setAccessibleName(tr("Langue du document"))
        self.preview = PdfPreview(context)
        self.keep_button = button(tr("Ranger dans Documents"), self._keep, kind="primary", icon_name="archive")
        self._error = text_label("", "error", wrap=True)
        self._error.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.SPACE.medium] * 4)
        layout.addLayout(
            row(
                text_label(tr("Langue"), "muted"),
                self.language,
                None,
                button(tr("Fermer"), self.reject),
                self.keep_button,
            )
        )
        layout.addWidget(self._error)
        layout.addWidget(self.preview, 1)
        self.language.currentIndexChanged.connect(lambda _: self._draw())
        self._draw()

    def _draw(self) -> None:
        papers, number, language = self._context.services.papers, self._number, str(self.language.currentData())
        title = tr("Contrat {number}", number=number)
        self._context.tasks.run(
            lambda: papers.draw(number, language),
            lambda content: self.preview.show_bytes(content, title, file_name=f"contrat-{number}.pdf"),
            self._failed,
            self,
            latest="contracts.draw",
        )

    def _keep(self) -> None:
        papers, number, language = self._context.services.papers, self._number, str(self.language.currentData())
        self.keep_button.setEnabled(False)
        self._context.tasks.run(lambda: papers.keep(number, language), self._done, self._failed, self)

    def _done(self, document: object) -> None:
        self.kept.emit(document)
        self.accept()

    def _failed(self, error: UserError) -> None:
        self.keep_button.setEnabled(True)
        self._error.setText(error.text.render())
        self._error.show()
