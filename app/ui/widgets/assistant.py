"""A task in steps: the steps at the left, one page at a time, and no way past a page that is not right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QPushButton, QSizePolicy, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.text import tr
from app.ui import theme
from app.ui.widgets.basics import IconLabel, button, column, line, row, scrolled, text_label
from app.ui.widgets.panels import ConfirmBar

NARROW = 860


class AssistantStep(QWidget):
    """One page. Subclass it, or use it as it is and fill `body`.

    Attributes:
        title: in the list of steps.
        lead: one sentence at the top of the page that says what to do.
    """

    completeness_changed = Signal()

    def __init__(self, title: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.lead = title, lead
        self.body = column(spacing=theme.SPACE.medium)
        self.setLayout(self.body)

    def enter(self) -> None:
        """The page is about to be shown: fill it from the earlier ones."""

    def validate(self) -> bool:
        """Whether the user may go on; show what is wrong next to the fields."""
        return True

    def is_skipped(self) -> bool:
        """Whether this step has nothing to ask now."""
        return False


class AssistantDialog(QDialog):
    """Runs the steps; Alt+Left and Alt+Right move between pages, Ctrl+Enter goes on.

    `finish()` is called by the last page's button; override it, start the work there, and call `accept()` when it is done.

    Attributes:
        guarded: whether leaving asks before what was filled in is lost, and waits while `finish` is at work.
    """

    guarded = False

    def __init__(self, title: str, steps: Sequence[AssistantStep], finish_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(QSize(880, 560))
        self.setSizeGripEnabled(True)
        self.steps = list(steps)
        self._finish_text = finish_text or tr("Terminer")
        self._index = self._furthest = -1
        self._finishing = self._working = False
        self._left: QWidget | None = None
        self._confirm = ConfirmBar()
        self._confirm.dismissed.connect(self._stay)
        self._heading = text_label("", "subheading")
        self._lead = text_label("", "muted", wrap=True)
        self._pages = QStackedWidget()
        for step in self.steps:
            self._pages.addWidget(scrolled(_padded(step)))
        self._error = text_label("", "error", wrap=True)
        self._error_icon = IconLabel("circle-alert", "danger")
        self._status = text_label("", "muted")
        self._back = button(tr("Précédent"), self.back, shortcut="Alt+Left", icon_name="chevron-left")
        self._next = button(tr("Suivant"), self.go_on, kind="primary", shortcut="Alt+Right")
        self._next.setDefault(True)
        self._cancel = button(tr("Annuler"), self.reject)
        self._build(title)
        self.show_error(None)

    def _build(self, title: str) -> None:
        side = self._side = QFrame()
        side.setObjectName("steps")
        side.setFixedWidth(208)
        side.setAccessibleName(tr("Étapes"))
        # A contract's number is not to be cut in two at one of its hyphens.
        names = column(
            text_label(title.replace("-", "\u2011"), "strong", wrap=True),
            theme.SPACE.small,
            spacing=theme.SPACE.tiny,
            margin=theme.SPACE.large,
        )
        self._entries = [_StepEntry(number + 1, step.title) for number, step in enumerate(self.steps)]
        for entry in self._entries:
            names.addWidget(entry)
        names.addStretch(1)
        side.setLayout(names)
        bottom = row(self._status, None, self._cancel, self._back, self._next)
        bottom.setContentsMargins(theme.SPACE.huge, theme.SPACE.medium, theme.SPACE.huge, theme.SPACE.medium)
        problem = row(self._error_icon)
        problem.addWidget(self._error, 1)
        head = column(self._heading, self._lead, spacing=theme.SPACE.tiny)
        head.addLayout(problem)
        head.setContentsMargins(theme.SPACE.huge, theme.SPACE.large, theme.SPACE.huge, theme.SPACE.small)
        main = QVBoxLayout()
        main.setSpacing(0)
        # As a layout, the head would take a share of the free height: its lines would move from step to step.
        top = QWidget()
        top.setLayout(head)
        main.addWidget(top)
        main.addWidget(self._pages, 1)
        main.addWidget(line())
        main.addWidget(self._confirm)
        main.addLayout(bottom)
        whole = row(side, spacing=0)
        whole.addLayout(main, 1)
        self.setLayout(whole)

    def showEvent(self, event: QShowEvent) -> None:
        if self._index < 0:
            within_screen(self)
        super().showEvent(event)
        if self._index < 0:
            self._go(self._following(-1, 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow dialog the list of steps makes room for the page."""
        super().resizeEvent(event)
        self._side.setVisible(self.width() >= NARROW)
        self._tell_step()

    def _tell_step(self) -> None:
        step, here = self.current.title, max(0, self._index) + 1
        listed = self.width() >= NARROW
        self._heading.setText(step if listed else tr("{step} ({n} sur {total})", step=step, n=here, total=len(self.steps)))

    @property
    def current(self) -> AssistantStep:
        """The step on screen."""
        return self.steps[max(0, self._index)]

    def back(self) -> None:
        """To the page before."""
        before = self._following(self._index, -1)
        if before >= 0:
            self._go(before)

    def go_on(self) -> None:
        """To the next page, or to the end, if this page is right."""
        self.show_error(None)
        self._confirm.hide()
        if not self.current.validate():
            return
        after = self._following(self._index, 1)
        if after < len(self.steps):
            self._go(after)
        else:
            self._finishing = True
            self.finish()

    def finish(self) -> None:
        """The last page was accepted."""
        self.accept()

    # Leaving -----------------------------------------------------------------------------------------------------------------------

    def has_input(self) -> bool:
        """Whether leaving loses something: a page was filled in, for there is no way past one that is not."""
        return self._furthest > self._following(-1, 1)

    def unsaved_words(self) -> tuple[str, str]:
        """What is asked before input is lost, and the button that loses it."""
        return tr("Rien n’est encore enregistré."), tr("Abandonner la saisie")

    def waiting_words(self) -> str:
        """What is said to somebody who wants to leave while the work is done."""
        return tr("Enregistrement en cours\u00a0: la fenêtre se ferme dès que c’est fait.")

    @property
    def asks(self) -> bool:
        """Whether the dialog asks what to do with unsaved input."""
        return not self._confirm.isHidden()

    def reject(self) -> None:
        """Leave; where it is `guarded`, ask first when something would be lost. Escape again goes back to the page."""
        if self.guarded and self._finishing and self._working:
            self._status.setText(self.waiting_words())
        elif not self.guarded or not self.has_input():
            super().reject()
        elif not self.asks:
            self._left = self.focusWidget()
            self._confirm.ask_to_leave(*self.unsaved_words(), self.abandon)
        else:
            self._confirm.dismiss()

    def abandon(self) -> None:
        """Leave, whatever was filled in."""
        super().reject()

    def _stay(self) -> None:
        if self._left is not None:
            self._left.setFocus()

    def show_error(self, error: UserError | None) -> None:
        """Say above the page what was refused; `None` takes it away."""
        text = "" if error is None else error.text.render()
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self._error_icon.setVisible(bool(text))

    def set_busy(self, text: str | None) -> None:
        """While work runs: `text` below the page, buttons off. `None` ends it."""
        self._status.setText(text or "")
        self._working = text is not None
        self._finishing = self._finishing and self._working
        self._cancel.setEnabled(not (self.guarded and self._finishing))
        for widget in (self._back, self._next, self._pages):
            widget.setEnabled(text is None)
        if text is None:
            self._update_buttons()

    def _following(self, index: int, direction: int) -> int:
        index += direction
        while 0 <= index < len(self.steps) and self.steps[index].is_skipped():
            index += direction
        return index

    def _go(self, index: int) -> None:
        self._index = index
        self._furthest = max(self._furthest, index)
        step = self.steps[index]
        self.show_error(None)
        step.enter()
        self._tell_step()
        self._lead.setText(step.lead)
        self._lead.setVisible(bool(step.lead))
        self._pages.setCurrentIndex(index)
        for number, entry in enumerate(self._entries):
            entry.set_state("done" if number < index else "current" if number == index else "todo")
        self._update_buttons()
        first = _first_editor(step)
        (first or self._next).setFocus()

    def _update_buttons(self) -> None:
        self._back.setEnabled(self._following(self._index, -1) >= 0)
        last = self._following(self._index, 1) >= len(self.steps)
        self._next.setText(self._finish_text if last else tr("Suivant"))
        self._next.setShortcut("Alt+Right")  # a new text takes the keys away
        self._next.setAccessibleName(self._next.text())


class _StepEntry(QWidget):
    def __init__(self, number: int, title: str) -> None:
        super().__init__()
        self._number, self._title = number, title
        self._icon = IconLabel("circle", "text_muted")
        self._label = QLabel(title)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        layout = row(self._icon)
        layout.addWidget(self._label, 1)
        layout.setContentsMargins(0, theme.SPACE.tiny, 0, theme.SPACE.tiny)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_state(self, state: str) -> None:
        name, role = {"done": ("circle-check", "accent"), "current": ("circle-dot", "accent"), "todo": ("circle", "text_muted")}[state]
        self._icon.set_icon(name, role)
        theme.set_kind(self._label, {"done": "body", "current": "strong", "todo": "muted"}[state])
        words = {"done": tr("fait"), "current": tr("en cours"), "todo": tr("à faire")}[state]
        self.setAccessibleName(f"{self._number}. {self._title} ({words})")


def within_screen(dialog: QDialog) -> None:
    """Make a dialog no larger than its screen, its title bar included: at 150 % a small screen has 853 × 480 pixels of ours."""
    free = dialog.screen().availableGeometry().size()
    dialog.resize(dialog.size().boundedTo(QSize(free.width() - 16, free.height() - 40)))


def _padded(step: QWidget) -> QWidget:
    holder = QWidget()
    layout = column(step)
    layout.addStretch(1)
    layout.setContentsMargins(theme.SPACE.huge, theme.SPACE.small, theme.SPACE.huge, theme.SPACE.large)
    holder.setLayout(layout)
    return holder


def _first_editor(step: QWidget) -> QWidget | None:
    """Where the keyboard starts: what is filled in or chosen. « Pourquoi ? » or « Parcourir » are no answers: then it is the main button."""
    for widget in step.findChildren(QWidget):
        if (
            widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isEnabled()
            and widget.isVisibleTo(step)
            and not isinstance(widget, QLabel | QPushButton | QToolButton)
        ):
            return widget
    return None
