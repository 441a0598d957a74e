"""Pages and mails from their templates; whatever is put into them is text, never markup."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_FOLDER = Path(__file__).resolve().parent / "ratings"


def render(name: str, **values: object) -> str:
    """The template `name` with `values` in it."""
    return _environment().get_template(name).render(**values)


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
