"""The statistics of support: a period, four figures, two pictures with their figures beside, and a page to print. Thread: Qt's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.text import tr
from app.ui import theme
from app.ui.screen import ScreenContext
from app.ui.support.statistics_library import ChartLibrary
from app.ui.support.statistics_parts import Headline, Pair, PictureCard
from app.ui.support.statistics_period import Period, PeriodChoice
from app.ui.support.statistics_series import mean_wait, minutes, ratings_picture, waits_picture
from app.ui.support.statistics_tables import (
    FiguresTable,
    ratings_heads,
    ratings_rows,
    shares_heads,
    shares_rows,
    waits_heads,
    waits_rows,
)
from app.ui.widgets import Busy, ConfirmBar, EmptyState, ErrorState, SectionCard, button, row, scrolled

if TYPE_CHECKING:
    from app.domain.values.statistics import StatisticsQuery, SupportFigures

BUSY_AFTER_MS = 250


class StatisticsPage(QWidget):
    """See the module. Call `set_site` and `reload`; nothing is read before.

    Attributes:
        period: the choice of the period.
        figures: what is shown; none before the first answer.
        print_button: « Imprimer en PDF ».
        bar: says where the PDF is, with a button that opens it.
    """

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.context = context
        self._site_id: UUID | None = None
        self.figures: SupportFigures | None = None
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self._library = ChartLibrary(context.tasks, self)
        self.period = PeriodChoice(context.today())
        self.period.changed.connect(self.reload)
        self.print_button = button(tr("&Imprimer en PDF…"), self.print_pdf, icon_name="printer")
        self.print_button.setEnabled(False)
        self.bar = ConfirmBar()
        self.content: _Content | None = None
        self._stack = QStackedLayout()
        self._busy = Busy(tr("Lecture des chiffres…"))
        self._blank = QWidget()
        self._stack.addWidget(self._blank)
        self._stack.addWidget(self._busy)
        self._state: QWidget | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(BUSY_AFTER_MS)
        self._patience.timeout.connect(lambda: self._stack.setCurrentWidget(self._busy))
        head = row(spacing=theme.SPACE.medium)
        head.addWidget(self.period, 1)
        head.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.SPACE.small, 0, 0)
        layout.setSpacing(theme.SPACE.small)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addLayout(self._stack, 1)

    def set_site(self, site_id: UUID | None) -> None:
        """Count one site only, or all; shown with the next `reload`, at once where figures are shown already."""
        changed, self._site_id = site_id != self._site_id, site_id
        if changed and self.figures is not None:
            self.reload()

    def query(self) -> StatisticsQuery | None:
        """What is asked for; `None` while the days typed cannot be."""
        from app.domain.values.statistics import StatisticsQuery

        self.period.set_today(self.context.today())
        days = self.period.days()
        return None if days is None else StatisticsQuery(days[0], days[1], self._site_id)

    def reload(self) -> None:
        """Read the figures again; those shown stay until the new ones are there."""
        query = self.query()
        if query is None:
            return
        statistics = self.context.services.statistics
        if self.figures is None:
            self._patience.start()
        self.context.tasks.run(lambda: statistics.figures(query), self._show, self._failed, self, latest="support.statistics")

    # What is shown -----------------------------------------------------------------------------------------------------------------

    def _show(self, figures: SupportFigures) -> None:
        self._patience.stop()
        self.figures = figures
        self.print_button.setEnabled(True)
        if figures.first is None:
            self._show_state(
                EmptyState(
                    tr("Pas encore d’intervention"),
                    tr("Les chiffres viennent avec la première intervention terminée d’un technicien. Un avis est proposé ensuite."),
                    icon_name="chart-column",
                )
            )
        elif not figures.satisfaction.interventions and not figures.satisfaction.ratings:
            everything = None if self.period.period is Period.ALL else tr("Depuis le début")
            self._show_state(
                EmptyState(
                    tr("Aucune intervention sur cette période"),
                    tr("Choisissez une autre période."),
                    icon_name="chart-column",
                    action=everything,
                    on_action=lambda: self.period.choose(Period.ALL),
                )
            )
        else:
            self._show_content(figures)

    def _show_content(self, figures: SupportFigures) -> None:
        if self.content is None:
            self.content = _Content()
            self._area = scrolled(self.content)
            self._stack.addWidget(self._area)
        self._stack.setCurrentWidget(self._area)
        self.content.show_figures(figures)
        self._library.fetch(self.content.draw_with, self.content.give_up)

    def _show_state(self, state: QWidget) -> None:
        old, self._state = self._state, state
        self._stack.addWidget(state)
        self._stack.setCurrentWidget(state)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()

    def _failed(self, error: UserError) -> None:
        self._patience.stop()
        self.figures = None
        self.print_button.setEnabled(False)
        self._show_state(ErrorState.of(error, self.reload))

    # Paper -------------------------------------------------------------------------------------------------------------------------

    def print_pdf(self) -> None:
        """Ask where to, and write the figures shown as one page."""
        query = self.query()
        if query is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Imprimer en PDF"), f"{tr('statistiques')}-{self.context.today():%Y-%m-%d}.pdf", tr("Document PDF (*.pdf)")
        )
        if not chosen:
            return
        target = Path(chosen)
        statistics = self.context.services.statistics
        self.print_button.setEnabled(False)
        self.context.tasks.run(lambda: statistics.pdf(query, target), lambda _: self._printed(target), self._unprinted, self, lane="files")

    def _printed(self, target: Path) -> None:
        self.print_button.setEnabled(True)
        opening = button(tr("Ouvrir"), lambda: self.open_url(QUrl.fromLocalFile(str(target))), icon_name="external-link")
        self.bar.ask(tr("« {name} » est enregistré.", name=target.name), opening)

    def _unprinted(self, error: UserError) -> None:
        self.print_button.setEnabled(True)
        self.context.report_error(error)


class _Content(QWidget):
    """The figures and pictures, one below the other.

    The second half is built in the next turn of Qt's loop: together they would hold it up.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: SupportFigures | None = None
        self._charts: ModuleType | None = None
        self.headline = Headline()
        self.ratings = PictureCard(
            tr("Avis par mois"), tr("Aucun avis sur cette période"), FiguresTable(tr("Avis par mois"), ratings_heads())
        )
        self.waits: PictureCard | None = None
        self.kinds: FiguresTable | None = None
        self.technicians: FiguresTable | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, theme.SPACE.tiny, theme.SPACE.medium)
        self._column.setSpacing(theme.SPACE.medium)
        self._column.addWidget(self.headline)
        self._column.addWidget(self.ratings)
        self._column.addStretch(1)

    def show_figures(self, figures: SupportFigures) -> None:
        """Show other figures."""
        self._figures = figures
        self.headline.show_figures(figures)
        self.ratings.table.show_rows(ratings_rows(figures))
        self.ratings.show_picture(ratings_picture(figures))
        QTimer.singleShot(0, self, self._show_rest)

    def draw_with(self, charts: ModuleType) -> None:
        """The plotting library is there: the pictures, one a turn."""
        self._charts = charts
        self.ratings.draw_with(charts)
        QTimer.singleShot(0, self, self._draw_rest)

    def give_up(self, error: UserError) -> None:
        """There is no plotting library: say so in the pictures' places."""
        for card in (self.ratings, self.waits):
            if card is not None:
                card.give_up()

    def _show_rest(self) -> None:
        figures = self._figures
        if figures is None:
            return
        if self.waits is None or self.kinds is None or self.technicians is None:
            self.waits = PictureCard(
                tr("Attente avant la première réponse"),
                tr("Aucune première réponse sur cette période"),
                FiguresTable(tr("Attente avant la première réponse"), waits_heads()),
            )
            self.kinds = FiguresTable(tr("Par type d’intervention"), shares_heads(tr("Type")))
            self.technicians = FiguresTable(tr("Par technicien"), shares_heads(tr("Technicien")))
            self._column.insertWidget(2, self.waits)
            self._column.insertWidget(3, Pair(_card(self.kinds), _card(self.technicians)))
            if self._charts is not None:
                self._draw_rest()
        mean = minutes(mean_wait(figures))
        self.waits.tell(tr("En moyenne {mean}, sans compter les heures de fermeture.", mean=mean) if figures.waits else "")
        self.waits.table.show_rows(waits_rows(figures))
        self.waits.show_picture(waits_picture(figures))
        self.kinds.show_rows(shares_rows(figures, figures.by_kind))
        self.technicians.show_rows(shares_rows(figures, figures.by_technician))

    def _draw_rest(self) -> None:
        if self.waits is not None and self._charts is not None:
            self.waits.draw_with(self._charts)


def _card(table: FiguresTable) -> SectionCard:
    card = SectionCard(table.accessibleName())
    card.add(table)
    card.body.addStretch(1)
    return card
