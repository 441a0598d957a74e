"""Invariant 13 inside a contract: an offer's copy of a newer program stops nobody, shows what can be read, and keeps every key."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from app.domain.records import ContractStatus
from app.services import contract_reading
from app.services.contract_reading import offer_to_copy
from app.store.types import to_wire
from tests.sync_deeds import all_meet, contract_fields, edit, known, line_fields, mutation, offers, seen, services, value
from tests.sync_lab import LabDevice, LabServer

Computer = Callable[[LabServer], LabDevice]
CONTRACT, LINE = "0c000000-0000-4000-8000-000000000001", "0c000000-0000-4000-8000-000000000002"
SITE = "0c000000-0000-4000-8000-000000000003"


def of_tomorrow(offer_id: str) -> dict[str, Any]:
    """The copy of an offer with keys in it that no program knows yet: in itself, in its tables and in their lists."""
    copy = offer_to_copy(offers()[offer_id])
    for table in (copy, copy["name"], copy["term"], copy["pricing"], copy["support"], copy["resignation"], *(copy["options"])):
        if table is not None:
            table["of_tomorrow"] = {"indexed_on": "syntec"}
    for tier in copy["pricing"]["tiers"]:
        tier["of_tomorrow"] = True
    return copy


def arrives(server: LabServer, copy: dict[str, Any], offer_id: str = "gesticlean-support") -> None:
    """The provider's newer program makes a contract with that copy of the offer, its line, and something else."""
    fields = {**contract_fields(offers()[offer_id], "C26-S-0001"), "offer_copy": copy}
    site = {"name": "Nord", "address": "", "postal_code": "", "city": "", "phone": "", "holiday_zone": "mainland"}
    changes = [
        mutation(1, "put", "contract", CONTRACT, values=to_wire(fields)),
        mutation(2, "put", "contract_line", LINE, values=to_wire(line_fields(CONTRACT))),
        mutation(3, "put", "site", SITE, values=site),
    ]
    assert [result.status for result in server.staff(changes)] == ["ok", "ok", "ok"]


def test_13_newer_offer_copy_is_read_by_an_older_program_and_kept(server: LabServer, computer: Computer) -> None:
    one, other = computer(server), computer(server)
    copy = of_tomorrow("gesticlean-support")
    arrives(server, copy)
    all_meet([one, other])
    for each in (one, other):
        assert seen(each, "site", SITE, "name") == "Nord"
        (row,) = services(each).contracts.rows()
        assert (row.trouble, row.quantity, row.monthly_excl_tax) == (None, 2, Decimal("55.00"))
        assert services(each).contracts.sheet("C26-S-0001").offer.name.fr == copy["name"]["fr"]
        summary = services(each).home.summary()
        assert summary.monthly_excl_tax == Decimal("55.00") and len(summary.deadlines) == 1
        assert len(services(each).home.support_now().openings) == 1
    edit(one, "contract", CONTRACT, notes="À garder")
    services(one).contracts.change_quantity("C26-S-0001", 6)
    all_meet([one, other])
    assert known(server, "contract", CONTRACT, "offer_copy") == copy == seen(other, "contract", CONTRACT, "offer_copy")
    assert services(other).home.summary().monthly_excl_tax == Decimal("138.00")


def test_13_newer_offer_copy_keeps_its_keys_when_services_are_entered(lite: LabServer, computer: Computer) -> None:
    one = computer(lite)
    copy = offer_to_copy(offers()["commown-managed"].frozen(unit_price=Decimal("12.00")))
    copy["managed"]["services"][0]["of_tomorrow"] = copy["managed"]["of_tomorrow"] = copy["of_tomorrow"] = 1
    arrives(lite, copy, "commown-managed")
    one.sync()
    first = copy["managed"]["services"][0]["id"]
    contracts = services(one).contracts
    services(one).support.set_services_due(contracts.sheet("C26-S-0001").id, [first])
    assert one.sync().rejected == 0
    copy["managed"]["services_due"] = [first]
    assert known(lite, "contract", CONTRACT, "offer_copy") == copy
    assert [choice.id for choice in contracts.services("C26-S-0001") if choice.due is not False] == [first]
    assert any(copy["managed"]["services"][0]["label"]["fr"] in str(event.text) for event in contracts.sheet("C26-S-0001").events)


def test_13_newer_offer_copy_of_a_draft_is_not_replaced_by_an_older_version(lite: LabServer, computer: Computer) -> None:
    one = computer(lite)
    copy = of_tomorrow("gesticlean-support") | {"version": 99}
    arrives(lite, copy)
    one.sync()
    edit(one, "contract", CONTRACT, status=ContractStatus.DRAFT)
    assert services(one).contracts.activate("C26-S-0001") == ()
    assert seen(one, "contract", CONTRACT, "offer_copy") == copy


def test_13_newer_offer_copy_with_words_nobody_knows_has_no_figures(
    server: LabServer, computer: Computer, caplog: pytest.LogCaptureFixture
) -> None:
    one, other = computer(server), computer(server)
    copy = of_tomorrow("gesticlean-support")
    copy["pricing"]["tier_mode"] = "auction"
    arrives(server, copy)
    all_meet([one, other])
    assert seen(one, "site", SITE, "name") == seen(other, "site", SITE, "name") == "Nord"
    (row,) = services(one).contracts.rows()
    assert row.number == "C26-S-0001" and row.monthly_excl_tax is None
    assert row.trouble is not None and "version plus récente" in row.trouble.render("fr") and "C26-S-0001" in row.trouble.render("en")
    assert {record.getMessage() for record in caplog.records} == {
        f"contract C26-S-0001 ({CONTRACT}) cannot be read or priced here: it has no figures"
    }
    edit(one, "contract", CONTRACT, notes="Lisible ailleurs")
    all_meet([one, other])
    assert seen(other, "contract", CONTRACT, "notes") == "Lisible ailleurs"
    assert known(server, "contract", CONTRACT, "offer_copy") == copy


def test_13_newer_offer_copy_is_read_once_the_program_is_newer(
    lite: LabServer, computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = computer(lite)
    arrives(lite, offer_to_copy(offers()["gesticlean-support"]))
    with monkeypatch.context() as older:
        older.setattr(contract_reading, "offer_from_copy", lambda _: None)
        one.sync()
        assert value(one, "SELECT monthly || offer_name FROM contract") == "0"
        assert services(one).contracts.read_again() == []
    assert services(one).contracts.read_again() == ["C26-S-0001"]
    assert services(one).contracts.read_again() == []
    assert services(one).home.summary().monthly_excl_tax == Decimal("55.00")
    assert value(one, "SELECT count(*) FROM outbox") == 0
