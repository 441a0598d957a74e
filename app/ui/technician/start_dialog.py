"""A technician takes over: their name, the request it is about, and the confirmation of the office."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.domain.text import tr
from app.ui.screen import ScreenContext
from app.ui.support.question import Question, technician_hint
from app.ui.technician.confirmation import Confirmation, OwnerConfirmation, typed_name
from app.ui.widgets import FormField, choice_combo

if TYPE_CHECKING:
    from app.domain.values.support import RequestRow
    from app.domain.values.technician import SessionState
    from app.services import Services

#: Of very many open requests, those called back first.
REQUESTS = 50


@dataclass(frozen=True)
class Choices:
    """What the dialog offers: technicians seen before, who of the office can confirm, open requests."""

    technicians: tuple[str, ...]
    hosts: tuple[str, ...]
    requests: tuple[RequestRow, ...]


class StartDialog(Question):
    """`done(state)` is called once the session runs."""

    def __init__(
        self,
        context: ScreenContext,
        choices: Choices,
        parent: QWidget,
        done: Callable[[SessionState], object],
        request_id: UUID | None = None,
        confirmation: Confirmation | None = None,
    ) -> None:
        """`confirmation`: how the office lets the technician in; by default somebody says so."""
        lead = tr("Jusqu’à la fin de la session, tout ce qui est fait sur ce PC est inscrit dans l’historique sous le nom du technicien.")
        super().__init__(context, tr("Ouvrir une session technicien"), tr("Ouvrir la session"), parent, done, lead=lead)
        self._confirmation = confirmation or OwnerConfirmation(choices.hosts)
        self.name = typed_name(choices.technicians)
        requests: Sequence[tuple[object, str]] = [(row.id, f"{row.number} — {row.subject}") for row in choices.requests]
        about = choice_combo(requests, request_id, empty=tr("Aucune en particulier"))
        self.form.add(FormField("technician", tr("Technicien"), self.name, required=True, hint=technician_hint()), span=2)
        self.form.add(FormField("request", tr("Demande traitée"), about, hint=tr("La session se ferme avec son intervention.")), span=2)
        self._confirmation.add_to(self.form)
        self.name.currentTextChanged.connect(lambda text: self._confirmation.name_typed(" ".join(text.split())))
        self.finish()
        self.name.setFocus()

    def operation(self, values: dict[str, Any]) -> Callable[[], object]:
        """See `Question`."""
        technicians = self.context.services.technicians
        name, request, confirmed_by = values["technician"], values["request"], self._confirmation.confirmed_by(values)
        return lambda: technicians.start(name, confirmed_by, request)


def open_start(
    context: ScreenContext, parent: QWidget, request_id: UUID | None = None, on_done: Callable[[], object] | None = None
) -> None:
    """Ask for what a session needs and start it; the window then shows its banner."""
    services = context.services

    def done(_: SessionState) -> None:
        context.data_changed()
        if on_done is not None:
            on_done()

    context.tasks.run(
        lambda: read_choices(services, request_id),
        lambda choices: StartDialog(context, choices, parent, done, request_id).open(),
        context.report_error,
        parent,
    )


def read_choices(services: Services, request_id: UUID | None = None) -> Choices:
    """What the dialog offers, the request it is opened for among it. Thread: the worker's."""
    requests = services.support.queue().rows[:REQUESTS]
    if request_id is not None and request_id not in {row.id for row in requests}:
        requests = (services.support.detail(request_id).row, *requests)
    return Choices(services.technicians.names(), services.technicians.hosts(), requests)
