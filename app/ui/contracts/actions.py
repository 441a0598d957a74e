"""What the buttons of the contract screen do: each runs in the worker, then the screen is read again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.domain.errors import UserError
from app.domain.records import Channel, ResignationStatus
from app.domain.text import Text, tr
from app.ui.contracts.follow_up import FollowUpDialog
from app.ui.contracts.host import ContractHost
from app.ui.contracts.papers import PapersPage
from app.ui.contracts.pdf_dialog import PdfDialog
from app.ui.contracts.small_dialogs import QuantityDialog, SignDialog
from app.ui.screen import Route
from app.ui.tasks import Lane
from app.ui.widgets import button

if TYPE_CHECKING:
    from app.domain.values.contracts import ContractSheet, ResignationResult
    from app.domain.values.documents import DocumentRow

DOCUMENTS = "documents"


class ContractActions(QObject):
    """Belongs to the screen; `act` is its door."""

    def __init__(self, screen: ContractHost) -> None:
        super().__init__(screen)
        self._screen = screen
        self._context = screen.context
        self.dialog: QObject | None = None

    def act(self, name: str, sheet: ContractSheet) -> None:
        """Carry out the action `name` of the detail on its contract."""
        if name.startswith("follow:"):
            self.follow_up(sheet, ResignationStatus(name.removeprefix("follow:")))
            return
        known: dict[str, Callable[[ContractSheet], object]] = {
            "sign": self.sign,
            "activate": self.activate,
            "quantity": self.change_quantity,
            "resign": lambda each: self.resign(each.number),
            "withdraw": self.withdraw,
            "step_back": self.step_back,
            "delete": self.delete,
            "print": self.print,
            "letter": self.show_letter,
            "attach": self.attach,
            "notes": self.keep_notes,
            "help": self.ask_for_help,
        }
        known[name](sheet)

    def ask_for_help(self, sheet: ContractSheet) -> None:
        """Open the window that asks for help, under this contract."""
        from app.ui.support.new_request import open_new_request

        open_new_request(self._context, self._screen, contract_id=sheet.id)

    # Life of a contract ------------------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Open the assistant for a new contract."""
        from app.ui.contracts.new_contract import NewContractDialog

        dialog = NewContractDialog(self._context, self._screen)
        dialog.recorded.connect(self._recorded)
        self._open(dialog)

    def _recorded(self, contract_id: UUID, number: str) -> None:
        self._context.data_changed()
        show = button(tr("Voir le PDF"), lambda: self._print_number(number), icon_name="file-text")
        self._screen.announce(contract_id, tr("Le contrat {number} est enregistré.", number=number), show)

    def sign(self, sheet: ContractSheet) -> None:
        """Ask for day and place, and record the signature."""
        contracts = self._context.services.contracts

        def save(dialog: SignDialog) -> None:
            values = dialog.values()
            if values is None:
                return
            day, place = values
            self._run_telling(lambda: contracts.sign(sheet.number, day, place), dialog.accept, dialog.failed)

        self._open(SignDialog(sheet, self._context.today(), save, self._screen))

    def activate(self, sheet: ContractSheet) -> None:
        """The contract runs from now on."""
        contracts = self._context.services.contracts
        done = tr("Le contrat {number} est actif.", number=sheet.number)
        self._run_telling(lambda: contracts.activate(sheet.number), lambda: self._context.notify(done))

    def change_quantity(self, sheet: ContractSheet) -> None:
        """Ask for the new quantity."""
        contracts = self._context.services.contracts

        def save(dialog: QuantityDialog, quantity: int) -> None:
            self._run(lambda: contracts.change_quantity(sheet.number, quantity), dialog.accept, dialog.failed)

        self._open(QuantityDialog(sheet, save, self._screen))

    def delete(self, sheet: ContractSheet) -> None:
        """Delete a draft; the notice offers to take it back."""
        contracts = self._context.services.contracts

        def deleted(contract_id: UUID) -> None:
            self._screen.table.clear_selection()
            self._context.notify(tr("Brouillon {number} supprimé", number=sheet.number), undo=lambda: self._restore(contract_id))
            self._changed()

        self._context.tasks.run(lambda: contracts.delete_draft(sheet.number), deleted, self._context.report_error, self)

    def _restore(self, contract_id: UUID) -> None:
        contracts = self._context.services.contracts
        self._run(lambda: contracts.restore_draft(contract_id), lambda: self._screen.go_to(contract_id))

    def keep_notes(self, sheet: ContractSheet) -> None:
        """Keep what was typed in the notes."""
        page = self._screen.detail.page("papers")
        if not isinstance(page, PapersPage):
            return
        notes, contracts = page.notes.toPlainText(), self._context.services.contracts
        self._run(lambda: contracts.change_notes(sheet.number, notes), lambda: self._context.notify(tr("Notes enregistrées")))

    def keep_unsaved_notes(self) -> None:
        """The contract is about to be left: notes that were typed and not saved are kept, not lost."""
        page, loaded = self._screen.detail.page("papers"), self._screen.detail.loaded
        if not isinstance(page, PapersPage) or not page.has_unsaved_notes or loaded is None:
            return
        page.save_notes.setEnabled(False)
        notes, number, contracts = page.notes.toPlainText(), loaded.sheet.number, self._context.services.contracts
        self._context.tasks.run(lambda: contracts.change_notes(number, notes), None, self._context.report_error, self)

    # Resignation -------------------------------------------------------------------------------------------------------------------

    def resign_by_id(self, contract_id: UUID) -> None:
        """Open the assistant for a contract known by its id."""
        contracts = self._context.services.contracts
        self._context.tasks.run(lambda: contracts.number_of(contract_id), self.resign, self._context.report_error, self)

    def resign(self, number: str) -> None:
        """Open the resignation assistant."""
        from app.ui.contracts.resign import ResignDialog

        services = self._context.services

        def read() -> tuple[ContractSheet, dict[Channel, date]]:
            sheet = services.contracts.sheet(number)
            channels = sheet.offer.resignation.channels
            return sheet, {channel: services.resignations.likely_receipt(number, channel) for channel in channels}

        def opened(found: tuple[ContractSheet, dict[Channel, date]]) -> None:
            dialog = ResignDialog(self._context, *found, self._screen)
            dialog.resigned.connect(self._resigned)
            self._open(dialog)

        self._context.tasks.run(read, opened, self._context.report_error, self)

    def _resigned(self, result: ResignationResult) -> None:
        self._changed()
        self._context.notify(tr("Lettre rangée dans Documents. Parclair ne l’envoie pas\u00a0: à vous de la signer et de l’envoyer."))

    def withdraw(self, sheet: ContractSheet) -> None:
        """Give up a resignation whose letter has not left."""
        resignations = self._context.services.resignations
        done = tr("Résiliation abandonnée\u202f; la lettre reste dans les documents.")
        self._run(lambda: resignations.withdraw(sheet.number), lambda: self._context.notify(done))

    def step_back(self, sheet: ContractSheet) -> None:
        """Take back the last step of the follow-up, noted by mistake."""
        resignations = self._context.services.resignations
        done = tr("Dernière étape reprise\u202f; notez-la de nouveau avec la bonne date.")
        self._run(lambda: resignations.step_back(sheet.number), lambda: self._context.notify(done))

    def follow_up(self, sheet: ContractSheet, status: ResignationStatus) -> None:
        """Ask for the date and proof of the next step."""
        if sheet.resignation is None:
            return
        resignations = self._context.services.resignations

        def save(dialog: FollowUpDialog) -> None:
            values = dialog.values()
            if values is None:
                return
            day, tracking, proof = values
            self._run(
                lambda: resignations.follow_up(sheet.number, status, day, tracking_number=tracking, proof=proof),
                dialog.accept,
                dialog.failed,
            )

        self._open(FollowUpDialog(status, sheet.resignation, self._context.today(), save, self._screen))

    def show_letter(self, sheet: ContractSheet) -> None:
        """Look at the newest letter."""
        for document in sheet.documents:
            if document.kind == "resignation_letter":
                self.document("open", document)
                return

    # Paper -------------------------------------------------------------------------------------------------------------------------

    def print(self, sheet: ContractSheet) -> None:
        """Draw the contract and show it, to be printed, saved or kept."""
        self._print_number(sheet.number)

    def _print_number(self, number: str) -> None:
        self._screen.bar.dismiss()
        dialog = PdfDialog(self._context, number, self._screen)
        dialog.kept.connect(self._kept)
        self._open(dialog)

    def _kept(self, document: DocumentRow) -> None:
        self._changed()
        self._context.navigate(Route(DOCUMENTS, document.id))

    def document(self, action: str, document: DocumentRow) -> None:
        """Open a document in its screen, or save a copy of it."""
        if action == "open":
            self._context.navigate(Route(DOCUMENTS, document.id))
            return
        chosen, _ = QFileDialog.getSaveFileName(self._screen, tr("Enregistrer sous"), document.file_name)
        if chosen:
            documents = self._context.services.documents
            # A file of another computer comes from the server first.
            self._tell_saved(lambda: documents.save_as(document.id, Path(chosen)), Path(chosen), lane="files")

    def attach(self, sheet: ContractSheet) -> None:
        """Take a copy of a file into the contract's documents."""
        chosen, _ = QFileDialog.getOpenFileName(self._screen, tr("Joindre un fichier"))
        if chosen:
            documents = self._context.services.documents
            self._run(lambda: documents.attach(Path(chosen), contract_id=sheet.id), lambda: self._context.notify(tr("Fichier joint")))

    def export_calendar(self) -> None:
        """Write the deadlines of all contracts as an iCalendar file."""
        chosen, _ = QFileDialog.getSaveFileName(self._screen, tr("Exporter les échéances"), "echeances.ics", tr("Agenda iCalendar (*.ics)"))
        if chosen:
            papers = self._context.services.papers
            self._tell_saved(lambda: papers.write_calendar(Path(chosen)), Path(chosen))

    # Help --------------------------------------------------------------------------------------------------------------------------

    def _tell_saved(self, operation: Callable[[], object], target: Path, lane: Lane = "database") -> None:
        """Run `operation`; what it says of itself is told with the name of the file."""

        def tell(remark: object) -> None:
            saved = tr("Enregistré\u00a0: {name}", name=target.name)
            self._context.notify(f"{saved}. {remark.render()}" if isinstance(remark, Text) else saved)

        self._context.tasks.run(operation, tell, self._context.report_error, self, lane=lane)

    def _run(
        self, operation: Callable[[], object], done: Callable[[], object], failed: Callable[[UserError], object] | None = None
    ) -> None:
        def succeeded(_: object) -> None:
            done()
            self._changed()

        self._context.tasks.run(operation, succeeded, failed or self._context.report_error, self)

    def _run_telling(
        self, operation: Callable[[], Sequence[Text]], done: Callable[[], object], failed: Callable[[UserError], object] | None = None
    ) -> None:
        """Like `_run`; what the operation answers is told, as the offer may have changed since a draft."""

        def succeeded(remarks: Sequence[Text]) -> None:
            done()
            for remark in remarks:
                self._context.notify(remark.render())
            self._changed()

        self._context.tasks.run(operation, succeeded, failed or self._context.report_error, self)

    def _changed(self) -> None:
        self._screen.reload()
        self._context.data_changed()

    def _open(self, dialog: object) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QDialog

        assert isinstance(dialog, QDialog)
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.open()
