"""The plan's second step: where backups go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QFileDialog, QGridLayout, QLineEdit, QRadioButton

from app.domain.errors import InputError
from app.domain.text import tr
from app.domain.values.backups import BackupPlan, Destination, DestinationKind
from app.ui import theme
from app.ui.backups.dialogs import secret_field
from app.ui.backups.words import DESTINATIONS
from app.ui.widgets import AssistantStep, FormField, button, text_label
from app.ui.widgets.forms import expected

_USERS = (DestinationKind.REST, DestinationKind.S3, DestinationKind.SFTP)
_SECRETS = (DestinationKind.REST, DestinationKind.S3)


class WhereStep(AssistantStep):
    """The kind of destination, and what opens it.

    Attributes:
        choose_folder: asks for one; replaced in tests.
    """

    def __init__(self, plan: BackupPlan | None) -> None:
        super().__init__(tr("Où"), tr("Ailleurs que sur le disque de ce PC\u00a0: une panne ou un vol ne doit pas emporter les deux."))
        self.choose_folder: Callable[[], str] = lambda: QFileDialog.getExistingDirectory(self, tr("Dossier des sauvegardes"))
        self.kinds = QButtonGroup(self)
        self._order = list(DESTINATIONS)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE.medium)
        grid.setVerticalSpacing(theme.SPACE.tiny)
        grid.setColumnStretch(1, 1)
        for number, kind in enumerate(self._order):
            name, note = (text.render() for text in DESTINATIONS[kind])
            radio = QRadioButton(name)
            radio.setAccessibleDescription(note)
            self.kinds.addButton(radio, number)
            grid.addWidget(radio, number, 0)
            grid.addWidget(text_label(note, "muted", wrap=True), number, 1)
        self.body.addLayout(grid)
        self._browse = button(tr("Parcour&ir…"), self._choose, icon_name="folder-open")
        self.location = FormField("destination", tr("Emplacement"), QLineEdit(), trailing=self._browse)
        self.user = FormField("user", tr("Identifiant"), QLineEdit())
        self.secret = secret_field("secret", tr("Mot de passe d’accès"), tr("Gardé dans le trousseau de ce poste, jamais dans un fichier."))
        for field in (self.location, self.user, self.secret):
            self.body.addWidget(field)
        destination = plan.destination if plan is not None else Destination(DestinationKind.FOLDER, "")
        self._known = destination
        self.kinds.button(self._order.index(destination.kind)).setChecked(True)
        self._editor(self.location).setText(destination.location)
        self._editor(self.user).setText(destination.user)
        self.kinds.idClicked.connect(lambda _: self._arrange())
        self._arrange()

    @staticmethod
    def _editor(field: FormField) -> QLineEdit:
        assert isinstance(field.editor, QLineEdit)
        return field.editor

    @property
    def kind(self) -> DestinationKind:
        """The kind chosen."""
        return self._order[self.kinds.checkedId()]

    def choose_kind(self, kind: DestinationKind) -> None:
        """Choose a kind."""
        self.kinds.button(self._order.index(kind)).click()

    def destination(self) -> Destination:
        """What was typed."""
        user = self._editor(self.user).text().strip() if self.kind in _USERS else ""
        return Destination(self.kind, self._editor(self.location).text().strip(), user)

    def credentials(self) -> str | None:
        """The destination's secret that was typed; None: the one known stays."""
        typed = self._editor(self.secret).text()
        return typed if typed and self.kind in _SECRETS else None

    def moved(self) -> bool:
        """Whether backups go elsewhere than before."""
        return self.destination() != self._known

    def validate(self) -> bool:
        """See `AssistantStep`: there must be an address."""
        if not self.destination().location:
            self.location.set_error(tr("Dites où ranger les sauvegardes"))
            self.location.editor.setFocus()
            return False
        return True

    def refuse(self, error: InputError) -> None:
        """Say what is wrong with the address."""
        self.location.set_error(expected(error.allowed))

    def _arrange(self) -> None:
        kind = self.kind
        self._browse.setVisible(kind is DestinationKind.FOLDER)
        self.user.setVisible(kind in _USERS)
        self.secret.setVisible(kind in _SECRETS)
        examples = {
            DestinationKind.FOLDER: tr("D:\\Sauvegardes ou \\\\nas\\sauvegardes, par exemple"),
            DestinationKind.REST: "https://sauvegarde.exemple.fr:8000/commerce/",
            DestinationKind.S3: "https://s3.exemple.fr/compartiment/commerce",
            DestinationKind.SFTP: "serveur.exemple.fr:22/sauvegardes",
        }
        self._editor(self.location).setPlaceholderText(examples[kind])
        self.location.set_error(None)

    def _choose(self) -> None:
        if chosen := self.choose_folder():
            self._editor(self.location).setText(chosen)
