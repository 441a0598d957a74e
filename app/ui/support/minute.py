"""Times that move: woken at the next whole minute while somebody looks at them, and never otherwise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget


class MinuteTick(QObject):
    """`ticked` fires once a minute while `host` is on screen and `wanted()` says that something moves.

    It is one timer that fires once and is set again: hidden, minimised or with nothing to show it is not even set.
    Thread: Qt's.
    """

    ticked = Signal()

    def __init__(self, host: QWidget, now: Callable[[], datetime], wanted: Callable[[], bool]) -> None:
        super().__init__(host)
        self._host, self._now, self._wanted = host, now, wanted
        self._window: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._tick)
        host.installEventFilter(self)

    @property
    def running(self) -> bool:
        """Whether it will wake up by itself."""
        return self._timer.isActive()

    def settle(self) -> None:
        """What is shown changed: wake up at the next minute, or not at all."""
        if not self._looked_at() or not self._wanted():
            self._timer.stop()
        elif not self._timer.isActive():
            now = self._now()
            # A little after the minute, so that it is over when the texts are made.
            self._timer.start(60_050 - (now.second * 1000 + now.microsecond // 1000))

    def _looked_at(self) -> bool:
        return self._host.isVisible() and not self._host.window().isMinimized()

    def _tick(self) -> None:
        if self._looked_at() and self._wanted():
            self.ticked.emit()
        self.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._host and kind == QEvent.Type.Show:
            self._follow(self._host.window())
            self._shown()
        elif watched is self._host and kind == QEvent.Type.Hide:
            self._timer.stop()
        elif watched is self._window and kind == QEvent.Type.WindowStateChange:
            self._shown()
        return super().eventFilter(watched, event)

    def _follow(self, window: QWidget) -> None:
        if window is not self._window and window is not self._host:
            if self._window is not None:
                self._window.removeEventFilter(self)
            self._window = window
            window.installEventFilter(self)

    def _shown(self) -> None:
        if self._looked_at() and self._wanted():
            self.ticked.emit()  # what stood there while nobody looked may be old
        self.settle()
