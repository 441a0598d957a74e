"""Reads the tables that other programs export, CSV and XLSX alike, into rows of cells with their place in the file.

What a file is, its content says, not its name. French Excel's CSV is at home here: `;`, cp1252, `sep=` lines. Nothing is guessed
silently: what cannot be read whole is refused, and cells keep the type that the spreadsheet gave them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from app.domain.errors import InputError
from app.domain.reasons import reason
from app.domain.text import msg
from app.services.table_cells import Cell, check_size, refused
from app.store.folding import words

LARGEST = 50 * 1024 * 1024

_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")
#: A text may hold so many control characters: the rows they stand in are refused by themselves.
_STRAY = 20
_SEPARATOR_LINE = re.compile(r"sep=([;,\t|])\r?(\n|$)|sep=([;,\t|])\r", re.IGNORECASE)


@dataclass(frozen=True)
class TableRow:
    """A row with at least one cell that is not empty. `number` counts from 1 for the first row of the file, as a spreadsheet shows it."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A header and the rows below it; blank rows are left out.

    Attributes:
        header: the names of the columns as they are written, without blanks around.
        from_serial: the day and time that a number stands for in this file.
    """

    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    from_serial: Callable[[float], datetime] | None = None


def read_table(path: Path, is_header: Callable[[Sequence[str]], bool]) -> Table:
    """The table in a CSV or XLSX file.

    Args:
        is_header: whether these are the names that are looked for: it finds the sheet of a workbook and the separator of a CSV.

    Raises:
        InputError: the file is missing, locked, a folder, empty, too large, protected, damaged, of another kind, or holds no table.
    """
    content = _content(path)
    if content.startswith(b"PK"):
        from app.services.workbook_reading import sheets  # openpyxl is slow to load

        return _chosen(path, [_table(rows, from_serial) for rows, from_serial in sheets(path, content)], is_header)
    if content.startswith(_OLD_EXCEL):
        raise refused(path, msg("un classeur .xlsx sans mot de passe, ou un fichier CSV (celui-ci est protégé, ou d’un ancien Excel)"))
    return _chosen(path, [_table(_csv_rows(path, _decoded(path, content), is_header))], is_header)


def column_word(name: str) -> str:
    """The name of a column as names are compared: `« Clôturé le »` and `cloture_le` are the same."""
    return "".join(words(name.replace("_", " ")))


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise refused(path, msg("un fichier, pas un dossier"))
        if path.exists() and not path.is_file():
            raise refused(path, msg("un fichier CSV ou XLSX"))
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except PermissionError as error:
        allowed = msg("un fichier lisible\u00a0: s’il est ouvert dans un tableur, fermez-le ({reason})", reason=reason(error))
        raise InputError("file", path, allowed) from error
    except (OSError, ValueError) as error:  # a name with a zero byte is no name
        why = reason(error) if isinstance(error, OSError) else str(error)
        raise InputError("file", path, msg("un fichier lisible ({reason})", reason=why)) from error
    if not content:
        raise refused(path, msg("un fichier qui n’est pas vide"))
    if len(content) > LARGEST:
        raise refused(path, msg("un fichier d’au plus {n} Mio", n=LARGEST // 1024 // 1024))
    return content


def _chosen(path: Path, found: list[Table], is_header: Callable[[Sequence[str]], bool]) -> Table:
    tables = [table for table in found if table.header]
    if not tables:
        raise refused(path, msg("un fichier avec une ligne de titres"))
    fitting = [table for table in tables if is_header(table.header)]
    if len(fitting) > 1:
        raise refused(path, msg("un classeur où une seule feuille a ces colonnes"))
    return fitting[0] if fitting else tables[0]


def _table(rows: Iterator[Sequence[Cell]], from_serial: Callable[[float], datetime] | None = None) -> Table:
    header: tuple[str, ...] = ()
    kept: list[TableRow] = []
    for number, cells in enumerate(rows, 1):
        if all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in cells):
            continue
        if not header:
            header = tuple("" if cell is None else str(cell).strip() for cell in cells)
        else:
            kept.append(TableRow(number, tuple(cells)))
    return Table(header, tuple(kept), from_serial)


def _decoded(path: Path, content: bytes) -> str:
    """UTF-8, UTF-16 with its mark, or else the code page of French Windows."""
    names = [name for mark, name in _MARKS if content.startswith(mark)] or ["utf-8", "cp1252"]
    for name in names:
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        text = text.removesuffix("\x1a")  # DOS ended its files so
        if "\x00" not in text and sum(1 for _ in islice(_NOT_TEXT.finditer(text), _STRAY + 1)) <= _STRAY:
            return text
    raise refused(path, msg("un fichier CSV (du texte) ou XLSX"))


def _csv_rows(path: Path, text: str, is_header: Callable[[Sequence[str]], bool]) -> Iterator[list[str]]:
    separator, text = _separator(text, is_header)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    count = 0
    while True:
        begun = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            expected = msg(
                "un fichier CSV bien formé\u00a0: un guillemet n’est pas à sa place à partir de la ligne {line}", line=str(begun)
            )
            raise refused(path, expected) from error
        if row is None:
            return
        count += 1
        check_size(path, count, len(row))
        yield row


def _separator(text: str, is_header: Callable[[Sequence[str]], bool]) -> tuple[str, str]:
    """The separator, and the text without the line that names it for Excel (which no spreadsheet shows)."""
    named = _SEPARATOR_LINE.match(text)
    if named is not None:
        return named[1] or named[3], text[named.end() :]
    candidates = []
    for place, separator in enumerate((";", ",", "\t")):
        header = _first_row(text, separator)
        candidates.append((is_header(header), len(header), -place, separator))
    return max(candidates)[3], text


def _first_row(text: str, separator: str) -> list[str]:
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        return next((row for row in rows if any(cell.strip() for cell in row)), [])
    except csv.Error:
        return []
