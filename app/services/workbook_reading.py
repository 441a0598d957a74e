"""Reads XLSX workbooks made by others: their values only, and only as far as it is safe."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.datetime import from_excel

from app.domain.errors import InputError
from app.domain.text import msg
from app.services.table_cells import NOT_COMPUTED, Cell, check_size, refused

#: The most that a workbook may unfold to, in all and for each byte of the file: real ones unfold ten to thirty times.
_LARGEST = 128 * 1024 * 1024
_STEEPEST = 100
_SMALL = 4 * 1024 * 1024

#: The last row that a sheet can have; whole columns with a format are written to there, without a value.
_LAST_ROW = 1_048_576

_FORMULA = re.compile(rb"<(\w+:)?f[ />]")
#: What XML can be blown up with, or reach out of the file. No program writes it into a workbook. A zero byte: UTF-16, where it would hide.
_UNSAFE = re.compile(rb"<!DOCTYPE|<!ENTITY|\x00")
Rows = Iterator[Sequence[Cell]]


def sheets(path: Path, content: bytes) -> list[tuple[Rows, Callable[[float], datetime]]]:
    """The rows of each sheet that holds cells, in the workbook's order, and what a number stands for as a moment.

    Raises:
        InputError: the file is no workbook, protected, damaged or far larger than it looks.
    """
    parts, formulas = _checked(path, content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl does not draw: nothing is drawn here
            return _read(path, parts, formulas=formulas)
    except InputError:
        raise
    except Exception as error:  # a broken or hostile workbook makes openpyxl raise nearly anything
        raise refused(path, msg("un classeur XLSX en bon état\u00a0: celui-ci ne se lit pas")) from error


def _checked(path: Path, content: bytes) -> tuple[bytes, bool]:
    """A workbook that is safe to open, and whether there are formulas in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if "[Content_Types].xml" not in {member.filename for member in members}:
                raise refused(path, msg("un fichier CSV ou XLSX"))
            if any(member.flag_bits & 1 for member in members):
                raise refused(path, msg("un classeur sans mot de passe"))
            size = sum(member.file_size for member in members)
            if size > _LARGEST or (size > _SMALL and size > len(content) * _STEEPEST):
                raise refused(path, msg("un classeur plus petit\u00a0: déplié, celui-ci fait {n} Mio", n=size // 1024 // 1024))
            return _scanned(path, archive)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise refused(path, msg("un classeur XLSX en bon état\u00a0: celui-ci ne se lit pas")) from error


def _scanned(path: Path, archive: zipfile.ZipFile) -> tuple[bytes, bool]:
    """The parts of XML, each looked at before any parser sees it, as an archive of their own: nothing else can be reached from there."""
    safe, formulas = io.BytesIO(), False
    with zipfile.ZipFile(safe, "w") as kept:
        for member in archive.infolist():
            if member.filename.lower().endswith((".xml", ".rels")):
                part = archive.read(member)
                if _UNSAFE.search(part) is not None:
                    raise refused(path, msg("un classeur XLSX en bon état\u00a0: celui-ci ne se lit pas"))
                formulas = formulas or _FORMULA.search(part) is not None
                kept.writestr(member.filename, part)
    return safe.getvalue(), formulas


def _read(path: Path, content: bytes, *, formulas: bool) -> list[tuple[Rows, Callable[[float], datetime]]]:
    values = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    written = load_workbook(io.BytesIO(content), read_only=True, keep_links=False) if formulas else None
    found: list[tuple[Rows, Callable[[float], datetime]]] = []
    try:
        for sheet in values.worksheets:
            rows = _rows(path, sheet)
            if written is not None:
                rows = _marked(rows, _rows(path, written[sheet.title]))
            if kept := list(rows):
                found.append((iter(kept), partial(_moment, epoch=values.epoch)))
    finally:
        values.close()
        if written is not None:
            written.close()
    return found


def _rows(path: Path, sheet: Any) -> Rows:
    sheet.reset_dimensions()  # many programs write wrong ones, and rows beyond them would be lost
    filled = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        cells = _without_end(row)
        filled += bool(cells)
        check_size(path, filled if number <= _LAST_ROW else number, len(cells))
        yield cells


def _without_end(row: Sequence[Cell]) -> Sequence[Cell]:
    """`row` without the empty cells at its end: a format that was given to whole columns makes thousands of them."""
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return row[:end]


def _marked(values: Rows, written: Rows) -> Rows:
    """`values` with the formulas marked that have none."""
    for row, source in zip_longest(values, written, fillvalue=()):
        yield [
            NOT_COMPUTED if value is None and formula is not None else value for value, formula in zip_longest(row, source, fillvalue=None)
        ]


def _moment(serial: float, epoch: datetime) -> datetime:
    """The day and time of a serial number, to the second.

    Raises:
        ValueError: the number stands for no day.
    """
    try:
        found = from_excel(serial, epoch)
    except OverflowError as error:
        raise ValueError(str(serial)) from error
    if not isinstance(found, datetime):
        raise ValueError(str(serial))
    return found
