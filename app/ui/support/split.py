"""A list with the thread of what is chosen: beside it, below it in a narrow window, and in its place where the window is low as well."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from app.ui.screen import UiSettings

NARROW = 820
#: Below this height a narrow window has room for one of the two: half a list and half a thread are neither.
LOW = 470
_LIST_SHARE = 44
_LEAST_LIST, _LEAST_THREAD = 100, 160


class ThreadSplit(QSplitter):
    """See the module. The width the user gave the list is kept.

    Signals:
        turned(alone): from now on there is room for one of the two only, or for both again.
    """

    turned = Signal(bool)

    def __init__(self, first: QWidget, thread: QWidget, settings: UiSettings, name: str, share: int = _LIST_SHARE) -> None:
        """`share`: how much of the width is the list's until somebody says otherwise, in hundredths."""
        super().__init__(Qt.Orientation.Horizontal)
        self._settings, self._key, self._share = settings, f"{name}.list", share
        self._first, self._thread = first, thread
        self._placed = self._opened = self._alone = False
        self._filled = True
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        first.setMinimumSize(280, _LEAST_LIST)
        thread.setMinimumHeight(_LEAST_THREAD)
        self.addWidget(first)
        self.addWidget(thread)
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 3)
        self.splitterMoved.connect(self._keep)

    @property
    def alone(self) -> bool:
        """Whether list and thread take turns."""
        return self._alone

    def set_filled(self, filled: bool) -> None:
        """Whether the thread has anything to show: without, the list has all of a narrow window."""
        self._filled = filled
        if not filled:
            self._opened = False
        self._show_parts()

    def open_thread(self) -> None:
        """The user goes to the thread: it takes the list's place where there is room for one of the two."""
        self._opened = self._filled
        self._show_parts()

    def back(self) -> None:
        """The user goes back to the list."""
        self._opened = False
        self._show_parts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        alone = narrow and self.height() < LOW
        if alone is not self._alone:
            self._alone = alone
            # Side by side nothing was opened: it is the list that somebody chose from.
            self._show_parts()
            self.turned.emit(alone)
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if wanted is not self.orientation() or not self._placed:
            self.setOrientation(wanted)
            self._show_parts()
            self._place()
            self._placed = True

    def _show_parts(self) -> None:
        narrow = self.width() < NARROW
        self._first.setVisible(not (self._alone and self._opened))
        self._thread.setVisible(self._opened if self._alone else self._filled or not narrow)

    def _place(self) -> None:
        if self.orientation() is Qt.Orientation.Horizontal:
            share = max(20, min(70, self._settings.get_int(self._key, self._share)))
            self.setSizes([self.width() * share // 100, self.width() * (100 - share) // 100])
        else:
            self.setSizes([self.height() * 34 // 100, self.height() * 66 // 100])

    def _keep(self) -> None:
        if self.orientation() is Qt.Orientation.Horizontal and (total := sum(int(size) for size in self.sizes())):
            self._settings.set_int(self._key, self.sizes()[0] * 100 // total)
