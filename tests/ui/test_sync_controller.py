"""When the window exchanges, how it says what it does, and that it rests otherwise."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.domain.errors import RuleError, UserError
from app.domain.text import msg, set_language
from app.services.sync_round import Ending, Round
from app.services.sync_status import SyncStatus
from app.sync import errors
from app.sync.engine import SyncReport
from app.ui.sync.chip import SyncChip
from app.ui.sync.controller import SyncController
from app.ui.sync.pace import Pace
from app.ui.sync.state import Phase, SyncView
from app.ui.sync.words import chip_look, facts, headline, skew_words, when
from app.ui.tasks import InlineTaskRunner, Progress, TaskRunner
from tests.offices import StandingClock
from tests.ui.sync_desk import Seconds

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
CONNECTED = SyncStatus("https://serveur.example", "Pressing", "B", 0, 0, NOW, True, None)
LOCAL = SyncStatus("", "", "", 0, 0, None, False, None)


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


# The controller ----------------------------------------------------------------------------------------------------------------------


class Server:
    """A sync service that ends exchanges as it is told."""

    def __init__(self) -> None:
        self.status = CONNECTED
        self.ending: Ending = "done"
        self.why: Any = None
        self.code_needed = False
        self.wait: float | None = None
        self.report = SyncReport()
        self.rounds = 0
        self.written: Callable[[], None] | None = None
        self.aborted = self.interrupted = False
        self.leaving: Callable[[], None] = lambda: None
        self.during: Callable[[Callable[[Any], None], Callable[[], bool]], None] = lambda *_: None

    def exchange(self, report: Callable[[Any], None], cancelled: Callable[[], bool]) -> Round:
        self.rounds += 1
        self.during(report, cancelled)
        ending: Ending = "cancelled" if cancelled() else self.ending
        return Round(ending, self.report if ending == "done" else None, self.why, self.code_needed, self.wait, None, self.status)

    def watch_writes(self, written: Callable[[], None]) -> None:
        self.written = written

    def interrupt(self) -> None:
        self.interrupted = True

    def abort(self) -> None:
        self.aborted = True

    def disconnect(self, *, tell: bool) -> None:
        self.leaving()
        self.status = LOCAL


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def services(server: Server) -> Any:
    return SimpleNamespace(shell=SimpleNamespace(sync_status=lambda: server.status), clock=StandingClock(NOW))


def loaded(services: Any, server: Server) -> Any:
    services.sync = server
    return services


@pytest.fixture
def sync(qtbot: QtBot, services: Any, server: Server, tasks: InlineTaskRunner) -> Iterator[SyncController]:
    found = SyncController(loaded(services, server), tasks)
    yield found
    found.shutdown()


def phase_of(controller: SyncController) -> str:
    """The phase now; a checker would keep the one it saw last."""
    return controller.view.phase


def active(controller: SyncController) -> list[QTimer]:
    return [timer for timer in controller.findChildren(QTimer) if timer.isActive()]


def test_without_a_server_nothing_runs_and_nothing_is_loaded(qtbot: QtBot, services: Any, server: Server, tasks: InlineTaskRunner) -> None:
    server.status = LOCAL
    sync = SyncController(services, tasks)  # `services.sync` does not exist: asking for it would be an error
    sync.refresh()
    assert phase_of(sync) == "local" and active(sync) == [] and not sync._inputs._on and sync._network is None
    sync.now()
    sync._written.emit()
    qtbot.wait(1)
    assert active(sync) == []
    sync.shutdown()


def test_it_exchanges_soon_after_the_start_and_then_rests(sync: SyncController, server: Server) -> None:
    sync.refresh()
    assert phase_of(sync) == "calm" and sync._timer.interval() == 1500 and server.rounds == 0
    sync._timer.timeout.emit()
    assert server.rounds == 1 and phase_of(sync) == "calm" and 27_000 <= sync._timer.interval() <= 33_000
    assert [timer for timer in active(sync) if timer is not sync._timer] == []


def test_a_write_from_a_worker_is_sent_two_seconds_later(qtbot: QtBot, sync: SyncController, server: Server) -> None:
    sync.refresh()
    sync.now()
    assert server.written is not None
    server.status = replace(CONNECTED, pending=1)
    thread = threading.Thread(target=server.written)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: sync.view.pending == 1)
    assert sync._timer.interval() == 2000 and chip_look(sync.view).text == "1 en attente"


def test_two_exchanges_never_overlap(sync: SyncController, server: Server) -> None:
    sync.refresh()

    def meanwhile(*_: object) -> None:
        sync.now()
        sync._timer.timeout.emit()

    server.during = meanwhile
    sync.now()
    assert server.rounds == 1
    server.during = lambda *_: None
    sync.now()
    assert server.rounds == 2


def test_what_the_network_does_is_said_in_words_and_tried_again(sync: SyncController, server: Server) -> None:
    sync.refresh()
    server.ending, server.why = "offline", errors.offline(msg("pas de réponse à temps")).text
    server.status = replace(CONNECTED, pending=3)
    sync.now()
    assert phase_of(sync) == "offline" and sync.view.next_try is not None and sync._timer.isActive()
    assert "pas de réponse à temps" in str(sync.view.why) and chip_look(sync.view).text == "Hors ligne · 3 en attente"
    assert ("En attente", "3 changements") in facts(sync.view, NOW, "fr")
    server.wait = 90.0
    sync.now()
    assert 90_000 <= sync._timer.interval() <= 99_500
    sync._wrote()
    sync._network_is_back()
    assert 89_000 <= sync._timer.interval() <= 99_500  # the server wants nobody back before
    server.ending, server.why, server.wait = "done", None, None
    sync._timer.timeout.emit()
    assert phase_of(sync) == "calm" and sync.view.why is None and sync.view.next_try is None


def test_it_stops_until_somebody_does_something(sync: SyncController, server: Server) -> None:
    sync.refresh()
    server.ending, server.why, server.code_needed = "stopped", errors.RevokedError().text, True
    sync.now()
    assert phase_of(sync) == "stopped" and sync.view.code_needed and not sync._timer.isActive()
    sync._wrote()
    sync._network_is_back()
    assert not sync._timer.isActive() and server.rounds == 1
    server.ending, server.why, server.code_needed = "done", None, False
    sync.connection_changed()
    assert server.rounds == 2 and phase_of(sync) == "calm" and sync._timer.isActive()


def test_a_first_exchange_shows_how_far_it_is_and_can_be_interrupted(qtbot: QtBot, services: Any, server: Server) -> None:
    tasks = TaskRunner()
    sync = SyncController(loaded(services, server), tasks)
    server.status = replace(CONNECTED, first_done=False, last_at=None)
    going = threading.Event()

    def during(report: Callable[[Any], None], cancelled: Callable[[], bool]) -> None:
        for received in itertools.count(2000, 2000):
            if cancelled():
                return
            report(SimpleNamespace(received=min(received, 98_000), head=100_000, waiting=0))
            going.wait(0.002)

    server.during = during
    sync.connection_changed()
    qtbot.waitUntil(lambda: sync.view.progress is not None and sync.view.progress.done > 2000)
    assert sync.view.progress is not None and sync.view.progress.total == 100_000 and "Réception" in sync.view.progress.text
    assert chip_look(sync.view).text == "Premier échange…" and headline(sync.view) == "Premier échange avec le serveur"
    sync.cancel()
    assert server.interrupted
    qtbot.waitUntil(lambda: not sync.running)
    assert phase_of(sync) == "stopped" and "interrompu" in str(sync.view.why) and not sync.view.code_needed and not sync._timer.isActive()
    server.during, server.status = lambda *_: None, CONNECTED
    sync.now()
    qtbot.waitUntil(lambda: phase_of(sync) == "calm")
    sync.shutdown()
    tasks.shutdown()


def test_a_bug_stops_it_instead_of_coming_again_every_minute(qtbot: QtBot, services: Any, server: Server) -> None:
    tasks = InlineTaskRunner()
    bugs: list[BaseException] = []
    tasks.on_bug = bugs.append
    sync = SyncController(loaded(services, server), tasks)
    sync.refresh()

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    server.during = broken
    sync.now()
    assert len(bugs) == 1 and phase_of(sync) == "stopped" and "inattendue" in str(sync.view.why) and not sync.running
    sync.shutdown()


def test_somebody_back_at_the_window_is_served_at_once(services: Any, server: Server, tasks: InlineTaskRunner, seconds: Seconds) -> None:
    pace = Pace(seconds, lambda low, high: (low + high) / 2)
    sync = SyncController(loaded(services, server), tasks, pace=pace)
    sync.refresh()
    seconds.now += 200
    sync.now()
    assert sync._timer.interval() == 300_000
    seconds.now += 100
    sync._touched()
    assert sync._timer.interval() == 0
    sync.shutdown()


def test_a_write_while_it_fails_does_not_wait_as_an_idle_window_does(
    services: Any, server: Server, tasks: InlineTaskRunner, seconds: Seconds
) -> None:
    sync = SyncController(loaded(services, server), tasks, pace=Pace(seconds, lambda _, high: high))
    sync.refresh()
    server.ending, server.why = "offline", errors.offline(msg("pas de réponse à temps")).text
    for _ in range(12):
        sync.now()
    assert sync._timer.interval() == 45_000  # the window was opened just now
    seconds.now += 200
    sync.now()
    assert sync._timer.interval() == 300_000
    seconds.now += 10
    sync._wrote()
    assert sync._timer.interval() == 35_000
    server.status = replace(CONNECTED, pending=1)
    sync.now()
    assert sync._timer.interval() == 45_000
    sync.shutdown()


def test_news_are_told_only_when_there_are_some(sync: SyncController, server: Server) -> None:
    told: list[int] = []
    sync.news.connect(told.append)
    sync.refresh()
    sync.now()
    server.report = SyncReport(pushed=3, pulled=3)
    sync.now()
    assert told == []
    server.report = SyncReport(pulled=2, news=2)
    sync.now()
    assert told == [2]
    server.ending, server.status = "offline", replace(CONNECTED, conflicts=1)
    sync.now()
    assert told == [2, 0]  # a value was set aside before the line was cut: its record stands otherwise here now
    sync.now()
    assert told == [2, 0]


def test_started_offline_it_never_asks(qtbot: QtBot, services: Any, server: Server, tasks: InlineTaskRunner) -> None:
    sync = SyncController(loaded(services, server), tasks, offline=True)
    sync.refresh()
    sync.now()
    assert server.rounds == 0 and active(sync) == [] and "--offline" in str(sync.view.why)
    assert chip_look(sync.view).text == "Hors ligne"
    sync.shutdown()


def test_leaving_ends_everything(qtbot: QtBot, sync: SyncController, server: Server) -> None:
    sync.refresh()
    done: list[int] = []
    sync.leave(lambda: done.append(1), lambda _: pytest.fail("refused"), sync)
    assert done == [1] and phase_of(sync) == "local" and active(sync) == [] and not sync._inputs._on
    sync.shutdown()
    assert server.aborted


def test_while_it_leaves_it_says_so_and_begins_nothing(qtbot: QtBot, sync: SyncController, server: Server) -> None:
    sync.refresh()
    said: list[str] = []

    def meanwhile() -> None:
        said.append(headline(sync.view))
        sync.now()
        sync._wrote()
        sync.refresh()
        said.append(headline(sync.view))

    server.leaving = meanwhile
    sync.leave(lambda: None, lambda _: pytest.fail("refused"), sync)
    assert said == ["Déconnexion…"] * 2 and server.rounds == 0 and not sync.view.leaving


def test_who_could_not_leave_goes_on(qtbot: QtBot, sync: SyncController, server: Server) -> None:
    sync.refresh()

    def refuse() -> None:
        raise RuleError(msg("disque plein"))

    server.leaving = refuse
    failures: list[UserError] = []
    sync.leave(lambda: pytest.fail("left"), failures.append, sync)
    assert len(failures) == 1 and sync.view.connected and not sync.view.leaving and sync._timer.isActive()


def test_a_first_exchange_that_has_not_begun_is_no_office_that_is_up_to_date(sync: SyncController, server: Server) -> None:
    server.status = replace(CONNECTED, first_done=False, last_at=None)
    sync.refresh()
    assert phase_of(sync) == "calm" and headline(sync.view) == "Premier échange avec le serveur"
    assert chip_look(sync.view).text == "Premier échange…"
    server.ending, server.why = "offline", errors.offline(msg("pas de réponse à temps")).text
    sync.now()
    assert "reprendra tout seul" in headline(sync.view)


# Words -------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phase", "changes", "fr", "en"),
    [
        ("local", {"status": LOCAL}, "Local", "Local"),
        ("calm", {}, "À jour", "Up to date"),
        ("exchanging", {}, "À jour", "Up to date"),
        ("calm", {"status": replace(CONNECTED, pending=1200)}, "1\u202f200 en attente", "1,200 waiting"),
        ("offline", {}, "Hors ligne", "Offline"),
        ("calm", {"status": replace(CONNECTED, conflicts=1)}, "1 conflit", "1 conflict"),
        ("offline", {"status": replace(CONNECTED, conflicts=2, pending=4)}, "2 conflits", "2 conflicts"),
        ("stopped", {"status": replace(CONNECTED, conflicts=2)}, "Arrêté", "Stopped"),
    ],
)
def test_the_chip_says_what_wants_attention_first(qtbot: QtBot, phase: Phase, changes: dict[str, Any], fr: str, en: str) -> None:
    view = SyncView(**{"phase": phase, "status": CONNECTED, **changes})
    chip = SyncChip()
    qtbot.addWidget(chip)
    for language, word in (("fr", fr), ("en", en)):
        set_language(language)
        chip.show_view(SyncView())
        chip.show_view(view)
        assert chip.text() == word and word in chip.accessibleName() and not chip.icon().isNull()
    chip.set_narrow(True)
    assert chip.text() == "" and en in chip.accessibleName()


def test_the_chips_tip_says_since_when_and_that_it_is_offline_too(qtbot: QtBot) -> None:
    chip = SyncChip()
    qtbot.addWidget(chip)
    chip.show_view(SyncView("offline", replace(CONNECTED, conflicts=2, last_at=datetime(2026, 11, 22, 14, 5, tzinfo=UTC))))
    first, second, third = chip.toolTip().split("\n")
    assert first.startswith("Hors ligne") and second == "2 conflits" and third == "Dernier échange\u00a0: 22/11/2026 15:05"


def test_every_state_has_an_icon_of_its_own() -> None:
    views = [
        SyncView("local", LOCAL),
        SyncView("calm", CONNECTED),
        SyncView("calm", replace(CONNECTED, pending=1)),
        SyncView("calm", replace(CONNECTED, conflicts=1)),
        SyncView("offline", CONNECTED),
        SyncView("stopped", CONNECTED),
        SyncView("exchanging", replace(CONNECTED, first_done=False), progress=Progress(1, 2)),
    ]
    assert len({chip_look(view).icon_name for view in views}) == len(views) == len({chip_look(view).text for view in views})


def test_clocks_and_moments_in_words() -> None:
    assert "avance de 12 minutes" in skew_words(720) and "retarde de 1 minute " in skew_words(-20)
    assert when(NOW, NOW, "fr") == "aujourd’hui à 11:00"
    assert when(datetime(2026, 11, 20, 8, 5, tzinfo=UTC), NOW, "fr") == "20/11/2026 09:05"
