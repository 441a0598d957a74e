"""The other short dialogs of a thread: plan a call-back, resolve, change what was written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from textwrap import shorten
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.domain.errors import InputError
from app.domain.formatting import PARIS
from app.domain.records import Urgency
from app.domain.text import msg, tr
from app.ui.screen import ScreenContext
from app.ui.support.contact_fields import contact_field, phone_field
from app.ui.support.question import Done, Question
from app.ui.support.time_field import TimeField, moment_in_paris, parse_time
from app.ui.support.words import URGENCY_WORDS, minutes_text
from app.ui.widgets import DateField, FormField, choice_combo

if TYPE_CHECKING:
    from app.domain.values.support import RequestDetail

#: An intervention that ended so long ago is what the solution is asked for.
JUST_NOW = timedelta(minutes=10)
LENGTHS = (15, 30, 45, 60, 90, 120)
#: A subject may be as long as a letter: the sentence above the fields has two lines.
_LONGEST_LEAD = 110


class PlanDialog(Question):
    """When somebody calls or comes, and for how long."""

    def __init__(self, context: ScreenContext, detail: RequestDetail, parent: QWidget, done: Done) -> None:
        planned = detail.row.appointment_at
        title = tr("Planifier un rendez-vous") if planned is None else tr("Déplacer le rendez-vous")
        lead = tr(
            "{number}, {subject}. Le rendez-vous garde son heure dans la file d’attente.",
            number=detail.row.number,
            subject=shorten(detail.row.subject, _LONGEST_LEAD, placeholder="…"),
        )
        super().__init__(context, title, tr("Planifier") if planned is None else tr("Déplacer"), parent, done, lead=lead)
        self._request: UUID = detail.row.id
        now = context.services.clock.now()
        first = planned.astimezone(PARIS) if planned is not None and planned > now else next_half_hour(now)
        length = detail.appointment_minutes or 30
        choices = [(n, minutes_text(n)) for n in sorted({*LENGTHS, length})]
        self.form.add(FormField("day", tr("Jour"), DateField("day", first.date()), required=True))
        self.form.add(FormField("time", tr("Heure"), TimeField("time", first.time()), required=True))
        self.form.add(FormField("minutes", tr("Durée"), choice_combo(choices, length)))
        self.finish()
        self.form.field("time").editor.setFocus()

    def operation(self, values: dict[str, Any]) -> Callable[[], object]:
        """See `Question`."""
        at = moment_in_paris(values["day"], parse_time(values["time"], "time"))
        if at <= self.context.services.clock.now():
            raise InputError("time", values["time"], msg("une heure à venir"))
        support, request, minutes = self.context.services.support, self._request, values["minutes"]
        return lambda: support.plan(request, at, minutes)


class ResolveDialog(Question):
    """One line on how it was solved: it is what helps the next time."""

    def __init__(self, context: ScreenContext, detail: RequestDetail, parent: QWidget, done: Done) -> None:
        lead = tr("{number}, {subject}", number=detail.row.number, subject=shorten(detail.row.subject, _LONGEST_LEAD, placeholder="…"))
        super().__init__(context, tr("Marquer comme résolue"), tr("Résoudre"), parent, done, lead=lead)
        self._request: UUID = detail.row.id
        line = QLineEdit(" ".join((detail.resolution or _just_reported(detail, context.services.clock.now())).split())[:500])
        line.setMaxLength(500)
        line.setPlaceholderText(tr("Par exemple\u00a0: pilote de l’imprimante réinstallé"))
        missing = tr("Dites en quelques mots ce qui a réglé le problème.")
        self.form.add(FormField("resolution", tr("Comment cela a été résolu"), line, required=True, missing=missing), span=2)
        self.finish()
        line.setFocus()
        line.selectAll()

    def operation(self, values: dict[str, Any]) -> Callable[[], object]:
        """See `Question`."""
        support, request = self.context.services.support, self._request
        return lambda: support.resolve(request, values["resolution"])


class EditDialog(Question):
    """What was written when help was asked for."""

    def __init__(self, context: ScreenContext, detail: RequestDetail, parent: QWidget, done: Done) -> None:
        super().__init__(context, tr("Modifier la demande {number}", number=detail.row.number), tr("Enregistrer"), parent, done)
        self._request: UUID = detail.row.id
        row = detail.row
        urgencies = [(urgency, words[0].render()) for urgency, words in URGENCY_WORDS.items()]
        self._before: dict[str, str] = {
            "subject": row.subject,
            "urgency": row.urgency.value,
            "description": detail.description,
            "contact": row.contact,
            "phone": detail.phone,
        }
        subject, contact, phone, description = (
            QLineEdit(row.subject),
            contact_field(row.contact),
            phone_field(detail.phone),
            QPlainTextEdit(),
        )
        subject.setMaxLength(200)
        description.setPlainText(detail.description)
        description.setFixedHeight(96)
        self.form.add(FormField("subject", tr("Objet"), subject, required=True), span=2)
        self.form.add(FormField("urgency", tr("Urgence"), choice_combo(urgencies, row.urgency)), span=2)
        self.form.add(FormField("description", tr("Détails"), description), span=2)
        self.form.add(FormField("contact", tr("Qui rappeler"), contact))
        self.form.add(FormField("phone", tr("Téléphone"), phone))
        self.finish()
        subject.setFocus()

    def operation(self, values: dict[str, Any]) -> Callable[[], object]:
        """See `Question`."""
        texts = {name: value.value if isinstance(value, Urgency) else str(value) for name, value in values.items()}
        changed = {name: text for name, text in texts.items() if text != self._before[name]}
        support, request = self.context.services.support, self._request
        return lambda: support.change(request, changed) if changed else None


def _just_reported(detail: RequestDetail, now: datetime) -> str:
    """What was written when the last intervention ended a moment ago; an older report, or a question, is no solution."""
    last = detail.interventions[-1] if detail.interventions else None
    if last is None or last.ended_at is None or now - last.ended_at > JUST_NOW or last.report.rstrip().endswith("?"):
        return ""
    return last.report


def next_half_hour(now: datetime) -> datetime:
    """The next whole or half hour in Paris, at least a quarter of an hour away; from 18:00 on, the next day at 9."""
    local = (now + timedelta(minutes=15)).astimezone(PARIS).replace(second=0, microsecond=0)
    rounded = local + timedelta(minutes=-local.minute % 30)
    if rounded.time() >= time(18) or rounded.date() > local.date():
        return datetime.combine(local.date() + timedelta(days=1), time(9), PARIS)
    return max(rounded, datetime.combine(rounded.date(), time(9), PARIS))
