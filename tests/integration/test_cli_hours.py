"""Support hours on the command line: the examples of the offers, what the answer holds, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from app.bootstrap import open_folder
from app.store.tables import BridgeDay
from tests.command_line import CommandLine, plainly

OFFER = "gesticlean-support"


def test_the_example_of_the_offer(parclair: CommandLine) -> None:
    found = parclair.json("hours", OFFER, "--at", "2026-11-10T17:30", "--add-minutes", 60)
    assert found["open"] is True
    assert (found["due"], found["closes_at"], found["opens_at"]) == (
        "2026-11-12T09:30:00+01:00",
        "2026-11-10T18:00:00+01:00",
        "2026-11-12T09:00:00+01:00",
    )
    assert not parclair.folder.exists()


def test_bridge_days_that_came_by_sync(parclair: CommandLine) -> None:
    asked = ("hours", OFFER, "--at", "2026-11-10T17:30", "--add-minutes", 60)
    parclair.json("company", "show")
    assert parclair.json(*asked)["due"] == "2026-11-12T09:30:00+01:00"
    opened = open_folder(parclair.folder)
    with opened.services.context.store.writing() as unit:
        unit.session.add(BridgeDay(provider_id="inforum", day=date(2026, 11, 12)))
    opened.close()
    assert parclair.json(*asked)["due"] == "2026-11-13T09:30:00+01:00"


def test_closed_tells_both_ends_of_the_next_opening(parclair: CommandLine) -> None:
    found = parclair.json("hours", OFFER, "--at", "2026-11-10T12:00+01:00")
    assert (found["open"], found["due"]) == (False, None)
    assert (found["opens_at"], found["closes_at"]) == ("2026-11-10T14:00:00+01:00", "2026-11-10T18:00:00+01:00")


def test_used_up_exactly_at_a_closing(parclair: CommandLine) -> None:
    for minutes, due in ((60, "2026-11-10T12:00:00+01:00"), (61, "2026-11-10T14:01:00+01:00")):
        assert parclair.json("hours", OFFER, "--at", "2026-11-10T11:00", "--add-minutes", minutes)["due"] == due


def test_the_offset_follows_summer_time(parclair: CommandLine) -> None:
    found = parclair.json("hours", OFFER, "--at", "2026-03-27T17:30", "--add-minutes", 60)
    assert (found["at"], found["due"]) == ("2026-03-27T17:30:00+01:00", "2026-03-30T09:30:00+02:00")


def test_holidays_of_the_zone(parclair: CommandLine) -> None:
    good_friday = ("hours", OFFER, "--at", "2026-04-03T10:00")
    assert parclair.json(*good_friday)["open"] is True
    assert parclair.json(*good_friday, "--zone", "alsace-moselle")["opens_at"] == "2026-04-07T09:00:00+02:00"
    assert parclair.json(*good_friday, "--zone", "mainland")["open"] is True


def test_an_hour_that_comes_twice_is_remarked(parclair: CommandLine) -> None:
    outcome = parclair("hours", OFFER, "--at", "2026-10-25T02:30", "--json")
    assert outcome.document["at"] == "2026-10-25T02:30:00+02:00"
    assert outcome.err.startswith("note : 2026-10-25T02:30")
    assert parclair("hours", OFFER, "--at", "2026-10-25T02:30+01:00", "--json").err == ""


@pytest.mark.parametrize(
    ("arguments", "field", "value"),
    [
        (("--at", "2026-03-29T02:30"), "at", "2026-03-29T02:30"),
        (("--at", "2026-11-31T10:00"), "at", "2026-11-31T10:00"),
        (("--at", "demain"), "at", "demain"),
        (("--at", ""), "at", ""),
        (("--at", "2026-11-10T10:00", "--zone", "corse"), "zone", "corse"),
        (("--at", "2026-11-10T10:00", "--add-minutes", "-5"), "add_minutes", "-5"),
        (("--at", "2026-11-10T10:00", "--add-minutes", "1.5"), "add_minutes", "1.5"),
        (("--at", "2026-11-10T10:00", "--add-minutes", "100001"), "add_minutes", "100001"),
    ],
)
def test_bad_input_names_field_value_and_what_is_allowed(parclair: CommandLine, arguments: tuple[str, ...], field: str, value: str) -> None:
    said = parclair.refused("hours", OFFER, *arguments)
    assert said.startswith(f"{field} : « {value} »") and "Attendu : " in said


def test_an_offer_without_hours_is_refused_by_the_rule(parclair: CommandLine) -> None:
    said = parclair.refused("hours", "commown-managed", "--at", "2026-11-10T10:00", status=1)
    assert "Infogérance informatique Commown" in said
    assert "nope" in parclair.refused("hours", "nope", "--at", "2026-11-10T10:00")
    assert "--at" in parclair.refused("hours", OFFER)


def test_people_are_told_in_both_languages(parclair: CommandLine) -> None:
    asked = ("hours", OFFER, "--at", "2026-11-10T17:30", "--add-minutes", 60, "--explain")
    french, english = parclair(*asked).out, parclair(*asked, before=("--lang", "en")).out
    assert "ouvert, ferme le 10/11/2026 18:00" in french and "jour férié (Armistice)" in french
    assert "open, closes on 10 Nov 2026 18:00" in english and "Armistice" in english and "12 Nov 2026 09:30" in english
    why = parclair.json(*asked)["explanations"]
    assert set(why) == {"open", "due"} and plainly(why["due"]["steps"][-1]) in french
    assert "opens_at" in parclair("hours", "--help").out
