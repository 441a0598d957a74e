"""A decision that is taken back, while the history of the computer or of the server breaks off in between."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.services.sync_deciding import Decision, TakenBack
from app.store import sync_state as states
from tests.sync.test_07_fork import copy_of, put_back
from tests.sync.test_08_epoch import RENEW, Restorable, restorable
from tests.sync_deeds import add, all_meet, delete, edit, mutation, restore, seen, services, waiting
from tests.sync_lab import LabDevice, LabServer

__all__ = ["restorable"]

Computer = Callable[[LabServer], LabDevice]
Pair = tuple[LabDevice, LabDevice]


@pytest.fixture
def pair(lite: LabServer, computer: Computer) -> Pair:
    return computer(lite), computer(lite)


def decide(one: LabDevice, choice: str = "mine") -> Decision:
    inbox = services(one).sync_inbox
    return inbox.resolve_all([entry.id for entry in inbox.entries()], choice)


def take_back(one: LabDevice, decision: Decision) -> TakenBack:
    return services(one).sync_inbox.take_back(decision)


def asked(one: LabDevice) -> list[tuple[str, object]]:
    return [(kind, mine) for kind, _, mine, _ in one.inbox()]


def two_names(pair: Pair) -> str:
    """Both change the name of a person; the second one has to decide."""
    first, late = pair
    row = add(first, "person", name="Rose")
    all_meet(pair)
    edit(first, "person", row, name="eux")
    edit(late, "person", row, name="moi")
    all_meet(pair)
    assert asked(late) == [("field", "moi")]
    return row


def deleted_elsewhere(pair: Pair) -> str:
    """One deletes the person that the other works on."""
    first, late = pair
    row = add(first, "person", name="Rose")
    all_meet(pair)
    delete(first, "person", row)
    edit(late, "person", row, name="moi")
    all_meet(pair)
    assert asked(late) == [("deleted", {"name": "moi"})]
    return row


#: How a question arises, what waits then, and what everybody has when a decision about it was taken back.
STORIES = [(two_names, [("field", "moi")], "eux"), (deleted_elsewhere, [("deleted", {"name": "moi"})], None)]


def agree(pair: Pair, lite: LabServer) -> None:
    all_meet(reversed(pair))
    assert pair[0].rows() == pair[1].rows() == lite.rows()
    assert waiting(pair[0]) == waiting(pair[1]) == 0


@pytest.mark.parametrize(("story", "question", "name"), STORIES)
@pytest.mark.parametrize("when", ["decided", "taken back"])
def test_while_everything_is_read_anew(lite: LabServer, pair: Pair, story: Any, question: Any, name: str | None, when: str) -> None:
    late = pair[1]
    row = story(pair)
    decision = decide(late)
    if when == "decided":
        read_anew(late)
        late.sync()
    assert take_back(late, decision).waiting
    if when == "taken back":
        read_anew(late)
    agree(pair, lite)
    assert seen(late, "person", row, "name") == name and asked(late) == question


def read_anew(one: LabDevice) -> None:
    with one.store.writing() as unit:
        states.write(unit.session.connection(), epoch="")


def go_on_with_an_older_copy(late: LabDevice, path: Path) -> None:
    """The copy is made now; what waits in it was sent, and more, before it took the place of the data."""
    copy = copy_of(late, path)
    late.sync()
    add(late, "person", name="Après la copie")
    late.sync()
    put_back(late, copy)
    add(late, "person", name="Dans la copie")


@pytest.mark.parametrize(("story", "question", "name"), STORIES)
def test_while_an_older_copy_of_the_computer_goes_on(
    lite: LabServer, pair: Pair, tmp_path: Path, story: Any, question: Any, name: str | None
) -> None:
    late = pair[1]
    row = story(pair)
    decision = decide(late)
    go_on_with_an_older_copy(late, tmp_path / "copy")
    late.sync()
    assert take_back(late, decision).waiting
    agree(pair, lite)
    assert seen(late, "person", row, "name") == name and asked(late) == question


@pytest.mark.parametrize(("story", "question"), [(two_names, ("field", "eux")), (deleted_elsewhere, ("kept", {}))])
def test_what_an_older_copy_takes_back_although_it_was_sent_is_one_question(
    lite: LabServer, pair: Pair, tmp_path: Path, story: Any, question: Any
) -> None:
    """For the server the copy is another computer, which did not see what the first one sent: that stands until somebody chooses."""
    late = pair[1]
    row = story(pair)
    decision = decide(late)
    go_on_with_an_older_copy(late, tmp_path / "copy")
    assert take_back(late, decision).waiting
    agree(pair, lite)
    assert seen(late, "person", row, "name") == "moi" and asked(late) == [question]


@pytest.mark.parametrize(("story", "question", "name"), STORIES)
@pytest.mark.parametrize("weather", ["answer lost", "lost", "twice"])
def test_while_the_answer_is_lost(lite: LabServer, pair: Pair, story: Any, question: Any, name: str | None, weather: str) -> None:
    late = pair[1]
    row = story(pair)
    decision = decide(late)
    late.network.weather = iter([weather]).__next__ if weather != "twice" else lambda: "twice"
    try:
        late.sync()
    except Exception as error:
        assert weather != "twice", error
    late.network.weather = lambda: "ok"
    assert take_back(late, decision).waiting
    agree(pair, lite)
    assert seen(late, "person", row, "name") == name and asked(late) == question


@pytest.mark.parametrize(("story", "question", "name"), STORIES)
def test_while_it_is_on_its_way(lite: LabServer, pair: Pair, story: Any, question: Any, name: str | None) -> None:
    late = pair[1]
    row = story(pair)
    decision = decide(late)

    def meanwhile() -> None:
        late.network.meanwhile = lambda: None
        take_back(late, decision)

    late.network.meanwhile = meanwhile
    late.sync()
    agree(pair, lite)
    assert seen(late, "person", row, "name") == name and asked(late) == question


def test_a_record_that_is_restored_too_late_is_not_left_standing_here(lite: LabServer, pair: Pair) -> None:
    """A colleague deletes once more what is being restored, and that is read before the restoring is sent."""
    first, late = pair
    row = add(first, "person", name="Rose")
    all_meet(pair)
    delete(late, "person", row)
    all_meet(pair)
    restore(first, "person", row)
    delete(first, "person", row)
    first.sync()

    def meanwhile() -> None:
        late.network.meanwhile = lambda: None
        restore(late, "person", row)

    late.network.meanwhile = meanwhile
    late.sync()
    assert waiting(late) == 1 and seen(late, "person", row, "name") == "Rose"
    agree(pair, lite)
    assert lite.rows() == {} and [kind for kind, _ in asked(late)] == ["deleted"]


@RENEW
@pytest.mark.parametrize(("story", "question", "name"), STORIES)
def test_while_an_older_server_comes_back(
    restorable: Restorable, pair: Pair, story: Any, question: Any, name: str | None, renew: bool
) -> None:
    """What was decided is offered to it once more, and so is that it was taken back."""
    late = pair[1]
    row = story(pair)
    restorable.back_up()
    decision = decide(late)
    late.sync()
    restorable.restore(renew=renew)
    late.sync()
    assert take_back(late, decision).waiting
    late.sync()
    restorable.restore(renew=renew)
    all_meet(pair)
    agree(pair, restorable.server)
    assert seen(late, "person", row, "name") == name and asked(late) == question


@pytest.mark.parametrize("sent", [False, True])
def test_what_the_server_does_not_let_go_again_says_why(lite: LabServer, pair: Pair, sent: bool) -> None:
    """Only the provider deletes a request: one that was restored stays, with what was set aside, and the refusal is the one question."""
    first, late = pair
    row = add(first, "support_request", **{"number": "D26-A-0001", "subject": "Panne"})
    all_meet(pair)
    lite.staff([mutation(1, "delete", "support_request", row, base=10_000)])
    edit(late, "support_request", row, contact="Rose")
    all_meet(pair)
    assert asked(late) == [("deleted", {"contact": "Rose"})]
    decision = decide(late)
    if sent:
        all_meet(pair)
    assert take_back(late, decision).waiting
    agree(pair, lite)
    assert seen(first, "support_request", row, "contact") == "Rose"
    (entry,) = services(late).sync_inbox.entries()
    assert (entry.kind, entry.op) == ("refused", "delete") and entry.reason is not None and "prestataire" in entry.reason.render("fr")


def test_a_change_and_a_deletion_made_at_once_both_arrive(lite: LabServer, pair: Pair) -> None:
    first, late = pair
    row = add(first, "person", name="Rose")
    all_meet(pair)
    edit(late, "person", row, name="Rosa", deleted_at=late.clock.now())
    agree(pair, lite)
    assert not late.inbox() and seen(first, "person", row, "name") is None
    edit(first, "person", row, deleted_at=None)
    agree(pair, lite)
    assert seen(late, "person", row, "name") == "Rosa"


def test_a_record_that_is_made_deleted_lives_nowhere(lite: LabServer, pair: Pair) -> None:
    add(pair[1], "person", name="Rose", deleted_at=pair[1].clock.now())
    agree(pair, lite)
    assert lite.rows() == {} and not pair[1].inbox()


def test_a_refused_deletion_gives_the_record_back_as_the_server_has_it(lite: LabServer, pair: Pair) -> None:
    """An earlier program sent a deletion with values, which are here and not there."""
    first, late = pair
    row = add(first, "person", name="Rose")
    all_meet(pair)
    edit(late, "person", row, name="Rosa", deleted_at=late.clock.now())
    with late.store.writing() as unit:
        connection = unit.session.connection()
        connection.exec_driver_sql("DELETE FROM outbox WHERE op = 'patch'")
        connection.exec_driver_sql("""UPDATE outbox SET changes = '{"name": "Rosa"}'""")
    agree(pair, lite)
    assert seen(late, "person", row, "name") == "Rose" and asked(late) == [("refused", {"name": "Rosa"})]
