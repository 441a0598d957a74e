"""What the runs of a machine reported: a picture of the last weeks, and beside it every run with its size, its duration and its message."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.backup_problems import next_step
from app.domain.errors import UserError
from app.domain.records import BackupOperation, BackupResult, label
from app.domain.text import language, msg, tr
from app.ui import theme
from app.ui.backups import words
from app.ui.backups.history_looks import MarksLegend
from app.ui.backups.history_series import Measure, measure_title, picture
from app.ui.chart_library import ChartLibrary
from app.ui.screen import ScreenContext
from app.ui.widgets import Cell, Column, DataTable, EmptyState, Page, choice_combo, row, text_label

if TYPE_CHECKING:
    from app.domain.values.backups import ReportRow

DAYS = 90
_CHART = "app.ui.backups.history_chart"
_NARROW = 720


class HistoryView(QWidget):
    """See the module. The plotting library is fetched when there is first something to draw on screen.

    Attributes:
        measure, period: what the bars stand for, and of how many days.
        chart: the picture, once the library is there.
        table: every run, newest first.
    """

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: tuple[ReportRow, ...] = ()
        self._library = ChartLibrary(_CHART, context.tasks, self)
        self.chart: Any = None
        self.measure = choice_combo([(each, measure_title(each)) for each in Measure], Measure.ADDED)
        self.measure.setAccessibleName(tr("Ce que montrent les barres"))
        self.period = choice_combo([(30, tr("30 jours")), (DAYS, tr("90 jours"))], 30)
        self.period.setAccessibleName(tr("Période"))
        self.period.setMinimumContentsLength(7)
        self._waiting = text_label(tr("Chargement du dessin…"), "muted")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._place = QVBoxLayout()
        self._place.addWidget(self._waiting, 1)
        self.table = DataTable(
            "backup_history", tr("Historique"), _columns(), lambda one: one.id, context.tasks, context.settings, context.language
        )
        self.table.set_empty(_empty)
        self.said = text_label("", "muted", wrap=True, selectable=True)
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._lay_out()
        self.measure.currentIndexChanged.connect(lambda _: self._draw())
        self.period.currentIndexChanged.connect(lambda _: self._draw())
        self.table.current_changed.connect(lambda _: self._tell())

    def _lay_out(self) -> None:
        left = QWidget()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.SPACE.tiny)
        inside.addLayout(row(self.measure, self.period, None, MarksLegend()))
        inside.addLayout(self._place, 1)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.SPACE.tiny)
        beside.addWidget(self.table, 1)
        beside.addWidget(self.said)
        self._left, self._right = left, right
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(theme.SPACE.large)
        self._parts.addWidget(left, 1)
        self._parts.addWidget(right, 1)
        self.table.setMinimumHeight(150)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._parts.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    # Showing -----------------------------------------------------------------------------------------------------------------------

    def show_history(self, rows: Sequence[ReportRow]) -> None:
        """Show these runs, newest first."""
        known, self._rows = self._rows, tuple(rows)
        if known != self._rows or self.table.total == 0:
            shown = self._rows
            self.table.set_source(lambda offset, limit: Page(len(shown), shown[offset : offset + limit]), keep_position=True)
        self.said.setText("")
        if self._rows:
            self._library.fetch(self._loaded, self._not_loaded)
        self._draw()
        self._tell()

    def _loaded(self, charts: ModuleType) -> None:
        if self.chart is None:
            self.chart = charts.HistoryChart()
            self._place.insertWidget(0, self.chart, 1)
            QTimer.singleShot(0, self, self._draw)  # in a turn of its own: made and drawn in one it would be a stall

    def _not_loaded(self, _: UserError) -> None:
        self._waiting.setText(tr("Le dessin ne peut pas être affiché\u202f; le tableau dit tout ce qu’il montrerait."))

    def _draw(self) -> None:
        if self.chart is not None:
            self.chart.setVisible(bool(self._rows))
            days = self.period.currentData()
            measure = Measure(self.measure.currentData())  # Qt gives back a plain text
            self.chart.show_picture(picture(self._rows, measure, self._context.today(), days))
        self._waiting.setVisible(self.chart is None or not self._rows)
        if not self._rows:
            self._waiting.setText(tr("Rien à dessiner encore."))

    def _tell(self) -> None:
        one = self.table.current_record()
        parts = []
        if one is not None and one.message:
            parts.append(one.message)
        if one is not None and one.problem is not None and one.result is BackupResult.FAILED:
            parts.append(next_step(one.problem).render())
        self.said.setText(" ".join(parts))
        self.said.setVisible(bool(parts))


def _columns() -> list[Column[ReportRow]]:
    return [
        Column(
            "when",
            msg("Fin"),
            lambda one: one.finished_at,
            width=128 if language() == "fr" else 146,
            figures=True,
            sortable=False,
            required=True,
        ),
        Column("result", msg("Résultat"), _result, width=112, sortable=False, required=True, stretch=True),
        Column("added", msg("Ajouté"), lambda one: _size(one, one.added_bytes), width=74, figures=True, sortable=False),
        Column("size", msg("Taille"), lambda one: _size(one, one.processed_bytes), width=74, figures=True, sortable=False, spare=1),
        Column("duration", msg("Durée"), lambda one: words.duration(one.duration_seconds), width=66, figures=True, sortable=False, spare=2),
        Column("files", msg("Fichiers"), lambda one: one.files, width=76, figures=True, sortable=False, visible=False),
    ]


def _result(one: ReportRow) -> Cell:
    """How a backup ended; of what saves nothing, what it was: a verification must not pass for a backup, at any width."""
    look, icon_name = words.RESULT_LOOKS[one.result]
    operation, result = label(one.operation).render(), label(one.result).render()
    tip = " ".join(filter(None, (tr("{operation}\u00a0: {result}.", operation=operation, result=result.lower()), one.message)))
    return Cell(result if one.operation is BackupOperation.BACKUP else operation, look, icon_name, tip=tip)


def _size(one: ReportRow, count: int) -> Cell:
    if one.operation is BackupOperation.CHECK or (one.result is not BackupResult.SUCCESS and not count):
        return Cell("–", muted=True)
    return Cell(words.size(count))


def _empty() -> EmptyState:
    return EmptyState(tr("Aucun compte rendu"), tr("Chaque sauvegarde de ce poste laissera ici le sien."), icon_name="history")
