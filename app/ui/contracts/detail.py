"""One contract: what it is, what can be done with it, and its pages, built when they are first shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.records import RUNNING, ContractStatus, OfferKind, label
from app.domain.text import tr
from app.ui import theme
from app.ui.contracts.overview import LoadedContract, Overview
from app.ui.contracts.papers import HistoryPage, PapersPage
from app.ui.contracts.rental_end import RentalEndPage
from app.ui.contracts.wording import KIND_ICONS, status_badge
from app.ui.widgets import ElidedLabel, EmptyState, ErrorState, IconLabel, button, clear_layout, column, cover_stack, row, scrolled

if TYPE_CHECKING:
    from app.domain.values.contracts import ContractSheet


class ContractDetail(QWidget):
    """See the module.

    Signals:
        asked(name): an action: sign, activate, quantity, resign, delete, print, letter, withdraw, follow:<status>, attach, notes.
        contract_asked(id): go to another contract.
        document_asked(action, document): open or save a document.
    """

    asked = Signal(str)
    contract_asked = Signal(object)
    document_asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.loaded: LoadedContract | None = None
        self.buttons: dict[str, QWidget] = {}
        self._key = "overview"
        self._stack = QStackedWidget()
        self._page = QWidget()
        self._icon = IconLabel("file-text", "text_muted", 20)
        self._title = ElidedLabel("", "subheading", selectable=True)
        self._subtitle = ElidedLabel("", "muted", selectable=True)
        self._badges = row(spacing=theme.SPACE.tiny)
        self._actions = row(spacing=theme.SPACE.tiny)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.currentChanged.connect(self._show_tab)
        self._pages: dict[str, tuple[QVBoxLayout, Callable[[], QWidget]]] = {}
        self._built: dict[str, QWidget] = {}
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE.small)
        head.addWidget(self._icon)
        titles = column(self._title, self._subtitle, spacing=0)
        head.addLayout(titles, 1)
        head.addLayout(self._badges)
        head.addSpacing(theme.SPACE.small)
        head.addLayout(self._actions)
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(0, theme.SPACE.small, 0, 0)
        layout.setSpacing(theme.SPACE.tiny)
        layout.addLayout(head)
        layout.addWidget(self._tabs, 1)
        self._stack.addWidget(self._page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.show_nothing()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 160)

    # What is shown -----------------------------------------------------------------------------------------------------------------

    def show_nothing(self) -> None:
        """No contract is chosen."""
        self.loaded = None
        cover_stack(self._stack, EmptyState(tr("Aucun contrat choisi"), tr("Choisissez un contrat dans la liste."), icon_name="file-text"))

    def show_error(self, error: UserError, retry: Callable[[], object]) -> None:
        """The contract could not be read."""
        self.loaded = None
        cover_stack(self._stack, ErrorState.of(error, retry))

    def show_contract(self, loaded: LoadedContract, today: date) -> None:
        """Show a contract; the page that was open stays open where it can."""
        same = self.loaded is not None and self.loaded.sheet.id == loaded.sheet.id
        self.loaded = loaded
        sheet = loaded.sheet
        self._icon.set_icon(KIND_ICONS[sheet.offer.kind], "accent")
        self._title.setText(sheet.offer.name.text.render())
        self._subtitle.setText(_subtitle(sheet))
        self.setAccessibleName(f"{self._title.text()}, {sheet.number}, {label(sheet.status).render()}")
        clear_layout(self._badges)
        self._badges.addWidget(status_badge(sheet.status))
        self._fill_actions(sheet)
        self._fill_tabs(loaded, today, self._key if same else "overview")
        cover_stack(self._stack, None)

    def page(self, key: str) -> QWidget | None:
        """A page, if it was built: overview, papers, history or rental_end."""
        return self._built.get(key)

    def show_page(self, key: str) -> None:
        """Go to a page."""
        self._tabs.setCurrentIndex(list(self._pages).index(key))

    def _fill_actions(self, sheet: ContractSheet) -> None:
        clear_layout(self._actions)
        self.buttons = {}
        for name, text, icon_name in _actions(sheet):
            made = button(text, self._ask(name), icon_name=icon_name)
            self.buttons[name] = made
            self._actions.addWidget(made)

    def _ask(self, name: str) -> Callable[[], None]:
        return lambda: self.asked.emit(name)

    def _fill_tabs(self, loaded: LoadedContract, today: date, key: str) -> None:
        self._tabs.blockSignals(True)
        while self._tabs.count():
            old = self._tabs.widget(0)
            self._tabs.removeTab(0)
            if old is not None:
                old.deleteLater()
        self._pages, self._built = {}, {}
        sheet = loaded.sheet
        self._add_tab("overview", tr("Synthèse"), lambda: self._overview(loaded))
        documents = tr("Documents et notes ({n})", n=len(sheet.documents)) if sheet.documents else tr("Documents et notes")
        self._add_tab("papers", documents, lambda: self._papers(sheet))
        self._add_tab("history", tr("Historique"), lambda: HistoryPage(sheet))
        if sheet.offer.kind is OfferKind.RENTAL and sheet.offer.rental is not None and sheet.offer.rental.end_of_rental:
            self._add_tab("rental_end", tr("Fin de location"), lambda: RentalEndPage(sheet))
        self._tabs.blockSignals(False)
        place = list(self._pages).index(key) if key in self._pages else 0
        self._tabs.setCurrentIndex(place)
        self._show_tab(place)

    def _add_tab(self, key: str, title: str, make: Callable[[], QWidget]) -> None:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, theme.SPACE.small, 0, 0)
        self._pages[key] = layout, make
        self._tabs.addTab(holder, title.replace("&", "&&"))

    def _show_tab(self, place: int) -> None:
        if not 0 <= place < len(self._pages):
            return
        key = list(self._pages)[place]
        if key not in self._built:
            layout, make = self._pages[key]
            self._built[key] = make()
            layout.addWidget(scrolled(self._built[key]))
        self._key = key

    def _overview(self, loaded: LoadedContract) -> QWidget:
        page = Overview(loaded)
        page.contract_asked.connect(self.contract_asked)
        page.asked.connect(self._overview_asked)
        page.document_asked.connect(self._open_by_id)
        return page

    def _overview_asked(self, name: str) -> None:
        if name in self._pages:
            self.show_page(name)
        else:
            self.asked.emit(name)

    def _papers(self, sheet: ContractSheet) -> QWidget:
        page = PapersPage(sheet)
        page.document_asked.connect(self.document_asked)
        page.asked.connect(self.asked)
        return page

    def _open_by_id(self, document_id: object) -> None:
        if self.loaded is not None:
            for document in self.loaded.sheet.documents:
                if document.id == document_id:
                    self.document_asked.emit("open", document)


def _subtitle(sheet: ContractSheet) -> str:
    parts = [sheet.number, sheet.offer.provider.name]
    if sheet.site_name:
        parts.append(sheet.site_name)
    if sheet.device_kind is not None:
        parts.append(label(sheet.device_kind).render())
    if sheet.equipment_count:
        parts.append(tr("matériels rattachés\u00a0: {n}", n=sheet.equipment_count))
    return " · ".join(parts)


def _actions(sheet: ContractSheet) -> list[tuple[str, str, str]]:
    status = sheet.status
    found: list[tuple[str, str, str]] = []
    if status is ContractStatus.DRAFT:
        found += [("delete", tr("Supprimer"), "trash-2"), ("sign", tr("Signer…"), "signature"), ("activate", tr("Activer"), "circle-check")]
    if status is ContractStatus.SIGNED:
        found.append(("activate", tr("Activer"), "circle-check"))
    if status is not ContractStatus.ENDED and not sheet.follows_fleet:
        found.append(("quantity", tr("Quantité…"), "hash"))
    if status in RUNNING:
        found.append(("help", tr("Aide…"), "life-buoy"))
    if status in RUNNING and sheet.resignation is None:
        found.append(("resign", tr("Résilier…"), "calendar-x"))
    return found
