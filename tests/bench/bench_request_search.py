"""Searching a million requests as one types, beside a plain LIKE over them in the same run.

A word that is in no request is the dearest: all are read for it, in a worker. What counts is that the window never waits for that. See
`bench_statistics_screen` for turns and pauses.
"""

from __future__ import annotations

import sqlite3
import statistics
import time
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QMainWindow

from app.bootstrap import open_folder
from app.store.database import FILE_NAME
from app.ui.support.all_requests import AllRequestsPage
from app.ui.tasks import TaskRunner
from tests.bench.support_office import support_office
from tests.bench.turns import Turns
from tests.bench.window import bench_application, context_for, warmed_up

#: Of subjects that very many have, of one machine's code, and of nothing.
WORDS = ("convoyeur", "caisse demarre", "zygomatique")
IDLE = 1.0


def measure() -> dict[str, float]:
    """Milliseconds; the answers are medians over the letters of all words, and the slowest one."""
    application = bench_application()
    folder = support_office()
    opened = open_folder(folder)
    warmed_up(application, opened.services, "app.ui.support.view")
    runner = TaskRunner()
    try:
        window, page = QMainWindow(), AllRequestsPage(context_for(opened.services, runner))
        window.setCentralWidget(page)
        window.resize(1280, 720)
        window.show()
        figures = _typed(page)
        window.close()
        window.deleteLater()
    finally:
        runner.shutdown()
        opened.close()
    figures["plain_like_ms"] = _plain_like(folder)
    return figures


def _typed(page: AllRequestsPage) -> dict[str, float]:
    turns, idle = Turns(), Turns()
    shown: list[int] = []
    page.table.model.source_shown.connect(lambda: shown.append(1))
    page.read()
    turns.until(lambda: bool(shown))
    idle.settle(IDLE)
    turns = Turns()
    answers = []
    for word in WORDS:
        for end in range(1, len(word) + 1):
            before, started = len(shown), time.perf_counter()
            page.search.setText(word[:end])
            turns.until(lambda before=before: len(shown) > before)  # type: ignore[misc]
            answers.append((time.perf_counter() - started) * 1000)
            turns.settle(0.05)
        # Faster than any answer: each letter interrupts the one before.
        for end in range(1, len(word) + 1):
            page.search.setText(word[:end] + "x")
            turns.settle(0.02)
        page.search.clear()
        turns.settle(0.3)
    return {
        "request_search_ms": round(statistics.median(answers), 1),
        "request_search_slowest_ms": round(max(answers), 1),
        "request_search_longest_turn_ms": round(max(turns.taken), 1),
        "request_search_longest_pause_ms": round(max(turns.pauses), 1),
        "request_search_idle_longest_pause_ms": round(max(idle.pauses), 1),
    }


def _plain_like(folder: Path) -> float:
    """The dearest word, by a plain LIKE over the same rows."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        started = time.perf_counter()
        query = "SELECT id FROM support_request WHERE deleted_at IS NULL AND search LIKE ? ORDER BY opened_at DESC LIMIT 200"
        connection.execute(query, [f"%{WORDS[-1]}%"]).fetchall()
        return round((time.perf_counter() - started) * 1000, 1)
