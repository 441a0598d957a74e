from __future__ import annotations

import compileall
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import bytecode
import pytest


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a package and its tests, compiled beside their sources."""
    for name in ("pressing/__init__.py", "pressing/till.py", "pressing/tests/test_till.py"):
        path = tmp_path / "packages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("PRICE = 3\n", "utf-8")
    monkeypatch.setattr(sys, "pycache_prefix", None)
    compileall.compile_dir(tmp_path / "packages", quiet=2)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "cache"))
    return tmp_path / "packages"


def place(package: Path, name: str) -> Path:
    return Path(importlib.util.cache_from_source(str(package / name)))


def test_compiled_packages_are_found_without_compiling_them(package: Path) -> None:
    assert bytecode.share(package) == 2
    assert place(package, "pressing/till.py").read_bytes()
    variables = {**os.environ, "PYTHONPATH": str(package), "PYTHONPYCACHEPREFIX": str(sys.pycache_prefix)}
    done = subprocess.run([sys.executable, "-v", "-c", "import pressing.till"], env=variables, capture_output=True, text=True, check=True)
    assert f"code object from '{place(package, 'pressing/till.py')}'" in done.stderr


def test_what_no_start_needs_is_left_out(package: Path) -> None:
    bytecode.share(package)
    assert not place(package, "pressing/tests/test_till.py").exists()


def test_a_second_set_up_replaces_what_the_first_left(package: Path) -> None:
    bytecode.share(package)
    older = place(package, "pressing/till.py")
    older.unlink()
    older.write_bytes(b"")
    assert bytecode.share(package) == 2
    assert place(package, "pressing/till.py").read_bytes()


def test_files_that_cannot_be_linked_are_copied(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(source: object, target: object) -> None:
        raise OSError(source, target)

    monkeypatch.setattr(os, "link", refuse)
    assert bytecode.share(package) == 2
    assert place(package, "pressing/till.py").read_bytes()
