"""What Qt and the tests need from a Linux system: found by trying to load it, installed where Debian's packager may be used, named where it may not.

Standard library only.
"""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from environment import SetupError, say

VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
# Shared library → Debian package. Without the first, no part of Qt loads, not even offscreen.
CORE = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
# Without these no window opens on an X11 display, or nothing prints.
DISPLAY = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libcups.so.2": "libcups2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# What the tests run for real: backups, and the server's pages in a browser. Whoever cannot install them can do everything else.
TEST_TOOLS = {"restic": "restic", "rclone": "rclone", "chromium": "chromium"}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", str(Path.home() / ".local/share/fonts"), str(Path.home() / ".fonts"))


def provide(*, tests: bool) -> None:
    """Install, in one go, all that the system lacks: what makes a `.venv`, what Qt loads, a base font, and what the tests look into PDF files with and back up with.

    Raises:
        SetupError: something without which nothing starts is missing and cannot be installed from here; the message names all of it.
    """
    needed, wanted, tools = _needed(tests=tests), _wanted(), _tools(tests=tests)
    if (needed or wanted or tools) and install([*needed, *wanted, *tools]):
        importlib.invalidate_caches()
        needed, wanted, tools = _needed(tests=tests), _wanted(), _tools(tests=tests)
    if needed:
        raise SetupError(f"the system lacks what this needs. Run: {advice([*needed, *wanted, *tools])}")
    if wanted:
        say(f"warning: windows on X11 and printing need more of the system. Run: {advice(wanted)}")
    if tools:
        say(f"warning: the tests of backups and of the server's pages fail without more of the system. Run: {advice(tools)}")


def provide_for_packaging() -> None:
    """Install what PyInstaller needs on Linux: `objdump` and Python as a shared library.

    Raises:
        SetupError: one of them is missing and cannot be installed from here.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = [] if shutil.which("objdump") else ["binutils"]
    if sys.base_prefix == "/usr" and not _loads(f"libpython{VERSION}.so.1.0"):
        missing.append(f"libpython{VERSION}")
    if missing and not install(missing):
        raise SetupError(f"building the program needs: {advice(missing)}")


def install(packages: Sequence[str]) -> bool:
    """Install Debian packages; False where this user or this system cannot."""
    if not _may_install():
        return False
    say(f"installing system packages: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            say(f"{done.stdout}{done.stderr}\nwarning: {' '.join(command[:2])} failed")
            return False
    return True


def advice(packages: Sequence[str]) -> str:
    """The command that installs `packages`, for the user to run."""
    if shutil.which("apt-get"):
        return f"sudo apt-get update && sudo apt-get install {' '.join(packages)}"
    return f"install what Debian calls {', '.join(packages)} with your system's package manager"


def _may_install() -> bool:
    return sys.platform.startswith("linux") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _needed(*, tests: bool) -> list[str]:
    packages = []
    if importlib.util.find_spec("ensurepip") is None and importlib.util.find_spec("pip") is None:
        packages.append(f"python{VERSION}-venv")
    if sys.platform.startswith("linux"):
        packages += [package for library, package in CORE.items() if not _loads(library)]
        if not _has_font():
            packages.append("fonts-dejavu-core")
    if tests and not shutil.which("pdffonts"):
        packages.append("poppler-utils")
    return packages


def _wanted() -> list[str]:
    return [package for library, package in DISPLAY.items() if not _loads(library)] if sys.platform.startswith("linux") else []


def _tools(*, tests: bool) -> list[str]:
    return [package for tool, package in TEST_TOOLS.items() if tests and not shutil.which(tool)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_font() -> bool:
    folders = [Path(folder) for folder in FONT_FOLDERS]
    return any(True for folder in folders if folder.is_dir() for path in folder.rglob("*") if path.suffix in (".ttf", ".otf", ".ttc"))
