"""A whole number as people type it; what cannot be is flagged, never corrected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.errors import InputError
from app.ui import theme


class QuantityField(QLineEdit):
    """Up and Down change the number by one, Page Up and Page Down by ten."""

    def __init__(self, number: int | None = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(theme.font(tabular=True))
        self.setMaximumWidth(120)
        self.setText("" if number is None else str(number))

    def number(self) -> int:
        """The number typed.

        Raises:
            InputError: it is not a whole number that an offer can price.
        """
        from app.domain.pricing import parse_quantity

        return parse_quantity("".join(self.text().split()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        try:
            self.setText(str(max(1, self.number() + step)))
        except InputError:
            self.setText("1")
