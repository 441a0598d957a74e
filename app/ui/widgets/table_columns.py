"""What a table shows: columns, and how a value becomes a cell."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from app.domain import formatting
from app.domain.records import label as enum_label
from app.domain.text import Text, tr
from app.ui.theme import State

R = TypeVar("R")


@dataclass(frozen=True)
class Cell:
    """A cell with more than text: a state (its icon and colour), an icon of its own, a tool tip."""

    text: str
    state: State | None = None
    icon: str | None = None
    tip: str = ""
    muted: bool = False


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column.

    Attributes:
        key: technical name; what `sort_changed` carries and the settings keep.
        title: header.
        value: from a record to `str`, `date`, `datetime`, `Decimal` (amount), `int`, `bool`, a value of the field's words, `Text`,
            `Cell` or `None`.
        width: logical pixels before the user changed it.
        figures: right-aligned in tabular figures: amounts, dates, counts.
        sortable: whether a click on the header sorts.
        visible: whether it is shown until the user chose otherwise.
        stretch: takes the free width.
        required: cannot be hidden.
        spare: where the table is too narrow for all columns, those with the highest number leave first; 0 stays.
    """

    key: str
    title: Text
    value: Callable[[R], object]
    width: int = 120
    figures: bool = False
    sortable: bool = True
    visible: bool = True
    stretch: bool = False
    required: bool = False
    spare: int = 0


def to_cell(value: object, language: str) -> Cell:
    """How `value` is shown."""
    match value:
        case Cell():
            return value
        case None:
            return _NOTHING
        case StrEnum():
            return Cell(enum_label(value).render(language))
        case str():
            return Cell(" ".join(value.split()) if "\n" in value else value)
        case bool():
            return Cell(tr("Oui") if value else tr("Non"))
        case int():
            return Cell(formatting.integer(value, language))
        case Decimal():
            return Cell(formatting.money(value, language))
        case datetime():
            return Cell(formatting.date_time(value, language))
        case date():
            return Cell(formatting.day(value, language))
        case Text():
            return Cell(value.render(language))
        case _:
            return Cell(str(value))


_NOTHING = Cell("")


def tsv(columns: Sequence[Column[R]], records: Sequence[R], language: str) -> str:
    """Header and records as tab-separated text for a spreadsheet; nothing in it can be taken for a formula."""
    lines = ["\t".join(_plain(column.title.render(language), figures=False) for column in columns)]
    for record in records:
        lines.append("\t".join(_plain(to_cell(column.value(record), language).text, figures=column.figures) for column in columns))
    return "\n".join(lines) + "\n"


def _plain(text: str, *, figures: bool) -> str:
    text = " ".join(text.split("\t")).replace("\n", " ").replace("\r", " ")
    return f"'{text}" if not figures and text[:1] in {"=", "+", "-", "@"} else text


@dataclass
class ColumnLayout:
    """What the user chose for a table, kept on this PC."""

    order: list[str] = field(default_factory=list)
    hidden: list[str] | None = None
    asked: list[str] = field(default_factory=list)
    widths: dict[str, int] = field(default_factory=dict)
    sort: tuple[str, bool] | None = None

    @classmethod
    def parse(cls, text: str) -> ColumnLayout:
        """Read what `dump` wrote; anything else is as if nothing had been kept."""
        try:
            kept = json.loads(text)
            sort = kept["sort"]
            return cls(
                [str(key) for key in kept["order"]],
                None if kept["hidden"] is None else [str(key) for key in kept["hidden"]],
                [str(key) for key in kept.get("asked", ())],
                {str(key): max(24, min(2000, int(width))) for key, width in kept["widths"].items()},
                None if sort is None else (str(sort[0]), bool(sort[1])),
            )
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):
            return cls()

    def dump(self) -> str:
        """As text for the settings."""
        kept = {"order": self.order, "hidden": self.hidden, "asked": self.asked, "widths": self.widths, "sort": self.sort}
        return json.dumps(kept)

    def shows(self, column: Column[R]) -> bool:
        """Whether a column is shown where there is room for it."""
        return column.required or (column.visible if self.hidden is None else column.key not in self.hidden)

    def show(self, columns: Sequence[Column[R]], key: str, on: bool) -> None:
        """The user asked to see a column, or not to see it: one asked for never leaves for want of room."""
        hidden = [column.key for column in columns if not self.shows(column) and column.key != key]
        self.hidden = hidden if on else [*hidden, key]
        self.asked = [*(known for known in self.asked if known != key), *([key] if on else ())]

    def in_sight(self, columns: Sequence[Column[R]], room: int) -> set[str]:
        """Keys of the columns that are shown in `room` logical pixels."""
        shown = {column.key: self.widths.get(column.key, column.width) for column in columns if self.shows(column)}
        leaving = [column for column in columns if column.spare and column.key in shown and column.key not in self.asked]
        for column in sorted(leaving, key=lambda column: -column.spare):
            if sum(shown.values()) <= room:
                break
            del shown[column.key]
        return set(shown)
