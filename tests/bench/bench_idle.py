"""What an open window costs while nobody touches it: share of a core over a minute, and what an hour of its chores costs.

The program runs as a person runs it, with this PC added, a backup plan of which nothing is due, and a server on loopback to probe. First
a minute with the chores in their own time; then a minute in which they come sixty times as often: an hour of marks, probes, looks
whether a backup is due, and one reading of the PC.
"""

from __future__ import annotations

import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psutil

from tests.bench.dataset import ROOT, office

SECONDS = 60.0
#: After the window is filled: what is loaded for other screens and the work of the day (`app.ui.daily`) are over.
SETTLED_SECONDS = 20.0
PROGRAM = textwrap.dedent(
    """
    import sys
    sys.path.insert(0, sys.argv[1])
    import app.__main__ as program
    from app.ui import background
    from app.ui.backups import chores
    often = float(sys.argv[3])
    for name in ("CHECK_FIRST", "CHECK_EVERY"):
        setattr(chores, name, getattr(chores, name) / often)
    for name in ("MARK_FIRST", "MARK_EVERY", "PROBE_FIRST", "PROBE_EVERY", "PROBE_JITTER", "REFRESH_JITTER"):
        setattr(background, name, getattr(background, name) / often)
    background.REFRESH_FIRST = 30.0 if often > 1 else background.REFRESH_FIRST
    warm_up = program._warm_up
    def told(services):
        warm_up(services)
        print("warm", flush=True)
    program._warm_up = told
    program.main(["--data-dir", sys.argv[2]])
    """
)


class _Healthy(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Quiet."""


def measure() -> dict[str, float]:
    """Per cent of one core over `SECONDS`, and milliseconds of processor time that an hour of chores takes."""
    folder = office(40)
    with _server() as address:
        _prepare(folder, f"{address}/health")
        idle = _processor_seconds(folder, 1)
        busy = _processor_seconds(folder, 60)
    hour = max(0.0, busy - idle)
    return {
        "idle_core_percent": round(100 * idle / SECONDS, 3),
        "chores_hour_cpu_ms": round(1000 * hour),
        "chores_core_percent": round(100 * hour / 3600, 4),
    }


@contextmanager
def _server() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Healthy)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def _prepare(folder: Path, target: str) -> None:
    from dataclasses import replace

    from app.bootstrap import open_folder
    from app.domain.records import BackupResult
    from app.domain.values.backups import Schedule
    from app.store.tables import BackupReport
    from tests.backup_office import folder_destination, small_plan

    opened = open_folder(folder)
    here = opened.services.this_pc.add()
    opened.services.connection.set_target(target)
    plan = replace(small_plan(folder_destination(folder / "repo"), folder), schedule=Schedule(every_hours=24))
    opened.services.backups.set_plan(plan)
    now = opened.services.clock.now()
    with opened.services.context.store.writing() as unit:
        unit.session.add(BackupReport(equipment_id=here, result=BackupResult.SUCCESS, started_at=now, finished_at=now))
    opened.close()


def _processor_seconds(folder: Path, often: float) -> float:
    """Processor time of the window, and of what it starts, over `SECONDS`."""
    arguments = [sys.executable, "-c", PROGRAM, str(ROOT), str(folder), str(often)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as window:
        try:
            assert window.stdout is not None and window.stdout.readline() == "warm\n"
            process = psutil.Process(window.pid)
            time.sleep(SETTLED_SECONDS)
            before = _spent(process)
            time.sleep(SECONDS)
            return _spent(process) - before
        finally:
            window.kill()


def _spent(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system + times.children_user + times.children_system)
