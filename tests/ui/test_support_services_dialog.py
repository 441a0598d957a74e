"""Managed services: due, or sent as a request for a quote, with the conditions of a visit named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.records import ContractStatus, RequestKind
from app.domain.values.contracts import ContractDraft
from app.ui.screen import Route, ScreenContext
from app.ui.support.services import DueDialog, ServicesDialog
from app.ui.support.view import SupportScreen
from app.ui.widgets import EmptyState
from tests.ui.support_office import SupportOffice, dialog_of, support_office, texts_in

Open = Callable[[], SupportScreen]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SupportOffice]:
    with support_office(tmp_path / "data") as made:
        yield made


@pytest.fixture
def open_screen(office: SupportOffice, make_context: Callable[..., ScreenContext], qtbot: QtBot) -> Open:
    kept: list[SupportScreen] = []

    def make() -> SupportScreen:
        screen = SupportScreen(make_context(office.services)._replace(today=office.clock.today))
        kept.append(screen)
        qtbot.addWidget(screen)
        screen.resize(1080, 660)
        screen.show()
        screen.activate(Route("support"))
        QApplication.processEvents()
        return screen

    return make


@pytest.fixture
def managed(office: SupportOffice) -> str:
    contracts = office.services.contracts
    rental = ContractDraft("commown-rental", date(2025, 3, 10), quantity=6, unit_price=Decimal("36.00"), number="L-1")
    contracts.add(rental, ContractStatus.ACTIVE)
    draft = ContractDraft("commown-managed", date(2026, 3, 10), unit_price=Decimal("12.00"), linked_number="L-1", number="I-1")
    contracts.add(draft, ContractStatus.ACTIVE)
    return "I-1"


def services_of(screen: SupportScreen) -> ServicesDialog:
    screen.services_button.click()
    found: ServicesDialog = dialog_of(screen, ServicesDialog)
    return found


def test_without_managed_services_it_says_so(open_screen: Open) -> None:
    dialog = services_of(open_screen())
    assert dialog.findChildren(EmptyState)
    assert not dialog.save_button.isVisible()


def test_services_are_due_or_sent_as_a_quote(open_screen: Open, office: SupportOffice, managed: str) -> None:
    contract = office.services.contracts.sheet(managed).id
    screen = open_screen()
    dialog = services_of(screen)
    first = dialog.choice()
    assert first is not None and first.due is None
    DueDialog(dialog._context, dialog._choices, dialog, dialog.read)
    office.services.support.set_services_due(contract, [first.id])
    dialog.read()
    assert dialog.save_button.text() == "Demander cette prestation"
    dialog.list.setCurrentRow(1)
    assert dialog.save_button.text() == "Demander un devis"
    dialog.form.field("description").editor.setPlainText("Pour lundi")  # type: ignore[attr-defined]
    dialog.submit()
    (row,) = office.rows()
    assert (row.kind, row.contract_id, row.description) == (RequestKind.QUOTE, contract, "Pour lundi")


def test_the_conditions_of_a_visit_are_named(open_screen: Open, office: SupportOffice, managed: str) -> None:
    dialog = services_of(open_screen())
    place = next(n for n, each in enumerate(dialog._choices) if each.conditions)
    dialog.list.setCurrentRow(place)
    said = texts_in(dialog._card)
    assert any("non remplie" in text for text in said)
    assert dialog.save_button.text() == "Demander un devis"


def test_what_the_quote_names_is_kept_with_the_contract(open_screen: Open, office: SupportOffice, managed: str, qtbot: QtBot) -> None:
    dialog = services_of(open_screen())
    due = DueDialog(dialog._context, dialog._choices, dialog, dialog.read)
    qtbot.addWidget(due)
    name = next(iter(due.boxes))
    due.boxes[name].setChecked(True)
    due.submit()
    assert {each.id for each in office.services.support.services() if each.due} == {name}
    assert dialog.choice() is not None
