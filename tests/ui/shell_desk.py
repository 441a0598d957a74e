"""The window around plain screens that remember what was asked of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from app.domain.values.office import SearchHit
from app.ui.main_window import MainWindow
from app.ui.screen import Route, Screen, ScreenContext
from tests.ui.conftest import MemorySettings

LYON, NICE = UUID(int=1), UUID(int=2)


@dataclass(frozen=True)
class Place:
    id: UUID
    name: str


@dataclass
class Queries:
    """A small office."""

    organisation: bool = True
    places: list[Place] = field(default_factory=lambda: [Place(LYON, "Lyon"), Place(NICE, "Nice")])
    asked: list[tuple[str, UUID | None]] = field(default_factory=list)
    waiting: dict[str, int] = field(default_factory=lambda: {"contracts": 2})

    def has_organisation(self) -> bool:
        return self.organisation

    def sites(self) -> Sequence[Place]:
        return self.places

    def search(self, text: str, site_id: UUID | None) -> Sequence[SearchHit]:
        self.asked.append((text, site_id))
        if text == "rien":
            return []
        return [
            SearchHit("equipment", UUID(int=10), "Caisse comptoir", "SN-1"),
            SearchHit("equipment", UUID(int=11), "Caisse réserve", "SN-2"),
            SearchHit("contract", UUID(int=12), "C-2026-0001", "Actif"),
            SearchHit("person", UUID(int=13), "Nadia Benali", ""),
        ]

    def counts(self, site_id: UUID | None) -> Mapping[str, int]:
        return self.waiting


class Plain(Screen):
    """A screen that remembers what the window asked of it."""

    def __init__(self, context: ScreenContext, name: str) -> None:
        super().__init__(context)
        self.name, self.calls, self.leave = name, list[object](), True
        self.field = QLineEdit()
        self.field.setAccessibleName("Champ")
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(name))
        layout.addWidget(self.field)

    @property
    def title(self) -> str:
        return self.name.capitalize()

    def activate(self, route: Route) -> None:
        self.calls.append(route)

    def set_site(self, site_id: UUID | None) -> None:
        super().set_site(site_id)
        self.calls.append(("site", site_id))

    def reload(self) -> None:
        self.calls.append("reload")

    def focus_search(self) -> None:
        self.field.setFocus()

    def can_leave(self) -> bool:
        return self.leave


NAMES = ("home", "equipment", "contracts", "documents", "settings", "first_run")
Shell = Callable[..., MainWindow]


@contextmanager
def shell_windows(
    qtbot: QtBot, make_context: Callable[..., ScreenContext], ui_settings: MemorySettings, built: list[str]
) -> Iterator[Shell]:
    """`shell(queries)`: an attached window. `built` gets the name of each screen that is made."""
    made: list[MainWindow] = []

    def factory(name: str) -> Callable[[ScreenContext], Screen]:
        def build(context: ScreenContext) -> Screen:
            built.append(name)
            return Plain(context, name)

        return build

    def make(queries: Queries | None = None, names: Sequence[str] = NAMES, *, attach: bool = True) -> MainWindow:
        window = MainWindow({name: factory(name) for name in names}, ui_settings)
        made.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=5000)
        if attach:
            attach_to(window, make_context(), queries or Queries())
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()


def attach_to(window: MainWindow, context: ScreenContext, queries: Queries) -> None:
    whole = context._replace(
        navigate=window.navigate,
        notify=window.notify,
        report_error=window.report_error,
        data_changed=window.data_changed,
    )
    window.attach(whole, queries, first_run=not queries.organisation)


def screen(window: MainWindow) -> Plain:
    shown = window.current_screen
    assert isinstance(shown, Plain)
    return shown
