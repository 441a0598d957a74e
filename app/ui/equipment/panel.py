"""The panel at the right: one machine with its tabs, or what can be done with several."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.records import label
from app.domain.text import tr, trn
from app.ui import openers, theme
from app.ui.equipment.actions import Actions
from app.ui.equipment.record_list import Entry
from app.ui.equipment.record_tabs import (
    AskingTab,
    DocumentsTab,
    ListTab,
    assignment_entries,
    claim_entries,
    document_entries,
    history_entries,
    request_entries,
)
from app.ui.equipment.sheet_tab import SheetTab
from app.ui.equipment.words import STATUS_LOOKS, warranty
from app.ui.icons import icon
from app.ui.screen import Route, ScreenContext
from app.ui.widgets import DetailPanel, EmptyState, StateBadge, button, column, icon_button, row, text_label

if TYPE_CHECKING:
    from app.domain.values.equipment import EquipmentSheet
    from app.services import Services
    from app.services.this_pc import ReadFacts

REQUESTS_SHOWN = 100


@dataclass(frozen=True)
class PanelData:
    """What one reading for the panel found: the machine, the records of the tab shown, what the machine said of itself."""

    sheet: EquipmentSheet
    tab: str
    entries: tuple[Entry, ...]
    facts: ReadFacts | None = None


class EquipmentPanel(QStackedWidget):
    """See the module.

    Signals:
        closed(): the user closed it.
        gone(error): the machine to show does not exist.
        sheet_shown(sheet): the machine in sight.
    """

    closed = Signal()
    gone = Signal(object)
    sheet_shown = Signal(object)

    def __init__(self, context: ScreenContext, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.record_id: UUID | None = None
        self.sheet: EquipmentSheet | None = None
        self.detail = DetailPanel()
        self.help_button = button(tr("Aide…"), self.ask_for_help, icon_name="life-buoy", tip=tr("Demander de l’aide"))
        self.help_button.setAccessibleName(tr("Demander de l’aide"))
        self.card_action = QAction(icon("headset"), tr("Fiche technicien"), self)
        self.card_action.triggered.connect(lambda: self.show_card())
        edit, assign, more = _action_buttons(actions, self.card_action)
        self.detail.set_actions(edit, assign, self.help_button, more)
        self.detail.add_tab("sheet", tr("Fiche"), self._make_sheet, "clipboard-list")
        self.detail.add_tab("assignments", tr("Affectations"), self._make_assignments, "users")
        self.detail.add_tab("requests", tr("Demandes"), self._make_requests, "life-buoy")
        self.detail.add_tab("claims", tr("Sinistres"), self._make_claims, "shield-alert")
        self.detail.add_tab("documents", tr("Documents"), self._make_documents, "paperclip")
        self.detail.add_tab("history", tr("Historique"), self._make_history, "history")
        self.detail.closed.connect(self.closed)
        self.detail.tab_changed.connect(lambda _: self.reload())
        self.several = _Several(actions)
        self.several.closed.connect(self.closed)
        self.addWidget(self.detail)
        self.addWidget(self.several)
        self.setMinimumWidth(360)

    # What is shown -----------------------------------------------------------------------------------------------------------------

    def show_machine(self, record_id: UUID) -> None:
        """Show one machine; the one before stays in sight until it is read."""
        self.record_id = record_id
        self.reload()

    def show_several(self, n: int) -> None:
        """Show what can be done with `n` machines."""
        self.several.show_count(n)
        self.setCurrentWidget(self.several)

    def forget(self) -> None:
        """No machine is chosen any more."""
        self.record_id = self.sheet = None

    def reload(self) -> None:
        """Read the machine and the tab in sight again."""
        if self.record_id is None:
            return
        services, wanted, tab = self._context.services, self.record_id, self.detail.current_tab()
        today, language = self._context.today(), self._context.language

        def read() -> PanelData:
            facts = services.this_pc.facts(wanted) if tab == "sheet" else None
            return PanelData(services.equipment.sheet(wanted), tab, tuple(_entries(services, wanted, tab, today, language)), facts)

        self._context.tasks.run(read, self._show, self._failed, self, latest="equipment.panel")

    def _show(self, data: PanelData) -> None:
        sheet = data.sheet
        if sheet.id != self.record_id:
            return
        self.sheet = sheet
        state, icon_name = STATUS_LOOKS[sheet.status]
        badges = [StateBadge(state, label(sheet.status).render(), icon_name)]
        if (stands := warranty(sheet.warranty_end, self._context.today())) is not None:
            badges.append(StateBadge(stands.state, stands.text.render(), stands.icon))
        what = " ".join(filter(None, (sheet.manufacturer, sheet.model)))
        self.detail.set_head(sheet.designation, " · ".join(filter(None, (label(sheet.kind).render(), what))), *badges)
        built = self.detail.tab(data.tab)
        if isinstance(built, SheetTab):
            built.show_sheet(sheet, data.facts)
        elif isinstance(built, ListTab):
            built.show_entries(data.entries)
        self.setCurrentWidget(self.detail)
        self.sheet_shown.emit(sheet)

    def _failed(self, error: UserError) -> None:
        self.forget()
        self.gone.emit(error)

    # Tabs --------------------------------------------------------------------------------------------------------------------------

    def _make_sheet(self) -> SheetTab:
        return SheetTab(self._context.language)

    def _make_assignments(self) -> ListTab:
        hint = tr("Affectez la machine à un collaborateur (Ctrl+Maj+A).")
        return ListTab(tr("Affectations"), EmptyState(tr("Jamais affectée"), hint, icon_name="user-plus"))

    def _make_history(self) -> ListTab:
        return ListTab(tr("Historique"), EmptyState(tr("Aucun changement"), icon_name="history"))

    def _make_requests(self) -> ListTab:
        hint = tr("Ce qui est demandé pour cette machine restera ici.")
        tab = AskingTab(tr("Demandes"), tr("Aucune demande"), hint, "life-buoy", tr("Demander de l’aide"), self.ask_for_help)
        tab.list.opened.connect(lambda found: self._context.navigate(Route("support", found)))
        return tab

    def _make_claims(self) -> ListTab:
        hint = tr("Panne, casse, vol d’un matériel loué : ce que le contrat prévoit, et où cela en est.")
        tab = AskingTab(tr("Sinistres"), tr("Aucun sinistre"), hint, "shield-alert", tr("Déclarer un sinistre"), self.declare_claim)
        tab.list.opened.connect(lambda found: self._context.navigate(Route("support", found, "claim")))
        return tab

    def declare_claim(self) -> None:
        """Open the assistant that declares what happened to this machine."""
        openers.declare_claim(self._context, self, equipment_id=self.record_id, on_done=lambda _: self.reload())

    def show_card(self) -> None:
        """Open the technician's card of this machine."""
        openers.open_technician_card(self._context, self, equipment_id=self.record_id)

    def ask_for_help(self) -> None:
        """Open the window that asks for help, about this machine."""
        openers.ask_for_help(self._context, self, equipment_id=self.record_id)

    def _make_documents(self) -> DocumentsTab:
        tab = DocumentsTab()
        tab.attach_asked.connect(self.choose_files)
        tab.dropped.connect(self.attach)
        tab.list.opened.connect(lambda found: self._context.navigate(Route("documents", found)))
        tab.list.delete_asked.connect(self._delete_document)
        return tab

    def choose_files(self) -> None:
        """Ask which files to attach to the machine."""
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("Joindre des fichiers"))
        self.attach([Path(name) for name in chosen])

    def attach(self, paths: list[Path]) -> None:
        """Take copies of files into the documents of the machine."""
        services, machine = self._context.services.documents, self.record_id
        if machine is None:
            return
        for path in paths:
            self._context.tasks.run(
                lambda path=path: services.attach(path, equipment_id=machine),  # type: ignore[misc]
                lambda kept: self._told(tr("«\u00a0{name}\u00a0» joint", name=kept.title)),
                self._context.report_error,
                self,
            )

    def _delete_document(self, document_id: UUID) -> None:
        services = self._context.services.documents

        def undo() -> None:
            self._context.tasks.run(lambda: services.restore(document_id), lambda _: self.reload(), owner=self)

        self._context.tasks.run(
            lambda: services.delete(document_id),
            lambda _: self._told(tr("Document supprimé"), undo),
            self._context.report_error,
            self,
        )

    def _told(self, text: str, undo: Callable[[], object] | None = None) -> None:
        self._context.notify(text, undo=undo)
        self.reload()


class _Several(QWidget):
    """Several machines are selected: how many, and what can be done with all."""

    closed = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("page")
        self.label = text_label("", "subheading", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE.large, theme.SPACE.medium, theme.SPACE.small, 0)
        layout.setSpacing(theme.SPACE.small)
        close = icon_button("x", tr("Fermer le détail (Échap)"), self.closed.emit)
        head = row(self.label, close)
        head.setStretch(0, 1)
        layout.addLayout(head)
        buttons = QWidget()
        buttons.setMaximumWidth(220)
        stack = column(spacing=theme.SPACE.small)
        for action in (actions.bulk, actions.assign, actions.take_back, actions.delete):
            made = button(action.text(), action.trigger, icon_name=actions.icon_name(action))
            made.setToolTip(actions.tip(action))
            stack.addWidget(made)
        buttons.setLayout(stack)
        layout.addWidget(buttons)
        layout.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def show_count(self, n: int) -> None:
        """Say how many."""
        text = trn("{n} machine sélectionnée", "{n} machines sélectionnées", n)
        self.label.setText(text)
        self.setAccessibleName(text)


def _entries(services: Services, machine: UUID, tab: str, today: date, language: str) -> list[Entry]:
    if tab == "assignments":
        return assignment_entries(services.equipment.assignments(machine), today, language)
    if tab == "documents":
        return document_entries([found for found in services.documents.rows() if found.equipment_id == machine], language)
    if tab == "requests":
        from app.domain.values.support import RequestQuery

        return request_entries(services.support.page(RequestQuery(equipment_id=machine), 0, REQUESTS_SHOWN).rows, language)
    if tab == "claims":
        return claim_entries(services.claims.rows(running_only=False, equipment_id=machine), services.clock.now(), language)
    if tab == "history":
        return history_entries(services.equipment.history(machine), language)
    return []


def _action_buttons(actions: Actions, card: QAction) -> list[QWidget]:
    made: list[QWidget] = []
    for action in (actions.edit, actions.assign):
        one = button(action.text(), action.trigger)
        one.setToolTip(actions.tip(action))
        actions.follow(action, one)
        made.append(one)
    more = icon_button("ellipsis", tr("Autres actions"))
    more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    more.setMenu(actions.menu(more, (actions.take_back, actions.duplicate, card, None, actions.delete)))
    made.append(more)
    return made
