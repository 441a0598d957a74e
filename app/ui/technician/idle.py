"""Notices keys and pointer in the program's windows, at the windows themselves: nothing is asked again and again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    }
)


class InputWatch(QObject):
    """Calls `noticed` on each key, click, movement and scroll, while it is on. Costs nothing while nothing happens.

    Thread: Qt's.
    """

    def __init__(self, noticed: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._noticed = noticed
        self._on = False

    def set_on(self, on: bool) -> None:
        """Begin or stop noticing."""
        if on == self._on:
            return
        self._on = on
        application = QGuiApplication.instance()
        if not isinstance(application, QGuiApplication):
            return
        if on:
            # A dialog is a window of its own: it is met when it gets the keyboard.
            application.focusWindowChanged.connect(self._watch)
            for window in QGuiApplication.topLevelWindows():
                self._watch(window)
        else:
            application.focusWindowChanged.disconnect(self._watch)
            for window in QGuiApplication.topLevelWindows():
                window.removeEventFilter(self)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time takes the first one away

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._noticed()
        return False
