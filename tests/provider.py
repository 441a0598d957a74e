"""A provider's server on loopback for tests: the real application under the real uvicorn, which can be stopped and started again."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import SO_REUSEADDR, SOL_SOCKET, create_connection, socket

import uvicorn

from app.server import clock, organisations
from app.server.app import build
from app.server.database import Database, open_database
from app.server.technicians import codes
from tests.server.running import free_port

SIREN = "732829320"
ROOT = Path(__file__).resolve().parents[1]


class Provider:
    """One organisation and its server. The port stays the same from one start to the next.

    Attributes:
        organisation: the organisation's identifier.
    """

    def __init__(self, folder: Path, name: str = "Pressing des Tilleuls", siren: str = SIREN) -> None:
        self._folder = folder
        self._database: Database = open_database(folder)
        self.port = free_port()
        self.organisation = self.add(name, siren)
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def add(self, name: str, siren: str) -> str:
        """Another organisation; its identifier."""
        with self._database.writing() as connection:
            return organisations.add(connection, name, siren, clock.now())

    def code(self, organisation: str | None = None) -> str:
        """A fresh activation code."""
        with self._database.writing() as connection:
            return organisations.new_code(connection, organisation or self.organisation, clock.now())

    def now(self) -> datetime:
        """The server's clock."""
        return clock.now()

    def technician_code(self, name: str) -> str:
        """A one-time code for a member of the provider's team."""
        with self._database.writing() as connection:
            member, _ = organisations.add_staff(connection, "technicien@example.org", name, clock.now())
            return codes.new_code(connection, self.organisation, member, clock.now())

    def devices(self) -> int:
        """How many computers have access."""
        with self._database.reading() as connection:
            return int(connection.exec_driver_sql("SELECT count(*) FROM device WHERE revoked_at IS NULL").scalar_one())

    def revoke(self) -> None:
        """Take every computer's access away."""
        with self._database.writing() as connection:
            connection.exec_driver_sql("UPDATE device SET revoked_at = created_at")

    def start(self) -> None:
        """Answer from now on."""
        config = uvicorn.Config(
            build(self._database, limited=False),
            host="127.0.0.1",
            port=self.port,
            log_config=None,
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=1,
            ws="none",
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        ends = time.monotonic() + 20
        while not self._server.started:
            if time.monotonic() > ends:
                raise TimeoutError("the server does not start")
            self._thread.join(0.01)

    def stop(self) -> None:
        """Answer no more: the port is closed, connections are cut."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join(20)
            self._server = self._thread = None

    @contextmanager
    def process(self) -> Iterator[subprocess.Popen[bytes]]:
        """The same server as a process of its own, which can be killed."""
        command = [sys.executable, "-m", "app.server", "--data-dir", str(self._folder), "serve", "--port", str(self.port)]
        with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as found:
            ends = time.monotonic() + 30
            while True:
                with suppress(OSError), create_connection(("127.0.0.1", self.port), timeout=1):
                    break
                if time.monotonic() > ends or found.poll() is not None:
                    raise TimeoutError("the server does not start")
                threading.Event().wait(0.05)
            try:
                yield found
            finally:
                found.kill()

    def close(self) -> None:
        """Stop for good."""
        self.stop()
        self._database.close()


@contextmanager
def provider(folder: Path) -> Iterator[Provider]:
    """A running server for the block."""
    found = Provider(folder)
    found.start()
    try:
        yield found
    finally:
        found.close()


class _Portal(BaseHTTPRequestHandler):
    """A hotel's log-in page: whatever is asked, it answers with HTML and 200."""

    protocol_version = "HTTP/1.1"

    def _answer(self) -> None:
        length = int(self.headers.get("Content-Length", "0"))
        self.rfile.read(length)
        body = b"<html><body>Bienvenue ! Identifiez-vous.</body></html>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_HEAD = do_PATCH = do_DELETE = _answer  # noqa: N815 - names that the standard library calls

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def portal(port: int) -> Iterator[None]:
    """Something else answers on `port`."""
    ThreadingHTTPServer.allow_reuse_address = True
    server = ThreadingHTTPServer(("127.0.0.1", port), _Portal)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


@contextmanager
def silent(port: int) -> Iterator[None]:
    """Something takes connections on `port` and never says a word."""
    with socket() as listening:
        listening.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", port))
        listening.listen(16)
        yield
