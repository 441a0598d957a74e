"""From the start of the process to the first paint and to a filled screen, beside a bare PySide6 main window that takes turns with it."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import textwrap
from pathlib import Path

from tests.bench.dataset import MANY, ROOT, office

ROUNDS = 7
BARE = textwrap.dedent(
    """
    import json, os, sys
    sys.path.insert(0, sys.argv[1])
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow
    class Window(QMainWindow):
        def paintEvent(self, event):
            super().paintEvent(event)
            QTimer.singleShot(0, self.report)
        def report(self):
            from app.ui import startup
            print(json.dumps({"first_paint_ms": startup.since_process_start() * 1000, "rss_mb": startup.resident_megabytes()}), flush=True)
            os._exit(0)
    application = QApplication([])
    window = Window()
    window.resize(1280, 720)
    window.show()
    application.exec()
    """
)
#: The window as it is used, two seconds later: what the other screens need has been loaded.
WARM = textwrap.dedent(
    """
    import os, sys
    sys.path.insert(0, sys.argv[1])
    import app.__main__ as program
    from app.ui import startup
    from app.ui.qt_quirks import prepare
    prepare()
    from app.ui import application
    def warm_up(services):
        services.warm_up()
        print('{"rss_warm_mb": %.1f}' % startup.resident_megabytes(), flush=True)
        os._exit(0)
    application.WARM_UP_AFTER_MS = 0
    program._warm_up = warm_up
    program.main(["--data-dir", sys.argv[2]])
    """
)


def measure() -> dict[str, float]:
    """Milliseconds and megabytes, medians of runs that take turns, and each as a ratio to the bare window."""
    small, large = office(40), office(MANY)
    runs: dict[str, list[dict[str, float]]] = {"bare": [], "small": [], "large": []}
    _report(small), _bare()
    for _ in range(ROUNDS):
        runs["bare"].append(_bare())
        runs["small"].append(_report(small))
        runs["large"].append(_report(large))
    bare = _median(runs["bare"], "first_paint_ms")
    figures = {"bare_first_paint_ms": bare, "bare_rss_mb": _median(runs["bare"], "rss_mb")}
    for name, prefix in (("small", ""), ("large", f"with_{MANY}_")):
        for key in ("first_paint_ms", "interactive_ms", "rss_mb"):
            figures[prefix + key] = _median(runs[name], key)
        figures[f"{prefix}first_paint_ratio"] = round(figures[f"{prefix}first_paint_ms"] / bare, 2)
        figures[f"{prefix}interactive_ratio"] = round(figures[f"{prefix}interactive_ms"] / bare, 2)
    figures["rss_warm_mb"] = _program(WARM, str(ROOT), str(large))["rss_warm_mb"]
    return figures


def _report(folder: Path) -> dict[str, float]:
    (folder / "window.json").unlink(missing_ok=True)  # no run starts on another screen than the first
    return _run([sys.executable, "-m", "app", "--data-dir", str(folder), "--startup-report"])


def _bare() -> dict[str, float]:
    return _program(BARE, str(ROOT))


def _program(source: str, *arguments: str) -> dict[str, float]:
    return _run([sys.executable, "-c", source, *arguments])


def _run(command: list[str]) -> dict[str, float]:
    done = subprocess.run(command, cwd=ROOT, env=_environment(), capture_output=True, text=True, check=False, timeout=120)
    if done.returncode:
        raise RuntimeError(done.stderr.strip())
    return _last_json(done.stdout)


def _environment() -> dict[str, str]:
    environment = dict(os.environ)
    if not environment.get("DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return environment


def _last_json(text: str) -> dict[str, float]:
    found: dict[str, float] = json.loads(text.strip().splitlines()[-1])
    return found


def _median(runs: list[dict[str, float]], key: str) -> float:
    return round(statistics.median(run[key] for run in runs), 1)
