"""Requests and claims of a machine in the panel of the equipment screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.records import ClaimStatus, ClaimType, Urgency
from app.domain.values.support import NewRequest
from app.store.tables import Claim
from app.ui import openers
from app.ui.equipment.record_tabs import AskingTab
from app.ui.equipment.view import PANEL_WIDTH, EquipmentScreen
from app.ui.screen import Route, ScreenContext
from tests.offices import DAY, StandingClock
from tests.ui.conftest import Told
from tests.ui.equipment_office import Office, bare_office, choose, furnish, show_screen


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with bare_office(tmp_path / "data") as services:
        yield furnish(services)


@pytest.fixture
def screen(qtbot: QtBot, make_context: Callable[..., ScreenContext], office: Office) -> EquipmentScreen:
    return show_screen(make_context(office.services), qtbot)


def tab(screen: EquipmentScreen, key: str) -> AskingTab:
    screen.panel.detail.show_tab(key)
    shown = screen.panel.detail.tab(key)
    assert isinstance(shown, AskingTab)
    return shown


def test_requests_of_the_machine_open_in_their_thread(screen: EquipmentScreen, office: Office, told: Told) -> None:
    machine = office.machines["Convoyeur"]
    choose(screen, "Convoyeur")
    assert tab(screen, "requests").is_empty
    first = office.services.support.add(NewRequest("Positions mal lues", Urgency.DEGRADED, equipment_id=machine)).id
    office.services.support.add(NewRequest("Autre machine", Urgency.BLOCKED, equipment_id=office.machines["Caisse comptoir"]))
    screen.panel.reload()
    shown = tab(screen, "requests")
    (entry,) = shown.list.entries()
    assert (entry.title, entry.detail, entry.strong) == ("Positions mal lues", "22/11/2026 · D26-A-0001 · Marche mal · Nouvelle", True)
    shown.list.setCurrentIndex(shown.list.model().index(0, 0))
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    assert told.routes == [Route("support", first)]


def test_claims_of_the_machine_with_their_promise(screen: EquipmentScreen, office: Office, told: Told) -> None:
    now = StandingClock().moment
    with office.services.context.store.writing() as unit:
        for number, status in (("S-1", ClaimStatus.DECLARED), ("S-2", ClaimStatus.REPLACED)):
            running = status is ClaimStatus.DECLARED
            unit.session.add(
                Claim(
                    number=number,
                    equipment_id=office.machines["Convoyeur"],
                    type=ClaimType.BREAKDOWN,
                    status=status,
                    happened_on=DAY,
                    declared_at=now,
                    covered=running,
                    call_due_at=now - timedelta(minutes=1) if running else None,
                )
            )
    choose(screen, "Convoyeur")
    shown = tab(screen, "claims")
    first, second = shown.list.entries()
    assert (first.title, first.state, first.strong) == ("Panne, couvert", "danger", True)
    assert first.detail.startswith("22/11/2026 · S-1 · Déclaré · promis pour le 22/11/2026 10:59")
    assert (second.title, second.strong) == ("Panne, non couvert", False)
    shown.list.setCurrentIndex(shown.list.model().index(0, 0))
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    assert (told.routes[0].screen, told.routes[0].action) == ("support", "claim")


def test_help_claims_and_the_card_start_from_the_machine(screen: EquipmentScreen, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[str, object]] = []
    for name in ("ask_for_help", "declare_claim", "open_technician_card"):
        monkeypatch.setattr(openers, name, lambda *_, name=name, **given: opened.append((name, given["equipment_id"])))
    choose(screen, "Convoyeur")
    machine = office.machines["Convoyeur"]
    tab(screen, "requests").button.click()
    tab(screen, "claims").button.click()
    screen.panel.card_action.trigger()
    screen.panel.help_button.click()
    assert opened == [("ask_for_help", machine), ("declare_claim", machine), ("open_technician_card", machine), ("ask_for_help", machine)]


def test_tabs_say_their_titles_at_the_usual_size_and_keep_their_icons_below(screen: EquipmentScreen) -> None:
    choose(screen, "Convoyeur")
    bar = screen.panel.detail._tabs.tabBar()
    screen.panel.detail.show_tab("claims")
    names = ["Fiche", "Affectations", "Demandes", "Sinistres", "Documents", "Historique"]

    def shown() -> list[str]:
        assert [bar.accessibleTabName(place) for place in range(bar.count())] == names
        return [bar.tabText(place) for place in range(bar.count())]

    assert screen.panel.width() == PANEL_WIDTH
    assert shown() == names
    assert bar.sizeHint().width() <= bar.width(), "no title is cut"
    screen._splitter.setSizes([800, 360])
    assert shown() == ["", "", "", "Sinistres", "", ""]
    assert [bar.tabToolTip(place) for place in range(3)] == names[:3]
    screen._splitter.setSizes([400, 800])
    assert shown() == names
