"""The contract screen on real services: list, detail, its actions, the follow-up of a resignation, the end of a rental."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.end_of_rental import EndChoice
from app.domain.records import ContractStatus, ResignationStatus
from app.domain.values.contracts import ContractDraft
from app.ui.contracts.follow_up import FollowUpDialog
from app.ui.contracts.overview import Overview
from app.ui.contracts.papers import HistoryPage, PapersPage
from app.ui.contracts.pdf_dialog import PdfDialog
from app.ui.contracts.rental_end import RentalEndPage
from app.ui.contracts.resign import ResignDialog
from app.ui.contracts.small_dialogs import QuantityDialog, SignDialog
from app.ui.contracts.view import ContractsScreen
from app.ui.screen import Route, ScreenContext
from app.ui.widgets import ErrorState
from app.ui.widgets.basics import scrolled
from tests.ui.conftest import Told
from tests.ui.contract_office import TODAY, Office, empty_office, three_contracts

MakeContext = Callable[..., ScreenContext]
ENTER = Qt.Key.Key_Return


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with three_contracts(tmp_path / "data") as made:
        yield made


@pytest.fixture
def screen(qtbot: QtBot, office: Office, make_context: MakeContext) -> ContractsScreen:
    return shown(qtbot, make_context(office.services))


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


# Paper -----------------------------------------------------------------------------------------------------------------------------


def test_the_contract_is_looked_at_then_kept(screen: ContractsScreen, office: Office, told: Told, qtbot: QtBot) -> None:
    choose(screen, office, "S-1")
    screen.print_button.click()
    dialog = screen.do.dialog
    assert isinstance(dialog, PdfDialog)
    assert dialog.preview.content.startswith(b"%PDF")
    assert office.services.documents.rows() == []
    dialog.keep_button.click()
    kept = office.services.documents.rows()
    assert [row.contract_number for row in kept] == ["S-1"]
    assert told.routes[-1] == Route("documents", kept[0].id)


def test_deadlines_go_to_the_calendar(screen: ContractsScreen, told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "echeances.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    screen.export_button.click()
    content = target.read_bytes().decode()
    assert content.count("BEGIN:VEVENT") == 3
    assert "20270130" in content and "20270114" in content and "20270222" in content
    assert told.notices[-1][0] == "Enregistré\u00a0: echeances.ics"


def test_a_file_is_attached_and_saved_elsewhere(
    screen: ContractsScreen, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "signé.pdf", tmp_path / "copie.pdf"
    source.write_bytes(b"%PDF-1.4 signed")
    choose(screen, office, "S-1")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(source), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    screen.do.act("attach", office.services.contracts.sheet("S-1"))
    [document] = office.services.contracts.sheet("S-1").documents
    screen.do.document("save", document)
    assert target.read_bytes() == b"%PDF-1.4 signed"


# Resignation -----------------------------------------------------------------------------------------------------------------------


def on_page(dialog: ResignDialog, page: object) -> bool:
    return dialog.current is page


def resigning(screen: ContractsScreen, office: Office, number: str) -> ResignDialog:
    screen.activate(Route("contracts", office.id_of(number), "resign"))
    dialog = screen.do.dialog
    assert isinstance(dialog, ResignDialog)
    return dialog


def test_the_resignation_of_a_rental_with_its_tied_contract(screen: ContractsScreen, office: Office, told: Told, qtbot: QtBot) -> None:
    dialog = resigning(screen, office, "L-1")
    # Today is a Sunday: posted on Monday 23, received on Thursday 26.
    assert dialog.when.day.text() == "26/11/2026"
    dialog.when.day.setText("01/12/2026")
    assert dialog.preview is not None and dialog.preview.effective_date == date(2026, 12, 16)
    assert dialog.when.effects.facts.text_of("last_billed_period") == "10/12/2026 – 09/01/2027"
    assert dialog.when.effects.facts.text_of("remaining_rents") == "216,00\u00a0€"
    assert dialog.when.effects.facts.text_of("send_by") == "26/11/2026"
    assert any("I-1" in words for words in dialog.when.effects.warnings)
    dialog.when.reason.setPlainText("Cessation d’activité")
    dialog.go_on()
    assert list(dialog.linked.boxes) == ["I-1"] and dialog.linked.boxes["I-1"].isChecked()
    dialog.go_on()
    assert dialog.letter.preview is not None and dialog.letter.preview.content.startswith(b"%PDF")
    assert office.services.documents.rows() == []
    dialog.go_on()
    assert {row.contract_number for row in office.services.documents.rows()} == {"L-1", "I-1"}
    sheet = office.services.contracts.sheet("L-1")
    assert sheet.resignation is not None and sheet.resignation.status is ResignationStatus.TO_SEND
    assert sheet.status is ContractStatus.ACTIVE
    assert "ne l’envoie pas" in told.notices[-1][0]


def test_the_golden_resignation_of_the_rules(qtbot: QtBot, office: Office, make_context: MakeContext) -> None:
    office.clock.day = date(2026, 5, 20)
    screen = shown(qtbot, make_context(office.services))
    dialog = resigning(screen, office, "L-1")
    dialog.when.day.setText("01/06/2026")
    assert dialog.preview is not None
    assert dialog.preview.effective_date == date(2026, 6, 16)
    assert dialog.when.effects.facts.text_of("last_billed_period") == "10/06/2026 – 09/07/2026"
    dialog.reject()


def test_the_assistant_does_not_pass_a_date_that_cannot_be(screen: ContractsScreen, office: Office, qtbot: QtBot) -> None:
    dialog = resigning(screen, office, "S-1")
    dialog.when.day.setText("31/02/2027")
    dialog.go_on()
    assert on_page(dialog, dialog.when)
    assert dialog.when.form.field("notice_received").error == "Attendu\u00a0: un jour qui existe au calendrier, comme 22/11/2026"
    dialog.when.day.setText("")
    dialog.go_on()
    assert on_page(dialog, dialog.when)
    dialog.when.day.setText("01/02/2027")
    assert dialog.preview is not None and dialog.preview.effective_date == date(2028, 1, 30)
    assert any("30/01/2027" in words for words in dialog.when.effects.warnings)
    dialog.go_on()
    # Nothing is tied to it: that page is passed over.
    assert on_page(dialog, dialog.letter)
    dialog.reject()


def test_another_channel_arrives_on_another_day(screen: ContractsScreen, office: Office) -> None:
    dialog = resigning(screen, office, "S-1")
    assert dialog.when.day.text() == "26/11/2026"
    dialog.when.channel.setCurrentIndex(1)
    assert dialog.when.day.text() == "22/11/2026"
    dialog.when.day.setText("10/12/2026")
    dialog.when.channel.setCurrentIndex(0)
    assert dialog.when.day.text() == "10/12/2026"
    dialog.reject()


def follow(screen: ContractsScreen, name: str) -> FollowUpDialog:
    strip = overview(screen).strip
    strip.buttons[name].click()
    dialog = screen.do.dialog
    assert isinstance(dialog, FollowUpDialog)
    return dialog


def test_a_resignation_is_followed_to_its_confirmation(screen: ContractsScreen, office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    office.services.resignations.resign("L-1", date(2026, 12, 1))
    choose(screen, office, "L-1")
    assert set(overview(screen).strip.buttons) == {"letter", "withdraw", "follow:sent"}
    assert "resign" not in screen.detail.buttons
    proof = tmp_path / "récépissé.pdf"
    proof.write_bytes(b"%PDF-1.4 receipt")
    dialog = follow(screen, "follow:sent")
    QTest.keyClicks(dialog.tracking, "1A 234 567 8901 2")
    dialog.proof.path.setText(str(proof))
    QTest.keyClick(dialog.tracking, ENTER)
    sheet = office.services.contracts.sheet("L-1")
    assert sheet.status is ContractStatus.RESIGNATION_SENT
    assert sheet.resignation is not None
    assert (sheet.resignation.tracking_number, sheet.resignation.sent_on) == ("1A 234 567 8901 2", TODAY)
    assert [row.title for row in sheet.documents if row.kind == "proof"] == ["Envoyée\u00a0: récépissé.pdf"]
    dialog = follow(screen, "follow:received")
    dialog.day.setText("23/11/2026")
    QTest.keyClick(dialog.day, ENTER)
    assert dialog.form.field("on").error == "Attendu\u00a0: une date jusqu’au 22/11/2026"
    office.clock.day = date(2026, 11, 26)
    dialog.day.setText("20/11/2026")
    QTest.keyClick(dialog.day, ENTER)
    assert dialog.form.field("on").error == "Attendu\u00a0: une date à partir du 22/11/2026"
    dialog.day.setText("25/11/2026")
    QTest.keyClick(dialog.day, ENTER)
    # Received on another day than planned: the end is computed again.
    assert overview(screen).dates.text_of("effective_date") == "10/12/2026"
    dialog = follow(screen, "follow:confirmed")
    dialog.day.setText("26/11/2026")
    QTest.keyClick(dialog.day, ENTER)
    assert set(overview(screen).strip.buttons) == {"letter", "step_back"}
    overview(screen).strip.buttons["step_back"].click()
    assert set(overview(screen).strip.buttons) == {"letter", "step_back", "follow:confirmed"}
    assert office.services.resignations.settle() == []
    office.clock.day = date(2026, 12, 11)
    assert office.services.resignations.settle() == ["L-1"]
    screen.reload()
    assert overview(screen).dates.text_of("ended_on") == "10/12/2026"


def test_a_proof_that_cannot_be_read_is_refused_and_nothing_is_noted(
    screen: ContractsScreen, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    office.services.resignations.resign("L-1", date(2026, 12, 1))
    choose(screen, office, "L-1")
    dialog = follow(screen, "follow:sent")
    dialog.proof.path.setText(str(tmp_path / "absent.pdf"))
    dialog.save_button.click()
    assert dialog.form.field("file").error is not None
    assert dialog.save_button.isEnabled()
    entry = office.services.contracts.sheet("L-1").resignation
    assert entry is not None and entry.status is ResignationStatus.TO_SEND
    dialog.reject()


def test_a_resignation_that_has_not_left_can_be_given_up(screen: ContractsScreen, office: Office) -> None:
    office.services.resignations.resign("L-1", date(2026, 12, 1))
    page = choose(screen, office, "L-1")
    assert cell(screen, "L-1", "status") == "Résiliation à envoyer"
    page.strip.buttons["withdraw"].click()
    assert cell(screen, "L-1", "status") == "Actif"
    assert office.services.contracts.sheet("L-1").resignation is None
    assert "resign" in screen.detail.buttons


def test_documents_and_notes_stand_below_each_other_where_it_is_narrow(office: Office, qtbot: QtBot) -> None:
    page = PapersPage(office.services.contracts.sheet("L-1"))
    area = scrolled(page)
    qtbot.addWidget(area)
    area.resize(1000, 400)
    area.show()
    documents, notes = page._cards
    assert documents.y() == notes.y()
    area.resize(340, 400)
    qtbot.waitUntil(lambda: documents.x() == notes.x())
    assert notes.y() > documents.y()
    assert page.width() <= area.viewport().width()


# End of rental ---------------------------------------------------------------------------------------------------------------------


def test_the_four_ends_of_a_rental_side_by_side(screen: ContractsScreen, office: Office, qtbot: QtBot) -> None:
    choose(screen, office, "C-1")
    screen.detail.show_page("rental_end")
    page = screen.detail.page("rental_end")
    assert isinstance(page, RentalEndPage) and page.table is not None
    assert list(page.table.why) == list(EndChoice)
    assert page.table.text_of(EndChoice.KEEP, "monthly") == "59,85\u00a0€"
    assert page.table.text_of(EndChoice.BUY, "total_12") == "à demander"
    assert page.table.text_of(EndChoice.RENEW, "ends_on") == "jusqu’au 14/01/2030"
    for field, typed in ((page.renewal, "135"), (page.purchase, "450,00")):
        field.setFocus()
        QTest.keyClicks(field, typed)
    page.months.setCurrentIndex(0)
    assert page.table.text_of(EndChoice.RENEW, "total_24") == "3\u202f240,00\u00a0€"
    assert page.table.text_of(EndChoice.RENEW, "ends_on") == "jusqu’au 14/01/2029"
    assert page.table.text_of(EndChoice.BUY, "one_off") == "450,00\u00a0€"
    QTest.keyClicks(page.purchase, "x")
    assert page.form.field("purchase_price").error == "Attendu\u00a0: un montant comme 1 234,56"
    assert page.table.text_of(EndChoice.BUY, "one_off") == "450,00\u00a0€"


def test_only_a_rental_that_ends_has_that_page(screen: ContractsScreen, office: Office) -> None:
    choose(screen, office, "L-1")
    assert screen.detail.page("rental_end") is None
    page = choose(screen, office, "C-1")
    page.asked.emit("rental_end")
    assert isinstance(screen.detail.page("rental_end"), RentalEndPage)


def test_a_contract_that_is_gone_leaves_an_error_and_a_way_out(screen: ContractsScreen, office: Office) -> None:
    number = office.services.contracts.add(ContractDraft("gesticlean-support", TODAY, quantity=1, unit_price=None))
    gone = office.id_of(number)
    office.services.contracts.delete_draft(number)
    screen.go_to(gone)
    assert isinstance(screen.detail.findChild(ErrorState), ErrorState)
    page = choose(screen, office, "S-1")
    assert page.totals.text_of("monthly_excl_tax") == "98,00\u00a0€"
