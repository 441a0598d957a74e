"""The figures of support over a period, as the screen, the PDF and the command show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.records import InterventionKind
from app.domain.satisfaction import Satisfaction


@dataclass(frozen=True)
class StatisticsQuery:
    """Which interventions count: those that ended from `since` to `until` (both days included; none: no bound)."""

    since: date | None = None
    until: date | None = None
    site_id: UUID | None = None


@dataclass(frozen=True)
class Share:
    """The figures of one kind of intervention or one technician; shares from 0 to 1, none where there is nothing to divide."""

    name: str
    kind: InterventionKind | None
    interventions: int
    ratings: int
    great: int
    neutral: int
    poor: int
    top_share: float | None
    response_rate: float | None


@dataclass(frozen=True)
class Waits:
    """First answers of a month by the minutes of open support that were waited: up to 10, 30, 60, 120, 240, and more."""

    month: date
    within: tuple[int, int, int, int, int, int]
    mean_minutes: float | None


@dataclass(frozen=True)
class SupportFigures:
    """Everything on the statistics screen.

    Attributes:
        satisfaction: totals, shares and months.
        by_kind: phone, remote, on site, in that order; only those that occur.
        by_technician: most interventions first.
        waits: the months of `satisfaction.by_month` that have first answers.
        first, last: the days of the first and the last intervention of the office, whatever the period; none without any.
    """

    query: StatisticsQuery
    satisfaction: Satisfaction
    by_kind: tuple[Share, ...]
    by_technician: tuple[Share, ...]
    waits: tuple[Waits, ...]
    first: date | None
    last: date | None
