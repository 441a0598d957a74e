"""Invariant 14: nothing of another organisation is ever visible, not even that it exists. Every route of the OpenAPI document is walked."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from sqlalchemy import event

from app.server import permissions
from app.server.app import build
from app.server.blobs.endpoints import TUS
from app.server.database import Database, create
from app.server.driver import Driver
from app.server.permissions import PERMISSIONS, Role
from tests.server.live import LiveServer, Member
from tests.server.one_of_each import one_of_each

#: A word that stands in everything that the other organisation has.
SECRET = "Geheimnis"
UNKNOWN = "018f6a4e-0000-7000-8000-0000000000ff"
OPEN = {"/health", "/ready", "/v1/activate", "/v1/token"}
METHODS = ("get", "head", "post", "put", "patch", "delete")
#: What one's own device may always do, and what comes of it is one's own.
OWN = {
    ("get", "/v1/sync/info"),
    ("get", "/v1/sync/changes"),
    ("post", "/v1/sync/push"),
    ("post", "/v1/uploads"),
    ("post", "/v1/technician-code"),
    ("get", "/v1/technician-secret"),
    ("post", "/v1/device/fork"),
    ("delete", "/v1/device"),
}


@dataclass
class World:
    """Two organisations: what the other one has, by the name of the parameter that it fills."""

    live: LiveServer
    stranger: Member
    real: dict[str, list[str]]
    document: dict[str, Any]


@pytest.fixture
def world(live: LiveServer, camille: Member) -> World:
    """Organisation A, with one of everything; organisation B, which wants to see it."""
    office = live.device(live.organisation(0, f"{SECRET} SARL"))
    listed = ["contract", "equipment", "document", "support_request", "intervention"]
    real = {**one_of_each(live, office, camille, SECRET), "type": listed, "link": ["x"]}
    stranger = live.device(live.organisation(1, "Autre pressing"))
    return World(live, stranger, real, live.client().get("/openapi.json").json())


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield method, path, item[method]


def example(document: dict[str, Any], operation: dict[str, Any]) -> dict[str, Any]:
    """A request that would be right, from the examples of the document."""
    sent: dict[str, Any] = {"headers": {"Tus-Resumable": TUS, "Upload-Offset": "0", "Upload-Length": "5"}}
    sent["headers"]["Upload-Metadata"] = f"sha256 {base64.b64encode(hashlib.sha256(b'hello').hexdigest().encode()).decode()}"
    for media, body in operation.get("requestBody", {}).get("content", {}).items():
        if media == "application/json":
            schema = document["components"]["schemas"][body["schema"]["$ref"].rsplit("/", 1)[1]]
            sent["content"] = json.dumps(schema["examples"][0])
        else:
            sent["content"] = b"hello"
        sent["headers"]["Content-Type"] = media
    return sent


def filled(world: World, path: str, *, real: bool) -> Iterator[str]:
    """The path with ids of the other organisation, or with ids that nobody has."""
    names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    choices = max([len(world.real[name]) for name in names], default=1)
    for number in range(choices):
        found = path
        for name in names:
            values = world.real[name]
            unknown = values[0] if name in ("type", "link") else hashlib.sha256(b"nobody").hexdigest() if name == "sha256" else UNKNOWN
            found = found.replace(f"{{{name}}}", values[number % len(values)] if real else unknown)
        yield found


def shape(answer: httpx.Response) -> tuple[int, str, str]:
    """All that an answer tells apart from its date."""
    return answer.status_code, answer.headers.get("content-type", ""), answer.text


def refuse_foreign(world: World, answer: httpx.Response) -> None:
    assert answer.status_code < 500, answer.text
    assert SECRET not in answer.text
    assert SECRET.encode() not in answer.content
    for ids in (world.real["organisation"], world.real["request"], world.real["claim"], world.real["upload"]):
        assert not any(one in answer.text for one in ids if one not in str(answer.request.url)), answer.text


def test_invariant_14_a_foreign_device_sees_nothing_on_any_route(world: World) -> None:
    walked = 0
    for method, path, operation in operations(world.document):
        if path.startswith("/r/") or path in OPEN or (method, path) == ("delete", "/v1/device"):
            continue
        for real, unknown in zip(filled(world, path, real=True), filled(world, path, real=False), strict=True):
            sent = example(world.document, operation)
            found = world.stranger.client.request(method, real, **sent)
            refuse_foreign(world, found)
            walked += 1
            if (method, path) in OWN:
                continue
            assert found.status_code in (403, 404), (method, real, found.text)
            assert shape(found) == shape(world.stranger.client.request(method, unknown, **sent)), (method, path)
            if not path.startswith("/v1/staff"):
                assert found.status_code == 404, (method, real)
    assert walked >= 25


def test_invariant_14_what_is_foreign_takes_the_work_of_what_is_unknown(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same timing class: the database is asked the same questions, in the same order."""
    asked: list[str] = []
    event.listen(world.live.database.engine, "before_cursor_execute", lambda _, __, statement, *___: asked.append(statement))

    def telling(then: Callable[..., Any]) -> Callable[..., Any]:
        def tell(driver: Driver, statement: str, *values: Any) -> Any:
            asked.append(statement)
            return then(driver, statement, *values)

        return tell

    for name in ("rows", "one", "run", "each"):
        monkeypatch.setattr(Driver, name, telling(getattr(Driver, name)))
    world.stranger.client.get("/v1/sync/info")  # the first use of a token is noted
    for method, path, operation in operations(world.document):
        if "{" not in path or path.startswith("/r/"):
            continue
        for real, unknown in zip(filled(world, path, real=True), filled(world, path, real=False), strict=True):
            sent, questions = example(world.document, operation), []
            for where in (real, unknown):
                asked.clear()
                world.stranger.client.request(method, where, **sent)
                questions.append(list(asked))
            assert questions[0] == questions[1] != [], (method, path)


def test_invariant_14_without_a_token_or_with_another_kind_nothing_is_to_be_had(world: World) -> None:
    clients = {"none": world.live.client(), "made up": world.live.client("x" * 43)}
    for method, path, operation in operations(world.document):
        if path.startswith("/r/") or path in OPEN:
            continue
        for real in filled(world, path, real=True):
            for client in clients.values():
                answer = client.request(method, real, **example(world.document, operation))
                refuse_foreign(world, answer)
                assert answer.status_code == 401, (method, real, answer.status_code)


def test_invariant_14_staff_reach_records_by_their_own_organisation_only(world: World, camille: Member) -> None:
    """A row's id opens nothing under another organisation's name: the answer is that of an id that nobody has."""
    for method, path, operation in operations(world.document):
        if "{organisation}" not in path or path.count("{") < 2 or "{type}" in path:
            continue
        sent = example(world.document, operation)
        mine = path.replace("{organisation}", world.stranger.organisation)
        for real, unknown in zip(filled(world, mine, real=True), filled(world, mine, real=False), strict=True):
            found = camille.client.request(method, real, **sent)
            refuse_foreign(world, found)
            assert found.status_code == 404, (method, real, found.text)
            assert shape(found) == shape(camille.client.request(method, unknown, **sent))


def test_invariant_14_a_foreign_cursor_or_row_opens_nothing(world: World) -> None:
    """Cursors are plain numbers of one's own organisation; rows that one points to have to be one's own."""
    changes = world.stranger.client.get("/v1/sync/changes", params={"since": 0}).json()
    assert changes["changes"] == []
    assert world.stranger.client.get("/v1/sync/changes", params={"since": 5}).status_code == 410
    with pytest.raises(AssertionError, match="unknown_reference"):
        world.live.put(world.stranger, "assignment", equipment_id=world.real["request"][0], person_id=world.real["claim"][0])
    with pytest.raises(AssertionError, match="unknown_row"):
        world.live.put(world.stranger, "claim", world.real["claim"][0], place="x")
    # The same id in two organisations is two rows.
    world.live.push(world.stranger, "put", "site", world.real["claim"][0], {**site(), "name": "Mien"})
    assert world.live.data(world.real["organisation"][0], world.real["claim"][0])["number"] == f"{SECRET}-2"


def site() -> dict[str, str]:
    return {"address": "", "postal_code": "", "city": "", "phone": "", "holiday_zone": "mainland"}


def test_invariant_14_devices_and_staff_keep_to_their_own_routes(world: World, camille: Member) -> None:
    for method, path, operation in operations(world.document):
        if not path.startswith("/v1/") or path in OPEN:
            continue
        is_staff = path.startswith("/v1/staff")
        who = world.stranger if is_staff else camille
        for real in filled(world, path, real=True):
            answer = who.client.request(method, real, **example(world.document, operation))
            assert answer.status_code == 403, (method, path, answer.text)


def test_the_table_of_permissions_has_every_route_and_no_other(world: World) -> None:
    listed = {(method.upper(), path) for method, path, _ in operations(world.document)}
    assert listed == set(PERMISSIONS) - {("GET", "/metrics")}


def test_a_route_that_is_not_in_the_table_or_not_guarded_keeps_the_server_from_starting(monkeypatch: pytest.MonkeyPatch) -> None:
    database = Database(create(None, "sqlite:///nobody-opens-this"))
    info, queue, health = ("GET", "/v1/sync/info"), ("GET", "/v1/staff/organisations"), ("GET", "/health")
    for wrong in (
        {key: role for key, role in PERMISSIONS.items() if key != info},
        {**PERMISSIONS, info: Role.STAFF},
        {**PERMISSIONS, info: Role.HOLDER},
        {**PERMISSIONS, queue: Role.DEVICE},
        {**PERMISSIONS, health: Role.STAFF},
    ):
        monkeypatch.setattr(permissions, "PERMISSIONS", wrong)
        with pytest.raises(permissions.PermissionTableError):
            build(database)
