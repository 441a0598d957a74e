"""The home screen on a real data folder."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.domain.errors import StorageError
from app.domain.text import msg
from app.domain.values.home import Deadline, HomeSummary, Need
from app.ui.home.cards import days_left
from app.ui.home.rows import ActionRow, PartsBar, ShareRow
from app.ui.home.view import HomeScreen
from app.ui.screen import Route, ScreenContext
from tests.offices import StandingClock, add_three_contracts, open_office
from tests.ui.conftest import Told

MakeContext = Callable[..., ScreenContext]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenFolder]:
    opened = open_office(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def show(qtbot: QtBot, make_context: MakeContext) -> Callable[..., HomeScreen]:
    def make(services: object, width: int = 1084) -> HomeScreen:
        screen = HomeScreen(make_context(services))
        qtbot.addWidget(screen)
        screen.resize(width, 660)
        screen.show()
        screen.set_site(None)
        screen.activate(Route("home"))
        return screen

    return make


def summary(**changes: object) -> HomeSummary:
    known: dict[str, object] = {
        "organisation": "Pressing",
        "needs": (),
        "deadlines": (),
        "contacts": (),
        "monthly_excl_tax": Decimal("0.00"),
        "monthly_incl_tax": Decimal("0.00"),
        "monthly_by_contract": (),
        "equipment_total": 0,
        "equipment_by_status": (),
        "open_requests": 0,
        "ratings": 0,
        "top_share": None,
    }
    return HomeSummary(**{**known, **changes})  # type: ignore[arg-type]


def answering(found: HomeSummary) -> SimpleNamespace:
    return SimpleNamespace(home=SimpleNamespace(summary=lambda _site: found))


def words(screen: HomeScreen) -> str:
    labels = [label.text() for label in screen.findChildren(QLabel) if not label.isHidden()]
    return "\n".join([*labels, *(row.accessibleName() for row in screen.findChildren(ActionRow))])


def rows(screen: HomeScreen) -> list[ActionRow]:
    return [row for row in screen.findChildren(ActionRow) if not row.isHidden()]


def test_a_new_office_is_shown_three_steps(show: Callable[..., HomeScreen], office: OpenFolder, told: Told) -> None:
    screen = show(office.services)
    steps = rows(screen)
    assert [step.text() for step in steps] == ["Complétez votre entreprise", "Ajoutez votre matériel", "Enregistrez un contrat"]
    assert steps[0].accessibleName().startswith("Fait")
    assert steps[1].accessibleName().startswith("À faire")
    for step in steps:
        step.click()
    assert told.routes == [Route("settings"), Route("equipment", action="add"), Route("contracts", action="add")]
    office.services.equipment.add({"designation": "Caisse", "kind": "till"})
    screen.reload()
    assert rows(screen)[1].accessibleName().startswith("Fait")


def test_full_office_in_one_sight(show: Callable[..., HomeScreen], tmp_path: Path, told: Told) -> None:
    opened = open_office(tmp_path / "demo", named=False)
    opened.services.demo.fill()
    screen = show(opened.services)
    told_words = words(screen)
    home = opened.services.home.summary()
    assert home.organisation in told_words
    assert "dimanche 22\u00a0novembre 2026" in told_words
    for need in home.needs:
        assert need.title.render() in told_words
    for deadline in home.deadlines:
        assert f"J-{deadline.days_left}" in told_words
    shares = [share.accessibleName() for share in screen.findChildren(ShareRow)]
    assert len(shares) == len(home.monthly_by_contract)
    bar = screen.findChild(PartsBar)
    assert bar is not None
    assert "en service" in bar.accessibleDescription()
    bar.click()
    assert told.routes[-1] == Route("equipment")
    row = next(row for row in rows(screen) if row.accessibleName().startswith("J-"))
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert told.routes[-1].screen == "contracts"
    assert told.routes[-1].record_id == home.deadlines[0].contract_id
    opened.close()


def test_most_urgent_first_and_never_by_colour_alone(show: Callable[..., HomeScreen]) -> None:
    needs = (
        Need("critical", msg("Préavis"), msg("C-1"), "contracts"),
        Need("warning", msg("Panne"), msg("Caisse"), "equipment"),
        Need("info", msg("SIREN"), msg("Vide"), "settings"),
    )
    screen = show(
        answering(summary(needs=needs, equipment_total=1, equipment_by_status=(("in_use", 1),), monthly_by_contract=(("A", Decimal(1)),)))
    )
    assert [row.accessibleName().split(".")[0] for row in rows(screen)] == ["Urgent", "À traiter", "À savoir"]


def test_what_waits_in_support_leads_to_its_place(show: Callable[..., HomeScreen], told: Told) -> None:
    needs = (
        Need("critical", msg("Réponse en retard"), msg("Tickets"), "support", UUID(int=1)),
        Need("warning", msg("Promesse à tenir"), msg("Portable"), "support", UUID(int=2), "claim"),
        Need("info", msg("Avis à donner"), msg("Tickets"), "support", UUID(int=3), "rate"),
    )
    for row in rows(show(answering(summary(needs=needs, equipment_total=1, equipment_by_status=(("in_use", 1),))))):
        row.click()
    led = [route for route in told.routes if route.screen == "support"]
    assert led == [Route("support", UUID(int=1)), Route("support", UUID(int=2), "claim"), Route("support", UUID(int=3), "rate")]


def test_many_needs_are_folded(show: Callable[..., HomeScreen]) -> None:
    needs = tuple(Need("warning", msg("Besoin {n}", n=n), msg("x"), "contracts") for n in range(9))
    screen = show(answering(summary(needs=needs, equipment_total=1, equipment_by_status=(("in_use", 1),))))
    assert len(rows(screen)) == 6
    more = next(each for each in screen.findChildren(QPushButton) if "3 autres" in each.text())
    more.click()
    assert len(rows(screen)) == 9


def test_calm_when_nothing_waits(show: Callable[..., HomeScreen]) -> None:
    deadline = Deadline(UUID(int=7), "C-1", "Support", date(2027, 6, 1), 191, None, msg("Échéance de préavis"))
    found = summary(equipment_total=1, equipment_by_status=(("in_use", 1),), deadlines=(deadline,))
    screen = show(answering(found))
    assert "Rien ne vous attend aujourd’hui." in words(screen)
    assert "J-191" in words(screen)


def test_calling_support(show: Callable[..., HomeScreen], office: OpenFolder, told: Told, qapp: QApplication) -> None:
    add_three_contracts(office)
    screen = show(office.services)
    asked: list[QUrl] = []

    def refuse(url: QUrl) -> bool:
        asked.append(url)
        return False

    screen.open_url = refuse
    dial = next(each for each in screen.findChildren(QPushButton) if each.accessibleName().startswith("Appeler"))
    dial.click()
    assert asked[0].scheme() == "tel"
    assert " " not in asked[0].toString()
    assert qapp.clipboard().text() == dial.text()
    assert "copié" in told.notices[-1][0]


def test_failure_is_said_and_can_be_tried_again(show: Callable[..., HomeScreen]) -> None:
    answers: list[HomeSummary] = []

    def read(_site: object) -> HomeSummary:
        if not answers:
            raise StorageError(msg("Le disque ne répond pas."))
        return answers[0]

    screen = show(SimpleNamespace(home=SimpleNamespace(summary=read)))
    assert "Le disque ne répond pas." in words(screen)
    answers.append(summary())
    next(each for each in screen.findChildren(QPushButton) if each.text() == "Réessayer").click()
    assert "Pour commencer" in words(screen)


def test_long_names_do_not_widen_the_window(show: Callable[..., HomeScreen]) -> None:
    name = "Pressing " + "x" * 300
    found = summary(
        organisation=name,
        needs=(Need("warning", msg("{n}", n=name), msg("{n}", n=name), "contracts"),),
        monthly_by_contract=((name, Decimal("10.00")),),
        monthly_excl_tax=Decimal("10.00"),
        equipment_total=3,
        equipment_by_status=(("in_use", 2), ("lost_or_stolen", 1)),
    )
    screen = show(answering(found))
    assert screen.minimumSizeHint().width() < 640
    assert screen._heading.toolTip() == name
    narrow = show(answering(found), 560)
    assert not narrow._day.isVisible()


def test_quick_actions(show: Callable[..., HomeScreen], office: OpenFolder, told: Told) -> None:
    screen = show(office.services)
    for button in screen.findChildren(QPushButton):
        if button.accessibleName() in ("Nouveau contrat", "Ajouter un matériel"):
            button.click()
    assert set(told.routes) == {Route("contracts", action="add"), Route("equipment", action="add")}


def test_same_answer_paints_nothing_again(show: Callable[..., HomeScreen]) -> None:
    screen = show(answering(summary()))
    before = rows(screen)
    screen.reload()
    assert rows(screen) == before


def test_filled_quickly(show: Callable[..., HomeScreen], tmp_path: Path) -> None:
    opened = open_office(tmp_path / "demo", StandingClock(datetime(2026, 11, 22, 10, tzinfo=UTC)), named=False)
    opened.services.demo.fill()
    show(opened.services)  # icons and SQL statements are compiled once
    took = []
    for _ in range(3):
        start = time.perf_counter()
        show(opened.services).grab()
        took.append(time.perf_counter() - start)
    opened.close()
    # Well under 100 ms on a quiet computer; this only catches something gone wrong.
    assert min(took) < 0.4


@pytest.mark.parametrize(("days", "shown"), [(30, "J-30"), (1, "J-1"), (0, "Jour J"), (-3, "J+3")])
def test_days_left_in_words(days: int, shown: str) -> None:
    assert days_left(days) == shown
