"""Invariant 10. What the user sees is always server state + pending outbox."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.sync.errors import OfflineError
from tests.sync_deeds import add, all_meet, delete, edit, seen, waiting
from tests.sync_lab import LabDevice, LabServer

Computer = Callable[[LabServer], LabDevice]


def test_10_view_is_their_change_with_ours_on_top(server: LabServer, computer: Computer) -> None:
    one, other = computer(server), computer(server)
    row = add(one, "person", name="Rose", email="")
    all_meet([one, other])
    edit(other, "person", row, name="Rosa", email="rosa@example.org")
    other.sync()
    one.network.meanwhile = lambda: edit(one, "person", row, name="Rosie") if not waiting(one) else None
    one.sync()  # the edit was made while the pull was under way
    assert waiting(one) == 1
    assert seen(one, "person", row, "name") == "Rosie"
    assert seen(one, "person", row, "email") == "rosa@example.org"


def test_10_view_a_row_deleted_here_does_not_come_back_with_their_change(server: LabServer, computer: Computer) -> None:
    one, other = computer(server), computer(server)
    row = add(one, "person", name="Rose")
    all_meet([one, other])
    edit(other, "person", row, email="rosa@example.org")
    other.sync()
    one.network.meanwhile = lambda: delete(one, "person", row) if not waiting(one) else None
    one.sync()
    one.network.meanwhile = lambda: None
    assert waiting(one) == 1
    assert one.rows() == {}


def test_10_view_an_edit_on_a_row_they_deleted_stays_until_the_server_has_answered(server: LabServer, computer: Computer) -> None:
    one, other = computer(server), computer(server)
    row = add(one, "person", name="Rose")
    all_meet([one, other])
    delete(other, "person", row)
    other.sync()
    one.network.meanwhile = lambda: edit(one, "person", row, name="Rosie") if not waiting(one) else None
    one.sync()
    one.network.meanwhile = lambda: None
    one.sync()
    assert one.inbox() == [("deleted", "", {"name": "Rosie"}, None)]
    assert one.rows() == server.rows() == {}


def test_10_view_does_not_change_when_a_push_is_lost(server: LabServer, computer: Computer) -> None:
    one = computer(server)
    row = add(one, "person", name="Rose")
    one.sync()
    edit(one, "person", row, name="Rosa")
    before = one.rows()
    for weather in ("lost", "answer lost"):
        one.network.weather = lambda weather=weather: weather  # type: ignore[misc]
        with pytest.raises(OfflineError):
            one.sync()
        assert one.rows() == before


def test_10_view_settles_on_theirs_but_for_what_was_edited_again(server: LabServer, computer: Computer) -> None:
    """Two edits of ours wait in two requests; the first conflicts. The second stays in view until it is answered itself."""
    one, other = computer(server), computer(server)
    row = add(one, "person", name="v0")
    all_meet([one, other])
    edit(other, "person", row, name="theirs")
    other.sync()
    edit(one, "person", row, name="first")

    def again() -> None:
        if seen(one, "person", row, "name") == "first":
            edit(one, "person", row, name="second")

    one.network.meanwhile = again
    one.sync()
    assert {entry[2] for entry in one.inbox()} & {"first", "second"}
    all_meet([one, other])
    assert one.rows() == other.rows() == server.rows()
    values = {entry[2] for entry in one.inbox()} | {seen(one, "person", row, "name")}
    assert "second" in values


def test_10_view_keeps_what_was_edited_again_while_the_push_was_under_way(server: LabServer, computer: Computer) -> None:
    first, late = computer(server), computer(server)
    row = add(first, "person", name="Rose")
    all_meet([first, late])
    edit(first, "person", row, name="Rosa")
    first.sync()
    edit(late, "person", row, name="Rosie")
    late.network.meanwhile = lambda: edit(late, "person", row, name="Rosine") if seen(late, "person", row, "name") == "Rosie" else None
    weather = iter(["ok"])
    late.network.weather = lambda: next(weather, "lost")
    with pytest.raises(OfflineError):
        late.sync()
    assert waiting(late) == 1
    assert seen(late, "person", row, "name") == "Rosine"  # on top of theirs
    late.network.weather, late.network.meanwhile = lambda: "ok", lambda: None
    late.sync()
    assert ("field", "name", "Rosine", "Rosa") in late.inbox()
    assert late.rows() == server.rows()
