"""The queue: who waits, in call-back order, and the thread of the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.text import tr, trn
from app.ui import theme
from app.ui.screen import ScreenContext
from app.ui.support.minute import MinuteTick
from app.ui.support.queue_list import QueueList
from app.ui.support.split import ThreadSplit
from app.ui.support.thread import ThreadPanel
from app.ui.support.words import is_late, waits_now
from app.ui.widgets import EmptyState, ErrorState, StateBadge, WhyButton, cover_stack, row, text_label

if TYPE_CHECKING:
    from app.domain.values.support import Queue


class QueuePage(QWidget):
    """See the module.

    Signals:
        ask(): the user wants to ask for help.
        elsewhere(id): the request to show is not open any more.
        counted(n): how many wait for somebody now, as the badge beside « Assistance » counts them.
    """

    ask = Signal()
    elsewhere = Signal(object)
    counted = Signal(int)

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._site: UUID | None = None
        self._moved = False
        self._wanted: UUID | None = None
        self._said_at = context.services.clock.now()
        self.list = QueueList(context.language)
        self.thread_ = ThreadPanel(context, "queue", ticks=False)
        self._count = text_label("", "strong")
        self._late = StateBadge("danger", "", "clock-alert")
        self._why = WhyButton(text=tr("Pourquoi cet ordre\u202f?"))
        self._left = QWidget()
        head = row(self._count, self._late, None, self._why)
        head.setContentsMargins(0, theme.SPACE.tiny, theme.SPACE.small, 0)
        layout = QVBoxLayout(self._left)
        layout.setContentsMargins(0, 0, 0, theme.SPACE.small)
        layout.setSpacing(theme.SPACE.tiny)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        self.split = ThreadSplit(self._left, self.thread_, context.settings, "support.queue")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.split)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._tick = MinuteTick(self, context.services.clock.now, lambda: bool(self.list.lines.lines))
        self._tick.ticked.connect(self._minute)
        self.list.current_changed.connect(self._chosen)
        self.list.opened.connect(lambda _: self._enter_thread())
        self.list.clicked.connect(lambda _: self.split.open_thread())
        self.split.turned.connect(self.thread_.set_alone)
        self.thread_.back_asked.connect(self._back)
        self.thread_.changed.connect(lambda _: self.read())
        self.setFocusProxy(self.list)

    # What is shown -----------------------------------------------------------------------------------------------------------------

    def set_site(self, site_id: UUID | None) -> None:
        """Only requests of a site; `None`: all. With the next reading, the thread is of that site too."""
        self._moved = self._moved or site_id != self._site
        self._site = site_id

    def open(self, request_id: UUID) -> None:
        """Read the queue and go to a request; `elsewhere` fires when it is not in it."""
        self._wanted = request_id
        self.read()

    def reload(self) -> None:
        """Read queue and thread again."""
        self.read()
        self.thread_.reload()

    def read(self) -> None:
        """Read the queue again."""
        services, site = self.context.services, self._site
        self.context.tasks.run(lambda: services.support.queue(site), self._show, self._failed, self, latest="support.queue")

    @property
    def ticking(self) -> bool:
        """Whether the times will move by themselves."""
        return self._tick.running

    def _show(self, queue: Queue) -> None:
        now = self.context.services.clock.now()
        self._said_at = queue.asked_at
        self.list.show_rows(queue.rows, now)
        self._why.set_explanation(queue.why if len(queue.rows) > 1 else None)
        self._count.setText(trn("{n} demande ouverte", "{n} demandes ouvertes", len(queue.rows)))
        self.counted.emit(sum(waits_now(each, now) for each in queue.rows))
        self._count_late()
        wanted, self._wanted = self._wanted, None
        moved, self._moved = self._moved, False
        if moved and wanted is None and self.thread_.request_id not in {each.id for each in queue.rows}:
            self.thread_.show_nothing()
        if wanted is not None and not self.list.choose(wanted):
            self.elsewhere.emit(wanted)
        elif wanted is not None:
            self.split.open_thread()
        elif self.list.current_id is None and queue.rows and self.thread_.request_id is None:
            self.list.choose(queue.rows[0].id)
        # A request that was just resolved leaves the list; its thread stays until another one is chosen.
        cover_stack(self._stack, None if queue.rows or self.thread_.request_id is not None else self._empty())
        self._tick.settle()

    def _empty(self) -> QWidget:
        hint = tr("Quand quelque chose ne va pas\u00a0: dites ce qui se passe et sur quelle machine, on vous rappelle.")
        title = tr("Personne n’attend") if self._site is None else tr("Personne n’attend sur ce site")
        return EmptyState(title, hint, icon_name="life-buoy", action=tr("Nouvelle demande"), on_action=self.ask.emit, action_icon="plus")

    def _failed(self, error: UserError) -> None:
        cover_stack(self._stack, ErrorState.of(error, self.read))

    def _chosen(self, request_id: UUID | None) -> None:
        if request_id is not None:
            self.thread_.show_request(request_id)

    def _enter_thread(self) -> None:
        self.split.open_thread()
        self.thread_.composer.text.setFocus()

    def _back(self) -> None:
        self.split.back()
        self.list.setFocus()

    def _minute(self) -> None:
        now = self.context.services.clock.now()
        self.list.lines.tick(now)
        self._count_late()
        self.thread_.minute()
        before, self._said_at = self._said_at, now
        coming = [line.row.appointment_at for line in self.list.lines.lines if line.row.appointment_at is not None]
        if any(before < at <= now for at in coming):
            self.read()  # an appointment whose time has come stands first

    def _count_late(self) -> None:
        now = self.context.services.clock.now()
        late = sum(is_late(line.row, now) for line in self.list.lines.lines)
        text = trn("{n} en retard", "{n} en retard", late)
        if text != self._late.text:
            self._late.set_state("danger", text, "clock-alert")
        self._late.setVisible(late > 0)
