"""`contract services`: what the quote names, every example of managed services by command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.command_line import CommandLine
from tests.offices import open_office

START = "2026-01-31"


@pytest.fixture
def rental(parclair: CommandLine) -> str:
    open_office(Path(parclair.folder)).close()
    return str(parclair.json("contract", "add", "commown-rental", "--quantity", 1, "--start", START, "--unit-price", "45")["number"])


def managed(parclair: CommandLine, *more: object) -> str:
    return str(parclair.json("contract", "add", "commown-managed", "--start", START, "--unit-price", "12", *more)["number"])


def due(document: dict[str, Any]) -> dict[str, bool | None]:
    return {each["id"]: each["due"] for each in document["services"]}


def test_nobody_knows_until_the_quote_is_written_down(parclair: CommandLine, rental: str) -> None:
    number = managed(parclair)
    assert set(due(parclair.json("contract", "services", number)).values()) == {None, False}  # the visit fails on other conditions
    named = parclair.json("contract", "services", number, "--service", "unlimited_support", "--service", "user_change")
    assert named["number"] == number
    assert [name for name, value in due(named).items() if value] == ["unlimited_support", "user_change"]
    assert due(parclair.json("contract", "services", number)) == due(named)
    asked = parclair.refused(
        "request", "add", "--subject", "Profil", "--urgency", "question", "--service", "configuration_profile", status=1
    )
    assert "pas dans votre contrat" in asked.casefold() or "Absent de votre contrat" in asked
    assert not any(due(parclair.json("contract", "services", number, "--none")).values())
    said = parclair("contract", "services", number, "--explain", before=("--lang", "en")).out
    assert "Unlimited support (unlimited_support): not due" in said and "Only the services that the quote names are due." in said


def test_a_contract_is_recorded_with_what_its_quote_names(parclair: CommandLine, rental: str) -> None:
    number = managed(parclair, "--service", "preparation", "--status", "draft")
    assert [name for name, value in due(parclair.json("contract", "services", number)).items() if value] == ["preparation"]


def test_what_cannot_be_named_is_refused(parclair: CommandLine, rental: str) -> None:
    number = managed(parclair)
    assert "unlimited_support" in parclair.refused("contract", "services", number, "--service", "nope")
    assert parclair.refused("contract", "services", number, "--service", "preparation", "--none").startswith("none")
    assert rental in parclair.refused("contract", "services", rental, status=1)
    assert "introuvable" in parclair.refused("contract", "services", "C-0").casefold() or "inconnu" in parclair.refused(
        "contract", "services", "C-0"
    )
    wrong = ("contract", "add", "cleaq-rental", "--quantity", 1, "--start", START, "--unit-price", "45", "--service", "preparation")
    assert "infogérance" in parclair.refused(*wrong, status=1)


def test_a_visit_with_nine_contracts_or_in_lyon_is_not_due_and_says_so(parclair: CommandLine, rental: str) -> None:
    number = managed(parclair, "--service", "on_site_visit")
    for _ in range(7):
        parclair.json("contract", "add", "commown-rental", "--quantity", 1, "--start", START, "--unit-price", "45")
    parclair.json("company", "set", "city", "Lyon")

    def failing() -> dict[str, str]:
        visit = next(each for each in parclair.json("contract", "services", number)["services"] if each["id"] == "on_site_visit")
        return {each["id"]: each["why"] for each in visit["conditions"] if each["met"] is not True}

    told = failing()
    assert set(told) == {"contracts", "city"} and "Vous avez 9 contrats" in told["contracts"] and "Lyon" in told["city"]
    parclair.json("contract", "add", "commown-rental", "--quantity", 1, "--start", START, "--unit-price", "45")
    parclair.json("company", "set", "city", "Strasbourg")
    assert failing() == {}
    assert due(parclair.json("contract", "services", number))["on_site_visit"] is True
