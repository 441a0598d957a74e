"""The statistics of support: exact figures, periods, pictures that stand still, paper; the plotting library comes after the figures."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import date
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.bootstrap import open_folder
from app.domain.errors import StorageError
from app.domain.satisfaction import satisfaction
from app.domain.text import msg, set_language
from app.domain.values.statistics import StatisticsQuery, SupportFigures
from app.services import Services
from app.ui.support.statistics import StatisticsPage
from app.ui.support.statistics_period import Period, PeriodChoice, bounds
from app.ui.support.statistics_series import (
    count_ticks,
    mean_wait,
    minutes,
    month_ticks,
    percent,
    ratings_picture,
    short_month,
    waits_picture,
)
from app.ui.widgets import EmptyState, ErrorState
from tests.bench.seed_figures import INTERVENTIONS, RATINGS, write_csv
from tests.ui.conftest import TODAY
from tests.ui.statistics_desk import NOTHING, MakeContext, Statistics, content, figures_of, months, settle, shows, state


@pytest.fixture
def show(qtbot: QtBot, make_context: MakeContext) -> Callable[..., StatisticsPage]:
    """`show(services or a count of months)`: the page at 1280 × 720 with its pictures."""
    return shows(qtbot, make_context)


@pytest.fixture(scope="module")
def seed_services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """The office of the seed's page: 7,667 interventions, 1,498 ratings."""
    folder = tmp_path_factory.mktemp("seed")
    opened = open_folder(folder / "data", role="command")
    opened.services.request_imports.run(write_csv(folder / "seed.csv"))
    yield opened.services
    opened.close()


# The figures ---------------------------------------------------------------------------------------------------------------------------


def test_the_figures_of_the_seed_stand_on_the_screen(qtbot: QtBot, show: Callable[..., StatisticsPage], seed_services: Services) -> None:
    page = show(seed_services, drawn=False)
    page.period.choose(Period.ALL)
    settle(qtbot, page)
    headline = content(page).headline
    assert (headline.interventions.text, headline.ratings.text) == ("7\u202f667", "1\u202f498")
    assert (headline.top.text, headline.rate.text) == ("93\u202f%", "20\u202f%")
    assert (INTERVENTIONS, RATINGS) == (7667, 1498)
    total, *by_month = content(page).ratings.table.rows()
    assert total == ("Total", "7\u202f667", "1\u202f393", "70", "35", "93\u202f%")
    assert len(by_month) == 83 and by_month[0][0] == "nov.\u00a026" and by_month[-1][0] == "janv.\u00a020"


def test_parts_add_up_and_stand_beside(show: Callable[..., StatisticsPage]) -> None:
    page = show(3)
    shown = content(page)
    assert shown.ratings.table.rows() == (
        ("Total", "123", "20", "2", "0", "91\u202f%"),
        ("nov.\u00a026", "42", "11", "2", "0", "85\u202f%"),
        ("oct.\u00a026", "41", "0", "0", "0", "–"),
        ("sept.\u00a026", "40", "9", "0", "0", "100\u202f%"),
    )
    assert shown.waits.table.rows()[0] == ("Total", "12", "10", "8", "6", "4", "2", "31\u00a0min")
    assert shown.kinds.table.rows()[1][0] == "À distance" and shown.technicians.table.rows()[1][0] == "Nadège R."
    assert shown.headline.why.isVisibleTo(page)


def test_words_of_a_month() -> None:
    shown = figures_of(3)
    assert (
        ratings_picture(shown).words[2]
        == "novembre 2026\n42 interventions, 13 avis\nTrès bien\u00a0: 11 (85\u202f%)\nMoyen\u00a0: 2 (15\u202f%)"
    )
    assert waits_picture(shown).words[1] == "octobre 2026\nAucune première réponse"
    assert waits_picture(shown).words[0].splitlines()[:4] == [
        "septembre 2026", "Attente moyenne\u00a0: 30\u00a0min", "21 premières réponses", "≤ 10 min\u00a0: 6 (29\u202f%)",
    ]  # fmt: skip
    assert waits_picture(shown).heights == pytest.approx((1.0, 0.0, 1.0))
    assert mean_wait(shown) == pytest.approx(31.0) and mean_wait(NOTHING) is None


def test_shares_and_minutes_in_words() -> None:
    assert [percent(share) for share in (None, 0.0, 0.001, 0.93)] == ["–", "0\u202f%", "<\u202f1\u202f%", "93\u202f%"]
    assert [minutes(value) for value in (None, 0.4, 59.4, 59.6, 125)] == [
        "–",
        "0\u00a0min",
        "59\u00a0min",
        "1\u00a0h\u00a000",
        "2\u00a0h\u00a005",
    ]
    set_language("en")
    assert short_month(date(2026, 1, 1)) == "Jan\u00a026"


# Axes ----------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("room", [200, 420, 700, 1800])
@pytest.mark.parametrize("count", [1, 2, 12, 25, 80, 400])
def test_months_below_the_bars_never_touch(count: int, room: int) -> None:
    ticks = month_ticks(months(count), room, lambda words: 7.0 * len(words))
    slot = room / count
    places = [(number * slot - 3.5 * len(words), number * slot + 3.5 * len(words)) for number, words in ticks]
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(places))
    assert count < 12 or ticks


def test_months_are_written_as_the_room_allows() -> None:
    def measure(words: str) -> float:
        return 6.0 * len(words)

    assert month_ticks(months(12), 900, measure)[0] == (0, "déc.\u00a025")
    assert [words for _, words in month_ticks(months(12), 500, measure)][:2] == ["janv.\u00a026", "mars\u00a026"]
    assert [words for _, words in month_ticks(months(80), 400, measure)] == ["2021", "2022", "2023", "2024", "2025", "2026"]


@pytest.mark.parametrize("highest", [0, 1, 3, 7, 27, 100, 999, 1_000_000])
def test_an_axis_of_counts_has_few_whole_steps(highest: int) -> None:
    top, ticks = count_ticks(highest)
    assert top >= max(1, highest) and 2 <= len(ticks) <= 5
    assert all(at == int(at) for at, _ in ticks) and ticks[-1][0] == top


# The period ----------------------------------------------------------------------------------------------------------------------------


def test_periods_are_whole_months() -> None:
    assert bounds(Period.TWELVE_MONTHS, TODAY) == (date(2025, 12, 1), date(2026, 11, 30))
    assert bounds(Period.THIS_YEAR, TODAY) == (date(2026, 1, 1), date(2026, 12, 31))
    assert bounds(Period.LAST_YEAR, TODAY) == (date(2025, 1, 1), date(2025, 12, 31))
    assert bounds(Period.ALL, TODAY) == (None, None)
    assert bounds(Period.TWELVE_MONTHS, date(2026, 1, 31)) == (date(2025, 2, 1), date(2026, 1, 31))


def test_twelve_months_are_asked_first_then_what_is_chosen(show: Callable[..., StatisticsPage]) -> None:
    service = Statistics(lambda query: figures_of(2, query))
    page = show(SimpleNamespace(statistics=service), drawn=False)
    QTest.mouseClick(page.period.chip(Period.LAST_YEAR), Qt.MouseButton.LeftButton)
    QTest.keyClick(page.period.chip(Period.LAST_YEAR), Qt.Key.Key_Right)
    assert [(each.since, each.until) for each in service.asked[:2]] == [
        bounds(Period.TWELVE_MONTHS, TODAY),
        bounds(Period.LAST_YEAR, TODAY),
    ]
    assert sum(page.period.chip(period).isChecked() for period in Period) == 1


def test_days_of_ones_own(qtbot: QtBot, show: Callable[..., StatisticsPage]) -> None:
    service = Statistics(lambda query: figures_of(2, query))
    page = show(SimpleNamespace(statistics=service), drawn=False)
    page.period.choose(Period.CHOSEN)
    page.period.since.setText("01/03/2026")
    page.period.until.setText("15/03/2026")
    assert (service.asked[-1].since, service.asked[-1].until) == (date(2026, 3, 1), date(2026, 3, 15))
    count = len(service.asked)
    page.period.until.setText("28/02/2026")
    assert page.period.wrong == "Le dernier jour précède le premier."
    page.period.until.setText("31/02/2026")
    assert page.period.wrong.startswith("Attendu\u00a0: un jour qui existe")
    page.reload()
    assert len(service.asked) == count, "what cannot be is not asked"
    page.period.until.setText("")
    assert page.period.wrong == "" and service.asked[-1].until is None


def test_the_site_counts(show: Callable[..., StatisticsPage]) -> None:
    from uuid import uuid4

    service = Statistics(lambda query: figures_of(2, query))
    page, site = show(SimpleNamespace(statistics=service), drawn=False), uuid4()
    page.set_site(site)
    page.set_site(site)
    assert [each.site_id for each in service.asked] == [None, site]


def test_the_chosen_period_has_a_tick_too(qtbot: QtBot) -> None:
    choice = PeriodChoice(TODAY)
    qtbot.addWidget(choice)
    choice.choose(Period.ALL)
    assert [not choice.chip(period).icon().isNull() for period in Period] == [period is Period.ALL for period in Period]


# States --------------------------------------------------------------------------------------------------------------------------------


def test_an_office_without_interventions_is_told_what_comes(show: Callable[..., StatisticsPage]) -> None:
    page = show(SimpleNamespace(statistics=Statistics(lambda _: NOTHING)), drawn=False)
    assert isinstance(state(page), EmptyState) and state(page).accessibleName().startswith("Pas encore d’intervention")


def test_a_period_without_interventions_leads_to_all_of_them(qtbot: QtBot, show: Callable[..., StatisticsPage]) -> None:
    def answer(query: StatisticsQuery) -> SupportFigures:
        return figures_of(2, query) if query.since is None else SupportFigures(query, satisfaction([]), (), (), (), TODAY, TODAY)

    page = show(SimpleNamespace(statistics=Statistics(answer)), drawn=False)
    empty = state(page)
    assert isinstance(empty, EmptyState) and empty.button is not None
    empty.button.click()
    assert page.period.period is Period.ALL
    qtbot.waitUntil(lambda: state(page) is not empty)


def test_an_error_is_said_and_can_be_tried_again(show: Callable[..., StatisticsPage]) -> None:
    broken = [True]

    def answer(query: StatisticsQuery) -> SupportFigures:
        if broken:
            raise StorageError(msg("La base ne peut pas être lue."))
        return figures_of(2, query)

    page = show(SimpleNamespace(statistics=Statistics(answer)), drawn=False)
    assert isinstance(state(page), ErrorState) and not page.print_button.isEnabled()
    broken.clear()
    state(page).buttons[0].click()
    assert page.figures is not None and page.print_button.isEnabled()


def test_figures_without_first_answers_leave_no_hole(qtbot: QtBot, show: Callable[..., StatisticsPage]) -> None:
    def answer(query: StatisticsQuery) -> SupportFigures:
        found = figures_of(2, query)
        return SupportFigures(query, found.satisfaction, found.by_kind, found.by_technician, (), found.first, found.last)

    page = show(SimpleNamespace(statistics=Statistics(answer)), drawn=False)
    waits = content(page).waits
    assert not waits.table.isVisibleTo(page)
    qtbot.waitUntil(lambda: waits.height() < 110)
