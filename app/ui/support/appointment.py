"""The call-backs and visits that are planned, day by day, and their file for a calendar."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.formatting import PARIS, long_day
from app.domain.text import msg, tr, trn
from app.ui import theme
from app.ui.screen import Route, ScreenContext
from app.ui.support.thread_actions import ThreadActions
from app.ui.support.words import dialled, minutes_text
from app.ui.widgets import Cell, Column, DataTable, EmptyState, Page, button, row, text_label

if TYPE_CHECKING:
    from app.domain.values.support import Appointment


class AppointmentsPage(QWidget):
    """See the module. `queue_asked()`: the user wants to plan one, from the queue."""

    queue_asked = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._site: UUID | None = None
        self.do = ThreadActions(context, self)
        self._count = text_label("", "strong")
        self.open_button = button(tr("Ouvrir la deman&de"), self._open, icon_name="arrow-right")
        self.export_button = button(tr("Exporter en .&ics…"), self._export, icon_name="calendar-arrow-down")
        self.table = DataTable(
            "appointments", tr("Rendez-vous"), self._columns(), lambda r: r.request_id, context.tasks, context.settings, context.language
        )
        self.table.set_empty(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.SPACE.tiny, 0, theme.SPACE.medium)
        layout.setSpacing(theme.SPACE.small)
        layout.addLayout(row(self._count, None, self.open_button, self.export_button))
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.table.activated.connect(lambda _: self._open())
        self.table.selection_changed.connect(lambda _: self._settle())
        self.table.current_changed.connect(lambda _: self._settle())
        self.table.model.source_shown.connect(self._shown)
        self._settle()

    def set_site(self, site_id: UUID | None) -> None:
        """Only appointments of a site; `None`: all."""
        self._site = site_id

    def reload(self) -> None:
        """Read the list again."""
        services, site = self.context.services, self._site

        def fetch(offset: int, limit: int) -> Page:
            rows = services.support.appointments(site)
            return Page(len(rows), rows[offset : offset + limit])

        self.table.set_source(fetch, keep_position=True)

    def _columns(self) -> list[Column[Appointment]]:
        return [
            Column("day", msg("Jour"), self._day, width=220, sortable=False, required=True),
            Column("time", msg("Heure"), _times, width=110, figures=True, sortable=False, required=True),
            Column("minutes", msg("Durée"), lambda r: minutes_text(r.minutes), width=72, figures=True, sortable=False, spare=2),
            Column("number", msg("Numéro"), lambda r: r.number, width=104, sortable=False),
            Column("subject", msg("Objet"), lambda r: r.subject, width=160, sortable=False, stretch=True, required=True),
            Column("contact", msg("Qui rappeler"), lambda r: r.contact, width=140, sortable=False, spare=1),
            Column("phone", msg("Téléphone"), lambda r: dialled(r.phone) if r.phone else "", width=120, figures=True, sortable=False),
        ]

    def _day(self, each: Appointment) -> Cell:
        day, today = each.at.astimezone(PARIS).date(), self.context.today()
        words = long_day(day, self.context.language, weekday=True)
        if day == today:
            return Cell(tr("Aujourd’hui"), "info", "calendar-clock", tip=words)
        return Cell(tr("Demain") if (day - today).days == 1 else words, tip=words)

    def _shown(self) -> None:
        total = self.table.total
        self._count.setText(trn("{n} rendez-vous à venir", "{n} rendez-vous à venir", total) if total else "")
        if total and self.table.current_id is None:
            self.table.view.selectRow(0)
        self._settle()

    def _settle(self) -> None:
        chosen = self.table.total > 0 and self.table.current_id is not None
        for made in (self.open_button, self.export_button):
            made.setVisible(self.table.total > 0)
            made.setEnabled(chosen)

    def _empty(self) -> EmptyState:
        hint = tr("Choisissez une demande dans la file d’attente, puis «\u00a0Rendez-vous…\u00a0»\u00a0: elle gardera son heure.")
        to_queue = tr("Voir la file d’attente")
        return EmptyState(
            tr("Aucun rendez-vous à venir"), hint, icon_name="calendar-clock", action=to_queue, on_action=self.queue_asked.emit
        )

    def _open(self) -> None:
        if self.table.current_id is not None:
            self.context.navigate(Route("support", self.table.current_id))

    def _export(self) -> None:
        chosen: Appointment | None = self.table.current_record()
        if chosen is not None:
            self.do.export_appointment(chosen.request_id, chosen.number)


def _times(each: Appointment) -> str:
    start = each.at.astimezone(PARIS)
    return f"{start:%H:%M} – {start + timedelta(minutes=each.minutes):%H:%M}"
