"""The drawn time line: everything inside, in order, no words on top of each other; the keyboard reaches it all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.records import HolidayZone, Renewal
from app.domain.term_dates import ContractTerms
from app.domain.term_rules import TermRules
from app.domain.timeline import MarkKind, Segment, SegmentKind, Timeline, timeline
from app.ui.contracts.timeline_layout import BAR, TimelineLayout, cut, lay_out
from app.ui.contracts.timeline_widget import TimelineWidget

TODAY = date(2026, 11, 22)
TACIT = TermRules(commitment_months=12, renewal=Renewal.TACIT, renewal_months=12)
OPEN = TermRules(commitment_months=12, renewal=Renewal.OPEN_ENDED, notice_days=15)
ENDING = TermRules(commitment_months=36, renewal=Renewal.NONE)


def line(rules: TermRules, start: date, today: date = TODAY) -> Timeline:
    return timeline(ContractTerms(start, rules.commitment_months, rules), today, HolidayZone.MAINLAND)


LINES = {
    "tacit, first year": line(TACIT, date(2026, 1, 31)),
    "tacit, fourth year": line(TACIT, date(2022, 12, 17)),
    "tacit, thirtieth year": line(TACIT, date(1997, 3, 1)),
    "tacit, not begun": line(TACIT, date(2027, 2, 1)),
    "open-ended, bound": line(OPEN, date(2026, 3, 10)),
    "open-ended, free": line(OPEN, date(2025, 3, 10)),
    "rental": line(ENDING, date(2024, 1, 15)),
    "rental, over": line(ENDING, date(2020, 1, 15)),
    "deadline today": line(TACIT, date(2025, 11, 23)),
}


def measure(text: str) -> int:
    return 7 * len(text)


def spans(layout: TimelineLayout) -> Iterator[tuple[float, float]]:
    yield from ((box.left, box.right) for box in layout.boxes)
    yield from ((flag.left, flag.right) for flag in layout.flags)
    yield from ((tick.left, tick.right) for tick in layout.ticks)
    if layout.notice is not None:
        yield layout.notice.left, layout.notice.right


@pytest.mark.parametrize("width", [620, 1000, 1600])
@pytest.mark.parametrize("name", LINES)
def test_everything_is_inside_and_in_order(name: str, width: int) -> None:
    layout = lay_out(LINES[name], width, measure)
    assert all(0 <= left < right <= width + 1 for left, right in spans(layout))
    assert all(abs(before.right - after.left) < 0.01 for before, after in pairwise(layout.boxes))
    assert 0 <= layout.today_x <= width
    assert all(layout.boxes[0].left - 1 <= flag.x <= width for flag in layout.flags if flag.kind is not MarkKind.TODAY)


@pytest.mark.parametrize("width", [620, 1000, 1600])
@pytest.mark.parametrize("name", LINES)
def test_no_word_lies_on_another_or_on_a_stem(name: str, width: int) -> None:
    layout = lay_out(LINES[name], width, measure)
    for flag in layout.flags:
        for other in layout.flags:
            if flag is other:
                continue
            assert flag.lane != other.lane or flag.right <= other.left or other.right <= flag.left
            assert other.lane < flag.lane or not flag.left < other.x < flag.right
    assert all(before.right < after.left for before, after in pairwise(layout.ticks))


def test_days_stand_where_they_fall() -> None:
    layout = lay_out(LINES["open-ended, bound"], 1000, measure)
    commitment, following = layout.boxes
    assert (commitment.look, following.look) == ("current", "next")
    deadline = next(flag for flag in layout.flags if flag.kind is MarkKind.DEADLINE)
    assert layout.notice is not None
    assert deadline.x < layout.notice.left < layout.notice.right == pytest.approx(commitment.right)
    assert deadline.text == "Échéance\u00a0: 22/02/2027"
    assert {flag.text for flag in layout.flags} >= {
        "Envoi par courrier\u00a0: 17/02/2027",
        "Envoi par e-mail\u00a0: 22/02/2027",
        "Aujourd’hui",
    }


def test_long_past_renewals_leave_room_for_what_comes() -> None:
    past: list[float] = []
    rest: list[float] = []
    for box in lay_out(LINES["tacit, thirtieth year"], 1000, measure).boxes:
        (past if box.segment.kind is SegmentKind.PAST_RENEWALS else rest).append(box.right - box.left)
    assert sum(past) < sum(rest)


def test_the_words_find_room_in_a_narrow_window() -> None:
    layout = lay_out(LINES["open-ended, bound"], 240, measure)
    assert len(layout.flags) == 4
    assert layout.height < 200


def test_a_resigned_contract_stops_on_its_last_day() -> None:
    end = date(2026, 12, 16)
    notice = Segment(SegmentKind.NOTICE, date(2026, 12, 1), end)
    closed = cut(LINES["open-ended, free"], end, notice)
    assert (closed.end, closed.segments[-1].end, closed.continues) == (end, end, False)
    assert MarkKind.DEADLINE not in {mark.kind for mark in closed.marks}
    layout = lay_out(closed, 1000, measure)
    assert layout.ticks[-1].date_text == "16/12/2026"
    assert layout.ticks[-1].title == "Fin du contrat"
    assert not layout.continues


def test_a_contract_that_ends_before_it_was_renewed_is_cut_too() -> None:
    closed = cut(LINES["tacit, first year"], date(2026, 6, 30))
    assert [segment.kind for segment in closed.segments] == [SegmentKind.COMMITMENT]
    assert closed.segments[0].end == date(2026, 6, 30)


def widget(qtbot: QtBot, drawn: Timeline, width: int = 1000) -> TimelineWidget:
    made = TimelineWidget()
    qtbot.addWidget(made)
    made.set_timeline(drawn)
    made.resize(width, made.heightForWidth(width))
    made.show()
    made.grab()
    return made


def test_it_says_what_is_under_the_pointer(qtbot: QtBot) -> None:
    made = widget(qtbot, LINES["open-ended, bound"])
    layout = made.layout_now
    assert layout is not None and layout.notice is not None
    in_bar = layout.bar_top + BAR / 2
    assert made.words_at(QPointF(layout.boxes[0].left + 20, in_bar)) == "Engagement\u00a0: du 10/03/2026 au 09/03/2027 (en cours)"
    assert made.words_at(QPointF((layout.notice.left + layout.notice.right) / 2, in_bar)).startswith("Préavis\u00a0: du 23/02/2027")
    assert made.words_at(QPointF(5, layout.height - 2)) == ""


def test_the_arrow_keys_go_from_one_thing_to_the_next(qtbot: QtBot) -> None:
    made = widget(qtbot, LINES["tacit, first year"])
    assert "Échéance\u00a0: 30/01/2027" in made.accessibleDescription()
    said = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Left):
        QTest.keyClick(made, key)
        said.append(made.accessibleDescription())
    assert said[0].startswith("Engagement") and said[3] == said[4] == said[0]
    assert said[1].startswith("Aujourd’hui\u00a0: dimanche 22\u00a0novembre 2026")
    assert said[2].startswith("Prochaine reconduction")


def test_its_height_follows_its_words(qtbot: QtBot) -> None:
    made = widget(qtbot, LINES["rental"])
    alone = made.heightForWidth(1000)
    made.set_timeline(LINES["tacit, first year"])
    assert made.heightForWidth(1000) > alone
    assert made.heightForWidth(400) >= made.heightForWidth(1000)


def test_a_day_far_outside_is_still_on_the_line() -> None:
    layout = lay_out(LINES["rental, over"], 1000, measure)
    assert layout.boxes[-1].look == "past"
    assert layout.today_x > layout.boxes[-1].right
    assert LINES["rental, over"].end + timedelta(days=1) < TODAY
