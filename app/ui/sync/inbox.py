"""Conflicts and refusals: everything that two computers changed at once, or that the server refused, until somebody decides.

Nothing is decided that was not seen: whenever another entry comes into sight by itself, the buttons wait as long as a double click takes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout

from app.domain.errors import UserError
from app.domain.text import msg, tr, trn
from app.ui import theme
from app.ui.screen import Route, Screen, ScreenContext
from app.ui.sync.inbox_detail import InboxDetail, sheet_route
from app.ui.sync.inbox_words import decided_words, deletion_question, kind_badge, records_deleted
from app.ui.widgets import Cell, Column, DataTable, EmptyState, ask, button, reveal, row, text_label
from app.ui.widgets.data_table import PAGE_ROWS
from app.ui.widgets.table_selection import selected_spans

if TYPE_CHECKING:
    from app.services.sync_deciding import Decision, TakenBack
    from app.services.sync_inbox import InboxEntry


#: Pixels.
_LIST_LEAST, _DETAIL_LEAST = 104, 208
_THIS_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class InboxScreen(Screen):
    """The list above, what is chosen in it below.

    Attributes:
        table: the list. detail: below it.
        confirm: asks before several decisions that delete, given title and text; replaced in tests.
    """

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.setObjectName("page")
        columns: list[Column[InboxEntry]] = [
            Column("record", msg("Enregistrement"), _record, width=216, stretch=True, sortable=False, required=True),
            Column("kind", msg("Ce qui s’est passé"), _kind, width=160, sortable=False),
            Column("field", msg("Champ"), lambda e: e.field_label, width=116, sortable=False),
            Column("mine", msg("Le mien"), lambda e: _short(e, "mine"), width=136, sortable=False, stretch=True),
            Column("theirs", msg("Le leur"), lambda e: _short(e, "theirs"), width=136, sortable=False, stretch=True),
            Column("by", msg("Par"), lambda e: e.by, width=104, sortable=False),
            Column("found", msg("Depuis"), lambda e: e.found_at, width=140, figures=True, sortable=False),
        ]
        self.table: DataTable = DataTable("inbox", self.title, columns, lambda e: e.id, context.tasks, context.settings, context.language)
        self.table.set_empty(self._empty)
        self.detail = InboxDetail(self.decide, context.navigate)
        self._count = text_label("", "muted")
        self.confirm: Callable[[str, str], bool] = lambda title, text: ask(self, title, text, tr("Supprimer"), danger=True)
        self._shown: tuple[InboxEntry, ...] = ()
        self._place: int | None = None  # the row where the next entry is taken from
        self._waits = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(lambda: self._wait(False))
        self._lay_out()
        self.table.total_changed.connect(self._count_changed)
        self.table.selection_changed.connect(lambda _: self._read_selection())
        self.table.current_changed.connect(lambda _: self._read_selection())
        self.table.activated.connect(self._open_sheet)
        self.table.model.source_shown.connect(self._choose)
        reveal(self.detail, False)

    def _lay_out(self) -> None:
        everything = button(tr("&Tout choisir"), self._choose_all, icon_name="check-check")
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.detail)
        # On a small screen too, both values are in sight below a few lines of the list.
        self.table.setMinimumHeight(_LIST_LEAST)
        self.detail.setMinimumHeight(_DETAIL_LEAST)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        split.setSizes([280, 320])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE.large, theme.SPACE.medium, theme.SPACE.large, theme.SPACE.medium)
        layout.setSpacing(theme.SPACE.medium)
        layout.addLayout(row(text_label(self.title, "heading"), self._count, None, everything, spacing=theme.SPACE.medium))
        layout.addWidget(split, 1)
        self._everything = everything

    @property
    def title(self) -> str:
        return tr("Conflits et refus")

    def activate(self, route: Route) -> None:
        self._wait(True)
        self._read()
        if route.record_id is not None:
            self.table.select(route.record_id)
        self.table.view.setFocus()

    def reload(self) -> None:
        self._read()

    def _read(self) -> None:
        inbox = self.context.services
        if self._place is None:
            self._place = self._first_chosen()
        self.table.set_source(lambda offset, limit: inbox.sync_inbox.page(offset, limit), keep_position=True)

    def _empty(self) -> EmptyState:
        hint = tr(
            "Quand deux postes changent la même chose, ou que le serveur refuse un changement, vous choisissez ici. Rien n’est perdu."
        )
        return EmptyState(tr("Rien à trancher"), hint, icon_name="circle-check")

    def _count_changed(self, count: int) -> None:
        self._count.setText(trn("{n} décision à prendre", "{n} décisions à prendre", count) if count else "")
        self._everything.setEnabled(count > 1)
        if count == 0:
            self._place = None
            self._show(())

    def _choose_all(self) -> None:
        self.table.view.selectAll()
        self.table.view.setFocus()

    def _first_chosen(self) -> int | None:
        return min((first for first, _ in selected_spans(self.table.view)), default=None)

    def _choose(self) -> None:
        """Something is always shown: what was, or else what has come to its place."""
        place, self._place = self._place, None
        found = self.table.total and not self.table.selected_count()
        # A record that was asked for may be on a page that is not there yet.
        if found and (place is not None or self.table.current_id is None or self.table.total <= PAGE_ROWS):
            self._wait(True)
            index = self.table.model.index(min(place or 0, self.table.total - 1), 0)
            self.table.view.selectionModel().setCurrentIndex(index, _THIS_ROW)  # whatever key is still held down
        if self._waits:
            self._rest.start(QApplication.doubleClickInterval())
            if not self.table.total:
                self.setFocus()  # the list is hidden: the keys go on from here

    def _wait(self, on: bool) -> None:
        """While the buttons wait, the keys are the list's."""
        self._waits = on
        focus = QApplication.focusWidget()
        if on and focus is not None and self.detail.isAncestorOf(focus):
            self.table.view.setFocus()
        self.detail.set_ready(not on)

    # What is chosen ----------------------------------------------------------------------------------------------------------------

    def _read_selection(self) -> None:
        if self.table.selected_count():
            self.table.resolve_selection(self._show)
        elif self._place is None:
            self._show(())

    def _show(self, entries: Sequence[Any]) -> None:
        self._shown = tuple(entries)
        reveal(self.detail, bool(entries))
        if entries:
            self.detail.show_entries(self._shown, self.context.language)
        if self._rest.isActive():
            self._rest.start()  # it counts from when it is in sight

    def _open_sheet(self, entry_id: UUID) -> None:
        found = next((entry for entry in self._shown if entry.id == entry_id), None)
        if self._waits:  # a second Enter, or one that is held down
            if self._rest.isActive():
                self._rest.start()
        elif found is not None and (route := sheet_route(found)) is not None:
            self.context.navigate(route)

    # Deciding ----------------------------------------------------------------------------------------------------------------------

    def decide(self, choice: str) -> None:
        """Settle everything that is chosen: `mine` or `theirs`."""
        entries = self._shown
        if not entries or self._waits:
            return
        if choice == "mine" and len(entries) > 1 and records_deleted(entries) and not self.confirm(*deletion_question(entries)):
            return
        services, ids = self.context.services, [entry.id for entry in entries]
        self._rest.stop()
        self._wait(True)
        self.context.tasks.run(
            lambda: services.sync_inbox.resolve_all(ids, choice), lambda done: self._decided(entries, choice, done), self._not_decided, self
        )

    def _decided(self, entries: tuple[InboxEntry, ...], choice: str, decision: Decision) -> None:
        settled = {step.entry for step in decision.steps}
        words = decided_words(entries, choice, settled, decision.left)
        self.context.notify(words, (lambda: self._take_back(decision)) if settled else None)
        if any(entry.id in settled for entry in self._shown):
            self._place = self._first_chosen()
            self.table.clear_selection()
        self._changed()

    def _take_back(self, decision: Decision) -> None:
        services = self.context.services
        self.context.tasks.run(lambda: services.sync_inbox.take_back(decision), self._taken_back, self.context.report_error, self)

    def _taken_back(self, done: TakenBack) -> None:
        if done.left:
            words = trn(
                "{n} décision non annulée\u00a0: son enregistrement a été modifié depuis",
                "{n} décisions non annulées\u00a0: leurs enregistrements ont été modifiés depuis",
                len(done.left),
            )
            self.context.notify(words, None)
        if done.waiting:
            self._wait(True)
            self._place = self._first_chosen() or 0
            self.table.select(done.waiting[0])
        self._changed()

    def _changed(self) -> None:
        self._read()
        self.context.data_changed()
        if self.context.sync is not None:
            self.context.sync.refresh()

    def _not_decided(self, error: UserError) -> None:
        self.context.report_error(error)
        self._read()


def _record(entry: InboxEntry) -> str:
    name = entry.type_label.render()
    return f"{name} · {entry.title}" if entry.title else name


def _kind(entry: InboxEntry) -> Cell:
    state, word = kind_badge(entry.kind)
    return Cell(word, state=state)


def _short(entry: InboxEntry, side: str) -> str:
    """One value, or how many fields."""
    if len(entry.lines) == 1:
        line = entry.lines[0]
        return (line.mine if side == "mine" else line.theirs).render().replace("\n", " ")
    if not entry.lines:
        return ""
    first = entry.lines[0]
    whole = {(line.mine if side == "mine" else line.theirs).source for line in entry.lines}
    if len(whole) == 1 and not (first.mine if side == "mine" else first.theirs).values:
        return (first.mine if side == "mine" else first.theirs).render()
    return trn("{n} champ", "{n} champs", len(entry.lines))
