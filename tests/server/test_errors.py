"""Every refusal is a problem document (RFC 9457) that the program recognises as the server's, whoever refuses."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from typing import Any

import httpx
import psycopg
import pytest
from sqlalchemy import exc, insert
from uuid_utils.compat import uuid7

from app.domain.synced import SCHEMA, VERSIONS_BACK
from app.server import context
from app.server.access.activation import new_code
from app.server.database import Database
from app.server.problems import PROBLEM
from app.server.tables import secret
from app.sync import errors
from app.sync.http import HttpTransport
from tests.server.live import LiveServer, Member
from tests.sync_deeds import person_values


def problem(answer: httpx.Response) -> tuple[int, str]:
    """What an answer says, which has to be said as it should be."""
    assert answer.headers["content-type"] == PROBLEM, answer.text
    assert answer.headers.get_list("sync-protocol") == ["1"]
    assert answer.headers.get_list("sync-schema") == [str(SCHEMA)]
    assert answer.headers["cache-control"] == "no-store"
    said = answer.json()
    assert set(said) == {"type", "title", "status", "detail", "code"}
    assert said["status"] == answer.status_code and said["type"] == "about:blank" and said["title"]
    return answer.status_code, said["code"]


@pytest.mark.parametrize(
    ("method", "path", "sent", "expected"),
    [
        ("GET", "/nowhere", {}, (404, "not_found")),
        ("PUT", "/v1/token", {}, (405, "method_not_allowed")),
        ("TRACE", "/health", {}, (405, "method_not_allowed")),
        ("POST", "/v1/token", {"json": {}}, (422, "invalid")),
        ("POST", "/v1/token", {"content": b"{", "headers": {"Content-Type": "application/json"}}, (422, "invalid")),
        ("POST", "/v1/token", {"content": b"[" * 50_000, "headers": {"Content-Type": "application/json"}}, (400, "http")),
        ("POST", "/v1/token", {"content": b"x" * 70_000}, (413, "too_large")),
        ("POST", "/v1/token", {"content": b"{}", "headers": {"Content-Encoding": "gzip"}}, (415, "media_type")),
        ("POST", "/v1/activate", {"json": {"code": "AAAA-AAAA", "device_name": "x"}}, (401, "unauthorised")),
        ("GET", "/v1/sync/info", {}, (401, "unauthorised")),
        ("GET", "/v1/sync/info", {"headers": {"Authorization": "Basic eDp5"}}, (401, "unauthorised")),
        ("GET", "/v1/sync/changes?since=-1", {}, (401, "unauthorised")),
    ],
)
def test_strangers_are_refused_in_words(lite: LiveServer, method: str, path: str, sent: dict[str, Any], expected: tuple[int, str]) -> None:
    answer = lite.client().request(method, path, **sent)
    assert problem(answer) == expected
    assert (answer.headers.get("www-authenticate") == "Bearer") is (expected[0] == 401)
    assert ("allow" in answer.headers) is (expected[0] == 405)


def test_a_device_is_refused_in_words(live: LiveServer, office: Member, camille: Member) -> None:
    assert problem(office.client.get("/v1/sync/changes", params={"since": -1})) == (422, "invalid")
    assert problem(office.client.get("/v1/sync/changes", params={"since": 9})) == (410, "resync")
    assert problem(office.client.post("/v1/sync/push", content=b"{}", headers={"Content-Type": "text/plain"})) == (415, "media_type")
    assert problem(office.client.get("/v1/staff/organisations")) == (403, "forbidden")
    assert problem(camille.client.get("/v1/sync/info")) == (403, "forbidden")
    assert problem(live.client("of-nobody").get("/v1/sync/info")) == (401, "unauthorised")


SENT = '{"epoch":"018f6a4e-0000-7000-8000-000000000003","prev":0,"mutations":[{"n":1,"id":"%s","tx":"%s","op":"put","type":"site","row":"%s","set":%s}]}'
SOME = "018f6a4e-0000-7000-8000-000000000004"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html></html>",
        b"[]",
        (SENT % (SOME, SOME, SOME, "{}"))[:-1].encode(),
        (SENT % (SOME, SOME, SOME, "[]")).encode(),
        (SENT % (SOME, SOME, SOME + "\\n", "{}")).encode(),
        (SENT % (SOME.upper(), SOME, SOME, "{}")).encode(),
        (SENT % (SOME, SOME, SOME, '{"name":NaN}')).encode(),
        (SENT % (SOME, SOME, SOME, '{"name":1e999}')).encode(),
        (SENT % (SOME, SOME, SOME, '{"name":"\\ud800"}')).encode(),
        (SENT % (SOME, SOME, SOME, '{"name":"é"}')).encode("latin-1"),
        (SENT % (SOME, SOME, SOME, '{"name":' + "[" * 50_000)).encode(),
        (SENT % (SOME, SOME, SOME, "{" + ",".join(f'"f{n}":1' for n in range(65)) + "}")).encode(),
        (SENT % (SOME, SOME, SOME, "{}")).replace('"n":1', '"n":"1"').encode(),
        (SENT % (SOME, SOME, SOME, "{}")).replace('"put"', '"drop"').encode(),
        (SENT % (SOME, SOME, SOME, "{}")).replace('"site"', '"Site"').encode(),
    ],
)
def test_a_push_that_is_none_is_refused_and_says_where(lite: LiveServer, body: bytes) -> None:
    device = lite.device(lite.organisation()).client
    answer = device.post("/v1/sync/push", content=body, headers={"Content-Type": "application/json"})
    assert problem(answer) == (422, "invalid")
    assert answer.json()["detail"]


@pytest.mark.parametrize(("method", "path"), [("GET", "/v1/sync/info"), ("GET", "/v1/sync/changes"), ("POST", "/v1/sync/push")])
def test_a_program_that_is_too_old_is_told_to_update(lite: LiveServer, monkeypatch: pytest.MonkeyPatch, method: str, path: str) -> None:
    monkeypatch.setattr(context, "SCHEMA", VERSIONS_BACK + 2)
    office = lite.device(lite.organisation())
    answer = office.client.request(method, path, headers={"Sync-Schema": "1"})
    assert problem(answer) == (426, "upgrade")
    assert office.client.get("/v1/sync/info", headers={"Sync-Schema": "2"}).status_code == 200


class Keeper(dict[str, str]):
    """A keyring in memory."""

    def set(self, name: str, value: str) -> bool:
        self[name] = value
        return True

    def forget(self, name: str) -> None:
        self.pop(name, None)


@pytest.fixture
def transport(lite: LiveServer) -> Iterator[HttpTransport]:
    """The program's own way to the server, activated."""
    office = lite.organisation()
    with lite.database.writing() as connection:
        code = new_code(connection, office, lite.clock.now())
    found = HttpTransport(lite.url, Keeper(), httpx.Client(trust_env=False))
    found.activate(code, "Caisse", "1")
    yield found
    found.close()


def test_the_program_itself_understands_that_it_is_too_old(transport: HttpTransport, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "SCHEMA", SCHEMA + VERSIONS_BACK + 1)
    with pytest.raises(errors.UpgradeError):
        transport.info()
    with pytest.raises(errors.UpgradeError):
        transport.push(b"{}")


def broken(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Let the database fail at every turn."""

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(Database, "reading", fail)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (ZeroDivisionError("a secret value"), (500, "internal")),
        (psycopg.OperationalError("the server closed the connection"), (503, "busy")),
        (sqlite3.OperationalError("database is locked"), (503, "busy")),
        (exc.TimeoutError("QueuePool limit"), (503, "busy")),
    ],
)
def test_what_goes_wrong_inside_is_told_without_its_reason(
    transport: HttpTransport, monkeypatch: pytest.MonkeyPatch, error: Exception, expected: tuple[int, str]
) -> None:
    broken(monkeypatch, error)
    logging.getLogger("parclair.server").disabled = True
    try:
        answer = httpx.get(f"{transport.url}/v1/sync/info", headers={"Authorization": "Bearer x"})
        # The program takes it for the server's own trouble, and comes back when it is told to.
        with pytest.raises(errors.SlowDownError if expected[0] == 503 else errors.OfflineError):
            transport.info()
    finally:
        logging.getLogger("parclair.server").disabled = False
    assert problem(answer) == expected
    assert "secret" not in answer.text
    assert ("retry-after" in answer.headers) is (expected[0] == 503)


def test_readiness_says_when_to_ask_again(lite: LiveServer, monkeypatch: pytest.MonkeyPatch) -> None:
    broken(monkeypatch, sqlite3.OperationalError("database is locked"))
    logging.getLogger("parclair.server").disabled = True
    try:
        answer = lite.client().get("/ready")
    finally:
        logging.getLogger("parclair.server").disabled = False
    assert problem(answer) == (503, "database")
    assert answer.headers["retry-after"].isdigit()
    assert lite.client().get("/health").status_code == 200


def test_a_statement_that_fails_keeps_its_values_out_of_the_log(database: Database) -> None:
    with pytest.raises(exc.IntegrityError) as caught, database.writing() as connection:
        for _ in range(2):
            connection.execute(insert(secret).values(name="twice", value="hidden-value"))
    assert "hidden-value" not in str(caught.value)


def test_a_name_that_no_database_keeps_stops_nothing(live: LiveServer, office: Member) -> None:
    """PostgreSQL takes no NUL: one in a person's name must neither be an error of the server nor hold up an outbox."""
    with live.database.writing() as connection:
        code = new_code(connection, office.organisation, live.clock.now())
    answer = live.client().post("/v1/activate", json={"code": code, "device_name": "a\x00b"})
    assert problem(answer) == (422, "invalid")
    info, change = office.client.get("/v1/sync/info").json(), str(uuid7())
    mutation = {"n": 1, "id": change, "tx": change, "op": "put", "type": "person", "row": change, "by": "a\x00b", "set": person_values()}
    sent = office.client.post("/v1/sync/push", json={"epoch": info["epoch"], "prev": 0, "mutations": [mutation]})
    assert sent.json()["results"][0]["status"] == "ok"
    assert office.client.get("/v1/sync/changes").json()["changes"][0]["by"] == "ab"
