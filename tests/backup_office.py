"""What tests of backups stand on: the real restic, REST on loopback, a keyring in memory, offices that back up and how they fail."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import keyring
from keyring.backend import KeyringBackend

from app.bootstrap import OpenFolder, open_folder
from app.domain.backup_problems import BackupProblem, next_step
from app.domain.backup_state import BackupState
from app.domain.clock import Clock
from app.domain.records import BackupResult
from app.domain.values.backups import BackupPlan, Destination, DestinationKind, ReportRow
from app.services.backups import BackupService
from app.system.clock import SystemClock

#: Opens `tests/fixtures/restic/repository` too.
PASSWORD = "QR95E-HP9GD-S9MEX-TBZMP-F5PC7-YCTAQ"


class MemoryKeyring(KeyringBackend):
    """A keyring that works and forgets."""

    priority = 9.0
    viable = False  # never taken by itself, only where a test sets it

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """The secret, or nothing."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""
        self.kept.pop((service, username), None)


@contextmanager
def memory_keyring() -> Iterator[MemoryKeyring]:
    """The system's keyring is one in memory for the block."""
    before, backend = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(backend)
    try:
        yield backend
    finally:
        keyring.set_keyring(before)


def tool(name: str) -> str:
    """Where a program is that these tests run for real; without it they fail."""
    found = shutil.which(name)
    assert found, f"{name} is missing: `python3 build/dev.py setup` installs it where it may"
    return found


@contextmanager
def rest_server(folder: Path) -> Iterator[str]:
    """A restic REST server on loopback; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [tool("rclone"), "serve", "restic", "--addr", f"127.0.0.1:{port}", "--config", os.devnull, str(folder)]
    server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.kill()
        server.wait()


def answers(address: str, seconds: float = 20.0) -> None:
    """Wait until somebody answers at `address`."""
    until = time.monotonic() + seconds
    while True:
        try:
            urlopen(address, timeout=2).close()
            return
        except URLError as error:
            if getattr(error, "code", None) is not None:
                return
            assert time.monotonic() < until, f"nobody answers at {address}"
            os.sched_yield()


def ready_repository(folder: Path) -> Path:
    """An empty repository that opens at once, in `folder`: see `tests/fixtures/restic/make.py`. For tests that prove something else
    than how one is begun."""
    return Path(shutil.copytree(Path(__file__).parent / "fixtures" / "restic" / "repository", folder))


def folder_destination(folder: Path) -> Destination:
    """A repository in a folder."""
    return Destination(DestinationKind.FOLDER, str(folder))


def rest_destination(address: str) -> Destination:
    """A repository on a REST server."""
    return Destination(DestinationKind.REST, address)


def open_backing_up(folder: Path, plan: BackupPlan | None = None, clock: Clock | None = None) -> OpenFolder:
    """An office whose PC is known and has a plan with a password."""
    opened = open_folder(folder, clock=clock or SystemClock(), actor="Claire Morel")
    opened.services.this_pc.add()
    if plan is not None:
        opened.services.backups.set_plan(plan, PASSWORD)
    return opened


@contextmanager
def saving_office(folder: Path, source: Path) -> Iterator[OpenFolder]:
    """An office that saves `source` into `repo` of the folder, where a repository waits."""
    opened = open_backing_up(folder / "data", small_plan(folder_destination(ready_repository(folder / "repo")), source))
    try:
        yield opened
    finally:
        opened.close()


def small_plan(destination: Destination, *folders: Path) -> BackupPlan:
    """Save these folders and nothing else, without a weekly verification."""
    chosen = tuple(str(folder) for folder in folders)
    return BackupPlan(destination, chosen, preset_parclair=False, preset_gesticlean=False, verify_weekly=False)


def fill(folder: Path, files: int = 20) -> Path:
    """A folder with a few files."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(files):
        (folder / f"facture n° {number} « réglée ».txt").write_text(f"Total : {number} €\n" * 50, "utf-8")
    return folder


def same_tree(one: Path, other: Path) -> None:
    """Both folders hold the same names with the same bytes."""
    names = sorted(os.fsencode(path.relative_to(one)) for path in one.rglob("*"))
    assert names == sorted(os.fsencode(path.relative_to(other)) for path in other.rglob("*"))
    for path in one.rglob("*"):
        if path.is_file():
            copy = other / path.relative_to(one)
            assert copy.stat().st_size == path.stat().st_size, path
            with path.open("rb") as first, copy.open("rb") as second:
                while block := first.read(1 << 20):
                    assert second.read(1 << 20) == block, path


def restored(backups: BackupService, folder: str, source: Path) -> Path:
    """Where a restore into `folder` put `source`."""
    return Path(folder, *source.absolute().parts[1:])


def failed(office: OpenFolder, problem: BackupProblem) -> ReportRow:
    """A run fails for `problem`, says so in its report, its state and its history, and what to do."""
    report = office.services.backups.run()
    assert (report.result, report.problem) == (BackupResult.FAILED, problem), report
    assert report.message and str(next_step(problem))
    overview = office.services.backups.overview()
    assert overview.this_pc and overview.this_pc_state and not overview.running
    assert overview.this_pc_state.reported in (BackupState.FAILED, BackupState.CRITICAL)
    assert office.services.backups.history(overview.this_pc)[0] == report
    assert PASSWORD not in report.message
    return report
