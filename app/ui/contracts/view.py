"""Contrats: the list, most urgent first, and below it the contract that is chosen."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.text import tr, trn
from app.ui import theme
from app.ui.contracts import contract_list
from app.ui.contracts.actions import ContractActions
from app.ui.contracts.detail import ContractDetail
from app.ui.contracts.host import ContractHost
from app.ui.contracts.overview import LoadedContract
from app.ui.screen import Route, ScreenContext
from app.ui.widgets import ConfirmBar, DataTable, EmptyState, FilterChips, Page, SearchField, button, row, text_label

_ROWS_IN_SIGHT = 6
_HEADER = 34
NARROW = 860


class ContractsScreen(ContractHost):
    """See the module."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.setObjectName("page")
        self.do = ContractActions(self)
        self.search = SearchField(tr("Chercher un contrat"))
        self.search.setFixedWidth(196)
        self.chips = FilterChips(contract_list.filter_groups())
        self.table = DataTable(
            "contracts",
            tr("Contrats"),
            contract_list.columns(context.today),
            lambda r: r.id,
            context.tasks,
            context.settings,
            context.language,
        )
        self.table.set_empty(self._empty)
        self.bar = ConfirmBar()
        self.detail = ContractDetail()
        self._count = text_label("", "muted")
        self._wanted: UUID | None = None
        self._announced: UUID | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.add_button = button(tr("&Nouveau contrat"), self.do.add, kind="primary", icon_name="plus", shortcut="Ctrl+N")
        self.print_button = button(tr("&Imprimer"), self._print, icon_name="printer", shortcut="Ctrl+P")
        self.export_button = button(
            tr("Échéances .ics"),
            self.do.export_calendar,
            icon_name="calendar-arrow-down",
            tip=tr("Exporter les échéances et leurs rappels pour un agenda"),
        )
        self._count.setFixedHeight(theme.CONTROL_HEIGHT)
        toolbar = row()
        toolbar.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        toolbar.addWidget(self.chips, 1)
        for widget in (self._count, self.table.column_button(), self.export_button, self.print_button, self.add_button):
            toolbar.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.detail)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(5)
        self.splitter.setStretchFactor(1, 1)
        self.table.setMinimumHeight(_HEADER + 2 * theme.ROW_HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE.large, theme.SPACE.medium, theme.SPACE.large, 0)
        layout.setSpacing(theme.SPACE.small)
        layout.addLayout(toolbar)
        layout.addWidget(self.bar)
        layout.addWidget(self.splitter, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self._count.setVisible(not narrow)
        for made, text in ((self.export_button, tr("Échéances .ics")), (self.print_button, tr("&Imprimer"))):
            if (made.text() == "") != narrow:
                keys = made.shortcut()
                made.setText("" if narrow else text)
                made.setShortcut(keys)  # a new text takes the keys away

    def _connect(self) -> None:
        self.search.searched.connect(lambda _: self._query())
        self.search.left_down.connect(self.table.view.setFocus)
        self.chips.changed.connect(lambda _: self._query())
        self.table.left_up.connect(self.search.setFocus)
        self.table.typed.connect(self._typed)
        self.table.sort_changed.connect(lambda *_: self._query())
        self.table.total_changed.connect(self._counted)
        self.table.current_changed.connect(self._chosen)
        self.table.activated.connect(lambda _: self.detail.setFocus())
        self.table.delete_asked.connect(lambda: self._act("delete"))
        self.table.context_menu.connect(self._menu)
        self.detail.asked.connect(self._act)
        self.detail.contract_asked.connect(self.go_to)
        self.detail.document_asked.connect(self.do.document)

    # Screen ------------------------------------------------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """See `Screen`."""
        return tr("Contrats")

    def activate(self, route: Route) -> None:
        """Show the list; with a record, that contract; with `add` or `resign`, the assistant."""
        if route.record_id is not None:
            self._wanted = route.record_id
        self.reload()
        if route.action == "add":
            self.do.add()
        elif route.action == "resign" and route.record_id is not None:
            self.do.resign_by_id(route.record_id)

    def reload(self) -> None:
        """Read list and contract again, keeping what is chosen."""
        self._query(keep=True)
        if self.table.current_id is not None:
            self._read(self.table.current_id)

    def focus_search(self) -> None:
        """Ctrl+F."""
        self.search.setFocus()
        self.search.selectAll()

    def concerns(self) -> tuple[UUID | None, UUID | None]:
        """See `Screen`: the contract chosen."""
        return None, None if self.detail.loaded is None else self.detail.loaded.sheet.id

    def can_leave(self) -> bool:
        """See `Screen`: nothing typed is lost."""
        self.do.keep_unsaved_notes()
        return True

    def go_to(self, contract_id: UUID) -> None:
        """Choose a contract; filters that hide it are taken away."""
        self._wanted = contract_id
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        if self.chips.values():
            self.chips.clear()
        else:
            self._query(keep=True)

    # List --------------------------------------------------------------------------------------------------------------------------

    def _query(self, keep: bool = False) -> None:
        services, site, text = self.context.services, self.site_id, self.search.text()
        filters, sort = self.chips.values(), self.table.sort

        def fetch(offset: int, limit: int) -> Page:
            rows = contract_list.chosen(services.contracts.rows(site), text, filters, sort)
            return Page(len(rows), rows[offset : offset + limit])

        self.table.model.source_shown.connect(self._shown, Qt.ConnectionType.UniqueConnection)
        self.table.set_source(fetch, keep_position=keep)

    def _shown(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            before = self.table.current_id
            self.table.select(wanted)
            if self.table.current_id == before or self.table.current_record() is None:
                self._read(wanted)
        elif self.table.current_record() is None and self.table.total:
            self.table.view.selectRow(0)
        if self.table.total == 0:
            self.detail.setVisible(False)
        else:
            self.detail.setVisible(True)

    def _counted(self, total: int) -> None:
        self._count.setText(trn("{n} contrat", "{n} contrats", total) if total else "")
        self.print_button.setEnabled(total > 0)
        self.export_button.setEnabled(total > 0)
        self.detail.setVisible(total > 0)
        if total:
            wanted = _HEADER + min(total, _ROWS_IN_SIGHT) * theme.ROW_HEIGHT + 4
            self.splitter.setSizes([wanted, max(200, self.height() - wanted)])

    def _empty(self) -> EmptyState:
        if self.search.text() or self.chips.values():
            return EmptyState(
                tr("Aucun contrat ne correspond"),
                tr("Changez la recherche ou retirez les filtres."),
                icon_name="search",
                action=tr("Tout afficher"),
                on_action=self._show_all,
            )
        return EmptyState(
            tr("Aucun contrat"),
            tr("Enregistrez un premier contrat\u00a0: Parclair en calcule le prix, les échéances et les lettres."),
            icon_name="file-text",
            action=tr("Nouveau contrat"),
            on_action=self.do.add,
            action_icon="plus",
        )

    def _show_all(self) -> None:
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.chips.set_values({})
        self._query()

    def _typed(self, text: str) -> None:
        self.search.setFocus()
        self.search.setText(self.search.text() + text)

    def _menu(self, _contract_id: UUID | None, place: QPoint) -> None:
        menu = QMenu(self)
        for name, made in self.detail.buttons.items():
            action = QAction(made.accessibleName(), menu)
            action.triggered.connect(lambda _=False, name=name: self._act(name))
            menu.addAction(action)
        printing = QAction(tr("Imprimer"), menu)
        printing.triggered.connect(self._print)
        menu.addAction(printing)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    # Detail ------------------------------------------------------------------------------------------------------------------------

    def announce(self, contract_id: UUID, text: str, *actions: QWidget) -> None:
        """See `ContractHost`."""
        self._announced = contract_id
        self.go_to(contract_id)
        self.bar.ask(text, *actions)

    def _chosen(self, contract_id: UUID | None) -> None:
        if contract_id != self._announced:
            self._announced = None
            self.bar.dismiss()
        if contract_id is None:
            self.detail.show_nothing()
        else:
            self._read(contract_id)

    def _read(self, contract_id: UUID) -> None:
        self.do.keep_unsaved_notes()
        contracts = self.context.services.contracts

        def read() -> LoadedContract:
            number = contracts.number_of(contract_id)
            return LoadedContract(contracts.sheet(number), contracts.timeline(number))

        self.context.tasks.run(
            read,
            self._show,
            lambda error: self._read_failed(contract_id, error),
            self,
            latest="contracts.sheet",
        )

    def _show(self, loaded: LoadedContract) -> None:
        self.detail.show_contract(loaded, self.context.today())

    def _read_failed(self, contract_id: UUID, error: UserError) -> None:
        self.detail.show_error(error, lambda: self._read(contract_id))

    def _print(self) -> None:
        self._act("print")

    def _act(self, name: str) -> None:
        if self.detail.loaded is not None:
            self.do.act(name, self.detail.loaded.sheet)
