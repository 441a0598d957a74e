"""Which machine a request is about: the ones asked about lately, then all others as one types; or none in particular."""

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

RECENT = 3


class MachinePicker(MachineSearch):
    """`chosen(machine)` on a click or Enter; the keys keep moving until then."""

    chosen = Signal(object)

    def __init__(self, context: ScreenContext, site_id: UUID | None, parent: QWidget | None = None) -> None:
        super().__init__(context, site_id, parent)
        self._shown: tuple[Choice, ...] = ()
        self._value: Choice | None = None
        self._pinned: Choice | None = None
        self.list.setMinimumHeight(4 * LINE)
        self.list.itemClicked.connect(lambda item: self.choose(self.list.row(item)))
        self.list.taken.connect(self._take)
        self._fill()
        self._more.setText(tr("Lecture des machines…"))

    def none(self) -> Choice:
        """The choice of no machine in particular."""
        return Choice(None, tr("Aucune machine en particulier"), icon_name="ban")

    def value(self) -> Choice | None:
        """What was chosen; `None` while nothing was."""
        return self._value

    def pin(self, machine: Choice) -> None:
        """Start from a machine: it stands first and is chosen."""
        self._pinned = self._value = machine
        self._fill()

    def choose(self, place: int) -> None:
        """Choose the machine in line `place`."""
        if (choice := self.list.choice(place)) is not None:
            self.list.setCurrentRow(place)
            self._take(choice)

    def _take(self, choice: Choice) -> None:
        self._first.forget()
        self._value = choice
        self.chosen.emit(choice)

    # See `MachineSearch` -----------------------------------------------------------------------------------------------------------

    @staticmethod
    def unasked(services: Services, site_id: UUID | None) -> Found:
        """The machines asked about lately and then the newest changes."""
        from app.domain.values.equipment import EquipmentQuery
        from app.domain.values.support import RequestQuery

        recent: dict[UUID, Choice] = {}
        for row in services.support.page(RequestQuery(site_id=site_id), 0, SHOWN).rows:
            if row.equipment_id is not None and row.equipment_designation and len(recent) < RECENT:
                recent.setdefault(row.equipment_id, Choice(row.equipment_id, row.equipment_designation, tr("demande récente"), "history"))
        page = services.equipment.page(EquipmentQuery(site_id=site_id, sort="updated_at", descending=True), 0, SHOWN)
        others = (choice_of_row(row) for row in page.rows if row.id not in recent)
        return Found((*recent.values(), *others), max(page.total, len(recent)))

    def show_choices(self, found: Found) -> None:
        """What was found, below the machine started from and « aucune »; what was chosen stays in sight."""
        self._shown = found.choices
        self._fill()

    def said_of(self, found: Found) -> str:
        """Only that nothing was found."""
        wrong = found.text and not found.choices
        return tr("Aucune machine ne correspond\u00a0: envoyez sans, ou corrigez la recherche.") if wrong else ""

    def take_first(self) -> None:
        """None in particular where nothing was typed."""
        found = [place for place in range(self.list.count()) if self.list.choice(place) in self._shown]
        if not self.search.text():
            self.choose(0)
        elif found:
            self.choose(found[0])

    def _fill(self) -> None:
        first = [self.none()] if self._pinned is None else [self._pinned, self.none()]
        known = {each.id for each in first}
        lines = [*first, *(each for each in self._shown if each.id not in known)]
        if self._value is not None and self._value.id not in {each.id for each in lines}:
            lines.insert(1, self._value)
        self.list.fill(lines, self._value)
