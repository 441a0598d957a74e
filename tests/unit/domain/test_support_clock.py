"""Support hours and the clocks that run in them: the examples of the offers, and what holds at any moment."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.bootstrap import known_offers
from app.domain.calendars import holiday_name
from app.domain.errors import InputError, RuleError
from app.domain.formatting import PARIS
from app.domain.offer_schema import WEEKDAYS, Opening, Support
from app.domain.records import HolidayZone
from app.domain.support_clock import MAX_MINUTES, SupportClock, support_clock
from app.domain.text import msg

MAINLAND = HolidayZone.MAINLAND
WEEK = WEEKDAYS[:5]
HOURS = (Opening(days=WEEK, opens=time(9), closes=time(12)), Opening(days=WEEK, opens=time(14), closes=time(18)))
EVERY_DAY = (Opening(days=WEEKDAYS, opens=time(0), closes=time(23, 59, 59)),)
BRIDGES = (date(2026, 5, 15), date(2026, 11, 12), date(2027, 5, 7))


def clock(zone: HolidayZone = MAINLAND, **changes: object) -> SupportClock:
    known: dict[str, object] = {"hours": HOURS, "closed_on_bridge_days": True, "bridge_days": BRIDGES}
    return SupportClock(Support(**{**known, **changes}), zone)  # type: ignore[arg-type]


def paris(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


def gesticlean(zone: HolidayZone = MAINLAND) -> SupportClock:
    offer = known_offers()["gesticlean-support"]
    return support_clock(offer.support, offer.name.text, zone)


MOMENTS = st.datetimes(datetime(2025, 12, 1), datetime(2028, 1, 31), timezones=st.just(UTC)).map(lambda each: each.replace(microsecond=0))
MINUTES = st.integers(0, 6000)
ZONES = st.sampled_from(HolidayZone)
TIMES = st.integers(0, 24 * 60 - 1).map(lambda minute: time(minute // 60, minute % 60))


@st.composite
def clocks(draw: st.DrawFn) -> SupportClock:
    """The offers' own hours, or any week in any zone: night hours too, where the clocks change."""
    if draw(st.booleans()):
        return clock(draw(ZONES))
    edges = sorted(draw(st.lists(TIMES, min_size=2, max_size=6, unique=True)))
    openings = [
        Opening(days=tuple(draw(st.lists(st.sampled_from(WEEKDAYS), min_size=1, unique=True))), opens=opens, closes=closes)
        for opens, closes in zip(edges[::2], edges[1::2], strict=False)
    ]
    name = draw(st.sampled_from(("Europe/Paris", "Indian/Reunion", "America/Cayenne", "Europe/London", "America/Sao_Paulo")))
    return clock(draw(ZONES), hours=tuple(openings), time_zone=name, closed_on_public_holidays=draw(st.booleans()))


@pytest.mark.parametrize(
    ("start", "minutes", "due"),
    [
        ("2026-11-10T17:30", 60, "2026-11-12T09:30"),  # 11 November is a holiday
        ("2026-11-10T11:00", 60, "2026-11-10T12:00"),  # used up exactly at a closing
        ("2026-11-10T11:00", 61, "2026-11-10T14:01"),
        ("2026-11-10T12:00", 1, "2026-11-10T14:01"),  # a closing does not belong to the opening
        ("2026-11-10T13:00", 60, "2026-11-10T15:00"),
        ("2026-11-10T09:00", 420, "2026-11-10T18:00"),
        ("2026-11-13T17:59", 2, "2026-11-16T09:01"),  # over a week-end
        ("2026-11-14T10:00", 0, "2026-11-16T09:00"),
        ("2026-11-10T18:00", 0, "2026-11-10T18:00"),
        ("2026-12-31T17:30", 60, "2027-01-04T09:30"),  # over the new year
        ("2026-03-27T17:30", 60, "2026-03-30T09:30"),  # summer time begins in between
        ("2026-10-23T17:30", 60, "2026-10-26T09:30"),  # and ends
    ],
)
def test_due(start: str, minutes: int, due: str) -> None:
    assert gesticlean().due(paris(start), minutes) == paris(due)


def test_every_zone_keeps_its_holidays_and_every_offer_its_bridge_days() -> None:
    friday = paris("2026-04-03T10:00")
    assert gesticlean().is_open(friday) and not gesticlean(HolidayZone.ALSACE_MOSELLE).is_open(friday)
    assert clock().due(paris("2026-11-10T17:30"), 60) == paris("2026-11-13T09:30")
    assert clock(closed_on_bridge_days=False).due(paris("2026-11-10T17:30"), 60) == paris("2026-11-12T09:30")
    always = clock(closed_on_public_holidays=False, closed_on_bridge_days=False)
    assert always.due(paris("2026-11-10T17:30"), 60) == paris("2026-11-11T09:30")


@pytest.mark.parametrize(
    ("at", "is_open", "opens", "closes"),
    [
        ("2026-11-10T08:59:59", False, "2026-11-10T09:00", "2026-11-10T12:00"),
        ("2026-11-10T09:00", True, "2026-11-10T14:00", "2026-11-10T12:00"),
        ("2026-11-10T11:59:59", True, "2026-11-10T14:00", "2026-11-10T12:00"),
        ("2026-11-10T12:00", False, "2026-11-10T14:00", "2026-11-10T18:00"),
        ("2026-11-10T17:30", True, "2026-11-12T09:00", "2026-11-10T18:00"),
        ("2026-11-22T10:00", False, "2026-11-23T09:00", "2026-11-23T12:00"),
    ],
)
def test_open_or_closed_and_the_next_changes(at: str, is_open: bool, opens: str, closes: str) -> None:
    moment = paris(at)
    state = gesticlean().state(moment)
    assert (state.open, state.opens_at, state.closes_at) == (is_open, paris(opens), paris(closes))
    assert state.changes_at == (state.closes_at if is_open else state.opens_at)
    assert (gesticlean().is_open(moment), gesticlean().opens_at(moment), gesticlean().closes_at(moment)) == (
        state.open,
        state.opens_at,
        state.closes_at,
    )
    assert state.opens_at.utcoffset() == timedelta(hours=1)


def test_a_day_on_which_the_clocks_change_is_an_hour_shorter_or_longer() -> None:
    nights = clock(hours=EVERY_DAY, closed_on_public_holidays=False, closed_on_bridge_days=False)
    assert nights.due(paris("2026-03-29T00:00"), 600) == paris("2026-03-29T11:00")
    assert nights.due(paris("2026-10-25T00:00"), 600) == paris("2026-10-25T09:00")


def test_a_time_that_the_clocks_skip_or_show_twice() -> None:
    nights = clock(hours=(Opening(days=WEEKDAYS, opens=time(2, 30), closes=time(4)),))
    spring, autumn = paris("2026-03-29T00:30"), paris("2026-10-25T00:30")
    assert nights.opens_at(spring).astimezone(UTC) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert nights.opens_at(autumn).astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    until = clock(hours=(Opening(days=WEEKDAYS, opens=time(1), closes=time(2, 30)),))
    assert until.closes_at(spring).astimezone(UTC) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert until.closes_at(autumn).astimezone(UTC) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    skipped = clock(hours=(Opening(days=WEEKDAYS, opens=time(2, 10), closes=time(2, 40)),))
    assert skipped.opens_at(spring) == paris("2026-03-30T02:10")


def test_openings_that_touch_are_one() -> None:
    whole = clock(hours=(Opening(days=WEEK, opens=time(9), closes=time(12)), Opening(days=WEEK, opens=time(12), closes=time(18))))
    assert whole.closes_at(paris("2026-11-10T10:00")) == paris("2026-11-10T18:00")


def test_the_answers_say_why() -> None:
    why = gesticlean().explain_due(paris("2026-11-10T17:30"), 60).why
    assert [str(step) for step in why.steps] == [
        "Du 10/11/2026 17:30 au 10/11/2026 18:00\u00a0: 30\u00a0min",
        "Le 11/11/2026\u00a0: fermé, jour férié (Armistice).",
        "Du 12/11/2026 09:00 au 12/11/2026 09:30\u00a0: 30\u00a0min",
        "Échéance\u00a0: 12/11/2026 09:30.",
    ]
    assert "du lundi au vendredi, de 9\u00a0h à 12\u00a0h et de 14\u00a0h à 18\u00a0h" in str(why.rule)
    closed = clock().explain_state(paris("2026-11-11T10:00")).why
    assert [str(step).split("\u00a0: ")[-1] for step in closed.steps[:2]] == [
        "fermé, jour férié (Armistice).",
        "fermé, jour de pont ou de congé annoncé.",
    ]
    assert "ouverte. Elle ferme le 10/11/2026 12:00" in str(clock().explain_state(paris("2026-11-10T10:00")).why.steps[-1])


def test_a_long_clock_is_told_shortly() -> None:
    told = gesticlean().explain_due(paris("2026-11-10T17:30"), MAX_MINUTES)
    assert told.value == gesticlean().due(paris("2026-11-10T17:30"), MAX_MINUTES)
    assert len(told.why.steps) < 20


def test_the_rule_is_told_as_the_offer_has_it() -> None:
    assert "sauf les jours fériés." in str(clock(closed_on_bridge_days=False).explain_state(paris("2026-11-10T10:00")).why.rule)
    plain = clock(closed_on_public_holidays=False, closed_on_bridge_days=False).explain_state(paris("2026-11-10T10:00")).why
    assert "sauf" not in str(plain.rule) and len(plain.inputs) == 1


def test_what_cannot_be_answered_is_refused() -> None:
    with pytest.raises(RuleError, match="Commown"):
        support_clock(None, msg("Commown"), MAINLAND)
    for minutes in (-1, MAX_MINUTES + 1):
        with pytest.raises(InputError, match="minutes"):
            clock().due(paris("2026-11-10T10:00"), minutes)
    for moment in (datetime(1969, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC), datetime.max.replace(tzinfo=UTC)):
        with pytest.raises(InputError, match="at"):
            clock().state(moment)
    with pytest.raises(ValueError, match="time zone"):
        clock().state(datetime(2026, 11, 10, 10))
    closed = clock(bridge_days=tuple(date(2026, 1, 1) + timedelta(days=day) for day in range(800)))
    with pytest.raises(RuleError):
        closed.state(paris("2026-01-10T10:00"))


@settings(max_examples=60)
@given(clocks(), MOMENTS, MINUTES)
@example(clock(), paris("2026-11-10T17:30"), 60)
def test_a_clock_never_ends_while_support_is_closed(known: SupportClock, start: datetime, minutes: int) -> None:
    due = known.due(start, minutes).astimezone(UTC)
    spells = list(takewhile(lambda spell: spell.start <= due, known.spells(start)))
    assert any(spell.start <= due <= spell.end for spell in spells)
    assert known.is_open(due) or any(spell.end == due for spell in spells)
    ran = sum((max(timedelta(0), min(due, spell.end) - max(start, spell.start)) for spell in spells), timedelta(0))
    assert ran == timedelta(minutes=minutes)


@settings(max_examples=60)
@given(clocks(), MOMENTS, st.integers(0, 20_000), MINUTES, st.integers(0, 3000))
def test_a_later_start_or_a_longer_clock_never_ends_earlier(
    known: SupportClock, start: datetime, later: int, minutes: int, more: int
) -> None:
    due = known.due(start, minutes).astimezone(UTC)
    assert due <= known.due(start + timedelta(minutes=later), minutes).astimezone(UTC)
    assert due <= known.due(start, minutes + more).astimezone(UTC)


@settings(max_examples=60)
@given(clocks(), MOMENTS, MINUTES, MINUTES)
def test_clocks_add_up(known: SupportClock, start: datetime, first: int, second: int) -> None:
    one = known.due(start, first + second).astimezone(UTC)
    assert known.due(known.due(start, first), second).astimezone(UTC) == one


@settings(max_examples=60)
@given(clocks(), MOMENTS)
def test_the_next_changes_are_changes_and_the_next_ones(known: SupportClock, moment: datetime) -> None:
    state = known.state(moment)
    change = state.changes_at.astimezone(UTC)
    assert change > moment
    assert known.is_open(moment) is state.open is known.is_open(change - timedelta(seconds=1))
    assert known.is_open(change) is not state.open
    assert known.is_open(state.opens_at)
    assert not known.is_open(state.closes_at)
    closes_now = any(spell.end == moment for spell in takewhile(lambda spell: spell.start <= moment, known.spells(moment)))
    assert known.due(moment, 0).astimezone(UTC) == (moment if state.open or closes_now else change)


@settings(max_examples=60)
@given(ZONES, MOMENTS)
def test_open_is_what_the_clock_on_the_wall_and_the_calendar_say(zone: HolidayZone, moment: datetime) -> None:
    local = moment.astimezone(ZoneInfo("Europe/Paris"))
    worked = local.weekday() < 5 and local.date() not in BRIDGES and holiday_name(local.date(), zone) is None
    assert clock(zone).is_open(moment) is (worked and (time(9) <= local.time() < time(12) or time(14) <= local.time() < time(18)))


@settings(max_examples=40)
@given(clocks(), MOMENTS, MINUTES)
def test_the_explanation_answers_the_same_in_both_languages(known: SupportClock, moment: datetime, minutes: int) -> None:
    due = known.explain_due(moment, minutes)
    assert due.value == known.due(moment, minutes)
    assert known.explain_state(moment).value == known.state(moment)
    for why in (due.why, known.explain_state(moment).why):
        assert all(text.render(language) for text in (why.rule, *why.steps) for language in ("fr", "en"))
