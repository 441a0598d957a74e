"""An office with a server and computers to synchronise, on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.server.database import Database
from app.store.database import FILE_NAME, migrate
from tests.server.postgres import database, new_database, postgres
from tests.sync_lab import LabClock, LabDevice, LabServer, hasten

__all__ = ["database", "new_database", "postgres"]

Office = Callable[[int], list[LabDevice]]


@pytest.fixture(scope="session")
def client_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty data folder's database, to be copied."""
    path = tmp_path_factory.mktemp("client") / FILE_NAME
    migrate(path)
    return path


@pytest.fixture
def clock() -> LabClock:
    """The office's clock."""
    return LabClock()


@pytest.fixture
def server(database: Database, clock: LabClock) -> LabServer:
    """The office's server, on each kind of database."""
    return LabServer(database, clock)


@pytest.fixture
def lite(new_database: Callable[[str], Database], clock: LabClock) -> LabServer:
    """The office's server, where its database does not matter."""
    opened = new_database("sqlite")
    hasten(opened.engine)
    return LabServer(opened, clock)


@pytest.fixture
def computer(tmp_path: Path, clock: LabClock, client_template: Path) -> Iterator[Callable[[LabServer], LabDevice]]:
    """Gives a server one more computer, with an empty data folder."""
    made: list[LabDevice] = []

    def make(server: LabServer) -> LabDevice:
        made.append(LabDevice(tmp_path / f"pc{len(made)}", server, clock, client_template))
        return made[-1]

    yield make
    for one in made:
        one.store.close()
