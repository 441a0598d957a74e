"""Which interventions the statistics count: a period chosen with one click, or two days typed. Thread: Qt's."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from app.domain.calendars import add_months
from app.domain.errors import InputError
from app.domain.text import tr
from app.ui import theme
from app.ui.widgets import DateField, FlowLayout, choice_chip, column, expected, mark_invalid, reveal, row, text_label

Bounds = tuple[date | None, date | None]


class Period(StrEnum):
    """The periods that are offered."""

    TWELVE_MONTHS = "twelve_months"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    ALL = "all"
    CHOSEN = "chosen"


def bounds(period: Period, today: date) -> Bounds:
    """First and last day of a period that needs no typing; whole months, for those are counted already. None: no bound."""
    if period is Period.TWELVE_MONTHS:
        this_month = today.replace(day=1)
        return add_months(this_month, -11), add_months(this_month, 1) - timedelta(days=1)
    if period in (Period.THIS_YEAR, Period.LAST_YEAR):
        year = today.year if period is Period.THIS_YEAR else today.year - 1
        return date(year, 1, 1), date(year, 12, 31)
    return None, None


class PeriodChoice(QWidget):
    """A row of chips, one of which is on; « Personnalisée » opens two date fields. `changed` when another period is to be shown."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._group = QButtonGroup(self)
        self._chips: dict[Period, QPushButton] = {}
        chips = QWidget()
        chips.setAccessibleName(tr("Période"))
        flow = FlowLayout(chips)
        names = {
            Period.TWELVE_MONTHS: tr("12 derniers mois"),
            Period.THIS_YEAR: tr("Cette année"),
            Period.LAST_YEAR: tr("Année précédente"),
            Period.ALL: tr("Depuis le début"),
            Period.CHOSEN: tr("Personnalisée"),
        }
        for period, name in names.items():
            self._chips[period] = self._chip(name)
            flow.addWidget(self._chips[period])
        self._chips[Period.TWELVE_MONTHS].setChecked(True)
        since, until = bounds(Period.TWELVE_MONTHS, today)
        self.since, self.until = DateField("since", since), DateField("until", until)
        self.since.setAccessibleName(tr("Du"))
        self.until.setAccessibleName(tr("Au"))
        self._wrong = text_label("", "error")
        self._days = QWidget()
        self._days.setLayout(row(text_label(tr("du")), self.since, text_label(tr("au")), self.until, self._wrong, None))
        self._days.hide()
        layout = column(chips, self._days, spacing=theme.SPACE.tiny)
        self.setLayout(layout)
        self._group.buttonToggled.connect(self._toggled)
        for field in (self.since, self.until):
            field.changed.connect(self._typed)

    def _chip(self, name: str) -> QPushButton:
        chip = choice_chip(name)
        self._group.addButton(chip)
        return chip

    @property
    def period(self) -> Period:
        """The one that is on."""
        return next(period for period, chip in self._chips.items() if chip.isChecked())

    def choose(self, period: Period) -> None:
        """Choose a period, as a click does."""
        self._chips[period].setChecked(True)

    def chip(self, period: Period) -> QPushButton:
        """The button of a period."""
        return self._chips[period]

    def set_today(self, today: date) -> None:
        """The day may have changed since the page was built; the next `days` follow it."""
        self._today = today

    def days(self) -> Bounds | None:
        """First and last day to count; `None` while what is typed cannot be, which the row then says."""
        if self.period is not Period.CHOSEN:
            return bounds(self.period, self._today)
        try:
            since, until = self.since.value(), self.until.value()
        except InputError as error:
            self._tell(expected(error.allowed))
            return None
        if since is not None and until is not None and until < since:
            self._tell(tr("Le dernier jour précède le premier."))
            mark_invalid(self.until, True)
            return None
        mark_invalid(self.until, False)
        self._tell("")
        return since, until

    @property
    def wrong(self) -> str:
        """What cannot be in the fields; empty when all is well."""
        return self._wrong.text()

    def _toggled(self, _: object, on: bool) -> None:
        if on:
            reveal(self._days, self.period is Period.CHOSEN)
            if self.period is Period.CHOSEN:
                self.since.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()

    def _typed(self) -> None:
        if self.period is Period.CHOSEN and self.days() is not None:
            self.changed.emit()

    def _tell(self, text: str) -> None:
        self._wrong.setText(text)
