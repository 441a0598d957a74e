"""Work off Qt's thread: one database worker, a small pool for files and one for the server, results back on Qt's thread.

The contract, for everything that calls `run`:

* `operation` runs in a worker. It must not touch a widget. It opens its own session and returns frozen values.
* `on_success`, `on_failure` and `progress` run on Qt's thread, from a slot of the runner.
* Nothing is called once the owner is gone or the handle was cancelled.
* A `UserError` goes to `on_failure`; any other exception is a bug: it goes to the `on_bug` hook, and `on_failure` receives an
  `UnexpectedError` so that the screen can leave its busy state.
"""

from __future__ import annotations

import contextlib
import inspect
import weakref
from collections.abc import Callable
from typing import Any, Literal, Protocol, TypeVar, overload

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal, Slot

from app.domain.errors import UserError
from app.ui.task_work import (
    FailureHandler,
    LaneWorkers,
    Progress,
    ProgressHandler,
    Task,
    TaskCancelledError,
    TaskControl,
    TaskHandle,
    UnexpectedError,
)

__all__ = [
    "FailureHandler",
    "InlineTaskRunner",
    "Lane",
    "Progress",
    "ProgressHandler",
    "TaskCancelledError",
    "TaskControl",
    "TaskHandle",
    "TaskRunner",
    "Tasks",
    "UnexpectedError",
]

T = TypeVar("T")
Lane = Literal["database", "files", "server"]
FILE_WORKERS = 2
#: The exchange, and what cuts it short.
SERVER_WORKERS = 2


class Tasks(Protocol):
    """What screens and widgets know of the runner."""

    @overload
    def run(
        self,
        operation: Callable[[], T],
        on_success: Callable[[T], object] | None = ...,
        on_failure: FailureHandler | None = ...,
        owner: QObject | None = ...,
        *,
        lane: Lane = ...,
        progress: ProgressHandler | None = ...,
        latest: str | None = ...,
    ) -> TaskHandle: ...

    @overload
    def run(
        self,
        operation: Callable[[TaskControl], T],
        on_success: Callable[[T], object] | None = ...,
        on_failure: FailureHandler | None = ...,
        owner: QObject | None = ...,
        *,
        lane: Lane = ...,
        progress: ProgressHandler | None = ...,
        latest: str | None = ...,
    ) -> TaskHandle: ...


class _Settling(QObject):
    """Calls back on Qt's thread; shared by the threaded and the inline runner."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on_bug: Callable[[BaseException], object] | None = None
        self.on_unhandled_failure: FailureHandler | None = None

    def _settle(self, task: Task) -> None:
        task.handle._finished = True
        error, result, wanted = task.error, task.result, task.wanted()
        task.error = task.result = None
        if isinstance(error, TaskCancelledError) or (error is not None and task.handle.cancelled):
            return
        if error is not None and not isinstance(error, UserError):
            if self.on_bug is not None:
                self.on_bug(error)
            error = UnexpectedError(error)
        if not wanted:
            return
        if error is None:
            if (succeed := task.on_success()) is not None:
                succeed(result)
        elif (fail := task.on_failure()) is not None:
            fail(error)
        elif self.on_unhandled_failure is not None and not isinstance(error, UnexpectedError):
            self.on_unhandled_failure(error)


class TaskRunner(_Settling):
    """Runs operations in worker threads and calls back on Qt's thread.

    Attributes:
        on_bug: called on Qt's thread with an exception that is not a `UserError`.
        on_unhandled_failure: called on Qt's thread with a `UserError` nobody else handles.
        interrupt: called (any thread) to stop the statement the database worker is in, when a newer task with the same
            `latest` key arrives. It must be safe to call at any time.

    Thread: created, called and shut down on Qt's thread.
    """

    idle = Signal()
    """Nothing is queued, running or waiting to be delivered any more."""
    _happened = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outstanding = 0
        self.interrupt: Callable[[], None] | None = None
        self._lanes: dict[Lane, LaneWorkers] = {
            "database": LaneWorkers("database", 1, self._emit),
            "files": LaneWorkers("files", FILE_WORKERS, self._emit),
            "server": LaneWorkers("server", SERVER_WORKERS, self._emit),
        }
        self._closed = False
        self._happened.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        operation: Callable[..., T],
        on_success: Callable[[T], object] | None = None,
        on_failure: FailureHandler | None = None,
        owner: QObject | None = None,
        *,
        lane: Lane = "database",
        progress: ProgressHandler | None = None,
        latest: str | None = None,
    ) -> TaskHandle:
        """Queue `operation`; the callbacks come later, on Qt's thread.

        Args:
            operation: the work, taking nothing or a `TaskControl`.
            on_success: receives what the operation returned.
            on_failure: receives the `UserError`; without it `on_unhandled_failure` does.
            owner: the widget that waits; once it is gone nothing is called. Default: the object `on_success` is a method of.
            lane: `"database"` (one worker, in order), `"files"` (small pool, for files and network) or `"server"` (small pool, for the
                exchange with the server and for leaving it, which a long backup must not hold up).
            progress: receives `Progress`, the newest only.
            latest: a key; a newer task with the same key replaces older ones. For reads only: a replaced one may never run.
        """
        if QThread.currentThread() is not self.thread():
            raise RuntimeError("TaskRunner.run is called on Qt's thread only")
        task = _make_task(operation, on_success, on_failure, owner, progress, latest)
        if self._closed:
            task.handle.cancel()
            return task.handle
        workers = self._lanes[lane]
        self._outstanding += 1
        if latest is not None:
            task.handle._on_cancel = lambda: workers.interrupt_if_running(task, self.interrupt)
            for older in workers.with_key(latest):
                older.handle.cancel()
        workers.put(task)
        return task.handle

    def shutdown(self) -> None:
        """Finish queued database work that may write, drop the rest, and join all threads."""
        self._closed = True
        for workers in self._lanes.values():
            workers.close()
        for workers in self._lanes.values():
            workers.join()

    def _emit(self, event: tuple[Task, bool]) -> None:
        with contextlib.suppress(RuntimeError):  # the runner's C++ side is gone: the program is ending
            self._happened.emit(event)

    @Slot(object)
    def _deliver(self, event: tuple[Task, bool]) -> None:
        task, ended = event
        if self._closed:
            return
        if ended:
            self._settle(task)
            self._outstanding -= 1
            if self._outstanding == 0:
                self.idle.emit()
            return
        newest, task.last_progress = task.last_progress, None
        if newest is not None and task.wanted() and (report := task.progress()) is not None:
            report(newest)


class InlineTaskRunner(_Settling):
    """The same interface, synchronous, for tests: `run` returns after the callbacks were called."""

    def run(
        self,
        operation: Callable[..., T],
        on_success: Callable[[T], object] | None = None,
        on_failure: FailureHandler | None = None,
        owner: QObject | None = None,
        *,
        lane: Lane = "database",
        progress: ProgressHandler | None = None,
        latest: str | None = None,
    ) -> TaskHandle:
        """Run `operation` now and call back at once; see `TaskRunner.run`."""
        task = _make_task(operation, on_success, on_failure, owner, progress, latest)
        task.execute(progress or (lambda _: None))
        self._settle(task)
        return task.handle

    def shutdown(self) -> None:
        """Nothing to join."""


def _make_task(
    operation: Callable[..., Any],
    on_success: Callable[[Any], object] | None,
    on_failure: FailureHandler | None,
    owner: QObject | None,
    progress: ProgressHandler | None,
    latest: str | None,
) -> Task:
    if owner is None:
        receiver = getattr(on_success, "__self__", None)
        owner = receiver if isinstance(receiver, QObject) else None
    kept = None if owner is None or owner is QCoreApplication.instance() else weakref.ref(owner)
    return Task(operation, _weakly(on_success), _weakly(on_failure), _weakly(progress), kept, latest)


def _weakly(callback: Any) -> Callable[[], Any]:
    """A method of a widget does not keep the widget alive while its task waits; a plain function is kept."""
    if isinstance(getattr(callback, "__self__", None), QObject) and inspect.ismethod(callback):
        return weakref.WeakMethod(callback)
    return lambda: callback
