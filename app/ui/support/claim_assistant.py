"""The claim assistant: the machine and what happened to it, the circumstances, then what is decided and what is promised."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.text import tr
from app.ui.screen import Route, ScreenContext
from app.ui.support.claim_steps import CircumstancesStep, DecisionStep, WhatStep
from app.ui.widgets import AssistantDialog

if TYPE_CHECKING:
    from app.domain.cover import CoverDecision
    from app.domain.records import ClaimType
    from app.domain.values.claims import ClaimDetail, ClaimDraft
    from app.services import Services
    from app.ui.support.machine_search import Choice

SIZE = QSize(980, 640)


class ClaimDialog(AssistantDialog):
    """Declares a claim. Until the last button nothing is written; whatever is refused says why.

    Signals:
        declared(detail): the claim was recorded.

    Attributes:
        decision: what would be decided for what is typed now; `None` while it is not known.
    """

    declared = Signal(object)
    guarded = True

    def __init__(
        self, context: ScreenContext, machine: Choice | None = None, parent: QWidget | None = None, site_id: UUID | None = None
    ) -> None:
        """`machine`: the one it was started from; `site_id`: whose machines are proposed."""
        self.context = context
        self.decision: CoverDecision | None = None
        self.what = WhatStep(self, machine, site_id)
        self.how = CircumstancesStep(self)
        self.decided = DecisionStep(self)
        self._started_from = machine
        super().__init__(tr("Déclarer un sinistre"), [self.what, self.how, self.decided], tr("Déclarer le sinistre"), parent)
        self.resize(SIZE)

    @property
    def draft(self) -> ClaimDraft | None:
        """What is typed so far; `None` while something is missing."""
        from app.domain.values.claims import ClaimDraft

        machine, claim_type, day = self.what.machine, self.what.claim_type, self.how.happened_on()
        if machine is None or claim_type is None or day is None:
            return None
        place, words = self.how.words()
        return ClaimDraft(machine.machine_id, claim_type, day, self.how.theft(), place, words)

    @property
    def machine(self) -> Choice | None:
        """Which machine; `None` before one was chosen."""
        return self.what.machine

    @property
    def claim_type(self) -> ClaimType | None:
        """What happened; `None` before it was chosen."""
        return self.what.claim_type

    def set_finish_text(self, text: str) -> None:
        """What the last button says: a claim that is not covered is recorded for information."""
        self._finish_text = text

    def open_machine(self) -> None:
        """Leave for the machine's sheet, where what was refused is mended."""
        machine = self.what.machine
        if machine is not None:
            self.abandon()
            self.context.navigate(Route("equipment", machine.id))

    def has_input(self) -> bool:
        """See `AssistantDialog`: the first page counts as well."""
        return super().has_input() or self.claim_type is not None or self.machine != self._started_from

    def unsaved_words(self) -> tuple[str, str]:
        """See `AssistantDialog`."""
        return tr("Le sinistre n’est pas déclaré."), tr("Abandonner la déclaration")

    def finish(self) -> None:
        """Record the claim and its documents."""
        draft = self.draft
        if draft is None:
            return
        claims, files = self.context.services.claims, self.decided.files()
        self.set_busy(tr("Enregistrement…"))
        self.context.tasks.run(lambda: claims.add(draft, files), self._done, self._failed, self)

    def _done(self, claim: ClaimDetail) -> None:
        self.set_busy(None)
        self.accept()
        self.declared.emit(claim)

    def _failed(self, error: UserError) -> None:
        self.set_busy(None)
        self.show_error(error)


def open_claim(
    context: ScreenContext,
    parent: QWidget,
    equipment_id: UUID | None = None,
    on_done: Callable[[ClaimDetail], object] | None = None,
    *,
    site_id: UUID | None = None,
) -> None:
    """Open the assistant, on a machine where one is given, else among those of a site; `on_done(detail)` once the claim is recorded."""

    def show(machine: Choice | None) -> None:
        dialog = ClaimDialog(context, machine, parent, site_id)
        dialog.declared.connect(lambda claim: _told(context, claim, on_done))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    if equipment_id is None:
        show(None)
        return
    services: Services = context.services

    def read() -> Choice:
        from app.ui.support.claim_machine import choice_of

        return choice_of(services, equipment_id)

    context.tasks.run(read, show, context.report_error, parent)


def _told(context: ScreenContext, claim: ClaimDetail, on_done: Callable[[ClaimDetail], object] | None) -> None:
    context.notify(tr("Sinistre {number} enregistré", number=claim.row.number))
    context.data_changed()
    if on_done is not None:
        on_done(claim)
