"""Invariant 15. HTML, a redirect, a missing header or a truncated body is never an acknowledgement. Over a real line on loopback."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from app.server.database import Database
from app.sync.errors import NotOurServerError, OfflineError, SyncError
from app.sync.http import HttpTransport
from app.sync.wire import PROTOCOL_HEADER, SCHEMA_HEADER
from tests.server.fault_proxy import Fault, FaultProxy
from tests.server.offices import Keeper, WebDevice
from tests.server.running import ServerThread
from tests.sync_deeds import add, edit, seen, waiting

_OURS = f"{PROTOCOL_HEADER}: 1\r\n{SCHEMA_HEADER}: 1\r\n"


def answer(status: str, body: bytes, *headers: str, length: int | None = None) -> bytes:
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body) if length is None else length}", "", ""]
    return "\r\n".join(line.rstrip("\r\n") for line in lines).encode() + body


PUSHED = json.dumps({"last_n": 99, "results": [{"n": 1, "status": "ok", "seq": 7}]}).encode()
JSON = "Content-Type: application/json"
OURS = (f"{PROTOCOL_HEADER}: 1", f"{SCHEMA_HEADER}: 1", JSON)
PORTALS = {
    "a log-in page": answer("200 OK", b"<html>Bienvenue au Grand H\xc3\xb4tel</html>", "Content-Type: text/html"),
    "a log-in page that knows our header": answer("200 OK", b"<html></html>", *OURS[:2], "Content-Type: text/html"),
    "a log-in page in place of JSON": answer("200 OK", b"<html></html>", *OURS),
    "a redirect": answer("302 Found", b"", "Location: http://portail.example/login"),
    "a redirect that knows our header": answer("307 Temporary Redirect", b"", *OURS, "Location: http://portail.example/login"),
    "no protocol header": answer("200 OK", PUSHED, JSON),
    "another protocol": answer("200 OK", PUSHED, f"{PROTOCOL_HEADER}: 2", JSON),
    "another type": answer("200 OK", PUSHED, *OURS[:2], "Content-Type: text/plain"),
    "truncated JSON": answer("200 OK", PUSHED[:-9], *OURS),
    "cut off on the line": answer("200 OK", PUSHED[:-9], *OURS, length=len(PUSHED)),
    "garbage said to be gzip": answer("200 OK", b"\x1f\x8b garbage", *OURS, "Content-Encoding: gzip"),
    "gzip that ends too early": answer("200 OK", gzip.compress(PUSHED * 50)[:40], *OURS, "Content-Encoding: gzip"),
    "nothing": answer("200 OK", b"", *OURS),
    "no content": answer("204 No Content", b"", *OURS),
    "null": answer("200 OK", b"null", *OURS),
    "results of other mutations": answer("200 OK", PUSHED.replace(b'"n": 1', b'"n": 4711'), *OURS),
    "no results": answer("200 OK", b'{"last_n": 99, "results": []}', *OURS),
    "an error of a proxy": answer("502 Bad Gateway", b"<html>502</html>", "Content-Type: text/html"),
    "a proxy that wants a password": answer("407 Proxy Authentication Required", b"", "Proxy-Authenticate: Basic"),
    "an error that looks like ours": answer("409 Conflict", b"<html></html>", *OURS[:2], "Content-Type: text/html"),
    "no HTTP at all": b"SSH-2.0-OpenSSH_9.6\r\n",
}


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


def settle(device: WebDevice) -> None:
    """The next exchanges; a connection that is being closed, or what the portal left in it, may cost some of them."""
    for _ in range(3):
        try:
            device.sync()
        except SyncError:
            continue
        return
    device.sync()


def test_15_captive_portal_is_never_an_acknowledgement(device: WebDevice, proxy: FaultProxy) -> None:
    add(device, "person", name="Rose")
    for name, portal in PORTALS.items():
        before = (waiting(device), device.state().cursor, device.rows())
        with proxy.fault(Fault(instead=portal), "/push"), pytest.raises(SyncError) as caught:
            device.sync()
        assert isinstance(caught.value, NotOurServerError | OfflineError), name
        assert (waiting(device), device.state().cursor, device.rows()) == before, name
    settle(device)
    assert waiting(device) == 0
    assert device.inbox() == []


def test_15_captive_portal_between_push_and_pull_brings_no_rows(device: WebDevice, proxy: FaultProxy) -> None:
    row = add(device, "person", name="Rose")
    device.sync()
    for name, portal in PORTALS.items():
        before = device.state()
        with proxy.fault(Fault(instead=portal), "/changes"), pytest.raises(SyncError):
            device.sync()
        after = device.state()
        assert (after.cursor, after.epoch, after.staged) == (before.cursor, before.epoch, 0), name
        assert seen(device, "person", row, "name") == "Rose"


def test_15_captive_portal_after_the_server_took_it_applies_it_once(device: WebDevice, proxy: FaultProxy) -> None:
    row = add(device, "person", name="v0")
    for number, portal in enumerate(PORTALS.values(), 1):
        edit(device, "person", row, name=f"v{number}")
        with proxy.fault(Fault(afterwards=portal), "/push"), pytest.raises(SyncError):
            device.sync()
        assert waiting(device) >= 1
        settle(device)
        assert waiting(device) == 0
        assert seen(device, "person", row, "name") == f"v{number}"
    assert device.inbox() == []
    assert device.state().cursor == len(PORTALS) + 1  # each edit was numbered once


def test_15_captive_portal_never_gets_a_token_by_redirect(device: WebDevice, proxy: FaultProxy) -> None:
    """A redirect is not followed: nothing is sent to wherever it points."""
    asked: list[str] = []
    elsewhere = FaultProxy(proxy.target, plan=lambda line: asked.append(line) or Fault())  # type: ignore[func-returns-value]
    portal = answer("307 Temporary Redirect", b"", *OURS, f"Location: {elsewhere.url}/v1/sync/push")
    add(device, "person")
    with proxy.fault(Fault(instead=portal), "/push"), pytest.raises(SyncError):
        device.sync()
    assert asked == []
    elsewhere.close()


def test_15_captive_portal_never_gets_a_token_by_redirect_from_the_programs_own_client(proxy: FaultProxy) -> None:
    """`WebDevice` brings a client of its own; what the program itself makes is held to the same."""
    asked: list[str] = []

    def overhear(line: str) -> Fault:
        asked.append(line)
        return Fault()

    elsewhere = FaultProxy(proxy.target, plan=overhear)
    transport = HttpTransport(proxy.url, Keeper())
    transport.activate(proxy.code, "PC", "1")  # type: ignore[attr-defined]
    portal = answer("307 Temporary Redirect", b"", *OURS, f"Location: {elsewhere.url}/v1/sync/info")
    with proxy.fault(Fault(instead=portal)), pytest.raises(NotOurServerError):
        transport.info()
    assert asked == []
    transport.close()
    elsewhere.close()


def test_15_captive_portal_is_not_asked_again_by_a_connection_that_it_left_open() -> None:
    ports: list[int] = []

    class Portal(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            ports.append(self.client_address[1])
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    portal = ThreadingHTTPServer(("127.0.0.1", 0), Portal)
    thread = threading.Thread(target=portal.serve_forever)
    thread.start()
    transport = HttpTransport(f"http://127.0.0.1:{portal.server_port}", Keeper())
    for _ in range(2):
        with pytest.raises(NotOurServerError):
            transport.health()
    transport.close()
    portal.shutdown()
    portal.server_close()
    thread.join()
    assert len(set(ports)) == 2
