"""The static checks and the tests, in the order in which a mistake is cheapest to see."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import environment
from environment import CACHE, ROOT


def check() -> int:
    """Run every static check; 0 when all pass, 1 otherwise. One failing does not hide the others."""
    return 1 if failing_checks() else 0


def failing_checks() -> list[str]:
    """Run the static checks, their findings printed; the names of those that failed."""
    environment.ensure("dev")
    variables = environment.variables()
    failed = []
    for name, command in _commands().items():
        print(f"== {name}", flush=True)
        started = time.monotonic()
        if environment.call(command, env=variables, cwd=ROOT) != 0:
            failed.append(name)
            print(f"== {name}: FAILED after {time.monotonic() - started:.1f} s", flush=True)
    print(f"== checks: {'FAILED: ' + ', '.join(failed) if failed else 'passed'}", flush=True)
    return failed


def test(arguments: Sequence[str]) -> int:
    """Static checks and the whole test suite; with arguments, only pytest with them. 0 when everything passed."""
    python = environment.ensure("dev")
    failed = [] if arguments else failing_checks()
    command: list[str | Path] = [python, "-m", "pytest", *(arguments or _parallel())]
    status = environment.call(command, env=_test_variables(), cwd=ROOT)
    if failed:
        print(f"error: these checks failed before the tests: {', '.join(failed)}", file=sys.stderr)
    return status or (1 if failed else 0)


def _commands() -> dict[str, list[str | Path]]:
    scripts = environment.interpreter().parent
    python = environment.interpreter()
    return {
        "format": [python, "-m", "ruff", "format", "--check", "."],
        "lint": [python, "-m", "ruff", "check", "."],
        "types": [python, "-m", "mypy", "-n", "auto"],
        "imports": [scripts / ("lint-imports.exe" if environment.WINDOWS else "lint-imports"), "--cache-dir", CACHE / "import-linter"],
        "translations": [python, ROOT / "build" / "translate.py", "--check"],
    }


def _parallel() -> list[str]:
    workers = min(os.cpu_count() or 1, 8)
    # A worker that is done takes over what waits behind another's long test.
    return ["-q", "-n", str(workers), "--dist", "worksteal"] if workers > 1 else ["-q"]


def _test_variables() -> dict[str, str]:
    variables = environment.variables(offscreen=True)
    if sys.platform.startswith("linux"):
        runtime = CACHE / "runtime"
        runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Qt warns, and a warning fails a test, where a bare system names neither.
        variables.setdefault("XDG_RUNTIME_DIR", str(runtime))
        variables["LC_ALL"] = "C.UTF-8"
    return variables
