"""The office's own record where computers meet: an organisation has one, under its own identifier, whichever computer made it.

Before the first exchange the record of this computer is laid down, the server's is read, and only then the two are brought together:
the server's values stay, its blanks are filled from here, and what was typed here and differs waits for a decision.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from app.domain.synced import SYNCED
from app.services.context import ServiceContext
from app.store import sync_exchange, sync_outbox, sync_queries
from app.store import sync_state as states
from app.store.base import new_id
from app.store.sync_exchange import SetAside
from app.store.sync_outbox import Pending
from app.store.sync_rows import read_fields, travelling
from app.store.tables import Organisation
from app.store.types import utc_text
from app.store.unit_of_work import Session

_TYPE = "organisation"
_BLANK = ("", None)
#: Values that say something only together; all others stand alone.
_TOGETHER = (("siren", "siret", "vat_number"), ("address", "postal_code", "city"), ("iban", "bic"))


@dataclass
class _Laid:
    """What this computer has of the company, while the server's is read.

    Attributes:
        values: all fields, as they travel.
        typed: by field, in which change it was typed since this computer joined, by whom, and when.
        place: the `n` of the first change that was taken out of the outbox.
    """

    values: dict[str, Any] = field(default_factory=dict)
    typed: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    place: int | None = None


def unsent(context: ServiceContext) -> bool:
    """Whether the office's record was made here and the server has not numbered it: it must be asked for its own first."""
    with context.store.reading() as session:
        return sync_queries.organisations(session)[0] is not None


def lay_down(session: Session, *, asked: bool = False) -> None:
    """Before the server's record is read: take what is here out of the outbox and keep it until `settle`.

    Args:
        session: whose state is connected.
        asked: this computer belonged to the organisation before: whatever differs is asked, as with all other records.
    """
    connection = session.connection()
    state = states.read(connection)
    ours, theirs = sync_queries.organisations(session)
    if ours is None:
        return
    key = ours.id.hex
    if theirs is None:
        key = sync_queries.rename_organisation(connection, ours.id, UUID(state.organisation)).hex
    session.expire_all()
    laid = _read(state.company)
    known = read_fields(connection, _TYPE, [key])[key]
    laid.values = {name: travelling(_TYPE, name, known[name]) for name in SYNCED[_TYPE].fields}
    waiting = sync_outbox.of_rows(connection, [key]).get(key, [])
    if asked:
        by, at = sync_queries.last_author(session, UUID(key))
        laid.typed = {name: (str(new_id()), by, at or "") for name, value in laid.values.items() if value not in _BLANK}
    laid.typed |= _typed(waiting)
    if waiting and laid.place is None:
        laid.place = waiting[0].n
    for one in waiting:
        sync_outbox.drop(connection, one.n)
    states.write(connection, company=json.dumps(asdict(laid)))


def settle(context: ServiceContext) -> None:
    """After everything was read and before anything is sent: no second record leaves this computer, and nothing typed is lost."""
    with context.store.writing() as unit:
        session, connection = unit.session, unit.session.connection()
        state = states.read(connection)
        if state.company:
            ours, theirs = sync_queries.organisations(session)
            if theirs is not None:
                if ours is not None:  # an earlier program sent theirs under another identifier
                    _remove(session, ours)
                _meet(context, session, theirs, _read(state.company))
            elif ours is not None:
                _send(context, session, ours, _read(state.company))
        states.write(connection, merging=False, company="")


def _typed(waiting: list[Pending]) -> dict[str, tuple[str, str, str]]:
    """What somebody filled in or changed; a blank in a record that was made here was typed by nobody."""
    return {
        name: (one.mutation, one.actor, one.at)
        for one in waiting
        for name, value in one.changes.items()
        if one.op == "patch" or value not in _BLANK
    }


def _read(text: str) -> _Laid:
    if not text:
        return _Laid()
    known = json.loads(text)
    return _Laid(known["values"], {name: tuple(one) for name, one in known["typed"].items()}, known["place"])


def _remove(session: Session, ours: Organisation) -> None:
    connection = session.connection()
    for one in sync_outbox.of_rows(connection, [ours.id.hex]).get(ours.id.hex, []):
        sync_outbox.drop(connection, one.n)
    sync_queries.remove_organisation(connection, ours.id)
    session.expunge(ours)


def _send(context: ServiceContext, session: Session, ours: Organisation, laid: _Laid) -> None:
    """The server has none: ours goes there as it stands now."""
    connection = session.connection()
    for one in sync_outbox.of_rows(connection, [ours.id.hex]).get(ours.id.hex, []):
        sync_outbox.drop(connection, one.n)
    sync_outbox.make_anew(connection, _TYPE, ours.id.hex, utc_text(context.clock.now()), context.store.actor, laid.place)


def _meet(context: ServiceContext, session: Session, theirs: Organisation, laid: _Laid) -> None:
    """The server's record stays; what it lacks is filled, what was typed here and cannot be filled is asked."""
    connection, now = session.connection(), utc_text(context.clock.now())
    known = read_fields(connection, _TYPE, [theirs.id.hex])[theirs.id.hex]
    values = {name: travelling(_TYPE, name, known[name]) for name in SYNCED[_TYPE].fields}
    # What was typed while the server's was on its way stands here already, and goes by the rules for any change.
    later = {name for one in sync_outbox.of_rows(connection, [theirs.id.hex]).get(theirs.id.hex, []) for name in one.changes}
    fills = set(_fills(laid.values, values)) - later
    by, at = sync_queries.last_author(session, theirs.id)
    for name, (mutation, mine_by, mine_at) in laid.typed.items():
        mine, known_value = laid.values.get(name), values.get(name)
        if name in fills or name in later or mine == known_value:
            continue
        aside = SetAside(mutation, "field", "patch", _TYPE, str(theirs.id), name, mine, known_value, {}, by, at, mine_by, mine_at or None)
        sync_exchange.keep(connection, aside, now)
    for name in fills:
        setattr(theirs, name, laid.values[name])


def _fills(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[str]:
    """Which blanks of theirs are filled from ours: none where these are two companies, and no half of what belongs together."""
    if _differ(ours, theirs, "siren"):
        return
    for names in (*_TOGETHER, *((name,) for name in ours if not any(name in group for group in _TOGETHER))):
        if not any(_differ(ours, theirs, name) for name in names):
            yield from (name for name in names if ours.get(name) not in _BLANK and theirs.get(name) in _BLANK)


def _differ(ours: Mapping[str, Any], theirs: Mapping[str, Any], name: str) -> bool:
    return ours.get(name) not in _BLANK and theirs.get(name) not in _BLANK and ours[name] != theirs[name]
