"""What a machine said of itself, below its sheet: each fact, or that it is unknown and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from app.domain import formatting
from app.domain.pc_words import FACT_TITLES, fact_lines
from app.domain.text import tr
from app.ui import theme
from app.ui.widgets import text_label

if TYPE_CHECKING:
    from app.services.this_pc import ReadFacts

_FIGURES = frozenset({"serial", "os_build", "teamviewer_id", "disks", "memory_bytes"})
_LEAST_WIDTH = 180


class FactRows:
    """Rows at the end of a sheet's grid: its first column has the titles. Built once; another machine only changes the texts."""

    def __init__(self, grid: QGridLayout, language: str) -> None:
        self._language = language
        self._widgets: list[QWidget] = []
        self._values: dict[str, QLabel] = {}
        self.heading = text_label("", "overline")
        self.heading.setContentsMargins(0, theme.SPACE.small, 0, theme.SPACE.hair)
        self.read_at = text_label("", "muted", wrap=True)
        top = Qt.AlignmentFlag.AlignTop
        self._add(grid, self.heading)
        for name, title in FACT_TITLES.items():
            value = text_label("", wrap=True, selectable=True)
            value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            # Else the page is made as tall as it would have to be with a word on each line.
            value.setMinimumWidth(_LEAST_WIDTH)
            if name in _FIGURES:
                value.setFont(theme.font(tabular=True))
            titled, place = text_label(title.render(), "muted"), grid.rowCount()
            grid.addWidget(titled, place, 0, top)
            grid.addWidget(value, place, 1, 1, 2, top)
            self._widgets += (titled, value)
            self._values[name] = value
        self._add(grid, self.read_at)
        self.show_facts(None)

    def _add(self, grid: QGridLayout, label: QLabel) -> None:
        grid.addWidget(label, grid.rowCount(), 0, 1, 3)
        self._widgets.append(label)

    def text(self, name: str) -> str:
        """What is shown for a fact."""
        return self._values[name].text()

    def show_facts(self, found: ReadFacts | None) -> None:
        """Show what a machine said; nothing where it never did."""
        if found is not None:
            self.heading.setText(tr("Ce PC") if found.this_pc else tr("Relevé sur le poste"))
            for name, fact in found.document.facts().items():
                label = self._values[name]
                label.setText("\n".join(fact_lines(name, fact)))
                theme.set_kind(label, "muted" if fact.value is None else "body")
            self.read_at.setText(tr("Relevé du {moment}", moment=formatting.date_time(found.read_at, self._language)))
        for widget in self._widgets:
            widget.setVisible(found is not None)
