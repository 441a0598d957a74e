"""The connection assistant: the server and its code, what both sides have, and then the first exchange.

Nothing is put together before the second page was accepted; leaving earlier takes the new computer off the server's list again.
"""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QGridLayout, QLineEdit, QWidget

from app.domain.errors import RuleError, UserError
from app.domain.text import Text, msg, tr
from app.ui import theme
from app.ui.screen import ScreenContext
from app.ui.sync.controller import SyncController
from app.ui.sync.popover import SyncDetails
from app.ui.widgets import (
    AssistantDialog,
    AssistantStep,
    Form,
    FormField,
    IconLabel,
    SectionCard,
    clear_layout,
    column,
    figure_label,
    row,
    text_label,
)

if TYPE_CHECKING:
    from app.services.sync_meeting import Joined, Meeting


class AddressStep(AssistantStep):
    """Where the server is, the code, and what this computer is called there.

    Attributes:
        known: the address of the server whose access is renewed: it is shown, not asked for; empty while connecting to one.
    """

    def __init__(self, url: str) -> None:
        lead = (
            tr("Demandez à votre prestataire un nouveau code à usage unique, valable 24 heures.")
            if url
            else tr("Votre prestataire vous a donné une adresse et un code à usage unique, valable 24 heures.")
        )
        super().__init__(tr("Serveur et code"), lead)
        self.known = url
        self.url, self.code, self.name = QLineEdit("https://", self), QLineEdit(), QLineEdit(platform.node())
        self.code.setPlaceholderText("ABCD-EFGH-JKMN")
        self.name.setMaxLength(120)
        self.form = Form(columns=1)
        if url:
            self.url.hide()
            server = column(text_label(tr("Adresse du serveur"), "strong"), text_label(url, selectable=True), spacing=theme.SPACE.tiny)
            self.body.addLayout(server)
        else:
            self.form.add(FormField("url", tr("Adresse du serveur"), self.url, required=True))
        self.form.add(FormField("code", tr("Code d’activation"), self.code, required=True))
        hint = tr("Pour le reconnaître chez votre prestataire, s’il faut un jour en retirer l’accès.")
        self.form.add(FormField("device_name", tr("Nom de ce poste"), self.name, required=True, hint=hint))
        self.body.addWidget(self.form)
        if not url:
            self.body.addWidget(text_label(tr("Sans serveur, rien ne change\u00a0: tout reste sur ce PC."), "muted", wrap=True))

    def values(self) -> dict[str, Any] | None:
        """What `SyncService.meet` asks for; `None` where something is missing."""
        values = self.form.values()
        return {"url": self.known, **values} if values is not None else None


class MeetingStep(AssistantStep):
    """« Voici ce qu’il y a des deux côtés »."""

    def __init__(self) -> None:
        super().__init__(tr("Les deux côtés"), tr("Voici ce qu’il y a des deux côtés. Rien n’est encore réuni."))
        self.confirmed = QCheckBox(tr("C’est bien la même entreprise, malgré les deux SIREN"))
        self.warning = text_label("", wrap=True)
        self._must_confirm = False
        # Where the focus rests until somebody has chosen: Enter must not connect what nobody has read.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.title)

    def show_meeting(self, meeting: Meeting) -> None:
        """Fill the page."""
        self.confirmed.setParent(None)
        self.warning.setParent(None)
        clear_layout(self.body)
        # An access is renewed for the same organisation only: it was confirmed when this computer joined.
        self._must_confirm = meeting.same_company is False and not meeting.renewed
        self.confirmed.setChecked(False)
        sides = SectionCard(icon_name="arrow-left-right")
        sides.body.addLayout(_sides(meeting))
        self.body.addWidget(sides)
        if self._must_confirm:
            self.warning.setText(tr("Les SIREN diffèrent\u00a0: si ce n’est pas votre entreprise, annulez et demandez un autre code."))
            line = row(IconLabel("triangle-alert", "warning", 20))
            line.addWidget(self.warning, 1)
            self.body.addLayout(line)
            self.body.addWidget(self.confirmed)
        lines = column(spacing=theme.SPACE.tiny)
        from app.services.sync_meeting import plan

        for words in plan(meeting):
            line = row()
            line.addWidget(IconLabel("arrow-right", "accent"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text_label(words, wrap=True), 1)
            lines.addLayout(line)
        card = SectionCard(tr("Ce qui va se passer"), icon_name="list-checks")
        card.body.addLayout(lines)
        self.body.addWidget(card)

    def validate(self) -> bool:
        if self._must_confirm and not self.confirmed.isChecked():
            self.confirmed.setFocus()
            return False
        return True


class ExchangeStep(AssistantStep):
    """How the first exchange goes; closing the assistant does not stop it."""

    def __init__(self, context: ScreenContext, sync: SyncController) -> None:
        super().__init__(
            tr("Premier échange"), tr("Vous pouvez fermer cette fenêtre et continuer à travailler\u00a0: l’échange se poursuit.")
        )
        self._sync = sync
        self.did = column(spacing=theme.SPACE.tiny)
        # « Fermer » is the way on from here, and the only button that stands out.
        self.details = SyncDetails(context, sync, lambda over: open_connect(context, sync, over), prominent=False)
        card = SectionCard()
        card.add(self.details)
        self.body.addLayout(self.did)
        self.body.addWidget(card)

    def show_joined(self, did: tuple[Text, ...]) -> None:
        """Say what connecting did."""
        clear_layout(self.did)
        for words in did:
            line = row()
            line.addWidget(IconLabel("arrow-right", "text_muted"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text_label(words.render(), wrap=True), 1)
            self.did.addLayout(line)

    def lead_now(self) -> str:
        """What there is to say above how it stands."""
        view = self._sync.view
        if view.phase == "stopped":
            return tr("L’échange est arrêté. Vous pouvez le reprendre ici, ou plus tard depuis l’état de la synchronisation.")
        if view.phase == "offline":
            return tr("Le serveur ne répond pas pour l’instant. Vous pouvez fermer cette fenêtre\u00a0: l’échange reprendra tout seul.")
        if view.phase == "calm" and view.status is not None and view.status.last_at is not None:
            return tr("Tout est échangé. Vous pouvez fermer cette fenêtre.")
        return self.lead


class ConnectDialog(AssistantDialog):
    """See the module."""

    guarded = True

    def __init__(self, context: ScreenContext, sync: SyncController, parent: QWidget | None, *, url: str = "") -> None:
        """`url`: of the server whose access is to be renewed; it cannot be changed then."""
        self._context, self._sync = context, sync
        self.address, self.meeting, self.exchange = AddressStep(url), MeetingStep(), ExchangeStep(context, sync)
        self._joined = False
        title = tr("Retrouver l’accès au serveur") if url else tr("Connecter à un serveur")
        super().__init__(title, [self.address, self.meeting, self.exchange], tr("Fermer"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sync.changed.connect(self._follow)

    def go_on(self) -> None:
        """The first two pages ask the server before the next one is shown."""
        self.show_error(None)
        if self.current is self.address:
            self._meet()
        elif self.current is self.meeting:
            if self.meeting.validate():
                self._join()
            else:
                self.show_error(RuleError(msg("Confirmez d’abord que c’est bien la même entreprise.")))
        else:
            self.finish()

    def _meet(self) -> None:
        values = self.address.values()
        if values is None:
            return
        services = self._context.services
        self.set_busy(tr("Le serveur est interrogé…"))
        self._context.tasks.run(
            lambda: services.sync.meet(values["url"], values["code"], values["device_name"]), self._met, self._failed, self, lane="server"
        )

    def _met(self, meeting: Meeting) -> None:
        self.set_busy(None)
        self.meeting.show_meeting(meeting)
        self._go(1)
        self._next.setText(tr("Connecter ce poste"))
        self._next.setAccessibleName(self._next.text())
        if not meeting.here:
            self.exchange.lead = tr("Vous pouvez fermer cette fenêtre\u00a0: l’échange se poursuit.")
        # « Connecter ce poste » stands where « Suivant » was: a second Enter must not connect.
        self._next.setDefault(False)
        if self.focusWidget() is self._next:
            self.meeting.setFocus()
        self._rest()

    def _rest(self) -> None:
        """The second click of a double click must not press the button that is in the same place now."""
        self._next.setEnabled(False)
        QTimer.singleShot(QApplication.doubleClickInterval(), self, self._rested)

    def _rested(self) -> None:
        if not self._working:
            self._next.setEnabled(True)

    def _join(self) -> None:
        services = self._context.services
        self._finishing = True
        self.set_busy(tr("Connexion…"))
        self._context.tasks.run(lambda: services.sync.join(), self._have_joined, self._failed, self, lane="server")

    def _have_joined(self, joined: Joined) -> None:
        self._joined = True
        self.set_busy(None)
        self.exchange.show_joined(joined.did)
        self._next.setDefault(True)
        self._go(2)
        self._rest()
        self._sync.connection_changed()

    def _follow(self) -> None:
        """The sentence above says the same as the card; once everything went through, nothing is still to come."""
        if not self._joined:
            return
        status = self._sync.view.status
        if self._sync.view.phase == "calm" and status is not None and status.last_at is not None:
            clear_layout(self.exchange.did)
        self._lead.setText(self.exchange.lead_now())

    def _failed(self, error: UserError) -> None:
        self.set_busy(None)
        if not (self.current is self.address and self.address.form.show_error(error)):
            self.show_error(error)

    def _update_buttons(self) -> None:
        super()._update_buttons()
        # A code is spent once: the way back is to leave and ask for another.
        self._back.setVisible(False)
        self._cancel.setVisible(self.current is not self.exchange)

    def back(self) -> None:
        """There is no way back, see `_update_buttons`."""

    def has_input(self) -> bool:
        """Whether leaving loses something: the code that was spent, until this computer is connected."""
        return not self._joined and super().has_input()

    def unsaved_words(self) -> tuple[str, str]:
        """See `AssistantDialog`."""
        return tr("Ce poste n’est pas encore connecté, et son code a servi."), tr("Abandonner la connexion")

    def waiting_words(self) -> str:
        """See `AssistantDialog`."""
        return tr("Encore un instant\u00a0: attendez que ce soit fait.")

    def done(self, result: int) -> None:
        """Leave; a computer that was admitted and not joined is taken off the server's list."""
        if not self._joined:
            services = self._context.services
            self._context.tasks.run(lambda: services.sync.part(), None, lambda _: None, lane="server")
        super().done(result)


def open_connect(context: ScreenContext, sync: SyncController, parent: QWidget | None) -> ConnectDialog:
    """Open the assistant; for a folder that lost its access, with the server's address."""
    status = sync.view.status
    dialog = ConnectDialog(context, sync, parent, url=status.url if status is not None and status.connected else "")
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.open()
    return dialog


def _sides(meeting: Meeting) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.SPACE.huge)
    grid.setVerticalSpacing(theme.SPACE.small)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    lines = [
        ("", tr("Sur ce poste"), tr("Sur le serveur")),
        (tr("Entreprise"), meeting.ours or "–", meeting.organisation or "–"),
        (tr("SIREN"), meeting.our_siren or "–", meeting.siren or "–"),
    ]
    for place, (name, here, there) in enumerate(lines):
        grid.addWidget(text_label(name, "muted"), place, 0, Qt.AlignmentFlag.AlignTop)
        for side, value in enumerate((here, there), 1):
            grid.addWidget(text_label(value, "body" if place else "overline", wrap=True), place, side)
    grid.addWidget(text_label(tr("Enregistrements"), "muted"), len(lines), 0)
    for side, count in enumerate((meeting.here, meeting.there), 1):
        label = figure_label(tr("{n}", n=count), "strong")
        label.setAlignment(Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(label, len(lines), side)
    return grid
