"""Giving machines to people and taking them back, through the real dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.records import EquipmentStatus
from app.services import Services
from app.ui.equipment.assign_dialog import AssignDialog, TakeBackDialog
from app.ui.equipment.person_field import PersonField
from app.ui.equipment.view import EquipmentScreen
from app.ui.screen import ScreenContext
from app.ui.widgets import DateField
from tests.ui.conftest import Told
from tests.ui.equipment_desk import enter
from tests.ui.equipment_office import Office, bare_office, choose, furnish, show_screen


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


# People ----------------------------------------------------------------------------------------------------------------------------


def test_a_machine_is_given_by_typing_a_part_of_the_name(screen: EquipmentScreen, office: Office, told: Told) -> None:
    choose(screen, "Caisse comptoir")
    screen.actions_.assign.trigger()
    dialog = screen.commands.dialog
    assert isinstance(dialog, AssignDialog)
    completer = dialog.person.completer()
    assert completer is not None
    completer.setCompletionPrefix("etienne")
    assert completer.currentCompletion() == "Paul Étienne"
    dialog.person.setEditText("paul etienne")
    assert not dialog.adds_person
    day = dialog.form.field("day").editor
    assert isinstance(day, DateField)
    day.setText("15/11/2026")
    dialog.save_button.click()
    entries = office.services.equipment.assignments(office.machines["Caisse comptoir"])
    assert [(one.person_id, one.start, one.end) for one in entries] == [(office.paul, date(2026, 11, 15), None)]
    record = screen.table.current_record()
    assert record is not None
    assert record.person_name == "Paul Étienne"


def test_somebody_new_is_added_on_the_spot(screen: EquipmentScreen, office: Office) -> None:
    screen.set_site(office.annecy)
    screen.reload()
    choose(screen, "Caisse comptoir", "Convoyeur")
    screen.actions_.assign.trigger()
    dialog = screen.commands.dialog
    assert isinstance(dialog, AssignDialog)
    dialog.person.setEditText("  Jeanne   Martin ")
    assert dialog.adds_person
    assert dialog.save_button.text() == "Ajouter et affecter"
    dialog.save_button.click()
    people = {person.name: person for person in office.services.office.people()}
    assert people["Jeanne Martin"].equipment_count == 2
    assert people["Jeanne Martin"].site_id == office.annecy


def test_a_refused_hand_over_does_not_add_the_person_twice(screen: EquipmentScreen, office: Office) -> None:
    choose(screen, "Portable gérance")
    screen.actions_.assign.trigger()
    dialog = screen.commands.dialog
    assert isinstance(dialog, AssignDialog)
    dialog.person.setEditText("Jeanne Martin")
    day = dialog.form.field("day").editor
    assert isinstance(day, DateField)
    day.setText("01/01/2026")
    dialog.save_button.click()
    error = dialog.form.field("day").error
    assert error is not None
    assert "01/03/2026" in error
    day.setText("01/04/2026")
    dialog.save_button.click()
    assert [person.name for person in office.services.office.people()].count("Jeanne Martin") == 1
    assert len(office.services.equipment.assignments(office.machines["Portable gérance"])) == 2


def test_nobody_is_refused(screen: EquipmentScreen) -> None:
    choose(screen, "Convoyeur")
    screen.actions_.assign.trigger()
    dialog = screen.commands.dialog
    assert isinstance(dialog, AssignDialog)
    dialog.save_button.click()
    assert dialog.form.field("person").error
    dialog.abandon()


def test_a_retired_machine_cannot_be_given(screen: EquipmentScreen, office: Office) -> None:
    office.services.equipment.change(office.machines["Convoyeur"], {"status": "retired"})
    screen.reload()
    choose(screen, "Convoyeur")
    screen.actions_.assign.trigger()
    dialog = screen.commands.dialog
    assert isinstance(dialog, AssignDialog)
    dialog.person.setEditText("Marie Dubois")
    dialog.save_button.click()
    assert "n’est plus disponible" in dialog.wrong
    dialog.abandon()


def test_a_machine_is_taken_back(screen: EquipmentScreen, office: Office, told: Told) -> None:
    choose(screen, "Portable gérance")
    screen.actions_.take_back.trigger()
    dialog = screen.commands.dialog
    assert isinstance(dialog, TakeBackDialog)
    day = dialog.form.field("day").editor
    assert isinstance(day, DateField)
    day.setText("01/01/2026")
    dialog.save_button.click()
    assert dialog.form.field("day").error
    day.setText("20/11/2026")
    enter(day)
    sheet = office.services.equipment.sheet(office.machines["Portable gérance"])
    assert (sheet.person_id, sheet.status) == (None, EquipmentStatus.IN_STOCK)
    assert office.services.equipment.assignments(sheet.id)[0].end == date(2026, 11, 20)
    assert not screen.actions_.take_back.isEnabled()


def test_of_several_only_those_somebody_has_are_taken_back(screen: EquipmentScreen, told: Told) -> None:
    choose(screen, "Convoyeur", "Portable gérance")
    screen.actions_.take_back.trigger()
    dialog = screen.commands.dialog
    assert isinstance(dialog, TakeBackDialog)
    dialog.save_button.click()
    assert told.notices[-1][0] == "1 machine reprise"
    choose(screen, "Convoyeur", "Imprimante tickets")
    screen.actions_.take_back.trigger()
    assert told.notices[-1][0] == "Ce matériel n’est affecté à personne"


def test_people_of_one_name_are_told_apart(office: Office, qtbot: QtBot) -> None:
    from app.ui.equipment.choices import people_choices

    office.services.office.add_person({"name": "Marie Dubois", "email": "m.dubois@example.fr"})
    found = people_choices(office.services.office.people())
    names = {name for _, name in found}
    assert {"Marie Dubois (Annecy)", "Marie Dubois (m.dubois@example.fr)", "Paul Étienne"} == names
    field = PersonField(found)
    qtbot.addWidget(field)
    field.setEditText("marie dubois (annecy)")
    assert field.person_id == office.marie
