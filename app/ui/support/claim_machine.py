"""Choosing a machine: the rented ones at first, all that match as one types; or a device among those in stock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.domain.errors import UserError
from app.domain.text import tr
from app.ui import theme
from app.ui.icons import EQUIPMENT_ICONS, icon
from app.ui.screen import ScreenContext
from app.ui.widgets import SearchField, column, text_label
from app.ui.widgets.first_found import FirstFound

if TYPE_CHECKING:
    from app.services import Services

SHOWN = 20


@dataclass(frozen=True)
class Choice:
    """A machine to choose."""

    id: UUID
    name: str
    detail: str = ""
    icon_name: str = "package"

    @property
    def words(self) -> str:
        """Name and detail in one line."""
        return f"{self.name} · {self.detail}" if self.detail else self.name


@dataclass(frozen=True)
class Found:
    """What a search found."""

    choices: tuple[Choice, ...]
    total: int
    text: str = ""


class ChoiceList(QListWidget):
    """A short list: Enter takes the line, Up in the first one leaves it.

    Signals:
        taken(choice): on Enter, Space and double click.
        left_up(): to the field above.
    """

    taken = Signal(object)
    left_up = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(theme.ICON, theme.ICON))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemDoubleClicked.connect(lambda _: self._take())

    def fill(self, choices: Sequence[Choice], chosen: UUID | None = None) -> None:
        """Show `choices`, with the line of `chosen` marked."""
        self.clear()
        for choice in choices:
            item = QListWidgetItem(icon(choice.icon_name, "text_muted"), choice.words)
            item.setData(Qt.ItemDataRole.UserRole, choice)
            item.setToolTip(choice.words)
            self.addItem(item)
            if choice.id == chosen:
                self.setCurrentItem(item)

    def current(self) -> Choice | None:
        """The line marked."""
        item = self.currentItem()
        found: Choice | None = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and plain and self.currentItem() is not None:
            self._take()
        elif event.key() == Qt.Key.Key_Up and self.currentRow() <= 0:
            self.left_up.emit()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        choice = self.current()
        if choice is not None:
            self.taken.emit(choice)


class MachineChooser(QWidget):
    """A field over a list; the line marked is the choice.

    Signals:
        changed(): another machine is chosen, or none.

    Attributes:
        search: the field.
        list: what was found.
    """

    changed = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._value: Choice | None = None
        self.search = SearchField(tr("Chercher une machine, un numéro de série, une personne"))
        self.list = ChoiceList(tr("Machines"))
        self.list.setFixedHeight(4 * 28 + 4)
        self._more = text_label("", "small")
        self.setLayout(column(self.search, self.list, self._more, spacing=theme.SPACE.tiny))
        self._first = FirstFound(self.search, self._take_first, self._tell_search)
        self.search.searched.connect(self._typed)
        self.search.left_down.connect(self._enter_list)
        self.list.currentItemChanged.connect(lambda *_: self._changed())
        self.list.left_up.connect(self.search.setFocus)

    @property
    def value(self) -> Choice | None:
        """The machine chosen."""
        return self._value

    def start_with(self, choice: Choice | None) -> None:
        """Choose a machine from elsewhere."""
        self._value = choice

    def _typed(self) -> None:
        self._first.forget()
        self.read()

    def _tell_search(self) -> None:
        self._more.setText(tr("Recherche…"))

    def read(self) -> None:
        """Search again."""
        services, text = self._context.services, self.search.text().strip()
        self._context.tasks.run(lambda: _find(services, text), self._show, self._failed, self, latest="claims.machines")

    def _show(self, found: Found) -> None:
        chosen = self._value
        choices = list(found.choices)
        listed = chosen is None or chosen.id in {each.id for each in choices}
        if chosen is not None and not listed and not found.text:
            choices.insert(0, chosen)
        elif not listed:
            chosen = None
        self.list.blockSignals(True)
        self.list.fill(choices, chosen.id if chosen else None)
        self.list.blockSignals(False)
        left = found.total - len(found.choices)
        if not choices and self.search.text():
            words = tr("Aucune machine ne correspond\u00a0: corrigez la recherche.")
        elif not choices:
            words = tr("Aucune machine louée\u00a0: indiquez «\u00a0Loué\u00a0» et le contrat dans la fiche de la machine.")
        elif left > 0:
            words = tr("Encore {n}\u00a0: précisez la recherche.", n=left)
        else:
            words = "" if self.search.text() else tr("Vos machines louées. Tapez un mot pour chercher dans toutes.")
        self._more.setText(words)
        if chosen is not self._value:  # nobody goes on with a device that is not in sight
            self._value = None
            self.changed.emit()
        self._first.answered(found.text)

    def _failed(self, error: UserError) -> None:
        self._first.failed()
        self._more.setText(error.text.render())

    def _enter_list(self) -> None:
        self.list.setFocus()
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _take_first(self) -> None:
        """The first machine found for what is typed."""
        if self.list.count():
            self.list.setCurrentRow(0)
            self.list.setFocus()

    def _changed(self) -> None:
        self._first.forget()
        self._value = self.list.current() or self._value
        self.changed.emit()


def choice_of(services: Services, equipment_id: UUID) -> Choice:
    """One machine as a choice."""
    sheet = services.equipment.sheet(equipment_id)
    detail = " · ".join(filter(None, (sheet.person_name, sheet.serial, sheet.site_name)))
    return Choice(sheet.id, sheet.designation, detail, EQUIPMENT_ICONS[sheet.kind])


def _find(services: Services, text: str) -> Found:
    """The machines that match; with nothing typed, the rented ones."""
    from app.domain.records import Ownership
    from app.domain.values.equipment import EquipmentQuery

    query = EquipmentQuery(search=text) if text else EquipmentQuery(ownerships=frozenset({Ownership.RENTED}))
    page = services.equipment.page(query, 0, SHOWN)
    choices = (
        Choice(row.id, row.designation, " · ".join(filter(None, (row.person_name, row.serial, row.site_name))), EQUIPMENT_ICONS[row.kind])
        for row in page.rows
    )
    return Found(tuple(choices), page.total, text)
