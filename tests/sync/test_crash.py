"""Client and server are killed at random points, again and again: nothing committed or acknowledged is lost, and everybody converges."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.store.database import migrate
from app.sync.errors import SyncError
from tests.server.postgres import Postgres
from tests.server.running import ROOT, ServerProcess
from tests.sync.crash_client import CrashDevice
from tests.sync_deeds import waiting

#: Kills of each side in the test command; `dev.py soak` has many more.
ROUNDS = int(os.environ.get("PARCLAIR_KILLS", "3"))


@pytest.fixture(params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ServerProcess]:
    url = request.getfixturevalue("postgres").fresh() if request.param == "postgresql" else None
    made = ServerProcess(tmp_path / "server", url)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def folders(server: ServerProcess, tmp_path: Path) -> list[Path]:
    office = str(server.command("org", "add", "Pressing", "--siren", "732829320")["organisation"])
    found = []
    for name in ("pc0", "pc1"):
        folder = tmp_path / name
        folder.mkdir()
        migrate(folder / "parclair.sqlite3")
        one = CrashDevice(folder, server.url)
        code = str(server.command("code", "new", office)["code"])
        one.connect(one.transport.activate(code, name, "1"))
        one.close()
        found.append(folder)
    return found


class Client:
    """A client's process; `committed` is what it told to have committed."""

    def __init__(self, folder: Path, url: str, seed: int) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.sync.crash_client", str(folder), url, str(seed)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.committed: list[str] = []

    def wait_for(self, count: int) -> None:
        """Until it has committed that many changes."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.committed.append(line.decode().strip())
            if sum(one.startswith("wrote") for one in self.committed) >= count:
                return
        assert self.process.stderr is not None
        raise AssertionError(self.process.stderr.read().decode())

    def kill(self) -> list[str]:
        """Kill it; all that it had committed."""
        self.process.kill()
        assert self.process.stdout is not None
        # Not by `communicate`, which would miss what was read ahead of the last line taken.
        self.committed += self.process.stdout.read().decode().splitlines()
        self.process.communicate()
        return self.committed


def unaccounted(devices: list[CrashDevice], told: list[str]) -> list[str]:
    """Committed values that are neither current, nor in an inbox, nor superseded by a later edit that is accounted for.

    The journal proves nothing here: it has every value since it was written, whatever became of it afterwards.
    """
    current = set(json.dumps([[list(one.rows().values()), one.inbox()] for one in devices]).split('"'))
    later: dict[str, list[str]] = {}
    for verb, value, *before in (line.split() for line in told):
        if verb == "writes":
            later.setdefault(before[0], []).append(value)

    def known(value: str) -> bool:
        return value in current or any(known(one) for one in later.get(value, ()))

    return [value for verb, value, *_ in (line.split() for line in told) if verb == "wrote" and not known(value)]


def settle(folders: list[Path], url: str, committed: list[str]) -> None:
    """Everybody exchanges; all agree, nothing waits, and nothing committed is unknown."""
    devices = [CrashDevice(folder, url) for folder in folders]
    try:
        for _ in range(3):
            for one in devices:
                try:
                    one.sync()
                except SyncError:
                    one.sync()
        rows = [one.rows() for one in devices]
        assert rows[0] == rows[1]
        assert [waiting(one) for one in devices] == [0, 0]
        assert unaccounted(devices, committed) == []
    finally:
        for one in devices:
            one.close()


def rounds(server: ServerProcess, folders: list[Path], kill: Callable[[ServerProcess, list[Client], random.Random], None]) -> None:
    """Two computers work at the same time; something is killed; what was committed is there."""
    committed: list[str] = []
    for number in range(ROUNDS):
        chance = random.Random(number)
        clients = [Client(folder, server.url, number) for folder in folders]
        for one in clients:
            one.wait_for(chance.randrange(3, 12))
        kill(server, clients, chance)
        for one in clients:
            committed += one.kill()
        settle(folders, server.url, committed)
    assert sum(line.startswith("wrote") for line in committed) >= ROUNDS * 6


@pytest.mark.slow
def test_crash_of_clients_loses_nothing(server: ServerProcess, folders: list[Path]) -> None:
    def kill(_: ServerProcess, clients: list[Client], chance: random.Random) -> None:
        threading.Event().wait(chance.random() * 0.2)
        for one in clients:
            one.process.kill()

    rounds(server, folders, kill)


@pytest.mark.slow
def test_crash_of_the_server_loses_nothing(server: ServerProcess, folders: list[Path]) -> None:
    def kill(running: ServerProcess, clients: list[Client], chance: random.Random) -> None:
        threading.Event().wait(chance.random() * 0.2)
        running.kill()
        for one in clients:
            one.wait_for(sum(told.startswith("wrote") for told in one.committed) + 3)  # offline, work goes on
        running.start()

    rounds(server, folders, kill)


def test_crash_postgres_is_a_real_one(postgres: Postgres) -> None:
    """So that the other tests are not on SQLite twice by mistake."""
    import psycopg

    with psycopg.connect(postgres.fresh()) as connection:
        row = connection.execute("SELECT version()").fetchone()
        assert row is not None
        assert str(row[0]).startswith("PostgreSQL")
