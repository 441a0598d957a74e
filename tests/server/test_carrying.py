"""What a restore carries over of who may come in, from whatever database it replaces: a newer one, an older one, none at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from app.domain.errors import RuleError, StorageError
from app.server import copies, devices, organisations, tokens
from app.server.access import activation, recovery
from app.server.copies import Restored
from app.server.database import FILE_NAME, create, open_database
from app.server.migrations.runner import upgrade
from app.server.problems import RevokedError, UnauthorisedError
from app.server.tables import activation_code, device, organisation, staff, technician_secret
from app.server.technicians import codes
from app.sync.wire import Activated, Activation, Tokens
from tests.sync_lab import LabClock

ASIDE = f"{FILE_NAME}.before-restore"


class Server:
    """A server's data folder without its processes: what they would do is done in one transaction each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "server"
        self.file = self.folder / FILE_NAME
        self.copy = folder / "copy"
        self.clock = LabClock()
        open_database(self.folder).close()

    def do(self, act: Callable[[Connection], Any]) -> Any:
        """Whatever `act` makes of the database; committed."""
        self.clock.pass_by(1)
        database = open_database(self.folder)
        try:
            with database.writing() as connection:
                return act(connection)
        finally:
            database.close()

    def office(self, siren: str = "732829320") -> str:
        """An organisation."""
        return str(self.do(lambda connection: organisations.add(connection, "Pressing", siren, self.clock.now())))

    def device(self, office: str) -> Activated:
        """A computer of it."""
        found: Activated = self.do(lambda connection: activation.admit(connection, office, "Caisse", "1", self.clock.now()))
        return found

    def code(self, office: str) -> str:
        """An activation code of it."""
        return str(self.do(lambda connection: organisations.new_code(connection, office, self.clock.now())))

    def member(self, user: str, name: str = "") -> str:
        """The token of a member of staff."""
        email = f"{user}@inforum.example"
        return str(self.do(lambda connection: organisations.add_staff(connection, email, name, self.clock.now()))[1])

    def refresh(self, given: str) -> Tokens:
        """The next pair of tokens."""
        found: Tokens = self.do(lambda connection: tokens.refresh(connection, given, self.clock.now()))
        return found

    def spend(self, code: str) -> Activated:
        """Use an activation code."""
        given = Activation(code=code, device_name="Caisse")
        found: Activated = self.do(lambda connection: activation.activate(connection, given, self.clock.now()))
        return found

    def name(self, token: str) -> str:
        """Whose token it is."""
        return str(self.do(lambda connection: tokens.caller(connection, token, self.clock.now()).name))

    def rows(self, query: Any) -> list[tuple[Any, ...]]:
        """What a query finds."""
        return [tuple(row) for row in self.do(lambda connection: connection.execute(query).all())]

    def back_up(self) -> None:
        """Make a copy, in place of an older one."""
        self.copy.unlink(missing_ok=True)
        database = open_database(self.folder)
        copies.back_up(database, self.copy)
        database.close()

    def restore(self) -> Restored:
        """Take it back."""
        self.clock.pass_by(1)
        return copies.restore(self.folder, self.copy, self.clock.now())


@pytest.fixture
def server(tmp_path: Path) -> Server:
    return Server(tmp_path)


def test_tokens_codes_and_staff_are_those_of_the_replaced_database(server: Server) -> None:
    office = server.office()
    made = server.device(office)
    old, unused = server.code(office), server.code(office)
    stays, gone = server.member("stays"), server.member("gone")
    server.back_up()

    fresh = server.refresh(made.refresh_token)
    server.spend(old)
    new = server.code(office)
    server.do(lambda connection: organisations.remove_staff(connection, "gone@inforum.example", server.clock.now()))
    came = server.member("new")
    member = server.rows(select(staff.c.id).where(staff.c.name == "new"))[0][0]
    technician = server.do(lambda connection: codes.new_code(connection, office, member, server.clock.now()))
    kept = server.rows(select(technician_secret))

    assert server.restore() == Restored(organisations=1, as_copied=0)
    assert [server.name(one) for one in (fresh.access_token, stays, came)] == ["Caisse", "stays", "new"]
    with pytest.raises(UnauthorisedError):
        server.name(gone)
    with pytest.raises(UnauthorisedError):
        server.spend(old)
    for code in (new, unused):
        assert server.spend(code).organisation == office
    assert server.rows(select(technician_secret)) == kept
    caller = tokens.Caller("device", made.device, office, "Caisse")
    assert server.do(lambda connection: codes.check(connection, caller, technician, server.clock.now())).technician == "new"
    server.refresh(fresh.refresh_token)


def test_a_stolen_token_that_was_found_out_stays_ended(server: Server) -> None:
    made = server.device(server.office())
    server.back_up()
    fresh = server.refresh(made.refresh_token)
    server.do(lambda connection: tokens.first_use(connection, fresh.access_token, server.clock.now()))
    server.clock.pass_by(tokens.REPEAT.total_seconds() + 1)
    with pytest.raises(UnauthorisedError):
        server.refresh(made.refresh_token)
    server.restore()
    for given in (made.refresh_token, fresh.refresh_token):
        with pytest.raises(UnauthorisedError):
            server.refresh(given)
    assert server.rows(select(device.c.recovery)) == [(None,)]


def test_where_tokens_carry_over_the_recovery_secret_opens_nothing(server: Server) -> None:
    made = server.device(server.office())
    server.back_up()
    server.restore()

    def recover(secret: str) -> Tokens:
        found: Tokens = server.do(lambda connection: recovery.recover(connection, secret, "x" * 43, server.clock.now()))
        return found

    with pytest.raises(UnauthorisedError):
        recover(made.recovery)
    assert server.refresh(made.refresh_token).access_token
    # One that a restore before this one opened stays open.
    other = server.device(server.office("552100554"))
    server.do(lambda connection: organisations.begin_epochs(connection, server.clock.now()))
    server.back_up()
    server.restore()
    assert recover(other.recovery).access_token


def test_what_a_device_sent_last_is_the_copy_s_and_the_rest_is_not(server: Server) -> None:
    office = server.office()
    known = server.device(office)
    server.do(lambda connection: connection.execute(update(device).values(last_n=3, acknowledged_n=2)))
    server.back_up()
    late = server.device(office)
    server.do(lambda connection: connection.execute(update(device).values(last_n=9, acknowledged_n=8, name="Comptoir")))
    server.do(lambda connection: devices.revoke(connection, office, known.device, server.clock.now()))
    server.restore()

    d = device.c
    query = select(d.id, d.letter, d.name, d.last_n, d.acknowledged_n, d.revoked_at.is_(None)).order_by(d.letter)
    assert server.rows(query) == [(known.device, "A", "Comptoir", 3, 2, False), (late.device, "B", "Comptoir", 0, 0, True)]
    with pytest.raises(RevokedError):
        server.refresh(known.refresh_token)
    assert server.device(office).letter == "C"


def test_organisations_made_after_the_copy_are_lost_and_others_are_as_they_were_copied(server: Server) -> None:
    """The server was begun anew after it lost its disk; then the copy was found."""
    office = server.office()
    made, token = server.device(office), server.member("camille")
    server.back_up()
    server.file.unlink()
    server.device(server.office("552100554"))
    again = server.member("camille", "Camille Rey")

    assert server.restore() == Restored(organisations=1, as_copied=1)
    assert server.rows(select(organisation.c.id)) == [(office,)]
    assert server.rows(select(device.c.id)) == [(made.device,)]
    # One member of staff by two identifiers: both tokens were given out.
    assert server.name(token) == server.name(again) == "Camille Rey"
    assert len(server.rows(select(staff.c.id))) == 1
    server.refresh(made.refresh_token)


def test_a_letter_is_never_two_computers(server: Server) -> None:
    """Two lines of history: in one a letter is one computer's, in the other another's. The one that gave way asks for a code."""
    office = server.office()
    server.back_up()
    older = server.copy.rename(server.copy.with_name("older"))
    first = server.device(office)
    server.back_up()
    server.file.unlink()
    copies.restore(server.folder, older, server.clock.now())
    second = server.device(office)
    assert first.letter == second.letter == "A"

    server.restore()
    assert server.rows(select(device.c.id, device.c.letter)) == [(first.device, "A")]
    server.refresh(first.refresh_token)
    with pytest.raises(UnauthorisedError):
        server.refresh(second.refresh_token)


def test_a_database_of_an_older_version_is_carried_over_too(server: Server) -> None:
    server.file.unlink()
    engine = create(server.folder)
    upgrade(engine, "0002")
    engine.dispose()
    with closing(sqlite3.connect(server.file)) as connection, connection:
        connection.execute("INSERT INTO organisation VALUES ('o', 'Pressing', '732829320', 0, 'e', 0, 0, 'then')")
        connection.execute("INSERT INTO device VALUES ('d', 'o', 'A', 'Caisse', '1', 7, 7, NULL, 'then', 'then', NULL)")
    with closing(sqlite3.connect(server.file)) as origin, closing(sqlite3.connect(server.copy)) as copy:
        origin.backup(copy)
        origin.execute("UPDATE device SET last_n = 8, revoked_at = 'since'")
        origin.commit()
    assert server.restore() == Restored(organisations=1, as_copied=0)
    assert server.rows(select(device.c.last_n, device.c.revoked_at)) == [(7, "since")]


@pytest.mark.parametrize("content", [os.urandom(20_000), b"", b"SQLite format 3\x00 and nothing more"], ids=["noise", "nothing", "a head"])
def test_what_is_no_database_any_more_is_set_aside_as_it_is(server: Server, content: bytes) -> None:
    made = server.device(server.office())
    server.back_up()
    server.file.write_bytes(content)
    assert server.restore() == Restored(organisations=1, as_copied=1)
    assert server.file.with_name(ASIDE).read_bytes() == content
    server.refresh(made.refresh_token)


@pytest.mark.parametrize("gone", [True, False], ids=["file lost", "file damaged"])
def test_what_lies_beside_a_damaged_database_is_not_read_into_the_copy(server: Server, gone: bool) -> None:
    """SQLite would take a log of the old database for one of the new."""
    office = server.office()
    server.back_up()
    database = open_database(server.folder)
    with database.writing() as connection:
        organisations.add(connection, "Plus tard", "552100554", server.clock.now())
    log = server.file.with_name(f"{FILE_NAME}-wal")
    written = log.read_bytes()
    database.close()
    assert written and not log.exists()
    log.write_bytes(written)
    if gone:
        server.file.unlink()
    else:
        server.file.write_bytes(os.urandom(20_000))
    server.file.with_name(f"{ASIDE}-wal").write_bytes(b"of the restore before")

    server.restore()
    assert server.rows(select(organisation.c.id)) == [(office,)]
    if not gone:
        assert server.file.with_name(f"{ASIDE}-wal").read_bytes() == written


def test_a_restore_that_cannot_carry_over_leaves_everything_as_it_was(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    office = server.office()
    made = server.device(office)
    server.back_up()
    fresh = server.refresh(made.refresh_token)

    def full(*_: object) -> int:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(copies, "carry_over", full)
    with pytest.raises(StorageError, match="disk is full"):
        server.restore()
    server.refresh(fresh.refresh_token)
    assert [path.name for path in server.folder.iterdir() if "restor" in path.name] == []


def test_a_database_whose_tokens_cannot_be_read_carries_nothing_over(server: Server) -> None:
    """Neither half of it, nor what was read before the damage was met."""
    office = server.office()
    made = server.device(office)
    server.back_up()
    server.do(lambda connection: devices.revoke(connection, office, made.device, server.clock.now()))
    with closing(sqlite3.connect(server.file)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'token'").fetchone()[0]
    with server.file.open("r+b") as file:
        file.seek(size * (root - 1))
        file.write(b"\xff" * size)
    assert server.restore() == Restored(organisations=1, as_copied=1)
    server.refresh(made.refresh_token)


def test_a_database_in_use_is_not_replaced(server: Server) -> None:
    server.office()
    server.back_up()
    database = open_database(server.folder)
    with database.reading() as connection:
        connection.execute(select(activation_code))
        with pytest.raises(RuleError):
            server.restore()
    database.close()
    assert isinstance(server.restore(), Restored)
