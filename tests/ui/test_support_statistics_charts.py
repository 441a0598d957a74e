"""The pictures of the statistics of support, which stand still and come after the figures; threads, and the page on paper."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from app.domain.errors import StorageError
from app.domain.records import RatingValue
from app.domain.text import msg
from app.domain.values.statistics import StatisticsQuery
from app.ui import chart_library, theme
from app.ui.chart_library import ChartLibrary
from app.ui.support.statistics import StatisticsPage
from app.ui.support.statistics_period import Period
from app.ui.support.statistics_series import (
    ratings_picture,
)
from app.ui.tasks import TaskRunner
from tests.ui.conftest import Told
from tests.ui.statistics_desk import MakeContext, Statistics, content, figures_of, shows

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def show(qtbot: QtBot, make_context: MakeContext) -> Callable[..., StatisticsPage]:
    """`show(services or a count of months)`: the page at 1280 × 720 with its pictures."""
    return shows(qtbot, make_context)


# Pictures ------------------------------------------------------------------------------------------------------------------------------


def test_the_pictures_come_after_the_figures(qtbot: QtBot, show: Callable[..., StatisticsPage], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ChartLibrary, "loaded", lambda _: None)
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
    def missing(name: str) -> ModuleType:
        raise ImportError(name)

    monkeypatch.setattr(ChartLibrary, "loaded", lambda _: None)
    monkeypatch.setattr(chart_library, "_imported", missing)
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


def test_tab_and_a_click_reach_a_picture(show: Callable[..., StatisticsPage]) -> None:
    page = show(12)
    chart = content(page).ratings.chart
    chart.previousInFocusChain().setFocus()
    page.activateWindow()
    reached = []
    for _ in range(12):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        reached.append(page.window().focusWidget())
    assert chart in reached and chart.viewport() not in reached, "one stop, which has a name"
    content(page).ratings.table.setFocus()
    QTest.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton)
    assert page.window().focusWidget() is chart


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
    assert not [menu for menu in QApplication.topLevelWidgets() if isinstance(menu, QMenu) and menu.isVisible()]


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
    monkeypatch.setattr(ChartLibrary, "loaded", lambda _: None)
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
