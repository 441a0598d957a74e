"""Files on their way to a request: dropped, pasted, browsed for or taken from the screen; each with a picture, its size and a way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageReader,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from app.domain.formatting import PARIS
from app.domain.text import tr
from app.ui import theme
from app.ui.screen import ScreenContext
from app.ui.widgets import ElidedLabel, FlowLayout, IconLabel, button, column, icon_button, reveal, row, text_label

if TYPE_CHECKING:
    from app.domain.values.support import Attachment

THUMBNAIL = QSize(56, 40)
TILE_WIDTH = 216
#: Long enough for a slow remote screen to be drawn again without the window.
CAPTURE_AFTER_MS = 300


@dataclass(frozen=True)
class Prepared:
    """A file as the strip shows it. `picture` is null where it is none."""

    name: str
    size: int
    picture: QImage
    path: Path | None = None
    content: bytes | None = None


class AttachmentStrip(QFrame):
    """See the module. The service decides what it takes; this shows what was given.

    Signals:
        changed(): a file came or went.

    Attributes:
        take_picture: takes a picture of the screen; replaced in tests.
    """

    changed = Signal()

    def __init__(self, context: ScreenContext, *, small: bool = False, parent: QWidget | None = None) -> None:
        """`small`: below a message, where the words would take too much room."""
        super().__init__(parent)
        self._context = context
        self._items: list[Prepared] = []
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
        self._tiles = QWidget()
        self._flow = FlowLayout(self._tiles, theme.SPACE.small)
        self._tiles.hide()
        head = row(self.browse_button, self.capture_button, None, spacing=theme.SPACE.tiny)
        margin = 0 if small else theme.SPACE.small
        self._framed = not small
        layout = column(spacing=theme.SPACE.tiny, margin=margin)
        layout.addLayout(head)
        layout.addWidget(self._hint)
        layout.addWidget(self._tiles)
        layout.addWidget(self._wrong)
        layout.addStretch(1)
        self.setLayout(layout)

    # What is attached --------------------------------------------------------------------------------------------------------------

    @property
    def items(self) -> Sequence[Prepared]:
        """What is shown, in order."""
        return tuple(self._items)

    def attachments(self) -> tuple[Attachment, ...]:
        """What to hand to the service."""
        from app.domain.values.support import Attachment

        return tuple(Attachment(item.name, item.path, item.content) for item in self._items)

    def clear(self) -> None:
        """Attach nothing."""
        self._items = []
        self.tell_wrong("")
        self._refill()

    def tell_wrong(self, text: str) -> None:
        """Say what was refused; empty takes it away."""
        self._wrong.setText(text)
        reveal(self._wrong, bool(text))
        self.setAccessibleDescription(text)

    @property
    def wrong(self) -> str:
        """What was refused."""
        return self._wrong.text()

    def add_files(self, paths: Sequence[Path]) -> None:
        """Attach files; one that is there already is not added again."""
        known = {item.path for item in self._items}
        fresh = [path for path in dict.fromkeys(paths) if path not in known]
        if fresh:
            self._run(lambda: [_from_file(path) for path in fresh])

    def add_picture(self, picture: QImage, name: str) -> None:
        """Attach a picture as a PNG file."""
        if not picture.isNull():
            self._run(lambda: [_from_picture(picture, name)])

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
            self.add_picture(picture, _stamped(tr("Écran"), self._now()))

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

    def _run(self, prepare: Callable[[], list[Prepared]]) -> None:
        self.tell_wrong("")
        self._context.tasks.run(prepare, self._add, lambda error: self.tell_wrong(error.text.render()), self, lane="files")

    def _add(self, found: list[Prepared]) -> None:
        self._items += found
        self._refill()

    def remove(self, item: Prepared) -> None:
        """Take a file away."""
        place = self._items.index(item)
        self._items.remove(item)
        self.tell_wrong("")
        self._refill()
        tiles = self._tiles.findChildren(_Tile, options=Qt.FindChildOption.FindDirectChildrenOnly)
        near = tiles[min(place, len(tiles) - 1)].close_button if tiles else self.browse_button
        near.setFocus()

    def _refill(self) -> None:
        while (old := self._flow.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for item in self._items:
            tile = _Tile(item, self.remove)
            self._flow.addWidget(tile)
            tile.show()
        reveal(self._tiles, bool(self._items))
        self._tiles.updateGeometry()
        self.changed.emit()

    # Drop and paste ----------------------------------------------------------------------------------------------------------------

    def listen_on(self, *editors: QWidget) -> None:
        """Pictures and files pasted into, or dropped on, `editors` come here; text stays theirs."""
        for editor in editors:
            editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste):
            mime = QGuiApplication.clipboard().mimeData()
            if not mime.hasText() or mime.hasUrls():
                return self._take(mime)
        return super().eventFilter(watched, event)

    def _take(self, mime: QMimeData) -> bool:
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            self.add_files(paths)
            return True
        if mime.hasImage():
            picture = mime.imageData()
            if isinstance(picture, QImage):
                self.add_picture(picture, _stamped(tr("Capture"), self._now()))
                return True
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()
            self._set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_over(False)
        if self._take(event.mimeData()):
            event.acceptProposedAction()

    def _set_over(self, over: bool) -> None:
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


class _Tile(QFrame):
    """One file: picture or icon, name, size, and a cross."""

    def __init__(self, item: Prepared, remove: Callable[[Prepared], object]) -> None:
        super().__init__()
        from app.ui.documents.listing import size_text

        self.setObjectName("card")
        self.setFixedWidth(TILE_WIDTH)
        size = size_text(item.size)
        self.setAccessibleName(f"{item.name}, {size}")
        self.close_button = icon_button("x", tr("Retirer «\u00a0{name}\u00a0»", name=item.name), lambda: remove(item))
        names = column(ElidedLabel(item.name), text_label(size, "small"), spacing=0)
        layout = row(Thumbnail(item.picture), spacing=theme.SPACE.small)
        layout.setContentsMargins(theme.SPACE.tiny, theme.SPACE.tiny, theme.SPACE.tiny, theme.SPACE.tiny)
        layout.addLayout(names, 1)
        layout.addWidget(self.close_button)
        self.setLayout(layout)


class Thumbnail(QWidget):
    """A small picture in its frame, or the icon of a file."""

    def __init__(self, picture: QImage, size: QSize = THUMBNAIL) -> None:
        super().__init__()
        self.setFixedSize(size)
        self._picture = picture
        if picture.isNull():
            line = row(None, IconLabel("file", "text_muted", theme.ICON_LARGE), None)
            self.setLayout(line)

    def set_picture(self, picture: QImage) -> None:
        """Show `picture`, once it is decoded."""
        self._picture = picture
        for child in self.findChildren(IconLabel):
            child.hide()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(colours.hover))
        if not self._picture.isNull():
            size = QSize(self._picture.size())
            size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
            painter.drawImage(self.rect().adjusted(left, top, -left, -top), self._picture)
        painter.setPen(QColor(colours.border))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


def small_picture(source: Path | bytes, size: QSize = THUMBNAIL) -> QImage:
    """A small version of a picture; a null one where it is none, or one too large to be decoded. Thread: any."""
    if isinstance(source, Path):
        reader = QImageReader(str(source))
        return _read(reader, size)
    buffer = QBuffer()
    buffer.setData(source)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return _read(QImageReader(buffer), size)


def _read(reader: QImageReader, size: QSize) -> QImage:
    # What a file is called says nothing about what it holds.
    reader.setDecideFormatFromContent(True)
    whole = reader.size()
    if whole.isValid():
        # Twice as large as shown, for screens of 150 % and 200 %.
        reader.setScaledSize(whole.scaled(size * 2, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _from_file(path: Path) -> Prepared:
    from app.domain.errors import InputError
    from app.domain.text import msg

    try:
        size = path.stat().st_size
    except OSError as error:
        raise InputError("file", path.name, msg("un fichier qui existe et que l’on peut lire")) from error
    return Prepared(path.name, size, small_picture(path), path=path)


def _from_picture(picture: QImage, name: str) -> Prepared:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    small = picture.scaled(THUMBNAIL * 2, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    content = bytes(data.data())
    return Prepared(name, len(content), small, content=content)


def _stamped(what: str, now: datetime) -> str:
    return f"{what} {now.astimezone(PARIS):%Y-%m-%d %H-%M-%S}.png"
