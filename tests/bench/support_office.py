"""A data folder with very many support requests, each with one closed intervention: made once, kept in `build/cache/bench`.

The rows go in by `executemany`, without outbox and journal: what is measured on them is reading.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from app.bootstrap import open_folder
from app.domain.records import InterventionKind, RatingValue, RequestStatus, Urgency
from app.services.demo import SeededIds
from app.store.bulk_rows import plan
from app.store.connection import connect
from app.store.database import FILE_NAME
from app.store.folding import searchable
from app.store.tables import Intervention, Rating, SupportRequest
from tests.bench.dataset import CACHE, schema

MILLION = 1_000_000
TECHNICIANS = tuple(f"Technicien {letter}." for letter in "ABCDEFGH")
SUBJECTS = (
    "Plus aucun ticket ne sort",
    "La caisse ne démarre plus",
    "GestiClean lent à l’ouverture",
    "Convoyeur arrêté",
    "Nouvel utilisateur",
)
_YEARS = 7
_CHUNK = 20_000
_Row = dict[str, Any]


def support_office(interventions: int = MILLION) -> Path:
    """A demo office with that many closed requests more, evenly over the last seven years; a fifth of them rated, 93 % of those top."""
    folder = CACHE / f"support-{interventions}-{schema()}"
    if (folder / "complete").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    opened = open_folder(folder, role="command")
    try:
        opened.services.demo.fill()
    finally:
        opened.close()
    with closing(connect(folder / FILE_NAME)) as connection:
        _fill(connection, interventions)
    (folder / "complete").touch()
    return folder


def _fill(connection: sqlite3.Connection, count: int) -> None:
    sites = [UUID(row[0]) for row in connection.execute("SELECT id FROM site ORDER BY id")]
    tables = (SupportRequest, Intervention, Rating)
    connection.execute("PRAGMA synchronous = OFF")  # a folder that is only there to be measured
    connection.execute("BEGIN")
    for rows in _chunks(count, sites):
        for table, found in zip(tables, rows, strict=True):
            connection.executemany(plan(table).statement, plan(table).stored(plan(table).cells(found)))
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _chunks(count: int, sites: list[UUID]) -> Iterator[tuple[list[_Row], list[_Row], list[_Row]]]:
    chance = random.Random(count)
    identify = SeededIds(chance).at
    now = datetime.now(UTC).replace(microsecond=0)
    step = timedelta(days=365 * _YEARS) / count
    for start in range(0, count, _CHUNK):
        requests: list[_Row] = []
        interventions: list[_Row] = []
        ratings: list[_Row] = []
        for place in range(start, min(start + _CHUNK, count)):
            opened = (now - timedelta(days=365 * _YEARS) + step * place).replace(microsecond=0)
            waited = int(chance.expovariate(1 / 40))
            began, ended = opened + timedelta(minutes=waited), opened + timedelta(minutes=waited + chance.randrange(5, 50))
            ended = min(ended, now)
            made = {"created_at": opened, "updated_at": opened}
            site, subject, number = chance.choice(sites), chance.choice(SUBJECTS), f"B-{place:07}"
            request = {"id": identify(opened), "number": number, "subject": subject, "search": searchable(subject, codes=(number,)), **made}
            request |= {"urgency": chance.choice(list(Urgency)), "channel": "import", "status": RequestStatus.CLOSED, "site_id": site}
            requests.append(request | {"opened_at": opened, "first_response_at": min(began, now), "resolved_at": ended, "closed_at": ended})
            work = {"id": identify(opened), "request_id": request["id"], "technician": chance.choice(TECHNICIANS), "site_id": site, **made}
            work |= {"kind": chance.choices(list(InterventionKind), (24, 70, 6))[0], "waited_minutes": waited}
            interventions.append(work | {"started_at": min(began, now), "ended_at": ended, "minutes": 20, "covered_minutes": 20})
            if chance.random() < 0.2:
                value = chance.choices(list(RatingValue), (93, 4, 3))[0]
                pointers = {"id": identify(opened), "request_id": request["id"], "intervention_id": work["id"]}
                ratings.append(pointers | {"value": value, "origin": "import", "rated_at": ended, **made})
        yield requests, interventions, ratings
