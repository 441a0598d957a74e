"""Who writes what: of every type, what a shop's computer may make, change and delete, and what only the provider may."""

from __future__ import annotations

from typing import Any

import pytest
from uuid_utils.compat import uuid7

from app.domain.records import ClaimStatus, ContractStatus, ResignationStatus
from app.domain.synced import SYNCED
from app.server.clock import as_text
from app.server.sync.merging import Author
from app.server.sync.writing import take_numbers, write
from app.sync.wire import Mutation, Result
from tests.server.live import LiveServer, Member, defaults

#: What a computer may do with a record of each type that is there: change a field of its own, delete it.
OF_DEVICES: dict[str, tuple[bool, bool]] = {
    "organisation": (True, False),
    "site": (True, True),
    "person": (True, True),
    "contract": (True, True),  # a draft; see below for the others
    "contract_line": (True, False),
    "equipment": (True, True),
    "assignment": (True, True),
    "resignation": (True, True),  # whose letter has not left
    "support_request": (True, False),
    "request_message": (False, False),
    "intervention": (True, False),  # until it is closed
    "rating": (False, False),
    "technician_session": (True, False),  # until it is closed
    "claim": (True, False),
    "document": (True, True),
    "backup_option": (True, False),
    "backup_report": (False, False),
    "published_offer": (False, False),
    "bridge_day": (False, False),
    "pc_facts": (True, True),
}
#: Fields that a computer changes, where the first text of the type is none.
OWN: dict[str, dict[str, Any]] = {
    "contract_line": {"quantity": 7},
    "assignment": {"end": "2026-12-01"},
    "pc_facts": {"facts": {"name": "PC"}},
    "contract": {"notes": "x"},
}


class Desk:
    """An office with one record of each type, made by the provider."""

    def __init__(self, live: LiveServer, office: Member) -> None:
        self.live, self.office = live, office
        self.rows = {name: str(uuid7()) for name in SYNCED}
        for name in SYNCED:
            assert self.write("put", name, self.values(name), staff=True).status == "ok", name

    def values(self, name: str, **values: Any) -> dict[str, Any]:
        """All fields of a new record; what it has to point to is the one there is."""
        known = {field: self.rows[one.refers] for field, one in SYNCED[name].fields.items() if one.refers and not one.optional}
        return {**defaults(name), **known, **values}

    def write(self, op: Any, name: str, values: dict[str, Any], *, row: str = "", staff: bool = False) -> Result:
        """What becomes of a change on top of everything there is."""
        change = str(uuid7())
        with self.live.database.writing() as connection:
            numbers = take_numbers(connection, self.office.organisation, 1)
            author = Author("staff:1", "Inforum", staff=True) if staff else Author(f"device:{self.office.id}", "Caisse")
            mutation = Mutation(n=1, id=change, tx=change, op=op, type=name, row=row or self.rows[name], base=numbers.start, set=values)
            now = as_text(self.live.clock.now())
            return write(connection, self.office.organisation, author, [mutation], numbers, now)[0]


@pytest.fixture
def desk(live: LiveServer, office: Member) -> Desk:
    return Desk(live, office)


def test_every_type_has_its_line() -> None:
    assert OF_DEVICES.keys() == SYNCED.keys()


def test_what_computers_may_change_and_delete(desk: Desk) -> None:
    changed, deleted = {}, {}
    for name, kind in SYNCED.items():
        texts = [field for field, one in kind.fields.items() if one.kind == "text" and field not in kind.staff_fields]
        own: dict[str, Any] = dict.fromkeys(texts[:1], "x")
        changed[name] = desk.write("patch", name, OWN.get(name, own)).status == "ok"
    for name in reversed(list(SYNCED)):  # what others point to goes last
        deleted[name] = desk.write("delete", name, {}).status == "ok"
    assert {name: (changed[name], deleted[name]) for name in SYNCED} == OF_DEVICES


def test_what_the_provider_decides_nobody_else_changes(desk: Desk) -> None:
    others: dict[str, Any] = {"flag": True, "text": "y", "day": "2026-01-01", "integer": 3, "reference": str(uuid7())}
    for name, kind in SYNCED.items():
        for field in kind.staff_fields:
            result = desk.write("patch", name, {field: others[kind.fields[field].kind]})
            assert (result.status, result.reason and result.reason.code) == ("rejected", "staff_only"), (name, field)


def test_only_the_provider_makes_offers_and_bridge_days(desk: Desk) -> None:
    made = {name: desk.write("put", name, desk.values(name), row=str(uuid7())) for name in ("published_offer", "bridge_day")}
    assert {one.reason and one.reason.code for one in made.values()} == {"staff_only"}


def test_what_bound_somebody_stays(desk: Desk) -> None:
    assert desk.write("patch", "resignation", {"status": ResignationStatus.SENT}).status == "ok"
    assert desk.write("delete", "resignation", {}).status == "rejected"
    assert desk.write("patch", "contract", {"status": ContractStatus.ACTIVE}).status == "ok"
    for change in ({"start": "2020-01-01"}, {"commitment_months": 1}, {"provider": "x"}, {"number": "x"}):
        assert desk.write("patch", "contract", change).status == "rejected", change
    assert desk.write("delete", "contract", {}).status == "rejected"


def test_what_is_closed_is_not_deleted_either(desk: Desk) -> None:
    """Not even by the provider."""
    for name, field in ((kind.name, kind.closed_by) for kind in SYNCED.values() if kind.closed_by):
        assert desk.write("patch", name, {field: "2026-11-22T10:00:00.000000+00:00"}, staff=True).status == "ok"
        refused = desk.write("delete", name, {}, staff=True)
        assert (refused.status, refused.reason and refused.reason.code) == ("rejected", "closed"), name


@pytest.mark.parametrize("quantity", [-1, 100_001, None, "2", True])
def test_a_line_has_a_quantity_that_can_be_priced(desk: Desk, quantity: object) -> None:
    assert desk.write("patch", "contract_line", {"quantity": quantity}).status == "rejected"
    assert desk.write("put", "contract_line", desk.values("contract_line", quantity=quantity), row=str(uuid7())).status == "rejected"


def test_an_office_that_was_not_connected_brings_what_was_decided(desk: Desk) -> None:
    values = desk.values("claim", number="S26-A-0001", covered=True, status=ClaimStatus.REPLACED)
    assert desk.write("put", "claim", values, row=str(uuid7())).status == "ok"
