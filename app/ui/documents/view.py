"""The documents: every generated or attached file, looked at and printed in the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from app.domain import formatting
from app.domain.errors import UserError
from app.domain.text import tr, trn
from app.ui import theme
from app.ui.documents import listing
from app.ui.documents.preview import PdfPreview
from app.ui.icons import icon
from app.ui.screen import Route, Screen, ScreenContext
from app.ui.widgets import (
    DataTable,
    EmptyState,
    ErrorState,
    FilterChips,
    FilterGroup,
    Page,
    SearchField,
    button,
    icon_button,
    row,
    text_label,
)

if TYPE_CHECKING:
    from app.domain.values.documents import DocumentRow

TABLE_SHARE = 57
SPLIT = "documents.table_share"


class DocumentsScreen(Screen):
    """The list at the left, the document chosen at the right.

    Attributes:
        choose_files: asks which files to attach; replaced in tests.
    """

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.setObjectName("page")
        self.setAcceptDrops(True)
        self.choose_files: Callable[[], Sequence[Path]] = self._ask_files
        self._shown: DocumentRow | None = None
        self._search = SearchField(tr("Chercher un document"))
        self._search.setFixedWidth(240)
        kinds = [(kind, listing.kind_name(kind)) for kind in listing.KINDS]
        self._chips = FilterChips([FilterGroup("kind", tr("Type"), kinds)])
        self._count = text_label("", "muted")
        self.table = DataTable(
            "documents", tr("Documents"), listing.columns(), lambda r: r.id, context.tasks, context.settings, context.language
        )
        self.table.set_empty(self._empty)
        self.preview = PdfPreview(context, actions=False)
        self._build()
        self._connect()
        self._show_nothing()

    @property
    def title(self) -> str:
        return tr("Documents")

    # Building ----------------------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        attach = button(tr("&Joindre un fichier"), self.attach, kind="primary", icon_name="paperclip", shortcut="Ctrl+N")
        tools = row(self._search)
        tools.addWidget(self._chips, 1)
        for widget in (self._count, self.table.column_button(), attach):
            tools.addWidget(widget)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self.table.setMinimumWidth(280)
        self._split.addWidget(self.table)
        self._right = self._detail()
        self._split.addWidget(self._right)
        self._split.splitterMoved.connect(self._keep_split)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE.large, theme.SPACE.medium, theme.SPACE.large, theme.SPACE.medium)
        layout.setSpacing(theme.SPACE.small)
        layout.addLayout(tools)
        layout.addWidget(self._split, 1)

    def _detail(self) -> QWidget:
        self._name = text_label("", "subheading", wrap=True, selectable=True)
        # A file's name may be one word of 255 letters: it must not widen the window.
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._facts = text_label("", "muted", wrap=True)
        self._go = button("", self._go_to_owner, kind="link", icon_name="arrow-right")
        self._print = button(tr("&Imprimer"), self.preview.print_document, icon_name="printer", shortcut="Ctrl+P")
        self._save = button(tr("&Enregistrer sous"), self.preview.save_as, icon_name="download", shortcut="Ctrl+S")
        self._delete = icon_button("trash-2", tr("Supprimer ce document (Suppr)"), self.delete_selected)
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(theme.SPACE.tiny)
        head.addWidget(self._name)
        facts = row(self._facts, spacing=theme.SPACE.small)
        facts.setStretch(0, 1)
        facts.addWidget(self._go)
        head.addLayout(facts)
        head.addLayout(row(self._print, self._save, self._delete, None))
        detail = QWidget()
        layout = QVBoxLayout(detail)
        layout.setContentsMargins(theme.SPACE.medium, 0, 0, 0)
        layout.setSpacing(theme.SPACE.small)
        layout.addWidget(self._head)
        layout.addWidget(self.preview, 1)
        detail.setMinimumWidth(380)
        return detail

    def _connect(self) -> None:
        self._search.searched.connect(lambda _: self._query())
        self._search.left_down.connect(self.table.view.setFocus)
        self._chips.changed.connect(lambda _: self._query())
        table = self.table
        table.left_up.connect(self._search.setFocus)
        table.typed.connect(self._search_for)
        table.sort_changed.connect(lambda *_: self._query())
        table.total_changed.connect(self._show_count)
        table.model.source_shown.connect(self._listed)
        table.current_changed.connect(self._choose)
        table.activated.connect(lambda _: self.preview.setFocus() if self.preview.pdf is None else self.preview.pdf.setFocus())
        table.delete_asked.connect(self.delete_selected)
        table.context_menu.connect(self._menu)
        self.preview.shown.connect(lambda _: self._enable())

    def _show_count(self, count: int) -> None:
        self._count.setText(trn("{n} document", "{n} documents", count) if count else tr("Aucun document"))
        # Where there is nothing to choose from, one invitation is enough.
        self._right.setVisible(count > 0)

    def _listed(self) -> None:
        """What is shown at the right is never a document that an empty list denies; it comes back with the list."""
        record = self.table.current_record()
        if self.table.total == 0:
            self._show_nothing()
        elif self._shown is None and record is not None:
            self._show(record)

    def _empty(self) -> EmptyState:
        if self._search.text() or self._chips.values():
            return EmptyState(
                tr("Aucun document ne correspond"),
                tr("Essayez un autre mot ou retirez un filtre."),
                icon_name="search-x",
                action=tr("Tout afficher"),
                on_action=self._show_all,
            )
        return EmptyState(
            tr("Aucun document pour l’instant"),
            tr("Les contrats et les lettres que vous imprimez sont conservés ici. Vous pouvez aussi y déposer vos fichiers."),
            icon_name="folder-open",
            action=tr("Joindre un fichier"),
            on_action=self.attach,
            action_icon="paperclip",
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        share = self.context.settings.get_int(SPLIT, TABLE_SHARE)
        self._split.setSizes([share * 10, (100 - share) * 10])

    def _keep_split(self) -> None:
        left, right = self._split.sizes()
        self.context.settings.set_int(SPLIT, max(20, min(80, round(100 * left / max(1, left + right)))))

    # The list ----------------------------------------------------------------------------------------------------------------------

    def activate(self, route: Route) -> None:
        self._query(keep=True)
        if route.record_id is not None:
            self._show_all()
            self._go_to(route.record_id)
        elif route.action == "add":
            self.attach()

    def reload(self) -> None:
        self._query(keep=True)

    def focus_search(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def _query(self, keep: bool = False) -> None:
        ordered = self._ordered()
        known: list[DocumentRow] = []
        read = False

        def fetch(offset: int, limit: int) -> Page:
            nonlocal known, read
            if not read:
                known, read = ordered(), True
            return Page(len(known), known[offset : offset + limit])

        self.table.set_source(fetch, keep_position=keep)

    def _ordered(self) -> Callable[[], list[DocumentRow]]:
        services, text, kinds, sort = self.context.services, self._search.text(), self._chips.values().get("kind", ()), self.table.sort
        return lambda: listing.chosen(services.documents.rows(), text, kinds, sort)

    def _show_all(self) -> None:
        self._search.clear()
        self._chips.clear()

    def _search_for(self, text: str) -> None:
        self._search.setFocus()
        self._search.setText(self._search.text() + text)

    def _go_to(self, document_id: UUID) -> None:
        ordered, services = self._ordered(), self.context.services

        def find() -> tuple[DocumentRow, int | None]:
            found = services.documents.row(document_id)
            places = {each.id: place for place, each in enumerate(ordered())}
            return found, places.get(document_id)

        def show(found: tuple[DocumentRow, int | None]) -> None:
            self.table.select(document_id, found[1])
            self._show(found[0])

        self.context.tasks.run(find, show, self.context.report_error, self)

    def _menu(self, document_id: UUID | None, place: QPoint) -> None:
        if document_id is None:
            return
        menu = QMenu(self)
        menu.addAction(icon("printer"), tr("Imprimer…"), self.preview.print_document).setEnabled(self.preview.can_print)
        menu.addAction(icon("download"), tr("Enregistrer sous…"), self.preview.save_as)
        if self._shown is not None and listing.owner(self._shown):
            menu.addAction(icon("arrow-right"), self._go.text(), self._go_to_owner)
        menu.addSeparator()
        menu.addAction(icon("trash-2"), tr("Supprimer"), self.delete_selected)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    # The document chosen -----------------------------------------------------------------------------------------------------------

    def _choose(self, document_id: UUID | None) -> None:
        record = self.table.current_record()
        if document_id is None or record is None:
            self._show_nothing()
        else:
            self._show(record)

    def _show(self, document: DocumentRow) -> None:
        if self._shown is not None and self._shown.id == document.id and self.preview.content:
            return
        self._shown = document
        self._name.setText(document.title)
        self._name.setToolTip(document.title)
        made = formatting.date_time(document.created_at, self.context.language)
        self._facts.setText(" · ".join((listing.kind_name(document.kind), made, listing.size_text(document.size))))
        self._go.setVisible(bool(listing.owner(document)))
        owner = self._go.fontMetrics().elidedText(listing.owner(document), Qt.TextElideMode.ElideRight, 180)
        self._go.setText((tr("Contrat {number}", number=owner) if document.contract_id else owner).replace("&", "&&"))
        self._go.setToolTip(listing.owner(document))
        self._head.show()
        services, here = self.context.services, document.path.is_file()
        if not here:  # of another computer: it comes from the server, which may take a while
            self.preview.clear(tr("Le fichier est demandé au serveur…"))
        self.context.tasks.run(
            lambda: services.documents.content(document.id),
            lambda content: self._show_content(document, content),
            lambda error: self._show_problem(document, error),
            self,
            lane="database" if here else "files",
            latest="documents.content",
        )

    def _show_content(self, document: DocumentRow, content: bytes) -> None:
        if self._shown is not None and self._shown.id == document.id:
            self.preview.show_bytes(content, document.title, media_type=document.media_type, file_name=document.file_name)

    def _show_problem(self, document: DocumentRow, error: UserError) -> None:
        again = () if document.path.is_file() else ((tr("Réessayer"), lambda: self._show(document)),)
        self.preview.show_message(ErrorState(tr("Ce document ne peut pas être affiché"), error.text.render(), *again))

    def _show_nothing(self) -> None:
        self._shown = None
        self._head.hide()
        self.preview.clear(tr("Choisissez un document dans la liste pour le voir et l’imprimer."))

    def _enable(self) -> None:
        self._print.setEnabled(self.preview.can_print)
        self._save.setEnabled(bool(self.preview.content))

    def _go_to_owner(self) -> None:
        document = self._shown
        if document is None:
            return
        if document.contract_id is not None:
            self.context.navigate(Route("contracts", document.contract_id))
        elif document.equipment_id is not None:
            self.context.navigate(Route("equipment", document.equipment_id))

    # Deleting and attaching --------------------------------------------------------------------------------------------------------

    def delete_selected(self) -> None:
        """Take the selected documents out of the lists; « Annuler » brings them back."""
        self.table.resolve_selection(self._delete_these)

    def _delete_these(self, documents: tuple[DocumentRow, ...]) -> None:
        services, ids = self.context.services, [document.id for document in documents]
        if not ids:
            return
        text = (
            tr("«\u00a0{name}\u00a0» supprimé", name=documents[0].title)
            if len(ids) == 1
            else trn("{n} document supprimé", "{n} documents supprimés", len(ids))
        )

        def work() -> None:
            for each in ids:
                services.documents.delete(each)

        def done(_: None) -> None:
            self.table.clear_selection()
            self.context.notify(text, undo=lambda: self._restore(ids))
            self._changed()

        self.context.tasks.run(work, done, self.context.report_error, self)

    def _restore(self, ids: Sequence[UUID]) -> None:
        services = self.context.services

        def work() -> None:
            for each in ids:
                services.documents.restore(each)

        def done(_: None) -> None:
            self._changed()
            self._go_to(ids[0])

        self.context.tasks.run(work, done, self.context.report_error, self)

    def attach(self) -> None:
        """Ask for files and keep copies of them."""
        self.attach_files(self.choose_files())

    def attach_files(self, paths: Sequence[Path]) -> None:
        """Keep copies of files; the first one that is refused stops there, and says why."""
        if not paths:
            return
        services, wanted = self.context.services, list(paths)

        def work() -> tuple[list[Any], UserError | None]:
            kept: list[Any] = []
            try:
                for path in wanted:
                    kept.append(services.documents.attach(path))
            except UserError as error:
                return kept, error
            return kept, None

        self.context.tasks.run(work, self._attached, self.context.report_error, self)

    def _attached(self, result: tuple[list[DocumentRow], UserError | None]) -> None:
        kept, error = result
        if error is not None:
            self.context.report_error(error)
        if kept:
            self.context.notify(trn("{n} fichier joint", "{n} fichiers joints", len(kept)))
            self._show_all()
            self._changed()
            self._go_to(kept[-1].id)

    def _changed(self) -> None:
        self._query(keep=True)
        self.context.data_changed()

    def _ask_files(self) -> Sequence[Path]:
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("Joindre un fichier"))
        return [Path(each) for each in chosen]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.attach_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()
