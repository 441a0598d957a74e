"""What every screen is given and what the window asks of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from PySide6.QtWidgets import QWidget

from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from uuid import UUID

    from app.domain.errors import UserError
    from app.domain.values.office import SearchHit
    from app.services import Services

ThemeMode = Literal["system", "light", "dark"]
ScreenName = str
"""`home`, `equipment`, `contracts`, `support`, `backups`, `documents`, `settings`, `first_run`."""


class Route(NamedTuple):
    """Where to go: a screen, a record in it, and what to start there (`"add"`, `"resign"`, …)."""

    screen: ScreenName
    record_id: UUID | None = None
    action: str | None = None


class UiSettings(Protocol):
    """What the window remembers on this PC: geometry, columns, last screen. Read and written on Qt's thread."""

    def get_str(self, key: str, default: str = "") -> str:
        """The text kept under `key`."""
        ...

    def set_str(self, key: str, value: str) -> None:
        """Keep a text."""
        ...

    def get_int(self, key: str, default: int = 0) -> int:
        """The number kept under `key`."""
        ...

    def set_int(self, key: str, value: int) -> None:
        """Keep a number."""
        ...


class Preferences(Protocol):
    """Choices of the user that take effect at once, in the whole window."""

    @property
    def theme(self) -> ThemeMode:
        """`"system"`, `"light"` or `"dark"`."""
        ...

    @property
    def language(self) -> str:
        """`"fr"` or `"en"`, or `"system"`."""
        ...

    def set_theme(self, mode: ThemeMode) -> None:
        """Recolour the window now and remember it."""
        ...

    def set_language(self, language: str) -> None:
        """Rebuild the window in `language` and remember it."""
        ...


class SiteLike(Protocol):
    """A site in the site filter."""

    @property
    def id(self) -> UUID:
        """The record."""
        ...

    @property
    def name(self) -> str:
        """What the filter shows."""
        ...


class ShellQueries(Protocol):
    """What the window itself reads. Every method runs in the database worker."""

    def has_organisation(self) -> bool:
        """Whether a company was entered; otherwise the first-run screen is shown."""
        ...

    def sites(self) -> Sequence[SiteLike]:
        """All sites, in the order of the filter."""
        ...

    def search(self, text: str, site_id: UUID | None) -> Sequence[SearchHit]:
        """The best hits of each kind, the kinds together, at most some twenty in all."""
        ...

    def counts(self, site_id: UUID | None) -> Mapping[ScreenName, int]:
        """What waits for the user on each screen, shown as a badge in the navigation."""
        ...


class Notify(Protocol):
    """Shows a short message at the bottom of the window."""

    def __call__(self, text: str, undo: Callable[[], object] | None = None, see: Route | None = None) -> None:
        """Show `text`; with `undo`, a button (and Ctrl+Z) that calls it; with `see`, one that goes there."""
        ...


class ScreenContext(NamedTuple):
    """Everything a screen may use. Given once, at construction.

    Attributes:
        services: what the user can do; call it only inside operations given to `tasks`.
        tasks: runs operations off Qt's thread.
        settings: column widths and the like.
        preferences: theme and language.
        navigate: go to a `Route`.
        notify: a short message at the bottom; with `undo`, a button that calls it; with `see`, one that goes there.
        report_error: shows a `UserError` above the screen until it is closed.
        data_changed: tell the window that counts, sites or the company changed.
        language: `"fr"` or `"en"`, for `app.domain.formatting`.
        today: the day in Europe/Paris.
        sync: drives the exchange with the server (`app.ui.sync.controller.SyncController`); none in a window without one.
    """

    services: Services
    tasks: Tasks
    settings: UiSettings
    preferences: Preferences
    navigate: Callable[[Route], None]
    notify: Notify
    report_error: Callable[[UserError], None]
    data_changed: Callable[[], None]
    language: str
    today: Callable[[], date]
    sync: Any = None


class Screen(QWidget):
    """Base of the screens: built on first navigation, kept afterwards.

    Thread: Qt's. The window calls `set_site` once before the first `activate`.
    """

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.site_id: UUID | None = None

    @property
    def title(self) -> str:
        """The screen's name, shown in the window title and told to screen readers."""
        raise NotImplementedError

    def activate(self, route: Route) -> None:
        """The screen is shown (again): refresh what may be old, and go to `route.record_id` / `route.action`."""
        self.reload()

    def set_site(self, site_id: UUID | None) -> None:
        """The site filter changed; `None` means all sites."""
        self.site_id = site_id

    def reload(self) -> None:
        """Read the data again, keeping selection and position."""

    def focus_search(self) -> None:
        """Ctrl+F: put the cursor in the screen's own search field, if it has one."""

    def concerns(self) -> tuple[UUID | None, UUID | None]:
        """The machine and the contract in sight: what a request for help starts from."""
        return None, None

    def can_leave(self) -> bool:
        """Whether nothing typed would be lost; a screen with unsaved input asks here."""
        return True


ScreenFactory = Callable[[ScreenContext], Screen]
"""Imports its module when called: `lambda context: import_module("app.ui.home.view").HomeScreen(context)`."""
