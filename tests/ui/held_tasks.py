"""A slow database, without waiting: work is held until the test lets it go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from app.ui.tasks import InlineTaskRunner, TaskHandle, _make_task


class HeldTasks(InlineTaskRunner):
    """Runs at once, until `hold()`; what is asked for from then on waits for `release()`, newest of each `latest` key only."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[Any] | None = None
        self.on_bug = _raise
        self.on_unhandled_failure = _raise

    def hold(self) -> None:
        """The database is slow from now on."""
        self._held = []

    @property
    def waiting(self) -> int:
        """How many operations wait."""
        return len([task for task in self._held or [] if not task.handle.cancelled])

    def release(self) -> None:
        """Everything that waits is carried out, in order; what comes after runs at once."""
        held, self._held = self._held or [], None
        for task in held:
            if not task.handle.cancelled:
                task.execute(lambda _: None)
                self._settle(task)

    def run(
        self,
        operation: Callable[..., Any],
        on_success: Callable[[Any], object] | None = None,
        on_failure: Any = None,
        owner: QObject | None = None,
        *,
        lane: Any = "database",
        progress: Any = None,
        latest: str | None = None,
    ) -> TaskHandle:
        """See `Tasks`."""
        if self._held is None or lane != "database":
            return super().run(operation, on_success, on_failure, owner, lane=lane, progress=progress, latest=latest)
        task = _make_task(operation, on_success, on_failure, owner, progress, latest)
        for older in self._held:
            if latest is not None and older.latest == latest:
                older.handle.cancel()
        self._held.append(task)
        return task.handle


def _raise(error: BaseException) -> None:
    raise error
