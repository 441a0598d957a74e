"""A price table as a quote gives it: from a quantity on, a unit price."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import InputError
from app.domain.text import msg, tr
from app.ui import theme
from app.ui.contracts.quantity import QuantityField
from app.ui.widgets import AmountField, button, expected, icon_button, mark_invalid, row, text_label


class PriceTable(QWidget):
    """Lines « à partir de … : … € HT »; the first one is from 1."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[_Line] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.SPACE.tiny)
        self._error = text_label("", "error", wrap=True)
        self._error.hide()
        self.add_button = button(tr("Ajouter un seuil"), self.add_line, kind="quiet", icon_name="plus")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE.tiny)
        layout.addLayout(self._list)
        layout.addWidget(self._error)
        layout.addLayout(row(self.add_button, None))
        self.add_line(first=True)

    def add_line(self, *, first: bool = False) -> None:
        """One more threshold."""
        made = _Line(first)
        made.quantity.textChanged.connect(self._changed)
        made.price.changed.connect(self._changed)
        made.remove.clicked.connect(lambda: self._remove(made))
        self.lines.append(made)
        self._list.addWidget(made)
        if not first:
            made.quantity.setFocus()
            self._changed()

    def value(self) -> tuple[tuple[int, Decimal], ...]:
        """Quantity reached and unit price of each line.

        Raises:
            InputError: a line is incomplete, or the quantities do not rise.
        """
        found: list[tuple[int, Decimal]] = []
        for each in self.lines:
            price = each.price.value()
            if price is None:
                raise InputError("unit_price", "", msg("un prix HT à chaque ligne"))
            try:
                quantity = 1 if each.first else each.quantity.number()
            except InputError as error:
                raise InputError("unit_price", error.value, error.allowed) from error
            if found and quantity <= found[-1][0]:
                raise InputError("unit_price", quantity, msg("des quantités qui augmentent d’une ligne à l’autre"))
            found.append((quantity, price))
        return tuple(found)

    def show_error(self, error: InputError) -> None:
        """Say below the lines what was refused, and mark the fields that are not right."""
        self._error.setText(expected(error.allowed))
        self._error.show()
        for each in self.lines:
            mark_invalid(each.price, not each.price.text().strip() or not each.price.is_valid())

    def _remove(self, gone: _Line) -> None:
        self.lines.remove(gone)
        self._list.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        self._changed()

    def _changed(self) -> None:
        self._error.hide()
        self.changed.emit()


class _Line(QWidget):
    def __init__(self, first: bool) -> None:
        super().__init__()
        self.first = first
        self.quantity = QuantityField(1 if first else None)
        self.quantity.setReadOnly(first)
        self.quantity.setMaximumWidth(64)
        self.quantity.setAccessibleName(tr("À partir de"))
        self.price = AmountField("unit_price")
        self.price.setMaximumWidth(110)
        self.price.setAccessibleName(tr("Prix unitaire HT par mois"))
        self.remove = icon_button("x", tr("Retirer ce seuil"))
        self.remove.setVisible(not first)
        self.setLayout(
            row(text_label(tr("À partir de"), "muted"), self.quantity, self.price, text_label(tr("HT l’unité"), "muted"), self.remove, None)
        )
