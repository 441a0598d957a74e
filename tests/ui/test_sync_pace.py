"""When to exchange next, by a clock that is moved by hand: often while somebody works, and soon after the faults heal."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from app.ui.sync import pace as paces
from app.ui.sync.pace import Pace
from tests.ui.sync_desk import Seconds

#: A try that hangs is given up after as many seconds at most.
HANGS = 30.0


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


def test_often_while_in_use_and_rarely_when_idle(seconds: Seconds) -> None:
    pace = Pace(seconds, lambda low, high: (low + high) / 2)
    pace.done()
    assert pace.left(waiting=False) == 30 and pace.left(waiting=True) == 2
    seconds.now += 119
    pace.done()
    assert pace.left(waiting=False) == 30
    seconds.now += 2
    pace.done()
    assert pace.left(waiting=False) == 300 and pace.left(waiting=True) == 2
    assert pace.touched() and not pace.touched()
    assert pace.left(waiting=False) == 30


def test_it_backs_off_with_full_jitter_from_one_second_to_five_minutes(seconds: Seconds) -> None:
    pace = Pace(seconds, lambda _, high: high)
    seconds.now += 121
    idle, wanted = [], []
    for _ in range(12):
        pace.begun()
        pace.failed()
        idle.append(pace.left(waiting=False))
        wanted.append(pace.left(waiting=True))
    assert idle == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]
    assert wanted == [1, 2, 4, 8, 16, 32, 45, 45, 45, 45, 45, 45]
    assert pace.touched() and pace.left(waiting=False) == 45
    pace.hasten()
    assert pace.left(waiting=False) == 1
    pace.done()
    assert not pace.failing and pace.left(waiting=True) == 2


def test_the_jitter_is_full(seconds: Seconds) -> None:
    pace = Pace(seconds, random.Random(7).uniform)
    delays = []
    for _ in range(400):
        pace.begun()
        pace.failed()
        delays.append(pace.left(waiting=True))
    settled = sorted(delays[10:])
    assert settled[0] < 1 and 44 < settled[-1] <= 45 and 20 < sum(settled) / len(settled) < 25
    assert max(later - earlier for earlier, later in pairwise(settled)) < 1.5


@pytest.mark.parametrize("wait", [1.0, 60.0, 3600.0])
def test_what_the_server_asks_for_is_waited_for(seconds: Seconds, wait: float) -> None:
    pace = Pace(seconds)
    pace.begun()
    pace.failed(wait)
    assert wait <= pace.left(waiting=True) <= max(wait + 1, wait * 1.1)
    pace.touched()
    pace.hasten()
    assert wait <= pace.left(waiting=True) <= max(wait + 1, wait * 1.1)


def test_a_server_that_asks_for_no_wait_at_all_is_not_asked_again_and_again(seconds: Seconds) -> None:
    pace = Pace(seconds, lambda _, high: high)
    delays = []
    for _ in range(8):
        pace.begun()
        pace.failed(0.0)
        delays.append(pace.left(waiting=True))
    assert delays == [1, 2, 4, 8, 16, 32, 45, 45]


def test_a_shops_pcs_do_not_ask_together(seconds: Seconds) -> None:
    random.seed(7)
    pace = Pace(seconds)
    pace.done()
    left = [pace.left(waiting=False) for _ in range(50)]
    assert all(27 <= one <= 33 for one in left) and len(set(left)) > 40
    assert (paces.AFTER_WRITE, paces.IN_USE, paces.IDLE, paces.FIRST_RETRY, paces.LAST_RETRY) == (2, 30, 300, 1, 300)


# Stall check -----------------------------------------------------------------------------------------------------------------------


class Office:
    """One computer through an outage, driven as the window drives it: planned anew after each try and with each change.

    Attributes:
        tries: when it tried, until it came through.
        emptied: when the outbox was empty again.
    """

    def __init__(self, seed: int, heals: float) -> None:
        self._chance = random.Random(seed)
        self._seconds = Seconds()
        self._seconds.now = 0.0
        self._pace = Pace(self._seconds, self._chance.uniform)
        self._heals = heals
        # Changes that nobody makes at the window, such as the report of a backup, count as well.
        self._changes = sorted(self._chance.uniform(0, heals) for _ in range(self._chance.randrange(1, 4)))
        self._touches = sorted(self._chance.uniform(0, heals) for _ in range(self._chance.randrange(0, 4)))
        self._waiting = False
        self.tries: list[float] = []
        self.emptied = self._live()

    def _live(self) -> float:
        planned = self._pace.left(waiting=False)
        while True:
            while (event := min([*self._changes, *self._touches], default=planned)) < planned:
                self._seconds.now = event
                self._happens(event)
                planned = event + self._pace.left(waiting=self._waiting)
            self._seconds.now = planned
            self.tries.append(planned)
            self._pace.begun()
            if planned >= self._heals:
                return planned
            hung = planned + self._chance.choice([0.01, 5.0, self._chance.uniform(0, HANGS)])
            while (event := min([*self._changes, *self._touches], default=hung)) < hung:
                self._seconds.now = event
                self._happens(event)
            self._seconds.now = hung
            self._pace.failed()
            planned = hung + self._pace.left(waiting=self._waiting)

    def _happens(self, moment: float) -> None:
        if moment in self._changes:
            self._changes.remove(moment)
            self._waiting = True
        else:
            self._touches.remove(moment)
            self._pace.touched()


def test_stall_check_the_outbox_is_empty_within_60_s_after_faults_heal() -> None:
    """A minute less what an exchange itself takes, whatever the length of the outage and whenever something was changed in it."""
    chance = random.Random(7)
    late = []
    for seed in range(2000):
        heals = chance.uniform(1, 2400)
        late.append(Office(seed, heals).emptied - heals)
    assert max(late) < 50
    assert sum(late) / len(late) < 25


def test_stall_check_many_computers_neither_crowd_a_server_that_is_down_nor_one_that_is_back() -> None:
    """What 600 computers ask for in the worst case, with something to send on each: a tenth of the 6,000 that a server has to bear."""
    heals, number = 1800.0, 600
    offices = [Office(seed, heals) for seed in range(number)]
    tries = sum(1 for office in offices for moment in office.tries if heals - 300 <= moment < heals)
    assert tries / 300 < number / 20  # at most half as many again as the polls of a good day, one each 30 s
    back = [int(office.emptied - heals) for office in offices]
    assert max(back.count(second) for second in set(back)) < number / 12
