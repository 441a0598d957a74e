"""The exchange with the server: a real server process on loopback, with authentication and validation, on SQLite and PostgreSQL.

Each figure stands beside what it cannot go below in the same run: a plain `executemany` into the same database, and the web
framework's answer to an empty request.
"""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import httpx
import psycopg
from sqlalchemy.engine import make_url
from uuid_utils.compat import uuid7

from app.server.database import FILE_NAME, open_database
from app.server.tables import record
from tests.bench.sync_load import bodies, empty_server, median_ms, percentile, poll_openly, seed_crowd, site
from tests.server.offices import WebDevice
from tests.server.postgres import Postgres
from tests.server.running import ServerProcess

RECORDS, AT_ONCE, ROUNDS = 10_000, 500, 3
SHOPS, COMPUTERS, POLLS_PER_SECOND, POLL_SECONDS = 2_000, 3, 200, 15
FIRST_SYNC_ROWS = 100_000


def measure() -> dict[str, float]:
    """All figures."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="parclair-bench-") as name:
        folder = Path(name)
        postgres = Postgres(Path(tempfile.mkdtemp(prefix="parclair-bench-postgres-")) / "data", durable=True)
        try:
            for kind, url in (("sqlite", None), ("postgresql", postgres.fresh())):
                figures |= _server(kind, folder / kind, url)
            figures |= _first_sync(folder / "first")
        finally:
            postgres.close()
    return figures


def _server(kind: str, folder: Path, url: str | None) -> dict[str, float]:
    database = open_database(folder, url)
    crowd = seed_crowd(database, SHOPS, COMPUTERS, fresh=1 / 30)
    database.close()
    server = ServerProcess(folder, url)
    office = str(server.command("org", "add", "Pressing", "--siren", "732829320")["organisation"])
    server.start()
    try:
        code = str(server.command("code", "new", office)["code"])
        found = _push(kind, server, WebDevice(folder / "writer", server.url, code))
        found |= _plain(kind, folder, url)
        if kind == "sqlite":
            found |= _pull(server, folder, lambda: str(server.command("code", "new", office)["code"]))
        found |= _poll(kind, server, crowd)
    finally:
        server.stop()
    return found


def _push(kind: str, server: ServerProcess, one: WebDevice) -> dict[str, float]:
    one.sync()
    state, seconds, cpu = one.state(), [], []
    sent = bodies(state.epoch, 1, AT_ONCE + ROUNDS * RECORDS)
    one.transport.push(sent.pop(0))  # connections are opened and statements compiled once
    per_round = RECORDS // AT_ONCE
    for number in range(ROUNDS):
        worked, begun = server.cpu_seconds(), time.perf_counter()
        for body in sent[number * per_round : (number + 1) * per_round]:
            one.transport.push(body)
        seconds.append(time.perf_counter() - begun)
        cpu.append(server.cpu_seconds() - worked)
    one.close()
    return {
        f"push_{kind}_per_s": RECORDS / statistics.median(seconds),
        f"push_{kind}_per_cpu_s": RECORDS / statistics.median(cpu),
    }


def _plain(kind: str, folder: Path, url: str | None) -> dict[str, float]:
    """The same records by a plain `executemany`, a commit each 500, into a table like the server's."""
    names = [column.name for column in record.columns]
    text = str(site(1)).replace("'", '"')
    row = [str(uuid7()), "", "site", 0, False, text, "{}", 1, "a" * 36, "a" * 36, "Claire Morel", "2026-11-22T10:00:00.000000+00:00"]
    columns = ", ".join(f'"{name}"' for name in names)
    rows = [[*row[:1], str(uuid7()), *row[2:3], number, *row[4:]] for number in range(RECORDS)]
    begun = time.perf_counter()
    if url is None:
        with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("CREATE TABLE plain AS SELECT * FROM record LIMIT 0")
            begun = time.perf_counter()
            for start in range(0, RECORDS, AT_ONCE):
                connection.executemany(
                    f"INSERT INTO plain ({columns}) VALUES ({', '.join('?' * len(names))})", rows[start : start + AT_ONCE]
                )
                connection.commit()
    else:
        address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(address) as other:
            other.execute("CREATE TABLE plain (LIKE record INCLUDING ALL)")
            other.commit()
            begun = time.perf_counter()
            statement = f"INSERT INTO plain ({columns}) VALUES ({', '.join(['%s'] * len(names))})".encode()
            for start in range(0, RECORDS, AT_ONCE):
                other.cursor().executemany(statement, rows[start : start + AT_ONCE])
                other.commit()
    return {f"plain_{kind}_per_s": RECORDS / (time.perf_counter() - begun)}


def _pull(server: ServerProcess, folder: Path, code: Callable[[], str]) -> dict[str, float]:
    rates, per_cpu = [], []
    for number in range(ROUNDS):
        one = WebDevice(folder / f"reader{number}", server.url, code())
        worked, begun = time.process_time(), time.perf_counter()
        report = one.sync()
        rates.append(report.pulled / (time.perf_counter() - begun))
        per_cpu.append(report.pulled / (time.process_time() - worked))
        one.close()
    return {"pull_per_s": statistics.median(rates), "pull_per_cpu_s": statistics.median(per_cpu)}


def _poll(kind: str, server: ServerProcess, crowd: list[str]) -> dict[str, float]:
    headers = {"Authorization": f"Bearer {crowd[0]}", "Sync-Protocol": "1", "Sync-Schema": "1"}
    with empty_server() as empty:
        ours, bare = _in_turns(f"{server.url}/v1/sync/changes?since=0&limit=2000", f"{empty}/health", headers)
    worked = server.cpu_seconds()
    took = poll_openly(server.url, crowd, POLLS_PER_SECOND, POLL_SECONDS)
    busy = (server.cpu_seconds() - worked) / POLL_SECONDS * 100
    return {
        f"poll_{kind}_ms": ours,
        f"poll_{kind}_empty_ms": bare,
        f"poll_{kind}_over_empty_ms": ours - bare,
        f"crowd_{kind}_p50_ms": percentile(took, 0.50),
        f"crowd_{kind}_p99_ms": percentile(took, 0.99),
        f"crowd_{kind}_core_percent": busy,
    }


def _in_turns(ours: str, bare: str, headers: dict[str, str], times: int = 400) -> tuple[float, float]:
    """The medians of both, asked one after the other, so that whatever else the machine does befalls both."""
    first: list[float] = []
    second: list[float] = []
    with httpx.Client(trust_env=False) as client:
        for _ in range(times):
            for url, took in ((ours, first), (bare, second)):
                begun = time.perf_counter()
                answer = client.get(url, headers=headers)
                took.append(time.perf_counter() - begun)
                if answer.status_code != 200:
                    raise RuntimeError(answer.text)
    return median_ms(first[20:]), median_ms(second[20:])


def _first_sync(folder: Path) -> dict[str, float]:
    """A new computer reads 100,000 records of an office as it is: machines, people, requests with their messages."""
    from tests.bench.sync_office import fill

    server = ServerProcess(folder)
    office = str(server.command("org", "add", "Pressing", "--siren", "732829320")["organisation"])
    database = open_database(folder)
    fill(database, office, FIRST_SYNC_ROWS)
    database.close()
    server.start()
    seconds, cpu = [], []
    try:
        for number in range(ROUNDS):
            code = str(server.command("code", "new", office)["code"])
            one = WebDevice(folder / f"new{number}", server.url, code)
            worked, begun = time.process_time(), time.perf_counter()
            report = one.sync()
            seconds.append(time.perf_counter() - begun)
            cpu.append(time.process_time() - worked)
            one.close()
            if report.pulled != FIRST_SYNC_ROWS:
                raise RuntimeError(f"{report.pulled} rows came")
    finally:
        server.stop()
    return {"first_sync_ms": median_ms(seconds), "first_sync_cpu_ms": median_ms(cpu)}
