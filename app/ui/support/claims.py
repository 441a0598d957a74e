"""Sinistres: the claims that run, the most urgent promise first, and the one that is chosen beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSplitter, QVBoxLayout, QWidget

from app.domain.cover import ClaimNeed
from app.domain.records import ClaimStatus
from app.domain.text import tr, trn
from app.ui import theme
from app.ui.screen import Route, ScreenContext
from app.ui.support import claim_list
from app.ui.support.claim_detail import ClaimDetailView
from app.ui.support.claim_devices import device_dialog
from app.ui.support.claim_dialogs import NoteDialog
from app.ui.support.minute import MinuteTick
from app.ui.widgets import DataTable, EmptyState, Page, button, choice_chip, reveal, row, text_label

if TYPE_CHECKING:
    from app.domain.errors import UserError
    from app.domain.values.claims import ClaimDetail, ClaimDevice, ClaimRow
    from app.services.claims import ClaimService

_SPLIT = "claims.list_share"
_SHARE = 50
#: Narrower than that, list and claim stand one above the other.
NARROW = 820


class ClaimsPage(QWidget):
    """See the module.

    Attributes:
        table: the claims.
        detail: the one chosen.
        running_button, all_button: which are listed.
    """

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.site_id: UUID | None = None
        self._wanted: UUID | None = None
        self._told: tuple[object, ...] = ()
        self.running_button, self.all_button = choice_chip(tr("En cours")), choice_chip(tr("Tous"))
        self.running_button.setChecked(True)
        self._group = QButtonGroup(self)
        self._count = text_label("", "muted")
        self.add_button = button(tr("&Déclarer un sinistre"), self.add, icon_name="shield-plus")
        self.table = DataTable(
            "claims",
            tr("Sinistres"),
            claim_list.columns(context.services.clock.now, context.language),
            lambda r: r.id,
            context.tasks,
            context.settings,
            context.language,
        )
        self.table.set_empty(self._empty)
        self.detail = ClaimDetailView(context.language)
        self.tick = MinuteTick(self, context.services.clock.now, self._moves)
        self._build()
        self._connect()

    def _build(self) -> None:
        for each in (self.running_button, self.all_button):
            self._group.addButton(each)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(5)
        self.table.setMinimumSize(300, 96)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.detail)
        self.splitter.setSizes(self._shares())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE.small)
        layout.addLayout(row(self.running_button, self.all_button, theme.SPACE.small, self._count, None, self.add_button))
        layout.addWidget(self.splitter, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = Qt.Orientation.Vertical if self.width() < NARROW else Qt.Orientation.Horizontal
        if wanted is not self.splitter.orientation():
            self.splitter.setOrientation(wanted)
            whole = self.splitter.height()
            self.splitter.setSizes([whole // 3, whole - whole // 3] if wanted is Qt.Orientation.Vertical else self._shares())
            self.detail.set_indent(wanted is Qt.Orientation.Horizontal)

    def _shares(self) -> list[int]:
        share = self.context.settings.get_int(_SPLIT, _SHARE)
        return [share * 10, (100 - share) * 10]

    def _connect(self) -> None:
        self._group.buttonClicked.connect(lambda _: self.reload())
        self.splitter.splitterMoved.connect(self._keep_split)
        self.table.current_changed.connect(self._chosen)
        self.table.activated.connect(lambda _: self._enter_detail())
        self.table.total_changed.connect(self._counted)
        self.table.sort_changed.connect(lambda *_: self.reload())
        self.table.model.source_shown.connect(self._shown)
        self.tick.ticked.connect(self._tell_time)
        self.detail.asked.connect(self._act)
        self.detail.files_given.connect(self._attach)
        self.detail.document_opened.connect(lambda document_id: self.context.navigate(Route("documents", document_id)))
        self.detail.document_removed.connect(self._remove)

    # The list ----------------------------------------------------------------------------------------------------------------------

    def set_site(self, site_id: UUID | None) -> None:
        """The site filter changed."""
        self.site_id = site_id
        self.reload()

    def reload(self) -> None:
        """Read list and claim again, keeping what is chosen."""
        claims, site, running = self.context.services.claims, self.site_id, self.running_button.isChecked()
        sort = self.table.sort

        def fetch(offset: int, limit: int) -> Page:
            rows = claim_list.ordered(claims.rows(site, running), sort)
            return Page(len(rows), rows[offset : offset + limit])

        self.table.set_source(fetch, keep_position=True)
        if self.table.current_id is not None and self._wanted is None:
            self._read(self.table.current_id)

    def open(self, claim_id: UUID) -> None:
        """Choose a claim; where the list hides it, all are listed."""
        self._wanted = claim_id
        claims = self.context.services.claims

        def show(found: ClaimDetail) -> None:
            self.all_button.setChecked(found.closed_at is not None or self.all_button.isChecked())
            self.reload()

        self.context.tasks.run(lambda: claims.detail(claim_id), show, self._not_there, self)

    def add(self, equipment_id: UUID | None = None) -> None:
        """Declare a claim."""
        from app.ui.support.claim_assistant import open_claim

        open_claim(self.context, self, equipment_id, lambda claim: self.open(claim.row.id), site_id=self.site_id)

    def focus_list(self) -> None:
        """Put the keyboard on the list."""
        self.table.view.setFocus()

    def _not_there(self, error: UserError) -> None:
        self._wanted = None
        self.reload()
        self.context.report_error(error)

    def _shown(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.table.select(wanted, self._row_of(wanted))
            self._read(wanted)
        elif self.table.current_record() is None and self.table.total:
            self.table.view.selectRow(0)
        reveal(self.detail, self.table.total > 0)
        self._told = tuple(claim_list.due_cell(each, self.context.services.clock.now(), self.context.language) for each in self._rows())
        self.tick.settle()

    def _row_of(self, claim_id: UUID) -> int | None:
        rows = range(self.table.total)
        return next((place for place in rows if self.table.model.id_at(place) == claim_id), None)

    def _counted(self, total: int) -> None:
        running = self.running_button.isChecked()
        words = trn("{n} en cours", "{n} en cours", total) if running else trn("{n} sinistre", "{n} sinistres", total)
        self._count.setText(words if total else "")
        reveal(self.detail, total > 0)
        # The invitation in the empty list has the main button.
        reveal(self.add_button, total > 0 or not running)

    def _empty(self) -> EmptyState:
        running = self.running_button.isChecked()
        return EmptyState(
            tr("Aucun sinistre en cours") if running else tr("Aucun sinistre"),
            tr("Un appareil loué en panne, cassé, mouillé, volé ou perdu\u202f? Déclarez-le\u00a0: vous saurez aussitôt si c’est couvert."),
            icon_name="shield-check",
            action=tr("Déclarer un sinistre"),
            on_action=self.add,
            action_icon="plus",
        )

    def _keep_split(self) -> None:
        if self.splitter.orientation() is Qt.Orientation.Vertical:
            return
        left, right = self.splitter.sizes()
        self.context.settings.set_int(_SPLIT, max(20, min(80, round(100 * left / max(1, left + right)))))

    # Time --------------------------------------------------------------------------------------------------------------------------

    def _moves(self) -> bool:
        return self.detail.moves or any(row.next_due_at is not None for row in self._rows())

    def _rows(self) -> list[ClaimRow]:
        found = (self.table.model.record(place) for place in range(min(self.table.total, 200)))
        return [each for each in found if each is not None]

    def _tell_time(self) -> None:
        """Say anew what time changes; a list that says the same is not painted again."""
        self.detail.tell_time(self.context.services.clock.now())
        told = tuple(claim_list.due_cell(each, self.context.services.clock.now(), self.context.language) for each in self._rows())
        if told != self._told:
            self._told = told
            self.table.reload()

    # The claim chosen --------------------------------------------------------------------------------------------------------------

    def _chosen(self, claim_id: UUID | None) -> None:
        if claim_id is not None:
            self._read(claim_id)

    def _read(self, claim_id: UUID) -> None:
        claims = self.context.services.claims
        self.context.tasks.run(lambda: claims.detail(claim_id), self._show, self.context.report_error, self, latest="claims.detail")

    def _show(self, claim: ClaimDetail) -> None:
        self.detail.show_claim(claim, self.context.services.clock.now())
        self.tick.settle()

    def _enter_detail(self) -> None:
        first = next((made for made in self.detail.buttons.values() if made.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _changed(self, claim: ClaimDetail) -> None:
        self._show(claim)
        self.reload()
        self.context.data_changed()

    def _do(self, operation: Callable[[ClaimService, UUID], ClaimDetail], failed: Callable[[UserError], object] | None = None) -> None:
        claim = self.detail.claim
        if claim is None:
            return
        claims, claim_id = self.context.services.claims, claim.row.id
        self.context.tasks.run(lambda: operation(claims, claim_id), self._changed, failed or self.context.report_error, self)

    # What can be asked -------------------------------------------------------------------------------------------------------------

    def _act(self, name: str) -> None:
        claim = self.detail.claim
        if claim is None:
            return
        simple: dict[str, Callable[[ClaimService, UUID], ClaimDetail]] = {
            "in_hand": lambda claims, key: claims.move(key, ClaimStatus.IN_HAND),
            "reopen": lambda claims, key: claims.move(key, ClaimStatus.IN_HAND),
            "call": lambda claims, key: claims.note_call(key),
            "ship": lambda claims, key: claims.ship(key),
            "take_back": lambda claims, key: claims.take_back(key),
        }
        devices = {"equipment": claim.row.equipment_id, "loan": claim.loan, "replacement": claim.replacement}
        if name in simple:
            self._do(simple[name])
        elif name in devices:
            device = devices[name]
            record = device if isinstance(device, UUID) else device.id if device is not None else None
            self.context.navigate(Route("equipment", record))
        elif name in ("lend", "replace"):
            self._choose_device(name, claim)
        else:
            self._end(ClaimStatus(name), claim)

    def _choose_device(self, name: str, claim: ClaimDetail) -> None:
        claims, claim_id = self.context.services.claims, claim.row.id

        def show(devices: tuple[ClaimDevice, ...]) -> None:
            self.device_dialog = device_dialog(self.context, self, claim, devices, self._changed, lending=name == "lend")

        self.context.tasks.run(lambda: claims.lendable(claim_id), show, self.context.report_error, self)

    def _end(self, status: ClaimStatus, claim: ClaimDetail) -> None:
        titles = {
            ClaimStatus.REPAIRED: (tr("Réparé et rendu"), tr("L’appareil repasse en service\u202f; le prêt revient en stock.")),
            ClaimStatus.REFUSED: (tr("Refusé par le prestataire"), tr("L’appareil reste tel quel\u202f; le prêt revient en stock.")),
            ClaimStatus.WITHDRAWN: (tr("Retirer le sinistre"), tr("L’appareil reprend l’état qu’il avait avant la déclaration.")),
        }
        title, lead = titles[status]
        dialog = NoteDialog(title, lead, tr("Enregistrer"), self)
        dialog.finished.connect(dialog.deleteLater)
        claims, claim_id = self.context.services.claims, claim.row.id

        def done(changed: ClaimDetail) -> None:
            dialog.accept()
            self._changed(changed)

        dialog.noted.connect(lambda note: self.context.tasks.run(lambda: claims.move(claim_id, status, note), done, dialog.failed, dialog))
        self.note_dialog = dialog
        dialog.open()

    # Documents ---------------------------------------------------------------------------------------------------------------------

    def _attach(self, need: ClaimNeed | None, paths: Sequence[Path]) -> None:
        from app.domain.values.support import Attachment

        wanted = [Attachment(path.name, path=path) for path in paths]

        def work(claims: ClaimService, claim_id: UUID) -> ClaimDetail:
            found = None
            for each in wanted:
                found = claims.attach(claim_id, need, each)
            return found or claims.detail(claim_id)

        def failed(error: UserError) -> None:
            self.context.report_error(error)
            self.reload()  # the files before it are kept

        self._do(work, failed)

    def _remove(self, document_id: UUID) -> None:
        claim = self.detail.claim
        if claim is None:
            return
        claims, claim_id, tasks = self.context.services.claims, claim.row.id, self.context.tasks

        def put_back() -> None:
            tasks.run(lambda: claims.set_document_removed(claim_id, document_id, False), self._changed, self.context.report_error, self)

        def done(changed: ClaimDetail) -> None:
            self._changed(changed)
            self.context.notify(tr("Document retiré du sinistre"), undo=put_back)

        tasks.run(lambda: claims.set_document_removed(claim_id, document_id), done, self.context.report_error, self)
