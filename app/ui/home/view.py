"""The home screen: what needs somebody now, whom to call, what it costs, what comes next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain import formatting
from app.domain.errors import UserError
from app.domain.text import tr
from app.ui import theme
from app.ui.home import cards
from app.ui.home.opening import OpeningLine, OpeningWatch
from app.ui.home.rows import Heading
from app.ui.screen import Route, Screen, ScreenContext
from app.ui.widgets import ErrorState, button, clear_layout, row, scrolled, text_label

if TYPE_CHECKING:
    from app.domain.values.home import HomeSummary

ONE_COLUMN_BELOW = 760


class HomeScreen(Screen):
    """Read in one task, shown in one go.

    Attributes:
        open_url: hands a telephone number to the system; replaced in tests.
    """

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.setObjectName("page")
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self._summary: HomeSummary | None = None
        self._openings = OpeningWatch(context, self.isVisible, self)
        self._lines: dict[UUID, OpeningLine] = {}
        self._heading = Heading()
        self._day = text_label("", "muted")
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()

    @property
    def title(self) -> str:
        return tr("Accueil")

    def _build(self) -> None:
        contract = button(tr("&Nouveau contrat"), lambda: self._go("contracts", "add"), icon_name="file-plus")
        machine = button(tr("A&jouter un matériel"), lambda: self._go("equipment", "add"), kind="primary", icon_name="plus")
        head = row(self._heading, self._day, None, contract, machine, spacing=theme.SPACE.medium)
        self._columns.setSpacing(theme.SPACE.medium)
        for part, stretch in ((self._left, 3), (self._right, 2)):
            part.setSpacing(theme.SPACE.medium)
            self._columns.addLayout(part, stretch)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(theme.SPACE.large, 0, theme.SPACE.large, theme.SPACE.medium)
        inside.addLayout(self._columns)
        inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.SPACE.medium, 0, 0)
        layout.setSpacing(theme.SPACE.medium)
        line = QHBoxLayout()
        line.setContentsMargins(theme.SPACE.large, 0, theme.SPACE.large, 0)
        line.addLayout(head)
        layout.addLayout(line)
        layout.addWidget(scrolled(content), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < ONE_COLUMN_BELOW
        self._day.setVisible(not narrow)
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def reload(self) -> None:
        services, site = self.context.services, self.site_id
        self.context.tasks.run(lambda: services.home.summary(site), self._show, self._failed, self, latest="home.summary")

    def _show(self, summary: HomeSummary) -> None:
        self._day.setText(formatting.long_day(self.context.today(), self.context.language, weekday=True))
        if summary == self._summary:
            self._openings.watch(self._lines, self.site_id)
            return
        self._summary = summary
        self._heading.setText(summary.organisation or tr("Accueil"))
        self._heading.setToolTip(summary.organisation)
        focus = self.focusWidget()
        self._clear()
        steps = cards.first_steps(summary, self._go_to)
        needs = [need for need in summary.needs if steps is None or need.screen != "settings"]
        if steps is not None:
            self._left.addWidget(steps)
        if steps is None or needs:
            self._left.addWidget(cards.needs(needs, self._go_to))
        if summary.deadlines:
            self._left.addWidget(cards.deadlines(summary, self._go_to, self.context.language))
        self._left.addStretch(1)
        for card in (
            cards.support(summary, self._call, self._lines),
            cards.costs(summary, self._go_to, self.context.language),
            cards.equipment(summary, self._go_to),
            cards.satisfaction(summary, self.context.language),
        ):
            if card is not None:
                self._right.addWidget(card)
        self._right.addStretch(1)
        self._openings.watch(self._lines, self.site_id)
        if focus is not None and self.isVisible():
            self.setFocus()

    def _failed(self, error: UserError) -> None:
        self._summary = None
        self._clear()
        self._openings.watch({}, self.site_id)
        self._left.addWidget(ErrorState.of(error, self.reload))

    def _clear(self) -> None:
        self._lines = {}
        clear_layout(self._left)
        clear_layout(self._right)

    def _go(self, screen: str, action: str) -> None:
        self.context.navigate(Route(screen, action=action))

    def _go_to(self, route: Route) -> None:
        self.context.navigate(route)

    def _call(self, phone: str) -> None:
        if not self.open_url(QUrl("tel:" + phone.replace(" ", ""))):
            QGuiApplication.clipboard().setText(phone)
            self.context.notify(tr("Aucun téléphone n’est relié à ce PC\u00a0: le numéro {phone} est copié.", phone=phone))
