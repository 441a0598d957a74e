"""Files on their way to a request: dropped, pasted, browsed for or taken from the screen; each with a picture, its size and a way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QPlainTextEdit, QWidget

from app.domain.errors import InputError, UserError
from app.domain.text import tr
from app.ui import theme
from app.ui.screen import ScreenContext
from app.ui.support.attachment_tiles import Shelf
from app.ui.support.prepared_files import Given, Prepared, from_files, from_picture, local_files, refusal_words, refused_name, stamped
from app.ui.widgets import button, column, reveal, row, text_label

if TYPE_CHECKING:
    from app.domain.values.support import Attachment

#: Long enough for a slow remote screen to be drawn again without the window.
CAPTURE_AFTER_MS = 300


class AttachmentStrip(QFrame):
    """See the module. Files are read and checked by a worker when they are given; the service checks again when they are sent.

    Signals:
        changed(): a file came or went.
        late(place, given): what was read for a place the strip has left since, see `show_items`.

    Attributes:
        take_picture: takes a picture of the screen; replaced in tests.
    """

    changed = Signal()
    late = Signal(object, object)

    def __init__(self, context: ScreenContext, *, small: bool = False, parent: QWidget | None = None) -> None:
        """`small`: below a message, where the words would take too much room."""
        super().__init__(parent)
        self._context = context
        self._items: list[Prepared] = []
        self._place: object = None
        self._reading = 0
        self._over = False
        self.take_picture: Callable[[], QImage] = self._grab_screen
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Pièces jointes"))
        words = tr("Glissez des fichiers ici, ou collez une capture (Ctrl+V).")
        self._hint = text_label(words, "small", wrap=True)
        self.browse_button = button(tr("&Parcourir…"), self.browse, kind="quiet", icon_name="paperclip", tip=tr("Joindre des fichiers"))
        self.capture_button = button(
            tr("C&apturer l’écran"), self.capture, kind="quiet", icon_name="camera", tip=tr("Parclair s’efface le temps de la capture")
        )
        if small:
            self.browse_button.setText("")
            self.capture_button.setText("")
            self._hint.hide()
        self._wrong = text_label("", "error", wrap=True)
        self._wrong.hide()
        self.shelf = Shelf(self.remove)
        head = row(self.browse_button, self.capture_button, None, spacing=theme.SPACE.tiny)
        self._framed = not small
        layout = column(spacing=theme.SPACE.tiny, margin=0 if small else theme.SPACE.small)
        layout.addLayout(head)
        for widget in (self._hint, self.shelf, self._wrong):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setLayout(layout)

    # What is attached --------------------------------------------------------------------------------------------------------------

    @property
    def items(self) -> tuple[Prepared, ...]:
        """What is shown, in order."""
        return tuple(self._items)

    @property
    def reading(self) -> bool:
        """Whether files that were given are still being read."""
        return self._reading > 0

    def attachments(self) -> tuple[Attachment, ...]:
        """What to hand to the service."""
        return tuple(item.attachment for item in self._items)

    def clear(self) -> None:
        """Attach nothing."""
        self.show_items((), self._place)

    def show_items(self, items: Sequence[Prepared], place: object) -> None:
        """Show what was joined before. `place` is what it is joined to: what is still being read for another one goes to `late`."""
        if place != self._place:
            self._place, self._reading = place, 0
        self._items = list(items)
        self.tell_wrong("")
        self._refill()

    def tell_wrong(self, text: str) -> None:
        """Say what was refused; empty takes it away."""
        self._wrong.setText(text)
        reveal(self._wrong, bool(text))
        self.setAccessibleDescription(text)
        if not text:
            self.shelf.mark("")

    def refuse(self, error: UserError) -> None:
        """Sending was refused for a file: say why, and mark it."""
        words = refusal_words(error)
        if isinstance(error, InputError) and any(item.name == refused_name(error) for item in self._items):
            words = tr("{refusal} Retirez-le pour envoyer.", refusal=words)
            self.shelf.mark(refused_name(error))
        self.tell_wrong(words)

    @property
    def wrong(self) -> str:
        """What was refused."""
        return self._wrong.text()

    def add_files(self, paths: Sequence[Path]) -> None:
        """Attach files; one that is there already is not added again."""
        known = {item.path for item in self._items}
        fresh = [path for path in dict.fromkeys(paths) if path not in known]
        if fresh:
            self._run(lambda: from_files(fresh))

    def add_picture(self, picture: QImage, name: str) -> None:
        """Attach a picture as a PNG file."""
        if not picture.isNull():
            self._run(lambda: from_picture(picture, name))

    def paste(self) -> bool:
        """Attach what is on the clipboard; `False` when it holds neither files nor a picture."""
        return self._take(QGuiApplication.clipboard().mimeData())

    def browse(self) -> None:
        """Ask which files to attach."""
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("Joindre des fichiers"))
        self.add_files([Path(name) for name in chosen])

    def capture(self) -> None:
        """Take a picture of the screen, without the program's own windows on it."""
        for window in self._windows():
            window.setWindowOpacity(0.0)
        QTimer.singleShot(CAPTURE_AFTER_MS, self, self._captured)

    def _captured(self) -> None:
        picture = self.take_picture()
        for window in self._windows():
            window.setWindowOpacity(1.0)
        if picture.isNull():
            self.tell_wrong(tr("L’écran ne peut pas être capturé ici. Utilisez la touche Impr. écran, puis collez (Ctrl+V)."))
        else:
            self.add_picture(picture, stamped(tr("Écran"), self._now()))

    def _windows(self) -> list[QWidget]:
        found = [self.window()]
        while (parent := found[-1].parentWidget()) is not None:
            found.append(parent.window())
        return found

    def _grab_screen(self) -> QImage:
        screen = self.window().screen() or QGuiApplication.primaryScreen()
        return screen.grabWindow(0).toImage()

    def _now(self) -> datetime:
        return self._context.services.clock.now()

    def _run(self, prepare: Callable[[], Given]) -> None:
        self.tell_wrong("")
        self._reading += 1
        place = self._place
        self._context.tasks.run(prepare, partial(self._add, place), partial(self._failed, place), self, lane="files")

    def _add(self, place: object, given: Given) -> None:
        if place != self._place:
            self.late.emit(place, given)
            return
        self._reading -= 1
        known = {item.path for item in self._items if item.path is not None}
        self._items += [item for item in given.items if item.path not in known]
        self._refill()
        if given.refusals:
            self.tell_wrong("\n".join(given.refusals))

    def _failed(self, place: object, error: UserError) -> None:
        if place == self._place:
            self._reading -= 1
            self.tell_wrong(error.text.render())

    def remove(self, item: Prepared) -> None:
        """Take a file away."""
        place = self._items.index(item)
        self._items.remove(item)
        self.tell_wrong("")
        self._refill()
        (self.shelf.button_at(place) or self.browse_button).setFocus()

    def _refill(self) -> None:
        self.shelf.show_items(self._items)
        self.changed.emit()

    # Drop and paste ----------------------------------------------------------------------------------------------------------------

    def listen_on(self, *places: QWidget) -> None:
        """Pictures and files pasted into, or dropped on, `places` and the fields in them come here; text stays theirs."""
        for place in places:
            place.setAcceptDrops(True)
            for widget in (place, *place.findChildren(QLineEdit), *place.findChildren(QPlainTextEdit)):
                # What is dropped on a text of several lines reaches the part of it that scrolls.
                target = widget.viewport() if isinstance(widget, QPlainTextEdit) else widget
                target.installEventFilter(self)
                if target is not widget:
                    widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste):
            mime = QGuiApplication.clipboard().mimeData()
            if not mime.hasText() or mime.hasUrls():
                return self._take(mime)
        elif kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop) and isinstance(event, QDropEvent):
            if _holds(event.mimeData()):
                self._dragged(event, dropped=kind == QEvent.Type.Drop)
                return True
        elif kind == QEvent.Type.DragLeave:
            self._set_over(False)
        return super().eventFilter(watched, event)

    def _dragged(self, event: QDropEvent, *, dropped: bool) -> None:
        # Never moved: whoever gives the file would take it away from where it is.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._set_over(not dropped)
        if dropped and not self._take(event.mimeData()):
            self.tell_wrong(tr("Cette image ne peut pas être jointe ainsi\u00a0: copiez-la, puis collez-la ici (Ctrl+V)."))

    def _take(self, mime: QMimeData) -> bool:
        paths = local_files(mime)
        if paths:
            self.add_files(paths)
            return True
        if mime.hasImage():
            picture = mime.imageData()
            if isinstance(picture, QImage) and not picture.isNull():
                self.add_picture(picture, stamped(tr("Capture"), self._now()))
                return True
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _holds(event.mimeData()) or event.mimeData().hasUrls():
            self._dragged(event, dropped=False)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if _holds(event.mimeData()) or event.mimeData().hasUrls():
            self._dragged(event, dropped=False)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._dragged(event, dropped=True)

    def _set_over(self, over: bool) -> None:
        if over is not self._over:
            self._over = over
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._framed and not self._over:
            return
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colours.focus if self._over else colours.border_strong), 2 if self._over else 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(colours.accent_soft) if self._over else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
        painter.end()


def _holds(mime: QMimeData) -> bool:
    """Whether there is a file or a picture in it."""
    return mime.hasImage() or bool(local_files(mime))
