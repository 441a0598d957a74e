"""Runs that are cut off: the state says failed, nothing is left running, and the next run makes it good."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import psutil
import pytest

from app.domain.backup_problems import BackupProblem
from app.domain.backup_state import BackupState
from app.domain.records import BackupResult
from app.domain.values.backups import Destination
from tests.backup_office import (
    PASSWORD,
    MemoryKeyring,
    answers,
    fill,
    folder_destination,
    memory_keyring,
    open_backing_up,
    ready_repository,
    rest_destination,
    rest_server,
    restored,
    same_tree,
    small_plan,
    tool,
)

ROOT = Path(__file__).resolve().parents[2]
SIZE = 80 * 1024 * 1024
#: KiB a second: slow enough to be caught in the middle.
SPEED = 24 * 1024


@pytest.fixture(autouse=True)
def ring() -> Iterator[MemoryKeyring]:
    """A keyring that works."""
    tool("restic")
    with memory_keyring() as backend:
        yield backend


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = fill(tmp_path / "à sauver")
    (folder / "grand.bin").write_bytes(random.Random(5).randbytes(SIZE))
    return folder


def until(happened: Callable[[], Any], seconds: float = 60.0) -> Any:
    """What `happened` returns once it is true."""
    end = time.monotonic() + seconds
    while not (found := happened()):
        assert time.monotonic() < end, "it did not happen in time"
        os.sched_yield()
    return found


def restics(parent: int) -> list[psutil.Process]:
    """The restic backups started by that process."""
    try:
        children = psutil.Process(parent).children()
    except psutil.NoSuchProcess:
        return []
    return [child for child in children if "backup" in _arguments(child)]


def _arguments(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def sent(repository: Path) -> bool:
    """Whether data has reached the repository whole: a pack is named by its hash, and a server writes it under that name from the start."""
    packs = [path for path in (repository / "data").rglob("*") if len(path.name) == 64 and path.is_file()]
    return any(path.stat().st_size > 1024**2 and sha256(path.read_bytes()).hexdigest() == path.name for path in packs)


class _Kills:
    """A control that kills restic once data has been sent."""

    cancelled = False

    def __init__(self, repository: Path) -> None:
        self._repository = repository

    def report(self, done: int, total: int = 0, text: str = "") -> None:
        """Kill it without warning."""
        if sent(self._repository):
            for child in restics(os.getpid()):
                child.send_signal(signal.SIGKILL)


@pytest.fixture(params=["folder", "rest"])
def destination(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Destination]:
    """A repository in `repo`: as a folder, and served on loopback."""
    repository = ready_repository(tmp_path / "repo")
    if request.param == "folder":
        yield folder_destination(repository)
        return
    with rest_server(repository) as address:
        answers(address)
        yield rest_destination(address)


@pytest.mark.slow
def test_restic_killed_half_way_then_resumed(tmp_path: Path, source: Path, destination: Destination) -> None:
    office = open_backing_up(tmp_path / "data", replace(small_plan(destination, source), bandwidth_kib=SPEED))
    backups = office.services.backups
    report = backups.run(control=_Kills(tmp_path / "repo"))
    assert (report.result, report.problem) == (BackupResult.FAILED, BackupProblem.INTERRUPTED)
    overview = backups.overview()
    assert overview.this_pc_state and overview.this_pc_state.reported is BackupState.FAILED
    # Half an hour has not passed and it was this PC's process: the next run may remove the lock it left.
    assert list((tmp_path / "repo/locks").iterdir())
    report = backups.run()
    assert report.result is BackupResult.SUCCESS and report.files == 21
    assert report.added_bytes < SIZE - 8 * 1024**2, "what had been sent is not sent again"
    overview = backups.overview()
    assert overview.this_pc_state and overview.this_pc_state.reported is BackupState.GOOD
    assert backups.verify().result is BackupResult.SUCCESS
    assert list((tmp_path / "repo/locks").iterdir()) == []
    outcome = backups.restore(backups.snapshots()[0].id, (), tmp_path)
    same_tree(source, restored(backups, outcome.folder, source))
    office.close()


@pytest.mark.slow
def test_the_whole_program_killed_half_way_then_resumed(tmp_path: Path, source: Path) -> None:
    plan = small_plan(folder_destination(ready_repository(tmp_path / "repo")), source)
    open_backing_up(tmp_path / "data", replace(plan, bandwidth_kib=SPEED)).close()

    def command(*arguments: str) -> list[str]:
        return [sys.executable, "-m", "app", "--data-dir", str(tmp_path / "data"), "backup", *arguments, "--json"]

    environment = {**os.environ, "PARCLAIR_BACKUP_PASSWORD": PASSWORD}
    program = subprocess.Popen(command("run"), cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until(lambda: (tmp_path / "repo/data").is_dir() and sent(tmp_path / "repo"))
    restic = until(lambda: restics(program.pid))[0]
    # What the secrets must not stand in, looked at while both run.
    for process in (program.pid, restic.pid):
        shown = Path(f"/proc/{process}/cmdline").read_bytes()
        assert shown and PASSWORD.encode() not in shown
    program.kill()
    program.wait()
    until(lambda: not restic.is_running() or restic.status() == psutil.STATUS_ZOMBIE)  # nobody listens any more: it ends by itself

    office = open_backing_up(tmp_path / "data")
    overview = office.services.backups.overview()
    assert overview.this_pc and overview.this_pc_state and overview.this_pc_state.reported is BackupState.FAILED
    assert office.services.backups.collect() == 1
    assert office.services.backups.collect() == 0
    row = office.services.backups.history(overview.this_pc)[0]
    assert (row.result, row.problem) == (BackupResult.FAILED, BackupProblem.INTERRUPTED)
    office.close()

    done = subprocess.run(command("run"), cwd=ROOT, env=environment, capture_output=True, check=False)
    answer = json.loads(done.stdout)
    assert done.returncode == 0 and answer["report"]["result"] == "success"
    office = open_backing_up(tmp_path / "data")
    overview = office.services.backups.overview()
    assert overview.this_pc_state and overview.this_pc_state.reported is BackupState.GOOD
    office.services.backups.use_password(PASSWORD)
    outcome = office.services.backups.restore(office.services.backups.snapshots()[0].id, (), tmp_path)
    same_tree(source, restored(office.services.backups, outcome.folder, source))
    office.close()
    assert not [path for path in (tmp_path / "data").rglob("*") if path.is_file() and PASSWORD.encode() in path.read_bytes()]
