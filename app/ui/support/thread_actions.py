"""What the buttons of a thread do: each runs in the worker, then everything is read again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.domain.records import REQUEST_TRANSITIONS, RequestStatus
from app.domain.records import label as enum_label
from app.domain.text import tr
from app.ui.screen import ScreenContext
from app.ui.support.intervention_dialogs import LogDialog, StartDialog, StopDialog
from app.ui.support.request_dialogs import EditDialog, PlanDialog, ResolveDialog
from app.ui.widgets import AskDialog

#: What a click may be taken back to; a call-back or a solution is more than a word and is asked for again.
_TAKEN_BACK = (RequestStatus.IN_PROGRESS, RequestStatus.WAITING_FOR_CUSTOMER)

if TYPE_CHECKING:
    from app.domain.values.support import RequestDetail, RequestRow
    from app.services import Services


class ThreadActions(QObject):
    """`changed(id)`: a request changed and is to be read again.

    Attributes:
        dialog: the dialog that is open.
    """

    changed = Signal(object)

    def __init__(self, context: ScreenContext, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self.dialog: QDialog | None = None

    # Interventions -----------------------------------------------------------------------------------------------------------------

    def start(self, detail: RequestDetail) -> None:
        """Ask who works and how, and start the timer."""
        self._with_names(lambda names, current: StartDialog(self._context, detail, names, current, self._host, self._done(detail.row.id)))

    def stop(self, detail: RequestDetail) -> None:
        """Ask for the report and stop the timer."""
        if detail.running is not None:
            self._open(StopDialog(self._context, detail, detail.running, self._host, self._done(detail.row.id)))

    def log(self, detail: RequestDetail) -> None:
        """Ask for an intervention that is over."""
        self._with_names(lambda names, current: LogDialog(self._context, detail, names, current, self._host, self._done(detail.row.id)))

    def _with_names(self, make: Callable[[Sequence[str], str], QDialog]) -> None:
        services = self._context.services
        self._context.tasks.run(
            lambda: (services.support.technicians(), _present(services)),
            lambda found: self._open(make(*found)),
            self._context.report_error,
            self,
        )

    # The request -------------------------------------------------------------------------------------------------------------------

    def move(self, detail: RequestDetail, status: RequestStatus) -> None:
        """Put a request into another status; a resolution is asked for first."""
        if status is RequestStatus.RESOLVED:
            self.resolve(detail)
            return
        if status is RequestStatus.CALL_BACK_PLANNED:
            self.plan(detail)
            return
        if status is RequestStatus.CLOSED:
            self._ask_close(detail)
            return
        before = detail.row.status
        back = before in _TAKEN_BACK and before in REQUEST_TRANSITIONS[status]
        self._move(detail.row, status, (lambda: self._move(detail.row, before)) if back else None)

    def _move(self, row: RequestRow, status: RequestStatus, undo: Callable[[], object] | None = None) -> None:
        support = self._context.services.support

        def done(_: object) -> None:
            self._tell(row.id)
            told = tr("Demande {number}\u00a0: {status}", number=row.number, status=enum_label(status))
            self._context.notify(told, undo=undo)

        self._context.tasks.run(lambda: support.move(row.id, status), done, self._context.report_error, self)

    def _ask_close(self, detail: RequestDetail) -> None:
        """There is no way back from there: not in one click."""
        words = tr("Elle ne pourra plus être rouverte ni recevoir de message. Si le problème revient, faites une nouvelle demande.")
        title = tr("Clôturer la demande {number}\u202f?", number=detail.row.number)
        dialog = AskDialog(title, words, tr("Clôturer"), danger=True, parent=self._host.window())
        dialog.accepted.connect(lambda: self._move(detail.row, RequestStatus.CLOSED))
        self._open(dialog)

    def plan(self, detail: RequestDetail) -> None:
        """Ask for the time of a call-back or a visit."""
        self._open(PlanDialog(self._context, detail, self._host, self._done(detail.row.id)))

    def unplan(self, detail: RequestDetail) -> None:
        """Give the appointment up; the request takes its place in the queue again."""
        support, row = self._context.services.support, detail.row
        at, minutes = row.appointment_at, detail.appointment_minutes

        def undo() -> None:
            if at is not None:
                self._run(lambda: support.plan(row.id, at, minutes), row.id, "")

        def done(_: object) -> None:
            self._tell(row.id)
            self._context.notify(tr("Rendez-vous annulé"), undo=undo)

        self._context.tasks.run(lambda: support.unplan(row.id), done, self._context.report_error, self)

    def export_appointment(self, request_id: UUID, number: str) -> None:
        """Write the appointment as a file for a calendar."""
        chosen, _ = QFileDialog.getSaveFileName(self._host, tr("Exporter le rendez-vous"), f"{number}.ics", tr("Agenda iCalendar (*.ics)"))
        if not chosen:
            return
        services, target = self._context.services, Path(chosen)

        def write() -> None:
            from app.services.outputs import write_whole

            write_whole(target, services.support.appointment_file(request_id))

        def done(_: object) -> None:
            self._context.notify(tr("Enregistré\u00a0: {name}", name=target.name))

        self._context.tasks.run(write, done, self._context.report_error, self)

    def edit(self, detail: RequestDetail) -> None:
        """Change what was written."""
        self._open(EditDialog(self._context, detail, self._host, self._done(detail.row.id)))

    # Resolving and rating ----------------------------------------------------------------------------------------------------------

    def resolve(self, detail: RequestDetail) -> None:
        """Ask how it was solved; then the rating is offered, once."""

        def resolved(_: object) -> None:
            self._context.notify(tr("Demande {number} résolue", number=detail.row.number))
            self._tell(detail.row.id)
            self._offer_rating(detail.row.id)

        self._open(ResolveDialog(self._context, detail, self._host, resolved))

    def _offer_rating(self, request_id: UUID) -> None:
        services = self._context.services

        def offered() -> tuple[RequestRow | None, str]:
            row = services.support.rating_to_ask()
            return row if row is not None and row.id == request_id else None, _present(services)

        def ask(found: tuple[RequestRow | None, str]) -> None:
            row, technician = found
            if row is not None:
                self.rate(row, offered=True, technician=technician)

        self._context.tasks.run(offered, ask, self._context.report_error, self)

    def rate(self, row: RequestRow, *, offered: bool = False, technician: str = "") -> None:
        """Open the three steps of a rating; `offered` and `technician` as in `RatingDialog`."""
        from app.ui.support.rating import RatingDialog

        done = partial(self._tell, row.id)
        self._open(RatingDialog(self._context, row, self._host.window(), done, offered=offered, technician=technician))

    # Help --------------------------------------------------------------------------------------------------------------------------

    def _run(self, operation: Callable[[], object], request_id: UUID, told: str) -> None:
        def done(_: object) -> None:
            self._tell(request_id)
            if told:
                self._context.notify(told)

        self._context.tasks.run(operation, done, self._context.report_error, self)

    def _done(self, request_id: UUID) -> Callable[[object], None]:
        return lambda _: self._tell(request_id)

    def _tell(self, request_id: UUID) -> None:
        self.changed.emit(request_id)
        self._context.data_changed()

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None


def _present(services: Services) -> str:
    """The technician whose session runs on this PC; empty without one. Thread: the worker's."""
    session = services.technicians.current()
    return "" if session is None else session.technician
