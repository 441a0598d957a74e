"""Selection by record in a table of which only some pages are in memory. Thread: Qt's, but for `read_spans`."""

from __future__ import annotations

from collections.abc import Set
from typing import Any
from uuid import UUID

from PySide6.QtCore import QItemSelection
from PySide6.QtWidgets import QAbstractItemView

from app.ui.widgets.table_model import Fetch, WindowedTableModel

RESOLVE_ROWS = 2000


def selected_spans(view: QAbstractItemView) -> list[tuple[int, int]]:
    """The selected rows as first and last of each unbroken stretch, from the top: 100,000 rows are one span."""
    selection = view.selectionModel().selection()
    ranges = [selection.at(number) for number in range(selection.count())]
    merged: list[tuple[int, int]] = []
    for first, last in sorted({(found.top(), found.bottom()) for found in ranges if found.isValid()}):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def find_rows(model: WindowedTableModel, wanted: Set[UUID], current: UUID | None) -> tuple[QItemSelection, set[UUID], int]:
    """Where the wanted records stand among the rows in memory: a selection, those found, and the current one's row or -1."""
    selection, seen, current_row = QItemSelection(), set[UUID](), -1
    last_column = len(model.columns) - 1
    for row, identifier in model.loaded_rows():
        if identifier in wanted:
            selection.select(model.index(row, 0), model.index(row, last_column))
            seen.add(identifier)
        if identifier == current:
            current_row = row
    return selection, seen, current_row


def read_spans(fetch: Fetch | None, spans: list[tuple[int, int]]) -> tuple[Any, ...]:
    """The records of those rows, in memory or not. Thread: the database worker's."""
    found: list[Any] = []
    for first, last in spans:
        for offset in range(first, last + 1, RESOLVE_ROWS):
            if fetch is not None:
                found.extend(fetch(offset, min(RESOLVE_ROWS, last + 1 - offset)).rows)
    return tuple(found)
