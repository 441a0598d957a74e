"""A push exchange cut at every byte, there and back, repeated, and answered by others: converges within three tries, exactly once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.server.database import Database
from app.sync.errors import SyncError
from tests.server.fault_proxy import Fault, FaultProxy
from tests.server.offices import WebDevice
from tests.server.running import ServerThread
from tests.sync_deeds import add, edit, waiting

#: How many bytes lie between two cuts in the test command; `dev.py soak` cuts at each.
STRIDE = int(os.environ.get("PARCLAIR_BYTE_STRIDE", "9"))
TRIES = 3


@pytest.fixture
def office(new_database: Callable[[str], Database], tmp_path: Path) -> Iterator[tuple[WebDevice, FaultProxy]]:
    server = ServerThread(new_database("sqlite"))
    proxy = FaultProxy(server.url)
    device = WebDevice(tmp_path / "pc", proxy.url, server.new_code(server.new_organisation()))
    device.sync()
    yield device, proxy
    device.close()
    proxy.close()
    server.stop()


def converge(device: WebDevice, proxy: FaultProxy, row: str, fault: Fault, value: str) -> None:
    """One edit through one fault."""
    before = device.state().cursor
    edit(device, "person", row, name=value)
    with proxy.fault(fault, "/push"):
        for _ in range(TRIES):
            try:
                device.sync()
                break
            except SyncError:
                assert waiting(device) == 1
    assert waiting(device) == 0, fault
    assert device.inbox() == []
    assert device.state().cursor == before + 1, fault  # numbered once, and the own change came back


def test_a_push_cut_at_every_byte_of_request_and_answer_is_applied_exactly_once(office: tuple[WebDevice, FaultProxy]) -> None:
    device, proxy = office
    row = add(device, "person", name="v0")
    device.sync()
    converge(device, proxy, row, Fault(), "v1")
    _, size = next((line, seen) for line, seen in reversed(proxy.seen) if "/push" in line)
    assert size.request > 300
    assert size.answer > 100
    number = 1
    for kind, length in (("request", size.request), ("answer", size.answer)):
        for cut in sorted({*range(0, length, STRIDE), length - 1}):
            number += 1
            converge(device, proxy, row, Fault(**{kind: cut}), f"{kind} {cut}")
    assert proxy.seen


@pytest.mark.parametrize("fault", [Fault(twice=True), Fault(answer=0), Fault(request=0)], ids=["twice", "no answer", "no request"])
def test_faults_one_after_the_other_end_well(office: tuple[WebDevice, FaultProxy], fault: Fault) -> None:
    device, proxy = office
    row = add(device, "person", name="v0")
    device.sync()
    for number in range(6):
        converge(device, proxy, row, fault, f"v{number + 1}")


@pytest.mark.parametrize("status", ["502 Bad Gateway", "200 OK"])
def test_answers_of_others_delay_and_change_nothing(office: tuple[WebDevice, FaultProxy], status: str) -> None:
    device, proxy = office
    row = add(device, "person", name="v0")
    device.sync()
    page = b"<html>ailleurs</html>"
    text = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {len(page)}\r\n\r\n".encode() + page
    converge(device, proxy, row, Fault(instead=text), "v1")
    converge(device, proxy, row, Fault(afterwards=text), "v2")
