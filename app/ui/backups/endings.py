"""What is told when a run has ended."""

from __future__ import annotations

from typing import NamedTuple

from app.domain import formatting
from app.domain.backup_problems import next_step, problem_label
from app.domain.records import BackupOperation, BackupResult
from app.domain.text import language, tr, trn
from app.ui.backups import words
from app.ui.backups.runs import RunEnd


class Told(NamedTuple):
    """The words, and whether they stay in the page until they are closed."""

    text: str
    bar: bool = False


def ending(end: RunEnd) -> Told:
    """How a run that left a report ended."""
    report = end.report
    assert report is not None
    if report.result is BackupResult.CANCELLED:
        return Told(_cancelled(end), bar=bool(end.folder))
    if report.result is BackupResult.FAILED:
        name = problem_label(report.problem).render() if report.problem is not None else ""
        failed = {
            BackupOperation.BACKUP: tr("La sauvegarde a échoué\u00a0: {why}", why=name or report.message),
            BackupOperation.CHECK: tr("La vérification a échoué\u00a0: {why}", why=report.message),
            BackupOperation.RESTORE: tr("La restauration a échoué\u00a0: {why}", why=report.message),
        }[report.operation]
        if report.operation is BackupOperation.BACKUP:
            return Told(failed)  # the card has the rest, with what to do
        step = next_step(report.problem).render() if report.problem is not None else ""
        return Told(" ".join(filter(None, (failed, step))), bar=True)
    if report.operation is BackupOperation.RESTORE:
        said = trn(
            "{n} fichier restauré dans «\u00a0{folder}\u00a0»",
            "{n} fichiers restaurés dans «\u00a0{folder}\u00a0»",
            end.files,
            folder=end.folder,
        )
        return Told(said, bar=True)
    if report.operation is BackupOperation.CHECK:
        return Told(tr("Dépôt vérifié\u00a0: aucune anomalie, en {time}", time=words.duration(report.duration_seconds)))
    said = tr(
        "Sauvegarde réussie\u00a0: {files} fichiers, {added} ajoutés en {time}",
        files=formatting.integer(report.files, language()),
        added=words.size(report.added_bytes),
        time=words.duration(report.duration_seconds),
    )
    return Told(f"{said}. {report.message}", bar=True) if report.message else Told(said)


def _cancelled(end: RunEnd) -> str:
    return {
        BackupOperation.BACKUP: tr("Sauvegarde arrêtée. Les précédentes sont intactes"),
        BackupOperation.CHECK: tr("Vérification arrêtée"),
        BackupOperation.RESTORE: tr("Restauration arrêtée. Ce qui était déjà restauré reste dans son dossier"),
    }[end.operation]
