"""Invariant 14. Nothing of another organisation is ever visible, not even existence.

Every route with a foreign token is walked in `tests/server`; this is what lies below the routes.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.server.problems import ApiError
from tests.sync_deeds import add, edit, known, mutation, person_values, push_body, request_values, site_values
from tests.sync_lab import LabClock, LabDevice, LabServer

Computer = Callable[[LabServer], LabDevice]
NOWHERE = "0e000000-0000-4000-8000-000000000000"


@pytest.fixture
def neighbour(server: LabServer, clock: LabClock) -> LabServer:
    """Another organisation on the same server."""
    return LabServer(server.database, clock)


def test_14_isolation_nobody_reads_of_others(server: LabServer, neighbour: LabServer, computer: Computer) -> None:
    ours, theirs = computer(server), computer(neighbour)
    add(ours, "person", name="Rose")
    add(theirs, "person", name="Voisine")
    for one in (ours, theirs, ours):
        one.sync()
    assert [row["name"] for row in ours.rows().values()] == ["Rose"]
    assert [row["name"] for row in theirs.rows().values()] == ["Voisine"]


def test_14_isolation_the_same_identifier_is_two_rows(server: LabServer, neighbour: LabServer, computer: Computer) -> None:
    ours, theirs = computer(server), computer(neighbour)
    row = add(ours, "person", name="Rose")
    ours.sync()
    made = neighbour.staff([mutation(1, "put", "person", row, values=person_values(name="Voisine"))])
    assert made[0].status == "ok"
    theirs.sync()
    edit(theirs, "person", row, name="Changée")
    theirs.sync()
    ours.sync()
    assert known(server, "person", row, "name") == "Rose"
    assert known(neighbour, "person", row, "name") == "Changée"


def test_14_isolation_what_is_foreign_answers_like_what_is_not_there(server: LabServer, neighbour: LabServer, computer: Computer) -> None:
    theirs = computer(neighbour)
    site = add(theirs, "site")
    theirs.sync()
    row = "0e000000-0000-4000-8000-000000000001"

    def answers(target: str) -> list[object]:
        tries = [
            mutation(1, "put", "person", row, values=person_values(site_id=target)),
            mutation(2, "patch", "site", target, name="Prise"),
            mutation(3, "delete", "site", target),
        ]
        return [(result.status, result.reason, result.server, result.seq, result.by) for result in server.staff(tries)]

    assert answers(site) == answers(NOWHERE)
    assert known(neighbour, "site", site, "name") == "Pressing"


def test_14_isolation_a_row_of_others_is_no_reference(server: LabServer, neighbour: LabServer, computer: Computer) -> None:
    """In a batch of its own: a row that the same batch touches is looked up in another way."""
    theirs = computer(neighbour)
    site = add(theirs, "site")
    theirs.sync()
    (result,) = server.staff([mutation(1, "put", "person", NOWHERE, values=person_values(site_id=site))])
    assert result.reason is not None and result.reason.code == "unknown_reference"


def test_14_isolation_numbers_are_unique_in_one_organisation_only(server: LabServer, neighbour: LabServer, computer: Computer) -> None:
    for office in (server, neighbour):
        one = computer(office)
        row = add(one, "support_request", number="D26-A-0001")
        report = one.sync()
        assert (report.rejected, report.conflicts) == (0, 0)
        assert known(office, "support_request", row, "number") == "D26-A-0001"  # a number that is taken is changed without a word


def test_14_isolation_a_number_that_is_given_up_here_stays_taken_there(server: LabServer, neighbour: LabServer) -> None:
    row, other = (f"0e000000-0000-4000-8000-00000000000{number}" for number in (1, 2))
    for office in (server, neighbour):
        (made,) = office.staff([mutation(1, "put", "support_request", row, values=request_values("D26-A-0001"))])
        assert made.status == "ok"
    (changed,) = server.staff([mutation(2, "patch", "support_request", row, 2**40, values={"number": "D26-A-0002"})])
    assert changed.status == "ok"
    (taken,) = neighbour.staff([mutation(3, "put", "support_request", other, values=request_values("D26-A-0001"))])
    assert taken.reason is not None and taken.reason.code == "taken"
    (free,) = server.staff([mutation(4, "put", "support_request", other, values=request_values("D26-A-0001"))])
    assert free.status == "ok"


def test_14_isolation_a_device_of_others_cannot_push_into_a_history(server: LabServer, neighbour: LabServer) -> None:
    device = neighbour.new_device().device
    with pytest.raises(ApiError):
        neighbour.push(device, push_body(server, device, 0, mutation(1, "put", "site", NOWHERE, values=site_values())))
    assert server.rows() == neighbour.rows() == {}
