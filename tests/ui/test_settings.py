"""The settings on a real data folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.domain.errors import RuleError
from app.domain.records import HolidayZone
from app.ui.screen import Route, ScreenContext
from app.ui.settings.about import AboutSection
from app.ui.settings.appearance import AppearanceSection
from app.ui.settings.company import CompanySection
from app.ui.settings.data import DataSection
from app.ui.settings.people import PeopleSection
from app.ui.settings.section import RecordDialog
from app.ui.settings.sites import SitesSection
from app.ui.settings.view import SettingsScreen
from app.ui.widgets import Form, StateBadge, select_data
from tests.offices import open_office
from tests.ui.conftest import MemorySettings, Told

MakeContext = Callable[..., ScreenContext]
IBAN = "FR14 2004 1010 0505 0001 3M02 606"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenFolder]:
    opened = open_office(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def screen(qtbot: QtBot, make_context: MakeContext, office: OpenFolder) -> SettingsScreen:
    made = SettingsScreen(make_context(office.services))
    qtbot.addWidget(made)
    made.resize(1084, 660)
    made.show()
    made.set_site(None)
    made.activate(Route("settings"))
    return made


@pytest.fixture
def company(screen: SettingsScreen) -> CompanySection:
    return cast(CompanySection, screen.section("company"))


def type_in(form: Form, name: str, text: str) -> None:
    editor = form.field(name).editor
    assert isinstance(editor, QLineEdit)
    editor.setText(text)
    editor.editingFinished.emit()


def shown(form: Form, name: str) -> str:
    editor = form.field(name).editor
    assert isinstance(editor, QLineEdit)
    return editor.text()


def dialog_of(section: SitesSection | PeopleSection) -> RecordDialog | None:
    return section.dialog


def badges(widget: CompanySection) -> list[str]:
    return [badge.text for badge in widget.eligibility.findChildren(StateBadge)]


# Company -------------------------------------------------------------------------------------------------------------------------------


def test_values_are_checked_and_written_as_read_best(company: CompanySection) -> None:
    assert shown(company.form, "siren") == "732\u202f829\u202f320"
    assert not company.dirty
    type_in(company.form, "iban", IBAN.lower())
    assert shown(company.form, "iban").replace("\u202f", "") == IBAN.replace(" ", "")
    type_in(company.form, "phone", "+33450371529")
    assert shown(company.form, "phone") == "04 50 37 15 29"
    type_in(company.form, "siren", "732829321")
    assert "Luhn" in (company.form.field("siren").error or "")
    assert company.dirty


def test_saved_in_one_go_and_told(company: CompanySection, office: OpenFolder, told: Told) -> None:
    type_in(company.form, "name", "Pressing du Lac & Fils <b>")
    type_in(company.form, "iban", IBAN)
    type_in(company.form, "headcount", "9")
    micro = company.form.field("micro_enterprise").editor
    assert isinstance(micro, QComboBox)
    select_data(micro, False)
    company._save.click()
    kept = office.services.office.organisation()
    assert kept is not None
    assert (kept.name, kept.iban, kept.headcount, kept.micro_enterprise) == ("Pressing du Lac & Fils <b>", IBAN.replace(" ", ""), 9, False)
    assert told.changes == 1
    assert not company.dirty
    assert not company._save.isEnabled()


def test_a_refusal_of_the_service_stands_at_its_field(company: CompanySection, office: OpenFolder) -> None:
    type_in(company.form, "siret", "552 100 554 00013")
    company.save()
    assert "SIREN de l’entreprise" in (company.form.field("siret").error or "")
    kept = office.services.office.organisation()
    assert kept is not None
    assert kept.siret == ""
    type_in(company.form, "name", "")
    company.save()
    assert company.form.field("name").error is not None


def test_eligibility_follows_what_is_typed(company: CompanySection) -> None:
    assert badges(company) == ["À compléter", "Remplie", "Inconnue", "Inconnue"]
    type_in(company.form, "iban", IBAN)
    micro = company.form.field("micro_enterprise").editor
    assert isinstance(micro, QComboBox)
    select_data(micro, False)
    assert badges(company) == ["Éligible", "Remplie", "Remplie", "Remplie"]
    select_data(micro, True)
    assert badges(company) == ["Non éligible", "Remplie", "Non remplie", "Remplie"]


def test_unsaved_changes_are_guarded(screen: SettingsScreen, company: CompanySection) -> None:
    assert screen.can_leave()
    type_in(company.form, "city", "Lyon")
    screen.confirm = lambda: False
    assert not screen.can_leave()
    assert shown(company.form, "city") == "Lyon"
    screen.reload()
    assert shown(company.form, "city") == "Lyon"
    screen.confirm = lambda: True
    assert screen.can_leave()
    assert shown(company.form, "city") == "Annecy"


# Sites and people ----------------------------------------------------------------------------------------------------------------------


def test_site_added_edited_deleted_and_back(screen: SettingsScreen, office: OpenFolder, told: Told) -> None:
    screen.open("sites")
    sites = cast(SitesSection, screen.section("sites"))
    sites.add()
    assert sites.dialog is not None
    sites.dialog.save()
    assert sites.dialog.form.field("name").error is not None
    type_in(sites.dialog.form, "name", "Strasbourg")
    type_in(sites.dialog.form, "postal_code", "67")
    sites.dialog.save()
    assert "5 chiffres" in (sites.dialog.form.field("postal_code").error or "")
    type_in(sites.dialog.form, "postal_code", "67000")
    zone = sites.dialog.form.field("holiday_zone").editor
    assert isinstance(zone, QComboBox)
    select_data(zone, HolidayZone.ALSACE_MOSELLE)
    sites.dialog.save()
    assert dialog_of(sites) is None
    (site,) = office.services.office.sites()
    assert (site.name, site.holiday_zone) == ("Strasbourg", HolidayZone.ALSACE_MOSELLE)
    assert sites.table.current_id == site.id
    sites.edit()
    assert sites.dialog is not None
    type_in(sites.dialog.form, "name", "Strasbourg – Neudorf")
    sites.dialog.save()
    assert office.services.office.sites()[0].name == "Strasbourg – Neudorf"
    sites.delete()
    assert office.services.office.sites() == []
    undo = told.notices[-1][1]
    assert undo is not None
    undo()
    assert [each.name for each in office.services.office.sites()] == ["Strasbourg – Neudorf"]
    assert told.changes == 4


def test_a_site_in_use_is_not_deleted(screen: SettingsScreen, office: OpenFolder, told: Told) -> None:
    site = office.services.office.add_site({"name": "Annecy"})
    office.services.equipment.add({"designation": "Caisse", "kind": "till", "site_id": str(site)})
    screen.open("sites")
    sites = cast(SitesSection, screen.section("sites"))
    sites.table.view.selectRow(0)
    sites.delete()
    assert isinstance(told.errors[-1], RuleError)
    assert len(office.services.office.sites()) == 1


def test_person_added_found_and_made_inactive(screen: SettingsScreen, office: OpenFolder, told: Told) -> None:
    site = office.services.office.add_site({"name": "Annecy"})
    screen.open("people")
    people = cast(PeopleSection, screen.section("people"))
    people.add()
    assert people.dialog is not None
    type_in(people.dialog.form, "name", "Hélène Tissot")
    type_in(people.dialog.form, "email", "helene")
    people.dialog.save()
    assert people.dialog.form.field("email").error is not None
    type_in(people.dialog.form, "email", "helene@exemple.fr")
    choice = people.dialog.form.field("site_id").editor
    assert isinstance(choice, QComboBox)
    select_data(choice, site)
    people.dialog.save()
    (person,) = office.services.office.people()
    assert (person.name, person.site_id, person.active) == ("Hélène Tissot", site, True)
    people._search.setText("helene ann")
    assert people.table.total == 1
    people._search.setText("paul")
    assert people.table.total == 0
    people._search.clear()
    people.table.view.selectRow(0)
    people.switch()
    assert not office.services.office.people()[0].active
    assert people._switch.text() == "&Réactiver"
    undo = told.notices[-1][1]
    assert undo is not None
    undo()
    assert office.services.office.people()[0].active


def test_search_hits_open_their_record(screen: SettingsScreen, office: OpenFolder) -> None:
    site = office.services.office.add_site({"name": "Annecy"})
    person = office.services.office.add_person({"name": "Paul"})
    screen.activate(Route("settings", site, "site"))
    sites = cast(SitesSection, screen.section("sites"))
    assert screen.current == "sites"
    assert sites.dialog is not None
    sites.dialog.reject()
    screen.activate(Route("settings", person, "person"))
    people = cast(PeopleSection, screen.section("people"))
    assert screen.current == "people"
    assert people.dialog is not None
    people.dialog.reject()
    assert dialog_of(people) is None


# Looks, data, about --------------------------------------------------------------------------------------------------------------------


def test_theme_and_language_take_effect_at_once(screen: SettingsScreen, company: CompanySection) -> None:
    screen.open("appearance")
    looks = cast(AppearanceSection, screen.section("appearance"))
    looks.themes["dark"].click()
    assert screen.context.preferences.theme == "dark"
    type_in(company.form, "city", "Lyon")
    screen.confirm = lambda: False
    looks.languages["en"].click()
    assert screen.context.preferences.language == "fr"
    assert looks.languages["fr"].isChecked()
    screen.confirm = lambda: True
    looks.languages["en"].click()
    assert screen.context.preferences.language == "en"


def test_copies_check_and_folder(screen: SettingsScreen, office: OpenFolder, told: Told) -> None:
    screen.open("data")
    data = cast(DataSection, screen.section("data"))
    data._copy.click()
    (copy,) = office.services.maintenance.copies()
    assert copy.path.exists()
    assert any("22/11/2026" in label.text() for label in data.copies.findChildren(QLabel))
    data._check.click()
    assert any(badge.text == "Tout est en ordre" for badge in data.checks.findChildren(StateBadge))
    asked: list[QUrl] = []

    def refuse(url: QUrl) -> bool:
        asked.append(url)
        return False

    data.open_url = refuse
    data._open()
    assert Path(asked[0].toLocalFile()) == office.folder
    assert told.notices


def test_about_names_versions_and_licences(screen: SettingsScreen) -> None:
    screen.open("about")
    about = cast(AboutSection, screen.section("about"))
    said = [label.text() for label in about.findChildren(QLabel)]
    assert "LGPL-3.0" in said
    assert "OFL-1.1" in said
    screen.reload()
    assert len(about.findChildren(QLabel)) == len(said)


def test_pages_by_keyboard_and_the_last_one_is_remembered(screen: SettingsScreen, ui_settings: MemorySettings) -> None:
    screen.names.setFocus()
    QTest.keyClick(screen.names, Qt.Key.Key_Down)
    assert screen.current == "sites"
    assert ui_settings.get_str("settings.section") == "sites"
