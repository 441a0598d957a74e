"""What the page of statistics says: the figures, gathered into as many steps of time as one page can hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.calendars import add_months, months_between
from app.domain.satisfaction import MonthFigures
from app.domain.text import Text, msg
from app.domain.values.statistics import SupportFigures, Waits

MOST_STEPS = 28
#: Months in a step: a month, a quarter, a year, and for the life of an office, some years.
_STEPS = (1, 3, 12, 24, 60, 120, 240)
SHORT_MONTHS: Mapping[str, tuple[str, ...]] = {
    "fr": tuple("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split()),
    "en": tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()),
}
#: First answers within so many minutes; the rest is longer.
WITHIN = (10, 30, 60, 120, 240)


@dataclass(frozen=True)
class StatisticsDocument:
    """A page of statistics, ready to be drawn.

    Attributes:
        language: "fr" or "en".
        issued_on: the document's own date; also its creation date in the PDF, so that equal input gives equal bytes.
        office: the company's name; may be empty.
        site_name: the site that is counted; empty for all.
    """

    language: str
    issued_on: date
    office: str
    site_name: str
    figures: SupportFigures


@dataclass(frozen=True)
class Step:
    """The figures of a month, a quarter or some years.

    Attributes:
        first: its first day.
        months: how many months it has.
        within: first answers by how long was waited, as in `Waits`; all zero without any.
        mean_minutes: open minutes waited on average; none without first answers.
    """

    first: date
    months: int
    interventions: int
    great: int
    neutral: int
    poor: int
    within: tuple[int, ...]
    mean_minutes: float | None

    @property
    def ratings(self) -> int:
        """All ratings."""
        return self.great + self.neutral + self.poor

    def short(self, language: str) -> str:
        """Its name below a bar; its year stands below it, where it has one (`year`)."""
        if self.months == 1:
            return SHORT_MONTHS[language][self.first.month - 1]
        if self.months == 3:
            return msg("T{n}", n=str((self.first.month + 2) // 3)).render(language)
        return self._years()

    def name(self, language: str) -> str:
        """Its name in a table."""
        return self._years() if self.months >= 12 else f"{self.short(language)} {self.first.year}"

    def _years(self) -> str:
        last = self.first.year + self.months // 12 - 1
        return str(self.first.year) if last == self.first.year else f"{self.first.year}–{last}"


def steps(figures: SupportFigures) -> tuple[Step, ...]:
    """The months of the figures, gathered by the shortest step that makes at most `MOST_STEPS`."""
    months = figures.satisfaction.by_month
    if not months:
        return ()
    first, last = months[0].month, months[-1].month
    size = next((size for size in _STEPS if _count(first, last, size) <= MOST_STEPS), _STEPS[-1])
    waits = {each.month: each for each in figures.waits}
    begin, found = _begin(first, size), []
    for place in range(_count(first, last, size)):
        start, end = add_months(begin, place * size), add_months(begin, (place + 1) * size)
        inside = [month for month in months if start <= month.month < end]
        found.append(_step(start, size, inside, [waits[month.month] for month in inside if month.month in waits]))
    return tuple(found)


def step_name(months: int) -> Text:
    """What a step is called over a column."""
    return {1: msg("Mois"), 3: msg("Trimestre"), 12: msg("Année")}.get(months, msg("Années"))


def _begin(first: date, size: int) -> date:
    months = first.year * 12 + first.month - 1
    year, month = divmod(months - months % size, 12)
    return date(max(1, year), month + 1, 1)


def _count(first: date, last: date, size: int) -> int:
    return months_between(_begin(first, size), last) // size + 1


def _step(first: date, size: int, months: Iterable[MonthFigures], waits: Iterable[Waits]) -> Step:
    totals = [0, 0, 0, 0]
    for month in months:
        for place, count in enumerate((month.interventions, month.great, month.neutral, month.poor)):
            totals[place] += count
    within, minutes = add_waits(waits)
    answers = sum(within)
    return Step(first, size, totals[0], totals[1], totals[2], totals[3], within, minutes / answers if answers else None)


def add_waits(waits: Iterable[Waits]) -> tuple[tuple[int, ...], float]:
    """First answers by how long was waited, and the minutes waited in all."""
    within, minutes = [0] * (len(WITHIN) + 1), 0.0
    for each in waits:
        within = [one + other for one, other in zip(within, each.within, strict=True)]
        minutes += (each.mean_minutes or 0.0) * sum(each.within)
    return tuple(within), minutes
