"""The provider's server: connected or not, how it stands, where the access is kept; connecting and leaving."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.domain.errors import UserError
from app.domain.text import Text, tr
from app.ui import theme
from app.ui.screen import ScreenContext
from app.ui.settings.section import Section
from app.ui.sync.controller import SyncController
from app.ui.sync.leaving import ask_to_leave, what_leaving_means
from app.ui.widgets import EmptyState, IconLabel, SectionCard, button, clear_layout, column, row, scrolled, text_label


class ServerSection(Section):
    """Follows the controller; without one (a window of its own) it only says that there is none.

    Attributes:
        confirm: asks before leaving; replaced in tests.
    """

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.confirm: Callable[[str], bool] = self._ask_to_leave
        self._cards = column(spacing=theme.SPACE.medium)
        self._shown: bool | None = None
        self._where = text_label("", "muted", wrap=True)
        content = QWidget()
        inside = QHBoxLayout(content)
        inside.setContentsMargins(0, 0, theme.SPACE.medium, 0)
        inside.addLayout(self._cards)
        self.page.addWidget(scrolled(content), 1)
        self.connect_button: QPushButton | None = None
        self.leave_button: QPushButton | None = None
        if context.sync is not None:
            context.sync.changed.connect(self._follow)
        self._follow()

    def load(self) -> None:
        if self.context.sync is not None:
            self.context.sync.refresh()
        self._read_access()

    def _follow(self) -> None:
        sync = self.context.sync
        connected = sync is not None and sync.view.connected
        if connected == self._shown:
            return
        self._shown = connected
        clear_layout(self._cards)
        self.connect_button = self.leave_button = None
        if sync is not None and connected:
            self._show_connected(sync)
        else:
            self._show_local(sync)
        self._cards.addStretch(1)
        self._read_access()

    def _show_local(self, sync: SyncController | None) -> None:
        card = SectionCard()
        title, hint = (
            tr("Aucun serveur"),
            tr("Toutes les données sont sur ce PC. Avec un serveur, plusieurs postes et votre prestataire les partagent."),
        )
        state = EmptyState(
            title, hint, icon_name="hard-drive", action=tr("&Connecter à un serveur…"), on_action=self._connect, action_icon="plug"
        )
        self.connect_button = state.button
        if self.connect_button is not None:
            self.connect_button.setEnabled(sync is not None and not sync.never)
        card.add(state)
        self._cards.addWidget(card)

    def _show_connected(self, sync: SyncController) -> None:
        from app.ui.sync.popover import SyncDetails

        state = SectionCard(tr("Serveur du prestataire"), icon_name="cloud")
        state.add(SyncDetails(self.context, sync, lambda _: self._connect()))
        self._cards.addWidget(state)
        access = SectionCard(tr("Accès de ce poste"), icon_name="key-round")
        self._where = text_label("", wrap=True)
        access.add(self._where)
        self._cards.addWidget(access)
        self.leave_button = button(tr("Dé&connecter ce poste…"), self.leave, kind="danger", icon_name="unplug")
        leaving = SectionCard(tr("Quitter le serveur"), icon_name="unplug")
        line = row(IconLabel("info", "text_muted"))
        line.addWidget(
            text_label(tr("Toutes les données restent sur ce PC\u202f; rien n’est effacé sur le serveur."), "muted", wrap=True), 1
        )
        line.addWidget(self.leave_button)
        leaving.body.addLayout(line)
        self._cards.addWidget(leaving)

    def _read_access(self) -> None:
        if self._shown:
            services = self.context.services
            self.context.tasks.run(lambda: services.sync.access(), self._show_access, self.context.report_error, self, lane="files")

    def _show_access(self, where: Text) -> None:
        if self._shown:
            self._where.setText(where.render())

    def _connect(self) -> None:
        if self.context.sync is not None:
            from app.ui.sync.connect_dialog import open_connect

            open_connect(self.context, self.context.sync, self.window())

    def leave(self) -> None:
        """Leave the server, once that is confirmed."""
        sync = self.context.sync
        if sync is None or self.leave_button is None or not self.confirm(what_leaving_means(sync.view.pending)):
            return
        self.leave_button.setEnabled(False)
        sync.leave(self._left, self._not_left, self)

    def _left(self) -> None:
        self.context.notify(tr("Poste déconnecté. Toutes les données sont restées ici."))
        self.context.data_changed()

    def _not_left(self, error: UserError) -> None:
        if self.leave_button is not None:
            self.leave_button.setEnabled(True)
        self.context.report_error(error)

    def _ask_to_leave(self, text: str) -> bool:
        return ask_to_leave(self, text)
