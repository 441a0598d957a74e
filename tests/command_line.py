"""Runs commands in this process, as `python -m app` would, and reads what they answer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import main
from app.domain.text import set_language


def plainly(text: str) -> str:
    """`text` with plain spaces, as a terminal gets it."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@dataclass(frozen=True)
class Outcome:
    """What a command left: its exit status and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """The one JSON document on standard output, nothing else beside it."""
        found = json.loads(self.out)
        assert isinstance(found, dict) and self.out.endswith("\n") and self.out.count("\n") == 1
        return found

    @property
    def error(self) -> str:
        """The one line on standard error, without its `error: `."""
        assert self.err.startswith("error: ") and self.err.endswith("\n") and self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err and "usage" not in self.err
        return self.err.removeprefix("error: ").rstrip("\n")


class CommandLine:
    """Commands on one data folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *arguments: object, before: tuple[str, ...] = ()) -> Outcome:
        self._capsys.readouterr()
        try:
            status = main(["--data-dir", str(self.folder), *before, *(str(argument) for argument in arguments)])
        finally:
            set_language("fr")
        written = self._capsys.readouterr()
        return Outcome(status, written.out, written.err)

    def json(self, *arguments: object, before: tuple[str, ...] = (), status: int = 0) -> dict[str, Any]:
        """The document of a command that ends with `status`."""
        outcome = self(*arguments, "--json", before=before)
        assert outcome.status == status, outcome
        return outcome.document

    def refused(self, *arguments: object, status: int = 2) -> str:
        """The error of a command that refuses; it answers nothing."""
        outcome = self(*arguments)
        assert outcome.status == status, outcome
        assert outcome.out == ""
        return outcome.error
