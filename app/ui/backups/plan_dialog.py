"""Setting backups up, and changing them: what, where, when, the password, and the sheet that has it on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from app.domain.errors import InputError, StorageError, UserError
from app.domain.text import Text, tr
from app.domain.values.backups import BackupPlan
from app.ui.backups.plan_password import PasswordStep, SheetStep
from app.ui.backups.plan_what import WhatStep
from app.ui.backups.plan_when import WhenStep
from app.ui.backups.plan_where import WhereStep
from app.ui.screen import ScreenContext
from app.ui.widgets import AssistantDialog

if TYPE_CHECKING:
    from app.services import Services


@dataclass(frozen=True)
class Offered:
    """What the assistant starts from: a password that nobody knows yet, GestiClean's folders, and how secrets are kept."""

    password: str
    gesticlean: tuple[str, ...]
    keyring: Text
    keyring_works: bool


class PlanDialog(AssistantDialog):
    """See the module. The plan is kept on leaving the password's step: the sheet needs it.

    Attributes:
        dialog: the recovery sheet, while it is looked at.
    """

    guarded = True

    def __init__(
        self, context: ScreenContext, plan: BackupPlan | None, done: Callable[[bool], object], parent: QWidget | None = None
    ) -> None:
        """`done` is called once the plan was kept, with whether a backup is to begin now."""
        self._context, self._plan, self._done = context, plan, done
        self._saved = False
        self.dialog: QDialog | None = None
        self.what, self.where, self.when = WhatStep(plan), WhereStep(plan), WhenStep(plan)
        self.password = PasswordStep(context.tasks, known=plan is not None, moved=self.where.moved)
        self.sheet = SheetStep(self._show_sheet, first=plan is None)
        title = tr("Mettre en place les sauvegardes") if plan is None else tr("Modifier le plan de sauvegarde")
        super().__init__(title, [self.what, self.where, self.when, self.password, self.sheet], tr("Terminer"), parent)
        services = context.services
        context.tasks.run(lambda: _offered(services), self._offer, self.show_error, self, lane="files")

    def _offer(self, offered: Offered) -> None:
        self.what.tell_found(offered.gesticlean)
        self.password.offer(offered.password, offered.keyring, keyring_works=offered.keyring_works)

    def go_on(self) -> None:
        """See `AssistantDialog`; the password's step keeps the plan first."""
        if self.current is not self.password:
            super().go_on()
            return
        self.show_error(None)
        if self.password.validate():
            self._save()

    def _save(self) -> None:
        services, plan = self._context.services, self.plan()
        password, secret, lost = self.password.password(), self.where.credentials(), self.password.lost.isChecked()
        self._finishing = True
        self.set_busy(tr("Enregistrement du plan…"))

        def save() -> tuple[bool, Text]:
            kept = services.backups.set_plan(plan, password, secret, new_repository=lost)
            return kept, services.backups.secrets.detail()

        self._context.tasks.run(save, self._kept, self._refused, self)

    def plan(self) -> BackupPlan:
        """The plan as the steps have it."""
        known = self._plan or BackupPlan(self.where.destination())
        chosen = replace(
            known,
            destination=self.where.destination(),
            folders=self.what.chosen(),
            preset_parclair=self.what.parclair.isChecked(),
            preset_gesticlean=self.what.gesticlean.isChecked(),
            shadow_copy=self.what.shadow.isChecked(),
        )
        return self.when.fill(chosen)

    def _kept(self, saved: tuple[bool, Text]) -> None:
        self.set_busy(None)
        self._saved = True
        kept, detail = saved
        self.sheet.warn("" if kept else detail.render())
        super().go_on()

    def _refused(self, error: UserError) -> None:
        self.set_busy(None)
        # The plan itself is kept where only the system's scheduler refused it.
        self._saved = self._saved or isinstance(error, StorageError)
        if isinstance(error, InputError):
            self._go_to_field(error)
        else:
            self.show_error(error)

    def _go_to_field(self, error: InputError) -> None:
        if error.field == "folders":
            self._go(self.steps.index(self.what))
            self.what.refuse(error.text.render())
        elif error.field == "destination":
            self._go(self.steps.index(self.where))
            self.where.refuse(error)
        elif error.field == "password":
            self.password.typed.set_error(error.text.render())
        else:
            self._go(self.steps.index(self.when))
            self.when.refuse(error)

    def _show_sheet(self) -> None:
        from app.ui.backups.dialogs import SheetDialog

        self.dialog = SheetDialog(self._context, self)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def finish(self) -> None:
        """See `AssistantDialog`."""
        self.accept()

    def has_input(self) -> bool:
        """Whether leaving loses something: the plan is kept where its sheet is shown."""
        return self.current is not self.sheet and super().has_input()

    def unsaved_words(self) -> tuple[str, str]:
        """See `AssistantDialog`."""
        return tr("Le plan de sauvegarde n’est pas enregistré."), tr("Abandonner le plan")

    def waiting_words(self) -> str:
        """See `AssistantDialog`."""
        return tr("Encore un instant\u00a0: attendez que ce soit fait.")

    def done(self, result: int) -> None:
        """Closed, maybe before the end: what was kept stays kept."""
        super().done(result)
        if self._saved:
            self._done(result == QDialog.DialogCode.Accepted and self.sheet.begin.isChecked())


def _offered(services: Services) -> Offered:
    backups = services.backups
    return Offered(backups.new_password(), backups.gesticlean_folders(), backups.secrets.detail(), backups.secrets.works)
