"""The `.venv` of the project: made once, filled from the lock files, left alone while it matches them.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / "build" / "cache"
DIST = ROOT / "build" / "dist"
REQUIREMENTS = ROOT / "build" / "requirements"
VENV = ROOT / ".venv"
STAMP = VENV / "parclair-setup.json"
WINDOWS = sys.platform == "win32"

Kind = Literal["run", "server", "dev"]
# Settings of a caller's shell that would send an installation, or an import, elsewhere than into `.venv`, or have each start compile everything anew.
FOREIGN = (
    "PIP_PREFIX",
    "PIP_TARGET",
    "PIP_USER",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONHOME",
    "PYTHONOPTIMIZE",
    "PYTHONPATH",
    "VIRTUAL_ENV",
    "__PYVENV_LAUNCHER__",
)


class SetupError(Exception):
    """The environment cannot be made, or a command was asked for wrongly; the message says what to do."""

    def __init__(self, message: str, status: int = 1) -> None:
        super().__init__(message)
        self.status = status


def no_arguments(command: str, arguments: Sequence[str]) -> None:
    """Refuse arguments to a command that takes none."""
    if arguments:
        raise SetupError(f"{command} takes no argument: {' '.join(arguments)}", 2)


def interpreter() -> Path:
    """The Python of `.venv`, made or not."""
    return VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


def ensure(kind: Kind) -> Path:
    """Make `.venv` hold what `kind` needs and the machine hold what Qt needs; the interpreter to use.

    `run` is what the program needs, `server` what the server needs, `dev` both and the tests' tools. Does nothing when the stamp of the last installation still matches.

    Raises:
        SetupError: something is missing that only the user can put right.
    """
    if _is_ready(kind):
        return interpreter()
    with _one_at_a_time():
        if not _is_ready(kind):
            _make(kind)
    return interpreter()


def variables(*, offscreen: bool = False) -> dict[str, str]:
    """Environment variables for a program started in `.venv`: the project importable, compiled files in `build/cache`.

    Args:
        offscreen: open windows in memory, unless the caller's environment names a platform.
    """
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    kept["PYTHONPATH"] = str(ROOT)
    kept["PYTHONPYCACHEPREFIX"] = str(CACHE / "pycache")
    if offscreen:
        kept.setdefault("QT_QPA_PLATFORM", "offscreen")
    return kept


def call(command: Sequence[str | Path], *, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> int:
    """Run a program to its end, its output shown as it comes; its exit status."""
    sys.stdout.flush()
    return subprocess.run([str(part) for part in command], env=env, cwd=cwd, check=False).returncode


def say(text: str) -> None:
    """A line on what is being done, apart from the output of the command itself."""
    print(text, file=sys.stderr, flush=True)


def _lock_hash(kind: Kind) -> str:
    return hashlib.sha256((REQUIREMENTS / f"{kind}.txt").read_bytes()).hexdigest()


def _python() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro} {sys.base_prefix}"


def _stamp() -> dict[str, str]:
    try:
        known = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _is_ready(kind: Kind) -> bool:
    stamp = _stamp()
    return stamp.get("python") == _python() and stamp.get(kind) == _lock_hash(kind) and interpreter().exists()


def _make(kind: Kind) -> None:
    import system_packages

    if kind != "server":
        system_packages.provide(tests=kind == "dev")
    stamp = _stamp()
    if stamp.get("python") != _python() or not interpreter().exists():
        say(f"making {VENV.name} with Python {_python().split()[0]}")
        _create_venv()
        stamp = {}
    STAMP.unlink(missing_ok=True)
    say(f"installing the locked packages ({kind}); this takes a minute the first time")
    _install(kind)
    _compile()
    if kind == "dev":
        stamp |= {"run": _lock_hash("run"), "server": _lock_hash("server")}
    STAMP.write_text(json.dumps({**stamp, "python": _python(), kind: _lock_hash(kind)}), "utf-8")


def _create_venv() -> None:
    base = getattr(sys, "_base_executable", None) or sys.executable
    command = [base, "-m", "venv", "--clear"]
    if importlib.util.find_spec("ensurepip") is None:
        command.append("--without-pip")
    if call([*command, VENV], env=variables()) != 0:
        raise SetupError(f"{VENV} could not be made; the lines above say why")


def _install(kind: Kind) -> None:
    own_pip = any(VENV.glob("lib/python*/site-packages/pip/__main__.py")) or (VENV / "Lib" / "site-packages" / "pip").is_dir()
    pip: list[str | Path] = [interpreter(), "-m", "pip"] if own_pip else [sys.executable, "-m", "pip", "--python", interpreter()]
    # Its own way of compiling uses one processor and takes three times as long as `bytecode`.
    options = ["--require-hashes", "--only-binary=:all:", "--no-compile", "--no-input", "-qq", "--disable-pip-version-check"]
    if call([*pip, "install", *options, "-r", REQUIREMENTS / f"{kind}.txt"], env=variables(), cwd=ROOT) != 0:
        raise SetupError("the locked packages could not be installed; the lines above say why. Check the connection and start again")


def _compile() -> None:
    import bytecode

    bytecode.compile_packages()


@contextlib.contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Hold back a second set-up in the same folder until the first is done; the system lets go when a process dies."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "setup.lock").open("a+b") as file:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            try:
                yield
            finally:
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
            yield
