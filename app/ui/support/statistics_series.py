"""What the pictures of the statistics show, in words and numbers: no widget, no drawing.

Thread: any, in the language in use.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.domain import formatting
from app.domain.records import RatingValue, label
from app.domain.text import language, tr, trn

if TYPE_CHECKING:
    from app.domain.satisfaction import MonthFigures
    from app.domain.values.statistics import SupportFigures, Waits

NOTHING = "–"
_SHORT = {
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(),
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
}
_STEPS = (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20)
BANDS = 6


@dataclass(frozen=True)
class Series:
    """One colour of the stacks, from the lowest up.

    Attributes:
        name: in the legend.
        values: one a month.
        total: what the legend says beside the name.
        rating: whose smiley stands in the legend; none for waiting times.
        band: how far the series is on the way from the first to the last colour, 0 to 1, where it is no rating.
    """

    name: str
    values: tuple[float, ...]
    total: str
    rating: RatingValue | None = None
    band: float = 0.0


@dataclass(frozen=True)
class Picture:
    """Stacked bars by month.

    Attributes:
        name: for screen readers.
        months: their first days, without gaps.
        words: what is said about each month.
        shares: the stacks are parts of 1 and the axis counts percent.
    """

    name: str
    months: tuple[date, ...]
    series: tuple[Series, ...]
    words: tuple[str, ...]
    shares: bool = False

    @property
    def heights(self) -> tuple[float, ...]:
        """How high each month's stack is."""
        return tuple(sum(values) for values in zip(*(each.values for each in self.series), strict=True))

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(self.heights)


def ratings_picture(figures: SupportFigures) -> Picture:
    """The smileys of every month."""
    months = figures.satisfaction.by_month
    counts = {value: tuple(float(of_rating(each, value)) for each in months) for value in RatingValue}
    return Picture(
        name=tr("Avis par mois"),
        months=tuple(each.month for each in months),
        series=tuple(
            Series(label(value).render(), counts[value], formatting.integer(int(sum(counts[value])), language()), value)
            for value in RatingValue
        ),
        words=tuple(month_words(each) for each in months),
    )


def waits_picture(figures: SupportFigures) -> Picture:
    """How long the first answers of every month took, as shares. A month without first answers has no bar."""
    known = {each.month: each for each in figures.waits}
    months = tuple(each.month for each in figures.satisfaction.by_month)
    waits = [known.get(month) for month in months]
    totals = band_totals(figures)
    answers = sum(totals)
    return Picture(
        name=tr("Attente avant la première réponse, par mois"),
        months=months,
        series=tuple(
            Series(
                name,
                tuple(each.within[band] / sum(each.within) if each else 0.0 for each in waits),
                percent(totals[band] / answers if answers else None),
                band=band / (BANDS - 1),
            )
            for band, name in enumerate(band_names())
        ),
        words=tuple(wait_words(month, each) for month, each in zip(months, waits, strict=True)),
        shares=True,
    )


def of_rating(month: MonthFigures, value: RatingValue) -> int:
    """How often a month had that smiley."""
    return {RatingValue.GREAT: month.great, RatingValue.NEUTRAL: month.neutral, RatingValue.POOR: month.poor}[value]


def band_names() -> tuple[str, ...]:
    """The waiting times, as short as a column's head."""
    return (tr("≤ 10 min"), tr("≤ 30 min"), tr("≤ 1 h"), tr("≤ 2 h"), tr("≤ 4 h"), tr("> 4 h"))


def band_totals(figures: SupportFigures) -> tuple[int, ...]:
    """First answers of the whole period by waiting time."""
    return tuple(sum(each.within[band] for each in figures.waits) for band in range(BANDS))


def mean_wait(figures: SupportFigures) -> float | None:
    """The mean of the whole period in minutes of open support; none without first answers."""
    counted = [(sum(each.within), each.mean_minutes) for each in figures.waits if each.mean_minutes is not None]
    answers = sum(count for count, _ in counted)
    return sum(count * mean for count, mean in counted) / answers if answers else None


# Words ---------------------------------------------------------------------------------------------------------------------------------


def percent(share: float | None) -> str:
    """A share in percent; a dash where there is none. What there is a little of is not shown as nothing."""
    if share is None:
        return NOTHING
    if 0 < share < 0.005:
        return f"<\u202f{formatting.percent(0.01, language())}"
    return formatting.percent(share, language())


def minutes(value: float | None) -> str:
    """`23 min`, `2 h 05`; a dash where there is none."""
    if value is None:
        return NOTHING
    whole = round(value)
    if whole < 60:
        return tr("{n}\u00a0min", n=whole)
    return tr("{hours}\u00a0h\u00a0{minutes}", hours=whole // 60, minutes=f"{whole % 60:02d}")


def month_name(month: date) -> str:
    """`novembre 2026`."""
    return formatting.month_year(month, language())


def short_month(month: date) -> str:
    """`nov. 26`."""
    return f"{_SHORT[language()][month.month - 1]}\u00a0{month:%y}"


def month_words(month: MonthFigures) -> str:
    """Everything about the ratings of a month, a line each."""
    worked = trn("{n} intervention", "{n} interventions", month.interventions)
    rated = trn("{n}\u00a0avis", "{n} avis", month.ratings)
    lines = [month_name(month.month), tr("{worked}, {rated}", worked=worked, rated=rated)]
    for value in RatingValue:
        count = of_rating(month, value)
        if count:
            lines.append(_counted(label(value).render(), count, month.ratings))
    return "\n".join(lines)


def wait_words(month: date, waits: Waits | None) -> str:
    """Everything about the first answers of a month, a line each."""
    if waits is None:
        return "\n".join((month_name(month), tr("Aucune première réponse")))
    answers = sum(waits.within)
    lines = [
        month_name(month),
        tr("Attente moyenne\u00a0: {mean}", mean=minutes(waits.mean_minutes)),
        trn("{n} première réponse", "{n} premières réponses", answers),
    ]
    lines += [_counted(name, count, answers) for name, count in zip(band_names(), waits.within, strict=True) if count]
    return "\n".join(lines)


def _counted(name: str, count: int, of: int) -> str:
    return tr("{name}\u00a0: {count} ({share})", name=name, count=count, share=percent(count / of))


# Axes ----------------------------------------------------------------------------------------------------------------------------------


def month_ticks(months: Sequence[date], room: float, measure: Callable[[str], float], gap: float = 10) -> list[tuple[int, str]]:
    """Which months are written below the bars, and how: as many as `room` pixels for all of them hold, years alone where it is little.

    `measure`: how wide a text is in the same pixels.
    """
    if not months:
        return []
    slot = room / len(months)
    widest = max(measure(short_month(date(2000, month, 28))) for month in range(1, 13)) + gap
    for step in _STEPS:
        if slot * step >= widest:
            return [(number, short_month(month)) for number, month in enumerate(months) if (month.month - 1) % step == 0]
    year = measure("2000") + gap
    step = next((each for each in _YEARS if slot * 12 * each >= year), _YEARS[-1])
    return [(number, str(month.year)) for number, month in enumerate(months) if month.month == 1 and month.year % step == 0]


def count_ticks(highest: float, at_most: int = 4) -> tuple[float, list[tuple[float, str]]]:
    """The top of an axis of counts and its lines: at most `at_most` whole steps of 1, 2 or 5 times a power of ten."""
    step = next(factor * 10**power for power in range(12) for factor in (1, 2, 5) if highest <= factor * 10**power * at_most)
    top = max(step, -int(-highest // step) * step)
    return float(top), [(float(at), formatting.integer(at, language())) for at in range(0, top + 1, step)]


def share_ticks() -> tuple[float, list[tuple[float, str]]]:
    """The axis of shares."""
    return 1.0, [(at / 4, percent(at / 4)) for at in range(5)]
