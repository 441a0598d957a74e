"""Invariant 3. Replaying any push any number of times returns the stored results and changes nothing."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from sqlalchemy import select

from app.server.problems import ForkedError
from app.server.tables import organisation, record
from app.sync.errors import SyncError
from tests.sync_deeds import add, edit, known, mutation, person_values, push_body, site_values, waiting
from tests.sync_lab import LabDevice, LabServer

Computer = Callable[[LabServer], LabDevice]
SITE, PERSON = "0b000000-0000-4000-8000-000000000001", "0b000000-0000-4000-8000-000000000002"


def everything(server: LabServer) -> list[tuple[object, ...]]:
    with server.database.reading() as connection:
        rows = [tuple(row) for row in connection.execute(select(record).order_by(record.c.row_id))]
        return [*rows, (connection.scalar(select(organisation.c.head)),)]


def test_03_exactly_once_a_repeated_push_gives_the_same_results(server: LabServer) -> None:
    device = server.new_device().device
    body = push_body(
        server,
        device,
        0,
        mutation(1, "put", "site", SITE, **site_values(name="Nord")),
        mutation(2, "patch", "site", SITE, name="Sud"),
        mutation(3, "put", "person", PERSON, **person_values(site_id="0b000000-0000-4000-8000-00000000dead")),
    )
    first = server.push(device, body)
    after = everything(server)
    for _ in range(5):
        assert server.push(device, body) == first
    assert everything(server) == after


def test_03_exactly_once_half_known_push_applies_the_other_half_only(server: LabServer) -> None:
    device = server.new_device().device
    old = mutation(1, "put", "site", SITE, **site_values(name="Nord"))
    server.push(device, push_body(server, device, 0, old))
    new = mutation(2, "patch", "site", SITE, city="Lille")
    both = push_body(server, device, 0, old, new)
    first = server.push(device, both)
    after = everything(server)
    assert known(server, "site", SITE, "city") == "Lille"
    assert server.push(device, both) == first
    assert everything(server) == after


def test_03_exactly_once_another_change_under_a_used_number_is_no_repetition(server: LabServer) -> None:
    device = server.new_device().device
    server.push(device, push_body(server, device, 0, mutation(1, "put", "site", SITE, **site_values())))
    other = msgspec.structs.replace(mutation(9, "patch", "site", SITE, name="Autre"), n=1)
    after = everything(server)
    with pytest.raises(ForkedError):
        server.push(device, push_body(server, device, 0, other))
    assert everything(server) == after


def test_03_exactly_once_mutations_out_of_their_order_are_refused(server: LabServer) -> None:
    device = server.new_device().device
    changes = (mutation(2, "put", "site", PERSON, **site_values()), mutation(1, "put", "site", SITE, **site_values()))
    with pytest.raises(ForkedError):
        server.push(device, push_body(server, device, 0, *changes))
    assert server.rows() == {}


@pytest.mark.parametrize("weather", ["answer lost", "twice", "html"])
def test_03_exactly_once_whatever_becomes_of_the_answer(server: LabServer, computer: Computer, weather: str) -> None:
    one = computer(server)
    row = add(one, "person", name="Rose")
    one.sync()
    edit(one, "person", row, name="Rosa")
    head = server.info(one.network.device).head
    storm = iter([weather] * 3)
    one.network.weather = lambda: next(storm, "ok")
    for _ in range(4):
        try:
            one.sync()
        except SyncError:
            assert waiting(one) == 1  # nothing was acknowledged
    assert waiting(one) == 0
    assert known(server, "person", row, "name") == "Rosa"
    assert server.info(one.network.device).head == head + 1
