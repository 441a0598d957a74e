"""The settings: company, sites, people, looks, server, data, about."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget

from app.domain.text import Text, msg, tr
from app.ui import theme
from app.ui.icons import icon
from app.ui.screen import Route, Screen, ScreenContext
from app.ui.settings.section import Section
from app.ui.widgets import ask

SECTIONS: dict[str, tuple[Text, str]] = {
    "company": (msg("Entreprise"), "building-2"),
    "sites": (msg("Sites"), "map-pin"),
    "people": (msg("Collaborateurs"), "users"),
    "appearance": (msg("Affichage"), "sun-moon"),
    "server": (msg("Serveur"), "cloud"),
    "data": (msg("Données"), "hard-drive"),
    "about": (msg("À propos"), "info"),
}
ACTIONS = {"site": "sites", "person": "people"}
LAST = "settings.section"


class SettingsScreen(Screen):
    """The pages' names at the left, the page chosen at the right. Pages are built when first shown.

    Attributes:
        confirm: asks whether to leave without saving; replaced in tests.
    """

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.setObjectName("page")
        self.confirm: Callable[[], bool] = self._ask_to_leave
        self._pages: dict[str, Section] = {}
        self.names = _Names()
        self.names.setAccessibleName(tr("Pages des paramètres"))
        self.names.setFrameShape(QFrame.Shape.NoFrame)
        self.names.setFixedWidth(184)
        self.names.setIconSize(QSize(theme.ICON, theme.ICON))
        for title, icon_name in SECTIONS.values():
            item = QListWidgetItem(icon(icon_name, "text_muted"), title.render())
            item.setSizeHint(QSize(0, theme.ROW_HEIGHT + 4))
            self.names.addItem(item)
        self._stack = QStackedWidget()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACE.large, theme.SPACE.medium, theme.SPACE.large, theme.SPACE.medium)
        layout.setSpacing(theme.SPACE.large)
        layout.addWidget(self.names)
        layout.addWidget(self._stack, 1)
        self.names.currentRowChanged.connect(self._show)

    @property
    def title(self) -> str:
        return tr("Paramètres")

    def activate(self, route: Route) -> None:
        wanted = ACTIONS.get(route.action or "", route.action)
        kept = self.context.settings.get_str(LAST, "company")
        name = next((each for each in (wanted, self.current, kept) if each in SECTIONS), "company")
        self.open(name)
        if route.record_id is not None and wanted in SECTIONS:
            self._pages[name].open_record(route.record_id)

    def open(self, name: str) -> None:
        """Show a page and read what it shows again."""
        place = list(SECTIONS).index(name)
        if self.names.currentRow() == place:
            self._pages[name].load()
        else:
            self.names.setCurrentRow(place)

    @property
    def current(self) -> str:
        """The name of the page shown; empty before the first."""
        place = self.names.currentRow()
        return list(SECTIONS)[place] if place >= 0 else ""

    def section(self, name: str) -> Section:
        """A page, built if need be."""
        if name not in self._pages:
            self._pages[name] = self._make(name)
            self._stack.addWidget(self._pages[name])
        return self._pages[name]

    def _make(self, name: str) -> Section:
        from app.ui.settings.about import AboutSection
        from app.ui.settings.appearance import AppearanceSection
        from app.ui.settings.company import CompanySection
        from app.ui.settings.data import DataSection
        from app.ui.settings.people import PeopleSection
        from app.ui.settings.server import ServerSection
        from app.ui.settings.sites import SitesSection

        if name == "appearance":
            return AppearanceSection(self.context, self.can_leave)
        kinds: dict[str, Callable[[ScreenContext], Section]] = {
            "company": CompanySection,
            "sites": SitesSection,
            "people": PeopleSection,
            "server": ServerSection,
            "data": DataSection,
            "about": AboutSection,
        }
        return kinds[name](self.context)

    def _show(self, place: int) -> None:
        if place < 0:
            return
        name = list(SECTIONS)[place]
        page = self.section(name)
        self._stack.setCurrentWidget(page)
        self.context.settings.set_str(LAST, name)
        page.load()

    def reload(self) -> None:
        if self.current:
            self._pages[self.current].load()

    def focus_search(self) -> None:
        if self.current:
            self._pages[self.current].focus_search()

    def can_leave(self) -> bool:
        unsaved = [page for page in self._pages.values() if page.dirty]
        if unsaved and not self.confirm():
            return False
        for page in unsaved:
            page.discard()
        return True

    def _ask_to_leave(self) -> bool:
        return ask(
            self,
            tr("Modifications non enregistrées"),
            tr("Ce que vous avez modifié dans les paramètres n’est pas enregistré. Restez ici pour l’enregistrer (Ctrl+S)."),
            tr("Quitter sans enregistrer"),
            danger=True,
        )


class _Names(QListWidget):
    """The pages' names, with some air around them."""

    def __init__(self) -> None:
        super().__init__()
        self.setViewportMargins(theme.SPACE.tiny, theme.SPACE.tiny, theme.SPACE.tiny, theme.SPACE.tiny)
