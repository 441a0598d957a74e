"""The statistics of support: a period, four figures, two pictures with their figures beside, and a page to print. Thread: Qt's."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.text import tr
from app.ui import theme
from app.ui.chart_library import ChartLibrary
from app.ui.screen import ScreenContext
from app.ui.support.statistics_parts import Headline, Pair, PictureCard, TableCard
from app.ui.support.statistics_period import Bounds, Period, PeriodChoice
from app.ui.support.statistics_series import mean_wait, minutes, ratings_picture, waits_picture
from app.ui.support.statistics_tables import (
    ratings_heads,
    ratings_rows,
    shares_heads,
    shares_rows,
    waits_heads,
    waits_rows,
)
from app.ui.widgets import Busy, ConfirmBar, EmptyState, ErrorState, button, row, scrolled

if TYPE_CHECKING:
    from app.domain.values.statistics import StatisticsQuery, SupportFigures

_CHARTS = "app.ui.support.statistics_charts"
BUSY_AFTER_MS = 250
_TURNS_A_STEP = 3
#: Once the page itself is painted; reading the figures takes longer.
_PREPARED_AFTER_MS = 15
#: Not in the turn that lays out or paints what went before.
_SHORTLY_MS = 2


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
        self._library = ChartLibrary(_CHARTS, context.tasks, self)
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
        QTimer.singleShot(_PREPARED_AFTER_MS, self, self._prepare)

    def _prepare(self) -> None:
        """The empty page, made while its figures are being read."""
        if self.content is None:
            self.content = _Content()
            self.content.settled.connect(self._fetch_library)
            self._area = scrolled(self.content)
            self._stack.addWidget(self._area)

    def set_site(self, site_id: UUID | None) -> None:
        """Count one site only, or all; shown with the next `reload`, at once where figures are shown already."""
        changed, self._site_id = site_id != self._site_id, site_id
        if changed and self.figures is not None:
            self.reload()

    def reload(self) -> None:
        """Read the figures again; those shown stay until the new ones are there."""
        self.period.set_today(self.context.today())
        days, site, services = self.period.days(), self._site_id, self.context.services
        if days is None:
            return
        if self.figures is None:
            self._patience.start()
        self.context.tasks.run(
            lambda: services.statistics.figures(_query(days, site)), self._show, self._failed, self, latest="support.statistics"
        )

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
            QTimer.singleShot(_SHORTLY_MS, self, lambda: self._show_prepared(figures))
            return
        self._stack.setCurrentWidget(self._area)
        self.content.show_figures(figures)

    def _show_prepared(self, figures: SupportFigures) -> None:
        self._prepare()
        QTimer.singleShot(_SHORTLY_MS, self, lambda: self._show(figures) if self.figures is figures else None)

    def _fetch_library(self) -> None:
        if self.content is not None:
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
        if self.figures is None:
            return
        query = self.figures.query
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Imprimer en PDF"), f"{tr('statistiques')}-{self.context.today():%Y-%m-%d}.pdf", tr("Document PDF (*.pdf)")
        )
        if not chosen:
            return
        target = Path(chosen) if Path(chosen).suffix else Path(f"{chosen}.pdf")
        services = self.context.services
        self.print_button.setEnabled(False)
        self.context.tasks.run(
            lambda: services.statistics.pdf(query, target), lambda _: self._printed(target), self._unprinted, self, lane="files"
        )

    def _printed(self, target: Path) -> None:
        self.print_button.setEnabled(True)
        opening = button(tr("Ouvrir"), lambda: self.open_url(QUrl.fromLocalFile(str(target))), icon_name="external-link")
        self.bar.ask(tr("«\u00a0{name}\u00a0» est enregistré.", name=target.name), opening)

    def _unprinted(self, error: UserError) -> None:
        self.print_button.setEnabled(True)
        self.context.report_error(error)


def _query(days: Bounds, site_id: UUID | None) -> StatisticsQuery:
    """Made in the worker: the first one imports what Qt's thread need not wait for."""
    from app.domain.values.statistics import StatisticsQuery

    return StatisticsQuery(days[0], days[1], site_id)


class _Content(QWidget):
    """The figures and pictures, one below the other. They come part by part, the headline first: together they would hold up Qt's loop.

    Signals:
        settled(): every part shows the figures of now; the pictures, once there is something to draw them with.
    """

    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # What is there stays where it is when a part comes below it, and is not painted again.
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self._figures: SupportFigures | None = None
        self._charts: ModuleType | None = None
        self.headline = Headline()
        self.ratings: PictureCard | None = None
        self.waits: PictureCard | None = None
        self.kinds: TableCard | None = None
        self.technicians: TableCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, theme.SPACE.tiny, theme.SPACE.medium)
        self._column.setSpacing(theme.SPACE.medium)
        self._column.addWidget(self.headline)
        self._column.addStretch(1)
        self._steps: deque[Callable[[], object]] = deque()
        self._turn = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1)  # at 0, one turn of the loop may take two steps
        self._timer.timeout.connect(self._step)

    @property
    def busy(self) -> bool:
        """Whether parts of the figures are still to come."""
        return bool(self._steps)

    def show_figures(self, figures: SupportFigures) -> None:
        """Show other figures."""
        self._figures = figures
        listing = (self._make_table, self._list_ratings, self._list_waits, self._list_kinds, self._list_technicians)
        self._begin(self._show_headline, self._show_ratings, self._show_waits, self._show_shares, *listing)

    def draw_with(self, charts: ModuleType) -> None:
        """The plotting library is there."""
        if self._charts is None:
            self._charts = charts
            self._begin(*self._steps)

    def give_up(self, error: UserError) -> None:
        """There is no plotting library: say so in the pictures' places."""
        for card in (self.ratings, self.waits):
            if card is not None:
                card.give_up()

    def _begin(self, *steps: Callable[[], object]) -> None:
        """Take these steps, and draw at their end."""
        drawing = (self._make_ratings, self._draw_ratings, self._make_waits, self._draw_waits) if self._charts is not None else ()
        self._steps = deque(dict.fromkeys((*steps, *drawing)))
        self._timer.start()

    def _step(self) -> None:
        # The turns between are left to Qt, to lay out and then to paint what the step before made.
        self._turn = (self._turn + 1) % _TURNS_A_STEP
        if not self._turn and self._steps:
            self._steps.popleft()()
        if not self._steps:
            self._timer.stop()
            self.settled.emit()

    def _show_headline(self) -> None:
        if self._figures is not None:
            self.headline.show_figures(self._figures)

    def _show_ratings(self) -> None:
        if self.ratings is None:
            self.ratings = PictureCard(tr("Avis par mois"), tr("Aucun avis sur cette période"))
            self._put(self.ratings)
        if self._figures is not None:
            self.ratings.show_picture(ratings_picture(self._figures))

    def _make_table(self) -> None:
        # The first table has PySide make what it names, which takes as long as a table itself.
        if self.ratings is not None:
            self.ratings.make_table(ratings_heads())

    def _list_ratings(self) -> None:
        if self.ratings is not None and self._figures is not None:
            self.ratings.put_table(ratings_heads(), ratings_rows(self._figures))

    def _show_waits(self) -> None:
        if self.waits is None:
            self.waits = PictureCard(tr("Attente avant la première réponse"), tr("Aucune première réponse sur cette période"))
            self._put(self.waits)
        if (figures := self._figures) is not None:
            mean = minutes(mean_wait(figures))
            self.waits.tell(tr("En moyenne {mean}, sans compter les heures de fermeture.", mean=mean) if figures.waits else "")
            self.waits.show_picture(waits_picture(figures))

    def _list_waits(self) -> None:
        if self.waits is not None and self._figures is not None:
            self.waits.put_table(waits_heads(), waits_rows(self._figures))

    def _show_shares(self) -> None:
        if self.kinds is None or self.technicians is None:
            self.kinds, self.technicians = TableCard(tr("Par type d’intervention")), TableCard(tr("Par technicien"))
            self._put(Pair(self.kinds, self.technicians))

    def _list_kinds(self) -> None:
        if self.kinds is not None and self._figures is not None:
            self.kinds.put_table(shares_heads(tr("Type")), shares_rows(self._figures, self._figures.by_kind))

    def _list_technicians(self) -> None:
        if self.technicians is not None and self._figures is not None:
            self.technicians.put_table(shares_heads(tr("Technicien")), shares_rows(self._figures, self._figures.by_technician))

    def _make_ratings(self) -> None:
        if self.ratings is not None and self._charts is not None:
            self.ratings.make_chart(self._charts)

    def _draw_ratings(self) -> None:
        if self.ratings is not None:
            self.ratings.draw()

    def _make_waits(self) -> None:
        if self.waits is not None and self._charts is not None:
            self.waits.make_chart(self._charts)

    def _draw_waits(self) -> None:
        if self.waits is not None:
            self.waits.draw()

    def _put(self, part: QWidget) -> None:
        """Below what is there, above the free space."""
        self._column.insertWidget(self._column.count() - 1, part)
