"""Claims that the provider decides, over HTTP, on both databases: what it may say, and what becomes of the machines."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from sqlalchemy import event
from uuid_utils.compat import uuid7

from tests.server.live import LiveServer, Member
from tests.server.test_purging import again

TODAY = "2026-11-22"
NOW = "2026-11-22T10:00+00:00"


def told(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json().get("code", "")


class Claims:
    """An office with a damaged machine that Marie has, its claim, and whoever decides."""

    def __init__(self, live: LiveServer, office: Member, staff: Member) -> None:
        self.live, self.office, self.staff = live, office, staff
        self.site = live.put(office, "site", name="Annecy")
        self.contract = live.put(office, "contract", number="C1")
        self.marie = live.put(office, "person", name="Marie", site_id=self.site, active=True)
        self.broken = self.machine("broken_down", "rented", site_id=self.site, contract_id=self.contract)
        self.held = self.give(self.broken, self.marie)
        self.stock = self.machine("in_stock", "rented")
        self.claim = self.new("S1", type="breakage", covered=True)

    def machine(self, status: str, ownership: str, **values: Any) -> str:
        return self.live.put(self.office, "equipment", designation="Portable", status=status, ownership=ownership, **values)

    def give(self, machine: str, person: str, start: str = "2026-01-05") -> str:
        return self.live.put(self.office, "assignment", equipment_id=machine, person_id=person, start=start)

    def new(self, number: str, **values: Any) -> str:
        known: dict[str, Any] = {"equipment_id": self.broken, "contract_id": self.contract, "status": "declared", **values}
        return self.live.put(self.office, "claim", number=number, **known)

    def decide(self, given: dict[str, Any], claim: str = "") -> httpx.Response:
        where = f"/v1/staff/organisations/{self.office.organisation}/claims/{claim or self.claim}/decision"
        return self.staff.client.post(where, json=given)

    def done(self, given: dict[str, Any], claim: str = "") -> dict[str, Any]:
        """What a claim is after a decision that has to be taken."""
        answer = self.decide(given, claim)
        assert answer.status_code == 200, answer.text
        known: dict[str, Any] = answer.json()["data"]
        return known

    def data(self, row: str) -> dict[str, Any]:
        return self.live.data(self.office.organisation, row)

    def status(self, machine: str) -> str:
        return str(self.data(machine)["status"])

    def holders(self, machine: str) -> list[tuple[str, str, str | None]]:
        """The hand-overs of a machine, as a computer of the office receives them."""
        found = self.office.client.get("/v1/sync/changes").json()["changes"]
        rows = [one["data"] for one in found if one["type"] == "assignment" and one["data"]["equipment_id"] == machine]
        return sorted((row["person_id"], row["start"], row["end"]) for row in rows)


@pytest.fixture
def claims(live: LiveServer, office: Member, camille: Member) -> Claims:
    return Claims(live, office, camille)


# What is said ----------------------------------------------------------------------------------------------------------------------


def test_a_claim_is_decided(claims: Claims) -> None:
    decided = claims.done({"covered": True, "note": "Casse couverte", "status": "in_hand"})
    assert (decided["covered"], decided["status"], decided["closed_at"]) == (True, "in_hand", None)
    assert decided["cover_note"] == {"fr": "Casse couverte", "en": "Casse couverte"}
    # What stands already may be said along with more.
    assert claims.done({"status": "in_hand", "note": "Casse"})["cover_note"]["fr"] == "Casse"
    repaired = claims.done({"status": "repaired", "outcome_note": "Rendue"})
    assert (repaired["status"], repaired["outcome_note"], repaired["cover_note"]["en"]) == ("repaired", "Rendue", "Casse")
    assert repaired["closed_at"] == claims.live.at(NOW)


def test_a_decision_says_something(claims: Claims) -> None:
    for given in ({}, {"status": "declared"}):
        answer = claims.decide(given)
        assert told(answer) == (422, "invalid") and answer.json()["title"].startswith("status: ")


def test_a_settled_claim_stays_as_it_is(claims: Claims) -> None:
    claims.done({"status": "replaced", "replacement_equipment": claims.stock})
    before = claims.data(claims.claim)
    again = {"status": "replaced", "replacement_equipment": claims.stock}
    for given in ({"covered": True, "note": "Autre"}, {"outcome_note": "Autre"}, {"status": "in_hand"}, again):
        assert told(claims.decide(given)) == (409, "refused")
    assert claims.data(claims.claim) == before


def test_a_refused_claim_may_be_taken_in_hand_after_all(claims: Claims) -> None:
    refused = claims.done({"covered": False, "status": "refused"})
    assert (refused["closed_at"], claims.status(claims.broken)) == (claims.live.at(NOW), "broken_down")
    assert told(claims.decide({"note": "Autre"})) == (409, "refused")
    again = claims.done({"covered": True, "note": "Le papier est là", "status": "in_hand"})
    assert (again["status"], again["closed_at"], again["covered"]) == ("in_hand", None, True)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"covered": True, "status": "refused"}, "covered"),
        ({"status": "in_hand", "replacement_equipment": "stock"}, "replacement_equipment"),
        ({"replacement_equipment": "stock"}, "replacement_equipment"),
        ({"status": "replaced"}, "replacement_equipment"),
        ({"status": "replaced", "replacement_equipment": "broken"}, "replacement_equipment"),
        ({"status": "replaced", "replacement_equipment": "contract"}, "replacement_equipment"),
        ({"status": "replaced", "replacement_equipment": "deleted"}, "replacement_equipment"),
        ({"status": "replaced", "replacement_equipment": "in_use"}, "replacement_equipment"),
    ],
)
def test_what_contradicts_itself_is_refused_by_name(claims: Claims, given: dict[str, Any], field: str) -> None:
    named = str(given.get("replacement_equipment", ""))
    rows = {"stock": claims.stock, "broken": claims.broken, "contract": claims.contract}
    if named in ("deleted", "in_use"):
        rows[named] = claims.machine("in_stock" if named == "deleted" else named, "rented")
    if named == "deleted":
        claims.live.push(claims.office, "delete", "equipment", rows[named], {})
    before = claims.data(claims.claim)
    answer = claims.decide({**given, **({"replacement_equipment": rows[named]} if named else {})})
    assert told(answer) == (422, "invalid")
    assert answer.json()["title"].startswith(f"{field}: ") and "expected: " in answer.json()["title"]
    assert (claims.data(claims.claim), claims.status(claims.broken)) == (before, "broken_down")


def test_what_disappeared_is_never_repaired(claims: Claims) -> None:
    stolen = claims.machine("lost_or_stolen", "rented")
    theft = claims.new("S2", type="theft", theft="burglary", equipment_id=stolen)
    assert told(claims.decide({"status": "repaired"}, theft)) == (409, "refused")
    claims.live.put(claims.office, "equipment", claims.broken, status="lost_or_stolen")
    assert told(claims.decide({"status": "repaired"})) == (409, "refused")


def test_only_the_provider_decides_of_cover(claims: Claims) -> None:
    with pytest.raises(AssertionError, match="staff_only"):
        claims.live.put(claims.office, "claim", claims.claim, covered=False)


# The machines ----------------------------------------------------------------------------------------------------------------------


def test_the_providers_device_takes_the_place_of_the_damaged_one(claims: Claims) -> None:
    replaced = claims.done({"status": "replaced", "replacement_equipment": claims.stock})
    assert (replaced["replacement_equipment_id"], replaced["replaced_at"]) == (claims.stock, claims.live.at(NOW))
    new, old = claims.data(claims.stock), claims.data(claims.broken)
    assert (new["status"], new["site_id"], new["contract_id"]) == ("in_use", claims.site, claims.contract)
    assert (old["status"], claims.holders(claims.broken)) == ("returned", [(claims.marie, "2026-01-05", TODAY)])
    assert claims.holders(claims.stock) == [(claims.marie, TODAY, None)]


def test_what_is_lent_may_stay_for_good(claims: Claims) -> None:
    lent = claims.machine("on_loan", "rented")
    claims.give(lent, claims.marie, "2026-11-20")
    claims.live.put(claims.office, "claim", claims.claim, loan_equipment_id=lent, replaced_at=claims.live.at("2026-11-20T08:00+00:00"))
    replaced = claims.done({"status": "replaced", "replacement_equipment": lent})
    assert (replaced["loan_equipment_id"], replaced["replaced_at"]) == (None, claims.live.at("2026-11-20T08:00+00:00"))
    assert (claims.status(lent), claims.holders(lent)) == ("in_use", [(claims.marie, "2026-11-20", None)])


def test_what_was_lent_comes_back_when_another_takes_the_place(claims: Claims) -> None:
    lent = claims.machine("on_loan", "owned")
    claims.give(lent, claims.marie, "2026-11-20")
    claims.live.put(claims.office, "claim", claims.claim, loan_equipment_id=lent)
    assert claims.done({"status": "replaced", "replacement_equipment": claims.stock})["loan_equipment_id"] is None
    assert (claims.status(lent), claims.holders(lent)) == ("in_stock", [(claims.marie, "2026-11-20", TODAY)])


def test_an_own_spare_stays_the_offices_own(claims: Claims) -> None:
    spare = claims.machine("in_stock", "owned")
    replaced = claims.done({"status": "replaced", "replacement_equipment": spare})
    assert (replaced["replaced_at"], claims.data(spare)["contract_id"]) == (None, None)
    assert (claims.status(spare), claims.status(claims.broken)) == ("in_use", "broken_down")


def test_the_provider_replaces_only_what_it_covers_or_has_in_hand(claims: Claims) -> None:
    claims.done({"covered": False})
    given = {"status": "replaced", "replacement_equipment": claims.stock}
    assert told(claims.decide(given)) == (409, "refused")
    claims.done({"status": "in_hand"})
    assert claims.done(given)["status"] == "replaced"


def test_what_is_not_covered_is_replaced_by_what_is_in_hand_or_the_offices_own_whatever_is_repeated(claims: Claims) -> None:
    given = {"covered": False, "status": "replaced", "replacement_equipment": claims.stock}
    assert told(claims.decide(given)) == (409, "refused")
    spare, other = claims.machine("in_stock", "owned"), claims.new("S2", type="loss", theft=None)
    assert claims.done({**given, "replacement_equipment": spare}, other)["covered"] is False
    claims.done({"covered": False, "status": "in_hand"})
    replaced = claims.done(given)
    assert (replaced["status"], replaced["covered"], claims.status(claims.broken)) == ("replaced", False, "returned")


def test_somebody_who_has_left_is_given_nothing(claims: Claims) -> None:
    claims.live.put(claims.office, "person", claims.marie, active=False)
    claims.done({"status": "replaced", "replacement_equipment": claims.stock})
    assert (claims.holders(claims.stock), claims.status(claims.stock)) == ([], "in_use")


@pytest.mark.parametrize(
    ("status", "machine", "after"),
    [
        ("repaired", "broken_down", "in_use"),
        ("withdrawn", "in_repair", "in_use"),
        ("withdrawn", "lost_or_stolen", "in_use"),
        ("refused", "in_repair", "broken_down"),
        ("refused", "lost_or_stolen", "lost_or_stolen"),
        ("repaired", "retired", "retired"),
    ],
)
def test_the_machine_of_a_claim_that_ended_is_in_use_or_still_broken(claims: Claims, status: str, machine: str, after: str) -> None:
    lent = claims.machine("on_loan", "owned")
    claims.live.put(claims.office, "claim", claims.claim, loan_equipment_id=lent)
    claims.live.put(claims.office, "equipment", claims.broken, status=machine)
    known = claims.done({"status": status})
    assert (known["loan_equipment_id"], claims.status(lent), claims.status(claims.broken)) == (None, "in_stock", after)
    assert claims.holders(claims.broken) == [(claims.marie, "2026-01-05", None)]


def test_another_claim_goes_on_saying_what_the_machine_is(claims: Claims) -> None:
    other = claims.new("S2", type="oxidation")
    claims.done({"status": "withdrawn"})
    assert claims.status(claims.broken) == "broken_down"
    claims.done({"status": "repaired"}, other)
    assert claims.status(claims.broken) == "in_use"


def test_a_machine_that_was_lent_for_another_claim_is_on_loan_again(claims: Claims) -> None:
    claims.new("S2", equipment_id=claims.machine("broken_down", "rented"), type="breakage", loan_equipment_id=claims.broken)
    claims.done({"status": "repaired"})
    assert claims.status(claims.broken) == "on_loan"


@pytest.mark.parametrize(
    ("before", "then", "after"), [("in_stock", None, "in_stock"), ("on_loan", None, "on_loan"), ("in_stock", "in_use", "in_use")]
)
def test_a_machine_is_again_what_it_was_when_it_broke_last(claims: Claims, before: str, then: str | None, after: str) -> None:
    machine = claims.machine(before, "rented")
    claim = claims.new("S2", equipment_id=machine, type="breakage")
    claims.live.put(claims.office, "equipment", machine, status="broken_down")
    if then is not None:
        claims.live.put(claims.office, "equipment", machine, status=then)
        claims.live.put(claims.office, "equipment", machine, status="lost_or_stolen")
    claims.live.put(claims.office, "equipment", machine, status="in_repair")
    claims.done({"status": "repaired"}, claim)
    assert claims.status(machine) == after


def test_what_was_refused_never_broke_anything(claims: Claims) -> None:
    """A claim and its machine come together or not at all."""
    machine, change, office = claims.machine("in_use", "rented"), str(uuid7()), claims.office
    claim = claims.new("S2", equipment_id=machine, type="breakage")
    claims.live.put(office, "equipment", machine, status="in_stock")
    info = office.client.get("/v1/sync/info").json()
    sets = (("equipment", machine, {"status": "broken_down"}), ("claim", claim, {"number": "S1"}))
    shared = {"tx": change, "op": "patch", "base": info["head"]}
    sent = [
        {"n": office.n + n, "id": str(uuid7()), "type": kind, "row": row, "set": values, **shared}
        for n, (kind, row, values) in enumerate(sets, 1)
    ]
    answer = office.client.post("/v1/sync/push", json={"epoch": info["epoch"], "prev": office.n, "mutations": sent})
    assert [one["status"] for one in answer.json()["results"]] == ["rejected", "rejected"]
    office.n += 2
    claims.live.put(office, "equipment", machine, status="in_repair")
    claims.done({"status": "repaired"}, claim)
    assert claims.status(machine) == "in_use"


def test_a_decision_looks_through_the_hand_overs_once(claims: Claims) -> None:
    """An office has as many as machines, and everybody waits meanwhile."""
    lent = claims.machine("on_loan", "owned")
    claims.give(lent, claims.marie, "2026-11-20")
    claims.live.put(claims.office, "claim", claims.claim, loan_equipment_id=lent)
    asked: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        asked.append(statement)

    event.listen(claims.live.database.engine, "before_cursor_execute", note)
    claims.done({"status": "replaced", "replacement_equipment": claims.stock})
    event.remove(claims.live.database.engine, "before_cursor_execute", note)
    assert sum("type = 'assignment'" in one and "LIKE" in one for one in asked) == 1
    assert claims.holders(lent) == [(claims.marie, "2026-11-20", TODAY)] and claims.holders(claims.stock) == [(claims.marie, TODAY, None)]


def test_a_machine_that_was_deleted_stops_no_claim_but_cannot_be_replaced(claims: Claims) -> None:
    claims.live.push(claims.office, "delete", "equipment", claims.broken, {})
    assert told(claims.decide({"status": "replaced", "replacement_equipment": claims.stock})) == (409, "refused")
    assert claims.done({"status": "withdrawn"})["status"] == "withdrawn"


def test_nothing_is_given_back_before_it_was_handed_over(claims: Claims) -> None:
    claims.live.put(claims.office, "assignment", claims.held, start="2026-12-01")
    before = claims.data(claims.claim)
    assert told(claims.decide({"status": "replaced", "replacement_equipment": claims.stock})) == (409, "refused")
    assert (claims.data(claims.claim), claims.status(claims.stock)) == (before, "in_stock")


def test_what_was_handed_over_today_is_given_back_today(claims: Claims) -> None:
    claims.live.put(claims.office, "assignment", claims.held, start=TODAY)
    claims.done({"status": "replaced", "replacement_equipment": claims.stock})
    assert claims.holders(claims.broken) == [(claims.marie, TODAY, TODAY)]


def test_after_midnight_in_paris_it_is_the_next_day(claims: Claims) -> None:
    claims.live.clock.pass_by(13.5 * 3600)
    claims.done({"status": "replaced", "replacement_equipment": claims.stock})
    claims.office = again(claims.live, claims.office)
    assert claims.holders(claims.stock) == [(claims.marie, "2026-11-23", None)]


def test_of_two_who_have_the_machine_the_later_one_gets_the_new_one(claims: Claims) -> None:
    paul = claims.live.put(claims.office, "person", name="Paul", active=True)
    claims.give(claims.broken, paul, "2025-03-01")
    claims.done({"status": "replaced", "replacement_equipment": claims.stock})
    assert claims.holders(claims.stock) == [(claims.marie, TODAY, None)]
    assert {end for _, _, end in claims.holders(claims.broken)} == {TODAY}


def test_a_claim_that_somebody_changed_since_is_a_conflict(claims: Claims) -> None:
    seen = claims.staff.client.get(f"/v1/staff/organisations/{claims.office.organisation}/records/claim").json()["records"][0]["seq"]
    claims.live.put(claims.office, "claim", claims.claim, outcome_note="Écran changé")
    assert told(claims.decide({"outcome_note": "Rien trouvé", "seen": seen})) == (409, "conflict")
    assert claims.done({"outcome_note": "Rien trouvé"})["outcome_note"] == "Rien trouvé"


def test_what_a_shop_changes_later_merges_with_a_decision(claims: Claims) -> None:
    """The changes of machines stand on the rows as they were: whoever saw the claim long ago decides of it without a conflict elsewhere."""
    seen = claims.staff.client.get(f"/v1/staff/organisations/{claims.office.organisation}/records/claim").json()["records"][0]["seq"]
    claims.live.put(claims.office, "equipment", claims.broken, notes="Écran fendu", status="in_repair")
    claims.live.put(claims.office, "equipment", claims.stock, notes="Neuf")
    assert claims.done({"status": "replaced", "replacement_equipment": claims.stock, "seen": seen})["status"] == "replaced"
    assert (claims.status(claims.broken), claims.data(claims.broken)["notes"]) == ("returned", "Écran fendu")
    claims.live.put(claims.office, "equipment", claims.stock, notes="Livré")
    assert (claims.status(claims.stock), claims.data(claims.stock)["notes"]) == ("in_use", "Livré")
