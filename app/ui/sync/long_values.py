"""Values as long as they come, side by side: a word without an end breaks too, and nothing takes room from its neighbour."""

from __future__ import annotations

import re

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy

from app.domain.text import tr
from app.ui.widgets.basics import TextKind, text_label

#: Says that a line may end here; takes no room.
_BREAK = "\u200b"
#: Characters: from how many on a word may break, and how far apart.
_LONG, _STEP = 20, 12
_WORDS = re.compile(rf"[^ \t\r\n{_BREAK}]{{{_LONG + 1},}}")


def breakable(text: str) -> str:
    """`text`, whose long words may break at the end of a line; what is one character on screen stays one."""
    return _WORDS.sub(lambda found: _broken(found.group()), text)


def _broken(word: str) -> str:
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, word)
    units = word.encode("utf-16-le")  # the finder counts as Qt does
    parts: list[str] = []
    start = 0
    while (place := finder.toNextBoundary()) >= 0:
        if place - start >= _STEP or 2 * place == len(units):
            parts.append(units[2 * start : 2 * place].decode("utf-16-le", "surrogatepass"))
            start = place
    return _BREAK.join(parts) or word


class LongLabel(QLabel):
    """`text_label` with wrapped lines, as wide as its layout makes it; text that is copied is the original."""

    _whole = ""

    def __init__(self, text: str = "", kind: TextKind = "body", *, selectable: bool = False) -> None:
        super().__init__()
        model = text_label("", kind, selectable=selectable)
        self.setTextFormat(model.textFormat())
        self.setTextInteractionFlags(model.textInteractionFlags())
        model.deleteLater()
        self.setWordWrap(True)
        if kind != "body":
            self.setProperty("kind", kind)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.setSizePolicy(policy)
        self.setText(text)

    def text(self) -> str:
        """The whole text as it was given."""
        return self._whole

    def setText(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        shown = breakable(text)
        self.setAccessibleName(text if shown != text else "")
        super().setText(shown)

    def selectedText(self) -> str:
        """What is selected, as it was given."""
        found = super().selectedText()
        return found if _BREAK in self._whole else found.replace(_BREAK, "")

    def copy(self) -> None:
        """Put what is selected on the clipboard; without a selection, all."""
        QGuiApplication.clipboard().setText(self.selectedText().replace("\u2029", "\n") or self._whole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(tr("Copier"), self.copy)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())
