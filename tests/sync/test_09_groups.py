"""Invariant 9. Mutations sharing `tx` apply together or not at all; a refused group never blocks later ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from app.domain.records import RequestStatus
from app.store.sync_rows import models
from app.sync import requests
from app.sync.wire import READ_PUSH, read_message
from tests.sync_deeds import add, edit, known, made, mutation, person_values, request_values, seen, site_values, waiting
from tests.sync_lab import LabDevice, LabServer

Computer = Callable[[LabServer], LabDevice]


def refused_group(server: LabServer, one: LabDevice) -> tuple[str, str]:
    """An operation of two changes, of which the server does not allow the second: a person at a site that it deleted for good."""
    request = add(one, "support_request", number="D26-A-0007")
    one.sync()
    at = server.rows()["support_request", request]["opened_at"]
    steps = ({"status": "resolved", "resolved_at": at}, {"status": "closed", "closed_at": at})
    for number, values in enumerate(steps, 1):
        server.staff([mutation(number, "patch", "support_request", request, 2**40, values=values)])
    with one.store.writing() as unit:
        person = made(one, unit.session, "person", name="Rose")
        found: Any = unit.session.get(models()["support_request"], UUID(request))
        found.status = RequestStatus.IN_PROGRESS
        unit.session.flush()
        return str(person.id), request


def test_09_groups_a_refused_group_leaves_no_part_of_it(server: LabServer, computer: Computer) -> None:
    one = computer(server)
    person, request = refused_group(server, one)
    one.sync()
    assert ("person", person) not in server.rows()
    assert seen(one, "person", person, "name") is None
    assert seen(one, "support_request", request, "status") == "closed"
    assert sorted(str(entry[2]) for entry in one.inbox() if entry[0] == "refused")[1] == "{'status': 'in_progress'}"
    assert any(isinstance(entry[2], dict) and entry[2].get("name") == "Rose" for entry in one.inbox())
    assert one.rows() == server.rows()


def test_09_groups_what_comes_behind_a_refused_group_goes_through(server: LabServer, computer: Computer) -> None:
    one = computer(server)
    row = add(one, "person", name="Rosa")
    refused_group(server, one)
    edit(one, "person", row, name="Rosie")
    later = add(one, "person", name="Plus tard")
    one.sync()
    assert waiting(one) == 0
    assert known(server, "person", row, "name") == "Rosie"
    assert known(server, "person", later, "name") == "Plus tard"
    assert one.rows() == server.rows()


def test_09_groups_are_not_cut_by_the_size_of_a_request(server: LabServer, computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests, "MAX_MUTATIONS", 5)
    one = computer(server)
    sizes: list[list[str]] = []
    push = server.push

    def watched(device: str, body: bytes) -> bytes:
        sizes.append([change.tx for change in read_message(READ_PUSH, body).mutations])
        return push(device, body)

    server.push = watched  # type: ignore[method-assign,assignment]
    for _ in range(4):
        with one.store.writing() as unit:
            for number in range(3):
                made(one, unit.session, "person", name=f"Personne {number}")
    one.sync()
    groups = [tx for request in sizes for tx in set(request)]
    assert len(groups) == len(set(groups)) == 4
    assert len(server.rows()) == 12


def test_09_groups_larger_than_a_request_go_in_parts(server: LabServer, computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests, "MAX_MUTATIONS", 5)
    one = computer(server)
    with one.store.writing() as unit:
        for number in range(17):
            made(one, unit.session, "person", name=f"Personne {number}")
    add(one, "person", name="Dernière")
    one.sync()
    assert len(server.rows()) == 18
    assert one.rows() == server.rows()


def test_09_groups_a_group_whose_number_was_taken_goes_through_whole_with_another(server: LabServer, computer: Computer) -> None:
    first, late = computer(server), computer(server)
    add(first, "support_request", number="D26-A-0001")
    first.sync()
    with late.store.writing() as unit:
        person = str(made(late, unit.session, "person", name="Rose").id)
        request = str(made(late, unit.session, "support_request", number="D26-A-0001").id)
    late.sync()
    assert waiting(late) == 0
    assert known(server, "person", person, "name") == "Rose"
    assert known(server, "support_request", request, "number") not in (None, "D26-A-0001")
    assert late.rows() == server.rows()


def test_09_groups_unique_values_of_a_refused_group_are_free_again(server: LabServer) -> None:
    """What a refused group would have taken is not taken."""
    site, first, second = (f"0c000000-0000-4000-8000-00000000000{number}" for number in range(3))
    tx = "0d000000-0000-4000-8000-000000000001"
    refused = server.staff(
        [
            mutation(1, "put", "support_request", first, tx=tx, values=request_values("D26-A-0001")),
            mutation(2, "patch", "site", site, tx=tx, name="Il n’existe pas"),
        ]
    )
    assert [result.status for result in refused] == ["rejected", "rejected"]
    taken = server.staff([mutation(3, "put", "support_request", second, values=request_values("D26-A-0001"))])
    assert [result.status for result in taken] == ["ok"]


def test_09_groups_what_a_refused_group_would_have_taken_or_made_is_not_there_for_the_next_one(server: LabServer) -> None:
    """In one push: the server reads what is taken once, at its beginning."""
    tx, first, second, person, site, missing = (f"0d000000-0000-4000-8000-00000000000{number}" for number in range(1, 7))
    results = server.staff(
        [
            mutation(1, "put", "support_request", first, tx=tx, values=request_values("D26-A-0001")),
            mutation(2, "put", "site", site, tx=tx, values=site_values()),
            mutation(3, "patch", "site", missing, tx=tx, name="Il n’existe pas"),
            mutation(4, "put", "support_request", second, values=request_values("D26-A-0001")),
            mutation(5, "put", "person", person, values=person_values(site_id=site)),
        ]
    )
    assert [result.status for result in results] == ["rejected", "rejected", "rejected", "ok", "rejected"]
    assert results[4].reason is not None and results[4].reason.code == "unknown_reference"
