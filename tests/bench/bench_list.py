"""The equipment list with 100,000 machines, beside `QSqlTableModel` on the same table in the same run.

Times are taken at the real screen, styled as in the program: from the key or click until the rows stand in the model that the view paints
from. A stall is one turn of Qt's event loop, painting included, that keeps Qt's thread busy for too long: its processor time, so that
what else the machine does is not counted.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtSql import QSqlDatabase, QSqlTableModel
from PySide6.QtWidgets import QApplication, QMainWindow, QScrollBar, QTableView

from app.bootstrap import open_folder
from app.store.database import FILE_NAME
from app.ui.equipment.view import EquipmentScreen
from app.ui.screen import Route
from app.ui.tasks import TaskRunner
from tests.bench.dataset import MANY, office
from tests.bench.window import bench_application, context_for, warmed_up

TYPED = ("ordinateur", "latitude", "dupont", "sn-4", "écran", "pf3", "caisse 12", "imprimante hp", "zz")
SORTS = ("serial", "person", "site", "warranty_end", "status", "designation")
SETTLED = 0.08
"""Seconds without a stop between two keys: the paint and the pages around come in them."""


def measure() -> dict[str, float]:
    """Milliseconds: medians, and the 95th percentile where the name says so."""
    application = bench_application()
    folder = office(MANY)
    opened = open_folder(folder)
    warmed_up(application, opened.services)
    runner = TaskRunner()
    try:
        figures = _screen(context_for(opened.services, runner))
    finally:
        runner.shutdown()
        opened.close()
    figures |= _qsqltablemodel(str(folder / FILE_NAME))
    for name in ("first_page", "keystroke", "sort"):
        figures[f"{name}_to_qsql_ratio"] = round(figures[f"{name}_ms"] / figures[f"qsql_{name}_ms"], 2)
    return figures


class _Turns:
    """Runs Qt's event loop turn by turn and keeps the processor time of each, in milliseconds."""

    def __init__(self) -> None:
        self.taken: list[float] = []

    def until(self, done: Callable[[], bool], limit: float = 10.0) -> None:
        """Go on until `done`."""
        end = time.perf_counter() + limit
        while not done():
            if time.perf_counter() > end:
                raise TimeoutError(f"nothing shown within {limit} s")
            self.one()

    def settle(self, seconds: float = SETTLED) -> None:
        """Go on for so long."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.one()

    def one(self) -> None:
        """One turn: what is waiting now, not what comes meanwhile."""
        started = time.thread_time()
        QApplication.processEvents()
        self.taken.append((time.thread_time() - started) * 1000)
        time.sleep(0.0005)


def _screen(context: Any) -> dict[str, float]:
    window, turns = QMainWindow(), _Turns()
    window.resize(1280, 720)
    first_pages = []
    screen: EquipmentScreen | None = None
    for _ in range(7):
        screen = EquipmentScreen(context)
        window.setCentralWidget(screen)
        screen.set_site(None)
        window.show()
        first_pages.append(_shown(screen, turns, lambda screen=screen: screen.activate(Route("equipment"))))  # type: ignore[misc]
        turns.settle()
    assert screen is not None
    table, search = screen.table, screen.search
    turns.taken.clear()
    keys = []
    for text in TYPED:
        for end in range(1, len(text) + 1):
            keys.append(_shown(screen, turns, lambda shown=text[:end]: search.setText(shown)))  # type: ignore[misc]
            turns.settle()
        _shown(screen, turns, search.clear)
        turns.settle()
    typing = list(turns.taken)
    sorts = []
    for key in SORTS * 2:
        number = next(number for number, column in enumerate(table.model.columns) if column.key == key)
        sorts.append(_shown(screen, turns, lambda number=number: table.view.horizontalHeader().sectionClicked.emit(number)))  # type: ignore[misc]
        turns.settle()
    figures = {
        "first_page_ms": _median(first_pages),
        "keystroke_ms": _median(keys),
        "keystroke_p95_ms": _percentile(keys, 95),
        "keystroke_longest_turn_ms": round(max(typing), 1),
        "sort_ms": _median(sorts),
        **_scroll(table.view.verticalScrollBar()),
    }
    window.close()
    window.deleteLater()
    return figures


def _shown(screen: EquipmentScreen, turns: _Turns, action: Callable[[], object]) -> float:
    """Milliseconds from `action` until its rows are there."""
    there: list[float] = []
    shown = screen.table.model.source_shown

    def note() -> None:
        there.append(time.perf_counter())

    shown.connect(note)
    started = time.perf_counter()
    action()
    turns.until(lambda: bool(there))
    shown.disconnect(note)
    return (there[0] - started) * 1000


def _scroll(bar: QScrollBar, steps: int = 400) -> dict[str, float]:
    """Drag the bar from the first row to the last, then turn the wheel; every turn of the event loop, painting included."""
    turns = _Turns()
    for step in range(steps):
        bar.setValue(bar.maximum() * step // steps)
        turns.one()
    for _ in range(steps):
        bar.setValue(bar.value() - 3 * bar.singleStep())
        turns.one()
    return {"scroll_turn_p99_ms": _percentile(turns.taken, 99), "scroll_longest_turn_ms": round(max(turns.taken), 1)}


def _qsqltablemodel(path: str) -> dict[str, float]:
    """The same list the plain Qt way: one table model on Qt's thread, `LIKE` for search."""
    database = QSqlDatabase.addDatabase("QSQLITE", "bench")
    database.setDatabaseName(path)
    assert database.open(), database.lastError().text()
    holder = QObject()
    model = QSqlTableModel(holder, database)
    model.setTable("equipment")
    view = QTableView()
    view.resize(1280, 720)
    view.setModel(model)
    view.show()
    figures = {
        "qsql_first_page_ms": _timed(lambda: model.select()),
        "qsql_keystroke_ms": _timed(lambda: model.setFilter("designation LIKE '%latitude%'")),
    }
    model.setFilter("")
    figures["qsql_sort_ms"] = _timed(lambda: model.sort(model.fieldIndex("serial"), Qt.SortOrder.AscendingOrder))
    view.deleteLater()
    model.clear()
    database.close()
    return figures


def _timed(action: Callable[[], object]) -> float:
    taken = []
    for _ in range(5):
        started = time.perf_counter()
        action()
        QApplication.processEvents()
        taken.append((time.perf_counter() - started) * 1000)
    return _median(taken)


def _median(taken: list[float]) -> float:
    return round(statistics.median(taken), 1)


def _percentile(taken: list[float], share: int) -> float:
    return round(statistics.quantiles(taken, n=100, method="inclusive")[share - 1], 1)
