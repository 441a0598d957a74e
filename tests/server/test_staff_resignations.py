"""Resignations that the provider confirms: their days, and the end that follows from the day the letter came."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import httpx
import pytest

from app.domain.offers import load_offer
from tests.server.live import LiveServer, Member
from tests.support_offers import OFFERS, frozen_support_offer


def told(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json().get("code", "")


def rental_copy() -> dict[str, Any]:
    """Commown's rental: open-ended after its commitment, with 15 days' notice from receipt."""
    return dict(json.loads(load_offer(OFFERS / "commown-rental.toml").frozen(unit_price=Decimal(30)).model_dump_json()))


class Letters:
    """An office's resignations, and whoever confirms them."""

    def __init__(self, live: LiveServer, office: Member, staff: Member) -> None:
        self.live, self.office, self.staff = live, office, staff
        self.contract = ""

    def rental(self, **values: Any) -> str:
        """A letter sent on 30 May for a rental beyond its commitment, supposed to come on 1 June."""
        known: dict[str, Any] = {"start": "2024-01-01", "commitment_months": 12, "status": "resignation_sent", "kind": "rental"}
        self.contract = self.live.put(self.office, "contract", **{**known, "number": "C1", "offer_copy": rental_copy(), **values})
        return self.letter(sent_on="2026-05-30", notice_received="2026-06-01", effective_date="2026-06-16", send_by="2026-05-27")

    def letter(self, **values: Any) -> str:
        known: dict[str, Any] = {"contract_id": self.contract, "channel": "post", "status": "sent", **values}
        return self.live.put(self.office, "resignation", **known)

    def confirm(self, letter: str, given: dict[str, Any], **headers: str) -> httpx.Response:
        where = f"/v1/staff/organisations/{self.office.organisation}/resignations/{letter}/confirmation"
        return self.staff.client.post(where, json=given, headers=headers)

    def data(self, row: str) -> dict[str, Any]:
        return self.live.data(self.office.organisation, row)


@pytest.fixture
def letters(live: LiveServer, office: Member, camille: Member) -> Letters:
    return Letters(live, office, camille)


def test_a_letter_that_came_later_ends_the_contract_later(letters: Letters) -> None:
    letter = letters.rental()
    answer = letters.confirm(letter, {"received_on": "2026-06-10", "confirmed_on": "2026-06-11"})
    known = answer.json()["data"]
    assert (known["status"], known["received_on"], known["confirmed_on"]) == ("confirmed", "2026-06-10", "2026-06-11")
    assert (known["notice_received"], known["effective_date"], known["send_by"]) == ("2026-06-10", "2026-06-25", "2026-06-05")
    assert letters.data(letters.contract)["status"] == "resignation_sent"


def test_what_a_shop_has_noted_of_the_receipt_is_put_right(letters: Letters) -> None:
    letter = letters.rental()
    letters.live.put(letters.office, "resignation", letter, status="received", received_on="2026-06-01")
    known = letters.confirm(letter, {"received_on": "2026-06-10"}).json()["data"]
    assert (known["received_on"], known["effective_date"], known["confirmed_on"]) == ("2026-06-10", "2026-06-25", "2026-11-22")


def test_a_confirmation_alone_leaves_the_end_as_it_is(letters: Letters) -> None:
    letter = letters.rental(offer_copy={})  # nothing has to be computed, and so nothing has to be readable
    before = letters.data(letter)
    after = letters.confirm(letter, {"confirmed_on": "2026-06-03"}).json()["data"]
    assert after == {**before, "status": "confirmed", "confirmed_on": "2026-06-03"}


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"confirmed_on": "2199-01-01"}, "confirmed_on"),
        ({"confirmed_on": "2001-01-01", "received_on": "2000-12-31"}, "received_on"),
        ({"received_on": "2026-05-29"}, "received_on"),
        ({"received_on": "2026-11-23"}, "received_on"),
        ({"received_on": "2026-06-10", "confirmed_on": "2026-06-09"}, "confirmed_on"),
        ({"confirmed_on": "2026-05-29"}, "confirmed_on"),
    ],
)
def test_impossible_days_are_refused_by_name(letters: Letters, given: dict[str, Any], field: str) -> None:
    letter = letters.rental()
    before = letters.data(letter)
    answer = letters.confirm(letter, given)
    assert told(answer) == (422, "invalid")
    assert answer.json()["title"].startswith(f"{field}: '{given[field]}'") and "expected: a date" in answer.json()["title"]
    assert letters.data(letter) == before


def test_no_letter_is_confirmed_before_the_day_a_shop_noted_for_its_receipt(letters: Letters) -> None:
    letter = letters.rental()
    letters.live.put(letters.office, "resignation", letter, status="received", received_on="2026-06-08")
    answer = letters.confirm(letter, {"confirmed_on": "2026-06-07"})
    assert told(answer) == (422, "invalid") and "confirmed_on" in answer.json()["title"]


def test_a_resignation_is_confirmed_once(letters: Letters) -> None:
    letter = letters.rental()
    given = {"confirmed_on": "2026-06-11"}
    first = letters.confirm(letter, given, **{"Idempotency-Key": "one"})
    for again in ({}, {"confirmed_on": "2026-07-01"}, given):
        assert told(letters.confirm(letter, again)) == (409, "refused")
    assert letters.data(letter)["confirmed_on"] == "2026-06-11"
    repeated = letters.confirm(letter, given, **{"Idempotency-Key": "one"})
    assert (repeated.status_code, repeated.json()) == (200, first.json())


def test_a_letter_that_has_not_left_is_not_confirmed(letters: Letters) -> None:
    letters.rental()
    assert told(letters.confirm(letters.letter(status="to_send"), {})) == (409, "refused")


def test_the_end_is_not_guessed_where_the_offer_cannot_be_read(letters: Letters) -> None:
    letter = letters.rental(offer_copy={"id": "from a newer program"})
    answer = letters.confirm(letter, {"received_on": "2026-06-10"})
    assert told(answer) == (409, "refused") and "offer" in answer.json()["title"]
    assert letters.data(letter)["status"] == "sent"


@pytest.mark.parametrize(
    ("zones", "chosen", "send_by"),
    [
        ([], None, "2026-04-02"),
        (["alsace-moselle"], None, "2026-04-01"),
        (["alsace-moselle", "alsace-moselle"], None, "2026-04-01"),
        (["alsace-moselle", "guadeloupe"], None, "2026-04-02"),
        (["mainland", "guadeloupe"], 1, "2026-04-01"),
    ],
)
def test_holidays_are_those_of_the_contract_s_site_or_of_the_only_zone(
    letters: Letters, zones: list[str], chosen: int | None, send_by: str
) -> None:
    """Good Friday is no working day in two of them; where nobody knows the zone, the mainland's count."""
    sites = [letters.live.put(letters.office, "site", name=zone, holiday_zone=zone) for zone in zones]
    letters.rental(site_id=None if chosen is None else sites[chosen])
    letter = letters.letter(sent_on="2026-03-30", notice_received="2026-04-01", effective_date="2026-04-16", send_by="2026-03-27")
    assert letters.confirm(letter, {"received_on": "2026-04-08"}).json()["data"]["send_by"] == send_by


def test_a_contract_that_the_letter_had_ended_goes_on_until_its_new_end(letters: Letters) -> None:
    days = {"provider": "inforum", "day": "2027-11-17", "label": "Pont"}
    assert letters.staff.client.post("/v1/staff/bridge-days", json=days).status_code == 200
    fields = {"start": "2025-11-20", "commitment_months": 12, "kind": "software_support", "status": "ended", "ended_on": "2026-11-19"}
    letters.contract = letters.live.put(letters.office, "contract", number="C1", offer_copy=frozen_support_offer(), **fields)
    noted = {"sent_on": "2026-11-16", "notice_received": "2026-11-19", "received_on": "2026-11-19", "effective_date": "2026-11-19"}
    letter = letters.letter(status="received", **noted)
    # It came a day too late: the contract was renewed for a year, and there is a bridge day before its end.
    known = letters.confirm(letter, {"received_on": "2026-11-20"}).json()["data"]
    assert (known["effective_date"], known["send_by"]) == ("2027-11-19", "2027-11-15")
    contract = letters.data(letters.contract)
    assert (contract["status"], contract["ended_on"]) == ("resignation_sent", None)


def test_a_contract_that_the_letter_had_ended_ends_on_its_new_day(letters: Letters) -> None:
    letter = letters.rental(status="ended", ended_on="2026-06-16")
    letters.live.put(letters.office, "resignation", letter, status="received", received_on="2026-06-01")
    letters.confirm(letter, {"received_on": "2026-06-10"})
    contract = letters.data(letters.contract)
    assert (contract["status"], contract["ended_on"]) == ("ended", "2026-06-25")


def test_a_contract_that_ended_for_another_reason_stays_ended(letters: Letters) -> None:
    letter = letters.rental(status="ended", ended_on="2026-03-01")
    assert letters.confirm(letter, {"received_on": "2026-06-10"}).json()["data"]["effective_date"] == "2026-06-25"
    contract = letters.data(letters.contract)
    assert (contract["status"], contract["ended_on"]) == ("ended", "2026-03-01")


def test_a_letter_that_somebody_changed_since_is_a_conflict(letters: Letters) -> None:
    letter = letters.rental()
    listed = f"/v1/staff/organisations/{letters.office.organisation}/records/resignation"
    seen = letters.staff.client.get(listed).json()["records"][0]["seq"]
    letters.live.put(letters.office, "resignation", letter, status="received", received_on="2026-06-08")
    assert told(letters.confirm(letter, {"seen": seen})) == (409, "conflict")
    assert letters.data(letter)["status"] == "received"
    assert letters.confirm(letter, {}).status_code == 200


def test_after_midnight_in_paris_it_is_the_next_day(letters: Letters) -> None:
    letter = letters.rental()
    letters.live.clock.pass_by(13.5 * 3600)
    assert letters.confirm(letter, {}).json()["data"]["confirmed_on"] == "2026-11-23"


def test_a_running_contract_shows_that_its_letter_has_left(letters: Letters) -> None:
    letter = letters.rental(status="active")
    assert letters.confirm(letter, {}).status_code == 200
    assert letters.data(letters.contract)["status"] == "resignation_sent"
