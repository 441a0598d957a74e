"""The chip that says where the data is and how fresh it is; a click says it in whole sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.domain.text import tr, trn
from app.ui import theme
from app.ui.icons import icon
from app.ui.sync.state import SyncView
from app.ui.sync.words import chip_look, decisions_wait, headline
from app.ui.widgets.basics import IconLabel, PushButton, button, column, row, text_label

if TYPE_CHECKING:
    from app.ui.widgets.explain import Popover


class SyncChip(PushButton):
    """Shows a `SyncView`: icon and word on the soft colour of its state.

    Attributes:
        open_details: makes what a click shows while there is a server; given by whoever drives the exchange.
        connect_asked: opens the connection assistant; none where there is nothing to connect.
        inbox_asked: goes to what waits for a decision, as it does even after leaving a server.
        popover: what the last click opened.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("chip")
        self.setIconSize(QSize(18, 14))
        self.clicked.connect(self.explain)
        self.open_details: Callable[[], Popover] | None = None
        self.connect_asked: Callable[[], object] | None = None
        self.inbox_asked: Callable[[], object] | None = None
        self.popover: Popover | None = None
        self._view = SyncView(phase="local")
        self._narrow = False
        self._show()

    def show_view(self, view: SyncView) -> None:
        """Show how it stands now."""
        if view != self._view:
            self._view = view
            self._show()

    def set_narrow(self, narrow: bool) -> None:
        """Icon only."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._show()

    def _show(self) -> None:
        look = chip_look(self._view)
        self.setIcon(icon(look.icon_name, look.state, "left"))
        self.setText("" if self._narrow else look.text)
        if self.accessibleName() != look.whole:
            self.setAccessibleName(look.whole)
        self.setToolTip(self._tip(look.text))
        if self.property("state") != look.state:
            self.setProperty("state", look.state)
            theme.restyle(self)

    def _tip(self, word: str) -> str:
        status = self._view.status
        if status is None or not status.connected:
            local = tr("Les données sont sur cet ordinateur, aucun serveur n’est configuré")
            return f"{local}\n{decisions_wait(self._view.conflicts)}" if self._view.conflicts else local
        lines = [headline(self._view)]
        if self._view.phase == "offline" and self._view.conflicts:
            lines.append(word)
        if status.last_at is not None:
            lines.append(tr("Dernier échange\u00a0: {moment}", moment=status.last_at))
        return "\n".join(lines)

    def explain(self) -> None:
        """Say it in whole sentences."""
        if self._view.connected and self.open_details is not None:
            self.popover = self.open_details()
        else:
            self.popover = self._local()
        self.popover.open_below(self)

    def _local(self) -> Popover:
        from app.ui.widgets.explain import Popover

        view, decisions = QWidget(), self._view.conflicts
        nothing = tr("Aucun serveur n’est configuré\u00a0: rien n’est envoyé, rien n’est en attente.")
        lines = column(
            text_label(tr("Toutes les données sont sur cet ordinateur, et le programme marche sans réseau."), wrap=True),
            text_label(tr("Aucun serveur n’est configuré\u00a0: rien n’est envoyé.") if decisions else nothing, wrap=True),
            text_label(tr("Une copie de la base est faite chaque jour\u202f; les sept dernières sont gardées."), "muted", wrap=True),
            spacing=theme.SPACE.small,
        )
        view.setLayout(lines)
        popover = Popover(view, tr("Données locales"), self)

        def then(act: Callable[[], object]) -> Callable[[], None]:
            def close_and_act() -> None:
                popover.close()
                act()

            return close_and_act

        if decisions:
            line = row(IconLabel("git-compare-arrows", "warning"))
            line.addWidget(text_label(decisions_wait(decisions), "strong", wrap=True), 1)
            lines.insertLayout(0, line)
            if (show := self.inbox_asked) is not None:
                words = trn("{n} décision à prendre…", "{n} décisions à prendre…", decisions)
                lines.addLayout(row(button(words, then(show), kind="primary", icon_name="git-compare-arrows"), None))
        if (ask := self.connect_asked) is not None:
            lines.addLayout(row(button(tr("Connecter à un serveur…"), then(ask), icon_name="plug"), None))
        lines.addStretch(1)
        return popover
