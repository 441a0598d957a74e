"""Interrupting and leaving while a server says nothing: soon over, and the next exchange works as if nothing had been cut."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import OpenFolder
from app.services.sync_round import Round
from app.sync.errors import SlowDownError
from app.sync.http import HttpTransport
from app.sync.keeping import REFRESH_TOKEN
from tests.backup_office import memory_keyring
from tests.offices import open_office
from tests.provider import Provider, provider, silent

#: What leaving may take, and a busy machine on top.
SOON = 5.0 + 1.5


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Provider]:
    with memory_keyring(), provider(tmp_path / "server") as found:
        yield found


@pytest.fixture
def office(tmp_path: Path, server: Provider) -> Iterator[OpenFolder]:
    """Connected, and everything exchanged."""
    opened = open_office(tmp_path / "data")
    opened.services.sync.meet(server.url, server.code(), "Comptoir")
    opened.services.sync.join()
    opened.services.sync.run()
    yield opened
    opened.close()


class Exchange(threading.Thread):
    """An exchange under way in a worker, as the window runs it."""

    def __init__(self, office: OpenFolder) -> None:
        super().__init__(daemon=True)
        self._sync = office.services.sync
        self.cancelled = threading.Event()
        self.found: Round | None = None
        self.start()

    def run(self) -> None:
        self.found = self._sync.exchange(lambda _: None, self.cancelled.is_set)


def took(work: Callable[[], object]) -> float:
    """Seconds."""
    began = time.monotonic()
    work()
    return time.monotonic() - began


def test_interrupting_a_server_that_says_nothing_ends_at_once_and_the_next_exchange_comes_through(
    office: OpenFolder, server: Provider
) -> None:
    office.services.equipment.add({"designation": "Caisse", "kind": "till"})
    server.stop()
    with silent(server.port):
        for _ in range(3):
            exchange = Exchange(office)
            time.sleep(0.3)
            exchange.cancelled.set()
            assert took(office.services.sync.interrupt) < 0.5
            exchange.join(SOON)
            assert exchange.found is not None and exchange.found.ending == "cancelled"
    server.start()
    for _ in range(2):
        assert office.services.sync.exchange(lambda _: None, lambda: False).ending == "done"
    assert office.services.sync.status().pending == 0


def test_an_exchange_that_was_cancelled_before_it_asked_anything_asks_nothing(office: OpenFolder, server: Provider) -> None:
    server.stop()
    with silent(server.port):
        assert took(lambda: office.services.sync.exchange(lambda _: None, lambda: True)) < SOON
    server.start()
    assert office.services.sync.exchange(lambda _: None, lambda: False).ending == "done"


def test_nobody_is_interrupted_who_did_not_ask(office: OpenFolder) -> None:
    office.services.sync.interrupt()
    assert office.services.sync.exchange(lambda _: None, lambda: False).ending == "done"


def test_an_exchange_that_ends_because_the_program_closes_did_not_fail(office: OpenFolder) -> None:
    office.services.sync.abort()
    assert office.services.sync.exchange(lambda _: None, lambda: False).ending == "cancelled"


def test_leaving_while_an_exchange_hangs_takes_seconds_and_keeps_everything(office: OpenFolder, server: Provider) -> None:
    machine = office.services.equipment.add({"designation": "Caisse", "kind": "till"})
    server.stop()
    with silent(server.port):
        exchange = Exchange(office)
        time.sleep(0.3)
        exchange.cancelled.set()
        assert took(office.services.sync.disconnect) < SOON
        exchange.join(SOON)
        assert not exchange.is_alive()
    assert not office.services.sync.status().connected
    assert office.services.equipment.sheet(machine).designation == "Caisse"


def test_a_server_that_answers_is_told_although_an_exchange_was_cut(
    office: OpenFolder, server: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert server.devices() == 1
    waiting, real = threading.Event(), HttpTransport.changes

    def slow(self: HttpTransport, *given: object) -> bytes:
        waiting.set()
        while not self.aborted:
            time.sleep(0.01)
        return real(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(HttpTransport, "changes", slow)
    exchange = Exchange(office)
    assert waiting.wait(10)
    exchange.cancelled.set()
    office.services.sync.disconnect()
    exchange.join(SOON)
    assert server.devices() == 0
    assert office.services.sync.meet(server.url, server.code(), "Comptoir").there > 0


def test_leaving_a_server_that_says_nothing_takes_seconds(office: OpenFolder, server: Provider) -> None:
    server.stop()
    with silent(server.port):
        assert took(office.services.sync.disconnect) < SOON
    assert server.devices() == 1  # the provider can revoke it


@pytest.fixture
def lost(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Once it is set, no name is looked up any more until the test ends."""
    found, over, real = threading.Event(), threading.Event(), socket.getaddrinfo

    def look_up(*given: Any, **named: Any) -> Any:
        if found.is_set():
            over.wait(30)
        return real(*given, **named)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    yield found
    over.set()
    for one in threading.enumerate():
        if one.name == "parclair-request":
            one.join(10)


def test_an_exchange_is_interrupted_while_a_name_is_looked_up(office: OpenFolder, server: Provider, lost: threading.Event) -> None:
    office.services.sync._end_transport()  # its connection is open
    lost.set()
    exchange = Exchange(office)
    time.sleep(0.3)
    exchange.cancelled.set()
    office.services.sync.interrupt()
    exchange.join(2)
    assert exchange.found is not None and exchange.found.ending == "cancelled"
    lost.clear()
    assert office.services.sync.exchange(lambda _: None, lambda: False).ending == "done"


def test_leaving_while_no_name_is_found_takes_seconds_and_forgets_the_access(
    office: OpenFolder, server: Provider, lost: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.sync._FAREWELL", 1.0)
    lost.set()
    exchange = Exchange(office)
    exchange.cancelled.set()
    assert took(office.services.sync.disconnect) < 1.0 + 1.5
    exchange.join(2)
    assert not exchange.is_alive() and not office.services.sync.status().connected
    assert office.services.sync._access.get(REFRESH_TOKEN) is None
    assert server.devices() == 1


def test_a_long_wait_is_told_in_minutes() -> None:
    assert "dans 90" in str(SlowDownError(90).text.render("fr")) and "s." in SlowDownError(90).text.render("fr")
    assert "60\u00a0min" in SlowDownError(3600).text.render("fr") and "2\u00a0min" in SlowDownError(91).text.render("fr")
