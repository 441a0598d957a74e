"""The plotting library comes by a worker: whatever is asked of the page meanwhile, it never sees half of it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.ui import chart_library
from app.ui.chart_library import ChartLibrary
from app.ui.screen import ScreenContext
from app.ui.support.statistics import StatisticsPage
from app.ui.tasks import TaskRunner
from tests.ui.statistics_desk import Statistics, figures_of

CHARTS = "app.ui.support.statistics_charts"


@pytest.fixture
def slow_import(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The library is being imported until the event is set; Python lists what there is of it, which is nothing."""
    whole = import_module(CHARTS)
    go_on = threading.Event()

    def importing(name: str) -> ModuleType:
        sys.modules[name] = ModuleType(name)
        go_on.wait(20)
        sys.modules[name] = whole
        return whole

    monkeypatch.setattr(chart_library, "_imported_whole", {})
    monkeypatch.setattr(chart_library, "import_module", importing)
    monkeypatch.setitem(sys.modules, CHARTS, whole)
    yield go_on
    go_on.set()


def test_reading_again_while_the_library_is_imported(
    qtbot: QtBot, make_context: Callable[..., ScreenContext], threaded_tasks: TaskRunner, slow_import: threading.Event
) -> None:
    services = SimpleNamespace(statistics=Statistics(lambda query: figures_of(12, query)))
    page = StatisticsPage(make_context(services, tasks=threaded_tasks))
    qtbot.addWidget(page)
    page.show()
    page.reload()
    qtbot.waitUntil(lambda: not hasattr(sys.modules[CHARTS], "StackedBars"), timeout=20_000)
    asked = len(services.statistics.asked)
    settled: list[bool] = []
    assert page.content is not None
    page.content.settled.connect(lambda: settled.append(True))
    page.reload()
    qtbot.waitUntil(lambda: bool(settled), timeout=20_000)
    assert len(services.statistics.asked) == asked + 1
    assert page.content.ratings is not None
    assert page.content.ratings.chart is None
    slow_import.set()
    qtbot.waitUntil(lambda: page.content.waits is not None and page.content.waits.chart is not None, timeout=20_000)  # type: ignore[union-attr]


def test_who_asks_last_is_told_and_only_once(qtbot: QtBot, tasks: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtCore import QObject

    monkeypatch.setattr(chart_library, "_imported_whole", {})
    parent = QObject()
    library = ChartLibrary(CHARTS, tasks, parent)
    told: list[str] = []
    library.fetch(lambda _: told.append("first"), lambda _: told.append("failed"))
    library.fetch(lambda _: told.append("second"), lambda _: told.append("failed"))
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told == ["second"]
    assert library.loaded() is import_module(CHARTS)
