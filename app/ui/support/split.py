"""A list with the thread of what is chosen: beside it, or below it in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from app.ui.screen import UiSettings

NARROW = 820
_LIST_SHARE = 44


class ThreadSplit(QSplitter):
    """See the module. The width the user gave the list is kept."""

    def __init__(self, first: QWidget, thread: QWidget, settings: UiSettings, name: str, share: int = _LIST_SHARE) -> None:
        """`share`: how much of the width is the list's until somebody says otherwise, in hundredths."""
        super().__init__(Qt.Orientation.Horizontal)
        self._settings, self._key, self._share = settings, f"{name}.list", share
        self._placed = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        first.setMinimumSize(280, 100)
        thread.setMinimumHeight(160)
        self.addWidget(first)
        self.addWidget(thread)
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 3)
        self.splitterMoved.connect(self._keep)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = Qt.Orientation.Vertical if self.width() < NARROW else Qt.Orientation.Horizontal
        if wanted is not self.orientation() or not self._placed:
            self.setOrientation(wanted)
            self._place()
            self._placed = True

    def _place(self) -> None:
        if self.orientation() is Qt.Orientation.Horizontal:
            share = max(20, min(70, self._settings.get_int(self._key, self._share)))
            self.setSizes([self.width() * share // 100, self.width() * (100 - share) // 100])
        else:
            self.setSizes([self.height() * 28 // 100, self.height() * 72 // 100])

    def _keep(self) -> None:
        if self.orientation() is Qt.Orientation.Horizontal and (total := sum(int(size) for size in self.sizes())):
            self._settings.set_int(self._key, self.sizes()[0] * 100 // total)
