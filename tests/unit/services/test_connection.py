"""The connection as it is measured: probes of a real server on loopback, spells the PC was on."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from app.bootstrap import OpenFolder
from app.domain.backup_eligibility import Spell
from app.domain.offer_schema import BackupRules
from app.services.connection import MARK_EVERY, ConnectionWatch
from app.system.awake import awake_seconds
from app.system.probe import answers
from tests.offices import StandingClock, open_office

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
RULES = BackupRules(
    windows_build_min=10_240,
    probe_days=7,
    probes_min=20,
    answered_share_min=Decimal("0.95"),
    gap_hours_max=24,
    good_hours=26,
    late_hours=72,
)


class Time:
    """A PC's two clocks: one on the wall, one that stands still in its sleep."""

    def __init__(self) -> None:
        self.clock = StandingClock()
        self.awake = 1_000.0

    def pass_(self, time: timedelta, *, asleep: timedelta = timedelta()) -> None:
        self.clock.moment += time
        self.awake += (time - asleep).total_seconds()


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def opened(tmp_path: Path, time: Time) -> Iterator[OpenFolder]:
    found = open_office(tmp_path, time.clock)
    yield found
    found.close()


@pytest.fixture
def watch(opened: OpenFolder, time: Time) -> ConnectionWatch:
    return ConnectionWatch(opened.services.context, lambda: time.awake)


# The server --------------------------------------------------------------------------------------------------------------------------


class Answering(BaseHTTPRequestHandler):
    """Answers `/200` with 200 and so on; keeps what it was asked."""

    asked: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        self.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        status = int(self.path.strip("/"))
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", "/200")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def serving() -> Iterator[tuple[str, list[tuple[str, dict[str, str]]]]]:
    asked: list[tuple[str, dict[str, str]]] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Answering,), {"asked": asked}))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(
    ("status", "expected"),
    [(200, True), (204, True), (401, True), (404, True), (500, True), (301, False), (302, False), (502, False), (503, False), (511, False)],
)
def test_the_servers_own_answers_count_and_those_in_its_place_do_not(status: int, expected: bool) -> None:
    with serving() as (address, asked):
        assert answers(f"{address}/{status}") is expected
    assert [path for path, _ in asked] == [f"/{status}"]  # a redirection is not followed


def test_nothing_about_the_pc_is_sent() -> None:
    with serving() as (address, asked):
        assert answers(f"{address}/200")
    assert set(asked[0][1]) == {"host", "user-agent", "accept", "cache-control", "accept-encoding", "connection"}
    assert asked[0][1]["user-agent"] == "Parclair"


def test_a_server_that_is_not_there_does_not_answer() -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    assert not answers(f"http://127.0.0.1:{port}/health")
    assert not answers("http://nowhere.invalid/health", 2.0)
    assert not answers("http://127.0.0.1:99999/")
    assert not answers("gopher://127.0.0.1/")


def test_a_server_that_hangs_is_not_waited_for() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        assert not answers(f"http://127.0.0.1:{silent.getsockname()[1]}/health", 0.3)


def test_a_server_that_speaks_no_http_does_not_answer() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:

        def chatter() -> None:
            connection, _ = server.accept()
            with closing(connection):
                connection.recv(4096)
                connection.sendall(b"220 smtp.example ESMTP\r\n")

        thread = threading.Thread(target=chatter)
        thread.start()
        assert not answers(f"http://127.0.0.1:{server.getsockname()[1]}/health", 5.0)
        thread.join()


# Probes ------------------------------------------------------------------------------------------------------------------------------


def test_without_a_server_nothing_is_asked_and_the_condition_is_unknown(opened: OpenFolder) -> None:
    def never(_: str) -> bool:
        raise AssertionError("nobody may be asked")

    watch = ConnectionWatch(opened.services.context, look=never)
    assert watch.target() is None and watch.probe_once() is None
    found = watch.condition(RULES)
    assert found.met is None and "serveur du prestataire" in str(found.why)


def test_probes_of_a_real_server_are_kept_and_judged(watch: ConnectionWatch, time: Time) -> None:
    with serving() as (address, asked):
        watch.set_target(f"{address}/200")
        for _ in range(19):
            watch.mark_awake()
            assert watch.probe_once() is not None
            time.pass_(20 * MINUTE)
        assert (watch.condition(RULES).met, len(asked)) == (None, 19)
        watch.probe_once()
    assert watch.condition(RULES).met is True
    time.pass_(20 * MINUTE)
    for _ in range(2):
        missed = watch.probe_once()  # the server is gone
        assert missed is not None and not missed.answered
        time.pass_(20 * MINUTE)
    found = watch.condition(RULES)
    assert found.met is False and found.value.startswith("90,9\u202f% de 22 mesures")


def test_a_server_left_is_forgotten_with_its_probes(watch: ConnectionWatch, opened: OpenFolder) -> None:
    with serving() as (address, _):
        watch.set_target(f"{address}/200")
        watch.probe_once()
        watch.set_target(f"{address}/200")  # the same again forgets nothing
        assert watch.condition(RULES).value == "1 mesure"
    watch.set_target(None)
    assert watch.target() is None and watch.condition(RULES).value == ""
    with pytest.raises(ValueError, match="no http address"):
        watch.set_target("file:///etc/passwd")


def test_measures_are_kept_thirty_days_and_never_told_to_others(opened: OpenFolder, time: Time) -> None:
    def told() -> tuple[int, ...]:
        with opened.services.context.store.snapshot() as connection:
            return tuple(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("outbox", "audit_entry"))

    before = told()
    watch = ConnectionWatch(opened.services.context, lambda: time.awake, lambda _: True)
    watch.set_target("https://parclair.example/health")
    for _ in range(40):
        watch.mark_awake()
        watch.probe_once()
        time.pass_(DAY)
    with opened.services.context.store.snapshot() as connection:
        kept = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("probe", "power_spell")]
    assert kept == [31, 31] and told() == before


# When the PC was on ------------------------------------------------------------------------------------------------------------------


def test_marks_that_follow_each_other_are_one_spell(watch: ConnectionWatch, time: Time) -> None:
    start = time.clock.moment
    for _ in range(13):
        watch.mark_awake()
        time.pass_(MARK_EVERY)
    assert watch.spells() == [Spell(start, start + HOUR)]


@pytest.mark.parametrize("asleep", [2 * MINUTE, 10 * MINUTE, 25 * HOUR])
def test_sleep_ends_a_spell(watch: ConnectionWatch, time: Time, asleep: timedelta) -> None:
    start = time.clock.moment
    watch.mark_awake()
    time.pass_(MARK_EVERY)
    watch.mark_awake()
    time.pass_(asleep + MINUTE, asleep=asleep)
    woken = time.clock.moment
    watch.mark_awake()
    time.pass_(MARK_EVERY)
    watch.mark_awake()
    assert watch.spells() == [Spell(start, start + MARK_EVERY), Spell(woken, woken + MARK_EVERY)]


def test_in_modern_standby_the_clocks_go_on_but_the_program_does_not(watch: ConnectionWatch, time: Time) -> None:
    watch.mark_awake()
    time.pass_(8 * HOUR)
    watch.mark_awake()
    assert [spell.end - spell.start for spell in watch.spells()] == [timedelta(), timedelta()]


@pytest.mark.parametrize("jump", [-DAY, -2 * MINUTE, 10 * MINUTE, 400 * DAY])
def test_a_clock_that_somebody_set_ends_a_spell(watch: ConnectionWatch, time: Time, jump: timedelta) -> None:
    watch.mark_awake()
    time.pass_(MARK_EVERY)
    time.clock.moment += jump
    watch.mark_awake()
    assert all(spell.end == spell.start for spell in watch.spells())


def test_an_hour_of_marks_costs_little(watch: ConnectionWatch, time: Time) -> None:
    """A mark is one short write; the order of its cost is held, not the figure of one machine."""
    watch.mark_awake()
    begun = awake_seconds()
    for _ in range(12):
        time.pass_(MARK_EVERY)
        watch.mark_awake()
    assert awake_seconds() - begun < 2.0


def test_a_gap_while_on_is_not_met_and_while_asleep_no_matter(opened: OpenFolder, time: Time) -> None:
    def measured(asleep: timedelta) -> bool | None:
        watch = ConnectionWatch(opened.services.context, lambda: time.awake, lambda _: True)
        watch.set_target(None)
        watch.set_target("https://parclair.example/health")
        for _ in range(30):
            watch.mark_awake()
            watch.probe_once()
            time.pass_(15 * MINUTE)
        for _ in range(300):  # 25 hours in which nobody answers and nobody is asked
            if not asleep:
                watch.mark_awake()
            time.pass_(MARK_EVERY, asleep=min(asleep, MARK_EVERY))
        for _ in range(30):
            watch.mark_awake()
            watch.probe_once()
            time.pass_(15 * MINUTE)
        return watch.condition(RULES).met

    assert measured(asleep=timedelta()) is False
    time.pass_(10 * DAY)
    assert measured(asleep=25 * HOUR) is True
