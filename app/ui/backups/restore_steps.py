"""The pages of a restore: which backup, which files, where to, and what will be written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QHeaderView, QLineEdit, QListWidget, QListWidgetItem, QRadioButton, QTreeView

from app.domain import formatting
from app.domain.errors import UserError
from app.domain.text import language, tr, trn
from app.domain.values.backups import RestorePreview, Snapshot
from app.ui import theme
from app.ui.backups import words
from app.ui.backups.facts import FactGrid
from app.ui.backups.restore_tree import Browse, SnapshotTree
from app.ui.icons import icon
from app.ui.widgets import AssistantStep, FormField, button, text_label
from app.ui.widgets.forms import expected

_SIZE_WIDTH, _DATE_WIDTH = 90, 130


class SnapshotStep(AssistantStep):
    """All backups, the newest first. `chosen` is called when another one is."""

    def __init__(self, now: datetime) -> None:
        super().__init__(tr("Sauvegarde"), tr("De quel moment voulez-vous retrouver les fichiers\u202f?"))
        self._now = now
        self._snapshots: tuple[Snapshot, ...] = ()
        self.told = text_label(tr("Lecture des sauvegardes du dépôt…"), "muted", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Sauvegardes"))
        self.list.setMinimumHeight(280)
        self.list.setIconSize(QSize(theme.ICON, theme.ICON))
        self.list.setSpacing(1)
        self.list.hide()
        self.body.addWidget(self.told)
        self.body.addWidget(self.list, 1)

    def show_snapshots(self, snapshots: Sequence[Snapshot]) -> None:
        """Show them and choose the newest."""
        self._snapshots = tuple(snapshots)
        self.told.setText(tr("Ce dépôt ne contient encore aucune sauvegarde."))
        self.told.setVisible(not snapshots)
        self.list.setVisible(bool(snapshots))
        for one in snapshots:
            moment = formatting.date_time(one.time, language())
            text = "\u2003".join((moment, words.age(one.time, self._now), one.host))
            item = QListWidgetItem(icon("history", "text_muted"), text)
            item.setFont(theme.font(tabular=True))
            item.setToolTip("\n".join(one.paths))
            self.list.addItem(item)
        if snapshots:
            self.list.setCurrentRow(0)
            self.list.setFocus()

    def fail(self, error: UserError) -> None:
        """The repository could not be read."""
        self.told.setText(error.text.render())
        theme.set_kind(self.told, "error")

    @property
    def snapshot(self) -> Snapshot | None:
        """The backup chosen."""
        place = self.list.currentRow()
        return self._snapshots[place] if 0 <= place < len(self._snapshots) else None

    def validate(self) -> bool:
        """See `AssistantStep`."""
        return self.snapshot is not None


class FilesStep(AssistantStep):
    """Everything, or what is ticked in the tree.

    Attributes:
        tree: the backup's files, once some are to be chosen.
    """

    def __init__(
        self, browse: Callable[[Snapshot, str, Callable[[Sequence[object]], None]], None], snapshot: Callable[[], Snapshot]
    ) -> None:
        super().__init__(tr("Fichiers"), tr("Rien n’est remplacé\u00a0: les fichiers retrouvés iront dans un nouveau dossier."))
        self._browse, self._snapshot = browse, snapshot
        self._of: str = ""
        self.tree: SnapshotTree | None = None
        self.everything = QRadioButton(tr("&Tous les fichiers de cette sauvegarde"))
        self.some = QRadioButton(tr("&Certains fichiers ou dossiers seulement"))
        self.everything.setChecked(True)
        self.view = QTreeView()
        self.view.setUniformRowHeights(True)
        self.view.setAllColumnsShowFocus(True)
        self.view.setAccessibleName(tr("Fichiers de la sauvegarde"))
        self.view.setMinimumHeight(240)
        self._count = text_label("", "muted")
        self._error = text_label("", "error")
        self._error.hide()
        for widget in (self.everything, self.some, self.view, self._count, self._error):
            self.body.addWidget(widget)
        self.everything.toggled.connect(lambda _: self._arrange())
        self._arrange()

    def enter(self) -> None:
        """See `AssistantStep`: another backup has other files."""
        if self._of != self._snapshot().id:
            self._of, self.tree = self._snapshot().id, None
        self._arrange()

    def paths(self) -> tuple[str, ...]:
        """What to restore; nothing stands for everything."""
        return () if self.everything.isChecked() or self.tree is None else self.tree.paths()

    def validate(self) -> bool:
        """See `AssistantStep`."""
        missing = self.some.isChecked() and not self.paths()
        self._error.setText(tr("Cochez au moins un fichier ou un dossier."))
        self._error.setVisible(missing)
        return not missing

    def _arrange(self) -> None:
        choosing = self.some.isChecked()
        for widget in (self.view, self._count):
            widget.setVisible(choosing)
        self._error.hide()
        if choosing and self.tree is None:
            self._plant()

    def _plant(self) -> None:
        snapshot = self._snapshot()
        self._count.setText(tr("Lecture de la liste des fichiers… La première fois, cela peut prendre une minute."))
        browse: Browse = lambda path, then: self._browse(snapshot, path, then)  # noqa: E731 # passes the backup along
        self.tree = SnapshotTree(browse, self)
        self.tree.ticked.connect(self._counted)
        self.tree.rowsInserted.connect(self._came)
        self.view.setModel(self.tree)
        header = self.view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, _SIZE_WIDTH), (2, _DATE_WIDTH)):
            header.resizeSection(column, width)

    def _came(self, *_: object) -> None:
        self._counted()
        # A single folder at the top has nothing beside it to choose from: it is opened, down to where there is a choice.
        tree, index = self.tree, self.view.rootIndex()
        while tree is not None and tree.rowCount(index) == 1 and tree.hasChildren(tree.index(0, 0, index)):
            index = tree.index(0, 0, index)
            if not self.view.isExpanded(index):
                self.view.expand(index)
                return

    def _counted(self) -> None:
        paths = self.tree.paths() if self.tree is not None else ()
        self._error.hide()
        self._count.setText(tr("Cochés\u00a0: {n}", n=len(paths)) if paths else tr("Rien n’est coché. Espace coche la ligne choisie."))


class TargetStep(AssistantStep):
    """Where the new folder is made.

    Attributes:
        choose_folder: asks for one; replaced in tests.
    """

    def __init__(self) -> None:
        super().__init__(tr("Destination"), tr("Un nouveau dossier, au nom de la sauvegarde, y sera créé."))
        self.choose_folder: Callable[[], str] = lambda: QFileDialog.getExistingDirectory(self, tr("Où restaurer"), self.folder())
        editor = QLineEdit(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation) or str(Path.home()))
        self.field = FormField("target", tr("Dossier"), editor, trailing=button(tr("Parcou&rir…"), self._choose, icon_name="folder-open"))
        self.body.addWidget(self.field)

    def folder(self) -> str:
        """What was typed."""
        assert isinstance(self.field.editor, QLineEdit)
        return self.field.editor.text().strip()

    def set_folder(self, folder: str) -> None:
        """Type a folder."""
        assert isinstance(self.field.editor, QLineEdit)
        self.field.editor.setText(folder)

    def validate(self) -> bool:
        """See `AssistantStep`."""
        if not self.folder():
            self.field.set_error(tr("Choisissez un dossier"))
            return False
        return True

    def refuse(self, error: UserError) -> None:
        """Say what is wrong with it."""
        from app.domain.errors import InputError

        self.field.set_error(expected(error.allowed) if isinstance(error, InputError) else error.text.render())

    def _choose(self) -> None:
        if chosen := self.choose_folder():
            self.set_folder(chosen)


class SummaryStep(AssistantStep):
    """What will be written, and whether there is room for it."""

    def __init__(self, enter: Callable[[], None]) -> None:
        super().__init__(tr("Résumé"), tr("Chaque fichier est relu et comparé à la sauvegarde une fois écrit."))
        self._enter = enter
        self.planned: RestorePreview | None = None
        self.facts = FactGrid({"files": tr("Fichiers"), "size": tr("Taille"), "free": tr("Place libre")})
        self._folder = text_label("", wrap=True, selectable=True)
        self._error = text_label("", "error", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Premiers fichiers"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(200)
        self.list.setSpacing(1)
        self._more = text_label("", "small")
        self.body.addWidget(self.facts)
        self.body.addWidget(text_label(tr("Nouveau dossier"), "overline"))
        for widget in (self._folder, self._error, self.list, self._more):
            self.body.addWidget(widget)

    def enter(self) -> None:
        """See `AssistantStep`."""
        self.planned = None
        for key in ("files", "size", "free"):
            self.facts.show_fact(key, "…")
        self._folder.setText("…")
        self._error.hide()
        self.list.clear()
        self._more.setText("")
        self._enter()

    def show_preview(self, planned: RestorePreview) -> None:
        """Show what would be written."""
        self.planned = planned
        self.facts.show_fact("files", formatting.integer(planned.files, language()))
        self.facts.show_fact("size", words.size(planned.total_bytes))
        self.facts.show_fact("free", words.size(planned.free_bytes))
        self._folder.setText(planned.folder)
        self._error.setText(tr("Il n’y a pas assez de place sur ce disque\u00a0: choisissez une autre destination ou moins de fichiers."))
        self._error.setVisible(not planned.fits)
        self.list.addItems([entry.path for entry in planned.entries])
        hidden = planned.files - len(planned.entries)
        self._more.setText(trn("et {n} autre fichier", "et {n} autres fichiers", hidden) if hidden > 0 else "")

    def validate(self) -> bool:
        """See `AssistantStep`: there must be something to restore and room for it."""
        return self.planned is not None and self.planned.fits and self.planned.files > 0
