"""The licence that is chosen: its state and why, the option and its conditions, and what its runs reported."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.domain.backup_state import BackupState, state_label
from app.domain.text import tr
from app.domain.values.backups import LicenceState, ReportRow
from app.ui import theme
from app.ui.backups import words
from app.ui.backups.conditions import ConditionsView
from app.ui.backups.history import HistoryView
from app.ui.icons import icon
from app.ui.screen import ScreenContext
from app.ui.widgets import ElidedLabel, StateBadge, WhyButton, row

TABS = ("history", "conditions")


class LicenceDetail(QFrame):
    """See the module. The history is built when it is first shown.

    Signals:
        subscribe_asked(bool), machine_asked: see `ConditionsView`.

    Attributes:
        tabs: history and conditions.
        conditions: the option and its conditions.
    """

    subscribe_asked = Signal(bool)
    machine_asked = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._context = context
        self.licence: LicenceState | None = None
        self._history_rows: tuple[ReportRow, ...] = ()
        self._title = ElidedLabel("", "subheading", selectable=True)
        self.badge = StateBadge("neutral", "")
        self.why = WhyButton()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setIconSize(QSize(theme.ICON, theme.ICON))
        self.tabs.addTab(icon("history", "text_muted"), tr("Historique"))
        self.tabs.addTab(icon("list-checks", "text_muted"), tr("Option et conditions"))
        self.tabs.setAccessibleName(tr("Détail de la licence"))
        self.history: HistoryView | None = None
        self.conditions = ConditionsView()
        self._history_place = QWidget()
        self._history_layout = QVBoxLayout(self._history_place)
        self._history_layout.setContentsMargins(0, 0, 0, 0)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._history_place)
        self._pages.addWidget(self.conditions)
        self._lay_out()
        self.tabs.currentChanged.connect(self._show_tab)
        self.conditions.subscribe_asked.connect(self.subscribe_asked)
        self.conditions.machine_asked.connect(self.machine_asked)

    def _lay_out(self) -> None:
        head = row(spacing=theme.SPACE.small)
        head.addWidget(self._title, 1)
        for widget in (self.badge, self.why):
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE.medium, theme.SPACE.small, theme.SPACE.medium, theme.SPACE.medium)
        layout.setSpacing(theme.SPACE.small)
        layout.addLayout(head)
        layout.addWidget(self.tabs)
        layout.addWidget(self._pages, 1)
        self.setMinimumHeight(300)

    def show_tab(self, key: str) -> None:
        """Go to `history` or `conditions`."""
        self.tabs.setCurrentIndex(TABS.index(key))

    def show_licence(self, one: LicenceState, history: tuple[ReportRow, ...]) -> None:
        """Show a licence. Another one than before, and one that was just backed up for the first time, opens where there is most to see."""
        another = self.licence is None or (self.licence.equipment_id, self.licence.licence) != (one.equipment_id, one.licence)
        first = bool(history) and not self._history_rows
        self.licence, self._history_rows = one, history
        name = one.designation or tr("Poste à préciser")
        self._title.setText(f"{name} · {one.licence}" if one.licence else name)
        self.setAccessibleName(self._title.text())
        look, icon_name = words.LOOKS[one.state]
        self.badge.set_state(look, state_label(one.state).render(), icon_name)
        self.why.set_explanation(one.why)
        self.conditions.show_licence(one)
        if another or first:
            self.show_tab("history" if history or one.reported is not BackupState.NEVER else "conditions")
        self._show_tab(self.tabs.currentIndex())

    def _show_tab(self, index: int) -> None:
        self._pages.setCurrentIndex(index)
        if TABS[index] != "history" or self.licence is None:
            return
        if self.history is None:
            self.history = HistoryView(self._context)
            self._history_layout.addWidget(self.history)
        self.history.show_history(self._history_rows)
