"""What the window does by itself: one timer, chores in their time, this PC and its connection."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.domain.errors import StorageError
from app.domain.text import msg
from app.domain.values.pc import PcDocument, known
from app.services.connection import MARK_EVERY as MARK_TIME
from app.services.connection import ConnectionWatch
from app.services.this_pc import ThisPcService
from app.ui import background
from app.ui.background import Background, PcChores
from app.ui.tasks import InlineTaskRunner, TaskRunner
from tests.offices import StandingClock, open_office
from tests.recorded_pcs import WINDOWS_10, windows_pc


class Seconds:
    """A clock of seconds that goes when it is told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def scheduler(qtbot: QtBot, seconds: Seconds) -> Background:
    return Background(clock=seconds)


# The scheduler -----------------------------------------------------------------------------------------------------------------------


def test_chores_take_turns_and_what_was_missed_is_done_once(scheduler: Background, seconds: Seconds) -> None:
    done: list[str] = []
    scheduler.add(lambda: done.append("mark"), every=300)
    scheduler.add(lambda: done.append("probe"), every=1200, first=120)
    scheduler.wake()
    assert done == ["mark"] and scheduler.next_due() == 120
    seconds.now = 120
    scheduler.wake()
    assert done == ["mark", "probe"] and scheduler.next_due() == 180
    seconds.now = 8 * 3600  # it slept
    scheduler.wake()
    scheduler.wake()
    assert done == ["mark", "probe", "mark", "probe"] and scheduler.next_due() == 300


def test_a_jitter_keeps_pcs_from_asking_together(scheduler: Background, seconds: Seconds) -> None:
    moments: list[float] = []
    scheduler.add(lambda: moments.append(seconds.now), every=1200, first=120, jitter=180)
    for _ in range(60):
        due = scheduler.next_due()
        assert due is not None
        seconds.now += due
        scheduler.wake()
    gaps = [after - before for before, after in itertools.pairwise(moments)]
    assert moments[0] >= 0 and all(1020 <= gap <= 1380 for gap in gaps) and len(set(gaps)) > 50


def test_one_timer_sleeps_until_the_next_chore(scheduler: Background) -> None:
    assert scheduler.next_due() is None
    for every in (300, 1200, 86_400):
        scheduler.add(lambda: None, every=every, first=every)
    (timer,) = scheduler.findChildren(QTimer)
    assert timer.isActive() and timer.isSingleShot() and timer.interval() == 300_000


def test_it_wakes_by_itself(qtbot: QtBot) -> None:
    scheduler, done = Background(), []
    scheduler.add(lambda: done.append(1), every=0.001)
    qtbot.waitUntil(lambda: len(done) >= 2)
    scheduler.deleteLater()


# This PC -----------------------------------------------------------------------------------------------------------------------------


class Pc:
    """A PC and a server that answer what they are told to."""

    def __init__(self, opened: OpenFolder) -> None:
        self.document: PcDocument = windows_pc(WINDOWS_10)
        self.readings: list[int] = []
        self.asked: list[str] = []
        context = opened.services.context
        opened.services.__dict__["this_pc"] = ThisPcService(context, self._read)
        opened.services.__dict__["connection"] = ConnectionWatch(context, lambda: context.clock.now().timestamp(), self._look)

    def _read(self) -> PcDocument:
        self.readings.append(1)
        return self.document

    def _look(self, target: str) -> bool:
        self.asked.append(target)
        return True


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def opened(tmp_path: Path, clock: StandingClock) -> Iterator[OpenFolder]:
    found = open_office(tmp_path, clock)
    yield found
    found.close()


@pytest.fixture
def pc(opened: OpenFolder) -> Pc:
    return Pc(opened)


def count(opened: OpenFolder, table: str) -> int:
    with opened.services.context.store.snapshot() as connection:
        found: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return found


def test_before_a_server_and_a_record_only_the_time_on_is_kept(
    opened: OpenFolder, pc: Pc, tasks: InlineTaskRunner, scheduler: Background, seconds: Seconds, clock: StandingClock
) -> None:
    chores = PcChores(opened.services, tasks, lambda: pytest.fail("nothing changed"))
    chores.start(scheduler)
    for _ in range(12):
        seconds.now += 300
        clock.moment += MARK_TIME
        scheduler.wake()
    assert pc.asked == [] and pc.readings == [] and count(opened, "probe") == 0
    (spell,) = opened.services.connection.spells()
    assert spell.end - spell.start == timedelta(minutes=55)


def test_a_day_of_chores(
    opened: OpenFolder, pc: Pc, tasks: InlineTaskRunner, scheduler: Background, seconds: Seconds, clock: StandingClock
) -> None:
    added = opened.services.this_pc.add()
    opened.services.connection.set_target("https://parclair.example/health")
    changed: list[int] = []
    chores = PcChores(opened.services, tasks, lambda: changed.append(1))
    chores.start(scheduler)
    written = count(opened, "outbox")
    for _ in range(12 * 24):
        seconds.now += 300
        clock.moment += MARK_TIME
        scheduler.wake()
    assert 55 <= len(pc.asked) == count(opened, "probe") <= 90
    # The PC was read when it was added, and once a day since, at no fixed hour.
    assert 2 <= len(pc.readings) <= 3 and changed == [] and count(opened, "outbox") == written
    pc.document = replace(pc.document, teamviewer_id=known("987654321"))
    chores.refresh()
    assert changed == [1] and opened.services.equipment.sheet(added).teamviewer_id == "987654321"


def test_what_fails_is_done_again_at_the_next_turn_and_nobody_is_told(
    opened: OpenFolder, pc: Pc, tasks: InlineTaskRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageError(msg("Le disque est plein."))

    monkeypatch.setattr(opened.services.connection, "mark_awake", full)
    chores = PcChores(opened.services, tasks, lambda: None)
    chores.mark()
    chores.probe()
    chores.refresh()
    monkeypatch.undo()
    chores.mark()
    assert count(opened, "power_spell") == 1


def test_with_real_threads(qtbot: QtBot, opened: OpenFolder, pc: Pc, threaded_tasks: TaskRunner) -> None:
    opened.services.this_pc.add()
    opened.services.connection.set_target("https://parclair.example/health")
    changed: list[int] = []
    chores = PcChores(opened.services, threaded_tasks, lambda: changed.append(1))
    pc.document = replace(pc.document, os_build=known(26_100))
    for chore in (chores.mark, chores.probe, chores.refresh):
        chore()
    qtbot.waitUntil(lambda: bool(changed) and count(opened, "probe") == 1)
    assert count(opened, "power_spell") == 1


def test_nothing_is_due_more_often_than_every_few_minutes() -> None:
    assert min(background.MARK_EVERY, background.PROBE_EVERY - background.PROBE_JITTER, background.REFRESH_EVERY) >= 300
    assert MARK_TIME.total_seconds() == background.MARK_EVERY
