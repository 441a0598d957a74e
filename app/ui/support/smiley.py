"""The three smileys, drawn in the theme's colours: as buttons to rate with, and small, beside figures.

Each has its own mouth and its word: the colour only helps. Thread: Qt's.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from app.domain.records import RatingValue, label
from app.domain.text import tr
from app.ui import theme
from app.ui.icons import icon

STATES: Mapping[RatingValue, theme.State] = {RatingValue.GREAT: "ok", RatingValue.NEUTRAL: "warning", RatingValue.POOR: "danger"}
#: The faces as they are offered, and the keys that choose them.
FACES = tuple(RatingValue)
KEYS = ("1", "2", "3")
FACE = 76
_PAD = theme.SPACE.medium
_MARK = 18
_CONTROL = Qt.KeyboardModifier.ControlModifier


def paint_smiley(painter: QPainter, place: QRectF, value: RatingValue, *, strong: bool = False) -> None:
    """Draw the face of `value` as large as `place`, which is square. `strong`: its line is thicker, as of the one that was chosen."""
    colours = theme.current().state(STATES[value])
    side = place.width()
    thin = max(1.25, side * (0.055 if strong else 0.035))
    pen = QPen(QColor(colours.text), thin, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(QColor(colours.soft))
    painter.drawEllipse(place.adjusted(thin / 2, thin / 2, -thin / 2, -thin / 2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.text))
    eye = max(1.0, side * 0.055)
    for across in (0.34, 0.66):
        painter.drawEllipse(_at(place, across, 0.4), eye, eye * 1.2)
    pen.setWidthF(max(1.25, side * 0.05))
    painter.setPen(pen)
    painter.setBrush(QColor(colours.text) if value is RatingValue.GREAT else Qt.BrushStyle.NoBrush)
    painter.drawPath(_mouth(place, value))
    painter.restore()


def _mouth(place: QRectF, value: RatingValue) -> QPainterPath:
    if value is RatingValue.GREAT:
        path = QPainterPath(_at(place, 0.27, 0.57))
        path.cubicTo(_at(place, 0.32, 0.88), _at(place, 0.68, 0.88), _at(place, 0.73, 0.57))
        path.closeSubpath()
    elif value is RatingValue.NEUTRAL:
        path = QPainterPath(_at(place, 0.31, 0.67))
        path.lineTo(_at(place, 0.69, 0.67))
    else:
        path = QPainterPath(_at(place, 0.29, 0.75))
        path.cubicTo(_at(place, 0.36, 0.55), _at(place, 0.64, 0.55), _at(place, 0.71, 0.75))
    return path


def _at(place: QRectF, across: float, down: float) -> QPointF:
    return QPointF(place.left() + place.width() * across, place.top() + place.height() * down)


class SmileyButton(QRadioButton):
    """A large face and its word. One of three: arrows go from one to the next, Space, Enter or a click chooses; Enter on the one
    that is chosen is left to the dialog.

    A screen reader says a radio button, its word and its key.
    """

    def __init__(self, value: RatingValue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self._key = KEYS[FACES.index(value)]
        word = label(value).render()
        self.setText(word)
        self.setAccessibleName(word)
        self.setAccessibleDescription(tr("Touche {key}", key=self._key))
        self.setToolTip(tr("{word} (touche {key})", word=word, key=self._key))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        bold = QFontMetrics(theme.font(theme.SUBHEADING, bold=True))
        small = QFontMetrics(theme.font(theme.SMALL))
        wide = max(FACE, bold.horizontalAdvance(self.text())) + 2 * _PAD
        return QSize(max(wide, 132), FACE + bold.height() + small.height() + 3 * _PAD)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down)
        if forward or event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self._walk(1 if forward else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _CONTROL and not self.isChecked():
            self.click()  # the dialog would record the face that is chosen, which is another one
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        """To the next face, without choosing it: nothing is chosen in passing."""
        parent = self.parentWidget()
        faces = parent.findChildren(SmileyButton) if parent is not None else [self]
        at = FACES.index(self.value) + step
        for face in faces:
            if face.value is FACES[at % len(FACES)]:
                face.setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        face = QRectF((self.width() - FACE) / 2, _PAD, FACE, FACE)
        paint_smiley(painter, face, self.value, strong=self.isChecked())
        self._paint_words(painter, face.bottom())
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        colours = theme.current()
        chosen, inside = self.isChecked(), QRectF(self.rect()).adjusted(2, 2, -2, -2)
        ground = (
            colours.accent_soft if chosen else colours.pressed if self.isDown() else colours.hover if self.underMouse() else colours.surface
        )
        painter.setPen(QPen(QColor(colours.accent if chosen else colours.border_strong), 2 if chosen else 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(inside, 6, 6)
        if chosen:
            mark = QPoint(self.width() - _MARK - theme.SPACE.small, theme.SPACE.small)
            icon("check", "accent").paint(painter, mark.x(), mark.y(), _MARK, _MARK)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1) if not chosen else inside.adjusted(3, 3, -3, -3)
            painter.drawRoundedRect(ring, 6, 6)

    def _paint_words(self, painter: QPainter, top: float) -> None:
        colours = theme.current()
        bold, small = theme.font(theme.SUBHEADING, bold=True), theme.font(theme.SMALL, tabular=True)
        word = QRectF(0, top + _PAD * 0.5, self.width(), QFontMetrics(bold).height())
        painter.setFont(bold)
        painter.setPen(QColor(colours.on_accent_soft if self.isChecked() else colours.text))
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, self.text())
        key = QRectF(0, word.bottom(), self.width(), QFontMetrics(small).height())
        painter.setFont(small)
        painter.setPen(QColor(colours.on_accent_soft if self.isChecked() else colours.text_muted))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._key)


class Smiley(QWidget):
    """A small face beside a figure. Decorative: the words stand next to it."""

    def __init__(self, value: RatingValue, size: int = theme.ICON_LARGE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_smiley(painter, QRectF(self.rect()), self._value)
        painter.end()
