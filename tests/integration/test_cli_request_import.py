"""`request import`: other systems' exports as they come, nothing dropped silently, and nothing done twice."""

from __future__ import annotations

import csv
import io
import os
import stat
import sys
import warnings
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from sqlalchemy import select

from app.bootstrap import open_folder
from app.store.store import Store
from app.store.tables import AuditEntry, Intervention, OutboxRow, Rating, SupportRequest
from tests.bench.seed_figures import COLUMNS, INTERVENTIONS, RATINGS, TOP, write_csv
from tests.command_line import CommandLine, plainly
from tests.offices import StandingClock

FRENCH = ("Numéro", "Ouverture", "CLÔTURE", "Objet", "Urgence", "Type", "Technicien", "Avis", "Commentaire")
FIRST = ("T1", "22/11/2026 14:05", "22/11/2026 15:00", "Écran noir", "blocked", "remote", "Nadège R.", "great", "Merci")
OPEN = ("T2", "2026-11-20T09:00", "", "Imprimante", "degraded", "", "", "", "Elle clignote")


def as_csv(rows: Iterable[Sequence[str]], separator: str = ";", encoding: str = "cp1252", header: Sequence[str] = COLUMNS) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode(encoding)


@pytest.fixture
def take(parclair: CommandLine, tmp_path: Path) -> Any:
    """Imports rows, or bytes, and answers the report."""

    def imported(content: bytes | Sequence[Sequence[str]], *options: str, name: str = "export.csv") -> dict[str, Any]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else as_csv(content))
        return parclair.json("request", "import", path, *options)

    return imported


def counts(report: dict[str, Any]) -> tuple[int, int, int, int]:
    assert report["rows"] == report["created"] + report["updated"] + report["unchanged"] + len(report["rejected"])
    return report["created"], report["updated"], report["unchanged"], len(report["rejected"])


def refusal(report: dict[str, Any]) -> tuple[int, str, str]:
    (only,) = report["rejected"]
    assert only["reason"]
    return only["row"], only["column"], only["value"]


def changed(row: Sequence[str], **values: str) -> tuple[str, ...]:
    return tuple(values.get(column, kept) for column, kept in zip(COLUMNS, row, strict=True))


class Desk:
    """What the data folder holds."""

    def __init__(self, folder: Path) -> None:
        opened = open_folder(folder, role="command", write=False)
        store: Store = opened.services.context.store
        with store.reading() as session:
            self.requests = {row.number: row for row in session.scalars(select(SupportRequest))}
            self.interventions = list(session.scalars(select(Intervention)))
            self.ratings = list(session.scalars(select(Rating)))
            self.told = len(session.scalars(select(OutboxRow)).all())
            self.journal = len(session.scalars(select(AuditEntry)).all())
            session.expunge_all()
        opened.close()


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


def workbook(rows: Iterable[Sequence[Any]], header: Sequence[str] = FRENCH, *, before: int = 0) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for _ in range(before):
        sheet.append([None])
    sheet.append(list(header))
    for row in rows:
        sheet.append(list(row))
    book.create_sheet("Notes").append(["rien"])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_a_workbook_with_dates_serial_numbers_and_texts(take: Any, parclair: CommandLine) -> None:
    rows: list[Sequence[Any]] = [
        (1, datetime(2026, 11, 20, 9, 0), datetime(2026, 11, 20, 10, 0), "Écran", "blocked", "phone", "Nadège R.", 5, None),
        (2.0, 46346.375, 46346.4166666667, "Clavier", "degraded", "remote", None, "😐", "Moyen"),
        ("3", date(2026, 11, 20), "20/11/2026 10:00", "Souris", "question", "on_site", "", None, None),
        (None,) * 9,
        ("4", "10:00", "", "Souris", "question", "", "", None, None),
        ("5", 1e9, "", "Souris", "question", "", "", None, None),
        ("6", "2026-11-20 09:00", "", True, "question", "", "", "#N/A", None),
    ]
    report = take(workbook(rows, before=2), name="export.xlsx")
    assert counts(report) == (3, 0, 0, 3)
    assert [(each["row"], each["column"], each["value"]) for each in report["rejected"]] == [
        (8, "Ouverture", "10:00"),
        (9, "Ouverture", "1000000000"),
        (10, "Avis", "#N/A"),
    ]
    requests = Desk(parclair.folder).requests
    assert requests["1"].opened_at == requests["2"].opened_at == datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
    assert requests["2"].closed_at == requests["3"].closed_at == datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    assert counts(take(workbook(rows, before=2), name="export.xlsx")) == (0, 0, 3, 3)


def test_the_sheet_with_the_columns_is_found(take: Any, parclair: CommandLine, tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["Sommaire"])
    for name in ("Janvier", "Février"):
        book.create_sheet(name).append(list(COLUMNS))
        book[name].append(list(changed(FIRST, number=name)))
    written = io.BytesIO()
    book.save(written)
    (tmp_path / "export.xlsx").write_bytes(written.getvalue())
    assert "une seule feuille" in parclair.refused("request", "import", tmp_path / "export.xlsx")
    del book["Février"]
    book.save(written := io.BytesIO())
    assert counts(take(written.getvalue(), name="export.xlsx")) == (1, 0, 0, 0)


def with_members(content: bytes, changes: dict[str, bytes]) -> bytes:
    """A workbook with some of its parts replaced."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            target.writestr(member.filename, changes.get(member.filename, source.read(member)))
        for name in changes.keys() - set(source.namelist()):
            target.writestr(name, changes[name])
    return written.getvalue()


def test_formulas_give_their_last_value_or_are_refused(take: Any) -> None:
    content = workbook([("=1+1", *FIRST[1:]), ("T2", *FIRST[1:3], '="Écran"', *FIRST[4:])])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    assert sheet.count(b"<f>") == 2
    report = take(content, name="export.xlsx")
    assert [(each["row"], each["column"]) for each in report["rejected"]] == [(2, "Numéro"), (3, "Objet")]
    computed = sheet.replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>").replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
    assert computed != sheet
    assert counts(take(with_members(content, {"xl/worksheets/sheet1.xml": computed}), name="export.xlsx")) == (1, 0, 0, 1)


def test_wrong_dimensions_lose_no_row(take: Any) -> None:
    content = workbook([FIRST, OPEN])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    wrong = sheet.replace(b'<dimension ref="A1:I3" />', b'<dimension ref="A1" />')
    assert wrong != sheet
    assert take(with_members(content, {"xl/worksheets/sheet1.xml": wrong}), name="export.xlsx")["rows"] == 2


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'
)
SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("name", "content", "because"),
    [
        ("empty.csv", b"", "vide"),
        ("blank.csv", b"\r\n \r\n", "une ligne de titres"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "du texte"),
        ("undefined.csv", as_csv([FIRST]) + b"\x81\x8d", "du texte"),
        ("quote.csv", as_csv([FIRST]) + b'T2;"', "guillemet"),
        ("quote-inside.csv", as_csv([]) + b'"T2"x;1\r\n', "guillemet"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "sans mot de passe"),
        ("cut.xlsx", workbook([FIRST])[:-200], "en bon état"),
        ("broken.xlsx", with_members(workbook([FIRST]), {SHEET: b"<worksheet><sheet"}), "en bon état"),
        ("styles.xlsx", with_members(workbook([FIRST]), {"xl/styles.xml": b"<no/>", "xl/workbook.xml": b"<a/>"}), "une ligne de titres"),
        ("entities.xlsx", with_members(workbook([FIRST]), {SHEET: BOMB}), "en bon état"),
        ("bomb.xlsx", with_members(workbook([FIRST]), {"xl/media/x.bin": b"\0" * 30_000_000}), "plus petit"),
        ("wide.csv", as_csv([], header=["x"] * 501), "500"),
    ],
)
def test_files_that_are_no_export(parclair: CommandLine, tmp_path: Path, name: str, content: bytes, because: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        error = parclair.refused("request", "import", path)
    assert error.startswith("file : ") and name in error and because in error


def test_other_archives_folders_and_files_that_cannot_be_read(parclair: CommandLine, tmp_path: Path) -> None:
    archive = tmp_path / "photos.xlsx"
    with zipfile.ZipFile(archive, "w") as written:
        written.writestr("photo.jpg", b"x")
    assert "CSV ou XLSX" in parclair.refused("request", "import", archive)
    assert "pas un dossier" in parclair.refused("request", "import", tmp_path)
    assert "introuvable" in parclair.refused("request", "import", tmp_path / "nowhere.csv")
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe")
        assert "CSV ou XLSX" in parclair.refused("request", "import", tmp_path / "pipe")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="rights do not stop whoever runs this")
def test_a_file_without_rights(parclair: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(as_csv([FIRST]))
    path.chmod(0)
    try:
        assert "fermez-le" in parclair.refused("request", "import", path)
    finally:
        path.chmod(stat.S_IRUSR | stat.S_IWUSR)


def test_a_cancelled_import_leaves_no_trace(tmp_path: Path) -> None:
    class CancelledError(Exception):
        pass

    told: list[tuple[int, int]] = []

    def until_written(done: int, total: int) -> None:
        told.append((done, total))
        if done > total // 2:
            raise CancelledError

    path = tmp_path / "export.csv"
    path.write_bytes(as_csv([changed(FIRST, number=f"N{place}") for place in range(1200)]))
    opened = open_folder(tmp_path / "data", role="command", clock=StandingClock(datetime(2026, 11, 23, tzinfo=UTC)))
    try:
        with pytest.raises(CancelledError):
            opened.services.request_imports.run(path, progress=until_written)
        assert told[-1][0] > 1200 and {total for _, total in told} == {2400}
        told.clear()
        assert opened.services.request_imports.run(path, dry_run=True).created == 1200
        assert opened.services.request_imports.run(path, progress=lambda *step: told.append(step)).created == 1200
        assert told[-1] == (2400, 2400) and told == sorted(told)
    finally:
        opened.close()


def test_help_and_lines_for_people(parclair: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(as_csv([FIRST, changed(FIRST, number="T2", smiley="?")]))
    outcome = parclair("request", "import", path, "--dry-run")
    assert (
        "Lignes lues : 2. Nouvelles : 1, mises à jour : 0" in outcome.out
        and "ligne 3, smiley « ? »" in outcome.out
        and "Rien n’a été écrit." in outcome.out
    )
    assert "smiley" in parclair("request", "import", "--help").out


@pytest.mark.slow
def test_the_figures_of_the_seed(parclair: CommandLine, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "seed.csv")
    assert counts(parclair.json("request", "import", path)) == (INTERVENTIONS, 0, 0, 0)
    stats = parclair.json("support", "stats")
    assert (stats["interventions"], stats["ratings"], stats["top"]) == (INTERVENTIONS, RATINGS, TOP)
    assert round(stats["top_share"] * 100) == 93 and round(stats["response_rate"], 3) == 0.195
    assert "1 393 (93 %)" in plainly(parclair("support", "stats").out)
    assert counts(parclair.json("request", "import", path)) == (0, 0, INTERVENTIONS, 0)
