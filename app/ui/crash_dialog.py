"""The dialog after a bug. Loaded when there is one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from app.domain.text import tr
from app.ui import theme
from app.ui.widgets.basics import IconLabel, button, column, row, text_label


class CrashDialog(QDialog):
    """What happened, what was kept, what to do."""

    def __init__(self, details: str, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Erreur inattendue"))
        self.resize(600, 380)
        self._details = details
        words = column(
            text_label(tr("Une erreur inattendue s’est produite"), "subheading"),
            text_label(tr("Vos données sont intactes\u00a0: tout ce qui était enregistré l’est toujours."), wrap=True),
            text_label(
                tr("Vous pouvez continuer. Si l’erreur revient, redémarrez Parclair et transmettez le rapport ci-dessous."), wrap=True
            ),
            spacing=theme.SPACE.tiny,
        )
        head = row(spacing=theme.SPACE.medium)
        head.addWidget(IconLabel("octagon-alert", "danger", 28), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        report = QPlainTextEdit(details)
        report.setReadOnly(True)
        report.setAccessibleName(tr("Rapport d’erreur"))
        report.setTabChangesFocus(True)
        layout = column(spacing=theme.SPACE.medium, margin=theme.SPACE.large)
        layout.addLayout(head)
        layout.addWidget(report, 1)
        layout.addWidget(text_label(tr("Rapport écrit dans {path}", path=log), "small", wrap=True, selectable=True))
        go_on = button(tr("Continuer"), self.accept, kind="primary")
        layout.addLayout(row(button(tr("Copier le rapport"), self._copy, icon_name="copy"), None, button(tr("Quitter"), self._quit), go_on))
        self.setLayout(layout)
        go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)

    def _quit(self) -> None:
        self.reject()
        QApplication.quit()
