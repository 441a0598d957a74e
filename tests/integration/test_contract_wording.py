"""What stands against a contract names the offer and the field; contract numbers fit into file names everywhere."""

from __future__ import annotations

import pytest

from tests.command_line import CommandLine, plainly

RENTAL = ("contract", "add", "cleaq-rental", "--quantity", 3, "--unit-price", "29.90", "--start", "2026-05-04", "--status", "active")
SUPPORT = ("contract", "add", "gesticlean-support", "--quantity", 2, "--start", "2026-01-31")


def test_conditions_that_nobody_knows_are_told_with_their_field_and_offer_and_stand_in_nobodys_way(parclair: CommandLine) -> None:
    made = parclair(*RENTAL)
    assert made.status == 0
    notes = [line for line in plainly(made.err).splitlines() if "Condition de « " in line]
    assert [field for field in ("SIREN", "Micro-entreprise", "IBAN") if any(f"champ « {field} »" in note for note in notes)] == [
        "SIREN",
        "Micro-entreprise",
        "IBAN",
    ]
    assert all("Cleaq" in note for note in notes)


def test_a_condition_that_is_not_met_refuses_with_its_field_and_offer(parclair: CommandLine) -> None:
    parclair("company", "set", "micro_enterprise", "oui")
    said = plainly(parclair.refused(*RENTAL, status=1))
    assert "Cleaq" in said and "champ « Micro-entreprise » de la fiche de l’entreprise" in said


@pytest.mark.parametrize("number", ["C26\u202e1", "C26\u20281"])
def test_a_contract_number_hides_nothing(parclair: CommandLine, number: str) -> None:
    said = parclair.refused(*SUPPORT, "--number", number)
    assert said.startswith("number : ") and "invisible" in said
    assert parclair.json("contract", "list")["contracts"] == []


def test_a_contract_number_may_hold_what_people_write(parclair: CommandLine) -> None:
    for number in ("C26-A-0001", "N° 12 (avenant) : été", "契約-1", "GC/2026/7", "../../etc/passwd"):
        assert parclair.json(*SUPPORT, "--number", number)["number"] == number
