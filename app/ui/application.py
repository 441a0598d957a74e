"""Runs the window: the shell first, then the services in the database worker, then the last screen.

Nothing that costs (SQLAlchemy, pydantic, …) is imported before the first paint: `open_services` does it, in the worker.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.clock import Clock
from app.domain.errors import UserError
from app.domain.text import tr
from app.ui import garbage, i18n, qt_quirks, startup, theme
from app.ui.crash import CrashReporter
from app.ui.main_window import MainWindow
from app.ui.screen import Route, ScreenContext, ScreenFactory, ScreenName, ShellQueries, ThemeMode, UiSettings
from app.ui.tasks import TaskRunner
from app.ui.widgets.states import ErrorState

if TYPE_CHECKING:
    from app.services import Services
    from app.ui.background import Background
    from app.ui.sync.controller import SyncController

BUSY_AFTER_MS = 400
#: After the first screen is filled: somebody who clicks at once is not made to wait for what other screens need.
WARM_UP_AFTER_MS = 2_000


@dataclass(frozen=True)
class WindowOptions:
    """How the window is to run.

    Attributes:
        screens: the registry, usually `app.ui.screens.registry()`.
        queries: what the shell reads, made from the services.
        close: called in the database worker at the end.
        log: where bugs are written.
        folder: the data folder, opened by « Ouvrir le dossier ».
        language: `"fr"` or `"en"` from the command line; otherwise the setting, otherwise the system's.
        theme: overrides the setting, for pictures.
        startup_report: print the measures once the first screen is filled, and end.
        on_ready: called once the first screen is filled, with the window; for tours and pictures.
        warm_up: loads, in the database worker, what the screens not shown yet will need; called a little after the first is filled.
        daily: do by itself what is due once a day, see `app.ui.daily`; not for a throw-away folder.
        interrupt: stops the statement the database worker is in; see `TaskRunner.interrupt`.
        offline: nothing is asked of the network by itself.
    """

    screens: Mapping[ScreenName, ScreenFactory]
    settings: UiSettings
    clock: Clock
    log: Path
    folder: Path
    queries: Callable[[Services], ShellQueries] = lambda services: services.shell
    close: Callable[[Services], None] | None = lambda services: services.close()
    interrupt: Callable[[], None] | None = None
    version: str = ""
    language: str | None = None
    theme: ThemeMode | None = None
    startup_report: bool = False
    on_ready: Callable[[WindowControl], None] | None = None
    warm_up: Callable[[Services], None] | None = None
    daily: bool = False
    offline: bool = False

    @property
    def unattended(self) -> bool:
        """Whether nobody is there to read a dialog or press a button: what goes wrong ends the program."""
        return self.startup_report or self.on_ready is not None


def run(open_services: Callable[[], Services], options: WindowOptions) -> int:
    """Show the window until it is closed; the program's exit status: 0, or 1 when the services never opened."""
    qt_quirks.prepare()
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication([*sys.argv[:1]])
    application.setApplicationName("Parclair")
    application.setApplicationDisplayName("Parclair")
    control = WindowControl(application, open_services, options)
    control.start()
    status = application.exec()
    control.shutdown()
    return status or control.status


class WindowControl(QObject):
    """Joins window, tasks and services; also the user's `Preferences`.

    Attributes:
        window: the window there is now; a change of language makes a new one.
        tasks: the runner of all screens.
        status: the exit status so far.
        background: what the window does by itself; None before it is filled, and for a throw-away folder.
        sync: drives the exchange with the server; None before the services are open.
    """

    ready = Signal()

    def __init__(self, application: QApplication, open_services: Callable[[], Services], options: WindowOptions) -> None:
        super().__init__(application)
        self._application, self._open_services, self._options = application, open_services, options
        self._services: Services | None = None
        self._translator: QTranslator | None = None
        self._first_paint = 0.0
        self.background: Background | None = None
        self.sync: SyncController | None = None
        self.status = 0
        garbage.install(application)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(BUSY_AFTER_MS)
        self._waiting.timeout.connect(self._tell_opening)
        self._language = i18n.use_language(options.language or options.settings.get_str("language", i18n.SYSTEM))
        theme.apply(application, self.theme)
        self.tasks = TaskRunner(self)
        self.tasks.interrupt = options.interrupt
        self.crash = CrashReporter(options.log, options.clock, options.version, self, fatal=options.unattended)
        self.tasks.on_bug = self.crash.report
        self.tasks.on_unhandled_failure = self._report
        self.window = self._make_window()

    def _make_window(self) -> MainWindow:
        return MainWindow(self._options.screens, self._options.settings)

    # Start and end -----------------------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Show the shell now; the services open after the first paint."""
        self.crash.install()
        self.window.first_painted.connect(self._painted, Qt.ConnectionType.SingleShotConnection)
        self.window.show()

    def shutdown(self) -> None:
        """Finish what was being written, close the services, join the threads."""
        self._waiting.stop()
        if self.sync is not None:
            self.sync.shutdown()
        services, close = self._services, self._options.close
        if services is not None and close is not None:
            self.tasks.run(lambda: close(services))
        self.tasks.shutdown()
        self.crash.uninstall()
        self.window.deleteLater()

    def _painted(self) -> None:
        self._first_paint = startup.since_process_start()
        self._translator = i18n.translate_qt(self._application, self._language)
        self._application.styleHints().colorSchemeChanged.connect(self._system_scheme_changed)
        self._open()

    def _open(self) -> None:
        open_services, queries = self._open_services, self._options.queries
        self._waiting.start()

        def opened() -> tuple[Services, ShellQueries, bool]:
            services = open_services()
            reads = queries(services)
            return services, reads, not reads.has_organisation()

        self.tasks.run(opened, self._opened, self._open_failed, self)

    def _tell_opening(self) -> None:
        self.window.show_busy(tr("Ouverture des données…"))

    def _opened(self, opened: tuple[Services, ShellQueries, bool]) -> None:
        self._waiting.stop()
        self._services, queries, first_run = opened
        self.status = 0
        self.window.uncover()
        self.tasks.idle.connect(self._filled, Qt.ConnectionType.SingleShotConnection)
        self._queries = queries
        self.sync = self._make_sync(self._services)
        self.window.attach(self._context(self._services, self.window), queries, first_run=first_run)
        if self._services.notices:
            self.window.warn("\n".join(notice.render() for notice in self._services.notices))

    def _open_failed(self, error: UserError) -> None:
        self._waiting.stop()
        self.status = 1
        startup.settled()
        state = ErrorState(
            tr("Les données n’ont pas pu être ouvertes"),
            error.text.render(),
            (tr("Réessayer"), self._retry),
            (tr("Ouvrir le dossier"), self._open_folder),
            (tr("Quitter"), self._application.quit),
        )
        page = QWidget()
        page.setObjectName("page")
        layout = QVBoxLayout(page)
        layout.addWidget(state)
        self.window.show_full(page)
        state.buttons[0].setFocus()
        if self._options.unattended:
            sys.stderr.write(error.text.render() + "\n")
            self._application.exit(error.exit_status)

    def _retry(self) -> None:
        self.window.uncover()
        self._open()

    def _open_folder(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._options.folder)))

    def _filled(self) -> None:
        # Two more turns of the loop: what the last results changed is laid out after the one and painted after the other.
        QTimer.singleShot(0, self._laid_out)

    def _laid_out(self) -> None:
        QTimer.singleShot(0, self._interactive)

    def _interactive(self) -> None:
        startup.settled()
        if self._options.startup_report:
            sys.stdout.write(startup.report(self._first_paint, startup.since_process_start()) + "\n")
            sys.stdout.flush()
            self._application.quit()
            return
        self.ready.emit()
        if self._options.warm_up is not None:
            QTimer.singleShot(WARM_UP_AFTER_MS, self, self._warm_up)
        if self._options.daily and self._services is not None:
            from app.ui.daily import DailyChores

            DailyChores(self._services, self.tasks, self._changed_by_itself, self._report, self).start()
            self._start_background(self._services)
        self._watch_window()
        self._follow_sync()
        if self._options.on_ready is not None:
            self._options.on_ready(self)

    def _watch_window(self) -> None:
        from app.ui.backups.closing import CloseGuard

        CloseGuard(self.window, self.tasks)
        self.window.follow_technician()

    def _start_background(self, services: Services) -> None:
        from app.ui.background import Background, PcChores
        from app.ui.backups.chores import BackupChores

        self.background = Background(self)
        PcChores(services, self.tasks, self._changed_by_itself, self).start(self.background, online=not self._options.offline)
        BackupChores(services, self.tasks, self._changed_by_itself, self._tell, self._go, self).start(self.background)

    def _make_sync(self, services: Services) -> SyncController:
        from app.ui.sync.controller import SyncController

        return SyncController(services, self.tasks, offline=self._options.offline, parent=self)

    def _follow_sync(self) -> None:
        """From now on the window's chip shows the exchange; the first time it is read whether there is one."""
        if self.sync is not None and self._services is not None:
            from app.ui.sync.host import SyncHost

            SyncHost(self.window, self._context(self._services, self.window), self.sync)
            if self.sync.view.status is None:
                self.sync.refresh()

    def _warm_up(self) -> None:
        services, warm_up = self._services, self._options.warm_up
        if services is not None and warm_up is not None:
            # Not kept from closing, and nobody is told of a failure: the screen that needs it says so itself.
            self.tasks.run(lambda: warm_up(services), lambda _: startup.settled(), lambda _: None, self, latest="warm_up")

    def _tell(self, text: str) -> None:
        self.window.notify(text)

    def _go(self, route: Route) -> None:
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()
        self.window.navigate(route)

    def _changed_by_itself(self) -> None:
        self.window.data_changed()

    def _context(self, services: Services, window: MainWindow) -> ScreenContext:
        return ScreenContext(
            services=services,
            tasks=self.tasks,
            settings=self._options.settings,
            preferences=self,
            navigate=window.navigate,
            notify=window.notify,
            report_error=window.report_error,
            data_changed=window.data_changed,
            language=self._language,
            today=self._options.clock.today,
            sync=self.sync,
        )

    def _report(self, error: UserError) -> None:
        self.window.report_error(error)

    # Preferences -------------------------------------------------------------------------------------------------------------------

    @property
    def theme(self) -> ThemeMode:
        """`"system"`, `"light"` or `"dark"`."""
        if self._options.theme is not None:
            return self._options.theme
        kept = self._options.settings.get_str("theme", "system")
        return kept if kept in ("light", "dark") else "system"  # type: ignore[return-value]

    @property
    def language(self) -> str:
        """The user's choice: `"fr"`, `"en"` or `"system"`."""
        return self._options.settings.get_str("language", i18n.SYSTEM)

    def set_theme(self, mode: ThemeMode) -> None:
        """Recolour the window now and remember it."""
        self._options.settings.set_str("theme", mode)
        theme.apply(self._application, mode)

    def set_language(self, language: str) -> None:
        """Build the window again in `language` and remember it."""
        self._options.settings.set_str("language", language)
        self._language = i18n.use_language(language)
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
        self._translator = i18n.translate_qt(self._application, self._language)
        # Later: the screen that asked is still in its own method, and goes away with the old window.
        QTimer.singleShot(0, self._rebuild)

    def _rebuild(self) -> None:
        old, services = self.window, self._services
        if services is None:
            return
        self.window = self._make_window()
        self.window.restoreGeometry(old.saveGeometry())
        self.window.attach(self._context(services, self.window), self._queries)
        if old.route is not None:
            self.window.navigate(old.route)
        self.window.show()
        self._watch_window()
        self._follow_sync()
        with contextlib.suppress(RuntimeError):  # already deleted by a close the user asked for meanwhile
            old.hide()
            old.deleteLater()

    def _system_scheme_changed(self) -> None:
        theme.follow_system(self._application, self.theme)
