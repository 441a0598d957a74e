"""One thing that `doctor` looked at."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.text import Text


@dataclass(frozen=True)
class Check:
    """Fine, or why not. `ok` is `None` where it does not apply."""

    id: str
    ok: bool | None
    detail: Text
