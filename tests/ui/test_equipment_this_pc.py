"""« Ajouter ce PC » on the equipment screen, and what a PC said of itself below its sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.errors import StorageError
from app.domain.text import msg
from app.domain.values.pc import PcDocument
from app.services import Services
from app.services.this_pc import ThisPcService
from app.ui.equipment.sheet_tab import SheetTab
from app.ui.equipment.view import EquipmentScreen
from app.ui.screen import ScreenContext
from app.ui.tasks import TaskRunner
from tests.recorded_pcs import LOCKED_DOWN, WINDOWS_11, windows_pc
from tests.ui.conftest import Told
from tests.ui.equipment_office import bare_office, choose, furnish, show_screen, shown


class Pc:
    """This PC, as the screen meets it."""

    def __init__(self, services: Services) -> None:
        self.document: PcDocument = windows_pc(WINDOWS_11)
        services.__dict__["this_pc"] = ThisPcService(services.context, lambda: self.document)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with bare_office(tmp_path / "data") as found:
        furnish(found)
        yield found


@pytest.fixture
def pc(services: Services) -> Pc:
    return Pc(services)


@pytest.fixture
def screen(services: Services, pc: Pc, qtbot: QtBot, make_context: Callable[..., ScreenContext]) -> EquipmentScreen:
    return show_screen(make_context(services), qtbot)


def sheet_of(screen: EquipmentScreen) -> SheetTab:
    found = screen.panel.detail.tab("sheet")
    assert isinstance(found, SheetTab)
    return found


def test_the_button_adds_it_and_opens_its_sheet(screen: EquipmentScreen, told: Told) -> None:
    screen.actions_.panel.setChecked(False)
    QTest.mouseClick(screen.this_pc, Qt.MouseButton.LeftButton)
    assert "PORTABLE-7" in shown(screen) and screen.panel.isVisible()
    assert screen.panel.sheet is not None and screen.panel.sheet.designation == "PORTABLE-7"
    rows = sheet_of(screen).facts
    assert rows.heading.text() == "Ce PC" and rows.read_at.text() == "Relevé du 22/11/2026 11:00"
    assert (rows.text("os_build"), rows.text("memory_bytes")) == ("26100", "32 Go")
    assert rows.text("antivirus") == "ESET Security\u00a0: actif, pas à jour\nWindows Defender\u00a0: inactif"
    assert [text for text, _ in told.notices] == ["Ce PC est ajouté au matériel"] and told.changes == 1


def test_it_can_be_taken_back(screen: EquipmentScreen, told: Told) -> None:
    screen.actions_.add_this_pc.trigger()
    undo = told.notices[-1][1]
    assert undo is not None
    undo()
    assert "PORTABLE-7" not in shown(screen)


def test_again_it_only_brings_its_sheet_up_to_date(screen: EquipmentScreen, told: Told, pc: Pc) -> None:
    screen.actions_.add_this_pc.trigger()
    screen.actions_.add_this_pc.trigger()
    assert shown(screen).count("PORTABLE-7") == 1
    assert told.notices[-1] == ("La fiche de ce PC est à jour", None)


def test_what_is_unknown_says_why(screen: EquipmentScreen, pc: Pc) -> None:
    pc.document = windows_pc(LOCKED_DOWN)
    screen.actions_.add_this_pc.trigger()
    rows = sheet_of(screen).facts
    assert rows.text("serial") == "inconnu (PowerShell est bloqué ou absent sur ce poste, et le registre ne le dit pas)"
    assert rows.text("teamviewer_id") == "inconnu (TeamViewer n’est pas installé sur ce poste)"


def test_other_machines_have_no_facts(screen: EquipmentScreen) -> None:
    screen.actions_.add_this_pc.trigger()
    choose(screen, "Caisse comptoir")
    assert not sheet_of(screen).facts.heading.isVisible()
    choose(screen, "PORTABLE-7")
    assert sheet_of(screen).facts.heading.isVisible()


def test_what_another_pc_said_is_not_called_this_pc(screen: EquipmentScreen, services: Services, pc: Pc) -> None:
    other = services.this_pc.add()
    services.equipment.delete([other])
    services.this_pc.add()
    services.equipment.restore([other])
    screen.reload()
    screen._go_to(other)
    assert sheet_of(screen).facts.heading.text() == "Relevé sur le poste"


def test_while_it_reads_the_button_says_so_and_waits(
    services: Services, pc: Pc, qtbot: QtBot, make_context: Callable[..., ScreenContext], threaded_tasks: TaskRunner
) -> None:
    screen = show_screen(make_context(services, tasks=threaded_tasks), qtbot)
    qtbot.waitUntil(lambda: screen.table.total == 4)
    screen.actions_.add_this_pc.trigger()
    assert screen.this_pc.text() == "Lecture de ce PC…" and not screen.this_pc.isEnabled()
    qtbot.waitUntil(lambda: screen.this_pc.isEnabled() and "PORTABLE-7" in shown(screen))
    assert screen.this_pc.text() == "Ajouter ce PC"
    qtbot.waitUntil(lambda: screen.panel.sheet is not None and screen.panel.sheet.designation == "PORTABLE-7")


def test_what_goes_wrong_is_told(screen: EquipmentScreen, services: Services, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: PcDocument) -> None:
        raise StorageError(msg("Le disque est plein."))

    monkeypatch.setattr(services.this_pc, "add", full)
    screen.actions_.add_this_pc.trigger()
    assert [str(error.text) for error in told.errors] == ["Le disque est plein."] and screen.this_pc.isEnabled()


def test_in_a_narrow_window_it_is_left_to_the_menu(screen: EquipmentScreen) -> None:
    assert screen.this_pc.isVisible()
    screen.resize(760, 560)
    assert not screen.this_pc.isVisible()
    screen._fill_menu()
    assert screen.actions_.add_this_pc in screen._menu.actions()
