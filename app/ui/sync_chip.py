"""The chip that says where the data is and how fresh it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.text import tr
from app.ui import theme
from app.ui.icons import icon
from app.ui.widgets.basics import column, text_label

if TYPE_CHECKING:
    from app.ui.widgets.explain import Popover


class SyncChip(QPushButton):
    """« Local »: everything is on this PC and no server is set up. A click says what that means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setIcon(icon("hard-drive", "neutral", "left"))
        self.setIconSize(QSize(18, 14))
        self.setText(tr("Local"))
        self.setAccessibleName(tr("État de la synchronisation\u00a0: local"))
        self.setToolTip(tr("Les données sont sur cet ordinateur, aucun serveur n’est configuré"))
        self.setAutoDefault(False)
        self.clicked.connect(self._explain)
        self.popover: Popover | None = None

    def set_narrow(self, narrow: bool) -> None:
        """Icon only."""
        self.setText("" if narrow else tr("Local"))

    def _explain(self) -> None:
        from app.ui.widgets.explain import Popover

        view = QWidget()
        view.setLayout(
            column(
                text_label(tr("Toutes les données sont sur cet ordinateur, et le programme marche sans réseau."), wrap=True),
                text_label(tr("Aucun serveur n’est configuré\u00a0: rien n’est envoyé, rien n’est en attente."), wrap=True),
                text_label(tr("Une copie de la base est faite chaque jour\u202f; les sept dernières sont gardées."), "muted", wrap=True),
                None,
                spacing=theme.SPACE.small,
            ),
        )
        self.popover = Popover(view, tr("Données locales"), self)
        self.popover.open_below(self)
