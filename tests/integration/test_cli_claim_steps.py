"""What happens to a claim, by command: its papers, the promised call, the devices that help out, its end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.command_line import CommandLine, plainly
from tests.offices import open_office

TODAY = datetime.now(UTC).date()


class Desk:
    """An office with a rented laptop and two devices in stock: a spare that was bought, and a rented one."""

    def __init__(self, parclair: CommandLine) -> None:
        self.run = parclair
        open_office(Path(parclair.folder)).close()
        rental = ("contract", "add", "cleaq-rental", "--start", f"{TODAY.year}-01-01", "--quantity", 2, "--unit-price", "39.90")
        self.contract = str(parclair.json(*rental)["number"])
        rented = ("--ownership", "rented", "--contract", self.contract)
        self.laptop = self.add("Portable gérance", *rented, "--status", "in_use")
        self.spare, self.rented = self.add("Portable de prêt", "--serial", "PR-1"), self.add("Portable livré", "--ownership", "rented")

    def add(self, designation: str, *more: str) -> str:
        return str(self.run.json("equipment", "add", "--kind", "computer", "--designation", designation, *more)["id"])

    def claim(self, kind: str, *more: str) -> str:
        declared = self.run.json("claim", "add", self.laptop, "--type", kind, "--happened-on", TODAY.isoformat(), *more)
        return str(declared["number"])

    def status(self, machine: str) -> str:
        return str(self.run.json("equipment", "show", machine)["status"])


@pytest.fixture
def desk(parclair: CommandLine) -> Desk:
    return Desk(parclair)


def test_papers_take_a_claim_in_hand(desk: Desk, parclair: CommandLine, tmp_path: Path) -> None:
    number = desk.claim("theft", "--theft", "burglary")
    paper, other = tmp_path / "plainte.pdf", tmp_path / "declaration.pdf"
    paper.write_bytes(b"%PDF-1.7 plainte")
    other.write_bytes(b"%PDF-1.7 declaration")
    assert "need : " in plainly(parclair.refused("claim", "attach", number, paper, "--need", "facture"))
    first = parclair.json("claim", "attach", number, paper, "--need", "police_complaint")
    assert first["missing"] == ["declaration"] and first["status"] == "waiting_for_documents"
    second = parclair.json("claim", "attach", number, other, "--need", "declaration")
    assert second["missing"] == [] and second["status"] == "in_hand" and len(second["documents"]) == 2
    assert parclair("claim", "attach", number, tmp_path / "rien.pdf").status == 2


def test_the_promised_call(desk: Desk, parclair: CommandLine) -> None:
    number = desk.claim("breakdown")
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).isoformat(timespec="minutes")
    assert parclair.refused("claim", "call", number, "--at", tomorrow).startswith("at")
    done = parclair.json("claim", "call", number)
    assert done["called_at"] is not None and done["due"] is None
    assert "déjà noté" in parclair.refused("claim", "call", number, status=1)


def test_a_device_is_lent_and_the_repaired_one_comes_back(desk: Desk, parclair: CommandLine) -> None:
    number = desk.claim("breakage")
    assert parclair.json("claim", "ship", number)["equipment_status"] == "in_repair"
    assert parclair.json("claim", "lend", number, desk.spare)["loan"] == desk.spare and desk.status(desk.spare) == "on_loan"
    assert parclair.json("claim", "take-back", number)["loan"] is None and desk.status(desk.spare) == "in_stock"
    assert "Aucun appareil n’est prêté" in parclair.refused("claim", "take-back", number, status=1)
    assert parclair.refused("claim", "lend", number, "nope").startswith("equipment")
    closed = parclair.json("claim", "close", number, "repaired", "--note", "Écran changé")
    assert closed["status"] == "repaired" and closed["outcome_note"] == "Écran changé" and closed["closed_at"] is not None
    assert desk.status(desk.laptop) == "in_use" and "Remarque : Écran changé" in plainly(parclair("claim", "show", number).out)
    assert "réglé" in parclair.refused("claim", "lend", number, desk.spare, status=1)


def test_the_providers_new_device_takes_the_place(desk: Desk, parclair: CommandLine) -> None:
    number = desk.claim("theft", "--theft", "burglary")
    for wrong, field in (
        ((), "equipment"),
        (("--new",), "serial"),
        ((desk.spare, "--serial", "X"), "serial"),
        ((desk.spare, "--new", "--serial", "X"), "equipment"),
        (("--new", "--serial", "PR-1"), "serial"),
    ):
        assert parclair.refused("claim", "replace", number, *wrong).startswith(f"{field} :")
    done = parclair.json("claim", "replace", number, "--new", "--serial", "SN-77", "--designation", "Portable neuf")
    assert done["status"] == "replaced" and done["replaced_at"] is not None
    new = parclair.json("equipment", "show", done["replacement"])
    assert (new["serial"], new["ownership"], new["status"]) == ("SN-77", "rented", "in_use")
    assert desk.status(desk.laptop) == "lost_or_stolen"


def test_what_is_not_covered_has_no_replacement_from_the_provider(desk: Desk, parclair: CommandLine) -> None:
    number = desk.claim("loss")
    for wrong in (("--new", "--serial", "SN-77"), (desk.rented,)):
        said = parclair.refused("claim", "replace", number, *wrong, status=1)
        assert number in said and "n’est pas couvert" in said and "Portable gérance" in said
    assert parclair.json("claim", "replace", number, desk.spare)["replaced_at"] is None
    spare = parclair.json("equipment", "show", desk.spare)
    assert (spare["ownership"], spare["status"]) == ("owned", "in_use")


def test_states_follow_each_other(desk: Desk, parclair: CommandLine) -> None:
    broken, lost = desk.claim("breakage"), desk.claim("loss")
    said = parclair.refused("claim", "close", broken, "repaired", status=1)
    assert lost in said and "Portable gérance" in said and "disparu" in said
    assert parclair.refused("claim", "close", broken, "replaced").startswith("outcome")
    assert parclair.refused("claim", "move", broken, "lost").startswith("status")
    assert parclair.json("claim", "move", broken, "refused", "--note", "Hors contrat")["moves"] == ["in_hand"]
    assert parclair.json("claim", "move", broken, "in_hand")["status"] == "in_hand"
    assert parclair.json("claim", "close", lost, "withdrawn")["equipment_status"] == "broken_down"
