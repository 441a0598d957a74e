"""Support open or closed on the home screen: its words, when it is asked for, and that it stays true."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.domain.errors import StorageError
from app.domain.explain import Explanation
from app.domain.formatting import PARIS
from app.domain.text import msg, set_language
from app.domain.values.home import SupportContact, SupportNow, SupportOpening
from app.ui.home import opening as opening_module
from app.ui.home.opening import AT_MOST, OpeningLine, opening_words
from app.ui.home.view import HomeScreen
from app.ui.screen import Route, ScreenContext
from app.ui.widgets import WhyButton
from tests.offices import StandingClock, add_three_contracts, open_office
from tests.ui.test_home import summary

MakeContext = Callable[..., ScreenContext]
CONTRACT = UUID(int=7)
SUNDAY = datetime(2026, 11, 22, 10, tzinfo=UTC)
WHY = Explanation(msg("Règle"))


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening_module, "FIRST_AFTER_MS", 0)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenFolder]:
    opened = open_office(tmp_path / "data")
    add_three_contracts(opened)
    yield opened
    opened.close()


@pytest.fixture
def show(qtbot: QtBot, make_context: MakeContext) -> Callable[..., HomeScreen]:
    def make(services: object) -> HomeScreen:
        screen = HomeScreen(make_context(services))
        qtbot.addWidget(screen)
        screen.resize(1084, 660)
        screen.show()
        screen.activate(Route("home"))
        return screen

    return make


@dataclass
class Answers:
    """A home service whose support answers as it is told; `SupportNow` or an error."""

    now: Any
    asked: list[object] = field(default_factory=list)
    contacts: tuple[SupportContact, ...] = (SupportContact(CONTRACT, "Inforum", "+33 4 50 37 15 29", "C-1"),)

    @property
    def services(self) -> SimpleNamespace:
        return SimpleNamespace(home=self)

    def summary(self, _site: object) -> object:
        return summary(contacts=self.contacts)

    def support_now(self, site: object) -> SupportNow:
        self.asked.append(site)
        if isinstance(self.now, Exception):
            raise self.now
        assert isinstance(self.now, SupportNow)
        return self.now


def answer(is_open: bool, changes_in: timedelta) -> SupportNow:
    return SupportNow(SUNDAY, (SupportOpening(CONTRACT, is_open, SUNDAY + changes_in, WHY),))


def line(screen: HomeScreen) -> OpeningLine:
    found = screen.findChild(OpeningLine)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("is_open", "changes_at", "french", "english"),
    [
        (True, "2026-11-24T12:00", "Ouvert jusqu’à 12\u00a0h", "Open until 12:00"),
        (True, "2026-11-25T06:30", "Ouvert jusqu’au 25/11/2026, 6\u00a0h\u00a030", "Open until 25 Nov 2026, 6:30"),
        (False, "2026-11-24T14:00", "Fermé, ouvre à 14\u00a0h", "Closed, opens at 14:00"),
        (False, "2026-11-25T09:00", "Fermé, ouvre demain à 9\u00a0h", "Closed, opens tomorrow at 9:00"),
        (False, "2026-11-30T09:00", "Fermé, ouvre lundi à 9\u00a0h", "Closed, opens on Monday at 9:00"),
        (False, "2026-12-01T09:00", "Fermé, ouvre le 01/12/2026 à 9\u00a0h", "Closed, opens on 1 Dec 2026 at 9:00"),
    ],
)
def test_the_day_is_told_only_where_it_is_not_today(is_open: bool, changes_at: str, french: str, english: str) -> None:
    moment, today = datetime.fromisoformat(changes_at).replace(tzinfo=PARIS), date(2026, 11, 24)
    assert opening_words(is_open, moment.astimezone(UTC), today, "fr") == french
    set_language("en")
    assert opening_words(is_open, moment, today, "en") == english


def test_a_real_office_on_a_sunday_and_on_a_tuesday(show: Callable[..., HomeScreen], office: OpenFolder, qtbot: QtBot) -> None:
    clock = office.services.clock
    assert isinstance(clock, StandingClock)
    screen = show(office.services)
    qtbot.waitUntil(lambda: line(screen).text == "Fermé, ouvre demain à 9\u00a0h")
    assert line(screen).isVisible()
    why = line(screen).findChild(WhyButton)
    assert why is not None and why._why is not None and "du lundi au vendredi" in str(why._why.rule)
    clock.moment = datetime(2026, 11, 24, 9, tzinfo=UTC)
    screen.activate(Route("home"))
    assert line(screen).text == "Ouvert jusqu’au 24/11/2026, 12\u00a0h"  # the window's own day still is Sunday


def test_nothing_is_asked_before_the_screen_is_filled_and_nothing_moves_then(
    show: Callable[..., HomeScreen], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening_module, "FIRST_AFTER_MS", 200)
    answers = Answers(answer(True, timedelta(hours=2)))
    screen = show(answers.services)
    assert answers.asked == [] and not line(screen).isVisible()
    card = line(screen).parentWidget()
    assert card is not None
    qtbot.waitUntil(lambda: 0 < card.height() < 200)
    before = line(screen).geometry(), card.geometry()
    qtbot.waitUntil(lambda: line(screen).isVisible())
    screen.grab()
    assert (line(screen).geometry(), card.geometry()) == before


def test_it_asks_again_when_it_changes(show: Callable[..., HomeScreen], qtbot: QtBot) -> None:
    answers = Answers(answer(True, timedelta(milliseconds=40)))
    screen = show(answers.services)
    qtbot.waitUntil(lambda: line(screen).text.startswith("Ouvert"))
    answers.now = answer(False, timedelta(hours=2))
    qtbot.waitUntil(lambda: line(screen).text.startswith("Fermé"))
    timer = screen._openings._timer
    assert timer.isSingleShot() and timer.isActive() and timer.interval() <= AT_MOST / timedelta(milliseconds=1) + 1


def test_a_screen_that_is_not_shown_asks_nothing(show: Callable[..., HomeScreen], qtbot: QtBot) -> None:
    answers = Answers(answer(True, timedelta(milliseconds=40)))
    screen = show(answers.services)
    qtbot.waitUntil(lambda: len(answers.asked) == 1)
    screen.hide()
    timer = screen._openings._timer
    qtbot.waitUntil(lambda: not timer.isActive())
    assert len(answers.asked) == 1
    screen.show()
    screen.activate(Route("home"))
    assert len(answers.asked) == 2


def test_an_offer_without_hours_claims_nothing(show: Callable[..., HomeScreen], qtbot: QtBot) -> None:
    answers = Answers(SupportNow(SUNDAY, ()))
    screen = show(answers.services)
    qtbot.waitUntil(lambda: len(answers.asked) == 1)
    assert not line(screen).isVisible() and not line(screen).sizePolicy().retainSizeWhenHidden()
    assert not screen._openings._timer.isActive()


def test_an_answer_that_fails_claims_nothing(show: Callable[..., HomeScreen], qtbot: QtBot) -> None:
    answers = Answers(answer(True, timedelta(hours=2)))
    screen = show(answers.services)
    qtbot.waitUntil(lambda: line(screen).isVisible())
    answers.now = StorageError(msg("Le disque ne répond pas."))
    screen.reload()
    assert not line(screen).isVisible()


def test_without_contacts_nothing_is_asked(show: Callable[..., HomeScreen], qtbot: QtBot) -> None:
    answers = Answers(answer(True, timedelta(hours=2)), contacts=())
    screen = show(answers.services)
    assert screen.findChild(OpeningLine) is None and not screen._openings._timer.isActive()
