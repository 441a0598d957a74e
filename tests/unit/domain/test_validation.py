from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InputError
from app.domain.validation import FIRST_DAY, LAST_DAY, parse_date, require_day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-22", date(2026, 11, 22)),
        ("22/11/2026", date(2026, 11, 22)),
        ("1/2/2026", date(2026, 2, 1)),
        (" 2028-02-29 ", date(2028, 2, 29)),
        ("1970-01-01", date(1970, 1, 1)),
        ("31/12/2199", date(2199, 12, 31)),
    ],
)
def test_dates_are_read_in_both_forms(text: str, expected: date) -> None:
    assert parse_date("start", text) == expected


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("31/02/2026", "le mois 02/2026 va du 1 au 28"),
        ("2026-02-31", "le mois 02/2026 va du 1 au 28"),
        ("2028-02-30", "le mois 02/2028 va du 1 au 29"),
        ("2026-04-31", "va du 1 au 30"),
        ("2026-04-00", "va du 1 au 30"),
        ("2026-13-01", "le mois va de 1 à 12"),
        ("1969-12-31", "01/01/1970"),
        ("2200-01-01", "31/12/2199"),
        ("0000-00-00", "01/01/1970"),
        ("22/11/26", "22/11/2026"),
        ("", "22/11/2026"),
        ("demain", "22/11/2026"),
        ("２０２６-01-01", "22/11/2026"),
        ("2026-01-01T00:00", "22/11/2026"),
    ],
)
def test_a_wrong_date_names_the_field_the_value_and_what_is_allowed(text: str, allowed: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_date("start", text)
    shown = caught.value.text.render("fr")
    assert shown.startswith(f"start\u00a0: «\u00a0{text}\u00a0»")
    assert allowed in shown
    assert caught.value.exit_status == 2


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_a_clear_refusal(text: str) -> None:
    try:
        assert FIRST_DAY <= parse_date("d", text) <= LAST_DAY
    except InputError as error:
        assert error.field == "d"


@given(st.dates(FIRST_DAY, LAST_DAY))
def test_dates_come_back_from_both_forms(day: date) -> None:
    assert parse_date("d", day.isoformat()) == parse_date("d", f"{day:%d/%m/%Y}") == require_day("d", day) == day


def test_a_day_outside_the_accepted_years_is_refused() -> None:
    with pytest.raises(InputError, match="as_of"):
        require_day("as_of", date(9999, 1, 1))
