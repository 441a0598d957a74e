"""Commands for the integration tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import CommandLine


@pytest.fixture
def parclair(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """`python -m app` on an empty data folder, on a system that speaks French."""
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    return CommandLine(tmp_path / "data", capsys)
