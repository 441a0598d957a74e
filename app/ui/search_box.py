"""The search across everything (Ctrl+K): a field, and a list grouped by kind below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.text import tr
from app.ui.icons import icon
from app.ui.screen import Route
from app.ui.search_kinds import KINDS
from app.ui.widgets.first_found import FirstFound

if TYPE_CHECKING:
    from app.domain.values.office import SearchHit
    from app.ui.search_popup import SearchPopup

POPUP_WIDTH = 560


class SearchBox(QLineEdit):
    """Type, go down, Enter: it opens what was found for the text in the field, once that is known. `asked` carries each new text; `chosen` a `Route`."""

    asked = Signal(str)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Rechercher partout (Ctrl+K)"))
        self.setAccessibleName(tr("Rechercher partout"))
        self.setClearButtonEnabled(True)
        self.addAction(icon("search", "text_muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMaximumWidth(460)
        self.setMinimumWidth(180)
        self._popup: SearchPopup | None = None
        self._before: QWidget | None = None
        self._first = FirstFound(self, self._take, lambda: None)
        self.textChanged.connect(self._text_changed)

    def begin(self) -> None:
        """Take the focus, all text selected (Ctrl+K)."""
        focus = self.window().focusWidget()
        if focus is not self:
            self._before = focus
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def show_hits(self, text: str, hits: Sequence[SearchHit]) -> None:
        """Answer `asked(text)`; ignored when the text has changed since or the focus went elsewhere."""
        if text != self.text().strip() or not text or self.window().focusWidget() is not self:
            return
        self.popup.show_hits(text, hits)
        self._place()
        self.popup.show()
        self.popup.raise_()
        self._first.answered(text)

    @property
    def popup(self) -> SearchPopup:
        """The list of answers, made when first needed."""
        if self._popup is None:
            from app.ui.search_popup import SearchPopup

            self._popup = SearchPopup(self.window(), self._choose)
            self.window().installEventFilter(self)
        return self._popup

    def _take(self) -> None:
        if self.text().strip():
            self.popup.choose_current()

    def _text_changed(self, text: str) -> None:
        self._first.forget()
        if text.strip():
            self.asked.emit(text.strip())
        else:
            self._hide_popup()

    def _choose(self, hit: SearchHit) -> None:
        self._hide_popup()
        self.clear()
        _, _, screen, action = KINDS[hit.kind]
        self.chosen.emit(Route(screen, hit.id, action))

    def _hide_popup(self) -> None:
        self._first.failed()
        if self._popup is not None:
            self._popup.hide()

    def _place(self) -> None:
        window = self.window()
        corner = self.mapTo(window, QPoint(0, self.height() + 4))
        width = min(max(POPUP_WIDTH, self.width()), window.width() - corner.x() - 8)
        height = min(self.popup.wanted_height(), window.height() - corner.y() - 16)
        self.popup.setGeometry(QRect(corner, QSize(width, height)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        shown = self._popup is not None and not self._popup.isHidden()
        if shown and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if self._first.answers:  # an older list is about to be replaced: a line chosen in it would be another one
                self.popup.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self.text():
            self.clear()
        elif self._before is not None:
            self._before.setFocus()
            self._before = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.text().strip():
            self.asked.emit(self.text().strip())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hide_popup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._popup is not None and not self._popup.isHidden():
            self._place()
        return super().eventFilter(watched, event)
