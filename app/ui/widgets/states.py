"""How a screen says what is going on: a state with its word, nothing here yet, something failed, work in progress."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QStackedWidget, QWidget

from app.domain.errors import UserError
from app.domain.text import tr
from app.ui import theme
from app.ui.icons import STATE_ICONS, icon
from app.ui.tasks import Progress, TaskHandle
from app.ui.theme import State
from app.ui.widgets.basics import ButtonKind, IconLabel, TextKind, button, column, row, text_label


class StateBadge(QWidget):
    """A state: icon and word on its soft colour. Never colour alone."""

    def __init__(self, state: State, text: str, icon_name: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(state, text, icon_name)

    def set_state(self, state: State, text: str, icon_name: str | None = None) -> None:
        """Show another state."""
        self._state, self._text = state, text
        self._icon = icon(icon_name or STATE_ICONS[state], state)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """The word shown."""
        return self._text

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 14 + 22, max(metrics.height() + 4, 20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current().state(self._state)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.soft))
        painter.drawRoundedRect(self.rect(), 4, 4)
        side = 14
        self._icon.paint(painter, 6, (self.height() - side) // 2, side, side)
        painter.setPen(QColor(colours.text))
        painter.drawText(self.rect().adjusted(25, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text)
        painter.end()


class EmptyState(QWidget):
    """Nothing to show, and what to do about it."""

    def __init__(
        self,
        title: str,
        hint: str = "",
        *,
        icon_name: str = "inbox",
        action: str | None = None,
        on_action: Callable[[], object] | None = None,
        action_icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{title}. {hint}")
        layout = column(None, spacing=theme.SPACE.small, margin=theme.SPACE.large)
        layout.addWidget(IconLabel(icon_name, "text_muted", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(_centred(title, "subheading"))
        if hint:
            layout.addWidget(_centred(hint, "muted"))
        self.button = None
        if action is not None:
            self.button = button(action, on_action, kind="primary", icon_name=action_icon)
            layout.addSpacing(theme.SPACE.tiny)
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self.setLayout(layout)


class ErrorState(QWidget):
    """Something failed: what happened, what was kept, what to do, and the buttons to do it."""

    def __init__(self, title: str, text: str, *actions: tuple[str, Callable[[], object]], parent: QWidget | None = None) -> None:
        """`actions`: texts and what they do; the first is the main one."""
        super().__init__(parent)
        self.setAccessibleName(f"{title}. {text}")
        layout = column(None, spacing=theme.SPACE.small, margin=theme.SPACE.huge)
        layout.addWidget(IconLabel("octagon-alert", "danger", 36), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(_centred(title, "subheading"))
        layout.addWidget(_centred(text, "body"))
        layout.addSpacing(theme.SPACE.small)
        buttons = row(None)
        self.buttons = []
        for number, (label, on_click) in enumerate(actions):
            kind: ButtonKind = "normal" if number else "primary"
            self.buttons.append(button(label, on_click, kind=kind))
            buttons.addWidget(self.buttons[-1])
        buttons.addStretch(1)
        layout.addLayout(buttons)
        layout.addStretch(2)
        self.setLayout(layout)

    @classmethod
    def of(cls, error: UserError, retry: Callable[[], object] | None = None) -> ErrorState:
        """The state for `error`, with a button that tries again."""
        actions = ((tr("Réessayer"), retry),) if retry is not None else ()
        return cls(tr("L’opération n’a pas abouti"), error.text.render(), *actions)


class Busy(QWidget):
    """Work in progress: what is being done, how far it is, and a button to give up. Still: nothing moves by itself.

    `cancelled` fires when the user gave up.
    """

    cancelled = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._handle: TaskHandle | None = None
        self._label = text_label(text or tr("Chargement…"), "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(320)
        self._bar.hide()
        self._cancel = button(tr("Annuler"), self._give_up)
        self._cancel.hide()
        self.setLayout(row(self._label, self._bar, self._cancel, None))
        self.setAccessibleName(self._label.text())

    def watch(self, handle: TaskHandle, text: str = "") -> None:
        """Show the task of `handle`, which can be cancelled."""
        self._handle = handle
        if text:
            self.set_text(text)
        self._cancel.show()
        self._cancel.setEnabled(True)

    def set_text(self, text: str) -> None:
        """Say what is being done."""
        self._label.setText(text)
        self.setAccessibleName(text)

    def set_progress(self, progress: Progress) -> None:
        """Give this to `tasks.run(progress=…)`."""
        self._bar.setVisible(progress.total > 0)
        self._bar.setMaximum(max(1, progress.total))
        self._bar.setValue(progress.done)
        if progress.text:
            self.set_text(progress.text)

    def _give_up(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
        self._cancel.setEnabled(False)
        self.set_text(tr("Annulé"))
        self.cancelled.emit()


def _centred(text: str, kind: TextKind) -> QWidget:
    label = text_label(text, kind, wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setMaximumWidth(560)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    holder = QWidget()
    line = row(None, label, None)
    # The label takes what there is up to its largest width; the space beside it takes only the rest.
    line.setStretchFactor(label, 1000)
    holder.setLayout(line)
    return holder


def cover_stack(stack: QStackedWidget, widget: QWidget | None) -> None:
    """Show `widget` in place of the stack's first page, or that page again; what covered it before is deleted."""
    while stack.count() > 1:
        old = stack.widget(1)
        if old is not None:
            stack.removeWidget(old)
            old.deleteLater()
    if widget is not None:
        stack.addWidget(widget)
        stack.setCurrentWidget(widget)
