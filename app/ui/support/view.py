"""Assistance: who to call now, and below it the queue, all requests, appointments, claims and statistics."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.domain.text import tr
from app.ui import theme
from app.ui.icons import icon
from app.ui.screen import Route, Screen, ScreenContext
from app.ui.support.clock_strip import ClockStrip
from app.ui.widgets import button, row

PAGES = ("queue", "all", "appointments", "claims", "statistics")
NARROW, STACKED = 900, 700
_ICONS = {
    "queue": "list-ordered",
    "all": "list",
    "appointments": "calendar-clock",
    "claims": "shield-alert",
    "statistics": "chart-column",
}


class SupportScreen(Screen):
    """See the module. Each page is built when it is first shown.

    Attributes:
        tabs: the row of pages.
        strip: whom to call, and whether they are open.
    """

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.setObjectName("page")
        self.strip = ClockStrip(context)
        self.new_button = button(tr("&Nouvelle demande"), self.ask_for_help, kind="primary", icon_name="plus", shortcut="Ctrl+N")
        self.services_button = button(tr("Demander une pre&station…"), self.ask_for_service, icon_name="concierge-bell")
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(tr("Pages d’Assistance"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setIconSize(QSize(theme.ICON, theme.ICON))
        self.tabs.setUsesScrollButtons(True)
        self._pages: dict[str, Any] = {}
        self._holders: dict[str, QVBoxLayout] = {}
        self._stack = QStackedWidget()
        titles = self._titles()
        for key in PAGES:
            place = self.tabs.addTab(icon(_ICONS[key], "text_muted"), titles[key])
            self.tabs.setTabToolTip(place, titles[key])
            holder = QWidget()
            layout = self._holders[key] = QVBoxLayout(holder)
            layout.setContentsMargins(0, 0, 0, 0)
            self._stack.addWidget(holder)
        self.tabs.currentChanged.connect(lambda _: self._show_page())
        self._lay_out()
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self, self._stepper(step), context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def title(self) -> str:
        """See `Screen`."""
        return tr("Assistance")

    @staticmethod
    def _titles() -> dict[str, str]:
        return {
            "queue": tr("File d’attente"),
            "all": tr("Toutes les demandes"),
            "appointments": tr("Rendez-vous"),
            "claims": tr("Sinistres"),
            "statistics": tr("Statistiques"),
        }

    def _lay_out(self) -> None:
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(theme.SPACE.medium)
        self._top.addWidget(self.strip, 1)
        self._top.addLayout(row(None, self.services_button, self.new_button))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE.large, theme.SPACE.medium, theme.SPACE.large, 0)
        layout.setSpacing(theme.SPACE.small)
        layout.addLayout(self._top)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        stacked = self.width() < STACKED
        self._top.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        text = "" if narrow else tr("Demander une pre&station…")
        if self.services_button.text() != text:
            self.services_button.setText(text)
            self.services_button.setToolTip(tr("Demander une prestation") if narrow else "")

    # Pages -------------------------------------------------------------------------------------------------------------------------

    @property
    def current_page(self) -> str:
        """The key of the page shown."""
        return PAGES[self.tabs.currentIndex()]

    def page(self, key: str) -> Any:
        """A page; built when it is first asked for."""
        if key not in self._pages:
            self._pages[key] = made = self._make(key)
            made.set_site(self.site_id)
            self._holders[key].addWidget(made)
        return self._pages[key]

    def show_page(self, key: str) -> None:
        """Go to a page and read it."""
        if self.current_page == key:
            self._show_page()
        else:
            self.tabs.setCurrentIndex(PAGES.index(key))

    def _show_page(self) -> None:
        page = self.page(self.current_page)
        self._stack.setCurrentIndex(self.tabs.currentIndex())
        page.reload()

    def _stepper(self, step: int) -> Callable[[], None]:
        return lambda: self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % len(PAGES))

    def _make(self, key: str) -> Any:
        if key == "queue":
            from app.ui.support.queue import QueuePage

            queue = QueuePage(self.context)
            queue.ask.connect(self.ask_for_help)
            queue.elsewhere.connect(self._open_closed)
            queue.counted.connect(self._counted)
            return queue
        if key == "all":
            from app.ui.support.all_requests import AllRequestsPage

            every = AllRequestsPage(self.context)
            every.ask.connect(self.ask_for_help)
            return every
        if key == "appointments":
            from app.ui.support.appointment import AppointmentsPage

            appointments = AppointmentsPage(self.context)
            appointments.queue_asked.connect(lambda: self.show_page("queue"))
            return appointments
        module, name = {"claims": ("claims", "ClaimsPage"), "statistics": ("statistics", "StatisticsPage")}[key]
        return getattr(import_module(f"app.ui.support.{module}"), name)(self.context, self)

    def _counted(self, n: int) -> None:
        title = self._titles()["queue"]
        self.tabs.setTabText(0, f"{title} ({n})" if n else title)

    def _open_closed(self, request_id: UUID) -> None:
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(PAGES.index("all"))
        self.tabs.blockSignals(False)
        page = self.page("all")
        self._stack.setCurrentIndex(PAGES.index("all"))
        page.open(request_id)

    # The window asks ---------------------------------------------------------------------------------------------------------------

    def activate(self, route: Route) -> None:
        """Show the page last seen; or a request, a claim, a page, or start a request."""
        self.strip.read(self.site_id)
        action, record = route.action, route.record_id
        if action in PAGES:
            self.show_page(action)
        elif action == "claim" and record is not None:
            self.show_page("claims")
            self.page("claims").open(record)
        elif record is not None and action in (None, "rate"):
            self._go_to(record)
            if action == "rate":
                self._rate(record)
        else:
            self.show_page(self.current_page)
        self._start(action, record)

    def _start(self, action: str | None, record: UUID | None) -> None:
        if action in ("new", "new-for-equipment", "new-for-contract"):
            self.ask_for_help(
                equipment_id=record if action == "new-for-equipment" else None,
                contract_id=record if action == "new-for-contract" else None,
            )
        elif action == "services":
            self.ask_for_service()
        elif action == "claim-for-equipment":
            from app.ui.support.claim_assistant import open_claim

            open_claim(self.context, self, equipment_id=record)

    def _go_to(self, request_id: UUID) -> None:
        queue = self.page("queue")
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(0)
        self.tabs.blockSignals(False)
        self._stack.setCurrentIndex(0)
        queue.open(request_id)

    def _rate(self, request_id: UUID) -> None:
        support, do = self.context.services.support, self.page("queue").thread_.do
        self.context.tasks.run(
            lambda: support.detail(request_id),
            lambda detail: do.rate(detail.row) if detail.can_rate else None,
            self.context.report_error,
            self,
        )

    def set_site(self, site_id: UUID | None) -> None:
        """See `Screen`."""
        super().set_site(site_id)
        for page in self._pages.values():
            page.set_site(site_id)

    def reload(self) -> None:
        """Read what is shown again."""
        self.strip.read(self.site_id)
        self._show_page()

    def can_leave(self) -> bool:
        """See `Screen`: a message begun is kept."""
        for key in ("queue", "all"):
            if key in self._pages:
                self._pages[key].thread_.keep_drafts()
        return True

    def focus_search(self) -> None:
        """Ctrl+F: the search of all requests; the other pages have none."""
        if self.current_page not in ("queue", "all", "appointments") and hasattr(self.page(self.current_page), "focus_search"):
            self.page(self.current_page).focus_search()
            return
        self.show_page("all")
        search = self.page("all").search
        search.setFocus()
        search.selectAll()

    # Asking ------------------------------------------------------------------------------------------------------------------------

    def ask_for_help(self, equipment_id: UUID | None = None, contract_id: UUID | None = None) -> None:
        """Open the window that asks for help."""
        from app.ui.support.new_request import open_new_request

        open_new_request(self.context, self, equipment_id, contract_id, site_id=self.site_id)

    def ask_for_service(self) -> None:
        """Open the window that asks for a managed service."""
        from app.ui.support.services import open_services

        open_services(self.context, self, self.site_id)
