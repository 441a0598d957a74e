"""Messages begun, one for each request, with their files; and sending them, once each. Thread: Qt's."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal

from app.domain.text import tr
from app.ui.screen import ScreenContext
from app.ui.support.composer import Composer
from app.ui.support.prepared_files import Given, Prepared, refusal_words

if TYPE_CHECKING:
    from app.domain.errors import UserError

#: Drafts by the settings they are kept with: a picture of the screen is in no file yet, and must outlive a window made anew.
_KEPT: WeakKeyDictionary[object, dict[str, dict[UUID, Draft]]] = WeakKeyDictionary()


@dataclass(frozen=True)
class Draft:
    """What was begun: text, files, and why it could not be sent."""

    text: str = ""
    items: tuple[Prepared, ...] = ()
    wrong: str = ""


class Messages(QObject):
    """Gives the composer to one request after the other; nothing typed or joined for one is lost or shown at another.

    Texts outlive the program, files the window.

    Signals:
        kept(id): a message is in the thread of its request.
    """

    kept = Signal(object)

    def __init__(self, context: ScreenContext, composer: Composer, key: str) -> None:
        """`key`: under which setting the texts are kept."""
        super().__init__(composer)
        self._context, self._composer, self._key = context, composer, key
        self._request: UUID | None = None
        self._sending: set[UUID] = set()
        by_key = _KEPT.setdefault(context.settings, {})
        if key not in by_key:
            by_key[key] = {request: Draft(text) for request, text in _texts(context.settings.get_str(key)).items()}
        self._drafts = by_key[key]
        composer.strip.late.connect(self._came_late)

    def go_to(self, request: UUID | None) -> None:
        """Keep what was begun for the request before, and show what was begun for this one."""
        if request == self._request:
            return
        self._keep()
        self._request = request
        draft = self._drafts.get(request, Draft()) if request is not None else Draft()
        self._composer.show_draft(draft.text, draft.items, draft.wrong, request)
        self._composer.set_busy(request in self._sending)

    def send(self, number: str) -> None:
        """Add the message to the request it was written for, which is called `number`; a second time only once the first one failed."""
        request = self._request
        if request is None or request in self._sending or self._composer.is_empty:
            return
        support = self._context.services.support
        body, files = self._composer.message, self._composer.strip.attachments()
        attached: list[bool] = []

        def work() -> None:
            if files:  # first what may be refused: then nothing was said yet
                support.attach(request, files)
                attached.append(True)
            if body:
                support.say(request, body)

        self._keep()
        self._sending.add(request)
        self._composer.set_busy(True)
        self._context.tasks.run(
            work, lambda _: self._sent(request), lambda error: self._refused(request, number, error, bool(attached)), self
        )

    def _sent(self, request: UUID) -> None:
        self._sending.discard(request)
        self._drafts.pop(request, None)
        if request == self._request:
            self._composer.set_busy(False)
            self._composer.clear()
            self._composer.text.setFocus()
        self.kept.emit(request)

    def _refused(self, request: UUID, number: str, error: UserError, attached: bool) -> None:
        self._sending.discard(request)
        draft = self._drafts.get(request, Draft())
        # What was attached before the words were refused is there: it is not sent again with them.
        draft = self._drafts[request] = Draft(draft.text, () if attached else draft.items, refusal_words(error))
        if request == self._request:
            self._composer.set_busy(False)
            if attached:
                self._composer.strip.clear()
            self._composer.strip.refuse(error)
        else:
            told = tr("Votre message à {number} n’est pas envoyé\u00a0: {why}", number=number, why=draft.wrong)
            self._context.notify(told)
        if attached:
            self.kept.emit(request)

    def _came_late(self, request: UUID, given: Given) -> None:
        """Files that were still being read when another request was chosen belong to the one before."""
        draft = self._drafts.get(request, Draft())
        self._drafts[request] = Draft(draft.text, (*draft.items, *given.items), "\n".join(given.refusals) or draft.wrong)

    def _keep(self) -> None:
        request, composer = self._request, self._composer
        if request is None or request in self._sending:
            return
        draft = Draft(composer.text.toPlainText(), composer.strip.items, composer.strip.wrong)
        if draft.text.strip() or draft.items:
            self._drafts[request] = draft
        else:
            self._drafts.pop(request, None)

    def save(self) -> None:
        """Write the texts down: they outlive the program. One that is on its way is in its thread by then."""
        self._keep()
        texts = {str(key): draft.text.strip() for key, draft in self._drafts.items() if key not in self._sending and draft.text.strip()}
        self._context.settings.set_str(self._key, json.dumps(texts) if texts else "")


def _texts(kept: str) -> dict[UUID, str]:
    """What `save` wrote; anything else is as if nothing had been kept."""
    try:
        return {UUID(key): str(text) for key, text in json.loads(kept).items()}
    except (ValueError, AttributeError):
        return {}
