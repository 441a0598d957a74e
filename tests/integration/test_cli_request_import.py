"""`request import`: other systems' exports as they come, nothing dropped silently, and nothing done twice."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import open_folder
from tests.bench.seed_figures import COLUMNS
from tests.command_line import CommandLine, plainly
from tests.request_exports import FIRST, FRENCH, OPEN, Desk, as_csv, changed, counts, refusal, taking


@pytest.fixture
def take(parclair: CommandLine, tmp_path: Path) -> Any:
    """Imports rows, or bytes, and answers the report."""
    return taking(parclair, tmp_path)


def test_a_closed_row_is_a_request_an_intervention_and_a_rating(take: Any, parclair: CommandLine) -> None:
    assert counts(take([FIRST, OPEN])) == (2, 0, 0, 0)
    desk = Desk(parclair.folder)
    request, work, rating = desk.requests["T1"], desk.interventions[0], desk.ratings[0]
    assert (request.status, request.channel, request.search) == ("closed", "import", "ecran noir t1")
    assert request.opened_at == datetime(2026, 11, 22, 13, 5, tzinfo=UTC) and request.closed_at == datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
    assert (work.request_id, work.kind, work.technician, work.ended_at) == (request.id, "remote", "Nadège R.", request.closed_at)
    assert (rating.request_id, rating.intervention_id, rating.value, rating.comment) == (request.id, work.id, "great", "Merci")
    assert (rating.origin, rating.rated_at, work.waited_minutes) == ("import", request.closed_at, None)
    waiting = desk.requests["T2"]
    assert (waiting.status, waiting.description, waiting.closed_at, len(desk.interventions)) == ("new", "Elle clignote", None, 1)
    assert desk.told == desk.journal == 4


def test_running_it_twice_changes_nothing(take: Any, parclair: CommandLine) -> None:
    take([FIRST, OPEN])
    before = Desk(parclair.folder)
    assert counts(take([FIRST, OPEN])) == (0, 0, 2, 0)
    after = Desk(parclair.folder)
    assert (after.told, after.journal) == (before.told, before.journal)


def test_a_dry_run_says_the_same_and_writes_nothing(take: Any, parclair: CommandLine) -> None:
    rows = [FIRST, OPEN, changed(FIRST, number="T3", smiley="?")]
    dry = take(rows, "--dry-run")
    assert Desk(parclair.folder).requests == {}
    assert take(rows) == dry
    later = [changed(FIRST, subject="Écran bleu"), OPEN, changed(FIRST, number="T4")]
    assert (dry := take(later, "--dry-run")) == take(later) and counts(dry) == (1, 1, 1, 0)


@pytest.mark.parametrize(
    "header", [COLUMNS, FRENCH, [f" {name.upper()} " for name in COLUMNS], [f"\u00ab {name} \u00bb" for name in FRENCH]]
)
@pytest.mark.parametrize(("separator", "encoding"), [(";", "cp1252"), (",", "utf-8"), ("\t", "utf-16"), (";", "utf-8-sig")])
def test_columns_and_encodings_of_excel(take: Any, parclair: CommandLine, header: list[str], separator: str, encoding: str) -> None:
    assert counts(take(as_csv([FIRST, OPEN], separator, encoding, header))) == (2, 0, 0, 0)
    assert Desk(parclair.folder).requests["T1"].subject == "Écran noir"


def test_quotes_newlines_and_blank_lines(take: Any, parclair: CommandLine) -> None:
    row = changed(FIRST, subject='Écran "15 pouces"; noir\nou bleu', comment="Ligne 1\r\nLigne 2")
    content = (
        b"sep=;\r\n" + as_csv([row]) + b";;;;;;;;\r\n\r\n" + as_csv([changed(FIRST, number="T9", smiley="bof")])[-80:].split(b"\r\n", 1)[1]
    )
    content = b"sep=;\r\n" + as_csv([row]) + b";;;;;;;;\r\n\r\n" + as_csv([changed(FIRST, number="T9", smiley="bof")]).split(b"\r\n", 1)[1]
    report = take(content)
    assert report["rows"] == 2 and refusal(report) == (5, "smiley", "bof")
    desk = Desk(parclair.folder)
    assert desk.requests["T1"].subject == 'Écran "15 pouces"; noir ou bleu' and desk.ratings[0].comment == "Ligne 1\nLigne 2"


@pytest.mark.parametrize(
    ("smiley", "value"),
    [
        ("5", "great"),
        ("3", "neutral"),
        ("1", "poor"),
        ("😀", "great"),
        ("😐", "neutral"),
        ("☹️", "poor"),
        ("☹", "poor"),
        ("GREAT", "great"),
        ("Très bien", "great"),
    ],
)
def test_smileys(take: Any, parclair: CommandLine, smiley: str, value: str) -> None:
    take(as_csv([changed(FIRST, smiley=smiley)], encoding="utf-8"))
    assert [rating.value.value for rating in Desk(parclair.folder).ratings] == [value]


@pytest.mark.parametrize(
    ("column", "written", "value"),
    [
        ("kind", "Téléphone", "phone"),
        ("kind", "à distance", "remote"),
        ("kind", "Sur place", "on_site"),
        ("kind", "ON-SITE", "on_site"),
        ("urgency", "Bloqué", "blocked"),
        ("urgency", "dégradé", "degraded"),
        ("urgency", "QUESTION", "question"),
        ("urgency", "Gêné", "degraded"),
    ],
)
def test_kinds_and_urgencies_in_french(take: Any, parclair: CommandLine, column: str, written: str, value: str) -> None:
    take([changed(FIRST, **{column: written})])
    desk = Desk(parclair.folder)
    assert value == (desk.interventions[0].kind if column == "kind" else desk.requests["T1"].urgency)


@pytest.mark.parametrize(
    ("column", "value", "because"),
    [
        ("number", "", "vide"),
        ("number", "9" * 61, "60"),
        ("subject", "", "vide"),
        ("subject", "x" * 301, "300"),
        ("technician", "x" * 201, "200"),
        ("comment", "x" * 10_001, "10 000"),
        ("urgency", "assez", "blocked, degraded, question"),
        ("urgency", "", "blocked, degraded, question"),
        ("kind", "pigeon", "phone, remote, on_site"),
        ("kind", "", "phone, remote, on_site"),
        ("smiley", "4", "great, neutral, poor"),
        ("opened", "", "une date"),
        ("opened", "31/02/2026 10:00", "existe"),
        ("opened", "22/11/6 10:00", "une date"),
        ("opened", "31/12/1999 10:00", "01/01/2000"),
        ("opened", "2026-13-01T10:00", "le mois"),
        ("opened", "1969-01-01T10:00", "1970"),
        ("closed", "22/11/2026 14:04", "avant l’ouverture"),
        ("closed", "22/11/2036 14:04", "à venir"),
        ("closed", "22/11/2026 25:00", "23:59"),
    ],
)
def test_a_bad_cell_is_named_with_its_row(take: Any, column: str, value: str, because: str) -> None:
    report = take([OPEN, changed(FIRST, **{column: value})])
    assert counts(report) == (1, 0, 0, 1)
    row, named, shown = refusal(report)
    assert (row, named) == (3, column) and value.startswith(shown[:50])
    assert because in plainly(report["rejected"][0]["reason"])


def test_a_request_that_is_to_come_is_refused(take: Any) -> None:
    report = take([changed(OPEN, opened="2099-01-01T10:00")])
    assert refusal(report)[:2] == (2, "opened")


def test_a_smiley_on_an_open_request_and_cells_without_a_title_are_refused(take: Any) -> None:
    report = take([changed(OPEN, smiley="great"), (*FIRST, "", "de trop")])
    assert [(each["row"], each["column"], each["value"]) for each in report["rejected"]] == [(2, "smiley", "great"), (3, "", "de trop")]


def test_a_number_that_comes_twice_is_taken_once(take: Any) -> None:
    report = take([FIRST, OPEN, changed(FIRST, subject="Autre")])
    assert counts(report) == (2, 0, 0, 1) and refusal(report) == (4, "number", "T1")
    assert "ligne 2" in plainly(report["rejected"][0]["reason"])


def test_a_column_of_ones_own_is_named_and_left(take: Any, parclair: CommandLine, tmp_path: Path) -> None:
    report = take(as_csv([(*FIRST, "x", "y")], header=(*COLUMNS, "Priorité SAV", "Type")))
    assert counts(report) == (1, 0, 0, 0) and report["ignored_columns"] == ["Priorité SAV", "Type"]
    outcome = parclair("request", "import", tmp_path / "export.csv")
    assert outcome.status == 0 and "colonnes ignorées : Priorité SAV, Type" in outcome.err


def test_a_missing_column_is_named(parclair: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    for missing in ("number", "opened", "closed", "subject", "urgency", "kind", "smiley"):
        path.write_bytes(as_csv([], header=[name for name in COLUMNS if name != missing]))
        assert f"il manque {missing}" in parclair.refused("request", "import", path)
    path.write_bytes(as_csv([], header=[*COLUMNS, "smiley"]))
    assert "une seule colonne" in parclair.refused("request", "import", path)


def test_a_file_without_rows_is_no_error(take: Any) -> None:
    assert counts(take(as_csv([]))) == (0, 0, 0, 0)


def test_hours_of_the_clock_change(take: Any, parclair: CommandLine) -> None:
    rows = [
        changed(FIRST, number="twice", opened="25/10/2026 01:00", closed="25/10/2026 02:30"),
        changed(FIRST, number="never", opened="29/03/2026 02:30", closed="29/03/2026 04:00"),
        changed(FIRST, number="second", opened="25/10/2026 02:50", closed="25/10/2026 02:10"),
        changed(FIRST, number="offset", opened="2026-10-25T02:30+01:00", closed="2026-10-25T02:30:30.5Z"),
    ]
    report = take(rows)
    assert counts(report) == (4, 0, 0, 0)
    assert [(each["row"], each["column"]) for each in report["noted"]] == [(2, "closed"), (3, "opened"), (4, "opened"), (4, "closed")]
    closed = {number: row.closed_at for number, row in Desk(parclair.folder).requests.items()}
    assert closed["twice"] == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert closed["second"] == datetime(2026, 10, 25, 1, 10, tzinfo=UTC)
    assert closed["offset"] == datetime(2026, 10, 25, 2, 30, 30, tzinfo=UTC)
    assert Desk(parclair.folder).requests["never"].opened_at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert counts(take(rows)) == (0, 0, 4, 0)


def test_a_request_is_still_found_by_whom_to_call_after_its_subject_changed(take: Any, parclair: CommandLine) -> None:
    take([OPEN])
    office = open_folder(parclair.folder, role="command")
    office.services.support.change(Desk(parclair.folder).requests["T2"].id, {"contact": "Élodie"})
    office.close()
    assert counts(take([changed(OPEN, subject="Écran vert")])) == (0, 1, 0, 0)
    assert Desk(parclair.folder).requests["T2"].search == "ecran vert elodie t2"


def test_what_may_change_does(take: Any, parclair: CommandLine) -> None:
    unrated = changed(FIRST, smiley="", comment="")
    take([unrated, OPEN])
    assert counts(take([changed(unrated, subject="Écran bleu", urgency="question", comment="Noté après"), OPEN])) == (0, 1, 1, 0)
    assert counts(take([changed(FIRST, subject="Écran bleu", urgency="question"), OPEN])) == (0, 1, 1, 0)
    closed = changed(OPEN, closed="2026-11-20T10:00", kind="phone", technician="Yasmine K.", smiley="3", comment="Long")
    assert counts(take([changed(OPEN, opened="2026-11-20T08:00")])) == (0, 1, 0, 0)
    assert counts(take([changed(closed, opened="2026-11-20T08:00")])) == (0, 1, 0, 0)
    desk = Desk(parclair.folder)
    first, second = desk.requests["T1"], desk.requests["T2"]
    assert (first.subject, first.search, first.urgency, first.description) == ("Écran bleu", "ecran bleu t1", "question", "")
    assert (second.status, second.closed_at) == ("closed", datetime(2026, 11, 20, 9, 0, tzinfo=UTC))
    assert {rating.value.value: rating.comment for rating in desk.ratings} == {"great": "Merci", "neutral": "Long"}
    stats = parclair.json("support", "stats")
    assert (stats["interventions"], stats["ratings"], stats["top"]) == (2, 2, 1)


@pytest.mark.parametrize(
    ("values", "column"),
    [
        ({"smiley": "poor"}, "smiley"),
        ({"smiley": ""}, "smiley"),
        ({"comment": "Bof"}, "comment"),
        ({"closed": "22/11/2026 15:01"}, "closed"),
        ({"opened": "22/11/2026 14:00"}, "opened"),
        ({"kind": "phone"}, "kind"),
        ({"technician": ""}, "technician"),
        ({"closed": "", "smiley": "", "comment": ""}, "closed"),
    ],
)
def test_what_is_written_for_good_does_not_change(take: Any, parclair: CommandLine, values: dict[str, str], column: str) -> None:
    take([FIRST])
    before = Desk(parclair.folder)
    report = take([changed(FIRST, subject="Autre", **values)])
    assert counts(report) == (0, 0, 0, 1) and refusal(report)[:2] == (2, column)
    after = Desk(parclair.folder)
    assert after.told == before.told and after.requests["T1"].subject == "Écran noir"


def test_a_request_made_here_is_not_touched(take: Any, parclair: CommandLine) -> None:
    with_demo = open_folder(parclair.folder, role="command")
    with_demo.services.demo.fill()
    with_demo.close()
    number = next(iter(Desk(parclair.folder).requests))
    report = take([changed(FIRST, number=number), FIRST])
    assert counts(report) == (1, 0, 0, 1) and refusal(report) == (2, "number", number)
