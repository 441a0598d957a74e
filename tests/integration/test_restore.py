"""The way back from damage: interrupted at every step, short of rows, short of space, led astray by clocks."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from app.__main__ import main
from app.bootstrap import open_folder
from app.domain.values.contracts import ContractDraft
from app.domain.values.equipment import EquipmentQuery
from app.store.database import FILE_NAME
from app.store.local_copies import DAMAGE_MARK, copies, copy_is_due, is_damaged, make_copy, problems
from app.store.salvage import salvage
from tests.integration.test_data_folder import damage_table, fill
from tests.offices import DAY, StandingClock, add_three_contracts, open_office

ROOT = Path(__file__).resolve().parents[2]


def names(folder: Path) -> set[str]:
    opened = open_folder(folder, clock=StandingClock())
    try:
        return {row.designation for row in opened.services.equipment.page(EquipmentQuery(), 0, 10_000).rows}
    finally:
        opened.close()


def damaged_folder(folder: Path) -> None:
    """A copy of thirty machines, then one more machine, then damage where opening meets it."""
    fill(folder)
    make_copy(folder, DAY)
    opened = open_office(folder)
    opened.services.equipment.add({"kind": "till", "designation": "Ajoutée après la copie"})
    opened.close()
    damage_table(folder / FILE_NAME, "alembic_version")


class PowerCutError(Exception):
    """The power went."""


@pytest.mark.parametrize("step", range(1, 9))
def test_an_interrupted_restore_loses_nothing_and_the_next_start_finishes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    damaged_folder(tmp_path)
    calls = 0

    def stopping(original: Callable[..., object]) -> Callable[..., object]:
        def wrapped(*arguments: object, **named: object) -> object:
            nonlocal calls
            calls += 1
            if calls == step:
                raise PowerCutError
            return original(*arguments, **named)

        return wrapped

    with monkeypatch.context() as patched:
        for owner, name in ((Path, "replace"), (Path, "mkdir"), (shutil, "copyfile"), (os, "fsync")):
            patched.setattr(owner, name, stopping(getattr(owner, name)))
        try:
            open_folder(tmp_path, clock=StandingClock()).close()
        except PowerCutError:
            (tmp_path / "parclair.lock").unlink(missing_ok=True)
    found = names(tmp_path)
    assert len(found) >= 30 and {f"Poste {number:03d}" for number in range(30)} <= found
    assert "Ajoutée après la copie" in found
    assert problems(tmp_path / FILE_NAME) == []


def test_a_missing_database_comes_back_from_its_copy_instead_of_an_empty_one(tmp_path: Path) -> None:
    fill(tmp_path)
    make_copy(tmp_path, DAY)
    (tmp_path / FILE_NAME).unlink()
    opened = open_folder(tmp_path, clock=StandingClock())
    assert "22/11/2026" in opened.services.notices[0].render("fr")
    opened.close()
    assert len(names(tmp_path)) == 30


def test_a_mark_on_a_sound_file_moves_nothing(tmp_path: Path) -> None:
    fill(tmp_path)
    (tmp_path / DAMAGE_MARK).touch()
    opened = open_folder(tmp_path, clock=StandingClock())
    assert opened.services.notices == ()
    opened.close()
    assert len(names(tmp_path)) == 30 and not (tmp_path / DAMAGE_MARK).exists() and not list(tmp_path.glob("damaged-*"))


def test_after_a_restore_from_an_older_copy_contracts_get_fresh_numbers(tmp_path: Path) -> None:
    opened = open_office(tmp_path)
    opened.services.maintenance.daily_copy()
    given = add_three_contracts(opened)
    opened.close()
    damage_table(tmp_path / FILE_NAME, "alembic_version")
    opened = open_folder(tmp_path, clock=StandingClock())
    kept = {row.number for row in opened.services.contracts.rows()}
    assert kept == set(given)
    assert opened.services.contracts.add(ContractDraft("gesticlean-support", DAY, quantity=1)) not in kept
    opened.close()


def test_salvage_reads_every_row_that_can_be_read_one_by_one(tmp_path: Path) -> None:
    opened = open_office(tmp_path / "a")
    with opened.services.context.store.writing() as unit:
        unit.session.connection().exec_driver_sql(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO local_setting "
            "SELECT 'setting ' || i, hex(randomblob(200)) FROM n"
        )
    opened.close()
    path = tmp_path / "a" / FILE_NAME
    pages = path.stat().st_size // 4096
    with path.open("r+b") as file:
        for page in (pages // 2, pages // 2 + 30):
            file.seek(page * 4096)
            file.write(Random(3).randbytes(4096))
    readable = 0
    with closing(sqlite3.connect(path)) as connection:
        for rowid in range(1, 3200):
            try:
                readable += (
                    connection.execute("SELECT value FROM local_setting NOT INDEXED WHERE rowid = ?", (rowid,)).fetchone() is not None
                )
            except sqlite3.DatabaseError:
                continue
    open_office(tmp_path / "b", named=False).close()
    salvage(path, tmp_path / "b" / FILE_NAME)
    with closing(sqlite3.connect(tmp_path / "b" / FILE_NAME)) as connection:
        assert connection.execute("SELECT count(*) FROM local_setting").fetchone()[0] == readable
    assert 2900 < readable < 3000


def test_doctor_that_finds_damage_has_the_next_start_repair_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(tmp_path)
    make_copy(tmp_path, DAY)
    damage_table(tmp_path / FILE_NAME, "equipment")
    assert main(["--data-dir", str(tmp_path), "doctor"]) == 1
    assert "Relancez Parclair" in capsys.readouterr().out
    assert len(names(tmp_path)) == 30 and not is_damaged(tmp_path / FILE_NAME)


def test_a_clock_that_was_wrong_one_day_does_not_stop_the_copies(tmp_path: Path) -> None:
    fill(tmp_path, 2)
    make_copy(tmp_path, DAY.replace(year=2099))
    assert copy_is_due(tmp_path, DAY)
    newest = make_copy(tmp_path, DAY)
    (tmp_path / "copies" / "parclair-2026-05-03_bak.sqlite3").write_bytes(b"somebody's own")
    assert copies(tmp_path)[0] == newest
    for day in range(1, 8):
        make_copy(tmp_path, DAY.replace(day=day))
    assert not any("2099" in path.name for path in copies(tmp_path))


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE exists on POSIX systems only; Windows has its own job in CI")
def test_a_full_disk_can_still_be_read_from_and_is_not_taken_for_damage(tmp_path: Path) -> None:
    opened = open_office(tmp_path)
    number = add_three_contracts(opened)[0]
    opened.close()
    code = (
        f"import sys, resource, signal; sys.path.insert(0, {str(ROOT)!r}); signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)); from app.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", code, "--data-dir", str(tmp_path), *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    read = run("contract", "list")
    assert read.returncode == 0 and number in read.stdout, read.stderr
    written = run("company", "set", "name", "Autre nom")
    assert written.returncode == 1 and written.stderr.startswith("error: ") and written.stderr.count("\n") == 1
    assert not list(tmp_path.glob("damaged-*"))
    opened = open_folder(tmp_path, clock=StandingClock())
    assert len(opened.services.contracts.rows()) == 3
    opened.close()


def test_the_clock_of_a_restore_names_the_folder(tmp_path: Path) -> None:
    damaged_folder(tmp_path)
    clock = StandingClock(datetime(2026, 12, 1, 8, 30, tzinfo=UTC))
    open_folder(tmp_path, clock=clock).close()
    assert [found.name for found in tmp_path.glob("damaged-*")] == ["damaged-20261201-083000"]
