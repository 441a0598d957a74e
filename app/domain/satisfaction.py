"""What ratings say: the share of top ratings and the response rate, in all and by month.

Source: GestiClean support offer, "Données statistiques" and "Comment fonctionne l'évaluation de notre service ?".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.domain.calendars import add_months, months_between
from app.domain.errors import InputError
from app.domain.explain import Explanation
from app.domain.offer_text import share
from app.domain.records import RatingValue
from app.domain.text import Text, msg

#: What each smiley is worth where ratings are exchanged with Odoo.
ODOO_VALUES: Mapping[RatingValue, int] = {RatingValue.GREAT: 5, RatingValue.NEUTRAL: 3, RatingValue.POOR: 1}
SMILEYS: Mapping[RatingValue, str] = {RatingValue.GREAT: "😀", RatingValue.NEUTRAL: "😐", RatingValue.POOR: "☹️"}

_TENTH_OF_PERCENT = Decimal("0.001")
_TOP = msg("Très bons avis")
_RESPONSE = msg("Taux de réponse")


@dataclass(frozen=True)
class MonthFigures:
    """A month: the interventions closed in it, and the ratings of those interventions, whenever they were given.

    Attributes:
        month: its first day.
        apart: those of the ratings that judge no intervention, as a request may be solved without any: given in this month.
    """

    month: date
    interventions: int = 0
    great: int = 0
    neutral: int = 0
    poor: int = 0
    apart: int = 0

    @property
    def ratings(self) -> int:
        """All ratings."""
        return self.great + self.neutral + self.poor

    @property
    def rated(self) -> int:
        """The interventions that have a rating."""
        return self.ratings - self.apart


@dataclass(frozen=True)
class Satisfaction:
    """Ratings over a period.

    Attributes:
        top: ratings with the best smiley.
        top_share: `top` ÷ ratings, from 0 to 1; None without ratings.
        rated: the interventions that have a rating; ratings that judge none are not among them.
        response_rate: `rated` ÷ interventions, from 0 to 1; None without interventions.
        by_month: every month from the first to the last that has figures, those without any included.
        why: the rules and the divisions.
    """

    interventions: int
    ratings: int
    rated: int
    top: int
    top_share: float | None
    response_rate: float | None
    by_month: tuple[MonthFigures, ...]
    why: Explanation = field(compare=False)


def odoo_value(rating: RatingValue) -> int:
    """What Odoo calls a rating: 5, 3 or 1."""
    return ODOO_VALUES[rating]


def from_odoo(value: int) -> RatingValue:
    """The smiley of a rating from Odoo.

    Raises:
        InputError: neither 5, 3 nor 1.
    """
    for rating, known in ODOO_VALUES.items():
        if value == known:
            return rating
    raise InputError("rating", value, msg("5, 3 ou 1"))


def satisfaction(figures: Iterable[MonthFigures]) -> Satisfaction:
    """The statistics of months in any order; a month that comes more than once is added up.

    Raises:
        InputError: a negative number, or more ratings than there is to rate.
    """
    months: dict[date, MonthFigures] = {}
    for each in figures:
        month = each.month.replace(day=1)
        known = months.get(month, MonthFigures(month))
        months[month] = _sum(month, (known, _checked(each)))
    total = _sum(date.min, months.values())
    top_share = total.great / total.ratings if total.ratings else None
    response_rate = total.rated / total.interventions if total.interventions else None
    return Satisfaction(
        interventions=total.interventions,
        ratings=total.ratings,
        rated=total.rated,
        top=total.great,
        top_share=top_share,
        response_rate=response_rate,
        by_month=_without_gaps(months),
        why=_why(total),
    )


def _checked(figures: MonthFigures) -> MonthFigures:
    for name in ("interventions", "great", "neutral", "poor", "apart"):
        value: int = getattr(figures, name)
        if value < 0:
            raise InputError(name, value, msg("au moins {least}", least=0))
    if figures.apart > figures.ratings:
        raise InputError("apart", figures.apart, msg("au plus {most}", most=figures.ratings))
    if figures.rated > figures.interventions:
        raise InputError("interventions", figures.interventions, msg("au moins {least}", least=figures.rated))
    return figures


def _sum(month: date, figures: Iterable[MonthFigures]) -> MonthFigures:
    interventions = great = neutral = poor = apart = 0
    for each in figures:
        interventions += each.interventions
        great += each.great
        neutral += each.neutral
        poor += each.poor
        apart += each.apart
    return MonthFigures(month, interventions, great, neutral, poor, apart)


def _without_gaps(months: Mapping[date, MonthFigures]) -> tuple[MonthFigures, ...]:
    if not months:
        return ()
    first, last = min(months), max(months)
    every = (add_months(first, step) for step in range(months_between(first, last) + 1))
    return tuple(months.get(month, MonthFigures(month)) for month in every)


def _why(total: MonthFigures) -> Explanation:
    rule = msg(
        "La part de très bons avis est leur nombre divisé par celui des avis\u202f; le taux de réponse, les interventions notées divisées par les interventions."
    )
    inputs: tuple[tuple[Text, object], ...] = (
        (msg("Interventions"), total.interventions),
        (msg("Avis"), total.ratings),
        (_TOP, total.great),
        (msg("Interventions notées"), total.rated),
    )
    return Explanation(rule, inputs, (_quotient(_TOP, total.great, total.ratings), _quotient(_RESPONSE, total.rated, total.interventions)))


def _quotient(name: Text, part: int, whole: int) -> Text:
    if not whole:
        return msg("{name}\u00a0: pas encore de chiffre.", name=name)
    exact = (Decimal(part) / Decimal(whole)).quantize(_TENTH_OF_PERCENT)
    return msg("{name}\u00a0: {part} ÷ {whole} = {share}", name=name, part=part, whole=whole, share=share(exact))
