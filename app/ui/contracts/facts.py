"""Names and figures in columns, each figure with its « Pourquoi ? »: the way the contract screens state dates and amounts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from app.domain import formatting
from app.domain.explain import Explanation
from app.domain.text import language, tr
from app.ui import theme
from app.ui.widgets import WhyButton, figure_label, line, text_label

WHY_WIDTH = 26
ROW = 22


def shown(value: object) -> str:
    """A date, an amount or a text as the language writes it; a dash for nothing."""
    match value:
        case None:
            return "–"
        case Decimal():
            return formatting.money(value, language())
        case date():
            return formatting.day(value, language())
        case int():
            return formatting.integer(value, language())
        case _:
            return str(value)


def why_mark(why: Explanation, what: str) -> WhyButton:
    """A « Pourquoi ? » as small as its icon, for columns of figures; its name says what it explains."""
    mark = WhyButton(why)
    mark.setText("")
    mark.setAccessibleName(tr("Pourquoi\u202f? {what}", what=what))
    mark.setToolTip(tr("Pourquoi\u202f? {what}", what=what))
    mark.setFixedSize(WHY_WIDTH, ROW)
    return mark


class Facts(QWidget):
    """Rows of a name, a figure at the right, and why. `changed` rows are found again by key with `text_of`."""

    def __init__(self, parent: QWidget | None = None, *, explained: bool = True) -> None:
        """`explained`: keep a column for « Pourquoi ? », so that figures stand below each other whether they have one or not."""
        super().__init__(parent)
        self._explained = explained
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACE.small)
        self._grid.setVerticalSpacing(theme.SPACE.hair)
        self._grid.setColumnStretch(0, 1)
        self._figures: dict[str, QLabel] = {}
        self._why: dict[str, WhyButton] = {}

    def add(self, key: str, name: str, value: object, why: Explanation | None = None, *, strong: bool = False, hint: str = "") -> None:
        """Add a row; `hint` stands in small letters below the name."""
        row = self._grid.rowCount()
        label = text_label(name, "strong" if strong else "body", wrap=True)
        # The name gives way: a figure is never cut.
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        figure = figure_label(shown(value), "strong" if strong else "body")
        figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        figure.setAccessibleName(f"{name} : {figure.text()}")
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(figure, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if why is not None:
            self._why[key] = why_mark(why, name)
            self._grid.addWidget(self._why[key], row, 2)
        if self._explained:
            self._grid.setColumnMinimumWidth(2, WHY_WIDTH)
        self._grid.setRowMinimumHeight(row, ROW)
        if hint:
            self._grid.addWidget(text_label(hint, "small", wrap=True), row + 1, 0, 1, 2)
        self._figures[key] = figure

    def rule(self) -> None:
        """A thin line between groups."""
        row = self._grid.rowCount()
        self._grid.setRowMinimumHeight(row, 9)
        self._grid.addWidget(line(), row, 0, 1, 3, Qt.AlignmentFlag.AlignVCenter)

    def text_of(self, key: str) -> str:
        """The figure shown under `key`; empty where there is none."""
        return self._figures[key].text() if key in self._figures else ""

    def why_of(self, key: str) -> WhyButton | None:
        """The explanation's button of a row."""
        return self._why.get(key)
