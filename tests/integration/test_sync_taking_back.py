"""Taking a decision of the inbox back, with a server behind it: all computers agree again, nothing is lost, and nothing is asked twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from app.bootstrap import OpenFolder
from app.services.sync_deciding import Decision
from tests.backup_office import memory_keyring
from tests.offices import open_office
from tests.provider import Provider, provider

FIELDS = ("designation", "notes")
Pair = tuple[OpenFolder, OpenFolder]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Provider]:
    with memory_keyring(), provider(tmp_path / "server") as found:
        yield found


@pytest.fixture
def offices(tmp_path: Path, server: Provider) -> Iterator[Pair]:
    """Two computers of one office."""
    with ExitStack() as stack:
        shop, office = (open_office(tmp_path / name, named=name == "shop") for name in ("shop", "office"))
        for one in (shop, office):
            stack.callback(one.close)
            one.services.sync.meet(server.url, server.code(), "PC")
            one.services.sync.join()
            one.services.sync.run()
        yield shop, office


@pytest.fixture
def machine(offices: Pair) -> UUID:
    """A machine that both have."""
    found = offices[0].services.equipment.add({"designation": "Caisse", "kind": "till", "notes": "avant"})
    meet(offices)
    return found


def meet(offices: Pair) -> None:
    """Both exchange, until each has what the other sent."""
    for one in (*offices, *offices):
        one.services.sync.run()


def change(office: OpenFolder, machine: UUID, **values: Any) -> None:
    office.services.equipment.change(machine, values)


def decide(office: OpenFolder, choice: str = "mine") -> Decision:
    """Choose the same for everything that waits."""
    inbox = office.services.sync_inbox
    return inbox.resolve_all([entry.id for entry in inbox.entries()], choice)


def asked(office: OpenFolder) -> list[tuple[str, Any]]:
    """What waits: its kind, and the values that were set aside."""
    return [(entry.kind, entry.mine) for entry in office.services.sync_inbox.entries()]


def here(office: OpenFolder, machine: UUID) -> tuple[Any, ...] | None:
    """The machine's fields; none where it is deleted."""
    with office.services.context.store.snapshot() as connection:
        row = connection.execute(f"SELECT deleted_at, {', '.join(FIELDS)} FROM equipment WHERE id = ?", (machine.hex,)).fetchone()
    return None if row["deleted_at"] is not None else tuple(row[name] for name in FIELDS)


def there(server: Provider, machine: UUID) -> tuple[Any, ...] | None:
    """The same on the server."""
    with server._database.reading() as connection:
        row = connection.exec_driver_sql(f"SELECT deleted, data FROM record WHERE row_id = '{machine}'").one()
    return None if row.deleted else tuple(json.loads(row.data)[name] for name in FIELDS)


def agreed(offices: Pair, server: Provider, machine: UUID) -> tuple[Any, ...] | None:
    """The machine as everybody has it after one more exchange."""
    meet(offices)
    seen = [there(server, machine), *(here(one, machine) for one in offices)]
    assert seen == [seen[0]] * 3
    assert all(one.services.sync.status().pending == 0 for one in offices)
    return seen[0]


def deleted_there(offices: Pair, machine: UUID) -> None:
    """The shop deletes what the office works on: the office has to decide."""
    shop, office = offices
    shop.services.equipment.delete([machine])
    change(office, machine, notes="moi")
    meet(offices)
    assert asked(office) == [("deleted", {"notes": "moi"})]


def kept_there(offices: Pair, machine: UUID) -> None:
    """The shop works on what the office deletes."""
    shop, office = offices
    change(shop, machine, notes="eux")
    office.services.equipment.delete([machine])
    meet(offices)
    assert asked(office) == [("kept", {})]


def two_values(offices: Pair, machine: UUID) -> None:
    """Both change the same field."""
    shop, office = offices
    change(shop, machine, notes="eux")
    change(office, machine, notes="moi")
    meet(offices)
    assert asked(office) == [("field", "moi")]


def refused(office: OpenFolder, machine: UUID, *, row: bool) -> None:
    """The server refuses what it was sent of a machine: with `row` all of it, or only its notes; the program itself does not send such."""
    with office.services.context.store.writing() as unit:
        unit.session.connection().exec_driver_sql(
            "UPDATE outbox SET changes = json_set(changes, '$.notes', ?) WHERE row_id = ?", ("x" * 200_001, machine.hex)
        )
        if row:
            unit.session.connection().exec_driver_sql("UPDATE equipment SET notes = ? WHERE id = ?", ("x" * 200_001, machine.hex))
    office.services.sync.run()


# Restoring ---------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sent", [False, True])
def test_a_record_that_was_restored_is_deleted_again_everywhere(offices: Pair, server: Provider, machine: UUID, sent: bool) -> None:
    office = offices[1]
    deleted_there(offices, machine)
    decision = decide(office)
    if sent:
        assert agreed(offices, server, machine) == ("Caisse", "moi")
    done = office.services.sync_inbox.take_back(decision)
    assert len(done.waiting) == 1 and not done.left
    assert agreed(offices, server, machine) is None
    assert asked(office) == [("deleted", {"notes": "moi"})] and not asked(offices[0])
    decide(office)
    assert agreed(offices, server, machine) == ("Caisse", "moi") and not asked(office)


def test_a_restored_record_that_a_colleague_worked_on_is_not_deleted(offices: Pair, server: Provider, machine: UUID) -> None:
    shop, office = offices
    deleted_there(offices, machine)
    decision = decide(office)
    meet(offices)
    change(shop, machine, designation="Caisse neuve")
    meet(offices)
    done = office.services.sync_inbox.take_back(decision)
    assert not done.waiting and len(done.left) == 1
    assert agreed(offices, server, machine) == ("Caisse neuve", "moi")
    assert not asked(office) and not asked(shop)


@pytest.mark.parametrize("sent", [False, True])
def test_a_restored_record_that_was_changed_here_since_is_not_deleted(offices: Pair, server: Provider, machine: UUID, sent: bool) -> None:
    office = offices[1]
    deleted_there(offices, machine)
    decision = decide(office)
    change(office, machine, designation="Caisse neuve")
    if sent:
        meet(offices)
    assert len(office.services.sync_inbox.take_back(decision).left) == 1
    assert agreed(offices, server, machine) == ("Caisse neuve", "moi") and not asked(office)


def test_work_of_a_colleague_that_is_not_here_yet_is_kept_and_asked_about_once(offices: Pair, server: Provider, machine: UUID) -> None:
    shop, office = offices
    deleted_there(offices, machine)
    decision = decide(office)
    meet(offices)
    change(shop, machine, designation="Caisse neuve")
    shop.services.sync.run()
    assert office.services.sync_inbox.take_back(decision).waiting
    assert agreed(offices, server, machine) == ("Caisse neuve", "moi")
    assert asked(office) == [("kept", {})]  # what was set aside is on the record: only the deletion is a question
    decide(office, "theirs")
    assert agreed(offices, server, machine) == ("Caisse neuve", "moi") and not asked(office)


def test_a_record_that_a_colleague_restored_first_stays_and_the_value_still_waits(offices: Pair, server: Provider, machine: UUID) -> None:
    shop, office = offices
    deleted_there(offices, machine)
    shop.services.equipment.restore([machine])
    change(shop, machine, notes="eux")
    shop.services.sync.run()
    office.services.sync_inbox.take_back(decide(office))
    assert agreed(offices, server, machine) == ("Caisse", "eux")
    assert asked(office) == [("deleted", {"notes": "moi"})]


# Deleting ----------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sent", [False, True])
def test_a_record_that_was_deleted_after_all_is_back_everywhere(offices: Pair, server: Provider, machine: UUID, sent: bool) -> None:
    office = offices[1]
    kept_there(offices, machine)
    decision = decide(office)
    if sent:
        assert agreed(offices, server, machine) is None
    assert office.services.sync_inbox.take_back(decision).waiting
    assert agreed(offices, server, machine) == ("Caisse", "eux")
    assert asked(office) == [("kept", {})] and not asked(offices[0])


def test_a_deletion_that_a_colleague_prevents_once_more_is_asked_about_once(offices: Pair, server: Provider, machine: UUID) -> None:
    shop, office = offices
    kept_there(offices, machine)
    change(shop, machine, designation="Caisse neuve")
    shop.services.sync.run()
    office.services.sync_inbox.take_back(decide(office))
    assert agreed(offices, server, machine) == ("Caisse neuve", "eux")
    assert asked(office) == [("kept", {})]


# Two values --------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sent", [False, True])
def test_a_value_that_was_put_back_is_as_the_server_had_it(offices: Pair, server: Provider, machine: UUID, sent: bool) -> None:
    office = offices[1]
    two_values(offices, machine)
    decision = decide(office)
    if sent:
        assert agreed(offices, server, machine) == ("Caisse", "moi")
    assert office.services.sync_inbox.take_back(decision).waiting
    assert agreed(offices, server, machine) == ("Caisse", "eux")
    assert asked(office) == [("field", "moi")] and not asked(offices[0])


@pytest.mark.parametrize("sent", [False, True])
def test_a_third_value_of_a_colleague_makes_no_second_question(offices: Pair, server: Provider, machine: UUID, sent: bool) -> None:
    shop, office = offices
    two_values(offices, machine)
    if not sent:
        change(shop, machine, notes="eux, plus tard")
        shop.services.sync.run()
    decision = decide(office)
    if sent:
        meet(offices)
        change(shop, machine, notes="eux, plus tard")
        shop.services.sync.run()
    office.services.sync_inbox.take_back(decision)
    assert agreed(offices, server, machine) == ("Caisse", "eux, plus tard")
    assert asked(office) == [("field", "moi")]
    decide(office)
    assert agreed(offices, server, machine) == ("Caisse", "moi") and not asked(office)


def test_of_several_values_for_one_field_none_is_lost_and_none_asked_twice(offices: Pair, server: Provider, machine: UUID) -> None:
    shop, office = offices
    two_values(offices, machine)
    change(shop, machine, notes="eux, plus tard")
    change(office, machine, notes="moi, plus tard")
    meet(offices)
    both = [("field", "moi"), ("field", "moi, plus tard")]
    assert asked(office) == both
    for meets in (False, True):
        decision = decide(office)
        if meets:
            assert agreed(offices, server, machine) == ("Caisse", "moi, plus tard")
        office.services.sync_inbox.take_back(decision)
        assert agreed(offices, server, machine) == ("Caisse", "eux, plus tard") and asked(office) == both
    # A colleague comes first: the later value is asked anew, and taking the decision back has the earlier one wait again as well.
    change(shop, machine, notes="encore eux")
    shop.services.sync.run()
    decision = decide(office)
    meet(offices)
    assert asked(office) == both[1:]
    office.services.sync_inbox.take_back(decision)
    assert agreed(offices, server, machine) == ("Caisse", "encore eux") and sorted(asked(office)) == both


def test_what_is_decided_again_before_anything_was_sent_counts(offices: Pair, server: Provider, machine: UUID) -> None:
    shop, office = offices
    two_values(offices, machine)
    office.services.sync_inbox.take_back(decide(office))
    decide(office)
    change(shop, machine, notes="eux, plus tard")
    shop.services.sync.run()
    assert agreed(offices, server, machine) == ("Caisse", "eux, plus tard")
    assert asked(office) == [("field", "moi")]


# Refusals ----------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sent", [False, True])
def test_a_new_record_that_is_refused_twice_is_asked_about_once(offices: Pair, server: Provider, sent: bool) -> None:
    office = offices[1]
    machine = office.services.equipment.add({"designation": "Imprimante", "kind": "printer"})
    refused(office, machine, row=True)
    ((kind, values),) = asked(office)
    for _ in range(2):
        decision = decide(office)
        if sent:
            office.services.sync.run()
        office.services.sync_inbox.take_back(decision)
        office.services.sync.run()
        assert asked(office) == [(kind, values)] and here(office, machine) is None
        assert office.services.sync.status().pending == 0


def test_a_new_record_that_is_tried_again_after_all_is_asked_about_again(offices: Pair, server: Provider) -> None:
    office = offices[1]
    machine = office.services.equipment.add({"designation": "Imprimante", "kind": "printer"})
    refused(office, machine, row=True)
    before = asked(office)
    office.services.sync_inbox.take_back(decide(office))
    decide(office)
    assert asked(office) == []
    office.services.sync.run()
    assert asked(office) == before and here(office, machine) is None


@pytest.mark.parametrize("sent", [False, True])
def test_a_change_that_is_refused_twice_is_asked_about_once(offices: Pair, server: Provider, machine: UUID, sent: bool) -> None:
    office = offices[1]
    change(office, machine, notes="moi")
    refused(office, machine, row=False)
    assert [kind for kind, _ in asked(office)] == ["refused"] and here(office, machine) == ("Caisse", "avant")
    before = asked(office)
    decision = decide(office)
    if sent:
        office.services.sync.run()
        assert asked(office) == before
    office.services.sync_inbox.take_back(decision)
    assert agreed(offices, server, machine) == ("Caisse", "avant") and asked(office) == before


@pytest.mark.parametrize("sent", [False, True])
def test_what_is_refused_only_with_something_else_is_not_asked_twice(offices: Pair, server: Provider, machine: UUID, sent: bool) -> None:
    """What is decided at once goes together or not at all: a value of another record is refused with what the server does not take."""
    office = offices[1]
    two_values(offices, machine)
    other = office.services.equipment.add({"designation": "Imprimante", "kind": "printer"})
    refused(office, other, row=True)
    before = [kind for kind, _ in asked(office)]
    decision = decide(office)
    if sent:
        office.services.sync.run()
        assert [kind for kind, _ in asked(office)] == ["refused", "refused"]
    office.services.sync_inbox.take_back(decision)
    assert agreed(offices, server, machine) == ("Caisse", "eux")
    assert [kind for kind, _ in asked(office)] == (["refused", "refused"] if sent else before)
