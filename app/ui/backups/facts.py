"""A few facts side by side, each below its name; in fewer columns where there is no room."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui import theme
from app.ui.widgets import ElidedLabel, column, text_label

_LEAST_WIDTH = 190


class FactGrid(QWidget):
    """Facts by key, in the order of `titles`."""

    def __init__(self, titles: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: dict[str, ElidedLabel] = {}
        self._cells: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACE.large)
        self._grid.setVerticalSpacing(theme.SPACE.small)
        for key, title in titles.items():
            value = self._values[key] = ElidedLabel("", selectable=True)
            cell = QWidget()
            cell.setLayout(column(text_label(title, "overline"), value, spacing=0))
            cell.setMinimumWidth(1)
            self._cells.append(cell)
        self._arrange(len(self._cells))

    def show_fact(self, key: str, text: str, tip: str = "") -> None:
        """Say one of them; `tip` has more of it."""
        label = self._values[key]
        if label.text() != text:
            label.setText(text)
        if tip:
            label.setToolTip(tip)

    def fact(self, key: str) -> str:
        """What is said of one of them."""
        return self._values[key].text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(max(1, min(len(self._cells), self.width() // _LEAST_WIDTH)))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for cell in self._cells:
            self._grid.removeWidget(cell)
        for number, cell in enumerate(self._cells):
            self._grid.addWidget(cell, number // columns, number % columns)
        for number in range(len(self._cells)):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
