"""Where the documents of a claim go: one place for each that is needed, filled by dragging a file onto it or by choosing one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QWidget

from app.domain.cover import ClaimNeed, need_label
from app.domain.text import tr
from app.ui import theme
from app.ui.widgets import ElidedLabel, IconLabel, button, clear_layout, column, icon_button, row, text_label


@dataclass(frozen=True)
class Held:
    """A file in a slot; `key` finds it again."""

    key: object
    name: str


class DocumentSlot(QFrame):
    """One need, or any other paper. The slot shows what it is told; whoever owns it keeps the files.

    Signals:
        given(paths): files were dropped or chosen.
        opened(key): a file was clicked.
        removed(key): a file is to be taken away.

    Attributes:
        need: what it is for; `None` for any other paper.
        choose_files: asks which files; replaced in tests.
    """

    given = Signal(list)
    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, need: ClaimNeed | None, *, can_open: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.need, self._can_open, self._over, self._full = need, can_open, False, False
        self.choose_files: Callable[[], Sequence[Path]] = self._ask_files
        self.setAcceptDrops(True)
        self._name = need_label(need).render() if need is not None else tr("Autre document (photo, facture…)")
        self._icon = IconLabel("file-plus", "text_muted", theme.ICON_LARGE)
        self._state = text_label("", "small", wrap=True)
        self.browse = button(tr("Parcourir…"), self._browse, icon_name="paperclip")
        self.browse.setAccessibleName(tr("Parcourir\u00a0: {name}", name=self._name))
        self._files = column(spacing=0)
        words = column(text_label(self._name, "strong", wrap=True), self._state, spacing=theme.SPACE.hair)
        words.addLayout(self._files)
        head = row(spacing=theme.SPACE.small)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignTop)
        head.setContentsMargins(theme.SPACE.medium, theme.SPACE.small, theme.SPACE.medium, theme.SPACE.small)
        self.setLayout(head)
        self.show_files(())

    def show_files(self, files: Sequence[Held]) -> None:
        """Show what the slot holds."""
        clear_layout(self._files)
        self._full = bool(files)
        for held in files:
            self._files.addLayout(self._file_line(held))
        if self.need is None:
            self._icon.set_icon("files" if files else "file-plus", "text_muted")
            self._state.setText("" if files else tr("Facultatif. Glissez un fichier ici."))
        else:
            self._icon.set_icon("file-check" if files else "file-x", "ok" if files else "warning")
            self._state.setText(tr("Reçu") if files else tr("À fournir\u00a0: glissez le fichier ici, ou choisissez-le."))
        self._state.setVisible(bool(self._state.text()))
        self.setAccessibleName(f"{self._name}. {self._state.text()}")
        self.update()

    def _file_line(self, held: Held) -> QHBoxLayout:
        line = row(spacing=theme.SPACE.tiny)
        if self._can_open:
            name: QWidget = button(held.name.replace("&", "&&"), lambda: self.opened.emit(held.key), kind="link")
            line.addWidget(name)
            line.addStretch(1)
        else:
            line.addWidget(ElidedLabel(held.name), 1)
        line.addWidget(icon_button("x", tr("Retirer {name}", name=held.name), lambda: self.removed.emit(held.key)))
        return line

    def _browse(self) -> None:
        paths = list(self.choose_files())
        if paths:
            self.given.emit(paths)

    def _ask_files(self) -> Sequence[Path]:
        chosen, _ = QFileDialog.getOpenFileNames(self.window(), self._name)
        return [Path(each) for each in chosen]

    # Dropping ----------------------------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_of(event.mimeData()):
            event.acceptProposedAction()
            self._set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_over(False)
        if paths := files_of(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.given.emit(paths)

    def _set_over(self, over: bool) -> None:
        self._over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.accent_soft if self._over else colours.surface))
        dashed = Qt.PenStyle.SolidLine if self._full else Qt.PenStyle.DashLine
        painter.setPen(QPen(QColor(colours.accent if self._over else colours.border_strong), 1, dashed))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


def files_of(data: QMimeData) -> list[Path]:
    """The local files that are dragged; folders and web addresses are not taken."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]
