"""The window while it reads an office of 100,000 records for the first time: the longest turn of Qt's loop, beside an idle loop before.

The server is a process of its own; the chip, its popover with the progress and the home screen, which is read again at the end, are in
sight. The click that opens the popover is told by itself. A turn is processor time of Qt's thread; a pause is the same on the clock, so that it also counts waiting for Python's lock and for
a processor.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path

from app.bootstrap import OpenFolder, open_folder
from app.server.database import open_database
from app.ui.main_window import MainWindow
from app.ui.screen import ScreenContext
from app.ui.screens import registry
from app.ui.sync.controller import SyncController
from app.ui.sync.host import SyncHost
from app.ui.tasks import TaskRunner
from tests.backup_office import memory_keyring
from tests.bench.sync_office import fill
from tests.bench.turns import Turns
from tests.bench.window import bench_application, context_for, warmed_up
from tests.server.running import ServerProcess

ROWS = 100_000
IDLE = 3.0


def measure() -> dict[str, float]:
    """Milliseconds, and how often the progress was shown."""
    application = bench_application()
    folder = Path(tempfile.mkdtemp(prefix="parclair-bench-"))
    server = ServerProcess(folder / "server")
    office = str(server.command("org", "add", "Pressing", "--siren", "732829320")["organisation"])
    database = open_database(folder / "server")
    fill(database, office, ROWS)
    database.close()
    server.start()
    try:
        with memory_keyring():
            opened = open_folder(folder / "data", actor="Claire Morel")
            try:
                warmed_up(application, opened.services)
                return _measured(opened, server.url, str(server.command("code", "new", office)["code"]))
            finally:
                opened.close()
    finally:
        server.stop()
        shutil.rmtree(folder)


def _measured(opened: OpenFolder, url: str, code: str) -> dict[str, float]:
    services, runner = opened.services, TaskRunner()
    services.office.change_organisation({"name": "Pressing"})
    plain = context_for(services, runner)
    window = MainWindow(registry(), plain.settings)
    sync = SyncController(services, runner)
    window.resize(1280, 720)
    context = ScreenContext(
        services=services,
        tasks=runner,
        settings=plain.settings,
        preferences=plain.preferences,
        navigate=window.navigate,
        notify=window.notify,
        report_error=window.report_error,
        data_changed=window.data_changed,
        language="fr",
        today=plain.today,
        sync=sync,
    )
    window.attach(context, services.shell)
    window.show()
    SyncHost(window, context, sync)
    opening, idle, clicked, running, after = Turns(), Turns(), Turns(), Turns(), Turns()
    opening.settle(2.0)
    idle.settle(IDLE)
    services.sync.meet(url, code, "Comptoir")
    services.sync.join()
    shown: list[int] = []
    sync.changed.connect(lambda: shown.append(sync.view.progress.done) if sync.view.progress is not None else None)
    begun = time.perf_counter()
    sync.connection_changed()
    running.until(lambda: sync.view.connected)
    window.sync_chip.explain()
    clicked.until(lambda: bool(clicked.taken))
    running.until(lambda: sync.view.phase == "calm" and sync.view.status is not None and sync.view.status.last_at is not None)
    took = time.perf_counter() - begun
    after.settle(2.0)
    sync.shutdown()
    runner.shutdown()
    window.close()
    return {
        "sync_window_longest_turn_ms": round(max(running.taken), 1),
        "sync_window_longest_pause_ms": round(max(running.pauses), 1),
        "sync_window_idle_longest_turn_ms": round(max(idle.taken), 1),
        "sync_window_idle_longest_pause_ms": round(max(idle.pauses), 1),
        "sync_window_popover_turn_ms": round(max(clicked.taken), 1),
        "sync_window_after_longest_turn_ms": round(max(after.taken), 1),
        "sync_window_pauses_over_16_ms": float(sum(pause > 16 for pause in running.pauses)),
        "sync_window_progress_shown": float(len(set(shown))),
        "sync_window_seconds": round(took, 1),
    }


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.ui.qt_quirks import prepare

    prepare()
    for name, value in measure().items():
        print(f"{name}: {value}")
