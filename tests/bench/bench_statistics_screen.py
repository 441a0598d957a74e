"""The statistics page with a million interventions, beside a plain GROUP BY over them and an empty plot of the library in the same run.

The figures count from the moment the page is built until they stand on it, painted; the pictures until both are drawn. The first page also loads
the plotting library, in a worker. A turn is one turn of Qt's loop, painting included, in processor time of Qt's thread, so that what else the
machine does is not counted; a pause is the same on the clock, waiting for Python's lock included, and stands beside the longest of an idle loop.
"""

from __future__ import annotations

import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow

from app.bootstrap import open_folder
from app.store.database import FILE_NAME
from app.ui.screen import ScreenContext
from app.ui.support.statistics import StatisticsPage
from app.ui.support.statistics_period import Period
from app.ui.tasks import TaskRunner
from tests.bench.support_office import support_office
from tests.bench.window import bench_application, context_for, warmed_up

PAGES = 7
IDLE = 1.0
PLAIN = """
    SELECT strftime('%Y-%m', i.ended_at) AS month, count(*), sum(r.value = 'great'), sum(r.value = 'neutral'), sum(r.value = 'poor')
    FROM intervention i LEFT JOIN rating r ON r.intervention_id = i.id WHERE i.ended_at IS NOT NULL GROUP BY month
"""


class _Turns:
    """Runs Qt's loop turn by turn and keeps how long each took: processor and clock, in milliseconds."""

    def __init__(self) -> None:
        self.taken: list[float] = []
        self.pauses: list[float] = []
        self._last = time.perf_counter()

    def until(self, done: Callable[[], bool], limit: float = 60.0) -> None:
        end = time.perf_counter() + limit
        self._last = time.perf_counter()
        while not done():
            if time.perf_counter() > end:
                raise TimeoutError(f"nothing shown within {limit} s")
            began = time.thread_time()
            QApplication.processEvents()
            self.taken.append((time.thread_time() - began) * 1000)
            time.sleep(0.0005)
            now = time.perf_counter()
            self.pauses.append((now - self._last) * 1000)
            self._last = now

    def settle(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        self.until(lambda: time.perf_counter() > end)


class _Paints(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def measure() -> dict[str, float]:
    """Milliseconds; medians but for the first page."""
    application = bench_application()
    folder = support_office()
    opened = open_folder(folder)
    # the page stands in Assistance, and is not the first thing shown there
    warmed_up(application, opened.services, *(f"app.ui.support.{screen}" for screen in ("queue", "view")))
    runner = TaskRunner()
    try:
        figures = _pages(application, context_for(opened.services, runner))
    finally:
        runner.shutdown()
        opened.close()
    figures["plain_plot_ms"] = _plain_plot()
    figures["plain_group_by_ms"] = _plain_group_by(folder)
    return figures


def _pages(application: QApplication, context: ScreenContext) -> dict[str, float]:
    window, turns, idle = QMainWindow(), _Turns(), _Turns()
    window.resize(1280, 720)
    window.show()
    idle.settle(IDLE)
    opened: list[float] = []
    drawn: list[float] = []
    page = None
    for _ in range(PAGES):
        page, figures_after, pictures_after = _open(window, context, turns)
        opened.append(figures_after)
        drawn.append(pictures_after)
        turns.settle(0.2)
    assert page is not None
    changes = [_changed(page, period, turns) for period in (Period.ALL, Period.LAST_YEAR, Period.THIS_YEAR) * 3]
    turns.until(lambda: page.content is not None and not page.content.busy)
    idle.settle(IDLE / 2)
    paints = _Paints()
    application.installEventFilter(paints)
    idle.settle(IDLE)
    application.removeEventFilter(paints)
    window.close()
    window.deleteLater()
    return {
        "statistics_first_ms": round(opened[0], 1),
        "statistics_ms": _median(opened[1:]),
        "statistics_first_pictures_ms": round(drawn[0], 1),
        "statistics_pictures_ms": _median(drawn[1:]),
        "statistics_period_ms": _median(changes),
        "statistics_longest_turn_ms": round(max(turns.taken), 1),
        "statistics_longest_pause_ms": round(max(turns.pauses), 1),
        "idle_longest_pause_ms": round(max(idle.pauses), 1),
        "statistics_idle_paints": float(paints.count),
    }


def _open(window: QMainWindow, context: ScreenContext, turns: _Turns) -> tuple[StatisticsPage, float, float]:
    """A new page, the milliseconds until its figures stood there, and until its pictures did."""
    if (former := window.takeCentralWidget()) is not None:  # the program keeps its page
        former.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    started, before = time.perf_counter(), time.thread_time()
    page = StatisticsPage(context)
    window.setCentralWidget(page)
    page.reload()
    turns.taken.append((time.thread_time() - before) * 1000)
    turns.until(lambda: page.content is not None and bool(page.content.headline.interventions.text))
    turns.settle(0)
    figures_after = (time.perf_counter() - started) * 1000
    turns.until(lambda: page.content is not None and page.content.waits is not None and page.content.waits.chart is not None)
    turns.until(lambda: page.content is not None and not page.content.busy)
    return page, figures_after, (time.perf_counter() - started) * 1000


def _changed(page: StatisticsPage, period: Period, turns: _Turns) -> float:
    shown, started = page.figures, time.perf_counter()
    page.period.choose(period)
    turns.until(lambda: page.figures is not shown and page.content is not None and not page.content.busy)
    taken = (time.perf_counter() - started) * 1000
    turns.settle(0.1)
    return taken


def _plain_plot() -> float:
    """An empty plot of the library, from its making to its first painting."""
    import pyqtgraph

    taken = []
    for _ in range(5):
        started = time.perf_counter()
        plot = pyqtgraph.PlotWidget()
        plot.resize(480, 220)
        plot.show()
        QApplication.processEvents()
        taken.append((time.perf_counter() - started) * 1000)
        plot.close()
    return _median(taken)


def _plain_group_by(folder: Path) -> float:
    """What the figures by month cost where nothing keeps them."""
    taken = []
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        for _ in range(3):
            started = time.perf_counter()
            connection.execute(PLAIN).fetchall()
            taken.append((time.perf_counter() - started) * 1000)
    return _median(taken)


def _median(taken: list[float]) -> float:
    return round(statistics.median(taken), 1)
