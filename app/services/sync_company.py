"""The office's own record where computers meet: an organisation has one, whichever computer made it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.domain.synced import SYNCED
from app.services.context import ServiceContext
from app.store import sync_exchange, sync_outbox, sync_queries
from app.store import sync_state as states
from app.store.sync_exchange import SetAside
from app.store.tables import Organisation
from app.store.types import utc_text
from app.store.unit_of_work import Session


def unsent(context: ServiceContext) -> bool:
    """Whether the office's record was made here and the server has not numbered it: it must be asked for its own first."""
    with context.store.reading() as session:
        return sync_queries.organisations(session)[0] is not None


def settle(context: ServiceContext, organisation: str) -> None:
    """After everything was read and before anything is sent: no second record may leave this computer.

    Where the server has one it stays, its blanks are filled from the one here, and what was typed here since this computer joined and
    differs waits for a decision. Where it has none, the one here takes the `organisation`'s identifier: should another computer send
    its own at the same moment, both are one row there.
    """
    with context.store.writing() as unit:
        session = unit.session
        ours, theirs = sync_queries.organisations(session)
        if ours is not None and theirs is None:
            sync_queries.rename_organisation(session.connection(), ours.id, UUID(organisation))
        elif ours is not None and theirs is not None:
            _set_aside(context, session, ours, theirs)
            for name, value in _filled(ours).items():
                if getattr(theirs, name) in ("", None):
                    setattr(theirs, name, value)
            session.flush()
            sync_queries.remove_organisation(session.connection(), ours.id)
        states.write(session.connection(), merging=False)


def _set_aside(context: ServiceContext, session: Session, ours: Organisation, theirs: Organisation) -> None:
    """What was typed here since joining: up to then the assistant said that the server's record stays."""
    connection, now = session.connection(), utc_text(context.clock.now())
    waiting = sync_outbox.of_rows(connection, [str(ours.id)]).get(ours.id.hex, [])
    typed = {name: one for one in waiting for name in one.changes}
    by, at = sync_queries.last_author(session, theirs.id)
    for name, value in _filled(ours).items():
        if name in typed and getattr(theirs, name) not in ("", None, value):
            one, known = typed[name], getattr(theirs, name)
            aside = SetAside(
                one.mutation, "field", "patch", "organisation", str(theirs.id), name, value, known, {}, by, at, one.actor, one.at
            )
            sync_exchange.keep(connection, aside, now)
    # Out of the outbox, or the server would get a second record.
    for one in waiting:
        sync_outbox.drop(connection, one.n)


def _filled(row: Organisation) -> Mapping[str, Any]:
    return {name: value for name in SYNCED["organisation"].fields if (value := getattr(row, name)) not in ("", None)}
