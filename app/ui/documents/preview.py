"""`PdfPreview`: a document shown in the window, from where it is printed and saved.

QtPdf and QtPrintSupport are imported when the first document is shown or printed.

Thread: Qt's; files are read, pictures decoded and pages printed elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QStandardPaths, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QVBoxLayout, QWidget

from app.domain.errors import StorageError, UserError
from app.domain.file_names import safe_file_name as safe_on_every_system
from app.domain.reasons import reason
from app.domain.text import msg, tr, trn
from app.ui import theme
from app.ui.screen import ScreenContext
from app.ui.tasks import TaskControl, TaskHandle
from app.ui.widgets import Busy, EmptyState, ErrorState, SearchField, icon_button, row, text_label

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.ui.documents.image_pane import ImagePane
    from app.ui.documents.pdf_pane import PdfPane

PDF = "application/pdf"
PICTURES = ("image/png", "image/jpeg")
_MAGIC = ((b"%PDF", PDF), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))
_SUFFIXES = {PDF: ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}


class PdfPreview(QWidget):
    """A PDF or a picture, with its toolbar: pages, zoom, search in the text, print (Ctrl+P), save as (Ctrl+S).

    Attributes:
        choose_printer: asks for the printer; called with the number of pages; replaced in tests.
        choose_target: asks where to save; called with the file name to propose; replaced in tests.

    Signals:
        shown(ok): a document is in sight, or what takes its place.
        printed(pages): so many pages went to the printer.
        saved(path): a copy was saved.
    """

    shown = Signal(bool)
    printed = Signal(int)
    saved = Signal(object)

    def __init__(self, context: ScreenContext, parent: QWidget | None = None, *, actions: bool = True) -> None:
        """`actions`: print and save buttons in the toolbar; without them the screen has its own and calls the methods."""
        super().__init__(parent)
        self._context = context
        self._content = b""
        self._title = self._file_name = ""
        self._media = ""
        self._reading: TaskHandle | None = None
        self.pdf: PdfPane | None = None
        self.picture: ImagePane | None = None
        self.choose_printer: Callable[[int], QPrinter | None] = self._ask_printer
        self.choose_target: Callable[[str], Path | None] = self._ask_target
        self._other: QWidget | None = None
        from app.ui.documents.preview_bar import PreviewBar

        self.bar = PreviewBar(self, actions=actions)
        self._find_field = SearchField(tr("Chercher dans le document"))
        self._find_count = text_label("", "muted")
        self._find_row = QWidget()
        self._busy = Busy()
        self._build()
        self.clear()

    def _build(self) -> None:
        self._find_row.setLayout(
            row(
                self._find_field,
                self._find_count,
                icon_button("chevron-up", tr("Résultat précédent (Maj+F3)"), lambda: self._next_hit(-1)),
                icon_button("chevron-down", tr("Résultat suivant (F3)"), lambda: self._next_hit(1)),
                icon_button("x", tr("Fermer la recherche (Échap)"), self.close_find),
                spacing=theme.SPACE.tiny,
            )
        )
        self._find_row.hide()
        self._find_field.searched.connect(self._find)
        self._find_field.returnPressed.connect(lambda: self._next_hit(1))
        self._busy.hide()
        self._stack = QStackedLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE.tiny)
        layout.addWidget(self.bar)
        layout.addWidget(self._find_row)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self._busy)
        for keys, then in (("F3", 1), ("Shift+F3", -1)):
            self._shortcut(keys, lambda step=then: self._next_hit(step))
        self._shortcut("Ctrl+Shift+F", self.open_find)

    def _shortcut(self, keys: str, then: Callable[..., object]) -> None:
        made = QShortcut(QKeySequence(keys), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(lambda: then())

    # What is shown -----------------------------------------------------------------------------------------------------------------

    def show_bytes(self, content: bytes, title: str, *, media_type: str = PDF, file_name: str = "") -> None:
        """Show a document held in memory.

        Args:
            content: the file's bytes; what they are decides over `media_type`.
            title: on the print job and for screen readers.
            media_type: what the file is said to be.
            file_name: proposed by « Enregistrer sous »; made from the title where it is missing.
        """
        self._forget()
        self._content, self._title, self._media = content, title, _media_of(content, media_type)
        self._file_name = file_name or safe_file_name(title, _SUFFIXES.get(self._media, ""))
        self.setAccessibleName(tr("Aperçu de {title}", title=title))
        if self._media == PDF:
            self._show_pdf(content)
        elif self._media in PICTURES:
            self._reading = self._context.tasks.run(lambda: _decoded(content), self._show_picture, self._show_error, self, lane="files")
        else:
            self._show_other(
                EmptyState(
                    tr("Pas d’aperçu pour ce type de fichier"),
                    tr(
                        "«\u00a0{name}\u00a0» est conservé tel quel. Enregistrez-le pour l’ouvrir avec son programme.", name=self._file_name
                    ),
                    icon_name="file-question-mark",
                    action=tr("Enregistrer sous…"),
                    on_action=self.save_as,
                    action_icon="download",
                ),
                ok=False,
            )

    def show_file(self, path: Path, title: str = "") -> None:
        """Show a file; it is read off Qt's thread."""
        self._forget()
        self._title = title or path.name

        def read() -> bytes:
            try:
                return path.read_bytes()
            except OSError as error:
                raise StorageError(
                    msg("Le fichier «\u00a0{name}\u00a0» ne peut pas être lu ({reason}).", name=path.name, reason=reason(error))
                ) from error

        self._reading = self._context.tasks.run(
            read, lambda content: self.show_bytes(content, self._title, file_name=path.name), self._show_error, self, lane="files"
        )

    def show_message(self, widget: QWidget) -> None:
        """Show something else in the document's place: nothing chosen, an error."""
        self._forget()
        self._show_other(widget, ok=False)

    def clear(self, hint: str = "") -> None:
        """Show that there is nothing to show."""
        self.show_message(EmptyState(tr("Aucun document à afficher"), hint, icon_name="file-text"))

    @property
    def content(self) -> bytes:
        """The document's bytes; empty when there is none."""
        return self._content

    @property
    def pages(self) -> int:
        """How many pages are shown; 0 for none, 1 for a picture."""
        if self._stack.currentWidget() is self.pdf and self.pdf is not None:
            return self.pdf.pages
        return int(self.picture is not None and self._stack.currentWidget() is self.picture)

    @property
    def message(self) -> str:
        """What is told in the document's place; empty when a document is shown."""
        return self._other.accessibleName() if self._other is not None else ""

    def _forget(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self._content, self._media = b"", ""
        self.close_find()

    def _show_pdf(self, content: bytes) -> None:
        if self.pdf is None:
            from app.ui.documents.pdf_pane import PdfPane

            self.pdf = PdfPane()
            self._stack.addWidget(self.pdf)
            self.bar.attach(self.pdf)
            self.pdf.hits_changed.connect(self._show_hits)
        self.pdf.view.setAccessibleName(tr("Pages de {title}", title=self._title))
        problem = self.pdf.load(content)
        if problem is not None:
            actions = ((tr("Enregistrer sous…"), self.save_as),)
            self._show_other(ErrorState(tr("Ce document ne peut pas être affiché"), problem.render(), *actions), ok=False)
            return
        self._show(self.pdf)

    def _show_picture(self, picture: QImage) -> None:
        self._reading = None
        if self.picture is None:
            from app.ui.documents.image_pane import ImagePane

            self.picture = ImagePane()
            self._stack.addWidget(self.picture)
        self.picture.set_picture(picture, self._title)
        self._show(self.picture)

    def _show_error(self, error: UserError) -> None:
        self._reading = None
        actions = ((tr("Enregistrer sous…"), self.save_as),) if self._content else ()
        self._show_other(ErrorState(tr("Ce document ne peut pas être affiché"), error.text.render(), *actions), ok=False)

    def _show(self, pane: QWidget) -> None:
        self._stack.setCurrentWidget(pane)
        self._drop_other()
        self.bar.refresh()
        self.shown.emit(True)

    def _show_other(self, widget: QWidget, *, ok: bool) -> None:
        self._drop_other()
        if self.pdf is not None:
            self.pdf.clear()
        self._other = widget
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self.bar.refresh()
        self.shown.emit(ok)

    def _drop_other(self) -> None:
        if self._other is not None:
            self._stack.removeWidget(self._other)
            self._other.hide()
            self._other.deleteLater()
            self._other = None

    # Search in the text ------------------------------------------------------------------------------------------------------------

    def open_find(self) -> None:
        """Search in the document's text."""
        if self.pdf is not None and self.pages:
            self._find_row.show()
            self.bar.find_button.setChecked(True)
            self._find_field.setFocus()
            self._find_field.selectAll()

    def close_find(self) -> None:
        """Stop searching."""
        self._find_row.hide()
        self._find_field.clear()
        self.bar.find_button.setChecked(False)

    def toggle_find(self) -> None:
        """Open or close the search."""
        if self._find_row.isHidden():
            self.open_find()
        else:
            self.close_find()

    def _find(self, text: str) -> None:
        if self.pdf is not None:
            self.pdf.search(text.strip())
            self._show_hits()

    def _next_hit(self, step: int) -> None:
        if self.pdf is not None:
            self.pdf.next_hit(step)

    def _show_hits(self) -> None:
        if self.pdf is None or not self._find_field.text().strip():
            self._find_count.setText("")
        elif not self.pdf.hits:
            self._find_count.setText(tr("Introuvable"))
        else:
            self._find_count.setText(tr("{n} sur {total}", n=self.pdf.hit + 1, total=self.pdf.hits))

    # Print and save ----------------------------------------------------------------------------------------------------------------

    @property
    def can_print(self) -> bool:
        """Whether there is something to print."""
        return self.pages > 0

    def print_document(self) -> None:
        """Ask for the printer with the system's dialog and print, off Qt's thread."""
        if not self.can_print:
            return
        printer = self.choose_printer(self.pages)
        if printer is None:
            return
        printer.setDocName(self._title)
        content, is_pdf = self._content, self._media == PDF
        picture = QImage() if is_pdf or self.picture is None else self.picture.picture

        def work(control: TaskControl) -> int:
            from app.ui.documents import printing

            return printing.print_pdf(content, printer, control) if is_pdf else printing.print_picture(picture, printer)

        self._busy.show()
        handle = self._context.tasks.run(work, self._print_done, self._print_failed, self, lane="files", progress=self._busy.set_progress)
        if handle.finished:
            self._busy.hide()
        else:
            self._busy.watch(handle, tr("Impression…"))

    def _print_done(self, pages: int) -> None:
        self._busy.hide()
        self._context.notify(trn("{n} page envoyée à l’imprimante", "{n} pages envoyées à l’imprimante", pages))
        self.printed.emit(pages)

    def _print_failed(self, error: UserError) -> None:
        self._busy.hide()
        self._context.report_error(error)

    def save_as(self) -> None:
        """Ask where and save a copy, whole or not at all."""
        if not self._content:
            return
        target = self.choose_target(self._file_name)
        if target is None:
            return
        content = self._content

        def work() -> Path:
            from app.services.outputs import write_whole

            write_whole(target, content)
            return target

        self._context.tasks.run(work, self._save_done, self._context.report_error, self, lane="files")

    def _save_done(self, target: Path) -> None:
        self._context.notify(tr("Enregistré\u00a0: {path}", path=target))
        self.saved.emit(target)

    def _ask_printer(self, pages: int) -> QPrinter | None:
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, pages > 1)
        dialog.setMinMax(1, pages)
        accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if accepted else None

    def _ask_target(self, file_name: str) -> Path | None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        suffix = Path(file_name).suffix
        kinds = f"*{suffix}" if suffix else "*"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Enregistrer sous"), str(folder / file_name), kinds)
        return Path(chosen) if chosen else None


def safe_file_name(title: str, suffix: str) -> str:
    """A file name made from `title` that Windows, too, accepts."""
    plain = safe_on_every_system(title[:120])
    return plain if plain.lower().endswith(suffix) else plain + suffix


def _media_of(content: bytes, said: str) -> str:
    for magic, media in _MAGIC:
        if content.startswith(magic):
            return media
    if b"%PDF-" in content[:1024]:
        return PDF
    return said


def _decoded(content: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader: Any = QImageReader(buffer)
    reader.setAutoTransform(True)
    picture: QImage = reader.read()
    if picture.isNull():
        raise StorageError(msg("Cette image est endommagée ou trop grande. Le fichier est conservé tel quel."))
    return picture
