"""Writes the lock files: exact versions with the hashes of every platform's files, and no word of where they come from."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import environment
from environment import CACHE, REQUIREMENTS, ROOT, SetupError

RESOLVER = "uv==0.13.9"
TOOL = CACHE / "lock-tool"


def lock() -> int:
    """Resolve `pyproject.toml` anew into `dev.txt`, then `run.txt` and `server.txt` with the same versions.

    Raises:
        SetupError: the resolver could not be installed or found no set of versions.
    """
    resolver = _resolver()
    development = REQUIREMENTS / "dev.txt"
    project = ROOT / "pyproject.toml"
    _resolve(resolver, development, project, "--upgrade", "--extra", "dev", "--extra", "server")
    _resolve(resolver, REQUIREMENTS / "run.txt", project, "--upgrade", "--constraint", development)
    _resolve(resolver, REQUIREMENTS / "server.txt", "--group", f"{project}:server", "--upgrade", "--constraint", development)
    return 0


def _resolve(resolver: Path, target: Path, *options: str | Path) -> None:
    fixed = ["--universal", "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header", "--quiet"]
    command: list[str | Path] = [
        resolver,
        "pip",
        "compile",
        *fixed,
        "--cache-dir",
        CACHE / "lock-cache",
        *options,
        "-o",
        target,
    ]
    if environment.call(command, env=environment.variables(), cwd=ROOT) != 0:
        raise SetupError(f"{target.name} could not be written; the lines above say why")
    pinned = len(re.findall(r"^[a-z0-9][^ ]*==", target.read_text("utf-8"), re.MULTILINE))
    print(f"{target.relative_to(ROOT)}: {pinned} packages")


def _resolver() -> Path:
    """The resolver in a venv of its own: it is large, and only this command needs it."""
    folder = TOOL / ("Scripts" if environment.WINDOWS else "bin")
    program = folder / ("uv.exe" if environment.WINDOWS else "uv")
    if not program.exists():
        python = folder / ("python.exe" if environment.WINDOWS else "python")
        if environment.call([sys.executable, "-m", "venv", TOOL]) or environment.call(
            [python, "-m", "pip", "install", "--quiet", RESOLVER]
        ):
            raise SetupError(f"{RESOLVER} could not be installed; the lines above say why")
    return program
