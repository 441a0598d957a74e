"""The line on top of the window: the search, « Demander de l’aide », the site filter, the sync chip. Thread: Qt's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout

from app.domain.text import tr
from app.ui import theme
from app.ui.screen import SiteLike
from app.ui.search_box import SearchBox
from app.ui.sync.chip import SyncChip
from app.ui.widgets.basics import button

if TYPE_CHECKING:
    from uuid import UUID

CHIP_NARROW_BELOW = 760


class TopBar(QFrame):
    """See the module.

    Signals:
        help_asked(): « Demander de l’aide ».
        site_chosen(id): a site, or `None` for all of them, by the user.
    """

    help_asked = Signal()
    site_chosen = Signal(object)

    def __init__(self, *, with_help: bool) -> None:
        """`with_help`: whether there is a screen that helps."""
        super().__init__()
        self.setObjectName("topbar")
        self.search = SearchBox()
        self.site_filter = QComboBox()
        self.site_filter.setAccessibleName(tr("Filtrer par site"))
        self.site_filter.setToolTip(tr("Filtrer par site"))
        self.site_filter.setMinimumContentsLength(14)
        self.site_filter.setMaximumWidth(240)
        self.site_filter.addItem(tr("Tous les sites"), None)
        self.site_filter.setEnabled(False)
        # Its place is kept; it comes with the sites. Drawing its arrow loads Qt's plug-ins for pictures, which the first paint need not wait for.
        place = self.site_filter.sizePolicy()
        place.setRetainSizeWhenHidden(True)
        self.site_filter.setSizePolicy(place)
        self.site_filter.hide()
        self.sync_chip = SyncChip()
        self.help_button = button(
            tr("Demander de l’aide"), self.help_asked.emit, icon_name="life-buoy", tip=tr("Demander de l’aide (Ctrl+Maj+N)")
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.SPACE.large, theme.SPACE.small, theme.SPACE.large, theme.SPACE.small)
        line.setSpacing(theme.SPACE.medium)
        line.addWidget(self.search, 3)
        line.addStretch(1)
        if with_help:
            line.addWidget(self.help_button)
        line.addWidget(self.site_filter)
        line.addWidget(self.sync_chip)
        self.site_filter.activated.connect(lambda at: self.site_chosen.emit(self.site_filter.itemData(at)))

    def set_width(self, width: int, *, narrow: bool) -> None:
        """Fit a window of that width; in a narrow one the words go and the icons stay."""
        self.sync_chip.set_narrow(width < CHIP_NARROW_BELOW)
        self.help_button.setText("" if narrow else tr("Demander de l’aide"))
        self.site_filter.setMaximumWidth(160 if narrow else 240)

    def show_sites(self, sites: Sequence[SiteLike], chosen: UUID | None) -> bool:
        """List the sites with `chosen` in sight; whether it is still one of them."""
        self.site_filter.clear()
        self.site_filter.addItem(tr("Tous les sites"), None)
        for site in sites:
            self.site_filter.addItem(site.name, site.id)
        self.site_filter.setEnabled(len(sites) > 1)
        self.site_filter.show()
        places = [None, *(site.id for site in sites)]
        self.site_filter.setCurrentIndex(places.index(chosen) if chosen in places else 0)
        return chosen in places
