"""The parts of the statistics page: the headline, and the cards with a picture and its figures. Thread: Qt's."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.domain import formatting
from app.domain.records import RatingValue
from app.domain.text import language, tr, trn
from app.ui import theme
from app.ui.support.smiley import Smiley
from app.ui.support.statistics_looks import Legend
from app.ui.support.statistics_series import Picture, percent
from app.ui.support.statistics_tables import FiguresTable, Head
from app.ui.widgets import SectionCard, WhyButton, column, reveal, row, text_label

if TYPE_CHECKING:
    from app.domain.values.statistics import SupportFigures

CHART_HEIGHT = 220
_CHART_WIDTH = 400


class Headline(SectionCard):
    """The four figures everybody asks for, and why they are what they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(tr("Chiffres de la période"))
        self.top, self.rate = _Figure(Smiley(RatingValue.GREAT, 28)), _Figure()
        self.interventions, self.ratings = _Figure(), _Figure()
        self.why = WhyButton()
        self.figures = self.top, self.rate, self.interventions, self.ratings
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.SPACE.huge)
        self._columns = 0
        self._lay(len(self.figures))
        self.body.addLayout(self._grid)

    def minimumSizeHint(self) -> QSize:
        # Two beside each other: the page may be as narrow as that.
        two = 2 * max(figure.minimumSizeHint().width() for figure in self.figures) + theme.SPACE.huge
        return QSize(two + self.why.sizeHint().width() + 2 * theme.SPACE.huge, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """All four in a line where they fit, else two and two."""
        each = max(figure.sizeHint().width() for figure in self.figures)
        needed = len(self.figures) * (each + theme.SPACE.huge) + self.why.sizeHint().width() + 2 * theme.SPACE.medium
        self._lay(len(self.figures) if self.width() >= needed else 2)

    def _lay(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, figure in enumerate(self.figures):
            self._grid.addWidget(figure, place // columns, place % columns)
        for number in range(len(self.figures)):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
        self._grid.addWidget(self.why, 0, columns, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    def show_figures(self, figures: SupportFigures) -> None:
        """Show other figures."""
        found = figures.satisfaction
        self.top.tell(percent(found.top_share), tr("de très bons avis"))
        self.rate.tell(percent(found.response_rate), tr("taux de réponse"))
        self.interventions.tell(
            formatting.integer(found.interventions, language()), trn("intervention", "interventions", found.interventions)
        )
        self.ratings.tell(formatting.integer(found.ratings, language()), trn("avis reçu", "avis reçus", found.ratings))
        self.why.set_explanation(found.why)
        self._turn()


class _Figure(QWidget):
    """A large figure and below it what it counts."""

    def __init__(self, picture: QWidget | None = None) -> None:
        super().__init__()
        self._figure = text_label("", "heading", selectable=True)
        self._figure.setFont(theme.font(tabular=True))
        self._words = text_label("", "muted")
        words = column(self._figure, self._words, spacing=0)
        line = row(spacing=theme.SPACE.medium)
        if picture is not None:
            line.addWidget(picture)
        line.addLayout(words, 1)
        self.setLayout(line)

    @property
    def text(self) -> str:
        """The figure."""
        return self._figure.text()

    def tell(self, figure: str, words: str) -> None:
        self._figure.setText(figure)
        self._words.setText(words)
        self._figure.setAccessibleName(f"{figure} {words}")
        self.setAccessibleName(f"{figure} {words}")


class Pair(QWidget):
    """Two parts side by side, or one below the other where the page is narrow."""

    def __init__(self, left: QWidget, right: QWidget, stretches: tuple[int, int] = (1, 1), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = left, right
        self._both = QHBoxLayout(self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(theme.SPACE.medium)
        self._both.addWidget(left, stretches[0])
        self._both.addWidget(right, stretches[1])

    def minimumSizeHint(self) -> QSize:
        # The least width is that of one below the other: a page may always be narrower than both.
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(widest, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):  # also when a part has grown
            self._turn()
        return done

    def _turn(self) -> None:
        beside = sum(part.sizeHint().width() for part in self._parts) + theme.SPACE.medium
        fitting = QBoxLayout.Direction.LeftToRight if self.width() >= beside else QBoxLayout.Direction.TopToBottom
        if fitting != self._both.direction():
            self._both.setDirection(fitting)
            self.updateGeometry()


class PictureCard(SectionCard):
    """A picture with its legend at the left, its figures at the right. They come one after the other: first the room for them, then the figures,
    and last the picture, once there is a library to draw it.

    Attributes:
        table: the figures.
        legend: what the colours stand for.
        chart: the picture, of the library's own class; none until the plotting library is there, and where there is nothing to draw.
    """

    def __init__(self, title: str, nothing: str, parent: QWidget | None = None) -> None:
        """`nothing`: said where there is nothing to draw."""
        super().__init__(title, parent=parent)
        self.table: FiguresTable | None = None
        self.chart: Any = None
        self.legend = Legend()
        self._picture: Picture | None = None
        self._aside = text_label("", "muted")
        self._aside.hide()
        self._place = _Place(tr("Le graphique arrive…"))
        drawn = QWidget()
        drawn.setLayout(column(self._place, self.legend, spacing=theme.SPACE.tiny))
        drawn.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        beside = QWidget()
        self._beside = column(None)
        beside.setLayout(self._beside)
        self._both = Pair(drawn, beside, (1, 0))
        self._none = text_label(nothing, "muted")
        self._none.hide()
        for part in (self._aside, self._both, self._none):
            self.body.addWidget(part)

    def make_table(self, heads: Sequence[Head]) -> FiguresTable:
        """The table of the figures, empty and not shown yet."""
        if self.table is None:
            self.table = FiguresTable(self.accessibleName(), heads)
        return self.table

    def put_table(self, heads: Sequence[Head], rows: Sequence[Sequence[str]]) -> None:
        """Show figures beside the picture."""
        table = self.make_table(heads)
        table.show_rows(rows)
        if table.parent() is None:
            self._beside.insertWidget(0, table)

    def tell(self, words: str) -> None:
        """A sentence below the title."""
        self._aside.setText(words)
        reveal(self._aside, bool(words))

    def show_picture(self, picture: Picture) -> None:
        """Other figures for the legend, and for `draw`."""
        self._picture = picture
        reveal(self._both, not picture.empty)
        reveal(self._none, picture.empty)
        self.legend.show_series(() if picture.empty else picture.series)

    def make_chart(self, charts: ModuleType) -> None:
        """The plotting library is there. Making a chart and drawing in it are two steps, each of which Qt's loop takes in one turn."""
        if self.chart is None and self._picture is not None and not self._picture.empty:
            self.chart = charts.StackedBars()

    def draw(self) -> None:
        """Draw the picture told last, where there is a chart for it."""
        if self.chart is not None and self._picture is not None and not self._picture.empty:
            self.chart.show_picture(self._picture)
            self._place.show_content(self.chart)

    def give_up(self) -> None:
        """The plotting library cannot be had: the figures stand beside."""
        self._place.tell(tr("Le graphique ne peut pas être affiché. Les chiffres sont à côté."))


class TableCard(SectionCard):
    """Figures without a picture. The table comes after the card."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.table: FiguresTable | None = None
        self.body.addStretch(1)

    def put_table(self, heads: Sequence[Head], rows: Sequence[Sequence[str]]) -> None:
        """Show figures."""
        if self.table is None:
            self.table = FiguresTable(self.accessibleName(), heads)
            self.table.show_rows(rows)
            self.body.insertWidget(0, self.table)
        else:
            self.table.show_rows(rows)


class _Place(QFrame):
    """Keeps the picture's room: words in it, or the picture."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setFixedHeight(CHART_HEIGHT)
        self._label = text_label(words, "muted", wrap=True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._content: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._label)

    def sizeHint(self) -> QSize:
        return QSize(_CHART_WIDTH, CHART_HEIGHT)

    @property
    def words(self) -> QLabel:
        """What stands where no picture is."""
        return self._label

    def tell(self, words: str) -> None:
        self._label.setText(words)
        self._label.show()
        if self._content is not None:
            self._content.hide()

    def show_content(self, content: QWidget) -> None:
        self._label.hide()
        if self._content is None:
            self._content = content
            self._layout.addWidget(content)
        content.show()
