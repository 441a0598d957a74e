"""The plan's last steps: the repository's password, and the recovery sheet that has it on paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton

from app.domain.text import Text, tr
from app.ui import theme
from app.ui.backups.check_code import CheckCode
from app.ui.backups.dialogs import secret_field
from app.ui.tasks import Tasks
from app.ui.widgets import AssistantStep, IconLabel, button, column, row, text_label


class PasswordStep(AssistantStep):
    """A new password, the one of a repository that exists, or the one that is known."""

    def __init__(self, tasks: Tasks, *, known: bool, moved: Callable[[], bool]) -> None:
        """`known`: there is a password already. `moved`: whether backups go elsewhere than before."""
        super().__init__(
            tr("Mot de passe"),
            tr("Il chiffre vos sauvegardes avant leur départ\u00a0: où qu’elles soient rangées, personne ne les lit sans lui."),
        )
        self._moved = moved
        self._known = known
        self.keep = QRadioButton(tr("&Garder le mot de passe actuel"))
        self.new = QRadioButton(tr("&Nouveau mot de passe, tiré au hasard"))
        self.old = QRadioButton(tr("Celui d’un dépôt qui &existe déjà"))
        self._generated = QLineEdit()
        self._generated.setReadOnly(True)
        self._generated.setFont(theme.font(tabular=True, bold=True))
        self._generated.setAccessibleName(tr("Mot de passe tiré au hasard"))
        self.typed = secret_field("password", tr("Mot de passe de la fiche de secours"))
        self._copy = button(tr("&Copier"), lambda: QGuiApplication.clipboard().setText(self._generated.text()), icon_name="copy")
        self.lost = QCheckBox(tr("Le dépôt connu à cette adresse est perdu pour de bon\u00a0: en créer un nouveau"))
        self._keyring = text_label("", wrap=True)
        self._keyring_icon = IconLabel("info", "info")
        new = row(self._generated, self._copy)
        new.setContentsMargins(theme.SPACE.huge, 0, 0, 0)
        assert isinstance(self.typed.editor, QLineEdit)
        self.code = CheckCode(self.typed.editor, tasks)
        for part in (self.typed, self.code):
            part.setContentsMargins(theme.SPACE.huge, 0, 0, 0)
        self.body.addWidget(self.keep)
        self.body.addLayout(column(self.new, spacing=theme.SPACE.tiny))
        self.body.addLayout(new)
        self.body.addWidget(self.old)
        self.body.addLayout(column(self.typed, self.code, spacing=0))
        self.body.addWidget(self.lost)
        note = row(self._keyring_icon)
        note.addWidget(self._keyring, 1)
        self.body.addLayout(note)
        (self.keep if known else self.new).setChecked(True)
        for choice in (self.keep, self.new, self.old, self.lost):
            choice.toggled.connect(lambda _: self._arrange())
        self._arrange()

    def enter(self) -> None:
        """See `AssistantStep`."""
        self._arrange()

    def offer(self, password: str, keyring: Text, *, keyring_works: bool) -> None:
        """A password to take, and where it will be kept."""
        self._generated.setText(password)
        self._keyring.setText(keyring.render())
        self._keyring_icon.set_icon("info" if keyring_works else "triangle-alert", "info" if keyring_works else "warning")

    def password(self) -> str | None:
        """The password to keep; None: the one known stays."""
        if self.new.isChecked():
            return self._generated.text()
        return self._typed_text() if self.old.isChecked() else None

    def validate(self) -> bool:
        """See `AssistantStep`: the password of an existing repository must be typed."""
        if self.old.isChecked() and not self._typed_text():
            self.typed.set_error(tr("Saisissez le mot de passe"))
            self.typed.editor.setFocus()
            return False
        return True

    def _typed_text(self) -> str:
        assert isinstance(self.typed.editor, QLineEdit)
        return self.typed.editor.text().strip()

    def _arrange(self) -> None:
        self.keep.setVisible(self._known)
        # A repository that is there opens with its own password only: a new one is for a new place.
        fresh = not self._known or self._moved() or self.lost.isChecked()
        self.new.setEnabled(fresh)
        if not fresh and self.new.isChecked():
            self.keep.setChecked(True)
        self._generated.setVisible(self.new.isChecked())
        self._copy.setVisible(self.new.isChecked())
        self.typed.setVisible(self.old.isChecked())
        self.code.setVisible(self.old.isChecked())
        self.lost.setVisible(self._known and not self._moved())


class SheetStep(AssistantStep):
    """The plan is kept: the recovery sheet is printed, and the first backup begun."""

    def __init__(self, show_sheet: Callable[[], object], *, first: bool) -> None:
        super().__init__(tr("Fiche de secours"), tr("Le plan est enregistré. Il reste à mettre son mot de passe à l’abri, sur papier."))
        said = tr(
            "Si ce PC est volé ou tombe en panne, cette fiche permet à n’importe quel technicien de récupérer vos fichiers\u00a0: elle dit où sont"
            " les sauvegardes, comment les ouvrir, et leur mot de passe. Rangez-la sous clé, ailleurs que près de ce PC."
        )
        self.body.addWidget(text_label(said, wrap=True))
        self.sheet_button = button(tr("&Voir et imprimer la fiche…"), show_sheet, icon_name="printer")
        self.body.addLayout(row(self.sheet_button, None))
        self.warning = text_label("", wrap=True)
        self._warning_icon = IconLabel("triangle-alert", "warning")
        note = row(self._warning_icon)
        note.addWidget(self.warning, 1)
        self.body.addLayout(note)
        self.begin = QCheckBox(tr("&Commencer une sauvegarde maintenant"))
        self.begin.setChecked(first)
        self.body.addWidget(self.begin)
        self.warn("")

    def warn(self, text: str) -> None:
        """Say that the password is not kept."""
        self.warning.setText(text)
        self.warning.setVisible(bool(text))
        self._warning_icon.setVisible(bool(text))
