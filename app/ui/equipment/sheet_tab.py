"""The sheet of a machine: what is known of it, short, with a button to copy what is dictated or typed elsewhere."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.domain import formatting
from app.domain.records import label
from app.domain.text import Text, msg, tr
from app.ui import theme
from app.ui.equipment.fact_rows import FactRows
from app.ui.equipment.words import TITLES
from app.ui.icons import icon
from app.ui.widgets import icon_button, scrolled, text_label

if TYPE_CHECKING:
    from app.domain.values.equipment import EquipmentSheet
    from app.services.this_pc import ReadFacts

COPIED = ("serial", "teamviewer_id", "licence_number")
"""The fields with a button that copies them."""
_FIGURES = frozenset({"serial", "inventory_number", "teamviewer_id", "licence_number", "purchase_date", "purchase_price", "warranty_end"})
_DONE_MS = 1_500

_SECTIONS: tuple[tuple[Text | None, tuple[str, ...]], ...] = (
    (None, ("serial", "teamviewer_id", "licence_number", "inventory_number")),
    (msg("Où et à qui"), ("person", "site_id", "contract_id", "ownership")),
    (msg("Machine"), ("manufacturer", "model", "os_name", "specs")),
    (msg("Achat et garantie"), ("purchase_date", "purchase_price", "warranty_end")),
    (msg("Notes"), ("notes",)),
)


class SheetTab(QWidget):
    """Built once; another machine only changes the texts. Fields without a value are not shown."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._rows: dict[str, tuple[QLabel | None, QLabel, QToolButton | None]] = {}
        self._headings: list[tuple[QLabel, tuple[str, ...]]] = []
        page = QWidget()
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(0, theme.SPACE.tiny, theme.SPACE.small, theme.SPACE.small)
        self._grid.setHorizontalSpacing(theme.SPACE.medium)
        self._grid.setVerticalSpacing(theme.SPACE.tiny)
        self._grid.setColumnStretch(1, 1)
        for heading, names in _SECTIONS:
            self._add_section(heading, names)
        self.facts = FactRows(self._grid, language)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(page))

    def _add_section(self, heading: Text | None, names: tuple[str, ...]) -> None:
        grid = self._grid
        if heading is not None:
            over = text_label(heading.render(), "overline")
            over.setContentsMargins(0, theme.SPACE.small, 0, theme.SPACE.hair)
            grid.addWidget(over, grid.rowCount(), 0, 1, 3)
            self._headings.append((over, names))
        for name in names:
            self._add_row(grid.rowCount(), name)

    def _add_row(self, place: int, name: str) -> None:
        grid, middle, copy = self._grid, Qt.AlignmentFlag.AlignVCenter, None
        value = text_label("", wrap=True, selectable=True)
        value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        if name in _FIGURES:
            value.setFont(theme.font(tabular=True))
        if name == "notes":
            grid.addWidget(value, place, 0, 1, 3)
            self._rows[name] = (None, value, None)
            return
        title = text_label(tr("Collaborateur") if name == "person" else TITLES[name].render(), "muted")
        if name in COPIED:
            copy = self._copy_button(name)
            grid.addWidget(title, place, 0, middle)
            grid.addWidget(value, place, 1, middle)
            grid.addWidget(copy, place, 2, middle)
        else:
            grid.addWidget(title, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, place, 1, 1, 2, Qt.AlignmentFlag.AlignTop)
        self._rows[name] = (title, value, copy)

    def _copy_button(self, name: str) -> QToolButton:
        titles = {
            "serial": tr("Copier le numéro de série"),
            "teamviewer_id": tr("Copier l’ID TeamViewer"),
            "licence_number": tr("Copier le numéro de licence"),
        }
        made = icon_button("copy", titles[name])
        made.clicked.connect(lambda: self.copy(name))
        return made

    def copy(self, name: str) -> None:
        """Put a field's value on the clipboard; the button says so for a moment."""
        _, value, made = self._rows[name]
        QGuiApplication.clipboard().setText(value.text())
        if made is None:
            return
        title = made.accessibleName()
        made.setIcon(icon("check", "ok"))
        made.setAccessibleName(tr("Copié"))

        def calm() -> None:
            made.setIcon(icon("copy", "text_muted"))
            made.setAccessibleName(title)

        QTimer.singleShot(_DONE_MS, made, calm)

    def text(self, name: str) -> str:
        """What is shown for a field."""
        return self._rows[name][1].text()

    def show_sheet(self, sheet: EquipmentSheet, facts: ReadFacts | None = None) -> None:
        """Show a machine, and below it what it said of itself."""
        self.facts.show_facts(facts)
        texts = self._texts(sheet)
        for name, (title, value, copy) in self._rows.items():
            value.setText(texts[name])
            for widget in (title, value, copy):
                if widget is not None:
                    widget.setVisible(bool(texts[name]))
        for over, names in self._headings:
            over.setVisible(any(texts[name] for name in names))

    def _texts(self, sheet: EquipmentSheet) -> dict[str, str]:
        language = self._language
        return {
            "serial": sheet.serial,
            "inventory_number": sheet.inventory_number,
            "teamviewer_id": sheet.teamviewer_id,
            "licence_number": sheet.licence_number,
            "person": sheet.person_name,
            "site_id": sheet.site_name,
            "contract_id": sheet.contract_number,
            "ownership": f"{label(sheet.ownership).render(language)}, {label(sheet.condition).render(language).lower()}",
            "manufacturer": sheet.manufacturer,
            "model": sheet.model,
            "os_name": " ".join(filter(None, (sheet.os_name, sheet.os_version))),
            "specs": sheet.specs,
            "purchase_date": "" if sheet.purchase_date is None else formatting.day(sheet.purchase_date, language),
            "purchase_price": _money(sheet.purchase_price, language),
            "warranty_end": "" if sheet.warranty_end is None else formatting.day(sheet.warranty_end, language),
            "notes": sheet.notes,
        }


def _money(amount: Decimal | None, language: str) -> str:
    return "" if amount is None else formatting.money(amount, language)
