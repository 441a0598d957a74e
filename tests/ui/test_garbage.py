"""Widgets that a closed dialog left in a cycle are destroyed on Qt's thread, whatever the workers are doing."""

from __future__ import annotations

import threading
import weakref

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui import garbage


class _Dialog(QWidget):
    """Holds itself, as a slot that is a lambda does."""

    def __init__(self) -> None:
        super().__init__()
        self.myself = self


@pytest.fixture
def ended_on(qapp: QApplication) -> list[int]:
    """The threads on which a forgotten dialog was destroyed; it is forgotten from here on."""
    garbage.install(qapp)
    ended: list[int] = []
    weakref.finalize(_Dialog(), lambda: ended.append(threading.get_ident()))
    return ended


def _make_many() -> None:
    kept = [[number] for number in range(300_000)]  # many more than Python lets pass before it searches
    assert len(kept) == 300_000


def _on_a_worker() -> None:
    worker = threading.Thread(target=_make_many)
    worker.start()
    worker.join()


def test_a_worker_destroys_no_widget_and_qt_s_thread_does(ended_on: list[int], qtbot: QtBot) -> None:
    _on_a_worker()
    assert ended_on == []
    kept = [[number] for number in range(1000)]
    qtbot.waitUntil(lambda: bool(ended_on), timeout=20_000)
    assert ended_on == [threading.get_ident()] and kept


def test_the_search_can_be_held(ended_on: list[int], qtbot: QtBot) -> None:
    kept = [[number] for number in range(1000)]
    with garbage.held():
        qtbot.wait(50)
        assert ended_on == []
    qtbot.waitUntil(lambda: bool(ended_on), timeout=20_000)
    assert kept


def test_there_is_one_for_an_application(qapp: QApplication) -> None:
    assert garbage.install(qapp) is garbage.install(qapp)
