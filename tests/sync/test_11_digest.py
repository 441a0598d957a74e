"""Invariant 11. Count and hash match at a checkpoint, else resync with the outbox intact."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.store import sync_apply
from app.sync.wire import mark
from tests.sync_deeds import add, all_meet, delete, edit, known, restore, run, value, waiting
from tests.sync_lab import LabDevice, LabServer

Computer = Callable[[LabServer], LabDevice]

#: What a fault of the disk, of a backup or of ours could do to the rows behind the program's back.
DAMAGE = {
    "a row is gone": "DELETE FROM person WHERE name = 'Rose'",
    "a row is an older version": "UPDATE person SET seq = 1, name = 'Ancienne' WHERE name = 'Rose'",
    "a row is hidden": "UPDATE person SET deleted_at = updated_at WHERE name = 'Rose'",
    "a deleted row is back": "UPDATE person SET deleted_at = NULL WHERE name = 'Partie'",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_11_digest_a_difference_is_noticed_and_everything_read_anew(server: LabServer, computer: Computer, damage: str) -> None:
    one, other = computer(server), computer(server)
    add(other, "person", name="Autre")
    rose = add(other, "person", name="Rose")
    gone = add(other, "person", name="Partie")
    all_meet([other, one])
    delete(other, "person", gone)
    edit(other, "person", rose, email="rose@example.org")
    all_meet([other, one])
    run(one, damage)
    mine = add(one, "person", name="À moi")
    one.network.meanwhile = lambda: edit(one, "person", mine, name="Pendant") if not waiting(one) else None
    one.sync()
    one.network.meanwhile = lambda: None
    one.sync()
    assert {row["name"] for row in one.rows().values()} == {"Autre", "Rose", "Pendant"}
    assert one.rows() == server.rows()
    assert known(server, "person", mine, "name") == "Pendant"


def test_11_digest_is_compared_even_when_nothing_new_comes_in(lite: LabServer, computer: Computer) -> None:
    """The server may have other rows under numbers that were read already; only the digest tells."""
    one = computer(lite)
    add(one, "person", name="Rose")
    one.sync()
    asked = [0]
    info = lite.info

    def counted(device: str) -> object:
        asked[0] += 1
        return info(device)

    lite.info = counted  # type: ignore[method-assign,assignment]
    one.sync()
    assert asked == [0]
    with lite.database.writing() as connection:
        connection.exec_driver_sql("UPDATE digest SET total = total + 1")
    one.sync()
    assert asked == [1]
    one.sync()  # a difference that reading anew does not mend is not read again and again
    assert asked == [1]


def test_11_digest_both_sides_compute_the_same(server: LabServer, computer: Computer) -> None:
    one, other = computer(server), computer(server)
    row = add(one, "person")
    add(one, "site")
    all_meet([one, other])
    for deed in (delete, restore):
        deed(one, "person", row)
        all_meet([one, other])
    with one.store.reading() as session:
        found = sync_apply.digest(session.connection())
    seqs = {name: value(one, f"SELECT seq FROM {name} WHERE deleted_at IS NULL") for name in ("person", "site")}
    assert found == {name: (1, mark(seq)) for name, seq in seqs.items()}


def test_11_digest_counts_what_waits_as_the_server_has_it(server: LabServer, computer: Computer) -> None:
    """Deletions and restorings that wait are no difference."""
    one, other = computer(server), computer(server)
    kept, gone = add(one, "person", name="Reste"), add(one, "person", name="Part")
    delete(one, "person", gone)
    all_meet([one, other])
    for number in range(3):
        add(other, "person", name=f"Nouvelle {number}")
    other.sync()

    def meanwhile() -> None:
        if not waiting(one):
            delete(one, "person", kept)
            restore(one, "person", gone)

    one.network.meanwhile = meanwhile
    begun = server.info
    server.info = lambda _: pytest.fail("read anew")  # type: ignore[method-assign,assignment]
    one.sync()
    server.info = begun  # type: ignore[method-assign]
    one.network.meanwhile = lambda: None
    all_meet([one, other])
    assert one.rows() == other.rows() == server.rows()
    assert {row["name"] for row in one.rows().values()} == {"Part", "Nouvelle 0", "Nouvelle 1", "Nouvelle 2"}
