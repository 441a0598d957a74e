"""Ratings in figures: the provider's own page, months without gaps, values for Odoo."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import formatting
from app.domain.calendars import add_months
from app.domain.errors import InputError
from app.domain.records import RatingValue
from app.domain.satisfaction import SMILEYS, MonthFigures, from_odoo, odoo_value, satisfaction


def test_the_figures_of_the_providers_page() -> None:
    half = MonthFigures(date(2020, 1, 22), 3800, 700, 40, 12), MonthFigures(date(2022, 5, 31), 3867, 693, 40, 13)
    found = satisfaction(half)
    assert (found.interventions, found.ratings, found.top) == (7667, 1498, 1393)
    assert found.top_share is not None and found.response_rate is not None
    assert formatting.percent(found.top_share, "fr") == "93\u202f%"
    assert round(found.response_rate, 4) == 0.1954
    assert [str(step) for step in found.why.steps] == [
        "Très bons avis\u00a0: 1\u202f393 ÷ 1\u202f498 = 93\u202f%",
        "Taux de réponse\u00a0: 1\u202f498 ÷ 7\u202f667 = 19,5\u202f%",
    ]


def test_months_without_figures_are_there_too() -> None:
    found = satisfaction([MonthFigures(date(2026, 2, 1), 1), MonthFigures(date(2025, 11, 30), 2, 1)])
    assert [each.month for each in found.by_month] == [date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]
    assert [each.interventions for each in found.by_month] == [2, 0, 0, 1]


def test_nothing_has_no_share() -> None:
    found = satisfaction(())
    assert (found.top_share, found.response_rate, found.by_month) == (None, None, ())
    assert all("pas encore" in str(step) for step in found.why.steps)
    unrated = satisfaction([MonthFigures(date(2026, 1, 1), 5)])
    assert (unrated.top_share, unrated.response_rate) == (None, 0.0)


def test_negative_figures_are_refused() -> None:
    with pytest.raises(InputError, match="neutral"):
        satisfaction([MonthFigures(date(2026, 1, 1), 5, 1, -1)])


def test_ratings_that_judge_no_intervention_are_no_answer_to_one() -> None:
    found = satisfaction([MonthFigures(date(2026, 1, 1), 1, 1, 0, 3, apart=3)])
    assert (found.ratings, found.rated, found.top, found.top_share, found.response_rate) == (4, 1, 1, 0.25, 1.0)
    alone = satisfaction([MonthFigures(date(2026, 1, 1), 0, 2, apart=2)])
    assert (alone.top_share, alone.response_rate) == (1.0, None)
    for wrong in (MonthFigures(date(2026, 1, 1), 1, 2), MonthFigures(date(2026, 1, 1), 5, 1, apart=2)):
        with pytest.raises(InputError):
            satisfaction([wrong])


def test_values_for_odoo() -> None:
    assert [odoo_value(rating) for rating in RatingValue] == [5, 3, 1]
    assert all(from_odoo(odoo_value(rating)) is rating for rating in RatingValue)
    assert [SMILEYS[rating] for rating in RatingValue] == ["😀", "😐", "☹️"]
    for value in (0, 2, 4, 6, -1):
        with pytest.raises(InputError, match="rating"):
            from_odoo(value)


COUNTS = st.integers(0, 500)
FIGURES = st.lists(
    st.builds(
        lambda month, unrated, apart, great, neutral, poor: MonthFigures(
            add_months(date(2020, 1, 1), month),
            unrated + great + neutral + poor - min(apart, great + neutral + poor),
            great,
            neutral,
            poor,
            min(apart, great + neutral + poor),
        ),
        st.integers(0, 40),
        COUNTS,
        COUNTS,
        COUNTS,
        COUNTS,
        COUNTS,
    ),
    max_size=20,
)


@given(FIGURES)
def test_shares_lie_between_0_and_1_and_months_add_up(figures: list[MonthFigures]) -> None:
    found = satisfaction(figures)
    for value in (found.top_share, found.response_rate):
        assert value is None or 0 <= value <= 1
    assert sum(each.interventions for each in found.by_month) == found.interventions == sum(each.interventions for each in figures)
    assert sum(each.ratings for each in found.by_month) == found.ratings
    assert sum(each.great for each in found.by_month) == found.top
    assert sum(each.apart for each in found.by_month) == found.ratings - found.rated
    assert 0 <= found.rated <= min(found.ratings, found.interventions)
    assert satisfaction(list(reversed(figures))) == found
    assert satisfaction(found.by_month) == found
    months = [each.month for each in found.by_month]
    assert months == [add_months(months[0], step) for step in range(len(months))] if months else figures == []
