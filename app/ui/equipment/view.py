"""The equipment screen: the table of all machines, filters above it, one machine's panel beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from app.domain.text import tr, trn
from app.ui import theme
from app.ui.equipment.actions import Actions
from app.ui.equipment.columns import columns
from app.ui.equipment.commands import MANY, Commands
from app.ui.equipment.filters import filter_groups, make_query, narrows
from app.ui.equipment.panel import EquipmentPanel
from app.ui.equipment.this_pc_button import ThisPcButton
from app.ui.screen import Route, Screen, ScreenContext
from app.ui.widgets import DataTable, EmptyState, FilterChips, SearchField, button, icon_button, row, text_label
from app.ui.widgets.table_selection import selected_spans

if TYPE_CHECKING:
    from app.domain.errors import UserError
    from app.domain.values.equipment import EquipmentQuery, EquipmentRow, EquipmentSheet

#: Enough for the titles of its six tabs, set closely.
PANEL_WIDTH = 408
NARROW = 900
_OPEN, _WIDTH = "equipment.panel", "equipment.panel_width"


class EquipmentScreen(Screen):
    """See the module."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.setObjectName("page")
        self.actions_ = Actions(self)
        self.commands = Commands(context, self)
        self.search = SearchField(tr("Chercher un matériel"))
        self.chips = FilterChips(filter_groups())
        self.count = text_label("", "muted")
        made = columns(context.today, context.language)
        self.table = DataTable("equipment", tr("Matériel"), made, lambda r: r.id, context.tasks, context.settings, context.language)
        self.table.set_empty(self._empty)
        self.panel = EquipmentPanel(context, self.actions_)
        self.panel.hide()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._row_after_delete: int | None = None
        self._pinned: UUID | None = None
        self._widening = False
        self._lay_out()
        self._connect_table()
        self._connect_actions()
        self.actions_.panel.setChecked(context.settings.get_int(_OPEN, 1) == 1)
        self._selection_changed(0)

    @property
    def title(self) -> str:
        """The screen's name."""
        return tr("Matériel")

    # Building ----------------------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        actions = self.actions_
        self.search.setMinimumWidth(200)
        self.search.setMaximumWidth(280)
        self.search.setToolTip(tr("Désignation, modèle, numéro de série ou d’inventaire, collaborateur (Ctrl+F)"))
        self._more = button(tr("Actions"))
        self._menu = actions.menu(self._more, ())
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more.setMenu(self._menu)
        detail = icon_button("panel-right", actions.panel.text(), actions.panel.trigger, checkable=True)
        detail.setToolTip(actions.tip(actions.panel))
        actions.panel.toggled.connect(detail.setChecked)
        add = button(tr("Ajouter"), actions.add.trigger, kind="primary", icon_name="plus")
        add.setToolTip(actions.tip(actions.add))
        self.this_pc = ThisPcButton(actions)
        bar = row()
        top = Qt.AlignmentFlag.AlignTop
        self.count.setMinimumHeight(theme.CONTROL_HEIGHT)
        bar.addWidget(self.search, 2, top)
        bar.addWidget(self.chips, 5, top)
        bar.addStretch(1)
        for widget in (self.count, self.table.column_button(), detail, self._more, self.this_pc, add):
            bar.addWidget(widget, 0, top)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self.table)
        self._splitter.addWidget(self.panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self.table.setMinimumWidth(240)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE.large, theme.SPACE.medium, theme.SPACE.large, theme.SPACE.medium)
        layout.setSpacing(theme.SPACE.small)
        self._bar, self._below = bar, row()
        layout.addLayout(bar)
        layout.addLayout(self._below)
        layout.addWidget(self._splitter, 1)

    def _place_chips(self) -> None:
        """In a narrow window the filters in use get a line of their own."""
        below = self.width() < NARROW and bool(self.chips.values())
        if below != (self._below.indexOf(self.chips) >= 0):
            self._bar.removeWidget(self.chips)
            self._below.removeWidget(self.chips)
            if below:
                self._below.addWidget(self.chips, 1)
            else:
                self._bar.insertWidget(1, self.chips, 5, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.this_pc.setVisible(self.width() >= NARROW)
        self._place_chips()

    def _connect_table(self) -> None:
        table = self.table
        self.search.searched.connect(lambda _: self._query())
        self.search.left_down.connect(table.view.setFocus)
        self.chips.changed.connect(lambda _: self._filtered())
        table.left_up.connect(self.search.setFocus)
        table.typed.connect(self._typed)
        table.sort_changed.connect(lambda *_: self._query())
        table.model.source_shown.connect(self._listed)
        table.current_changed.connect(lambda _: self._show_panel())
        table.selection_changed.connect(self._selection_changed)
        table.activated.connect(self.commands.edit)
        table.delete_asked.connect(self._delete)
        table.context_menu.connect(self._show_menu)
        self.panel.closed.connect(self._close_panel)
        self.panel.gone.connect(self._gone)
        self.panel.sheet_shown.connect(self._sheet_shown)
        self._splitter.splitterMoved.connect(self._keep_width)

    def _connect_actions(self) -> None:
        actions, commands = self.actions_, self.commands
        actions.add.triggered.connect(lambda: commands.add(self.site_id))
        actions.add_this_pc.triggered.connect(self._add_this_pc)
        actions.edit.triggered.connect(lambda: self._with_one(commands.edit))
        actions.duplicate.triggered.connect(lambda: self._with_one(commands.duplicate))
        actions.delete.triggered.connect(self._delete)
        actions.bulk.triggered.connect(self._bulk)
        actions.assign.triggered.connect(lambda: self._with_chosen(lambda machines: commands.assign(machines, self.site_id)))
        actions.take_back.triggered.connect(lambda: self._with_chosen(commands.take_back))
        actions.panel.toggled.connect(self._toggle_panel)
        commands.changed.connect(self._changed)
        commands.reading_pc.connect(self.this_pc.set_reading)
        commands.removed.connect(self._removed)

    # The window asks ---------------------------------------------------------------------------------------------------------------

    def activate(self, route: Route) -> None:
        """Show the list; go to a machine, or ask for a new one."""
        self._query(keep=True)
        if route.record_id is not None:
            self.actions_.panel.setChecked(True)
            self._go_to(route.record_id)
        if route.action == "add":
            self.commands.add(self.site_id)

    def reload(self) -> None:
        """Read the list and the panel again."""
        self._query(keep=True)
        self.panel.reload()

    def focus_search(self) -> None:
        """Ctrl+F."""
        self.search.setFocus()
        self.search.selectAll()

    def concerns(self) -> tuple[UUID | None, UUID | None]:
        """See `Screen`: the one machine chosen."""
        return (None if self.table.selected_count() > 1 else self._pinned or self.table.current_id), None

    # The list ----------------------------------------------------------------------------------------------------------------------

    def query(self) -> EquipmentQuery:
        """What the list is asked for now."""
        return make_query(self.search.text(), self.chips.values(), self.table.sort, self.site_id)

    def _query(self, keep: bool = False) -> None:
        if self._widening:
            return
        services, query = self.context.services.equipment, self.query()
        self.table.set_source(lambda offset, limit: services.page(query, offset, limit), keep_position=keep)

    def _listed(self) -> None:
        n = self.table.total
        self._show_count()
        place, self._row_after_delete = self._row_after_delete, None
        if place is not None and n and (neighbour := self.table.model.id_at(min(place, n - 1))) is not None:
            self.table.select(neighbour)
        self._show_panel()

    def _show_count(self) -> None:
        n = self.table.total
        self.count.setText(trn("{n} machine", "{n} machines", n) if n else tr("Aucune machine"))

    def _empty(self) -> EmptyState:
        query = self.query()
        if narrows(query):
            title = (
                tr("Rien ne correspond à «\u00a0{text}\u00a0»", text=query.search)
                if query.search
                else tr("Rien ne correspond à ces filtres")
            )
            hint = tr("Vérifiez l’orthographe, ou retirez ce qui restreint la liste.")
            return EmptyState(
                title, hint, icon_name="search-x", action=tr("Effacer la recherche et les filtres"), on_action=self._widen, action_icon="x"
            )
        if self.site_id is not None:
            return self._first(
                tr("Aucun matériel sur ce site"), tr("Ajoutez-en, ou choisissez «\u00a0Tous les sites\u00a0» en haut de la fenêtre.")
            )
        hint = tr("Caisses, ordinateurs, imprimantes, convoyeur… Ajoutez la première machine\u00a0: une désignation et un type suffisent.")
        return self._first(tr("Aucun matériel encore"), hint)

    def _first(self, title: str, hint: str) -> EmptyState:
        add = tr("Ajouter un matériel")
        return EmptyState(title, hint, icon_name="monitor", action=add, on_action=self.actions_.add.trigger, action_icon="plus")

    def _widen(self) -> None:
        self._widening = True
        self.search.clear()
        self.chips.clear()
        self._widening = False
        self._query()
        self.search.setFocus()

    def _filtered(self) -> None:
        self._place_chips()
        self._query()

    def _typed(self, text: str) -> None:
        self.search.setFocus()
        self.search.setText(self.search.text() + text)

    def _go_to(self, record_id: UUID, *, widen: bool = True) -> None:
        """Make a machine the current one, wherever it is in the list."""
        services, query = self.context.services.equipment, self.query()

        def place() -> int | None:
            found = services.identifiers(query)
            return found.index(record_id) if record_id in found else None

        def show(found: int | None) -> None:
            if found is not None:
                self.table.select(record_id, found)
            elif widen and narrows(query):
                self._widen()
                self._go_to(record_id, widen=False)
            else:  # at another site than the window shows
                self.table.clear_selection()
                self._pinned = record_id
                self._show_panel()

        self.context.tasks.run(place, show, owner=self, latest="equipment.place")

    # Selection and panel -----------------------------------------------------------------------------------------------------------

    def _selection_changed(self, n: int) -> None:
        if n:
            self._pinned = None
        self._show_panel()

    def _show_panel(self) -> None:
        """Bring panel and actions in line with what is selected, or current, or pinned."""
        n = self.table.selected_count()
        shown = self._pinned or (self.table.current_id if self.table.view.currentIndex().isValid() else None)
        record = self.table.current_record()
        held = n > 1 or (record is not None and bool(record.person_name))
        self.actions_.set_selection(n or int(shown is not None), assigned=held)
        if not self.actions_.panel.isChecked() or (n == 0 and shown is None):
            self.panel.hide()
            self.panel.forget()
        elif n > 1:
            self.panel.show_several(n)
            self._reveal_panel()
        elif shown is not None and (shown != self.panel.record_id or self.panel.currentWidget() is not self.panel.detail):
            self.panel.show_machine(shown)  # `_sheet_shown` reveals it
        elif shown is not None:
            self._reveal_panel()

    def _reveal_panel(self) -> None:
        if self.panel.isHidden():
            self.panel.show()
            width = self.context.settings.get_int(_WIDTH, PANEL_WIDTH)
            self._splitter.setSizes([max(240, self._splitter.width() - width), width])
            if self.table.view.currentIndex().isValid():
                self.table.view.scrollTo(self.table.view.currentIndex())

    def _sheet_shown(self, sheet: EquipmentSheet) -> None:
        self._reveal_panel()
        if self.table.selected_count() <= 1:
            self.actions_.set_selection(1, assigned=sheet.person_id is not None)

    def _gone(self, error: UserError) -> None:
        self._pinned = None
        self.panel.hide()
        self.context.report_error(error)

    def _close_panel(self) -> None:
        self._pinned = None
        self.actions_.panel.setChecked(False)
        self.table.view.setFocus()

    def _toggle_panel(self, on: bool) -> None:
        self.context.settings.set_int(_OPEN, int(on))
        self._show_panel()

    def _keep_width(self) -> None:
        self.context.settings.set_int(_WIDTH, self._splitter.sizes()[1])

    # Actions -----------------------------------------------------------------------------------------------------------------------

    def _with_one(self, then: Callable[[UUID], object]) -> None:
        chosen = self._pinned or self.table.current_id
        if chosen is not None:
            then(chosen)

    def _with_chosen(self, then: Callable[[Sequence[Any]], object]) -> None:
        """Give the selected machines to `then`, or the one in the panel when it is not in the list."""
        n = self.table.selected_count()

        def chosen(machines: Sequence[Any]) -> None:
            self._show_count()
            then(machines)

        if n:
            if n > MANY:  # reading them takes a while
                self.count.setText(tr("Lecture de {n} machines…", n=n))
            self.table.resolve_selection(chosen)
        elif (sheet := self.panel.sheet) is not None:
            then((sheet,))

    def _add_this_pc(self) -> None:
        self.actions_.panel.setChecked(True)
        self.panel.detail.show_tab("sheet")
        self.commands.add_this_pc()

    def _bulk(self) -> None:
        if self.table.selected_count() <= MANY:
            self._with_chosen(self.commands.bulk)
            return
        services, query, spans = self.context.services.equipment, self.query(), selected_spans(self.table.view)

        def chosen() -> list[UUID]:
            found = services.identifiers(query)
            return [one for first, last in spans for one in found[first : last + 1]]

        self.commands.bulk_many(chosen)

    def _delete(self) -> None:
        self._with_chosen(self._delete_chosen)

    def _delete_chosen(self, machines: Sequence[EquipmentRow]) -> None:
        self.commands.delete(machines)

    def _changed(self, ids: list[UUID]) -> None:
        self._query(keep=True)
        self.panel.reload()
        if len(ids) == 1:
            self._go_to(ids[0])
        self.context.data_changed()

    def _removed(self) -> None:
        index = self.table.view.currentIndex()
        self._row_after_delete = index.row() if index.isValid() else None
        self._pinned = None
        self.panel.forget()
        self._query(keep=True)
        self.context.data_changed()

    def _fill_menu(self) -> None:
        n = self.table.selected_count() or int(self.panel.sheet is not None)
        self._menu.clear()
        for action in (*self.actions_.for_selection(n), None, self.actions_.add_this_pc, self.actions_.panel):
            if action is None:
                self._menu.addSeparator()
            else:
                self._menu.addAction(action)

    def _show_menu(self, record_id: UUID | None, place: QPoint) -> None:
        n = self.table.selected_count()
        chosen = self.actions_.for_selection(n) if record_id is not None and n else (self.actions_.add,)
        menu = self.actions_.menu(self, chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
