"""Invariant 8. Restoring an old server changes its epoch; clients keep what was acknowledged for 30 days and offer it again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.server import copies
from app.server.database import FILE_NAME, Database, create, open_database
from app.server.organisations import begin_epochs
from app.sync import engine
from app.sync.errors import UnknownAccessError
from tests.server.offices import WebDevice
from tests.server.running import ServerThread
from tests.sync.test_02_checkpoint import heal, leave_two_pages
from tests.sync_deeds import add, all_meet, delete, edit, known, mutation, seen, value, waiting
from tests.sync_lab import LabDevice, LabServer, hasten

Computer = Callable[[LabServer], LabDevice]


class Restorable:
    """A server whose database file is copied and put back as an administrator would."""

    def __init__(self, server: LabServer, folder: Path) -> None:
        self.server = server
        self.folder = folder
        self.copy = folder.with_name("backup")

    def back_up(self) -> None:
        self.server.database.close()
        shutil.rmtree(self.copy, ignore_errors=True)
        shutil.copytree(self.folder, self.copy)
        self._open()

    def restore(self, *, renew: bool) -> None:
        self.server.database.close()
        shutil.rmtree(self.folder)
        shutil.copytree(self.copy, self.folder)
        self._open()
        if renew:
            with self.server.database.writing() as connection:
                begin_epochs(connection, self.server.clock.now())

    def _open(self) -> None:
        self.server.database = Database(hasten(create(self.folder)))


@pytest.fixture
def restorable(lite: LabServer, tmp_path: Path) -> Restorable:
    folder = tmp_path / "server0"
    assert (folder / FILE_NAME).exists()
    return Restorable(lite, folder)


RENEW = pytest.mark.parametrize("renew", [True, False], ids=["history renew", "noticed"])


@RENEW
def test_08_epoch_what_the_server_lost_is_offered_again(restorable: Restorable, computer: Computer, renew: bool) -> None:
    server = restorable.server
    one, other = computer(server), computer(server)
    row = add(one, "person", name="Rose")
    all_meet([one, other])
    restorable.back_up()
    epoch = server.info(one.network.device).epoch
    edit(one, "person", row, name="Rosa")
    new = add(other, "person", name="Après la sauvegarde")
    all_meet([one, other])
    restorable.restore(renew=renew)
    assert known(server, "person", row, "name") == "Rose"

    all_meet([one, other], 3)
    assert server.info(one.network.device).epoch != epoch
    assert known(server, "person", row, "name") == "Rosa"
    assert known(server, "person", new, "name") == "Après la sauvegarde"
    assert one.rows() == other.rows() == server.rows()
    assert one.inbox() == other.inbox() == []
    assert waiting(one) == waiting(other) == 0


@RENEW
def test_08_epoch_what_waited_meanwhile_goes_after_what_was_lost(restorable: Restorable, computer: Computer, renew: bool) -> None:
    server = restorable.server
    one = computer(server)
    row = add(one, "person", name="v0")
    one.sync()
    restorable.back_up()
    edit(one, "person", row, name="v1")
    gone = add(one, "person", name="Partie")
    one.sync()
    delete(one, "person", gone)
    one.sync()
    edit(one, "person", row, name="v2")
    restorable.restore(renew=renew)
    all_meet([one], 3)
    assert known(server, "person", row, "name") == "v2"
    assert one.rows() == server.rows()
    assert len(server.rows()) == 1
    assert one.inbox() == []


def test_08_epoch_the_last_value_stays_the_last_whatever_the_clock_did(restorable: Restorable, computer: Computer) -> None:
    server = restorable.server
    one = computer(server)
    row = add(one, "person", name="v0")
    one.sync()
    restorable.back_up()
    for name in ("v1", "v2"):
        one.clock.pass_by(-3600)
        edit(one, "person", row, name=name)
        one.sync()
    restorable.restore(renew=True)
    one.sync()
    assert known(server, "person", row, "name") == seen(one, "person", row, "name") == "v2"


@RENEW
def test_08_epoch_two_authors_of_one_field_conflict_once_more(restorable: Restorable, computer: Computer, renew: bool) -> None:
    """Who offers first after the restore may be another than the first time: the other value is in the inbox, not lost."""
    server = restorable.server
    one, other = computer(server), computer(server)
    row = add(one, "person", name="v0")
    all_meet([one, other])
    restorable.back_up()
    edit(one, "person", row, name="v1")
    all_meet([one, other])
    edit(other, "person", row, name="v2")  # having seen v1
    all_meet([other, one])
    restorable.restore(renew=renew)
    all_meet([one, other], 3)
    assert one.rows() == other.rows() == server.rows()
    values = {known(server, "person", row, "name")} | {entry[2] for each in (one, other) for entry in each.inbox()}
    assert "v2" in values


def test_08_epoch_a_server_that_took_new_changes_before_anybody_noticed(restorable: Restorable, computer: Computer) -> None:
    """Restored without `history renew`, and a computer that had nothing to miss writes first."""
    server = restorable.server
    one, other = computer(server), computer(server)
    row = add(one, "person", name="Rose")
    all_meet([one, other])
    restorable.back_up()
    lost = add(one, "person", name="Perdue")
    one.sync()
    restorable.restore(renew=False)
    mine = add(other, "person", name="Entre-temps")
    other.sync()
    all_meet([one, other], 3)
    assert {key for _, key in server.rows()} == {row, lost, mine}
    assert one.rows() == other.rows() == server.rows()


def test_08_epoch_a_reader_ahead_of_the_copy_starts_anew(restorable: Restorable, computer: Computer) -> None:
    """A computer that only ever read is told too, and lets go of rows that nobody offers again."""
    server = restorable.server
    writer, reader = computer(server), computer(server)
    row = add(writer, "person", name="Rose")
    all_meet([writer, reader])
    restorable.back_up()
    add(writer, "person", name="Perdue")
    all_meet([writer, reader])
    restorable.restore(renew=False)
    reader.sync()
    assert reader.rows() == server.rows()
    assert {key for _, key in server.rows()} == {row}


def test_08_epoch_pages_of_a_history_that_ended_are_never_brought_in(
    restorable: Restorable, computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "MAX_CHANGES", 4)
    server = restorable.server
    writer, reader = computer(server), computer(server)
    for number in range(6):
        add(writer, "person", name=f"Avant {number}")
    all_meet([writer, reader])
    restorable.back_up()
    leave_two_pages(writer, reader)
    restorable.restore(renew=True)
    heal(reader)
    reader.sync()
    assert reader.rows() == server.rows()
    assert len(reader.rows()) == 6
    assert value(reader, "SELECT count(*) FROM sync_page") == 0


def test_08_epoch_what_was_seen_in_the_lost_history_hides_no_value_of_the_new_one(restorable: Restorable, computer: Computer) -> None:
    server = restorable.server
    one, other = computer(server), computer(server)
    row = add(one, "person", name="Rose")
    all_meet([one, other])
    restorable.back_up()
    for number in range(10):
        edit(one, "person", row, email=f"{number}@example.org")
        one.sync()
    other.sync()
    edit(other, "person", row, name="Rosie")  # on a version that the copy does not have
    restorable.restore(renew=True)
    server.staff([mutation(1, "patch", "person", row, 1, name="Inforum")])
    all_meet([other])
    assert known(server, "person", row, "name") == "Inforum"
    assert other.inbox() == [("field", "name", "Rosie", "Inforum")]


def test_08_epoch_what_others_wrote_before_anybody_noticed_was_not_seen_either(restorable: Restorable, computer: Computer) -> None:
    """The new history began at a number at which it had other changes already than the lost one."""
    server = restorable.server
    one = computer(server)
    row = add(one, "person", name="Rose")
    one.sync()
    restorable.back_up()
    for number in range(10):
        edit(one, "person", row, email=f"{number}@example.org")
        one.sync()
    edit(one, "person", row, name="Rosie")
    restorable.restore(renew=False)
    server.staff([mutation(1, "patch", "person", row, 1, name="Inforum")])
    all_meet([one])
    assert known(server, "person", row, "name") == "Inforum"
    assert one.inbox() == [("field", "name", "Rosie", "Inforum")]


@RENEW
def test_08_epoch_a_value_that_waits_for_a_decision_is_not_asked_about_twice(
    restorable: Restorable, computer: Computer, renew: bool
) -> None:
    """Its change was taken in part, so that it is offered again, and set aside again."""
    server = restorable.server
    first, late = computer(server), computer(server)
    row = add(first, "person", name="Rose")
    all_meet([first, late])
    restorable.back_up()
    edit(first, "person", row, name="Rosa")
    edit(late, "person", row, name="Rosie", email="rosie@example.org")
    all_meet([first, late])
    assert late.inbox() == [("field", "name", "Rosie", "Rosa")]
    restorable.restore(renew=renew)
    all_meet([first, late], 3)
    assert known(server, "person", row, "email") == "rosie@example.org"
    assert late.inbox() == [("field", "name", "Rosie", "Rosa")]
    assert first.rows() == late.rows() == server.rows()


def test_08_epoch_a_new_device_survives_a_copy_from_before_its_activation(new_database: Callable[[str], Database], tmp_path: Path) -> None:
    """The restored server does not know the device, as nothing was left of the database before: it is told so, and nothing leaves its outbox."""
    database = new_database("sqlite")
    server = ServerThread(database)
    office = server.new_organisation()
    copies.back_up(database, tmp_path / "copy")
    late = WebDevice(tmp_path / "pc", server.url, server.new_code(office))
    server.stop()
    database.close()
    folder = tmp_path / "restored"
    copies.restore(folder, tmp_path / "copy", late.clock.now())
    restored = ServerThread(open_database(folder))
    late.transport.url = restored.url
    add(late, "person", name="Rosa")
    with pytest.raises(UnknownAccessError):
        late.sync()
    assert waiting(late) == 1
    late.close()
    restored.stop()
    restored.database.close()
