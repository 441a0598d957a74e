"""The data folder: where it is, its daily copies, and whether it is sound."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.domain import formatting
from app.domain.errors import UserError
from app.domain.text import Text, msg, tr, trn
from app.ui import theme
from app.ui.screen import ScreenContext
from app.ui.settings.section import Section
from app.ui.widgets import Busy, ErrorState, SectionCard, StateBadge, button, column, figure_label, scrolled, text_label

if TYPE_CHECKING:
    from app.services.check import Check
    from app.services.maintenance import LocalCopy

CHECK_NAMES: dict[str, Text] = {
    "version": msg("Programme"),
    "system": msg("Système"),
    "sqlite": msg("Moteur de base de données"),
    "folder": msg("Dossier de données"),
    "schema": msg("Format des données"),
    "database": msg("Base de données"),
    "local_copies": msg("Copies locales"),
    "keyring": msg("Coffre à secrets"),
    "restic": msg("Programme de sauvegarde"),
    "server": msg("Serveur"),
    "clock": msg("Horloge"),
}


class DataSection(Section):
    """Folder, copies, check.

    Attributes:
        open_url: opens the folder in the system's file manager; replaced in tests.
    """

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        folder = SectionCard(
            tr("Dossier de données"), button(tr("&Ouvrir le dossier"), self._open, icon_name="folder-open"), icon_name="folder"
        )
        folder.add(text_label(str(context.services.folder), wrap=True, selectable=True))
        folder.add(text_label(tr("Tout ce que Parclair sait de votre entreprise est dans ce dossier, sur ce PC."), "muted", wrap=True))
        self._copy = button(tr("&Faire une copie maintenant"), self.copy_now, icon_name="copy")
        self.copies = SectionCard(tr("Copies locales"), self._copy, icon_name="history")
        self._check = button(tr("&Vérifier les données"), self.check, icon_name="shield-check")
        self.checks = SectionCard(tr("Vérification"), self._check, icon_name="stethoscope")
        self.checks.add(text_label(tr("La vérification lit toute la base et ne change rien."), "muted", wrap=True))
        content = QWidget()
        inside = QHBoxLayout(content)
        inside.setContentsMargins(0, 0, theme.SPACE.medium, 0)
        cards = column(folder, self.copies, self.checks, spacing=theme.SPACE.medium)
        cards.addStretch(1)
        inside.addLayout(cards)
        self.page.addWidget(scrolled(content), 1)

    def load(self) -> None:
        services = self.context.services
        self.context.tasks.run(
            services.maintenance.copies, self._show_copies, self.context.report_error, self, lane="files", latest="settings.copies"
        )

    def _show_copies(self, found: Sequence[LocalCopy]) -> None:
        from app.ui.documents.listing import size_text

        self.copies.clear()
        if not found:
            self.copies.add(text_label(tr("Pas encore de copie. La première est faite au prochain usage."), "muted", wrap=True))
            return
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.SPACE.huge)
        grid.setVerticalSpacing(theme.SPACE.tiny)
        grid.setColumnStretch(3, 1)
        for number, copy in enumerate(found):
            grid.addWidget(figure_label(formatting.day(copy.day, self.context.language)), number, 0)
            grid.addWidget(figure_label(size_text(copy.size)), number, 1)
            grid.addWidget(text_label(copy.path.name, "muted", selectable=True), number, 2)
        holder = QWidget()
        holder.setLayout(grid)
        self.copies.add(holder)
        self.copies.add(
            text_label(tr("Une copie est faite par jour d’usage\u202f; les sept dernières sont conservées."), "muted", wrap=True)
        )

    def copy_now(self) -> None:
        """Make a local copy now."""
        services = self.context.services
        self._copy.setEnabled(False)
        self.context.tasks.run(services.maintenance.copy_now, lambda _: self._copied(), self._copy_failed, self, lane="files")

    def _copied(self) -> None:
        self._copy.setEnabled(True)
        self.context.notify(tr("Copie faite et vérifiée"))
        self.load()

    def _copy_failed(self, error: UserError) -> None:
        self._copy.setEnabled(True)
        self.context.report_error(error)

    def check(self) -> None:
        """Check the data folder."""
        services = self.context.services
        self._check.setEnabled(False)
        self.checks.clear()
        self.checks.add(Busy(tr("Vérification en cours…")))
        self.context.tasks.run(services.maintenance.checks, self._show_checks, self._check_failed, self, lane="files")

    def _show_checks(self, found: Sequence[Check]) -> None:
        self._check.setEnabled(True)
        self.checks.clear()
        bad = sum(1 for check in found if check.ok is False)
        if bad:
            self.checks.add(StateBadge("danger", trn("{n} problème trouvé", "{n} problèmes trouvés", bad)))
        else:
            self.checks.add(StateBadge("ok", tr("Tout est en ordre")))
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.SPACE.large)
        grid.setVerticalSpacing(theme.SPACE.small)
        grid.setColumnStretch(2, 1)
        for number, check in enumerate(found):
            grid.addWidget(_badge(check), number, 0)
            grid.addWidget(text_label(CHECK_NAMES[check.id].render() if check.id in CHECK_NAMES else check.id, "strong"), number, 1)
            grid.addWidget(text_label(check.detail.render(), "muted", wrap=True, selectable=True), number, 2)
        self.checks.add(holder)

    def _check_failed(self, error: UserError) -> None:
        self._check.setEnabled(True)
        self.checks.clear()
        self.checks.add(ErrorState.of(error, self.check))

    def _open(self) -> None:
        if not self.open_url(QUrl.fromLocalFile(str(self.context.services.folder))):
            self.context.notify(tr("Le dossier n’a pas pu être ouvert. Son chemin est ci-dessus."))


def _badge(check: Check) -> StateBadge:
    if check.ok:
        return StateBadge("ok", tr("Bien"))
    return StateBadge("neutral", tr("Sans objet")) if check.ok is None else StateBadge("danger", tr("Problème"))
