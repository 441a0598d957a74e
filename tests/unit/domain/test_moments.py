from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InputError
from app.domain.formatting import PARIS
from app.domain.moments import parse_moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-10T17:30", "2026-11-10T16:30+00:00"),
        ("2026-11-10 17:30:05", "2026-11-10T16:30:05+00:00"),
        ("10/11/2026 17:30", "2026-11-10T16:30+00:00"),
        ("10/11/2026 17h30", "2026-11-10T16:30+00:00"),
        (" 2026-07-01T09:00 ", "2026-07-01T07:00+00:00"),
        ("2026-11-10T17:30Z", "2026-11-10T17:30+00:00"),
        ("2026-11-10t17:30:00.000z", "2026-11-10T17:30+00:00"),
        ("2026-11-10T17:30-04:00", "2026-11-10T21:30+00:00"),
        ("2026-11-10T17:30+0530", "2026-11-10T12:00+00:00"),
        ("2026-11-10T17:30+01", "2026-11-10T16:30+00:00"),
    ],
)
def test_a_moment_is_in_paris_unless_it_says_otherwise(text: str, moment: str) -> None:
    read = parse_moment("at", text)
    assert read.moment.astimezone(UTC) == datetime.fromisoformat(moment)
    assert read.remark is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-11-10",
        "17:30",
        "2026-11-10T",
        "2026-11-10T24:00",
        "2026-11-10T12:60",
        "2026-11-10T12:30:60",
        "2026-02-29T12:00",
        "2026-13-01T12:00",
        "1969-12-31T12:00",
        "2200-01-01T12:00",
        "2026-11-10T12:00+15:00",
        "2026-11-10T12:00+01:60",
        "2026-11-10T12:00 Europe/Paris",
        "demain",
        "२०२६-११-१०T12:00",
    ],
)
def test_what_is_no_moment_is_refused_whole(text: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_moment("at", text)
    assert (refused.value.field, refused.value.value) == ("at", text)


def test_an_hour_that_summer_time_skips_is_refused() -> None:
    with pytest.raises(InputError, match="at"):
        parse_moment("at", "2026-03-29T02:30")
    assert parse_moment("at", "2026-03-29T03:00").moment.astimezone(UTC) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_an_hour_that_comes_twice_is_the_first_and_says_so() -> None:
    read = parse_moment("at", "2026-10-25T02:30")
    assert read.moment.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert read.remark is not None and "+01:00" in str(read.remark)
    other = parse_moment("at", "2026-10-25T02:30+01:00")
    assert other.moment.astimezone(UTC) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC) and other.remark is None


@given(st.datetimes(datetime(1970, 1, 2), datetime(2199, 12, 30), timezones=st.just(UTC)))
def test_what_is_written_with_its_offset_is_read_back(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    assert parse_moment("at", moment.astimezone(PARIS).isoformat()).moment == moment


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert parse_moment("at", text).moment.tzinfo is not None
    except InputError as refused:
        assert refused.value == text
