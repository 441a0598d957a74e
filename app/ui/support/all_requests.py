"""All requests, newest first, open or closed; searched as one types and filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.records import OPEN_REQUESTS, RatingValue, RequestKind, RequestStatus
from app.domain.records import label as enum_label
from app.domain.text import msg, tr, trn
from app.ui import theme
from app.ui.screen import ScreenContext
from app.ui.support.split import ThreadSplit
from app.ui.support.thread import ThreadPanel
from app.ui.support.timeline import RATING_ICONS
from app.ui.support.words import STATUS_LOOKS, URGENCY_LOOKS
from app.ui.widgets import Cell, Column, DataTable, EmptyState, FilterChips, FilterGroup, SearchField, row, text_label

if TYPE_CHECKING:
    from app.domain.values.support import RequestQuery, RequestRow


class AllRequestsPage(QWidget):
    """See the module. `ask()`: the user wants to ask for help."""

    ask = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._site: UUID | None = None
        self.search = SearchField(tr("Chercher une demande"))
        self.search.setFixedWidth(220)
        self.search.setToolTip(tr("Numéro, objet, machine, contact (Ctrl+F)"))
        self.chips = FilterChips(filter_groups())
        self.table = DataTable("requests", tr("Demandes"), columns(), lambda r: r.id, context.tasks, context.settings, context.language)
        self.table.set_empty(self._empty)
        self.thread_ = ThreadPanel(context)
        self._count = text_label("", "muted")
        self._count.setFixedHeight(theme.CONTROL_HEIGHT)
        top = row()
        for widget, stretch in ((self.search, 0), (self.chips, 1), (self._count, 0), (self.table.column_button(), 0)):
            top.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
        top.setContentsMargins(0, theme.SPACE.tiny, theme.SPACE.small, 0)
        left = QWidget()
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 0, theme.SPACE.small)
        layout.setSpacing(theme.SPACE.small)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        self.split = ThreadSplit(left, self.thread_, context.settings, "support.all", share=54)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.split)
        self.setFocusProxy(self.table)
        self._connect()

    def _connect(self) -> None:
        self.search.searched.connect(lambda _: self.read())
        self.search.left_down.connect(self.table.view.setFocus)
        self.chips.changed.connect(lambda _: self.read())
        self.table.left_up.connect(self.search.setFocus)
        self.table.typed.connect(self._typed)
        self.table.current_changed.connect(self._chosen)
        self.table.activated.connect(lambda _: self._enter_thread())
        self.table.view.clicked.connect(lambda _: self.split.open_thread())
        self.split.turned.connect(self.thread_.set_alone)
        self.thread_.back_asked.connect(self._back)
        self.table.total_changed.connect(self._counted)
        self.table.model.source_shown.connect(lambda: self._counted(self.table.total))
        self.thread_.changed.connect(lambda _: self.read(keep=True))

    # What is shown -----------------------------------------------------------------------------------------------------------------

    def set_site(self, site_id: UUID | None) -> None:
        """Only requests of a site; `None`: all. What is shown may be of another one: the list chooses again."""
        if site_id != self._site:
            self.thread_.show_nothing()
        self._site = site_id

    def reload(self) -> None:
        """Read list and thread again."""
        self.read(keep=True)
        self.thread_.reload()

    def open(self, request_id: UUID) -> None:
        """Show a request, and choose it where it is among the newest."""
        self.read(keep=True)
        self.table.select(request_id)
        self._chosen(request_id)
        self.split.open_thread()

    def read(self, keep: bool = False) -> None:
        """Read the list again."""
        services, query = self.context.services, self.query()
        self.table.set_source(lambda offset, limit: services.support.page(query, offset, limit), keep_position=keep)

    def query(self) -> RequestQuery:
        """What the list is asked for now."""
        from app.domain.values.support import RequestQuery

        statuses = tuple(RequestStatus(value) for value in self.chips.values().get("status", ()))
        return RequestQuery(self.search.text(), statuses, self._site)

    def _typed(self, text: str) -> None:
        self.search.setFocus()
        self.search.setText(self.search.text() + text)

    def _chosen(self, request_id: UUID | None) -> None:
        if request_id is not None:
            self.thread_.show_request(request_id)
            self.split.set_filled(True)

    def _enter_thread(self) -> None:
        self.split.open_thread()
        self.thread_.composer.text.setFocus()

    def _back(self) -> None:
        self.split.back()
        self.table.view.setFocus()

    def _counted(self, total: int) -> None:
        self._count.setText(trn("{n} demande", "{n} demandes", total) if total else "")
        if self.thread_.request_id is None and (first := self.table.model.record(0) if total else None) is not None:
            self.table.select(first.id, 0)
            self._chosen(first.id)
        self.split.set_filled(self.thread_.request_id is not None)

    def _empty(self) -> EmptyState:
        if self.search.text() or self.chips.values():
            return EmptyState(
                tr("Aucune demande ne correspond"),
                tr("Changez la recherche ou retirez les filtres."),
                icon_name="search-x",
                action=tr("Tout afficher"),
                on_action=self._widen,
            )
        hint = tr("Les demandes d’aide restent ici, avec leur fil, même une fois clôturées.")
        ask = tr("Nouvelle demande")
        return EmptyState(tr("Aucune demande"), hint, icon_name="life-buoy", action=ask, on_action=self.ask.emit, action_icon="plus")

    def _widen(self) -> None:
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.chips.set_values({})
        self.read()


def filter_groups() -> list[FilterGroup]:
    """What the list can be filtered by."""
    return [FilterGroup("status", tr("Statut"), [(status.value, enum_label(status).render()) for status in RequestStatus])]


def columns() -> list[Column[RequestRow]]:
    """The columns, the newest request first: that order is the list's own."""
    return [
        Column("number", msg("Numéro"), lambda r: r.number, width=94, sortable=False, required=True),
        Column("urgency", msg("Urgence"), _urgency, width=96, sortable=False),
        Column("subject", msg("Objet"), lambda r: r.subject, width=150, sortable=False, stretch=True, required=True),
        Column("status", msg("Statut"), _status, width=118, sortable=False),
        Column("opened_at", msg("Ouverte le"), lambda r: r.opened_at, width=124, figures=True, sortable=False, spare=2),
        Column("equipment", msg("Machine"), lambda r: r.equipment_designation, width=140, sortable=False, spare=3),
        Column("site", msg("Site"), lambda r: r.site_name, width=110, sortable=False, spare=5),
        Column("contract", msg("Contrat"), lambda r: r.contract_number, width=100, sortable=False, visible=False),
        Column("covered", msg("Prise en charge"), _covered, width=116, sortable=False, spare=6),
        Column("technician", msg("Technicien"), lambda r: r.technician, width=110, sortable=False, visible=False),
        Column("rating", msg("Avis donné"), _rating, width=96, sortable=False, spare=4),
        Column(
            "kind", msg("Nature"), lambda r: r.kind if r.kind is not RequestKind.HELP else None, width=110, sortable=False, visible=False
        ),
        Column("closed_at", msg("Clôturée le"), lambda r: r.closed_at, width=124, figures=True, sortable=False, visible=False),
    ]


def _urgency(each: RequestRow) -> Cell:
    state, icon_name = URGENCY_LOOKS[each.urgency]
    open_ = each.status in OPEN_REQUESTS
    return Cell(enum_label(each.urgency).render(), state if open_ else "neutral", icon_name, muted=not open_)


def _status(each: RequestRow) -> Cell:
    state, icon_name = STATUS_LOOKS[each.status]
    return Cell(enum_label(each.status).render(), state, icon_name)


def _covered(each: RequestRow) -> Cell:
    if each.covered is None:
        return Cell("–", muted=True)
    return Cell(tr("Couvert"), "ok", "shield-check") if each.covered else Cell(tr("Hors contrat"), "warning", "shield-off")


def _rating(each: RequestRow) -> Cell:
    if each.rating is None:
        return Cell("")
    icon_name, state = RATING_ICONS[RatingValue(each.rating)]
    return Cell(enum_label(each.rating).render(), state, icon_name)  # type: ignore[arg-type]
