"""A shop's whole folder, with all that makes backups hard, to a folder and to a REST server, and back byte for byte."""

from __future__ import annotations

import os
import random
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from app.domain.records import BackupResult
from app.domain.values.backups import Destination
from app.services.backup_sources import under_bases
from tests.backup_office import (
    answers,
    folder_destination,
    memory_keyring,
    open_backing_up,
    rest_destination,
    rest_server,
    restored,
    same_tree,
    small_plan,
    tool,
)

FILES = 2_000
LARGE = 1024**3
_BLOCK = 8 * 1024**2
_WORDS = ["été", "Noël", "façade", "cœur", "reçu", "hôtel", "naïve", "garçon", "œuvre", "Où ça", "l’atelier", "« à réparer »"]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """2,000 files with French names, composed and decomposed, deep paths, and one file of a gibibyte."""
    top = tmp_path_factory.mktemp("boutique") / "Données du pressing"
    dice = random.Random(2026)
    for number in range(FILES):
        word = dice.choice(_WORDS)
        folder = top / f"{2000 + number % 26} – {dice.choice(_WORDS)}"
        if number % 100 == 0:  # longer than the 260 characters that old Windows programs take
            folder = folder.joinpath(*[f"{dice.choice(_WORDS)} dans un dossier profond {depth}" for depth in range(8)])
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{word} n° {number} ({dice.choice(_WORDS)}).txt"
        name = unicodedata.normalize("NFC", name) if number % 2 else unicodedata.normalize("NFD", name)
        (folder / name).write_bytes(dice.randbytes(dice.choice((0, 1, 300, 5_000, 40_000))))
    with (top / "archive de l’année.bin").open("wb") as file:
        for _ in range(LARGE // _BLOCK):
            file.write(os.urandom(_BLOCK))
    assert max(len(str(path)) for path in top.rglob("*")) > 260
    return top


@pytest.fixture(params=["folder", "rest"])
def destination(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Destination]:
    """A folder, and a REST server on loopback."""
    with ExitStack() as stack:
        stack.enter_context(memory_keyring())
        if request.param == "folder":
            yield folder_destination(tmp_path / "repo")
        else:
            address = stack.enter_context(rest_server(tmp_path / "served"))
            answers(address)
            yield rest_destination(f"{address}pressing/")


@pytest.mark.slow
def test_a_whole_shop_comes_back_byte_for_byte(shop: Path, destination: Destination, tmp_path: Path) -> None:
    tool("restic")
    database = shop / "caisse « ouverte ».db"
    office = open_backing_up(tmp_path / "data", small_plan(destination, shop))
    backups = office.services.backups
    with closing(sqlite3.connect(database)) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("CREATE TABLE IF NOT EXISTS ticket (n INTEGER, texte TEXT)")
        writer.executemany("INSERT INTO ticket VALUES (?, ?)", [(n, os.urandom(100)) for n in range(5_000)])
        writer.commit()
        writer.execute("INSERT INTO ticket VALUES (-1, 'en cours')")
        report = backups.run()
        assert report.result is BackupResult.SUCCESS and report.files == FILES + 2, report
        assert report.processed_bytes > LARGE
        rows = writer.execute("SELECT n, texte FROM ticket WHERE n >= 0 ORDER BY rowid").fetchall()
        writer.rollback()
    again = backups.run()
    assert again.result is BackupResult.SUCCESS and again.added_bytes < 10 * 1024**2  # what is there is not sent again
    assert backups.verify().result is BackupResult.SUCCESS
    outcome = backups.restore(backups.snapshots()[0].id, (), tmp_path)
    assert outcome.report.result is BackupResult.SUCCESS and outcome.files == FILES + 2
    copy = restored(backups, outcome.folder, shop)
    with closing(sqlite3.connect(copy / database.name)) as kept:
        assert kept.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert kept.execute("SELECT n, texte FROM ticket ORDER BY rowid").fetchall() == rows
    assert not under_bases(str(database), tmp_path / "data/backup/bases").exists()
    (copy / database.name).unlink()
    database.unlink()
    same_tree(shop, copy)
    office.close()
