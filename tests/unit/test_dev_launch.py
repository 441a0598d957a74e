from __future__ import annotations

import sys
from pathlib import Path

import environment
import launch
import pytest


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, str]]]:
    """The commands that would have been started, instead of starting them."""
    calls: list[tuple[list[str], dict[str, str]]] = []

    def record(command: list[object], variables: dict[str, str]) -> int:
        calls.append(([str(part) for part in command[1:]], dict(variables)))
        return 0

    monkeypatch.setattr(launch, "_start", record)
    monkeypatch.setattr(environment, "ensure", lambda kind: Path(kind))
    return calls


def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")


def test_the_demo_without_a_display_becomes_a_tour(
    monkeypatch: pytest.MonkeyPatch, started: list[tuple[list[str], dict[str, str]]]
) -> None:
    no_display(monkeypatch)
    assert launch.run(["--demo"]) == 0
    [(arguments, variables)] = started
    assert arguments == ["-m", "app", "--demo", "--tour", str(launch.TOUR)]
    assert variables["QT_QPA_PLATFORM"] == "offscreen"


def test_the_demo_on_a_display_opens_its_window(monkeypatch: pytest.MonkeyPatch, started: list[tuple[list[str], dict[str, str]]]) -> None:
    no_display(monkeypatch)
    monkeypatch.setenv("DISPLAY", ":0")
    assert launch.run(["--demo", "--lang", "en"]) == 0
    [(arguments, variables)] = started
    assert arguments == ["-m", "app", "--demo", "--lang", "en"]
    assert "QT_QPA_PLATFORM" not in variables


def test_a_command_needs_no_display(monkeypatch: pytest.MonkeyPatch, started: list[tuple[list[str], dict[str, str]]]) -> None:
    no_display(monkeypatch)
    assert launch.run(["--demo", "--lang", "en", "contract", "list"]) == 0
    assert started[0][0] == ["-m", "app", "--demo", "--lang", "en", "contract", "list"]


def test_a_window_without_a_display_is_refused_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    no_display(monkeypatch)
    with pytest.raises(environment.SetupError, match="run --demo"):
        launch.run(["--data-dir", "somewhere"])


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ("linux", {"QT_QPA_PLATFORM": "minimal:fontengine=freetype"}, False),
        ("win32", {}, True),
        ("darwin", {}, True),
        ("darwin", {"QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
def test_what_counts_as_a_display(monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], *, expected: bool) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert launch.has_display(variables) is expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], True),
        (["--demo"], True),
        (["--lang", "fr"], True),
        (["--data-dir", "quote"], True),
        (["quote", "gesticlean-support", "5"], False),
        (["--startup-report"], False),
        (["--demo", "--tour", "folder"], False),
        (["--help"], False),
    ],
)
def test_what_opens_a_window(arguments: list[str], *, expected: bool) -> None:
    assert launch.opens_window(arguments) is expected
