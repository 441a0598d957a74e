"""The company, sites, people and equipment on the command line; the demo."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from app.commands import company, equipment, office
from app.services.equipment import EQUIPMENT_FIELDS
from app.services.office import ORGANISATION_FIELDS, PERSON_FIELDS, SITE_FIELDS
from tests.command_line import CommandLine


def test_the_fields_offered_are_those_of_the_records() -> None:
    assert tuple(ORGANISATION_FIELDS) == company.FIELDS and tuple(EQUIPMENT_FIELDS) == equipment.FIELDS
    assert tuple(SITE_FIELDS) == office.SITE_FIELDS and tuple(PERSON_FIELDS) == office.PERSON_FIELDS


def test_an_empty_folder_has_an_empty_company(parclair: CommandLine) -> None:
    found = parclair.json("company", "show")
    assert all(found[name] == "" for name in company.FIELDS if name not in ("headcount", "micro_enterprise"))
    assert found["headcount"] is None and found["micro_enterprise"] is None
    assert {condition["id"]: condition["met"] for condition in found["rental_eligibility"]["conditions"]} == {
        "siren": None,
        "micro_enterprise": None,
        "iban": None,
    }


def test_the_company_is_made_field_by_field(parclair: CommandLine) -> None:
    assert parclair.json("company", "set", "siren", "732 829 320")["siren"] == "732829320"
    assert parclair.json("company", "set", "name", "L’<b>Atelier</b> & Cie")["name"] == "L’<b>Atelier</b> & Cie"
    parclair.json("company", "set", "iban", "fr76 9999 9007 4201 2345 6789 052")
    parclair.json("company", "set", "micro_enterprise", "no")
    found = parclair.json("company", "set", "headcount", "5")
    assert (found["iban"], found["headcount"], found["rental_eligibility"]["ok"]) == ("FR7699999007420123456789052", 5, True)
    assert parclair.json("company", "set", "iban", "")["iban"] == ""
    assert "L’<b>Atelier</b> & Cie" in parclair("company", "show").out


@pytest.mark.parametrize(
    ("field", "value", "allowed"),
    [
        ("siren", "732829321", "Luhn"),
        ("siren", "73282932", "9 chiffres"),
        ("iban", "FR7699999007420123456789053", "modulo 97"),
        ("iban", "FR76", "27 caractères"),
        ("email", "nobody", "nom@exemple.fr"),
        ("headcount", "-1", "nombre entier"),
        ("micro_enterprise", "perhaps", "oui ou non"),
        ("name", "", "non vide"),
        ("name", "x" * 301, "300 caractères"),
    ],
)
def test_a_wrong_value_is_refused_with_the_reason(parclair: CommandLine, field: str, value: str, allowed: str) -> None:
    said = parclair.refused("company", "set", field, value)
    assert said.startswith(f"{field} : ") and allowed in said
    assert parclair.json("company", "show")[field] in ("", None)


def test_an_unknown_field_names_those_there_are(parclair: CommandLine) -> None:
    said = parclair.refused("company", "set", "colour", "red")
    assert "colour" in said and "siren" in said


def test_sites_and_people(parclair: CommandLine) -> None:
    site_id = parclair.json("site", "add", "Strasbourg", "--zone", "alsace-moselle", "--city", "Strasbourg")["id"]
    assert uuid.UUID(site_id).version == 7
    parclair.json("site", "set", "Strasbourg", "phone", "03 53 01 45 67")
    (site,) = parclair.json("site", "list")["sites"]
    assert (site["id"], site["holiday_zone"], site["phone"]) == (site_id, "alsace-moselle", "03 53 01 45 67")
    person_id = parclair.json("person", "add", "Zoé Été", "--site", "Strasbourg", "--email", "zoe@exemple.fr")["id"]
    parclair.json("person", "set", "Zoé Été", "active", "non")
    (person,) = parclair.json("person", "list")["people"]
    assert (person["id"], person["site"], person["active"]) == (person_id, "Strasbourg", False)
    assert "Strasbourg" in parclair("site", "list").out and "Zoé Été" in parclair("person", "list").out
    assert parclair.refused("person", "set", "Nobody", "name", "x").startswith("person : « Nobody »")
    assert parclair.refused("site", "set", "", "name", "x").startswith("site : ")


def test_equipment_from_arrival_to_return(parclair: CommandLine) -> None:
    parclair.json("site", "add", "Annecy")
    parclair.json("person", "add", "Émile Œuvrard", "--site", "Annecy")
    made = parclair.json(
        *("equipment", "add", "--kind", "computer", "--designation", "Poste d’été", "--serial", "PF-3X 9"),
        *("--site", "Annecy", "--purchase-date", "01/02/2026", "--purchase-price", "1 234,50", "--warranty-end", "2029-02-01"),
    )["id"]
    assert uuid.UUID(made).version == 7
    for words in ("pf3x9", "ETE", "poste annecy", "xyz"):
        found = parclair.json("equipment", "list", "--search", words)
        assert found["total"] == (1 if words in ("pf3x9", "ETE") else 0)
    assert parclair.json("equipment", "set", made, "status", "in_repair") == {"id": made}
    assert parclair.json("equipment", "assign", made, "Émile Œuvrard", "--on", "2026-03-01") == {"id": made}
    (row,) = parclair.json("equipment", "list", "--search", "emile oeuvrard", "--status", "in_repair")["equipment"]
    assert set(row) >= {"id", "kind", "designation", "serial", "status"}
    assert (row["person"], row["site"], row["kind"], row["serial"]) == ("Émile Œuvrard", "Annecy", "computer", "PF-3X 9")
    parclair.json("equipment", "return", made, "--on", "2026-04-01")
    sheet = parclair.json("equipment", "show", made)
    assert sheet["purchase_price"] == "1234.50" and sheet["purchase_date"] == "2026-02-01" and sheet["person"] == ""
    assert sheet["assignments"] == [{"person": "Émile Œuvrard", "from": "2026-03-01", "to": "2026-04-01"}]
    assert "Poste d’été" in parclair("equipment", "show", made).out and "1 sur 1" in parclair("equipment", "list").out


def test_a_rented_device_changes_hands_freely(parclair: CommandLine) -> None:
    for name in ("Une", "Autre"):
        parclair.json("person", "add", name)
    made = parclair.json("equipment", "add", "--kind", "computer", "--designation", "Portable", "--ownership", "rented")["id"]
    assert "à tout moment" in parclair("equipment", "assign", made, "Une", "--on", "2026-03-01").out
    assert parclair("equipment", "assign", made, "Autre", "--on", "2026-03-02").status == 0
    assert [entry["person"] for entry in parclair.json("equipment", "show", made)["assignments"]] == ["Autre", "Une"]


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (("--kind", "robot", "--designation", "x"), "kind"),
        (("--kind", "till", "--designation", ""), "designation"),
        (("--kind", "till", "--designation", "x", "--purchase-date", "31/02/2026"), "purchase_date"),
        (("--kind", "till", "--designation", "x", "--purchase-price", "-1"), "purchase_price"),
        (("--kind", "till", "--designation", "x", "--site", "Nulle part"), "site_id"),
        (("--kind", "till", "--designation", "x", "--purchase-date", "2026-02-01", "--warranty-end", "2026-01-01"), "warranty_end"),
        (("--kind", "till", "--designation", "a\nb"), "designation"),
    ],
)
def test_equipment_that_is_refused(parclair: CommandLine, arguments: tuple[str, ...], field: str) -> None:
    assert parclair.refused("equipment", "add", *arguments).startswith(f"{field} : ")
    assert parclair.json("equipment", "list") == {"total": 0, "equipment": []}


def test_equipment_that_is_not_there(parclair: CommandLine) -> None:
    assert parclair.refused("equipment", "set", "12", "status", "in_use").startswith("id : « 12 »")
    assert "introuvable" in parclair.refused("equipment", "set", uuid.UUID(int=7), "status", "in_use")
    assert parclair.refused("equipment", "list", "--limit", "-1").startswith("limit : « -1 »")
    assert parclair.refused("equipment", "list", "--sort", "colour").startswith("sort : « colour »")


def test_a_list_in_pages(parclair: CommandLine) -> None:
    parclair.json("demo")
    first = parclair.json("equipment", "list", "--limit", 15)
    second = parclair.json("equipment", "list", "--limit", 30, "--offset", 15)
    assert first["total"] == 40 and len(first["equipment"]) == 15 and len(second["equipment"]) == 25
    names = [row["designation"] for row in first["equipment"] + second["equipment"]]
    assert len(set(names)) == 40
    tills = parclair.json("equipment", "list", "--kind", "till", "--site", "Strasbourg – Neudorf")["equipment"]
    assert [row["designation"] for row in tills] == ["Caisse comptoir Strasbourg"]


def test_the_demo_fills_an_empty_folder_once(parclair: CommandLine) -> None:
    counts = parclair.json("demo")
    assert {name: counts[name] for name in ("equipment", "people", "contracts", "requests")} == {
        "equipment": 40,
        "people": 9,
        "contracts": 4,
        "requests": 24,
    }
    assert 0 < counts["ratings"] <= 24
    assert "déjà utilisé" in parclair.refused("demo", status=1)
    assert parclair.json("equipment", "list")["total"] == 40
    assert {row["offer"] for row in parclair.json("contract", "list")["contracts"]} == {
        "cleaq-rental",
        "gesticlean-support",
        "commown-rental",
        "commown-managed",
    }


@pytest.mark.parametrize(("option", "value"), [("--equipment", "-1"), ("--equipment", "200001"), ("--requests", "x"), ("--seed", "1.5")])
def test_a_demo_of_a_wrong_size(parclair: CommandLine, option: str, value: str) -> None:
    assert parclair.refused("demo", option, value).startswith(f"{option.removeprefix('--')} : « {value} »")
    assert not (parclair.folder / "parclair.sqlite3").exists()


def test_a_throw_away_demo_leaves_the_data_folder_alone(parclair: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert parclair.json("equipment", "list", before=("--demo",))["total"] == 40
    assert not parclair.folder.exists() and list(tmp_path.glob("parclair-demo-*")) == []


def test_a_writing_command_makes_the_copy_of_the_day(parclair: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    parclair.json("company", "set", "name", "A")
    assert len(list((parclair.folder / "copies").iterdir())) == 1
    from app.domain.errors import StorageError
    from app.domain.text import msg
    from app.services.maintenance import MaintenanceService

    def full(_: MaintenanceService) -> None:
        raise StorageError(msg("Le disque est plein"))

    monkeypatch.setattr(MaintenanceService, "daily_copy", full)
    outcome = parclair("company", "set", "name", "B", "--json")
    assert outcome.status == 0 and "La copie du jour" in outcome.err and outcome.document["name"] == "B"


def test_a_search_for_signs_alone_finds_no_machine(parclair: CommandLine) -> None:
    parclair.json("equipment", "add", "--kind", "till", "--designation", "Caisse")
    assert parclair.json("equipment", "list", "--search", "*")["total"] == 0
    assert parclair.json("equipment", "list", "--search", "caisse *")["total"] == 1
