"""Cells as files give them, and the errors of files that cannot be taken: what the readers of CSV and XLSX share."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

from app.domain.errors import InputError
from app.domain.text import Text, msg

MOST_ROWS = 200_000
MOST_COLUMNS = 500

#: A cell of a formula that was never computed: its value is not in the file.
NOT_COMPUTED = object()
Cell = str | int | float | bool | datetime | date | time | timedelta | object | None


def refused(path: Path, expected: Text) -> InputError:
    """The error of a file that cannot be taken."""
    return InputError("file", path.name, expected)


def check_size(path: Path, rows: int, columns: int) -> None:
    """Refuse a table that nobody can have meant.

    Raises:
        InputError: more rows or columns than are taken.
    """
    if rows > MOST_ROWS:
        raise refused(path, msg("au plus {n} lignes", n=MOST_ROWS))
    if columns > MOST_COLUMNS:
        raise refused(path, msg("au plus {n} colonnes", n=MOST_COLUMNS))
