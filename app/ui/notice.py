"""What the window tells without asking: a toast at the bottom, with undo or a way there; a banner at the top for what went wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.domain.text import tr
from app.ui import theme
from app.ui.icons import STATE_ICONS, icon
from app.ui.theme import State
from app.ui.widgets.basics import IconLabel, button, icon_button, text_label

TOAST_MS = 6_000
UNDO_MS = 15_000


class Toast(QFrame):
    """A message over the bottom of `parent`. It waits while the pointer or the focus is on it.

    Signals:
        room_changed(height): what it takes of the bottom of `parent` from now on, 0 once it is gone.
    """

    room_changed = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.setObjectName("toast")
        self._undo: Callable[[], object] | None = None
        self._see: Callable[[], object] | None = None
        self._icon = IconLabel("circle-check", "surface")
        self._label = text_label("")
        self.undo_button = button(tr("Annuler"), self.undo)
        self.undo_button.setToolTip(tr("Annuler (Ctrl+Z)"))
        self.see_button = button(tr("Voir"), self.see)
        close = icon_button("x", tr("Fermer"), self.dismiss)
        close.setIcon(icon("x", "surface"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACE.medium, theme.SPACE.small, theme.SPACE.small, theme.SPACE.small)
        layout.setSpacing(theme.SPACE.small)
        for widget in (self._icon, self._label, self.undo_button, self.see_button, close):
            layout.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._leave)
        parent.installEventFilter(self)
        self.hide()

    def show_message(self, text: str, undo: Callable[[], object] | None = None, see: Callable[[], object] | None = None) -> None:
        """Show `text`; with `undo` and `see`, buttons that call them. A newer message replaces an older one."""
        self._undo, self._see = undo, see
        limit = max(200, self._host.width() - 260)
        self._label.setText(self._label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, limit))
        self._label.setToolTip(text)
        # A tick says that something is done; what there is to see still waits for somebody.
        self._icon.set_icon("circle-check" if see is None else "info", "surface")
        self.undo_button.setVisible(undo is not None)
        self.see_button.setVisible(see is not None)
        self.setAccessibleName(text)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self.room_changed.emit(self.height() + 2 * theme.SPACE.small)
        announce(self)
        self._timer.start(TOAST_MS if undo is None and see is None else UNDO_MS)

    @property
    def text(self) -> str:
        """The message shown; empty when there is none."""
        return "" if self.isHidden() else self.accessibleName()

    @property
    def can_undo(self) -> bool:
        """Whether `undo` would do something."""
        return not self.isHidden() and self._undo is not None

    def undo(self) -> None:
        """Take back what the message tells."""
        undo = self._undo if self.can_undo else None
        self.dismiss()
        if undo is not None:
            undo()

    def see(self) -> None:
        """Go to what the message is about."""
        see = self._see
        self.dismiss()
        if see is not None:
            see()

    def dismiss(self) -> None:
        """Hide the message; what it told can no longer be taken back here."""
        self._undo = self._see = None
        self._timer.stop()
        self.hide()
        self.room_changed.emit(0)

    def _leave(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.window().focusWidget() or self.window()):
            self._timer.start(TOAST_MS)
        else:
            self.dismiss()

    def _place(self) -> None:
        self.move((self._host.width() - self.width()) // 2, self._host.height() - self.height() - theme.SPACE.small)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)


def announce(widget: QWidget) -> None:
    """Have a screen reader say the name of `widget` now."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


class Banner(QFrame):
    """A message above the screen that stays until it is closed: an error, a warning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._icon = IconLabel("octagon-alert", "danger")
        self._label = text_label("", wrap=True, selectable=True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.close_button = icon_button("x", tr("Fermer le message"), self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACE.large, theme.SPACE.tiny, theme.SPACE.small, theme.SPACE.tiny)
        layout.setSpacing(theme.SPACE.small)
        layout.addWidget(self._icon)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.close_button)
        self.hide()

    def show_message(self, text: str, state: State = "danger") -> None:
        """Show `text` until closed."""
        self._icon.set_icon(STATE_ICONS[state], state)
        self._label.setText(text)
        self.setProperty("state", state)
        theme.restyle(self)
        theme.restyle(self._label)
        self.setAccessibleName(text)
        self.show()
        announce(self)

    @property
    def text(self) -> str:
        """The message shown; empty when there is none."""
        return "" if self.isHidden() else self._label.text()

    def dismiss(self) -> None:
        """Hide the message."""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
