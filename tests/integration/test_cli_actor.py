"""The journal names whoever works on the command line."""

from __future__ import annotations

import getpass
import sqlite3
from contextlib import closing

import pytest

from app.services.demo_office import OWNER
from tests.command_line import CommandLine


def test_who_did_it_stands_in_the_journal_and_in_the_history(parclair: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "claire")
    number = parclair.json("contract", "add", "gesticlean-support", "--quantity", "2", "--start", "2026-01-31")["number"]
    assert {entry["actor"] for entry in parclair.json("contract", "show", number)["history"]} == {"claire"}
    parclair("company", "set", "name", "Pressing")
    with closing(sqlite3.connect(parclair.folder / "parclair.sqlite3")) as connection:
        assert connection.execute("SELECT DISTINCT actor FROM audit_entry").fetchall() == [("claire",)]


def test_a_demo_is_the_work_of_its_owner(parclair: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "claire")
    found = parclair.json("contract", "list", before=("--demo",))["contracts"]
    history = parclair.json("contract", "show", found[0]["number"], before=("--demo",))["history"]
    assert {entry["actor"] for entry in history} == {OWNER}
