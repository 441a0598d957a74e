"""The import of past requests, beside plain inserts of the same rows; and the figures of a million interventions, beside a plain GROUP BY."""

from __future__ import annotations

import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from app.domain.values.statistics import StatisticsQuery
from app.store.connection import connect
from app.store.database import FILE_NAME, migrate
from app.store.statistics_queries import figures
from tests.bench.dataset import ROOT
from tests.bench.seed_figures import INTERVENTIONS, RATINGS, TOP, write_csv
from tests.bench.support_office import support_office

ROUNDS = 3
_TABLES = ("support_request", "intervention", "rating")
_PLAIN = (
    "SELECT strftime('%Y-%m', i.ended_at) AS month, i.kind, i.technician, count(*), sum(r.value = 'great'), sum(r.value = 'neutral'),"
    " sum(r.value = 'poor') FROM intervention i LEFT JOIN rating r ON r.intervention_id = i.id"
    " WHERE i.ended_at IS NOT NULL AND i.deleted_at IS NULL GROUP BY 1, 2, 3"
)


def measure() -> dict[str, float]:
    """Milliseconds, medians: the whole process of an import into a new folder, and reading the figures of all and of a cut period."""
    with tempfile.TemporaryDirectory(prefix="parclair-bench-") as folder:
        taken = _imports(Path(folder))
    return taken | _figures()


def _imports(folder: Path) -> dict[str, float]:
    export = write_csv(folder / "export.csv")
    whole, plain, again = [], [], []
    for place in range(ROUNDS):
        data = folder / f"data-{place}"
        whole.append(_timed(lambda data=data: _import(data, export, created=INTERVENTIONS)))  # type: ignore[misc]
        found = _command(data, "support", "stats")
        assert (found["interventions"], found["ratings"], found["top"]) == (INTERVENTIONS, RATINGS, TOP), found
        plain.append(_plain_inserts(data / FILE_NAME, folder / f"plain-{place}.sqlite3"))
        again.append(_timed(lambda data=data: _import(data, export, unchanged=INTERVENTIONS)))  # type: ignore[misc]
    return {
        "request_import_ms": _median(whole),
        "request_import_again_ms": _median(again),
        "plain_insert_ms": _median(plain),
    }


def _import(data: Path, export: Path, *, created: int = 0, unchanged: int = 0) -> None:
    report = _command(data, "request", "import", str(export))
    assert (report["created"], report["unchanged"], report["rejected"]) == (created, unchanged, []), report


def _command(data: Path, *arguments: str) -> dict[str, object]:
    command = [sys.executable, "-m", "app", "--data-dir", str(data), *arguments, "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
    found: dict[str, object] = json.loads(done.stdout)
    return found


def _plain_inserts(source: Path, target: Path) -> float:
    """The same rows into the same tables, with the same indexes, triggers and durability, and nothing else."""
    migrate(target)
    with closing(connect(source)) as here, closing(connect(target)) as there:
        rows = {table: here.execute(f"SELECT * FROM {table}").fetchall() for table in _TABLES}

        def insert() -> None:
            there.execute("BEGIN IMMEDIATE")
            for table in _TABLES:
                there.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[table][0]))})", rows[table])
            there.execute("COMMIT")

        return _timed(insert)


def _figures() -> dict[str, float]:
    path = support_office() / FILE_NAME
    with closing(connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        last = figures(connection, StatisticsQuery()).last or date.min
        # Cut in the middle of two months: nothing is further from whole ones.
        cut = StatisticsQuery((last - timedelta(days=800)).replace(day=15), (last - timedelta(days=40)).replace(day=16))
        return {
            "support_figures_ms": _median([_timed(lambda: figures(connection, StatisticsQuery())) for _ in range(9)]),
            "support_figures_cut_ms": _median([_timed(lambda: figures(connection, cut)) for _ in range(9)]),
            "plain_figures_ms": _median([_timed(lambda: connection.execute(_PLAIN).fetchall()) for _ in range(ROUNDS)]),
        }


def _timed(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1000


def _median(taken: list[float]) -> float:
    return round(statistics.median(taken), 1)


if __name__ == "__main__":
    print(measure())
