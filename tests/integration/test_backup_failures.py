"""Backups with the real restic: every way to fail is told with what to do about it, and being stopped by the user is no failure."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from app.bootstrap import OpenFolder
from app.domain.backup_problems import BackupProblem, next_step
from app.domain.backup_state import BackupState
from app.domain.errors import InputError, RuleError
from app.domain.records import BackupOperation, BackupResult
from tests.backup_office import (
    PASSWORD,
    MemoryKeyring,
    answers,
    failed,
    fill,
    folder_destination,
    memory_keyring,
    open_backing_up,
    ready_repository,
    rest_destination,
    rest_server,
    saving_office,
    small_plan,
    tool,
)


@pytest.fixture(autouse=True)
def ring() -> Iterator[MemoryKeyring]:
    """A keyring that works."""
    tool("restic")
    with memory_keyring() as backend:
        yield backend


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return fill(tmp_path / "à sauver")


@pytest.fixture
def office(tmp_path: Path, source: Path) -> Iterator[OpenFolder]:
    """An office that saves `source` into the folder `repo`, where a repository waits."""
    with saving_office(tmp_path, source) as opened:
        yield opened


def test_without_a_plan_nothing_runs_and_nothing_is_reported(tmp_path: Path) -> None:
    office = open_backing_up(tmp_path / "data")
    with pytest.raises(RuleError, match="plan"):
        office.services.backups.run()
    here = office.services.backups.overview().this_pc
    assert here and office.services.backups.history(here) == ()
    office.close()


def test_wrong_password(office: OpenFolder) -> None:
    backups = office.services.backups
    backups.run()
    backups.use_password("un autre")
    failed(office, BackupProblem.WRONG_PASSWORD)
    backups.use_password(PASSWORD)
    assert backups.run().result is BackupResult.SUCCESS
    overview = backups.overview()
    assert overview.this_pc_state and overview.this_pc_state.reported is BackupState.GOOD


def test_no_password_at_hand(office: OpenFolder) -> None:
    office.services.backups.secrets.forget("backup-password")
    failed(office, BackupProblem.NO_PASSWORD)


@contextmanager
def small_disk(path: Path, mebibytes: int) -> Iterator[Path]:
    """A disk of its own, of that size. Needs root, as in CI."""
    path.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={mebibytes}m", "tmpfs", str(path)], check=True)
    try:
        yield path
    finally:
        subprocess.run(["umount", "-l", str(path)], check=True)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can make a small disk")
def test_full_disk(tmp_path: Path, source: Path) -> None:
    (source / "grand.bin").write_bytes(os.urandom(60 * 1024 * 1024))
    with small_disk(tmp_path / "disk", 40) as disk:
        office = open_backing_up(tmp_path / "data", small_plan(folder_destination(ready_repository(disk / "repo")), source))
        failed(office, BackupProblem.FULL_DISK)
        (source / "grand.bin").unlink()
        for pack in (disk / "repo/data").rglob("*"):
            if pack.is_file():
                pack.unlink()
        office.close()


def test_a_server_that_takes_nothing_more(tmp_path: Path, source: Path) -> None:
    """restic tries a full server again for a minute; a stand-in gives up at once, all that is looked at afterwards is real."""
    gives_up = tmp_path / "restic"
    gives_up.write_text(f'#!/bin/sh\n[ "$1" = backup ] && exit 1\nexec {tool("restic")} "$@"\n')
    gives_up.chmod(0o755)
    ready_repository(tmp_path / "served" / "tilleuls")
    with rest_server(tmp_path / "served") as address:
        answers(address)
        office = open_backing_up(tmp_path / "data", small_plan(rest_destination(f"{address}tilleuls"), source))
        office.services.backups.set_tool(str(gives_up))
        report = failed(office, BackupProblem.NOT_WRITABLE)
        assert "pleine" in report.message and "place" in next_step(BackupProblem.NOT_WRITABLE).render("fr")
        office.close()


def test_unreachable_folder_and_disk_that_was_taken_out(office: OpenFolder, source: Path, tmp_path: Path) -> None:
    backups = office.services.backups
    plan = backups.plan()
    assert plan
    backups.run()
    (tmp_path / "repo").rename(tmp_path / "unplugged")
    failed(office, BackupProblem.UNREACHABLE)
    (tmp_path / "repo").mkdir()  # an empty mount point: no new repository is begun in it
    failed(office, BackupProblem.UNREACHABLE)
    assert list((tmp_path / "repo").iterdir()) == []
    (tmp_path / "repo").rmdir()
    (tmp_path / "unplugged").rename(tmp_path / "repo")
    assert backups.run().result is BackupResult.SUCCESS
    backups.set_plan(replace(plan, destination=folder_destination(tmp_path / "absent" / "repo")))
    failed(office, BackupProblem.UNREACHABLE)


def test_another_repository_in_the_same_place_is_not_written_to(office: OpenFolder, tmp_path: Path) -> None:
    backups = office.services.backups
    backups.run()
    shutil.rmtree(tmp_path / "repo")
    environment = {**os.environ, "RESTIC_PASSWORD": PASSWORD, "RESTIC_REPOSITORY": str(tmp_path / "repo")}
    subprocess.run([tool("restic"), "init"], env=environment, check=True, capture_output=True)
    failed(office, BackupProblem.NOT_A_REPOSITORY)


def test_a_folder_with_other_things_in_it_is_not_taken(office: OpenFolder, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "repo")
    (tmp_path / "repo").mkdir()
    (tmp_path / "repo" / "photos.zip").write_bytes(b"x")
    failed(office, BackupProblem.NOT_A_REPOSITORY)


class _Liar(BaseHTTPRequestHandler):
    """Answers every request as its class says."""

    status, body = 200, b"<html><body>Bienvenue</body></html>"

    def _answer(self) -> None:
        self.send_response(self.status)
        self.send_header("Content-Length", str(len(self.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(self.body)

    do_GET = do_HEAD = do_POST = do_DELETE = _answer  # noqa: N815 - the server's names

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing on the terminal."""


@contextmanager
def liar(status: int, body: bytes) -> Iterator[str]:
    """A server that answers everything with `status` and `body`; its address."""
    handler = type("Handler", (_Liar,), {"status": status, "body": body})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/shop/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(
    ("status", "body", "problem"),
    [
        (200, b"<html><body>Bienvenue</body></html>", BackupProblem.NOT_A_REPOSITORY),
        (200, b"", BackupProblem.NOT_A_REPOSITORY),
        (200, bytes(range(256)) * 40, BackupProblem.NOT_A_REPOSITORY),
        (302, b"", BackupProblem.NOT_A_REPOSITORY),
        (500, b"oops", BackupProblem.UNREACHABLE),
        (401, b"", BackupProblem.REFUSED),
        (404, b"", BackupProblem.REFUSED),
    ],
)
def test_servers_that_lie_or_fail(tmp_path: Path, source: Path, status: int, body: bytes, problem: BackupProblem) -> None:
    with liar(status, body) as address:
        office = open_backing_up(tmp_path / "data", small_plan(rest_destination(address), source))
        failed(office, problem)
        office.close()


def test_a_server_that_is_gone(tmp_path: Path, source: Path) -> None:
    with liar(404, b"") as address:
        pass
    office = open_backing_up(tmp_path / "data", small_plan(rest_destination(address), source))
    report = failed(office, BackupProblem.UNREACHABLE)
    assert "127.0.0.1" in report.message
    office.close()


def test_a_damaged_repository(office: OpenFolder, source: Path, tmp_path: Path) -> None:
    backups = office.services.backups
    backups.run()
    for pack in (tmp_path / "repo/data").rglob("*"):
        if pack.is_file():
            pack.chmod(0o600)
            pack.write_bytes(pack.read_bytes()[:-100] + bytes(100))
    report = backups.verify()
    assert (report.result, report.problem) == (BackupResult.FAILED, BackupProblem.DAMAGED)
    (tmp_path / "repo/config").unlink()
    failed(office, BackupProblem.DAMAGED)


@pytest.mark.slow
def test_a_locked_repository(office: OpenFolder, tmp_path: Path) -> None:
    """Somebody else's lock stops the run and is left alone; one that a dead process left is removed."""
    backups = office.services.backups
    backups.run()
    environment = {**os.environ, "RESTIC_PASSWORD": PASSWORD, "RESTIC_REPOSITORY": str(tmp_path / "repo")}
    with holding_lock(tmp_path / "repo", environment) as locks:
        failed(office, BackupProblem.LOCKED)
        assert backups.verify().problem is BackupProblem.LOCKED
        assert [path.name for path in (tmp_path / "repo/locks").iterdir()] == locks
    assert list((tmp_path / "repo/locks").iterdir()) != []  # it was killed and left its lock
    assert backups.run().result is BackupResult.SUCCESS
    assert backups.verify().result is BackupResult.SUCCESS
    assert list((tmp_path / "repo/locks").iterdir()) == []


@contextmanager
def holding_lock(repository: Path, environment: dict[str, str]) -> Iterator[list[str]]:
    """A restic that holds the repository for itself alone, stopped in the middle, then killed."""
    import signal
    import time

    holder = subprocess.Popen(
        [tool("restic"), "check", "--read-data", "--limit-download=1"],  # slow enough to be met
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    )
    until = time.monotonic() + 30
    while not [path for path in (repository / "locks").iterdir() if len(path.name) == 64]:
        assert time.monotonic() < until and holder.poll() is None
    holder.send_signal(signal.SIGSTOP)
    try:
        yield [path.name for path in (repository / "locks").iterdir()]
    finally:
        holder.kill()
        holder.wait()


def test_missing_and_too_old_restic(office: OpenFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backups = office.services.backups
    old = tmp_path / "restic"
    old.write_text("#!/bin/sh\necho 'restic 0.9.6 compiled with go1.13 on linux/amd64'\n")
    old.chmod(0o755)
    with pytest.raises(InputError, match=re.escape("0.9.6")):
        backups.set_tool(str(old))
    real = tool("restic")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "0.9.6" in failed(office, BackupProblem.TOO_OLD).message
    assert backups.tool().problem is BackupProblem.TOO_OLD
    old.unlink()
    failed(office, BackupProblem.MISSING)
    backups.set_tool(real)
    assert backups.run().result is BackupResult.SUCCESS


def test_a_source_that_was_deleted(office: OpenFolder, source: Path, tmp_path: Path) -> None:
    backups = office.services.backups
    other = fill(tmp_path / "autre", 3)
    plan = backups.plan()
    assert plan
    backups.set_plan(replace(plan, folders=(str(source), str(other))))
    assert backups.run().result is BackupResult.SUCCESS
    shutil.rmtree(source)
    report = failed(office, BackupProblem.MISSING_SOURCE)
    assert str(source) in report.message and report.snapshot and report.files == 3  # what is there was saved
    shutil.rmtree(other)
    assert failed(office, BackupProblem.MISSING_SOURCE).snapshot == ""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can make a small disk")
def test_a_restore_never_begins_without_room(office: OpenFolder, source: Path, tmp_path: Path) -> None:
    (source / "grand.bin").write_bytes(os.urandom(30 * 1024 * 1024))
    backups = office.services.backups
    backups.run()
    with small_disk(tmp_path / "disk", 70) as disk:
        with pytest.raises(RuleError, match="Nothing was written"):
            backups.restore(backups.snapshots()[0].id, (), disk)
        assert list(disk.iterdir()) == []
    here = backups.overview().this_pc
    assert here and [row.operation for row in backups.history(here)] == [BackupOperation.BACKUP]


class _GivesUp:
    """A control whose user gives up once data is being sent."""

    def __init__(self) -> None:
        self.cancelled = False

    def report(self, done: int, total: int = 0, text: str = "") -> None:
        """Give up at the first bytes."""
        self.cancelled = self.cancelled or done > 0


def test_cancelled_by_the_user(office: OpenFolder, source: Path, tmp_path: Path) -> None:
    backups = office.services.backups
    plan = backups.plan()
    assert plan
    backups.run()
    (source / "grand.bin").write_bytes(os.urandom(40 * 1024 * 1024))
    backups.set_plan(replace(plan, bandwidth_kib=4096))
    report = backups.run(control=_GivesUp())
    assert (report.result, report.problem) == (BackupResult.CANCELLED, BackupProblem.CANCELLED)
    overview = backups.overview()
    assert overview.this_pc_state and overview.this_pc_state.reported is BackupState.GOOD  # the one before stands
    assert list((tmp_path / "repo/locks").iterdir()) == [] and not overview.running
