"""Which machine a claim is about: the rented ones at first, all that match as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.text import tr
from app.ui.screen import ScreenContext
from app.ui.support.machine_search import LINE, SHOWN, Choice, Found, MachineSearch, choice_of_row

if TYPE_CHECKING:
    from app.services import Services

_LINES = 4


class MachineChooser(MachineSearch):
    """The line marked is the choice: nobody goes on with a device that is not in sight.

    Signals:
        changed(): another machine is chosen, or none.
    """

    changed = Signal()

    def __init__(self, context: ScreenContext, site_id: UUID | None = None, parent: QWidget | None = None) -> None:
        super().__init__(context, site_id, parent)
        self._value: Choice | None = None
        self.list.setFixedHeight(_LINES * LINE + 4)
        self.list.currentItemChanged.connect(lambda *_: self._changed())

    @property
    def value(self) -> Choice | None:
        """The machine chosen."""
        return self._value

    def start_with(self, choice: Choice | None) -> None:
        """Choose a machine from elsewhere."""
        self._value = choice

    # See `MachineSearch` -----------------------------------------------------------------------------------------------------------

    @staticmethod
    def unasked(services: Services, site_id: UUID | None) -> Found:
        """The rented machines."""
        from app.domain.records import Ownership
        from app.domain.values.equipment import EquipmentQuery

        page = services.equipment.page(EquipmentQuery(ownerships=frozenset({Ownership.RENTED}), site_id=site_id), 0, SHOWN)
        return Found(tuple(choice_of_row(row) for row in page.rows), page.total)

    def show_choices(self, found: Found) -> None:
        """What was found; a choice that does not match what is typed is none any more."""
        chosen, choices = self._value, list(found.choices)
        listed = chosen is None or chosen.id in {each.id for each in choices}
        if chosen is not None and not listed and not found.text:
            choices.insert(0, chosen)
        elif not listed:
            chosen = None
        self.list.blockSignals(True)
        self.list.fill(choices, chosen)
        self.list.blockSignals(False)
        if chosen is not self._value:
            self._value = None
            self.changed.emit()

    def said_of(self, found: Found) -> str:
        """Which machines these are."""
        if found.text:
            return "" if found.choices else tr("Aucune machine ne correspond\u00a0: corrigez la recherche.")
        if not found.choices:
            return tr("Aucune machine louée\u00a0: indiquez «\u00a0Loué\u00a0» et le contrat dans la fiche de la machine.")
        return tr("Vos machines louées. Tapez un mot pour chercher dans toutes.")

    def take_first(self) -> None:
        """Mark the first line."""
        if self.list.count():
            self.list.setCurrentRow(0)
            self.list.setFocus()

    def _changed(self) -> None:
        self._first.forget()
        self._value = self.list.current() or self._value
        self.changed.emit()


def choice_of(services: Services, equipment_id: UUID) -> Choice:
    """One machine as a choice."""
    return choice_of_row(services.equipment.sheet(equipment_id))
