"""Getting files back: which backup, which files, where to, a look at what will be written; the work then shows in the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.errors import InputError, UserError
from app.domain.text import tr
from app.domain.values.backups import RestorePreview, Snapshot
from app.ui.backups.restore_steps import FilesStep, SnapshotStep, SummaryStep, TargetStep
from app.ui.backups.runs import BackupRuns
from app.ui.screen import ScreenContext
from app.ui.widgets import AssistantDialog


class RestoreDialog(AssistantDialog):
    """See the module. Everything it reads is read by workers for files."""

    guarded = True

    def __init__(self, context: ScreenContext, runs: BackupRuns, parent: QWidget | None = None) -> None:
        self._context, self._runs = context, runs
        self.snapshots = SnapshotStep(context.services.clock.now())
        self.files = FilesStep(self._browse, self._snapshot)
        self.target = TargetStep()
        # Later: the page is on its way in when it asks.
        self.summary = SummaryStep(lambda: QTimer.singleShot(0, self, self._look_ahead))
        super().__init__(tr("Restaurer des fichiers"), [self.snapshots, self.files, self.target, self.summary], tr("Restaurer"), parent)
        services = context.services
        context.tasks.run(lambda: services.backups.snapshots(), self._listed, self._not_listed, self, lane="files")

    def _listed(self, snapshots: Sequence[Snapshot]) -> None:
        self.snapshots.show_snapshots(snapshots)

    def _not_listed(self, error: UserError) -> None:
        self.snapshots.fail(error)

    def _snapshot(self) -> Snapshot:
        snapshot = self.snapshots.snapshot
        assert snapshot is not None, "the first page lets nobody pass without one"
        return snapshot

    def _browse(self, snapshot: Snapshot, path: str, then: Callable[[Sequence[Any]], None]) -> None:
        services = self._context.services
        self._context.tasks.run(lambda: services.backups.browse(snapshot.id, path), then, self.show_error, self, lane="files")

    def _look_ahead(self) -> None:
        if self.current is not self.summary:
            return
        services, snapshot, paths, target = self._context.services, self._snapshot(), self.files.paths(), Path(self.target.folder())
        self.set_busy(tr("Calcul de ce qui sera écrit…"))
        self._context.tasks.run(
            lambda: services.backups.preview(snapshot.id, paths, target), self._looked_ahead, self._refused, self, lane="files"
        )

    def _looked_ahead(self, planned: RestorePreview) -> None:
        self.set_busy(None)
        self.summary.show_preview(planned)
        if self.current is self.summary:
            self._next.setEnabled(self.summary.validate())
            self._next.setFocus()

    def _refused(self, error: UserError) -> None:
        self.set_busy(None)
        if isinstance(error, InputError) and error.field == "target":
            self.back()
            self.target.refuse(error)
        else:
            self.show_error(error)

    def back(self) -> None:
        """See `AssistantDialog`."""
        super().back()
        self._next.setEnabled(True)

    def unsaved_words(self) -> tuple[str, str]:
        """See `AssistantDialog`."""
        return tr("Rien n’est encore restauré."), tr("Abandonner la restauration")

    def finish(self) -> None:
        """See `AssistantDialog`: the page shows the rest."""
        if self._runs.restore(self._snapshot().id, self.files.paths(), Path(self.target.folder())):
            self.accept()
        else:
            self._status.setText(tr("Une autre opération est en cours\u00a0: attendez qu’elle finisse."))
