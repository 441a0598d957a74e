"""Offers and prices on the command line: the examples of the offers, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.system.paths import resources
from tests.command_line import CommandLine, plainly


@pytest.mark.parametrize(
    ("quantity", "options", "total", "vat", "with_tax"),
    [
        (1, (), "33.00", "6.60", "39.60"),
        (2, (), "55.00", "11.00", "66.00"),
        (5, (), "137.50", "27.50", "165.00"),
        (6, (), "138.00", "27.60", "165.60"),
        (2, ("conveyor_link", "automatic_backup"), "98.00", "19.60", "117.60"),
        (3, ("conveyor_and_arm_link",), "105.50", "21.10", "126.60"),
    ],
)
def test_a_quote(parclair: CommandLine, quantity: int, options: tuple[str, ...], total: str, vat: str, with_tax: str) -> None:
    chosen = [word for option in options for word in ("--option", option)]
    found = parclair.json("quote", "gesticlean-support", quantity, *chosen)
    assert (found["offer"], found["quantity"]) == ("gesticlean-support", quantity)
    assert (found["monthly_excl_tax"], found["vat"], found["monthly_incl_tax"], found["vat_rate"]) == (total, vat, with_tax, "0.20")
    assert [line["id"] for line in found["lines"]] == ["licence", *options]
    assert all(set(line) >= {"id", "quantity", "unit_price", "amount"} for line in found["lines"])


def test_a_quote_needs_no_data_folder(parclair: CommandLine) -> None:
    parclair.json("quote", "gesticlean-support", 1)
    assert not parclair.folder.exists()


def test_a_quoted_price_or_table(parclair: CommandLine) -> None:
    assert parclair.json("quote", "cleaq-rental", 3, "--unit-price", "29.90")["monthly_excl_tax"] == "89.70"
    table = ("--tier", "1=19.00", "--tier", "10=15,50")
    assert parclair.json("quote", "commown-managed", 9, *table)["monthly_excl_tax"] == "171.00"
    assert parclair.json("quote", "commown-managed", 10, *table)["monthly_excl_tax"] == "155.00"


@pytest.mark.parametrize(
    ("arguments", "field", "value"),
    [
        (("gesticlean-support", "0"), "quantity", "0"),
        (("gesticlean-support", "-1"), "quantity", "-1"),
        (("gesticlean-support", "2.5"), "quantity", "2.5"),
        (("gesticlean-support", "100000000000000000000"), "quantity", "100000000000000000000"),
        (("gesticlean-support", "abc"), "quantity", "abc"),
        (("gesticlean-support", ""), "quantity", ""),
        (("gesticlean-support", "1", "--option", "nope"), "option", "nope"),
        (("gesticlean-support", "1", "--option", "conveyor_link", "--option", "conveyor_link"), "option", "conveyor_link"),
        (("gesticlean-support", "1", "--unit-price", "10"), "unit_price", "10"),
        (("cleaq-rental", "1"), "unit_price", ""),
        (("cleaq-rental", "1", "--unit-price", "dix"), "unit_price", "dix"),
        (("cleaq-rental", "1", "--unit-price", "-5"), "unit_price", "-5"),
        (("cleaq-rental", "1", "--unit-price", "NaN"), "unit_price", "NaN"),
        (("cleaq-rental", "1", "--unit-price", "1.005"), "unit_price", "1.005"),
        (("cleaq-rental", "1", "--tier", "15"), "tier", "15"),
        (("cleaq-rental", "1", "--tier", "x=15"), "quantity", "x"),
    ],
)
def test_bad_input_names_field_value_and_what_is_allowed(parclair: CommandLine, arguments: tuple[str, ...], field: str, value: str) -> None:
    said = parclair.refused("quote", *arguments)
    assert said.startswith(f"{field} : « {value}") and "Attendu : " in said


def test_an_unknown_offer_names_those_there_are(parclair: CommandLine) -> None:
    said = parclair.refused("quote", "nope", "1")
    assert "nope" in said and "gesticlean-support" in said and "cleaq-rental" in said


def test_options_that_exclude_each_other_are_refused_by_the_rule(parclair: CommandLine) -> None:
    both = ("--option", "conveyor_link", "--option", "conveyor_and_arm_link")
    assert "s’excluent" in parclair.refused("quote", "gesticlean-support", 1, *both, status=1)


def test_the_explanation_speaks_both_languages(parclair: CommandLine) -> None:
    french = parclair.json("quote", "gesticlean-support", 5, "--explain")["explanations"]["monthly_excl_tax"]
    english = parclair.json("quote", "gesticlean-support", 5, "--explain", before=("--lang", "en"))["explanations"]["monthly_excl_tax"]
    assert set(french) == set(english) == {"rule", "inputs", "steps"}
    assert "dégressif" in french["rule"] and "volume price" in english["rule"]
    assert ["VAT rate", "20%"] in english["inputs"]
    assert any("137,50" in step for step in french["steps"]) and any("€137.50" in step for step in english["steps"])
    told = parclair("quote", "gesticlean-support", 5, "--explain")
    assert plainly(french["rule"]) in told.out and all(plainly(step) in told.out for step in french["steps"])


def test_offers_are_listed(parclair: CommandLine) -> None:
    found = {offer["id"]: offer for offer in parclair.json("offers")["offers"]}
    assert set(found) == {"gesticlean-support", "cleaq-rental", "commown-managed", "commown-rental"}
    assert found["commown-managed"]["quantity_follows_fleet"] and found["cleaq-rental"]["quote_required"]
    listed = parclair("offers").out
    assert all(name in listed for name in found)


def test_an_offer_file_that_is_right(parclair: CommandLine) -> None:
    assert parclair.json("offers", "check", resources() / "offers" / "cleaq-rental.toml") == {"ok": True, "problems": []}


def test_every_problem_of_an_offer_file_is_told_with_its_line(parclair: CommandLine, tmp_path: Path) -> None:
    lines = (resources() / "offers" / "gesticlean-support.toml").read_text("utf-8").splitlines()
    place = lines.index("version = 1")
    lines[place : place + 1] = ["version = 0", 'colour = "red"']
    path = tmp_path / "wrong.toml"
    path.write_text("\n".join(lines), "utf-8")
    outcome = parclair("offers", "check", path, "--json")
    assert outcome.status == 2 and not outcome.document["ok"]
    found = {problem["key"]: problem for problem in outcome.document["problems"]}
    assert found["version"]["line"] == place + 1 and found["version"]["value"] == "0" and found["colour"]["line"] == place + 2
    assert all(set(problem) >= {"file", "line", "key", "value", "allowed"} and problem["allowed"] for problem in found.values())
    assert "wrong.toml" in outcome.error
    told = parclair("offers", "check", path)
    assert f"{path}:{place + 1}: version: 0" in told.out and f"{path}:{place + 2}: colour" in told.out


@pytest.mark.parametrize("name", ["missing.toml", "folder"])
def test_an_offer_file_that_cannot_be_read(parclair: CommandLine, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    outcome = parclair("offers", "check", tmp_path / name)
    assert outcome.status == 2 and name in outcome.error
