"""The screen of backups in sight, and hands to use it."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.ui.backups.view import BackupsScreen
from app.ui.screen import Route, ScreenContext
from app.ui.tasks import Tasks

MakeContext = Callable[..., ScreenContext]
Show = Callable[..., BackupsScreen]


def screen_on(context: ScreenContext, qtbot: QtBot) -> BackupsScreen:
    """The screen in sight, before it is filled."""
    screen = BackupsScreen(context)
    qtbot.addWidget(screen)
    screen.resize(1084, 676)
    screen.show()
    return screen


def shows(qtbot: QtBot, make_context: MakeContext, office: OpenFolder) -> Show:
    """`shows(…)(route, tasks)`: the screen as the window shows it."""

    def shown(route: Route | None = None, tasks: Tasks | None = None) -> BackupsScreen:
        context = make_context(office.services, tasks=tasks) if tasks is not None else make_context(office.services)
        screen = screen_on(context, qtbot)
        screen.activate(route or Route("backups"))
        return screen

    return shown


def notices(screen: BackupsScreen) -> list[str]:
    return [shown.notice.key for shown in screen.card.notice_rows]
