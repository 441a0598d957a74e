"""Invariant 7. Restoring an old copy of a client's database loses nothing: another identity, the outbox kept, everything read anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.server.problems import ForkedError
from tests.sync_deeds import add, all_meet, edit, known, mutation, push_body, site_values, value, waiting
from tests.sync_lab import LabDevice, LabServer

Computer = Callable[[LabServer], LabDevice]


def copy_of(one: LabDevice, path: Path) -> Path:
    one.store.close()
    shutil.copyfile(one.path, path)
    one.reopen()
    return path


def put_back(one: LabDevice, copy: Path) -> None:
    one.store.close()
    for suffix in ("-wal", "-shm"):
        one.path.with_name(one.path.name + suffix).unlink(missing_ok=True)
    shutil.copyfile(copy, one.path)
    one.reopen()


def test_07_fork_an_old_copy_with_new_changes_gets_an_identity_of_its_own(server: LabServer, computer: Computer, tmp_path: Path) -> None:
    one, other = computer(server), computer(server)
    row = add(one, "person", name="Rose")
    all_meet([one, other])
    copy = copy_of(one, tmp_path / "copy")
    former = one.network.device
    edit(one, "person", row, email="after@example.org")
    late = add(one, "person", name="Après la copie")
    one.sync()
    put_back(one, copy)

    new = add(one, "person", name="Dans la copie")
    edit(one, "person", row, name="Rosa")
    one.sync()
    assert one.network.device != former
    assert waiting(one) == 0
    assert one.rows() == server.rows()
    assert {key for _, key in server.rows()} == {row, late, new}
    assert known(server, "person", row, "name") == "Rosa"
    assert known(server, "person", row, "email") == "after@example.org"
    all_meet([other])
    assert other.rows() == server.rows()


def test_07_fork_what_the_copy_still_waits_to_send_was_sent_already(server: LabServer, computer: Computer, tmp_path: Path) -> None:
    """The copy was made with a full outbox, which then went out: sent again by the new identity, it is recognised."""
    one = computer(server)
    one.sync()
    row = add(one, "person", name="Rose")
    edit(one, "person", row, name="Rosa")
    copy = copy_of(one, tmp_path / "copy")
    one.sync()
    edit(one, "person", row, name="Rosie")
    one.sync()
    put_back(one, copy)
    assert waiting(one) == 2
    add(one, "person", name="Autre")
    one.sync()
    assert one.inbox() == []
    assert known(server, "person", row, "name") == "Rosie"
    assert one.rows() == server.rows()
    assert len(server.rows()) == 2


def test_07_fork_what_an_identity_before_the_last_one_sent_is_recognised(server: LabServer, computer: Computer, tmp_path: Path) -> None:
    one = computer(server)
    one.sync()
    row = add(one, "person", name="Rose")
    unsent = copy_of(one, tmp_path / "unsent")
    one.sync()
    sent = copy_of(one, tmp_path / "sent")
    edit(one, "person", row, name="Rosa")
    one.sync()
    put_back(one, sent)
    add(one, "person", name="Autre")
    one.sync()  # a second identity
    put_back(one, unsent)
    add(one, "person", name="Encore")
    one.sync()  # and a third, which sends what the first one did
    assert one.inbox() == []
    assert known(server, "person", row, "name") == "Rosa"
    assert one.rows() == server.rows()


def test_07_fork_is_noticed_although_no_number_comes_twice(server: LabServer) -> None:
    """The copy knows less than the server acknowledged, and goes on behind the numbers that were used after it."""
    device, row, other = server.new_device().device, *(f"0b000000-0000-4000-8000-00000000000{number}" for number in (1, 2))
    server.push(device, push_body(server, device, 0, mutation(1, "put", "site", row, **site_values())))
    with pytest.raises(ForkedError):
        server.push(device, push_body(server, device, 0, mutation(2, "put", "site", other, **site_values())))
    assert ("site", other) not in server.rows()


def test_07_fork_an_old_copy_without_changes_just_reads_on(server: LabServer, computer: Computer, tmp_path: Path) -> None:
    one, other = computer(server), computer(server)
    row = add(one, "person", name="Rose")
    one.sync()
    copy = copy_of(one, tmp_path / "copy")
    edit(one, "person", row, name="Rosa")
    all_meet([one, other])
    put_back(one, copy)
    one.sync()
    assert one.rows() == other.rows() == server.rows()


@pytest.mark.parametrize("times", [2, 3])
def test_07_fork_again_and_again(server: LabServer, computer: Computer, tmp_path: Path, times: int) -> None:
    one = computer(server)
    row = add(one, "person", name="Rose")
    copy = copy_of(one, tmp_path / "copy")
    for number in range(times):
        put_back(one, copy)
        add(one, "person", name=f"Nouvelle {number}")
        one.sync()
        one.sync()
    assert one.inbox() == []
    assert len(server.rows()) == times + 1
    assert one.rows() == server.rows()
    assert known(server, "person", row, "name") == "Rose"


def test_07_fork_letters_stay_unique(lite: LabServer, computer: Computer, tmp_path: Path) -> None:
    one, other = computer(lite), computer(lite)
    add(one, "person")
    one.sync()
    copy = copy_of(one, tmp_path / "copy")
    add(one, "person")
    one.sync()
    put_back(one, copy)
    add(one, "person")
    one.sync()
    letters = {value(each, "SELECT value FROM local_setting WHERE name = 'device_letter'") for each in (one, other)}
    assert letters == {"B", "C"}
