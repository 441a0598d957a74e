"""What the system refuses is told in the user's language, on the command line too."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from app.store.errors import storage_error
from tests.command_line import CommandLine


def test_a_data_folder_that_is_a_file(parclair: CommandLine) -> None:
    parclair.folder.write_text("in the way")
    assert "(un fichier de ce nom existe déjà)" in parclair.refused("company", "set", "name", "Pressing", status=1)
    assert "a file of that name already exists" in parclair("company", "set", "name", "x", before=("--lang", "en")).err


def test_a_data_folder_below_a_file(parclair: CommandLine) -> None:
    parclair.folder.write_text("in the way")
    said = parclair.refused("contract", "list", "--data-dir", str(parclair.folder / "below"), status=1)
    assert "(un fichier se trouve là où il faut un dossier)" in said


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "(accès refusé)"),
        (OSError(errno.EROFS, "Read-only file system"), "(disque en lecture seule)"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "(base de données en lecture seule)"),
        (sqlite3.OperationalError("unable to open database file"), "(la base de données ne peut pas être ouverte)"),
    ],
)
def test_what_the_store_meets(error: Exception, said: str) -> None:
    shown = storage_error(Path("parclair.sqlite3"), error)
    assert said in shown.text.render("fr")  # type: ignore[attr-defined]
