"""`--demo --tour DIR`: the main job, done by the program in its own window, leaves pictures and right PDFs, and nothing else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]
LIMIT_SECONDS = 240  # a busy machine; alone it takes some ten seconds
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
FEWEST_COLOURS = 60
SCREENS = (
    "home",
    "search",
    "equipment",
    "equipment-add",
    "contracts",
    "new-contract-price",
    "new-contract-options",
    "new-contract-review",
    "contract-active",
    "contract-pdf",
    "resign-date",
    "resign-why",
    "resign-linked",
    "letter",
    "follow-up-confirmed",
    "documents",
    "settings-company",
    "settings-about",
)


@dataclass(frozen=True)
class Walked:
    """What a tour left behind."""

    status: int
    told: list[str]
    errors: str
    folder: Path
    around: Path

    def pdf(self, start: str) -> str:
        """The words of the one PDF whose name begins so, all blanks alike."""
        (path,) = self.folder.glob(f"{start}*.pdf")
        return " ".join("".join(page.extract_text() + "\n" for page in PdfReader(path).pages).split())


def walk(around: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program in `around`, where it finds home and temporary folder, too."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_") and name not in DISPLAYS}
    for name in ("tmp", "home"):
        (around / name).mkdir(exist_ok=True)
    variables = kept | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(around / "tmp"))
    variables |= dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(around / "home"))
    variables |= {"PYTHONPATH": str(ROOT)} | ({} if sys.platform == "linux" else {"QT_QPA_PLATFORM": "offscreen"})
    command = [sys.executable, "-m", "app", *arguments]
    return subprocess.run(
        command, cwd=around, env=variables, capture_output=True, text=True, encoding="utf-8", timeout=LIMIT_SECONDS, check=False
    )


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Walked:
    around = tmp_path_factory.mktemp("tour")
    done = walk(around, "--demo", "--lang", "fr", "--tour", "seen")
    return Walked(done.returncode, done.stdout.splitlines(), done.stderr, around / "seen", around)


@pytest.mark.slow
def test_every_step_is_done_and_told(walked: Walked) -> None:
    assert walked.status == 0, walked.errors
    assert walked.errors == ""
    told = [line.split("  ")[0] for line in walked.told[:-1]]
    assert told and all(not Path(name).is_absolute() and (walked.around / name).is_file() for name in told)
    assert {walked.around / name for name in told} == set(walked.folder.iterdir())
    assert walked.told[-1].endswith("seen")


@pytest.mark.slow
def test_each_picture_shows_something(walked: Walked) -> None:
    pictures = {re.sub(r"^\d+-", "", path.stem): path for path in walked.folder.glob("*.png")}
    assert set(SCREENS) <= set(pictures)
    for path in pictures.values():
        small = QImage(str(path)).scaled(160, 100)
        colours = {small.pixel(x, y) for x in range(small.width()) for y in range(small.height())}
        assert len(colours) > FEWEST_COLOURS, path.name


@pytest.mark.slow
def test_the_contract_says_its_price_and_its_number(walked: Walked) -> None:
    (path,) = walked.folder.glob("contrat-*.pdf")
    words = walked.pdf("contrat-")
    assert path.stem.removeprefix("contrat-") in words
    for amount in ("137,50 €", "215,50 €", "258,60 €"):
        assert amount in words
    assert "ne vaut pas facture" in words.lower()


@pytest.mark.slow
def test_the_letter_says_when_the_contract_ends(walked: Walked) -> None:
    (path,) = walked.folder.glob("resiliation-*.pdf")
    words = walked.pdf("resiliation-")
    assert path.stem.removeprefix("resiliation-") in words
    line = next(line for line in walked.told if "resign-date" in line)
    ends = line.rsplit(" ", 1)[-1]
    assert re.fullmatch(r"\d\d/\d\d/\d{4}", ends), line
    day, month, year = (int(part) for part in ends.split("/"))
    names = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
    assert f"{'1er' if day == 1 else day} {names[month - 1]} {year}" in words


@pytest.mark.slow
def test_nothing_is_written_elsewhere(walked: Walked) -> None:
    assert {path.name for path in walked.around.iterdir()} == {"tmp", "home", "seen"}
    assert list((walked.around / "tmp").rglob("*")) == []
    assert list((walked.around / "home").rglob("*")) == []


def test_a_tour_needs_the_demo(tmp_path: Path) -> None:
    done = walk(tmp_path, "--tour", "seen")
    assert done.returncode == 2
    assert done.stderr.startswith("error: ") and "--demo" in done.stderr
    assert not (tmp_path / "seen").exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "seen").write_text("a file", "utf-8")
    done = walk(tmp_path, "--demo", "--lang", "fr", "--tour", "seen")
    assert done.returncode == 1
    assert "seen" in done.stderr and done.stderr.startswith("error: ")
