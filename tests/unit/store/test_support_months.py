"""The months that triggers keep say what a recount in Python says, whatever is added, changed, deleted or restored."""

from __future__ import annotations

import calendar
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.formatting import PARIS
from app.domain.records import InterventionKind, RatingValue
from app.domain.satisfaction import MonthFigures
from app.domain.values.statistics import StatisticsQuery
from app.store.connection import connect
from app.store.database import FILE_NAME, migrate
from app.store.migrations.runner import upgrade
from app.store.statistics_queries import figures
from app.store.support_queries import unrated

COLUMNS = "interventions great neutral poor waited_10 waited_30 waited_60 waited_120 waited_240 waited_more waited_sum".split()
SITES = ("1" * 32, "2" * 32)
TECHNICIANS = ("Nadège R.", "Thibault C.", "")
WAITS = (None, 0, 10, 11, 30, 60, 61, 120, 240, 241)


def kept(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def turns(year: int) -> list[datetime]:
    """When summer time begins and ends, by the zone itself."""
    found = []
    hour = datetime(year, 1, 1, tzinfo=UTC)
    while hour.year == year:
        after = hour + timedelta(hours=1)
        if hour.astimezone(PARIS).utcoffset() != after.astimezone(PARIS).utcoffset():
            found.append(after)
        hour = after
    return found


def edges() -> list[datetime]:
    """Moments around the ends of months in Paris and around the changes of the hour, 2019 to 2030."""
    found = [moment for year in range(2019, 2031) for moment in turns(year)]
    found += [datetime(year, month, 1, tzinfo=PARIS).astimezone(UTC) for year in range(2019, 2031) for month in range(1, 13)]
    return found


MOMENTS = st.one_of(
    st.datetimes(datetime(2019, 1, 1), datetime(2030, 12, 31), timezones=st.just(UTC)),
    st.builds(
        lambda edge, seconds, micros: edge + timedelta(seconds=seconds, microseconds=micros),
        st.sampled_from(edges()),
        st.sampled_from((-7200, -3601, -3600, -1, 0, 1, 3599, 3600)),
        st.sampled_from((0, 1, 499_999, 999_499, 999_500, 999_999)),
    ),
)
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "ended_at": st.none() | MOMENTS,
        "kind": st.sampled_from(list(InterventionKind)),
        "technician": st.sampled_from(TECHNICIANS),
        "site_id": st.none() | st.sampled_from(SITES),
        "waited_minutes": st.sampled_from(WAITS),
        "deleted_at": st.none() | MOMENTS,
        "report": st.text("ab", max_size=3),
    },
)
RATING_CHANGES = st.fixed_dictionaries(
    {},
    optional={"value": st.sampled_from(list(RatingValue)), "rated_at": MOMENTS, "deleted_at": st.none() | MOMENTS, "comment": st.just("x")},
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.just(0), CHANGES),
        st.tuples(st.just("change"), st.integers(0, 9), CHANGES),
        st.tuples(st.just("remove"), st.integers(0, 9), st.just({})),
        st.tuples(st.just("rate"), st.integers(0, 9), RATING_CHANGES),
        st.tuples(st.just("rate alone"), st.just(0), RATING_CHANGES),
        st.tuples(st.just("change rating"), st.integers(0, 9), RATING_CHANGES),
        st.tuples(st.just("remove rating"), st.integers(0, 9), st.just({})),
    ),
    min_size=1,
    max_size=25,
)


class Desk:
    """The tables themselves, as the store and a server's changes write them, and the same rows in Python."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.interventions: dict[str, dict[str, Any]] = {}
        self.ratings: dict[str, dict[str, Any]] = {}
        self._made = kept(datetime(2026, 1, 1, tzinfo=UTC))

    def clear(self) -> None:
        for table in ("rating", "intervention", "support_request"):
            self.connection.execute(f"DELETE FROM {table}")
        self.interventions.clear()
        self.ratings.clear()

    def request(self) -> str:
        found = uuid4().hex
        row = {"id": found, "number": found, "subject": "x", "urgency": "question", "opened_at": self._made}
        self._insert("support_request", {**row, "description": "", "channel": "app", "status": "new"})
        return found

    def step(self, what: str, place: int, values: dict[str, Any]) -> None:
        if what == "add":
            self._add(values)
        elif what in ("rate", "rate alone"):
            self._rate(values, alone=what == "rate alone", place=place)
        else:
            table, rows = ("rating", self.ratings) if what.endswith("rating") else ("intervention", self.interventions)
            if rows:
                self._touch(table, rows, list(rows)[place % len(rows)], None if what.startswith("remove") else values)

    def _add(self, values: dict[str, Any]) -> None:
        row: dict[str, Any] = {"id": uuid4().hex, "request_id": self.request(), "kind": InterventionKind.PHONE, "technician": ""}
        row |= {"site_id": None, "started_at": datetime(2026, 1, 1, tzinfo=UTC), "ended_at": None, "report": "", "minutes": 5}
        row |= {"waited_minutes": None, "deleted_at": None, **values}
        self._insert("intervention", row)
        self.interventions[row["id"]] = row

    def _rate(self, values: dict[str, Any], *, alone: bool, place: int) -> None:
        rated = {row["intervention_id"] for row in self.ratings.values()}
        free = [row for row in self.interventions.values() if row["id"] not in rated]
        work = None if alone or not free else free[place % len(free)]
        row: dict[str, Any] = {"id": uuid4().hex, "request_id": work["request_id"] if work else self.request()}
        row |= {"intervention_id": work["id"] if work else None, "value": RatingValue.GREAT, "comment": "", "origin": "app"}
        row |= {"rated_at": datetime(2026, 1, 1, tzinfo=UTC), "deleted_at": None, **values}
        self._insert("rating", row)
        self.ratings[row["id"]] = row

    def _touch(self, table: str, rows: dict[str, dict[str, Any]], row_id: str, values: dict[str, Any] | None) -> None:
        if values is None:
            if table == "intervention" and any(row["intervention_id"] == row_id for row in self.ratings.values()):
                return  # a foreign key keeps it
            self.connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
            del rows[row_id]
        elif values:
            rows[row_id] |= values
            names = ", ".join(f"{name} = ?" for name in values)
            self.connection.execute(f"UPDATE {table} SET {names} WHERE id = ?", (*map(bound, values.values()), row_id))

    def _insert(self, table: str, row: dict[str, Any]) -> None:
        full = {**row, "created_at": self._made, "updated_at": self._made}
        names, holes = ", ".join(full), ", ".join("?" * len(full))
        self.connection.execute(f"INSERT INTO {table} ({names}) VALUES ({holes})", tuple(map(bound, full.values())))

    def places(self) -> dict[tuple[str, str, str, str], Counter[str]]:
        """The recount: by month in Paris, kind, technician and site."""
        found: dict[tuple[str, str, str, str], Counter[str]] = {}
        for row in self.interventions.values():
            if (place := counted(row)) is not None:
                counts = found.setdefault(place, Counter())
                counts["interventions"] += 1
                if row["waited_minutes"] is not None:
                    counts[bucket(row["waited_minutes"])] += 1
                    counts["waited_sum"] += row["waited_minutes"]
        for row in self.ratings.values():
            if row["deleted_at"] is None:
                work = self.interventions.get(row["intervention_id"])
                place = counted(work) if work else None
                found.setdefault(place or (month(row["rated_at"]), "", "", ""), Counter())[row["value"].value] += 1
        return found

    def days(self, first: date, last: date, site: str | None) -> MonthFigures:
        """The recount of some days and a site, as one figure."""
        counts: Counter[str] = Counter()
        for row in self.interventions.values():
            if counted(row) is not None and first <= day(row["ended_at"]) <= last and site in (None, row["site_id"]):
                counts["interventions"] += 1
        for row in self.ratings.values():
            work = self.interventions.get(row["intervention_id"])
            judged = work if work is not None and counted(work) is not None else None
            at = judged["ended_at"] if judged else row["rated_at"]
            of_site = site is None or (judged is not None and judged["site_id"] == site)
            if row["deleted_at"] is None and first <= day(at) <= last and of_site:
                counts[row["value"].value] += 1
                counts["apart"] += judged is None
        return MonthFigures(first, counts["interventions"], counts["great"], counts["neutral"], counts["poor"], counts["apart"])


def bound(value: Any) -> Any:
    return kept(value) if isinstance(value, datetime) else value


def month(moment: datetime) -> str:
    return f"{moment.astimezone(PARIS):%Y-%m}"


def day(moment: datetime) -> date:
    return moment.astimezone(PARIS).date()


def counted(row: dict[str, Any]) -> tuple[str, str, str, str] | None:
    if row["ended_at"] is None or row["deleted_at"] is not None:
        return None
    return month(row["ended_at"]), row["kind"].value, row["technician"], row["site_id"] or ""


def bucket(waited: int) -> str:
    return next((f"waited_{most}" for most in (10, 30, 60, 120, 240) if waited <= most), "waited_more")


def table_of(connection: sqlite3.Connection) -> dict[tuple[str, str, str, str], Counter[str]]:
    rows = connection.execute(f"SELECT month, kind, technician, site, {', '.join(COLUMNS)} FROM support_month").fetchall()
    found = {(row[0], row[1], row[2], row[3]): Counter(dict(zip(COLUMNS, list(row)[4:], strict=True))) for row in rows}
    assert all(value >= 0 for counts in found.values() for value in counts.values())
    return {place: counts for place, counts in found.items() if counts.total()}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("months") / FILE_NAME
    migrate(path)
    with closing(connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA synchronous = OFF")
        made = kept(datetime(2026, 1, 1, tzinfo=UTC))
        for site in SITES:
            columns = [row[1] for row in connection.execute("PRAGMA table_info(site)") if row[3] and row[1] not in ("id", "name")]
            values = [made if name.endswith("_at") else "mainland" if "zone" in name else "" for name in columns]
            names, holes = ", ".join(("id", "name", *columns)), ", ".join("?" * (len(columns) + 2))
            connection.execute(f"INSERT INTO site ({names}) VALUES ({holes})", (site, site, *values))
        yield Desk(connection)


LAW = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@LAW
@given(steps=STEPS)
def test_the_months_are_a_recount_after_any_changes(desk: Desk, steps: list[tuple[str, int, dict[str, Any]]]) -> None:
    desk.clear()
    assert table_of(desk.connection) == {}
    for step in steps:
        desk.step(*step)
    assert table_of(desk.connection) == desk.places()


@LAW
@given(steps=STEPS, bounds=st.tuples(MOMENTS, MOMENTS), short=st.booleans(), site=st.none() | st.sampled_from(SITES))
def test_figures_are_exact_to_the_day(
    desk: Desk, steps: list[tuple[str, int, dict[str, Any]]], bounds: tuple[datetime, datetime], short: bool, site: str | None
) -> None:
    desk.clear()
    for step in steps:
        desk.step(*step)
    first, last = sorted(map(day, bounds))
    if short:  # within one month, where both ends cut it
        last = min(last, first.replace(day=calendar.monthrange(first.year, first.month)[1]))
    found = figures(desk.connection, StatisticsQuery(first, last, UUID(site) if site else None))
    expected, total = desk.days(first, last, site), found.satisfaction
    assert (total.interventions, total.ratings, total.top) == (expected.interventions, expected.ratings, expected.great)
    assert total.rated == expected.rated and (total.response_rate is None or 0 <= total.response_rate <= 1)
    assert sum(share.interventions for share in found.by_kind) == total.interventions
    assert sum(share.interventions for share in found.by_technician) == total.interventions
    assert [month.month.day for month in total.by_month] == [1] * len(total.by_month)


def test_the_figures_of_everything_are_those_without_a_period(desk: Desk) -> None:
    desk.clear()
    for place, waited in enumerate(WAITS):
        ended = datetime(2024, 1 + place % 3, 28, 23, 30, tzinfo=UTC)
        desk.step("add", 0, {"ended_at": ended, "waited_minutes": waited, "technician": TECHNICIANS[place % 2]})
    desk.step("rate", 0, {"value": RatingValue.POOR})
    everything = figures(desk.connection, StatisticsQuery())
    assert everything.satisfaction == figures(desk.connection, StatisticsQuery(date(2024, 1, 1), date(2024, 12, 31))).satisfaction
    assert (everything.first, everything.last) == (date(2024, 1, 29), date(2024, 3, 29))
    assert sum(sum(each.within) for each in everything.waits) == len(WAITS) - 1
    assert [share.name for share in everything.by_technician] == ["Nadège R.", "Thibault C."]
    nothing = figures(desk.connection, StatisticsQuery(date(2024, 3, 1), date(2024, 2, 1)))
    assert (nothing.satisfaction.interventions, nothing.satisfaction.top_share, nothing.by_kind, nothing.waits) == (0, None, (), ())


def test_every_change_of_the_hour_is_known_to_the_triggers(desk: Desk) -> None:
    desk.clear()
    for edge in edges():
        for seconds in (-1, 0):
            desk.step("add", 0, {"ended_at": edge + timedelta(seconds=seconds)})
    assert table_of(desk.connection) == desk.places()


def test_work_of_another_summer_time_is_no_error(desk: Desk) -> None:
    desk.clear()
    # In 1995 summer time ended in September: the month of the triggers and the day in Paris are not the same.
    desk.step("add", 0, {"ended_at": datetime(1995, 9, 30, 22, 40, tzinfo=UTC), "waited_minutes": 5})
    desk.step("rate", 0, {"value": RatingValue.GREAT, "rated_at": datetime(1995, 9, 30, 22, 40, tzinfo=UTC)})
    for first, last in ((1, 29), (1, 30), (2, 30), (30, 30), (29, 30)):
        found = figures(desk.connection, StatisticsQuery(date(1995, 9, first), date(1995, 9, last))).satisfaction
        assert 0 <= found.rated <= found.interventions <= 1
    for first, last in ((1, 1), (1, 31), (2, 31)):
        found = figures(desk.connection, StatisticsQuery(date(1995, 10, first), date(1995, 10, last))).satisfaction
        assert 0 <= found.rated <= found.interventions <= 1


def test_a_file_of_the_first_schema_gets_its_months(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    upgrade(path, "0001")
    made = kept(datetime(2026, 1, 1, tzinfo=UTC))
    ends = (datetime(2025, 3, 31, 21, 59, tzinfo=UTC), datetime(2025, 3, 31, 22, 0, tzinfo=UTC), None)
    with closing(connect(path)) as connection:
        for place, end in enumerate(ends):
            request, work = f"{place:032x}", f"{place + 16:032x}"
            connection.execute(
                "INSERT INTO support_request (id, number, subject, description, urgency, channel, status, opened_at, created_at, updated_at)"
                " VALUES (?, ?, 'Écran noir', '', 'blocked', 'phone', 'closed', ?, ?, ?)",
                (request, f"D25-{place}", made, made, made),
            )
            connection.execute(
                "INSERT INTO intervention (id, request_id, technician, kind, started_at, ended_at, report, minutes, created_at, updated_at)"
                " VALUES (?, ?, 'Nadège R.', 'remote', ?, ?, '', 5, ?, ?)",
                (work, request, made, bound(end), made, made),
            )
            connection.execute(
                "INSERT INTO rating (id, request_id, value, comment, origin, rated_at, created_at, updated_at)"
                " VALUES (?, ?, 'great', '', 'app', ?, ?, ?)",
                (f"{place + 32:032x}", request, kept(datetime(2025, 6, 1, tzinfo=UTC)), made, made),
            )
    migrate(path)
    with closing(connect(path)) as connection:
        assert table_of(connection) == {
            ("2025-03", "remote", "Nadège R.", ""): Counter(interventions=1, great=1),
            ("2025-04", "remote", "Nadège R.", ""): Counter(interventions=1, great=1),
            ("2025-06", "", "", ""): Counter(great=1),
        }
        assert connection.execute("SELECT search FROM support_request WHERE number = 'D25-0'").fetchone()[0] == "ecran noir d25 0 d250"


def test_a_resolved_request_of_the_first_schema_is_asked_for_its_rating(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    upgrade(path, "0001")
    opened, written = kept(datetime(2026, 11, 1, tzinfo=UTC)), kept(datetime(2026, 11, 20, tzinfo=UTC))
    with closing(connect(path)) as connection:
        for number, status in (("D26-1", "resolved"), ("D26-2", "in_progress")):
            connection.execute(
                "INSERT INTO support_request (id, number, subject, description, urgency, channel, status, opened_at, created_at, updated_at)"
                " VALUES (?, ?, 'Écran noir', '', 'blocked', 'phone', ?, ?, ?, ?)",
                (uuid4().hex, number, status, opened, opened, written),
            )
    migrate(path)
    with closing(connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        row = unrated(connection, datetime(2026, 11, 10, tzinfo=UTC))
        assert row is not None and row.number == "D26-1"
        assert connection.execute("SELECT resolved_at FROM support_request WHERE number = 'D26-2'").fetchone()[0] is None
