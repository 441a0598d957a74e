"""429 and 503: the wait that is asked for is honoured, whoever asks for it and in whichever form; nothing leaves the outbox for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from app.server.database import Database
from app.sync.dates import later
from app.sync.errors import NotOurServerError, OfflineError, SlowDownError
from app.sync.wire import PROTOCOL_HEADER
from tests.server.fault_proxy import Fault, FaultProxy
from tests.server.offices import WebDevice
from tests.server.running import ServerThread
from tests.sync_deeds import add, waiting

DATE = "Sun, 22 Nov 2026 10:00:00 GMT"


def wait_of(given: str | None, date: str | None = DATE) -> float | None:
    """The seconds that an answer asks for."""
    headers = [(name, value.encode("latin-1")) for name, value in ((b"Retry-After", given), (b"Date", date)) if value is not None]
    found = later(httpx.Response(503, headers=headers))
    return None if found is None else found.seconds


@pytest.mark.parametrize(
    ("given", "seconds"),
    [
        ("120", 120),
        (" 7 ", 7),
        ("0", 0),
        ("999999", 3600),
        ("9" * 5000, 3600),
        ("Sun, 22 Nov 2026 10:02:30 GMT", 150),
        ("Sunday, 22-Nov-26 10:02:30 GMT", 150),
        ("Sun Nov 22 10:02:30 2026", 150),
        ("Sun, 22 Nov 2026 09:00:00 GMT", 0),
        ("Mon, 22 Nov 2027 10:00:00 GMT", 3600),
        ("", None),
        (None, None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("²", None),
        ("Sun, 22 Nov 99999999999999999999 10:00:00 GMT", None),
    ],
)
def test_a_wait_is_read_in_seconds_or_as_a_date(given: str | None, seconds: float | None) -> None:
    assert wait_of(given) == seconds


def test_a_date_counts_from_the_answers_own_and_from_no_clock_of_ours() -> None:
    assert wait_of("Sun, 22 Nov 2026 10:02:30 GMT", "Sun, 22 Nov 2026 10:02:00 GMT") == 30
    assert wait_of("Tue, 01 Jan 2030 00:01:00 GMT", "Tue, 01 Jan 2030 00:00:00 GMT") == 60
    assert wait_of("Sun, 22 Nov 2026 10:02:30 GMT", None) is None
    assert wait_of("Sun, 22 Nov 2026 10:02:30 GMT", "yesterday") is None


# On the line ---------------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def proxy(new_database: Callable[[str], Database]) -> Iterator[FaultProxy]:
    server = ServerThread(new_database("sqlite"))
    made = FaultProxy(server.url)
    made.code = server.new_code(server.new_organisation())  # type: ignore[attr-defined]
    yield made
    made.close()
    server.stop()


@pytest.fixture
def device(proxy: FaultProxy, tmp_path: Path) -> Iterator[WebDevice]:
    one = WebDevice(tmp_path / "pc", proxy.url, proxy.code)  # type: ignore[attr-defined]
    one.sync()
    yield one
    one.close()


def answer(status: str, *headers: str) -> bytes:
    """What a reverse proxy says by itself."""
    page = f"<html><h1>{status}</h1></html>".encode()
    lines = [f"HTTP/1.1 {status}", "Content-Type: text/html", f"Content-Length: {len(page)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + page


OURS = f"{PROTOCOL_HEADER}: 1"
IN_45_S = ("Retry-After: Sun, 22 Nov 2026 10:00:45 GMT", f"Date: {DATE}")


@pytest.mark.parametrize("path", ["/push", "/changes"])
@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
@pytest.mark.parametrize("headers", [("Retry-After: 45",), IN_45_S, ("Retry-After: 45", OURS), (*IN_45_S, OURS)])
def test_whoever_stands_before_the_server_may_ask_to_wait(
    device: WebDevice, proxy: FaultProxy, path: str, status: str, headers: tuple[str, ...]
) -> None:
    add(device, "person", name="Rose")
    with proxy.fault(Fault(instead=answer(status, *headers)), path), pytest.raises(SlowDownError) as told:
        device.sync()
    assert told.value.seconds == 45
    assert waiting(device) == (1 if path == "/push" else 0)
    device.sync()
    assert waiting(device) == 0 and device.inbox() == []


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
def test_without_a_wait_the_usual_one_follows(device: WebDevice, proxy: FaultProxy, status: str) -> None:
    add(device, "person", name="Rose")
    with proxy.fault(Fault(instead=answer(status)), "/push"), pytest.raises(OfflineError, match=status[:3]):
        device.sync()
    assert waiting(device) == 1


def test_other_answers_of_others_are_still_not_ours(device: WebDevice, proxy: FaultProxy) -> None:
    add(device, "person", name="Rose")
    with proxy.fault(Fault(instead=answer("403 Forbidden", "Retry-After: 45")), "/push"), pytest.raises(NotOurServerError):
        device.sync()
    assert waiting(device) == 1
