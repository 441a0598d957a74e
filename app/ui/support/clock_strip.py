"""Whom to call, and whether they are open now: the line above everything on the support screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.text import tr
from app.ui import theme
from app.ui.home.opening import OpeningLine, OpeningWatch
from app.ui.screen import ScreenContext
from app.ui.support.words import dialled
from app.ui.widgets import FlowLayout, button, row, text_label

if TYPE_CHECKING:
    from app.domain.errors import UserError
    from app.domain.values.home import SupportContact


class ClockStrip(QWidget):
    """One entry a provider: its number to call, and the opening with its explanation.

    Attributes:
        open_url: hands a telephone number to the system; replaced in tests.
        lines: the openings, by contract.
    """

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Horaires de l’assistance"))
        self._context = context
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self.lines: dict[UUID, OpeningLine] = {}
        self._shown: tuple[SupportContact, ...] | None = None
        self._site: UUID | None = None
        self._watch = OpeningWatch(context, self.isVisible, self)
        self._flow = FlowLayout(self, theme.SPACE.large)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def read(self, site_id: UUID | None) -> None:
        """Read whom to call at a site."""
        services, self._site = self._context.services, site_id
        self._context.tasks.run(lambda: services.home.summary(site_id).contacts, self._show, self._failed, self, latest="support.contacts")

    def _show(self, contacts: Sequence[SupportContact]) -> None:
        if tuple(contacts) != self._shown:
            self._shown = tuple(contacts)
            self._fill(contacts)
        self._watch.watch(self.lines, self._site)
        self._fit()

    def _failed(self, _: UserError) -> None:
        """What was read before stays: a number to call is needed most when something fails. The page below says what it was."""
        if self._shown is None:
            self._empty_flow()
            self._put(text_label(tr("Horaires et numéros indisponibles pour le moment."), "muted"))
            self._put(button(tr("Réessayer"), lambda: self.read(self._site), kind="link", icon_name="refresh-cw"))

    def _empty_flow(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.lines = {}

    def _fill(self, contacts: Sequence[SupportContact]) -> None:
        self._empty_flow()
        if not contacts:
            hint = tr("Aucun contrat d’assistance en cours\u00a0: enregistrez-en un dans Contrats pour voir ici qui appeler, et quand.")
            label = text_label(hint, "muted")
            label.setMinimumHeight(theme.CONTROL_HEIGHT)
            self._put(label)
        for contact in contacts:
            self._put(self._entry(contact))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """An entry is one line: where it does not fit, its explanation keeps its sign alone."""
        for line in self.lines.values():
            entry = line.parentWidget()
            line.set_close(False)
            if entry is not None and (whole := entry.layout()) is not None:
                whole.activate()
                line.set_close(0 < self.width() < whole.sizeHint().width())

    def _put(self, widget: QWidget) -> None:
        self._flow.addWidget(widget)
        widget.show()

    def _entry(self, contact: SupportContact) -> QWidget:
        phone = dialled(contact.phone)
        entry = QWidget()
        line = row(text_label(contact.provider, "strong"))
        if phone:
            dial = button(phone, lambda: self._call(phone), icon_name="phone-call")
            dial.setFont(theme.font(bold=True, tabular=True))
            dial.setAccessibleName(tr("Appeler {name} au {phone}", name=contact.provider, phone=phone))
            dial.setToolTip(tr("Appeler {name} · contrat {number}", name=contact.provider, number=contact.contract_number))
            line.addWidget(dial)
        opening = self.lines[contact.contract_id] = OpeningLine()
        line.addWidget(opening)
        entry.setLayout(line)
        return entry

    def _call(self, phone: str) -> None:
        if not self.open_url(QUrl("tel:" + phone.replace(" ", ""))):
            QGuiApplication.clipboard().setText(phone)
            self._context.notify(tr("Aucun téléphone n’est relié à ce PC\u00a0: le numéro {phone} est copié.", phone=phone))
