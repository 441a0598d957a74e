"""Shows the exchange in one window: the chip, what came in from others, conflicts that turned up.

What came in is shown at once, unless somebody is typing or chooses in a dialog: then as soon as that is over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.domain.text import trn
from app.ui.screen import Route, ScreenContext
from app.ui.sync.controller import SyncController
from app.ui.sync.words import skew_words

if TYPE_CHECKING:
    from app.ui.sync.chip import SyncChip
    from app.ui.sync.popover import SyncPopover


class SyncWindow(Protocol):
    """What the host asks of the window it belongs to, which is a `QWidget`."""

    sync_chip: SyncChip

    @property
    def route(self) -> Route | None:
        """Where the window is."""
        ...

    def warn(self, text: str) -> None:
        """Say something that stays until it is read."""
        ...

    def reload(self) -> None:
        """Read the screen in sight again."""
        ...


class SyncHost(QObject):
    """Thread: Qt's."""

    def __init__(self, window: SyncWindow, context: ScreenContext, sync: SyncController) -> None:
        super().__init__(cast(QWidget, window))
        self._window, self._context, self._sync = window, context, sync
        self._conflicts: int | None = None
        self._skew_told = self._due = False
        window.sync_chip.open_details = self._details
        window.sync_chip.connect_asked = self._connect
        window.sync_chip.inbox_asked = lambda: context.navigate(Route("inbox"))
        sync.changed.connect(self._changed)
        sync.news.connect(self._news)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        self._changed()

    def _details(self) -> SyncPopover:
        from app.ui.sync.popover import SyncPopover

        return SyncPopover(self._context, self._sync, self._window.sync_chip, self._ask_code)

    def _connect(self) -> None:
        self._ask_code(cast(QWidget, self._window))

    def _ask_code(self, over: QWidget) -> None:
        from app.ui.sync.connect_dialog import open_connect

        open_connect(self._context, self._sync, over)

    def _changed(self) -> None:
        view = self._sync.view
        if view.status is None:
            return
        self._window.sync_chip.show_view(view)
        before, self._conflicts = self._conflicts, view.conflicts
        route = self._window.route
        if before is not None and view.conflicts > before and (route is None or route.screen != "inbox"):
            text = trn("{n} conflit ou refus attend votre décision", "{n} conflits ou refus attendent votre décision", view.conflicts)
            self._context.notify(text, see=Route("inbox"))
        if view.skew is not None and not self._skew_told:
            self._skew_told = True
            self._window.warn(skew_words(view.skew))

    def _news(self, _: int) -> None:
        self._due = True
        self._show_news()

    def _focus_moved(self, _before: QWidget | None, _now: QWidget | None) -> None:
        if self._due:
            self._show_news()

    def _show_news(self) -> None:
        if _occupied():
            return
        self._due = False
        self._window.reload()


def _occupied() -> bool:
    """Whether somebody is typing, or has a dialog, a menu or a list open."""
    if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
        return True
    focus = QApplication.focusWidget()
    match focus:
        case QLineEdit():
            from app.ui.search_box import SearchBox
            from app.ui.widgets import SearchField

            return not focus.isReadOnly() and not isinstance(focus, SearchField | SearchBox)
        case QPlainTextEdit() | QTextEdit() | QAbstractSpinBox():
            return not focus.isReadOnly()
        case QComboBox():
            return focus.isEditable()
        case _:
            return False
