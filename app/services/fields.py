"""Turning what somebody typed into the values a record keeps, field by field, with errors that name the field.

The same parsers serve forms, the command line and imports, so a value refused in one place is refused in all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from app.domain.errors import InputError
from app.domain.money import check_amount, parse_amount
from app.domain.plain_text import has_control_characters, has_invisible_turns
from app.domain.text import Text, msg
from app.domain.validation import parse_date, require_day

Parser = Callable[[str, Any], Any]


@dataclass(frozen=True)
class FieldSpec:
    """A field of a record: its name on screen and how a value is read. An empty value clears an optional field."""

    label: Text
    parse: Parser


def parse_fields(specs: Mapping[str, FieldSpec], given: Mapping[str, Any]) -> dict[str, Any]:
    """The given fields as the record keeps them.

    Raises:
        InputError: an unknown field, or a value that its field does not take.
    """
    parsed: dict[str, Any] = {}
    for name, value in given.items():
        if name not in specs:
            raise InputError("field", name, msg("un de {names}", names=", ".join(specs)))
        parsed[name] = specs[name].parse(name, value)
    return parsed


def text_field(longest: int, *, required: bool = False, lines: bool = False) -> Parser:
    """Text of at most `longest` characters, without control characters; several lines only with `lines`."""

    def parse(name: str, value: Any) -> str:
        kept = str(value if value is not None else "").strip()
        if required and not kept:
            raise InputError(name, value if value is not None else "", msg("un texte non vide"))
        if len(kept) > longest:
            raise InputError(name, kept, msg("au plus {n} caractères", n=longest))
        if has_control_characters(kept, lines=lines):
            raise InputError(name, repr(kept), msg("un texte sans caractère de contrôle"))
        if has_invisible_turns(kept):
            raise InputError(name, repr(kept), msg("un texte sans caractère invisible"))
        return kept

    return parse


def choice_field(choices: type[StrEnum]) -> Parser:
    """One of an enum's values."""

    def parse(name: str, value: Any) -> StrEnum:
        try:
            return choices(str(value).strip())
        except ValueError:
            raise InputError(name, value, msg("un de {names}", names=", ".join(choices))) from None

    return parse


def date_field(name: str, value: Any) -> date | None:
    """A day, or nothing."""
    if value is None or value == "":
        return None
    return require_day(name, value) if isinstance(value, date) else parse_date(name, str(value))


def amount_field(name: str, value: Any) -> Decimal | None:
    """An amount in euros, or nothing."""
    if value is None or value == "":
        return None
    return check_amount(name, value) if isinstance(value, Decimal) else parse_amount(name, str(value))


def flag_field(name: str, value: Any) -> bool | None:
    """Yes, no, or not known."""
    if value is None or isinstance(value, bool):
        return value
    known = {"": None, "yes": True, "oui": True, "true": True, "1": True, "no": False, "non": False, "false": False, "0": False}
    word = str(value).strip().lower()
    if word not in known:
        raise InputError(name, value, msg("oui ou non"))
    return known[word]


def count_field(name: str, value: Any) -> int | None:
    """A whole number from 0, or nothing."""
    if value is None or value == "":
        return None
    word = str(value).strip()
    if not (word.isascii() and word.isdigit()) or len(word) > 6:
        raise InputError(name, value, msg("un nombre entier de 0 à 999 999"))
    return int(word)


def optional(parser: Callable[[str], str]) -> Parser:
    """`parser` for a text that may be empty."""

    def parse(_: str, value: Any) -> str:
        word = str(value if value is not None else "").strip()
        return parser(word) if word else ""

    return parse
