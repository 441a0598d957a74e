"""The pages of the claim assistant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPlainTextEdit, QRadioButton, QWidget

from app.domain.cover import ClaimNeed, theft_label, type_label
from app.domain.errors import InputError, RuleError, UserError
from app.domain.records import ClaimType, TheftCircumstances
from app.domain.text import tr
from app.ui import theme
from app.ui.support.claim_decision import DecisionCard
from app.ui.support.claim_host import ClaimHost, first_check
from app.ui.support.claim_machine import MachineChooser
from app.ui.support.claim_slots import DocumentSlot, Held
from app.ui.support.claim_tiles import ClaimTiles
from app.ui.support.machine_search import Choice
from app.ui.widgets import (
    AssistantStep,
    DateField,
    Form,
    FormField,
    IconLabel,
    button,
    clear_layout,
    column,
    reveal,
    row,
    text_label,
)

if TYPE_CHECKING:
    from uuid import UUID

    from app.domain.cover import CoverDecision
    from app.domain.values.support import Attachment


class Refusal(QWidget):
    """Why there can be no claim, and the way to where it is mended."""

    def __init__(self, open_machine: Callable[[], object]) -> None:
        super().__init__()
        self.label = text_label("", wrap=True, selectable=True)
        self.go = button(tr("Ouvrir la fiche de la machine"), open_machine, icon_name="arrow-right")
        words = column(self.label, text_label(tr("Rien n’est enregistré."), "muted"), spacing=theme.SPACE.hair)
        words.addLayout(row(self.go, None))
        line = row(spacing=theme.SPACE.small)
        line.addWidget(IconLabel("shield-off", "danger", theme.ICON_LARGE), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.setLayout(line)
        self.hide()

    def tell(self, text: str) -> None:
        """Say it; empty hides it."""
        self.label.setText(text)
        self.setAccessibleName(text)
        reveal(self, bool(text))


class CheckedStep(AssistantStep):
    """A page that asks the rules in the worker before it lets the user go on."""

    def __init__(self, dialog: ClaimHost, title: str, lead: str) -> None:
        super().__init__(title, lead)
        self.dialog = dialog
        self.refusal = Refusal(dialog.open_machine)
        self._checked: object = None

    def check(self, asked: object, operation: Callable[[], Any], done: Callable[[Any], object]) -> bool:
        """Whether `asked` was found right already; otherwise ask, and go on when it is."""
        if self._checked == asked:
            return True
        self.refusal.tell("")

        def right(found: object) -> None:
            self._checked = asked
            self.dialog.set_busy(None)
            done(found)
            self.dialog.go_on()

        self.dialog.set_busy(tr("Vérification du contrat…"))
        self.dialog.context.tasks.run(operation, right, self._refused, self)
        return False

    def forget(self) -> None:
        """Something was changed: what was found no longer holds."""
        self._checked = None
        self.refusal.tell("")

    def show_input_error(self, error: InputError) -> bool:
        """Show a refused value where it was typed."""
        return False

    def _refused(self, error: UserError) -> None:
        self.dialog.set_busy(None)
        if isinstance(error, InputError) and self.show_input_error(error):
            return
        if isinstance(error, RuleError):
            self.refusal.tell(error.text.render())
            self.refusal.go.setFocus()
        else:
            self.dialog.show_error(error)


class WhatStep(CheckedStep):
    """Which machine, and what happened to it."""

    def __init__(self, dialog: ClaimHost, machine: Choice | None, site_id: UUID | None = None) -> None:
        super().__init__(dialog, tr("Appareil et sinistre"), tr("Choisissez l’appareil loué, puis ce qui lui est arrivé."))
        self.chooser = MachineChooser(dialog.context, site_id)
        self.chooser.start_with(machine)
        self.tiles = ClaimTiles()
        self._missing = text_label("", "error", wrap=True)
        self._missing.hide()
        self._known = _KnownMachine(machine, self._change_machine) if machine is not None else None
        parts = [text_label(tr("Appareil"), "strong"), self.chooser, text_label(tr("Qu’est-il arrivé\u202f?"), "strong"), self.tiles]
        for part in parts:
            self.body.addWidget(part)
        if self._known is not None:
            self.body.insertWidget(1, self._known)
            self.chooser.hide()
            QWidget.setTabOrder(self._known.change, next(iter(self.tiles.tiles.values())))
        self.body.addWidget(self._missing)
        self.body.addWidget(self.refusal)
        self.chooser.changed.connect(self.forget)
        self.tiles.chosen.connect(lambda _: self.forget())

    @property
    def machine(self) -> Choice | None:
        """The machine chosen."""
        return self.chooser.value

    @property
    def claim_type(self) -> ClaimType | None:
        """What happened."""
        return self.tiles.value()

    @property
    def missing(self) -> str:
        """What is said to be missing."""
        return self._missing.text()

    def enter(self) -> None:
        """See `AssistantStep`."""
        if not self.chooser.isHidden():
            self.chooser.read()

    def validate(self) -> bool:
        """See `AssistantStep`."""
        machine, claim_type = self.machine, self.claim_type
        self._tell_missing("")
        if machine is None:
            self._tell_missing(tr("Choisissez l’appareil."))
            self.chooser.search.setFocus()
            return False
        if claim_type is None:
            self._tell_missing(tr("Dites ce qui est arrivé."))
            self.tiles.set_invalid(True)
            self.tiles.setFocus()
            return False
        return self._check(machine, claim_type)

    def forget(self) -> None:
        """See `CheckedStep`."""
        super().forget()
        self._tell_missing("")

    def _check(self, machine: Choice, claim_type: ClaimType) -> bool:
        from app.domain.values.claims import ClaimDraft

        theft = TheftCircumstances.OTHER if claim_type is ClaimType.THEFT else None
        draft = ClaimDraft(machine.machine_id, claim_type, self.dialog.context.today(), theft)
        services = self.dialog.context.services
        return self.check((machine.id, claim_type), lambda: first_check(services, draft), lambda _: None)

    def _tell_missing(self, text: str) -> None:
        self._missing.setText(text)
        reveal(self._missing, bool(text))

    def _change_machine(self) -> None:
        if self._known is not None:
            self._known.hide()
        self.chooser.show()
        self.chooser.read()
        self.chooser.search.setFocus()


class _KnownMachine(QWidget):
    """The machine the assistant was started from."""

    def __init__(self, machine: Choice, change: Callable[[], object]) -> None:
        super().__init__()
        words = column(text_label(machine.name, "subheading"), text_label(machine.detail, "muted"), spacing=0)
        line = row(IconLabel(machine.icon_name, "text_muted", theme.ICON_LARGE), spacing=theme.SPACE.medium)
        line.addLayout(words, 1)
        self.change = button(tr("Changer d’appareil"), change, kind="link")
        line.addWidget(self.change)
        self.setLayout(line)


class CircumstancesStep(CheckedStep):
    """When, where and how it happened."""

    def __init__(self, dialog: ClaimHost) -> None:
        super().__init__(dialog, tr("Circonstances"), tr("Ce que vous écrivez ici sert à la déclaration."))
        self.thefts = {each: QRadioButton(theft_label(each).render()) for each in TheftCircumstances}
        self._group = QButtonGroup(self)
        self._theft_box = QWidget()
        self._theft_missing = text_label(tr("Dites comment l’appareil a été volé\u00a0: la couverture en dépend."), "error", wrap=True)
        self._theft_missing.hide()
        thefts = column(text_label(tr("Comment l’appareil a-t-il été volé\u202f?"), "strong"), spacing=theme.SPACE.hair)
        for each in self.thefts.values():
            self._group.addButton(each)
            thefts.addWidget(each)
            each.toggled.connect(lambda _: self.forget())
        thefts.addWidget(self._theft_missing)
        self._theft_box.setLayout(thefts)
        self.day = DateField("happened_on", dialog.context.today())
        self.place = _line_edit(300)
        self.account = QPlainTextEdit()
        self.account.setTabChangesFocus(True)
        self.account.setFixedHeight(104)
        self.form = Form(3)
        self.form.add(FormField("happened_on", tr("Survenu le"), self.day, required=True))
        self.form.add(FormField("place", tr("Lieu"), self.place), span=2)
        self.form.add(FormField("circumstances", tr("Ce qui s’est passé"), self.account), span=3)
        self.form.changed.connect(self.forget)
        self.body.addWidget(self._theft_box)
        self.body.addWidget(self.form)
        self.body.addWidget(self.refusal)

    def enter(self) -> None:
        """See `AssistantStep`."""
        stolen = self.dialog.claim_type is ClaimType.THEFT
        self._theft_box.setVisible(stolen)
        self.account.setPlaceholderText(_prompt(self.dialog.claim_type))

    def happened_on(self) -> date | None:
        """The day, once it is one."""
        try:
            return self.day.value()
        except InputError:
            return None

    def theft(self) -> TheftCircumstances | None:
        """How it was stolen, for a theft."""
        if self.dialog.claim_type is not ClaimType.THEFT:
            return None
        return next((each for each, radio in self.thefts.items() if radio.isChecked()), None)

    def words(self) -> tuple[str, str]:
        """Place and circumstances as typed."""
        return self.place.text().strip(), self.account.toPlainText().strip()

    @property
    def asks_theft(self) -> bool:
        """Whether the way it was stolen is missing, and said to be."""
        return not self._theft_missing.isHidden()

    def validate(self) -> bool:
        """See `AssistantStep`."""
        found = self.form.values()
        missing = self.dialog.claim_type is ClaimType.THEFT and self.theft() is None
        self._theft_missing.setVisible(missing)
        if missing:
            next(iter(self.thefts.values())).setFocus()
        draft = self.dialog.draft
        if found is None or missing or draft is None:
            return False
        claims = self.dialog.context.services.claims
        return self.check(draft, lambda: claims.preview(draft), self._decided)

    def show_input_error(self, error: InputError) -> bool:
        """See `CheckedStep`."""
        return self.form.show_error(error)

    def forget(self) -> None:
        """See `CheckedStep`."""
        super().forget()
        self._theft_missing.hide()

    def _decided(self, decision: CoverDecision) -> None:
        self.dialog.decision = decision


@dataclass(frozen=True)
class _File:
    need: ClaimNeed | None
    path: Path


class DecisionStep(AssistantStep):
    """Covered or not and why, the promises, and the documents to give."""

    def __init__(self, dialog: ClaimHost) -> None:
        super().__init__(tr("Décision"))
        self._dialog = dialog
        self._files: list[_File] = []
        self.card = DecisionCard(dialog.context.language)
        self.note = text_label("", "muted", wrap=True)
        self.slots: list[DocumentSlot] = []
        self._papers = column(spacing=theme.SPACE.small)
        self._title = text_label("", "strong")
        self.body.addWidget(self.card)
        self.body.addWidget(self._title)
        self.body.addLayout(self._papers)
        self.body.addWidget(self.note)

    def enter(self) -> None:
        """See `AssistantStep`."""
        decision, claim_type, machine = self._dialog.decision, self._dialog.claim_type, self._dialog.machine
        if decision is None or machine is None or claim_type is None:
            return
        self.lead = tr("{type} · {machine}", type=type_label(claim_type), machine=machine.name)
        self.card.show_decision(decision, self._dialog.context.services.clock.now())
        self._show_slots((*decision.needs, None))
        self._title.setText(tr("Documents à fournir au prestataire") if decision.needs else tr("Documents"))
        provider_told = tr(
            "Parclair enregistre le sinistre et surveille les délais\u202f; il ne prévient pas le prestataire à votre place."
        )
        if decision.covered:
            later = tr("Un document manque\u202f? Vous pourrez l’ajouter après.")
            self.note.setText(f"{later} {provider_told}" if decision.needs else provider_told)
            self._dialog.set_finish_text(tr("Déclarer le sinistre"))
        else:
            self.note.setText(
                tr(
                    "Vous pouvez l’enregistrer quand même, pour mémoire\u00a0: l’état de l’appareil change dans le parc, "
                    "aucun délai ne court, et le prestataire reste libre d’accepter. {told}",
                    told=provider_told,
                )
            )
            self._dialog.set_finish_text(tr("Enregistrer pour mémoire"))

    def files(self) -> list[tuple[ClaimNeed | None, Attachment]]:
        """What to hand to the service."""
        from app.domain.values.support import Attachment

        shown = {slot.need for slot in self.slots}
        return [(each.need, Attachment(each.path.name, path=each.path)) for each in self._files if each.need in shown]

    def slot(self, need: ClaimNeed | None) -> DocumentSlot:
        """The place of a document."""
        return next(each for each in self.slots if each.need is need)

    def _show_slots(self, needs: Sequence[ClaimNeed | None]) -> None:
        if [slot.need for slot in self.slots] == list(needs):
            return
        clear_layout(self._papers)
        self.slots = []
        for need in needs:
            slot = DocumentSlot(need)
            slot.given.connect(lambda paths, need=need: self._given(need, paths))
            slot.removed.connect(self._removed)
            self.slots.append(slot)
            self._papers.addWidget(slot)
        self._fill()

    def _given(self, need: ClaimNeed | None, paths: Sequence[Path]) -> None:
        known = {(each.need, each.path) for each in self._files}
        self._files += [_File(need, path) for path in paths if (need, path) not in known]
        self._dialog.show_error(None)
        self._fill()

    def _removed(self, key: object) -> None:
        self._files = [each for each in self._files if each != key]
        self._dialog.show_error(None)
        self._fill()

    def _fill(self) -> None:
        for slot in self.slots:
            slot.show_files([Held(each, each.path.name) for each in self._files if each.need is slot.need])


def _line_edit(longest: int) -> Any:
    from PySide6.QtWidgets import QLineEdit

    made = QLineEdit()
    made.setMaxLength(longest)
    return made


def _prompt(claim_type: ClaimType | None) -> str:
    return {
        ClaimType.BREAKDOWN: tr("Ce que vous voyez à l’écran, depuis quand, ce que vous avez essayé."),
        ClaimType.BREAKAGE: tr("Comment c’est arrivé, ce qui est cassé, si l’appareil s’allume encore."),
        ClaimType.OXIDATION: tr("Quel liquide, où il a coulé, si l’appareil s’allume encore."),
        ClaimType.THEFT: tr("Où était l’appareil, ce qui a été forcé, qui l’a constaté."),
        ClaimType.LOSS: tr("Où vous l’avez vu pour la dernière fois."),
        None: "",
    }[claim_type]
