"""What the bench of the exchange sends: records of a usual size, a crowd of shops, and a server with nothing in it to compare with."""

from __future__ import annotations

import asyncio
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy import insert
from uuid_utils.compat import uuid7

from app.server import clock, tokens
from app.server.clock import as_text
from app.server.database import Database
from app.server.tables import device, organisation, token
from tests.server.running import free_port, wait_until_ready

#: A record of about 215 bytes, as the peers were measured with.
_VALUES = {
    "name": "Pressing des Tilleuls, boutique du centre",
    "address": "12 rue de l’Église, bâtiment C",
    "postal_code": "74000",
    "city": "Annecy-le-Vieux",
    "phone": "+33 4 50 00 00 00",
    "holiday_zone": "mainland",
}
_EMPTY = """
from fastapi import FastAPI, Response
import uvicorn, sys
app = FastAPI()
@app.get("/health")
def health() -> Response:
    return Response(b"{}", media_type="application/json")
uvicorn.run(app, port=int(sys.argv[1]), log_config=None, access_log=False, server_header=False)
"""


def site(number: int) -> dict[str, str]:
    """The values of a record."""
    return {**_VALUES, "phone": f"+33 4 50 {number:09d}"}


def bodies(epoch: str, first: int, count: int, at_once: int = 500) -> list[bytes]:
    """Pushes of `count` new records, from the mutation `first` on."""
    found = []
    for start in range(first, first + count, at_once):
        mutations = [
            {"n": n, "id": str(uuid7()), "tx": str(uuid7()), "op": "put", "type": "site", "row": str(uuid7()), "base": None, "set": site(n)}
            | {"by": "Claire Morel", "at": "2026-11-22T10:00:00.000000+00:00"}
            for n in range(start, min(start + at_once, first + count))
        ]
        found.append(json.dumps({"epoch": epoch, "prev": start - 1, "mutations": mutations}, ensure_ascii=False).encode())
    return found


@contextmanager
def empty_server() -> Iterator[str]:
    """The web framework with one route that does nothing; its address."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-c", _EMPTY, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_until_ready(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


def seed_crowd(database: Database, shops: int, computers: int, fresh: float) -> list[str]:
    """Organisations with devices; their access tokens. `fresh` of them come in for the first time, which the server notes."""
    chance, now = random.Random(1), clock.now()
    offices: list[dict[str, object]] = []
    devices: list[dict[str, object]] = []
    rows: list[dict[str, object]] = []
    values: list[str] = []
    for number in range(shops):
        office = str(uuid7())
        offices.append({"id": office, "name": f"Pressing {number}", "siren": f"{number:09d}", "head": 0, "epoch": str(uuid7())})
        offices[-1] |= {"epoch_head": 0, "purged_to": 0, "created_at": as_text(now)}
        for letter in "ABCDEFGH"[:computers]:
            identity, value = str(uuid7()), UUID(int=chance.getrandbits(128)).hex * 2
            devices.append({"id": identity, "organisation": office, "letter": letter, "name": f"PC {letter}", "app_version": "1"})
            devices[-1] |= {"last_n": 0, "acknowledged_n": 0, "created_at": as_text(now), "seen_at": as_text(now)}
            used = None if chance.random() < fresh else as_text(now)
            rows.append({"hash": tokens.digest(value), "family": str(uuid7()), "kind": "access", "device": identity, "used_at": used})
            rows[-1] |= {"issued_at": as_text(now), "expires_at": as_text(now + timedelta(hours=1))}
            values.append(value)
    with database.writing() as connection:
        connection.execute(insert(organisation), offices)
        connection.execute(insert(device), devices)
        connection.execute(insert(token), rows)
    chance.shuffle(values)
    return values


def poll_openly(url: str, given: list[str], per_second: float, seconds: float, connections: int = 40) -> list[float]:
    """Ask for changes at that rate whatever becomes of the answers, as a crowd does; milliseconds from the due moment to the answer."""
    return asyncio.run(_poll(url, given, per_second, seconds, connections))


async def _poll(url: str, given: list[str], per_second: float, seconds: float, connections: int) -> list[float]:
    parts = urlsplit(url)
    free: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()
    for _ in range(connections):
        free.put_nowait(await asyncio.open_connection(parts.hostname, parts.port))
    took: list[float] = []

    async def one(due: float, value: str) -> None:
        reader, writer = await free.get()
        writer.write(
            f"GET /v1/sync/changes?since=0&limit=2000 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {value}\r\n"
            "Sync-Protocol: 1\r\nSync-Schema: 1\r\n\r\n".encode()
        )
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head.decode())
        length = next(int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        await reader.readexactly(length)
        took.append((time.perf_counter() - due) * 1000)
        free.put_nowait((reader, writer))

    begun = time.perf_counter()
    tasks = []
    for number in range(int(per_second * seconds)):
        due = begun + number / per_second
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        tasks.append(asyncio.create_task(one(due, given[number % len(given)])))
    await asyncio.gather(*tasks)
    while not free.empty():
        free.get_nowait()[1].close()
    return took


def percentile(values: list[float], share: float) -> float:
    """The value that `share` of them do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def median_ms(times: list[float]) -> float:
    """The median of seconds, in milliseconds."""
    return statistics.median(times) * 1000
