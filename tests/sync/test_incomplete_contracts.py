"""A contract that cannot be priced stops nobody: the rest comes through, and it has its figures as soon as what it lacked is there."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from app.domain.records import OfferKind, Urgency
from app.domain.values.support import NewRequest
from app.server.sync import writing
from app.services import Services
from app.services.contract_reading import UnreadableContractError, offer_to_copy
from app.store.sync_outbox import rebuild
from app.sync import requests
from app.sync.errors import SyncError
from app.sync.wire import MAX_MUTATIONS, READ_PUSH, read_message
from tests.sync_deeds import add, all_meet, contract_fields, edit, line_fields, made, mutation, offers, seen, services, value
from tests.sync_lab import LabDevice, LabServer

Computer = Callable[[LabServer], LabDevice]
NUMBER = "C26-A-0001"


def add_contract(one: LabDevice) -> tuple[str, str]:
    """A contract with its line, as a user makes it; their identifiers."""
    with one.store.writing() as unit:
        contract = str(made(one, unit.session, "contract", **contract_fields(offers()["gesticlean-support"], NUMBER)).id)
        return contract, str(made(one, unit.session, "contract_line", **line_fields(contract)).id)


def cut_after(one: LabDevice, exchanges: int) -> None:
    """The network of a computer fails after so many exchanges."""
    left = iter(["ok"] * exchanges)
    one.network.weather = lambda: next(left, "lost")


def test_an_interrupted_first_upload_does_not_part_a_contract_from_its_lines(server: LabServer, computer: Computer) -> None:
    one, other = computer(server), computer(server)
    with one.store.writing() as unit:
        for number in range(MAX_MUTATIONS - 1):
            made(one, unit.session, "person", name=f"Personne {number}")
    add_contract(one)
    with one.store.writing() as unit:
        rebuild(unit.session.connection(), "2026-11-22T10:00:00.000000+00:00", "Rose")
    cut_after(one, 2)  # it asks how things stand, and sends once
    with pytest.raises(SyncError):
        one.sync()
    other.sync()
    assert value(other, "SELECT count(*) FROM person") == MAX_MUTATIONS - 1
    assert value(other, "SELECT count(*) FROM contract") == 0
    one.network.weather = lambda: "ok"
    all_meet([one, other])
    assert other.rows() == one.rows() == server.rows()
    assert services(other).home.summary().monthly_excl_tax == Decimal("55.00")


def test_each_contract_of_a_first_upload_is_one_group_with_its_living_lines(
    lite: LabServer, computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = computer(lite)
    groups: list[list[tuple[str, str, str]]] = []
    push = lite.push

    def watched(device: str, body: bytes) -> bytes:
        groups.append([(change.tx, change.type, change.op) for change in read_message(READ_PUSH, body).mutations])
        return push(device, body)

    first, _ = add_contract(one)
    second = add(one, "contract", **contract_fields(offers()["gesticlean-support"], "C26-A-0002"))
    for contract in (second, first):
        add(one, "contract_line", **line_fields(contract) | {"position": 1, "item": "conveyor_link", "quantity": 1})
    gone = add(one, "contract_line", **line_fields(second))
    edit(one, "contract_line", gone, deleted_at=one.clock.now())
    with one.store.writing() as unit:
        assert rebuild(unit.session.connection(), "2026-11-22T10:00:00.000000+00:00", "Rose") == 5
    monkeypatch.setattr(lite, "push", watched)
    one.sync()
    (sent,) = groups
    assert [(type_name, op) for _, type_name, op in sent] == [
        *[("contract", "put"), ("contract_line", "put"), ("contract_line", "put")],
        *[("contract", "put"), ("contract_line", "put")],
    ]
    assert [len({tx for tx, _, _ in part}) for part in (sent[:3], sent[3:], sent)] == [1, 1, 2]


def test_a_contract_whose_line_is_still_to_come_has_its_figures_when_it_arrives(
    server: LabServer, computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = computer(server), computer(server)
    monkeypatch.setattr(requests, "MAX_MUTATIONS", 1)
    contract = add(one, "contract", **contract_fields(offers()["gesticlean-support"], NUMBER))
    line = add(one, "contract_line", **line_fields(contract))
    site = add(other, "site", name="Nord")
    cut_after(one, 2)
    with pytest.raises(SyncError):
        one.sync()
    other.sync()
    assert ("site", site) in server.rows() and ("contract_line", line) not in server.rows()
    (row,) = services(other).contracts.rows()
    assert row.trouble is not None and row.monthly_excl_tax is None
    one.network.weather = lambda: "ok"
    all_meet([one, other])
    (row,) = services(other).contracts.rows()
    assert (row.trouble, row.monthly_excl_tax) == (None, Decimal("55.00"))
    assert services(other).home.summary().monthly_excl_tax == Decimal("55.00")


def looked_at(all_: Services) -> None:
    """Everything that reads contracts without being asked for one of them."""
    all_.home.support_now()
    all_.papers.calendar()
    all_.support.services()
    all_.support.prepare(NewRequest(subject="Panne", urgency=Urgency.BLOCKED))
    all_.backups.overview()
    all_.search.find("C26")
    all_.resignations.settle()


BROKEN: dict[str, dict[str, Any]] = {
    "no quantity": {"contract_line": {"quantity": 0}},
    "less than nothing": {"contract_line": {"quantity": -3}},
    "an option that the offer does not have": {"contract_line": {"position": 1, "item": "umbrella"}},
    "an empty copy": {"contract": {"offer_copy": {}}},
    "a copy that says nothing of its provider": {"contract": {"offer_copy": {"provider": "?", "options": "?", "support": []}}},
    "no duration": {"contract": {"commitment_months": 0}},
    "a duration beyond the calendar": {"contract": {"commitment_months": 2_000_000}},
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_contract_that_makes_no_sense_stops_nobody(
    lite: LabServer, computer: Computer, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    monkeypatch.setattr(writing, "refusal", lambda *_: None)  # a server that takes everything
    one, other = computer(lite), computer(lite)
    contract, line = add_contract(one)
    all_meet([one, other])
    assert services(other).home.summary().monthly_excl_tax == Decimal("55.00")
    sound = {name: lite.rows()[name, row] for name, row in (("contract", contract), ("contract_line", line))}
    for name, values in BROKEN[fault].items():
        lite.staff([mutation(1, "patch", name, contract if name == "contract" else line, 2**40, values=values)])
    site = add(one, "site", name="Nord")
    all_meet([one, other])
    assert seen(other, "site", site, "name") == "Nord"
    for each in (one, other):
        (row,) = services(each).contracts.rows()
        assert row.trouble is not None and (row.quantity, row.monthly_excl_tax, row.commitment_end) == (None, None, None)
        summary = services(each).home.summary()
        assert (summary.monthly_by_contract, summary.deadlines, summary.contacts) == ((), (), ())
        assert [need.title.render("en") for need in summary.needs if need.screen == "contracts"] == [
            f"Unreadable or incomplete contract: {NUMBER}"
        ]
        with pytest.raises(UnreadableContractError, match=NUMBER):
            services(each).contracts.sheet(NUMBER)
        looked_at(services(each))
    for number, (name, row_id) in enumerate((("contract", contract), ("contract_line", line)), 2):
        lite.staff([mutation(number, "patch", name, row_id, 2**41, values=sound[name])])
    all_meet([one, other])
    assert services(other).contracts.rows()[0].trouble is None
    assert services(other).home.summary().monthly_excl_tax == Decimal("55.00")


def test_a_rental_that_cannot_be_read_leaves_those_tied_to_it_alone(
    lite: LabServer, computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "refusal", lambda *_: None)
    one = computer(lite)
    rental, managed = offers()["commown-rental"], offers()["commown-managed"].frozen(unit_price=Decimal("12.00"))
    with one.store.writing() as unit:
        rented = made(
            one, unit.session, "contract", **contract_fields(rental, "C26-A-0002") | {"offer_copy": {"provider": {"id": "commown"}}}
        )
        tied = made(one, unit.session, "contract", **contract_fields(managed, "C26-A-0003") | {"linked_contract_id": rented.id})
        for row, quantity in ((rented, 4), (tied, 4)):
            made(one, unit.session, "contract_line", **line_fields(str(row.id), quantity))
        identifiers = rented.id, tied.id
    other = computer(lite)
    all_meet([one, other])
    rows = {row.kind: row for row in services(other).contracts.rows()}
    assert rows[OfferKind.RENTAL].trouble is not None
    assert rows[OfferKind.MANAGED_IT].monthly_excl_tax == Decimal("48.00")
    linked = services(other).contracts.sheet("C26-A-0003").linked
    assert linked is not None and (linked.number, linked.offer_name) == ("C26-A-0002", "commown-rental")
    edit(one, "contract", str(identifiers[0]), offer_copy=offer_to_copy(rental.frozen(unit_price=Decimal("40.00"))))
    all_meet([one, other])
    assert services(other).home.summary().monthly_excl_tax == Decimal("208.00")
