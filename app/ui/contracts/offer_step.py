"""First step of a new contract: the offers as cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from app.domain.records import label
from app.domain.text import tr
from app.ui import theme
from app.ui.contracts.wording import KIND_ICONS, duration_words, notice_words, price_words
from app.ui.widgets import AssistantStep, IconLabel, row, text_label

if TYPE_CHECKING:
    from app.domain.offers import Offer

_COLUMNS = 2


class OfferStep(AssistantStep):
    """Choose an offer; `chosen` fires when another one is taken."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Offre"), tr("Sur quelle offre porte le contrat\u202f?"))
        self.cards: dict[str, OfferCard] = {}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.SPACE.medium)
        self._error = text_label("", "error", wrap=True)
        self._error.hide()
        self.body.addWidget(self._error)
        self.body.addLayout(self._grid)

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """Show the offers that can be taken."""
        for place, offer in enumerate(offers):
            card = OfferCard(offer)
            self.cards[offer.id] = card
            self._group.addButton(card.radio)
            card.radio.toggled.connect(self._toggled)
            self._grid.addWidget(card, place // _COLUMNS, place % _COLUMNS)
        if offers:
            self.cards[offers[0].id].radio.setFocus()

    @property
    def offer(self) -> Offer | None:
        """The offer chosen."""
        return next((card.offer for card in self.cards.values() if card.radio.isChecked()), None)

    def choose(self, offer_id: str) -> None:
        """Choose an offer."""
        self.cards[offer_id].radio.setChecked(True)

    def validate(self) -> bool:
        """See `AssistantStep`."""
        self._error.setText("" if self.offer else tr("Choisissez une offre."))
        self._error.setVisible(self.offer is None)
        return self.offer is not None

    def _toggled(self, on: bool) -> None:
        if on:
            self._error.hide()
            self.chosen.emit()


class OfferCard(QWidget):
    """An offer in a few lines: what, whose, for how long, at what price. The whole card can be clicked."""

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer = offer
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        facts = [price_words(offer), duration_words(offer), notice_words(offer.term.notice_days)]
        name = offer.name.text.render()
        self.radio = QRadioButton(name.replace("&", "&&"))
        self.radio.setFont(theme.font(bold=True))
        spoken = [label(offer.kind).render(), offer.provider.name, *(fact.render() for fact in facts)]
        self.radio.setAccessibleName(f"{name}. {'. '.join(spoken)}")
        self.radio.toggled.connect(lambda _: self.update())
        self.radio.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.SPACE.medium] * 4)
        layout.setSpacing(theme.SPACE.tiny)
        layout.addWidget(self.radio)
        kind = row(IconLabel(KIND_ICONS[offer.kind], "text_muted"))
        kind.addWidget(text_label(f"{label(offer.kind).render()} · {offer.provider.name}", "muted"), 1)
        layout.addLayout(kind)
        layout.addSpacing(theme.SPACE.tiny)
        for fact in facts:
            layout.addWidget(text_label(fact.render(), wrap=True))
        layout.addStretch(1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.radio.setChecked(True)
        self.radio.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        on = self.radio.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.surface))
        painter.setPen(QPen(QColor(tokens.accent if on else tokens.border), 2 if on else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()
