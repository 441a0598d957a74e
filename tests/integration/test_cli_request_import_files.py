"""`request import`: workbooks, files that are no export, imports that are broken off, and the size of the real thing."""

from __future__ import annotations

import io
import os
import stat
import sys
import warnings
import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from app.bootstrap import open_folder
from tests.bench.seed_figures import COLUMNS, INTERVENTIONS, RATINGS, TOP, write_csv
from tests.command_line import CommandLine, plainly
from tests.offices import StandingClock
from tests.request_exports import FIRST, OPEN, Desk, as_csv, changed, counts, taking, workbook


@pytest.fixture
def take(parclair: CommandLine, tmp_path: Path) -> Any:
    """Imports rows, or bytes, and answers the report."""
    return taking(parclair, tmp_path)


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
