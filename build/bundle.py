"""Builds the one-folder program with PyInstaller and tries it the way its user would."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

import environment
import system_packages
from environment import CACHE, DIST, ROOT, SetupError

PROGRAM = DIST / "parclair" / ("parclair-cli.exe" if environment.WINDOWS else "parclair")
TRIALS = (
    ("doctor", "--json"),
    ("quote", "gesticlean-support", "5", "--json"),
    ("--startup-report",),
)


def package() -> int:
    """Build the program in `build/dist/parclair` and run its self-check, a quote and its window; 0 when all of them work.

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
    faults = [trial for trial in TRIALS if not _works(trial)]
    return 1 if faults else 0


def _works(arguments: tuple[str, ...]) -> bool:
    """Whether the built program, alone in an empty folder and without the project's Python path, answers with one JSON document."""
    variables = environment.variables(offscreen=True)
    del variables["PYTHONPATH"]
    with tempfile.TemporaryDirectory() as folder:
        command = [str(PROGRAM), "--data-dir", str(Path(folder) / "data"), *arguments]
        done = subprocess.run(
            command, env=variables, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
        )
    try:
        json.loads(done.stdout)
    except ValueError:
        problem = "no JSON document on standard output"
    else:
        problem = "" if done.returncode == 0 else f"exit status {done.returncode}"
    print(f"parclair {' '.join(arguments)}: {problem or 'works'}", flush=True)
    if problem:
        print(done.stdout, done.stderr, sep="\n")
    return not problem
