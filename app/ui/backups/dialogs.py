"""Small windows: the recovery sheet, looked at and printed; the password of a repository that this PC does not know."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import RuleError, UserError
from app.domain.text import msg, tr
from app.ui import theme
from app.ui.backups.check_code import CheckCode
from app.ui.documents.preview import PdfPreview
from app.ui.screen import ScreenContext
from app.ui.widgets import FormField, IconLabel, button, column, icon_button, row, text_label
from app.ui.widgets.assistant import within_screen

if TYPE_CHECKING:
    from app.domain.values.backups import BackupPlan
    from app.services import Services


def draw_sheet(services: Services) -> bytes:
    """The recovery sheet as a PDF, in memory only: it has the password in clear. Thread: the database's worker.

    Raises:
        RuleError: there is no plan, or its password is not at hand.
    """
    from app.services.backup_plans import PASSWORD
    from app.services.backup_sheet import sheet_bytes

    plan, password = services.backups.plan(), services.backups.secrets.get(PASSWORD)
    if plan is None or password is None:
        raise RuleError(msg("La fiche de secours a besoin d’un plan de sauvegarde et de son mot de passe."))
    return sheet_bytes(services.context, plan, password)


class SheetDialog(QDialog):
    """The recovery sheet: it is printed from here, and written nowhere unless the user saves it."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(tr("Fiche de secours"))
        self.resize(QSize(860, 640))
        within_screen(self)
        self.preview = PdfPreview(context)
        note = row(spacing=theme.SPACE.small)
        note.addWidget(IconLabel("key-round", "warning"))
        said = tr(
            "Imprimez-la et mettez-la sous clé, ailleurs que près de ce PC. Sans ce mot de passe, personne ne peut relire vos sauvegardes, pas"
            " même votre prestataire."
        )
        note.addWidget(text_label(said, wrap=True), 1)
        note.addWidget(button(tr("Fermer"), self.reject))
        self._error = text_label("", "error", wrap=True)
        self._error.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.SPACE.medium] * 4)
        layout.addLayout(note)
        layout.addWidget(self._error)
        layout.addWidget(self.preview, 1)
        services = context.services
        context.tasks.run(lambda: draw_sheet(services), self._drawn, self._failed, self)

    def _drawn(self, content: bytes) -> None:
        self.preview.show_bytes(content, tr("Fiche de secours"), file_name=f"{tr('fiche-de-secours')}.pdf")

    def _failed(self, error: UserError) -> None:
        self._error.setText(error.text.render())
        self._error.show()


class PasswordDialog(QDialog):
    """Asks for the password on the recovery sheet, and for the destination's secret where it has one."""

    def __init__(self, context: ScreenContext, plan: BackupPlan, done: Callable[[bool], object], parent: QWidget | None = None) -> None:
        """`done` is called with whether the keyring keeps them."""
        super().__init__(parent)
        self._context, self._done = context, done
        self.setWindowTitle(tr("Mot de passe du dépôt"))
        self.setMinimumWidth(460)
        self.password = secret_field("password", tr("Mot de passe de la fiche de secours"), tr("Tirets compris, sans espaces."))
        self.password.editor.setMinimumWidth(320)
        self.secret: FormField | None = None
        layout = column(spacing=theme.SPACE.medium, margin=theme.SPACE.large)
        layout.addWidget(text_label(tr("Mot de passe du dépôt"), "subheading"))
        layout.addWidget(text_label(tr("Dépôt\u00a0: {place}", place=plan.destination.location), "muted", wrap=True))
        assert isinstance(self.password.editor, QLineEdit)
        self.code = CheckCode(self.password.editor, context.tasks)
        layout.addLayout(column(self.password, self.code, spacing=0))
        if plan.destination.kind.value in ("rest", "s3"):
            hint = tr("Laissez vide pour garder celui qui est connu.")
            self.secret = secret_field("secret", tr("Mot de passe d’accès à la destination"), hint)
            layout.addWidget(self.secret)
        self._error = text_label("", "error", wrap=True)
        self._error.hide()
        self.accept_button = button(tr("Garder ce mot de passe"), self.submit, kind="primary")
        self.accept_button.setDefault(True)
        layout.addWidget(self._error)
        layout.addLayout(row(None, button(tr("Annuler"), self.reject), self.accept_button))
        self.setLayout(layout)

    def submit(self) -> None:
        """Keep what was typed."""
        password = str(self.password.value()).strip()
        secret = str(self.secret.value()) if self.secret is not None else ""
        if not password and not secret:
            self.password.set_error(tr("Saisissez le mot de passe"))
            return
        services = self._context.services
        self.accept_button.setEnabled(False)
        self._context.tasks.run(lambda: services.backups.use_password(password, secret), self._kept, self._failed, self)

    def _kept(self, kept: bool) -> None:
        self.accept()
        self._done(kept)

    def _failed(self, error: UserError) -> None:
        self.accept_button.setEnabled(True)
        self._error.setText(error.text.render())
        self._error.show()


def secret_field(name: str, title: str, hint: str = "") -> FormField:
    """A field whose text is hidden until one wants to see it."""
    editor = QLineEdit()
    editor.setEchoMode(QLineEdit.EchoMode.Password)
    editor.setFont(theme.font(tabular=True))

    def show(on: bool) -> None:
        editor.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    eye = icon_button("eye", tr("Montrer ce qui est saisi"), checkable=True)
    eye.toggled.connect(show)
    return FormField(name, title, editor, hint=hint, trailing=eye)
