"""Invariant 2. At `more: false` the local rows equal one server snapshot; pages are staged, and applied with the cursor at once."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import pytest
import zstandard

from app.store import sync_apply
from app.store import sync_state as states
from app.store.sync_state import SyncState
from app.sync import engine
from app.sync.errors import OfflineError
from tests.sync_deeds import add, delete, edit, known, seen, value
from tests.sync_lab import LabDevice, LabServer

Computer = Callable[[LabServer], LabDevice]


def state(one: LabDevice) -> SyncState:
    with one.store.reading() as session:
        return states.read(session.connection())


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "MAX_CHANGES", 4)


def cut_after(one: LabDevice, requests: int) -> None:
    """The network of a computer goes after that many requests."""
    left = iter(["ok"] * requests)
    one.network.weather = lambda: next(left, "lost")


def leave_two_pages(writer: LabDevice, reader: LabDevice) -> None:
    """The network goes when `reader` has two of the pages of what `writer` made, and not the last."""
    for number in range(11):
        add(writer, "person", name=f"Personne {number}")
    writer.sync()
    cut_after(reader, 2)
    with pytest.raises(OfflineError):
        reader.sync()


def heal(one: LabDevice) -> None:
    one.network.weather = lambda: "ok"


@pytest.mark.usefixtures("small_pages")
def test_02_checkpoint_nothing_is_shown_before_all_of_it_is_there(server: LabServer, computer: Computer) -> None:
    writer, reader = computer(server), computer(server)
    reader.sync()
    before = state(reader)
    leave_two_pages(writer, reader)
    assert reader.rows() == {}
    assert state(reader).cursor == before.cursor
    assert state(reader).staged == before.cursor + 8
    assert value(reader, "SELECT count(*) FROM sync_page") == 2

    asked: list[int] = []
    heal(reader)
    changes = reader.network.server.changes
    reader.network.server.changes = lambda since, *rest: asked.append(since) or changes(since, *rest)  # type: ignore[method-assign,func-returns-value]
    reader.sync()
    assert asked == [before.cursor + 8]  # it went on where it stopped
    assert reader.rows() == server.rows()
    assert state(reader).staged == 0
    assert value(reader, "SELECT count(*) FROM sync_page") == 0


@pytest.mark.usefixtures("small_pages")
def test_02_checkpoint_pages_kept_by_an_earlier_program_are_read(server: LabServer, computer: Computer) -> None:
    writer, reader = computer(server), computer(server)
    reader.sync()
    leave_two_pages(writer, reader)
    with reader.store.writing() as unit:
        connection = unit.session.connection()
        for n, body in connection.exec_driver_sql("SELECT n, body FROM sync_page").all():
            as_before = zlib.compress(zstandard.decompress(body), 1)
            connection.exec_driver_sql("UPDATE sync_page SET body = ? WHERE n = ?", (as_before, n))
    heal(reader)
    reader.sync()
    assert reader.rows() == server.rows()


@pytest.mark.usefixtures("small_pages")
@pytest.mark.parametrize("body", [b"", b"damaged", zstandard.compress(b"damaged"), zstandard.compress(b"{}")[:-2], zlib.compress(b"{}")])
def test_02_checkpoint_a_page_that_cannot_be_read_any_more_is_read_anew(lite: LabServer, computer: Computer, body: bytes) -> None:
    writer, reader = computer(lite), computer(lite)
    reader.sync()
    leave_two_pages(writer, reader)
    mine = add(reader, "person", name="Rose")
    with reader.store.writing() as unit:
        unit.session.connection().exec_driver_sql("UPDATE sync_page SET body = ?", (body,))
    heal(reader)
    reader.sync()
    assert reader.rows() == lite.rows()
    assert len(reader.rows()) == 12
    assert seen(reader, "person", mine, "name") == "Rose"


@pytest.mark.usefixtures("small_pages")
def test_02_checkpoint_brings_new_and_known_rows_in_at_once(server: LabServer, computer: Computer) -> None:
    writer, reader = computer(server), computer(server)
    rows = [add(writer, "person", name=f"Personne {number}") for number in range(6)]
    writer.sync()
    reader.sync()
    for row in rows:
        edit(writer, "person", row, email="rose@example.org")
        add(writer, "person", name="Nouvelle")
    delete(writer, "person", rows[0])
    writer.sync()
    reader.sync()
    assert reader.rows() == server.rows()
    assert len(reader.rows()) == 11


@pytest.mark.usefixtures("small_pages")
def test_02_checkpoint_is_one_snapshot_although_others_write_between_two_pages(lite: LabServer, computer: Computer) -> None:
    writer, reader = computer(lite), computer(lite)
    rows = [add(writer, "person", name=f"Personne {number}") for number in range(11)]
    writer.sync()
    turn = iter(range(100))

    def meanwhile() -> None:
        number = next(turn)
        edit(writer, "person", rows[number % 11], email=f"{number}@example.org")
        if number == 2:
            delete(writer, "person", rows[9])
        if number < 5:
            writer.sync()

    reader.network.meanwhile = meanwhile
    reader.sync()
    seen = lite.rows()
    assert reader.rows() == seen
    assert len(seen) == 10


def test_02_checkpoint_rows_and_cursor_are_kept_together_or_not_at_all(
    lite: LabServer, computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer, reader = computer(lite), computer(lite)
    reader.sync()
    add(writer, "person")
    writer.sync()
    before = state(reader)

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch, pytest.raises(ZeroDivisionError):
        patch.setattr(sync_apply, "digest", broken)
        reader.sync()
    assert reader.rows() == {}
    assert state(reader) == before
    reader.sync()
    assert reader.rows() == lite.rows()
    assert state(reader).cursor > before.cursor


@pytest.mark.usefixtures("small_pages")
def test_02_checkpoint_requests_are_found_by_what_they_say_now(lite: LabServer, computer: Computer) -> None:
    writer, reader = computer(lite), computer(lite)
    rows = [
        add(writer, "support_request", number=f"D26-A-{number:04}", subject="La caisse démarre", contact="Élodie") for number in range(9)
    ]
    writer.sync()
    reader.sync()
    assert value(reader, "SELECT count(*) FROM support_request WHERE search LIKE 'la caisse demarre elodie d26 a 000_ d26a000_'") == 9
    for row in rows:
        edit(writer, "support_request", row, subject="L’imprimante bourre")
    writer.sync()
    reader.sync()
    assert value(reader, "SELECT count(*) FROM support_request WHERE search LIKE 'l imprimante bourre elodie d26 a 000_ d26a000_'") == 9


def test_02_checkpoint_a_number_that_comes_in_while_the_same_one_waits_here_finds_room(server: LabServer, computer: Computer) -> None:
    """The push found nothing to send; the record was made while the pull was under way."""
    first, late = computer(server), computer(server)
    theirs = add(first, "support_request", number="D26-A-0001")
    first.sync()

    def meanwhile() -> None:
        if not late.rows():
            add(late, "support_request", number="D26-A-0001", subject="La mienne")

    late.network.meanwhile = meanwhile
    late.sync()
    assert sorted(str(row["subject"]) for row in late.rows().values()) == ["La mienne", "Panne"]
    late.network.meanwhile = lambda: None
    late.sync()
    assert late.rows() == server.rows()
    assert known(server, "support_request", theirs, "number") == "D26-A-0001"
    assert sorted(str(row["subject"]) for row in late.rows().values()) == ["La mienne", "Panne"]
