"""A message of the operating system's own, for when nobody looks at the window. Where the system shows none, nothing happens.

Qt shows it through an icon beside the clock: that icon is there only as long as the message is unread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from app.ui.icons import icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSystemTrayIcon


class SystemNotification(QObject):
    """See the module. Thread: Qt's."""

    def __init__(self, clicked: Callable[[], object], parent: QObject | None = None) -> None:
        """`clicked` is called when the user follows the message."""
        super().__init__(parent)
        self._clicked = clicked
        self._tray: QSystemTrayIcon | None = None

    @staticmethod
    def possible() -> bool:
        """Whether this system shows messages."""
        from PySide6.QtWidgets import QSystemTrayIcon

        return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()

    def show(self, title: str, text: str) -> bool:
        """Show a message, unless the window is in front already or the system shows none; whether it was shown."""
        if QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive or not self.possible():
            return False
        from PySide6.QtWidgets import QApplication, QSystemTrayIcon

        if self._tray is None:
            self._tray = QSystemTrayIcon(icon("monitor-check", "accent"), self)
            self._tray.setToolTip("Parclair")
            self._tray.messageClicked.connect(self._follow)
            self._tray.activated.connect(lambda _: self._follow())
            application = QGuiApplication.instance()
            if isinstance(application, QApplication):
                application.applicationStateChanged.connect(self._state_changed)
        self._tray.show()
        self._tray.showMessage(title, text, QSystemTrayIcon.MessageIcon.Warning)
        return True

    def _follow(self) -> None:
        self._hide()
        self._clicked()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._hide()

    def _hide(self) -> None:
        if self._tray is not None:
            self._tray.hide()
