"""Which machine: the ones asked about lately, then all others as one types; or none in particular."""

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
    from app.domain.values.equipment import EquipmentRow
    from app.services import Services

SHOWN = 20
RECENT = 3
_LINE, _LINES = 26, 6


@dataclass(frozen=True)
class Machine:
    """A machine to choose; `id` is `None` for none in particular."""

    id: UUID | None
    name: str
    detail: str = ""
    icon_name: str = "package"


@dataclass(frozen=True)
class Found:
    """What a search found, for the text it was asked with."""

    machines: tuple[Machine, ...]
    total: int
    text: str = ""


class MachinePicker(QWidget):
    """A search field over a short list. `chosen(machine)` on a click or Enter; the keys keep moving until then.

    Attributes:
        search: the field.
        list: the machines found.
    """

    chosen = Signal(object)

    def __init__(self, context: ScreenContext, site_id: UUID | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._site = context, site_id
        self._shown: tuple[Machine, ...] = ()
        self._value: Machine | None = None
        self._pinned: Machine | None = None
        self.search = SearchField(tr("Chercher une machine, un numéro de série, une personne"))
        self.list = _List()
        self.list.setAccessibleName(tr("Machines"))
        self._more = text_label("", "small")
        layout = column(self.search, self.list, self._more, spacing=theme.SPACE.tiny)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._first = FirstFound(self.search, self._take_first, self._tell_search)
        self.search.searched.connect(self._typed)
        self.search.left_down.connect(self._enter_list)
        self.list.itemClicked.connect(self._choose_item)
        self.list.entered_on.connect(self._choose_item)
        self.list.left_up.connect(self.search.setFocus)
        self._fill()
        self._more.setText(tr("Lecture des machines…"))

    def none(self) -> Machine:
        """The choice of no machine in particular."""
        return Machine(None, tr("Aucune machine en particulier"), icon_name="ban")

    def value(self) -> Machine | None:
        """What was chosen; `None` while nothing was."""
        return self._value

    @property
    def waiting(self) -> bool:
        """Whether Enter chose what is still being searched for."""
        return self._first.waiting

    def _typed(self) -> None:
        self._first.forget()
        self.read()

    def _tell_search(self) -> None:
        self._more.setText(tr("Recherche…"))

    def read(self) -> None:
        """Search again."""
        services, text, site = self._context.services, self.search.text().strip(), self._site
        self._context.tasks.run(lambda: _find(services, text, site), self._show, self._failed, self, latest="support.machines")

    def pin(self, machine: Machine) -> None:
        """Start from a machine: it stands first and is chosen."""
        self._pinned = self._value = machine
        self._fill()

    def choose(self, place: int) -> None:
        """Choose the machine in line `place`."""
        self._choose_item(self.list.item(place))

    def _show(self, found: Found) -> None:
        self._shown = found.machines
        self._fill()
        left = found.total - len(found.machines)
        self._more.setText(tr("Encore {n}\u00a0: précisez la recherche.", n=left) if left > 0 else "")
        if not found.machines and self.search.text():
            self._more.setText(tr("Aucune machine ne correspond\u00a0: envoyez sans, ou corrigez la recherche."))
        self._first.answered(found.text)

    def _failed(self, error: UserError) -> None:
        self._first.failed()
        self._more.setText(error.text.render())

    def _fill(self) -> None:
        first = [self.none()] if self._pinned is None else [self._pinned, self.none()]
        known = {each.id for each in first}
        lines = [*first, *(each for each in self._shown if each.id not in known)]
        if self._value is not None and self._value.id not in {each.id for each in lines}:
            lines.insert(1, self._value)
        self.list.clear()
        for machine in lines:
            item = QListWidgetItem(icon(machine.icon_name, "text_muted"), self._words(machine))
            item.setData(Qt.ItemDataRole.UserRole, machine)
            item.setToolTip(self._words(machine))
            item.setSizeHint(QSize(0, _LINE))
            self.list.addItem(item)
        self._mark()

    @staticmethod
    def _words(machine: Machine) -> str:
        return f"{machine.name} · {machine.detail}" if machine.detail else machine.name

    def _mark(self) -> None:
        for place in range(self.list.count()):
            machine = self.list.item(place).data(Qt.ItemDataRole.UserRole)
            if self._value is not None and machine.id == self._value.id:
                self.list.setCurrentRow(place)
                return

    def _enter_list(self) -> None:
        self.list.setFocus()
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _take_first(self) -> None:
        """Enter in the field takes the first machine found, or none in particular where nothing was typed."""
        found = [place for place in range(self.list.count()) if self.list.item(place).data(Qt.ItemDataRole.UserRole) in self._shown]
        if not self.search.text():
            self.choose(0)
        elif found:
            self.choose(found[0])

    def _choose_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._first.forget()
            self._value = item.data(Qt.ItemDataRole.UserRole)
            self.list.setCurrentItem(item)
            self.chosen.emit(self._value)


class _List(QListWidget):
    """Up in the first line goes back to the field; Enter chooses."""

    entered_on = Signal(QListWidgetItem)
    left_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(theme.ICON, theme.ICON))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMinimumHeight(4 * _LINE)

    def sizeHint(self) -> QSize:
        return QSize(320, _LINES * _LINE + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and plain and self.currentItem() is not None:
            self.entered_on.emit(self.currentItem())
        elif event.key() == Qt.Key.Key_Up and self.currentRow() <= 0:
            self.left_up.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def _find(services: Services, text: str, site: UUID | None) -> Found:
    """The machines that match; with nothing typed, those asked about lately and then the newest changes."""
    from app.domain.values.equipment import EquipmentQuery
    from app.domain.values.support import RequestQuery

    if text:
        page = services.equipment.page(EquipmentQuery(search=text, site_id=site), 0, SHOWN)
        return Found(tuple(_machine(row) for row in page.rows), page.total, text)
    recent: dict[UUID, Machine] = {}
    for row in services.support.page(RequestQuery(site_id=site), 0, SHOWN).rows:
        if row.equipment_id is not None and row.equipment_designation and len(recent) < RECENT:
            recent.setdefault(row.equipment_id, Machine(row.equipment_id, row.equipment_designation, tr("demande récente"), "history"))
    page = services.equipment.page(EquipmentQuery(site_id=site, sort="updated_at", descending=True), 0, SHOWN)
    rows: Sequence[EquipmentRow] = page.rows
    return Found((*recent.values(), *(_machine(row) for row in rows if row.id not in recent)), max(page.total, len(recent)))


def _machine(row: EquipmentRow) -> Machine:
    detail = " · ".join(filter(None, (row.person_name, row.serial, row.site_name)))
    return Machine(row.id, row.designation, detail, EQUIPMENT_ICONS[row.kind])
