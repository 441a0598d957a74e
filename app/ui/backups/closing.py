"""Asks before the window is closed over a run that is under way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.domain.records import BackupOperation
from app.domain.text import tr
from app.ui.backups.runs import existing_runs
from app.ui.widgets import ask


class CloseGuard(QObject):
    """Keeps `window` open until the user has answered. It belongs to the window, which need not know of it."""

    def __init__(self, window: QWidget, tasks: object) -> None:
        super().__init__(window)
        self._window, self._tasks = window, tasks
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and watched is self._window and not may_close(self._window, self._tasks):
            event.ignore()
            return True
        return False


def may_close(window: QWidget, tasks: object) -> bool:
    """Whether the window may be closed: nothing is under way, or the user gives it up."""
    runs = existing_runs(tasks)
    if runs is None or runs.operation is None or runs.stopping:
        return True
    title, text = {
        BackupOperation.BACKUP: (
            tr("Une sauvegarde est en cours"),
            tr("Fermer Parclair l’arrête. Les sauvegardes déjà faites restent intactes, et la suivante reprendra où celle-ci s’arrête."),
        ),
        BackupOperation.CHECK: (
            tr("Une vérification est en cours"),
            tr("Fermer Parclair l’arrête. Les sauvegardes restent intactes\u202f; il faudra relancer la vérification."),
        ),
        BackupOperation.RESTORE: (
            tr("Une restauration est en cours"),
            tr("Fermer Parclair l’arrête. Les fichiers déjà restaurés restent dans leur dossier."),
        ),
    }[runs.operation]
    if not ask(window, title, text, tr("Arrêter et fermer"), danger=True):
        return False
    runs.stop()
    return True
