"""A proxy on loopback between a computer and its server: cuts the line at any byte, repeats, or answers in the server's place."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass
class Fault:
    """What happens to one exchange.

    Attributes:
        request, answer: bytes that get through before the line is cut; none: all of them.
        instead: what the computer gets to read instead of the server's answer; the server never hears of the request.
        afterwards: the same, but the server has done what it was asked.
        twice: the request reaches the server a second time, and the computer gets the second answer.
    """

    request: int | None = None
    answer: int | None = None
    instead: bytes | None = None
    afterwards: bytes | None = None
    twice: bool = False


@dataclass
class Seen:
    """The sizes of an exchange that came through."""

    request: int = 0
    answer: int = 0


@dataclass
class FaultProxy:
    """Listens on loopback. `plan` is asked at each request for its fault; it gets the request's first line."""

    target: str
    plan: Callable[[str], Fault] = field(default=lambda _: Fault())
    seen: list[tuple[str, Seen]] = field(default_factory=list)

    def __post_init__(self) -> None:
        parts = urlsplit(self.target)
        self._target = (parts.hostname or "", parts.port or 80)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Stop listening."""
        self._listening.close()

    @contextmanager
    def fault(self, fault: Fault, path: str = "") -> Iterator[None]:
        """`fault` befalls the first exchange whose first line has `path`, and no other."""
        left = iter([fault])
        before = self.plan
        self.plan = lambda line: next(left, Fault()) if path in line else Fault()
        try:
            yield
        finally:
            self.plan = before

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, suppress(OSError):
            while request := _message(client):
                if not self._exchange(client, request):
                    return

    def _exchange(self, client: socket.socket, request: bytes) -> bool:
        line = request.split(b"\r\n", 1)[0].decode()
        fault = self.plan(line)
        if fault.instead is not None:
            client.sendall(fault.instead)
            return False
        if fault.request is not None and fault.request < len(request):
            with socket.create_connection(self._target) as server:
                server.sendall(request[: fault.request])
            return False
        answer = self._ask(request)
        if fault.twice:
            answer = self._ask(request)
        self.seen.append((line, Seen(len(request), len(answer))))
        client.sendall(fault.afterwards if fault.afterwards is not None else answer[: fault.answer])
        return fault.answer is None and fault.afterwards is None

    def _ask(self, request: bytes) -> bytes:
        with socket.create_connection(self._target) as server:
            server.sendall(request)
            return _message(server)


def _message(source: socket.socket) -> bytes:
    """One HTTP message with its body; empty at the end of the line."""
    found = b""
    while b"\r\n\r\n" not in found:
        part = source.recv(65536)
        if not part:
            return b""
        found += part
    head, _, body = found.partition(b"\r\n\r\n")
    length = next((int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
    while len(body) < length:
        part = source.recv(65536)
        if not part:
            break
        body += part
    return head + b"\r\n\r\n" + body
