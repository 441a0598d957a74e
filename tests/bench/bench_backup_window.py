"""The window while a real backup runs: the longest turn of Qt's loop, beside an idle loop before it in the same run.

restic saves 2,000 small files and one of 300 MB into a folder; the screen of backups shows how far it is. A turn is processor time of Qt's
thread; a pause is the same on the clock, so it also counts waiting for a processor: restic takes all there are.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from app.domain.records import BackupOperation
from app.ui.backups.runs import RunEnd
from app.ui.backups.view import BackupsScreen
from app.ui.screen import Route
from app.ui.tasks import TaskRunner
from tests.backup_office import fill, folder_destination, memory_keyring, open_backing_up, small_plan
from tests.bench.turns import Turns
from tests.bench.window import bench_application, context_for, warmed_up

FILES, BIG = 2000, 300 * 10**6
IDLE = 3.0


def measure() -> dict[str, float]:
    """Milliseconds, and how often the progress was shown."""
    application = bench_application()
    folder = Path(tempfile.mkdtemp(prefix="parclair-bench-"))
    source = fill(folder / "source", FILES)
    with (source / "big.bin").open("wb") as file:
        for _ in range(BIG // 10**6):
            file.write(os.urandom(10**6))
    runner = TaskRunner()
    try:
        with memory_keyring():
            opened = open_backing_up(folder / "data", small_plan(folder_destination(folder / "repo"), source))
            warmed_up(application, opened.services)
            try:
                return _measured(BackupsScreen(context_for(opened.services, runner)))
            finally:
                runner.shutdown()
                opened.close()
    finally:
        shutil.rmtree(folder)


def _measured(screen: BackupsScreen) -> dict[str, float]:
    screen.resize(1084, 676)
    screen.show()
    screen.activate(Route("backups"))
    opening, idle, running = Turns(), Turns(), Turns()
    opening.until(lambda: screen.card.buttons["run"].isVisible() and screen.card.buttons["run"].isEnabled())
    opening.settle(1.0)
    idle.settle(IDLE)
    shown: list[float] = []
    ends: list[RunEnd] = []
    screen.runs.changed.connect(lambda: shown.append(screen.runs.progress.done_bytes if screen.runs.progress is not None else 0))
    screen.runs.ended.connect(ends.append)
    screen.card.buttons["run"].click()
    assert screen.runs.operation is BackupOperation.BACKUP
    running.until(lambda: bool(ends))
    assert ends[0].ok, ends[0]
    # The report is shown, with its picture: the plotting library is fetched for it.
    after = Turns()
    after.until(lambda: screen.detail.history is not None and screen.detail.history.chart is not None)
    after.settle(0.5)
    screen.close()
    report = ends[0].report
    assert report is not None
    return {
        "backup_longest_turn_ms": round(max(running.taken), 1),
        "backup_longest_pause_ms": round(max(running.pauses), 1),
        "backup_idle_longest_turn_ms": round(max(idle.taken), 1),
        "backup_idle_longest_pause_ms": round(max(idle.pauses), 1),
        "backup_after_longest_turn_ms": round(max(after.taken), 1),
        "backup_pauses_over_16_ms": float(sum(pause > 16 for pause in running.pauses)),
        "backup_progress_shown": float(len(shown)),
        "backup_seconds": float(report.duration_seconds),
    }


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.ui.qt_quirks import prepare

    prepare()
    for name, value in measure().items():
        print(f"{name}: {value}")
