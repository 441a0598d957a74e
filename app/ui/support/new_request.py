"""Ask for help: what happens, on which machine, send. One window; everything else is optional.

Nothing here needs the network: the request is kept on this PC.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.errors import InputError, UserError
from app.domain.records import Urgency
from app.domain.text import Text, msg, tr
from app.ui import theme
from app.ui.equipment.dialog import RecordDialog
from app.ui.screen import Route, ScreenContext
from app.ui.support.attachments import AttachmentStrip
from app.ui.support.contact_fields import contact_field, phone_field
from app.ui.support.cover_panel import CoverPanel, call_back_words
from app.ui.support.machine_picker import MachinePicker
from app.ui.support.machine_search import Choice, choice_of_row
from app.ui.support.urgency_tiles import UrgencyTiles
from app.ui.support.words import URGENCY_SUBJECTS, URGENCY_WORDS
from app.ui.widgets import Form, FormField, WhyButton, column, text_label
from app.ui.widgets.forms import expected

if TYPE_CHECKING:
    from app.domain.values.equipment import EquipmentSheet
    from app.domain.values.support import CoverPreview, NewRequest, RequestAdded

WIDTH = 960
ONE_COLUMN_BELOW = 700
Done = Callable[[UUID], object]


def open_new_request(
    context: ScreenContext,
    parent: QWidget,
    equipment_id: UUID | None = None,
    contract_id: UUID | None = None,
    on_done: Done | None = None,
    site_id: UUID | None = None,
) -> None:
    """Show the window that asks for help.

    Args:
        context: of the screen or of the main window.
        parent: what it stands on.
        equipment_id: a machine to start from.
        contract_id: a contract to start from; what it covers decides, unless a machine says otherwise.
        on_done: called with the new request in place of going to its thread.
        site_id: whose machines are offered first.
    """
    dialog = NewRequestDialog(context, parent.window(), contract_id, on_done, site_id)
    if equipment_id is not None:
        dialog.start_from(equipment_id)
    dialog.open()


class NewRequestDialog(RecordDialog):
    """See the module.

    Attributes:
        urgency, machine, strip, cover: its parts.
        form, details: subject, contact, phone; and the description.
    """

    def __init__(
        self, context: ScreenContext, parent: QWidget, contract_id: UUID | None, on_done: Done | None, site_id: UUID | None
    ) -> None:
        super().__init__(tr("Demander de l’aide"), tr("Envoyer la demande"), parent)
        self._context, self._contract, self._on_done, self._site = context, contract_id, on_done, site_id
        # Whether cover and price are said for what is chosen now, whether sending waits for them, and for the machine it starts from.
        self._told = self._waits = self._starting = False
        self.urgency = UrgencyTiles()
        self.machine = MachinePicker(context, site_id)
        self.strip = AttachmentStrip(context)
        self.cover = CoverPanel(context.language)
        self.cover.show_hint(tr("Lecture de vos contrats…"))
        self.form, self.details = self._make_form(), self._make_details()
        self._lay_out_content()
        self.strip.listen_on(self)
        self.urgency.chosen.connect(self._urgency_chosen)
        self.machine.chosen.connect(self._machine_chosen)
        self.form.changed.connect(self.mark_dirty)
        self.details.changed.connect(self.mark_dirty)
        self.strip.changed.connect(self._attached)
        self.setMinimumWidth(min(WIDTH, parent.width() - 48))
        self._name_subject()
        self.machine.read()
        self._preview()
        self.urgency.setFocus()

    def unsaved_words(self) -> tuple[str, str]:
        """See `RecordDialog`."""
        return tr("La demande n’est pas envoyée."), tr("Abandonner la demande")

    def busy_words(self) -> tuple[str, str]:
        """See `RecordDialog`."""
        return tr("Envoi…"), tr("Envoi en cours\u00a0: la fenêtre se ferme dès que la demande est enregistrée.")

    # Building ----------------------------------------------------------------------------------------------------------------------

    def _make_form(self) -> Form:
        form = Form(columns=4)
        subject, contact, phone = QLineEdit(), contact_field(), phone_field()
        subject.setMaxLength(200)
        form.add(FormField("subject", tr("Objet"), subject), span=2)
        form.add(FormField("contact", tr("Qui rappeler"), contact))
        form.add(FormField("phone", tr("Téléphone"), phone))
        return form

    @staticmethod
    def _make_details() -> Form:
        details = QPlainTextEdit()
        details.setFixedHeight(64)
        details.setPlaceholderText(tr("Ce que vous faisiez, le message affiché…"))
        form = Form(columns=1)
        form.add(FormField("description", tr("Détails"), details))
        return form

    def _lay_out_content(self) -> None:
        self._choice_error = text_label("", "error", wrap=True)
        self._choice_error.hide()
        what = column(_numbered(1, tr("Que se passe-t-il\u202f?")), self.urgency, self._choice_error)
        which = column(_numbered(2, tr("Quelle machine\u202f?")), self.machine)
        which.setStretch(1, 1)
        self._more = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._more.setSpacing(theme.SPACE.large)
        self._more.addWidget(self.details, 1)
        self._more.addWidget(self.strip, 1)
        optional = column(_numbered(0, tr("Facultatif")), self.form)
        optional.addLayout(self._more)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addLayout(which, 1)
        right.addWidget(self.cover)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(theme.SPACE.large)
        self._below.addLayout(left, 3)
        self._below.addLayout(right, 2)
        self.content.setSpacing(theme.SPACE.medium)
        self.content.addLayout(what)
        self.content.addLayout(self._below)
        self.content.addLayout(optional)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < ONE_COLUMN_BELOW
        for parts in (self._below, self._more):
            parts.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def start_from(self, equipment_id: UUID) -> None:
        """Choose a machine before anything else."""
        services = self._context.services
        self._starting, self._told = True, False
        self._context.tasks.run(lambda: services.equipment.sheet(equipment_id), self._start, self._not_started, self)

    def _not_started(self, error: UserError) -> None:
        self._starting = False
        self.refused(error)
        self._preview()

    def _start(self, sheet: EquipmentSheet) -> None:
        self._starting = False
        self.machine.pin(choice_of_row(sheet))
        self._name_subject()
        self._preview()

    # Choices -----------------------------------------------------------------------------------------------------------------------

    def _urgency_chosen(self, _: Urgency) -> None:
        self._tell_choice("")
        self.mark_dirty()
        self._name_subject()
        self._preview()
        if self.machine.value() is None:
            self.machine.search.setFocus()
        else:
            self.save_button.setFocus()

    def _machine_chosen(self, _: Choice) -> None:
        self.mark_dirty()
        self._name_subject()
        self._preview()
        (self.save_button if self.urgency.value() is not None else self.urgency).setFocus()

    def _attached(self) -> None:
        if self.strip.items:
            self.mark_dirty()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self.strip.paste():
            return
        super().keyPressEvent(event)

    def auto_subject(self) -> str:
        """The subject when none is typed: what is wrong with which machine."""
        urgency, machine = self.urgency.value(), self.machine.value()
        words = URGENCY_WORDS[urgency][0].render() if urgency is not None else tr("Demande d’aide")
        if machine is None or machine.id is None:
            return words
        if urgency is None:
            return machine.name
        return Text(URGENCY_SUBJECTS[urgency].source, {"machine": machine.name}).render()

    def _name_subject(self) -> None:
        editor = self.form.field("subject").editor
        assert isinstance(editor, QLineEdit)
        editor.setPlaceholderText(self.auto_subject())

    def _request(self, urgency: Urgency, values: dict[str, str]) -> NewRequest:
        from app.domain.values.support import NewRequest

        machine = self.machine.value()
        return NewRequest(
            subject=values["subject"] or self.auto_subject(),
            urgency=urgency,
            description=values["description"],
            equipment_id=None if machine is None else machine.id,
            contract_id=self._contract,
            site_id=self._site,
            contact=values["contact"],
            phone=values["phone"],
        )

    def _preview(self) -> None:
        services, chosen = self._context.services, self.urgency.value()
        request = self._request(chosen or Urgency.QUESTION, {"subject": "", "description": "", "contact": "", "phone": ""})

        def show(preview: CoverPreview) -> None:
            self.cover.show_preview(preview, self._context.services.clock.now(), with_due=chosen is not None)
            last: QWidget = self.machine.list
            for why in self.cover.findChildren(WhyButton):  # Tab comes by on its way from the machines to what is optional
                QWidget.setTabOrder(last, why)
                last = why
            self._known(free=preview.covered is True)

        self._wait_for_cover(False)
        self._told = False
        self._context.tasks.run(lambda: services.support.prepare(request), show, self._not_known, self, latest="support.prepare")

    def _not_known(self, error: UserError) -> None:
        self.cover.show_hint(error.text.render())
        self._known(free=False)

    def _known(self, *, free: bool) -> None:
        """What it costs is said now. Sent before, it goes on by itself only when it costs nothing."""
        self._told = not self._starting
        if self._told and self._waits:
            self._wait_for_cover(False)
            if free:
                self.try_submit()
            else:
                self.tell_wrong(tr("Lisez ce qui est dit de la prise en charge, puis envoyez."))

    def _wait_for_cover(self, waits: bool) -> None:
        self._waits = waits
        self._busy.setText(tr("Vérification de la prise en charge…"))
        self._busy.setVisible(waits)

    # Sending -----------------------------------------------------------------------------------------------------------------------

    def submit(self) -> None:
        """See `RecordDialog`."""
        urgency = self.urgency.value()
        if urgency is None:
            self._tell_choice(expected(msg("une des trois urgences (touches 1, 2, 3)")))
            self.urgency.set_invalid(True)
            self.urgency.setFocus()
            self._area.ensureWidgetVisible(self.urgency)
            return
        if self.machine.waiting:
            self.tell_wrong(tr("La machine est encore cherchée\u00a0: attendez qu’elle soit choisie, puis envoyez."))
            return
        if self.strip.reading:
            self.tell_wrong(tr("Un fichier est encore en cours de lecture\u00a0: un instant."))
            return
        values, more = self.form.values(), self.details.values()
        if values is None or more is None:
            return
        if not self._told:
            self._wait_for_cover(True)
            return
        values |= more
        services, request, attached = self._context.services, self._request(urgency, values), self.strip.attachments()
        self.set_busy(True)
        self._context.tasks.run(lambda: services.support.add(request, attached), self._sent, self._refused, self)

    def _sent(self, added: RequestAdded) -> None:
        context = self._context
        self.accept()
        context.data_changed()
        if added.due is None:
            text = tr("Demande {number} envoyée", number=added.number)
        else:
            now, language = context.services.clock.now(), context.language
            called = call_back_words(added.due, promised=self.cover.promised, now=now, language=language)
            text = tr("Demande {number} envoyée. {call_back}", number=added.number, call_back=called)
        if self._on_done is not None:
            self._on_done(added.id)
        else:
            context.navigate(Route("support", added.id))
        context.notify(text)

    def _refused(self, error: UserError) -> None:
        field = error.field if isinstance(error, InputError) else ""
        if field in ("file", "attachment", "attachments", "name", "content"):
            self.set_busy(False)
            self.strip.refuse(error)
            self._area.ensureWidgetVisible(self.strip)
        elif field == "urgency":
            self.set_busy(False)
            self._tell_choice(error.text.render())
        else:
            self.refused(error, self.details if field == "description" else self.form)

    def _tell_choice(self, text: str) -> None:
        self._choice_error.setText(text)
        self._choice_error.setVisible(bool(text))


def _numbered(number: int, text: str) -> QWidget:
    """A heading of a part, with its place among the three steps."""
    shown = text_label(f"{number}. {text}" if number else text, "strong")
    shown.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return shown
