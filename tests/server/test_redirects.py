"""Invariant 15 with the client that the program makes itself: whatever it sends, it follows no redirect, and keeps what it had."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from app.server.access.activation import new_code
from app.sync.errors import NotOurServerError
from app.sync.http import HttpTransport
from app.sync.keeping import RECOVERY, REFRESH_TOKEN
from app.sync.wire import PROTOCOL_HEADER
from tests.server.fault_proxy import Fault, FaultProxy
from tests.server.live import LiveServer
from tests.server.offices import Keeper


@dataclass
class Line:
    """A computer, the proxy on its way, and what reached the place that redirects point to."""

    transport: HttpTransport
    keeper: Keeper
    proxy: FaultProxy
    elsewhere: FaultProxy
    code: str
    asked: list[str]

    def redirects(self, status: int) -> None:
        """From now on every request is answered by a redirect that says that it is our server's."""
        said = f"{PROTOCOL_HEADER}: 1", f"Location: {self.elsewhere.url}/v1/token", "Content-Length: 0", "Connection: close"
        self.proxy.plan = lambda _: Fault(instead="\r\n".join((f"HTTP/1.1 {status} Moved", *said, "", "")).encode())


@pytest.fixture
def line(lite: LiveServer) -> Iterator[Line]:
    office = lite.organisation()
    with lite.database.writing() as connection:
        first, second = (new_code(connection, office, lite.clock.now()) for _ in range(2))
    asked: list[str] = []

    def overhear(line: str) -> Fault:
        asked.append(line)
        return Fault()

    proxy, elsewhere, keeper = FaultProxy(lite.url), FaultProxy(lite.url, plan=overhear), Keeper()
    transport = HttpTransport(proxy.url, keeper)
    transport.activate(first, "Caisse", "1")
    yield Line(transport, keeper, proxy, elsewhere, second, asked)
    transport.close()
    proxy.close()
    elsewhere.close()


CALLS: dict[str, Callable[[Line], object]] = {
    "activation": lambda line: line.transport.activate(line.code, "Caisse", "1"),
    "exchange of tokens": lambda line: line.transport._refresh(line.transport._access),
    "fork": lambda line: line.transport.fork(),
    "standing": lambda line: line.transport.info(),
    "push": lambda line: line.transport.push(b"{}"),
    "changes": lambda line: line.transport.changes(0, 10, "", 0),
    "technician": lambda line: line.transport.technician_code("12345678"),
    "technicians' secret": lambda line: line.transport.technician_secret(),
    "attachment": lambda line: line.transport.call("PATCH", "/v1/uploads/1", b"bytes"),
    "health": lambda line: line.transport.health(),
}


@pytest.mark.parametrize("name", CALLS)
def test_invariant_15_no_redirect_is_followed(line: Line, name: str) -> None:
    kept, access = dict(line.keeper), line.transport._access
    assert kept.keys() == {REFRESH_TOKEN, RECOVERY}
    for status in (301, 302, 303, 307, 308):
        line.redirects(status)
        with pytest.raises(NotOurServerError):
            CALLS[name](line)
    assert line.asked == []
    assert (dict(line.keeper), line.transport._access) == (kept, access)
