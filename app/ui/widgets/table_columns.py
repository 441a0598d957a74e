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
                {str(key): max(24, min(2000, int(width))) for key, width in kept["widths"].items()},
                None if sort is None else (str(sort[0]), bool(sort[1])),
            )
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):
            return cls()

    def dump(self) -> str:
        """As text for the settings."""
        return json.dumps({"order": self.order, "hidden": self.hidden, "widths": self.widths, "sort": self.sort})
