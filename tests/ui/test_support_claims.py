"""The claim assistant in the window: what it asks, what it decides, and what it keeps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.cover import ClaimNeed
from app.domain.records import ClaimStatus, ClaimType
from app.domain.values.claims import ClaimDetail
from app.ui.screen import Route, ScreenContext
from app.ui.support.claim_assistant import ClaimDialog, open_claim
from app.ui.support.claim_machine import choice_of
from tests.claim_office import DAY, ClaimOffice, claim_office
from tests.ui.claim_desk import BURGLARY, UNLOCKED, MakeContext, dialog_on, drop, machine, paper, step, texts, theft
from tests.ui.conftest import Told


@pytest.fixture
def office(tmp_path: Path) -> Iterator[ClaimOffice]:
    with claim_office(tmp_path / "office") as made:
        yield made


@pytest.fixture
def context(office: ClaimOffice, make_context: MakeContext) -> ScreenContext:
    return make_context(office.services)._replace(today=lambda: office.clock.today())


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
    elsewhere = ClaimDialog(context, site_id=office.services.office.add_site({"name": "Lyon"}))
    qtbot.addWidget(elsewhere)
    elsewhere.open()
    QTest.keyClicks(elsewhere.what.chooser.search, "YN2")
    assert elsewhere.what.chooser.list.count() == 0, "the filter of the window holds here too"


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
