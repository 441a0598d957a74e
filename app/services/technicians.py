"""Technicians' sessions on this PC: while one runs, what is done stands in the journal under the technician's name."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.errors import InputError, NotFoundError, RuleError
from app.domain.formatting import PARIS
from app.domain.offer_text import hour
from app.domain.records import RequestStatus
from app.domain.text import msg
from app.domain.values.technician import EndedSession, SessionState, TechnicianCard
from app.services.context import ServiceContext
from app.system import teamviewer
from app.system.teamviewer import ThisPc

if TYPE_CHECKING:
    from app.store.technician_queries import KeptSession

#: Without any key or click for so long, nobody is working any more.
IDLE = timedelta(minutes=30)
#: Once the intervention is closed, so long is left to write down how the request was solved. Doing so ends the session at once.
CLOSING = timedelta(minutes=5)
#: The moment something was last done is written down no more often: it only matters after a crash.
_NOTED_EVERY = timedelta(minutes=1)
_LONGEST_NAME = 200


@dataclass
class _Running:
    """The session of this process.

    Attributes:
        before: who was written into the journal until then, and will be again.
        done_at: when something was last done; `noted_at`: the same, as it was last written down.
        closed_at: when its intervention was closed.
    """

    session: KeptSession
    number: str
    before: str
    done_at: datetime
    noted_at: datetime
    closed_at: datetime | None = None

    @property
    def ends_at(self) -> datetime:
        idle = self.done_at + IDLE
        return idle if self.closed_at is None else min(idle, self.closed_at + CLOSING)


class TechnicianService:
    """Technicians' sessions on this PC, and the card that gathers what they need. Thread: any; one call at a time.

    A session belongs to this PC: it is ended by `end`, by `expire`, or found left open after a restart.
    """

    def __init__(self, context: ServiceContext, this_pc: Callable[[], ThisPc] = teamviewer.this_pc) -> None:
        """`this_pc` reads TeamViewer's entries in the registry."""
        self._context, self._store, self._clock = context, context.store, context.clock
        self._this_pc = this_pc
        self._running: _Running | None = None
        self._lock = threading.RLock()

    # The session -------------------------------------------------------------------------------------------------------------------

    def start(self, name: str, confirmed_by: str, request_id: UUID | None = None) -> SessionState:
        """Have a technician take over this PC. The journal names `confirmed_by` as who let them in, and from then on the technician.

        Args:
            name: the technician's.
            confirmed_by: who of the office said that this person may work on this PC.
            request_id: the request it is about.

        Raises:
            InputError: no name, nobody who confirms, or the technician alone.
            NotFoundError: no such request.
            RuleError: a session runs already.
        """
        from app.store import technician_queries
        from app.store.tables import LocalSetting, TechnicianSession

        with self._lock:
            technician, owner = _name("technician", name), _name("confirmed_by", confirmed_by)
            if technician.casefold() == owner.casefold():
                raise InputError("confirmed_by", owner, msg("quelqu’un de l’entreprise, et non le technicien lui-même"))
            if self._running is not None:
                raise RuleError(
                    msg(
                        "{name} a déjà une session ouverte depuis {hour}. Terminez-la d’abord.",
                        name=self._running.session.technician,
                        hour=hour(self._running.session.started_at.astimezone(PARIS).time()),
                    )
                )
            self._end_left_open()
            number = self._number(request_id)
            now = self._clock.now()
            with self._store.writing() as unit:
                unit.recorder.actor = owner
                row = TechnicianSession(technician=technician, request_id=request_id, started_at=now)
                unit.session.add(row)
                unit.session.flush()
                unit.session.merge(LocalSetting(name=technician_queries.SETTING, value=technician_queries.noted(row.id, now)))
                kept = technician_queries.KeptSession(row.id, technician, request_id, now, now)
            self._running = _Running(kept, number, self._store.actor, now, now)
            self._store.actor = technician
            return self._state(self._running)

    def current(self) -> SessionState | None:
        """The session that runs."""
        with self._lock:
            return None if self._running is None else self._state(self._running)

    def touch(self) -> None:
        """Something was done: the 30 minutes begin anew. Too late for a session that has had its time: `expire` ends it."""
        with self._lock:
            running, now = self._running, self._clock.now()
            if running is None or now >= running.ends_at:
                return
            running.done_at = max(now, running.done_at)
            if now - running.noted_at >= _NOTED_EVERY:
                running.noted_at = now
                self._note(running.session.id, now)

    def expire(self) -> EndedSession | None:
        """End the session if its time is over or its intervention is closed, or the one that a former run of the program left open.

        Returns:
            What ended; `None` where nothing did.
        """
        with self._lock:
            running = self._running
            if running is None:
                return self._end_left_open()
            settled = self._look_at_work(running)
            now = self._clock.now()
            if running.closed_at is not None and (settled or now >= running.ends_at):
                return self._finish(running, "intervention", now)
            return self._finish(running, "idle", running.ends_at) if now >= running.ends_at else None

    def end(self, reason: str = "closed") -> UUID | None:
        """End the session by hand; the request to ask a rating for, `None` where there is none. Without a session nothing happens."""
        ended = self.finish(reason)
        return None if ended is None or ended.rate is None else ended.rate.id

    def finish(self, reason: str = "closed") -> EndedSession | None:
        """`end`, with everything there is to tell of it."""
        with self._lock:
            running = self._running
            if running is None:
                return None
            self._look_at_work(running)
            return self._finish(running, reason, self._clock.now())

    def names(self) -> tuple[str, ...]:
        """Technicians seen before, the newest first."""
        from app.services.support import SupportService

        return SupportService(self._context).technicians()

    def hosts(self) -> tuple[str, ...]:
        """Who of the office can let a technician in: its representative, then its people by name."""
        from app.store import office_queries

        with self._store.reading() as session:
            organisation = office_queries.organisation(session)
            first = [organisation.representative] if organisation is not None and organisation.representative else []
            return tuple(dict.fromkeys([*first, *(person.name for person in office_queries.people(session, active_only=True))]))

    # The card ----------------------------------------------------------------------------------------------------------------------

    def card(self, equipment_id: UUID | None = None, request_id: UUID | None = None) -> TechnicianCard:
        """What a technician needs to know of a machine; without one, of the machine of the request, or else of this PC.

        Raises:
            NotFoundError: no such machine or request.
        """
        from app.services.technician_card import read_card

        return read_card(self._context, self._this_pc, equipment_id, request_id)

    def program(self) -> str:
        """The TeamViewer program of this PC; empty where none is found."""
        return str(teamviewer.program() or "")

    @staticmethod
    def link(teamviewer_id: str) -> str:
        """The address that has TeamViewer take control of a device; empty for what is no ID."""
        return teamviewer.link(teamviewer_id) if teamviewer.clean_id(teamviewer_id) else ""

    # Inside ------------------------------------------------------------------------------------------------------------------------

    def _state(self, running: _Running) -> SessionState:
        session = running.session
        closing = running.closed_at is not None
        return SessionState(
            session.id, session.technician, session.started_at, running.ends_at, session.request_id, running.number, closing
        )

    def _number(self, request_id: UUID | None) -> str:
        from app.store import technician_queries

        if request_id is None:
            return ""
        with self._store.snapshot() as connection:
            number = technician_queries.request_number(connection, request_id)
        if number is None:
            raise NotFoundError(msg("Demande introuvable\u00a0: {id}", id=request_id))
        return number

    def _look_at_work(self, running: _Running) -> bool:
        """Note what became of the session's intervention; whether its request is off the technician's hands too."""
        from app.store import technician_queries

        session = running.session
        with self._store.snapshot() as connection:
            work = technician_queries.work(connection, session.technician, session.started_at, session.request_id)
        if work is None:
            running.closed_at = None
            return False
        if session.request_id is None:  # a session without a request is about the one that is worked on
            running.session, running.number = replace(session, request_id=work.request_id), work.number
        running.closed_at = work.ended_at
        return work.ended_at is not None and work.status is not RequestStatus.IN_PROGRESS

    def _finish(self, running: _Running, reason: str, at: datetime) -> EndedSession:
        # First of all: whatever becomes of the rest, nothing more is written under this name.
        self._running, self._store.actor = None, running.before
        return self._close(running.session, reason, at)

    def _end_left_open(self) -> EndedSession | None:
        from app.store import technician_queries

        with self._store.snapshot() as connection:
            left = technician_queries.left_open(connection)
        return None if left is None else self._close(left, "restart", left.last_done_at)

    def _close(self, session: KeptSession, reason: str, at: datetime) -> EndedSession:
        from app.store import support_queries, technician_queries
        from app.store.tables import LocalSetting, TechnicianSession

        at = max(at, session.started_at)
        with self._store.writing() as unit:
            unit.recorder.actor = session.technician
            row = unit.session.get_one(TechnicianSession, session.id)
            row.ended_at, row.end_reason, row.request_id = at, reason, session.request_id
            noted = unit.session.get(LocalSetting, technician_queries.SETTING)
            if noted is not None:
                unit.session.delete(noted)
        rate = None
        with self._store.snapshot() as connection:
            if session.request_id is not None and technician_queries.wants_rating(connection, session.request_id):
                rate = support_queries.row(connection, session.request_id)
        return EndedSession(session.id, session.technician, session.started_at, at, reason, rate)

    def _note(self, session_id: UUID, at: datetime) -> None:
        from app.store import technician_queries
        from app.store.tables import LocalSetting

        with self._store.writing() as unit:
            unit.session.merge(LocalSetting(name=technician_queries.SETTING, value=technician_queries.noted(session_id, at)))


def _name(field: str, given: str) -> str:
    from app.services.fields import text_field

    kept: str = text_field(_LONGEST_NAME, required=True)(field, " ".join(given.split()))
    return kept
