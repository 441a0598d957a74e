"""What the tour leaves out: the other dialogs, menus, refusals, and lists with nothing in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QPushButton

from app.domain.records import OfferKind
from app.domain.text import Text, msg, tr
from app.ui.tour import Tour
from app.ui.tour_walker import Walker, is_drawn

RENTAL, MANAGED = "cleaq-rental", "commown-managed"
WRONG_SIREN = "732829321"


class Corners:
    """Steps for a gallery of the demo office. Each leaves its dialogs open: the gallery closes them."""

    def __init__(self, tour: Tour) -> None:
        self._tour = tour
        self._walker: Walker = tour.walker

    def steps(self) -> list[tuple[Text, Callable[[], None]]]:
        """What there is to do."""
        equipment = (self._filters, self._no_match, self._columns, self._several, self._bulk, self._assign, self._take_back)
        change = (self._edit_refused, self._delete)
        contracts = (self._pages, self._rental_price, self._managed_price, self._quantity, self._draft, self._no_contract)
        others = (self._find_in_document, self._no_document, self._site, self._person, self._company_refused, self._checks, self._crash)
        return [(msg("Matériel"), step) for step in equipment + change] + [(msg("Contrats"), step) for step in contracts + others]

    def _see(self, name: str) -> None:
        self._tour.see(name, msg("Vue de détail"))

    def _screen(self, name: str) -> Any:
        self._tour.go(name)
        return self._tour.screen()

    def _dialog(self) -> Any:
        return self._walker.dialog(QDialog)

    # Equipment ---------------------------------------------------------------------------------------------------------------------

    def _filters(self) -> None:
        screen = self._screen("equipment")
        screen.chips.set_values({"kinds": ("computer", "till"), "statuses": ("in_use",), "ownerships": ("rented",)})
        self._see("equipment-filtered")
        add = self._walker.button(tr("Filtrer"), screen)
        assert isinstance(add, QPushButton)
        add.menu().popup(add.mapToGlobal(QPoint(0, add.height())))
        self._see("equipment-filter-menu")
        add.menu().close()
        screen.chips.clear()

    def _no_match(self) -> None:
        screen = self._screen("equipment")
        self._walker.write(screen.search, "zeppelin")
        self._see("equipment-no-match")
        self._walker.write(screen.search, "")

    def _columns(self) -> None:
        screen = self._screen("equipment")
        self._walker.press(tr("Choisir les colonnes"), screen)
        self._walker.popup()
        self._see("equipment-columns")

    def _several(self) -> None:
        screen = self._screen("equipment")
        screen.table.view.selectAll()
        self._see("equipment-several")

    def _bulk(self) -> None:
        self._tour.screen().actions_.bulk.trigger()
        self._dialog()
        self._see("equipment-bulk")

    def _assign(self) -> None:
        screen = self._screen("equipment")
        self._walker.write(screen.search, "portable")
        self._walker.settle()
        self._walker.click_row(screen.table.view, 0)
        self._walker.settle()
        screen.actions_.assign.trigger()
        self._dialog()
        self._see("equipment-assign")

    def _take_back(self) -> None:
        screen = self._tour.screen()
        screen.actions_.take_back.trigger()
        self._dialog()
        self._see("equipment-take-back")

    def _edit_refused(self) -> None:
        screen = self._screen("equipment")
        screen.actions_.edit.trigger()
        dialog = self._dialog()
        self._walker.write(dialog.form.field("designation").editor, "")
        self._walker.write(dialog.form.field("purchase_date").editor, "31/02/2026")
        self._walker.click(dialog.save_button)
        self._see("equipment-edit-refused")
        dialog.reject()
        self._see("equipment-edit-leave")
        dialog.abandon()

    def _delete(self) -> None:
        screen = self._screen("equipment")
        screen.actions_.delete.trigger()
        self._see("equipment-deleted")
        self._walker.click(self._walker.window.toast.undo_button)
        self._walker.settle()
        self._walker.write(screen.search, "")

    # Contracts ---------------------------------------------------------------------------------------------------------------------

    def _choose(self, kind: OfferKind) -> Any:
        screen = self._screen("contracts")
        for row in range(screen.table.total):
            if screen.table.model.record(row).kind is kind:
                self._walker.click_row(screen.table.view, row)
                break
        self._walker.settle()
        return screen

    def _pages(self) -> None:
        screen = self._choose(OfferKind.MANAGED_IT)
        self._see("contract-managed")
        screen.detail.show_page("papers")
        self._see("contract-documents")
        screen.detail.show_page("history")
        self._see("contract-history")

    def _new(self, offer: str) -> Any:
        screen = self._screen("contracts")
        self._walker.click(screen.add_button)
        dialog = self._dialog()
        self._walker.wait_until(lambda: offer in dialog.offers.cards, msg("les offres"))
        self._walker.click(dialog.offers.cards[offer])
        self._walker.press(tr("Suivant"), dialog)
        self._walker.settle()
        return dialog

    def _record(self, dialog: Any) -> None:
        for _ in range(2):
            self._walker.press(tr("Suivant"), dialog)
            self._walker.settle()
        self._walker.press(tr("Enregistrer le contrat"), dialog)
        self._walker.wait_closed(dialog)

    def _rental_price(self) -> None:
        dialog = self._new(RENTAL)
        self._see("new-rental-price")
        self._walker.write(dialog.price.quantity, "2,5")
        self._walker.press(tr("Suivant"), dialog)
        self._see("new-rental-refused")
        self._walker.write(dialog.price.quantity, "3")
        if not dialog.price.unit_price.isHidden():
            self._walker.write(dialog.price.unit_price, "42,50")
        self._record(dialog)
        screen = self._tour.screen()
        self._walker.wait_until(lambda: screen.detail.loaded.sheet.offer.id == RENTAL, msg("le contrat de location choisi"))
        self._walker.settle()
        screen.detail.show_page("rental_end")
        self._see("contract-rental-end")

    def _managed_price(self) -> None:
        dialog = self._new(MANAGED)
        dialog.price.choose_table()
        self._see("new-managed-price")

    def _quantity(self) -> None:
        screen = self._choose(OfferKind.SOFTWARE_SUPPORT)
        screen.detail.buttons["quantity"].click()
        dialog = self._dialog()
        self._walker.write(dialog.quantity, "0")
        self._walker.click(dialog.save_button)
        self._see("contract-quantity-refused")

    def _draft(self) -> None:
        self._record(self._new("gesticlean-support"))
        self._see("contract-draft")
        screen = self._tour.screen()
        self._walker.wait_until(lambda: "sign" in screen.detail.buttons, msg("le brouillon choisi"))
        self._walker.click(screen.detail.buttons["sign"])
        self._dialog()
        self._see("contract-sign")

    def _no_contract(self) -> None:
        screen = self._screen("contracts")
        self._walker.write(screen.search, "zeppelin")
        self._see("contracts-no-match")
        self._walker.write(screen.search, "")

    # The rest ----------------------------------------------------------------------------------------------------------------------

    def _find_in_document(self) -> None:
        screen = self._screen("documents")
        self._walker.click_row(screen.table.view, 0)
        self._walker.settle()
        preview = screen.preview
        self._walker.wait_until(lambda: preview.pdf is not None and is_drawn(preview.pdf.view), msg("l’aperçu"))
        preview.open_find()
        for letter in "contrat":
            self._walker.key(self._walker.window.focusWidget() or preview, Qt.Key.Key_unknown, text=letter)
        self._walker.wait_until(lambda: preview.pdf.hits > 0, msg("le mot trouvé"))
        self._see("document-search")
        preview.close_find()

    def _no_document(self) -> None:
        screen = self._screen("documents")
        screen._search.setText("zeppelin")
        self._see("documents-no-match")
        screen._search.clear()

    def _settings(self, page: str) -> Any:
        screen = self._screen("settings")
        screen.open(page)
        self._walker.settle()
        return screen.section(page)

    def _site(self) -> None:
        self._settings("sites").add()
        self._dialog()
        self._see("settings-site")

    def _person(self) -> None:
        page = self._settings("people")
        self._walker.click_row(page.table.view, 0)
        page.edit()
        self._dialog()
        self._see("settings-person")

    def _company_refused(self) -> None:
        page = self._settings("company")
        self._walker.write(page.form.field("siren").editor, WRONG_SIREN)
        page.save()
        self._see("settings-company-refused")
        page.discard()

    def _checks(self) -> None:
        self._settings("data").check()
        self._see("settings-checks")

    def _crash(self) -> None:
        from app.ui.crash_dialog import CrashDialog

        dialog = CrashDialog("Traceback (most recent call last):\nRuntimeError: …", Path("parclair.log"), self._walker.window)
        dialog.open()
        self._see("crash")
