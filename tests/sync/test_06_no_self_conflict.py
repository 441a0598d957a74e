"""Invariant 6. Two offline edits of one field by one device never conflict with each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.sync import requests
from app.sync.errors import SyncError
from tests.sync_deeds import add, all_meet, delete, edit, known, restore
from tests.sync_lab import LabDevice, LabServer

Computer = Callable[[LabServer], LabDevice]


@pytest.mark.parametrize("at_once", [1, 2, 500])
def test_06_no_self_conflict_however_the_edits_are_cut_into_requests(
    server: LabServer, computer: Computer, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(requests, "MAX_MUTATIONS", at_once)
    one = computer(server)
    row = add(one, "person", name="v0")
    for number in range(1, 6):
        edit(one, "person", row, name=f"v{number}")
    one.sync()
    for number in range(6, 9):
        edit(one, "person", row, name=f"v{number}")
    one.sync()
    assert one.inbox() == []
    assert known(server, "person", row, "name") == "v8"


def test_06_no_self_conflict_when_answers_were_lost_between_them(server: LabServer, computer: Computer) -> None:
    one = computer(server)
    row = add(one, "person", name="v0")
    one.sync()
    edit(one, "person", row, name="v1")
    one.network.weather = lambda: "answer lost"
    with pytest.raises(SyncError):
        one.sync()
    edit(one, "person", row, name="v2")
    one.network.weather = lambda: "ok"
    one.sync()
    assert one.inbox() == []
    assert known(server, "person", row, "name") == "v2"


def test_06_no_self_conflict_with_deleting_and_restoring(server: LabServer, computer: Computer) -> None:
    one, other = computer(server), computer(server)
    row = add(one, "person", name="v0")
    all_meet([one, other])
    delete(one, "person", row)
    restore(one, "person", row)
    edit(one, "person", row, name="v1")
    delete(one, "person", row)
    all_meet([one, other])
    assert one.inbox() == []
    assert one.rows() == other.rows() == server.rows() == {}


def test_06_no_self_conflict_on_a_field_that_somebody_else_left_alone(server: LabServer, computer: Computer) -> None:
    """The other author's change of another field raises the row's number, but is no reason for a conflict."""
    one, other = computer(server), computer(server)
    row = add(one, "person", name="v0")
    all_meet([one, other])
    edit(other, "person", row, email="rose@example.org")
    other.sync()
    edit(one, "person", row, name="v1")
    edit(one, "person", row, name="v2")
    all_meet([one, other])
    assert one.inbox() == other.inbox() == []
    assert known(server, "person", row, "name") == "v2"
    assert known(server, "person", row, "email") == "rose@example.org"
