"""The statistics page with figures made up, shown as the window shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from pytestqt.qtbot import QtBot

from app.domain.records import InterventionKind
from app.domain.satisfaction import MonthFigures, satisfaction
from app.domain.values.statistics import Share, StatisticsQuery, SupportFigures, Waits
from app.ui.screen import ScreenContext
from app.ui.support.statistics import StatisticsPage

MakeContext = Callable[..., ScreenContext]


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


def shows(qtbot: QtBot, make_context: MakeContext) -> Callable[..., StatisticsPage]:
    """`shows(…)(services or a count of months)`: the page at 1280 × 720 with its pictures."""

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


def content(page: StatisticsPage) -> Any:
    assert page.content is not None
    return page.content


def state(page: StatisticsPage) -> Any:
    return page._stack.currentWidget()
