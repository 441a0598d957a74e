"""Start an intervention, end it with its report, or write down one that is over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.domain.errors import InputError
from app.domain.formatting import PARIS
from app.domain.records import InterventionKind
from app.domain.text import msg, tr
from app.ui.screen import ScreenContext
from app.ui.support.question import Done, Question, technician_hint
from app.ui.support.time_field import TimeField, moment_in_paris, parse_time
from app.ui.support.words import clock_time, minutes_text, whole_minutes
from app.ui.widgets import DateField, FormField, choice_combo, enum_combo

if TYPE_CHECKING:
    from app.domain.values.support import InterventionRow, RequestDetail


#: As long as a timer may run before its real end is asked for; see `support_work.FORGOTTEN`.
_FORGOTTEN = timedelta(hours=24)


def name_combo(names: Sequence[str], current: str = "") -> QComboBox:
    """A name to type, completed from those used before; the newest one is there already."""
    combo = QComboBox()
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.addItems(list(names))
    combo.setCurrentText(current or (names[0] if names else ""))
    if (editor := combo.lineEdit()) is not None:
        editor.setMaxLength(120)
    return combo


def cover_combo(covered: bool | None) -> QComboBox:
    """Whether a contract pays; the first line is what the request says."""
    said = tr("Comme la demande\u00a0: couverte") if covered else tr("Comme la demande\u00a0: hors contrat")
    return choice_combo(
        [(None, said if covered is not None else tr("Comme la demande")), (True, tr("Couverte")), (False, tr("Facturable"))]
    )


def _technician(names: Sequence[str], current: str, hint: str = "") -> FormField:
    return FormField(
        "technician", tr("Technicien"), name_combo(names, current), required=True, hint=hint, missing=tr("Indiquez le technicien.")
    )


def _report(editor: QPlainTextEdit) -> FormField:
    return FormField("report", tr("Compte rendu"), editor, required=True, missing=tr("Écrivez ce qui a été constaté et fait."))


class StartDialog(Question):
    """Who works, and how; the timer runs from the moment this is accepted."""

    def __init__(
        self, context: ScreenContext, detail: RequestDetail, names: Sequence[str], current: str, parent: QWidget, done: Done
    ) -> None:
        lead = tr("Le chronomètre part maintenant. La demande {number} passe «\u00a0En cours\u00a0».", number=detail.row.number)
        super().__init__(context, tr("Démarrer une intervention"), tr("Démarrer"), parent, done, lead=lead)
        self._request: UUID = detail.row.id
        self.form.add(FormField("kind", tr("Type"), enum_combo(list(InterventionKind), InterventionKind.REMOTE)))
        self.form.add(_technician(names, current))
        self.form.add(FormField("teamviewer_session", tr("Session TeamViewer"), QLineEdit()), span=2)
        self.finish()
        self.form.field("technician").editor.setFocus()

    def operation(self, values: dict[str, Any]) -> Callable[[], object]:
        """See `Question`."""
        support, request = self.context.services.support, self._request
        kind, name, session = InterventionKind(values["kind"]), values["technician"], values["teamviewer_session"]
        return lambda: support.start_intervention(request, kind, name, session)


class StopDialog(Question):
    """What was done, and who pays; the minutes are counted by then."""

    def __init__(self, context: ScreenContext, detail: RequestDetail, running: InterventionRow, parent: QWidget, done: Done) -> None:
        now = context.services.clock.now()
        lead = tr(
            "{technician}, commencée à {time}, {minutes}.",
            technician=running.technician,
            time=clock_time(running.started_at),
            minutes=minutes_text(whole_minutes(running.started_at, now)),
        )
        super().__init__(context, tr("Terminer l’intervention"), tr("Terminer"), parent, done, lead=lead)
        self._intervention: UUID = running.id
        self._forgotten = now - running.started_at > _FORGOTTEN
        if self._forgotten:
            self._ask_end(running)
        report = QPlainTextEdit()
        report.setFixedHeight(110)
        report.setPlaceholderText(tr("Ce qui a été constaté et fait"))
        self.form.add(_report(report), span=2)
        self.form.add(FormField("covered", tr("Prise en charge"), cover_combo(detail.row.covered)))
        self.finish()
        report.setFocus()

    def _ask_end(self, running: InterventionRow) -> None:
        """A timer that ran for more than a day was forgotten: only the technician knows when the work ended."""
        hint = tr("Le chronomètre a tourné plus d’un jour\u00a0: indiquez quand le travail s’est vraiment terminé.")
        day = DateField("end_day", running.started_at.astimezone(PARIS).date())
        self.form.add(FormField("end_day", tr("Jour de la fin"), day, required=True, hint=hint), span=2)
        self.form.add(FormField("ended_at", tr("Heure de fin"), TimeField("ended_at"), required=True), span=2)

    def operation(self, values: dict[str, Any]) -> Callable[[], object]:
        """See `Question`."""
        support, intervention = self.context.services.support, self._intervention
        end = moment_in_paris(values["end_day"], parse_time(values["ended_at"], "ended_at")) if self._forgotten else None
        return lambda: support.stop_intervention(intervention, values["report"], values["covered"], end)


class LogDialog(Question):
    """An intervention that is over: day, times, report."""

    def __init__(
        self, context: ScreenContext, detail: RequestDetail, names: Sequence[str], current: str, parent: QWidget, done: Done
    ) -> None:
        lead = tr("Pour une intervention faite sans chronomètre.")
        super().__init__(context, tr("Consigner une intervention"), tr("Consigner"), parent, done, lead=lead)
        self._request: UUID = detail.row.id
        local = context.services.clock.now().astimezone(PARIS)
        report = QPlainTextEdit()
        report.setFixedHeight(84)
        self.form.add(FormField("kind", tr("Type"), enum_combo(list(InterventionKind), InterventionKind.PHONE)))
        self.form.add(_technician(names, current, technician_hint()))
        self.form.add(FormField("day", tr("Jour"), DateField("day", local.date()), required=True), span=2)
        self.form.add(FormField("start", tr("De"), TimeField("start"), required=True))
        self.form.add(FormField("end", tr("À"), TimeField("end", local.time()), required=True))
        self.form.add(_report(report), span=2)
        self.form.add(FormField("covered", tr("Prise en charge"), cover_combo(detail.row.covered)))
        self.form.add(FormField("teamviewer_session", tr("Session TeamViewer"), QLineEdit()))
        self.finish()
        self.form.field("technician").editor.setFocus()

    def operation(self, values: dict[str, Any]) -> Callable[[], object]:
        """See `Question`."""
        start, end = self._times(values)
        support, request = self.context.services.support, self._request
        kind, name, report = InterventionKind(values["kind"]), values["technician"], values["report"]
        covered, session = values["covered"], values["teamviewer_session"]
        return lambda: support.log_intervention(request, kind, name, start, end, report, covered, session)

    @staticmethod
    def _times(values: dict[str, Any]) -> tuple[datetime, datetime]:
        start = moment_in_paris(values["day"], parse_time(values["start"], "start"))
        end = moment_in_paris(values["day"], parse_time(values["end"], "end"))
        if end <= start:
            raise InputError("end", values["end"], msg("une heure après le début"))
        return start, end
