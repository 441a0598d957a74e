"""What is due once a day while the window is open: contracts whose last day is over, those that an earlier program could not read,
the local copy of the data."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.ui.tasks import FailureHandler, Tasks

if TYPE_CHECKING:
    from app.services import Services

#: After the first screen: what the user does first comes first.
FIRST_AFTER_MS = 10_000
#: A window that stays open for days crosses midnight.
AGAIN_AFTER_MS = 3_600_000


class DailyChores(QObject):
    """Asks each hour whether today's work is done. Doing it twice on one day does nothing the second time.

    Thread: Qt's; the work itself runs in the workers, the copy beside the database's, as it stops nobody.
    """

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        changed: Callable[[], object],
        report: FailureHandler,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks, self._changed, self._report = services, tasks, changed, report
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.do)

    def start(self) -> None:
        """Begin a little later, then go on every hour."""
        self._timer.start(FIRST_AFTER_MS)

    def do(self) -> None:
        """Do what is due now."""
        self._timer.start(AGAIN_AFTER_MS)
        services = self._services
        self._tasks.run(lambda: services.resignations.settle(), self._noted, self._report, self)
        self._tasks.run(lambda: services.contracts.read_again(), self._noted, self._report, self)
        self._tasks.run(lambda: services.maintenance.daily_copy(), None, self._report, self, lane="files")

    def _noted(self, contracts: list[str]) -> None:
        if contracts:
            self._changed()
