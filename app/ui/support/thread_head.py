"""The head of a thread: what it is about, where it stands, who pays, when it is due."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.records import OPEN_REQUESTS, RequestKind
from app.domain.records import label as enum_label
from app.domain.text import tr
from app.ui import theme
from app.ui.screen import Route
from app.ui.support.cover_panel import prices
from app.ui.support.words import Said, cover_badge, dialled, due, status_badge, urgency_badge
from app.ui.widgets import ClampedLabel, FlowLayout, IconLabel, StateBadge, WhyButton, button, row, text_label

if TYPE_CHECKING:
    from app.domain.explain import Explanation
    from app.domain.values.support import RequestDetail


class ThreadHead(QWidget):
    """`asked(route)`: go to the machine or the contract."""

    asked = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._detail: RequestDetail | None = None
        self._title = ClampedLabel("", "subheading", selectable=True)
        self._subtitle = text_label("", "muted", wrap=True, selectable=True)
        self._badges, self._links = FlowLayout(), FlowLayout(spacing=theme.SPACE.small)
        self._due = StateBadge("neutral", "")
        self._due_place: QWidget = self._due
        self._said: Said | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE.tiny)
        layout.addWidget(self._title)
        layout.addWidget(self._subtitle)
        layout.addLayout(self._badges)
        layout.addLayout(self._links)

    def show_detail(self, detail: RequestDetail, now: datetime) -> None:
        """Show a request."""
        self._detail, self._said = detail, None
        row_ = detail.row
        self._title.setText(row_.subject)
        self._subtitle.setText(_subtitle(detail))
        self.setAccessibleName(f"{row_.number}, {row_.subject}")
        _empty(self._badges)
        cover = _explained(cover_badge(row_.covered), detail.cover.why, tr("Pourquoi cette prise en charge\u202f?"))
        badges: list[QWidget] = [urgency_badge(row_.urgency), status_badge(row_.status), cover]
        if row_.kind is not RequestKind.HELP:
            badges.insert(1, StateBadge("neutral", detail.service_label or enum_label(row_.kind).render(), "package"))
        for badge in badges:
            self._badges.addWidget(badge)
        self._due = StateBadge("neutral", "")
        why = detail.cover.due_why if _waits(detail) else None
        self._due_place = self._due if why is None else _explained(self._due, why, tr("Pourquoi ce délai\u202f?"))
        self._badges.addWidget(self._due_place)
        _show(self._badges)
        self._fill_links(detail)
        self.tick(now)
        self._keep_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        """Never lower than what is said in it: a layout takes height from what says only how high it would like to be."""
        if (layout := self.layout()) is not None:
            self.setMinimumHeight(layout.heightForWidth(self.width()))

    def tick(self, now: datetime) -> None:
        """Say the due time of another moment; nothing is touched where it says the same."""
        if self._detail is None:
            return
        row_ = self._detail.row
        said = due(row_, now, self._language)
        if said == self._said:
            return
        self._said = said
        shown = row_.appointment_at is not None or (_waits(self._detail) and row_.due_at is not None)
        self._due_place.setVisible(shown and said.icon is not None)
        self._due.set_state(said.state or "neutral", said.text, said.icon)
        self._keep_height()

    @property
    def due_text(self) -> str:
        """The due time shown."""
        return self._due.text if self._due.isVisibleTo(self) else ""

    def _fill_links(self, detail: RequestDetail) -> None:
        _empty(self._links)
        row_ = detail.row
        if row_.equipment_id is not None and row_.equipment_designation:
            to_machine = Route("equipment", row_.equipment_id)
            self._link("monitor", row_.equipment_designation, to_machine, tr("Machine"))
        if detail.contract_id is not None:
            text = tr("Contrat {number}", number=row_.contract_number) if row_.contract_number else tr("Contrat")
            self._link("scroll-text", text, Route("contracts", detail.contract_id), tr("Contrat"))
        phone = dialled(detail.phone) if detail.phone else ""
        if who := " · ".join(filter(None, (row_.contact, phone))):
            holder = QWidget()
            holder.setLayout(row(IconLabel("user", "text_muted"), text_label(who, selectable=True), spacing=theme.SPACE.tiny))
            self._links.addWidget(holder)
        if row_.covered is not True and (costs := prices(detail.cover)):
            self._links.addWidget(text_label(costs[0], "muted"))
        _show(self._links)

    def _link(self, icon_name: str, text: str, route: Route, what: str) -> None:
        made = button(text.replace("&", "&&"), lambda: self.asked.emit(route), kind="link", icon_name=icon_name)
        made.setAccessibleName(f"{what}, {text}")
        self._links.addWidget(made)


def _explained(badge: StateBadge, why: Explanation, name: str) -> QWidget:
    """A badge with the sign that explains it: two « Pourquoi ? » in one line would not say of what."""
    made = WhyButton(why)
    made.setText("")
    made.setAccessibleName(name)
    made.setToolTip(name)
    holder = QWidget()
    holder.setLayout(row(badge, made, spacing=theme.SPACE.hair))
    return holder


def _waits(detail: RequestDetail) -> bool:
    """Whether the first answer is still to come."""
    return detail.row.first_response_at is None and detail.row.status in OPEN_REQUESTS


def _subtitle(detail: RequestDetail) -> str:
    row_ = detail.row
    parts = [row_.number, enum_label(row_.kind).render() if row_.kind is not RequestKind.HELP else "", row_.site_name]
    if row_.technician:
        parts.append(row_.technician)
    return " · ".join(filter(None, parts))


def _empty(layout: FlowLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.setParent(None)
            old.deleteLater()


def _show(layout: FlowLayout) -> None:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is not None and (widget := item.widget()) is not None:
            widget.show()
