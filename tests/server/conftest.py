"""A live server for each test, on the database that the test asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from app.server.app import build
from app.server.database import Database, create
from tests.server.live import LiveServer, Member, Running
from tests.server.postgres import database, new_database, postgres
from tests.sync_lab import LabClock

__all__ = ["database", "new_database", "postgres"]


@pytest.fixture
def clock() -> LabClock:
    """The server's clock."""
    return LabClock()


@pytest.fixture(scope="session")
def shared() -> Iterator[Running]:
    """An application that runs for all tests in turn, each on a database of its own."""
    running = Running(build(Database(create(None, "sqlite:///nobody-has-lent-a-database-yet"))))
    yield running
    running.stop()


@pytest.fixture
def live(database: Database, clock: LabClock, shared: Running) -> Iterator[LiveServer]:
    """A server, on each kind of database."""
    running = LiveServer(database, clock, shared=shared)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def lite(new_database: Callable[[str], Database], clock: LabClock, shared: Running) -> Iterator[LiveServer]:
    """A server, where its database does not matter."""
    running = LiveServer(new_database("sqlite"), clock, shared=shared)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def office(live: LiveServer) -> Member:
    """A computer of an organisation on `live`."""
    return live.device(live.organisation())


@pytest.fixture
def camille(live: LiveServer) -> Member:
    """A member of staff on `live`."""
    return live.staff()
