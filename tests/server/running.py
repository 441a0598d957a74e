"""A server that listens on loopback: in a thread of the test, or as a process of its own that can be killed."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import httpx
import uvicorn

from app.server import clock, organisations
from app.server.app import build
from app.server.database import Database

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 60.0


def listening() -> socket.socket:
    """A socket that listens on a free port.

    It says that it is TCP: only then are answers sent without waiting for the other side's word on the packet before, which takes 40 ms.
    """
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    found.bind(("127.0.0.1", 0))
    found.listen(128)
    return found


def wait_until_ready(url: str, process: subprocess.Popen[bytes] | None = None) -> None:
    """Wait for a server to answer.

    Raises:
        TimeoutError: it does not.
        RuntimeError: `process` has ended.
    """
    pause = threading.Event()
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            if httpx.get(f"{url}/health", timeout=2).status_code == 200:
                return
        except httpx.HTTPError:
            if process is not None and process.poll() is not None:
                raise RuntimeError(f"{url}: the server ended with {process.returncode}") from None
            pause.wait(0.02)
    raise TimeoutError(url)


class ServerThread:
    """The real application behind the real web server, in this process."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._listening = listening()
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        settings = uvicorn.Config(build(database, limited=False), log_config=None, access_log=False, lifespan="off")
        self._server = uvicorn.Server(settings)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._listening]}, daemon=True)
        self._thread.start()
        wait_until_ready(self.url)

    def new_organisation(self, siren: str = "732829320") -> str:
        """An organisation; its identifier."""
        with self.database.writing() as connection:
            return organisations.add(connection, "Pressing des Tilleuls", siren, clock.now())

    def new_code(self, organisation: str) -> str:
        """An activation code."""
        with self.database.writing() as connection:
            return organisations.new_code(connection, organisation, clock.now())

    def stop(self) -> None:
        """Stop listening."""
        self._server.should_exit = True
        self._thread.join(_PATIENCE)
        self._listening.close()


class ServerProcess:
    """`python -m app.server serve`, with its data in a folder or at the address of a database."""

    def __init__(self, folder: Path, url: str | None = None, *, port: int | None = None) -> None:
        self._place = ["--data-dir", str(folder), *(["--database-url", url] if url else [])]
        self._environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def command(self, *arguments: str) -> dict[str, object]:
        """Run one of the server's commands; its answer."""
        done = subprocess.run(self._line("--json", *arguments), env=self._environment, cwd=ROOT, capture_output=True, check=True)
        found: dict[str, object] = json.loads(done.stdout)
        return found

    def start(self) -> None:
        """Listen."""
        self.process = subprocess.Popen(
            self._line("serve", "--port", str(self.port)),
            env=self._environment,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until_ready(self.url, self.process)

    def kill(self) -> None:
        """End at once, as a power cut would."""
        self._end(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)

    def stop(self) -> None:
        """End in good order."""
        self._end(signal.SIGTERM)

    def cpu_seconds(self) -> float:
        """The time that the process has worked."""
        import psutil

        assert self.process is not None
        times = psutil.Process(self.process.pid).cpu_times()
        return float(times.user + times.system)

    def _end(self, how: signal.Signals) -> None:
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(_PATIENCE)
            self.process = None

    def _line(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "app.server", *self._place, *arguments]


def free_port() -> int:
    """A port that nobody listens on, and that no connection gets as its own while a server that was killed is away from it."""
    # Systems give connections ports from 32,768 on (Linux) or 49,152 on.
    for port in random.sample(range(20_000, 32_000), 100):
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise RuntimeError("no free port")
