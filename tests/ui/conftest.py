"""Real widgets, offscreen. Tasks run at once unless a test asks for threads."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import UserError
from app.domain.text import set_language
from app.ui import qt_quirks, theme
from app.ui.screen import Route, ScreenContext, ThemeMode
from app.ui.tasks import InlineTaskRunner, TaskRunner, Tasks
from tests.ui.held_tasks import HeldTasks

qt_quirks.prepare()

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module", autouse=True)
def _garbage_is_looked_for_here() -> Iterator[None]:
    """As in the program: no worker destroys the widgets of a test that is over."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def _what_a_test_left() -> Iterator[None]:
    yield
    gc.collect(1)


class MemorySettings:
    """`UiSettings` that forget."""

    def __init__(self) -> None:
        self.values: dict[str, str | int] = {}

    def get_str(self, key: str, default: str = "") -> str:
        return str(self.values.get(key, default))

    def set_str(self, key: str, value: str) -> None:
        self.values[key] = value

    def get_int(self, key: str, default: int = 0) -> int:
        return int(self.values.get(key, default))

    def set_int(self, key: str, value: int) -> None:
        self.values[key] = value


class FixedPreferences:
    """`Preferences` that only remember what was asked."""

    theme: ThemeMode = "light"
    language = "fr"

    def set_theme(self, mode: ThemeMode) -> None:
        self.theme = mode

    def set_language(self, language: str) -> None:
        self.language = language


@dataclass
class Told:
    """What a screen asked of the window."""

    routes: list[Route] = field(default_factory=list)
    notices: list[tuple[str, Callable[[], object] | None]] = field(default_factory=list)
    errors: list[UserError] = field(default_factory=list)
    changes: int = 0

    def changed(self) -> None:
        self.changes += 1

    def notify(self, text: str, undo: Callable[[], object] | None = None, see: Route | None = None) -> None:
        self.notices.append((text, undo))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["parclair"]


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    """French and light before each test, whatever the one before left."""
    set_language("fr")
    if theme.current() is not theme.LIGHT or not qapp.styleSheet():  # polishing what the last test left costs half a second
        theme.apply(qapp, "light")
    yield
    set_language("fr")


@pytest.fixture
def ui_settings() -> MemorySettings:
    return MemorySettings()


@pytest.fixture
def tasks(qapp: QApplication) -> InlineTaskRunner:
    """Runs at once; a bug in an operation is a failure of the test."""
    runner = InlineTaskRunner()
    runner.on_bug = _raise
    runner.on_unhandled_failure = _raise
    return runner


@pytest.fixture
def threaded_tasks(qapp: QApplication) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.shutdown()


@pytest.fixture
def slow() -> HeldTasks:
    """Runs at once, until a test holds it."""
    return HeldTasks()


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """A shown window of the usual size, for dialogs to stand on."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def make_context(tasks: InlineTaskRunner, ui_settings: MemorySettings, told: Told) -> Callable[..., ScreenContext]:
    """`make_context(services, tasks=…, language=…)`: a context whose window is `told`."""

    def make(services: Any = None, *, tasks: Tasks = tasks, language: str = "fr") -> ScreenContext:
        return ScreenContext(
            services=cast(Any, services if services is not None else SimpleNamespace()),
            tasks=tasks,
            settings=ui_settings,
            preferences=FixedPreferences(),
            navigate=told.routes.append,
            notify=told.notify,
            report_error=told.errors.append,
            data_changed=told.changed,
            language=language,
            today=lambda: TODAY,
        )

    return make


@pytest.fixture
def pictures(request: pytest.FixtureRequest) -> Path:
    """A folder for pictures to look at: `build/cache/pictures`."""
    folder = Path(__file__).resolve().parents[2] / "build" / "cache" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _raise(error: BaseException) -> None:
    raise error


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says that it has no window manager; that is no fault of the window's."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))
