"""Work off Qt's thread: one database worker, a small pool for files and network, results back on Qt's thread.

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
import threading
import weakref
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, TypeVar, overload

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal, Slot
from shiboken6 import isValid

from app.domain.errors import UserError
from app.domain.text import msg

T = TypeVar("T")
Lane = Literal["database", "files"]
FailureHandler = Callable[[UserError], object]
ProgressHandler = Callable[["Progress"], object]
FILE_WORKERS = 2


class TaskCancelledError(Exception):
    """Raised inside an operation by `TaskControl.check` once nobody waits for its result any more."""


class UnexpectedError(UserError):
    """A bug, as shown to the user: the crash report has the details, the data is as it was."""

    def __init__(self, cause: BaseException) -> None:
        super().__init__(msg("Une erreur inattendue a interrompu l’opération. Vos données sont intactes. Vous pouvez réessayer."))
        self.__cause__ = cause


@dataclass(frozen=True)
class Progress:
    """How far an operation is. `total` is 0 while unknown."""

    done: int
    total: int
    text: str = ""


class TaskHandle:
    """What `run` returns: lets the caller stop waiting for the result."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._finished = False
        self._on_cancel: Callable[[], None] | None = None

    def cancel(self) -> None:
        """Drop the result; a queued operation never starts, a running one sees `TaskControl.cancelled`."""
        if self._cancelled.is_set() or self._finished:
            return
        self._cancelled.set()
        if self._on_cancel is not None:
            self._on_cancel()

    @property
    def cancelled(self) -> bool:
        """Whether `cancel` was called, or a newer task with the same `latest` key took over."""
        return self._cancelled.is_set()

    @property
    def finished(self) -> bool:
        """Whether the operation ended and its callbacks were called (or dropped)."""
        return self._finished


class TaskControl:
    """Handed to operations that take one argument: progress out, cancellation in. Thread: the worker's."""

    def __init__(self, handle: TaskHandle, report: Callable[[Progress], object]) -> None:
        self._handle = handle
        self._report = report

    @property
    def cancelled(self) -> bool:
        """Whether the user or the screen gave up on this operation."""
        return self._handle.cancelled

    def check(self) -> None:
        """Leave the operation when it was cancelled.

        Raises:
            TaskCancelledError: the operation was cancelled; let it pass, the runner expects it.
        """
        if self._handle.cancelled:
            raise TaskCancelledError

    def report(self, done: int, total: int = 0, text: str = "") -> None:
        """Tell how far the work is; cheap enough to call for every row."""
        self._report(Progress(done, total, text))


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


@dataclass(eq=False)
class _Task:
    operation: Callable[..., Any]
    on_success: Callable[[], Callable[[Any], object] | None]
    on_failure: Callable[[], FailureHandler | None]
    progress: Callable[[], ProgressHandler | None]
    owner: weakref.ref[QObject] | None
    latest: str | None
    handle: TaskHandle = field(default_factory=TaskHandle)
    result: Any = None
    error: BaseException | None = None
    last_progress: Progress | None = None

    def wanted(self) -> bool:
        if self.handle.cancelled:
            return False
        if self.owner is None:
            return True
        owner = self.owner()
        return owner is not None and isValid(owner)

    def skippable(self) -> bool:
        """A queued write is carried out even when nobody waits for it any more; a read is not."""
        return self.handle.cancelled or (self.latest is not None and not self.wanted())

    def execute(self, report: Callable[[Progress], object]) -> None:
        try:
            if _takes_control(self.operation):
                self.result = self.operation(TaskControl(self.handle, report))
            else:
                self.result = self.operation()
        except BaseException as error:  # the worker must outlive whatever an operation does; `settle` sorts it out
            self.error = error


class _Settling(QObject):
    """Calls back on Qt's thread; shared by the threaded and the inline runner."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on_bug: Callable[[BaseException], object] | None = None
        self.on_unhandled_failure: FailureHandler | None = None

    def _settle(self, task: _Task) -> None:
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
        self._lanes: dict[Lane, _LaneWorkers] = {
            "database": _LaneWorkers("database", 1, self._emit),
            "files": _LaneWorkers("files", FILE_WORKERS, self._emit),
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
            lane: `"database"` (one worker, in order) or `"files"` (small pool, for files and network).
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

    def _emit(self, event: tuple[_Task, bool]) -> None:
        with contextlib.suppress(RuntimeError):  # the runner's C++ side is gone: the program is ending
            self._happened.emit(event)

    @Slot(object)
    def _deliver(self, event: tuple[_Task, bool]) -> None:
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


class _LaneWorkers:
    """The queue and threads of one lane; threads start with the first task."""

    def __init__(self, name: str, count: int, emit: Callable[[tuple[_Task, bool]], None]) -> None:
        self._name, self._count, self._emit = name, count, emit
        self._ready = threading.Condition(threading.RLock())
        self._queue: deque[_Task] = deque()
        self._running: set[_Task] = set()
        self._threads: list[threading.Thread] = []
        self._closing = False

    def put(self, task: _Task) -> None:
        with self._ready:
            self._queue.append(task)
            if len(self._threads) < min(self._count, len(self._queue) + len(self._running)):
                thread = threading.Thread(target=self._work, name=f"parclair-{self._name}-{len(self._threads)}", daemon=True)
                self._threads.append(thread)
                thread.start()
            self._ready.notify()

    def with_key(self, key: str) -> list[_Task]:
        with self._ready:
            return [task for task in (*self._queue, *self._running) if task.latest == key]

    def interrupt_if_running(self, task: _Task, interrupt: Callable[[], None] | None) -> None:
        # The lock is held during the call, so the worker cannot have moved on to another statement.
        with self._ready:
            if task in self._running and interrupt is not None:
                interrupt()

    def close(self) -> None:
        with self._ready:
            self._closing = True
            for task in [*self._queue, *self._running]:
                if self._name != "database" or task.latest is not None:
                    task.handle.cancel()
            self._ready.notify_all()

    def join(self) -> None:
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        while True:
            with self._ready:
                while not self._queue and not self._closing:
                    self._ready.wait()
                if not self._queue:
                    return
                task = self._queue.popleft()
                if task.skippable():
                    self._emit((task, True))
                    continue
                self._running.add(task)
            task.execute(lambda newest, task=task: self._progressed(task, newest))  # type: ignore[misc]
            with self._ready:
                self._running.discard(task)
            self._emit((task, True))

    def _progressed(self, task: _Task, newest: Progress) -> None:
        waiting, task.last_progress = task.last_progress, newest
        if waiting is None:
            self._emit((task, False))


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
) -> _Task:
    if owner is None:
        receiver = getattr(on_success, "__self__", None)
        owner = receiver if isinstance(receiver, QObject) else None
    kept = None if owner is None or owner is QCoreApplication.instance() else weakref.ref(owner)
    return _Task(operation, _weakly(on_success), _weakly(on_failure), _weakly(progress), kept, latest)


def _weakly(callback: Any) -> Callable[[], Any]:
    """A method of a widget does not keep the widget alive while its task waits; a plain function is kept."""
    if isinstance(getattr(callback, "__self__", None), QObject) and inspect.ismethod(callback):
        return weakref.WeakMethod(callback)
    return lambda: callback


def _takes_control(operation: Callable[..., Any]) -> bool:
    try:
        parameters = inspect.signature(operation).parameters.values()
    except (TypeError, ValueError):  # a C function without a signature takes nothing from us
        return False
    kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return any(p.kind in kinds and p.default is inspect.Parameter.empty for p in parameters)
