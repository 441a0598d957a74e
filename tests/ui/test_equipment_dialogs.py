"""Adding, changing and deleting machines through the real dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.records import EquipmentKind, EquipmentStatus, Ownership
from app.domain.text import set_language
from app.domain.values.equipment import EquipmentQuery
from app.services import Services
from app.ui.equipment.bulk_dialog import BulkDialog
from app.ui.equipment.view import EquipmentScreen
from app.ui.screen import ScreenContext
from app.ui.widgets import AmountField, DateField, select_data
from tests.ui.conftest import Told
from tests.ui.equipment_desk import edit_dialog, enter, fill, undo_last
from tests.ui.equipment_office import CTRL, Office, bare_office, choose, furnish, press, show_screen, shown


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with bare_office(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def office(services: Services) -> Office:
    return furnish(services)


@pytest.fixture
def screen(office: Office, make_context: Callable[..., ScreenContext], qtbot: QtBot) -> EquipmentScreen:
    return show_screen(make_context(office.services), qtbot)


# Add and change --------------------------------------------------------------------------------------------------------------------


def test_a_machine_is_added_with_all_its_fields(screen: EquipmentScreen, office: Office, told: Told) -> None:
    screen.actions_.add.trigger()
    dialog = edit_dialog(screen)
    fill(dialog, designation="Écran atelier", kind="other", manufacturer="Dell", serial="S1", inventory_number="I1", status="in_use")
    fill(dialog, ownership="rented", os_name="-", teamviewer_id="1 2 3", licence_number="L", specs="27 pouces\nIPS", notes="Neuf")
    fill(dialog, purchase_date="1/2/26", purchase_price="1 234,5", warranty_end="01022028")
    select_data(dialog.form.field("site_id").editor, office.lyon)  # type: ignore[arg-type]
    enter(dialog.form.field("designation").editor)
    found = office.services.equipment.page(EquipmentQuery(search="ecran atelier")).rows
    assert len(found) == 1
    sheet = office.services.equipment.sheet(found[0].id)
    assert (sheet.kind, sheet.status, sheet.ownership) == (EquipmentKind.OTHER, EquipmentStatus.IN_USE, Ownership.RENTED)
    assert (sheet.purchase_date, sheet.purchase_price, sheet.warranty_end) == (date(2026, 2, 1), Decimal("1234.50"), date(2028, 2, 1))
    assert (sheet.site_name, sheet.specs, sheet.notes) == ("Lyon", "27 pouces\nIPS", "Neuf")
    assert screen.table.current_id == sheet.id
    assert told.changes == 1
    undo_last(told)
    assert screen.table.total == 4


def test_a_new_machine_stands_at_the_site_shown(screen: EquipmentScreen, office: Office) -> None:
    screen.set_site(office.lyon)
    screen.actions_.add.trigger()
    dialog = edit_dialog(screen)
    assert dialog.form.field("site_id").value() == office.lyon
    dialog.reject()


def test_what_is_refused_is_said_at_its_field_and_nothing_is_lost(screen: EquipmentScreen, office: Office) -> None:
    screen.actions_.add.trigger()
    dialog = edit_dialog(screen)
    fill(dialog, purchase_date="31/02/2026", purchase_price="abc", serial="KEEP")
    dialog.save_button.click()
    errors = {field.name for field in dialog.form.fields if field.error}
    assert errors == {"designation", "purchase_date", "purchase_price"}
    assert dialog.isVisible()
    fill(dialog, designation="X", purchase_date="01/03/2026", purchase_price="10", warranty_end="01/02/2026")
    dialog.save_button.click()
    assert {field.name for field in dialog.form.fields if field.error} == {"warranty_end"}
    assert dialog.form.field("serial").value() == "KEEP"
    fill(dialog, warranty_end="", designation="X" * 301)
    dialog.save_button.click()
    assert {field.name for field in dialog.form.fields if field.error} == {"designation"}
    assert screen.table.total == 4
    dialog.abandon()


def test_only_what_was_changed_is_written(screen: EquipmentScreen, office: Office) -> None:
    choose(screen, "Convoyeur")
    press(screen, Qt.Key.Key_F2)
    dialog = edit_dialog(screen)
    assert not dialog.dirty
    fill(dialog, model="450 places")
    dialog.save_button.click()
    history = office.services.equipment.history(office.machines["Convoyeur"])
    assert [(entry.action, entry.field) for entry in history] == [("changed", "Modèle"), ("created", "")]
    record = screen.table.current_record()
    assert record is not None
    assert record.model == "450 places"


def test_escape_asks_before_input_is_lost(screen: EquipmentScreen) -> None:
    choose(screen, "Convoyeur")
    press(screen, Qt.Key.Key_Return)
    dialog = edit_dialog(screen)
    fill(dialog, model="450 places")
    asked = []
    for _ in range(3):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        asked.append((dialog.isVisible(), dialog.asks))
    assert asked == [(True, True), (True, False), (True, True)]
    dialog.abandon()
    record = screen.table.current_record()
    assert record is not None
    assert record.model == ""


def test_escape_leaves_at_once_when_nothing_was_typed(screen: EquipmentScreen) -> None:
    choose(screen, "Convoyeur")
    press(screen, Qt.Key.Key_Return)
    dialog = edit_dialog(screen)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_machine_deleted_meanwhile_is_told_and_what_was_typed_stays(screen: EquipmentScreen, office: Office) -> None:
    choose(screen, "Convoyeur")
    screen.actions_.edit.trigger()
    dialog = edit_dialog(screen)
    fill(dialog, model="450 places")
    office.services.equipment.delete([office.machines["Convoyeur"]])
    dialog.save_button.click()
    assert dialog.isVisible()
    assert "introuvable" in dialog.wrong
    assert dialog.form.field("model").value() == "450 places"
    dialog.abandon()


def test_markup_in_names_is_text(screen: EquipmentScreen, office: Office) -> None:
    screen.actions_.add.trigger()
    dialog = edit_dialog(screen)
    name = '<b>Caisse</b> & <img src="x"> مرحبا 😀'
    fill(dialog, designation=name)
    dialog.save_button.click()
    assert screen.panel.detail.accessibleName() == name


def test_a_copy_leaves_the_own_numbers_out(screen: EquipmentScreen, office: Office, told: Told) -> None:
    choose(screen, "Caisse comptoir")
    press(screen, Qt.Key.Key_D, CTRL)
    assert shown(screen).count("Caisse comptoir") == 2
    copy = screen.table.current_id
    assert copy is not None
    assert copy != office.machines["Caisse comptoir"]
    assert office.services.equipment.sheet(copy).serial == ""
    undo_last(told)
    assert shown(screen).count("Caisse comptoir") == 1


# Delete ----------------------------------------------------------------------------------------------------------------------------


def test_delete_is_told_taken_back_and_goes_on_to_the_next(screen: EquipmentScreen, office: Office, told: Told) -> None:
    choose(screen, "Convoyeur")
    press(screen, Qt.Key.Key_Delete)
    assert shown(screen) == ["Caisse comptoir", "Imprimante tickets", "Portable gérance"]
    assert screen.table.current_id == office.machines["Imprimante tickets"]
    assert told.notices[-1][0] == "«\u00a0Convoyeur\u00a0» supprimé"
    undo_last(told)
    assert screen.table.total == 4
    assert screen.table.current_id == office.machines["Convoyeur"]


def test_all_can_be_deleted_at_once_and_taken_back(screen: EquipmentScreen, told: Told) -> None:
    screen.table.view.selectAll()
    press(screen, Qt.Key.Key_Delete)
    assert screen.table.total == 0
    assert told.notices[-1][0] == "4 machines supprimées"
    undo_last(told)
    assert screen.table.total == 4


def test_delete_in_the_search_field_deletes_a_letter(screen: EquipmentScreen) -> None:
    choose(screen, "Convoyeur")
    screen.search.setText("con")
    screen.search.setCursorPosition(0)
    QTest.keyClick(screen.search, Qt.Key.Key_Delete)
    assert screen.search.text() == "on"
    screen.search.clear()
    assert screen.table.total == 4


# Several at once -------------------------------------------------------------------------------------------------------------------


def bulk_dialog(screen: EquipmentScreen) -> BulkDialog:
    assert isinstance(screen.commands.dialog, BulkDialog)
    return screen.commands.dialog


def test_several_are_changed_together_and_put_back_together(screen: EquipmentScreen, office: Office, told: Told) -> None:
    choose(screen, "Convoyeur", "Imprimante tickets", "Portable gérance")
    press(screen, Qt.Key.Key_E, CTRL)
    dialog = bulk_dialog(screen)
    assert "3 machines" in dialog.save_button.text()
    assert not dialog.save_button.isEnabled()
    status, warranty = dialog.editors["status"], dialog.editors["warranty_end"]
    assert isinstance(status, QComboBox)
    assert isinstance(warranty, DateField)
    select_data(status, EquipmentStatus.RETIRED)
    warranty.setText("31/12/2027")
    assert [name for name, box in dialog.boxes.items() if box.isChecked()] == ["status", "warranty_end"]
    ids = [office.machines[name] for name in ("Convoyeur", "Imprimante tickets", "Portable gérance")]
    before = office.services.equipment.values(ids, ("status", "warranty_end", "model"))
    dialog.save_button.click()
    after = [office.services.equipment.sheet(one) for one in ids]
    assert {(sheet.status, sheet.warranty_end) for sheet in after} == {(EquipmentStatus.RETIRED, date(2027, 12, 31))}
    assert told.notices[-1][0] == "3 machines modifiées"
    undo_last(told)
    assert office.services.equipment.values(ids, ("status", "warranty_end", "model")) == before


def test_the_bulk_dialog_shows_what_all_have_in_common(screen: EquipmentScreen, office: Office) -> None:
    choose(screen, "Imprimante tickets", "Portable gérance")
    screen.actions_.bulk.trigger()
    dialog = bulk_dialog(screen)
    site, kind = dialog.editors["site_id"], dialog.editors["kind"]
    assert isinstance(site, QComboBox)
    assert isinstance(kind, QComboBox)
    assert site.currentData() == office.lyon
    assert kind.currentIndex() == -1
    dialog.boxes["kind"].setChecked(True)
    dialog.save_button.click()
    assert "Type" in dialog.wrong
    assert dialog.isVisible()
    dialog.boxes["kind"].setChecked(False)
    dialog.boxes["warranty_end"].setChecked(True)
    warranty = dialog.editors["warranty_end"]
    assert isinstance(warranty, DateField)
    warranty.setText("31/02/2027")
    dialog.save_button.click()
    assert "Fin de garantie" in dialog.wrong
    dialog.abandon()


def test_a_value_refused_for_one_machine_changes_none(screen: EquipmentScreen, office: Office) -> None:
    office.services.equipment.change(office.machines["Convoyeur"], {"purchase_date": "2026-06-01"})
    screen.reload()
    choose(screen, "Caisse comptoir", "Convoyeur")
    screen.actions_.bulk.trigger()
    dialog = bulk_dialog(screen)
    warranty = dialog.editors["warranty_end"]
    assert isinstance(warranty, DateField)
    warranty.setText("01/01/2026")
    dialog.save_button.click()
    assert "01/06/2026" in dialog.wrong
    assert office.services.equipment.sheet(office.machines["Caisse comptoir"]).warranty_end is None
    dialog.abandon()


def test_very_many_are_changed_without_being_read_first(
    screen: EquipmentScreen, office: Office, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.equipment.view.MANY", 2)
    screen.table.view.selectAll()
    monkeypatch.setattr(screen.table, "resolve_selection", lambda *_: pytest.fail("every machine was read"))
    screen.actions_.bulk.trigger()
    dialog = bulk_dialog(screen)
    assert "historique" in dialog.findChildren(QLabel)[1].text()
    status = dialog.editors["status"]
    assert isinstance(status, QComboBox)
    assert status.currentIndex() == -1
    select_data(status, EquipmentStatus.RETIRED)
    dialog.save_button.click()
    assert {office.services.equipment.sheet(one).status for one in office.machines.values()} == {EquipmentStatus.RETIRED}
    text, undo = told.notices[-1]
    assert "machines modifiées" in text
    assert undo is None


def test_a_change_of_many_that_is_stopped_changes_none(screen: EquipmentScreen, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    screen.table.view.selectAll()
    screen.actions_.bulk.trigger()
    dialog, services = bulk_dialog(screen), office.services.equipment
    whole = services.bulk_change

    def stopped(ids: Sequence[UUID], given: Mapping[str, object], step: Callable[[int], object]) -> int:
        def late(done: int) -> None:
            if done == len(ids):
                dialog.cancel_button.click()
            step(done)

        return whole(ids, given, late)

    monkeypatch.setattr(services, "bulk_change", stopped)
    model = dialog.editors["model"]
    assert isinstance(model, QLineEdit)
    model.setText("M-1")
    dialog.save_button.click()
    assert "aucune machine" in dialog.wrong
    assert dialog.save_button.isEnabled()
    assert "M-1" not in {services.sheet(one).model for one in office.machines.values()}
    dialog.abandon()


def test_an_amount_written_in_english_is_read_in_english(office: Office, make_context: Callable[..., ScreenContext], qtbot: QtBot) -> None:
    set_language("en")
    office.services.equipment.change(office.machines["Convoyeur"], {"purchase_price": "13592.90"})
    screen = show_screen(make_context(office.services, language="en"), qtbot)
    choose(screen, "Convoyeur")
    screen.actions_.edit.trigger()
    dialog = edit_dialog(screen)
    price = dialog.form.field("purchase_price")
    assert isinstance(price.editor, AmountField)
    assert (price.editor.text(), price.value()) == ("13,592.90", Decimal("13592.90"))
    price.editor.setText("12,50")
    assert price.value() == Decimal("12.50")
    dialog.abandon()


def test_amounts_and_dates_of_a_sheet_are_shown_as_they_were(screen: EquipmentScreen, office: Office) -> None:
    office.services.equipment.change(office.machines["Convoyeur"], {"purchase_price": "13592.90", "purchase_date": "2024-03-19"})
    choose(screen, "Convoyeur")
    screen.actions_.edit.trigger()
    dialog = edit_dialog(screen)
    price = dialog.form.field("purchase_price").editor
    assert isinstance(price, AmountField)
    assert price.text() == "13\u202f592,90"
    assert not dialog.dirty
    dialog.reject()
