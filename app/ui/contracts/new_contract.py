"""The new-contract assistant: offer, quantity and price, dates, review. Prices and dates are computed while the user types."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import InputError, UserError
from app.domain.records import ContractStatus, EquipmentKind, OfferKind
from app.domain.text import Text, msg, tr
from app.ui.contracts.dates_step import DatesStep
from app.ui.contracts.offer_step import OfferStep
from app.ui.contracts.parts import AskingStep
from app.ui.contracts.price_step import PriceStep
from app.ui.contracts.review_step import ReviewStep
from app.ui.screen import ScreenContext
from app.ui.widgets import AssistantDialog

if TYPE_CHECKING:
    from app.domain.offers import Offer
    from app.domain.values.contracts import ContractDraft, ContractPreview, ContractRow
    from app.domain.values.office import Site

_KIND_ORDER = tuple(OfferKind)


@dataclass(frozen=True)
class Choices:
    """What can be chosen: offers, rentals to tie a contract to, sites."""

    offers: tuple[Offer, ...]
    rentals: tuple[ContractRow, ...]
    sites: tuple[Site, ...]


class NewContractDialog(AssistantDialog):
    """See the module.

    Signals:
        ready(): what can be chosen was read.
        recorded(id, number): the contract is recorded.
    """

    ready = Signal()
    recorded = Signal(object, str)
    guarded = True

    def __init__(self, context: ScreenContext, parent: QWidget | None = None, *, site_id: UUID | None = None) -> None:
        self.context, self.site_id = context, site_id
        self.rentals: tuple[ContractRow, ...] = ()
        self.sites: tuple[Site, ...] = ()
        self.preview: ContractPreview | None = None
        self.problem: UserError | None = None
        self._wanting: AskingStep | None = None
        self.offers = OfferStep()
        self.price = PriceStep(self)
        self.dates = DatesStep(self)
        self.review = ReviewStep(self)
        steps = [self.offers, self.price, self.dates, self.review]
        super().__init__(tr("Nouveau contrat"), steps, tr("Enregistrer le contrat"), parent)
        self.resize(QSize(1040, 640))
        self.offers.chosen.connect(self._forget)
        self.price.changed.connect(self.refresh)
        self.dates.changed.connect(self.refresh)
        self._load()

    def _load(self) -> None:
        services = self.context.services

        def read() -> Choices:
            offers = sorted(services.offers.values(), key=lambda offer: (_KIND_ORDER.index(offer.kind), offer.name.fr))
            rentals = tuple(row for row in services.contracts.rows() if row.kind is OfferKind.RENTAL)
            return Choices(tuple(offers), rentals, tuple(services.office.sites()))

        self.context.tasks.run(read, self._loaded, self.show_error, self)

    def _loaded(self, choices: Choices) -> None:
        self.rentals, self.sites = choices.rentals, choices.sites
        self.offers.set_offers(choices.offers)
        self.ready.emit()

    # Draft and preview -------------------------------------------------------------------------------------------------------------

    @property
    def offer(self) -> Offer | None:
        """The offer chosen."""
        return self.offers.offer

    def start(self) -> date | None:
        """The first day of the contract."""
        return self.dates.start.value()

    def device(self) -> EquipmentKind | None:
        """What is rented; nothing for other kinds of offers."""
        offer = self.offer
        if offer is None or offer.kind is not OfferKind.RENTAL:
            return None
        return EquipmentKind(self.price.device.currentData())

    def draft(self) -> ContractDraft:
        """What was answered so far.

        Raises:
            InputError: an answer cannot be taken.
        """
        from app.domain.values.contracts import ContractDraft

        offer = self.offer
        if offer is None:
            raise InputError("offer", "", _no_offer())
        values = self.price.answers(offer)
        if self.current is self.price:
            # The dates were not asked yet: the price does not depend on them.
            return ContractDraft(offer_id=offer.id, start=self.context.today(), **values)
        return ContractDraft(offer_id=offer.id, **values, **self.dates.answers())

    def refresh(self) -> None:
        """Compute price and dates again from what is typed now."""
        self.preview = self.problem = None
        try:
            draft = self.draft()
        except InputError as error:
            self._failed(error)
            return
        contracts = self.context.services.contracts
        self.context.tasks.run(lambda: contracts.preview(draft), self._computed, self._failed, self, latest="contracts.preview")

    def is_right(self, step: AskingStep) -> bool:
        """Whether `step` lets the user go on; when the answer is still being computed, the assistant goes on by itself."""
        if self.preview is not None:
            return True
        if self.problem is None:
            self._wanting = step
            return False
        if not step.show_problem(self.problem, asked=True):
            self.show_error(self.problem)
        _focus_refused(step, self.problem)
        return False

    def _computed(self, preview: ContractPreview) -> None:
        self.preview, self.problem = preview, None
        self.price.show_preview(preview)
        if self.current is not self.price:
            self.dates.show_preview(preview)
        self.show_error(None)
        wanting, self._wanting = self._wanting, None
        if wanting is not None and wanting is self.current:
            self.go_on()

    def _failed(self, error: UserError) -> None:
        self.problem, self.preview = error, None
        asked, self._wanting = self._wanting is not None, None
        step = self.current
        if isinstance(step, AskingStep):
            step.show_problem(error, asked=asked)

    def _forget(self) -> None:
        self.preview = self.problem = None

    # End ---------------------------------------------------------------------------------------------------------------------------

    def finish(self) -> None:
        """Record the contract."""
        day, place = self.review.signature()
        draft, status = replace(self.draft(), signed_on=day, signed_place=place), self.review.status
        contracts = self.context.services.contracts

        def record() -> tuple[UUID, str]:
            number = contracts.add(draft, status)
            return contracts.sheet(number).id, number

        self.set_busy(tr("Enregistrement…"))
        self.context.tasks.run(record, self._done, self._refused, self)

    def _done(self, made: tuple[UUID, str]) -> None:
        self.set_busy(None)
        self.accept()
        self.recorded.emit(*made)

    def _refused(self, error: UserError) -> None:
        self.set_busy(None)
        if isinstance(error, InputError) and error.field in DatesStep.FIELDS:
            self.back()
            self.dates.show_problem(error, asked=True)
        elif not self.review.show_problem(error):
            self.show_error(error)

    @property
    def status(self) -> ContractStatus:
        """What the contract will be recorded as."""
        return self.review.status


def _no_offer() -> Text:
    return msg("une offre")


def _focus_refused(step: AskingStep, error: UserError) -> None:
    if isinstance(error, InputError):
        for field in step.form.fields:
            if field.name == error.field and not field.isHidden():
                field.editor.setFocus()
