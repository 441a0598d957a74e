"""The welcome screen of a computer that has joined its office: how what the server has arrives, what stops it, and the way out."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.errors import UserError
from app.domain.text import tr
from app.ui.screen import ScreenContext
from app.ui.sync.controller import SyncController
from app.ui.sync.leaving import ask_to_leave, what_leaving_means
from app.ui.sync.popover import AskCode, SyncDetails
from app.ui.widgets import SectionCard, button, line, reveal, row, text_label


class ReceivingCard(SectionCard):
    """Follows the exchange.

    Attributes:
        details: how it stands, and what can be done. leave_button: off while this computer leaves.
        confirm: asks before leaving; replaced in tests.
    """

    def __init__(self, context: ScreenContext, sync: SyncController, ask_code: AskCode) -> None:
        super().__init__(tr("Rejoindre votre entreprise"), icon_name="cloud")
        self._context, self._sync = context, sync
        self.confirm: Callable[[str], bool] = lambda text: ask_to_leave(self, text)
        self._lead = text_label("", wrap=True)
        self.details = SyncDetails(context, sync, ask_code)
        self.leave_button = button(tr("Dé&connecter ce poste…"), self.leave, icon_name="unplug")
        out = row()
        out.addWidget(text_label(tr("Ce n’est pas la bonne entreprise, ou vous préférez commencer seul\u202f?"), "muted", wrap=True), 1)
        out.addWidget(self.leave_button)
        self.add(self._lead)
        self.add(line())
        self.add(self.details)
        self.add(line())
        self.body.addLayout(out)

    def show_view(self, *, empty: bool) -> None:
        """Say what is waited for; `empty`: the server has everything here, but no company."""
        self.leave_button.setEnabled(not self._sync.view.leaving)
        reveal(self._lead, empty or self._sync.view.phase != "stopped")
        self._lead.setText(
            tr("Le serveur n’a pas encore la fiche de votre entreprise\u00a0: remplissez-la ci-dessus, elle partira aussitôt.")
            if empty
            else tr(
                "Ce que votre entreprise a sur le serveur arrive ici. Dès que tout est là, Parclair s’ouvre tout seul. "
                "Vous pouvez le fermer en attendant\u00a0: la réception reprend là où elle en était."
            )
        )

    def leave(self) -> None:
        """Leave the server, once that is confirmed."""
        if self.confirm(what_leaving_means(self._sync.view.pending)):
            self.leave_button.setEnabled(False)
            self._sync.leave(self._left, self._not_left, self)

    def _left(self) -> None:
        self._context.notify(tr("Poste déconnecté. Toutes les données sont restées ici."))

    def _not_left(self, error: UserError) -> None:
        self.leave_button.setEnabled(True)
        self._context.report_error(error)
