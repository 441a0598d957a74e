"""What a plan saves: the folders that are there, what is left out, and consistent copies of the databases that are open.

Databases. A file that its program is writing cannot be read whole. On Windows, where the plan and the account allow it, restic reads
a shadow copy of the disk: all files as they were at one moment. Everywhere else each SQLite database that may be open is first
copied with SQLite's own backup interface into `backup/bases/` of the data folder, under its own path; that copy is saved in its
place, and a restore puts it back there. Where such a copy cannot be made (another program holds the database for itself alone) the
file is saved as it lies, and the report says so.
"""

from __future__ import annotations

import fnmatch
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.values.backups import BackupPlan
from app.services.backup_spool import FOLDER
from app.store import sqlite_copies
from app.store.local_copies import COPIES

BASES = "bases"
CACHE = "cache"
#: Names that hold nothing worth keeping: caches, bins, what programs leave while they run. Folders with a CACHEDIR.TAG too.
EXCLUDED = (
    "$RECYCLE.BIN",
    "System Volume Information",
    "lost+found",
    ".Trash-*",
    "pagefile.sys",
    "hiberfil.sys",
    "swapfile.sys",
    "Thumbs.db",
    ".DS_Store",
    "~$*",
    "~*.tmp",
    ".cache",
    "AppData/Local/Temp",
    "INetCache",
    "Code Cache",
    "GPUCache",
    "Cache_Data",
    "__pycache__",
)
#: Where GestiClean keeps its data, as seen in the field, below the folders that Windows names. Choice: whichever of them exist.
_GESTICLEAN = (
    ("SystemDrive", "GestiClean"),
    ("ProgramData", "GestiClean"),
    ("ProgramFiles", "GestiClean", "Data"),
    ("ProgramFiles(x86)", "GestiClean", "Data"),
    ("LOCALAPPDATA", "GestiClean"),
    ("APPDATA", "GestiClean"),
    ("PUBLIC", "Documents", "GestiClean"),
)
_LARGEST_COPY = 8 * 1024**3
_SPARE = 512 * 1024**2
_SIDE_FILES = ("-wal", "-shm", "-journal")


@dataclass(frozen=True)
class Sources:
    """What one run reads.

    Attributes:
        paths: what is handed to restic, the folder of database copies among it.
        missing: chosen folders that are not there.
        excluded: patterns in restic's language.
        torn: databases of which no consistent copy could be made.
        shadow: restic makes a shadow copy of the disk.
    """

    paths: tuple[str, ...]
    missing: tuple[str, ...]
    excluded: tuple[str, ...]
    torn: tuple[str, ...]
    shadow: bool


def gesticlean_folders(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """GestiClean's data folders on this PC; none where it is not installed."""
    roots = {name.upper(): value for name, value in environment.items()}
    found = []
    for variable, *names in _GESTICLEAN:
        root = roots.get(variable.upper(), "")
        root = root + os.sep if variable == "SystemDrive" and root.endswith(":") else root
        if root and (path := Path(root, *names)).is_dir():
            found.append(path)
    return tuple(dict.fromkeys(found))


def chosen(plan: BackupPlan, data_folder: Path, environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Every folder the plan means, presets included."""
    presets = [data_folder.absolute()] if plan.preset_parclair else []
    presets += list(gesticlean_folders(environment)) if plan.preset_gesticlean else []
    return tuple(dict.fromkeys([*plan.folders, *(str(path) for path in presets)]))


def gather(plan: BackupPlan, data_folder: Path, cancelled: Callable[[], bool]) -> Sources:
    """Look at the plan's folders and copy the databases in them that may be open.

    Raises:
        OSError: the data folder cannot be written.
    """
    wanted = chosen(plan, data_folder)
    there = [path for path in wanted if os.path.lexists(long_path(path))]
    missing = tuple(path for path in wanted if path not in there)
    own = data_folder.absolute() / FOLDER
    bases = own / BASES
    shutil.rmtree(bases, ignore_errors=True)
    bases.mkdir(mode=0o700, parents=True, exist_ok=True)
    excluded = [pattern for pattern in EXCLUDED if not any(_hits(pattern, path) for path in there)]
    kept_out = [own / name for name in (CACHE, "parclair.lock", "run.json", "excludes.txt")] + [
        data_folder.absolute() / name for name in (COPIES, "parclair.lock")
    ]
    excluded += [literally(str(path)) for path in kept_out]
    shadow = plan.shadow_copy and may_shadow_copy()
    torn: list[str] = []
    if not shadow:
        for database in _databases(there, (str(own), str(data_folder.absolute() / COPIES))):
            if cancelled():
                break
            if _copied(database, bases):
                excluded += [literally(database), *(literally(database + side) for side in _SIDE_FILES)]
            else:
                torn.append(database)
    return Sources((*there, str(bases)), missing, tuple(excluded), tuple(torn), shadow)


def clear(data_folder: Path) -> None:
    """Remove the database copies: they are in the repository now."""
    shutil.rmtree(data_folder.absolute() / FOLDER / BASES, ignore_errors=True)


def literally(path: str) -> str:
    """`path` as a pattern that means this one path, whatever characters are in it, on a line of restic's exclude file."""
    text = re.sub(r"[*?\[]", lambda found: f"[{found[0]}]", path)
    if os.sep == "/":
        text = text.replace("\\", "[\\\\]")
    text = text.replace("$", "$$").replace("\n", "?").replace("\r", "?")
    # Lines are stripped when they are read.
    text = re.sub(r"\s$", lambda found: f"[{found[0]}]", text)
    return re.sub(r"^\s", lambda found: f"[{found[0]}]", text)


def as_include(path: str) -> str:
    """`path` as an argument of `--include`: no variables are filled in there, no line is stripped."""
    return re.sub(r"[*?\[]|\\", lambda found: "[\\\\]" if found[0] == "\\" and os.sep == "/" else f"[{found[0]}]", path)


def under_bases(path: str, bases: Path) -> Path:
    """Where the copy of a database is kept: below `bases` under its own path, its drive a folder."""
    drive, tail = os.path.splitdrive(path)
    names = [name for name in re.split(r"[\\/]" if os.sep == "\\" else "/", tail) if name]
    return bases.joinpath(*([re.sub(r"[^A-Za-z0-9.-]", "_", drive).strip("_")] if drive else []), *names)


def long_path(path: str) -> str:
    """`path` in the form in which Windows takes more than 260 characters."""
    if sys.platform == "win32" and not path.startswith("\\\\"):
        return "\\\\?\\" + str(Path(path).absolute())
    return path


def may_shadow_copy() -> bool:
    """Whether this account may make shadow copies: an administrator on Windows."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.shell32.IsUserAnAdmin())
    return False


def _databases(sources: Iterable[str], own: Sequence[str]) -> Iterable[str]:
    seen: set[str] = set()
    for source in sources:
        for path in _walk(source, own):
            if path not in seen and Path(path).suffix.lower() in sqlite_copies.SUFFIXES and sqlite_copies.needs_copy(Path(path)):
                seen.add(path)
                yield path


def _walk(source: str, own: Sequence[str]) -> Iterable[str]:
    if Path(long_path(source)).is_file():
        yield source
        return
    top = long_path(source)
    for folder, folders, files in os.walk(top):
        here = source + folder[len(top) :]
        # Not what was copied before, by us or by the office's own daily copies.
        folders[:] = [name for name in folders if name not in EXCLUDED and f"{here}{os.sep}{name}" not in own]
        yield from (f"{here.rstrip(os.sep)}{os.sep}{name}" for name in files)


def _copied(database: str, bases: Path) -> bool:
    source, target = Path(long_path(database)), under_bases(database, bases)
    try:
        size = source.stat().st_size
        if size > _LARGEST_COPY or shutil.disk_usage(bases).free < size + _SPARE:
            return False
        if not sqlite_copies.copy_database(source, Path(long_path(str(target)))):
            return False
        # An unchanged database is then seen as unchanged.
        kept = source.stat()
        os.utime(long_path(str(target)), ns=(kept.st_atime_ns, kept.st_mtime_ns))
    except OSError:
        return False
    return True


def _hits(pattern: str, path: str) -> bool:
    """Whether a general exclusion would leave out a folder that somebody chose, because of a name on the way to it."""
    parts = [part.lower() for part in re.split(r"[\\/]", path) if part]
    wanted = [part.lower() for part in pattern.split("/")]
    return any(_all_match(parts[start : start + len(wanted)], wanted) for start in range(len(parts)))


def _all_match(parts: Sequence[str], wanted: Sequence[str]) -> bool:
    return len(parts) == len(wanted) and all(fnmatch.fnmatchcase(part, pattern) for part, pattern in zip(parts, wanted, strict=True))
