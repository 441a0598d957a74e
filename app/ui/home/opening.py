"""Support open or closed now, and until when: asked for once the home screen is filled, and again when it changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.domain import formatting
from app.domain.formatting import PARIS
from app.domain.offer_text import hour
from app.domain.text import tr
from app.ui import theme
from app.ui.icons import STATE_ICONS
from app.ui.screen import ScreenContext
from app.ui.widgets import IconLabel, WhyButton, row, text_label

if TYPE_CHECKING:
    from app.domain.errors import UserError
    from app.domain.values.home import SupportNow, SupportOpening

#: The first question loads the calendar of holidays: not while the window is still filling.
FIRST_AFTER_MS = 400
#: A computer that slept does not know how long: what is shown is never older than this.
AT_MOST = timedelta(minutes=10)


class OpeningLine(QWidget):
    """One line below a contact. It takes its place before it is known, so that nothing moves when it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(STATE_ICONS["neutral"], "neutral")
        self._words = text_label("", "strong")
        self._why = WhyButton()
        self.setLayout(row(self._icon, self._words, None, self._why))
        _keep_place(self._why, True)
        _keep_place(self, True)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty until it is known."""
        return self._words.text()

    def set_close(self, close: bool) -> None:
        """Where there is little room, the sign alone leads to the explanation."""
        self._why.setText("" if close else tr("Pourquoi\u202f?"))
        self._why.setAccessibleName(tr("Pourquoi\u202f?"))

    def show_opening(self, opening: SupportOpening | None, today: date, language: str) -> None:
        """Say whether support is open; `None` for an offer that gives no hours takes the line away."""
        _keep_place(self, opening is not None)
        if opening is not None:
            state: theme.State = "ok" if opening.open else "neutral"
            self._icon.set_icon(STATE_ICONS[state], state)
            self._words.setText(opening_words(opening.open, opening.changes_at, today, language))
            self._why.set_explanation(opening.why)
        self.setVisible(opening is not None)


def opening_words(is_open: bool, changes_at: datetime, today: date, language: str) -> str:
    """`Ouvert jusqu’à 12 h`, `Fermé, ouvre jeudi à 9 h`: the day only where it is not today, its date where it is far."""
    local = changes_at.astimezone(PARIS)
    day, at = local.date(), hour(local.time())
    far = (day - today).days
    if is_open:
        if far == 0:
            return tr("Ouvert jusqu’à {hour}", hour=at)
        return tr("Ouvert jusqu’au {day}, {hour}", day=day, hour=at)
    if far == 0:
        return tr("Fermé, ouvre à {hour}", hour=at)
    if far == 1:
        return tr("Fermé, ouvre demain à {hour}", hour=at)
    if 1 < far < 7:
        return tr("Fermé, ouvre {weekday} à {hour}", weekday=formatting.weekday(day, language), hour=at)
    return tr("Fermé, ouvre le {day} à {hour}", day=day, hour=at)


def _keep_place(widget: QWidget, on: bool) -> None:
    """Whether `widget` takes its place while it is hidden."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(on)
    widget.setSizePolicy(policy)


class OpeningWatch(QObject):
    """Fills the opening lines of the home screen and keeps them true: it asks again when the first of them changes.

    Thread: Qt's; the question is answered in the database worker.
    """

    def __init__(self, context: ScreenContext, is_shown: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._is_shown = context, is_shown
        self._site: UUID | None = None
        self._lines: dict[UUID, OpeningLine] = {}
        self._known: SupportNow | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._ask_if_shown)

    def watch(self, lines: dict[UUID, OpeningLine], site_id: UUID | None) -> None:
        """Keep these lines, by contract, from now on; the first time a little later."""
        self._lines, self._site = lines, site_id
        self._timer.stop()
        if not lines:
            return
        if self._known is None:
            self._timer.start(FIRST_AFTER_MS)
            return
        for opening in self._known.openings:
            if opening.contract_id in lines:
                self._show(lines[opening.contract_id], opening)
        self._ask()

    def _ask_if_shown(self) -> None:
        # A screen that is shown again is read again, and so are its lines.
        if self._is_shown():
            self._ask()

    def _ask(self) -> None:
        services, site = self._context.services, self._site
        self._context.tasks.run(lambda: services.home.support_now(site), self._answered, self._failed, self, latest="home.support")

    def _answered(self, now: SupportNow) -> None:
        self._known = now
        openings = {opening.contract_id: opening for opening in now.openings}
        for contract_id, line in self._lines.items():
            self._show(line, openings.get(contract_id))
        if self._lines and openings:
            wait = min(AT_MOST, *(opening.changes_at - now.asked_at for opening in now.openings))
            self._timer.start(int(wait / timedelta(milliseconds=1)) + 1)

    def _failed(self, _: UserError) -> None:
        # The summary of the same screen tells a data folder that cannot be read; without an answer nothing is claimed.
        for line in self._lines.values():
            self._show(line, None)

    def _show(self, line: OpeningLine, opening: SupportOpening | None) -> None:
        line.show_opening(opening, self._context.today(), self._context.language)
