"""Claims on the command line: what is decided and why, the list, one claim, and what is refused."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from tests.command_line import CommandLine, plainly
from tests.offices import open_office

TODAY = datetime.now(UTC).date()


@pytest.fixture
def laptop(parclair: CommandLine) -> str:
    """A rented laptop in the office; the rental began this year."""
    open_office(Path(parclair.folder)).close()
    added = ("contract", "add", "cleaq-rental", "--start", f"{TODAY.year}-01-01", "--quantity", 1, "--unit-price", "39.90")
    number = parclair.json(*added)["number"]
    given = ("--kind", "computer", "--designation", "Portable gérance", "--ownership", "rented", "--contract", number)
    return str(parclair.json("equipment", "add", *given, "--status", "in_use")["id"])


def declare(machine: str, *more: object, kind: str = "theft") -> tuple[object, ...]:
    return ("claim", "add", machine, "--type", kind, "--happened-on", TODAY.isoformat(), *more)


def test_a_burglary_is_covered_and_a_theft_from_an_unlocked_car_is_not(parclair: CommandLine, laptop: str) -> None:
    car = parclair.json(*declare(laptop, "--theft", "unlocked", "--dry-run"))
    assert car["number"] is None and car["covered"] is False and car["needs"] == [] and car["promises"] == []
    assert any("vol par effraction" in reason for reason in car["reasons"])
    assert parclair.json("claim", "list", "--all")["total"] == 0
    stolen = parclair.json(*declare(laptop, "--theft", "burglary", "--place", "Annecy"))
    assert stolen["number"] == f"S{TODAY:%y}-A-0001" and stolen["covered"] is True
    assert stolen["needs"] == ["declaration", "police_complaint"]
    (promise,) = stolen["promises"]
    assert promise["kind"] == "replacement" and promise["day"] is None and promise["due"][:10] > TODAY.isoformat()
    assert any("couvre ce cas (vol par effraction)" in reason for reason in stolen["reasons"])
    assert parclair.json("equipment", "show", laptop)["status"] == "lost_or_stolen"


def test_breakage_is_promised_for_a_day_and_a_breakdown_a_call(parclair: CommandLine, laptop: str) -> None:
    broken = parclair.json(*declare(laptop, "--dry-run", kind="breakage"))["promises"]
    assert [each["kind"] for each in broken] == ["replacement"] and broken[0]["due"].startswith(broken[0]["day"])
    down = parclair.json(*declare(laptop, "--dry-run", kind="breakdown"))
    assert [each["kind"] for each in down["promises"]] == ["call"] and down["needs"] == []


def test_the_list_and_one_claim(parclair: CommandLine, laptop: str) -> None:
    assert "Aucun sinistre en cours." in parclair("claim", "list").out
    number = parclair.json(*declare(laptop, "--circumstances", "Tombé du comptoir", kind="breakage"))["number"]
    (row,) = parclair.json("claim", "list")["claims"]
    assert (row["number"], row["equipment_id"], row["status"]) == (number, laptop, "waiting_for_documents")
    assert row["missing"] == ["declaration"] and row["covered"] is True
    assert parclair.json("claim", "list", "--equipment", uuid4())["total"] == 0
    claim = parclair.json("claim", "show", number)
    assert claim["circumstances"] == "Tombé du comptoir" and claim["replaced_at"] is None and claim["documents"] == []
    assert claim["replacement_due"] == row["due"]
    french, english = parclair("claim", "show", number).out, parclair("claim", "show", number, before=("--lang", "en")).out
    assert "Pièce manquante : Déclaration du sinistre" in french and "Casse" in parclair("claim", "list").out
    assert "Missing document" in english


def test_people_are_told_why(parclair: CommandLine, laptop: str) -> None:
    said = parclair(*declare(laptop, "--theft", "other")).out
    assert "Ce n’est pas couvert." in said and "Les seuls vols couverts" in said


def test_a_refused_theft_names_how_it_was_stolen_and_why(parclair: CommandLine, laptop: str) -> None:
    told = {how: parclair.json(*declare(laptop, "--theft", how, "--dry-run"))["reasons"] for how in ("unlocked", "unattended", "other")}
    assert told["unlocked"][0] == "L’offre exclut ce cas (vol dans un local ou un véhicule qui n’était pas fermé)."
    assert "rien n’a été forcé" in told["unlocked"][2] and "sans surveillance" in told["unattended"][0]
    assert len({tuple(reasons) for reasons in told.values()}) == 3
    car = declare(laptop, "--theft", "unlocked", "--dry-run", "--explain")
    why = parclair.json(*car)["explanations"]["cover"]
    assert ["Circonstances du vol", "Dans un local ou un véhicule qui n’était pas fermé"] in why["inputs"]
    assert "Circonstances du vol : Dans un local" in plainly(parclair(*car).out) and "rien n’a été forcé" in parclair(*car).out
    down = parclair.json(*declare(laptop, "--dry-run", "--explain", kind="breakdown"))["explanations"]
    assert set(down) == {"cover", "call"}


def test_what_is_not_rented_is_refused_by_name(parclair: CommandLine, laptop: str) -> None:
    bought = parclair.json("equipment", "add", "--kind", "printer", "--designation", "Imprimante tickets")["id"]
    for more in ((), ("--dry-run",)):
        assert "cet appareil n’est pas loué" in parclair.refused(*declare(bought, *more, kind="breakdown"), status=1)
    early = ("claim", "add", laptop, "--type", "loss", "--happened-on", f"{TODAY.year - 1}-12-31")
    assert "pas encore loué" in parclair.refused(*early, status=1)
    assert parclair.json("claim", "list", "--all")["total"] == 0


def test_bad_input_names_the_field(parclair: CommandLine, laptop: str) -> None:
    for arguments, field in (
        (declare("nope"), "equipment"),
        (declare(laptop, kind="fire"), "type"),
        (declare(laptop, "--theft", "magic"), "theft"),
        (declare(laptop), "theft"),
        (declare(laptop, "--theft", "burglary", kind="loss"), "theft"),
        (("claim", "add", laptop, "--type", "loss", "--happened-on", "2199-01-01"), "happened_on"),
        (("claim", "add", laptop, "--type", "loss", "--happened-on", "hier"), "happened_on"),
    ):
        assert parclair.refused(*arguments).startswith(f"{field} : ")
    assert "introuvable" in parclair.refused(*declare(str(uuid4()), kind="loss"))
    assert "S00-A-0001" in parclair.refused("claim", "show", "S00-A-0001")
