"""Real data folders that exchange with a real server over loopback."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import httpx

from app.services.derived_rows import DerivedRows
from app.store import sync_state as states
from app.store.database import FILE_NAME, migrate
from app.store.store import Store
from app.sync.engine import Engine, SyncReport
from app.sync.http import HttpTransport
from tests.sync_lab import LabDevice


class RealClock:
    """The system's clock."""

    def now(self) -> datetime:
        """The moment."""
        return datetime.now(UTC)

    def today(self) -> object:
        """Its day."""
        return self.now().date()


class Keeper(dict[str, str]):
    """Keeps tokens in memory."""

    def set(self, name: str, value: str) -> bool:
        """See `TokenKeeper`."""
        self[name] = value
        return True

    def forget(self, name: str) -> None:
        """See `TokenKeeper`."""
        self.pop(name, None)


class WebDevice(LabDevice):
    """A computer that reaches its server over HTTP."""

    def __init__(self, folder: Path, url: str, code: str, *, timeout: float = 30) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / FILE_NAME
        migrate(self.path)
        self.clock = RealClock()  # type: ignore[assignment]
        self.store = Store(self.path, self.clock.now, folder.name)
        self.keeper = Keeper()
        self.timeout = timeout
        self.reach(url)
        self.connect(self.transport.activate(code, folder.name, "1"))

    def reach(self, url: str) -> None:
        """Use another way to the server."""
        client = httpx.Client(timeout=self.timeout, trust_env=False, follow_redirects=False)
        self.transport = HttpTransport(url, self.keeper, client)

    def sync(self) -> SyncReport:
        """One exchange."""
        return Engine(self.store, self.transport, DerivedRows(self.clock), self.clock.now).run()  # type: ignore[arg-type]

    def state(self) -> states.SyncState:
        """Where it stands."""
        with self.store.reading() as session:
            return states.read(session.connection())

    def close(self) -> None:
        """End everything."""
        self.transport.close()
        self.store.close()
