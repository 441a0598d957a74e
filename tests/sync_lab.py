"""A server and several computers in one process: real databases on both sides, and a network between them that fails as told."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import msgspec
from sqlalchemy import Engine as SqlEngine
from sqlalchemy import event, insert, select, update
from uuid_utils.compat import uuid7

from app.server import problems
from app.server.database import Database
from app.server.sync.history import begin_epoch
from app.server.sync.merging import Author
from app.server.sync.pushing import take
from app.server.sync.reading import BehindError, changes_after, living_rows
from app.server.sync.writing import take_numbers, write
from app.server.tables import device, organisation, record
from app.services.derived_rows import DerivedRows
from app.store import sync_queries
from app.store import sync_state as states
from app.store.database import FILE_NAME, migrate
from app.store.store import Store
from app.store.unit_of_work import open_engine
from app.sync import errors
from app.sync.engine import Engine, SyncReport
from app.sync.wire import READ_PUSH, Activated, Info, Mutation, Result, read_message

START = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


class LabClock:
    """A clock that is moved by hand."""

    def __init__(self, moment: datetime = START) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """The moment."""
        return self.moment

    def today(self) -> object:
        """Its day."""
        return self.moment.date()

    def pass_by(self, seconds: float) -> None:
        """Let time pass (or jump back)."""
        self.moment += timedelta(seconds=seconds)


def text(moment: datetime) -> str:
    """A moment as it travels."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


_SHARED: dict[str, SqlEngine] = {}


def hasten(engine: SqlEngine) -> SqlEngine:
    """Make a short-lived SQLite database cheap: statements are compiled once for all of them, and no commit waits for the disk.

    Nothing in the lab cuts the power, which is all that a full sync protects from; what a killed program leaves is the same.
    """
    first = _SHARED.get(engine.dialect.name)
    if first is None:
        engine.connect().close()  # what all of them share learns of SQLite by this
        _SHARED[engine.dialect.name] = engine
    else:
        engine.dialect = first.dialect
        engine.pool._dialect = first.dialect
        engine._compiled_cache = first._compiled_cache
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous = OFF"))
    return engine


class LabServer:
    """The server's parts below HTTP, on a real database."""

    def __init__(self, database: Database, clock: LabClock) -> None:
        self.database = database
        self.clock = clock
        self.organisation = str(uuid7())
        self.letters = iter("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        with database.writing() as connection:
            connection.execute(
                insert(organisation).values(
                    id=self.organisation,
                    name="Pressing des Tilleuls",
                    siren=f"{random.randrange(10**9):09d}",
                    head=0,
                    epoch=str(uuid7()),
                    epoch_head=0,
                    purged_to=0,
                    created_at=text(clock.now()),
                )
            )

    def new_device(self, forked_from: str | None = None) -> Activated:
        """A device of the organisation."""
        identity, letter = str(uuid7()), next(self.letters)
        now = text(self.clock.now())
        with self.database.writing() as connection:
            connection.execute(
                insert(device).values(
                    id=identity,
                    organisation=self.organisation,
                    letter=letter,
                    name=f"PC {letter}",
                    app_version="1",
                    last_n=0,
                    acknowledged_n=0,
                    forked_from=forked_from,
                    created_at=now,
                    seen_at=now,
                )
            )
            epoch = connection.scalar(select(organisation.c.epoch).where(organisation.c.id == self.organisation))
            rows = living_rows(connection, self.organisation)
        return Activated(
            organisation=self.organisation,
            name="Pressing des Tilleuls",
            siren="",
            device=identity,
            letter=letter,
            epoch=str(epoch),
            rows=rows,
            access_token="",
            expires_in=900,
            refresh_token="",
        )

    def info(self, device_id: str) -> Info:
        """What a device is told of the server."""
        with self.database.reading() as connection:
            office = connection.execute(select(organisation).where(organisation.c.id == self.organisation)).one()
            last_n = connection.scalar(select(device.c.last_n).where(device.c.id == device_id)) or 0
        return Info(
            organisation=office.id,
            name=office.name,
            head=office.head,
            epoch=office.epoch,
            epoch_head=office.epoch_head,
            schema_version=1,
            lowest_schema=1,
            max_mutations=500,
            max_push_bytes=1 << 20,
            max_changes=2000,
            chunk_bytes=1 << 20,
            max_blob_bytes=50 << 20,
            last_n=last_n,
            time=self.clock.now(),
        )

    def push(self, device_id: str, body: bytes) -> bytes:
        """A push of a device."""
        sent = read_message(READ_PUSH, body)
        with self.database.writing() as connection:
            author = Author(device_id, device_id[-4:])
            return msgspec.json.encode(take(connection, self.organisation, device_id, author, sent, text(self.clock.now())))

    def changes(self, since: int, limit: int, epoch: str | None, device_id: str = "", sent: int = 0) -> bytes:
        """A page of changes."""
        try:
            with self.database.reading() as connection:
                last_n = connection.scalar(select(device.c.last_n).where(device.c.id == device_id)) or 0
                return changes_after(connection, self.organisation, since, limit, epoch, forgot=last_n < sent)
        except BehindError:
            if epoch is not None:
                with self.database.writing() as connection:
                    begin_epoch(connection, self.organisation, epoch)
            raise

    def staff(self, changes: list[Mutation]) -> list[Result]:
        """The provider changes something, through the same writing path."""
        with self.database.writing() as connection:
            numbers = take_numbers(connection, self.organisation, len(changes))
            return write(connection, self.organisation, Author("staff:1", "Inforum", staff=True), changes, numbers, text(self.clock.now()))

    def rows(self) -> dict[tuple[str, str], dict[str, object]]:
        """The living rows, by type and identifier."""
        with self.database.reading() as connection:
            found = connection.execute(select(record).where(record.c.organisation == self.organisation, record.c.deleted.is_(False)))
            return {(row.type, row.row_id): json.loads(row.data) for row in found}

    def restore(self, copy: Callable[[], None]) -> None:
        """An older copy of the database takes its place, as an administrator would do it, with a new history."""
        self.database.close()
        copy()
        with self.database.writing() as connection:
            head = connection.scalar(select(organisation.c.head).where(organisation.c.id == self.organisation))
            connection.execute(update(organisation).values(epoch=str(uuid7()), epoch_head=head))


_TROUBLE: dict[type[problems.ApiError], Callable[[], errors.SyncError]] = {
    BehindError: lambda: errors.ResyncError(errors.not_our_server().text),
    problems.ForkedError: lambda: errors.ForkedError(errors.not_our_server().text),
    problems.ResyncError: lambda: errors.ResyncError(errors.not_our_server().text),
}


class LabNetwork:
    """The way from one device to the server. `weather` decides for each exchange: `ok`, `lost` (before), `answer lost`, `twice`, `html`.

    `meanwhile` is what the user does while a request is under way.
    """

    def __init__(self, server: LabServer, device_id: str, weather: Callable[[], str] = lambda: "ok") -> None:
        self.server = server
        self.device = device_id
        self.weather = weather
        self.meanwhile: Callable[[], None] = lambda: None

    def info(self) -> Info:
        """See `Transport`."""
        if self.weather() in ("lost", "html", "answer lost"):
            raise errors.offline("lab")
        return self.server.info(self.device)

    def server_now(self) -> datetime:
        """See `Transport`."""
        return self.server.clock.now()

    def push(self, body: bytes) -> bytes:
        """See `Transport`."""
        return self._over(lambda: self.server.push(self.device, body))

    def changes(self, since: int, limit: int, epoch: str, sent: int) -> bytes:
        """See `Transport`."""
        return self._over(lambda: self.server.changes(since, limit, epoch, self.device, sent))

    def fork(self) -> Activated:
        """See `Transport`."""
        if self.weather() in ("lost", "html"):
            raise errors.offline("lab")
        found = self.server.new_device(self.device)
        self.device = found.device
        return found

    def _over(self, call: Callable[[], bytes]) -> bytes:
        self.meanwhile()
        weather = self.weather()
        if weather == "lost":
            raise errors.offline("lab")
        try:
            answer = call()
            if weather == "twice":
                answer = call()
        except problems.ApiError as error:
            raise _TROUBLE[type(error)]() from error
        if weather == "answer lost":
            raise errors.offline("lab")
        if weather == "html":
            raise errors.not_our_server()
        return answer


class LabDevice:
    """One computer: a data folder, a store, and the engine that synchronises it."""

    def __init__(self, folder: Path, server: LabServer, clock: LabClock, template: Path | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / FILE_NAME
        if template is not None and not self.path.exists():
            shutil.copyfile(template, self.path)
        else:
            migrate(self.path)
        self.clock = clock
        self.server = server
        self.store = self._open(folder.name)
        identity = server.new_device()
        self.network = LabNetwork(server, identity.device)
        self.connect(identity)

    def connect(self, identity: Activated) -> None:
        """Become that device."""
        with self.store.writing() as unit:
            connection = unit.session.connection()
            connection.exec_driver_sql("INSERT OR REPLACE INTO local_setting VALUES ('device_letter', ?)", (identity.letter,))
            states.write(connection, url="lab", organisation=identity.organisation, device=identity.device)

    def sync(self) -> SyncReport:
        """One exchange."""
        return Engine(self.store, self.network, DerivedRows(self.clock), self.clock.now).run()  # type: ignore[arg-type]

    def reopen(self) -> None:
        """The program was ended and started again."""
        self.store.close()
        self.store = self._open(self.store.actor)

    def _open(self, actor: str) -> Store:
        store = Store(self.path, self.clock.now, actor)
        store._engine = hasten(open_engine(self.path))
        return store

    def rows(self) -> dict[tuple[str, str], dict[str, object]]:
        """The living rows as they would travel, by type and identifier."""
        from app.domain.synced import SYNCED
        from app.store.sync_rows import read_fields, travelling

        found: dict[tuple[str, str], dict[str, object]] = {}
        with self.store.reading() as session:
            connection = session.connection()
            for name, kind in SYNCED.items():
                keys = [row.id for row in connection.exec_driver_sql(f'SELECT id FROM "{name}" WHERE deleted_at IS NULL')]
                for key, values in read_fields(connection, name, keys).items():
                    found[name, str(UUID(key))] = {field: travelling(name, field, values[field]) for field in kind.fields}
        return found

    def inbox(self) -> list[tuple[str, str, object, object]]:
        """What waits for a decision: kind, field, mine, theirs."""
        with self.store.reading() as session:
            return [(row.kind, row.field, row.mine, row.theirs) for row in sync_queries.conflicts(session)[1]]
