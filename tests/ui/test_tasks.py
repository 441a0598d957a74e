"""What `TaskRunner` promises."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import RuleError, UserError
from app.domain.text import msg
from app.ui.tasks import InlineTaskRunner, Progress, TaskControl, TaskRunner, UnexpectedError

PATIENCE = 5000


class Gate:
    """An operation that waits to be let go, so that a test decides what runs when."""

    def __init__(self, result: object = None) -> None:
        self.entered, self.open, self.result = threading.Event(), threading.Event(), result

    def __call__(self) -> object:
        self.entered.set()
        assert self.open.wait(PATIENCE / 1000)
        return self.result


class Receiver(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.results: list[Any] = []
        self.errors: list[UserError] = []
        self.threads: list[QThread] = []

    def take(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(QThread.currentThread())

    def fail(self, error: UserError) -> None:
        self.errors.append(error)


@pytest.fixture
def receiver(qtbot: QtBot) -> Receiver:
    made = Receiver()
    qtbot.addWidget(made)
    return made


def refuse() -> None:
    raise RuleError(msg("Brouillon"))


def break_down() -> None:
    raise ZeroDivisionError


def test_runs_off_the_qt_thread_and_answers_on_it(qtbot: QtBot, threaded_tasks: TaskRunner, receiver: Receiver) -> None:
    where: list[int] = []
    threaded_tasks.run(lambda: where.append(threading.get_ident()), receiver.take)
    qtbot.waitUntil(lambda: bool(receiver.results), timeout=PATIENCE)
    assert where != [threading.get_ident()]
    assert receiver.threads == [receiver.thread()]


def test_a_plain_function_is_called_on_the_qt_thread_too(qtbot: QtBot, threaded_tasks: TaskRunner) -> None:
    called: list[int] = []
    threaded_tasks.run(lambda: 1, lambda _: called.append(threading.get_ident()))
    qtbot.waitUntil(lambda: bool(called), timeout=PATIENCE)
    assert called == [threading.get_ident()]


def test_database_work_keeps_its_order(qtbot: QtBot, threaded_tasks: TaskRunner, receiver: Receiver) -> None:
    for number in range(50):
        threaded_tasks.run(lambda number=number: number, receiver.take)
    qtbot.waitUntil(lambda: len(receiver.results) == 50, timeout=PATIENCE)
    assert receiver.results == list(range(50))


def test_files_do_not_wait_for_the_database(qtbot: QtBot, threaded_tasks: TaskRunner, receiver: Receiver) -> None:
    gate = Gate()
    threaded_tasks.run(gate)
    threaded_tasks.run(lambda: "file", receiver.take, lane="files")
    qtbot.waitUntil(lambda: receiver.results == ["file"], timeout=PATIENCE)
    gate.open.set()


def test_a_user_error_goes_to_on_failure(qtbot: QtBot, threaded_tasks: TaskRunner, receiver: Receiver) -> None:
    threaded_tasks.run(refuse, receiver.take, receiver.fail)
    qtbot.waitUntil(lambda: bool(receiver.errors), timeout=PATIENCE)
    assert isinstance(receiver.errors[0], RuleError)
    assert receiver.results == []


def test_a_user_error_nobody_handles_goes_to_the_window(qtbot: QtBot, threaded_tasks: TaskRunner, receiver: Receiver) -> None:
    threaded_tasks.on_unhandled_failure = receiver.fail
    threaded_tasks.run(refuse, receiver.take)
    qtbot.waitUntil(lambda: bool(receiver.errors), timeout=PATIENCE)


def test_a_bug_is_reported_and_the_screen_is_told(qtbot: QtBot, threaded_tasks: TaskRunner, receiver: Receiver) -> None:
    bugs: list[BaseException] = []
    threaded_tasks.on_bug = bugs.append
    threaded_tasks.run(break_down, receiver.take, receiver.fail)
    qtbot.waitUntil(lambda: bool(receiver.errors), timeout=PATIENCE)
    assert isinstance(bugs[0], ZeroDivisionError)
    assert isinstance(receiver.errors[0], UnexpectedError)


def test_the_worker_outlives_a_bug(qtbot: QtBot, threaded_tasks: TaskRunner, receiver: Receiver) -> None:
    threaded_tasks.run(break_down)
    threaded_tasks.run(lambda: "after", receiver.take)
    qtbot.waitUntil(lambda: receiver.results == ["after"], timeout=PATIENCE)


def test_results_are_dropped_when_the_owner_is_gone(qtbot: QtBot, threaded_tasks: TaskRunner) -> None:
    gate, called = Gate(), list[object]()
    owner = QObject()
    threaded_tasks.run(gate, called.append, owner=owner)
    assert gate.entered.wait(PATIENCE / 1000)
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    with qtbot.waitSignal(threaded_tasks.idle, timeout=PATIENCE):
        gate.open.set()
    assert called == []


def test_a_queued_write_is_carried_out_though_its_owner_is_gone(qtbot: QtBot, threaded_tasks: TaskRunner) -> None:
    gate, written = Gate(), []
    owner = QObject()
    threaded_tasks.run(gate)
    threaded_tasks.run(lambda: written.append(1), owner=owner)
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    with qtbot.waitSignal(threaded_tasks.idle, timeout=PATIENCE):
        gate.open.set()
    assert written == [1]


def test_a_waiting_task_keeps_no_widget_alive(qtbot: QtBot, threaded_tasks: TaskRunner) -> None:
    gate = Gate()
    gone: list[int] = []
    widget = Receiver()
    widget.destroyed.connect(lambda: gone.append(1))
    threaded_tasks.run(gate, widget.take, widget.fail)
    del widget
    assert gone == [1]
    with qtbot.waitSignal(threaded_tasks.idle, timeout=PATIENCE):
        gate.open.set()


def test_a_cancelled_task_in_the_queue_never_starts(qtbot: QtBot, threaded_tasks: TaskRunner, receiver: Receiver) -> None:
    gate, started = Gate(), []
    threaded_tasks.run(gate)
    handle = threaded_tasks.run(lambda: started.append(1), receiver.take)
    handle.cancel()
    with qtbot.waitSignal(threaded_tasks.idle, timeout=PATIENCE):
        gate.open.set()
    assert (started, receiver.results, handle.finished) == ([], [], True)


def test_a_running_operation_sees_that_it_is_cancelled(qtbot: QtBot, threaded_tasks: TaskRunner, receiver: Receiver) -> None:
    entered = threading.Event()

    def work(control: TaskControl) -> None:
        entered.set()
        while True:
            control.check()

    handle = threaded_tasks.run(work, receiver.take, receiver.fail)
    assert entered.wait(PATIENCE / 1000)
    with qtbot.waitSignal(threaded_tasks.idle, timeout=PATIENCE):
        handle.cancel()
    assert (receiver.results, receiver.errors) == ([], [])


def test_progress_arrives_and_never_floods(qtbot: QtBot, threaded_tasks: TaskRunner, receiver: Receiver) -> None:
    seen: list[Progress] = []

    def work(control: TaskControl) -> str:
        for number in range(10_000):
            control.report(number + 1, 10_000, "…")
        return "done"

    threaded_tasks.run(work, receiver.take, progress=seen.append)
    qtbot.waitUntil(lambda: receiver.results == ["done"], timeout=PATIENCE)
    assert seen
    assert seen[-1].done <= 10_000
    assert len(seen) < 5_000
    assert [step.done for step in seen] == sorted(step.done for step in seen)


def test_a_newer_question_replaces_the_older_ones(qtbot: QtBot, threaded_tasks: TaskRunner, receiver: Receiver) -> None:
    gate, asked = Gate(), list[str]()

    def ask(text: str) -> str:
        asked.append(text)
        return text

    threaded_tasks.run(gate)
    for text in ("c", "ca", "cai"):
        threaded_tasks.run(lambda text=text: ask(text), receiver.take, latest="search")
    threaded_tasks.run(lambda: "other", receiver.take, latest="counts")
    with qtbot.waitSignal(threaded_tasks.idle, timeout=PATIENCE):
        gate.open.set()
    assert asked == ["cai"]
    assert receiver.results == ["cai", "other"]


def test_a_newer_question_interrupts_the_running_one(qtbot: QtBot, threaded_tasks: TaskRunner, receiver: Receiver) -> None:
    entered, interrupted = threading.Event(), threading.Event()
    bugs: list[BaseException] = []
    threaded_tasks.on_bug = bugs.append
    threaded_tasks.interrupt = interrupted.set

    def slow() -> str:
        entered.set()
        assert interrupted.wait(PATIENCE / 1000)
        raise OSError("interrupted")

    threaded_tasks.run(slow, receiver.take, receiver.fail, latest="search")
    assert entered.wait(PATIENCE / 1000)
    threaded_tasks.run(lambda: "new", receiver.take, latest="search")
    qtbot.waitUntil(lambda: receiver.results == ["new"], timeout=PATIENCE)
    assert (bugs, receiver.errors) == ([], [])


def test_a_write_is_never_interrupted(threaded_tasks: TaskRunner) -> None:
    calls: list[int] = []
    threaded_tasks.interrupt = lambda: calls.append(1)
    gate = Gate()
    threaded_tasks.run(gate)
    assert gate.entered.wait(PATIENCE / 1000)
    threaded_tasks.run(lambda: 1, latest="search")
    threaded_tasks.run(lambda: 2, latest="search")
    gate.open.set()
    assert calls == []


def test_shutdown_finishes_writes_drops_reads_and_joins(qtbot: QtBot) -> None:
    runner = TaskRunner()
    before = threading.active_count()
    gate, written, read = Gate(), [], []
    runner.run(gate)
    runner.run(lambda: written.append(1))
    runner.run(lambda: read.append(1), latest="search")
    runner.run(lambda: 1, lane="files")
    gate.open.set()
    runner.shutdown()
    assert (written, read) == ([1], [])
    assert threading.active_count() == before
    assert runner.run(lambda: written.append(2)).cancelled


def test_run_from_a_worker_is_refused(qtbot: QtBot, threaded_tasks: TaskRunner) -> None:
    bugs: list[BaseException] = []
    threaded_tasks.on_bug = bugs.append
    threaded_tasks.run(lambda: threaded_tasks.run(lambda: None))
    qtbot.waitUntil(lambda: bool(bugs), timeout=PATIENCE)
    assert isinstance(bugs[0], RuntimeError)


def test_inline_runner_has_the_same_contract(qtbot: QtBot, receiver: Receiver) -> None:
    runner = InlineTaskRunner()
    seen: list[Progress] = []
    runner.run(lambda: 7, receiver.take)
    runner.run(refuse, receiver.take, receiver.fail)
    runner.run(break_down, receiver.take, receiver.fail)
    work: Callable[[TaskControl], None] = lambda control: control.report(1, 2)  # noqa: E731
    runner.run(work, progress=seen.append)
    assert receiver.results == [7]
    assert [type(error) for error in receiver.errors] == [RuleError, UnexpectedError]
    assert seen == [Progress(1, 2)]
