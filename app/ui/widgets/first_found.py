"""Enter in a search field above a list that a worker fills. Thread: Qt's."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class FirstFound(QObject):
    """Enter takes the first thing found for the text in the field, never for an older one: a scanner is faster than any search.

    Until the answer to that text is there, it waits; another text, a choice or leaving the field ends the waiting. The dialog around it does
    not hear the key: it would press its main button.
    """

    def __init__(self, search: QLineEdit, take: Callable[[], object], wait: Callable[[], object]) -> None:
        """`take()` chooses from the list; `wait()` says that the search goes on."""
        super().__init__(search)
        self._search, self._take, self._wait = search, take, wait
        self._answered: str | None = None
        self._waiting: str | None = None
        search.installEventFilter(self)

    @property
    def text(self) -> str:
        """What is searched for now."""
        return self._search.text().strip()

    @property
    def answers(self) -> bool:
        """Whether what is shown was found for the text in the field."""
        return self._answered == self.text

    @property
    def waiting(self) -> bool:
        """Whether Enter was pressed and what it takes is not known yet."""
        return self._waiting is not None

    def forget(self) -> None:
        """Something else was typed or chosen: Enter was meant for what was there before."""
        self._waiting = None

    def answered(self, text: str) -> None:
        """The list now shows what was found for `text`."""
        self._answered = text
        if self._waiting is not None and self._waiting == text:
            self._waiting = None
            self._take()

    def failed(self) -> None:
        """There is no answer; the list shows an older one."""
        self._answered = self._waiting = None

    def enter(self) -> None:
        """Take the first, now or once it is known."""
        if self.answers:
            self._take()
        else:
            self._waiting = self.text
            self._wait()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.forget()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.enter()
                return True
        return super().eventFilter(watched, event)
