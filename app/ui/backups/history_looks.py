"""The marks of the picture of backups, and what explains them: a disc below for a success, a cross above for a failure."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.text import tr
from app.ui import theme

#: Pixels above the bars that the marks take.
BAND = 28
_RADIUS = 3.0
_BESIDE = 14


def paint_success(painter: QPainter, middle: QPointF) -> None:
    """A disc."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.current().ok.line))
    painter.drawEllipse(middle, _RADIUS, _RADIUS)


def paint_failure(painter: QPainter, middle: QPointF) -> None:
    """A cross."""
    painter.setPen(QPen(QColor(theme.current().danger.line), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for way in (1, -1):
        arm = QPointF(_RADIUS, _RADIUS * way)
        painter.drawLine(middle - arm, middle + arm)


class MarksLegend(QWidget):
    """What the two marks mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = (tr("réussie"), tr("échouée"))
        self.setAccessibleName(tr("Disque\u00a0: sauvegarde réussie\u202f; croix\u00a0: sauvegarde échouée"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font(theme.SMALL))
        width = sum(metrics.horizontalAdvance(word) + _BESIDE for word in self._words) + theme.SPACE.medium
        return QSize(width + theme.SPACE.tiny, max(theme.ICON, metrics.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.SMALL))
        left, middle = 0, self.height() / 2
        for word, paint in zip(self._words, (paint_success, paint_failure), strict=True):
            paint(painter, QPointF(left + _RADIUS + 2, middle))
            painter.setPen(QColor(theme.current().text_muted))
            left += _BESIDE
            width = painter.fontMetrics().horizontalAdvance(word)
            painter.drawText(left, 0, width + 2, self.height(), Qt.AlignmentFlag.AlignVCenter, word)
            left += width + theme.SPACE.medium
        painter.end()
