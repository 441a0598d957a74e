"""Deciding in the inbox: only what was seen, one after the other at the same place, and every decision can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.store.base import new_id
from app.ui.screen import ScreenContext
from app.ui.sync.inbox import InboxScreen
from app.ui.sync.long_values import LongLabel, breakable
from tests.offices import open_office
from tests.ui.conftest import Told
from tests.ui.equipment_desk import undo_last
from tests.ui.inbox_desk import click, look, open_inbox, set_aside, titles
from tests.ui.support_office import texts_in

Show = Callable[[], InboxScreen]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenFolder]:
    opened = open_office(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def machines(office: OpenFolder) -> list[UUID]:
    """Six machines, their notes as the server has them."""
    return [office.services.equipment.add({"designation": f"PC {n}", "kind": "computer", "notes": "eux"}) for n in range(6)]


@pytest.fixture
def show(qtbot: QtBot, make_context: Callable[..., ScreenContext], office: OpenFolder) -> Show:
    return lambda: open_inbox(qtbot, make_context(office.services))


def differ(office: OpenFolder, machines: list[UUID]) -> None:
    for one in machines:
        set_aside(office, one, mine="moi", theirs="eux")


def notes(office: OpenFolder, machine: UUID) -> str:
    return office.services.equipment.sheet(machine).notes


def deleted(office: OpenFolder, machine: UUID) -> bool:
    with office.services.context.store.snapshot() as connection:
        (at,) = connection.execute("SELECT deleted_at FROM equipment WHERE id = ?", (machine.hex,)).fetchone()
    return at is not None


def waiting(office: OpenFolder) -> list[str]:
    return [entry.title for entry in office.services.sync_inbox.entries()]


def sent(office: OpenFolder, machine: UUID) -> list[tuple[str, dict[str, Any]]]:
    """What the next exchange tells of a machine."""
    from app.store import sync_outbox

    with office.services.context.store.reading() as session:
        return [(one.op, dict(one.changes)) for one in sync_outbox.of_rows(session.connection(), [str(machine)]).get(machine.hex, [])]


# One after the other ----------------------------------------------------------------------------------------------------------------


def test_a_second_click_decides_nothing_that_was_not_seen(
    qtbot: QtBot, office: OpenFolder, machines: list[UUID], show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 30)
    differ(office, machines)
    screen = show()
    for button in (screen.detail.mine_button, screen.detail.mine_button, screen.detail.theirs_button):
        click(button)
    assert waiting(office) == ["PC 1", "PC 2", "PC 3", "PC 4", "PC 5"] and titles(screen) == ["PC 1"]
    qtbot.waitUntil(screen.detail.mine_button.isEnabled)
    click(screen.detail.mine_button)
    assert waiting(office) == ["PC 2", "PC 3", "PC 4", "PC 5"]


def test_a_second_enter_neither_decides_nor_leaves(office: OpenFolder, machines: list[UUID], show: Show, told: Told, qtbot: QtBot) -> None:
    differ(office, machines)
    screen = show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.detail.mine_button.setFocus()
    for _ in range(3):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Space if focus is screen.detail.mine_button else Qt.Key.Key_Return)
    assert len(waiting(office)) == 5 and not told.routes
    assert screen.table.view.hasFocus() and titles(screen) == ["PC 1"]
    look(screen)
    QTest.keyClick(screen.table.view, Qt.Key.Key_Return)
    assert [route.record_id for route in told.routes] == [machines[1]]


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_the_next_one_comes_to_the_same_place(office: OpenFolder, machines: list[UUID], show: Show, choice: str) -> None:
    differ(office, machines)
    screen = show()
    for _ in range(3):
        QTest.keyClick(screen.table.view, Qt.Key.Key_Down)
    for shown in (["PC 4"], ["PC 5"], ["PC 2"]):  # the last row: the one above it
        screen.decide(choice)
        assert titles(screen) == shown
        look(screen)
    QTest.keyClick(screen.table.view, Qt.Key.Key_Up)
    assert titles(screen) == ["PC 1"]


def test_what_comes_in_place_of_one_that_is_gone_has_to_be_seen_first(office: OpenFolder, machines: list[UUID], show: Show) -> None:
    differ(office, machines[:3])
    screen = show()
    first, *_ = office.services.sync_inbox.entries()
    office.services.sync_inbox.resolve(first.id, "theirs")
    screen.reload()  # as an exchange does
    assert titles(screen) == ["PC 1"]
    click(screen.detail.mine_button)
    assert waiting(office) == ["PC 1", "PC 2"]
    look(screen)
    screen.reload()
    assert screen.detail.mine_button.isEnabled()  # the same one: nothing to wait for


def test_after_several_the_next_is_where_the_first_of_them_was(office: OpenFolder, machines: list[UUID], show: Show) -> None:
    differ(office, machines)
    screen = show()
    view = screen.table.view
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    screen.decide("theirs")
    assert waiting(office) == ["PC 0", "PC 3", "PC 4", "PC 5"] and titles(screen) == ["PC 3"]


# Told and taken back ----------------------------------------------------------------------------------------------------------------


def test_keeping_mine_is_told_and_taken_back(office: OpenFolder, machines: list[UUID], show: Show, told: Told) -> None:
    differ(office, machines[:3])
    screen = show()
    QTest.keyClick(screen.table.view, Qt.Key.Key_Down)
    screen.decide("mine")
    assert told.notices[-1][0] == "1 valeur remise" and notes(office, machines[1]) == "moi"
    undo_last(told)
    assert notes(office, machines[1]) == "eux" and waiting(office) == ["PC 0", "PC 1", "PC 2"] and titles(screen) == ["PC 1"]
    assert sent(office, machines[1])[-2:] == [("patch", {"notes": "moi"}), ("patch", {"notes": "eux"})]
    undo_last(told)  # twice is once
    assert notes(office, machines[1]) == "eux" and len(waiting(office)) == 3


def test_what_was_changed_since_is_not_taken_back(office: OpenFolder, machines: list[UUID], show: Show, told: Told) -> None:
    differ(office, machines[:1])
    show().decide("mine")
    office.services.equipment.change(machines[0], {"notes": "autre chose"})
    undo_last(told)
    assert notes(office, machines[0]) == "autre chose" and waiting(office) == ["PC 0"]


def test_deleting_after_all_is_told_and_taken_back(office: OpenFolder, machines: list[UUID], show: Show, told: Told) -> None:
    set_aside(office, machines[0], "kept", op="delete", mine={}, theirs=None)
    screen = show()
    screen.confirm = lambda *_: pytest.fail("one alone is not asked for: it can be undone")
    screen.decide("mine")
    assert told.notices[-1][0] == "1 enregistrement supprimé" and deleted(office, machines[0])
    undo_last(told)
    assert not deleted(office, machines[0]) and waiting(office) == ["PC 0"]
    assert [op for op, _ in sent(office, machines[0])][-2:] == ["delete", "put"]


def test_restoring_is_told_and_taken_back(office: OpenFolder, machines: list[UUID], show: Show, told: Told) -> None:
    office.services.equipment.delete(machines[:1])
    set_aside(office, machines[0], "deleted", mine={"notes": "moi"}, theirs=None)
    show().decide("mine")
    assert told.notices[-1][0] == "1 enregistrement restauré" and notes(office, machines[0]) == "moi"
    undo_last(told)
    assert deleted(office, machines[0]) and waiting(office) == ["PC 0"]


@pytest.mark.parametrize("count", [1, 2])
def test_a_restored_record_that_was_worked_on_since_stays_and_that_is_said(
    office: OpenFolder, machines: list[UUID], show: Show, told: Told, count: int
) -> None:
    office.services.equipment.delete(machines[:3])
    for one in machines[:3]:
        set_aside(office, one, "deleted", mine={"notes": "moi"}, theirs=None)
    screen = show()
    screen.table.view.selectAll()
    screen.decide("mine")
    for number, one in enumerate(machines[:count]):
        office.services.equipment.change(one, {"designation": f"Caisse {number}"})
    undo_last(told)
    assert [deleted(office, one) for one in machines[:3]] == [place >= count for place in range(3)]
    assert waiting(office) == ["PC 1", "PC 2"][count - 1 :] and titles(screen) == waiting(office)[:1]
    words = {
        1: "1 décision non annulée\u00a0: son enregistrement a été modifié depuis",
        2: "2 décisions non annulées\u00a0: leurs enregistrements ont été modifiés depuis",
    }
    assert told.notices[-1] == (words[count], None)


def test_a_refusal_that_came_back_is_not_asked_twice(office: OpenFolder, machines: list[UUID], show: Show, told: Told) -> None:
    set_aside(office, machines[0], "refused", mine={"notes": "moi"}, theirs={"notes": "eux"})
    show().decide("mine")
    assert told.notices[-1][0] == "1 changement essayé de nouveau"
    set_aside(office, machines[0], "refused", mine={"notes": "moi"}, theirs={"notes": "eux"})  # the server refused again
    undo_last(told)
    assert waiting(office) == ["PC 0"] and notes(office, machines[0]) == "eux"


def test_several_of_one_field_are_taken_back_to_the_first_value(office: OpenFolder, machines: list[UUID], show: Show, told: Told) -> None:
    set_aside(office, machines[0], mine="un", theirs="eux")
    set_aside(office, machines[0], mine="deux", theirs="eux")
    screen = show()
    screen.table.view.selectAll()
    screen.decide("mine")
    assert told.notices[-1][0] == "2 valeurs remises" and notes(office, machines[0]) == "deux"
    undo_last(told)
    assert notes(office, machines[0]) == "eux" and len(waiting(office)) == 2


def mixed(office: OpenFolder, machines: list[UUID]) -> None:
    differ(office, machines[:2])
    for one in machines[2:4]:
        set_aside(office, one, "kept", op="delete", mine={}, theirs=None)
    office.services.equipment.delete(machines[4:5])
    set_aside(office, machines[4], "deleted", mine={"notes": "moi"}, theirs=None)


def test_several_that_delete_are_asked_for_and_counted(office: OpenFolder, machines: list[UUID], show: Show, told: Told) -> None:
    mixed(office, machines)
    screen = show()
    asked: list[tuple[str, str]] = []
    answers = iter([False, True])

    def confirm(title: str, text: str) -> bool:
        asked.append((title, text))
        return next(answers)

    screen.confirm = confirm
    screen.table.view.selectAll()
    assert screen.detail.mine_button.text() == "Garder le &mien…"
    screen.detail.mine_button.click()
    assert len(waiting(office)) == 5 and not told.notices and screen.detail.mine_button.isEnabled()
    screen.detail.mine_button.click()
    words = "2 enregistrements seront supprimés. 3 autres décisions seront prises en même temps."
    assert asked == [("Supprimer 2 enregistrements\u202f?", words)] * 2
    assert told.notices[-1][0] == "2 enregistrements supprimés · 1 enregistrement restauré · 2 valeurs remises"
    assert [deleted(office, one) for one in machines] == [False, False, True, True, False, False]
    undo_last(told)
    assert len(waiting(office)) == 5 and [deleted(office, one) for one in machines] == [False] * 4 + [True, False]


def test_leaving_several_as_they_are_says_so(office: OpenFolder, machines: list[UUID], show: Show, told: Told) -> None:
    mixed(office, machines)
    set_aside(office, machines[5], "refused", mine={"notes": "moi"}, theirs={"notes": "eux"})
    set_aside(office, machines[5], mine="moi", theirs="avant")
    screen = show()
    screen.table.view.selectAll()
    screen.decide("theirs")
    assert told.notices[-1][0] == (
        "2 enregistrements gardés · 1 enregistrement laissé supprimé · 2 valeurs du serveur gardées · 1 valeur actuelle laissée"
        " · 1 changement abandonné"
    )


# The record is gone -------------------------------------------------------------------------------------------------------------------


def test_of_a_record_that_is_gone_a_change_can_only_be_given_up(office: OpenFolder, show: Show, told: Told) -> None:
    from app.domain.errors import NotFoundError

    gone = new_id()
    entry = set_aside(office, gone, "refused", op="put", mine={"designation": "Fantôme", "notes": "moi"}, theirs=None)
    with pytest.raises(NotFoundError) as failed:
        office.services.sync_inbox.resolve(entry, "mine")
    assert "Matériel" in failed.value.text.render() and str(gone) not in failed.value.text.render()
    screen = show()
    said = texts_in(screen.detail)
    assert any("n’existe plus sur ce poste" in one for one in said) and {"Matériel\u00a0: Fantôme", "moi"} <= said
    assert screen.detail.mine_button.isHidden() and screen.detail.theirs_button.text() == "&Abandonner"
    assert screen.detail.sheet_button.isHidden()
    screen.detail.theirs_button.click()
    assert told.notices[-1][0] == "1 changement abandonné" and waiting(office) == []


def test_one_that_is_gone_does_not_keep_the_others_from_being_settled(
    office: OpenFolder, machines: list[UUID], show: Show, told: Told
) -> None:
    set_aside(office, new_id(), "refused", op="put", mine={"designation": "Fantôme"}, theirs=None)
    differ(office, machines[:2])
    screen = show()
    screen.table.view.selectAll()
    assert {"N’existe plus ici\u00a0: 1", "Laisser en attente", "Deux valeurs\u00a0: 2"} <= texts_in(screen.detail)
    screen.decide("mine")
    assert told.notices[-1][0] == "1 laissé en attente, il n’existe plus ici · 2 valeurs remises"
    assert waiting(office) == ["Fantôme"] == titles(screen) and notes(office, machines[1]) == "moi"
    undo_last(told)
    assert len(waiting(office)) == 3 and notes(office, machines[1]) == "eux"


# Long values ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [801, 1084])
def test_a_word_without_an_end_takes_no_room_from_its_neighbour(
    qtbot: QtBot, office: OpenFolder, machines: list[UUID], show: Show, width: int
) -> None:
    address = "https://example.com/" + "a" * 300
    set_aside(office, machines[0], mine="Ligne un\nligne deux\n" + "mot " * 400, theirs=address)
    screen = show()
    screen.resize(width, 436)
    mine, theirs = (
        next(one for one in screen.detail.findChildren(LongLabel) if one.text().startswith(start)) for start in ("Ligne", "https")
    )
    qtbot.waitUntil(lambda: mine.width() > width / 4)
    assert abs(mine.width() - theirs.width()) <= 1
    right = theirs.mapTo(screen.detail, theirs.rect().topRight()).x()
    assert right < screen.detail.width() and theirs.heightForWidth(theirs.width()) > 3 * theirs.fontMetrics().height()
    qtbot.waitUntil(lambda: mine.height() >= mine.heightForWidth(mine.width()) > 10 * mine.fontMetrics().height())
    QTest.keyClick(theirs, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(theirs, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == address


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("un mot et un autre", "un mot et un autre"),
        ("x" * 20, "x" * 20),
        ("é" * 25, "\u200b".join(["é" * 12, "é" * 12, "é"])),
        ("👍🏽" * 21, "\u200b".join(["👍🏽" * 3] * 7)),  # one on screen, four for Qt
    ],
)
def test_where_a_long_word_may_break(text: str, shown: str) -> None:
    assert breakable(text) == shown


def test_nothing_of_the_one_before_stays_in_sight(office: OpenFolder, machines: list[UUID], show: Show) -> None:
    differ(office, machines[:1])
    set_aside(office, machines[1], mine="le mien d’après", theirs="eux")
    screen = show()
    QTest.keyClick(screen.table.view, Qt.Key.Key_Down)
    said = texts_in(screen.detail)
    assert "le mien d’après" in said and "moi" not in said
