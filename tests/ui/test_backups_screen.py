"""Sauvegardes: this PC and all licences in words and figures, conditions, the option and its price, the history drawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.domain.backup_problems import BackupProblem
from app.domain.backup_state import BackupState
from app.domain.text import msg
from app.domain.values.backups import ToolInfo
from app.ui.backups import words
from app.ui.backups.history_series import Measure, picture
from app.ui.backups.plan_dialog import PlanDialog
from app.ui.backups.subscribe import SubscribeDialog
from app.ui.backups.view import BackupsScreen
from app.ui.screen import Route
from tests.backup_office import MemoryKeyring, memory_keyring
from tests.ui.backups_desk import MakeContext, Show, shows
from tests.ui.backups_office import FAILED, add_machine, backing_office, here, report, subscribe
from tests.ui.conftest import TODAY, Told


@pytest.fixture(autouse=True)
def ring() -> Iterator[MemoryKeyring]:
    with memory_keyring() as backend:
        yield backend


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenFolder]:
    opened = backing_office(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def show(qtbot: QtBot, make_context: MakeContext, office: OpenFolder) -> Show:
    """The screen as the window shows it."""
    return shows(qtbot, make_context, office)


def cells(screen: BackupsScreen) -> list[list[str]]:
    model = screen.table.model
    return [[str(model.index(line, column).data() or "") for column in range(len(model.columns))] for line in range(screen.table.total)]


def subscribed(screen: BackupsScreen) -> bool:
    assert screen.detail.licence is not None
    return screen.detail.licence.subscribed


# States --------------------------------------------------------------------------------------------------------------------------------


def test_an_office_without_backups_is_told_what_to_do(show: Show) -> None:
    screen = show()
    buttons = screen.card.buttons
    assert screen.card.badge.text == "Pas encore sauvegardé"
    assert buttons["setup"].isVisible() and buttons["setup"].property("kind") == "primary"
    assert not any(buttons[name].isVisible() for name in ("run", "restore", "verify", "sheet", "plan"))
    buttons["setup"].click()
    assert isinstance(screen.dialog, PlanDialog)


def test_every_licence_has_its_state_in_words_with_an_icon(show: Show, office: OpenFolder) -> None:
    names = {"Bonne": 3.0, "En retard": 40.0, "Critique": 100.0}
    machines = {name: add_machine(office, name, f"GC-{name}") for name in (*names, "Échouée", "Jamais", "Sans option")}
    old = add_machine(office, "Trop ancien", "GC-7")
    subscribe(office, [machine for name, machine in machines.items() if name != "Sans option"] + [old])
    office.services.equipment.change(old, {"os_name": "Windows 7"})
    for name, hours in names.items():
        report(office, machines[name], hours)
    report(office, machines["Échouée"], 20.0)
    report(office, machines["Échouée"], 2.0, FAILED, BackupProblem.UNREACHABLE, "Le serveur ne répond pas.")
    screen = show()
    said = {line[0]: (line[2], line[3], line[4]) for line in cells(screen)}
    assert said == {
        "CAISSE-1 (ce PC)": ("Non souscrite", "Non souscrite", "–"),
        "Bonne": ("Souscrite", "À jour", "il y a 3\u00a0h"),
        "En retard": ("Souscrite", "En retard", "il y a 40\u00a0h"),
        "Critique": ("Souscrite", "Critique", "il y a 4 jours"),
        "Échouée": ("Souscrite", "En échec", "il y a 20\u00a0h"),
        "Jamais": ("Souscrite", "Jamais faite", "–"),
        "Trop ancien": ("Souscrite", "Non éligible", "–"),
        "Sans option": ("Non souscrite", "Non souscrite", "–"),
    }
    looks = set(words.LOOKS.values())
    assert len(looks) == len(BackupState), "no two states look the same, colours aside"
    assert [line[0] for line in cells(screen)][:3] == ["CAISSE-1 (ce PC)", "Critique", "Échouée"], "the worst first, below this PC"


def test_another_pc_is_shown_from_its_reports(show: Show, office: OpenFolder) -> None:
    machine = add_machine(office, "Atelier", "GC-2")
    subscribe(office, [machine])
    report(office, machine, 20.0)
    report(office, machine, 2.0, FAILED, BackupProblem.FULL_DISK, "Le disque est plein.")
    screen = show(Route("backups", machine))
    assert screen.detail.licence is not None and screen.detail.licence.designation == "Atelier"
    history = screen.detail.history
    assert history is not None and history.table.total == 2
    history.table.view.selectRow(0)
    assert history.said.text() == "Le disque est plein. Libérez de la place ou choisissez une destination plus grande, puis relancez."
    assert screen.concerns() == (machine, None)


def test_conditions_say_what_was_measured_and_what_to_do(show: Show, office: OpenFolder) -> None:
    machine = add_machine(office, "Vieux poste", "GC-7", "Windows 7")
    screen = show(Route("backups", machine))
    view = screen.detail.conditions
    assert screen.detail.tabs.currentIndex() == 1, "nothing was reported: the conditions come first"
    windows, connection = view.rows
    assert windows.accessibleName().startswith("Windows 10 ou une version plus récente\u00a0: Non remplie. Windows 7")
    assert "Passez ce poste à Windows 10 ou 11" in windows.accessibleName()
    assert "Inconnue" in connection.accessibleName() and "ouvrez Parclair sur ce poste" in connection.accessibleName()
    assert not view.subscribe_button.isEnabled() and view.subscribe_button.toolTip()
    good = show(Route("backups", here(office)))
    good.detail.show_tab("conditions")
    assert "Remplie. Windows 11 24H2 (build 26100)" in good.detail.conditions.rows[0].accessibleName()


def test_the_option_is_taken_with_its_price_in_sight_and_taken_back(show: Show, office: OpenFolder, told: Told) -> None:
    machine = add_machine(office, "Atelier", "GC-2")
    screen = show(Route("backups", machine))
    screen.detail.conditions.subscribe_button.click()
    dialog = screen.dialog
    assert isinstance(dialog, SubscribeDialog)
    assert "11,00\u00a0€ HT par licence et par mois" in dialog.price.text() and "Inforum" in dialog.price.text()
    dialog.accept_button.click()
    assert subscribed(screen)
    assert told.notices[-1][0] == "Option souscrite pour Atelier" and told.changes
    undo = told.notices[-1][1]
    assert undo is not None
    undo()
    assert not subscribed(screen)
    subscribe(office, [machine])
    screen.reload()
    screen.detail.conditions.unsubscribe_button.click()
    assert told.notices[-1][0] == "Option retirée pour Atelier" and not subscribed(screen)


# Pictures ------------------------------------------------------------------------------------------------------------------------------


def test_the_history_is_drawn_and_told(qtbot: QtBot, show: Show, office: OpenFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = here(office)
    for day in range(1, 20):
        report(office, machine, 24.0 * day + 1)
    report(office, machine, 24 * 5 + 2, FAILED, BackupProblem.UNREACHABLE, "Le serveur ne répond pas.")
    screen = show(Route("backups", machine))

    def drawn() -> bool:
        """The picture is there, and so are the reports it is drawn from: whichever comes first."""
        history = screen.detail.history
        return history is not None and history.chart is not None and bool(history.chart.accessibleName())

    qtbot.waitUntil(drawn, timeout=20_000)
    history = screen.detail.history
    assert history is not None
    chart = history.chart
    assert chart.accessibleName() == "Données ajoutées par jour, du 24/10/2026 au 22/11/2026, 1 échec"
    places = chart.places()
    assert len(places) == 30
    told = chart.words_at(QPointF(places[24].center()))
    assert told.splitlines() == [
        "17\u00a0novembre 2026",
        "1 sauvegarde réussie",
        "29\u00a0Mo ajoutés, 3,2\u00a0Go en tout, 2\u00a0min",
        "1 échec",
        "Le serveur ne répond pas.",
    ]
    assert chart.focusPolicy() is Qt.FocusPolicy.StrongFocus and chart.viewport().focusPolicy() is Qt.FocusPolicy.NoFocus
    assert chart.viewport().accessibleName() == chart.accessibleName()
    events: list[QAccessible.Event] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: events.append(event.type()))
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.accessibleDescription().splitlines()[1] == "aucune sauvegarde"
    assert QAccessible.Event.DescriptionChanged in events, "a screen reader hears it"
    QToolTip.hideText()
    history.measure.setCurrentIndex(2)
    history.period.setCurrentIndex(1)
    assert chart.accessibleName().startswith("Durée par jour, du 25/08/2026") and len(chart.places()) == 90
    chart.grab()
    QApplication.processEvents()


def test_bars_follow_the_measure(office: OpenFolder) -> None:
    machine = here(office)
    report(office, machine, 1.0)
    report(office, machine, 2.0)
    rows = office.services.backups.history(machine)
    added, size, time = (picture(rows, measure, TODAY, 30) for measure in (Measure.ADDED, Measure.SIZE, Measure.DURATION))
    assert (added.days[-1].value, size.days[-1].value, time.days[-1].value) == (58_000_000, 3_200_000_000, 120)
    assert [text for _, text in added.ticks()[1]] == ["0", "20\u00a0Mo", "40\u00a0Mo", "60\u00a0Mo"]
    assert [text for _, text in time.ticks()[1]] == ["0", "1\u00a0min", "2\u00a0min"]
    assert picture((), Measure.ADDED, TODAY, 30).ticks()[0] > 0


# Words ---------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0\u00a0octet"), (999, "999\u00a0octets"), (1500, "1,5\u00a0Ko"), (999_960_000, "1,0\u00a0Go"), (31_000_000, "31\u00a0Mo")],
)
def test_sizes(count: int, text: str) -> None:
    assert words.size(count) == text


def test_the_tool_is_looked_for_once_it_is_found(show: Show, office: OpenFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []
    found = ToolInfo(True, "0.17.0", "/usr/bin/restic", msg("restic"))

    def tool() -> ToolInfo:
        looks.append(1)
        return found

    monkeypatch.setattr(office.services.backups, "tool", tool)
    screen = show()
    screen.activate(Route("backups"))
    assert looks == [1]


def test_an_unknown_machine_of_a_contract_is_named_so(show: Show, office: OpenFolder) -> None:
    from tests.offices import add_three_contracts

    add_three_contracts(office)
    screen = show()
    assert sum(line[0] == "Poste à préciser" for line in cells(screen)) >= 1
    loose = next(one for one in screen._seen.overview.licences if one.equipment_id is None)  # type: ignore[union-attr]
    assert isinstance(screen.table.current_id, UUID)
    from app.ui.backups.licences import row_id

    screen.table.select(row_id(loose))
    assert "on ne sait pas quel poste la porte" in screen.detail.conditions.option_text
    assert not screen.detail.conditions.subscribe_button.isVisible()
