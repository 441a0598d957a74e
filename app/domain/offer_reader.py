"""From the text of an offer file to an offer, or to every problem in it with its line."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from app.domain.offer_checks import findings
from app.domain.offer_errors import KeyPath, OfferProblem, key_name, shown
from app.domain.offer_model import Offer
from app.domain.offer_types import allowed_at
from app.domain.reasons import reason
from app.domain.text import Text, msg
from app.domain.toml_lines import key_lines, line_of

MAX_BYTES = 1_000_000

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


def read_file(path: Path) -> tuple[Offer | None, list[OfferProblem]]:
    """The offer in the file at `path`, or none and what is wrong. Never raises for what a file may hold or lack."""
    try:
        content = path.read_bytes()
    except OSError as error:
        return None, [OfferProblem(path.name, None, "", "", _readable(error))]
    if len(content) > MAX_BYTES:
        allowed = msg("un fichier d’au plus {most} octets (il en a {size})", most=MAX_BYTES, size=len(content))
        return None, [OfferProblem(path.name, None, "", "", allowed)]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return None, [OfferProblem(path.name, line, "", f"0x{content[error.start]:02x}.", msg("un texte en UTF-8"))]
    return read_text(text, path.name)


def read_text(text: str, name: str) -> tuple[Offer | None, list[OfferProblem]]:
    """The offer written in `text`, or none and what is wrong, in the order of the lines."""
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        return None, [_syntax_problem(text, name, str(error))]
    try:
        offer = Offer.model_validate_json(json.dumps(data, default=_as_json), strict=True)
    except ValidationError as error:
        lines = key_lines(text)
        problems = [_schema_problem(detail, data, name, lines) for detail in error.errors(include_url=False)]
        return None, sorted(problems, key=lambda problem: problem.line or 0)
    found = findings(offer)
    if not found:
        return offer, []
    lines = key_lines(text)
    problems = [one.located(name, line_of(one.path, lines)) for one in found]
    return None, sorted(problems, key=lambda problem: problem.line or 0)


def _readable(error: OSError) -> Text:
    match error:
        case FileNotFoundError():
            return msg("un fichier qui existe")
        case IsADirectoryError():
            return msg("un fichier, et non un dossier")
        case PermissionError():
            return msg("un fichier que ce compte a le droit de lire")
    return msg("un fichier lisible ({reason})", reason=reason(error))


def _as_json(value: object) -> str:
    if isinstance(value, (date, time, datetime)):
        return value.isoformat()
    return str(value)


def _syntax_problem(text: str, name: str, reason: str) -> OfferProblem:
    place = _PLACE.search(reason)
    lines = text.splitlines() or [""]
    number = int(place[1]) if place else len(lines)
    written = lines[min(number, len(lines)) - 1].strip()
    return OfferProblem(name, number, "", f"« {shown(written)} ».", msg("une syntaxe TOML correcte"))


def _schema_problem(detail: ErrorDetails, data: dict[str, Any], name: str, lines: dict[KeyPath, int]) -> OfferProblem:
    path: KeyPath = tuple(part for part in detail["loc"] if part != "[key]")
    if detail["type"] == "value_error" and path == ("term",):
        path = ("term", "renewal_months")
    if detail["loc"] and detail["loc"][-1] == "[key]":
        return OfferProblem(name, line_of(path, lines), key_name(path), shown(path[-1]), allowed_at(Offer, path[:-1], detail))
    value = None if detail["type"] == "missing" else _written(path, data)
    allowed = allowed_at(Offer, path, detail)
    return OfferProblem(name, line_of(path, lines), key_name(path), shown(value), allowed)


def _written(path: KeyPath, data: Any) -> object:
    """What the file writes at `path`: a table or a list by what it is, not in full."""
    for part in path:
        if isinstance(data, dict) and part in data:
            data = data[str(part)]
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    if isinstance(data, (dict, list)):
        return json.dumps(data, default=_as_json, ensure_ascii=False)
    return data
