"""Compiled Python files, so that no start of the program or of a test has to compile what others wrote.

Programs started by `dev.py` look for compiled files in `build/cache/pycache` alone, and leave theirs there. Compiled packages lie in `.venv` too, for whoever starts its Python
directly; both are the same files under two names. Standard library only.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from environment import VENV, interpreter, variables

# Folders whose modules no start of the program or of a test needs: tools of the packager, other packages' own tests.
NOT_NEEDED = ("PyInstaller", "_pyinstaller_hooks_contrib", "pip", "setuptools", "scripts", "test", "tests", "testing")
NOT_OF_THE_LIBRARY = (*NOT_NEEDED, "site-packages", "dist-packages", "idlelib", "lib2to3", "tkinter", "turtledemo", "ensurepip")


def compile_packages() -> None:
    """Compile the packages of `.venv` and hand them, with those of Python's own library, to the programs that `dev.py` starts.

    What cannot be compiled now is compiled when it is used: a start is slower then, and nothing else.
    """
    own = {name: value for name, value in variables().items() if name != "PYTHONPYCACHEPREFIX"}
    skipped = rf"[/\\]({'|'.join(NOT_NEEDED)})[/\\]"
    # One package ships templates that are no Python, so that the exit status says nothing.
    command = [str(interpreter()), "-m", "compileall", "-qq", "-j0", "-x", skipped, *(str(folder) for folder in packages())]
    subprocess.run(command, env=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    share(*packages())
    share(Path(sysconfig.get_path("stdlib")), skipped=NOT_OF_THE_LIBRARY)


def packages() -> list[Path]:
    """The folders of installed packages in `.venv`."""
    return [folder for folder in (*VENV.glob("lib/python*/site-packages"), VENV / "Lib" / "site-packages") if folder.is_dir()]


def share(*folders: Path, skipped: tuple[str, ...] = NOT_NEEDED) -> int:
    """Put the compiled files that lie beside their sources in `folders` where `sys.pycache_prefix` has them looked for; how many."""
    count = 0
    for compiled in (path for folder in folders for path in _compiled(folder, skipped)):
        place = Path(importlib.util.cache_from_source(str(compiled.parent.parent / f"{compiled.name.split('.')[0]}.py")))
        place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        try:
            os.link(compiled, place)
        except OSError:  # another disk, another owner's file
            shutil.copy2(compiled, place)
        count += 1
    return count


def _compiled(folder: Path, skipped: tuple[str, ...]) -> Iterator[Path]:
    ending = f".{sys.implementation.cache_tag}.pyc"
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in skipped]
        if Path(parent).name == "__pycache__":
            yield from (Path(parent, name) for name in files if name.endswith(ending))
