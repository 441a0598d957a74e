"""Contracts on the command line: every example of the rules, by `contract add` and `contract show`."""

from __future__ import annotations

import hashlib
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from app.system.clock import SystemClock
from tests.command_line import CommandLine, plainly

KEYS = {
    "number",
    "offer",
    "status",
    "monthly_excl_tax",
    "commitment_end",
    "term",
    "renewal",
    "notice_deadline",
    "recommended_send_by",
    "earliest_end",
    "last_billed_period",
    "remaining_rents_excl_tax",
}


@pytest.fixture(autouse=True)
def a_sunday_in_november(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day these contracts are looked at: what is said to have happened cannot lie after it."""
    monkeypatch.setattr(SystemClock, "today", lambda _: date(2026, 11, 22))


def add(parclair: CommandLine, offer: str, start: str, *more: object) -> str:
    number = parclair.json("contract", "add", offer, "--start", start, *more)["number"]
    assert isinstance(number, str)
    return number


def show(parclair: CommandLine, number: str, *more: object) -> dict[str, Any]:
    found = parclair.json("contract", "show", number, *more)
    assert set(found) >= KEYS
    return found


def test_software_support_from_31_january(parclair: CommandLine) -> None:
    number = add(parclair, "gesticlean-support", "2026-01-31", "--quantity", 2, "--option", "conveyor_link", "--option", "automatic_backup")
    found = show(parclair, number, "--as-of", "2026-06-01")
    assert (found["status"], found["monthly_excl_tax"], found["renewal"]) == ("active", "98.00", "tacit")
    assert found["commitment_end"] == found["notice_deadline"] == found["earliest_end"] == "2027-01-30"
    assert found["term"] == {"start": "2026-01-31", "end": "2027-01-30"}
    assert found["recommended_send_by"] == {"post": "2027-01-27", "email": "2027-01-29"}
    assert found["last_billed_period"] == {"start": "2026-12-31", "end": "2027-01-30"}
    assert found["remaining_rents_excl_tax"] == "686.00"


def test_software_support_goes_on_by_itself(parclair: CommandLine) -> None:
    number = add(parclair, "gesticlean-support", "2026-01-31", "--quantity", 1)
    found = show(parclair, number, "--as-of", "2027-01-31")
    assert found["term"] == {"start": "2027-01-31", "end": "2028-01-30"} and found["notice_deadline"] == "2028-01-30"
    late = show(parclair, number, "--as-of", "2027-01-30", "--notice-received", "2027-01-31")
    assert late["earliest_end"] == "2028-01-30"


def test_open_ended_after_its_commitment(parclair: CommandLine) -> None:
    rental = add(parclair, "commown-rental", "2025-03-10", "--quantity", 8, "--unit-price", "38")
    managed = add(parclair, "commown-managed", "2025-03-10", "--unit-price", "19", "--linked", rental)
    found = show(parclair, managed, "--as-of", "2026-06-01", "--notice-received", "2026-06-01")
    assert found["commitment_end"] == "2026-03-09" and found["earliest_end"] == "2026-06-16"
    assert found["last_billed_period"] == {"start": "2026-06-10", "end": "2026-07-09"}
    assert found["term"] == {"start": "2026-03-10", "end": None} and found["renewal"] == "open_ended"
    assert found["notice_deadline"] is None and found["recommended_send_by"] is None
    inside = show(parclair, managed, "--as-of", "2025-06-01")
    assert inside["notice_deadline"] == "2026-02-22" and inside["earliest_end"] == "2026-03-09"
    assert inside["recommended_send_by"] == {"post": "2026-02-18", "email": "2026-02-20"}


def test_managed_it_follows_the_rented_computers(parclair: CommandLine) -> None:
    rental = add(parclair, "commown-rental", "2025-03-10", "--quantity", 8, "--unit-price", "38")
    managed = add(parclair, "commown-managed", "2025-03-10", "--tier", "1=19.00", "--tier", "10=15.00")
    assert show(parclair, managed)["monthly_excl_tax"] == "152.00"
    assert show(parclair, managed)["linked"] == rental
    parclair.json("contract", "quantity", rental, 10)
    found = show(parclair, managed, "--explain")
    assert (found["quantity"], found["monthly_excl_tax"]) == (10, "150.00")
    assert any(rental in label for label, _ in found["explanations"]["quantity"]["inputs"])
    assert any("8 → 10" in event["text"] for event in found["history"])
    assert "suit les ordinateurs loués" in parclair.refused("contract", "quantity", managed, 3, status=1)
    again = parclair.refused("contract", "add", "commown-managed", "--start", "2025-03-10", "--unit-price", "19", "--quantity", "3")
    assert again.startswith("quantity : « 3 »")


def test_managed_it_needs_a_rental(parclair: CommandLine) -> None:
    alone = ("contract", "add", "commown-managed", "--start", "2026-01-05", "--unit-price", "19")
    assert "sans un contrat de location" in parclair.refused(*alone, status=1)
    draft = parclair.json(*alone, "--status", "draft")["number"]
    assert show(parclair, draft)["status"] == "draft"
    assert "sans un contrat de location" in parclair.refused("contract", "activate", draft, status=1)


@pytest.mark.parametrize(
    ("more", "end"),
    [
        ((), "2029-05-03"),
        (("--months", 24), "2028-05-03"),
        (("--months", 48), "2030-05-03"),
        (("--kind", "smartphone"), "2028-05-03"),
    ],
)
def test_a_rental_ends_with_its_commitment(parclair: CommandLine, more: tuple[object, ...], end: str) -> None:
    number = add(parclair, "cleaq-rental", "2026-05-04", "--quantity", 3, "--unit-price", "29,90", *more)
    found = show(parclair, number, "--as-of", "2026-06-01", "--notice-received", "2026-07-14")
    assert (found["commitment_end"], found["earliest_end"], found["renewal"]) == (end, end, "none")
    assert found["notice_deadline"] is None and found["recommended_send_by"] is None
    assert found["monthly_excl_tax"] == "89.70" and found["term"] == {"start": "2026-05-04", "end": end}


def test_a_rental_says_when_it_is_delivered(parclair: CommandLine) -> None:
    number = add(parclair, "cleaq-rental", "2026-05-11", "--quantity", 3, "--unit-price", "29.90", "--signed-on", "2026-04-30")
    found = show(parclair, number, "--explain")
    # 1 May is a holiday, 2 and 3 May a weekend, 8 May a holiday.
    assert found["delivery"] == {"first": "2026-05-06", "last": "2026-05-11"}
    assert any("jour férié" in step for step in found["explanations"]["delivery"]["steps"])


def test_who_may_not_rent_is_told_why(parclair: CommandLine) -> None:
    parclair.json("company", "set", "micro_enterprise", "oui")
    parclair.json("company", "set", "iban", "DE89370400440532013000")
    said = parclair.refused("contract", "add", "cleaq-rental", "--start", "2026-05-04", "--quantity", 1, "--unit-price", "29.90", status=1)
    assert "micro-entreprise" in said and "FR" in said
    parclair.json("company", "set", "micro_enterprise", "non")
    parclair.json("company", "set", "siren", "732829320")
    assert parclair.json("company", "set", "iban", "FR7699999007420123456789052")["rental_eligibility"]["ok"] is True


def test_every_explanation_in_both_languages(parclair: CommandLine) -> None:
    number = add(parclair, "gesticlean-support", "2026-01-31", "--quantity", 2)
    plain = show(parclair, number)
    assert "explanations" not in plain
    french = show(parclair, number, "--as-of", "2026-06-01", "--explain")
    english = parclair.json("contract", "show", number, "--as-of", "2026-06-01", "--explain", before=("--lang", "en"))
    computed = KEYS - {"number", "offer", "status"}
    assert set(french["explanations"]) == set(english["explanations"]) == computed
    for key in computed:
        assert french["explanations"][key]["rule"] != english["explanations"][key]["rule"]
        assert french["explanations"][key]["steps"]
    told = parclair("contract", "show", number, "--as-of", "2026-06-01", "--explain").out
    for why in french["explanations"].values():
        assert plainly(why["rule"]) in told and all(plainly(step) in told for step in why["steps"])


def test_the_list(parclair: CommandLine) -> None:
    assert parclair.json("contract", "list") == {"contracts": []}
    number = add(parclair, "gesticlean-support", "2026-01-31", "--quantity", 2, "--number", "GC/2026/7")
    (row,) = parclair.json("contract", "list")["contracts"]
    assert number == "GC/2026/7" and set(row) >= {"number", "offer", "status", "monthly_excl_tax", "notice_deadline"}
    assert (row["number"], row["offer"], row["status"], row["monthly_excl_tax"]) == (number, "gesticlean-support", "active", "55.00")
    assert "GC/2026/7" in parclair("contract", "list").out
    assert "pas encore pris" in parclair.refused(
        "contract", "add", "gesticlean-support", "--quantity", 1, "--start", "2026-02-01", "--number", number
    )


def test_the_pdf(parclair: CommandLine, tmp_path: Path) -> None:
    number = add(parclair, "gesticlean-support", "2026-01-31", "--quantity", 2)
    target = tmp_path / "contrat.pdf"
    found = parclair.json("contract", "pdf", number, "-o", target)
    content = target.read_bytes()
    assert found["file"] == str(target) and found["sha256"] == hashlib.sha256(content).hexdigest()
    assert found["pages"] == len(PdfReader(io.BytesIO(content)).pages) > 1
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_pdf_that_cannot_be_written(parclair: CommandLine, tmp_path: Path) -> None:
    number = add(parclair, "gesticlean-support", "2026-01-31", "--quantity", 2)
    assert parclair.refused("contract", "pdf", number, "-o", tmp_path / "no" / "where.pdf").startswith("output : ")
    assert parclair.refused("contract", "pdf", number, "-o", tmp_path).startswith("output : ")
    assert "Contrat inconnu" in parclair.refused("contract", "pdf", "NOPE", "-o", tmp_path / "x.pdf")
    assert not (tmp_path / "x.pdf").exists() and not (tmp_path / "no").exists()


def test_a_resignation_is_tried_then_written_then_followed(parclair: CommandLine, tmp_path: Path) -> None:
    rental = add(parclair, "commown-rental", "2025-03-10", "--quantity", 8, "--unit-price", "38")
    managed = add(parclair, "commown-managed", "2025-03-10", "--unit-price", "19")
    resigning = ("contract", "resign", rental, "--notice-received", "2026-12-01", "--channel", "email")
    tried = parclair("contract", "resign", rental, "--notice-received", "2026-12-01", "--dry-run", "--json")
    assert tried.document["file"] is None and tried.document["effective_date"] == "2026-12-16" and tried.document["linked"] == [managed]
    assert tried.document["send_by"] == "2026-11-26" and managed in tried.err
    assert show(parclair, rental)["resignation"] is None
    letter = tmp_path / "lettre.pdf"
    found = parclair.json(*resigning, "--reason", "Fin d’activité", "-o", letter)
    assert (found["number"], found["effective_date"], found["send_by"], found["file"]) == (rental, "2026-12-16", "2026-12-01", str(letter))
    assert "16 décembre 2026" in PdfReader(letter).pages[0].extract_text().replace("\u00a0", " ")
    kept = show(parclair, rental)
    assert kept["resignation"]["status"] == "to_send" and kept["documents"][0]["kind"] == "resignation_letter"
    assert Path(kept["documents"][0]["file"]).read_bytes() == letter.read_bytes()
    assert "déjà préparée" in parclair.refused(*resigning, status=1)
    assert parclair.refused("contract", "follow", rental, "lost", "--on", "2026-11-20").startswith("step : « lost »")
    assert parclair.refused("contract", "follow", rental, "received", "--on", "2026-11-20", status=1)
    assert parclair.json("contract", "follow", rental, "sent", "--on", "2026-11-20", "--tracking", "1A 234")["status"] == "sent"
    assert show(parclair, rental)["status"] == "resignation_sent"
    assert parclair.json("contract", "follow", rental, "confirmed", "--on", "2026-11-21")["status"] == "confirmed"
    assert parclair.json("contract", "follow", rental, "--undo")["status"] == "sent"
    assert parclair.refused("contract", "follow", rental, "confirmed", "--undo").startswith("undo : ")
    assert "16/12/2026" in parclair("contract", "show", rental).out


def test_letters_of_tied_contracts_are_listed_and_strangers_refused(parclair: CommandLine, tmp_path: Path) -> None:
    stranger = add(parclair, "gesticlean-support", "2026-01-31", "--quantity", 2)
    rental = add(parclair, "commown-rental", "2025-03-10", "--quantity", 8, "--unit-price", "38")
    managed = add(parclair, "commown-managed", "2025-03-10", "--unit-price", "19")
    resigning = ("contract", "resign", rental, "--notice-received", "2026-12-01", "-o", tmp_path / "lettre.pdf")
    for more in ((), ("--dry-run",)):
        said = parclair.refused(*resigning, "--with-linked", stranger, *more)
        assert said.startswith("with_linked : ") and managed in said
    found = parclair.json(*resigning, "--with-linked", managed)
    (theirs,) = found["linked_letters"]
    assert (theirs["number"], theirs["effective_date"]) == (managed, "2026-12-16")
    assert Path(theirs["file"]).read_bytes().startswith(b"%PDF")


def test_a_day_of_dispatch_is_taken_into_account(parclair: CommandLine) -> None:
    number = add(parclair, "gesticlean-support", "2026-01-31", "--quantity", 2)
    noted = ("contract", "resign", number, "--notice-received", "2026-12-01", "--dry-run")
    assert parclair.json(*noted, "--sent-on", "2026-11-25")["effective_date"] == "2027-01-30"
    assert parclair.refused(*noted, "--sent-on", "2026-12-02").startswith("sent_on : ")
    assert show(parclair, number, "--sent-on", "2026-11-20")["sent_on"] == "2026-11-20"


def test_ending_a_rental_names_what_is_tied_to_it(parclair: CommandLine) -> None:
    rental = add(parclair, "commown-rental", "2025-03-10", "--quantity", 8, "--unit-price", "38")
    managed = add(parclair, "commown-managed", "2025-03-10", "--unit-price", "19")
    assert managed in parclair("contract", "end", rental, "--on", "2026-11-20").err


def test_without_a_file_the_letter_is_among_the_documents(parclair: CommandLine) -> None:
    number = add(parclair, "gesticlean-support", "2026-01-31", "--quantity", 2)
    file = Path(parclair.json("contract", "resign", number, "--notice-received", "2026-12-01")["file"])
    assert file.is_relative_to(parclair.folder) and file.read_bytes().startswith(b"%PDF")
    parclair.json("contract", "withdraw", number)
    assert show(parclair, number)["resignation"] is None


@pytest.mark.parametrize("place", ["no/letter.pdf", "."])
def test_a_letter_that_cannot_be_written_is_not_recorded(parclair: CommandLine, tmp_path: Path, place: str) -> None:
    number = add(parclair, "gesticlean-support", "2026-01-31", "--quantity", 2)
    parclair.refused("contract", "resign", number, "--notice-received", "2026-12-01", "-o", tmp_path / place)
    assert show(parclair, number)["resignation"] is None and show(parclair, number)["documents"] == []


def test_a_refused_resignation_leaves_the_file_that_was_there(parclair: CommandLine, tmp_path: Path) -> None:
    number = add(parclair, "gesticlean-support", "2026-01-31", "--quantity", 2)
    target = tmp_path / "lettre.pdf"
    target.write_text("before", "utf-8")
    parclair.refused("contract", "resign", number, "--notice-received", "2026-12-01", "--reason", "x" * 3000, "-o", target)
    assert target.read_text("utf-8") == "before" and sorted(path.name for path in tmp_path.iterdir()) == ["data", "lettre.pdf"]


def test_drafts_are_signed_activated_and_ended(parclair: CommandLine) -> None:
    number = add(parclair, "gesticlean-support", "2026-01-31", "--quantity", 2, "--status", "draft")
    parclair.json("contract", "sign", number, "--on", "2026-01-20", "--place", "Annecy")
    signed = show(parclair, number)
    assert (signed["status"], signed["signed_on"], signed["signed_place"]) == ("signed", "2026-01-20", "Annecy")
    parclair.json("contract", "activate", number)
    parclair.json("contract", "end", number, "--on", "2026-10-30")
    assert (show(parclair, number)["status"], show(parclair, number)["ended_on"]) == ("ended", "2026-10-30")
    assert parclair.refused("contract", "activate", number, status=1)


def test_deadlines_for_a_calendar(parclair: CommandLine, tmp_path: Path) -> None:
    add(parclair, "gesticlean-support", "2026-01-31", "--quantity", 2)
    target = tmp_path / "echeances.ics"
    assert parclair.json("contract", "ics", "-o", target) == {"file": str(target)}
    assert target.read_bytes().count(b"BEGIN:VALARM") == 4


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (("--quantity", "2", "--start", "2026-02-31"), "start"),
        (("--quantity", "2", "--start", "31/02/2026"), "start"),
        (("--quantity", "2", "--start", "1969-12-31"), "start"),
        (("--quantity", "2", "--start", "demain"), "start"),
        (("--quantity", "0", "--start", "2026-01-31"), "quantity"),
        (("--quantity", "-1", "--start", "2026-01-31"), "quantity"),
        (("--quantity", "2.5", "--start", "2026-01-31"), "quantity"),
        (("--quantity", "100000000000000000000", "--start", "2026-01-31"), "quantity"),
        (("--start", "2026-01-31"), "quantity"),
        (("--quantity", "2", "--start", "2026-01-31", "--months", "24"), "months"),
        (("--quantity", "2", "--start", "2026-01-31", "--months", "x"), "months"),
        (("--quantity", "2", "--start", "2026-01-31", "--status", "ended"), "status"),
        (("--quantity", "2", "--start", "2026-01-31", "--kind", "till"), "kind"),
        (("--quantity", "2", "--start", "2026-01-31", "--site", "Nulle part"), "site"),
        (("--quantity", "2", "--start", "2026-01-31", "--signed-on", "2026-13-01"), "signed_on"),
        (("--quantity", "2", "--start", "2026-01-31", "--option", "nope"), "option"),
    ],
)
def test_bad_input_adds_nothing(parclair: CommandLine, arguments: tuple[str, ...], field: str) -> None:
    assert parclair.refused("contract", "add", "gesticlean-support", *arguments).startswith(f"{field} : « ")
    assert parclair.json("contract", "list") == {"contracts": []}


@pytest.mark.parametrize(("option", "field"), [("--as-of", "as_of"), ("--notice-received", "notice_received")])
def test_bad_days_to_look_on(parclair: CommandLine, option: str, field: str) -> None:
    number = add(parclair, "gesticlean-support", "2026-01-31", "--quantity", 2)
    assert parclair.refused("contract", "show", number, option, "2026-02-30").startswith(f"{field} : « 2026-02-30 »")
    assert parclair.refused("contract", "show", number, option, "2300-01-01").startswith(f"{field} : « 2300-01-01 »")
