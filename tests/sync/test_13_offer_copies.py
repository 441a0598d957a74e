"""Invariant 13 inside a contract: an offer's copy of a newer program stops nobody, has no figures, and keeps every key."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from app.domain.errors import UserError
from app.domain.records import ContractStatus
from app.services import contract_reading
from app.services.contract_reading import offer_to_copy
from app.store.types import to_wire
from tests.sync_deeds import all_meet, contract_fields, edit, known, line_fields, mutation, offers, seen, services, value
from tests.sync_lab import LabDevice, LabServer

Computer = Callable[[LabServer], LabDevice]
CONTRACT, LINE = "0c000000-0000-4000-8000-000000000001", "0c000000-0000-4000-8000-000000000002"
SITE = "0c000000-0000-4000-8000-000000000003"


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


@pytest.mark.parametrize("place", ["pricing", "term", "itself"])
def test_13_newer_offer_copy_stops_nobody_is_not_read_in_part_and_is_kept(
    server: LabServer, computer: Computer, caplog: pytest.LogCaptureFixture, place: str
) -> None:
    """Nobody here knows what a key that is not known does to a price or a date."""
    one, other = computer(server), computer(server)
    copy = offer_to_copy(offers()["gesticlean-support"])
    (copy if place == "itself" else copy[place])["of_tomorrow"] = {"indexed_on": "syntec"}
    arrives(server, copy)
    all_meet([one, other])
    assert seen(one, "site", SITE, "name") == seen(other, "site", SITE, "name") == "Nord"
    (row,) = services(one).contracts.rows()
    assert row.number == "C26-S-0001" and row.monthly_excl_tax is None
    assert row.trouble is not None and "version plus récente" in row.trouble.render("fr") and "C26-S-0001" in row.trouble.render("en")
    assert {record.getMessage() for record in caplog.records} == {
        f"contract C26-S-0001 ({CONTRACT}) has no figures here: its offer, its lines or a rental that it follows cannot be read"
    }
    assert services(one).home.summary().deadlines == ()
    with pytest.raises(UserError, match="C26-S-0001"):
        services(one).contracts.sheet("C26-S-0001")
    edit(one, "contract", CONTRACT, notes="Lisible ailleurs")
    all_meet([one, other])
    assert seen(other, "contract", CONTRACT, "notes") == "Lisible ailleurs"
    assert known(server, "contract", CONTRACT, "offer_copy") == copy == seen(other, "contract", CONTRACT, "offer_copy")


def test_13_newer_offer_copy_of_a_draft_is_not_replaced_by_an_older_version(lite: LabServer, computer: Computer) -> None:
    one = computer(lite)
    copy = offer_to_copy(offers()["gesticlean-support"]) | {"version": 99}
    arrives(lite, copy)
    one.sync()
    edit(one, "contract", CONTRACT, status=ContractStatus.DRAFT)
    assert services(one).contracts.activate("C26-S-0001") == ()
    assert seen(one, "contract", CONTRACT, "offer_copy") == copy


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
