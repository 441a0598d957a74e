"""The run under way: what it does, how far it is, how long it will still take, and the button that stops it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from app.domain import formatting
from app.domain.records import BackupOperation
from app.domain.text import language, tr
from app.domain.values.backups import BackupProgress
from app.ui import theme
from app.ui.backups import words
from app.ui.backups.runs import BackupRuns
from app.ui.widgets import ElidedLabel, IconLabel, button, row, text_label

#: The bar is drawn in so many steps: one that would not move by a pixel is not painted again.
_STEPS = 500


class RunBar(QWidget):
    """Shows `BackupRuns`; what did not change is not painted again.

    Attributes:
        stop_button: gives the run up.
    """

    def __init__(self, runs: BackupRuns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs = runs
        self._icon = IconLabel("database-backup", "accent", theme.ICON_LARGE)
        self._stage = text_label("", "strong")
        self._figures = text_label("", "muted")
        self._figures.setFont(theme.font(tabular=True))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Avancement"))
        self._file = ElidedLabel("", "small")
        self.stop_button = button(tr("Arrê&ter"), runs.stop, icon_name="circle-stop")
        text = QVBoxLayout()
        text.setSpacing(theme.SPACE.tiny)
        text.addLayout(row(self._stage, theme.SPACE.small, self._figures, None))
        text.addWidget(self._bar)
        text.addWidget(self._file)
        layout = row(self._icon, spacing=theme.SPACE.medium)
        layout.addLayout(text, 1)
        layout.addWidget(self.stop_button)
        layout.setContentsMargins(0, theme.SPACE.tiny, 0, theme.SPACE.tiny)
        self.setLayout(layout)

    def show_run(self) -> None:
        """Bring it up to date."""
        operation = self._runs.operation
        if operation is None:
            return
        progress = self._runs.progress
        self._icon.set_icon(words.OPERATION_ICONS[operation], "accent")
        said = _stage(operation, progress, stopping=self._runs.stopping)
        _say(self._stage, said)
        _say(self._figures, figures(progress, self._runs.seconds_left) if progress is not None else "")
        self._file.setText(progress.current if progress is not None else "")
        total = progress.total_bytes if progress is not None else 0
        # Without a total it stands full and pale rather than run to and fro: nothing moves by itself.
        self._bar.setEnabled(total > 0)
        self._bar.setMaximum(_STEPS)
        self._bar.setValue(progress.done_bytes * _STEPS // total if progress is not None and total else 0)
        self.stop_button.setEnabled(not self._runs.stopping)
        self.setAccessibleName(said)


def figures(progress: BackupProgress, seconds_left: float | None) -> str:
    """`1 240 fichiers sur 2 000 · 310 Mo sur 1,2 Go · encore 2 min environ`."""
    parts = []
    if progress.total_files:
        done, total = (formatting.integer(count, language()) for count in (progress.done_files, progress.total_files))
        parts.append(tr("{done} fichiers sur {total}", done=done, total=total))
    if progress.total_bytes:
        parts.append(tr("{done} sur {total}", done=words.size(progress.done_bytes), total=words.size(progress.total_bytes)))
    if seconds_left is not None:
        parts.append(tr("encore {time} environ", time=words.duration(seconds_left)))
    return " · ".join(parts)


def _stage(operation: BackupOperation, progress: BackupProgress | None, *, stopping: bool) -> str:
    if stopping:
        return tr("Arrêt en cours…")
    if progress is not None:
        return progress.stage.render()
    return {
        BackupOperation.BACKUP: tr("Préparation de la sauvegarde"),
        BackupOperation.CHECK: tr("Préparation de la vérification"),
        BackupOperation.RESTORE: tr("Préparation de la restauration"),
    }[operation]


def _say(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
