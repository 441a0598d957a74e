"""Opens the program's window on folders made for it (demo, empty, newer, in use) and takes a picture of all there is to see.

The walk through the main job is the program's own tour; here is what a tour leaves out: the other dialogs, empty states, errors.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gallery_steps import Corners
from gallery_support import Assistance
from PySide6.QtWidgets import QApplication, QDialog

from app import bootstrap
from app.domain.text import Text, msg
from app.store.database import FILE_NAME
from app.system.clock import SystemClock
from app.system.paths import log_file
from app.system.settings import JsonSettings
from app.ui.application import WindowControl, WindowOptions
from app.ui.screen import Route, ThemeMode
from app.ui.screens import registry
from app.ui.tour import Tour
from app.ui.tour_walker import Walker, WalkError, picture_size
from app.ui.widgets import ErrorState

if TYPE_CHECKING:
    from app.services import Services

Steps = list[tuple[Text, Callable[[], None]]]


@dataclass(frozen=True)
class Look:
    """What all pictures of a gallery have in common."""

    language: str
    theme: ThemeMode


class Gallery:
    """Takes pictures into `target`. What could not be shown is in `problems`; the rest is taken all the same."""

    def __init__(self, target: Path, scratch: Path, look: Look) -> None:
        self._target, self._scratch, self._look = target, scratch, look
        self._application = QApplication([])
        self._taken = 0
        self.problems: list[str] = []

    def take_all(self) -> None:
        """Every picture."""
        self._target.mkdir(parents=True, exist_ok=True)
        self._demo()
        self._empty()
        self._newer()
        self._in_use()

    # Folders -----------------------------------------------------------------------------------------------------------------------

    def _demo(self) -> None:
        with self._window("demo", demo=True) as tour:
            self._walk(tour, tour.steps() + Corners(tour).steps() + Assistance(tour).steps())

    def _empty(self) -> None:
        with self._window("empty") as tour:
            self._walk(tour, [(msg("Bienvenue"), lambda: tour.see("first-run", msg("Premier démarrage")))])
            self._walk(tour, [(msg("Bienvenue"), lambda: self._first_company(tour))])
            for name in ("home", "equipment", "contracts", "support", "documents"):
                self._walk(tour, [(msg("Dossier vide"), lambda name=name: self._show_empty(tour, name))])  # type: ignore[misc]

    def _first_company(self, tour: Tour) -> None:
        screen = tour.screen()
        tour.walker.write(screen.form.field("siren").editor, "732829321")
        tour.walker.click(screen.go_button)
        tour.see("first-run-refused", msg("Premier démarrage\u00a0: refus"))
        tour.walker.write(screen.form.field("siren").editor, "732829320")
        tour.walker.write(screen.form.field("name").editor, "Pressing du Lac")
        tour.walker.click(screen.go_button)
        tour.walker.wait_until(lambda: tour.walker.window.route == Route("home"), msg("l’accueil"))

    def _show_empty(self, tour: Tour, name: str) -> None:
        tour.go(name)
        tour.see(f"empty-{name}", msg("Dossier vide"))

    def _newer(self) -> None:
        folder = self._scratch / "newer"
        bootstrap.open_folder(folder).close()
        with sqlite3.connect(folder / FILE_NAME) as database:
            database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.close()
        with self._window("newer", ready=False) as tour:
            self._walk(tour, [(msg("Base plus récente"), lambda: self._see_error(tour, "error-newer"))])

    def _in_use(self) -> None:
        held = bootstrap.open_folder(self._scratch / "used")
        try:
            with self._window("used", ready=False) as tour:
                self._walk(tour, [(msg("Dossier utilisé"), lambda: self._see_error(tour, "error-in-use"))])
        finally:
            held.close()

    def _see_error(self, tour: Tour, name: str) -> None:
        window = tour.walker.window
        tour.walker.wait_until(lambda: window.findChildren(ErrorState), msg("l’erreur"))
        tour.see(name, msg("Erreur"))

    # Window ------------------------------------------------------------------------------------------------------------------------

    @contextmanager
    def _window(self, name: str, *, demo: bool = False, ready: bool = True) -> Iterator[Tour]:
        """The window on the folder `name`, filled when it is `ready`."""
        folder = self._scratch / name
        opened: list[bootstrap.OpenFolder] = []

        def open_services() -> Services:
            found = bootstrap.open_folder(folder, patience=0.1)
            opened.append(found)
            if demo:
                found.services.demo.fill()
            return found.services

        options = WindowOptions(
            screens=registry(),
            settings=JsonSettings(self._scratch / f"{name}.json"),
            clock=SystemClock(),
            log=log_file(folder),
            folder=folder,
            close=lambda _: opened.pop().close(),
            language=self._look.language,
            theme=self._look.theme,
        )
        control = WindowControl(self._application, open_services, options)
        # Neither bug opens its dialog over the picture unnoticed: one in an operation, or one in what a click or an answer sets off.
        control.tasks.on_bug = lambda error: self.problems.append(f"{type(error).__name__}: {error}")
        control.crash.caught.connect(lambda text: self.problems.append(text.strip().rpartition("\n")[2]))
        tour = Tour(control, self._target)
        tour.taken = self._taken
        filled: list[bool] = []
        control.ready.connect(lambda: filled.append(True))
        control.start()
        control.window.resize(picture_size())
        try:
            if ready:
                Walker(control).wait_until(lambda: filled, msg("le premier écran"))
            yield tour
        finally:
            self._taken = tour.taken
            control.window.hide()
            control.shutdown()
            control.deleteLater()

    def _walk(self, tour: Tour, steps: Steps) -> None:
        """Do the steps; one that cannot be done is noted, and the next begins with nothing open."""
        for step, act in steps:
            try:
                act()
            except Exception as error:  # a picture that cannot be taken must not cost the others
                what = error.text.render("fr") if isinstance(error, WalkError) else f"{type(error).__name__}: {error}"
                self.problems.append(f"{getattr(act, '__name__', '')} ({step.render('fr')}): {what}")
                tour.picture("problem", step)
            for each in QApplication.topLevelWidgets():
                if each is not tour.walker.window and each.isVisible():
                    with suppress(RuntimeError):
                        each.done(0) if isinstance(each, QDialog) else each.close()
            tour.walker.window.banner.dismiss()
