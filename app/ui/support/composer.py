"""A message to add to a request, with files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from app.domain.text import tr
from app.ui import theme
from app.ui.screen import ScreenContext
from app.ui.support.attachments import AttachmentStrip
from app.ui.support.prepared_files import Prepared
from app.ui.widgets import button, column, row

HIGH, LOW = 52, 30


class Composer(QFrame):
    """`sent()` on Ctrl+Enter and on the button; `clear` once it is kept: nothing typed is lost when that fails."""

    sent = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Message"))
        self.text.setPlaceholderText(tr("Ajouter un message, une précision, une capture…"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(HIGH)
        self.text.installEventFilter(self)
        self._busy = False
        self.strip = AttachmentStrip(context, small=True)
        self.send_button = button(tr("Aj&outer"), self.send, icon_name="send", tip=tr("Ajouter à la demande (Ctrl+Entrée)"))
        layout = column(spacing=theme.SPACE.tiny)
        layout.addWidget(self.text)
        below = row()
        below.addWidget(self.strip, 1)
        below.addWidget(self.send_button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(below)
        self.setLayout(layout)
        self.strip.listen_on(self)
        self.text.textChanged.connect(self._settle)
        self.strip.changed.connect(self._settle)
        self._settle()

    def set_compact(self, compact: bool) -> None:
        """One line to type in, where the window is low."""
        self.text.setFixedHeight(LOW if compact else HIGH)

    @property
    def message(self) -> str:
        """What was typed."""
        return self.text.toPlainText().strip()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to send."""
        return not self.message and not self.strip.items

    def clear(self) -> None:
        """Start afresh."""
        self.text.clear()
        self.strip.clear()

    def show_draft(self, text: str, items: Sequence[Prepared], wrong: str, place: object) -> None:
        """Show what was begun for the request `place`, and why it was refused when it was."""
        self.text.setPlainText(text)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.strip.show_items(items, place)
        self.strip.tell_wrong(wrong)

    def set_busy(self, busy: bool) -> None:
        """While it is being kept, nothing is added to it."""
        self._busy = busy
        self.text.setReadOnly(busy)
        self.strip.setEnabled(not busy)
        self._settle()

    def send(self) -> None:
        """Ask for it to be kept; once."""
        if self.strip.reading:
            self.strip.tell_wrong(tr("Un fichier est encore en cours de lecture\u00a0: un instant."))
        elif not self.is_empty and not self._busy:
            self.sent.emit()

    def _settle(self) -> None:
        self.send_button.setEnabled(not self.is_empty and not self._busy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.text and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.send()
                return True
        return super().eventFilter(watched, event)
