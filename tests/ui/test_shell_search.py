"""The search across everything: by keyboard, and never for an older text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.values.office import SearchHit
from app.ui.screen import Route, ScreenContext
from tests.ui.conftest import MemorySettings
from tests.ui.held_tasks import HeldTasks
from tests.ui.shell_desk import Queries, Shell, screen, shell_windows

ENTER = Qt.Key.Key_Return


@pytest.fixture
def shell(qtbot: QtBot, make_context: Callable[..., ScreenContext], ui_settings: MemorySettings) -> Iterator[Shell]:
    with shell_windows(qtbot, make_context, ui_settings, []) as made:
        yield made


@pytest.fixture
def slow_shell(qtbot: QtBot, make_context: Callable[..., ScreenContext], ui_settings: MemorySettings, slow: HeldTasks) -> Iterator[Shell]:
    with shell_windows(qtbot, lambda: make_context(tasks=slow), ui_settings, []) as made:
        yield made


def test_search_lists_by_kind_and_opens_by_keyboard(shell: Shell) -> None:
    queries = Queries()
    window = shell(queries)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is window.search
    QTest.keyClicks(window.search, "ca")
    assert queries.asked == [("c", None), ("ca", None)]
    rows = window.search.popup.list
    assert [rows.item(i).text() for i in range(rows.count())] == [
        "Matériel",
        "Caisse comptoir",
        "Caisse réserve",
        "Contrats",
        "C-2026-0001",
        "Collaborateurs",
        "Nadia Benali",
    ]
    assert rows.currentItem().text() == "Caisse comptoir"
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    assert rows.currentItem().text() == "C-2026-0001"
    QTest.keyClick(window.search, Qt.Key.Key_Up)
    QTest.keyClick(window.search, Qt.Key.Key_Up)
    QTest.keyClick(window.search, Qt.Key.Key_Up)
    assert rows.currentItem().text() == "Nadia Benali"
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.route == Route("settings", UUID(int=13), "person")
    assert window.search.text() == ""
    assert window.search.popup.isHidden()


def test_search_says_when_nothing_is_found_and_escape_leaves(shell: Shell) -> None:
    window = shell()
    screen(window).field.setFocus()
    window.search.begin()
    QTest.keyClicks(window.search, "rien")
    assert window.search.popup.nothing.text() == "Aucun résultat pour «\u00a0rien\u00a0»"
    assert window.search.popup.isVisible()
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.search.popup.isHidden()
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.focusWidget() is screen(window).field


def test_an_answer_to_an_older_text_is_ignored(shell: Shell) -> None:
    window = shell()
    window.search.begin()
    window.search.setText("nouveau")
    window.search.popup.hide()
    window.search.show_hits("ancien", [])
    assert window.search.popup.isHidden()


class Echo(Queries):
    """Finds one machine, named like the text."""

    def search(self, text: str, site_id: UUID | None) -> Sequence[SearchHit]:
        return [SearchHit("equipment", UUID(int=len(text)), text, ""), SearchHit("equipment", UUID(int=50 + len(text)), text, "")]


def test_enter_opens_what_is_found_for_the_text_typed_not_for_an_older_one(slow_shell: Shell, slow: HeldTasks) -> None:
    window = slow_shell(Echo())
    window.search.begin()
    QTest.keyClicks(window.search, "caisse")
    slow.hold()
    QTest.keyClicks(window.search, " 2")
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    QTest.keyClick(window.search, ENTER)
    assert window.route == Route("home")
    slow.release()
    assert window.route == Route("equipment", UUID(int=len("caisse 2")))
    assert window.search.text() == ""


def test_enter_is_forgotten_with_another_letter_or_elsewhere(slow_shell: Shell, slow: HeldTasks) -> None:
    window = slow_shell(Echo())
    window.search.begin()
    slow.hold()
    QTest.keyClicks(window.search, "caisse")
    QTest.keyClick(window.search, ENTER)
    QTest.keyClicks(window.search, "s")
    slow.release()
    assert window.route == Route("home")
    assert window.search.popup.isVisible()
    slow.hold()
    QTest.keyClicks(window.search, "x")
    QTest.keyClick(window.search, ENTER)
    screen(window).field.setFocus()
    slow.release()
    assert window.route == Route("home")


def test_a_list_that_is_not_in_sight_any_more_is_asked_again(slow_shell: Shell, slow: HeldTasks) -> None:
    window = slow_shell(Echo())
    window.search.begin()
    QTest.keyClicks(window.search, "caisse")
    screen(window).field.setFocus()
    slow.hold()
    window.search.setFocus()
    QTest.keyClick(window.search, ENTER)
    assert window.route == Route("home"), "nobody saw what it would open"
    slow.release()
    assert window.route == Route("equipment", UUID(int=len("caisse")))
