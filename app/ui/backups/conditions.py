"""What the option asks of a PC: each condition with what was measured, whether it is met, and what to do; and the option itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.text import tr
from app.ui import theme
from app.ui.theme import State
from app.ui.widgets import StateBadge, button, clear_layout, column, line, row, text_label

if TYPE_CHECKING:
    from app.domain.eligibility import Condition
    from app.domain.values.backups import LicenceState

_BADGE_WIDTH = 104


class ConditionRow(QWidget):
    """One condition: badge, what it asks for, what was measured, why and what to do."""

    def __init__(self, condition: Condition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.condition = condition
        state, word, icon_name = condition_look(condition.met)
        badge = StateBadge(state, word, icon_name)
        holder = QWidget()
        holder.setFixedWidth(_BADGE_WIDTH)
        holder.setLayout(column(badge))
        value = condition.value or tr("valeur inconnue")
        head = row(text_label(condition.label.render(), "strong"), theme.SPACE.small)
        measured = text_label(value, "body" if condition.value else "muted", wrap=True, selectable=True)
        why = text_label(condition.why.render(), "muted", wrap=True, selectable=True)
        for label in (measured, why):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            label.setMinimumWidth(160)
        head.addWidget(measured, 1)
        words = column(spacing=theme.SPACE.hair)
        words.addLayout(head)
        words.addWidget(why)
        layout = row(spacing=theme.SPACE.medium)
        layout.addWidget(holder, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self.setLayout(layout)
        self.setAccessibleName(f"{condition.label.render()}\u00a0: {word}. {value}. {condition.why.render()}")


def condition_look(met: bool | None) -> tuple[State, str, str]:
    """Met, not met or unknown, as a badge."""
    if met is None:
        return "neutral", tr("Inconnue"), "circle-question-mark"
    return ("ok", tr("Remplie"), "circle-check") if met else ("danger", tr("Non remplie"), "circle-x")


class ConditionsView(QWidget):
    """The option of a licence and its conditions.

    Signals:
        subscribe_asked(bool): take the option or end it.
        machine_asked: go to the machine's sheet.
    """

    subscribe_asked = Signal(bool)
    machine_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._licence: LicenceState | None = None
        self._rows = column(spacing=theme.SPACE.medium)
        self._option = text_label("", wrap=True)
        self._option.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.subscribe_button = button(tr("S&ouscrire l’option…"), lambda: self.subscribe_asked.emit(True), icon_name="circle-plus")
        self.unsubscribe_button = button(tr("N’est p&lus souscrite"), lambda: self.subscribe_asked.emit(False), icon_name="circle-minus")
        self.machine_button = button(tr("Fiche du matériel"), self.machine_asked.emit, kind="link", icon_name="arrow-right")
        option = row(spacing=theme.SPACE.medium)
        option.addWidget(self._option, 1)
        for made in (self.machine_button, self.unsubscribe_button, self.subscribe_button):
            option.addWidget(made)
        layout = column(spacing=theme.SPACE.medium)
        layout.addLayout(option)
        layout.addWidget(line())
        layout.addLayout(self._rows)
        layout.addStretch(1)
        self.setLayout(layout)

    @property
    def rows(self) -> Sequence[ConditionRow]:
        """The conditions shown."""
        places = (self._rows.itemAt(place) for place in range(self._rows.count()))
        return [item.widget() for item in places if item is not None and isinstance(item.widget(), ConditionRow)]  # type: ignore[misc]

    @property
    def option_text(self) -> str:
        """What is said of the option."""
        return self._option.text()

    def show_licence(self, one: LicenceState) -> None:
        """Show the conditions of a licence."""
        same = self._licence is not None and self._licence.conditions == one.conditions
        self._licence = one
        self._option.setText(_option_words(one))
        known = one.equipment_id is not None
        self.subscribe_button.setVisible(known and not one.subscribed)
        self.subscribe_button.setEnabled(one.eligible is not False)
        self.subscribe_button.setToolTip(tr("Une condition de l’option n’est pas remplie.") if one.eligible is False else "")
        self.unsubscribe_button.setVisible(known and one.subscribed)
        self.machine_button.setVisible(known)
        if same:
            return
        clear_layout(self._rows)
        for condition in one.conditions:
            self._rows.addWidget(ConditionRow(condition))
        if not one.conditions:
            self._rows.addWidget(text_label(tr("Cette option n’a pas de condition à mesurer."), "muted"))


def _option_words(one: LicenceState) -> str:
    if one.equipment_id is None:
        return tr(
            "Le contrat {number} compte cette licence, mais on ne sait pas quel poste la porte. Notez son numéro de licence ou son contrat"
            " dans la fiche du poste.",
            number=one.contract_number,
        )
    if one.subscribed and one.contract_number:
        return tr("Option souscrite, au contrat {number}.", number=one.contract_number)
    if one.subscribed:
        return tr("Option souscrite pour ce poste. Aucun contrat enregistré ici ne la comprend\u00a0: vérifiez-le avec votre prestataire.")
    if one.eligible is False:
        return tr("Option non souscrite. Elle n’est pas possible sur ce poste tant qu’une condition n’est pas remplie.")
    return tr("Option non souscrite pour ce poste.")
