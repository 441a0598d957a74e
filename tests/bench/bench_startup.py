"""From the start of the process to the first paint and to a filled screen, beside a bare PySide6 main window."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
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
    return figures


def _report(folder: Path) -> dict[str, float]:
    # A fresh copy of the window's own settings each time: no run starts on another screen than the first.
    with tempfile.TemporaryDirectory() as home:
        environment = {**_environment(), "XDG_CONFIG_HOME": home}
        command = [sys.executable, "-m", "app", "--data-dir", str(folder), "--startup-report"]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=120)
    return _last_json(done.stdout)


def _bare() -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-c", BARE, str(ROOT)], cwd=ROOT, env=_environment(), capture_output=True, text=True, check=True, timeout=120
    )
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
