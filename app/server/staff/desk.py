"""Where a member of staff works: one transaction for each request, under their name, noted in the journal, once however often it is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import Depends, Header, Request
from pydantic import BaseModel
from sqlalchemy import Connection

from app.server.audit import note
from app.server.clock import as_text
from app.server.context import Context, ServerContext, StaffCaller
from app.server.pen import Pen
from app.server.problems import ApiError
from app.server.staff.repeating import fingerprint, keep_answer, known_answer, let_go
from app.server.staff.schemas import DeviceView, RecordView, Resolved
from app.server.sync.merging import Author
from app.server.tokens import Caller

M = TypeVar("M", bound=BaseModel)
R = TypeVar("R", RecordView, Resolved, DeviceView)
IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=80,
        pattern=r"^[!-~]+$",
        description="Any text of your own, such as a UUID: the same request with the same key is done once.",
    ),
]


@dataclass(frozen=True)
class Desk:
    """A request of a member of staff."""

    context: Context
    caller: Caller
    key: str | None
    fingerprint: str

    @property
    def who(self) -> str:
        """Their name in the journal."""
        return f"staff:{self.caller.id}"

    @property
    def author(self) -> Author:
        """They, as records and conflicts name them."""
        return Author(self.who, self.caller.name, staff=True)

    def pen(self, connection: Connection, organisation_id: str) -> Pen:
        """Writes to an organisation under their name."""
        return Pen(connection, organisation_id, self.author, self.context.now())

    def write(self, organisation_id: str, action: str, kind: type[R], act: Callable[[Pen], R]) -> R:
        """What `act` answers, or answered when the same request came before. All it does and the journal's entry are one transaction."""

        def once(connection: Connection) -> R:
            answer = act(self.pen(connection, organisation_id))
            note(connection, self.context.now(), self.who, organisation_id, action, _subject(answer))
            return answer

        return self.once(kind, once)

    def once(self, kind: type[M], act: Callable[[Connection], M]) -> M:
        """What `act` answers, or answered when the same request came before."""
        with self.context.database.writing() as connection:
            if self.key is None:
                return act(connection)
            known = known_answer(connection, self.caller.id, self.key, self.fingerprint, as_text(self.context.now()))
            if known is not None:
                return kind.model_validate_json(known)
            answer = act(connection)
            keep_answer(connection, self.caller.id, self.key, answer.model_dump_json())
            return answer

    def in_parts(self, kind: type[M], act: Callable[[Callable[[Connection, M], None]], M]) -> M:
        """What `act` answers, or answered when the same request came before: for what takes several transactions, and may be done again
        where it broke off.

        Args:
            act: is given what keeps its answer, to be called in the last of its transactions.
        """

        def keep(connection: Connection, answer: M) -> None:
            if self.key is not None:
                keep_answer(connection, self.caller.id, self.key, answer.model_dump_json())

        if self.key is None:
            return act(keep)
        with self.context.database.writing() as connection:
            known = known_answer(connection, self.caller.id, self.key, self.fingerprint, as_text(self.context.now()))
        if known:
            return kind.model_validate_json(known)
        try:
            return act(keep)
        except ApiError:
            with self.context.database.writing() as connection:
                let_go(connection, self.caller.id, self.key)
            raise


def _subject(answer: RecordView | Resolved | DeviceView) -> str:
    """The id of what was changed."""
    return answer.request.id if isinstance(answer, Resolved) else answer.id


async def _desk(request: Request, context: ServerContext, caller: StaffCaller, key: IdempotencyKey = None) -> Desk:
    return Desk(context, caller, key, fingerprint(request.method, request.url.path, await request.body()))


StaffDesk = Annotated[Desk, Depends(_desk)]
