"""The one window: navigation at the left, search, site filter and sync chip on top, the screen, and what it tells.

It is shown before the services exist; `attach` gives them, `show_full` covers everything (first run, failure to open).

Thread: Qt's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.text import tr
from app.ui import theme
from app.ui.icons import icon
from app.ui.navigation import Navigation
from app.ui.notice import Banner, Toast
from app.ui.screen import Route, Screen, ScreenContext, ScreenFactory, ScreenName, ShellQueries, SiteLike, UiSettings
from app.ui.topbar import TopBar
from app.ui.widgets.states import Busy

if TYPE_CHECKING:
    from uuid import UUID

    from app.domain.values.office import SearchHit
    from app.ui.technician.session import TechnicianSessionHost

DEFAULT_SIZE = QSize(1280, 720)
#: A screen of 1280 × 720 at 200 % has 640 × 360, less the bars of the system.
MINIMUM_SIZE = QSize(600, 300)
NARROW_BELOW = 1000
ROOMY_FROM = 420
FIRST_RUN = "first_run"
HOME = "home"
SUPPORT = "support"


class MainWindow(QMainWindow):
    """See the module.

    Signals:
        first_painted: the window has been on screen for the first time.
        screen_shown(name): a screen was navigated to.
    """

    first_painted = Signal()
    screen_shown = Signal(str)

    def __init__(self, screens: Mapping[ScreenName, ScreenFactory], settings: UiSettings) -> None:
        super().__init__()
        self._factories, self._settings = dict(screens), settings
        self._built: dict[ScreenName, Screen] = {}
        self._context: ScreenContext | None = None
        self._queries: ShellQueries | None = None
        self._site_id: UUID | None = None
        self._route: Route | None = None
        self._waiting: Route | None = None
        self._painted = False
        self.technician: TechnicianSessionHost | None = None
        self.setWindowTitle("Parclair")
        self.setWindowIcon(icon("monitor-check", "accent"))
        self.setMinimumSize(MINIMUM_SIZE)
        self._build()
        self._add_shortcuts()
        self._restore_geometry()

    # Building ----------------------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.navigation = Navigation(self._factories)
        self.topbar = TopBar(with_help=SUPPORT in self._factories)
        self.search, self.site_filter = self.topbar.search, self.topbar.site_filter
        self.sync_chip, self.help_button = self.topbar.sync_chip, self.topbar.help_button
        self.banner = Banner()
        self._screens = QStackedWidget()
        self._screens.setObjectName("page")
        self._screens.addWidget(QWidget())
        right = self._right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.topbar)
        right.addWidget(self.banner)
        right.addWidget(self._screens, 1)
        shell = QWidget()
        whole = QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.navigation)
        whole.addLayout(right, 1)
        self._top = QVBoxLayout(shell)
        self._top.setContentsMargins(0, 0, 0, 0)
        self._top.setSpacing(0)
        self._top.addLayout(whole, 1)
        self._covers = QStackedWidget()
        self._covers.setObjectName("page")
        self._covers.addWidget(shell)
        self.setCentralWidget(self._covers)
        self.toast = Toast(self._covers)
        self.toast.room_changed.connect(self._make_room)
        self.navigation.chosen.connect(self._navigate_to)
        self.search.asked.connect(self._search)
        self.search.chosen.connect(self.navigate)
        self.topbar.site_chosen.connect(self._site_chosen)
        self.topbar.help_asked.connect(self.ask_for_help)

    def _add_shortcuts(self) -> None:
        self._shortcut(tr("Rechercher partout"), "Ctrl+K", self.search.begin)
        self._shortcut(tr("Chercher dans l’écran"), "Ctrl+F", self._focus_screen_search)
        self._shortcut(tr("Actualiser"), "F5", self.reload)
        self._shortcut(tr("Annuler la dernière action"), "Ctrl+Z", self.toast.undo)
        self._shortcut(tr("Zone suivante"), "F6", self._next_zone)
        self._shortcut(tr("Fiche technicien"), "Ctrl+T", self._open_technician_card)
        self._shortcut(tr("Demander de l’aide"), "Ctrl+Shift+N", self.ask_for_help)
        for place, name in enumerate(self.navigation.items, 1):
            self._shortcut(self.navigation.items[name].text(), f"Ctrl+{place}", lambda name=name: self.navigate(Route(name)))  # type: ignore[misc]

    def _shortcut(self, text: str, keys: str, then: Callable[[], object]) -> None:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: then())
        self.addAction(action)

    # Services come and go ----------------------------------------------------------------------------------------------------------

    def attach(self, context: ScreenContext, queries: ShellQueries, *, first_run: bool = False) -> None:
        """Give the window its services: the last screen opens, or the first-run screen."""
        self._context, self._queries = context, queries
        self._read_sites()
        if first_run:
            self.navigate(Route(FIRST_RUN))
            return
        last = self._settings.get_str("window.screen", HOME)
        known = last if last in self._factories and last != FIRST_RUN else next(iter(self.navigation.items), HOME)
        self.navigate(self._waiting or Route(known))
        self._waiting = None

    def follow_technician(self) -> None:
        """Show the technician's session there is, and from now on what becomes of it. Later than the first screen: nobody waits for it."""
        if self._context is None:
            return
        from app.ui.technician.session import TechnicianSessionHost

        self.technician = self.technician or TechnicianSessionHost(self._context, self, self._top, self.warn)
        self.technician.refresh()

    def _open_technician_card(self) -> None:
        self.follow_technician()
        if self.technician is not None and (screen := self.current_screen) is not None and self._covers.currentIndex() == 0:
            self.technician.open_card(screen.concerns()[0])

    def show_full(self, widget: QWidget) -> None:
        """Cover the whole window with `widget`: nothing else can be done now."""
        self.uncover()
        self._covers.addWidget(widget)
        self._covers.setCurrentWidget(widget)
        widget.setFocus()

    def uncover(self) -> None:
        """Back to the shell."""
        self._covers.setCurrentIndex(0)
        while self._covers.count() > 1:
            widget = self._covers.widget(1)
            if widget is None:
                return
            self._covers.removeWidget(widget)
            if widget not in self._built.values():
                widget.deleteLater()

    def show_busy(self, text: str) -> None:
        """While the services open and it takes long enough to be noticed."""
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(theme.SPACE.huge, theme.SPACE.huge, theme.SPACE.huge, theme.SPACE.huge)
        layout.addWidget(Busy(text), 0, Qt.AlignmentFlag.AlignTop)
        first = self._screens.widget(0)
        self._screens.insertWidget(0, holder)
        if first is not None:
            self._screens.removeWidget(first)
            first.deleteLater()
        if self._route is None:
            self._screens.setCurrentIndex(0)

    # Screens -----------------------------------------------------------------------------------------------------------------------

    def navigate(self, route: Route) -> None:
        """Show a screen, built on the first visit. Nothing happens while the present screen must not be left."""
        if self._context is None:
            self._waiting = route
            self.navigation.set_current(route.screen)
            return
        if route.screen not in self._factories:
            return
        present = self.current_screen
        if present is not None and self._route is not None and self._route.screen != route.screen and not present.can_leave():
            self.navigation.set_current(self._route.screen)
            return
        screen = self._built.get(route.screen) or self._make(route.screen, self._context)
        self._route = route
        self.banner.dismiss()
        if route.screen == FIRST_RUN:
            self.show_full(screen)
        else:
            self.uncover()
            self._screens.setCurrentWidget(screen)
            self._settings.set_str("window.screen", route.screen)
        self.navigation.set_current(route.screen)
        self.setWindowTitle(tr("{screen} – Parclair", screen=screen.title))
        screen.activate(route)
        self._read_counts()
        self.screen_shown.emit(route.screen)

    def _make(self, name: ScreenName, context: ScreenContext) -> Screen:
        screen = self._factories[name](context)
        screen.setAccessibleName(screen.title)
        self._built[name] = screen
        if name != FIRST_RUN:
            self._screens.addWidget(screen)
        screen.set_site(self._site_id)
        return screen

    @property
    def current_screen(self) -> Screen | None:
        """The screen shown."""
        return None if self._route is None else self._built.get(self._route.screen)

    @property
    def route(self) -> Route | None:
        """Where the window is."""
        return self._route

    def reload(self) -> None:
        """Read everything shown again (F5)."""
        if (screen := self.current_screen) is not None:
            screen.reload()
        self.data_changed()

    def ask_for_help(self) -> None:
        """Open the window that asks for help, about the machine or the contract in sight."""
        screen = self.current_screen
        if self._context is None or screen is None or SUPPORT not in self._factories or self._covers.currentIndex() != 0:
            return
        from app.ui.support.new_request import open_new_request

        equipment_id, contract_id = screen.concerns()
        open_new_request(self._context, self, equipment_id, contract_id, site_id=self._site_id)

    def _navigate_to(self, name: str) -> None:
        self.navigate(Route(name))

    def _focus_screen_search(self) -> None:
        if (screen := self.current_screen) is not None:
            screen.focus_search()

    def _next_zone(self) -> None:
        focus = self.focusWidget()
        screen = self.current_screen
        if focus is not None and self.navigation.isAncestorOf(focus):
            self.search.begin()
        elif focus is self.search and screen is not None:
            screen.setFocus(Qt.FocusReason.TabFocusReason)
            if self.focusWidget() is self.search or self.focusWidget() is screen:
                _focus_first(screen)
        else:
            items = self.navigation.items
            name = self._route.screen if self._route is not None else HOME
            if (item := items.get(name) or next(iter(items.values()), None)) is not None:
                item.setFocus(Qt.FocusReason.TabFocusReason)

    # What the shell reads ----------------------------------------------------------------------------------------------------------

    def data_changed(self) -> None:
        """Sites, the company or something counted changed."""
        self._read_sites()
        self._read_counts()
        if self.technician is not None:
            self.technician.refresh()

    def _read_counts(self) -> None:
        if self._context is not None and self._queries is not None:
            queries, site = self._queries, self._site_id
            self._context.tasks.run(lambda: queries.counts(site), self.navigation.set_counts, owner=self, latest="shell.counts")

    def _read_sites(self) -> None:
        if self._context is not None and self._queries is not None:
            self._context.tasks.run(self._queries.sites, self._show_sites, owner=self, latest="shell.sites")

    def _show_sites(self, sites: Sequence[SiteLike]) -> None:
        if not self.topbar.show_sites(sites, self._site_id):
            self._site_chosen(None)

    def _site_chosen(self, chosen: UUID | None) -> None:
        if chosen == self._site_id:
            return
        self._site_id = chosen
        for screen in self._built.values():
            screen.set_site(chosen)
        if (shown := self.current_screen) is not None:
            shown.reload()
        self._read_counts()

    def _search(self, text: str) -> None:
        if self._context is None or self._queries is None:
            return
        queries, site = self._queries, self._site_id

        def show(hits: Sequence[SearchHit]) -> None:
            self.search.show_hits(text, hits)

        self._context.tasks.run(lambda: queries.search(text, site), show, owner=self.search, latest="shell.search")

    # Telling -----------------------------------------------------------------------------------------------------------------------

    def notify(self, text: str, undo: Callable[[], object] | None = None, see: Route | None = None) -> None:
        """Show a short message at the bottom; see `ScreenContext.notify`."""
        self.toast.show_message(text, undo, None if see is None else partial(self.navigate, see))

    def _make_room(self, height: int) -> None:
        # What is told is often about the last line of a table: it stands below the screen, not over it. A very low window has no such room.
        self._right.setContentsMargins(0, 0, 0, height if self.height() >= ROOMY_FROM else 0)

    def report_error(self, error: UserError) -> None:
        """Show what went wrong above the screen until it is closed."""
        self.banner.show_message(error.text.render())

    def warn(self, text: str) -> None:
        """Show what the user should know above the screen until it is closed."""
        self.banner.show_message(text, "warning")

    # Window ------------------------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # The children are painted after this event; the timer fires once the whole picture is on screen.
            QTimer.singleShot(0, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW_BELOW
        if narrow != self.navigation.narrow:
            self.navigation.set_narrow(narrow)
        self.topbar.set_width(self.width(), narrow=narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        screen = self.current_screen
        if screen is not None and not screen.can_leave():
            event.ignore()
            return
        self._settings.set_str("window.geometry", bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        super().closeEvent(event)

    def _restore_geometry(self) -> None:
        kept = self._settings.get_str("window.geometry")
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "replace"))):
            available = self.screen().availableGeometry().size()
            self.resize(DEFAULT_SIZE.boundedTo(available))


def _focus_first(screen: QWidget) -> None:
    for widget in screen.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return
