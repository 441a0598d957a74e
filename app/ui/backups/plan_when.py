"""The plan's third step: when it runs, and what is kept."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time

from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QSpinBox

from app.domain.errors import InputError
from app.domain.text import tr
from app.domain.values.backups import BackupPlan, Destination, DestinationKind, Retention, Schedule
from app.ui import theme
from app.ui.support.time_field import parse_time
from app.ui.widgets import AssistantStep, Form, FormField, row, text_label
from app.ui.widgets.forms import expected

_SHORT = 96
_MOST_KIB = 1_000_000


class WhenStep(AssistantStep):
    """Times or hours, what is kept, how fast it may send, the weekly verification."""

    def __init__(self, plan: BackupPlan | None) -> None:
        super().__init__(
            tr("Quand"),
            tr("Un PC éteint ou en veille rattrape de lui-même, quelques minutes après son réveil, la sauvegarde qu’il a manquée."),
        )
        shown = plan if plan is not None else BackupPlan(Destination(DestinationKind.FOLDER, ""))
        schedule = shown.schedule
        self.fixed = QRadioButton(tr("Chaque jour à"))
        self.times = QLineEdit(", ".join(f"{moment:%H:%M}" for moment in schedule.times))
        self.times.setFont(theme.font(tabular=True))
        self.times.setMaximumWidth(200)
        self.times.setAccessibleName(tr("Heures de la journée"))
        self.every = QRadioButton(tr("Toutes les"))
        self.hours = QSpinBox()
        self.hours.setRange(1, 24)
        self.hours.setMaximumWidth(_SHORT)
        self.hours.setValue(schedule.every_hours or 4)
        self.hours.setSuffix(tr("\u00a0h"))
        self.hours.setAccessibleName(tr("Nombre d’heures entre deux sauvegardes"))
        (self.every if schedule.every_hours else self.fixed).setChecked(True)
        self._error = text_label("", "error", wrap=True)
        self._error.hide()
        self.body.addLayout(row(self.fixed, self.times, text_label(tr("séparées par des virgules"), "small"), None))
        self.body.addLayout(row(self.every, self.hours, None))
        self.body.addWidget(self._error)
        self.installed = QCheckBox(tr("Aussi quand Parclair est &fermé (par le planificateur du système)"))
        self.installed.setChecked(schedule.installed)
        self.body.addWidget(self.installed)
        self._add_form(shown)
        self.fixed.toggled.connect(lambda _: self._enable())
        self._enable()

    def _add_form(self, plan: BackupPlan) -> None:
        self.form = Form(columns=3)
        self.form.section(tr("Sauvegardes conservées (0\u00a0: aucune de ce genre)"))
        kept = plan.retention
        for name, title, count in (
            ("keep_daily", tr("Quotidiennes"), kept.keep_daily),
            ("keep_weekly", tr("Hebdomadaires"), kept.keep_weekly),
            ("keep_monthly", tr("Mensuelles"), kept.keep_monthly),
        ):
            self.form.add(FormField(name, title, _spin(count, 1000)))
        self.form.section(tr("Réseau et contrôle"))
        speed = _spin(plan.bandwidth_kib, _MOST_KIB)
        speed.setSuffix(tr("\u00a0Kio/s"))
        speed.setSpecialValueText(tr("sans limite"))
        speed.setSingleStep(100)
        speed.setMaximumWidth(160)
        self.form.add(FormField("bandwidth_kib", tr("Débit d’envoi au plus"), speed))
        verify = QCheckBox()
        verify.setChecked(plan.verify_weekly)
        self.form.add(FormField("verify_weekly", tr("Relire un échantillon chaque semaine"), verify), span=2)
        self.body.addWidget(self.form)

    def validate(self) -> bool:
        """See `AssistantStep`: the times must be times."""
        try:
            self.schedule()
        except InputError as error:
            self.refuse(error)
            return False
        return self.form.values() is not None

    def refuse(self, error: InputError) -> None:
        """Say what is wrong."""
        if not self.form.show_error(error):
            self._error.setText(expected(error.allowed))
            self._error.show()
            self.times.setFocus()

    def schedule(self) -> Schedule:
        """What was chosen.

        Raises:
            InputError: a time that is none.
        """
        if self.every.isChecked():
            return Schedule(every_hours=self.hours.value(), installed=self.installed.isChecked())
        words = [word for word in re.split(r"[,;\s]+", self.times.text().strip()) if word]
        times: tuple[time, ...] = tuple(parse_time(word, "times") for word in words or [""])
        return Schedule(times=times, installed=self.installed.isChecked())

    def fill(self, plan: BackupPlan) -> BackupPlan:
        """The plan with what was chosen here."""
        values = self.form.values() or {}
        return replace(
            plan,
            schedule=self.schedule(),
            retention=Retention(values["keep_daily"], values["keep_weekly"], values["keep_monthly"]),
            bandwidth_kib=values["bandwidth_kib"],
            verify_weekly=values["verify_weekly"],
        )

    def _enable(self) -> None:
        self.times.setEnabled(self.fixed.isChecked())
        self.hours.setEnabled(self.every.isChecked())
        self._error.hide()


def _spin(value: int, most: int) -> QSpinBox:
    made = QSpinBox()
    made.setRange(0, most)
    made.setValue(value)
    made.setMaximumWidth(_SHORT)
    return made
