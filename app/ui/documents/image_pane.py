"""A picture in the window, as wide as there is room but never larger than it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.ui import theme

MARGIN = 12


class ImagePane(QFrame):
    """One picture. Thread: Qt's; pictures are decoded elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = QImage()

    def set_picture(self, picture: QImage, name: str) -> None:
        """Show `picture`; `name` is told to screen readers."""
        self.picture = picture
        self.setAccessibleName(name)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.sidebar if tokens.dark else tokens.pressed))
        if not self.picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            room = QSizeF(self.size()) - QSizeF(2 * MARGIN, 2 * MARGIN)
            size = QSizeF(self.picture.size())
            if size.width() > room.width() or size.height() > room.height():
                size.scale(room, Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(
                QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height()), self.picture
            )
        painter.end()
