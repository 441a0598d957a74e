"""Searching a machine as one types: the field, the short list below it, and what it says. New requests and claims share it.

What is listed before anything is typed, and what choosing means, is theirs: see `machine_picker` and `claim_machine`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.domain.errors import UserError
from app.domain.text import tr
from app.ui import theme
from app.ui.icons import EQUIPMENT_ICONS, icon
from app.ui.screen import ScreenContext
from app.ui.widgets import SearchField, column, text_label
from app.ui.widgets.first_found import FirstFound

if TYPE_CHECKING:
    from app.domain.values.equipment import EquipmentRow, EquipmentSheet
    from app.services import Services

SHOWN = 20
LINE, LINES = 26, 6


@dataclass(frozen=True)
class Choice:
    """A machine to choose; `id` is `None` for none in particular."""

    id: UUID | None
    name: str
    detail: str = ""
    icon_name: str = "package"

    @property
    def machine_id(self) -> UUID:
        """The id of a choice that is a machine.

        Raises:
            LookupError: it is none in particular.
        """
        if self.id is None:
            raise LookupError(self.name)
        return self.id

    @property
    def words(self) -> str:
        """Name and detail in one line."""
        return f"{self.name} · {self.detail}" if self.detail else self.name


@dataclass(frozen=True)
class Found:
    """What a search found, for the text it was asked with."""

    choices: tuple[Choice, ...]
    total: int
    text: str = ""


class ChoiceList(QListWidget):
    """A short list: Enter takes the line, Up in the first one leaves it.

    Signals:
        taken(choice): on Enter and Space.
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

    def sizeHint(self) -> QSize:
        return QSize(320, LINES * LINE + 4)

    def fill(self, choices: Sequence[Choice], chosen: Choice | None = None) -> None:
        """Show `choices`, with the line of `chosen` marked."""
        self.clear()
        for choice in choices:
            item = QListWidgetItem(icon(choice.icon_name, "text_muted"), choice.words)
            item.setData(Qt.ItemDataRole.UserRole, choice)
            item.setToolTip(choice.words)
            item.setSizeHint(QSize(0, LINE))
            self.addItem(item)
            if chosen is not None and choice.id == chosen.id and self.currentRow() < 0:
                self.setCurrentItem(item)

    def choice(self, place: int) -> Choice | None:
        """What stands in line `place`."""
        item = self.item(place)
        found: Choice | None = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        return found

    def current(self) -> Choice | None:
        """The line marked."""
        return self.choice(self.currentRow())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and plain and self.currentItem() is not None:
            self.taken.emit(self.current())
        elif event.key() == Qt.Key.Key_Up and self.currentRow() <= 0:
            self.left_up.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class MachineSearch(QWidget):
    """A field over a list. Enter in the field takes the first machine found for its text, once that is known.

    Attributes:
        search: the field.
        list: what was found.
    """

    def __init__(self, context: ScreenContext, site_id: UUID | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._site = context, site_id
        self.search = SearchField(tr("Chercher une machine, un numéro de série, une personne"))
        self.list = ChoiceList(tr("Machines"))
        self._more = text_label("", "small")
        layout = column(self.search, self.list, self._more, spacing=theme.SPACE.tiny)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._first = FirstFound(self.search, self.take_first, self._tell_search)
        self.search.searched.connect(self._typed)
        self.search.left_down.connect(self._enter_list)
        self.list.left_up.connect(self.search.setFocus)

    @staticmethod
    def unasked(services: Services, site_id: UUID | None) -> Found:
        """What is listed while nothing is typed. In a worker."""
        raise NotImplementedError

    def show_choices(self, found: Found) -> None:
        """Fill the list."""
        raise NotImplementedError

    def take_first(self) -> None:
        """Choose the first machine found for what is typed."""
        raise NotImplementedError

    def said_of(self, found: Found) -> str:
        """What is said below the list where it shows everything there is."""
        raise NotImplementedError

    @property
    def waiting(self) -> bool:
        """Whether Enter chose what is still being searched for."""
        return self._first.waiting

    def read(self) -> None:
        """Search again."""
        services, text, site, unasked = self._context.services, self.search.text().strip(), self._site, self.unasked

        def find() -> Found:
            return _matching(services, text, site) if text else unasked(services, site)

        self._context.tasks.run(find, self._show, self._failed, self, latest="support.machines")

    def _show(self, found: Found) -> None:
        self.show_choices(found)
        left = found.total - len(found.choices)
        self._more.setText(tr("Encore {n}\u00a0: précisez la recherche.", n=left) if left > 0 else self.said_of(found))
        self._first.answered(found.text)

    def _failed(self, error: UserError) -> None:
        self._first.failed()
        self._more.setText(error.text.render())

    def _typed(self) -> None:
        self._first.forget()
        self.read()

    def _tell_search(self) -> None:
        self._more.setText(tr("Recherche…"))

    def _enter_list(self) -> None:
        self.list.setFocus()
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)


def choice_of_row(row: EquipmentRow | EquipmentSheet) -> Choice:
    """One machine as a choice: its name, and what tells it from others of that name."""
    detail = " · ".join(filter(None, (row.person_name, row.serial, row.site_name)))
    return Choice(row.id, row.designation, detail, EQUIPMENT_ICONS[row.kind])


def _matching(services: Services, text: str, site_id: UUID | None) -> Found:
    from app.domain.values.equipment import EquipmentQuery

    page = services.equipment.page(EquipmentQuery(search=text, site_id=site_id), 0, SHOWN)
    return Found(tuple(choice_of_row(row) for row in page.rows), page.total, text)
