"""The part of the tour that is about contracts: one is priced, signed and drawn; another is resigned and followed up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtWidgets import QWidget

from app.domain import formatting
from app.domain.records import ContractStatus, OfferKind, ResignationStatus
from app.domain.text import Text, language, msg, tr
from app.ui.tour_walker import WalkError, is_drawn

if TYPE_CHECKING:
    from app.ui.contracts.view import ContractsScreen
    from app.ui.documents.preview import PdfPreview
    from app.ui.documents.view import DocumentsScreen
    from app.ui.tour_walker import Walker

OFFER = "gesticlean-support"
LICENCES, PRICE, PRICE_WITH_OPTIONS = 5, "137.50", "215.50"
OPTIONS = ("conveyor_and_arm_link", "automatic_backup")


class Album(Protocol):
    """Where a walk shows what it does: the tour."""

    @property
    def walker(self) -> Walker: ...
    @property
    def folder(self) -> Path: ...
    def see(self, name: str, title: Text) -> None: ...
    def tell(self, saved: Path, title: Text) -> None: ...
    def go(self, name: str) -> None: ...


class ContractWalk:
    """Steps of the tour, in this order: `add`, `activate`, `draw`, `resign`, `letter`, `follow_up`.

    Attributes:
        number: the contract that was recorded.
    """

    def __init__(self, tour: Album) -> None:
        self._tour = tour
        self._walker = tour.walker
        self.number = ""
        self._letter: Path | None = None

    @property
    def _screen(self) -> ContractsScreen:
        return cast("ContractsScreen", self._walker.window.current_screen)

    # A new contract ----------------------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Price a contract while typing, read its dates, record it as signed."""
        from app.ui.contracts.new_contract import NewContractDialog

        walker, tour = self._walker, self._tour
        tour.go("contracts")
        walker.wait_until(lambda: self._screen.detail.loaded is not None, msg("un contrat choisi"))
        tour.see("contracts", msg("Contrats\u00a0: liste, chronologie, montants"))
        walker.click(self._screen.add_button)
        dialog = walker.dialog(NewContractDialog)
        walker.wait_until(lambda: OFFER in dialog.offers.cards, msg("les offres"))
        walker.click(dialog.offers.cards[OFFER])
        tour.see("new-contract-offer", msg("Nouveau contrat\u00a0: l’offre"))
        self._next(dialog)
        walker.write(dialog.price.quantity, str(LICENCES))
        self._wait_price(dialog, PRICE)
        tour.see("new-contract-price", msg("{n} licences\u00a0: {price} HT par mois", n=LICENCES, price=_money(PRICE)))
        for option in OPTIONS:
            walker.click(dialog.price.options[option])
        self._wait_price(dialog, PRICE_WITH_OPTIONS)
        tour.see("new-contract-options", msg("Avec deux options\u00a0: {price} HT par mois", price=_money(PRICE_WITH_OPTIONS)))
        self._next(dialog)
        walker.wait_until(lambda: dialog.preview is not None, msg("les dates du contrat"))
        tour.see("new-contract-dates", msg("Ses dates, calculées et dessinées"))
        self._next(dialog)
        walker.click(dialog.review.choices[ContractStatus.SIGNED])
        walker.write(dialog.review.place, "Annecy")
        tour.see("new-contract-review", msg("Vérification avant d’enregistrer"))
        numbers: list[str] = []
        dialog.recorded.connect(lambda _, number: numbers.append(number))
        walker.press(tr("Enregistrer le contrat"), dialog)
        walker.wait_until(lambda: numbers, msg("le contrat enregistré"))
        self.number = numbers[0]

    def _next(self, dialog: QWidget) -> None:
        self._walker.press(tr("Suivant"), dialog)
        self._walker.settle()

    def _wait_price(self, dialog: QWidget, price: str) -> None:
        from app.ui.contracts.new_contract import NewContractDialog

        assert isinstance(dialog, NewContractDialog)
        wanted = _money(price)
        self._walker.wait_until(lambda: dialog.price.panel.facts.text_of("excl") == wanted, msg("le prix {price} HT", price=wanted))

    def activate(self) -> None:
        """The contract recorded is chosen in the list: activate it."""
        walker, tour = self._walker, self._tour
        self._wait_chosen(self.number)
        tour.see("contract-signed", msg("Contrat {number}, signé", number=self.number))
        walker.click(self._screen.detail.buttons["activate"])
        walker.wait_until(lambda: self._status() is ContractStatus.ACTIVE, msg("le contrat actif"))
        tour.see("contract-active", msg("Contrat {number}, actif", number=self.number))

    def draw(self) -> None:
        """Look at the contract on paper, save it, keep it among the documents."""
        from app.ui.contracts.pdf_dialog import PdfDialog

        walker, tour = self._walker, self._tour
        walker.click(self._screen.print_button)
        dialog = walker.dialog(PdfDialog)
        self._wait_drawn(dialog.preview)
        tour.see("contract-pdf", msg("Le contrat en PDF, avant de l’imprimer"))
        self._save(dialog.preview, dialog.preview.bar, msg("Contrat {number}, PDF", number=self.number))
        walker.click(dialog.keep_button)
        walker.wait_closed(dialog)
        documents = self._wait_document()
        self._wait_drawn(documents.preview)
        tour.see("contract-kept", msg("Le PDF rangé dans Documents"))

    # A resignation -----------------------------------------------------------------------------------------------------------------

    def resign(self) -> None:
        """Resign the rental: effective date and why, the contract tied to it, the letter."""
        from app.ui.contracts.resign import ResignDialog

        walker, tour = self._walker, self._tour
        tour.go("contracts")
        self._choose_rental()
        tour.see("contract-rental", msg("Contrat de location {number}", number=self.number))
        walker.click(self._screen.detail.buttons["resign"])
        dialog = walker.dialog(ResignDialog)
        walker.wait_until(lambda: dialog.preview is not None, msg("la date de fin du contrat"))
        walker.write(dialog.when.reason, tr("Renouvellement du matériel"))
        ends = walker.wait_for(lambda: dialog.preview, msg("la date de fin du contrat")).effective_date
        tour.see("resign-date", msg("Résiliation\u00a0: le contrat finit le {day}", day=ends))
        walker.click(dialog.when.effects.why)
        walker.popup()
        tour.see("resign-why", msg("Pourquoi cette date"))
        walker.press(tr("Fermer"), walker.popup())
        self._next(dialog)
        if dialog.linked.boxes:
            tour.see("resign-linked", msg("Le contrat qui en dépend"))
            self._next(dialog)
        walker.wait_until(lambda: dialog.letter.preview is not None, msg("la lettre"))
        preview = dialog.letter.preview
        assert preview is not None
        self._wait_drawn(preview)
        tour.see("resign-letter", msg("La lettre, avant de la ranger"))
        walker.press(tr("Préparer la résiliation"), dialog)
        walker.wait_closed(dialog)
        walker.wait_until(lambda: self._status() is ContractStatus.RESIGNATION_SENT or self._followed() is not None, msg("la résiliation"))
        tour.see("resigned", msg("Contrat {number}\u00a0: résiliation à envoyer", number=self.number))

    def _choose_rental(self) -> None:
        walker, table = self._walker, self._screen.table
        for row in range(table.total):
            record = table.model.record(row)
            if record is not None and record.kind is OfferKind.RENTAL:
                walker.click_row(table.view, row)
                self.number = record.number
                self._wait_chosen(record.number)
                return
        raise WalkError(msg("aucun contrat de location dans la liste"))

    def letter(self) -> None:
        """Open the letter kept, and save it."""
        walker, tour = self._walker, self._tour
        walker.press(tr("Voir la lettre"), self._screen.detail)
        documents = self._wait_document()
        self._wait_drawn(documents.preview)
        tour.see("letter", msg("La lettre dans Documents"))
        self._letter = self._save(documents.preview, documents, msg("Lettre de résiliation {number}, PDF", number=self.number))

    def follow_up(self) -> None:
        """Note that the letter left, arrived, and was confirmed."""
        from app.ui.contracts.follow_up import FollowUpDialog

        walker, tour = self._walker, self._tour
        tour.go("contracts")
        self._wait_chosen(self.number)
        for status, action in (
            (ResignationStatus.SENT, tr("Noter l’envoi…")),
            (ResignationStatus.RECEIVED, tr("Noter la réception…")),
            (ResignationStatus.CONFIRMED, tr("Noter la confirmation…")),
        ):
            walker.press(action, self._screen.detail)
            dialog = walker.dialog(FollowUpDialog)
            if status is ResignationStatus.SENT:
                walker.write(dialog.tracking, "1A 234 567 8901 2")
                walker.write(dialog.proof.path, str(self._letter))
                tour.see("follow-up-dialog", msg("Suivi\u00a0: l’envoi et sa preuve"))
            walker.click(dialog.save_button)
            walker.wait_closed(dialog)
            walker.wait_until(lambda wanted=status: self._followed() is wanted, msg("le suivi enregistré"))  # type: ignore[misc]
            tour.see(f"follow-up-{status}", msg("Suivi de la résiliation"))

    # Help --------------------------------------------------------------------------------------------------------------------------

    def _wait_chosen(self, number: str) -> None:
        def chosen() -> bool:
            loaded = self._screen.detail.loaded
            return loaded is not None and loaded.sheet.number == number

        self._walker.wait_until(chosen, msg("le contrat {number} choisi", number=number))
        self._walker.settle()

    def _status(self) -> ContractStatus | None:
        loaded = self._screen.detail.loaded
        return None if loaded is None else loaded.sheet.status

    def _followed(self) -> ResignationStatus | None:
        loaded = self._screen.detail.loaded
        return None if loaded is None or loaded.sheet.resignation is None else loaded.sheet.resignation.status

    def _wait_document(self) -> DocumentsScreen:
        from app.ui.documents.view import DocumentsScreen

        window = self._walker.window
        self._walker.wait_until(lambda: isinstance(window.current_screen, DocumentsScreen), msg("l’écran Documents"))
        self._walker.settle()
        screen = window.current_screen
        assert isinstance(screen, DocumentsScreen)
        return screen

    def _wait_drawn(self, preview: PdfPreview) -> None:
        self._walker.wait_until(lambda: preview.pages > 0, msg("le PDF"))
        self._walker.wait_until(lambda: preview.pdf is not None and is_drawn(preview.pdf.view), msg("les pages du PDF"))

    def _save(self, preview: PdfPreview, inside: QWidget, title: Text) -> Path:
        """Save the document shown with the window's own button; only the system's dialog is answered in its place."""
        saved: list[Path] = []
        ask, preview.choose_target = preview.choose_target, lambda name: self._tour.folder / name
        connection = preview.saved.connect(saved.append)
        self._walker.press(tr("&Enregistrer sous").replace("&", ""), inside)
        self._walker.wait_until(lambda: saved, msg("le PDF enregistré"))
        preview.saved.disconnect(connection)
        preview.choose_target = ask
        self._tour.tell(saved[0], title)
        return saved[0]


def _money(amount: str) -> str:
    from decimal import Decimal

    return formatting.money(Decimal(amount), language())
