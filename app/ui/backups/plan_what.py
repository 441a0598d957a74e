"""The plan's first step: what is saved."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QListWidget, QWidget

from app.domain.text import tr
from app.domain.values.backups import BackupPlan
from app.ui import theme
from app.ui.icons import icon
from app.ui.widgets import AssistantStep, button, column, row, text_label


class WhatStep(AssistantStep):
    """Presets and folders.

    Attributes:
        choose_folder: asks for one; replaced in tests.
    """

    def __init__(self, plan: BackupPlan | None) -> None:
        super().__init__(
            tr("Quoi"), tr("Ce qui serait perdu avec le disque de ce PC. Parclair ne touche jamais à ces fichiers\u00a0: il les lit.")
        )
        self.choose_folder: Callable[[], str] = lambda: QFileDialog.getExistingDirectory(self, tr("Dossier à sauvegarder"))
        self.parclair = QCheckBox(tr("Les données de &Parclair"))
        self.gesticlean = QCheckBox(tr("Les données de &GestiClean"))
        self.shadow = QCheckBox(tr("Lire aussi les fichiers &ouverts (copie instantanée de Windows)"))
        self.parclair.setChecked(plan is None or plan.preset_parclair)
        self.gesticlean.setChecked(plan is None or plan.preset_gesticlean)
        self.shadow.setChecked(plan is None or plan.shadow_copy)
        self.shadow.setVisible(sys.platform == "win32")
        self._found = text_label(tr("Recherche sur ce PC…"), "small", wrap=True)
        self.folders = _Folders()
        self.folders.setAccessibleName(tr("Autres dossiers"))
        self._error = text_label("", "error", wrap=True)
        self._error.hide()
        self._add_button = button(tr("&Ajouter un dossier…"), self._add, icon_name="folder-plus")
        self._remove_button = button(tr("&Retirer"), self.remove, icon_name="minus")
        parclair = text_label(tr("Contrats, matériel, demandes, documents\u00a0: le dossier de données de ce poste."), "small", wrap=True)
        for box, note in ((self.parclair, parclair), (self.gesticlean, self._found)):
            note.setContentsMargins(theme.SPACE.huge, 0, 0, 0)
            self.body.addLayout(column(box, note, spacing=0))
        self.body.addWidget(text_label(tr("Autres dossiers"), "overline"))
        self.body.addWidget(self.folders)
        self.body.addLayout(row(self._add_button, self._remove_button, None))
        self.body.addWidget(self.shadow)
        self.body.addWidget(self._error)
        for folder in plan.folders if plan is not None else ():
            self.put(folder)
        self.folders.itemSelectionChanged.connect(self._enable)
        self.folders.remove_asked = self.remove
        self._enable()

    def tell_found(self, folders: Sequence[str]) -> None:
        """Where GestiClean's data are on this PC."""
        if folders:
            self._found.setText(tr("Trouvées sur ce PC\u00a0: {folders}", folders=", ".join(folders)))
        else:
            self._found.setText(tr("Pas trouvées sur ce PC pour l’instant\u202f; elles seront prises dès qu’elles y seront."))

    def put(self, folder: str) -> None:
        """Save that folder too; once."""
        if folder and folder not in self.chosen():
            self.folders.addItem(str(Path(folder)))
            self.folders.item(self.folders.count() - 1).setIcon(icon("folder", "text_muted"))
            self._error.hide()

    def remove(self) -> None:
        """No longer save the folders that are selected."""
        for item in self.folders.selectedItems():
            self.folders.takeItem(self.folders.row(item))
        self._enable()

    def chosen(self) -> tuple[str, ...]:
        """The folders in the list."""
        return tuple(self.folders.item(place).text() for place in range(self.folders.count()))

    def validate(self) -> bool:
        """See `AssistantStep`: something must be saved."""
        if not (self.chosen() or self.parclair.isChecked() or self.gesticlean.isChecked()):
            self.refuse(tr("Choisissez au moins un contenu ou un dossier."))
            return False
        return True

    def refuse(self, text: str) -> None:
        """Say what is wrong with the folders."""
        self._error.setText(text)
        self._error.show()

    def _add(self) -> None:
        self.put(self.choose_folder())

    def _enable(self) -> None:
        self._remove_button.setEnabled(bool(self.folders.selectedItems()))


class _Folders(QListWidget):
    """The folders; Delete takes the selected ones away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remove_asked: Callable[[], object] = lambda: None
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(theme.ICON, theme.ICON))
        self.setSpacing(1)
        self.setFixedHeight(4 * theme.ROW_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_asked()
        else:
            super().keyPressEvent(event)
