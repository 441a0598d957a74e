"""The statistics of support: exact figures, periods, pictures that stand still, paper; the plotting library comes after the figures."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QToolTip
from pytestqt.qtbot import QtBot

from app.bootstrap import open_folder
from app.domain.errors import StorageError
from app.domain.records import InterventionKind, RatingValue
from app.domain.satisfaction import MonthFigures, satisfaction
from app.domain.text import msg, set_language
from app.domain.values.statistics import Share, StatisticsQuery, SupportFigures, Waits
from app.services import Services
from app.ui import theme
from app.ui.screen import ScreenContext
from app.ui.support import statistics_library
from app.ui.support.statistics import StatisticsPage
from app.ui.support.statistics_library import ChartLibrary
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
from app.ui.tasks import TaskRunner
from app.ui.widgets import EmptyState, ErrorState
from tests.bench.seed_figures import INTERVENTIONS, RATINGS, write_csv
from tests.ui.conftest import TODAY, Told

MakeContext = Callable[..., ScreenContext]
ROOT = Path(__file__).resolve().parents[2]


def months(count: int, until: date = date(2026, 11, 1)) -> list[date]:
    last = until.year * 12 + until.month - 1
    return [date(number // 12, number % 12 + 1, 1) for number in range(last - count + 1, last + 1)]


def figures_of(count: int, query: StatisticsQuery | None = None) -> SupportFigures:
    """So many months, each with figures of its own; the second one without any rating or first answer."""
    found = [
        MonthFigures(month, 40 + n, 0 if n == 1 else 9 + n % 5, 0 if n == 1 else n % 3, 0 if n == 1 else n % 2)
        for n, month in enumerate(months(count))
    ]
    total = satisfaction(found)
    waits = tuple(Waits(month, (6, 5, 4, 3, 2, 1), 30.0 + n) for n, month in enumerate(months(count)) if n != 1)
    everything = Share("Nadège R.", None, total.interventions, total.ratings, total.top, 0, 0, total.top_share, total.response_rate)
    kinds = (Share("À distance", InterventionKind.REMOTE, total.interventions, total.ratings, total.top, 0, 0, total.top_share, 0.2),)
    return SupportFigures(query or StatisticsQuery(), total, kinds, (everything,), waits, date(2020, 1, 22), date(2026, 11, 20))


NOTHING = SupportFigures(StatisticsQuery(), satisfaction([]), (), (), (), None, None)


class Statistics:
    """A statistics service that answers with figures made up, and remembers what it was asked."""

    def __init__(self, answer: Callable[[StatisticsQuery], SupportFigures]) -> None:
        self.answer = answer
        self.asked: list[StatisticsQuery] = []
        self.printed: list[tuple[StatisticsQuery, Path]] = []

    def figures(self, query: StatisticsQuery) -> SupportFigures:
        self.asked.append(query)
        return self.answer(query)

    def pdf(self, query: StatisticsQuery, target: Path) -> dict[str, str]:
        self.printed.append((query, target))
        target.write_bytes(b"%PDF-")
        return {"path": str(target)}


@pytest.fixture
def show(qtbot: QtBot, make_context: MakeContext) -> Callable[..., StatisticsPage]:
    """`show(services or a count of months)`: the page at 1280 × 720 with its pictures."""

    def shown(services: Any = 12, *, drawn: bool = True, language: str = "fr") -> StatisticsPage:
        if isinstance(services, int):
            count = services
            services = SimpleNamespace(statistics=Statistics(lambda query: figures_of(count, query)))
        page = StatisticsPage(make_context(services, language=language))
        qtbot.addWidget(page)
        page.resize(1064, 640)
        page.show()
        page.reload()
        if drawn:
            qtbot.waitUntil(
                lambda: page.content is not None and page.content.waits is not None and page.content.waits.chart is not None, timeout=20_000
            )
        settle(qtbot, page)
        return page

    return shown


def settle(qtbot: QtBot, page: StatisticsPage) -> None:
    """Until every part shows the figures of now."""

    def settled() -> bool:
        filled = page.content is not None and page.content.headline.interventions.text and not page.content.busy
        return page._state is not None if page._state is page._stack.currentWidget() else bool(filled)

    qtbot.waitUntil(settled, timeout=20_000)


@pytest.fixture(scope="module")
def seed_services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """The office of the seed's page: 7,667 interventions, 1,498 ratings."""
    folder = tmp_path_factory.mktemp("seed")
    opened = open_folder(folder / "data", role="command")
    opened.services.request_imports.run(write_csv(folder / "seed.csv"))
    yield opened.services
    opened.close()


def content(page: StatisticsPage) -> Any:
    assert page.content is not None
    return page.content


def state(page: StatisticsPage) -> Any:
    return page._stack.currentWidget()


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


# Pictures ------------------------------------------------------------------------------------------------------------------------------


def test_the_pictures_come_after_the_figures(qtbot: QtBot, show: Callable[..., StatisticsPage], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ChartLibrary, "loaded", staticmethod(lambda: None))
    shown: list[tuple[str, Any]] = []
    fetch = ChartLibrary.fetch

    def fetched(library: ChartLibrary, *callbacks: Any) -> None:
        part = content(cast(StatisticsPage, library.parent()))
        shown.append((part.headline.interventions.text, part.ratings.chart))
        fetch(library, *callbacks)

    monkeypatch.setattr(ChartLibrary, "fetch", fetched)
    page = show(12, drawn=False)
    assert shown[0] == ("546", None), "asked for once the figures stand"
    qtbot.waitUntil(lambda: content(page).ratings.chart is not None, timeout=20_000)


def test_without_the_library_the_figures_stay(
    qtbot: QtBot, show: Callable[..., StatisticsPage], make_context: MakeContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> ModuleType:
        raise ImportError("pyqtgraph")

    monkeypatch.setattr(ChartLibrary, "loaded", staticmethod(lambda: None))
    monkeypatch.setattr(statistics_library, "_imported", missing)
    bugs: list[BaseException] = []
    services = SimpleNamespace(statistics=Statistics(lambda query: figures_of(2, query)))
    context = make_context(services)
    cast(Any, context.tasks).on_bug = bugs.append
    page = show(services, drawn=False)
    qtbot.waitUntil(lambda: bool(bugs))
    assert "ne peut pas être affiché" in content(page).ratings._place.words.text()
    assert content(page).ratings.table.rows()


def test_the_plotting_library_is_no_part_of_a_start() -> None:
    code = (
        "import sys; from app.ui.qt_quirks import prepare; prepare(); import app.ui.support.statistics, app.ui.support.rating;"
        " print([name for name in ('numpy', 'pyqtgraph') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert told.strip() == "[]"


def test_it_says_what_is_under_the_pointer(show: Callable[..., StatisticsPage]) -> None:
    page = show(12)
    chart = content(page).ratings.chart
    places = chart.places()
    assert len(places) == 12 and all(before.right() <= after.left() + 0.01 for before, after in itertools.pairwise(places))
    assert chart.words_at(places[11].center()).startswith("novembre 2026\n51 interventions")
    assert chart.words_at(QPointF(1, 1)) == ""
    where = places[0].center().toPoint()
    QApplication.sendEvent(chart.viewport(), QHelpEvent(QEvent.Type.ToolTip, where, chart.mapToGlobal(where)))
    assert QToolTip.text().startswith("décembre 2025")
    QToolTip.hideText()


def test_the_arrow_keys_tell_each_month(show: Callable[..., StatisticsPage]) -> None:
    chart = content(show(12)).waits.chart
    assert chart.accessibleName() == "Attente avant la première réponse, par mois"
    told = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Left):
        QTest.keyClick(chart, key)
        told.append(chart.accessibleDescription().splitlines()[0])
    assert told == ["décembre 2025", "janvier 2026", "novembre 2026", "novembre 2026", "décembre 2025", "décembre 2025"]
    QToolTip.hideText()


def test_nothing_moves_by_mouse_or_wheel(show: Callable[..., StatisticsPage]) -> None:
    page = show(12)
    chart = content(page).ratings.chart
    before = chart.places()
    QTest.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(chart.viewport(), QPoint(200, 60))
    QTest.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 60))
    QTest.mouseClick(chart.viewport(), Qt.MouseButton.RightButton, pos=QPoint(100, 100))
    wheel = QWheelEvent(
        QPointF(100, 100), QPointF(100, 100), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(chart.viewport(), wheel)
    assert chart.places() == before and not wheel.isAccepted(), "the page scrolls instead"
    assert not [popup for popup in QApplication.topLevelWidgets() if popup.isVisible() and popup is not page.window()]


class _Paints(QObject):
    """Counts what is painted, and the timers that fire."""

    def __init__(self) -> None:
        super().__init__()
        self.paints = self.timers = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.paints += event.type() == QEvent.Type.Paint
        self.timers += event.type() == QEvent.Type.Timer
        return False


def test_nothing_is_painted_while_nothing_happens(qtbot: QtBot, qapp: QApplication, show: Callable[..., StatisticsPage]) -> None:
    show(80)
    qtbot.wait(600)
    watching = _Paints()
    qapp.installEventFilter(watching)
    qtbot.wait(2000)
    qapp.removeEventFilter(watching)
    assert watching.paints == 0
    assert watching.timers <= 1, "the one of the wait itself"


def test_the_pictures_follow_the_theme(qapp: QApplication, show: Callable[..., StatisticsPage]) -> None:
    page = show(12)
    chart = content(page).ratings.chart

    def colours() -> set[str]:
        picture: QImage = chart.grab().toImage()
        bar = chart.places()[0]
        middle, side = bar.center().toPoint(), QPoint(int(bar.left()) + 2, int(bar.top()) + 4)
        return {picture.pixelColor(QPoint(middle.x(), int(bar.bottom()) - 12)).name(), picture.pixelColor(side).name()}

    assert theme.LIGHT.ok.line in colours()
    theme.apply(qapp, "dark")
    assert theme.DARK.ok.line in colours() and theme.LIGHT.ok.line not in colours()


@pytest.mark.parametrize("count", [1, 12, 80])
def test_bars_are_never_blown_up(show: Callable[..., StatisticsPage], count: int) -> None:
    page = show(count)
    chart = content(page).ratings.chart
    slot = chart.places()[0].width()
    width = chart.stacks.width * slot
    assert width <= min(36.5, slot)


def test_every_series_has_its_smiley_and_word_in_the_legend(show: Callable[..., StatisticsPage]) -> None:
    page = show(12)
    legend = content(page).ratings.legend
    assert legend.accessibleName() == "Très bien\u00a0: 119, Moyen\u00a0: 11, Mauvais\u00a0: 5"
    assert [series.rating for series in ratings_picture(figures_of(2)).series] == list(RatingValue)


def test_a_narrow_page_puts_figures_below(qtbot: QtBot, show: Callable[..., StatisticsPage]) -> None:
    page = show(12)
    page.resize(640, 480)
    card = content(page).ratings

    def below() -> bool:
        return bool(card.table.mapTo(card, QPoint(0, 0)).y() >= card.chart.mapTo(card, QPoint(0, 0)).y() + card.chart.height())

    qtbot.waitUntil(below)
    assert content(page).width() <= 640


def test_a_table_is_copied_with_its_heads(show: Callable[..., StatisticsPage]) -> None:
    table = content(show(2, drawn=False)).ratings.table
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("Total\t81\t")


# Threads and paper ---------------------------------------------------------------------------------------------------------------------


def test_with_real_threads(qtbot: QtBot, make_context: MakeContext, threaded_tasks: TaskRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ChartLibrary, "loaded", staticmethod(lambda: None))
    services = SimpleNamespace(statistics=Statistics(lambda query: figures_of(12, query)))
    page = StatisticsPage(make_context(services, tasks=threaded_tasks))
    qtbot.addWidget(page)
    page.show()
    page.reload()
    page.period.choose(Period.ALL)
    qtbot.waitUntil(
        lambda: page.content is not None and page.content.waits is not None and page.content.waits.chart is not None, timeout=20_000
    )


def test_the_page_is_printed_where_one_wants_and_can_be_opened(
    show: Callable[..., StatisticsPage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Told
) -> None:
    service = Statistics(lambda query: figures_of(2, query))
    page = show(SimpleNamespace(statistics=service), drawn=False)
    target = tmp_path / "statistiques.pdf"
    proposed: list[str] = []

    def choose(*arguments: Any) -> tuple[str, str]:
        proposed.append(arguments[2])
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    opened: list[QUrl] = []
    monkeypatch.setattr(page, "open_url", opened.append)
    page.print_button.click()
    assert service.printed == [(service.asked[-1], target)] and proposed == ["statistiques-2026-11-22.pdf"]
    assert page.bar.isVisible() and "statistiques.pdf" in page.bar.accessibleName()
    opening: Any = page.bar._actions.itemAt(0)
    opening.widget().click()
    assert opened == [QUrl.fromLocalFile(str(target))]


def test_a_page_that_cannot_be_written_is_said(
    show: Callable[..., StatisticsPage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Told
) -> None:
    service = Statistics(lambda query: figures_of(2, query))

    def refuse(query: StatisticsQuery, target: Path) -> dict[str, str]:
        raise StorageError(msg("Le disque est plein."))

    monkeypatch.setattr(service, "pdf", refuse)
    page = show(SimpleNamespace(statistics=service), drawn=False)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.pdf"), ""))
    page.print_button.click()
    assert [error.text.render() for error in told.errors] == ["Le disque est plein."] and page.print_button.isEnabled()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.print_button.click()
    assert len(told.errors) == 1, "a closed file dialog prints nothing"
