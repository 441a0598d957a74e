"""A technician takes over: their name, the request it is about, and the confirmation of the office."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.domain.errors import InputError
from app.domain.text import tr
from app.ui.screen import ScreenContext
from app.ui.support.question import Question, technician_hint
from app.ui.technician.confirmation import CodeConfirmation, Confirmation, LetIn, OwnerConfirmation, typed_name
from app.ui.widgets import FormField, choice_combo

if TYPE_CHECKING:
    from app.domain.values.support import RequestRow
    from app.domain.values.technician import SessionState
    from app.services import Services

#: Of very many open requests, those called back first.
REQUESTS = 50


@dataclass(frozen=True)
class Choices:
    """What the dialog offers: technicians seen before, who of the office can confirm, open requests. `code`: the provider's code is asked."""

    technicians: tuple[str, ...]
    hosts: tuple[str, ...]
    requests: tuple[RequestRow, ...]
    code: bool = False


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
        """`confirmation`: how the office lets the technician in; by default a code where one can be checked, else somebody says so."""
        lead = tr("Jusqu’à la fin de la session, tout ce qui est fait sur ce PC est inscrit dans l’historique sous le nom du technicien.")
        super().__init__(context, tr("Ouvrir une session technicien"), tr("Ouvrir la session"), parent, done, lead=lead)
        usual = CodeConfirmation(context.services) if choices.code else OwnerConfirmation(choices.hosts)
        self._confirmation = confirmation or usual
        self.name = typed_name(choices.technicians)
        requests: Sequence[tuple[object, str]] = [(row.id, f"{row.number} — {row.subject}") for row in choices.requests]
        about = choice_combo(requests, request_id, empty=tr("Aucune en particulier"))
        self.form.add(
            FormField(
                "technician", tr("Technicien"), self.name, required=True, hint=technician_hint(), missing=tr("Indiquez le technicien.")
            ),
            span=2,
        )
        self.form.add(FormField("request", tr("Demande traitée"), about, hint=tr("La session se ferme avec son intervention.")), span=2)
        self._confirmation.add_to(self.form)
        self.name.currentTextChanged.connect(lambda text: self._confirmation.name_typed(" ".join(text.split())))
        self.finish()
        self.name.setFocus()

    def submit(self) -> None:
        """See `Question`. Who lets the technician in may be asked of the network: that comes first, beside the database's worker."""
        values = self.form.values()
        if values is None:
            return
        try:
            check = self._confirmation.check(values)
        except InputError as error:
            self.refused(error, self.form)
            return
        self.set_busy(True)
        self.context.tasks.run(
            check, lambda let_in: self._start(values, let_in), lambda error: self.refused(error, self.form), self, lane="server"
        )

    def _start(self, values: dict[str, Any], let_in: LetIn) -> None:
        technicians, name, request = self.context.services.technicians, let_in.technician or values["technician"], values["request"]
        self.context.tasks.run(
            lambda: technicians.start(name, let_in.by, request), self._succeeded, lambda error: self.refused(error, self.form), self
        )


def open_start(
    context: ScreenContext, parent: QWidget, request_id: UUID | None = None, on_done: Callable[[], object] | None = None
) -> None:
    """Ask for what a session needs and start it; the window then shows its banner."""
    services = context.services

    def done(_: SessionState) -> None:
        context.data_changed()
        if on_done is not None:
            on_done()

    view = context.sync.view if context.sync is not None else None
    connected = view is not None and view.connected
    online = view is not None and view.phase in ("unknown", "calm", "exchanging")
    context.tasks.run(
        lambda: read_choices(services, request_id, connected=connected, online=online),
        lambda choices: StartDialog(context, choices, parent, done, request_id).open(),
        context.report_error,
        parent,
    )


def read_choices(services: Services, request_id: UUID | None = None, *, connected: bool = False, online: bool = False) -> Choices:
    """What the dialog offers, the request it is opened for among it. Thread: the worker's.

    A code is asked where there is a server; a PC that can neither reach it nor check codes by itself falls back on the office's word: the
    technician may have been called because the network is down.
    """
    requests = services.support.queue().rows[:REQUESTS]
    if request_id is not None and request_id not in {row.id for row in requests}:
        requests = (services.support.detail(request_id).row, *requests)
    code = connected and (online or services.technician_codes.can_check_offline())
    return Choices(services.technicians.names(), services.technicians.hosts(), requests, code)
