"""Requests on the command line: what is covered, the queue in its order, interventions, appointments, ratings, and what is refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from app.system.clock import SystemClock
from tests.command_line import CommandLine, plainly
from tests.offices import StandingClock

NOON = datetime(2026, 11, 10, 16, 30, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 32


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> StandingClock:
    """The commands' clock, standing on Tuesday 10 November 2026, 17:30 in Paris."""
    standing = StandingClock(NOON)
    monkeypatch.setattr(SystemClock, "now", lambda _: standing.now())
    monkeypatch.setattr(SystemClock, "today", lambda _: standing.today())
    return standing


@pytest.fixture
def office(parclair: CommandLine, clock: StandingClock) -> CommandLine:
    """A company with a running GestiClean contract."""
    parclair.json("contract", "add", "gesticlean-support", "--quantity", 2, "--start", "2026-01-31")
    return parclair


def added(office: CommandLine, subject: str = "Caisse bloquée", urgency: str = "blocked", *more: object) -> str:
    number: str = office.json("request", "add", "--subject", subject, "--urgency", urgency, *more)["number"]
    return number


def test_add_says_what_is_covered_and_when_the_answer_is_due(office: CommandLine) -> None:
    found = office.json("request", "add", "--subject", "Caisse bloquée", "--urgency", "blocked", "--description", "Écran noir")
    assert (found["number"], found["due"]) == ("D26-A-0001", "2026-11-12T09:30:00+01:00")  # 11 November is a holiday
    assert (found["covered"], found["contract"], found["half_hour"], found["version_update"]) == (True, "C26-A-0001", "45.00", "145.00")
    UUID(found["id"])


def test_without_a_contract_nothing_is_due_and_the_price_is_said(parclair: CommandLine, clock: StandingClock) -> None:
    found = parclair.json("request", "add", "--subject", "Une question", "--urgency", "question")
    assert (found["due"], found["covered"], found["contract"]) == (None, False, None)
    assert plainly(found["cover"]) == "Hors contrat : 45,00 € HT par demi-heure commencée"
    assert found["version_update"] == "145.00"


def test_a_dry_run_writes_nothing(office: CommandLine) -> None:
    found = office.json("request", "add", "--subject", "x", "--urgency", "degraded", "--dry-run", "--explain")
    assert found["number"] is None and found["due"] == "2026-11-12T09:30:00+01:00"
    assert found["explanations"]["due"]["steps"]
    assert office.json("request", "list")["requests"] == []


def test_the_queue_in_its_order(office: CommandLine, clock: StandingClock) -> None:
    for subject, urgency in (("q", "question"), ("d", "degraded"), ("b1", "blocked"), ("b2", "blocked")):
        added(office, subject, urgency)
        clock.moment += timedelta(minutes=1)
    found = office.json("request", "list")["requests"]
    assert [(row["subject"], row["urgency"], row["status"]) for row in found] == [
        ("b1", "blocked", "new"),
        ("b2", "blocked", "new"),
        ("d", "degraded", "new"),
        ("q", "question", "new"),
    ]
    assert {"number", "urgency", "status", "due"} <= set(found[0])
    everything = office.json("request", "list", "--all", "--search", "b1")
    assert (everything["total"], [row["subject"] for row in everything["requests"]]) == (1, ["b1"])
    assert "b1" in office("request", "list").out


def test_a_rating_once_and_only_when_resolved(office: CommandLine) -> None:
    number = added(office)
    refusal = plainly(office.refused("request", "rate", number, "great", status=1))
    assert number in refusal and "Nouvelle" in refusal
    assert office.json("request", "resolve", number, "--resolution", "Redémarrée")["status"] == "resolved"
    assert office.json("request", "rate", number, "great", "--comment", "Merci") == {"number": number, "rating": "great"}
    assert "Très bien" in plainly(office.refused("request", "rate", number, "poor", status=1))
    shown = office.json("request", "show", number)
    assert (shown["status"], shown["rating"], shown["rating_comment"], shown["resolution"]) == ("closed", "great", "Merci", "Redémarrée")
    assert shown["thread"][0]["kind"] == "opened"
    assert "Redémarrée" in office("request", "show", number, "--explain").out


@pytest.mark.parametrize("arguments", [("rate", "D99-Z-0001", "great"), ("show", "D99-Z-0001"), ("resolve", "D99-Z-0001")])
def test_an_unknown_number(office: CommandLine, arguments: tuple[str, ...]) -> None:
    assert "D99-Z-0001" in office.refused("request", *arguments)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("add", "--subject", " ", "--urgency", "blocked"), "subject"),
        (("add", "--subject", "x", "--urgency", "hurry"), "urgency"),
        (("add", "--subject", "x", "--urgency", "blocked", "--equipment", "42"), "equipment"),
        (("add", "--subject", "x", "--urgency", "blocked", "--equipment", "01a20489-a9b9-7336-a6d6-a8c0a3e5a721"), "01a20489"),
        (("add", "--subject", "x", "--urgency", "blocked", "--contract", "C0"), "C0"),
        (("add", "--subject", "x", "--urgency", "blocked", "--site", "Mars"), "site"),
        (("add", "--subject", "x", "--urgency", "blocked", "--appointment", "hier"), "appointment"),
        (("add", "--subject", "x", "--urgency", "blocked", "--file", "/nowhere/at/all.png"), "file"),
        (("add", "--subject", "x" * 301, "--urgency", "blocked"), "300"),
        (("rate", "D26-A-0001", "5"), "great, neutral, poor"),
        (("move", "D26-A-0001", "lost"), "status"),
        (("start", "D26-A-0001", "--kind", "mail", "--technician", "N"), "kind"),
        (("list", "--search", "x"), "search"),
        (("list", "--all", "--limit", "-1"), "limit"),
        ((), "actions"),
    ],
)
def test_wrong_input_is_named(office: CommandLine, arguments: tuple[str, ...], named: str) -> None:
    assert named in office.refused("request", *arguments) or not arguments
    assert office.json("request", "list")["requests"] == []


def test_interventions_are_timed_and_settled(office: CommandLine, clock: StandingClock) -> None:
    number = added(office)
    clock.moment += timedelta(minutes=10)
    office.json("request", "start", number, "--kind", "remote", "--technician", "Nadège R.", "--teamviewer", "123 456 789")
    assert "Nadège R." in office.refused("request", "start", number, "--kind", "phone", "--technician", "T", status=1)
    assert "Nadège R." in office.refused("request", "resolve", number, status=1)
    clock.moment += timedelta(minutes=31)
    found = office.json("request", "stop", number, "--report", "Pilote", "--covered", "no")
    assert (found["minutes"], found["covered_minutes"], found["billable_minutes"], found["amount_excl_tax"]) == (31, 0, 60, "90.00")
    assert number in office.refused("request", "stop", number, status=1)
    logged = office.json(
        "request", "log", number, "--kind", "phone", "--technician", "T", "--started", "2026-11-10T17:35", "--ended", "2026-11-10T17:40"
    )
    assert (logged["minutes"], logged["covered_minutes"], logged["billable_minutes"], logged["amount_excl_tax"]) == (5, 5, 0, None)
    wrong = ("--kind", "phone", "--technician", "T", "--started", "2026-11-10T17:45", "--ended", "2026-11-10T17:40")
    assert "ended_at" in office.refused("request", "log", number, *wrong)


def test_a_forgotten_timer_is_stopped_with_its_real_end(office: CommandLine, clock: StandingClock) -> None:
    number = added(office)
    office.json("request", "start", number, "--kind", "phone", "--technician", "Nadège R.")
    clock.moment += timedelta(days=3)
    assert "Nadège R." in office.refused("request", "stop", number)
    assert "ended" in office.refused("request", "stop", number, "--ended", "hier")
    assert office.json("request", "stop", number, "--ended", "2026-11-10T18:10")["minutes"] == 40


def test_a_number_is_found_in_small_letters_and_others_are_named(office: CommandLine) -> None:
    number = added(office)
    assert office.json("request", "show", number.lower())["number"] == number
    said = office.refused("request", "show", "NOPE")
    assert "NOPE" in said and number in said


def test_a_site_where_there_is_none(parclair: CommandLine) -> None:
    assert "aucun site" in parclair.refused("request", "list", "--site", "NOPE")


def test_the_same_file_under_another_name_is_there_already(office: CommandLine, tmp_path: Path) -> None:
    number = added(office)
    first, second = tmp_path / "note.txt", tmp_path / "autre.txt"
    for path in (first, second):
        path.write_bytes("Écran noir".encode())
    assert "Joint : note.txt" in plainly(office("request", "attach", number, first).out)
    assert "Déjà joint, sous le nom « note.txt »" in plainly(office("request", "attach", number, second).out)
    (found,) = office.json("request", "attach", number, second)["documents"]
    assert (found["title"], found["already"]) == ("note.txt", True)


def test_appointments_and_their_calendar_file(office: CommandLine, tmp_path: Path) -> None:
    number = added(office)
    assert "appointment" in office.refused("request", "plan", number, "--at", "2026-11-10T17:00")
    assert "12/11/2026 09:00" in office.refused("request", "plan", number, "--at", "2026-11-11T10:00", status=1)
    found = office.json("request", "plan", number, "--at", "2026-11-12T10:00", "--minutes", "45")
    assert (found["status"], found["appointment"]) == ("call_back_planned", "2026-11-12T10:00:00+01:00")
    office.json("request", "ics", number, "-o", tmp_path / "rdv.ics")
    written = (tmp_path / "rdv.ics").read_text(encoding="utf-8")
    assert "DTSTART:20261112T090000Z" in written and "DTEND:20261112T094500Z" in written and "BEGIN:VALARM" in written
    assert office.json("request", "unplan", number)["status"] == "new"
    assert number in office.refused("request", "ics", number, "-o", tmp_path / "none.ics", status=1)
    assert number in office.refused("request", "unplan", number, status=1)


def test_transitions_are_checked_and_both_states_named(office: CommandLine) -> None:
    number = added(office)
    refusal = plainly(office.refused("request", "close", number, status=1))
    assert "Nouvelle" in refusal and "Clôturée" in refusal
    office.json("request", "move", number, "waiting_for_customer", "--note", "On attend la facture")
    office.json("request", "say", number, "La voici")
    assert "On attend la facture" in office("request", "show", number).out
    office.json("request", "resolve", number)
    assert office.json("request", "close", number)["status"] == "closed"
    assert "Clôturée" in plainly(office.refused("request", "say", number, "encore", status=1))


def test_files(office: CommandLine, tmp_path: Path) -> None:
    shot, program = tmp_path / "écran.png", tmp_path / "facture.pdf"
    shot.write_bytes(PNG)
    program.write_bytes(b"MZ\x90\x00" + b"\0" * 60)
    number = added(office, "x", "question", "--file", shot)
    (kept,) = office.json("request", "show", number)["documents"]
    assert kept["title"] == "écran.png"
    again = office.json("request", "attach", number, shot)["documents"]
    assert [each["id"] for each in again] == [kept["id"]]
    assert "facture.pdf" in office.refused("request", "attach", number, program)
    assert len(office.json("request", "show", number)["documents"]) == 1


def test_services_and_quotes(office: CommandLine) -> None:
    assert office.json("request", "services")["services"] == []
    office.json("contract", "add", "commown-rental", "--quantity", 4, "--start", "2025-03-10", "--unit-price", "45")
    office.json("contract", "add", "commown-managed", "--start", "2025-03-10", "--unit-price", "12")
    found = {each["id"]: each for each in office.json("request", "services")["services"]}
    assert found["configuration_profile"]["due"] is None
    assert found["on_site_visit"]["due"] is False
    assert {each["id"] for each in found["on_site_visit"]["conditions"]} == {"service", "contracts", "city", "contract_year"}
    refusal = plainly(
        office.refused("request", "add", "--subject", "Venir", "--urgency", "question", "--service", "on_site_visit", status=1)
    )
    assert "il en faut 10" in refusal and "devis" in refusal
    sent = office.json("request", "add", "--subject", "Venir", "--urgency", "question", "--service", "on_site_visit", "--quote")
    assert (sent["covered"], sent["due"]) == (None, None)
    assert "on_site_visit" in office("request", "services", "--explain").out


def test_english(office: CommandLine) -> None:
    outcome = office("request", "add", "--subject", "x", "--urgency", "blocked", before=("--lang", "en"))
    assert outcome.status == 0 and "Covered by contract" in outcome.out
