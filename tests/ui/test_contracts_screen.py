"""The contract screen on real services: list, detail, and what is changed there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.records import ContractStatus
from app.domain.values.contracts import ContractDraft
from app.ui.contracts.papers import HistoryPage, PapersPage
from app.ui.contracts.small_dialogs import QuantityDialog, SignDialog
from app.ui.contracts.view import ContractsScreen
from app.ui.screen import Route, ScreenContext
from tests.ui.conftest import Told
from tests.ui.contract_office import TODAY, Office, empty_office, three_contracts
from tests.ui.contracts_desk import cell, choose, numbers, overview, press, shown

MakeContext = Callable[..., ScreenContext]
ENTER = Qt.Key.Key_Return


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with three_contracts(tmp_path / "data") as made:
        yield made


@pytest.fixture
def screen(qtbot: QtBot, office: Office, make_context: MakeContext) -> ContractsScreen:
    return shown(qtbot, make_context(office.services))


# List ------------------------------------------------------------------------------------------------------------------------------


def test_the_most_urgent_contract_comes_first_and_is_chosen(screen: ContractsScreen) -> None:
    assert numbers(screen) == ["C-1", "S-1", "I-1", "L-1"]
    assert cell(screen, "C-1", "deadline") == "14/01/2027 · J-53"
    assert (cell(screen, "C-1", "alert"), cell(screen, "S-1", "alert"), cell(screen, "I-1", "alert")) == ("J-60", "J-90", "")
    assert cell(screen, "S-1", "monthly") == "98,00\u00a0€"
    assert screen.detail.loaded is not None and screen.detail.loaded.sheet.number == "C-1"


@pytest.mark.parametrize(
    ("typed", "found"), [("gesti", ["S-1"]), ("STRAS", ["I-1", "L-1"]), ("infogerance", ["I-1"]), ("actif annecy", ["C-1", "S-1"])]
)
def test_search_takes_words_without_case_or_accents(screen: ContractsScreen, qtbot: QtBot, typed: str, found: list[str]) -> None:
    QTest.keyClicks(screen.search, typed)
    assert numbers(screen) == found


def test_filters_and_what_to_do_when_nothing_matches(screen: ContractsScreen, qtbot: QtBot) -> None:
    screen.chips.set_values({"kind": ("rental",)})
    assert numbers(screen) == ["C-1", "L-1"]
    screen.chips.set_values({"kind": ("rental",), "status": ("draft",)})
    assert screen.table.total == 0
    assert not screen.detail.isVisible()
    screen.chips.clear()
    assert screen.table.total == 4
    assert screen.detail.isVisible()


def test_the_header_sorts(screen: ContractsScreen) -> None:
    screen.table._sort_by(next(i for i, each in enumerate(screen.table.model.columns) if each.key == "monthly"))
    assert numbers(screen) == ["S-1", "I-1", "C-1", "L-1"]


def test_the_site_filter_keeps_its_contracts(screen: ContractsScreen, office: Office) -> None:
    screen.set_site(office.strasbourg)
    screen.reload()
    assert numbers(screen) == ["I-1", "L-1"]


def test_an_office_without_contracts_is_told_what_to_do(qtbot: QtBot, tmp_path: Path, make_context: MakeContext) -> None:
    with empty_office(tmp_path / "data") as made:
        screen = shown(qtbot, make_context(made.services))
        assert screen.table.total == 0
        assert not screen.print_button.isEnabled()
        assert not screen.detail.isVisible()


# Detail ----------------------------------------------------------------------------------------------------------------------------


def test_golden_dates_and_amounts_of_a_support_contract(screen: ContractsScreen, office: Office) -> None:
    page = choose(screen, office, "S-1")
    dates = {key: page.dates.text_of(key) for key in ("commitment_end", "notice_deadline", "send_by_post", "send_by_email", "earliest_end")}
    assert dates == {
        "commitment_end": "30/01/2027",
        "notice_deadline": "30/01/2027",
        "send_by_post": "27/01/2027",
        "send_by_email": "29/01/2027",
        "earliest_end": "30/01/2027",
    }
    assert page.dates.text_of("last_billed_period") == "31/12/2026 – 30/01/2027"
    assert page.dates.text_of("remaining_rents") == "196,00\u00a0€"
    assert (page.totals.text_of("monthly_excl_tax"), page.totals.text_of("vat"), page.totals.text_of("monthly_incl_tax")) == (
        "98,00\u00a0€",
        "19,60\u00a0€",
        "117,60\u00a0€",
    )


def test_every_computed_date_says_why(screen: ContractsScreen, office: Office, qtbot: QtBot) -> None:
    page = choose(screen, office, "S-1")
    for key in (
        "commitment_end",
        "term",
        "renewal",
        "notice_deadline",
        "send_by_post",
        "earliest_end",
        "last_billed_period",
        "remaining_rents",
    ):
        assert page.dates.why_of(key) is not None, key
    assert page.totals.why_of("monthly_excl_tax") is not None
    mark = page.dates.why_of("notice_deadline")
    assert mark is not None and mark.accessibleName() == "Pourquoi\u202f? Échéance de préavis"


def test_tied_contracts_lead_to_each_other(screen: ContractsScreen, office: Office) -> None:
    page = choose(screen, office, "I-1")
    assert screen.detail.loaded is not None
    page.contract_asked.emit(screen.detail.loaded.sheet.linked.id)  # type: ignore[union-attr]
    assert screen.detail.loaded.sheet.number == "L-1"
    assert [other.number for other in screen.detail.loaded.sheet.depending] == ["I-1"]


def test_a_route_chooses_its_contract_even_behind_a_filter(screen: ContractsScreen, office: Office) -> None:
    screen.activate(Route("contracts", office.id_of("L-1")))
    assert screen.detail.loaded is not None and screen.detail.loaded.sheet.number == "L-1"
    screen.chips.set_values({"kind": ("software_support",)})
    screen.go_to(office.id_of("I-1"))
    assert screen.detail.loaded.sheet.number == "I-1"
    assert screen.chips.values() == {}


def test_the_quantity_changes_the_price_and_stays_in_the_history(screen: ContractsScreen, office: Office, qtbot: QtBot) -> None:
    choose(screen, office, "S-1")
    press(screen, "quantity")
    dialog = screen.do.dialog
    assert isinstance(dialog, QuantityDialog)
    for refused in ("0", "-1", "2.5", "1" + "0" * 20, "beaucoup"):
        dialog.quantity.setText(refused)
        QTest.keyClick(dialog.quantity, ENTER)
        assert dialog.form.field("quantity").error == "Attendu\u00a0: un nombre entier de 1 à 100\u202f000"
    dialog.quantity.setText("6")
    QTest.keyClick(dialog.quantity, ENTER)
    # 6 × 23 + 21 + 6 × 11
    assert overview(screen).totals.text_of("monthly_excl_tax") == "225,00\u00a0€"
    screen.detail.show_page("history")
    assert isinstance(screen.detail.page("history"), HistoryPage)
    sheet = office.services.contracts.sheet("S-1")
    assert sheet.events[0].text.render().startswith("Quantité")


def test_a_followed_quantity_cannot_be_typed(screen: ContractsScreen, office: Office) -> None:
    choose(screen, office, "I-1")
    assert "quantity" not in screen.detail.buttons
    office.services.contracts.change_quantity("L-1", 5)
    page = choose(screen, office, "I-1")
    assert page.totals.text_of("monthly_excl_tax") == "95,00\u00a0€"


def test_a_draft_is_signed_activated_or_deleted_with_undo(screen: ContractsScreen, office: Office, told: Told, qtbot: QtBot) -> None:
    number = office.services.contracts.add(ContractDraft("gesticlean-support", TODAY, quantity=1))
    choose(screen, office, number)
    press(screen, "delete")
    assert number not in numbers(screen)
    text, undo = told.notices[-1]
    assert number in text and undo is not None
    undo()
    assert number in numbers(screen)
    press(screen, "sign")
    dialog = screen.do.dialog
    assert isinstance(dialog, SignDialog)
    dialog.day.setText("31/02/2026")
    QTest.keyClick(dialog.place, ENTER)
    assert dialog.form.field("signed_on").error is not None
    dialog.day.setText("20/11/2026")
    QTest.keyClicks(dialog.place, "Annecy")
    QTest.keyClick(dialog.place, ENTER)
    assert office.services.contracts.sheet(number).status is ContractStatus.SIGNED
    assert overview(screen).dates.text_of("signed_on") == "20/11/2026"
    press(screen, "activate")
    assert office.services.contracts.sheet(number).status is ContractStatus.ACTIVE
    assert "delete" not in screen.detail.buttons


def test_notes_are_kept(screen: ContractsScreen, office: Office, qtbot: QtBot) -> None:
    choose(screen, office, "S-1")
    screen.detail.show_page("papers")
    page = screen.detail.page("papers")
    assert isinstance(page, PapersPage)
    assert not page.save_notes.isEnabled()
    QTest.keyClicks(page.notes, "Demander Paul")
    assert page.has_unsaved_notes
    page.save_notes.click()
    assert office.services.contracts.sheet("S-1").notes == "Demander Paul"


def test_notes_that_were_not_saved_are_not_lost(screen: ContractsScreen, office: Office) -> None:
    for leave in (lambda: choose(screen, office, "C-1"), screen.can_leave, screen.reload):
        choose(screen, office, "S-1")
        screen.detail.show_page("papers")
        page = screen.detail.page("papers")
        assert isinstance(page, PapersPage)
        QTest.keyClicks(page.notes, "+")
        leave()
    assert office.services.contracts.sheet("S-1").notes == "+++"
