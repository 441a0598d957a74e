"""Sinistres in the window: the list, the claim beside it, its documents and devices, and time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import UserError
from app.domain.records import ClaimStatus, ClaimType
from app.domain.text import set_language
from app.ui import theme
from app.ui.screen import Route, ScreenContext, ThemeMode
from app.ui.support.claim_words import due_said, due_text, promise_said
from app.ui.support.claims import ClaimsPage
from tests.claim_office import DECLARED, ClaimOffice, claim_office
from tests.ui.claim_desk import BURGLARY, MakeContext, drop, page_on, paper, texts
from tests.ui.conftest import Told


@pytest.fixture
def office(tmp_path: Path) -> Iterator[ClaimOffice]:
    with claim_office(tmp_path / "office") as made:
        yield made


@pytest.fixture
def context(office: ClaimOffice, make_context: MakeContext) -> ScreenContext:
    return make_context(office.services)._replace(today=lambda: office.clock.today())


def test_an_empty_page_says_what_to_do(context: ScreenContext, qtbot: QtBot) -> None:
    page = page_on(context, qtbot)
    assert "Aucun sinistre en cours" in texts(page) and page.detail.isHidden() and page.add_button.isHidden()


def test_the_list_shows_the_most_urgent_first_and_the_claim_beside_it(
    context: ScreenContext, office: ClaimOffice, qtbot: QtBot, told: Told
) -> None:
    office.claim(office.till, ClaimType.LOSS)
    stolen = office.claim(office.laptop, ClaimType.THEFT, BURGLARY)
    page = page_on(context, qtbot)
    assert page.table.total == 2 and page.table.current_id == stolen.row.id
    said = texts(page.detail)
    assert "Vol · Portable gérance" in said and "Documents (2 à fournir)" in said and "Reste 1\u00a0jour" in said
    page.detail.buttons["equipment"].click()
    assert told.routes == [Route("equipment", office.laptop)]
    office.services.claims.move(stolen.row.id, ClaimStatus.WITHDRAWN)
    page.reload()
    assert page.table.total == 1
    page.open(stolen.row.id)
    assert page.all_button.isChecked() and page.table.total == 2 and page.table.current_id == stolen.row.id
    assert "Le sinistre a été retiré." in texts(page.detail)


def test_dropped_documents_take_the_claim_in_hand(
    context: ScreenContext, office: ClaimOffice, qtbot: QtBot, tmp_path: Path, told: Told
) -> None:
    claim = office.claim(office.laptop, ClaimType.BREAKAGE)
    page = page_on(context, qtbot)
    drop(page.detail.slots[0], paper(tmp_path))
    found = office.services.claims.detail(claim.row.id)
    assert found.row.status is ClaimStatus.IN_HAND and "Reçu" in texts(page.detail)
    page.detail.slots[0].removed.emit(found.documents[0].id)
    assert office.services.claims.detail(claim.row.id).row.status is ClaimStatus.WAITING_FOR_DOCUMENTS
    undo = told.notices[-1][1]
    assert undo is not None
    undo()
    assert office.services.claims.detail(claim.row.id).row.status is ClaimStatus.IN_HAND
    page.detail.slots[0].opened.emit(found.documents[0].id)
    assert told.routes == [Route("documents", found.documents[0].id)]
    drop(page.detail.slots[0], paper(tmp_path, "vide.pdf", b""))
    assert isinstance(told.errors[-1], UserError) and "vide" in str(told.errors[-1].text)


def test_loan_and_repair_from_the_buttons(context: ScreenContext, office: ClaimOffice, qtbot: QtBot, told: Told) -> None:
    office.rent(office.stock)
    office.claim(office.laptop, ClaimType.BREAKAGE)
    page = page_on(context, qtbot)
    page.detail.buttons["ship"].click()
    assert office.status(office.laptop) == "in_repair" and "ship" not in page.detail.buttons
    page.detail.buttons["lend"].click()
    dialog = page.device_dialog
    dialog.search.setText("prêt")
    dialog.accept_button.click()
    assert office.status(office.stock) == "on_loan" and office.person(office.stock) == "Marie Dubois"
    assert "Tenu" in texts(page.detail) and "take_back" in page.detail.buttons
    page.detail.buttons["repaired"].click()
    page.note_dialog.note.setPlainText("Écran changé")
    page.note_dialog.accept_button.click()
    assert (office.status(office.laptop), office.status(office.stock)) == ("in_use", "in_stock")
    assert page.table.total == 0 and told.changes >= 3


def test_a_replacement_and_nothing_in_stock(context: ScreenContext, office: ClaimOffice, qtbot: QtBot, told: Told) -> None:
    office.claim(office.laptop, ClaimType.THEFT, BURGLARY)
    page = page_on(context, qtbot)
    page.detail.buttons["replace"].click()
    assert page.device_dialog.list.count() == 4
    page.device_dialog.search.setText("Portable de")
    page.device_dialog.accept_button.click()
    assert office.status(office.stock) == "in_use" and office.person(office.stock) == "Marie Dubois"
    for each in (office.phone, office.printer, office.orphan):
        office.services.equipment.change(each, {"status": "retired"})
    office.claim(office.till, ClaimType.BREAKAGE)
    page.reload()
    page.detail.buttons["lend"].click()
    empty = page.device_dialog.empty
    assert empty is not None and empty.button is not None and page.device_dialog.accept_button.isHidden()
    empty.button.click()
    assert told.routes == [Route("equipment", None, "add")]


def test_the_providers_new_device_is_entered_from_the_claim(context: ScreenContext, office: ClaimOffice, qtbot: QtBot) -> None:
    office.claim(office.laptop, ClaimType.THEFT, BURGLARY)
    page = page_on(context, qtbot)
    page.detail.buttons["replace"].click()
    dialog = page.device_dialog
    assert dialog.from_stock.isChecked() and dialog.form.isHidden() and not dialog.from_provider.isHidden()
    dialog.from_provider.click()
    assert dialog.designation.text() == "Portable gérance" and not dialog.list.isVisible()
    dialog.accept_button.click()
    assert office.status(office.laptop) == "lost_or_stolen" and dialog.isVisible()
    dialog.serial.setText("PR-001")
    dialog.accept_button.click()
    assert dialog.isVisible() and "Portable de prêt" in texts(dialog.form)
    dialog.serial.setText("SN-77")
    dialog.accept_button.click()
    claim = page.detail.claim
    assert not dialog.isVisible() and claim is not None and claim.replacement is not None and claim.replacement.serial == "SN-77"
    assert office.services.equipment.sheet(claim.replacement.id).contract_number == "C-1"


def test_what_is_not_covered_is_replaced_by_ones_own_only(context: ScreenContext, office: ClaimOffice, qtbot: QtBot) -> None:
    office.claim(office.laptop, ClaimType.LOSS)
    page = page_on(context, qtbot)
    page._act("replace")
    dialog = page.device_dialog
    assert dialog.from_provider.isHidden() and "le prestataire ne remplace rien" in texts(dialog)
    assert dialog.list.count() == 3  # the rented one is not proposed
    dialog.search.setText("prêt")
    dialog.accept_button.click()
    assert office.services.equipment.sheet(office.stock).ownership.value == "owned"


def test_the_call_is_noted_and_a_refusal_reopened(context: ScreenContext, office: ClaimOffice, qtbot: QtBot) -> None:
    claim = office.claim(office.till, ClaimType.BREAKDOWN)
    page = page_on(context, qtbot)
    page.detail.buttons["call"].click()
    assert "call" not in page.detail.buttons and not page.detail.moves and "Tenu" in texts(page.detail)
    page._act("refused")
    page.note_dialog.accept_button.click()
    page.open(claim.row.id)
    page.detail.buttons["reopen"].click()
    assert office.services.claims.detail(claim.row.id).row.status is ClaimStatus.IN_HAND


def test_a_claim_that_is_not_covered_says_so_and_proposes_both_answers(context: ScreenContext, office: ClaimOffice, qtbot: QtBot) -> None:
    office.claim(office.laptop, ClaimType.LOSS)
    page = page_on(context, qtbot)
    assert "Enregistré pour mémoire" in texts(page.detail) and {"in_hand", "refused"} <= set(page.detail.buttons)
    assert "repaired" not in page.detail.buttons and not page.tick.running


def test_time_moves_once_a_minute_only_while_somebody_looks(context: ScreenContext, office: ClaimOffice, qtbot: QtBot) -> None:
    office.claim(office.till, ClaimType.BREAKDOWN)
    page = page_on(context, qtbot)
    assert page.tick.running
    line = page.detail.promises[0]
    before = line.state.text()
    office.clock.moment = datetime(2026, 11, 12, 7, 59, tzinfo=UTC)
    page.tick.ticked.emit()
    assert before != line.state.text() == "Reste 6\u00a0min"
    page.hide()
    assert not _runs(page)
    page.show()
    office.services.claims.note_call(page.detail.claim.row.id if page.detail.claim else office.till)
    page.reload()
    assert not _runs(page)


def _runs(page: ClaimsPage) -> bool:
    return page.tick.running


def test_promises_in_words() -> None:
    due, now = DECLARED + timedelta(minutes=30), DECLARED
    assert promise_said(due, None, now, "fr").text == "Reste 30\u00a0min"
    assert promise_said(due, None, due, "fr").state == "danger" and promise_said(due, now, now, "fr").state == "ok"
    assert promise_said(due, due + timedelta(minutes=1), due, "fr").state == "warning"
    assert promise_said(due, None, now, "fr", running=False).text == "Non noté"
    evening = datetime(2026, 11, 12, 22, 59, 59, tzinfo=UTC)
    days = ((10, "jeudi soir"), (11, "demain soir"), (12, "ce soir"), (1, "12/11/2026"))
    assert [due_text(evening, datetime(2026, 11, day, 9, tzinfo=UTC), "fr") for day, _ in days] == [words for _, words in days]
    late, near = due_said(now, due, "fr"), due_said(due, now, "fr")
    assert due_said(None, now, "fr") is None and late is not None and near is not None
    assert (late.text, near.text) == ("En retard", "Dans 30\u00a0min")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_nothing_is_cut_and_everything_has_a_name(
    office: ClaimOffice, make_context: MakeContext, qtbot: QtBot, qapp: QApplication, language: str, mode: ThemeMode
) -> None:
    set_language(language)
    theme.apply(qapp, mode)
    office.claim(office.laptop, ClaimType.THEFT, BURGLARY)
    page = page_on(make_context(office.services, language=language), qtbot)
    for width in (1060, 700):
        page.resize(width, 480)
        qapp.processEvents()
        assert page.detail._content.width() <= page.detail._area.viewport().width() + 1
    controls = [each for each in page.detail.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()]
    assert controls and all(each.accessibleName() for each in controls if not isinstance(each, QLabel))
