"""Which managed services the quote of a new contract names: ticked here, or left for later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from app.domain.text import tr
from app.ui import theme
from app.ui.widgets import text_label

if TYPE_CHECKING:
    from app.domain.offer_schema import Managed

_COLUMNS = 2


class QuotedServices(QWidget):
    """A box for each service of an offer.

    Signals:
        changed(): a box was ticked or not.

    Attributes:
        boxes: by the service's id.
    """

    changed = Signal()

    def __init__(self, managed: Managed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE.tiny)
        layout.addWidget(text_label(tr("Prestations que nomme le devis"), "overline"))
        words = tr(
            "Seules celles que vous cochez sont dues. Sans le devis sous la main, n’en cochez aucune\u00a0: elles resteront à vérifier."
        )
        layout.addWidget(text_label(words, "small", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE.large)
        grid.setVerticalSpacing(theme.SPACE.tiny)
        for place, service in enumerate(managed.services):
            box = self.boxes[service.id] = QCheckBox(service.label.text.render().replace("&", "&&"))
            about = service.description.text.render() if service.description else ""
            box.setToolTip(about)
            box.setAccessibleDescription(about)
            box.toggled.connect(lambda _: self.changed.emit())
            grid.addWidget(box, place // _COLUMNS, place % _COLUMNS)
        layout.addLayout(grid)

    def named(self) -> tuple[str, ...] | None:
        """The ids of the services ticked; `None` without any: nobody has looked at the quote."""
        return tuple(name for name, box in self.boxes.items() if box.isChecked()) or None
