"""One exchange with the server: send what waits until nothing does, then read until everything is here.

Nothing is held open across the network. A mutation leaves the outbox only in the transaction that stores its acknowledgement; what
was received is applied together with the cursor that it belongs to. Cut off anywhere, the next run goes on where this one stopped.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import msgspec

from app.domain.synced import SCHEMA
from app.store import sync_apply, sync_bulk, sync_exchange, sync_outbox
from app.store import sync_state as states
from app.store.bulk import without_collector
from app.store.store import Store
from app.store.sync_apply import Touched
from app.store.sync_outbox import Pending
from app.store.sync_state import SyncState
from app.store.unit_of_work import Unit
from app.sync.acknowledging import Acknowledgement
from app.sync.derived import Derived
from app.sync.errors import ForkedError, NotOurServerError, ResyncError, TooLargeError, not_our_server
from app.sync.pages import Page, checked, parsed
from app.sync.transport import Transport
from app.sync.wire import MAX_CHANGES, MAX_MUTATIONS, MAX_PUSH_BYTES, READ_PUSHED, MalformedError, Mutation, Push, Pushed, read_message

#: How long acknowledged changes are kept, to be offered again to a server that was restored.
KEPT = timedelta(days=30)
#: A history that begins anew again and again is a fault of the server's: give up for this time.
_MOST_BEGINNINGS = 4
_ROOM = 64 * 1024
#: From so many staged pages on, rows are brought in as a whole and their past is not written into the journal.
_MANY_PAGES = 3


@dataclass
class SyncReport:
    """What one exchange did. `head`: the number up to which everything is here; `news`: how many rows somebody else had changed."""

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
        self._push_limit = MAX_MUTATIONS
        self._done = SyncReport()
        self._own: set[int] = set()
        self._head = 0

    @without_collector()
    def run(self) -> SyncReport:
        """Exchange everything; the report also counts what `receive` read before.

        Raises:
            SyncError: it stopped; what was acknowledged until then stays so.
        """
        for attempt in range(_MOST_BEGINNINGS):
            try:
                self._exchange()
                break
            except ResyncError:
                if attempt == _MOST_BEGINNINGS - 1:
                    raise
                self._begin_anew()
            except ForkedError:
                if attempt == _MOST_BEGINNINGS - 1:
                    raise
                self._become_another()
        return self._finished()

    @without_collector()
    def receive(self) -> None:
        """Read what the server has, and send nothing yet.

        Raises:
            SyncError: it stopped.
        """
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
                waiting = sync_outbox.first(session.connection(), self._push_limit)
                total = sync_outbox.count(session.connection()) if waiting else 0
            if _unbegun(state):
                self._begin_anew()
                continue
            if not waiting:
                return state
            self._report(Progress(0, 0, total))
            sent, body = _request(waiting, state, len(waiting) == self._push_limit)
            try:
                answer = self._transport.push(body)
            except TooLargeError:
                if self._push_limit == 1:
                    raise
                self._push_limit = max(1, min(self._push_limit, len(sent)) // 2)
                continue
            self._acknowledged(sent, _pushed(answer, sent))

    def _acknowledged(self, sent: list[Pending], answer: Pushed) -> None:
        with self._store.writing() as unit:
            acknowledgement = Acknowledgement(unit.session, self._derived, self._moment())
            acknowledgement.take(sent, answer.results)
            states.write(unit.session.connection(), acknowledged=sent[-1].n)
            self._derived.derive(unit.session, acknowledgement.touched)
        self._done.pushed += acknowledgement.applied
        self._done.conflicts += acknowledgement.conflicts
        self._done.rejected += acknowledgement.rejected
        self._own.update(result.seq for result in answer.results if result.status == "ok" and result.seq is not None)

    # --- receiving

    def _pull(self, state: SyncState) -> None:
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
            agrees = digest is None or sync_apply.digest(connection) == digest
        if not agrees and not state.resync:
            # Something here is not as the server has it, and nobody knows what: all of it is read again.
            raise ResyncError(not_our_server().text)

    def _apply_page(self, unit: Unit, page: Page, touched: Touched) -> None:
        changes = page.incoming()
        sync_apply.apply(unit.session.connection(), changes, touched)
        self._done.pulled += len(changes)
        self._done.news += sum(change.seq not in self._own for change in changes)
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
            sync_exchange.clear_pages(connection)
            states.write(connection, epoch=info.epoch, cursor=0, staged=0, resync=True, schema=SCHEMA)

    def _become_another(self) -> None:
        """An older copy of this folder was restored: it goes on under an identity of its own, with all that waits."""
        identity = self._transport.fork()
        with self._store.writing() as unit:
            connection = unit.session.connection()
            sync_exchange.clear_pages(connection)
            states.set_letter(connection, identity.letter)
            states.write(connection, device=identity.device, epoch=identity.epoch, acknowledged=0, cursor=0, staged=0, resync=True)

    # --- odds and ends

    def _finished(self) -> SyncReport:
        with self._store.writing() as unit:
            connection = unit.session.connection()
            sync_outbox.forget(connection, _text(self._now() - KEPT))
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


def _unbegun(state: SyncState) -> bool:
    return not state.epoch or state.schema < SCHEMA


def _request(waiting: list[Pending], state: SyncState, cut: bool) -> tuple[list[Pending], bytes]:
    """As many of `waiting` as one request takes, without cutting a group of its own size in two."""
    size = 0
    texts: list[bytes] = []
    for one in waiting:
        text = msgspec.json.encode(_mutation(one))
        size += len(text) + 1
        if texts and size > MAX_PUSH_BYTES - _ROOM:
            cut = True
            break
        texts.append(text)
    count = len(texts)
    if cut:
        count = _whole_groups(waiting, count)
    head = msgspec.json.encode(Push(epoch=state.epoch, prev=state.acknowledged, mutations=[]))
    return waiting[:count], head[: head.rindex(b"[") + 1] + b",".join(texts[:count]) + b"]}"


def _mutation(one: Pending) -> Mutation:
    return Mutation(
        n=one.n,
        id=one.mutation,
        tx=one.tx,
        op=one.op,
        type=one.type,
        row=one.row,
        base=one.base,
        set=dict(one.changes),
        by=one.actor,
        at=datetime.fromisoformat(one.at),
    )


def _whole_groups(waiting: list[Pending], count: int) -> int:
    last = waiting[count - 1].tx
    start = count
    while start > 0 and waiting[start - 1].tx == last:
        start -= 1
    return start or count  # a group larger than a request goes in parts


def _pushed(body: bytes, sent: list[Pending]) -> Pushed:
    try:
        answer = read_message(READ_PUSHED, body)
    except MalformedError as error:
        raise not_our_server() from error
    if [result.n for result in answer.results] != [one.n for one in sent]:
        raise not_our_server()
    return answer


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
