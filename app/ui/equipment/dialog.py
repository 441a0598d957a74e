"""The frame of the dialogs: a scrolled content, one line for what went wrong, save and cancel, and a question before input is lost."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.text import tr
from app.ui import theme
from app.ui.widgets import ConfirmBar, Form, FormField, IconLabel, button, line, row, scrolled, text_label

LARGEST = QSize(1280, 720)
MARGIN = QSize(48, 48)


class RecordDialog(QDialog):
    """Enter saves (Ctrl+Enter inside a text of several lines), Escape leaves; after changes it asks first.

    Subclasses fill `content` and override `submit`; they call `accept` once the work is done.

    Attributes:
        content: the layout to fill.
        save_button: the main button.
        can_stop: whether « Annuler » stops the work while it is done; where it cannot, it rests until the result is known.
    """

    can_stop = False

    def __init__(self, title: str, save: str, parent: QWidget, *, lead: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dirty = False
        self._left: QWidget | None = None
        self._page = QWidget()
        self.content = QVBoxLayout(self._page)
        self.content.setContentsMargins(theme.SPACE.large, theme.SPACE.tiny, theme.SPACE.large, theme.SPACE.large)
        self._area = scrolled(self._page)
        self._title = text_label(title, "heading", wrap=True)
        self._lead = text_label(lead, "muted", wrap=True)
        self._lead.setVisible(bool(lead))
        self._wrong = _Wrong()
        self._working = False
        self._busy = text_label(tr("Enregistrement…"), "muted")
        self._busy.hide()
        self._confirm = ConfirmBar()
        self._confirm.dismissed.connect(self._stay)
        self.save_button = button(save, self.try_submit, kind="primary")
        self.save_button.setDefault(True)
        self.cancel_button = button(tr("Annuler"), self.reject)
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, self.try_submit)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(theme.SPACE.large, theme.SPACE.medium, theme.SPACE.large, theme.SPACE.small)
        head.setSpacing(theme.SPACE.tiny)
        head.addWidget(self._title)
        head.addWidget(self._lead)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.SPACE.large, theme.SPACE.small, theme.SPACE.large, theme.SPACE.medium)
        foot.setSpacing(theme.SPACE.small)
        foot.addWidget(self._wrong)
        foot.addWidget(self._confirm)
        foot.addLayout(row(self._busy, None, self.cancel_button, self.save_button))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._area, 1)
        whole.addWidget(line())
        whole.addLayout(foot)

    def submit(self) -> None:
        """Read the fields and start the work; called by Enter and the main button."""
        raise NotImplementedError

    def try_submit(self) -> None:
        """`submit`, unless it is under way."""
        if self.save_button.isEnabled():
            self._confirm.hide()
            self._wrong.hide()
            self.submit()
            self._grow_soon()

    def set_busy(self, busy: bool) -> None:
        """While the work is done the main button rests, and words say so; there is no way out before its result is known."""
        self._working = busy
        self.save_button.setEnabled(not busy)
        self.cancel_button.setEnabled(not busy or self.can_stop)
        self._busy.setText(self.busy_words()[0])
        self._busy.setVisible(busy)

    def busy_words(self) -> tuple[str, str]:
        """What is said while the work is done, and to somebody who wants to leave meanwhile."""
        return tr("Enregistrement…"), tr("Enregistrement en cours\u00a0: la fenêtre se ferme dès que c’est fait.")

    def tell_busy(self, text: str) -> None:
        """Say how far the work is."""
        self._busy.setText(text)

    # Refusals ----------------------------------------------------------------------------------------------------------------------

    def refused(self, error: UserError, form: Form | None = None) -> None:
        """The work was refused: say it at the field, or below all of them; everything typed stays."""
        self.set_busy(False)
        if form is None or not form.show_error(error):
            self.tell_wrong(error.text.render())
        self._grow_soon()

    def tell_wrong(self, text: str) -> None:
        """Say below the fields what is wrong."""
        self._wrong.tell(text)
        self._grow_soon()

    @property
    def wrong(self) -> str:
        """What is told to be wrong below the fields; empty when nothing is."""
        return self._wrong.text

    # Leaving -----------------------------------------------------------------------------------------------------------------------

    @property
    def dirty(self) -> bool:
        """Whether leaving would lose something typed."""
        return self._dirty

    def mark_dirty(self) -> None:
        """Something was typed."""
        self._dirty = True

    @property
    def asks(self) -> bool:
        """Whether the dialog asks what to do with unsaved input."""
        return not self._confirm.isHidden()

    def reject(self) -> None:
        """Leave; with unsaved input, ask first. Escape again goes back to the fields. Work under way is waited for."""
        if self._working:
            self.tell_busy(self.busy_words()[1])
        elif not self._dirty:
            super().reject()
        elif not self.asks:
            self._left = self.focusWidget()
            self._confirm.ask_to_leave(*self.unsaved_words(), self.abandon)
            self._grow_soon()
        else:
            self._confirm.dismiss()

    def unsaved_words(self) -> tuple[str, str]:
        """What is asked before input is lost, and the button that loses it."""
        return tr("Vos modifications ne sont pas enregistrées."), tr("Abandonner les modifications")

    def abandon(self) -> None:
        """Leave without saving."""
        if not self._working:
            self._dirty = False
            super().reject()

    def _stay(self) -> None:
        if self._left is not None:
            self._left.setFocus()

    # Size --------------------------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Large enough for the content, never larger than the window it stands on."""
        natural, area, inner = super().sizeHint(), self._area.sizeHint(), self._page.sizeHint()
        width = max(natural.width(), self.minimumWidth(), inner.width() + 16)
        needed = self.content.heightForWidth(width - 2) if self.content.hasHeightForWidth() else inner.height()
        wanted = QSize(width, natural.height() - area.height() + needed + 4)
        host = self.parentWidget()
        return wanted.boundedTo((host.window().size() if host is not None else LARGEST) - MARGIN)

    def showEvent(self, event: QShowEvent) -> None:
        # Qt opens a dialog no larger than two thirds of the screen; what is to be filled in should be in sight.
        self.resize(self.sizeHint())
        super().showEvent(event)

    def _grow_soon(self) -> None:
        # Once the layouts know what was added.
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        """What is said below a field or below all of them takes nothing from the fields, as long as there is room on the screen."""
        wanted = self.sizeHint().height()
        free = self.screen().availableGeometry()
        if self.isVisible() and wanted > self.height():
            self.resize(self.width(), min(wanted, max(self.height(), free.height() - MARGIN.height())))
            self.move(self.x(), max(free.top(), min(self.y(), free.bottom() - self.frameGeometry().height() + 1)))
        field: QWidget | None = self.focusWidget()
        while field is not None and field is not self._page and not isinstance(field, FormField):
            field = field.parentWidget()
        if isinstance(field, FormField):
            self._area.ensureWidgetVisible(field, 0, theme.SPACE.small)


class _Wrong(QFrame):
    """What was refused and what to do, with an icon."""

    def __init__(self) -> None:
        super().__init__()
        self._label = text_label("", "error", wrap=True, selectable=True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setLayout(row(IconLabel("circle-alert", "danger"), self._label))
        self.hide()

    def tell(self, text: str) -> None:
        self._label.setText(text)
        self.setAccessibleName(text)
        self.show()

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._label.text()
