"""restic: where it is, whether it is new enough, and how it is run.

Only its JSON and its exit status are read, never its prose. Secrets reach it by its environment, never by its arguments.
Exit status: 0 done; 1 failed; 3 done but some files could not be read; since 0.17 also 10 no repository, 11 locked, 12 wrong password.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.domain.backup_problems import BackupProblem
from app.domain.text import Text, msg
from app.system.child import Child, Ended, Ending

MINIMUM = (0, 14, 0)
DONE, FAILED, INCOMPLETE, NO_REPOSITORY, LOCKED, WRONG_PASSWORD = 0, 1, 3, 10, 11, 12
#: Seconds that a short command (opening the repository, listing) may take: restic itself would try again for a quarter of an hour.
SHORT = 90.0
#: Since then the index is mended by `repair index`.
_REPAIRS = (0, 16)
_VERSION = re.compile(r"^restic (\d+)\.(\d+)(?:\.(\d+))?")
#: Variables of the person's own restic or cloud set-up would open another repository than the plan's.
_FOREIGN = ("RESTIC_", "AWS_", "PARCLAIR_")


@dataclass(frozen=True)
class Tool:
    """A restic that can be used."""

    path: Path
    version: str


class ToolError(Exception):
    """There is no restic that can be used."""

    def __init__(self, problem: BackupProblem, text: Text, path: str = "", version: str = "") -> None:
        super().__init__(problem.value)
        self.problem, self.text, self.path, self.version = problem, text, path, version


@dataclass(frozen=True)
class Repository:
    """What opens a repository. Never shown: its `repr` has no secret.

    Attributes:
        address: restic's own form of it, with the user and password of a REST server in it.
        variables: further secrets of its environment (S3's keys).
    """

    address: str = field(repr=False)
    password: str = field(repr=False)
    variables: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Outcome:
    """What a command left.

    Attributes:
        status: restic's exit status; negative where a signal killed it.
        text: standard output, where nobody took it while it ran.
        errors: the JSON documents of standard error.
        ending: whether it ended by itself.
    """

    status: int
    text: bytes
    errors: tuple[dict[str, Any], ...]
    ending: Ending

    @property
    def ok(self) -> bool:
        """It did all of it."""
        return self.ending is Ending.EXITED and self.status == DONE

    @property
    def documents(self) -> list[Any]:
        """The JSON documents of standard output: one that fills it, or one a line."""
        try:
            return [json.loads(self.text)]
        except ValueError:
            return [found for line in self.text.splitlines() if (found := _document(line)) is not None]

    @property
    def code(self) -> int:
        """The exit status by which newer versions name the reason; 1 where it was stopped."""
        return self.status if self.ending is Ending.EXITED else FAILED


def find(chosen: str = "") -> Path | None:
    """restic's program: the one that was set, else beside ours, else on PATH; None where there is none."""
    name = "restic.exe" if sys.platform == "win32" else "restic"
    if chosen:
        path = Path(chosen)
        path = path / name if path.is_dir() else path
        return path if path.is_file() else None
    beside = [Path(folder) / name for folder in (getattr(sys, "_MEIPASS", ""), Path(sys.executable).parent) if folder]
    found = next((path for path in beside if path.is_file()), None)
    return found or _on_path(name)


def _on_path(name: str) -> Path | None:
    """The first on PATH. Never one of the folder in use, which Windows would look into first: anybody may have put a program there."""
    folders = (Path(folder) for folder in os.environ.get("PATH", "").split(os.pathsep) if folder)
    return next((path for folder in folders if folder.is_absolute() and os.access(path := folder / name, os.X_OK) and path.is_file()), None)


def usable(chosen: str = "") -> Tool:
    """The restic to use.

    Raises:
        ToolError: none was found, it does not start, or it is older than `MINIMUM`.
    """
    path = find(chosen)
    if path is None:
        where = msg("«\u00a0{path}\u00a0» n’existe pas.", path=chosen) if chosen else msg("Ni à côté de Parclair, ni dans le PATH.")
        raise ToolError(BackupProblem.MISSING, msg("restic est introuvable. {where}", where=where), chosen)
    version = _version(path)
    if version is None:
        raise ToolError(BackupProblem.MISSING, msg("«\u00a0{path}\u00a0» ne répond pas comme restic.", path=path), str(path))
    shown = ".".join(map(str, version))
    if version < MINIMUM:
        raise ToolError(
            BackupProblem.TOO_OLD,
            msg(
                "restic {version} est trop ancien\u00a0: il faut {least} ou plus récent.", version=shown, least=".".join(map(str, MINIMUM))
            ),
            str(path),
            shown,
        )
    return Tool(path, shown)


def _version(path: Path) -> tuple[int, int, int] | None:
    said: list[bytes] = []
    try:
        ended = Child([str(path), "version"], clean_environment()).run(said.append, lambda _: None, seconds=20)
    except OSError:
        return None
    found = _VERSION.match(b"".join(said).decode("utf-8", "replace"))
    if ended != Ended(Ending.EXITED, DONE) or found is None:
        return None
    major, minor, patch = found.groups()
    return int(major), int(minor), int(patch or 0)


def clean_environment() -> dict[str, str]:
    """This program's environment without what would steer restic elsewhere, or hand our secrets on."""
    return {name: value for name, value in os.environ.items() if not name.upper().startswith(_FOREIGN)}


class Restic:
    """Runs restic's commands on one repository. Thread: any; each call starts one process and waits for it."""

    def __init__(self, tool: Tool, repository: Repository, cache: Path, cancelled: Callable[[], bool] = lambda: False) -> None:
        self._tool, self._cancelled = tool, cancelled
        self._environment = {
            **clean_environment(),
            **repository.variables,
            "RESTIC_REPOSITORY": repository.address,
            "RESTIC_PASSWORD": repository.password,
            "RESTIC_CACHE_DIR": str(cache),
            # Status lines several times a second: a bar that moves, and a restic that notices when nobody listens any more.
            "RESTIC_PROGRESS_FPS": "4",
        }

    def repair_index(self, seconds: float) -> Outcome:
        """Index the data that no index knows of; it needs the repository for itself alone.

        Raises:
            ToolError: restic cannot be started any more.
        """
        if tuple(map(int, self._tool.version.split(".")[:2])) < _REPAIRS:
            return self.run("rebuild-index", seconds=seconds)
        return self.run("repair", ("index",), seconds=seconds)

    def run(
        self,
        command: str,
        options: Sequence[str] = (),
        operands: Sequence[str] = (),
        *,
        given: bytes = b"",
        on_document: Callable[[dict[str, Any]], object] | None = None,
        seconds: float | None = SHORT,
        quiet_seconds: float | None = None,
    ) -> Outcome:
        """Run one command; what users typed stands in `operands`, behind `--`, or in `given`.

        Args:
            on_document: takes each JSON object of standard output as it comes; returns something true when there was progress.
                Without it standard output is kept.
            seconds: the longest it may run; None: as long as it takes.
            quiet_seconds: the longest it may run without progress.

        Raises:
            ToolError: restic cannot be started any more.
        """
        said: list[bytes] = []
        errors: list[dict[str, Any]] = []

        def take(line: bytes) -> object:
            if on_document is None:
                said.append(line)
                return True
            document = _document(line)
            return on_document(document) if isinstance(document, dict) else None

        def take_error(line: bytes) -> None:
            document = _document(line)
            if isinstance(document, dict) and len(errors) < 1000:
                errors.append(document)

        arguments = [str(self._tool.path), command, "--json", *options, *(["--", *operands] if operands else [])]
        try:
            ended = Child(arguments, self._environment).run(
                take, take_error, given=given, cancelled=self._cancelled, seconds=seconds, quiet_seconds=quiet_seconds
            )
        except OSError as error:
            text = msg("restic n’a pas pu être lancé\u00a0: «\u00a0{path}\u00a0».", path=self._tool.path)
            raise ToolError(BackupProblem.MISSING, text, str(self._tool.path)) from error
        return Outcome(ended.status, b"".join(said), tuple(errors), ended.ending)


def _document(line: bytes) -> Any:
    text = line.strip()
    if not text.startswith((b"{", b"[")):
        return None  # prose, which is not read
    try:
        return json.loads(text)
    except ValueError:
        return None
