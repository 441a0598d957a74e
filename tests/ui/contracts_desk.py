"""The contract screen in sight, and hands to use it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.contracts.overview import Overview
from app.ui.contracts.view import ContractsScreen
from app.ui.screen import Route, ScreenContext
from tests.ui.contract_office import Office

MakeContext = Callable[..., ScreenContext]
ENTER = Qt.Key.Key_Return


def shown(qtbot: QtBot, context: ScreenContext) -> ContractsScreen:
    made = ContractsScreen(context)
    qtbot.addWidget(made)
    made.resize(1064, 660)
    made.set_site(None)
    made.show()
    made.activate(Route("contracts"))
    return made


def numbers(screen: ContractsScreen) -> list[str]:
    return [screen.table.model.record(row).number for row in range(screen.table.total)]  # type: ignore[union-attr]


def cell(screen: ContractsScreen, number: str, key: str) -> str:
    row = numbers(screen).index(number)
    column = next(place for place, each in enumerate(screen.table.model.columns) if each.key == key)
    return str(screen.table.model.index(row, column).data())


def overview(screen: ContractsScreen) -> Overview:
    screen.detail.show_page("overview")
    page = screen.detail.page("overview")
    assert isinstance(page, Overview)
    return page


def choose(screen: ContractsScreen, office: Office, number: str) -> Overview:
    screen.go_to(office.id_of(number))
    return overview(screen)


def press(screen: ContractsScreen, name: str) -> None:
    button = screen.detail.buttons[name]
    button.click()  # type: ignore[attr-defined]
