"""What waits for a decision is named on the home screen, and a decision has its figures at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.simulation.world import figures
from tests.sync.test_incomplete_contracts import add_contract
from tests.sync_deeds import all_meet, edit, seen, services, value
from tests.sync_lab import LabDevice, LabServer

Computer = Callable[[LabServer], LabDevice]


@pytest.fixture
def computers(lite: LabServer, computer: Computer) -> tuple[LabDevice, LabDevice]:
    return computer(lite), computer(lite)


def two_quantities(computers: tuple[LabDevice, LabDevice]) -> str:
    """Two computers change the quantity of a contract's line; the second one has to decide. The line."""
    first, late = computers
    _, line = add_contract(first)
    all_meet(computers)
    edit(first, "contract_line", line, quantity=3)
    edit(late, "contract_line", line, quantity=5)
    all_meet(computers)
    return line


def test_a_conflict_about_a_number_is_named_on_the_home_screen(computers: tuple[LabDevice, LabDevice]) -> None:
    """SQLite keeps a value that is a bare number as a number, and no JSON text."""
    late = computers[1]
    two_quantities(computers)
    assert value(late, "SELECT typeof(mine) FROM sync_conflict") == "integer"
    assert [(one.mine, one.theirs) for one in services(late).sync_inbox.entries()] == [(5, 3)]
    number = value(late, "SELECT number FROM contract")
    (need,) = [one for one in services(late).home.summary().needs if one.screen == "inbox"]
    assert (need.title.render("en"), need.detail.render("en")) == ("Two values to choose from", f"Contract line: {number}")


def test_keeping_mine_of_a_quantity_has_its_figures_at_once(computers: tuple[LabDevice, LabDevice]) -> None:
    first, late = computers
    line = two_quantities(computers)
    inbox = services(late).sync_inbox
    (entry,) = inbox.entries()
    inbox.resolve(entry.id, "mine")
    now = figures(late)
    all_meet((late, first))
    assert now == figures(first) == figures(late)
    assert seen(first, "contract_line", line, "quantity") == 5


def test_taking_a_quantity_back_has_its_figures_at_once(computers: tuple[LabDevice, LabDevice]) -> None:
    late = computers[1]
    two_quantities(computers)
    before, inbox = figures(late), services(late).sync_inbox
    decision = inbox.resolve_all([entry.id for entry in inbox.entries()], "mine")
    assert figures(late) != before
    inbox.take_back(decision)
    assert figures(late) == before
