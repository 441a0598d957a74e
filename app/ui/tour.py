"""The main job, done by the program itself in its real window, with pictures and PDFs of it: `--demo --tour DIR`.

It shows the program to somebody who has no display, and proves that the way from an empty quote to a letter works.

Thread: Qt's.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.domain.reasons import reason
from app.domain.text import Text, msg, tr
from app.ui.home.opening import OpeningLine
from app.ui.tour_contracts import ContractWalk
from app.ui.tour_walker import Walker, WalkError, is_drawn, picture_size
from app.ui.widgets import SectionCard

if TYPE_CHECKING:
    from app.ui.application import WindowControl
    from app.ui.documents.view import DocumentsScreen
    from app.ui.equipment.view import EquipmentScreen
    from app.ui.home.view import HomeScreen
    from app.ui.settings.view import SettingsScreen

MACHINE = "Caisse tactile du comptoir"


class Tour:
    """Walks, and keeps what it sees in a folder.

    Attributes:
        walker: the hands and the eyes.
        folder: where pictures and PDFs go.
        taken: how many pictures were taken; each name begins with its number.
    """

    def __init__(self, control: WindowControl, folder: Path) -> None:
        self.walker = Walker(control)
        self.folder = folder
        self._control = control
        self.taken = 0
        self._saved: list[Path] = []

    # Running -----------------------------------------------------------------------------------------------------------------------

    def run(self) -> int:
        """Do all steps; 0 when each was done, 1 after the first that could not be."""
        now: Text = msg("démarrage")
        try:
            make_folder(self.folder)
            self._control.window.resize(picture_size())
            for step, act in self.steps():
                now = step
                act()
                self.walker.settle()
        except WalkError as error:
            with contextlib.suppress(WalkError):
                self.picture("failed", now)
            stopped = tr("La visite s’arrête à «\u00a0{step}\u00a0»\u00a0: {reason}.", step=now, reason=error.text)
            _say(f"error: {stopped}", stream=sys.stderr)
            return 1
        _say(tr("Visite terminée\u00a0: {n} fichiers dans {folder}", n=len(self._saved), folder=shown(self.folder)))
        return 0

    def steps(self) -> list[tuple[Text, Callable[[], None]]]:
        """What there is to do, in this order."""
        contracts = ContractWalk(self)
        return [
            (msg("Accueil"), self._home),
            (msg("Recherche"), self._search),
            (msg("Matériel"), self._equipment),
            (msg("Nouveau contrat"), contracts.add),
            (msg("Contrat signé et activé"), contracts.activate),
            (msg("Contrat en PDF"), contracts.draw),
            (msg("Résiliation"), contracts.resign),
            (msg("Lettre de résiliation"), contracts.letter),
            (msg("Suivi de la résiliation"), contracts.follow_up),
            (msg("Documents"), self._documents),
            (msg("Paramètres"), self._settings),
        ]

    def picture(self, name: str, title: Text) -> None:
        """Save a picture of what is in sight, and say so."""
        self.taken += 1
        target = self.folder / f"{self.taken:02d}-{name}.png"
        if not self.walker.picture().save(str(target)):
            raise WalkError(msg("l’image {path} ne peut pas être écrite", path=target))
        self.tell(target, title)

    def see(self, name: str, title: Text) -> None:
        """`picture`, once the window has come to rest."""
        self.walker.settle()
        self.picture(name, title)

    def tell(self, saved: Path, title: Text) -> None:
        """Say that a file was saved."""
        self._saved.append(saved)
        _say(f"{shown(saved)}  {title.render()}")

    def go(self, name: str) -> None:
        """Close what is left of the last message, then go to a screen by its name at the left."""
        if self.walker.window.toast.isVisible():
            self.walker.press(tr("Fermer"), self.walker.window.toast)
        self.walker.click(self.walker.window.navigation.items[name])
        self.walker.settle()

    # Steps -------------------------------------------------------------------------------------------------------------------------

    def wait_for_opening(self) -> None:
        """Wait until the screen says whether support is open: that is asked a little after the rest."""
        window = self.walker.window
        self.walker.wait_until(
            lambda: any(line.isVisible() for line in window.findChildren(OpeningLine)), msg("les horaires de l’assistance")
        )

    def _home(self) -> None:
        self.go("home")
        self.wait_for_opening()
        home: HomeScreen = self.screen()
        self.walker.wait_until(lambda: home.findChildren(SectionCard), msg("les cartes de l’accueil"))
        self.see("home", msg("Accueil\u00a0: ce qui attend, les échéances, les coûts"))

    def _search(self) -> None:
        window = self.walker.window
        self.walker.write(window.search, "annecy")
        self.walker.wait_until(lambda: not window.search.popup.isHidden(), msg("les réponses de la recherche"))
        self.see("search", msg("Recherche partout, pendant la frappe"))
        self.walker.write(window.search, "")

    def _equipment(self) -> None:
        self.go("equipment")
        walker, screen = self.walker, self._equipment_screen
        walker.wait_until(lambda: screen.table.total > 0, msg("la liste du matériel"))
        everything = screen.table.total
        self.see("equipment", msg("Matériel\u00a0: {n} machines", n=everything))
        walker.write(screen.search, "caisse")
        walker.wait_until(lambda: 0 < screen.table.total < everything, msg("une liste plus courte"))
        walker.click_row(screen.table.view, 0)
        walker.wait_until(screen.panel.isVisible, msg("le détail de la machine"))
        for key, title in (
            ("sheet", tr("Fiche")),
            ("assignments", tr("Affectations")),
            ("documents", tr("Documents")),
            ("history", tr("Historique")),
        ):
            walker.click_tab(screen.panel, title)
            self.see(f"equipment-{key}", msg("Matériel, recherche «\u00a0caisse\u00a0»\u00a0: {tab}", tab=title))
        walker.click_tab(screen.panel, tr("Fiche"))
        walker.write(screen.search, "")
        self._add_machine(everything)

    def _add_machine(self, before: int) -> None:
        from app.ui.equipment.edit_dialog import EditDialog

        walker, screen = self.walker, self._equipment_screen
        walker.press(tr("Ajouter"))
        dialog = walker.dialog(EditDialog)
        walker.write(dialog.form.field("designation").editor, MACHINE)
        walker.write(dialog.form.field("serial").editor, "TC15-0042")
        self.see("equipment-add", msg("Ajout d’une machine"))
        walker.click(dialog.save_button)
        walker.wait_closed(dialog)
        walker.wait_until(lambda: screen.table.total == before + 1, msg("la machine ajoutée"))
        self.see("equipment-added", msg("La machine est dans la liste"))

    @property
    def _equipment_screen(self) -> EquipmentScreen:
        screen: EquipmentScreen = self.screen()
        return screen

    def _documents(self) -> None:
        self.go("documents")
        screen: DocumentsScreen = self.screen()
        walker = self.walker
        walker.wait_until(lambda: screen.table.total > 0, msg("la liste des documents"))
        walker.click_row(screen.table.view, screen.table.total - 1)
        walker.settle()
        walker.wait_until(lambda: screen.preview.pdf is not None and is_drawn(screen.preview.pdf.view), msg("l’aperçu du document"))
        self.see("documents", msg("Documents\u00a0: liste et aperçu"))

    def _settings(self) -> None:
        from app.ui.settings.view import SECTIONS

        self.go("settings")
        screen: SettingsScreen = self.screen()
        for place, (name, (title, _)) in enumerate(SECTIONS.items()):
            self.walker.click_row(screen.names, place)
            self.see(f"settings-{name}", msg("Paramètres\u00a0: {page}", page=title))

    def screen(self) -> Any:
        """The screen shown; whoever asks knows which."""
        return self.walker.window.current_screen


def start(control: WindowControl, folder: Path) -> None:
    """Walk through the window that `control` runs, then end the program with the tour's exit status."""
    QApplication.exit(Tour(control, folder).run())


def _tell_but(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Qt's own messages, without those about what a screen in memory cannot do."""
    if not text.startswith("This plugin does not support"):
        _say(text, stream=sys.stderr)


def shown(path: Path) -> str:
    """A path as it is told: relative to the current folder when inside."""
    whole, here = path.absolute(), Path.cwd()
    return str(whole.relative_to(here) if whole.is_relative_to(here) else whole)


def make_folder(folder: Path) -> None:
    """Make sure that a folder exists.

    Raises:
        WalkError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WalkError(msg("le dossier {path} ne peut pas être créé ({reason})", path=folder, reason=reason(error))) from error


def prepare_display(folder: Path, width: int = 1280, height: int = 720) -> None:
    """Before Qt starts: where there is no display, open windows in memory, on a screen of so many pixels, described in `folder`."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen" and ":" not in str(folder):
        screen = {"name": "memory", "x": 0, "y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1, "width": width, "height": height}
        described = folder / "screen.json"
        described.write_text(json.dumps({"screens": [screen]}), "utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={described}"
        qInstallMessageHandler(_tell_but)


def _say(text: str, *, stream: TextIO | None = None) -> None:
    stream = stream or sys.stdout
    if stream is not None:
        stream.write(f"{text}\n")
        stream.flush()
