"""How large a request may be, compressed or not, and who has it read at all."""

from __future__ import annotations

import gzip
import json
import socket
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
import zstandard
from uuid_utils.compat import uuid7

from app.server.access.activation import new_code
from app.server.compression import unpacked
from app.server.problems import ApiError, InvalidError, MediaTypeError, TooLargeError
from app.sync.http import HttpTransport
from app.sync.wire import MAX_PUSH_BYTES
from tests.server.live import LiveServer, Member
from tests.server.test_errors import Keeper
from tests.sync_deeds import person_values

PACK = {"gzip": gzip.compress, "zstd": zstandard.ZstdCompressor(level=19).compress}
_WIDE = zstandard.ZstdCompressionParameters(window_log=27)
JSON = "application/json"


def push_of(office: Member, count: int, name: str = "Rose") -> bytes:
    """A push of so many new people."""
    info = office.client.get("/v1/sync/info").json()
    ids = [str(uuid7()) for _ in range(count)]
    mutations = [
        {"n": n, "id": one, "tx": one, "op": "put", "type": "person", "row": one, "set": person_values(name=name)}
        for n, one in enumerate(ids, info["last_n"] + 1)
    ]
    return json.dumps({"epoch": info["epoch"], "prev": info["last_n"], "mutations": mutations}).encode()


def send(office: Member, body: bytes, encoding: str) -> httpx.Response:
    """Push a body that is compressed already."""
    return office.client.post("/v1/sync/push", content=body, headers={"Content-Type": JSON, "Content-Encoding": encoding})


@pytest.mark.parametrize("encoding", PACK)
def test_a_push_may_come_compressed(live: LiveServer, office: Member, encoding: str) -> None:
    offered = office.client.get("/v1/sync/info").headers["accept-encoding"]
    assert offered == "zstd, gzip"
    answer = send(office, PACK[encoding](push_of(office, 100)), encoding)
    assert answer.status_code == 200, answer.text
    assert {one["status"] for one in answer.json()["results"]} == {"ok"}
    assert len(office.client.get("/v1/sync/changes").json()["changes"]) == 100


@pytest.mark.parametrize("encoding", PACK)
def test_a_bomb_is_refused_unexploded(lite: LiveServer, encoding: str) -> None:
    """A gigabyte of spaces in a few kilobytes: no more than the limit is ever unpacked."""
    office = lite.device(lite.organisation())
    bomb = PACK[encoding](b" " * (1 << 20) * 256)
    assert len(bomb) < MAX_PUSH_BYTES
    answer = send(office, bomb, encoding)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


@pytest.mark.parametrize("encoding", PACK)
def test_no_more_than_the_limit_is_unpacked(encoding: str) -> None:
    import tracemalloc

    bomb = PACK[encoding](b" " * (1 << 28))
    tracemalloc.start()
    with pytest.raises(TooLargeError):
        unpacked(bomb, encoding, 1 << 20)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 << 20
    assert unpacked(PACK[encoding](b"x" * (1 << 20)), encoding, 1 << 20) == b"x" * (1 << 20)


@pytest.mark.parametrize(
    ("body", "encoding", "kind"),
    [
        (gzip.compress(b"x" * 5000, mtime=0)[:-9], "gzip", InvalidError),
        (PACK["zstd"](bytes(range(256)) * 20)[:-3], "zstd", InvalidError),
        (b"no gzip at all", "gzip", InvalidError),
        (b"no zstd at all", "zstd", InvalidError),
        (b"", "gzip", InvalidError),
        (b"", "zstd", InvalidError),
        (b"{}", "br", MediaTypeError),
        (b"{}", "gzip, gzip", MediaTypeError),
        (zstandard.ZstdCompressor(compression_params=_WIDE).compressobj().compress(b"x" * (1 << 28)), "zstd", ApiError),
    ],
    ids=["gzip cut off", "zstd cut off", "no gzip", "no zstd", "no gzip: empty", "no zstd: empty", "unknown", "twice", "zstd bomb"],
)
def test_what_cannot_be_unpacked_is_refused(body: bytes, encoding: str, kind: type[ApiError]) -> None:
    with pytest.raises(kind):
        unpacked(body, encoding, MAX_PUSH_BYTES)


def test_a_stream_that_does_not_say_how_long_it_is_comes_whole_or_not_at_all() -> None:
    packing = zstandard.ZstdCompressor().compressobj()
    body = packing.compress(bytes(range(256)) * 400) + packing.flush()
    assert unpacked(body, "zstd", MAX_PUSH_BYTES) == bytes(range(256)) * 400
    with pytest.raises(InvalidError):
        unpacked(body[:-4], "zstd", MAX_PUSH_BYTES)


def test_only_pushes_come_compressed(lite: LiveServer) -> None:
    answer = lite.client().post("/v1/activate", content=gzip.compress(b"{}"), headers={"Content-Encoding": "gzip", "Content-Type": JSON})
    assert (answer.status_code, answer.json()["code"]) == (415, "media_type")


@pytest.mark.parametrize(
    ("accepted", "given"),
    [
        ("gzip, deflate, zstd", "zstd"),
        ("gzip, zstd;q=0", "gzip"),
        ("GZIP;q=0.5", "gzip"),
        ("br", None),
        ("", None),
        ("identity", None),
        ("zstd;q=0, gzip; q=0.0", None),
    ],
)
def test_long_answers_are_compressed_for_whoever_asks(lite: LiveServer, accepted: str, given: str | None) -> None:
    office = lite.device(lite.organisation())
    assert office.client.post("/v1/sync/push", content=push_of(office, 50), headers={"Content-Type": JSON}).status_code == 200
    with office.client.stream("GET", "/v1/sync/changes", headers={"Accept-Encoding": accepted}) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers.get("content-encoding") == given
    assert int(answer.headers["content-length"]) == len(raw)
    assert answer.headers["sync-protocol"] == "1"
    plain = unpacked(raw, given or "", MAX_PUSH_BYTES)
    assert len(json.loads(plain)["changes"]) == 50
    if given:
        assert answer.headers["vary"] == "Accept-Encoding"
        assert len(raw) < len(plain) / 2


def test_what_carries_a_secret_or_is_short_is_never_compressed(live: LiveServer, office: Member) -> None:
    asked = {"Accept-Encoding": "gzip, zstd"}
    for path in ("/v1/sync/info", "/v1/sync/changes", "/v1/technician-secret", "/health"):
        assert "content-encoding" not in office.client.get(path, headers=asked).headers
    assert "content-encoding" not in live.client().get("/r/unknown", headers=asked).headers
    with live.database.writing() as connection:
        code = new_code(connection, office.organisation, live.clock.now())
    answer = live.client(headers=asked).post("/v1/activate", json={"code": code, "device_name": "x" * 120})
    assert answer.status_code == 200 and "content-encoding" not in answer.headers


def conversation(live: LiveServer, head: str) -> bytes:
    """Send the head of a request and never a byte of its body; what comes back until the other side has nothing more to say."""
    where = urlsplit(live.url)
    assert where.hostname and where.port
    with socket.create_connection((where.hostname, where.port), timeout=20) as line:
        line.sendall(head.replace("\n", "\r\n").encode())
        found = b""
        while b"\r\n\r\n" not in found:
            part = line.recv(65536)
            if not part:
                break
            found += part
        return found


@pytest.mark.parametrize(
    ("token", "length", "status"),
    [("nobody", MAX_PUSH_BYTES, 401), ("nobody", MAX_PUSH_BYTES + 1, 413), ("staff", 1000, 403), ("revoked", 1000, 403)],
)
def test_a_push_is_read_only_from_who_may_push(
    live: LiveServer, office: Member, camille: Member, token: str, length: int, status: int
) -> None:
    """The answer comes although not one byte of the body was sent."""
    live.device(office.organisation)
    if token == "revoked":
        camille.client.post(f"/v1/staff/organisations/{office.organisation}/devices/{office.id}/revocation")
    known: dict[str, Any] = {"staff": camille.client.headers["Authorization"], "revoked": office.client.headers["Authorization"]}
    said = known.get(token, "Bearer nobody")
    head = f"POST /v1/sync/push HTTP/1.1\nHost: x\nAuthorization: {said}\nContent-Type: {JSON}\nContent-Length: {length}\n\n"
    assert conversation(live, head).split()[1] == str(status).encode()


def test_a_body_without_a_length_is_counted(live: LiveServer, office: Member) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(20):
            yield b" " * 65536

    answer = office.client.post("/v1/sync/push", content=endless(), headers={"Content-Type": JSON})
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_the_program_compresses_long_pushes_for_a_server_that_says_so(lite: LiveServer) -> None:
    sent: list[httpx.Request] = []
    office = lite.device(lite.organisation())
    with lite.database.writing() as connection:
        code = new_code(connection, office.organisation, lite.clock.now())
    client = httpx.Client(trust_env=False, event_hooks={"request": [sent.append]})
    transport = HttpTransport(lite.url, Keeper(), client)
    transport.activate(code, "Caisse", "1")
    assert transport._near, "to a server on the same computer nothing is compressed"
    transport._near = False

    def push(count: int) -> str | None:
        info = transport.info()
        body = json.loads(push_of(office, count)) | {"prev": info.last_n}
        for n, one in enumerate(body["mutations"], info.last_n + 1):
            one["n"] = n
        assert len(json.loads(transport.push(json.dumps(body).encode()))["results"]) == count
        said: str | None = sent[-1].headers.get("content-encoding")
        return said

    assert push(1) is None
    assert push(100) == "zstd"
    # A server that says nothing of it is spoken to as before.
    client.event_hooks = {"request": [sent.append], "response": [lambda answer: answer.headers.pop("accept-encoding", None)]}
    transport._unpacked = frozenset()
    assert push(100) is None
    transport.close()
