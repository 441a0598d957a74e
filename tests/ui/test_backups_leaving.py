"""Leaving the assistants of the backups asks before what was filled in is lost; what was kept is not asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.ui.backups.plan_dialog import PlanDialog
from app.ui.screen import ScreenContext
from tests.backup_office import PASSWORD, MemoryKeyring, fill, folder_destination, memory_keyring, small_plan
from tests.ui.backups_office import backing_office

ESCAPE = Qt.Key.Key_Escape


@pytest.fixture(autouse=True)
def ring() -> Iterator[MemoryKeyring]:
    with memory_keyring() as backend:
        yield backend


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenFolder]:
    opened = backing_office(tmp_path / "data")
    plan = small_plan(folder_destination(tmp_path / "repo"), fill(tmp_path / "à sauver", 2))
    opened.services.backups.set_plan(plan, PASSWORD)
    yield opened
    opened.close()


@pytest.fixture
def done() -> list[bool]:
    return []


@pytest.fixture
def plan(qtbot: QtBot, make_context: Callable[..., ScreenContext], office: OpenFolder, done: list[bool]) -> PlanDialog:
    dialog = PlanDialog(make_context(office.services), office.services.backups.plan(), done.append)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def said(dialog: PlanDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def asking(dialog: PlanDialog) -> bool:
    return dialog.isVisible() and dialog.asks


def test_a_plan_nobody_changed_is_left_at_once(plan: PlanDialog, done: list[bool]) -> None:
    QTest.keyClick(plan, ESCAPE)
    assert not plan.isVisible()
    assert done == []


def test_a_plan_half_filled_in_asks_first(plan: PlanDialog, done: list[bool]) -> None:
    plan.go_on()
    plan.close()
    assert asking(plan)
    assert "Le plan de sauvegarde n’est pas enregistré." in said(plan)
    QTest.keyClick(plan, ESCAPE)
    assert plan.isVisible()
    assert not asking(plan)
    plan.reject()
    plan.abandon()
    assert not plan.isVisible()
    assert done == []


def test_a_plan_that_is_kept_is_not_asked_about(plan: PlanDialog, done: list[bool]) -> None:
    for _ in range(4):
        plan.go_on()
    assert plan.current is plan.sheet
    QTest.keyClick(plan, ESCAPE)
    assert not plan.isVisible()
    assert done == [False]
