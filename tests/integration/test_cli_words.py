"""The words around values: a label fits what it stands for, months are months, and help is a sentence."""

from __future__ import annotations

from app.commands.equipment import FIELDS
from tests.bench.seed_figures import COLUMNS
from tests.command_line import CommandLine, plainly
from tests.request_exports import FIRST, as_csv

ENGLISH = ("--lang", "en")


def test_one_value_has_a_label_of_one(parclair: CommandLine) -> None:
    number = parclair.json("request", "add", "--subject", "Écran noir", "--urgency", "blocked")["number"]
    parclair.json("request", "resolve", number)
    parclair.json("request", "rate", number, "great")
    shown = parclair("request", "show", number, before=ENGLISH).out
    assert "Rating: Great" in shown and "Appointment on: –" in shown and "Ratings" not in shown and "Appointments" not in shown
    listed = parclair("request", "list", "--all", before=ENGLISH).out
    assert "First answer due by" in listed and "Appointment on" in listed and "Deadline" not in listed


def test_months_are_written_in_words(parclair: CommandLine) -> None:
    path = parclair.folder.parent / "export.csv"
    path.write_bytes(as_csv([FIRST], header=COLUMNS))
    parclair.json("request", "import", path)
    assert "novembre 2026" in parclair("support", "stats").out
    english = parclair("support", "stats", before=ENGLISH).out
    assert "November 2026" in english and "2026-11" not in english
    assert parclair.json("support", "stats")["by_month"][0]["month"] == "2026-11"


def test_every_field_of_a_machine_is_explained(parclair: CommandLine) -> None:
    for language in ("fr", "en"):
        lines = [line.split() for line in plainly(parclair("equipment", "add", "--help", before=("--lang", language)).out).splitlines()]
        helped = {words[0]: words[2:] for words in lines if len(words) > 2 and words[0].startswith("--") and words[1] == "VALUE"}
        for field in FIELDS:
            words = helped["--" + field.removesuffix("_id" if field in ("site_id", "contract_id") else "\n").replace("_", "-")]
            assert len(words) > 1, (language, field, words)
