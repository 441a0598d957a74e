"""The equipment list with 100,000 machines, beside `QSqlTableModel` on the same table in the same run.

Times are taken at the real screen: from the key or click until the rows stand in the model that the view paints from.
A stall is one turn of Qt's event loop, painting included, that takes too long.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtSql import QSqlDatabase, QSqlTableModel
from PySide6.QtWidgets import QApplication, QScrollBar, QTableView

from app.bootstrap import open_folder
from app.store.database import FILE_NAME
from app.ui.equipment.view import EquipmentScreen
from app.ui.screen import Route
from app.ui.tasks import TaskRunner
from tests.bench.dataset import MANY, office
from tests.bench.window import context_for

TYPED = ("ordinateur", "latitude", "dupont", "sn-4", "écran", "pf3", "caisse 12", "zz")
SORTS = ("serial", "person", "site", "warranty_end", "status", "designation")


def measure() -> dict[str, float]:
    """Milliseconds: medians, and the 95th percentile where the name says so."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    folder = office(MANY)
    opened = open_folder(folder)
    runner = TaskRunner()
    try:
        figures = _screen(context_for(opened.services, runner), runner)
    finally:
        runner.shutdown()
        opened.close()
    return {**figures, **_qsqltablemodel(str(folder / FILE_NAME))}


def _screen(context: Any, runner: TaskRunner) -> dict[str, float]:
    first_pages = []
    screen: EquipmentScreen | None = None
    for _ in range(7):
        if screen is not None:
            screen.deleteLater()
        screen = EquipmentScreen(context)
        screen.resize(1280, 720)
        screen.set_site(None)
        screen.show()
        model = screen.table.model
        started = time.perf_counter()
        screen.activate(Route("equipment"))
        _wait(model.source_shown)
        first_pages.append(_since(started))
    assert screen is not None
    table = screen.table
    keys = []
    for text in TYPED:
        for end in range(1, len(text) + 1):
            started = time.perf_counter()
            screen.search.setText(text[:end])
            _wait(table.model.source_shown)
            keys.append(_since(started))
        screen.search.setText("")
        _wait(table.model.source_shown)
    sorts = []
    for key in SORTS * 2:
        started = time.perf_counter()
        number = next(number for number, column in enumerate(table.model.columns) if column.key == key)
        table.view.horizontalHeader().sectionClicked.emit(number)
        _wait(table.model.source_shown)
        sorts.append(_since(started))
    scrolled = _scroll(table.view.verticalScrollBar())
    screen.deleteLater()
    return {
        "first_page_ms": _median(first_pages),
        "keystroke_ms": _median(keys),
        "keystroke_p95_ms": _percentile(keys, 95),
        "sort_ms": _median(sorts),
        "scroll_step_p99_ms": _percentile(scrolled, 99),
        "scroll_longest_ms": round(max(scrolled), 1),
    }


def _scroll(bar: QScrollBar, steps: int = 400) -> list[float]:
    """Drag the bar from the first row to the last and time every turn of the event loop, painting included."""
    taken = []
    for step in range(steps):
        started = time.perf_counter()
        bar.setValue(bar.maximum() * step // steps)
        QApplication.processEvents()
        taken.append(_since(started))
    return taken


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
        taken.append(_since(started))
    return _median(taken)


def _wait(signal: Any, limit_ms: int = 10_000) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(lambda: loop.exit(1))
    timer.start(limit_ms)
    late = loop.exec()
    signal.disconnect(loop.quit)
    if late:
        raise TimeoutError(f"nothing shown within {limit_ms} ms")


def _since(started: float) -> float:
    return (time.perf_counter() - started) * 1000


def _median(taken: list[float]) -> float:
    return round(statistics.median(taken), 1)


def _percentile(taken: list[float], share: int) -> float:
    return round(statistics.quantiles(taken, n=100, method="inclusive")[share - 1], 1)
