"""A real server on a loopback port, and whoever talks to it: devices, staff, strangers."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI
from sqlalchemy import select
from uuid_utils.compat import uuid7

from app.domain.synced import SYNCED
from app.server import organisations
from app.server.access.activation import admit
from app.server.app import build
from app.server.clock import as_text
from app.server.context import Context
from app.server.database import Database
from app.server.tables import record
from app.sync.wire import PROTOCOL, PROTOCOL_HEADER, Activated
from tests.server.running import listening
from tests.sync_lab import LabClock

#: Reading the certificate authorities takes longer than a test, and each client would do it anew; nothing here needs them.
_AUTHORITIES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
SIRENS = ("552100554", "732829320", "443061841", "542051180")
#: What a field holds where a test does not say.
_EMPTY: dict[str, Any] = {"text": "", "integer": 0, "flag": False, "day": "2026-11-22", "amount": "0.00", "object": {}}


@dataclass
class Member:
    """Somebody with a token."""

    client: httpx.Client
    id: str
    organisation: str = ""
    n: int = 0


class Running:
    """An application under uvicorn, in a thread of its own. Its socket listens before this returns."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app
        self._socket = listening()
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        config = uvicorn.Config(app, log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=5)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]})
        self._thread.start()

    def stop(self) -> None:
        """Finish what is under way and end."""
        self._server.should_exit = True
        self._thread.join(30)
        self._socket.close()
        assert not self._thread.is_alive()


@dataclass
class LiveServer:
    """A server on a database and a clock.

    Attributes:
        shared: an application that runs already: making one takes longer than most tests, so they lend it their database in turn.
    """

    database: Database
    clock: LabClock
    limited: bool = False
    metrics: bool = False
    shared: Running | None = None
    url: str = ""
    _closing: list[httpx.Client] = field(default_factory=list)

    def start(self) -> None:
        """Answer from now on."""
        self._running = self.shared or Running(build(self.database, self.clock.now, metrics=self.metrics))
        self._running.app.state.context = Context(self.database, self.clock.now)
        self._running.app.state.limited = self.limited
        self.url = self._running.url

    def stop(self) -> None:
        """Finish what is under way and end."""
        for one in self._closing:
            one.close()
        if self.shared is None:
            self._running.stop()

    def client(self, token: str = "", headers: Mapping[str, str] | None = None) -> httpx.Client:
        """Somebody who talks to the server; redirects are not followed."""
        said = {PROTOCOL_HEADER: PROTOCOL, **(headers or {})}
        if token:
            said["Authorization"] = f"Bearer {token}"
        made = httpx.Client(base_url=self.url, headers=said, timeout=30, verify=_AUTHORITIES, trust_env=False)
        self._closing.append(made)
        return made

    def organisation(self, number: int = 0, name: str = "Pressing des Tilleuls") -> str:
        """A new organisation."""
        with self.database.writing() as connection:
            return organisations.add(connection, name, SIRENS[number], self.clock.now())

    def device(self, organisation_id: str) -> Member:
        """A computer of an organisation."""
        with self.database.writing() as connection:
            known = admit(connection, organisation_id, "Caisse", "1", self.clock.now())
        return self._member(known)

    def staff(self, email: str = "camille@inforum.example", name: str = "Camille Rey") -> Member:
        """A member of the provider's staff."""
        with self.database.writing() as connection:
            identity, token = organisations.add_staff(connection, email, name, self.clock.now())
        return Member(self.client(token), identity)

    def put(self, device: Member, kind: str, row: str | None = None, /, **values: Any) -> str:
        """A device writes a record; its id."""
        identity = row or str(uuid7())
        self.push(device, "put" if row is None else "patch", kind, identity, {**(defaults(kind) if row is None else {}), **values})
        return identity

    def push(self, device: Member, op: str, kind: str, row: str, values: Mapping[str, Any]) -> dict[str, Any]:
        """A device pushes one change on top of everything there is; what became of it, which has to be good."""
        info = device.client.get("/v1/sync/info").json()
        change = str(uuid7())
        mutation = {
            "n": device.n + 1,
            "id": change,
            "tx": change,
            "op": op,
            "type": kind,
            "row": row,
            "set": dict(values),
            "base": info["head"],
        }
        sent = {"epoch": info["epoch"], "prev": device.n, "mutations": [mutation]}
        answer = device.client.post("/v1/sync/push", json=sent)
        assert answer.status_code == 200, answer.text
        device.n += 1
        result: dict[str, Any] = answer.json()["results"][0]
        assert result["status"] in ("ok", "merged"), result
        return result

    def data(self, organisation_id: str, row: str) -> dict[str, Any]:
        """A record as the server has it."""
        import json

        with self.database.reading() as connection:
            query = select(record.c.data).where(record.c.organisation == organisation_id, record.c.row_id == row)
            return dict(json.loads(connection.execute(query).scalar_one()))

    def at(self, text: str) -> str:
        """A moment as records keep it."""
        return as_text(datetime.fromisoformat(text).astimezone(UTC))

    def _member(self, known: Activated) -> Member:
        return Member(self.client(known.access_token), known.device, known.organisation)


def defaults(kind: str) -> dict[str, Any]:
    """The fields that a new record of a type has to have, but for what it points to."""
    found: dict[str, Any] = {}
    for name, one in SYNCED[kind].fields.items():
        if one.optional:
            found[name] = None
        elif one.kind == "choice":
            assert one.choices is not None
            found[name] = next(iter(one.choices)).value
        elif one.kind == "moment":
            found[name] = "2026-11-22T09:00:00.000000+00:00"
        elif one.kind != "reference":
            found[name] = _EMPTY[one.kind]
    return found
