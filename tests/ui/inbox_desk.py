"""Hands to use the inbox of conflicts and refusals."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.store.base import new_id
from app.store.tables import SyncConflict
from app.ui.screen import Route, ScreenContext
from app.ui.sync.inbox import InboxScreen

AT = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)


def set_aside(office: OpenFolder, row: UUID, kind: str = "field", **values: Any) -> UUID:
    """Something that waits for a decision, as an exchange leaves it."""
    known: dict[str, Any] = {
        "mutation": new_id(),
        "kind": kind,
        "op": "patch",
        "type": "equipment",
        "row_id": row,
        "field": "notes" if kind == "field" else "",
        "mine": "écran fêlé",
        "theirs": "écran changé",
        "reason": {},
        "by": "Karim Haddad",
        "at": AT,
        "found_at": office.services.clock.now(),
        **values,
    }
    with office.services.context.store.writing() as unit:
        conflict = SyncConflict(**known)
        unit.session.add(conflict)
        unit.session.flush()
        return conflict.id


def open_inbox(qtbot: QtBot, context: ScreenContext, record_id: UUID | None = None) -> InboxScreen:
    """The screen, looked at."""
    screen = InboxScreen(context)
    qtbot.addWidget(screen)
    screen.resize(1084, 660)
    screen.show()
    screen.set_site(None)
    screen.activate(Route("inbox", record_id))
    look(screen)
    return screen


def look(screen: InboxScreen) -> None:
    """As long as it takes to see what came into sight."""
    screen._rest.stop()
    screen._wait(False)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def titles(screen: InboxScreen) -> list[str]:
    """What is shown below the list."""
    return [entry.title for entry in screen._shown] if screen.detail.isVisible() else []
