"""The technician's card: what machine this is, whether it is covered, what happened before. One screen, nothing scrolls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QProcess, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import EquipmentKind, EquipmentStatus, label
from app.domain.text import tr
from app.ui import theme
from app.ui.equipment.words import STATUS_LOOKS
from app.ui.icons import EQUIPMENT_ICONS
from app.ui.notice import Toast
from app.ui.screen import Route, ScreenContext
from app.ui.technician.card_rows import FactRow, RequestRowLine
from app.ui.technician.facts import Fact, contract_facts, cover_fact, machine_facts, request_line, whole_text
from app.ui.widgets import ErrorState, StateBadge, WhyButton, button, clear_layout, column, row, text_label
from app.ui.widgets.basics import ElidedLabel, IconLabel

if TYPE_CHECKING:
    from app.domain.errors import UserError
    from app.domain.values.technician import SessionState, TechnicianCard
    from app.services import Services
    from app.ui.support.machine_search import Choice

#: As wide as it likes to be; it takes less where there is less.
WIDE = 980
MARGIN = QSize(32, 24)
_TITLE_BAR = 32


@dataclass(frozen=True)
class _Reading:
    """The card, the session that runs, and where TeamViewer is on this PC."""

    card: TechnicianCard
    session: SessionState | None
    program: str
    link: str


class TechnicianCardDialog(QDialog):
    """Reads and shows the card of a machine; without one, of the machine of the request, or else of this PC.

    Attributes:
        card: what is shown; `None` until it is read.
        rows: the facts, in the order of the arrows.
        requests: the last requests.
        open_url, start_program: hand over to the system; replaced in tests.
    """

    def __init__(
        self, context: ScreenContext, parent: QWidget, *, equipment_id: UUID | None = None, request_id: UUID | None = None
    ) -> None:
        super().__init__(parent.window())
        self._context = context
        self._equipment_id, self._request_id = equipment_id, request_id
        self.card: TechnicianCard | None = None
        self.rows: list[FactRow] = []
        self.requests: list[RequestRowLine] = []
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self.start_program: Callable[[str, list[str]], object] = QProcess.startDetached
        self._reading: _Reading | None = None
        self.setWindowTitle(tr("Fiche technicien"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("page")
        self._icon = IconLabel("monitor", "text_muted", theme.ICON_LARGE)
        self._title = ElidedLabel("", "heading")
        self._badges = row(spacing=theme.SPACE.tiny)
        self._body = QWidget()
        self._inside = QVBoxLayout(self._body)
        self.other_button = button(tr("&Autre machine…"), self._choose_machine, kind="quiet", icon_name="search")
        self.session_button = button(tr("&Session technicien…"), self._start_session, icon_name="user-cog")
        self.copy_button = button(tr("&Tout copier"), self.copy_all, icon_name="copy", shortcut="Ctrl+Shift+C")
        self.open_button = button(tr("&Ouvrir TeamViewer"), self.open_teamviewer, kind="primary", icon_name="screen-share")
        self.close_button = button(tr("&Fermer"), self.reject)
        self._lay_out()
        self.toast = Toast(self._body)
        QShortcut(QKeySequence("F5"), self, self.read)
        self.read()

    def _lay_out(self) -> None:
        head = row(self._icon, spacing=theme.SPACE.small)
        head.addWidget(self._title, 1)
        head.addLayout(self._badges)
        head.addWidget(self.other_button)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(theme.SPACE.tiny)
        self.session_button.hide()
        foot = row(self.session_button, None, self.copy_button, self.close_button, self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE.medium, theme.SPACE.tiny, theme.SPACE.medium, theme.SPACE.tiny)
        layout.setSpacing(theme.SPACE.tiny)
        layout.addLayout(head)
        layout.addWidget(self._body, 1)
        layout.addLayout(foot)

    def sizeHint(self) -> QSize:
        """As large as it likes, never larger than the window it stands on."""
        host = self.parentWidget()
        wanted = QSize(WIDE, super().sizeHint().height())
        return wanted if host is None else wanted.boundedTo(host.window().size() - MARGIN)

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()  # Qt opens a dialog no larger than two thirds of the screen
        super().showEvent(event)

    def _fit(self) -> None:
        """As high as what was read, in the middle of the window and never beyond its screen."""
        for part in (*self._body.findChildren(QWidget), self._body):
            part.ensurePolished()
            if (inside := part.layout()) is not None:
                inside.invalidate()
                inside.activate()
            part.updateGeometry()
        if (layout := self.layout()) is not None:
            layout.invalidate()
            layout.activate()
        self.resize(self.sizeHint())
        host = self.parentWidget()
        if host is not None and not host.window().isHidden():
            free, place = self.screen().availableGeometry(), self.rect()
            place.moveCenter(host.window().frameGeometry().center())
            # Its title bar stays on the screen.
            left = max(free.left(), min(place.left(), free.right() - place.width()))
            top = max(free.top() + _TITLE_BAR, min(place.top(), free.bottom() - place.height()))
            self.move(left, top - _TITLE_BAR)

    # Reading -----------------------------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read everything again (F5)."""
        services, equipment_id, request_id = self._context.services, self._equipment_id, self._request_id
        self._context.tasks.run(lambda: _read(services, equipment_id, request_id), self._show, self._failed, self, latest="technician.card")

    def _failed(self, error: UserError) -> None:
        self.card = self._reading = None
        self._clear()
        self._title.setText(tr("Fiche technicien"))
        for made in (self.copy_button, self.open_button):
            made.setEnabled(False)
        self._inside.addWidget(ErrorState.of(error, self.read))

    def _clear(self) -> None:
        clear_layout(self._inside)
        clear_layout(self._badges)
        self.rows, self.requests = [], []

    def _show(self, found: _Reading) -> None:
        self._reading, self.card = found, found.card
        card, language = found.card, self._context.language
        self._clear()
        self._title.setText(card.designation or tr("Machine inconnue de l’inventaire"))
        self._icon.set_icon(EQUIPMENT_ICONS[EquipmentKind(card.kind)] if card.kind else "monitor-x", "text_muted")
        self._show_badges(card)
        cover = cover_fact(card.cover)
        strip = row(self._fact(cover, FactRow.title_width((cover,))), spacing=theme.SPACE.medium)
        if card.cover is not None:
            strip.addWidget(WhyButton(card.cover.why), 0, Qt.AlignmentFlag.AlignVCenter)
        self._inside.addWidget(_framed(strip))
        columns = row(spacing=theme.SPACE.small)
        for facts in (machine_facts(card, language), contract_facts(card)):
            width = FactRow.title_width(facts)
            columns.addWidget(_framed(column(*(self._fact(fact, width) for fact in facts), spacing=0)), 1)
        self._inside.addLayout(columns)
        self._inside.addWidget(_framed(self._request_lines(card, language)))
        self._inside.addStretch(1)
        self.copy_button.setEnabled(True)
        self.open_button.setEnabled(bool(found.program or (found.link and not card.this_pc)))
        self.open_button.setToolTip("" if self.open_button.isEnabled() else self._why_closed(card))
        self.session_button.setVisible(found.session is None)
        self._fit()
        # The rows have their sizes once they are shown; by then the dialog is as high as they are.
        QTimer.singleShot(0, self, self._fit)
        if self.rows:
            self.rows[0].setFocus()

    @staticmethod
    def _why_closed(card: TechnicianCard) -> str:
        return tr("TeamViewer n’a pas été trouvé sur ce PC.") if card.this_pc else tr("L’ID TeamViewer de la machine n’est pas connu.")

    def _show_badges(self, card: TechnicianCard) -> None:
        if card.this_pc:
            self._badges.addWidget(StateBadge("info", tr("Ce poste"), "monitor-check"))
        if card.status:
            state, icon_name = STATUS_LOOKS[EquipmentStatus(card.status)]
            self._badges.addWidget(StateBadge(state, label(EquipmentStatus(card.status)).render(), icon_name))

    def _fact(self, fact: Fact, title_width: int) -> FactRow:
        made = FactRow(fact, title_width, self._copy_fact)
        self.rows.append(made)
        return made

    def _request_lines(self, card: TechnicianCard, language: str) -> QVBoxLayout:
        title = tr("Dernières demandes de cette machine") if card.equipment_id else tr("Dernières demandes de l’entreprise")
        heading = text_label(title, "overline")
        heading.setIndent(theme.SPACE.tiny)
        made = column(heading, spacing=0)
        lines = [request_line(request, language) for request in card.last_requests]
        width = RequestRowLine.first_width(lines)
        for request, parts in zip(card.last_requests, lines, strict=True):
            copy = partial(self._copy, " · ".join(parts), request.number)
            shown = RequestRowLine(parts, width, partial(self._follow, request.id), copy)
            self.requests.append(shown)
            made.addWidget(shown)
        if not card.last_requests:
            nothing = text_label(tr("Aucune demande encore"), "muted")
            nothing.setIndent(theme.SPACE.tiny)
            made.addWidget(nothing)
        return made

    # Copying -----------------------------------------------------------------------------------------------------------------------

    def _copy_fact(self, fact: Fact) -> None:
        self._copy(fact.copied, fact.title)

    def _copy(self, text: str, name: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.toast.show_message(tr("Copié\u00a0: {name}", name=name))

    def copy_all(self) -> None:
        """Put the whole card on the clipboard, as text."""
        if self.card is not None:
            self._copy(whole_text(self.card, self._context.language), tr("toute la fiche"))

    # Elsewhere ---------------------------------------------------------------------------------------------------------------------

    def open_teamviewer(self) -> None:
        """Open TeamViewer here: on this PC's own card as it is, on another machine's card to take control of it."""
        found = self._reading
        if found is None:
            return
        card = found.card
        control = found.link if not card.this_pc else ""
        if found.program and self.start_program(found.program, ["-i", control.partition("=")[2]] if control else []):
            return
        if control and self.open_url(QUrl(control)):
            return
        if card.teamviewer_id:
            QGuiApplication.clipboard().setText(card.teamviewer_id)
            self.toast.show_message(tr("TeamViewer ne s’ouvre pas sur ce PC\u00a0: l’ID {id} est copié.", id=card.teamviewer_id))
        else:
            self.toast.show_message(tr("TeamViewer ne s’ouvre pas sur ce PC."))

    def _follow(self, request_id: UUID) -> None:
        self.accept()
        self._context.navigate(Route("support", request_id))

    def _start_session(self) -> None:
        from app.ui.technician.start_dialog import open_start

        open_start(self._context, self, self._request_id, self.read)

    def _choose_machine(self) -> None:
        from app.ui.support.machine_picker import MachinePicker
        from app.ui.widgets.explain import Popover

        picker = MachinePicker(self._context, None)
        popover = Popover(picker, tr("Quelle machine\u202f?"), self.other_button)

        def chosen(machine: Choice) -> None:
            popover.close()
            self._equipment_id, self._request_id = machine.id, None
            self.read()

        picker.chosen.connect(chosen)
        picker.read()
        popover.open_below(self.other_button)
        picker.search.setFocus()


def _framed(inside: QVBoxLayout | QHBoxLayout) -> QFrame:
    """On a white block with little air: every line counts."""
    frame = QFrame()
    frame.setObjectName("card")
    inside.setContentsMargins(theme.SPACE.small, theme.SPACE.tiny, theme.SPACE.small, theme.SPACE.tiny)
    frame.setLayout(inside)
    return frame


def open_card(context: ScreenContext, parent: QWidget, *, equipment_id: UUID | None = None, request_id: UUID | None = None) -> None:
    """Show the card of a machine, of a request's machine, or of this PC."""
    TechnicianCardDialog(context, parent, equipment_id=equipment_id, request_id=request_id).open()


def _read(services: Services, equipment_id: UUID | None, request_id: UUID | None) -> _Reading:
    """Thread: the worker's."""
    technicians = services.technicians
    card = technicians.card(equipment_id, request_id)
    return _Reading(card, technicians.current(), technicians.program(), technicians.link(card.teamviewer_id))
