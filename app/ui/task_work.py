"""The pieces of `TaskRunner`: a task, its handle and control, the queue and threads of a lane. Screens import them from `tasks`."""

from __future__ import annotations

import inspect
import threading
import weakref
from collections import deque
from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.domain.errors import UserError
from app.domain.text import msg

FailureHandler = Callable[[UserError], object]
ProgressHandler = Callable[["Progress"], object]


class TaskCancelledError(Exception):
    """Raised inside an operation by `TaskControl.check` once nobody waits for its result any more."""


class UnexpectedError(UserError):
    """A bug, as shown to the user: the crash report has the details, the data is as it was."""

    def __init__(self, cause: BaseException) -> None:
        super().__init__(msg("Une erreur inattendue a interrompu l’opération. Vos données sont intactes. Vous pouvez réessayer."))
        self.__cause__ = cause


class Progress(NamedTuple):
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


class Task:
    """One operation on its way. Written by one thread at a time: Qt's before and after, the worker's in between."""

    def __init__(
        self,
        operation: Callable[..., Any],
        on_success: Callable[[], Callable[[Any], object] | None],
        on_failure: Callable[[], FailureHandler | None],
        progress: Callable[[], ProgressHandler | None],
        owner: weakref.ref[QObject] | None,
        latest: str | None,
    ) -> None:
        self.operation, self.on_success, self.on_failure, self.progress = operation, on_success, on_failure, progress
        self.owner, self.latest = owner, latest
        self.handle = TaskHandle()
        self.result: Any = None
        self.error: BaseException | None = None
        self.last_progress: Progress | None = None

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


class LaneWorkers:
    """The queue and threads of one lane; threads start with the first task."""

    def __init__(self, name: str, count: int, emit: Callable[[tuple[Task, bool]], None]) -> None:
        self._name, self._count, self._emit = name, count, emit
        self._ready = threading.Condition(threading.RLock())
        self._queue: deque[Task] = deque()
        self._running: set[Task] = set()
        self._threads: list[threading.Thread] = []
        self._closing = False

    def put(self, task: Task) -> None:
        with self._ready:
            self._queue.append(task)
            if len(self._threads) < min(self._count, len(self._queue) + len(self._running)):
                thread = threading.Thread(target=self._work, name=f"parclair-{self._name}-{len(self._threads)}", daemon=True)
                self._threads.append(thread)
                thread.start()
            self._ready.notify()

    def with_key(self, key: str) -> list[Task]:
        with self._ready:
            return [task for task in (*self._queue, *self._running) if task.latest == key]

    def interrupt_if_running(self, task: Task, interrupt: Callable[[], None] | None) -> None:
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

    def _progressed(self, task: Task, newest: Progress) -> None:
        waiting, task.last_progress = task.last_progress, newest
        if waiting is None:
            self._emit((task, False))


def _takes_control(operation: Callable[..., Any]) -> bool:
    try:
        parameters = inspect.signature(operation).parameters.values()
    except (TypeError, ValueError):  # a C function without a signature takes nothing from us
        return False
    kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return any(p.kind in kinds and p.default is inspect.Parameter.empty for p in parameters)
