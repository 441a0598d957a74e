"""An office with four machines, the equipment screen on it, and hands to use it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services import Services
from app.store.database import FILE_NAME
from app.ui.equipment.view import EquipmentScreen
from app.ui.screen import Route, ScreenContext
from tests.offices import StandingClock, open_office

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Office:
    """Two sites, two people, four machines."""

    services: Services
    annecy: UUID
    lyon: UUID
    marie: UUID
    paul: UUID
    machines: dict[str, UUID]


@cache
def _bare_database() -> bytes:
    """The database of a company without equipment: made once, as its tables and indexes take a second."""
    with TemporaryDirectory() as folder:
        open_office(Path(folder)).close()
        return (Path(folder) / FILE_NAME).read_bytes()


@contextmanager
def bare_office(folder: Path) -> Iterator[Services]:
    """A company without any equipment."""
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(_bare_database())
    opened = open_office(folder, StandingClock())
    try:
        yield opened.services
    finally:
        opened.close()


def furnish(services: Services) -> Office:
    """Four machines at two sites; Marie has the laptop."""
    annecy, lyon = services.office.add_site({"name": "Annecy"}), services.office.add_site({"name": "Lyon"})
    marie = services.office.add_person({"name": "Marie Dubois", "site_id": annecy})
    paul = services.office.add_person({"name": "Paul Étienne", "site_id": lyon})
    given = [
        {"designation": "Caisse comptoir", "kind": "till", "serial": "YN2-690", "site_id": annecy, "status": "in_use"},
        {"designation": "Convoyeur", "kind": "conveyor", "site_id": annecy, "ownership": "rented", "warranty_end": "2026-12-10"},
        {"designation": "Imprimante tickets", "kind": "printer", "model": "TM-T88", "site_id": lyon, "warranty_end": "2025-01-01"},
        {"designation": "Portable gérance", "kind": "computer", "teamviewer_id": "986 801 296", "site_id": lyon},
    ]
    machines = {str(one["designation"]): services.equipment.add(one) for one in given}
    services.equipment.assign([machines["Portable gérance"]], marie, date(2026, 3, 1))
    return Office(services, annecy, lyon, marie, paul, machines)


def show_screen(context: ScreenContext, qtbot: QtBot) -> EquipmentScreen:
    """The screen, shown as the window would."""
    screen = EquipmentScreen(context)
    qtbot.addWidget(screen)
    screen.resize(1200, 640)
    screen.show()
    screen.set_site(None)
    screen.activate(Route("equipment"))
    return screen


def shown(screen: EquipmentScreen) -> list[str]:
    """The designations in the table, in order."""
    records = [screen.table.model.record(row) for row in range(screen.table.total)]
    return [record.designation for record in records if record is not None]


def choose(screen: EquipmentScreen, *names: str) -> None:
    """Click the first, Ctrl+click the others."""
    rows = [shown(screen).index(name) for name in names]
    view = screen.table.view
    for place, row in enumerate(rows):
        modifier = Qt.KeyboardModifier.ControlModifier if place else Qt.KeyboardModifier.NoModifier
        point = view.visualRect(screen.table.model.index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, point)
    view.setFocus()


def press(screen: EquipmentScreen, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(screen.table.view, key, modifier)
