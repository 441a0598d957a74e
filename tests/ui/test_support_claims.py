"""Sinistres in the window: the assistant, the list, the claim beside it, its documents and devices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.cover import ClaimNeed, ClaimType, TheftCircumstances
from app.domain.errors import UserError
from app.domain.records import ClaimStatus
from app.domain.text import set_language
from app.domain.values.claims import ClaimDetail
from app.ui import theme
from app.ui.screen import Route, ScreenContext, ThemeMode
from app.ui.support.claim_assistant import ClaimDialog, open_claim
from app.ui.support.claim_machine import Choice, choice_of
from app.ui.support.claim_slots import DocumentSlot
from app.ui.support.claim_words import due_said, due_text, promise_said
from app.ui.support.claims import ClaimsPage
from app.ui.widgets import AssistantStep
from tests.claim_office import DAY, DECLARED, ClaimOffice, claim_office
from tests.ui.conftest import Told

BURGLARY, UNLOCKED = TheftCircumstances.BURGLARY, TheftCircumstances.UNLOCKED
MakeContext = Callable[..., ScreenContext]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[ClaimOffice]:
    with claim_office(tmp_path / "office") as made:
        yield made


@pytest.fixture
def context(office: ClaimOffice, make_context: MakeContext) -> ScreenContext:
    return make_context(office.services)._replace(today=lambda: office.clock.today())


def texts(widget: QWidget) -> str:
    QApplication.processEvents()  # what was just put into a layout is shown then
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def dialog_on(context: ScreenContext, qtbot: QtBot, machine: Choice | None = None) -> ClaimDialog:
    dialog = ClaimDialog(context, machine)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def step(dialog: ClaimDialog) -> AssistantStep:
    """The page on screen."""
    return dialog.current


def machine(office: ClaimOffice) -> Choice:
    return choice_of(office.services, office.laptop)


def page_on(context: ScreenContext, qtbot: QtBot) -> ClaimsPage:
    page = ClaimsPage(context)
    qtbot.addWidget(page)
    page.resize(1060, 600)
    page.show()
    page.set_site(None)
    return page


def theft(dialog: ClaimDialog, how: TheftCircumstances) -> None:
    """Through the first two pages, to the decision."""
    dialog.what.tiles.choose(ClaimType.THEFT)
    dialog.go_on()
    dialog.how.thefts[how].setChecked(True)
    dialog.go_on()


def paper(folder: Path, name: str = "plainte.pdf", content: bytes = b"%PDF-1.7 plainte") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def drop(slot: DocumentSlot, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    slot.dropEvent(QDropEvent(QPointF(4, 4), Qt.DropAction.CopyAction, data, left, none))


# The assistant ---------------------------------------------------------------------------------------------------------------------


def test_a_burglary_is_covered_with_its_reasons_promise_and_documents(
    context: ScreenContext, office: ClaimOffice, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = dialog_on(context, qtbot, machine(office))
    theft(dialog, BURGLARY)
    assert step(dialog) is dialog.decided and dialog.decided.card.texts[0] == "C’est couvert"
    said = "\n".join(dialog.decided.card.texts)
    assert "L’offre couvre ce cas (vol par effraction)." in said and "Sans franchise." in said and "Le loyer continue" in said
    assert "Appareil de remplacement\u00a0: au plus tard demain à 17\u00a0h\u00a055" in said
    assert [slot.need for slot in dialog.decided.slots] == [ClaimNeed.DECLARATION, ClaimNeed.POLICE_COMPLAINT, None]
    dialog.decided.card.why.click()
    assert dialog.decided.card.why.popover is not None and "C’est couvert." in texts(dialog.decided.card.why.popover)
    dialog.decided.card.why.popover.close()
    drop(dialog.decided.slot(ClaimNeed.POLICE_COMPLAINT), paper(tmp_path))
    declared: list[ClaimDetail] = []
    dialog.declared.connect(declared.append)
    dialog.go_on()
    (claim,) = declared
    assert claim.row.status is ClaimStatus.WAITING_FOR_DOCUMENTS and claim.row.missing == (ClaimNeed.DECLARATION,)
    assert office.status(office.laptop) == "lost_or_stolen" and not dialog.isVisible()


def test_a_theft_from_an_unlocked_car_is_not_covered_and_is_recorded_for_the_record(
    context: ScreenContext, office: ClaimOffice, qtbot: QtBot
) -> None:
    dialog = dialog_on(context, qtbot, machine(office))
    theft(dialog, UNLOCKED)
    said = "\n".join(dialog.decided.card.texts)
    assert said.startswith("Ce n’est pas couvert") and "Les seuls vols couverts sont" in said
    assert "véhicule qui n’était pas fermé" in said and "rien n’a été forcé" in said
    assert "pour mémoire" in dialog.decided.note.text() and [slot.need for slot in dialog.decided.slots] == [None]
    assert dialog._next.text() == "Enregistrer pour mémoire"
    dialog.go_on()
    (row,) = office.services.claims.rows()
    assert row.covered is False
    # Another way of being stolen is decided anew.
    again = dialog_on(context, qtbot, choice_of(office.services, office.till))
    theft(again, UNLOCKED)
    again.back()
    again.how.thefts[BURGLARY].setChecked(True)
    again.go_on()
    assert again.decided.card.texts[0] == "C’est couvert" and again._next.text() == "Déclarer le sinistre"


def test_nothing_is_preselected_and_what_is_missing_is_asked_for(context: ScreenContext, office: ClaimOffice, qtbot: QtBot) -> None:
    dialog = dialog_on(context, qtbot)
    assert dialog.what.claim_type is None and dialog.what.machine is None
    dialog.go_on()
    assert dialog.what.missing == "Choisissez l’appareil." and step(dialog) is dialog.what
    dialog.what.chooser.list.setCurrentRow(1)
    dialog.go_on()
    assert dialog.what.missing == "Dites ce qui est arrivé."
    dialog.what.tiles.choose(ClaimType.THEFT)
    dialog.go_on()
    assert step(dialog) is dialog.how and not any(radio.isChecked() for radio in dialog.how.thefts.values())
    dialog.go_on()
    assert dialog.how.asks_theft and step(dialog) is dialog.how
    dialog.how.thefts[BURGLARY].setChecked(True)
    dialog.how.day.set_value(DAY + timedelta(days=3))
    dialog.go_on()
    assert step(dialog) is dialog.how and "10/11/2026" in texts(dialog.how.form)
    dialog.how.day.set_value(DAY)
    dialog.go_on()
    assert step(dialog) is dialog.decided and office.services.claims.rows() == ()


def test_machines_are_found_as_one_types(context: ScreenContext, office: ClaimOffice, qtbot: QtBot) -> None:
    dialog = dialog_on(context, qtbot)
    chooser = dialog.what.chooser
    rented = [chooser.list.item(place).text() for place in range(chooser.list.count())]
    assert len(rented) == 3 and not any("Imprimante" in each for each in rented)
    QTest.keyClicks(chooser.search, "YN2")
    assert [chooser.list.item(place).text() for place in range(chooser.list.count())] == ["Caisse comptoir · YN2-690 · Annecy"]
    QTest.keyClick(chooser.search, Qt.Key.Key_Down)
    assert chooser.value is not None and chooser.value.id == office.till


def test_what_is_not_rented_is_refused_with_a_way_to_its_sheet(
    context: ScreenContext, office: ClaimOffice, qtbot: QtBot, told: Told
) -> None:
    for wrong, said in ((office.printer, "n’est pas loué"), (office.orphan, "aucun contrat de location")):
        dialog = dialog_on(context, qtbot, choice_of(office.services, wrong))
        dialog.what.tiles.choose(ClaimType.BREAKDOWN)
        dialog.go_on()
        assert step(dialog) is dialog.what and said in dialog.what.refusal.label.text() and dialog.what.refusal.isVisible()
        dialog.what.refusal.go.click()
        assert told.routes[-1] == Route("equipment", wrong) and not dialog.isVisible()
    dialog = dialog_on(context, qtbot, machine(office))
    dialog.what.tiles.choose(ClaimType.LOSS)
    dialog.go_on()
    dialog.how.day.set_value(DAY.replace(year=2024))
    dialog.go_on()
    assert "pas encore loué" in dialog.how.refusal.label.text() and step(dialog) is dialog.how
    dialog.how.day.set_value(DAY)
    assert dialog.how.refusal.isHidden()
    assert office.services.claims.rows(running_only=False) == ()


def test_the_assistant_by_keyboard_alone(context: ScreenContext, office: ClaimOffice, qtbot: QtBot) -> None:
    dialog = dialog_on(context, qtbot, machine(office))
    first = dialog.what.tiles.tiles[ClaimType.BREAKDOWN]
    QTest.keyClick(first, Qt.Key.Key_Right)
    breakage = dialog.what.tiles.tiles[ClaimType.BREAKAGE]
    QTest.keyClick(breakage, Qt.Key.Key_Return)
    assert dialog.what.claim_type is ClaimType.BREAKAGE
    dialog.go_on()
    QTest.keyClicks(dialog.how.account, "Par terre")
    QTest.keyClick(dialog.how.place, Qt.Key.Key_Return)
    assert step(dialog) is dialog.decided
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    (row,) = office.services.claims.rows()
    assert row.type is ClaimType.BREAKAGE and office.services.claims.detail(row.id).circumstances == "Par terre"


def test_a_file_that_is_refused_keeps_the_assistant_open(context: ScreenContext, office: ClaimOffice, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_on(context, qtbot, machine(office))
    theft(dialog, BURGLARY)
    slot = dialog.decided.slot(ClaimNeed.DECLARATION)
    slot.choose_files = lambda: [paper(tmp_path, "photo.png", b"MZ program")]
    slot.browse.click()
    dialog.go_on()
    assert dialog.isVisible() and "une image PNG" in dialog._error.text() and office.services.claims.rows() == ()
    (file,) = dialog.decided._files
    slot.removed.emit(file)
    dialog.go_on()
    assert len(office.services.claims.rows()) == 1 and not dialog.isVisible()


def test_opened_from_a_machine(context: ScreenContext, office: ClaimOffice, qtbot: QtBot, told: Told) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    done: list[object] = []
    open_claim(context, parent, office.laptop, done.append)
    dialog = parent.findChild(ClaimDialog)
    assert isinstance(dialog, ClaimDialog) and dialog.what.machine is not None and dialog.what.chooser.isHidden()
    dialog.what.tiles.choose(ClaimType.LOSS)
    for _ in range(3):
        dialog.go_on()
    assert len(done) == 1 and told.changes == 1 and "S26-A-0001" in told.notices[-1][0]


# The page --------------------------------------------------------------------------------------------------------------------------


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
