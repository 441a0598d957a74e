"""The connection to a provider's server: becoming one of its computers, exchanging, leaving; everything works without it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from app.domain.errors import RuleError
from app.domain.text import Text, msg
from app.services.context import ServiceContext
from app.services.derived_rows import DerivedRows
from app.services.maintenance import program_version
from app.store import sync_outbox, sync_queries
from app.store import sync_state as states
from app.store.sync_state import SyncState
from app.store.tables import Organisation

if TYPE_CHECKING:
    from app.sync.engine import Engine, Progress, SyncReport
    from app.sync.http import HttpTransport, TokenKeeper
    from app.sync.wire import Activated

#: A clock further off than this is told to the user; nothing is decided by it.
SKEW_SECONDS = 300


@dataclass(frozen=True)
class SyncStatus:
    """How it stands, for the chip.

    Attributes:
        url, organisation, device_letter: empty while the office is connected to none.
        pending: changes that wait to be sent. conflicts: values and refusals that wait for a decision.
        last_at: the end of the last exchange that came through.
        secret_kept: where the access is kept, in words, where it is not in the system's keyring.
    """

    url: str
    organisation: str
    device_letter: str
    pending: int
    conflicts: int
    last_at: datetime | None
    first_done: bool
    secret_kept: Text | None

    @property
    def connected(self) -> bool:
        """Whether there is a server."""
        return bool(self.url)


@dataclass(frozen=True)
class Meeting:
    """What was found when a code was spent: both sides' data, before anything is put together.

    Attributes:
        here, there: how many records this computer and the server's organisation have.
        same_company: whether both say the same SIREN; none where one says none.
    """

    organisation: str
    siren: str
    here: int
    there: int
    same_company: bool | None


@dataclass(frozen=True)
class Joined:
    """What connecting did, in words."""

    organisation: str
    device: str
    did: tuple[Text, ...]


class SyncService:
    """Connects, exchanges, leaves. Thread: any but Qt's; one exchange at a time. No transaction is open while the network is used."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store
        self._transport: HttpTransport | None = None
        self._met: tuple[str, Activated] | None = None

    def status(self) -> SyncStatus:
        """How it stands."""
        with self._store.snapshot() as connection:
            return sync_status(connection, self._secret_trouble())

    def meet(self, url: str, code: str, device_name: str) -> Meeting:
        """Spend an activation code and say what is on both sides; `join` or `part` follows.

        Raises:
            InputError: the address or the code is not valid.
            RuleError: this folder is connected already.
            SyncError: the server could not be asked.
        """
        from app.sync.http import HttpTransport, checked_url

        with self._store.reading() as session:
            if states.read(session.connection()).connected:
                raise RuleError(msg("Ce dossier est déjà connecté à un serveur. Déconnectez-le d’abord."))
        address = checked_url(url)
        self._transport = HttpTransport(address, self._keeper())
        identity = self._transport.activate(code, device_name, program_version())
        self._met = (address, identity)
        with self._store.reading() as session:
            here = sync_queries.living_rows(session.connection())
            office = sync_queries.organisation(session)
            siren = office.siren if office is not None else ""
        same = identity.siren == siren if identity.siren and siren else None
        return Meeting(identity.name, identity.siren, here, identity.rows, same)

    def part(self) -> None:
        """Think again after `meet`: nothing was put together, the new device leaves."""
        if self._met is not None:
            self._leave()
            self._met = None

    def join(self) -> Joined:
        """Put both sides together, after `meet`: what is here will be sent, what is there will be read.

        Raises:
            RuleError: nobody was met.
        """
        if self._met is None:
            raise RuleError(msg("Il faut d’abord un code d’activation."))
        url, identity = self._met
        moment = self._context.clock.now().astimezone(UTC).isoformat(timespec="microseconds")
        did: list[Text] = []
        with self._store.writing() as unit:
            connection = unit.session.connection()
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
        if count:
            did.append(msg("{n} enregistrements de ce poste seront envoyés.", n=count))
        if identity.rows:
            did.append(msg("{n} enregistrements du serveur seront reçus et réunis avec ceux d’ici.", n=identity.rows))
            did.append(msg("La fiche de l’entreprise reste celle du serveur\u202f; ce qu’elle n’a pas est complété par celle d’ici."))
            did.append(msg("Un numéro donné deux fois est changé sur ce poste."))
        self._met = None
        return Joined(identity.name, identity.device, tuple(did))

    def disconnect(self) -> None:
        """Leave the server; everything stays here. The server is told where it can be reached.

        Raises:
            RuleError: there is no server.
        """
        if not self._state().connected:
            raise RuleError(msg("Ce dossier n’est connecté à aucun serveur."))
        self._leave()
        with self._store.writing() as unit:
            connection = unit.session.connection()
            states.clear(connection)
            sync_queries.forget_exchange(connection)

    def run(self, report: Callable[[Progress], None] = lambda _: None) -> SyncReport:
        """One exchange: send all that waits, read all that is new.

        Raises:
            RuleError: there is no server.
            SyncError: it stopped; everything that was acknowledged stays so.
        """
        state = self._state()
        if not state.connected:
            raise RuleError(msg("Ce dossier n’est connecté à aucun serveur."))
        engine = self._engine(state, report)
        if state.merging:
            engine.receive()
            self._merge_organisations()
        return engine.run()

    def clock_skew(self) -> float | None:
        """How many seconds this computer's clock is ahead of the server's, when that is worth telling."""
        if self._transport is None or self._transport.server_time is None:
            return None
        skew = self._transport.clock_skew(self._context.clock.now())
        return skew if skew is not None and abs(skew) > SKEW_SECONDS else None

    def close(self) -> None:
        """End the connections."""
        if self._transport is not None:
            self._transport.close()
            self._transport = None

    def _engine(self, state: SyncState, report: Callable[[Progress], None]) -> Engine:
        from app.sync.engine import Engine

        return Engine(self._store, self._the_transport(state), DerivedRows(self._context.clock), self._context.clock.now, report)

    def _the_transport(self, state: SyncState) -> HttpTransport:
        from app.sync.http import HttpTransport

        if self._transport is None or self._transport.url != state.url:
            self._transport = HttpTransport(state.url, self._keeper())
        return self._transport

    def _leave(self) -> None:
        from app.sync.errors import SyncError
        from app.sync.http import REFRESH_TOKEN

        state = self._state()
        transport = self._transport or self._the_transport(state)
        try:
            transport.call("DELETE", "/v1/device")
        except SyncError:
            pass  # offline: its tokens end by themselves, and the provider can revoke it
        finally:
            self._keeper().forget(REFRESH_TOKEN)
            self.close()

    def _merge_organisations(self) -> None:
        """Two offices' own records become one: the server's stays, its blanks are filled from the one here."""
        with self._store.writing() as unit:
            ours, theirs = sync_queries.organisations(unit.session)
            if ours is not None and theirs is not None:
                for name, value in _filled(ours).items():
                    if getattr(theirs, name) in ("", None):
                        setattr(theirs, name, value)
                unit.session.flush()
                sync_queries.remove_organisation(unit.session.connection(), ours.id)
            states.write(unit.session.connection(), merging=False)

    def _state(self) -> SyncState:
        with self._store.reading() as session:
            return states.read(session.connection())

    def _keeper(self) -> TokenKeeper:
        return self._context.secrets

    def _secret_trouble(self) -> Text | None:
        return None if self._context.secrets.works else self._context.secrets.detail()


def sync_status(connection: Any, secret_kept: Text | None) -> SyncStatus:
    """The status, from a plain connection."""
    known = sync_queries.settings(connection)
    last = known.get("sync.last_at")
    return SyncStatus(
        url=known.get("sync.url", ""),
        organisation=known.get("sync.name", ""),
        device_letter=known.get("device_letter", ""),
        pending=sync_queries.pending(connection),
        conflicts=sync_queries.waiting_conflicts(connection),
        last_at=datetime.fromisoformat(last) if last else None,
        first_done=int(known.get("sync.cursor", "0")) > 0,
        secret_kept=secret_kept if known.get("sync.url") else None,
    )


def _filled(row: Organisation) -> Mapping[str, Any]:
    from app.domain.synced import SYNCED

    return {name: value for name in SYNCED["organisation"].fields if (value := getattr(row, name)) not in ("", None)}
