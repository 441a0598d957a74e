"""The files joined to a request: a picture or icon each, its name, its size and a cross; at most two lines of them, then they scroll."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolButton, QWidget

from app.domain.text import tr
from app.ui import theme
from app.ui.support.prepared_files import THUMBNAIL, Prepared
from app.ui.widgets import ElidedLabel, FlowLayout, IconLabel, column, icon_button, reveal, row, text_label

TILE_WIDTH = 216
LINES = 2


class Shelf(QScrollArea):
    """See the module. Hidden while there are none; what the keyboard goes to comes into sight."""

    def __init__(self, remove: Callable[[Prepared], object]) -> None:
        super().__init__()
        self._remove = remove
        self._tiles: list[_Tile] = []
        self._inside = QWidget()
        self._flow = FlowLayout(self._inside, theme.SPACE.small)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_items(self, items: Sequence[Prepared]) -> None:
        """Show these."""
        while (old := self._flow.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self._tiles = [_Tile(item, self._remove) for item in items]
        for tile in self._tiles:
            self._flow.addWidget(tile)
            tile.show()
        self._inside.updateGeometry()
        self.updateGeometry()
        reveal(self, bool(self._tiles))

    def mark(self, name: str) -> None:
        """Mark the files called `name` as refused, and no other."""
        for tile in self._tiles:
            tile.set_refused(tile.item.name == name)
            if tile.item.name == name:
                self.ensureWidgetVisible(tile)

    @property
    def refused(self) -> tuple[str, ...]:
        """The names of those that are marked."""
        return tuple(tile.item.name for tile in self._tiles if tile.refused)

    def button_at(self, place: int) -> QToolButton | None:
        """The cross of the file at `place`, or of the last one before it."""
        return self._tiles[min(place, len(self._tiles) - 1)].close_button if self._tiles else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(self._flow.heightForWidth(width), self._highest())

    def sizeHint(self) -> QSize:
        return QSize(TILE_WIDTH, self._highest() if len(self._tiles) > 1 else self._line())

    def minimumSizeHint(self) -> QSize:
        return QSize(TILE_WIDTH, self._line())

    def _line(self) -> int:
        return max((tile.sizeHint().height() for tile in self._tiles), default=0)

    def _highest(self) -> int:
        return LINES * self._line() + (LINES - 1) * theme.SPACE.small


class _Tile(QFrame):
    """One file: picture or icon, name, size, and a cross."""

    def __init__(self, item: Prepared, remove: Callable[[Prepared], object]) -> None:
        super().__init__()
        from app.ui.documents.listing import size_text

        self.item, self.refused = item, False
        self._words = size_text(item.size)
        self.setObjectName("card")
        self.setFixedWidth(TILE_WIDTH)
        self.setAccessibleName(f"{item.name}, {self._words}")
        self.close_button = icon_button("x", tr("Retirer «\u00a0{name}\u00a0»", name=item.name), lambda: remove(item))
        self._size = text_label(self._words, "small")
        names = column(ElidedLabel(item.name), self._size, spacing=0)
        layout = row(Thumbnail(item.picture), spacing=theme.SPACE.small)
        layout.setContentsMargins(theme.SPACE.tiny, theme.SPACE.tiny, theme.SPACE.tiny, theme.SPACE.tiny)
        layout.addLayout(names, 1)
        layout.addWidget(self.close_button)
        self.setLayout(layout)

    def set_refused(self, refused: bool) -> None:
        """Say that this one is not taken; by its words as well as by their colour."""
        if refused is self.refused:
            return
        self.refused = refused
        words = tr("{size} · refusé", size=self._words) if refused else self._words
        self._size.setText(words)
        theme.set_kind(self._size, "error" if refused else "small")
        self.setAccessibleName(f"{self.item.name}, {words}")


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
