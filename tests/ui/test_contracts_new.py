"""The new-contract assistant on real services: it prices while one types, explains, refuses, and records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.records import ContractStatus, EquipmentKind
from app.ui.contracts.dates_step import DatesStep
from app.ui.contracts.new_contract import NewContractDialog
from app.ui.contracts.price_step import PriceStep
from app.ui.contracts.quoted_services import QuotedServices
from app.ui.contracts.view import ContractsScreen
from app.ui.screen import Route, ScreenContext
from app.ui.tasks import TaskRunner
from app.ui.widgets import select_data
from tests.ui.contract_office import TODAY, Office, empty_office, three_contracts

MakeContext = Callable[..., ScreenContext]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with three_contracts(tmp_path / "data") as made:
        yield made


@pytest.fixture
def dialog(qtbot: QtBot, office: Office, make_context: MakeContext) -> NewContractDialog:
    return opened(qtbot, make_context(office.services))


def opened(qtbot: QtBot, context: ScreenContext) -> NewContractDialog:
    made = NewContractDialog(context)
    qtbot.addWidget(made)
    made.show()
    return made


def on_page(dialog: NewContractDialog, page: object) -> bool:
    return dialog.current is page


def error_of(page: PriceStep | DatesStep, name: str) -> str | None:
    return page.form.field(name).error


def at_price(dialog: NewContractDialog, offer: str) -> None:
    dialog.offers.choose(offer)
    dialog.go_on()
    assert on_page(dialog, dialog.price)


def boxes_of(dialog: NewContractDialog) -> QuotedServices | None:
    return dialog.price.services


def priced(dialog: NewContractDialog) -> tuple[str, str, str]:
    facts = dialog.price.panel.facts
    return facts.text_of("excl"), facts.text_of("vat"), facts.text_of("incl")


def test_an_offer_must_be_chosen_and_the_keyboard_can(dialog: NewContractDialog, qtbot: QtBot) -> None:
    dialog.go_on()
    assert on_page(dialog, dialog.offers)
    first = next(iter(dialog.offers.cards.values())).radio
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    chosen = dialog.offers.offer
    assert chosen is not None
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert dialog.offers.offer is not None and dialog.offers.offer.id != chosen.id
    # Enter goes on from anywhere.
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert on_page(dialog, dialog.price)


@pytest.mark.parametrize(
    ("quantity", "options", "shown"),
    [
        ("1", (), ("33,00\u00a0€", "6,60\u00a0€", "39,60\u00a0€")),
        ("5", (), ("137,50\u00a0€", "27,50\u00a0€", "165,00\u00a0€")),
        ("6", (), ("138,00\u00a0€", "27,60\u00a0€", "165,60\u00a0€")),
        ("2", ("conveyor_link", "automatic_backup"), ("98,00\u00a0€", "19,60\u00a0€", "117,60\u00a0€")),
    ],
)
def test_it_prices_while_one_types(
    dialog: NewContractDialog, qtbot: QtBot, quantity: str, options: tuple[str, ...], shown: tuple[str, str, str]
) -> None:
    at_price(dialog, "gesticlean-support")
    dialog.price.quantity.clear()
    QTest.keyClicks(dialog.price.quantity, quantity)
    for option in options:
        QTest.keyClick(dialog.price.options[option], Qt.Key.Key_Space)
    assert priced(dialog) == shown


def test_the_next_tier_is_worth_a_word(dialog: NewContractDialog, qtbot: QtBot) -> None:
    at_price(dialog, "gesticlean-support")
    dialog.price.quantity.setText("5")
    assert "138,00\u00a0€" in dialog.price.panel.hint
    dialog.price.quantity.setText("6")
    assert dialog.price.panel.hint == ""
    qtbot.waitUntil(dialog.price.panel.why.isVisible)


@pytest.mark.parametrize("typed", ["0", "-1", "2.5", "100000000000000000000", "deux"])
def test_a_quantity_that_cannot_be_is_said_next_to_it(dialog: NewContractDialog, typed: str) -> None:
    at_price(dialog, "gesticlean-support")
    dialog.price.quantity.setText(typed)
    assert dialog.price.form.field("quantity").error == "Attendu\u00a0: un nombre entier de 1 à 100\u202f000"
    dialog.go_on()
    assert on_page(dialog, dialog.price)
    assert priced(dialog) == ("", "", "")
    dialog.price.quantity.setText("3")
    assert dialog.price.form.field("quantity").error is None
    assert priced(dialog)[0] == "82,50\u00a0€"


def test_the_newer_of_two_exclusive_options_stays_and_it_is_said(dialog: NewContractDialog, qtbot: QtBot) -> None:
    at_price(dialog, "gesticlean-support")
    plain, full = dialog.price.options["conveyor_link"], dialog.price.options["conveyor_and_arm_link"]
    assert "Ne se prend pas avec" in plain.accessibleDescription()
    QTest.keyClick(plain, Qt.Key.Key_Space)
    assert priced(dialog)[0] == "54,00\u00a0€"
    QTest.keyClick(full, Qt.Key.Key_Space)
    assert (plain.isChecked(), full.isChecked()) == (False, True)
    assert priced(dialog)[0] == "56,00\u00a0€"
    assert "a été retirée" in dialog.price.note.text() and dialog.price.note.isVisible()


def test_the_price_of_a_rental_comes_from_the_quote(dialog: NewContractDialog, qtbot: QtBot) -> None:
    at_price(dialog, "cleaq-rental")
    assert error_of(dialog.price, "unit_price") is None
    dialog.go_on()
    assert on_page(dialog, dialog.price)
    assert error_of(dialog.price, "unit_price") == "Attendu\u00a0: le prix unitaire HT par mois du devis"
    QTest.keyClicks(dialog.price.unit_price, "39,90")
    dialog.price.quantity.setText("3")
    assert error_of(dialog.price, "unit_price") is None
    assert priced(dialog)[0] == "119,70\u00a0€"


def test_the_months_follow_what_is_rented(dialog: NewContractDialog) -> None:
    at_price(dialog, "cleaq-rental")
    dialog.price.unit_price.setText("39,90")
    dialog.go_on()
    months = dialog.dates.months
    assert isinstance(months, QComboBox)
    assert [months.itemData(place) for place in range(months.count())] == [24, 36, 48]
    assert months.currentData() == 36
    dialog.back()
    select_data(dialog.price.device, EquipmentKind.SMARTPHONE)
    dialog.go_on()
    months = dialog.dates.months
    assert isinstance(months, QComboBox)
    assert [months.itemData(place) for place in range(months.count())] == [24]
    assert not dialog.dates.months.isEnabled()


@pytest.mark.parametrize(
    ("offer", "start", "expected"),
    [
        (
            "gesticlean-support",
            "31/01/2026",
            {"commitment_end": "30/01/2027", "notice_deadline": "30/01/2027", "send_by_post": "27/01/2027"},
        ),
        ("commown-rental", "10/03/2025", {"commitment_end": "09/03/2026", "notice_deadline": "Aucune"}),
        ("commown-rental", "10/03/2026", {"commitment_end": "09/03/2027", "notice_deadline": "22/02/2027", "send_by_email": "22/02/2027"}),
        ("cleaq-rental", "15/01/2024", {"commitment_end": "14/01/2027", "notice_deadline": "Aucune", "renewal": "Sans reconduction"}),
    ],
)
def test_golden_dates_while_one_types(dialog: NewContractDialog, offer: str, start: str, expected: dict[str, str]) -> None:
    at_price(dialog, offer)
    dialog.price.unit_price.setText("36")
    dialog.go_on()
    assert on_page(dialog, dialog.dates)
    dialog.dates.start.setText(start)
    assert {key: dialog.dates.panel.facts.text_of(key) for key in expected} == expected
    assert dialog.dates.timeline.isVisible()


def test_a_day_that_does_not_exist_stops_the_assistant(dialog: NewContractDialog) -> None:
    at_price(dialog, "gesticlean-support")
    dialog.go_on()
    dialog.dates.start.setText("31/02/2026")
    dialog.go_on()
    assert on_page(dialog, dialog.dates)
    assert dialog.dates.form.field("start").error == "Attendu\u00a0: un jour qui existe au calendrier, comme 22/11/2026"
    assert not dialog.dates.timeline.isVisible()
    dialog.dates.start.setText("")
    dialog.go_on()
    assert on_page(dialog, dialog.dates)
    dialog.dates.start.setText("01/02/2026")
    dialog.go_on()
    assert on_page(dialog, dialog.review)


def test_managed_it_follows_the_fleet_and_takes_a_price_table(dialog: NewContractDialog, office: Office) -> None:
    at_price(dialog, "commown-managed")
    assert dialog.price.linked.currentData() == "L-1"
    dialog.price.choose_table()
    assert not dialog.price.form.field("unit_price").isVisible()
    dialog.price.table.lines[0].price.setText("19")
    dialog.price.table.add_line()
    dialog.go_on()
    assert on_page(dialog, dialog.price)
    dialog.price.table.lines[1].quantity.setText("1")
    dialog.price.table.lines[1].price.setText("16,50")
    dialog.go_on()
    assert on_page(dialog, dialog.price)
    dialog.price.table.lines[1].quantity.setText("6")
    # Six computers are rented from Commown.
    assert priced(dialog)[0] == "99,00\u00a0€"
    dialog.go_on()
    dialog.go_on()
    dialog.review.choices[ContractStatus.ACTIVE].setChecked(True)
    dialog.go_on()
    made = [row for row in office.services.contracts.rows() if row.offer_id == "commown-managed" and row.number != "I-1"]
    assert [(row.status, row.quantity) for row in made] == [(ContractStatus.ACTIVE, 6)]
    assert office.services.contracts.sheet(made[0].number).linked is not None


def test_the_services_of_the_quote_are_ticked_or_left_for_later(dialog: NewContractDialog, office: Office) -> None:
    at_price(dialog, "gesticlean-support")
    assert boxes_of(dialog) is None
    dialog.back()
    at_price(dialog, "commown-managed")
    boxes = boxes_of(dialog)
    assert boxes is not None and boxes.named() is None and len(boxes.boxes) == 6
    boxes.boxes["unlimited_support"].click()
    boxes.boxes["user_change"].click()
    dialog.price.unit_price.setText("19")
    for _ in range(3):
        dialog.go_on()
    [made] = [row for row in office.services.contracts.rows() if row.offer_id == "commown-managed" and row.number != "I-1"]
    due = {each.id: each.due for each in office.services.contracts.services(made.number)}
    assert [name for name, value in due.items() if value] == ["unlimited_support", "user_change"]


def test_without_a_rental_it_can_only_be_a_draft_and_says_why(qtbot: QtBot, tmp_path: Path, make_context: MakeContext) -> None:
    with empty_office(tmp_path / "data") as office:
        dialog = opened(qtbot, make_context(office.services))
        at_price(dialog, "commown-managed")
        dialog.price.unit_price.setText("19")
        dialog.go_on()
        dialog.go_on()
        assert on_page(dialog, dialog.review)
        assert any("ne peut pas être signé sans un contrat de location" in words for words in dialog.review.warnings)
        assert not dialog.review.choices[ContractStatus.SIGNED].isEnabled()
        dialog.go_on()
        [row] = office.services.contracts.rows()
        assert row.status is ContractStatus.DRAFT


def test_an_office_that_may_not_rent_is_told_each_reason(dialog: NewContractDialog, office: Office) -> None:
    office.services.office.change_organisation({"micro_enterprise": "true", "iban": ""})
    at_price(dialog, "cleaq-rental")
    dialog.price.unit_price.setText("39,90")
    dialog.go_on()
    dialog.go_on()
    for field, why in (("Micro-entreprise", "L’offre n’est pas ouverte aux micro-entreprises."), ("IBAN", "L’IBAN n’est pas renseigné.")):
        assert any(f"«\u00a0{field}\u00a0»" in words and words.endswith(why) for words in dialog.review.warnings)
    assert not dialog.review.choices[ContractStatus.ACTIVE].isEnabled()


def test_review_shows_the_articles_and_records_a_signed_contract(dialog: NewContractDialog, office: Office, qtbot: QtBot) -> None:
    recorded: list[tuple[object, str]] = []
    dialog.recorded.connect(lambda contract_id, number: recorded.append((contract_id, number)))
    at_price(dialog, "gesticlean-support")
    dialog.price.quantity.setText("2")
    dialog.go_on()
    dialog.dates.start.setText("01/12/2026")
    select_data(dialog.dates.site, office.annecy)
    QTest.keyClicks(dialog.dates.number, "GC/2026/7")
    dialog.go_on()
    assert dialog.review.articles[0] == "Article 1. Objet"
    assert len(dialog.review.articles) > 6
    dialog.review.choices[ContractStatus.SIGNED].setChecked(True)
    dialog.review.day.setText("")
    dialog.go_on()
    assert dialog.isVisible() and dialog.review.form.field("signed_on").error is not None
    dialog.review.day.setText("22/11/2026")
    QTest.keyClicks(dialog.review.place, "Annecy")
    dialog.go_on()
    assert not dialog.isVisible()
    assert [number for _, number in recorded] == ["GC/2026/7"]
    sheet = office.services.contracts.sheet("GC/2026/7")
    assert (sheet.status, sheet.start, sheet.site_name, sheet.signed_on, sheet.signed_place) == (
        ContractStatus.SIGNED,
        date(2026, 12, 1),
        "Annecy",
        TODAY,
        "Annecy",
    )


def test_a_number_that_is_taken_leads_back_to_its_field(dialog: NewContractDialog) -> None:
    at_price(dialog, "gesticlean-support")
    dialog.go_on()
    dialog.dates.number.setText("S-1")
    dialog.go_on()
    dialog.go_on()
    assert dialog.isVisible()
    assert on_page(dialog, dialog.dates)
    assert dialog.dates.form.field("number").error == "Attendu\u00a0: un numéro qui n’est pas encore pris"


def test_going_back_keeps_what_was_typed_as_long_as_the_offer_stays(dialog: NewContractDialog) -> None:
    at_price(dialog, "gesticlean-support")
    dialog.price.quantity.setText("4")
    dialog.back()
    dialog.go_on()
    assert dialog.price.quantity.text() == "4"
    dialog.back()
    at_price(dialog, "cleaq-rental")
    assert dialog.price.quantity.text() == "1"


def test_the_whole_way_from_the_screen(qtbot: QtBot, office: Office, make_context: MakeContext) -> None:
    screen = ContractsScreen(make_context(office.services))
    qtbot.addWidget(screen)
    screen.show()
    screen.activate(Route("contracts", action="add"))
    dialog = screen.do.dialog
    assert isinstance(dialog, NewContractDialog)
    at_price(dialog, "gesticlean-support")
    for _ in range(3):
        dialog.go_on()
    assert screen.detail.loaded is not None and screen.detail.loaded.sheet.status is ContractStatus.DRAFT
    assert screen.bar.isVisible()
    assert [each.text() for each in screen.bar.findChildren(QPushButton)] == ["Voir le PDF"]


def test_it_goes_on_by_itself_once_the_worker_has_answered(
    qtbot: QtBot, office: Office, make_context: MakeContext, threaded_tasks: TaskRunner
) -> None:
    dialog = opened(qtbot, make_context(office.services, tasks=threaded_tasks))
    qtbot.waitUntil(lambda: bool(dialog.offers.cards), timeout=10_000)
    at_price(dialog, "gesticlean-support")
    QTest.keyClicks(dialog.price.quantity, "2")
    dialog.go_on()
    qtbot.waitUntil(lambda: on_page(dialog, dialog.dates), timeout=10_000)
    dialog.dates.start.setText("31/01/2026")
    dialog.go_on()
    qtbot.waitUntil(lambda: on_page(dialog, dialog.review), timeout=10_000)
    assert dialog.preview is not None and dialog.preview.quote.quantity == 12
