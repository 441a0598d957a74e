"""Starts the program and the project's own scripts inside `.venv`."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import environment

IN_MEMORY = ("offscreen", "minimal")
TOUR = environment.DIST / "tour"
# Options of the program that take a value, so that the value is not taken for a command.
WITH_VALUE = ("--data-dir", "--lang", "--tour")
WINDOWLESS = ("--startup-report", "--tour", "--help", "-h", "--version")


def run(arguments: Sequence[str]) -> int:
    """Set up and start Parclair; its exit status.

    Where there is no display, `--demo` alone becomes a tour of the main job in a window in memory: pictures and PDFs are saved, and it ends by itself.
    """
    display = has_display(os.environ)
    variables = environment.variables()
    if not display:
        if variables.get("QT_QPA_PLATFORM", "minimal").startswith("minimal"):
            variables["QT_QPA_PLATFORM"] = "offscreen"
        if opens_window(arguments):
            if "--demo" not in arguments:
                raise environment.SetupError("there is no display to open a window on; `run --demo` walks the main job without one")
            arguments = [*arguments, "--tour", str(TOUR)]
    return _start([environment.ensure("run"), "-m", "app", *arguments], variables)


def server(arguments: Sequence[str]) -> int:
    """Set up what the server needs and run one of its commands; its exit status."""
    return _start([environment.ensure("server"), "-m", "app.server", *arguments], environment.variables())


def script(path: Path, arguments: Sequence[str], *, offscreen: bool) -> int:
    """Set up for development and run one of the project's own scripts; its exit status."""
    return _start([environment.ensure("dev"), path, *arguments], environment.variables(offscreen=offscreen))


def has_display(variables: Mapping[str, str]) -> bool:
    """Whether a window opened now would be seen by somebody."""
    platform = variables.get("QT_QPA_PLATFORM", "")
    if platform:
        return not platform.startswith(IN_MEMORY)
    return not sys.platform.startswith("linux") or bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether the program, so called, opens its window and stays: no command among the arguments, no option that ends by itself."""
    expects_value = False
    for argument in arguments:
        if expects_value:
            expects_value = False
        elif argument in WITH_VALUE:
            expects_value = True
        elif not argument.startswith("-"):
            return False
    return not any(argument in WINDOWLESS for argument in arguments)


def _start(command: Sequence[str | Path], variables: Mapping[str, str]) -> int:
    parts = [str(part) for part in command]
    if not environment.WINDOWS:
        sys.stdout.flush()
        os.execve(parts[0], parts, variables)
    return environment.call(parts, env=variables)
