"""Whether a PC may have the automatic backup: its Windows by the build number, its connection as it was measured."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.backup_eligibility import (
    ProbeResult,
    Spell,
    connection_condition,
    eligibility,
    eligible,
    longest_gap,
    merged,
    no_connection_measure,
    windows_condition,
)
from app.domain.offer_schema import BackupRules
from app.domain.text import msg
from app.domain.windows_builds import build_from_text, is_other_system

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
RULES = BackupRules(
    windows_build_min=10_240,
    probe_days=7,
    probes_min=20,
    answered_share_min=Decimal("0.95"),
    gap_hours_max=24,
    good_hours=26,
    late_hours=72,
)


def probes(answered: int, missed: int = 0, *, every: timedelta = timedelta(minutes=20), last: datetime = NOW) -> list[ProbeResult]:
    """The newest first, the missed ones among the others."""
    n = answered + missed
    missing = {index * n // missed for index in range(missed)} if missed else set()
    return [ProbeResult(last - index * every, index not in missing) for index in range(n)]


def always_on() -> list[Spell]:
    return [Spell(NOW - timedelta(days=30), NOW)]


def met(found: list[ProbeResult], spells: list[Spell] | None = None) -> bool | None:
    return connection_condition(found, always_on() if spells is None else spells, NOW, RULES).met


# Windows -----------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("build", "name", "expected", "value"),
    [
        (7601, "Windows 7 Professionnel", False, "Windows 7 (build 7601)"),
        (9600, "Windows 8.1 Pro", False, "Windows 8.1 (build 9600)"),
        (10_239, "Windows 10 Insider", False, "Windows 8.1 (build 10239)"),
        (10_240, "Windows 10 Pro", True, "Windows 10 1507 (build 10240)"),
        (19_045, "Windows 10 Pro", True, "Windows 10 22H2 (build 19045)"),
        (26_100, "Windows 10 Pro", True, "Windows 11 24H2 (build 26100)"),
        (20_348, "Windows Server 2022 Standard", True, "Windows Server 2022 Standard (build 20348)"),
        (9600, "Windows Server 2012 R2", False, "Windows Server 2012 R2 (build 9600)"),
    ],
)
def test_the_build_number_decides_and_not_the_name(build: int, name: str, expected: bool, value: str) -> None:
    found = windows_condition(build, name, RULES)
    assert (found.id, found.met, found.value) == ("windows", expected, value)
    assert "10240" in str(found.why)


@pytest.mark.parametrize(
    ("text", "build"),
    [
        ("Windows 11 24H2", 26_100),
        ("Windows 11", 22_000),
        ("windows 11 famille 23h2", 22_631),
        ("W11", 22_000),
        ("Win10", 10_240),
        ("Windows 10 Professionnel 22H2", 19_045),
        ("Microsoft Windows 10 Professionnel", 10_240),
        ("Windows 10 2004", 19_041),
        ("Windows 10 Entreprise LTSC 2019", 17_763),
        ("Windows 10 version 1607", 14_393),
        ("10.0.19045", 19_045),
        ("10.0.22631.4460", 22_631),
        ("Microsoft Windows 10 Professionnel 10.0.26100", 26_100),
        ("6.1.7601", 7601),
        ("version 6.3.9600", 9600),
        ("build 19045", 19_045),
        ("Build\u00a026100.2314", 26_100),
        ("Windows 10 (compilation 17763)", 17_763),
        ("19045", 19_045),
        ("7601", 7601),
        ("Windows 8.1", 9600),
        ("Windows 8", 9200),
        ("Windows 7", 7601),
        ("Windows 7 Pro SP1", 7601),
        ("Windows XP", 2600),
        ("Windows Vista", 6002),
        ("Windows Embedded POSReady 7", 7601),
        ("Windows Embedded POSReady 2009", 2600),
        ("Windows Server 2022 Standard", 20_348),
        ("Windows Serveur 2019", 17_763),
        ("Windows Server 2012 R2", 9600),
        ("Windows Server 2012", 9200),
        ("", None),
        ("Windows", None),
        ("Windows 365", None),
        ("Windows 12", None),
        ("Windows Phone 10", None),
        ("10", None),
        ("2019", None),
        ("Ubuntu 22.04", None),
        ("١٩٠٤٥", None),
    ],
)
def test_a_windows_that_somebody_typed(text: str, build: int | None) -> None:
    assert build_from_text(text) == build


@pytest.mark.parametrize("text", ["Ubuntu 24.04", "Debian GNU/Linux 12", "macOS 15", "Android 14", "Windows Phone 8.1", "iOS 18"])
def test_another_system_is_not_met(text: str) -> None:
    assert is_other_system(text)
    found = windows_condition(None, text, RULES)
    assert found.met is False and found.value == text


@pytest.mark.parametrize("text", ["", "   ", "Windows", "le PC de la caisse", "Windows subsystem for Linux"])
def test_a_system_nobody_knows_is_unknown_and_says_what_to_do(text: str) -> None:
    found = windows_condition(None, text, RULES)
    assert found.met is None and "fiche" in str(found.why)


def test_the_build_that_was_read_outweighs_the_text() -> None:
    assert windows_condition(7601, "Windows 11 24H2", RULES).met is False
    assert windows_condition(None, "Windows 11 24H2", RULES).met is True


# Connection --------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answered", "missed", "expected"),
    [
        (0, 0, None),
        (19, 0, None),
        (0, 19, None),
        (20, 0, True),
        (19, 1, True),
        (18, 2, False),
        (47, 3, False),
        (48, 2, True),
        (95, 5, True),
        (94, 6, False),
        (949, 51, False),
        (950, 50, True),
        (0, 20, False),
    ],
)
def test_enough_probes_and_enough_answers(answered: int, missed: int, expected: bool | None) -> None:
    assert met(probes(answered, missed, every=timedelta(minutes=5))) is expected


def test_what_was_measured_is_told() -> None:
    found = connection_condition(probes(47, 3), always_on(), NOW, RULES)
    assert found.value == "94\u202f% de 50 mesures, coupure la plus longue 0,7 h"
    assert connection_condition(probes(19), always_on(), NOW, RULES).value == "19 mesures"
    assert connection_condition(probes(1), always_on(), NOW, RULES).value == "1 mesure"
    just_below = connection_condition(probes(949, 51, every=timedelta(minutes=5)), always_on(), NOW, RULES)
    assert just_below.value.startswith("94,9\u202f%")


def test_probes_of_the_week_before_do_not_count() -> None:
    older = probes(500, last=NOW - timedelta(days=7))
    assert met(older) is None
    assert met(older + probes(0, 20)) is False
    week_old_outage = probes(0, 200, last=NOW - timedelta(days=7, minutes=1))
    assert met(week_old_outage + probes(504)) is True


def test_probes_of_a_clock_that_ran_ahead_do_not_count() -> None:
    assert met([*probes(19), ProbeResult(NOW + HOUR, True)]) is None


@pytest.mark.parametrize(("hours", "expected"), [(23, True), (24, True), (25, False)])
def test_a_gap_while_on_is_not_met_from_24_hours(hours: int, expected: bool) -> None:
    found = probes(60) + probes(60, last=NOW - 59 * timedelta(minutes=20) - hours * HOUR)
    assert met(found) is expected


def test_a_gap_while_asleep_or_off_is_no_matter() -> None:
    since = NOW - 59 * timedelta(minutes=20)
    found = probes(60) + probes(60, last=since - 25 * HOUR)
    asleep = [Spell(NOW - timedelta(days=6), since - 24 * HOUR), Spell(since - HOUR, NOW)]
    assert met(found) is False
    assert met(found, asleep) is True
    assert met(found, []) is True


def test_a_gap_is_the_time_on_within_it_however_often_it_slept() -> None:
    since = NOW - 59 * timedelta(minutes=20)
    found = probes(60) + probes(60, last=since - 72 * HOUR)
    half_days = [Spell(since - timedelta(days=day + 1), since - timedelta(days=day, hours=11)) for day in range(3)]
    recent = Spell(since, NOW)
    assert met(found, [*half_days, recent]) is False  # 39 h on in three days without an answer
    assert met(found, [half_days[0], recent]) is True  # 13 h


def test_unanswered_probes_do_not_close_a_gap() -> None:
    recent = probes(600, every=timedelta(minutes=5))
    before = recent[-1].at
    dead = [ProbeResult(before - 12 * HOUR, False), ProbeResult(before - 24 * HOUR, False)]
    older = probes(60, last=before - 25 * HOUR)
    assert met(recent + dead + older) is False


def test_a_gap_that_lasts_now_counts() -> None:
    found = probes(100, last=NOW - 25 * HOUR)
    assert met(found) is False
    assert met(found, [Spell(NOW - timedelta(days=6), NOW - 25 * HOUR), Spell(NOW - HOUR, NOW)]) is True


def test_before_the_first_probe_nothing_was_missed() -> None:
    assert met(probes(20)) is True
    began_earlier = [ProbeResult(NOW - timedelta(days=8), True)]
    assert met(probes(20) + began_earlier) is False  # on for a week, and silent but for the last hours


def test_no_measure_is_unknown_with_its_reason() -> None:
    found = no_connection_measure(msg("aucun serveur"))
    assert (found.id, found.met, str(found.why)) == ("connection", None, "aucun serveur")


# Both --------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("build", "answered", "expected"),
    [(19_045, 20, True), (19_045, 19, None), (7601, 19, False), (7601, 20, False), (None, 20, None)],
)
def test_both_conditions_together(build: int | None, answered: int, expected: bool | None) -> None:
    found = eligibility(windows_condition(build, "", RULES), connection_condition(probes(answered), always_on(), NOW, RULES))
    assert [condition.id for condition in found.conditions] == ["windows", "connection"]
    assert eligible(found) is expected and found.ok is (expected is True)


# Laws --------------------------------------------------------------------------------------------------------------------------------

minutes = st.integers(0, 9 * 24 * 60)
some_probes = st.lists(st.tuples(minutes, st.booleans()), max_size=80).map(
    lambda found: [ProbeResult(NOW - timedelta(minutes=ago), answered) for ago, answered in found]
)
some_spells = st.lists(st.tuples(minutes, minutes), max_size=12).map(
    lambda found: [Spell(NOW - timedelta(minutes=max(pair)), NOW - timedelta(minutes=min(pair))) for pair in found]
)


@given(some_probes, some_spells)
def test_order_and_repetition_of_spells_change_nothing(found: list[ProbeResult], spells: list[Spell]) -> None:
    one = connection_condition(found, spells, NOW, RULES)
    other = connection_condition(found[::-1], spells[::-1] + spells, NOW, RULES)
    assert (one.met, one.value) == (other.met, other.value)


@given(some_probes, some_spells, st.integers(0, 11))
def test_less_time_on_never_makes_a_connection_worse(found: list[ProbeResult], spells: list[Spell], left_out: int) -> None:
    if met(found, spells) is True:
        assert met(found, spells[:left_out] + spells[left_out + 1 :]) is True


@given(some_probes, some_spells)
def test_an_answer_more_never_makes_a_known_connection_worse(found: list[ProbeResult], spells: list[Spell]) -> None:
    if met(found, spells) is True:
        assert met([*found, ProbeResult(NOW, True)], spells) is True


@given(some_spells)
def test_merged_spells_do_not_touch_and_keep_their_time(spells: list[Spell]) -> None:
    found = merged(spells)
    assert all(one.end < other.start for one, other in itertools.pairwise(found))
    whole = [NOW - timedelta(days=9), NOW]
    each_minute = {moment for spell in spells for moment in range(_minute(spell.start), _minute(spell.end))}
    assert longest_gap(whole, found) == timedelta(minutes=len(each_minute))


def _minute(moment: datetime) -> int:
    return int((NOW - moment).total_seconds() // -60)


@given(st.text(max_size=60))
def test_any_text_has_an_answer(text: str) -> None:
    found = windows_condition(None, text, RULES)
    assert found.met is None or found.value


@given(st.integers(10_240, 99_999), st.sampled_from(["10.0.{}", "Windows 11 10.0.{}.1", "build {}", "{}"]))
def test_a_build_number_is_read_wherever_it_stands(build: int, pattern: str) -> None:
    assert build_from_text(pattern.format(build)) == build
