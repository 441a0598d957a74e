"""Papers of a contract, its resignation followed to the end, and the end of a rental, on real services."""

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
from app.ui.contracts.papers import PapersPage
from app.ui.contracts.pdf_dialog import PdfDialog
from app.ui.contracts.rental_end import RentalEndPage
from app.ui.contracts.resign import ResignDialog
from app.ui.contracts.view import ContractsScreen
from app.ui.screen import Route, ScreenContext
from app.ui.widgets import ErrorState
from app.ui.widgets.basics import scrolled
from tests.ui.conftest import Told
from tests.ui.contract_office import TODAY, Office, three_contracts
from tests.ui.contracts_desk import cell, choose, overview, shown

MakeContext = Callable[..., ScreenContext]
ENTER = Qt.Key.Key_Return


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with three_contracts(tmp_path / "data") as made:
        yield made


@pytest.fixture
def screen(qtbot: QtBot, office: Office, make_context: MakeContext) -> ContractsScreen:
    return shown(qtbot, make_context(office.services))


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
