"""A contract that this program cannot read, on the command line: it stands in the list, and nothing else suffers."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from app.store.database import FILE_NAME
from app.system.clock import SystemClock
from tests.command_line import CommandLine, plainly


@pytest.fixture
def numbers(parclair: CommandLine, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """A contract of a later program, whose price is made in a way that nobody here knows, and a plain one."""
    monkeypatch.setattr(SystemClock, "today", lambda _: date(2026, 11, 22))
    made = [
        parclair.json("contract", "add", "gesticlean-support", "--start", "2026-01-31", "--quantity", quantity)["number"]
        for quantity in (5, 2)
    ]
    with sqlite3.connect(parclair.folder / FILE_NAME) as connection:
        (kept,) = connection.execute("SELECT offer_copy FROM contract WHERE number = ?", [made[0]]).fetchone()
        copy = json.loads(kept)
        copy["pricing"]["tier_mode"] = "auction"
        connection.execute("UPDATE contract SET offer_copy = ?, provider_id = '' WHERE number = ?", [json.dumps(copy), made[0]])
    connection.close()
    return made[0], made[1]


def test_it_stands_in_the_list_and_says_why_it_has_no_figures(parclair: CommandLine, numbers: tuple[str, str]) -> None:
    later, plain = numbers
    rows = {row["number"]: row for row in parclair.json("contract", "list")["contracts"]}
    assert (rows[later]["monthly_excl_tax"], rows[later]["commitment_end"], rows[later]["quantity"]) == (None, None, None)
    assert rows[plain]["monthly_excl_tax"] == "55.00"
    shown = parclair("contract", "list")
    assert shown.status == 0 and later in shown.out and plain in shown.out
    assert f"Le contrat {later} est incomplet, ou vient d’une version plus récente de Parclair" in plainly(shown.err)


@pytest.mark.parametrize(
    "command",
    [("show",), ("pdf", "-o", "contrat.pdf"), ("ics", "-o", "dates.ics"), ("quantity", "3"), ("resign", "--notice-received", "2026-12-01")],
)
def test_what_needs_its_rules_says_so(parclair: CommandLine, numbers: tuple[str, str], tmp_path: Path, command: tuple[str, ...]) -> None:
    name, *arguments = command
    told = parclair.refused("contract", name, numbers[0], *(tmp_path / each if "." in each else each for each in arguments), status=1)
    assert plainly(told).startswith(f"Le contrat {numbers[0]} est incomplet, ou vient d’une version plus récente de Parclair : ")
    assert list(tmp_path.glob("*.*")) == []


def test_the_other_commands_go_on(parclair: CommandLine, numbers: tuple[str, str], tmp_path: Path) -> None:
    target = tmp_path / "dates.ics"
    assert parclair("contract", "ics", "-o", target).status == 0
    assert target.read_text("utf-8").count("BEGIN:VEVENT") == 1
    assert parclair("contract", "quantity", numbers[1], "6").status == 0
    assert parclair("contract", "add", "commown-rental", "--start", "2026-01-01", "--quantity", "2", "--unit-price", "30").status == 0
    added = parclair("request", "add", "--subject", "Plus aucun ticket", "--urgency", "blocked")
    assert added.status == 0 and numbers[1] in added.out
    assert parclair("backup", "status").status == 0
    assert parclair("doctor").status == 0
