"""A day with its time: typed as `14:30`, `14h30` or `1430`."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.errors import InputError
from app.domain.formatting import PARIS
from app.domain.text import msg, tr
from app.ui import theme

_TIME = re.compile(r"(\d{1,2})(?:[:hH.](\d{2})?)?|(\d{2})(\d{2})")


class TimeField(QLineEdit):
    """A time of day; the text stays as typed until it can be read."""

    def __init__(self, name: str, value: time | None = None, parent: QWidget | None = None) -> None:
        super().__init__("" if value is None else f"{value:%H:%M}", parent)
        self.name = name
        self.setFont(theme.font(tabular=True))
        self.setPlaceholderText(tr("hh:mm"))
        self.setMaximumWidth(96)
        self.editingFinished.connect(self._rewrite)

    def _rewrite(self) -> None:
        try:
            self.setText(f"{parse_time(self.text(), self.name):%H:%M}")
        except InputError:
            return  # the form says it when it is read


def parse_time(typed: str, field: str = "time") -> time:
    """The time in `14:30`, `14h30`, `14h`, `14` or `1430`.

    Raises:
        InputError: it is no time of day.
    """
    found = _TIME.fullmatch(typed.strip())
    allowed = msg("une heure comme 14:30")
    if found is None:
        raise InputError(field, typed, allowed)
    hours, minutes = (int(part or 0) for part in ((found[1], found[2]) if found[1] is not None else (found[3], found[4])))
    if hours > 23 or minutes > 59:
        raise InputError(field, typed, allowed)
    return time(hours, minutes)


def moment_in_paris(day: date, at: time) -> datetime:
    """`day` at `at` on the clocks in Paris, as UTC."""
    return datetime.combine(day, at, PARIS).astimezone(UTC)
