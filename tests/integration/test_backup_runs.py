"""Backups with the real restic that go well: what is saved comes back, odd names and open databases included; old ones are forgotten."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.bootstrap import OpenFolder
from app.domain.backup_problems import BackupProblem
from app.domain.errors import InputError
from app.domain.records import BackupOperation, BackupResult
from app.domain.values.backups import BackupProgress, EntryKind, Retention
from tests.backup_office import (
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
    restored,
    same_tree,
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
