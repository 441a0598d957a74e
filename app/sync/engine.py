"""One exchange with the server: send what waits until nothing does, then read until everything is here.

Nothing is held open across the network. A mutation leaves the outbox only in the transaction that stores its acknowledgement; what
was received is applied together with the cursor that it belongs to. Cut off anywhere, the next run goes on where this one stopped.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from app.domain.synced import SCHEMA
from app.store import sync_apply, sync_bulk, sync_exchange, sync_outbox
from app.store import sync_state as states
from app.store.bulk import without_collector
from app.store.store import Store
from app.store.sync_apply import Touched
from app.store.sync_outbox import Pending
from app.store.sync_rows import UnknownChoiceError
from app.store.sync_state import SyncState
from app.store.unit_of_work import Unit
from app.sync.acknowledging import Acknowledgement, too_large
from app.sync.derived import Derived
from app.sync.errors import ForkedError, NewerDataError, NotOurServerError, ResyncError, TooLargeError, not_our_server
from app.sync.pages import Page, checked, parsed
from app.sync.requests import MOST_BYTES, next_request
from app.sync.transport import Transport
from app.sync.wire import MAX_CHANGES, READ_PUSHED, MalformedError, Pushed, Result, read_message

#: How long acknowledged changes are kept by the server's clock, to be offered again to a server that was restored.
KEPT = timedelta(days=30)
#: A history that begins anew again and again is a fault of the server's: give up for this time.
_MOST_BEGINNINGS = 4
#: From so many staged pages on, rows are brought in as a whole and their past is not written into the journal.
_MANY_PAGES = 3


@dataclass
class SyncReport:
    """What one exchange did. `head`: the number up to which everything is here; `news`: how many rows came in other than they were here."""

    pushed: int = 0
    pulled: int = 0
    conflicts: int = 0
    rejected: int = 0
    pending: int = 0
    head: int = 0
    news: int = 0


@dataclass(frozen=True)
class Progress:
    """How far an exchange is: up to which number rows were received, the server's last number (0: unknown), mutations that wait."""

    received: int
    head: int
    waiting: int


class Engine:
    """Synchronises one data folder. Thread: any, but one run at a time.

    Args:
        now: the moment, aware.
        report: told of the progress; may raise to stop between two steps, which loses nothing.
    """

    def __init__(
        self,
        store: Store,
        transport: Transport,
        derived: Derived,
        now: Callable[[], datetime],
        report: Callable[[Progress], None] = lambda _: None,
    ) -> None:
        self._store = store
        self._transport = transport
        self._derived = derived
        self._now = now
        self._report = report
        self._most_bytes = MOST_BYTES
        self._done = SyncReport()
        self._own: set[int] = set()
        self._head = 0

    @without_collector()
    def run(self) -> SyncReport:
        """Exchange everything; the report also counts what `receive` read before.

        Raises:
            SyncError: it stopped; what was acknowledged until then stays so.
        """
        self._in_one_history(self._exchange)
        return self._finished()

    @without_collector()
    def receive(self) -> None:
        """Read what the server has, and send nothing yet.

        Raises:
            SyncError: it stopped.
        """
        self._in_one_history(self._read)

    def _in_one_history(self, exchange: Callable[[], None]) -> None:
        for attempt in range(_MOST_BEGINNINGS):
            try:
                exchange()
                return
            except ResyncError:
                if attempt == _MOST_BEGINNINGS - 1:
                    raise
                self._begin_anew()
            except ForkedError:
                if attempt == _MOST_BEGINNINGS - 1:
                    raise
                self._become_another()

    def _read(self) -> None:
        state = self._state()
        if _unbegun(state):
            self._begin_anew()
            state = self._state()
        self._pull(state)

    def _exchange(self) -> None:
        self._pull(self._push())

    # --- sending

    def _push(self) -> SyncState:
        """Send until nothing waits; how things stand then."""
        while True:
            with self._store.reading() as session:
                state = states.read(session.connection())
                request = next_request(session, state, self._most_bytes)
                total = sync_outbox.count(session.connection()) if request is not None else 0
            if _unbegun(state):
                self._begin_anew()
                continue
            if request is None:
                return state
            self._report(Progress(0, 0, total))
            try:
                answer = self._transport.push(request.body)
            except TooLargeError:
                if request.divisible:
                    self._most_bytes = len(request.body) // 2
                else:
                    self._refuse(request.sent)
                continue
            self._acknowledged(request.sent, _pushed(answer, request.sent))

    def _acknowledged(self, sent: Sequence[Pending], answer: Pushed) -> None:
        server_now = _text(self._transport.server_now())
        with self._store.writing() as unit:
            self._take(unit, sent, answer.results, server_now)
            states.write(unit.session.connection(), acknowledged=sent[-1].n)
        self._own.update(result.seq for result in answer.results if result.status == "ok" and result.seq is not None)

    def _refuse(self, sent: Sequence[Pending]) -> None:
        """Even alone these are too large on their way: they go into the inbox, and what is behind them goes on."""
        # Our server has to be heard on this line: what else may answer there knows nothing of its limits.
        info = self._transport.info()
        with self._store.writing() as unit:
            self._take(unit, sent, too_large(sent), _text(info.time))
            # What the server has in the place of these values is not known here.
            _read_anew(unit)
            if info.last_n >= sent[-1].n:  # it had taken them, by a way that lets more through, and the answer was lost
                states.write(unit.session.connection(), acknowledged=sent[-1].n)

    def _take(self, unit: Unit, sent: Sequence[Pending], results: Sequence[Result], server_now: str) -> None:
        acknowledgement = Acknowledgement(unit.session, self._derived, self._moment(), server_now)
        acknowledgement.take(sent, results)
        self._derived.derive(unit.session, acknowledgement.touched)
        self._done.pushed += acknowledgement.applied
        self._done.conflicts += acknowledgement.conflicts
        self._done.rejected += acknowledgement.rejected

    # --- receiving

    def _pull(self, state: SyncState) -> None:
        if state.staged and not self._head:  # an earlier exchange was cut off in the middle: whoever looks on sees where this one begins
            self._head = self._transport.info().head
            self._report(Progress(state.staged, self._head, 0))
        while True:
            after = state.staged or state.cursor
            body = self._transport.changes(after, MAX_CHANGES, state.epoch, state.acknowledged)
            page = checked(body, state.epoch, after)
            if not page.more:
                self._apply(state, page)
                return
            self._stage(page, body)
            self._report(Progress(page.next, self._head, 0))
            state = replace(state, staged=page.next)

    def _stage(self, page: Page, body: bytes) -> None:
        with self._store.writing() as unit:
            connection = unit.session.connection()
            sync_exchange.stage(connection, page.next, body)
            states.write(connection, staged=page.next)

    def _apply(self, state: SyncState, last: Page) -> None:
        digest = last.known_digest()
        told = "" if digest is None else json.dumps(digest, sort_keys=True)
        if not (last.changes or state.staged or state.resync) and told == state.verified:
            return
        with self._store.writing() as unit:
            connection = unit.session.connection()
            staged = sync_exchange.staged(connection) if state.staged else []
            touched = Touched(many=len(staged) >= _MANY_PAGES)
            with sync_bulk.in_bulk(connection) if touched.many else nullcontext():
                for number in staged:
                    self._apply_page(unit, _kept_page(unit, number), touched)
                self._apply_page(unit, last, touched)
                if state.resync:
                    sync_apply.hide_missing(connection, self._moment(), touched)
                if staged:
                    sync_exchange.clear_pages(connection)
                states.write(connection, cursor=last.next, staged=0, resync=False, verified=told)
                self._derived.derive(unit.session, touched)
                unit.session.flush()
            # What an exchange that was cut off had sent is known by its numbers; among few rows it is known by being as it is here.
            own = self._own | sync_outbox.numbered_after(connection, state.cursor) if touched.many else self._own
            agrees = digest is None or sync_apply.digest(connection) == digest
        self._done.news += len(touched.news - own)
        if not agrees and not state.resync:
            # Something here is not as the server has it, and nobody knows what: all of it is read again.
            raise ResyncError(not_our_server().text)

    def _apply_page(self, unit: Unit, page: Page, touched: Touched) -> None:
        changes = page.incoming()
        try:
            sync_apply.apply(unit.session.connection(), changes, touched)
        except UnknownChoiceError as error:
            raise NewerDataError from error
        self._done.pulled += len(changes)
        self._report(Progress(page.next, self._head, 0))

    # --- other histories

    def _begin_anew(self) -> None:
        """The server's history is not the one known here: what it lost is offered again, and everything is read anew."""
        info = self._transport.info()
        self._head = info.head
        with self._store.writing() as unit:
            connection = unit.session.connection()
            state = states.read(connection)
            if state.epoch and state.epoch != info.epoch:
                lost, shared = sync_outbox.take_back(connection, info.last_n, info.epoch_head)
                sync_outbox.requeue(connection, lost)
                sync_outbox.lower_bases(connection, shared)
                states.write(connection, acknowledged=info.last_n)
            _read_anew(unit)
            states.write(connection, epoch=info.epoch, schema=SCHEMA)

    def _become_another(self) -> None:
        """An older copy of this folder was restored: it goes on under an identity of its own, with all that waits."""
        identity = self._transport.fork()
        with self._store.writing() as unit:
            connection = unit.session.connection()
            _read_anew(unit)
            states.set_letter(connection, identity.letter)
            states.write(connection, device=identity.device, epoch=identity.epoch, acknowledged=0)

    # --- odds and ends

    def _finished(self) -> SyncReport:
        # A clock that runs ahead, here or there, must not throw away what a restored server would need.
        past = _text(min(self._transport.server_now(), self._now()) - KEPT)
        with self._store.writing() as unit:
            connection = unit.session.connection()
            sync_outbox.forget(connection, past)
            self._done.pending = sync_outbox.count(connection)
            self._done.head = states.read(connection).cursor
            states.write(connection, last_at=self._moment())
        return self._done

    def _state(self) -> SyncState:
        with self._store.reading() as session:
            return states.read(session.connection())

    def _moment(self) -> str:
        return _text(self._now())


def _kept_page(unit: Unit, number: int) -> Page:
    """A page that was put aside, which an earlier program may have done.

    Raises:
        ResyncError: it cannot be read any more: everything is read anew, or each exchange would end here.
    """
    try:
        return parsed(sync_exchange.page(unit.session.connection(), number))
    except (NotOurServerError, sync_exchange.UnreadableError) as error:
        raise ResyncError(not_our_server().text) from error


def _read_anew(unit: Unit) -> None:
    connection = unit.session.connection()
    sync_exchange.clear_pages(connection)
    states.write(connection, cursor=0, staged=0, resync=True)


def _unbegun(state: SyncState) -> bool:
    return not state.epoch or state.schema < SCHEMA


def _pushed(body: bytes, sent: Sequence[Pending]) -> Pushed:
    try:
        answer = read_message(READ_PUSHED, body)
    except MalformedError as error:
        raise not_our_server() from error
    if [result.n for result in answer.results] != [one.n for one in sent]:
        raise not_our_server()
    return answer


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
