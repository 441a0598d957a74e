"""Backups with the real restic: what is saved comes back, and every way to fail is told with what to do about it."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from app.bootstrap import OpenFolder
from app.domain.backup_problems import BackupProblem, next_step
from app.domain.backup_state import BackupState
from app.domain.errors import InputError, RuleError
from app.domain.records import BackupOperation, BackupResult
from app.domain.values.backups import BackupProgress, EntryKind, ReportRow, Retention
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
    opened = open_backing_up(tmp_path / "data", small_plan(folder_destination(ready_repository(tmp_path / "repo")), source))
    yield opened
    opened.close()


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


@pytest.mark.slow
def test_a_folder_comes_back_byte_for_byte(office: OpenFolder, source: Path, tmp_path: Path) -> None:
    backups = office.services.backups
    seen: list[BackupProgress] = []
    report = backups.run(seen.append)
    assert report.result is BackupResult.SUCCESS and report.problem is None and report.message == ""
    assert report.files == 20 and report.processed_bytes > 0 and report.added_bytes > 0 and report.snapshot
    assert any(step.total_files == step.done_files == 20 for step in seen)
    assert backups.verify().result is BackupResult.SUCCESS
    (tmp_path / "out").mkdir()
    snapshot = backups.snapshots()[0]
    planned = backups.preview(snapshot.id, (), tmp_path / "out")
    assert planned.files == 20 and planned.fits and not Path(planned.folder).exists()
    outcome = backups.restore(snapshot.id, (), tmp_path / "out")
    assert outcome.report.result is BackupResult.SUCCESS and outcome.folder == planned.folder
    same_tree(source, restored(backups, outcome.folder, source))
    operations = [row.operation for row in backups.history(report.equipment_id)]
    assert operations == [BackupOperation.RESTORE, BackupOperation.CHECK, BackupOperation.BACKUP]


def test_the_first_run_makes_the_repository(office: OpenFolder, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "repo")
    assert office.services.backups.run().result is BackupResult.SUCCESS
    assert (tmp_path / "repo/config").is_file() and len(office.services.backups.snapshots()) == 1


@pytest.mark.slow
def test_one_file_is_browsed_to_and_restored_beside_what_is_there(office: OpenFolder, source: Path, tmp_path: Path) -> None:
    odd = ["[été] 100 % $HOME *.txt", "fin d’espace ", "--target=ailleurs", "# commentaire", "a\\b", "retour\nligne"]
    for name in odd:
        (source / name).write_text(name, "utf-8")
    backups = office.services.backups
    assert backups.run().files == 20 + len(odd)
    snapshot = backups.snapshots()[0].short_id
    entries = backups.browse(snapshot, str(source))
    assert {entry.name for entry in entries} >= set(odd) and all(entry.kind is EntryKind.FILE for entry in entries)
    wanted = [f"{source}/{name}" for name in odd]
    first = backups.restore(snapshot, wanted, tmp_path)
    second = backups.restore(snapshot, wanted[:1], tmp_path)
    assert first.folder != second.folder and first.files == len(odd) and second.files == 1
    found = sorted(path.name for path in restored(backups, first.folder, source).iterdir())
    assert found == sorted(odd)
    with pytest.raises(InputError, match="path"):
        backups.restore(snapshot, [f"{source}/absent"], tmp_path)
    with pytest.raises(InputError, match="snapshot"):
        backups.restore("0123abcd", (), tmp_path)
    with pytest.raises(InputError, match="snapshot"):
        backups.browse("--help")


def test_what_a_user_types_is_never_an_option(office: OpenFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [tmp_path / "--exclude=*", tmp_path / "a,b\nc", tmp_path / ".cache", tmp_path / "${HOME}"]
    for name in names:
        fill(name, 1)
    backups = office.services.backups
    plan = backups.plan()
    assert plan
    backups.set_plan(replace(plan, folders=tuple(map(str, names))))
    assert backups.run().files == len(names)


@pytest.mark.slow
def test_an_open_database_is_saved_whole(office: OpenFolder, source: Path, tmp_path: Path) -> None:
    path = source / "ventes été.db"
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("CREATE TABLE vente (n INTEGER, texte TEXT)")
        writer.executemany("INSERT INTO vente VALUES (?, ?)", [(n, "é" * 200) for n in range(20_000)])
        writer.commit()
        writer.execute("INSERT INTO vente VALUES (-1, 'pas encore validée')")
        backups = office.services.backups
        assert backups.run().message == ""
        snapshot = backups.snapshots()[0].id
        names = {entry.name for entry in backups.browse(snapshot, str(source))}
        assert "ventes été.db" in names and not any(name.endswith(("-wal", "-shm")) for name in names)
        outcome = backups.restore(snapshot, [str(path)], tmp_path)
        with closing(sqlite3.connect(restored(backups, outcome.folder, path))) as copy:
            assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert copy.execute("SELECT count(*), min(n), max(n) FROM vente").fetchone() == (20_000, 0, 19_999)
        assert outcome.files == 1 and not (tmp_path / "data/backup/bases").exists()


def test_a_database_held_by_another_program_is_saved_as_it_lies_and_said(office: OpenFolder, source: Path) -> None:
    path = source / "tenue.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("PRAGMA locking_mode = EXCLUSIVE")
        holder.execute("CREATE TABLE t (x)")
        holder.execute("BEGIN EXCLUSIVE")
        holder.execute("INSERT INTO t VALUES (1)")
        report = office.services.backups.run()
        assert report.result is BackupResult.SUCCESS and "tenue.sqlite" in report.message and report.files >= 21


def test_parclairs_own_data_is_saved_while_it_is_open(tmp_path: Path) -> None:
    plan = replace(small_plan(folder_destination(ready_repository(tmp_path / "repo"))), preset_parclair=True)
    office = open_backing_up(tmp_path / "data", plan)
    office.services.office.change_organisation({"name": "Pressing des Tilleuls"})
    backups = office.services.backups
    assert backups.run().result is BackupResult.SUCCESS
    outcome = backups.restore(backups.snapshots()[0].id, (), tmp_path)
    office.close()
    copy = restored(backups, outcome.folder, tmp_path / "data")
    assert not (copy / "backup/cache").exists() and not (copy / "parclair.lock").exists()
    again = open_backing_up(copy)
    organisation = again.services.office.organisation()
    again.close()
    assert organisation is not None and organisation.name == "Pressing des Tilleuls"


def test_a_rest_server_serves_as_well(tmp_path: Path, source: Path) -> None:
    ready_repository(tmp_path / "served" / "tilleuls")
    with rest_server(tmp_path / "served") as address:
        answers(address)
        office = open_backing_up(tmp_path / "data", small_plan(rest_destination(f"{address}tilleuls"), source))
        backups = office.services.backups
        assert backups.run().result is BackupResult.SUCCESS
        outcome = backups.restore(backups.snapshots()[0].id, (), tmp_path)
        same_tree(source, restored(backups, outcome.folder, source))
        office.close()


@pytest.mark.slow
def test_old_backups_are_forgotten_after_a_success_and_never_after_a_failure(office: OpenFolder, source: Path) -> None:
    backups = office.services.backups
    plan = backups.plan()
    assert plan
    backups.set_plan(replace(plan, retention=Retention(0, 0, 0)))
    for number in range(2):
        fill(source, 21 + number)
        backups.run()
    assert len(backups.snapshots()) == 2
    backups.set_plan(replace(plan, retention=Retention(1, 0, 0), folders=(*plan.folders, str(source / "absent"))))
    failed(office, BackupProblem.MISSING_SOURCE)
    assert len(backups.snapshots()) == 3
    backups.set_plan(replace(plan, retention=Retention(1, 0, 0)))
    assert backups.run().result is BackupResult.SUCCESS
    assert len(backups.snapshots()) == 1


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
