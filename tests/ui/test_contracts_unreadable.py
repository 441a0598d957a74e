"""Screens of an office one of whose contracts cannot be read or priced by this program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.services.contract_reading import find, refresh_or_clear
from app.store import contract_queries
from app.ui.contracts import contract_list
from app.ui.home.rows import ActionRow
from app.ui.home.view import HomeScreen
from app.ui.screen import Route, ScreenContext
from app.ui.widgets import ErrorState
from tests.ui.conftest import Told
from tests.ui.contract_office import Office, three_contracts
from tests.ui.contracts_desk import cell, numbers, shown

MakeContext = Callable[..., ScreenContext]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """The rental `L-1` came without a quantity."""
    with three_contracts(tmp_path / "data") as made:
        with made.services.contracts._store.writing() as unit:
            row = find(unit.session, "L-1")
            contract_queries.lines(unit.session, row.id)[0].quantity = 0
            unit.session.flush()
            assert not refresh_or_clear(unit.session, row)
        yield made


def test_the_list_names_it_and_sorts_by_every_column(qtbot: QtBot, office: Office, make_context: MakeContext) -> None:
    screen = shown(qtbot, make_context(office.services))
    assert set(numbers(screen)) == {"C-1", "S-1", "I-1", "L-1"}
    assert cell(screen, "L-1", "deadline") == "Illisible ici"
    assert [cell(screen, "L-1", key) for key in ("offer", "quantity", "monthly", "alert")] == ["commown-rental", "", "", ""]
    for column in screen.table.model.columns:
        assert len(contract_list.chosen(office.services.contracts.rows(), "", {}, (column.key, True))) == 4


def test_the_calendar_says_which_it_leaves_out(
    qtbot: QtBot, office: Office, make_context: MakeContext, told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = shown(qtbot, make_context(office.services))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "echeances.ics"), ""))
    screen.export_button.click()
    assert [text for text, _ in told.notices] == [
        "Enregistré\u00a0: echeances.ics. Absents de l’agenda, car illisibles ici\u00a0: I-1, L-1"
    ]


def test_its_sheet_says_what_is_the_matter(qtbot: QtBot, office: Office, make_context: MakeContext) -> None:
    screen = shown(qtbot, make_context(office.services))
    screen.go_to(next(row.id for row in office.services.contracts.rows() if row.number == "L-1"))
    (state,) = screen.detail.findChildren(ErrorState)
    assert "Le contrat L-1 est incomplet, ou vient d’une version plus récente de Parclair" in state.accessibleName()
    # Nobody knows how many computers are rented: what follows them has no price either.
    trouble = {row.number: row.trouble is not None for row in office.services.contracts.rows()}
    assert trouble == {"C-1": False, "S-1": False, "I-1": True, "L-1": True}


def test_the_home_screen_points_to_it(qtbot: QtBot, office: Office, make_context: MakeContext) -> None:
    screen = HomeScreen(make_context(office.services))
    qtbot.addWidget(screen)
    screen.resize(1084, 660)
    screen.show()
    screen.set_site(None)
    screen.activate(Route("home"))
    needs = [row.accessibleName() for row in screen.findChildren(ActionRow)]
    assert any("Contrat illisible ou incomplet\u00a0: L-1" in need for need in needs), needs
    assert office.services.home.urgent_contracts() >= 1
