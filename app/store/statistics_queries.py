"""The figures of support over a period, in milliseconds however many interventions there are.

Whole months come from `support_month`, which triggers keep. The months that a period only touches are counted from the interventions
themselves, along the index of their ends; where more than half of the month counts, what does not count is taken off the whole instead.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from operator import add
from sqlite3 import Connection
from typing import TypeVar
from uuid import UUID

from app.domain.formatting import PARIS
from app.domain.records import InterventionKind, RatingValue
from app.domain.satisfaction import MonthFigures, satisfaction
from app.domain.validation import FIRST_DAY, LAST_DAY
from app.domain.values.statistics import Share, StatisticsQuery, SupportFigures, Waits

_WAITED = ("waited_10", "waited_30", "waited_60", "waited_120", "waited_240", "waited_more")
_COUNTS = ("interventions", "great", "neutral", "poor", *_WAITED, "waited_sum")
_SUMS = ", ".join(f"sum({name})" for name in _COUNTS)
_BETWEEN = "i.waited_minutes > {low} AND i.waited_minutes <= {high}"
#: What `_COUNTS` are of the interventions `i` and their ratings `r`, an intervention having at most one.
_COUNTED = ", ".join(
    (
        "count(*)",
        *(f"coalesce(sum(r.value = '{value.value}'), 0)" for value in RatingValue),
        "coalesce(sum(i.waited_minutes <= 10), 0)",
        *(f"coalesce(sum({_BETWEEN.format(low=low, high=high)}), 0)" for low, high in ((10, 30), (30, 60), (60, 120), (120, 240))),
        "coalesce(sum(i.waited_minutes > 240), 0)",
        "coalesce(sum(i.waited_minutes), 0)",
    )
)

_Counts = tuple[int, ...]
_NOTHING: _Counts = (0,) * len(_COUNTS)
#: A month as the table names it, a kind and a technician; kind and technician are empty for ratings that judge no intervention.
_Place = tuple[str, str, str]
_Key = TypeVar("_Key")


@dataclass(frozen=True)
class _Period:
    """What a query asks for, cut up.

    Attributes:
        first, last: the whole months, as the table names them; `last` before `first` for none. None: no bound.
        parts: the days of the months that the period touches without holding them.
    """

    first: str | None
    last: str | None
    parts: tuple[_Part, ...]


@dataclass(frozen=True)
class _Part:
    """Some days of one month, the first and the last included."""

    first: date
    last: date

    @property
    def month(self) -> str:
        return f"{self.first:%Y-%m}"

    @property
    def is_most(self) -> bool:
        """Whether it is quicker to count the rest of the month: more than half of it counts, from its first day or to its last."""
        begin, end = _month_of(self.first)
        at_an_end = self.first == begin or self.last == end
        return at_an_end and ((self.last - self.first).days + 1) * 2 > end.day

    @property
    def rest(self) -> _Part:
        """The other days of the month, where the part is at one end of it."""
        begin, end = _month_of(self.first)
        return _Part(self.last + timedelta(days=1), end) if self.first == begin else _Part(begin, self.first - timedelta(days=1))


@dataclass
class _Sums:
    """What was counted so far, by month, kind and technician. `apart` are the ratings of a month that judge no intervention."""

    by_month: dict[str, _Counts] = field(default_factory=dict)
    by_kind: dict[str, _Counts] = field(default_factory=dict)
    by_technician: dict[str, _Counts] = field(default_factory=dict)
    apart: dict[str, int] = field(default_factory=dict)

    def add(self, place: _Place, counts: _Counts) -> None:
        """Count what was found at a place."""
        month, kind, technician = place
        _merge(self.by_month, ((month, counts),))
        if kind:
            _merge(self.by_kind, ((kind, counts),))
            _merge(self.by_technician, ((technician, counts),))
        else:
            self.apart[month] = self.apart.get(month, 0) + sum(counts[1:4])


def figures(connection: Connection, query: StatisticsQuery) -> SupportFigures:
    """The figures of the interventions that ended in the period of `query`, of one site or of all; exact to the day in Paris.

    `Share.name` is the value of the kind, or the technician's name as it was entered, which may be empty. Ratings that judge no
    intervention count in the totals and in the month they were given in, for no kind, technician or site.

    Thread: the one that `connection` belongs to.
    """
    sums = _counted(connection, query)
    by_month, by_kind, by_technician = (_without_nothing(found) for found in (sums.by_month, sums.by_kind, sums.by_technician))
    first, last = _ends(connection)
    named = sorted(by_technician.items(), key=lambda each: (-each[1][0], each[0].casefold(), each[0]))
    return SupportFigures(
        query=query,
        satisfaction=satisfaction(_figures_of(month, counts, sums.apart.get(month, 0)) for month, counts in by_month.items()),
        by_kind=tuple(_share(kind.value, kind, by_kind[kind.value]) for kind in InterventionKind if kind.value in by_kind),
        by_technician=tuple(_share(name, None, counts) for name, counts in named),
        waits=tuple(_waits(month, counts) for month, counts in sorted(by_month.items()) if any(counts[4:10])),
        first=first,
        last=last,
    )


def names(connection: Connection, site_id: UUID | None) -> tuple[str, str]:
    """The company's name and the site's; empty where there is none."""
    office = connection.execute("SELECT name FROM organisation WHERE deleted_at IS NULL ORDER BY id LIMIT 1").fetchone()
    site = connection.execute("SELECT name FROM site WHERE id = ?", (site_id.hex,)).fetchone() if site_id else None
    return office[0] if office else "", site[0] if site else ""


def _counted(connection: Connection, query: StatisticsQuery) -> _Sums:
    since, until = _bounds(query)
    if since is not None and until is not None and since > until:
        return _Sums()
    period, site = _cut(since, until), query.site_id.hex if query.site_id else None
    sums = _whole_months(connection, period, site)
    for part in period.parts:
        for place, counts in _days(connection, part, site).items():
            sums.add(place, counts)
    return sums


def _bounds(query: StatisticsQuery) -> tuple[date | None, date | None]:
    """The bounds that leave anything out: no record is older or newer than the days the program accepts."""
    since = query.since if query.since and query.since > FIRST_DAY else None
    until = query.until if query.until and query.until < LAST_DAY else None
    return since, until


def _cut(since: date | None, until: date | None) -> _Period:
    parts: list[_Part] = []
    first = last = None
    if since is not None:
        begin, end = _month_of(since)
        if since > begin:
            parts.append(_Part(since, min(end, until or end)))
            begin = end + timedelta(days=1)
        first = f"{begin:%Y-%m}"
    if until is not None:
        begin, end = _month_of(until)
        if until < end:
            if not parts or parts[0].last < until:
                parts.append(_Part(begin, until))
            end = begin - timedelta(days=1)
        last = f"{end:%Y-%m}"
    return _Period(first, last, tuple(parts))


def _month_of(day: date) -> tuple[date, date]:
    return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _whole_months(connection: Connection, period: _Period, site: str | None) -> _Sums:
    if period.first is not None and period.last is not None and period.first > period.last:
        return _Sums()
    values = (period.first or "", period.last or "9999-12", *([site] if site else []))
    found: list[dict[str, _Counts]] = []
    for column, condition in (("month", ""), ("kind", " AND kind <> ''"), ("technician", " AND kind <> ''")):
        rows = connection.execute(
            f"SELECT {column}, {_SUMS} FROM support_month WHERE month >= ? AND month <= ?{condition}{_of_site('site', site)} GROUP BY {column}",
            values,
        )
        found.append({row[0]: tuple(row)[1:] for row in rows})
    lone = connection.execute(
        f"SELECT month, sum(great + neutral + poor) FROM support_month WHERE month >= ? AND month <= ? AND kind = ''{_of_site('site', site)}"
        " GROUP BY month",
        values,
    )
    by_month, by_kind, by_technician = found
    return _Sums(by_month, by_kind, by_technician, {row[0]: row[1] for row in lone})


def _days(connection: Connection, part: _Part, site: str | None) -> dict[_Place, _Counts]:
    if not part.is_most:
        return _walked(connection, part, site)
    rows = connection.execute(
        f"SELECT month, kind, technician, {_SUMS} FROM support_month WHERE month = ?{_of_site('site', site)} GROUP BY month, kind, technician",
        (part.month, *([site] if site else [])),
    )
    found = {(row[0], row[1], row[2]): tuple(row)[3:] for row in rows}
    _merge(found, ((place, tuple(-count for count in counts)) for place, counts in _walked(connection, part.rest, site).items()))
    return found


def _walked(connection: Connection, part: _Part, site: str | None) -> dict[_Place, _Counts]:
    """The days of `part`, intervention by intervention."""
    values = (_kept(part.first), _kept(part.last + timedelta(days=1)), *([site] if site else []))
    rows = connection.execute(
        f"SELECT i.kind, i.technician, {_COUNTED} FROM intervention i LEFT JOIN rating r ON r.intervention_id = i.id"
        f" AND r.deleted_at IS NULL WHERE i.ended_at >= ? AND i.ended_at < ? AND i.deleted_at IS NULL{_of_site('i.site_id', site)}"
        " GROUP BY i.kind, i.technician",
        values,
    )
    found = {(part.month, row[0], row[1]): tuple(row)[2:] for row in rows}
    if site is None:
        _merge(found, (((part.month, "", ""), (0, *_lone_ratings(connection, part), *_NOTHING[4:])),))
    return found


def _lone_ratings(connection: Connection, part: _Part) -> tuple[int, int, int]:
    """The ratings by value, best first, that judge no intervention that counts: the month says how many there are to be found."""
    begin, end = _month_of(part.first)
    expected = connection.execute(
        "SELECT coalesce(sum(great + neutral + poor), 0) FROM support_month WHERE month = ? AND kind = ''", (part.month,)
    ).fetchone()[0]
    if not expected:
        return 0, 0, 0
    given = "SELECT r.rated_at, r.value FROM rating r {join} WHERE r.rated_at >= ? AND r.rated_at < ? AND r.deleted_at IS NULL AND {lone}"
    month = (_kept(begin), _kept(end + timedelta(days=1)))
    rows = connection.execute(given.format(join="", lone="r.intervention_id IS NULL"), month).fetchall()
    if len(rows) != expected:  # some judge an intervention that was deleted: only reading all ratings finds them
        join = "LEFT JOIN intervention i ON i.id = r.intervention_id"
        lone = "(i.id IS NULL OR i.ended_at IS NULL OR i.deleted_at IS NOT NULL)"
        rows = connection.execute(given.format(join=join, lone=lone), month).fetchall()
    first, after = _kept(part.first), _kept(part.last + timedelta(days=1))
    values = [row[1] for row in rows if first <= row[0] < after]
    great, neutral, poor = (values.count(value.value) for value in RatingValue)
    return great, neutral, poor


def _of_site(column: str, site: str | None) -> str:
    return f" AND {column} = ?" if site else ""


def _kept(day: date) -> str:
    """The first moment of a day in Paris as the database keeps moments."""
    return datetime.combine(day, time(), PARIS).astimezone(UTC).isoformat(timespec="microseconds")


def _merge(into: dict[_Key, _Counts], more: Iterable[tuple[_Key, _Counts]]) -> None:
    for key, counts in more:
        into[key] = tuple(map(add, into.get(key, _NOTHING), counts))


def _without_nothing(found: dict[str, _Counts]) -> dict[str, _Counts]:
    """What was deleted again leaves rows of zeros.

    Before 1996 the triggers place the hours around the end of a month by the summer time of today, unlike the bounds of a period: such
    work is not recorded any more, but a file may hold some. Less than nothing is nothing.
    """
    whole = {name: tuple(max(0, count) for count in counts) for name, counts in found.items()}
    return {name: counts for name, counts in whole.items() if any(counts)}


def _day(month: str) -> date:
    return date(int(month[:4]), int(month[5:]), 1)


def _figures_of(month: str, counts: _Counts, apart: int) -> MonthFigures:
    interventions, great, neutral, poor = counts[:4]
    ratings = great + neutral + poor
    apart = min(max(0, apart), ratings)
    return MonthFigures(_day(month), max(interventions, ratings - apart), great, neutral, poor, apart)


def _share(name: str, kind: InterventionKind | None, counts: _Counts) -> Share:
    interventions, great, neutral, poor = counts[:4]
    ratings = great + neutral + poor
    top, answered = great / ratings if ratings else None, ratings / interventions if interventions else None
    return Share(name, kind, interventions, ratings, great, neutral, poor, top, answered)


def _waits(month: str, counts: _Counts) -> Waits:
    ten, thirty, hour, two_hours, four_hours, more = counts[4:10]
    return Waits(_day(month), (ten, thirty, hour, two_hours, four_hours, more), counts[10] / sum(counts[4:10]))


def _ends(connection: Connection) -> tuple[date | None, date | None]:
    """The days in Paris of the first and the last intervention that ended."""
    ends: list[date | None] = []
    for direction in ("ASC", "DESC"):
        row = connection.execute(
            f"SELECT ended_at FROM intervention WHERE ended_at IS NOT NULL AND deleted_at IS NULL ORDER BY ended_at {direction} LIMIT 1"
        ).fetchone()
        ends.append(datetime.fromisoformat(row[0]).astimezone(PARIS).date() if row else None)
    return ends[0], ends[1]
