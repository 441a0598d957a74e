"""How answers are written: one JSON document, or lines for people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import PurePath
from typing import Any
from uuid import UUID

from app.domain.explain import Explanation
from app.domain.formatting import PARIS
from app.domain.text import Text, msg, tr


def as_json(document: Mapping[str, Any]) -> str:
    """`document` as one line of JSON: amounts as text with two decimals, ISO dates, moments with their offset."""
    return json.dumps(document, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> Any:
    match value:
        case Decimal():
            return f"{value:.2f}"
        case datetime():
            return value.astimezone(PARIS).isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case UUID() | PurePath() | Text():
            return str(value)
        case Enum():
            return value.value
        case _:
            raise TypeError(f"{type(value).__name__} has no JSON form")


def shown(value: object) -> str:
    """A value the way the language in use writes it; a dash where there is none."""
    if value is None or value == "":
        return "–"
    return msg("{value}", value=value).render()


def labelled(label: object, value: object) -> str:
    """`Label : value`."""
    return tr("{label}\u00a0: {value}", label=label, value=shown(value))


def table(heads: Sequence[str], rows: Iterable[Sequence[object]], right: Sequence[int] = ()) -> list[str]:
    """Rows under their heads in columns of equal width; the columns in `right` are set to the right."""
    cells = [list(heads), *([shown(value) for value in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    lines = []
    for row in cells:
        parts = [cell.rjust(widths[place]) if place in right else cell.ljust(widths[place]) for place, cell in enumerate(row)]
        lines.append("  ".join(parts).rstrip())
    return lines


def explanations(whys: Mapping[str, Explanation]) -> dict[str, Any]:
    """Explanations for JSON, in the language in use."""
    return {
        key: {
            "rule": why.rule.render(),
            "inputs": [[label.render(), shown(value)] for label, value in why.inputs],
            "steps": [step.render() for step in why.steps],
        }
        for key, why in whys.items()
    }


def explained(why: Explanation | None) -> list[str]:
    """An explanation for people, indented under the result it belongs to."""
    if why is None:
        return []
    lines = [f"    {why.rule.render()}"]
    lines += [f"    · {labelled(label, value)}" for label, value in why.inputs]
    return lines + [f"    → {step.render()}" for step in why.steps]
