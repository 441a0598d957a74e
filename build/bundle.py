"""Builds the one-folder program with PyInstaller and tries it the way its user would."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import environment
import system_packages
from environment import CACHE, DIST, ROOT, SetupError

PROGRAM = DIST / "parclair" / ("parclair-cli.exe" if environment.WINDOWS else "parclair")
# Names in alphabets of their own prove that the fonts came along.
TRIALS = (
    ("doctor", "--json"),
    ("quote", "gesticlean-support", "5", "--json"),
    ("--startup-report",),
    ("--demo", "--startup-report"),
    ("--demo", "--tour", "tour"),
    ("demo", "--json"),
    ("company", "set", "name", "Pressing Łódź שלום สวัสดี 👕", "--json"),
    ("contract", "ics", "-o", "deadlines.ics", "--json"),
    ("contract", "list", "--json"),
)


def package() -> int:
    """Build the program in `build/dist/parclair` and try it; 0 when all that was tried works.

    Raises:
        SetupError: the program could not be built.
    """
    python = environment.ensure("dev")
    system_packages.provide_for_packaging()
    command: list[str | Path] = [python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"]
    command += ["--distpath", DIST, "--workpath", CACHE / "pyinstaller", ROOT / "installer.spec"]
    variables = {**environment.variables(), "PYINSTALLER_CONFIG_DIR": str(CACHE / "pyinstaller-config")}
    if environment.call(command, env=variables, cwd=ROOT) != 0:
        raise SetupError("the program could not be built; the lines above say why")
    size = sum(path.stat().st_size for path in PROGRAM.parent.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{PROGRAM.parent.relative_to(ROOT)}: {size / 1e6:.0f} MB")
    with tempfile.TemporaryDirectory() as folder:
        return 0 if _works(Path(folder)) else 1


def _works(folder: Path) -> bool:
    """Whether the built program, alone in an empty folder, does what its users do: one data folder, from the first start to a contract on paper."""
    answers = [_answer(folder, *trial) for trial in TRIALS]
    contracts = (answers[-1] or {}).get("contracts")
    if not contracts:
        return False
    answers.append(_answer(folder, "contract", "pdf", contracts[0]["number"], "-o", "contract.pdf", "--json"))
    return None not in answers


def _answer(folder: Path, *arguments: str) -> dict[str, Any] | None:
    """The JSON document that the program answers with (empty after a tour, which writes pictures), `None` where something went wrong; prints which."""
    command = [str(PROGRAM), "--data-dir", str(folder / "data"), *arguments]
    done = subprocess.run(command, env=_bare(folder), cwd=folder, capture_output=True, encoding="utf-8", timeout=120, check=False)
    document: dict[str, Any] | None = {} if "--tour" in arguments else None
    problem = f"exit status {done.returncode}" if done.returncode else ""
    if not problem and document is None:
        try:
            document = json.loads(done.stdout)
        except ValueError:
            problem = "no JSON document on standard output"
    print(f"parclair {' '.join(arguments)}: {problem or 'works'}", flush=True)
    if problem:
        document = None
        print(done.stdout, done.stderr, sep="\n")
    return document


def _bare(folder: Path) -> dict[str, str]:
    """The least environment a system starts programs in: no path on which a Python, or a library of this one, could be found."""
    if environment.WINDOWS:
        return {
            "SYSTEMROOT": os.environ["SYSTEMROOT"],
            "USERPROFILE": str(folder),
            "LOCALAPPDATA": str(folder),
            "TEMP": str(folder),
            "QT_QPA_PLATFORM": "offscreen",
        }
    return {"HOME": str(folder), "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
