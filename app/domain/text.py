"""User-facing text: French in the source, other languages from `resources/translations/*.ts`.

French costs nothing at start-up (the source string *is* the text). Another language is read once, on first use,
from a Qt Linguist file, so that translators keep their usual tool while nothing here imports Qt.

Thread: safe to call from any thread; the language is set once at start-up and when the user changes it.
"""

from __future__ import annotations

import string
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from app.domain import formatting

SOURCE_LANGUAGE = "fr"
LANGUAGES = ("fr", "en")
TRANSLATIONS = Path(__file__).resolve().parents[2] / "resources" / "translations"

_lock = threading.Lock()
_catalogues: dict[str, dict[str, str]] = {}
_current = SOURCE_LANGUAGE


def set_language(language: str) -> None:
    """Choose the language that `tr` uses from now on.

    Raises:
        ValueError: `language` is not one of `LANGUAGES`.
    """
    global _current
    if language not in LANGUAGES:
        raise ValueError(f"language {language!r} is not one of {', '.join(LANGUAGES)}")
    _current = language


def language() -> str:
    """The language in use: `"fr"` or `"en"`."""
    return _current


@dataclass(frozen=True)
class Text:
    """A message and its values, not yet in any language.

    Errors and explanations carry `Text`, so that one result can be read in French and in English.
    Values may be `date`, `datetime`, `Decimal` (shown as an amount in euros), `Text` or anything with `str()`.
    """

    source: str
    values: Mapping[str, object] = field(default_factory=dict)

    def render(self, language: str | None = None) -> str:
        """The message in `language` (default: the one in use), values formatted the way that language writes them."""
        chosen = language or _current
        pattern = translate(self.source, chosen)
        if not self.values:
            return pattern.replace("{{", "{").replace("}}", "}") if "{" in pattern else pattern
        return pattern.format(**{name: _shown(value, chosen) for name, value in self.values.items()})

    def __str__(self) -> str:
        return self.render()


def msg(source: str, /, **values: object) -> Text:
    """A `Text` to be rendered later. `source` must be a French literal: `dev.py translate` collects it."""
    return Text(source, values)


def tr(source: str, /, **values: object) -> str:
    """`source` in the language in use, with named placeholders filled. `source` must be a literal."""
    return Text(source, values).render()


def trn(one: str, many: str, n: int, /, **values: object) -> str:
    """Singular or plural by the rule of the language in use: French counts 0 and 1 as singular, English only 1."""
    singular = abs(n) < 2 if _current == "fr" else abs(n) == 1
    return Text(one if singular else many, {"n": formatting.integer(n, _current), **values}).render()


def translate(source: str, language: str) -> str:
    """`source` in `language`; the French text itself where no translation is known."""
    if language == SOURCE_LANGUAGE:
        return source
    return _catalogue(language).get(source, source)


def placeholders(pattern: str) -> set[str]:
    """The names between braces in `pattern`."""
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}


def _shown(value: object, language: str) -> str:
    match value:
        case Text():
            return value.render(language)
        case datetime():
            return formatting.date_time(value, language)
        case date():
            return formatting.day(value, language)
        case Decimal():
            return formatting.money(value, language)
        case bool():
            return str(value)
        case int():
            return formatting.integer(value, language)
        case _:
            return str(value)


def _catalogue(language: str) -> dict[str, str]:
    known = _catalogues.get(language)
    if known is None:
        with _lock:
            known = _catalogues.setdefault(language, _read(TRANSLATIONS / f"parclair_{language}.ts"))
    return known


def _read(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    from xml.etree import ElementTree  # French, the source language, needs no catalogue: its start need not pay for this

    found: dict[str, str] = {}
    for message in ElementTree.parse(path).iter("message"):
        source, translation = message.findtext("source"), message.find("translation")
        if source and translation is not None and translation.text and not translation.get("type"):
            found[source] = translation.text
    return found
