"""`request import`: dates and notes as French programs write them, and characters that no screen shows."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.domain.records import RatingValue
from tests.command_line import CommandLine
from tests.request_exports import FIRST, OPEN, Desk, as_csv, changed


def taken(parclair: CommandLine, path: Path, *rows: tuple[str, ...]) -> dict[str, Any]:
    path.write_bytes(as_csv(rows, encoding="utf-8"))
    found: dict[str, Any] = parclair.json("request", "import", path)
    return found


@pytest.mark.parametrize(
    "written",
    [
        "20/11/2026 14 h 05",
        "20/11/2026 14\u00a0h\u00a005",
        "20/11/2026 14\u202fh\u202f05 min",
        "20/11/2026 à 14h05",
        "20.11.2026 14:05",
        "20/11/26 14:05",
        "20/11/26 14:05:00",
    ],
)
def test_moments_as_french_programs_write_them(parclair: CommandLine, tmp_path: Path, written: str) -> None:
    assert taken(parclair, tmp_path / "e.csv", changed(FIRST, opened=written))["created"] == 1
    assert Desk(parclair.folder).requests["T1"].opened_at == datetime(2026, 11, 20, 13, 5, tzinfo=UTC)


@pytest.mark.parametrize("written", ["20.11.26", "20/11/2026 14h"])
def test_days_and_hours_alone(parclair: CommandLine, tmp_path: Path, written: str) -> None:
    assert taken(parclair, tmp_path / "e.csv", changed(FIRST, opened=written))["created"] == 1


@pytest.mark.parametrize("smiley", ["5,0", "5.0", "5,00"])
def test_notes_with_decimals(parclair: CommandLine, tmp_path: Path, smiley: str) -> None:
    taken(parclair, tmp_path / "e.csv", changed(FIRST, smiley=smiley))
    assert [rating.value for rating in Desk(parclair.folder).ratings] == [RatingValue.GREAT]


@pytest.mark.parametrize("sign", ["\x07", "\u202e", "\u2066"])
def test_a_character_that_no_screen_shows_refuses_its_row_alone(parclair: CommandLine, tmp_path: Path, sign: str) -> None:
    report = taken(parclair, tmp_path / "e.csv", OPEN, changed(FIRST, subject=f"Caisse{sign}noire"))
    (refused,) = report["rejected"]
    assert (report["created"], refused["row"], refused["column"]) == (1, 3, "subject")
    assert (
        sign not in refused["value"]
        and f"u{ord(sign):04x}" in refused["value"]
        and ("contrôle" in refused["reason"] or "invisible" in refused["reason"])
    )


def test_dates_before_2000_are_refused(parclair: CommandLine, tmp_path: Path) -> None:
    old = changed(FIRST, opened="30/09/1995 22:40", closed="30/09/1995 23:40")
    (refused,) = taken(parclair, tmp_path / "e.csv", old)["rejected"]
    assert "2000" in refused["reason"]
