"""From the text of an offer file to an offer, or to every problem in it with its line."""

from __future__ import annotations

import json
import re
import stat
import tomllib
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from app.domain.offer_checks import findings
from app.domain.offer_errors import Finding, KeyPath, OfferProblem, shown
from app.domain.offer_model import Offer
from app.domain.offer_types import allowed_at, of_wrong_kind
from app.domain.reasons import reason
from app.domain.text import Text, msg
from app.domain.toml_lines import key_lines, line_of

MAX_BYTES = 1024 * 1024

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


def read_file(path: Path) -> tuple[Offer | None, list[OfferProblem]]:
    """The offer in the file at `path`, or none and what is wrong. Never raises for what a file may hold or lack."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):  # reading a pipe or a device might never end
            return None, [OfferProblem(path.name, None, "", "", _no_file(mode))]
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        return None, [OfferProblem(path.name, None, "", "", _readable(error))]
    if len(content) > MAX_BYTES:
        return None, [OfferProblem(path.name, None, "", "", msg("un fichier d’au plus {most}\u00a0Mio", most=MAX_BYTES // 1024 // 1024))]
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
    offer, found = _checked(data)
    if not found:
        return offer, []
    lines = key_lines(text)
    problems = [one.located(name, line_of(one.path, lines)) for one in found]
    return None, sorted(problems, key=lambda problem: problem.line or 0)


def read_copy(text: str) -> Offer | None:
    """The offer that a contract keeps as JSON, or none where it is not a right one for this program.

    A newer program may have written it. Nobody here knows what a key that is not known does to a price or a date: such a copy is not read
    in part.
    """
    try:
        offer = Offer.model_validate_json(text)
    except ValidationError:
        return None
    return None if findings(offer) else offer


def _checked(data: dict[str, Any]) -> tuple[Offer | None, list[Finding]]:
    """The offer that `data` says, and what is wrong with it. JSON writes dates and amounts as texts, so a text must be told from them first."""
    kinds = list(of_wrong_kind(Offer, data))
    try:
        offer = Offer.model_validate_json(json.dumps(data, default=_as_json), strict=True)
    except ValidationError as error:
        failed = [_schema_finding(detail, data) for detail in error.errors(include_url=False)]
        told = {one.path for one in kinds}
        return None, _without_followers([*kinds, *(one for one in failed if one.path not in told)])
    return offer, kinds or findings(offer)


def _without_followers(found: list[Finding]) -> list[Finding]:
    """Without what is wrong with a list or table only because something in it is: a list whose one element failed is not empty."""
    above = {one.path[:size] for one in found for size in range(len(one.path))}
    return [one for one in found if one.path not in above]


def _readable(error: OSError) -> Text:
    match error:
        case FileNotFoundError():
            return msg("un fichier qui existe")
        case PermissionError():
            return msg("un fichier que ce compte a le droit de lire")
    return msg("un fichier lisible ({reason})", reason=reason(error))


def _no_file(mode: int) -> Text:
    return msg("un fichier, et non un dossier") if stat.S_ISDIR(mode) else msg("un fichier ordinaire, et non un tube ou un périphérique")


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


def _schema_finding(detail: ErrorDetails, data: dict[str, Any]) -> Finding:
    path: KeyPath = tuple(part for part in detail["loc"] if part != "[key]")
    if detail["type"] == "value_error" and path == ("term",):
        path = ("term", "renewal_months")
    if detail["loc"] and detail["loc"][-1] == "[key]":
        return Finding(path, path[-1], allowed_at(Offer, path[:-1], detail))
    value = None if detail["type"] == "missing" else _written(path, data)
    return Finding(path, value, allowed_at(Offer, path, detail))


def _written(path: KeyPath, data: Any) -> object:
    """What the file writes at `path`: a table or a list by what it is, not in full."""
    for part in path:
        if isinstance(data, dict) and part in data:
            data = data[str(part)]
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    if isinstance(data, list):
        return "[…]" if data else "[]"
    if isinstance(data, dict):
        return "{…}" if data else "{}"
    return data
