"""What a computer sends to keep its access, over HTTP: its recovery secret leaves it only where nothing else helps."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from app.server import copies, organisations
from app.server.clock import now
from app.server.database import FILE_NAME, open_database
from app.sync import errors
from app.sync.http import HttpTransport
from app.sync.keeping import RECOVERY, REFRESH_TOKEN
from app.sync.wire import PROTOCOL_HEADER
from tests.backup_office import memory_keyring
from tests.offices import open_office
from tests.provider import provider
from tests.server.offices import Keeper
from tests.server.running import ServerProcess

Answer = tuple[int, str]
FRESH = {"access_token": "fresh", "expires_in": 900, "refresh_token": "the next one"}


class Desk:
    """A server's `/v1/token`: `answers` in turn, and what it was asked."""

    def __init__(self, *answers: Answer) -> None:
        self._answers = list(answers)
        self.asked: list[dict[str, str]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Answer a request; all others than for tokens find nothing to complain of."""
        headers = {PROTOCOL_HEADER: "1", "Content-Type": "application/problem+json"}
        if request.url.path != "/v1/token":
            return httpx.Response(200, headers=headers)
        self.asked.append(json.loads(request.content))
        status, code = self._answers.pop(0)
        if status == 200:
            return httpx.Response(200, json=FRESH, headers={PROTOCOL_HEADER: "1"})
        if status == 429:
            headers["Retry-After"] = "7"
        return httpx.Response(status, json={"title": "no", "status": status, "code": code}, headers=headers)


UNKNOWN, REVOKED, BUSY, INVALID, FINE = (401, "unauthorised"), (403, "revoked"), (429, "slow_down"), (422, "invalid"), (200, "")
REFRESHING = {"refresh_token": "the kept one"}
RECOVERING = {**REFRESHING, "recovery": "the secret"}


def exchange(desk: Callable[[httpx.Request], httpx.Response], keeper: Keeper) -> None:
    """Ask the server for something."""
    client = httpx.Client(transport=httpx.MockTransport(desk))
    HttpTransport("http://127.0.0.1:1", keeper, client).call("GET", "/v1/anything")
    client.close()


@pytest.fixture
def keeper() -> Keeper:
    """A keyring with both secrets."""
    return Keeper({REFRESH_TOKEN: "the kept one", RECOVERY: "the secret"})


def test_a_token_that_works_is_all_that_is_shown(keeper: Keeper) -> None:
    desk = Desk(FINE)
    exchange(desk, keeper)
    assert desk.asked == [REFRESHING]
    assert keeper == {REFRESH_TOKEN: "the next one", RECOVERY: "the secret"}


def test_where_the_server_does_not_know_the_token_the_recovery_secret_does(keeper: Keeper) -> None:
    desk = Desk(UNKNOWN, FINE)
    exchange(desk, keeper)
    assert desk.asked == [REFRESHING, RECOVERING]
    assert keeper == {REFRESH_TOKEN: "the next one", RECOVERY: "the secret"}


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        ([REVOKED], errors.RevokedError),
        ([BUSY], errors.SlowDownError),
        ([INVALID], errors.NoAccessError),
        ([UNKNOWN, UNKNOWN], errors.UnknownAccessError),
        ([UNKNOWN, REVOKED], errors.RevokedError),
        ([UNKNOWN, BUSY], errors.SlowDownError),
    ],
)
def test_it_is_sent_once_and_after_no_other_answer(keeper: Keeper, answers: list[Answer], error: type[Exception]) -> None:
    desk = Desk(*answers)
    with pytest.raises(error):
        exchange(desk, keeper)
    assert desk.asked == [REFRESHING, RECOVERING][: len(answers)]
    assert keeper == {REFRESH_TOKEN: "the kept one", RECOVERY: "the secret"}


def test_a_computer_of_an_older_server_has_none_to_send(keeper: Keeper) -> None:
    keeper.forget(RECOVERY)
    desk = Desk(UNKNOWN)
    with pytest.raises(errors.UnknownAccessError):
        exchange(desk, keeper)
    assert desk.asked == [REFRESHING]


def test_an_office_keeps_its_access_in_the_keyring_alone_and_forgets_it_when_it_leaves(tmp_path: Path) -> None:
    with provider(tmp_path / "server") as server, memory_keyring() as kept:
        office = open_office(tmp_path / "data")
        sync = office.services.sync
        sync.meet(server.url, server.code(), "Caisse")
        sync.join()
        sync.run()
        secrets = office.services.context.secrets
        for name in (REFRESH_TOKEN, RECOVERY):
            secret = secrets.get(name)
            assert secret and secret in kept.kept.values()
            assert not any(secret.encode() in path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file())
        sync.disconnect()
        assert secrets.get(REFRESH_TOKEN) is secrets.get(RECOVERY) is None
        office.close()


@pytest.mark.slow
def test_a_computer_that_a_restored_server_never_knew_comes_back_by_a_new_code_with_all_that_it_had_sent(tmp_path: Path) -> None:
    """The copy is taken back on an empty disk; the computer was connected after it was made."""
    folder, copy = tmp_path / "server", tmp_path / "copy"
    server = ServerProcess(folder)
    database = open_database(folder)
    with database.writing() as connection:
        organisation = organisations.add(connection, "Pressing des Tilleuls", "732829320", now())
    copies.back_up(database, copy)
    database.close()
    server.start()
    with memory_keyring():
        office = open_office(tmp_path / "data")
        sync = office.services.sync
        sync.meet(server.url, new_code(folder, organisation), "Caisse")
        sync.join()
        assert sync.run().pushed > 0
        server.stop()
        sent = records(folder)
        shutil.rmtree(folder)
        copies.restore(folder, copy, now())
        assert sent and not records(folder)
        server.start()

        found = sync.exchange(lambda _: None, lambda: False)
        assert (found.ending, found.code_needed) == ("stopped", True)
        assert found.why is not None and found.why.render("fr").startswith("Le serveur ne connaît plus l’accès de ce poste.")
        assert sync.meet(server.url, new_code(folder, organisation), "Caisse").renewed
        sync.join()
        assert sync.exchange(lambda _: None, lambda: False).ending == "done"
        office.close()
    server.stop()
    assert records(folder) == sent


def new_code(folder: Path, organisation: str) -> str:
    """An activation code, as the provider makes one beside the server."""
    database = open_database(folder)
    with database.writing() as connection:
        code = organisations.new_code(connection, organisation, now())
    database.close()
    return code


def records(folder: Path) -> set[str]:
    """What a server has of its organisation."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        return {row for (row,) in connection.execute("SELECT row_id FROM record")}
