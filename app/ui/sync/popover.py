"""What the chip says in whole sentences: how it stands, since when, what waits, what went wrong, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QProgressBar, QWidget

from app.domain.text import tr, trn
from app.ui import theme
from app.ui.icons import icon
from app.ui.screen import Route, ScreenContext
from app.ui.sync.controller import SyncController
from app.ui.sync.words import chip_look, facts, headline, skew_words
from app.ui.widgets import IconLabel, button, column, reveal, row, text_label
from app.ui.widgets.explain import Popover

AskCode = Callable[[QWidget], object]


class SyncDetails(QWidget):
    """Follows the controller while it is shown. Also a part of the settings.

    Attributes:
        now_button, cancel_button, inbox_button, code_button: what can be done.
        resized: called when it says more or less than before.
    """

    def __init__(self, context: ScreenContext, sync: SyncController, ask_code: AskCode | None = None, *, prominent: bool = True) -> None:
        """`ask_code`: asks for another activation code, over the window it is given; none where nobody is to be asked.

        `prominent`: exchanging now is what its place is for; otherwise another button there is.
        """
        super().__init__()
        self._prominent = prominent
        self._context, self._sync, self._ask = context, sync, ask_code
        self.resized: Callable[[], object] = lambda: None
        self._icon, self._title = IconLabel("cloud", "neutral", 20), text_label("", "strong", wrap=True)
        self._why = text_label("", wrap=True)
        self._names: list[QLabel] = []
        self._values: list[QLabel] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.SPACE.large)
        self._grid.setVerticalSpacing(theme.SPACE.tiny)
        self._grid.setColumnStretch(1, 1)
        self._progress_text, self._bar = text_label("", "muted"), QProgressBar()
        self._bar.setTextVisible(False)
        self._skew, self._secret = _Warning(), _Warning()
        self.now_button = button(tr("Synchroniser maintenant"), sync.now, kind="primary", icon_name="refresh-cw")
        self.cancel_button = button(tr("Interrompre"), sync.cancel)
        self.inbox_button = button("", self._open_inbox, kind="primary", icon_name="git-compare-arrows")
        self.code_button = button(tr("Saisir un nouveau code…"), self._ask_code, kind="primary", icon_name="key-round")
        self._buttons = row(self.now_button, self.code_button, self.cancel_button, None)
        self._lay_out()
        sync.changed.connect(self.show_view)
        self.show_view()

    def _lay_out(self) -> None:
        head = row(self._icon)
        head.addWidget(self._title, 1)
        layout = column(spacing=theme.SPACE.small)
        layout.addLayout(head)
        layout.addWidget(self._why)
        layout.addLayout(self._grid)
        layout.addWidget(self._progress_text)
        layout.addWidget(self._bar)
        layout.addWidget(self._skew)
        layout.addWidget(self._secret)
        layout.addSpacing(theme.SPACE.tiny)
        layout.addLayout(row(self.inbox_button, None))
        layout.addLayout(self._buttons)
        layout.addStretch(1)
        self.setLayout(layout)

    def show_view(self) -> None:
        """Show how it stands now."""
        view, context = self._sync.view, self._context
        look = chip_look(view)
        self._icon.set_icon(look.icon_name, look.state)
        self._title.setText(headline(view))
        _tell(self._why, "" if view.why is None else view.why.render())
        self._show_facts(facts(view, context.services.clock.now(), context.language))
        progress = view.progress
        _tell(self._progress_text, progress.text if progress is not None else "")
        reveal(self._bar, progress is not None and progress.total > 0)
        if progress is not None and progress.total > 0:
            self._bar.setMaximum(progress.total)
            self._bar.setValue(progress.done)
        self._skew.tell(skew_words(view.skew) if view.skew is not None else "")
        kept = view.status.secret_kept if view.status is not None else None
        self._secret.tell(kept.render() if kept is not None else "")
        # What is done in an instant offers nothing to interrupt; of a first exchange nobody knows how long it takes.
        running = self._sync.running and (progress is not None or view.first)
        reveal(self.cancel_button, running and not view.leaving)
        reveal(self.code_button, view.code_needed and self._ask is not None and not view.leaving)
        reveal(self.now_button, not running and not view.code_needed and not view.leaving)
        self.now_button.setEnabled(view.connected and not self._sync.running and not self._sync.never)
        reveal(self.inbox_button, view.conflicts > 0)
        stands_out = self._prominent and not view.conflicts
        theme.set_kind(self.now_button, "primary" if stands_out else "normal")
        self.now_button.setIcon(icon("refresh-cw", "on_accent" if stands_out else "text", "left"))
        self.inbox_button.setText(trn("{n} décision à prendre…", "{n} décisions à prendre…", view.conflicts))
        self.inbox_button.setAccessibleName(self.inbox_button.text())
        self.resized()

    def _show_facts(self, found: list[tuple[str, str]]) -> None:
        top = Qt.AlignmentFlag.AlignTop
        while len(self._names) < len(found):
            self._names.append(text_label("", "muted"))
            self._values.append(text_label("", wrap=True, selectable=True))
            self._grid.addWidget(self._names[-1], len(self._names), 0, top)
            self._grid.addWidget(self._values[-1], len(self._names), 1)
        for place, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            if place < len(found):
                name.setText(found[place][0])
                value.setText(found[place][1])
            reveal(name, place < len(found))
            reveal(value, place < len(found))

    def _open_inbox(self) -> None:
        self._main_window()
        self._context.navigate(Route("inbox"))

    def _ask_code(self) -> None:
        if self._ask is not None:
            self._ask(self._main_window())

    def _main_window(self) -> QWidget:
        """The window it belongs to; a popover or the assistant, which would keep what comes next out of reach, closes."""
        window = self.window()
        anchor = window.parentWidget()
        if isinstance(window, Popover | QDialog) and anchor is not None:
            window.close()
            return anchor.window()
        return window


class _Warning(QWidget):
    """A line that is there only while it says something."""

    def __init__(self) -> None:
        super().__init__()
        self._label = text_label("", wrap=True)
        line = row()
        line.addWidget(IconLabel("triangle-alert", "warning"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._label, 1)
        self.setLayout(line)

    def tell(self, text: str) -> None:
        """Say it; nothing hides the line."""
        self._label.setText(text)
        reveal(self, bool(text))


class SyncPopover(Popover):
    """The details, and the way to the settings."""

    def __init__(self, context: ScreenContext, sync: SyncController, parent: QWidget, ask_code: AskCode | None = None) -> None:
        details = SyncDetails(context, sync, ask_code)
        super().__init__(details, tr("Synchronisation"), parent)
        self._context, self.details = context, details
        details.resized = self._fit
        self.add_to_head(button(tr("Réglages"), self._settings, kind="link"))

    def _fit(self) -> None:
        if self.isVisible():
            self.fit()

    def _settings(self) -> None:
        self.close()
        self._context.navigate(Route("settings", action="server"))


def _tell(label: QLabel, text: str) -> None:
    label.setText(text)
    reveal(label, bool(text))
