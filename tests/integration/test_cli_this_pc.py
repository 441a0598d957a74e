"""`equipment this-pc`, on the PC these tests run on: nothing is recorded here."""

from __future__ import annotations

import sys
from uuid import UUID

import pytest

from app.domain.values.pc import FACTS
from tests.command_line import CommandLine, plainly

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what other systems answer is recorded")


def test_each_fact_has_a_value_or_says_why(parclair: CommandLine) -> None:
    said = parclair.json("equipment", "this-pc")
    assert set(said) == {"platform", "id", *FACTS} and said["platform"] == "linux" and said["id"] is None
    for name in FACTS:
        assert set(said[name]) == {"value", "why"}
        assert (said[name]["value"] is None) == bool(said[name]["why"]), name
    assert said["os_name"]["value"] and said["processor"]["value"] and said["memory_bytes"]["value"] > 2**28
    assert said["os_build"]["why"] == "n’existe que sous Windows"
    disks = said["disks"]["value"]
    assert disks is None or all(0 <= disk["free"] <= disk["total"] for disk in disks)


def test_adding_it_once_makes_a_record_and_twice_finds_it_again(parclair: CommandLine) -> None:
    first = parclair.json("equipment", "this-pc", "--add")
    again = parclair.json("equipment", "this-pc", "--add")
    assert UUID(first["id"]) and first["id"] == again["id"] == parclair.json("equipment", "this-pc")["id"]
    listed = parclair.json("equipment", "list")
    assert listed["total"] == 1
    shown = parclair.json("equipment", "show", first["id"])
    assert shown["kind"] == "computer" and shown["status"] == "in_use" and shown["os_name"] == first["os_name"]["value"]
    assert first["processor"]["value"] in shown["specs"]


def test_what_somebody_wrote_into_the_record_stays(parclair: CommandLine) -> None:
    pc = parclair.json("equipment", "this-pc", "--add")["id"]
    parclair.json("equipment", "set", pc, "designation", "Caisse comptoir")
    parclair.json("equipment", "set", pc, "serial", "ETIQ-0042")
    parclair.json("equipment", "this-pc", "--add")
    shown = parclair.json("equipment", "show", pc)
    assert (shown["designation"], shown["serial"]) == ("Caisse comptoir", "ETIQ-0042")


def test_for_people_each_fact_stands_on_its_line(parclair: CommandLine) -> None:
    told = plainly(parclair("equipment", "this-pc").out)
    assert "Système : " in told and "Build : inconnu (n’existe que sous Windows)" in told
    assert told.rstrip().endswith("Pour l’ajouter : equipment this-pc --add")
    assert "Matériel ajouté : " in plainly(parclair("equipment", "this-pc", "--add").out)
    assert "Fiche mise à jour : " in plainly(parclair("equipment", "this-pc", "--add").out)
    assert "Ce poste est déjà dans le matériel : " in plainly(parclair("equipment", "this-pc").out)
