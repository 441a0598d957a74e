"""413: a push is split where it may be; what is too large even alone goes into the inbox with its reason and blocks nothing behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from app.server.database import Database
from app.sync import requests
from app.sync.errors import NotOurServerError, OfflineError, SyncError
from app.sync.wire import READ_PUSH, Mutation, read_message
from tests.server.fault_proxy import Fault, FaultProxy
from tests.server.offices import WebDevice
from tests.server.running import ServerThread
from tests.sync_deeds import add, edit, made, seen, waiting

_PAGE = b"<html><h1>413 Request Entity Too Large</h1></html>"
TOO_LARGE = b"HTTP/1.1 413 Request Entity Too Large\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (len(_PAGE), _PAGE)


@dataclass
class SmallDoor(FaultProxy):
    """A reverse proxy that takes no request larger than `most` bytes.

    Attributes:
        pushed: the mutations of every push that came through, also of those whose answer was lost.
        refused: how many requests were too large.
    """

    most: int = 1 << 30
    pushed: list[list[Mutation]] = field(default_factory=list)
    refused: int = 0

    def _exchange(self, client: Any, request: bytes) -> bool:
        head, _, body = request.partition(b"\r\n\r\n")
        if len(body) > self.most:
            self.refused += 1
            client.sendall(TOO_LARGE)
            return True
        if head.startswith(b"POST /v1/sync/push"):
            self.pushed.append(read_message(READ_PUSH, body).mutations)
        return super()._exchange(client, request)

    def groups(self) -> list[list[str]]:
        """The groups of each push."""
        return [list(dict.fromkeys(one.tx for one in push)) for push in self.pushed]


@pytest.fixture
def door(new_database: Callable[[str], Database]) -> Iterator[SmallDoor]:
    server = ServerThread(new_database("sqlite"))
    found = SmallDoor(server.url)
    found.office = server.new_organisation()  # type: ignore[attr-defined]
    found.server = server  # type: ignore[attr-defined]
    yield found
    found.close()
    server.stop()


@pytest.fixture
def computer(door: SmallDoor, tmp_path: Path) -> Iterator[Callable[[], WebDevice]]:
    opened: list[WebDevice] = []

    def make() -> WebDevice:
        code = door.server.new_code(door.office)  # type: ignore[attr-defined]
        opened.append(WebDevice(tmp_path / f"pc{len(opened)}", door.url, code))
        opened[-1].sync()
        return opened[-1]

    yield make
    for one in opened:
        one.close()


def operation(one: WebDevice, count: int, letters: int = 0, type_name: str = "person") -> list[str]:
    """One operation that makes so many records, of so many letters each."""
    with one.store.writing() as unit:
        field_name = "notes" if type_name == "equipment" else "name"
        return [str(made(one, unit.session, type_name, **{field_name: f"{place} {'x' * letters}"}).id) for place in range(count)]


def reasons(one: WebDevice) -> set[str]:
    """The codes of why changes were refused."""
    with one.store.reading() as session:
        found = session.connection().exec_driver_sql("SELECT DISTINCT json_extract(reason, '$.code') AS code FROM sync_conflict")
        return {row.code for row in found}


def agree(*computers: WebDevice) -> None:
    """Everybody has the same, nothing waits."""
    for _ in range(2):
        for one in computers:
            one.sync()
    assert all(one.rows() == computers[0].rows() and waiting(one) == 0 for one in computers)


def test_a_push_that_something_on_the_way_finds_too_large_is_split_and_comes_in_whole(
    door: SmallDoor, computer: Callable[[], WebDevice]
) -> None:
    one, other = computer(), computer()
    rows = [add(one, "person", name=f"Personne {number}") for number in range(300)]
    door.most = 20_000
    one.sync()
    assert door.refused == 3  # of some 100 kB, 50 and 25: what came through once is the measure from then on
    sent = [change.row for push in door.pushed for change in push]
    assert sent == rows  # each once, in its order
    assert len(door.pushed) < 12 and one.inbox() == []
    agree(one, other)
    assert len(other.rows()) == 300


def test_groups_stay_together_however_small_the_pushes_become(door: SmallDoor, computer: Callable[[], WebDevice]) -> None:
    one, other = computer(), computer()
    for count in (1, 7, 2, 12, 1, 1, 9, 3):
        operation(one, count)
    door.most = 5_000
    one.sync()
    groups = [tx for push in door.groups() for tx in push]
    assert len(groups) == len(set(groups)) == 8 and door.refused > 0
    assert one.inbox() == []
    agree(one, other)


def test_a_group_larger_than_any_request_goes_in_parts_of_any_size(
    door: SmallDoor, computer: Callable[[], WebDevice], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(requests, "MAX_MUTATIONS", 20)
    one, other = computer(), computer()
    rows = operation(one, 50)
    add(one, "person", name="Derrière")
    door.most = 3_000
    one.sync()
    assert [change.row for push in door.pushed for change in push][:50] == rows
    assert one.inbox() == []
    agree(one, other)
    assert len(other.rows()) == 51


def test_a_change_too_large_even_alone_is_refused_in_words_and_what_is_behind_it_goes_on(
    door: SmallDoor, computer: Callable[[], WebDevice]
) -> None:
    one, other = computer(), computer()
    row = add(one, "equipment", notes="avant")
    agree(one, other)
    door.most = 10_000
    before = add(one, "person", name="Devant")
    edit(one, "equipment", row, notes="x" * 12_000)
    (lost,) = operation(one, 1, 11_000, "equipment")
    behind = add(one, "person", name="Derrière")
    report = one.sync()
    assert (report.rejected, report.pending) == (2, 0)
    kinds = [(kind, mine["notes"][:4]) for kind, _, mine, _ in one.inbox()]  # type: ignore[index]
    assert kinds == [("refused", "xxxx"), ("refused", "0 xx")] and reasons(one) == {"too_large"}
    # What is seen is what the server has; what was typed is in the inbox.
    assert seen(one, "equipment", row, "notes") == "avant" and seen(one, "equipment", lost, "notes") is None
    agree(one, other)
    assert {before, behind} <= {key for _, key in other.rows()}


def test_the_servers_own_limit_is_the_same(door: SmallDoor, computer: Callable[[], WebDevice]) -> None:
    one, other = computer(), computer()
    operation(one, 1, 1_100_000, "equipment")
    behind = add(one, "person", name="Derrière")
    assert one.sync().rejected == 1 and reasons(one) == {"too_large"}
    agree(one, other)
    assert {key for _, key in other.rows()} == {behind}


def test_a_group_too_large_even_alone_is_refused_as_a_whole(door: SmallDoor, computer: Callable[[], WebDevice]) -> None:
    one, other = computer(), computer()
    group = operation(one, 30)
    later = add(one, "person", name="Derrière")
    edit(one, "person", group[3], name="Encore changée")
    door.most = 5_000
    assert one.sync().rejected == 30
    assert not [change for push in door.pushed for change in push if change.row in group]
    names = {mine["name"] for _, _, mine, _ in one.inbox()}  # type: ignore[index]
    assert len(one.inbox()) == 30 and "Encore changée" in names
    agree(one, other)
    assert {key for _, key in other.rows()} == {later}


def test_after_a_refusal_numbers_go_on_and_every_push_counts_once(door: SmallDoor, computer: Callable[[], WebDevice]) -> None:
    """The refused number is one that the server never saw: neither it nor the device may take the other for an older copy."""
    one, other = computer(), computer()
    row = add(one, "person", name="v0")
    one.sync()
    device, epoch = one.state().device, one.state().epoch
    door.most = 10_000
    for number in range(1, 5):
        operation(one, 1, 12_000)
        edit(one, "person", row, name=f"v{number}")
        for fault in (Fault(answer=0), Fault(twice=True)):
            with door.fault(fault, "/push"):
                try:
                    one.sync()
                except SyncError:
                    assert waiting(one) == 1
    agree(one, other)
    assert seen(other, "person", row, "name") == "v4"
    assert (one.state().device, one.state().epoch) == (device, epoch)
    assert one.state().cursor == 5  # each change of the name was numbered once
    assert len(one.inbox()) == 4


def test_what_the_server_had_taken_before_the_way_became_too_narrow(door: SmallDoor, computer: Callable[[], WebDevice]) -> None:
    one, other = computer(), computer()
    row = add(one, "equipment", notes="avant")
    one.sync()
    device = one.state().device
    edit(one, "equipment", row, notes="x" * 12_000)
    with door.fault(Fault(answer=0), "/push"), pytest.raises(SyncError):
        one.sync()
    door.most = 10_000
    behind = add(one, "person", name="Derrière")
    one.sync()
    assert len(one.inbox()) == 1 and one.state().device == device
    agree(one, other)
    assert behind in {key for _, key in other.rows()}
    assert seen(one, "equipment", row, "notes") == "x" * 12_000


def test_a_page_that_only_says_too_large_sets_nothing_aside(door: SmallDoor, computer: Callable[[], WebDevice]) -> None:
    """A network's log-in page knows nothing of sizes: unless our server is heard on the same line, everything waits."""
    one = computer()
    add(one, "person", name="Rose")
    door.plan = lambda line: Fault(instead=TOO_LARGE if "/push" in line else b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    with pytest.raises((NotOurServerError, OfflineError)):
        one.sync()
    assert waiting(one) == 1 and one.inbox() == []


def test_a_refusal_can_be_shortened_and_sent_again(door: SmallDoor, computer: Callable[[], WebDevice]) -> None:
    one, other = computer(), computer()
    row = add(one, "equipment", notes="avant")
    agree(one, other)
    door.most = 10_000
    edit(one, "equipment", row, notes="x" * 12_000)
    one.sync()
    edit(one, "equipment", row, notes="court")
    agree(one, other)
    assert seen(other, "equipment", row, "notes") == "court"
