"""The line to a server: nobody waits for a name or an address longer than they want to, and a slow line is no dead one."""

from __future__ import annotations

import gc
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from app.sync import line as lines
from app.sync.errors import OfflineError
from app.sync.line import Line, timeouts

#: A busy machine, on top of what something may take.
SLACK = 1.5
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n"


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """What was left behind ends by itself, and leaves no open connection."""
    yield
    for one in threading.enumerate():
        if one.name == "parclair-request":
            one.join(20)
            assert not one.is_alive()
    gc.collect()


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Open it, and names are looked up again."""
    found = threading.Event()
    yield found
    found.set()


@pytest.fixture
def stalled(gate: threading.Event, monkeypatch: pytest.MonkeyPatch, nothing_left: None) -> None:
    """The resolver says nothing until the gate is open."""
    real = socket.getaddrinfo

    def look_up(*given: Any, **named: Any) -> Any:
        assert gate.wait(20)
        return real(*given, **named)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@contextmanager
def peer(serve: Callable[[socket.socket], object]) -> Iterator[str]:
    """Serves one connection; its address."""
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
        listening.bind(("127.0.0.1", 0))
        listening.listen(1)

        def work() -> None:
            taken, _ = listening.accept()
            with taken:
                serve(taken)

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        thread.join(20)
        assert not thread.is_alive()


def refused(line: Line, url: str, body: bytes | None = None) -> tuple[str, float]:
    """Why there was no answer, and after how many seconds."""
    began = time.monotonic()
    with pytest.raises(OfflineError) as told:
        line.request("POST", url, body, {})
    return str(told.value.reason), time.monotonic() - began


@pytest.mark.usefixtures("stalled")
def test_a_resolver_that_says_nothing_is_waited_for_no_longer_than_was_said() -> None:
    line = Line()
    line.end_by(time.monotonic() + 0.5)
    why, took = refused(line, "https://parclair.example/health")
    assert why == "pas de réponse à temps" and took < 0.5 + SLACK
    assert line.aborted
    line.close()


def test_many_addresses_are_tried_no_longer_than_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def three(address: object, timeout: float, **_: object) -> socket.socket:
        time.sleep(3 * timeout)  # each of them for as long as it may
        raise TimeoutError

    monkeypatch.setattr(socket, "create_connection", three)
    line = Line()
    line.end_by(time.monotonic() + 1.0)
    assert refused(line, "https://parclair.example/health")[1] < 1.0 + SLACK
    line.close()


@pytest.mark.usefixtures("stalled")
def test_a_line_is_cut_while_a_name_is_looked_up() -> None:
    line = Line()
    threading.Timer(0.2, line.abort).start()
    why, took = refused(line, "https://parclair.example/health")
    assert why == "la connexion a été coupée" and took < 0.2 + SLACK
    line.close()
    assert refused(line, "https://parclair.example/health")[0] == why  # for good


@pytest.mark.usefixtures("stalled")
def test_what_was_left_behind_sends_nothing_once_it_is_connected(gate: threading.Event) -> None:
    came: list[bytes] = []
    with peer(lambda taken: came.append(taken.recv(1000))) as url:
        line = Line()
        line.end_by(time.monotonic() + 0.2)
        refused(line, url, b"secret")
        line.close()
        gate.set()
    assert came == [b""]


def test_whoever_stops_waiting_leaves_nothing_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> bool:
        raise KeyboardInterrupt

    over = threading.Event()
    with peer(lambda _: over.wait(20)) as url:
        line = Line()
        with monkeypatch.context() as patch:
            patch.setattr(threading.Condition, "wait_for", stop)
            with pytest.raises(KeyboardInterrupt):
                line.request("GET", url, None, {})
        assert line.aborted
        over.set()
    line.close()


def slowly(taken: socket.socket, size: int) -> None:
    """A line that takes a little at a time, and answers once it has all."""
    left = size
    while left > 0:
        left -= len(taken.recv(20_000))
        time.sleep(0.02)
    taken.sendall(_HEAD % 2 + b"{}")


def test_a_slow_line_is_given_the_time_that_a_large_body_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "SILENCE", 0.3)
    monkeypatch.setattr(lines, "SLOWEST", 200_000)
    with peer(lambda taken: slowly(taken, 1_000_000)) as url:
        line = Line()
        assert line.request("POST", url, bytes(1_000_000), {}).content == b"{}"
        line.close()


def test_the_slowest_line_gets_a_whole_push_through() -> None:
    patience = timeouts(1024 * 1024)
    assert patience.read == patience.write == 30 + 128 and patience.connect == 5
    assert timeouts(0).read == 30


def trickle(taken: socket.socket) -> None:
    """A byte at a time."""
    taken.recv(1000)
    try:
        taken.sendall(_HEAD % 8)
        for _ in range(8):
            time.sleep(0.25)
            taken.sendall(b"x")
    except OSError:
        return  # nobody waits any more


def test_an_answer_that_trickles_in_is_waited_for_as_long_as_something_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "SILENCE", 1.5)
    with peer(trickle) as url:
        line = Line()
        assert line.request("GET", url, None, {}).content == b"xxxxxxxx"
        line.close()


def test_an_answer_that_trickles_in_is_not_waited_for_after_the_end() -> None:
    with peer(trickle) as url:
        line = Line()
        line.end_by(time.monotonic() + 0.7)
        assert refused(line, url)[1] < 0.7 + 0.8  # all of it would take two seconds
        line.close()
