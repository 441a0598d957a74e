"""The connection to a provider's server: becoming one of its computers, exchanging, leaving; everything works without it."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.errors import InputError, RuleError
from app.domain.text import Text, msg
from app.services import sync_company
from app.services.connection import ConnectionWatch
from app.services.context import ServiceContext
from app.services.derived_rows import DerivedRows
from app.services.maintenance import program_version
from app.services.sync_access import AccessKeeper
from app.services.sync_checks import SKEW_SECONDS
from app.services.sync_meeting import Joined, Meeting, begun, left
from app.services.sync_round import Round, tell
from app.services.sync_status import SyncStatus, read_status
from app.services.technician_codes import keep_secret
from app.store import sync_exchange, sync_outbox, sync_queries
from app.store import sync_state as states
from app.store.sync_state import SyncState

if TYPE_CHECKING:
    from pathlib import Path

    from app.sync.blobs import Blobs
    from app.sync.engine import Engine
    from app.sync.engine import Progress as Progress  # the window follows it
    from app.sync.engine import SyncReport as SyncReport  # the command line tells it
    from app.sync.http import HttpTransport
    from app.sync.wire import Activated, TechnicianAdmitted

#: Seconds that a code or a file waits for an exchange that is under way; and how often the offline secret is read.
_PATIENCE = 10.0
_SECRET_EVERY = timedelta(days=1)
#: How long leaving takes at most where the server says nothing: it is told in that time, or not at all.
_FAREWELL = 4.5


class SyncService:
    """Connects, exchanges, leaves. Thread: any but Qt's; one exchange at a time. No transaction is open while the network is used.

    Attributes:
        never: the program was started without network: no file and no code is asked for by itself.
    """

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store
        self._access = AccessKeeper(context)
        self._transport: HttpTransport | None = None
        self._met: tuple[str, Activated] | None = None
        self._one = threading.RLock()
        self._closed = self.never = False
        self._stopped: Callable[[], bool] = _never
        self._secret_read: datetime | None = None

    def status(self) -> SyncStatus:
        """How it stands."""
        with self._store.snapshot() as connection:
            return read_status(connection, self._access.trouble)

    def access(self) -> Text:
        """Where this computer's access is kept, in words."""
        return self._access.where()

    def watch_writes(self, written: Callable[[], None]) -> None:
        """Have `written` called after each commit that has something to send, in the thread that made it."""
        self._store.on_written = written

    # --- connecting

    def meet(self, url: str, code: str, device_name: str) -> Meeting:
        """Spend an activation code and say what is on both sides; `join` or `part` follows.

        A folder that is connected to that server already, and has lost its access, gets a new one and keeps all that waits.

        Raises:
            InputError: the address, the code or the name is not valid.
            RuleError: this folder is connected already.
            SyncError: the server could not be asked.
        """
        from app.sync.errors import SyncError, while_connecting
        from app.sync.http import HttpTransport, checked_url

        address, name = checked_url(url), device_name.strip()
        if not 1 <= len(name) <= 120:
            raise InputError("device_name", device_name, msg("un nom de 1 à 120 caractères"))
        if not 4 <= len(code.strip()) <= 64:
            raise InputError("code", code, msg("le code donné par votre prestataire, comme 7KQM-4XNP-9TRD"))
        with self._one:
            state = self._state()
            if state.connected and (state.url != address or self._admitted(state)):
                raise RuleError(msg("Ce dossier est déjà connecté à un serveur. Déconnectez-le d’abord."))
            self._end_transport()
            self._transport = HttpTransport(address, self._access)
            try:
                identity = self._transport.activate(code.strip(), name, program_version())
            except SyncError as error:
                raise while_connecting(error) from error
            self._met = (address, identity)
            if state.connected and identity.organisation != state.organisation:
                self.part()
                raise RuleError(msg("Ce code est celui d’une autre entreprise ({name}). Rien n’a été changé.", name=identity.name))
            return self._meeting(identity, renewed=state.connected)

    def _meeting(self, identity: Activated, *, renewed: bool) -> Meeting:
        with self._store.reading() as session:
            here = sync_queries.living_rows(session.connection())
            office = sync_queries.organisation(session)
            name, siren = (office.name, office.siren) if office is not None else ("", "")
        same = identity.siren == siren if identity.siren and siren else None
        # Where the server has records, its own of the company stays: see `_begin`.
        sending = here - 1 if identity.rows and office is not None else here
        return Meeting(identity.name, identity.siren, name, siren, here, identity.rows, same, renewed, sending)

    def _admitted(self, state: SyncState) -> bool:
        """Whether the server still lets this computer in. One that cannot be asked counts as yes: nothing is given up for a bad network."""
        from app.sync.errors import CodeNeededError, SyncError

        try:
            self._the_transport(state).info()
        except CodeNeededError:
            return False
        except SyncError:
            return True
        return True

    def part(self) -> None:
        """Think again after `meet`: nothing was put together, the new device leaves."""
        with self._one:
            if self._met is not None:
                self._leave(time.monotonic() + _FAREWELL)
                self._met = None

    def join(self) -> Joined:
        """Put both sides together, after `meet`: what is here will be sent, what is there will be read.

        Raises:
            RuleError: nobody was met.
        """
        with self._one:
            if self._met is None:
                raise RuleError(msg("Il faut d’abord un code d’activation."))
            url, identity = self._met
            did = self._go_on_as(identity) if self._state().connected else self._begin(url, identity)
            self._met = None
            ConnectionWatch(self._context).set_target(f"{url}/health")
            return Joined(identity.organisation, identity.name, identity.device, did)

    def _begin(self, url: str, identity: Activated) -> tuple[Text, ...]:
        moment = self._context.clock.now().astimezone(UTC).isoformat(timespec="microseconds")
        with self._store.writing() as unit:
            connection = unit.session.connection()
            here = sync_queries.living_rows(connection)
            office = sync_queries.organisation(unit.session)
            before = office.id if office is not None else None
            states.set_letter(connection, identity.letter)
            skip = ("organisation",) if identity.rows else ()
            count = sync_outbox.rebuild(connection, moment, self._store.actor, skip)
            states.clear(connection)
            states.write(
                connection,
                url=url,
                organisation=identity.organisation,
                name=identity.name,
                device=identity.device,
                merging=bool(identity.rows),
            )
            if identity.rows:
                unit.session.expire_all()
                sync_company.lay_down(unit.session, asked=before == UUID(identity.organisation))
        return begun(count, here, identity.rows)

    def _go_on_as(self, identity: Activated) -> tuple[Text, ...]:
        """A new access in place of the lost one: everything is read again, and what waits is sent under the new identity."""
        with self._store.writing() as unit:
            connection = unit.session.connection()
            sync_exchange.clear_pages(connection)
            states.set_letter(connection, identity.letter)
            states.write(connection, device=identity.device, name=identity.name, acknowledged=0, cursor=0, staged=0, resync=True)
            count = sync_outbox.count(connection)
        return (msg("Ce poste a retrouvé son accès. Changements qui attendent et vont partir\u00a0: {n}.", n=count),)

    def disconnect(self, *, tell: bool = True) -> Joined:
        """Leave the server; everything stays here. What was left.

        Whatever is under way is cut. With `tell` the server hears of it, where it answers in a few seconds.

        Raises:
            RuleError: there is no server.
        """
        until = time.monotonic() + _FAREWELL
        if self._state().connected:
            self._cut()
        with self._one:
            state = self._state()
            if not state.connected:
                raise RuleError(msg("Ce dossier n’est connecté à aucun serveur."))
            self._leave(until if tell else None)
            sync_company.settle(self._context)
            with self._store.writing() as unit:
                connection = unit.session.connection()
                waited = sync_outbox.count(connection)
                states.clear(connection)
                sync_queries.forget_exchange(connection)
            ConnectionWatch(self._context).set_target(None)
            return Joined(state.organisation, state.name, state.device, left(waited))

    # --- exchanging

    def run(self, report: Callable[[Progress], None] = lambda _: None) -> SyncReport:
        """One exchange: send all that waits, read all that is new.

        Raises:
            RuleError: there is no server.
            SyncError: it stopped; everything that was acknowledged stays so.
        """
        with self._one:
            state = self._state()
            if not state.connected:
                raise RuleError(msg("Ce dossier n’est connecté à aucun serveur."))
            engine = self._engine(state, report)
            if state.merging or state.company or sync_company.unsent(self._context):
                with self._store.writing() as unit:
                    sync_company.lay_down(unit.session)
                engine.receive()
                sync_company.settle(self._context)
            found = engine.run()
            self._blobs().give()
            self._read_secret()
            return found

    def fetch_file(self, sha256: str, size: int) -> Path:
        """Have the bytes of a document here that another computer added; they are checked before they are kept.

        Raises:
            RuleError: there is no server.
            SyncError: the server cannot be reached, or does not have them (yet); an exchange takes long.
            StorageError: the disk is full or the folder cannot be written.
        """
        if not self._state().connected:
            raise RuleError(msg("Ce dossier n’est connecté à aucun serveur."))
        with self._soon():
            return self._blobs().fetch(sha256, size)

    def exchange(self, report: Callable[[Progress], None], cancelled: Callable[[], bool]) -> Round:
        """`run`, and what became of it: whatever the network does is told, not raised. `cancelled` is asked between two steps."""

        def stopped() -> bool:
            return self._closed or cancelled()

        with self._one:
            self._stopped = stopped
            try:
                return tell(self.run, self.status, self.clock_skew, report, stopped)
            finally:
                self._stopped = _never

    def interrupt(self) -> None:
        """Have an exchange that was `cancelled` wait for no answer any more, from any thread; the next one connects anew."""
        if self._stopped():
            self._cut()

    def _cut(self) -> None:
        if (transport := self._transport) is not None:
            transport.abort()

    def technician_code(self, code: str) -> TechnicianAdmitted:
        """Have the server check a technician's code.

        Raises:
            SyncError: it is wrong, or the server could not be asked.
        """
        with self._soon():
            return self._the_transport(self._state()).technician_code(code)

    @contextlib.contextmanager
    def _soon(self) -> Iterator[None]:
        """The connection for something that somebody waits for: not behind a long exchange, and never where nothing may be asked."""
        from app.sync.errors import offline

        if self.never:
            raise offline(msg("Parclair a été lancé avec --offline"))
        if not self._one.acquire(timeout=_PATIENCE):
            raise offline(msg("un échange est en cours"))
        try:
            yield
        finally:
            self._one.release()

    def _read_secret(self) -> None:
        """Once a day, what codes are checked with offline; a server that does not have it yet is asked again the next day."""
        from app.sync.errors import SyncError

        now = self._context.clock.now()
        if self._secret_read is None or now - self._secret_read >= _SECRET_EVERY:
            self._secret_read = now
            try:
                keep_secret(self._context, self._the_transport(self._state()).technician_secret())
            except SyncError:
                return  # what was exchanged stands; the secret of yesterday still serves

    def clock_skew(self) -> float | None:
        """How many seconds this computer's clock is ahead of the server's, when that is worth telling."""
        if self._transport is None or self._transport.server_time is None:
            return None
        skew = self._transport.clock_skew(self._context.clock.now())
        return skew if skew is not None and abs(skew) > SKEW_SECONDS else None

    def abort(self) -> None:
        """Have the exchange that is under way end at once, from any thread: the program closes."""
        self._closed = True
        self._cut()

    def close(self) -> None:
        """End the connections, once no exchange is under way any more."""
        self.abort()
        with self._one:
            self._end_transport()

    def _end_transport(self) -> None:
        if self._transport is not None:
            self._transport.close()
            self._transport = None

    def _engine(self, state: SyncState, report: Callable[[Progress], None]) -> Engine:
        from app.sync.engine import Engine

        return Engine(self._store, self._the_transport(state), DerivedRows(self._context.clock), self._context.clock.now, report)

    def _blobs(self) -> Blobs:
        from app.services.documents import path_of
        from app.sync.blobs import Blobs

        return Blobs(self._store, self._the_transport(self._state()), lambda sha256: path_of(self._context.folder, sha256))

    def _the_transport(self, state: SyncState) -> HttpTransport:
        from app.sync.http import HttpTransport

        if self._transport is None or self._transport.url != state.url or self._transport.aborted:
            self._end_transport()
            self._transport = HttpTransport(state.url, self._access)
        # Asked after it can be seen: whoever says stop either finds it, or is heard here.
        if self._closed or self._stopped():
            self._transport.abort()
        return self._transport

    def _leave(self, until: float | None) -> None:
        """Tell the server, if it answers `until` then (`time.monotonic`; none: it is not told), and forget the access to it."""
        from app.sync.errors import SyncError
        from app.sync.keeping import RECOVERY, REFRESH_TOKEN

        try:
            with contextlib.suppress(SyncError):  # offline: its tokens end by themselves, and the provider can revoke it
                if until is not None:
                    # After `meet` nothing is written yet of the new device: only the transport knows it.
                    transport = self._transport
                    if transport is None or transport.aborted:
                        transport = self._the_transport(self._state())
                    transport.end_by(until)
                    transport.call("DELETE", "/v1/device")
        finally:
            self._access.forget(REFRESH_TOKEN)
            self._access.forget(RECOVERY)
            keep_secret(self._context, None)
            self._secret_read = None
            self._end_transport()

    def _state(self) -> SyncState:
        with self._store.reading() as session:
            return states.read(session.connection())


def _never() -> bool:
    return False
