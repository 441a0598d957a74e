"""One request: its head, what can be done with it, what happened, and what to add."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.records import RequestStatus
from app.domain.records import label as enum_label
from app.domain.text import tr
from app.ui import openers, theme
from app.ui.icons import icon
from app.ui.screen import ScreenContext
from app.ui.support.composer import Composer
from app.ui.support.intervention_bar import InterventionBar
from app.ui.support.messages import Messages
from app.ui.support.minute import MinuteTick
from app.ui.support.thread_actions import ThreadActions
from app.ui.support.thread_head import ThreadHead
from app.ui.support.timeline import Timeline
from app.ui.support.words import STATUS_LOOKS
from app.ui.widgets import Busy, EmptyState, ErrorState, FlowLayout, button, column, cover_stack, line, scrolled

if TYPE_CHECKING:
    from app.domain.values.support import RequestDetail

NARROWEST, LOW = 380, 340
#: A request that takes longer to be read than this is announced in place of the one before.
SLOW_MS = 250


class ThreadPanel(QStackedWidget):
    """See the module. `changed(id)`: the request changed, lists that show it are old. `back_asked()`: to the list, where it took its place.

    Attributes:
        detail: the request in sight; `None` for none.
        do: what the buttons do.
    """

    changed = Signal(object)
    back_asked = Signal()

    def __init__(self, context: ScreenContext, name: str = "all", *, ticks: bool = True, parent: QWidget | None = None) -> None:
        """`name` is the key under which messages begun are kept; `ticks` is off where the list beside it calls `minute`."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName(tr("Demande"))
        self.context = context
        self.request_id: UUID | None = None
        self.detail: RequestDetail | None = None
        self.do = ThreadActions(context, self)
        self.head = ThreadHead(context.language)
        self.bar = InterventionBar()
        self.timeline = Timeline(context)
        self.composer = Composer(context)
        self.messages = Messages(context, self.composer, f"support.drafts.{name}")
        self.buttons: dict[str, QPushButton] = {}
        self._actions = FlowLayout()
        self._follow = self._alone = self._typing = False
        self._page = QWidget()
        self._lay_out()
        self._tick = MinuteTick(self, context.services.clock.now, lambda: ticks and self._moves())
        self._tick.ticked.connect(self.minute)
        self.do.changed.connect(self._changed)
        self.head.asked.connect(context.navigate)
        self.bar.stop_asked.connect(self._with(self.do.stop))
        self.composer.sent.connect(self._with(lambda detail: self.messages.send(detail.row.number)))
        self.messages.kept.connect(self._changed)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._tell_reading)
        self.setMinimumWidth(NARROWEST)
        self.show_nothing()

    def _lay_out(self) -> None:
        inside = QWidget()
        self._inside = column(self.timeline, spacing=theme.SPACE.small)
        inside.setLayout(self._inside)
        self._area: QScrollArea = scrolled(inside)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.timeline.accessibleName())
        self._area.setMinimumHeight(72)
        # How long the entries are is known once they are laid out.
        self._area.verticalScrollBar().rangeChanged.connect(lambda *_: self._to_the_end())
        self._area.verticalScrollBar().actionTriggered.connect(lambda _: self._scrolled())
        layout = self._column = QVBoxLayout(self._page)
        layout.setContentsMargins(theme.SPACE.medium, theme.SPACE.small, 0, theme.SPACE.small)
        layout.setSpacing(theme.SPACE.small)
        layout.addWidget(self.head)
        layout.addLayout(self._actions)
        layout.addWidget(self.bar)
        layout.addWidget(line())
        layout.addWidget(self._area, 1)
        layout.addWidget(self.composer)
        self.addWidget(self._page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < LOW
        self.composer.set_compact(low)
        self._area.setMinimumHeight(40 if low else 72)
        # Where there is no room for the head, the actions and a message, the head scrolls with the entries.
        if low is (self._column.indexOf(self.head) >= 0):
            self._column.removeWidget(self.head)
            self._inside.removeWidget(self.head)
            (self._inside if low else self._column).insertWidget(0, self.head)
            self._follow = self._follow and not low

    def set_alone(self, alone: bool) -> None:
        """The thread took the list's place, so it leads back; or it stands beside it."""
        if alone is not self._alone:
            self._alone = alone
            if self.detail is not None:
                self._fill_actions(self.detail)

    # What is shown -----------------------------------------------------------------------------------------------------------------

    def show_nothing(self) -> None:
        """No request is chosen."""
        self.messages.go_to(None)
        self._slow.stop()
        self.request_id = self.detail = None
        hint = tr("Choisissez une demande dans la liste pour en voir le fil.")
        cover_stack(self, EmptyState(tr("Aucune demande choisie"), hint, icon_name="life-buoy"))

    def show_request(self, request_id: UUID) -> None:
        """Show a request; the one before stays in sight until it is read, but nothing can be done with it any more."""
        self.request_id = request_id
        self.messages.go_to(request_id)
        if self.detail is None or self.detail.row.id != request_id:
            for made in (self.bar.stop_button, *(each for key, each in self.buttons.items() if key != "back")):
                made.setEnabled(False)
            self._slow.start()
        self.reload()

    def _tell_reading(self) -> None:
        """What is in sight is another request than the one chosen, for so long that it would be taken for it."""
        self._typing = self.composer.text.hasFocus()
        cover_stack(self, Busy(tr("Lecture de la demande…")))

    def reload(self) -> None:
        """Read the request again."""
        wanted, support = self.request_id, self.context.services.support
        if wanted is not None:
            latest = f"support.thread.{id(self)}"
            self.context.tasks.run(lambda: support.detail(wanted), self._show, self._failed, self, latest=latest)

    def _show(self, detail: RequestDetail) -> None:
        if detail.row.id != self.request_id:
            return
        fresh = self.detail is None or self.detail.row.id != detail.row.id
        more = self.detail is not None and len(detail.thread) > len(self.detail.thread)
        self.detail = detail
        self._slow.stop()
        now = self.context.services.clock.now()
        self.head.show_detail(detail, now)
        self._fill_actions(detail)
        self.bar.show_running(detail.running, now)
        self.timeline.show_entries(detail, fresh=fresh)
        self.composer.setVisible(detail.row.status is not RequestStatus.CLOSED)
        self.bar.stop_button.setEnabled(True)
        cover_stack(self, None)
        if self._typing:
            self._typing = False
            self.composer.text.setFocus()
        self._tick.settle()
        # Where the head scrolls with the entries, one begins with what it is about.
        self._follow = more or (fresh and self._column.indexOf(self.head) >= 0)
        if fresh and not self._follow:
            self._area.verticalScrollBar().setValue(0)
        self._to_the_end()

    def _to_the_end(self) -> None:
        """The newest entry is in sight, until somebody scrolls."""
        if self._follow:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.maximum())

    def _scrolled(self) -> None:
        self._follow = False

    def _failed(self, error: UserError) -> None:
        self._slow.stop()
        self.detail = None
        cover_stack(self, ErrorState.of(error, self.reload))

    # Times that move ---------------------------------------------------------------------------------------------------------------

    def _moves(self) -> bool:
        detail = self.detail
        return detail is not None and (detail.running is not None or bool(self.head.due_text and detail.row.closed_at is None))

    def minute(self) -> None:
        """Say the times of now."""
        now = self.context.services.clock.now()
        self.head.tick(now)
        self.bar.tick(now)

    # Actions -----------------------------------------------------------------------------------------------------------------------

    def _fill_actions(self, detail: RequestDetail) -> None:
        focused = next((key for key, made in self.buttons.items() if made.hasFocus()), None)
        while (item := self._actions.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        self.buttons = {}
        moves, do = detail.moves, self.do
        if self._alone:
            self._add("back", tr("Lis&te"), "arrow-left", lambda _: self.back_asked.emit())
        if RequestStatus.IN_PROGRESS in moves and detail.row.status is RequestStatus.RESOLVED:
            self._add("reopen", tr("&Rouvrir"), "rotate-ccw", lambda d: do.move(d, RequestStatus.IN_PROGRESS))
        elif detail.running is None and (moves and detail.row.status is not RequestStatus.RESOLVED):
            self._add("start", tr("&Intervenir…"), "play", do.start)
        if RequestStatus.CALL_BACK_PLANNED in moves or (detail.row.appointment_at is not None and RequestStatus.RESOLVED in moves):
            self._add("plan", tr("Rende&z-vous…"), "calendar-plus", do.plan)
        if RequestStatus.RESOLVED in moves:
            self._add("resolve", tr("R&ésoudre…"), "circle-check", do.resolve)
        if detail.can_rate:
            self._add("rate", tr("Donner un a&vis…"), "smile", lambda d: do.rate(d.row))
        if RequestStatus.CLOSED in moves:
            self._add("close", tr("C&lôturer"), "lock", lambda d: do.move(d, RequestStatus.CLOSED))
        self._add_menu("more", tr("Plus"), detail)
        for made in self.buttons.values():
            made.show()
        if focused in self.buttons:
            self.buttons[focused].setFocus()

    def _add(self, key: str, text: str, icon_name: str, then: Callable[[RequestDetail], object]) -> None:
        made = button(text, self._with(then), icon_name=icon_name)
        self.buttons[key] = made
        self._actions.addWidget(made)

    def _add_menu(self, key: str, text: str, detail: RequestDetail) -> None:
        made = button(text, icon_name="ellipsis")
        made.setProperty("menu", True)
        menu = QMenu(made)
        skipped = (RequestStatus.RESOLVED, RequestStatus.CLOSED, RequestStatus.CALL_BACK_PLANNED)
        for status in detail.moves:
            if status not in skipped and detail.row.status is not RequestStatus.RESOLVED:
                text_ = tr("Passer à «\u00a0{status}\u00a0»", status=enum_label(status))
                self._item(menu, text_, STATUS_LOOKS[status][1], self._mover(status))
        if detail.row.appointment_at is not None:
            if RequestStatus.RESOLVED in detail.moves:
                self._item(menu, tr("Annuler le rendez-vous"), "calendar-x", self.do.unplan)
            number = detail.row.number
            self._item(
                menu, tr("Exporter le rendez-vous (.ics)…"), "calendar-arrow-down", lambda d: self.do.export_appointment(d.row.id, number)
            )
        if detail.row.status is not RequestStatus.CLOSED:
            self._item(menu, tr("Consigner une intervention…"), "clipboard-list", self.do.log)
            self._item(menu, tr("Modifier la demande…"), "pencil", self.do.edit)
        self._item(menu, tr("Fiche pour le technicien…"), "id-card", self._show_card)
        made.setMenu(menu)
        self.buttons[key] = made
        self._actions.addWidget(made)

    def _item(self, menu: QMenu, text: str, icon_name: str, then: Callable[[RequestDetail], object]) -> None:
        action = QAction(icon(icon_name), text, menu)
        action.triggered.connect(self._with(then))
        menu.addAction(action)

    def _mover(self, status: RequestStatus) -> Callable[[RequestDetail], object]:
        return lambda detail: self.do.move(detail, status)

    def _with(self, then: Callable[[RequestDetail], object]) -> Callable[..., None]:
        def call(*_: object) -> None:
            if self.detail is not None and self.detail.row.id == self.request_id:
                then(self.detail)

        return call

    def _show_card(self, detail: RequestDetail) -> None:
        row = detail.row
        openers.open_technician_card(self.context, self.window(), equipment_id=row.equipment_id, request_id=row.id)

    def _changed(self, request_id: UUID) -> None:
        if request_id == self.request_id:
            self.reload()
        self.changed.emit(request_id)

    # Messages ----------------------------------------------------------------------------------------------------------------------

    def keep_drafts(self) -> None:
        """Messages begun and not sent outlive the program."""
        self.messages.save()
