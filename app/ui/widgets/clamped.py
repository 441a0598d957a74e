"""A text of a few lines at most: what somebody typed may be as long as a letter, and stands in a title."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.ui.widgets.basics import TextKind, text_label

_LEAST = 120


def clamped_lines(text: str, font: QFont, width: int, most: int) -> list[str]:
    """`text` in lines of at most `width` pixels; what does not fit in `most` lines ends in “…”."""
    layout = QTextLayout(" ".join(text.split()), font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        starts.append(line.textStart())
    layout.endLayout()
    whole = layout.text()
    ends = [*starts[1:], len(whole)]
    lines = [whole[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    if len(lines) <= most:
        return lines
    rest = whole[starts[most - 1] :].strip()
    return [*lines[: most - 1], QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


class ClampedLabel(QLabel):
    """`text_label` with wrapped lines, but never more than `most`; the tool tip then has the whole, and so have screen readers."""

    _whole = ""

    def __init__(self, text: str = "", kind: TextKind = "body", *, most: int = 2, selectable: bool = False) -> None:
        super().__init__()
        self._most = most
        model = text_label("", kind, selectable=selectable)
        self.setTextFormat(model.textFormat())
        self.setTextInteractionFlags(model.textInteractionFlags())
        if kind != "body":
            self.setProperty("kind", kind)
        model.deleteLater()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def text(self) -> str:
        """The whole text, shown or not."""
        return self._whole

    def setText(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._cut()
        self.updateGeometry()

    def shown_lines(self) -> list[str]:
        """What is in sight."""
        return super().text().split("\n") if super().text() else []

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self.ensurePolished()
        return max(1, len(clamped_lines(self._whole, self.font(), width, self._most))) * self.fontMetrics().lineSpacing() + 2

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        width = min(self.fontMetrics().horizontalAdvance(self._whole) + 4, 480)
        return QSize(width, self.heightForWidth(max(width, _LEAST)))

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(_LEAST, self.heightForWidth(max(self.width(), _LEAST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._cut()
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._cut()

    def _cut(self) -> None:
        shown = clamped_lines(self._whole, self.font(), self.contentsRect().width(), self._most)
        words = "\n".join(shown)
        if words != super().text():
            super().setText(words)
        self.setToolTip(self._whole if words.replace("\n", " ") != " ".join(self._whole.split()) else "")
