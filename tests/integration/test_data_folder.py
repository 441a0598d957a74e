"""The data folder in bad days: damage, a second instance, no rights, no space, a killed writer."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from app.bootstrap import open_folder
from app.domain.errors import StorageError
from app.domain.values.equipment import EquipmentQuery
from app.store.database import FILE_NAME
from app.store.local_copies import COPIES, KEPT, copies, copy_is_due, make_copy, problems
from app.system.single_instance import AlreadyRunningError, InstanceLock
from tests.offices import DAY, StandingClock, add_three_contracts, open_office

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = int(os.environ.get("PARCLAIR_KILL_ROUNDS", "200"))


def machines(folder: Path) -> list[str]:
    opened = open_folder(folder, clock=StandingClock())
    try:
        rows = opened.services.equipment.page(EquipmentQuery(), 0, 10_000).rows
        return sorted(row.designation for row in rows)
    finally:
        opened.close()


def fill(folder: Path, count: int = 30) -> None:
    opened = open_office(folder)
    for number in range(count):
        opened.services.equipment.add({"kind": "computer", "designation": f"Poste {number:03d}", "notes": "x" * 500})
    opened.close()


def damage_middle(path: Path, first: float = 0.3, last: float = 0.6) -> None:
    """Overwrite the pages between two shares of the file, as a failing disk does."""
    pages = path.stat().st_size // 4096
    with path.open("r+b") as file:
        file.seek(int(pages * first) * 4096)
        file.write(Random(5).randbytes(int(pages * (last - first)) * 4096))


def damage_table(path: Path, table: str) -> None:
    """Overwrite the root page of one table, so that opening goes well and reading it does not."""
    with closing(sqlite3.connect(path)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(Random(5).randbytes(4096))


def test_a_file_damaged_in_the_middle_is_put_aside_and_the_copy_comes_back_with_later_rows(tmp_path: Path) -> None:
    fill(tmp_path)
    make_copy(tmp_path, DAY)
    opened = open_office(tmp_path)
    opened.services.equipment.add({"kind": "till", "designation": "Ajoutée après la copie"})
    opened.close()
    path = tmp_path / FILE_NAME
    damage_middle(path)
    damaged = path.read_bytes()
    assert problems(path)
    (tmp_path / "damage-found").touch()

    opened = open_folder(tmp_path, clock=StandingClock())
    (notice,) = opened.services.notices
    found = {row.designation for row in opened.services.equipment.page(EquipmentQuery(), 0, 100).rows}
    opened.close()

    assert {f"Poste {number:03d}" for number in range(30)} <= found
    assert "22/11/2026" in notice.render("fr") and "damaged-" in notice.render("fr")
    (aside,) = tmp_path.glob("damaged-*")
    assert (aside / FILE_NAME).read_bytes() == damaged
    assert problems(path) == []


def test_damage_met_while_working_is_one_clear_error_and_the_next_start_restores(tmp_path: Path) -> None:
    fill(tmp_path)
    make_copy(tmp_path, DAY)
    damage_table(tmp_path / FILE_NAME, "equipment")
    opened = open_folder(tmp_path, clock=StandingClock())
    with pytest.raises(StorageError, match=FILE_NAME.split(".")[0]):
        opened.services.equipment.page(EquipmentQuery(), 0, 1000)
    opened.close()
    assert len(machines(tmp_path)) == 30


def test_without_any_copy_the_readable_rows_are_read_back(tmp_path: Path) -> None:
    fill(tmp_path)
    (tmp_path / FILE_NAME).write_bytes(b"\0" * 100 + (tmp_path / FILE_NAME).read_bytes()[100:])
    opened = open_folder(tmp_path, clock=StandingClock())
    assert len(opened.services.notices) == 1
    opened.close()
    assert len(list(tmp_path.glob("damaged-*"))) == 1


def test_seven_daily_copies_are_kept_and_each_is_sound(tmp_path: Path) -> None:
    fill(tmp_path, 3)
    for day in range(1, 11):
        make_copy(tmp_path, DAY.replace(day=day))
    kept = copies(tmp_path)
    assert [path.name for path in kept] == [f"parclair-2026-11-{day:02d}.sqlite3" for day in range(10, 3, -1)]
    assert len(kept) == KEPT and all(problems(path) == [] for path in kept)
    assert not copy_is_due(tmp_path, DAY.replace(day=10)) and copy_is_due(tmp_path, DAY)
    assert not list((tmp_path / COPIES).glob("*.partial"))


def test_the_daily_copy_is_made_once(tmp_path: Path) -> None:
    opened = open_office(tmp_path)
    assert opened.services.maintenance.daily_copy() is not None
    assert opened.services.maintenance.daily_copy() is None
    opened.close()


def test_a_second_instance_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    opened = open_office(tmp_path)
    with pytest.raises(AlreadyRunningError, match=f"window {os.getpid()}"):
        open_folder(tmp_path, clock=StandingClock(), role="command")
    opened.close()
    open_folder(tmp_path, clock=StandingClock()).close()


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n" + textwrap.dedent(
        f"""
        from pathlib import Path
        from app.system.single_instance import InstanceLock
        InstanceLock(Path({str(tmp_path)!r})).acquire("window")
        print("held", flush=True)
        sys.stdin.read()
        """
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stdout.readline() == "held\n"
        with pytest.raises(AlreadyRunningError):
            InstanceLock(tmp_path).acquire("window")
        process.kill()
        process.wait()
    lock = InstanceLock(tmp_path)
    lock.acquire("window")
    lock.release()


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("not a folder")
    with pytest.raises(StorageError, match="blocked"):
        open_folder(blocked / "data")
    assert blocked.read_text() == "not a folder"


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE exists on POSIX systems only; Windows has its own job in CI")
def test_a_full_disk_is_one_clear_error_and_loses_nothing(tmp_path: Path) -> None:
    """The limit on file size makes the system refuse writes just as a full disk does."""
    fill(tmp_path, 5)
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n" + textwrap.dedent(
        f"""
        import resource, signal
        from pathlib import Path
        from app.bootstrap import open_folder
        from app.domain.errors import StorageError
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        opened = open_folder(Path({str(tmp_path)!r}))
        size = (Path({str(tmp_path)!r}) / "parclair.sqlite3").stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 200_000, size + 200_000))
        kept = 0
        try:
            while kept < 5000:
                opened.services.equipment.add({{"kind": "till", "designation": "Caisse", "notes": "y" * 9000}})
                kept += 1
        except StorageError as error:
            print(kept, str(error).count(chr(10)), flush=True)
        """
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    kept, lines = map(int, done.stdout.split())
    assert lines == 0
    assert machines(tmp_path).count("Caisse") == kept
    assert problems(tmp_path / FILE_NAME) == []


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_kill_9_during_writes_never_loses_an_acknowledged_write(tmp_path: Path) -> None:
    """A writer is killed at a random moment, again and again; whatever it acknowledged must be there afterwards.

    Forked children keep the rounds quick: each is a process of its own with its own connection, killed with SIGKILL.
    """
    open_office(tmp_path).close()
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n" + textwrap.dedent(
        """
        import os, random, signal, time
        from pathlib import Path
        import app.services.equipment, app.store.migrations.runner, app.services.demo, app.services.contracts
        from app.bootstrap import open_folder
        folder, rounds, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(11)
        acknowledged = []
        for number in range(rounds):
            reading, writing = os.pipe()
            child = os.fork()
            if child == 0:
                os.close(reading)
                opened = open_folder(folder, role="command")
                for count in range(10_000):
                    name = f"{number:04d}-{count:05d}"
                    opened.services.equipment.add({"kind": "till", "designation": name, "notes": "z" * 300})
                    os.write(writing, name.encode() + b"\\n")
                os._exit(0)
            os.close(writing)
            first = os.read(reading, 11)
            time.sleep(chance.random() * 0.03)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            rest = first
            while chunk := os.read(reading, 65536):
                rest += chunk
            os.close(reading)
            acknowledged += [line.decode() for line in rest.split(b"\\n")[:-1] if len(line) == 10]
        print(len(acknowledged))
        opened = open_folder(folder, role="command")
        with opened.services.context.store.reading() as session:
            kept = {row[0] for row in session.connection().exec_driver_sql("SELECT designation FROM equipment")}
            outbox = session.connection().exec_driver_sql("SELECT count(*) FROM outbox WHERE type = 'equipment'").scalar()
        assert outbox == len(kept), (outbox, len(kept))
        missing = [name for name in acknowledged if name not in kept]
        print(len(missing), len(kept))
        opened.close()
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path), str(ROUNDS)], capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    acknowledged, missing, kept = map(int, done.stdout.split())
    assert acknowledged >= ROUNDS and missing == 0 and kept >= acknowledged
    assert problems(tmp_path / FILE_NAME) == []


def test_the_written_ahead_log_is_folded_in_when_the_folder_is_closed(tmp_path: Path) -> None:
    opened = open_office(tmp_path)
    add_three_contracts(opened)
    opened.close()
    assert not (tmp_path / f"{FILE_NAME}-wal").exists()
    with closing(sqlite3.connect(f"file:{tmp_path / FILE_NAME}?mode=ro", uri=True)) as connection:
        assert connection.execute("SELECT count(*) FROM contract").fetchone() == (3,)
