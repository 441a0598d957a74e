"""Reports of one PC on the others of the shop, over a real server: what is known there comes from them alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import open_folder
from app.domain.backup_problems import BackupProblem
from app.domain.backup_state import BackupState
from app.domain.values.backups import LicenceState, ReportRow
from tests.backup_office import PASSWORD, fill, memory_keyring, ready_repository, tool
from tests.command_line import CommandLine
from tests.provider import Provider, provider


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Provider]:
    with memory_keyring(), provider(tmp_path / "server") as found:
        yield found


def seen(computer: CommandLine) -> tuple[LicenceState, tuple[ReportRow, ...]]:
    """What a computer knows of the one machine with a licence."""
    opened = open_folder(computer.folder)
    try:
        [licence] = opened.services.backups.overview().licences
        assert licence.equipment_id is not None
        return licence, opened.services.backups.history(licence.equipment_id)
    finally:
        opened.close()


def test_what_one_pc_reported_is_known_on_another(
    parclair: CommandLine, server: Provider, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tool("restic")
    office = CommandLine(tmp_path / "bureau", capsys)
    repository = ready_repository(tmp_path / "repo")
    parclair.json("company", "set", "name", "Pressing des Tilleuls")
    machine = parclair.json("equipment", "this-pc", "--add")["id"]
    parclair.json("equipment", "set", machine, "licence_number", "GC-1")
    monkeypatch.setenv("PARCLAIR_BACKUP_PASSWORD", PASSWORD)
    folder = fill(tmp_path / "à sauver", 3)
    parclair.json("backup", "plan", "--destination", "folder", "--location", repository, "--folder", folder, "--no-parclair-data")
    monkeypatch.delenv("PARCLAIR_BACKUP_PASSWORD")
    for computer, name in ((parclair, "Caisse"), (office, "Bureau")):
        computer.json("connect", server.url, "--code", server.code(), "--name", name)
        computer.json("sync")
    assert seen(office)[0].reported is BackupState.NEVER

    parclair.json("backup", "run")
    parclair.json("sync")
    office.json("sync")
    here, there = seen(parclair), seen(office)
    assert there[0].reported is BackupState.GOOD and not there[0].this_pc and there[0].last_success == here[0].last_success
    assert there[1] == here[1] and there[1][-1].files == 3 and there[1][-1].snapshot

    shutil.rmtree(repository)
    parclair.json("backup", "run", status=1)
    parclair.json("sync")
    office.json("sync")
    licence, history = seen(office)
    assert licence.reported is BackupState.FAILED and history[0].problem is BackupProblem.UNREACHABLE
    opened = open_folder(office.folder)
    assert opened.services.backups.plan() is None, "a plan belongs to its PC"
    opened.close()
    for kept in office.folder.rglob("*"):
        assert not kept.is_file() or PASSWORD.encode() not in kept.read_bytes()
