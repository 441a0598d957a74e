"""What the window remembers on this PC, in one small JSON file.

Losing it costs column widths, never data: a file that cannot be read counts as empty, one that cannot be written stays as it was.

Thread: one (Qt's).
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path


class JsonSettings:
    """Texts and numbers by key. Each change is written at once, to a new file that then takes the old one's place."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values = _read(path)

    def get_str(self, key: str, default: str = "") -> str:
        """The text kept under `key`."""
        value = self._values.get(key, default)
        return value if isinstance(value, str) else default

    def set_str(self, key: str, value: str) -> None:
        """Keep a text."""
        self._set(key, value)

    def get_int(self, key: str, default: int = 0) -> int:
        """The number kept under `key`."""
        value = self._values.get(key, default)
        return value if isinstance(value, int) and not isinstance(value, bool) else default

    def set_int(self, key: str, value: int) -> None:
        """Keep a number."""
        self._set(key, value)

    def _set(self, key: str, value: str | int) -> None:
        if self._values.get(key) == value:
            return
        self._values[key] = value
        _write(self._path, self._values)


def _read(path: Path) -> dict[str, object]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):  # none yet, or damaged: the defaults serve
        return {}
    return found if isinstance(found, dict) else {}


def _write(path: Path, values: dict[str, object]) -> None:
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".tmp")
        temporary = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(values, file, ensure_ascii=False, indent=1, sort_keys=True)
        temporary.replace(path)
    except OSError:  # a full or read-only disk: the choice holds until the program ends
        if temporary is not None:
            temporary.unlink(missing_ok=True)
